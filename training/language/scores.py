"""How well a network finds names: exact spans with their label, as CoNLL counts them."""

from collections.abc import Sequence

import torch

from crossreport.language.decode import best_labels
from training.language.encoded import Opened
from training.language.fit import Lesson, batches
from training.language.heads.tagging import TagHead, TagNetwork
from training.language.sample import spans_of


@torch.no_grad()
def f1(head: TagHead, net: TagNetwork, listed: Sequence[Lesson], opened: Opened) -> float:
    """F1 of exact, typed spans."""
    right = found = wanted = 0
    for batch in batches(listed, opened, None):
        scores = net(batch.words, batch.hints, batch.mask)
        for row, gold, mask in zip(scores.numpy(), batch.gold.numpy(), batch.mask.numpy(), strict=True):
            size = int(mask.sum())
            ours = set(spans_of(best_labels(row[:size], head.labels)))
            theirs = set(spans_of([head.labels[at] for at in gold[:size]]))
            right, found, wanted = right + len(ours & theirs), found + len(ours), wanted + len(theirs)
    return 2 * right / max(1, found + wanted)
