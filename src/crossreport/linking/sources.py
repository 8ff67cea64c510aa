"""Pages in, source groups out: pages whose text has one origin.

Each page is in exactly one of the groups same_capture, repost, wire_copy or single, or else only in groups of kinds
paraphrase (found once events are known) and shared_passages. Those overlap: one for each set of pages that share
passages. A shared passage makes its pages one voice for what the passage tells, not for the rest of the page; weighing
decides that event by event.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from crossreport.linking.origin import credited_agencies, origin
from crossreport.linking.passages import Classes, Node, Overlap, Shared, shared_passages
from crossreport.linking.text import KeptText, Words, kept_text
from crossreport.model import CodedPage, Page, SharedPassage, SourceGroup, content_id

# Set on pairs of the 482 FA-KES dev pages that overlap (evals/linking.py prints them).
REPOST_SMALLER = 0.8  # of the shorter text lies in common passages ...
REPOST_LARGER = 0.6  # ... and this much of the longer one
WIRE_WORDS = 40  # words in common ...
WIRE_SHARE = 0.3  # ... and this much of either page, if both credit one agency; a shared background is not enough
UNCREDITED_SHARE = 0.5  # if only one of them does: a copy that lost its credit

GroupKind: TypeAlias = Literal["same_capture", "repost", "wire_copy", "shared_passages", "single"]

REPOST_FLOOR = 30  # words; two shorter texts may be equal by accident


class Sources(NamedTuple):
    """The groups, and for each page its shared sentences: [start, end) in the text, number of the passage."""

    groups: tuple[SourceGroup, ...]
    passages: dict[str, tuple[tuple[int, int, int], ...]]


def group_sources(pages: Sequence[CodedPage]) -> Sources:
    """Source groups over `pages`, which must be distinct and sorted by id."""
    words = Words()
    texts = [kept_text(coded.page, words) for coded in pages]
    return _grouped([coded.page for coded in pages], texts)


def with_retellings(groups: Sequence[SourceGroup], retold: Sequence[SourceGroup]) -> tuple[SourceGroup, ...]:
    """`groups` and `retold` together; a page that is retold stands alone no more."""
    taken = {page for group in retold for page in group.pages}
    kept = (group for group in groups if group.kind != "single" or taken.isdisjoint(group.pages))
    return tuple(sorted([*kept, *retold], key=lambda group: (group.pages, group.kind)))


def _grouped(pages: Sequence[Page], texts: Sequence[KeptText]) -> Sources:
    shared = shared_passages(texts)
    strong, kinds = _strong_sets(pages, texts, shared.overlaps)
    groups = [_strong_group(pages, texts, members, kinds, shared) for members in strong if len(members) > 1]
    taken = {page for members in strong if len(members) > 1 for page in members}
    weak = _shared_groups(pages, texts, shared, strong)
    taken |= {index for group, indices in weak for index in indices}
    alone = [_group("single", [pages[index]], ()) for index in range(len(pages)) if index not in taken]
    found = sorted([*groups, *(group for group, _ in weak), *alone], key=lambda group: (group.pages, group.kind))
    return Sources(tuple(found), _by_page(texts, shared))


def _strong_sets(
    pages: Sequence[Page], texts: Sequence[KeptText], overlaps: Iterable[Overlap]
) -> tuple[list[list[int]], dict[Node, GroupKind]]:
    """Page indices of one origin, and the kind of each pair that joined them."""
    classes = Classes()
    kinds: dict[Node, GroupKind] = {}
    for first, second, kind in [*_same_captures(pages, texts), *_copies(pages, overlaps)]:
        classes.join((first, 0), (second, 0))
        kinds[first, second] = kind
    joined = [[index for index, _ in nodes] for nodes in classes.sets()]
    return joined, kinds


def _same_captures(pages: Sequence[Page], texts: Sequence[KeptText]) -> Iterable[tuple[int, int, GroupKind]]:
    seen: dict[object, int] = {}
    for index, (page, text) in enumerate(zip(pages, texts, strict=True)):
        keys: list[object] = [page.capture, page.text]
        if text.size >= REPOST_FLOOR:
            keys.append(text.numbers.tobytes())
        for key in keys:
            first = seen.setdefault(key, index)
            if first != index:
                yield first, index, "same_capture" if key in (page.capture, page.text) else "repost"


def _copies(pages: Sequence[Page], overlaps: Iterable[Overlap]) -> Iterable[tuple[int, int, GroupKind]]:
    for overlap in overlaps:
        kind = _copy_kind(pages[overlap.first], pages[overlap.second], overlap)
        if kind is not None:
            yield overlap.first, overlap.second, kind


def _copy_kind(first: Page, second: Page, overlap: Overlap) -> GroupKind | None:
    more, less = sorted((overlap.share_first, overlap.share_second), reverse=True)
    if overlap.words >= WIRE_WORDS and more >= _wire_share(first, second):
        return "wire_copy"
    if more >= REPOST_SMALLER and less >= REPOST_LARGER and overlap.words >= REPOST_FLOOR:
        return "repost"
    return None


def _wire_share(first: Page, second: Page) -> float:
    """How much two pages must share to be copies of one agency's text; infinite if no agency is credited."""
    one, other = credited_agencies(first), credited_agencies(second)
    if one & other:
        return WIRE_SHARE
    return UNCREDITED_SHARE if bool(one) != bool(other) else float("inf")


