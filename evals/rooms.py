"""Pages through the rooms, with what the language room says kept on disk between runs.

The cache is keyed by the page as read and by everything that the language room's answer depends on (weights, run-time
versions, its code and its words), so that a change of coding rules re-scores in seconds and nothing is ever stale.
"""

import hashlib
import os
import traceback
from functools import cache
from pathlib import Path

import msgspec

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.language import Analyser
from crossreport.model import Analysis, Capture, CodedPage, Page, Rejection, digest
from crossreport.reading import read_page
from evals.corpora import ROOT, Absent

CACHE = ROOT / "build" / "evals" / "analyses"
LANGUAGE = ROOT / "src" / "crossreport" / "language"
WORDS = ROOT / "src" / "crossreport" / "words" / "data"


class Rooms:
    """Capture to CodedPage; a page that the reading room rejects raises Absent with the reason."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self._analyser: Analyser | None = None

    def code(self, capture: Capture, published: str | None = None) -> CodedPage:
        """The coded page of a capture."""
        page = self.read(capture, published)
        analysis = self.analyse(page)
        return code(page, analysis, ground(page, analysis))

    def try_code(self, capture: Capture, published: str | None = None) -> CodedPage | None:
        """The same; None, with a note, for a page on which a room fails."""
        try:
            return self.code(capture, published)
        except Absent:
            raise
        except Exception as error:  # one broken page must not hide the others' scores
            where = traceback.extract_tb(error.__traceback__)[-1]
            self._note(f"{capture.name} failed: {type(error).__name__}: {error} ({where.filename}:{where.lineno})")
            return None

    def read(self, capture: Capture, published: str | None = None) -> Page:
        """The page as the reading room gives it."""
        page = read_page(capture, published=published)
        if isinstance(page, Rejection):
            raise Absent(f"{capture.name} is rejected: {page.says}")
        return page

    def analyse(self, page: Page) -> Analysis:
        """What the language room says of the page, from disk if it said so before."""
        path = CACHE / f"{hashlib.sha256(msgspec.json.encode(page)).hexdigest()[:24]}-{_language_key()}.msgpack"
        if path.is_file():
            return msgspec.msgpack.decode(path.read_bytes(), type=Analysis)
        if self._analyser is None:
            self._analyser = Analyser()
        analysis = self._analyser.analyse(page)
        _write(path, msgspec.msgpack.encode(analysis))
        return analysis

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


def capture_of(name: str, text: str) -> Capture:
    """A text as it would come in from a UTF-8 file."""
    data = text.encode("utf-8")
    return Capture(digest(data), name, "text/plain", data, "utf-8", "utf-8")


@cache
def _language_key() -> str:
    import numpy
    import onnxruntime

    joined = hashlib.sha256(f"{onnxruntime.__version__} {numpy.__version__}".encode())
    words = [WORDS / f"{name}.yaml" for name in ("tokens", "lemmas", "actor_nouns", "reporting", "place_words")]
    names = [*WORDS.glob("actors/*"), WORDS.parent / "register.py", *WORDS.glob("places/*"), *WORDS.glob("places*")]
    for path in sorted([*LANGUAGE.rglob("*"), *words, *names]):
        if path.suffix in {".py", ".onnx", ".npz", ".json", ".txt", ".yaml", ".tsv", ".gz"}:
            joined.update(hashlib.sha256(path.read_bytes()).digest())
    return joined.hexdigest()[:12]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(path)
