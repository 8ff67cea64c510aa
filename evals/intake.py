"""How fast, how whole and how flat inputs are read, on archives of our own pages made for the purpose.

    python -m evals.intake [PAGES]

Speeds are printed and not pinned: they are the machine's as much as ours. Pinned is what must hold on every machine:
all pages of an archive come out once, memory does not grow with the archive, a page that is taken apart in the child
process gives what it gives in this one, damage costs only what it hits.
"""

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from crossreport.intake import read_paths
from crossreport.model import Capture, Page, Rejection
from crossreport.reading import read_page
from evals import containers as made

PAGES = 3000  # of the large archives: enough for growth to show, few enough for the gate
READ = 60  # pages through reading, too
BALLAST = 30_000  # bytes of script on each archived page
GROWTH = 16.0  # MB that a run over the archive may add: the allocator's slack; the archive unfolds to 100 MB


def archives(folder: Path, pages: int) -> dict[str, Path]:
    """Large containers, written page by page."""
    kinds: dict[str, tuple[str, Callable[[int], bytes]]] = {
        "warc.gz": ("a.warc.gz", lambda n: gzip.compress(_heavy(n), 1, mtime=0)),
        "wet.gz": ("b.warc.wet.gz", lambda n: gzip.compress(_wet(n), 6, mtime=0)),
        "jsonl": ("c.jsonl", lambda n: json.dumps(made.c4_record(n)).encode() + b"\n"),
        "mbox": ("d.mbox", lambda n: made.mbox([n])),
    }
    found = {}
    for kind, (name, record) in kinds.items():
        path = folder / name
        with path.open("wb") as stream:
            for number in range(pages):
                stream.write(record(number))
        found[kind] = path
    return found


def _heavy(number: int) -> bytes:
    return made.warc_record(number, made.page(number, BALLAST).encode())


def _wet(number: int) -> bytes:
    return made.warc_block("conversion", made.text(number).encode(), "text/plain", made.address(number))


def measure(pages: int = PAGES, *, tell: Callable[[str], None] = lambda _: None) -> dict[str, float]:
    """Shares that must be 1: `whole_*` of the pages came out, `flat` memory stayed, `same` as in this process."""
    measures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        files = archives(Path(name), pages)
        for kind, path in files.items():
            _count(read_paths([path]), 50)  # imports and caches are no growth
            before, began = resident(), time.perf_counter()
            found = _count(read_paths([path]), pages)
            took, grown = time.perf_counter() - began, resident() - before
            measures[f"whole_{kind}"] = found / pages
            measures[f"flat_{kind}"] = float(grown <= GROWTH)
            size = path.stat().st_size / 1e6
            speed = f"{found / took:8,.0f} pages/s"
            tell(f"intake  {kind:8} {found:6} pages {speed}  {size:6.1f} MB on disk, grew by {grown:.1f} MB")
        measures["damage_contained"] = _damage(files["warc.gz"])
    for kind, captures in (("html", _html(READ)), ("text", _texts(READ))):
        warm, *rest = captures
        read_page(warm)
        began = time.perf_counter()
        read = [read_page(capture) for capture in rest]
        tell(f"reading {kind:8} {len(rest):6} pages {len(rest) / (time.perf_counter() - began):8,.1f} pages/s")
        measures[f"read_{kind}"] = sum(isinstance(page, Page) for page in read) / len(read)
    measures["same_as_in_process"] = _same(_html(8))
    return measures


def _count(outcomes: Iterable[object], most: int) -> int:
    found = 0
    for outcome in outcomes:
        found += isinstance(outcome, Capture)
        if found == most:
            break
    return found


def resident() -> float:
    """Memory of this process in MB; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 1e6


def _damage(path: Path) -> float:
    """The share of untouched pages that are read of an archive in which every fiftieth member is broken."""
    members = [gzip.compress(made.warc_record(number), 6, mtime=0) for number in range(400)]
    broken = set(range(25, 400, 50))
    for number in broken:
        member = bytearray(members[number])
        member[len(member) // 2] ^= 0xFF
        members[number] = bytes(member)
    path.write_bytes(b"".join(members))
    outcomes = list(read_paths([path]))
    pages = {outcome.url for outcome in outcomes if isinstance(outcome, Capture)}
    whole = {made.address(number) for number in range(400) if number not in broken}
    faults = sum(isinstance(outcome, Rejection) for outcome in outcomes)
    return len(pages & whole) / len(whole) if faults >= len(broken) and not pages - whole else 0.0


def _html(count: int) -> list[Capture]:
    return list(_captures(made.warc_record(number) for number in range(count)))


def _texts(count: int) -> list[Capture]:
    return list(_captures(map(_wet, range(count))))


def _captures(records: Iterable[bytes]) -> Iterator[Capture]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.warc"
        path.write_bytes(b"".join(records))
        yield from (outcome for outcome in read_paths([path]) if isinstance(outcome, Capture))


def _same(captures: list[Capture]) -> float:
    """Pages taken apart in the child against the same in this process."""
    from crossreport.reading.child import child
    from crossreport.reading.extractor import answer

    hits = [child.ask("html", one.data, parts=2).parts == tuple(answer("html", one.data)) for one in captures]
    return sum(hits) / len(hits)


def main(arguments: list[str]) -> int:
    """Print speeds and measures."""
    for name, value in measure(int(arguments[0]) if arguments else PAGES, tell=print).items():
        print(f"{name:20} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
