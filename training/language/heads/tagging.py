"""A head that gives every word one label, from what the encoder says of it and its neighbours, and from hints.

Hints enter through weights that begin at zero, and are dropped for some sentences in training, whole or class by
class: the head learns to use them without leaning on them, and works where a register knows nothing.
"""

from collections.abc import Callable

import torch
from msgspec import Struct
from torch import Tensor, nn

from crossreport.language.hints import WIDTH as HINTS
from training.language.encoded import WIDTH
from training.language.sample import Sample

_INNER = 256
_REACH = 3  # words that one convolution sees
_LAYERS = 2
_DROPPED = 0.3
_UNHINTED = 0.15  # share of sentences that are read without any hint, and share of marks that are taken away


class TagHead(Struct, frozen=True):
    """What a head is called, what it says and where a sample holds its gold labels (None: not annotated)."""

    name: str
    labels: tuple[str, ...]
    read: Callable[[Sample], tuple[str, ...] | None]
    hints: bool = False

    def network(self) -> "TagNetwork":
        """A fresh one."""
        return TagNetwork(len(self.labels))


class TagNetwork(nn.Module):
    """[batch, words, WIDTH] and hints [batch, words, HINTS] to scores [batch, words, labels]."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.words = nn.Linear(WIDTH, _INNER)
        self.hints = nn.Linear(HINTS, _INNER, bias=False)
        nn.init.zeros_(self.hints.weight)
        self.around = nn.ModuleList(nn.Conv1d(_INNER, _INNER, _REACH, padding=_REACH // 2) for _ in range(_LAYERS))
        self.norms = nn.ModuleList(nn.LayerNorm(_INNER) for _ in range(_LAYERS))
        self.scores = nn.Linear(_INNER, labels)
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, words: Tensor, hints: Tensor, mask: Tensor) -> Tensor:
        """Scores; `mask` [batch, words, 1] is 0 where a sentence has ended."""
        read = nn.functional.gelu(self.words(self.drop(words)) + self.hints(self._less(hints))) * mask
        for layer, norm in zip(self.around, self.norms, strict=True):
            near = layer(self.drop(read).transpose(1, 2)).transpose(1, 2)
            read = norm(read + nn.functional.gelu(near)) * mask
        scores: Tensor = self.scores(self.drop(read))
        return scores

    def _less(self, hints: Tensor) -> Tensor:
        if not self.training:
            return hints
        whole = torch.rand(hints.shape[0], 1, 1) > _UNHINTED
        single = torch.rand(hints.shape[:2]).unsqueeze(2) > _UNHINTED
        return hints * whole * single
