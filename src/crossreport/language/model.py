"""Words of one sentence to their tags, tree and names: the learned part, run by onnxruntime on the CPU.

One sentence a call, always: int8 scales are taken over everything in a call, so in a batch the neighbours of a
sentence would change its numbers. Alone, the result depends on the sentence only (and costs 7 % of speed).
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from crossreport.language.decode import best_tree
from crossreport.language.heads import Head, head_files, load_heads
from crossreport.language.hints import hints
from crossreport.language.sessions import session
from crossreport.language.wordpiece import END, START, WordPiece

Floats = NDArray[np.float32]
WEIGHTS: Final = ("encoder.int8.onnx", "relations.onnx", "labels.json", "vocab.txt")
OUTPUTS: Final = ["upos", "xpos", "arc", "rh", "rd", "words"]
MAX_PIECES: Final = 510  # of one call: the encoder knows 512 positions
_EDGE_CASE: Final = 7  # case class of the start and end pieces
_PUNCTUATION, _LOWER, _TITLE, _UPPER, _MIXED, _NUMBER, _ONE_CAPITAL = range(7)


class Labels(Struct, frozen=True):
    """What the columns of the outputs mean."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    rel: tuple[str, ...]


class Tagged(Struct, frozen=True):
    """One value a word; `heads` are indices of words, -1 = root."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    rels: tuple[str, ...]
    layers: Mapping[str, tuple[str, ...]]  # what each head says, by its name

    @property
    def names(self) -> tuple[str, ...]:
        """BIO tags of the names."""
        return self.layers["names"]


class Model:
    """The weights in memory, those that ship or those of a folder. `threads` changes the speed, not the result."""

    def __init__(self, threads: int = 1, weights: Traversable | None = None) -> None:
        import onnxruntime

        folder = weights or shipped()
        encoder, relations, labels, vocabulary = (folder.joinpath(name).read_bytes() for name in WEIGHTS)
        kept = head_files(folder)
        self.encoder = _hash(encoder, vocabulary)
        self.labels = msgspec.json.decode(labels, type=Labels)
        self.cut = WordPiece(vocabulary.decode("utf-8").splitlines())
        self._session = session(encoder, threads)
        self._labeller = session(relations, threads)
        self._heads: tuple[Head, ...] = load_heads(kept, threads)
        self.version = (
            f"crossreport-en {_hash(encoder, relations, labels, vocabulary, *(content for _, content in kept))} "
            f"onnxruntime {onnxruntime.__version__} numpy {np.__version__}"
        )

    @cached_property
    def _root(self) -> int:
        return self.labels.rel.index("root")

    def size(self, word: str) -> int:
        """How many pieces the word takes of `MAX_PIECES`."""
        return len(self.cut(word))

    def tag(self, words: Sequence[str]) -> Tagged:
        """Tags of a non-empty sentence of at most `MAX_PIECES` pieces, its end pieces included."""
        upos, xpos, arcs, heads_, dependents, read = self._session.run(OUTPUTS, self._encode(words))
        tree = best_tree(arcs[0])
        rels = self._label(heads_[0][tree], dependents[0], tree == 0)
        return Tagged(
            upos=tuple(self.labels.upos[i] for i in upos[0].argmax(1)),
            xpos=tuple(self.labels.xpos[i] for i in xpos[0].argmax(1)),
            heads=tuple(int(head) - 1 for head in tree),
            rels=tuple(self.labels.rel[i] for i in rels),
            layers=self._layers(words, read[0]),
        )

    def _layers(self, words: Sequence[str], read: Floats) -> dict[str, tuple[str, ...]]:
        marks = hints(words) if any(head.hints for head in self._heads) else None
        return {head.name: head.tag(read, marks) for head in self._heads}

    def encode(self, words: Sequence[str]) -> Floats:
        """What the encoder says of each word, [words, 768]: its first and its last piece side by side."""
        read: Floats = self._session.run(["words"], self._encode(words))[0][0]
        return read

    def _encode(self, words: Sequence[str]) -> dict[str, NDArray[np.int64]]:
        ids, case, first, last = [START], [_EDGE_CASE], [0], [0]
        for word in words:
            pieces = self.cut(word)
            first.append(len(ids))
            ids += pieces
            case += [case_class(word)] * len(pieces)
            last.append(len(ids) - 1)
        ids.append(END)
        case.append(_EDGE_CASE)
        rows = {"ids": ids, "mask": [1] * len(ids), "case": case, "ws": first, "we": last}
        return {name: np.array([row], np.int64) for name, row in rows.items()}

    def _label(self, heads: Floats, dependents: Floats, is_root: NDArray[np.bool_]) -> NDArray[np.int64]:
        """The best relation of each word to its head; "root" for the root and for it alone."""
        # A session of its own, not numpy: its matrix product would start threads of its own and wait for them.
        scores: Floats = self._labeller.run(None, {"heads": heads, "dependents": dependents})[0]
        scores[:, self._root] = np.where(is_root, np.inf, -np.inf)
        best: NDArray[np.int64] = scores.argmax(1)
        return best


def case_class(word: str) -> int:
    """How a word is written: the encoder's own vocabulary is lower case."""
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return _NUMBER if any(char.isdigit() for char in word) else _PUNCTUATION
    if all(char.islower() for char in letters):
        return _LOWER
    if all(char.isupper() for char in letters):
        return _UPPER if len(letters) > 1 else _ONE_CAPITAL
    return _TITLE if word[0].isupper() and all(char.islower() for char in letters[1:]) else _MIXED


def shipped() -> Traversable:
    """The folder of the weights that ship."""
    return files("crossreport.language").joinpath("weights")


def _hash(*parts: bytes) -> str:
    joined = hashlib.sha256()
    for part in parts:
        joined.update(hashlib.sha256(part).digest())
    return joined.hexdigest()[:12]