def _strong_group(
    pages: Sequence[Page],
    texts: Sequence[KeptText],
    members: Sequence[int],
    kinds: dict[Node, GroupKind],
    shared: Shared,
) -> SourceGroup:
    inside = set(members)
    found = {kind for pair, kind in kinds.items() if pair[0] in inside}
    one_text = len({pages[index].text for index in members}) == 1
    kind: GroupKind = "same_capture" if one_text else "wire_copy" if "wire_copy" in found else "repost"
    classes = (tuple(node for node in nodes if node[0] in inside) for nodes in shared.classes)
    return _group(kind, [pages[index] for index in members], _quoted(pages, texts, classes))


def _shared_groups(
    pages: Sequence[Page], texts: Sequence[KeptText], shared: Shared, strong: Sequence[Sequence[int]]
) -> list[tuple[SourceGroup, tuple[int, ...]]]:
    home = {index: number for number, members in enumerate(strong) for index in members}
    by_pages: dict[tuple[int, ...], list[tuple[Node, ...]]] = defaultdict(list)
    for nodes in shared.classes:
        indices = tuple(sorted({index for index, _ in nodes}))
        if len({home.get(index, -1 - index) for index in indices}) > 1:
            by_pages[indices].append(nodes)
    found = []
    for indices, classes in sorted(by_pages.items()):
        passages = _quoted(pages, texts, classes)
        found.append((_group("shared_passages", [pages[index] for index in indices], passages), indices))
    return found


def _quoted(
    pages: Sequence[Page], texts: Sequence[KeptText], classes: Iterable[tuple[Node, ...]]
) -> tuple[SharedPassage, ...]:
    passages = []
    for nodes in classes:
        first_of: dict[int, int] = {}
        for index, sentence in nodes:
            first_of.setdefault(index, sentence)
        if len(first_of) < 2:
            continue
        spans = [(pages[index], *texts[index].sentences[sentence]) for index, sentence in sorted(first_of.items())]
        quotes = tuple(page.text[start:end] for page, start, end in spans)
        passages.append(SharedPassage(tuple(page.id for page, _, _ in spans), quotes))
    return tuple(passages)


def _group(kind: GroupKind, pages: Sequence[Page], shared: tuple[SharedPassage, ...]) -> SourceGroup:
    ids = tuple(sorted(page.id for page in pages))
    return SourceGroup(content_id("source_group", kind, *ids), ids, kind, origin(pages), shared)


def _by_page(texts: Sequence[KeptText], shared: Shared) -> dict[str, tuple[tuple[int, int, int], ...]]:
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, nodes in enumerate(shared.classes):
        for index, sentence in nodes:
            start, end = texts[index].sentences[sentence]
            found[texts[index].page].append((start, end, number))
    return {page: tuple(sorted(passages)) for page, passages in found.items()}
