"""Sentences to batches, made worse on the way as bad pages make them, another way in every epoch.

A label that nobody gave is `UNKNOWN` and teaches nothing: the names of a treebank without any, the tree of a sentence
of which only the names are marked, the inside of a name that was put in another's place.
"""

from collections.abc import Iterator, Sequence
from random import Random

import msgspec
import numpy as np
import torch
from msgspec import Struct
from torch import Tensor

from crossreport.language.model import MAX_PIECES, case_class
from crossreport.language.wordpiece import END, START, WordPiece
from training.language.noise import (
    in_capitals,
    in_small_letters,
    in_title_case,
    shortened,
    without_apostrophes,
    without_commas,
)
from training.language.sample import TAGS, Sample

UNKNOWN = -100
_EDGE_CASE, _MASK_PIECE = 7, 103
_JITTER = 6  # pieces by which lengths are blurred when sentences of about one length are put together
_HIDDEN = 0.05  # share of words that the encoder must guess
_WAYS = (  # share of sentences that are read in small letters, as a headline in capitals, without commas ...
    (0.06, in_small_letters),
    (0.04, in_capitals),
    (0.02, in_title_case),
    (0.05, without_commas),
    (0.03, without_apostrophes),
    (0.04, shortened),
)


class Vocabulary(Struct, frozen=True):
    """What the outputs mean, and the word pieces."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    rel: tuple[str, ...]
    cut: WordPiece
    names: tuple[str, ...] = TAGS


class Inputs(Struct):
    """What the network reads."""

    ids: Tensor
    mask: Tensor
    case: Tensor
    ws: Tensor
    we: Tensor

    def all(self) -> tuple[Tensor, ...]:
        """In the order of the network."""
        return self.ids, self.mask, self.case, self.ws, self.we


class Batch(Struct):
    """Inputs, gold labels [batch, words] with `UNKNOWN`, and which heads there are [batch, 1 + words]."""

    inputs: Inputs
    present: Tensor
    gold: dict[str, Tensor]


def fits(sample: Sample, cut: WordPiece) -> bool:
    """Whether a sentence goes into one call."""
    return 0 < sum(len(cut(word)) for word in sample.words) <= MAX_PIECES - 2


def batches(samples: Sequence[Sample], known: Vocabulary, pieces: int, drawn: Random | None) -> Iterator[Batch]:
    """All sentences once, about `pieces` word pieces together; noisy and in a drawn order if `drawn` is given."""
    sizes = [sum(len(known.cut(word)) for word in sample.words) + 2 for sample in samples]
    jitter = drawn.random if drawn else lambda: 0.0
    order = sorted(range(len(samples)), key=lambda at: sizes[at] + _JITTER * jitter())
    groups: list[list[int]] = [[]]
    longest = 0
    for at in order:
        longest = max(longest, sizes[at])
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = sizes[at]
        groups[-1].append(at)
    if drawn:
        drawn.shuffle(groups)
    for group in groups:
        chosen = [worse(samples[at], drawn) if drawn else samples[at] for at in group]
        yield batch(chosen, known, drawn)


def worse(sample: Sample, drawn: Random) -> Sample:
    """The sentence as it is or, seldom, as a bad page writes it."""
    chance = drawn.random()
    for share, way in _WAYS:
        if chance < share:
            return way(sample) or sample
        chance -= share
    return sample


def batch(samples: Sequence[Sample], known: Vocabulary, drawn: Random | None = None) -> Batch:
    """These sentences side by side; with `drawn`, some words are hidden."""
    rows = [_pieces(sample.words, known.cut) for sample in samples]
    size, words = max(len(ids) for ids, *_ in rows), max(len(sample.words) for sample in samples)
    ids, mask, case = (np.zeros((len(rows), size), np.int64) for _ in range(3))
    ws, we = (np.zeros((len(rows), words + 1), np.int64) for _ in range(2))
    present = np.zeros((len(rows), words + 1), bool)
    for at, (row, shape, first, last) in enumerate(rows):
        for word in range(1, len(first)) if drawn else ():
            if drawn and drawn.random() < _HIDDEN:
                row[first[word] : last[word] + 1] = [_MASK_PIECE] * (last[word] + 1 - first[word])
        ids[at, : len(row)], mask[at, : len(row)], case[at, : len(row)] = row, 1, shape
        ws[at, : len(first)], we[at, : len(last)], present[at, : len(first)] = first, last, True
    inputs = Inputs(*(torch.from_numpy(each) for each in (ids, mask, case, ws, we)))
    return Batch(inputs, torch.from_numpy(present), _gold(samples, known, words))


def _pieces(words: Sequence[str], cut: WordPiece) -> tuple[list[int], list[int], list[int], list[int]]:
    ids, case, first, last = [START], [_EDGE_CASE], [0], [0]
    for word in words:
        own = cut(word)
        first.append(len(ids))
        ids += own
        case += [case_class(word)] * len(own)
        last.append(len(ids) - 1)
    return [*ids, END], [*case, _EDGE_CASE], first, last


def _gold(samples: Sequence[Sample], known: Vocabulary, words: int) -> dict[str, Tensor]:
    places = {
        name: {label: at for at, label in enumerate(labels)}
        for name, labels in msgspec.structs.asdict(known).items()
        if name != "cut"
    }
    gold = {name: np.full((len(samples), words), UNKNOWN, np.int64) for name in (*places, "heads")}
    for at, sample in enumerate(samples):
        tree = sample.syntax
        told = {"names": sample.names} if sample.names else {}
        told |= {"upos": tree.upos, "xpos": tree.xpos, "rel": tree.rels} if tree else {}
        for name, labels in told.items():
            gold[name][at, : len(labels)] = [places[name].get(label, UNKNOWN) for label in labels]
        if tree:
            gold["heads"][at, : len(tree.heads)] = [head if head >= 0 else UNKNOWN for head in tree.heads]
    return {name: torch.from_numpy(each) for name, each in gold.items()}
