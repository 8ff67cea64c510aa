"""Events in, source groups of pages that tell one of them in changed words out: retold, not reported again.

Lexical copies are found by runs of words; a paraphrase has none. It keeps what the first teller happened to see and
say. Two pages of one event are one text retold if sentence after sentence of the smaller finds its like in the larger,
by the words that neither needed for the news (`stems.py`). Headlines and quotations decide nothing. No language model
is asked: mean states of the shipped encoder find two thirds of what the stems find, and nothing that escapes these
(`evals/paraphrases.py`, `docs/weighing.md`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossreport.linking.origin import origin
from crossreport.linking.passages import Classes
from crossreport.linking.sources import Sources
from crossreport.linking.stems import Sentence, own_stems
from crossreport.linking.text import Words
from crossreport.model import CodedPage, Event, Page, SharedPassage, SourceGroup, content_id

# Set on floods of paraphrases of our own (each pair .44 and more) against pages of FA-KES dev of the same days (none of
# 1,553 pairs without common runs) and several papers on one shooting (gva_longtail, 13 of 1,826).
SHARE = 0.45  # of the smaller page's own stems lie in sentences that are alike ...
SENTENCES = 3  # ... so many of them ...
REWORDED = 2  # ... and these not word for word: what is, is a shared passage and tells of its own sentence only ...
STEMS = 7  # ... with so many stems in common
ALIKE = 2  # stems that two sentences share ...
ALIKE_SHARE = 0.4  # ... and how much that is of the shorter
# Of short pages, as most are that a channel or a local paper rewrites, less is left to compare. Of 36,046 pairs of
# short FA-KES pages of one day 33 meet these, 24 of which have runs of words in common; of 173 pairs of gva_longtail 6.
SHORT = 24  # stems of the longer of two short pages ...
SHORT_SENTENCES = 2  # ... so many sentences that are alike, none word for word ...
SHORT_STEMS = 5  # ... so many stems in common ...
SHORT_SHARE = 0.5  # ... and this much of the smaller page's
PROOF = 3  # pairs of sentences that are shown for two pages
BUCKETS = 4096  # of stems, in the quick count that finds candidates
BLOCK = 512  # pages that are counted at a time
TRIES = 8  # pairs of pages of the same two groups of copies that are compared in vain


class Retold(NamedTuple):
    """Two pages, by index, and the sentences of both that are alike, best first."""

    first: int
    second: int
    alike: tuple[tuple[Sentence, Sentence], ...]


def paraphrases(pages: Sequence[CodedPage], events: Iterable[Event], sources: Sources) -> list[SourceGroup]:
    """Groups of kind paraphrase over `pages` (distinct, sorted by id); copies in `sources` are not told again."""
    index = {coded.page.id: at for at, coded in enumerate(pages)}
    home = _homes(pages, index, sources.groups)
    told = {report.id: at for at, coded in enumerate(pages) for report in coded.reports}
    stems: dict[int, tuple[Sentence, ...]] = {}
    found: dict[tuple[int, int], Retold] = {}
    for event in events:
        members = sorted({told[report] for report in event.reports if report in told})
        if len({home[at] for at in members}) < 2:
            continue
        for at in members:
            if at not in stems:
                page = pages[at].page
                stems[at] = own_stems(page, sources.passages.get(page.id, ()))
        for retold in _retold(members, stems, home):
            found[retold.first, retold.second] = retold
    return _groups([coded.page for coded in pages], found)


def _homes(pages: Sequence[CodedPage], index: Mapping[str, int], groups: Iterable[SourceGroup]) -> list[int]:
    """For each page the first page of its group of copies, or itself."""
    home = list(range(len(pages)))
    for group in groups:
        if group.kind in ("same_capture", "repost", "wire_copy"):
            first = min(index[page] for page in group.pages)
            for page in group.pages:
                home[index[page]] = first
    return home


def _retold(members: Sequence[int], stems: Mapping[int, tuple[Sentence, ...]], home: Sequence[int]) -> Iterator[Retold]:
    """Pairs that join homes which no pair before has joined, in the order of `members`."""
    long = [at for at in members if len(stems[at]) >= SHORT_SENTENCES]
    labels: NDArray[np.int64] = np.array([home[at] for at in long], dtype=np.int64)
    idle: Counter[tuple[int, int]] = Counter()
    for row, columns in _candidates([stems[at] for at in long]):
        for column in columns.tolist():
            first, second = long[row], long[column]
            ends = (home[first], home[second])
            if labels[row] == labels[column] or idle[ends] >= TRIES:
                continue
            alike = compare(stems[first], stems[second])
            if alike:
                labels[labels == labels[column]] = labels[row]
                yield Retold(first, second, alike)
            else:
                idle[ends] += 1


def _candidates(texts: Sequence[tuple[Sentence, ...]]) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """For each text the later ones that may share enough: stems are counted in buckets, so that none is missed."""
    words = Words()
    table: NDArray[np.float32] = np.zeros((len(texts), BUCKETS), dtype=np.float32)
    for row, sentences in enumerate(texts):
        for sentence in sentences:
            table[row, [words.number(one) % BUCKETS for one in sentence.stems]] = 1
    sizes = table.sum(axis=1)
    for start in range(0, len(texts), BLOCK):
        common = table[start : start + BLOCK] @ table.T
        least = SHARE * np.minimum(sizes[start : start + BLOCK, None], sizes[None, :])
        enough = (common >= SHORT_STEMS) & (common >= least)
        for row in range(len(common)):
            yield start + row, start + row + 1 + np.flatnonzero(enough[row, start + row + 1 :])


def compare(one: Sequence[Sentence], other: Sequence[Sentence]) -> tuple[tuple[Sentence, Sentence], ...]:
    """The sentences that are alike, best first, each at most once; none if the pages do not tell one text."""
    scored = []
    for here, mine in enumerate(one):
        for there, theirs in enumerate(other):
            common = len(mine.stems & theirs.stems)
            if common >= ALIKE and common >= ALIKE_SHARE * min(len(mine.stems), len(theirs.stems)):
                scored.append((-common, here, there))
    mine_taken: set[int] = set()
    theirs_taken: set[int] = set()
    shared: set[str] = set()
    alike = []
    for _, here, there in sorted(scored):
        if here not in mine_taken and there not in theirs_taken:
            mine_taken.add(here)
            theirs_taken.add(there)
            shared |= one[here].stems & other[there].stems
            alike.append((one[here], other[there]))
    reworded = sum(mine.passage is None or mine.passage != theirs.passage for mine, theirs in alike)
    long = len(alike) >= SENTENCES and reworded >= REWORDED
    enough = long and len(shared) >= STEMS and len(shared) >= SHARE * min(len(_stems(one)), len(_stems(other)))
    return tuple(alike) if enough or _short(one, other, alike) else ()


def _short(one: Sequence[Sentence], other: Sequence[Sentence], alike: Sequence[tuple[Sentence, Sentence]]) -> bool:
    """Whether two short pages, whose sentences may have been joined or parted, are one text retold."""
    mine, theirs = _stems(one), _stems(other)
    reworded = sum(here.passage is None or here.passage != there.passage for here, there in alike)
    if reworded < SHORT_SENTENCES or max(len(mine), len(theirs)) > SHORT:
        return False
    common = len(mine & theirs)
    return common >= SHORT_STEMS and common >= SHORT_SHARE * min(len(mine), len(theirs))


def _stems(sentences: Sequence[Sentence]) -> frozenset[str]:
    return frozenset().union(*(sentence.stems for sentence in sentences))


def _groups(pages: Sequence[Page], found: Mapping[tuple[int, int], Retold]) -> list[SourceGroup]:
    classes = Classes()
    for first, second in found:
        classes.join((first, 0), (second, 0))
    groups = []
    for nodes in classes.sets():
        members = [at for at, _ in nodes]
        inside = set(members)
        shared = tuple(
            passage for pair, retold in sorted(found.items()) if pair[0] in inside for passage in _proof(pages, retold)
        )
        ids = tuple(sorted(pages[at].id for at in members))
        source = origin([pages[at] for at in members])
        groups.append(SourceGroup(content_id("source_group", "paraphrase", *ids), ids, "paraphrase", source, shared))
    return groups


def _proof(pages: Sequence[Page], retold: Retold) -> Iterator[SharedPassage]:
    one, other = pages[retold.first], pages[retold.second]
    for mine, theirs in retold.alike[:PROOF]:
        quotes = (one.text[mine.start : mine.end], other.text[theirs.start : theirs.end])
        yield SharedPassage((one.id, other.id), quotes)
