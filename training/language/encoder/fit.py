"""Trains encoder and heads together: seeds fixed, resumable after every epoch.

The learning rate rises at first, stays, and falls in a straight line to nothing over the last `falling` epochs, so that
a run that was steady for longer than planned can still be brought home. What is exported is the running mean of the
weights.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import torch
from msgspec import Struct
from torch import Tensor, nn

from training.language.encoder.lessons import UNKNOWN, Batch, Vocabulary, batches
from training.language.encoder.network import Network
from training.language.sample import Sample

SEED = 5
_WARM = 150  # steps
_CLIPPED = 2.0
_DECAY = 0.01
_SMOOTHED = 0.03  # of the labels' certainty
_MEAN = 0.998  # of the running mean, a step
_WEIGHTS = {"upos": 0.5, "xpos": 0.25, "heads": 1.0, "rel": 1.0, "names": 0.5}
_TOLD_EVERY = 50  # steps
Rated = Callable[[Network], float]


class Plan(Struct, frozen=True):
    """How long and how fast; `rates` of the encoder and of the heads on top of it."""

    epochs: int
    falling: int
    rates: tuple[float, float] = (1.5e-4, 8e-4)
    pieces: int = 800
    brief: bool = False  # sums in bfloat16: faster on processors that have it


def fit(net: Network, samples: Sequence[Sample], known: Vocabulary, plan: Plan, rated: Rated, folder: Path) -> Network:
    """Train, or go on from `folder/encoder.pt`; the running mean of the weights."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    net.emb.weight.requires_grad_(False)
    encoder, heads = _parts(net)
    optimiser = torch.optim.AdamW(
        [{"params": encoder}, {"params": heads}], lr=0.0, weight_decay=_DECAY, betas=(0.9, 0.98), fused=True
    )
    mean = {name: value.clone() for name, value in net.state_dict().items()}
    state = _resumed(folder / "encoder.pt", net, optimiser, mean)
    steps = sum(1 for _ in batches(samples, known, plan.pieces, None))
    for epoch in range(state["epoch"], plan.epochs):
        torch.manual_seed(SEED + epoch)
        net.train()
        begun, losses = process_time(), []
        for at, batch in enumerate(batches(samples, known, plan.pieces, Random(SEED + epoch))):
            _set_rates(optimiser, plan, epoch + at / steps, epoch * steps + at)
            losses.append(_step(net, optimiser, batch, plan.brief))
            _follow(mean, net)
            if (at + 1) % _TOLD_EVERY == 0:
                told = sum(losses[-_TOLD_EVERY:]) / _TOLD_EVERY
                print(
                    f"epoch {epoch + 1} step {at + 1}/{steps}: {told:.3f} ({process_time() - begun:.0f} s)", flush=True
                )
        state = {"epoch": epoch + 1, "net": net.state_dict(), "optimiser": optimiser.state_dict(), "mean": mean}
        torch.save(state, folder / "encoder.pt")
        print(f"epoch {epoch + 1}: dev {rated(_with(net, mean)):.4f} ({process_time() - begun:.0f} s)", flush=True)
    net.load_state_dict(mean)
    return net.eval()


def loss_of(net: Network, batch: Batch, *, brief: bool = False) -> Tensor:
    """Of all heads, summed; the relation is asked of the gold head."""
    with torch.autocast("cpu", torch.bfloat16, enabled=brief):
        read = net.encode(*batch.inputs.all())
    upos, xpos, names, arcs, rh, rd = net.heads(read.float())
    arcs = arcs.masked_fill(~batch.present[:, None, :], -1e4)
    gold = batch.gold
    above = gold["heads"].clamp(min=0)[:, :, None].expand(-1, -1, rh.shape[-1])
    kept = (gold["rel"] != UNKNOWN) & (gold["heads"] != UNKNOWN)
    rels = net.rels(torch.gather(rh, 1, above)[kept], rd[kept])
    scores = {"upos": upos, "xpos": xpos, "names": names}
    losses = {name: _loss(each.flatten(0, 1), gold[name].flatten(), _SMOOTHED) for name, each in scores.items()}
    losses |= {"heads": _loss(arcs.flatten(0, 1), gold["heads"].flatten(), 0.0)}
    losses |= {"rel": _loss(rels, gold["rel"][kept], _SMOOTHED)}
    return torch.stack([_WEIGHTS[name] * each for name, each in losses.items()]).sum()


def _loss(scores: Tensor, gold: Tensor, smoothed: float) -> Tensor:
    """Zero where nothing is known."""
    if not bool((gold != UNKNOWN).any()):
        return scores.sum() * 0.0
    return nn.functional.cross_entropy(scores, gold, ignore_index=UNKNOWN, label_smoothing=smoothed)


def _step(net: Network, optimiser: torch.optim.Optimizer, batch: Batch, brief: bool) -> float:
    loss = loss_of(net, batch, brief=brief)
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_([p for group in optimiser.param_groups for p in group["params"]], _CLIPPED)
    optimiser.step()
    return loss.item()


def _set_rates(optimiser: torch.optim.Optimizer, plan: Plan, epoch: float, step: int) -> None:
    share = min(1.0, (step + 1) / _WARM, max(0.01, (plan.epochs - epoch) / max(1, plan.falling)))
    for group, rate in zip(optimiser.param_groups, plan.rates, strict=True):
        group["lr"] = rate * share


@torch.no_grad()
def _follow(mean: dict[str, Tensor], net: Network) -> None:
    for name, value in net.state_dict().items():
        if name != "emb.weight":
            mean[name].lerp_(value, 1 - _MEAN)


def _with(net: Network, weights: dict[str, Tensor]) -> Network:
    """A copy of the network with other weights."""
    from copy import deepcopy

    other = deepcopy(net)
    other.load_state_dict(weights)
    return other.eval()


def _parts(net: Network) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """What is learned of the encoder, and of the heads."""
    inside = ("pos", "ln", "case", "layers")
    named = [(name, value) for name, value in net.named_parameters() if value.requires_grad]
    encoder = [value for name, value in named if name.split(".")[0] in inside]
    return encoder, [value for name, value in named if name.split(".")[0] not in inside]


def _resumed(path: Path, net: Network, optimiser: torch.optim.Optimizer, mean: dict[str, Tensor]) -> dict[str, Any]:
    if not path.exists():
        return {"epoch": 0}
    state: dict[str, Any] = torch.load(path)
    net.load_state_dict(state["net"])
    optimiser.load_state_dict(state["optimiser"])
    mean.update(state["mean"])
    return state
