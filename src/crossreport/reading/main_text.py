"""The pieces of an HTML page in; those that are not its main text dropped, as trafilatura decides in a child process.

Where the child fails or is too slow, the regions of the page (nav, footer, aside) and the share of links decide.
"""

import atexit
import os
import re
import subprocess
import sys
import threading

import msgspec

from crossreport.reading.draft import Draft, Piece
from crossreport.reading.extractor import Extracted, read_message, write_message

SECONDS = 20.0  # for one page; the slowest of article_extraction's 181 takes under two on a laptop
_SHINGLE = 3
_SHARE = 0.75  # of a piece's three-word runs that the main text must hold
_WORD = re.compile(r"[^\W_]+")
_LINK_HEAVY = 0.6
_LINKED_TEXT = 0.2  # share of running text that may be links
_LEAST_MAIN = 10  # words: less than that is no main text


class Extractor:
    """The child process, started when first needed and again after it was killed."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def read(self, html: str, seconds: float = SECONDS) -> Extracted | None:
        """What the child found, or None if it failed or took too long."""
        child = self._running()
        answer: list[bytes | None] = []
        talk = threading.Thread(target=self._talk, args=(child, html, answer), daemon=True)
        talk.start()
        talk.join(seconds)
        if talk.is_alive() or not answer:
            self.close()
            talk.join(1)
            return None
        return msgspec.json.decode(answer[0], type=Extracted) if answer[0] is not None else None

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue

    def _running(self) -> subprocess.Popen[bytes]:
        """The child of this very process: one that a fork inherited is another's."""
        if self._child is None or self._owner != os.getpid() or self._child.poll() is not None:
            if self._owner == os.getpid():
                self.close()
            self._owner = os.getpid()
            command = [sys.executable, "-m", "crossreport.reading.extractor"]
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._child

    @staticmethod
    def _talk(child: "subprocess.Popen[bytes]", html: str, answer: list[bytes | None]) -> None:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            write_message(child.stdin, html.encode("utf-8", "replace"))
            head_lost = child.stdout.peek(1) == b""  # type: ignore[attr-defined]
            if not head_lost:
                answer.append(read_message(child.stdout))
        except (OSError, ValueError):
            return


_extractor = Extractor()
atexit.register(_extractor.close)


def mark_main_text(draft: Draft, html: str) -> str | None:
    """Drop what is not main text with the region that it stands in as reason; give the day that htmldate finds."""
    found = _extractor.read(html) or Extracted(None, None)
    if found.text is None or len(_words(found.text)) < _LEAST_MAIN:
        _by_regions(draft)
    else:
        _by_main_text(draft, found.text)
    return found.date


def _by_main_text(draft: Draft, main: str) -> None:
    known = _Known(main)
    for piece in draft.pieces:
        if not known.holds(piece) and piece.heading != 1:
            piece.dropped = piece.region or ("links" if piece.links > _LINK_HEAVY else "not_main_text")
    _take_back(draft.pieces)


def _take_back(pieces: list[Piece]) -> None:
    """Full sentences that tell between two kept paragraphs are of the report: its markup was broken there."""
    kept = [index for index, piece in enumerate(pieces) if piece.dropped is None and piece.prose and not piece.heading]
    for piece in pieces[kept[0] : kept[-1]] if kept else []:
        if piece.dropped == "not_main_text" and piece.prose and piece.sentence and piece.tells:
            piece.dropped = None if piece.links <= _LINKED_TEXT else piece.dropped


class _Known:
    """The main text as lines and three-word runs."""

    def __init__(self, main: str) -> None:
        self.lines = {tuple(_words(line)) for line in main.splitlines()}
        words = _words(main)
        self.runs = {tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}

    def holds(self, piece: Piece) -> bool:
        words = _words(piece.text)
        if tuple(words) in self.lines:
            return True
        runs = [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]
        return len(words) >= 5 and sum(run in self.runs for run in runs) >= _SHARE * len(runs)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _by_regions(draft: Draft) -> None:
    for piece in draft.pieces:
        if piece.region in ("menu", "footer", "aside", "form") or (piece.links > _LINK_HEAVY and not piece.heading):
            piece.dropped = piece.region or "links"
