"""Page after page for as long as there is time: memory and open files do not grow (R21)."""

import os
from collections.abc import Iterator
from importlib.resources import files

from crossreport.intake import capture_bytes
from crossreport.model import Capture
from crossreport.pipeline.options import Options
from crossreport.pipeline.page import code_capture
from torture.trial import Trial

WARM = 200  # pages after which caches are full of these pages' words
GROWTH = 24  # megabytes that may come later: caches have bounds, and these are far above what they hold here
FILES = 8


def trials(_seed: int) -> Iterator[Trial]:
    """A trial is one page; the same stories under other numbers, so that no page is like another."""
    folder = files("crossreport").joinpath("samples/pages")
    texts = [file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".txt")]
    number, memory, opened = 0, 0.0, 0
    while True:
        number += 1
        text = texts[number % len(texts)].replace("killed", f"killed, in week {number},", 1)
        capture = capture_bytes(text.encode(), f"{number}.txt")
        if isinstance(capture, Capture):
            code_capture(capture, Options())
        if number == WARM:
            memory, opened = _megabytes(), _files()
        grown = _megabytes() - memory if number > WARM else 0
        broke = f"{grown:.0f} MB more than after {WARM} pages" if grown > GROWTH else ""
        if number > WARM and _files() > opened + FILES:
            broke = f"{_files()} open files, {opened} after {WARM} pages"
        yield Trial(f"page {number}", broke)


def _megabytes() -> float:
    with open("/proc/self/statm", encoding="ascii") as stream:
        return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _files() -> int:
    return len(os.listdir("/proc/self/fd"))
