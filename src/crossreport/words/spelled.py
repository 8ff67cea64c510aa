"""Many names, as written: what `|` between them would match, without trying each name at each place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_Tree = dict[str, "_Tree"]  # by next character; "" where a name ends


def any_of(names: Iterable[str]) -> str:
    """A pattern for any of `names`, the longest that fits first.

    >>> any_of(["Mali", "Malian", "Malta"])
    '(?:Mal(?:i(?:an)?|ta))'
    """
    tree: _Tree = {}
    for name in sorted(set(names)):
        here = tree
        for character in name:
            here = here.setdefault(character, {})
        here[""] = {}
    return f"(?:{_spell(tree)})"


def _spell(tree: _Tree) -> str:
    ends = "" in tree
    branches = [re.escape(character) + _spell(below) for character, below in sorted(tree.items()) if character]
    if not branches:
        return ""
    if ends:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


_HEAD = 3  # letters by which names are told apart before they are compared


class Names:
    """Names to find as whole words: as the pattern of `any_of` between word ends, with nothing to compile."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self._names:
            lengths[name[:_HEAD]].add(len(name))
        self._lengths: dict[str, list[int]] = {
            head: sorted(
                {len(name) for name in (head, head[:2], head[:1]) if name in self._names} | found, reverse=True
            )
            for head, found in lengths.items()
        }
        self._start = re.compile(rf"(?<!\w)(?=({any_of(lengths)}))")

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand, from left to right, the longest that fits at each place, none inside another.

        >>> list(Names(["Mali", "Mali Empire", "an"]).find("an anchor in Malian Mali Empires"))
        [(0, 2), (20, 24)]
        """
        done = 0
        for hit in self._start.finditer(text):
            start = hit.start()
            if start >= done and (end := self._end(text, start, hit[1])):
                done = end
                yield start, end

    def _end(self, text: str, start: int, head: str) -> int | None:
        for length in self._lengths[head]:
            end: int = start + length
            if end <= len(text) and text[start:end] in self._names and not _goes_on(text, end):
                return end
        return None


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")
