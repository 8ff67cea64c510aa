"""Kept texts in, sentences that pages share out. What a shared sentence means is not decided here.

Two sentences are one passage if they share enough words in runs of at least five, outside quotation marks: the words
of a public speaker reach many outlets from the speaker, not from each other, so a quotation alone shows no common
origin (the attribution chain already makes it one voice).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from crossreport.linking.text import SHINGLE, Hashes, Indices, KeptText

LONG_RUN = 12  # shared words that are no accident, in a sentence of any length (FA-KES dev: no chance match left)
SHORT_RUN = 8  # enough if they are most of the sentence
MOST = 0.6
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
    base = len(other.sentences)
    cells = one.sentence[here] * base + other.sentence[there]
    loose = ~(one.quoted[here] & other.quoted[there])
    keys, counts = np.unique(cells, return_counts=True)
    bare = dict(zip(*_counted(cells[loose]), strict=True))
    lengths_here = np.bincount(one.sentence, minlength=len(one.sentences))
    lengths_there = np.bincount(other.sentence, minlength=base)
    in_first: list[int] = []
    for key, count in zip(keys.tolist(), counts.tolist(), strict=True):
        mine, theirs = divmod(key, base)
        shortest = int(min(lengths_here[mine], lengths_there[theirs]))
        if not _is_passage(count, shortest):
            continue
        in_first.append(count)
        if _is_passage(bare.get(key, 0), shortest):
            classes.join((first, mine), (second, theirs))
    if not in_first:
        return None
    words = sum(in_first)
    return Overlap(first, second, words, min(1.0, words / one.size), min(1.0, words / other.size))


def _counted(cells: Indices) -> tuple[list[int], list[int]]:
    keys, counts = np.unique(cells, return_counts=True)
    return keys.tolist(), counts.tolist()


def _is_passage(words: int, sentence: int) -> bool:
    return words >= LONG_RUN or (words >= SHORT_RUN and words >= MOST * sentence)


def _matched_words(one: KeptText, other: KeptText) -> tuple[Indices, Indices]:
    """Indices of words that lie in a shared shingle, aligned; each word of `one` once."""
    _, mine, theirs = np.intersect1d(one.shingles, other.shingles, assume_unique=True, return_indices=True)
    steps = np.arange(SHINGLE, dtype=np.int64)
    here = (one.at[mine][:, None] + steps).ravel()
    there = (other.at[theirs][:, None] + steps).ravel()
    here, index = np.unique(here, return_index=True)
    return here, there[index]


def sentences_of(classes: Iterable[tuple[Node, ...]]) -> dict[Node, int]:
    """Node to the number of its class."""
    return {node: number for number, nodes in enumerate(classes) for node in nodes}
