"""The first look at pages against texts that it did not learn from: `python -m evals.relevance [--missed]`.

Kept is the share of texts that report conflict and are read; dropped the share of others that are not. Held back: two
outlets of FA-KES; other wars, times and kinds whole (our own test pages of ten wars, ISAF's press releases, news from
Latin America in MUC-4 with an event in it), and other news (PolNeAR's election coverage, every third page of GeoVirus,
the test part of article_extraction, of which a few do report conflict).
"""

import gzip
import json
import sys
import tarfile
import xml.etree.ElementTree as ET
from collections.abc import Callable

from crossreport.reading.extracted import by_resiliparse
from crossreport.reading.language import passage_language
from crossreport.reading.relevance import BAR, relevance
from evals.articles import articles, is_dev
from evals.corpora import ROOT, Absent, fa_kes_articles, find

HELD_BACK = ("sana", "reuters", "ahram")  # outlets of FA-KES: a party's agency, an agency, a paper


def fa_kes_pages() -> list[tuple[str, bool]]:
    """Texts, with whether they are held back."""
    return [(one.text, one.outlet.casefold() in HELD_BACK) for one in fa_kes_articles().values()]


def own_pages(part: str) -> dict[str, str]:
    """Our own pages of ten wars."""
    folder = ROOT / "evals" / "pages" / part
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def geovirus() -> list[tuple[str, bool]]:
    """Reports on diseases, with whether they are held back."""
    with gzip.open(find("data/geoparsing/corpora/GeoVirus.xml.gz")) as stream:
        texts = [one.text or "" for one in ET.parse(stream).getroot().iter("text")]
    return [(text, number % 3 == 0) for number, text in enumerate(texts)]


def _fa_kes() -> list[str]:
    return [text for text, held_back in fa_kes_pages() if held_back]


def _isaf() -> list[str]:
    with gzip.open(find("data/isaf_press/isaf_press_dev.jsonl.gz"), "rt", encoding="utf-8") as stream:
        return [json.loads(line)["conversations"][1]["value"] for line in stream]


def _muc() -> list[str]:
    with gzip.open(find("data/muc4/processed/dev.json.gz"), "rt", encoding="utf-8") as stream:
        read = [json.loads(line) for line in stream]
    return [one["doctext"] for one in read if one["templates"]]


def _polnear() -> list[str]:
    with tarfile.open(find("data/polnear/polnear.tar.gz")) as archive:
        names = [m for m in archive.getmembers() if "/text/" in m.name and m.name.endswith(".txt")]
        return [(archive.extractfile(name) or sys.stdin.buffer).read().decode("utf-8", "replace") for name in names]


def _web() -> list[str]:
    found = [by_resiliparse(page.html) for name, page in articles().items() if not is_dev(name)]
    return [text for text in found if passage_language(text) == "en"]


KEPT: dict[str, Callable[[], list[str]]] = {
    "fa_kes": _fa_kes,
    "own": lambda: list(own_pages("test").values()),
    "isaf": _isaf,
    "muc": _muc,
}
DROPPED: dict[str, Callable[[], list[str]]] = {
    "polnear": _polnear,
    "geovirus": lambda: [text for text, held_back in geovirus() if held_back],
    "web": _web,
}


def is_read(text: str) -> bool:
    """Whether the first look lets it through."""
    score = relevance(text)
    return score is None or score >= BAR


def shares() -> dict[str, tuple[float, int]]:
    """Of each set the share that is treated as it should be, and its size."""
    found = {}
    for name, texts in KEPT.items():
        read = [is_read(text) for text in texts()]
        found[f"kept_{name}"] = sum(read) / max(1, len(read)), len(read)
    for name, texts in DROPPED.items():
        read = [is_read(text) for text in texts()]
        found[f"dropped_{name}"] = 1 - sum(read) / max(1, len(read)), len(read)
    return found


def measure() -> dict[str, float]:
    """For the gate."""
    return {name: share for name, (share, size) in shares().items() if size}


def main() -> int:
    """Print the shares; with `--missed` the beginnings of what is wrongly dropped."""
    try:
        for name, (share, size) in shares().items():
            print(f"{name:20}{share:.3f}  of {size}")
        if "--missed" in sys.argv:
            for name, texts in KEPT.items():
                for text in texts():
                    if not is_read(text):
                        print(name, relevance(text), " ".join(text.split())[:200])
    except Absent as absent:
        print(f"skipped: {absent}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
