"""How often a page's outlet is found, where it is known: from FA-KES' own column, from an address that is hidden.

    python -m evals.outlets [--show N]

FA-KES is text without address or masthead; what can be found there are credits and self-mentions. Of the HTML sets only
pages whose address is of a registered outlet count, and the address is hidden: metadata, masthead and copyright decide.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator

from msgspec import Struct

from crossreport.intake import capture_bytes
from crossreport.model import Capture
from crossreport.reading import outlet_of
from crossreport.reading.sources import source_by_domain
from evals import dating_sets
from evals.corpora import Absent, fa_kes_articles, find

# FA-KES' short names and the register's.
_FA_KES = {
    "ahram": "Al-Ahram", "manar": "Al-Manar", "alaraby": "Al Araby", "alalam": "Al-Alam", "dailysabah": "Daily Sabah",
    "etilaf": "Syrian National Coalition", "sputnik": "Sputnik", "trt": "TRT World", "sana": "SANA",
    "jordantimes": "The Jordan Times", "reuters": "Reuters", "nna": "National News Agency", "arabiya": "Al Arabiya",
    "asharqalawsat": "Asharq Al-Awsat", "tass": "TASS",
}  # fmt: skip


class Known(Struct, frozen=True):
    """A page whose outlet is known."""

    id: str
    capture: Capture
    outlet: str


def fa_kes() -> Iterator[Known]:
    """FA-KES, as text."""
    for article in fa_kes_articles().values():
        capture = capture_bytes(article.text.encode(), "page.txt")
        if isinstance(capture, Capture):
            yield Known(article.id, capture, _FA_KES[article.outlet])


def htmldate() -> Iterator[Known]:
    """htmldate's pages of registered outlets, without their address."""
    for page in dating_sets.htmldate():
        source = source_by_domain(page.id)
        hidden = capture_bytes(page.capture.data, "page.html") if isinstance(page.capture, Capture) else None
        if source is not None and isinstance(hidden, Capture):
            yield Known(page.id, hidden, source.name)


def article_extraction() -> Iterator[Known]:
    """The article-extraction pages of registered outlets, without their address."""
    folder = find("data/article_extraction")
    listed = json.loads(gzip.decompress((folder / "ground-truth.json.gz").read_bytes()))
    for identity, truth in listed.items():
        source = source_by_domain(truth.get("url") or "")
        data = gzip.decompress((folder / "html" / f"{identity}.html.gz").read_bytes())
        capture = capture_bytes(data, "page.html")
        if source is not None and isinstance(capture, Capture):
            yield Known(identity, capture, source.name)


SETS = {"fa_kes": fa_kes, "htmldate": htmldate, "article_extraction": article_extraction}


def main(arguments: list[str] | None = None) -> int:
    """Measure and list."""
    parser = argparse.ArgumentParser(prog="evals.outlets", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list N wrong or missing outlets of each set")
    options = parser.parse_args(arguments)
    for name, pages in SETS.items():
        try:
            answers = [(page, outlet_of(page.capture)) for page in pages()]
        except Absent as absent:
            print(f"skipped {name}: {absent}")
            continue
        right = sum(found == page.outlet for page, found in answers)
        wrong = [(page, found) for page, found in answers if found not in (None, page.outlet)]
        none = len(answers) - right - len(wrong)
        print(f"{name:20}{len(answers):5} pages  right {right}  wrong {len(wrong)}  none {none}")
        for page, found in wrong[: options.show]:
            print(f"   {page.id[:70]}: {page.outlet!r}, found {found!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
