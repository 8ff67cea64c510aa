"""Time of each room on real pages, one thread: `python -m bench.rooms [--pages N]`.

Prints processor milliseconds a page, shares, pages a second, and a digest of the output: two versions that print the
same digest read these pages the same, byte for byte. Pages are taken evenly from the FA-KES dev part.
"""

import argparse
import hashlib
import os
import sys
import time
from collections import defaultdict

os.environ.setdefault("OMP_NUM_THREADS", "1")

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.language import Analyser
from crossreport.model import Capture, Page
from crossreport.reading import read_page
from crossreport.reading.language import language_of
from crossreport.record.codec import canonical
from evals.corpora import Absent, fa_kes_sample
from evals.rooms import capture_of

WARM = 3  # pages before the clock runs: lexicons are loaded, the model is warm


class Clock:
    """Processor seconds by room."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._since = time.process_time()

    def lap(self, room: str) -> None:
        """What has passed since the last lap was this room's."""
        now = time.process_time()
        self.spent[room] += now - self._since
        self._since = now


def read(capture: Capture, analyser: Analyser, clock: Clock) -> bytes:
    """One page through the rooms that see it alone."""
    clock.lap("between")
    page = read_page(capture)
    clock.lap("reading")
    if not isinstance(page, Page):
        return b""
    analysis = analyser.analyse(page)
    clock.lap("language")
    mentions = ground(page, analysis)
    clock.lap("grounding")
    coded = code(page, analysis, mentions)
    clock.lap("coding")
    return canonical(coded).encode()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.rooms")
    parser.add_argument("--pages", type=int, default=80)
    wanted = parser.parse_args().pages
    try:
        articles = fa_kes_sample(wanted)
    except Absent as absent:
        print(f"skipped: {absent}")
        return 0
    captures = [capture_of(f"{article.id}.txt", article.text) for article in articles]
    analyser = Analyser()
    language_of("Granaten")  # the model that only a doubtful passage needs is loaded, too
    for capture in captures[:WARM]:
        read(capture, analyser, Clock())
    clock, summed = Clock(), hashlib.sha256()
    for capture in captures:
        summed.update(read(capture, analyser, clock))
    del clock.spent["between"]
    whole = sum(clock.spent.values())
    for room, seconds in clock.spent.items():
        print(f"{room:10}{seconds / len(captures) * 1000:7.1f} ms a page{seconds / whole:7.1%}")
    print(f"{len(captures)} pages, {len(captures) / whole:.2f} a processor second, digest {summed.hexdigest()[:16]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
