"""Pages through the rooms, with what the language room says kept on disk between runs.

The cache is keyed by the page as read and by everything that the language room's answer depends on (weights, run-time
versions, its code and its words), so that a change of coding rules re-scores in seconds and nothing is ever stale.
"""

import hashlib
import os
import traceback
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from crossreport.model import (
    Analysis,
    Block,
    Capture,
    CodedPage,
    Mention,
    Page,
    Published,
    Rejection,
    content_id,
    digest,
)
from evals.corpora import ROOT, Absent

CACHE = ROOT / "build" / "evals" / "analyses"
LANGUAGE = ROOT / "src" / "crossreport" / "language"
WORDS = ROOT / "src" / "crossreport" / "words" / "data"


class Rooms:
    """Capture to CodedPage. Each room is imported at its first use; a missing one raises Absent with its name."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self._analyser: Any = None

    def code(self, capture: Capture, published: str | None = None) -> CodedPage:
        """The coded page of a capture."""
        page = self.read(capture, published)
        analysis = self.analyse(page)
        ground, code = self._room("crossreport.grounding", "ground"), self._room("crossreport.coding", "code")
        try:
            mentions: tuple[Mention, ...] = ground(page, analysis)
            coded: CodedPage = code(page, analysis, mentions)
        except ModuleNotFoundError as error:
            raise Absent(f"a room is not whole yet: {error}") from error
        return coded

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
        """The page as the reading room gives it; a bare page of title and body until that room exists."""
        try:
            read_page = self._room("crossreport.reading", "read_page")
        except Absent as absent:
            self._note(f"{absent}: pages are taken as they are")
            return bare_page(capture, published)
        page: Page | Rejection = read_page(capture, published=published)
        if isinstance(page, Rejection):
            raise Absent(f"{capture.name} is rejected: {page.says}")
        return page

    def analyse(self, page: Page) -> Analysis:
        """What the language room says of the page, from disk if it said so before."""
        path = CACHE / f"{hashlib.sha256(msgspec.json.encode(page)).hexdigest()[:24]}-{_language_key()}.msgpack"
        if path.is_file():
            return msgspec.msgpack.decode(path.read_bytes(), type=Analysis)
        if self._analyser is None:
            self._analyser = self._room("crossreport.language", "Analyser")()
        analysis: Analysis = self._analyser.analyse(page)
        _write(path, msgspec.msgpack.encode(analysis))
        return analysis

    def _room(self, module: str, name: str) -> Callable[..., Any]:
        found = _function(module, name)
        if found is None:
            raise Absent(f"{module}.{name} is not there yet")
        return found

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


def capture_of(name: str, text: str) -> Capture:
    """A text as it would come in from a UTF-8 file."""
    data = text.encode("utf-8")
    return Capture(digest(data), name, "text/plain", data, "utf-8", "utf-8")


def bare_page(capture: Capture, published: str | None) -> Page:
    """First line as title, the rest as one paragraph."""
    text = capture.data.decode(capture.encoding)
    head = text.split("\n", 1)[0]
    body = len(text) - len(text[len(head) :].lstrip())
    blocks = [Block(0, len(head), "title")] * bool(head.strip()) + [Block(body, len(text), "paragraph")] * (
        body < len(text)
    )
    when = Published(published or "..", published, published)
    page_id = content_id("page", capture.id, capture.name)
    return Page(page_id, capture.id, capture.name, None, head or None, "en", text, tuple(blocks), (), when)


@cache
def _function(module: str, name: str) -> Callable[..., Any] | None:
    """`name` of a room's package, or of the module of that name or of `ground`, `coder` … inside it."""
    for place in (module, f"{module}.{name.removesuffix('_page')}"):
        try:
            found = getattr(import_module(place), name, None)
        except ModuleNotFoundError as error:
            if not (error.name or "").startswith(module):
                raise
            continue
        if callable(found):
            return found  # type: ignore[no-any-return]
    return None


@cache
def _language_key() -> str:
    import numpy
    import onnxruntime

    joined = hashlib.sha256(f"{onnxruntime.__version__} {numpy.__version__}".encode())
    for path in sorted([*LANGUAGE.rglob("*"), WORDS / "tokens.yaml", WORDS / "lemmas.yaml"]):
        if path.suffix in {".py", ".onnx", ".npz", ".json", ".txt", ".yaml"}:
            joined.update(hashlib.sha256(path.read_bytes()).digest())
    return joined.hexdigest()[:12]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(path)
