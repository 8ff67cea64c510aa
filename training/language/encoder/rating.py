"""How well a network parses dev sentences, head by head and without any decoding: quick, and a little low."""

from collections.abc import Sequence

import torch

from training.language.encoder.lessons import UNKNOWN, Vocabulary, batches
from training.language.encoder.network import Network
from training.language.sample import Sample

_PIECES = 1500


@torch.no_grad()
def attached(net: Network, samples: Sequence[Sample], known: Vocabulary) -> dict[str, float]:
    """Shares of words: "upos", "uas", and "las" with universal relations."""
    base = torch.tensor([_universal(known).index(label.split(":")[0]) for label in known.rel])
    right, words = torch.zeros(3), 0
    for batch in batches(samples, known, _PIECES, None):
        upos, _, _, arcs, rh, rd = net(*batch.inputs.all())
        heads = arcs.masked_fill(~batch.present[:, None, :], -1e4).argmax(-1)
        above = torch.gather(rh, 1, heads[:, :, None].expand(-1, -1, rh.shape[-1]))
        rels = net.rels(above.flatten(0, 1), rd.flatten(0, 1)).argmax(-1).view(heads.shape)
        gold, kept = batch.gold, batch.gold["heads"] != UNKNOWN
        arc = (heads == gold["heads"]) & kept
        same = base[rels] == base[gold["rel"].clamp(min=0)]
        right += torch.stack([(upos.argmax(-1) == gold["upos"])[kept].sum(), arc.sum(), (arc & same).sum()])
        words += int(kept.sum())
    return dict(zip(("upos", "uas", "las"), (right / max(1, words)).tolist(), strict=True))


def _universal(known: Vocabulary) -> list[str]:
    return sorted({label.split(":")[0] for label in known.rel})
