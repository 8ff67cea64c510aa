"""The network in torch: six layers of MiniLM with an embedding of how a word is written; tags, arcs, relations, names.

In: ids [batch, pieces], mask, case classes, and the first and last piece of the root and of every word [batch, 1 + n].
Out: scores of tags [batch, n, tags], of arcs [batch, n, 1 + n], and what relations are scored from. The names' scores
train the encoder along; the product finds names with a head of its own.
"""

import math
from pathlib import Path
from typing import Any

import torch
from msgspec import Struct
from torch import Tensor, nn

_POSITIONS, _CASES = 512, 8
_WIDTH, _INNER, _LAYERS, _ATTENTION = 384, 1536, 6, 12
_ARC, _REL, _NAMES = 256, 128, 256
_EPSILON = 1e-12
_MASKED = -1e4
_SEED = 3
_RENAMED = {  # what the first weights call things
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "o": "attention.output.dense",
    "ln1": "attention.output.LayerNorm",
    "f1": "intermediate.dense",
    "f2": "output.dense",
    "ln2": "output.LayerNorm",
}


class Sizes(Struct, frozen=True):
    """How many labels each output has."""

    upos: int
    xpos: int
    rel: int
    names: int
    pieces: int


class Layer(nn.Module):
    """Attention and a feed-forward step, each with a norm behind it."""

    def __init__(self, dropped: float) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(_WIDTH, _WIDTH) for _ in range(4))
        self.ln1, self.ln2 = nn.LayerNorm(_WIDTH, eps=_EPSILON), nn.LayerNorm(_WIDTH, eps=_EPSILON)
        self.f1, self.f2 = nn.Linear(_WIDTH, _INNER), nn.Linear(_INNER, _WIDTH)
        self.drop, self.dropped, self.plain = nn.Dropout(dropped), dropped, False

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """[batch, pieces, width], `bias` added to the scores of attention."""
        batch, pieces, width = x.shape
        q, k, v = (
            layer(x).view(batch, pieces, _ATTENTION, width // _ATTENTION).transpose(1, 2)
            for layer in (self.q, self.k, self.v)
        )
        if self.plain:  # as the fusing of attention expects to find it in an export
            scores = torch.matmul(q, k.transpose(-1, -2)) / math.sqrt(width // _ATTENTION) + bias
            seen = torch.matmul(torch.softmax(scores, -1), v)
        else:
            dropped = self.dropped if self.training else 0.0
            seen = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias, dropout_p=dropped)
        x = self.ln1(x + self.drop(self.o(seen.transpose(1, 2).reshape(batch, pieces, width))))
        told: Tensor = self.ln2(x + self.drop(self.f2(nn.functional.gelu(self.f1(x)))))
        return told


class Network(nn.Module):
    """Encoder and heads; the names of its parts are those of the checkpoints."""

    def __init__(self, sizes: Sizes, dropped: float = 0.1, heads_dropped: float = 0.3) -> None:
        super().__init__()
        self.emb, self.pos = nn.Embedding(sizes.pieces, _WIDTH), nn.Embedding(_POSITIONS, _WIDTH)
        self.case = nn.Embedding(_CASES, _WIDTH)
        nn.init.zeros_(self.case.weight)
        self.ln = nn.LayerNorm(_WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer(dropped) for _ in range(_LAYERS))
        self.drop, self.hd = nn.Dropout(dropped), nn.Dropout(heads_dropped)
        both = 2 * _WIDTH
        self.upos, self.xpos = nn.Linear(both, sizes.upos), nn.Linear(both, sizes.xpos)
        self.ner1, self.ner2 = nn.Linear(both, _NAMES), nn.Linear(_NAMES, sizes.names)
        self.ah, self.ad = nn.Linear(both, _ARC), nn.Linear(both, _ARC)
        self.rh, self.rd = nn.Linear(both, _REL), nn.Linear(both, _REL)
        self.aW, self.ab = nn.Parameter(0.1 * torch.eye(_ARC)), nn.Parameter(torch.zeros(_ARC))
        self.rW = nn.Parameter(0.02 * torch.randn(_REL + 1, sizes.rel * (_REL + 1)))
        self.relations = sizes.rel

    def encode(self, ids: Tensor, mask: Tensor, case: Tensor, ws: Tensor, we: Tensor) -> Tensor:
        """What is known of the root and of every word: its first and last piece side by side."""
        x = self.emb(ids) + self.pos(torch.arange(ids.shape[1], device=ids.device))[None] + self.case(case)
        x = self.drop(self.ln(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * _MASKED
        for layer in self.layers:
            x = layer(x, bias)
        edges = [torch.gather(x, 1, at[:, :, None].expand(-1, -1, _WIDTH)) for at in (ws, we)]
        return torch.cat(edges, -1)

    def heads(self, h: Tensor) -> tuple[Tensor, ...]:
        """Scores of UPOS, XPOS, names, arcs; what relations are scored from, of heads and of dependents."""
        h = self.hd(h)
        w, gelu = h[:, 1:], nn.functional.gelu
        names = self.ner2(self.hd(gelu(self.ner1(w))))
        ah, ad, rh, rd = (self.hd(gelu(layer(x))) for layer, x in self._scorers(h, w))
        arcs = torch.matmul(torch.matmul(ad, self.aW) + self.ab, ah.transpose(1, 2))
        return self.upos(w), self.xpos(w), names, arcs, rh, rd

    def _scorers(self, h: Tensor, w: Tensor) -> list[tuple[nn.Module, Tensor]]:
        return [(self.ah, h), (self.ad, w), (self.rh, h), (self.rd, w)]

    def rels(self, heads: Tensor, dependents: Tensor) -> Tensor:
        """Scores [n, relations] of pairs [n, rel]."""
        one = dependents.new_ones(dependents.shape[0], 1)
        wide = (torch.cat([dependents, one], -1) @ self.rW).view(dependents.shape[0], self.relations, _REL + 1)
        return (wide * torch.cat([heads, one], -1)[:, None, :]).sum(-1)

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor, ws: Tensor, we: Tensor) -> tuple[Tensor, ...]:
        """Encode and score."""
        return self.heads(self.encode(ids, mask, case, ws, we))


def begun(sizes: Sizes, start: Path | None) -> Network:
    """A network to train, from the weights of `start` as far as it has them.

    Raises:
        ValueError: `start` holds other parts than a network has, or of other sizes.
    """
    torch.manual_seed(_SEED)
    net = Network(sizes)
    if start is None:
        return net
    try:
        lacking = net.load_state_dict(first_weights(start), strict=False)
    except RuntimeError as error:
        raise ValueError(f"{start} does not fit the labels of these corpora: {error}") from error
    if lacking.unexpected_keys:
        raise ValueError(f"{start} is no checkpoint of this network: it holds {lacking.unexpected_keys[:3]}")
    return net


def first_weights(path: Path) -> dict[str, Tensor]:
    """A network to go on from: a checkpoint of ours (`.pt`), or MiniLM as it is released (`.safetensors`)."""
    if path.suffix == ".safetensors":
        from safetensors.torch import load_file

        return _of_minilm(load_file(path))
    held: dict[str, Any] = torch.load(path)
    return {name: value.float() for name, value in held.items()}


def _of_minilm(held: dict[str, Tensor]) -> dict[str, Tensor]:
    """MiniLM's weights under our names; the embedding of the one segment is added to that of the positions."""
    rows = held["embeddings.position_embeddings.weight"] + held["embeddings.token_type_embeddings.weight"][0]
    own = {"emb.weight": held["embeddings.word_embeddings.weight"], "pos.weight": rows}
    own |= {f"ln.{kind}": held[f"embeddings.LayerNorm.{kind}"] for kind in ("weight", "bias")}
    for at in range(_LAYERS):
        for ours, theirs in _RENAMED.items():
            for kind in ("weight", "bias"):
                own[f"layers.{at}.{ours}.{kind}"] = held[f"encoder.layer.{at}.{theirs}.{kind}"]
    return own
