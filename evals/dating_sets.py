"""Pages whose day of publication is known: FA-KES with and without its date lines, htmldate's set, pages of our own.

The day that the page prints is taken with a pattern of this module's own, so that the reader does not judge itself.
"""

import json
import re
import tarfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec import Struct

from crossreport.intake import capture_bytes
from crossreport.model import Capture, Rejection
from evals.corpora import Absent, Article, fa_kes_articles, find

OWN = Path(__file__).parent / "dated_pages"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{}>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_LABEL = r"(?:(?:Published|Posted on|Date of publication|Last updated at|Updated)\s+)?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\s+)?"
_CLOCK = r"(?:\s*\(updated [\d: ]+[\d.]+\))?(?:\s+(?:at )?\d{3,6}(?=\s|$)|\s+\d\d:\d\d)?"
_LINE = re.compile(
    rf"(?<!\w){_LABEL}{_WEEKDAY}(?:(?P<d1>\d{{1,2}})\s+{_MONTH.format('m1')}\s+(?P<y1>20\d\d)|"
    rf"{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}})\s*(?P<y2>20\d\d)|"
    rf"(?P<d3>\d{{1,2}})[.-](?P<m3>\d\d)[.-](?P<y3>20\d\d)){_CLOCK}"
)
_HEAD = 220  # characters in which FA-KES pages have their date line; a date in a sentence follows "on" or "of"
_IN_SENTENCE = re.compile(r"\b(?:on|of|since|from|until|and|to|the|in)\s*$")


class Dated(Struct, frozen=True):
    """A page and the day on which it was published. `reader` is the stretch that a careful reader would give."""

    id: str
    capture: Capture | Rejection
    true: date
    part: str
    reader: tuple[date, date] | None = None


def fa_kes(*, lines: bool) -> Iterator[Dated]:
    """FA-KES as plain text without metadata; without `lines`, its date lines are cut out, too.

    True is the day that the page prints, else that of the corpus, which is often the event's (see `corpus_days_off`).
    """
    for article in fa_kes_articles().values():
        body = article.text.partition("\n\n")[2]
        printed = _printed(body)
        text = article.text if lines else _without_lines(article, body)
        true = printed or date.fromisoformat(article.published)
        yield Dated(article.id, capture_bytes(text.encode(), "page.txt"), true, part_of(article.id))


def corpus_days_off(part: str) -> tuple[int, int, int, int]:
    """(pages, pages that print a day, of these: the corpus gives another one, more than a week off)."""
    articles = [a for a in fa_kes_articles().values() if part_of(a.id) == part]
    pairs = [(_printed(a.text.partition("\n\n")[2]), date.fromisoformat(a.published)) for a in articles]
    printed = [(shown, given) for shown, given in pairs if shown]
    off = [abs(shown - given) for shown, given in printed if shown != given]
    return len(articles), len(printed), len(off), sum(gap > timedelta(days=7) for gap in off)


def part_of(identity: str) -> str:
    """dev: a third of the pages, by a hash of the id; test: the rest."""
    return "dev" if rank(identity) % 3 == 0 else "test"


def rank(identity: str) -> int:
    """A number by which pages are ordered and parted, without regard to their content."""
    return int(sha256(identity.encode()).hexdigest(), 16)


def _line(body: str) -> re.Match[str] | None:
    found = (match for match in _LINE.finditer(body, 0, _HEAD + 40) if match.start() < _HEAD)
    return next((match for match in found if not _IN_SENTENCE.search(body[: match.start()])), None)


def _printed(body: str) -> date | None:
    """The day in the page's date line."""
    match = _line(body)
    if match is None:
        return None
    part = match.groupdict()
    n = next(n for n in "123" if part[f"d{n}"])
    month = part[f"m{n}"]
    number = int(month) if month.isdigit() else _MONTHS.index(month.casefold()) + 1
    try:
        return date(int(part[f"y{n}"]), number, int(part[f"d{n}"]))
    except ValueError:
        return None


def _without_lines(article: Article, body: str) -> str:
    while (match := _line(body)) is not None:
        body = body[: match.start()] + body[match.end() :].lstrip(" .")
    return f"{article.text.partition(chr(10))[0]}\n\n{body}"


def htmldate() -> Iterator[Dated]:
    """The 800 pages of htmldate's own set, with their markup and address."""
    folder = _unpacked()
    listed: dict[str, dict[str, str]] = json.loads(find("data/htmldate_eval/eval_default.json").read_text("utf-8"))
    for address, page in listed.items():
        file = next((f for sub in ("test_set", "cache", "eval") if (f := folder / sub / page["file"]).is_file()), None)
        if file is None:
            raise Absent(f"{folder} lacks {page['file']}")
        capture = capture_bytes(file.read_bytes(), address)
        yield Dated(address, capture, date.fromisoformat(page["date"]), part_of(address))


@cache
def _unpacked() -> Path:
    """The set's folder, unpacked into `build/` once."""
    archive = find("data/htmldate_eval/tests_eval.tar.xz")
    folder = Path(__file__).resolve().parent.parent / "build" / "evals" / "htmldate"
    if not (folder / "eval").is_dir():
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
    return folder


class _OwnPage(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `dated_pages/*.yaml`: `day` the true day, `reader` an EDTF interval of two days."""

    id: str
    about: str
    clues: tuple[str, ...]
    day: date
    reader: str
    text: str
    name: str = "page.txt"


def own() -> Iterator[Dated]:
    """The pages of our own writing."""
    for file in sorted(OWN.glob("*.yaml")):
        entries: Any = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for page in msgspec.convert(entries, tuple[_OwnPage, ...]):
            first, _, last = page.reader.partition("/")
            reader = (date.fromisoformat(first), date.fromisoformat(last or first))
            yield Dated(page.id, capture_bytes(page.text.encode(), page.name), page.day, file.stem, reader)
