"""Kept texts in, sentences that pages share out. What a shared sentence means is not decided here.

Two sentences are one passage if they share a long run of words, or a shorter one that is nearly all of the sentence.
Quotations count: who repeats a quotation adds no voice to the speaker, named or not. But they count for the sentence
alone, not for the page: the words of a public speaker reach many outlets from the speaker and not from each other, so
they make no page a copy of another (`Overlap` leaves them out). Stock phrases of newsrooms count for nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from crossreport.linking.text import SHINGLE, Hashes, Indices, KeptText

# Set on the sentences that the 482 FA-KES dev pages share: what is left there comes from one agency text or one outlet.
LONG_RUN = 10  # words in one run ...
LONG_MATCH = 12  # ... and words in runs of five and more, in a sentence of any length
SHORT_RUN = 8  # enough if ...
MOST = 0.8  # ... this much of the shorter sentence is matched
TOUCHED_UP = 14  # words in runs of five and more ...
MUCH = 0.6  # ... and this much of the shorter sentence: a copy with a word changed here and there
TOLD = 4  # words of the telling that all need: a long name of a place, with its day and whose soldiers, is no copy
ALL_PAIRS = 8  # a shingle on more pages than this links each page to the first and to its neighbour only
SHINGLES_IN_COMMON = SHORT_RUN - SHINGLE + 1

Node = tuple[int, int]  # index of the text, index of its sentence


class Overlap(NamedTuple):
    """Two texts and how many words of each lie in passages that both have."""

    first: int
    second: int
    words: int
    share_first: float
    share_second: float


class Classes:
    """Disjoint sets over hashable nodes; the smallest node of a set stands for it, so order of joining is no matter."""

    def __init__(self) -> None:
        self._parent: dict[Node, Node] = {}

    def find(self, node: Node) -> Node:
        """The node that stands for the set of `node`."""
        root = node
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(node, node)) != root:
            self._parent[node] = root
            node = above
        return root

    def join(self, first: Node, second: Node) -> None:
        """Make the sets of both one."""
        one, other = sorted((self.find(first), self.find(second)))
        self._parent.setdefault(one, one)
        self._parent[other] = one

    def sets(self) -> list[list[Node]]:
        """All sets of two or more, sorted."""
        members: dict[Node, list[Node]] = defaultdict(list)
        for node in sorted(self._parent):
            members[self.find(node)].append(node)
        return [nodes for _, nodes in sorted(members.items()) if len(nodes) > 1]


class Shared(NamedTuple):
    """Sentence classes (each a sorted list of nodes on two or more pages) and the overlaps of pairs of texts."""

    classes: tuple[tuple[Node, ...], ...]
    overlaps: tuple[Overlap, ...]


def shared_passages(texts: Sequence[KeptText]) -> Shared:
    """What `texts` share. Near linear in the number of texts: pairs come from an inverted index of shingles."""
    classes = Classes()
    overlaps = []
    for first, second in candidate_pairs(texts):
        overlap = _compare(texts, first, second, classes)
        if overlap is not None:
            overlaps.append(overlap)
    found = (tuple(nodes) for nodes in classes.sets())
    return Shared(tuple(nodes for nodes in found if len({text for text, _ in nodes}) > 1), tuple(overlaps))


def candidate_pairs(texts: Sequence[KeptText]) -> list[tuple[int, int]]:
    """Pairs of texts that share enough shingles to hold a passage, in order."""
    sizes = [len(text.shingles) for text in texts]
    if sum(sizes) == 0:
        return []
    shingles = np.concatenate([text.shingles for text in texts])
    owners = np.repeat(np.arange(len(texts), dtype=np.int64), sizes)
    order = np.lexsort((owners, shingles))
    shingles, owners = shingles[order], owners[order]
    codes = _pair_codes(shingles, owners, len(texts))
    pairs, counts = np.unique(codes, return_counts=True)
    kept = pairs[counts >= SHINGLES_IN_COMMON]
    return [(int(code) // len(texts), int(code) % len(texts)) for code in kept]


def _pair_codes(shingles: Hashes, owners: Indices, count: int) -> Indices:
    """`first * count + second` for each shingle and each pair of its texts (thinned where a shingle is on many)."""
    starts = np.flatnonzero(np.concatenate(([True], shingles[1:] != shingles[:-1])))
    lengths = np.diff(np.append(starts, len(shingles)))
    place = np.arange(len(shingles)) - np.repeat(starts, lengths)
    length = np.repeat(lengths, lengths)
    codes = []
    for step in range(1, ALL_PAIRS):
        later = np.flatnonzero((place >= step) & ((length <= ALL_PAIRS) | (step == 1)))
        codes.append(owners[later - step] * count + owners[later])
    crowded = np.flatnonzero((place >= 2) & (length > ALL_PAIRS))
    codes.append(owners[crowded - place[crowded]] * count + owners[crowded])
    return np.concatenate(codes)


def _compare(texts: Sequence[KeptText], first: int, second: int, classes: Classes) -> Overlap | None:
    one, other = texts[first], texts[second]
    here, there = _matched_words(one, other)
    kept = ~(one.stock[here] & other.stock[there])
    here, there = here[kept], there[kept]
    base = len(other.sentences)
    cells = one.sentence[here] * base + other.sentence[there]
    keys, place, counts = np.unique(cells, return_inverse=True, return_counts=True)
    told = np.bincount(place, weights=one.own[here], minlength=len(keys))
    runs = _longest_runs(here, there, cells)
    lengths_here = np.bincount(one.sentence, minlength=len(one.sentences))
    lengths_there = np.bincount(other.sentence, minlength=base)
    found, tells = [], False
    for key, count, own in zip(keys.tolist(), counts.tolist(), told.tolist(), strict=True):
        mine, theirs = divmod(key, base)
        if not _is_passage(runs[key], count, int(min(lengths_here[mine], lengths_there[theirs]))):
            continue
        found.append(key)
        if own >= TOLD:
            tells = True
            classes.join((first, mine), (second, theirs))
    if not tells:
        return None
    spoken = one.quoted[here] & other.quoted[there]
    words = int(np.count_nonzero(np.isin(cells, found) & ~spoken))
    return Overlap(first, second, words, min(1.0, words / _bare(one)), min(1.0, words / _bare(other)))


def _bare(text: KeptText) -> int:
    """Words outside quotations."""
    return max(1, text.size - int(np.count_nonzero(text.quoted)))


def _longest_runs(here: Indices, there: Indices, cells: Indices) -> dict[int, int]:
    """For each pair of sentences the most words in a row that both have."""
    if not len(here):
        return {}
    breaks = (np.diff(here) != 1) | (np.diff(there) != 1) | (np.diff(cells) != 0)
    starts = np.flatnonzero(np.concatenate(([True], breaks)))
    lengths = np.diff(np.append(starts, len(here)))
    found: dict[int, int] = {}
    for cell, length in zip(cells[starts].tolist(), lengths.tolist(), strict=True):
        found[cell] = max(found.get(cell, 0), length)
    return found


def _is_passage(run: int, words: int, sentence: int) -> bool:
    if run >= SHORT_RUN and words >= MOST * sentence:
        return True
    return (run >= LONG_RUN and words >= LONG_MATCH) or (words >= TOUCHED_UP and words >= MUCH * sentence)


def _matched_words(one: KeptText, other: KeptText) -> tuple[Indices, Indices]:
    """Indices of words that lie in a shared shingle, aligned; each word of `one` once."""
    _, mine, theirs = np.intersect1d(one.shingles, other.shingles, assume_unique=True, return_indices=True)
    steps = np.arange(SHINGLE, dtype=np.int64)
    here = (one.at[mine][:, None] + steps).ravel()
    there = (other.at[theirs][:, None] + steps).ravel()
    here, index = np.unique(here, return_index=True)
    return here, there[index]
