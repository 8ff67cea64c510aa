"""Trains one head on encoded sentences: seeds fixed, resumable after every epoch, the best epoch on dev kept."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from msgspec import Struct
from torch import Tensor, nn

from crossreport.language.hints import hints
from training.language.encoded import Opened
from training.language.heads.tagging import TagHead, TagNetwork
from training.language.sample import Sample

SEED = 11
_BATCH = 1200  # words
_RATE = 1e-3
_DECAY = 0.01
_CLIPPED = 2.0
_IGNORED = -100
Score = Callable[[TagNetwork], float]


class Batch(Struct):
    """Sentences side by side, filled up."""

    words: Tensor
    hints: Tensor
    mask: Tensor
    gold: Tensor


class Lesson(Struct, frozen=True):
    """A sentence with its marks and gold labels, ready to be put into a batch."""

    sample: Sample
    hints: Any
    gold: Any


def lessons(head: TagHead, samples: Sequence[Sample]) -> list[Lesson]:
    """The annotated of these samples."""
    place = {label: at for at, label in enumerate(head.labels)}
    gold = ((sample, head.read(sample)) for sample in samples)
    return [
        Lesson(sample, hints(sample.words), np.array([place[tag] for tag in tags], np.int64))
        for sample, tags in gold
        if tags is not None and sample.words
    ]


def batches(listed: Sequence[Lesson], opened: Opened, drawn: Random | None) -> Iterator[Batch]:
    """Sentences of about one length together, in an order drawn anew each epoch."""
    jitter = drawn.random if drawn else lambda: 0.0
    order = sorted(range(len(listed)), key=lambda at: len(listed[at].sample.words) + 6 * jitter())
    groups: list[list[int]] = [[]]
    for at in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(listed[at].sample.words) > _BATCH:
            groups.append([])
        groups[-1].append(at)
    if drawn:
        drawn.shuffle(groups)
    yield from (_batch([listed[at] for at in group], opened) for group in groups if group)


def _batch(chosen: Sequence[Lesson], opened: Opened) -> Batch:
    longest = max(len(each.sample.words) for each in chosen)
    rows = [opened[each.sample.words] for each in chosen]
    words = np.zeros((len(chosen), longest, rows[0].shape[1]), np.float32)
    marks = np.zeros((len(chosen), longest, chosen[0].hints.shape[1]), np.float32)
    gold = np.full((len(chosen), longest), _IGNORED, np.int64)
    for at, (each, row) in enumerate(zip(chosen, rows, strict=True)):
        size = len(row)
        words[at, :size], marks[at, :size], gold[at, :size] = row, each.hints, each.gold
    mask = (gold != _IGNORED)[:, :, None].astype(np.float32)
    return Batch(*(torch.from_numpy(each) for each in (words, marks, mask, gold)))


def fit(
    head: TagHead, listed: Sequence[Lesson], opened: Opened, score: Score, folder: Path, epochs: int, of: int = 0
) -> TagNetwork:
    """Train, or go on from `folder/<name>.pt`; `score` rates a network on the dev part after each epoch.

    `of`: the epochs that the learning rate falls over, if this run is to stop earlier.
    """
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    net = head.network()
    optimiser = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=_DECAY)
    state = _resumed(folder / f"{head.name}.pt", net, optimiser)
    for epoch in range(state["epoch"], epochs):
        torch.manual_seed(SEED + epoch)
        loss = _epoch(net, optimiser, batches(listed, opened, Random(SEED + epoch)), epoch, of or epochs)
        rated = score(net.eval())
        print(f"{head.name} epoch {epoch + 1}: loss {loss:.4f}, dev {rated:.4f}", flush=True)
        if rated > state["rated"]:
            state |= {"rated": rated, "best": {k: v.clone() for k, v in net.state_dict().items()}}
        state |= {"epoch": epoch + 1, "net": net.state_dict(), "optimiser": optimiser.state_dict()}
        torch.save(state, folder / f"{head.name}.pt")
    net.load_state_dict(state["best"])
    return net.eval()


def _resumed(path: Path, net: TagNetwork, optimiser: torch.optim.Optimizer) -> dict[str, Any]:
    if not path.exists():
        return {"epoch": 0, "rated": -1.0, "best": None}
    state: dict[str, Any] = torch.load(path)
    net.load_state_dict(state["net"])
    optimiser.load_state_dict(state["optimiser"])
    return state


def _epoch(net: TagNetwork, optimiser: torch.optim.Optimizer, given: Iterator[Batch], epoch: int, epochs: int) -> float:
    net.train()
    losses = []
    for group in optimiser.param_groups:
        group["lr"] = _RATE * (1 - epoch / epochs)
    for batch in given:
        scores = net(batch.words, batch.hints, batch.mask)
        loss = nn.functional.cross_entropy(scores.flatten(0, 1), batch.gold.flatten(), ignore_index=_IGNORED)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), _CLIPPED)
        optimiser.step()
        losses.append(loss.item())
    return sum(losses) / max(1, len(losses))
