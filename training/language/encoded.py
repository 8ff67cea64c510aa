"""What the encoder says of every word of a sentence, computed once and kept on disk.

A head that is trained on top of a frozen encoder needs nothing else: an hour of encoding, minutes of training. The
shipped int8 encoder is asked, so that a head learns on the very numbers that it will see; the file is only appended
to, and a run that was stopped goes on where it stood.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossreport.language.model import MAX_PIECES, Model

WIDTH = 768  # first and last piece of a word, side by side
_EDGES = 2
_TOLD_EVERY = 2000


class Encoded:
    """Sentences to arrays [words, WIDTH] of float16; what is missing is computed and kept in `folder`."""

    def __init__(self, folder: Path, model: Model | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._model = model
        self._rows = folder / "words.f16"
        self._index = folder / "index.jsonl"
        self._places: dict[str, tuple[int, int]] = {}
        for line in self._index.read_text().splitlines() if self._index.exists() else ():
            key, start, length = json.loads(line)
            self._places[key] = (start, length)
        self._end = max((start + length for start, length in self._places.values()), default=0)

    def add(self, sentences: Iterable[Sequence[str]], tell: Any = print) -> None:
        """Encode those that are not here yet; sentences too long for one call are passed over."""
        missing = {key_of(words): words for words in sentences if key_of(words) not in self._places}
        if not missing:
            return
        model = self._model = self._model or Model()
        with self._rows.open("ab") as rows, self._index.open("a") as index:
            rows.truncate(self._end * WIDTH * 2)
            for done, (key, words) in enumerate(missing.items(), 1):
                if sum(model.size(word) for word in words) > MAX_PIECES - _EDGES:
                    continue
                rows.write(model.encode(words).astype(np.float16).tobytes())
                self._places[key] = (self._end, len(words))
                if done % _TOLD_EVERY == 0:
                    rows.flush()
                    tell(f"encoded {done} of {len(missing)}")
                index.write(json.dumps([key, self._end, len(words)]) + "\n")
                self._end += len(words)

    def __contains__(self, words: Sequence[str]) -> bool:
        return key_of(words) in self._places

    def open(self) -> "Opened":
        """The arrays, mapped from disk."""
        rows = np.memmap(self._rows, np.float16, "r").reshape(-1, WIDTH)
        return Opened(rows, self._places)


class Opened:
    """Arrays of sentences that were added."""

    def __init__(self, rows: NDArray[np.float16], places: dict[str, tuple[int, int]]) -> None:
        self._all, self._places = rows, places

    def __getitem__(self, words: Sequence[str]) -> NDArray[np.float16]:
        start, length = self._places[key_of(words)]
        return self._all[start : start + length]


def key_of(words: Sequence[str]) -> str:
    """A sentence's name in the index."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:24]
