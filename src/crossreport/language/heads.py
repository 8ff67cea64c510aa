"""Heads that read the encoder: every file of `weights/heads` gives each word one label more, on the same pass.

A file carries its labels and whether it wants hints in its metadata; a new head needs no code here. Labels of the form
B-…, I-…, O are decoded as whole spans, others word by word.
"""

import json
from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossreport.language.decode import best_labels
from crossreport.language.hints import WIDTH

Floats = NDArray[np.float32]
_FOLDER = "heads"


class Head:
    """One head in memory."""

    def __init__(self, name: str, session: Any) -> None:
        self.name = name
        self._session = session
        about = session.get_modelmeta().custom_metadata_map
        self.labels: tuple[str, ...] = tuple(json.loads(about["labels"]))
        self.hints = about["hints"] == "1"

    def tag(self, read: Floats, marks: Floats | None) -> tuple[str, ...]:
        """A label for every word. `read` [words, 768] is the encoder's; `marks` [words, hints] are those of `hints`."""
        given = marks if marks is not None and self.hints else np.zeros((len(read), WIDTH), np.float32)
        scores: Floats = self._session.run(None, {"words": read, "hints": given})[0]
        return tuple(best_labels(scores, self.labels))


def head_files(weights: Traversable) -> list[tuple[str, bytes]]:
    """Name and content of every head of a folder of weights, by name."""
    folder = weights.joinpath(_FOLDER)
    held = folder.iterdir() if folder.is_dir() else ()
    found = sorted((each for each in held if each.name.endswith(".onnx")), key=lambda each: each.name)
    return [(each.name.removesuffix(".onnx"), each.read_bytes()) for each in found]


def load_heads(contents: Sequence[tuple[str, bytes]], threads: int) -> tuple[Head, ...]:
    """The heads of these files, ready to run."""
    from crossreport.language.sessions import session

    return tuple(Head(name, session(content, threads)) for name, content in contents)
