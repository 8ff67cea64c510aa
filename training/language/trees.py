"""Trees of sentences in which a name was put in another's place, as far as they are still known.

The top of a person's name is its first word, and the others are `flat`, as the treebanks have it; a name of one word is
its own top. How longer names of places and organisations are built is not known: arcs into and inside them are left
open (`OPEN`), and so is the top's own. A name that was no subtree with one top makes the whole tree unusable.
"""

from collections.abc import Sequence

from training.language.sample import Span, Syntax

OPEN = -1  # a head that nobody told
NO_LABEL = ""
_HYPHENS = frozenset({"-", "‐", "‑"})
Row = tuple[str, str, int, str]  # UPOS, XPOS, head in the new sentence, relation


def regrown(tree: Syntax, changed: Sequence[tuple[Span, Span]], words: Sequence[str]) -> Syntax | None:
    """The tree of the new `words`; `changed` pairs old and new places of names. None where it cannot be told."""
    tops = [_top(tree, old) for old, _ in changed]
    if any(top is None for top in tops):
        return None
    place = _places(tree, changed, len(words))
    rows: list[Row] = [("", "", OPEN, "")] * len(words)
    for at, new in place.items():
        rows[new] = (tree.upos[at], tree.xpos[at], _moved(tree.heads[at], place, changed), tree.rels[at])
    for (_, (first, last, label)), top in zip(changed, tops, strict=True):
        own = (_moved(tree.heads[top or 0], place, changed), tree.rels[top or 0])
        rows[first:last] = _name(words[first:last], first, label, own)
    if any(head == at + 1 for at, (_, _, head, _) in enumerate(rows)):
        return None
    return Syntax(*(tuple(row[column] for row in rows) for column in range(4)))  # type: ignore[arg-type]


def _places(tree: Syntax, changed: Sequence[tuple[Span, Span]], count: int) -> dict[int, int]:
    """Where the words outside the replaced names stand now, by their old places."""
    held = {at for (first, last, _), _ in changed for at in range(first, last)}
    taken = {at for _, (first, last, _) in changed for at in range(first, last)}
    kept = [at for at in range(len(tree.heads)) if at not in held]
    free = [at for at in range(count) if at not in taken]
    return dict(zip(kept, free, strict=True))


def _top(tree: Syntax, span: Span) -> int | None:
    """The word of a name that hangs on a word outside of it; None if there are several."""
    first, last, _ = span
    outside = [at for at in range(first, last) if not first < tree.heads[at] <= last]
    return outside[0] if len(outside) == 1 else None


def _moved(head: int, place: dict[int, int], changed: Sequence[tuple[Span, Span]]) -> int:
    """An old head in the new sentence, counted from 1; 0 = root."""
    if head <= 0:
        return head
    if head - 1 in place:
        return place[head - 1] + 1
    new = next(new for (first, last, _), new in changed if first <= head - 1 < last)
    return new[0] + 1 if _is_told(new) else OPEN


def _is_told(span: Span) -> bool:
    first, last, label = span
    return label == "PER" or last - first == 1


def _name(words: Sequence[str], first: int, label: str, own: tuple[int, str]) -> list[Row]:
    told = _is_told((first, first + len(words), label))
    rows: list[Row] = []
    for at, word in enumerate(words):
        upos, xpos = ("PUNCT", "HYPH") if word in _HYPHENS else ("PROPN", "NNP")
        if not told:
            upos, xpos = (upos, xpos) if upos == "PUNCT" else (NO_LABEL, NO_LABEL)
            rows.append((upos, xpos, OPEN, NO_LABEL))
        elif at == 0:
            rows.append((upos, xpos, *own))
        elif word in _HYPHENS and at + 1 < len(words):
            rows.append((upos, xpos, first + at + 2, "punct"))
        else:
            rows.append((upos, xpos, first + 1, "flat"))
    return rows
