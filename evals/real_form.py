"""The working form of a coded real page: what a coder writes, with quotes; checked against the page.

    python -m evals.real_form check FILE|FOLDER …

One JSON file a page, named by the page's id (`real_texts.py`), in the form of the gold files; `cue` and `words` are
verbatim quotes, found whatever the case and the white space between words. `nth` chooses among several places; without
it a cue stands where it is first, a toll nearest to its event's cue, a figure where the toll of the same words stands,
else first.
Working files hold words of the pages and stay outside the repository; `real_pages.py` makes offsets of them.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from evals.coded import Number
from evals.corpora import Absent
from evals.corpus_check import known_types
from evals.gold_lines import MEASURES
from evals.markup import Fault
from evals.real_texts import READERS, RealText, read_texts
from evals.same import interval, plain

STATUSES = frozenset(
    ["happened", "ongoing", "planned", "threatened", "called_for", "alleged", "denied", "hypothetical"]
)
LONGEST = 10  # words of a quote: it points, it does not copy
GIST = 25  # words of a claim's gist
RUN = 9  # words in a row, as on the page, that make a gist a copy
_APOSTROPHE, _QUOTE, _DASH = "'’‘`", '"“”', "-–—"
_COUNTRY = re.compile("[A-Z]{2}")
_DAY = r"\d{4}(-(0\d|1[012])(-\d\d)?)?[~?%]?"
_EDTF = re.compile(rf"{_DAY}(/{_DAY})?")
_OPEN = re.compile(rf"\.\./{_DAY}|{_DAY}/\.\.")

Span = tuple[int, int]


class WorkToll(Struct, frozen=True, forbid_unknown_fields=True):
    """Killed or wounded on one event."""

    low: Number
    best: Number
    high: Number
    words: str
    of: str | None = None
    nth: int | None = None


class WorkEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """One event."""

    type: str
    status: str
    cue: str
    core: bool
    agent: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    admin: str | None = None
    country: str | None = None
    when: str | None = None
    said_by: tuple[str, ...] = ()
    killed: WorkToll | None = None
    wounded: WorkToll | None = None
    nth: int | None = None


class WorkFigure(Struct, frozen=True, forbid_unknown_fields=True):
    """One figure."""

    measure: str
    low: Number
    best: Number
    high: Number
    words: str
    of: str | None = None
    cumulative: bool = False
    said_by: tuple[str, ...] = ()
    where: str | None = None
    when: str | None = None
    nth: int | None = None


class WorkClaim(Struct, frozen=True, forbid_unknown_fields=True):
    """One claim; `says` is the coder's own gist, `words` the first words of what is asserted."""

    speaker: str
    says: str
    via: tuple[str, ...] = ()
    words: str | None = None
    nth: int | None = None


class WorkPage(Struct, frozen=True, forbid_unknown_fields=True):
    """All of one page."""

    events: tuple[WorkEvent, ...] = ()
    figures: tuple[WorkFigure, ...] = ()
    claims: tuple[WorkClaim, ...] = ()


def places_of(quote: str, text: str) -> list[Span]:
    """Where a quote stands, as whole words if it does: case, white space and kinds of quotation marks aside."""
    if not quote.strip():
        return []
    pattern = r"\s+".join("".join(map(_letter, word)) for word in quote.split())
    found = [each.span() for each in re.finditer(pattern, text, re.IGNORECASE)]
    return [span for span in found if _is_whole(text, *span)] or found


def _is_whole(text: str, start: int, end: int) -> bool:
    edges = ((text[start - 1 : start], text[start]), (text[end - 1], text[end : end + 1]))
    return not any(left.isalnum() and right.isalnum() for left, right in edges)


def _letter(letter: str) -> str:
    alike = next((group for group in (_APOSTROPHE, _QUOTE, _DASH) if letter in group), None)
    return f"[{re.escape(alike)}]" if alike else re.escape(letter)


def locate(quote: str, text: str, nth: int | None = None, near: int | None = None) -> Span:
    """The offsets of a quote: its `nth` place (from 1), else that nearest to offset `near`, else the first.

    Raises:
        Fault: it stands nowhere, or not so often.
    """
    found = places_of(quote, text)
    if not found:
        raise Fault(f"{quote!r} is not on the page")
    if nth is not None:
        if not 1 <= nth <= len(found):
            raise Fault(f"{quote!r} stands {len(found)} times on the page, not {nth}")
        return found[nth - 1]
    return found[0] if near is None else min(found, key=lambda span: abs(span[0] - near))


def read_work(path: Path) -> WorkPage:
    """A working file.

    Raises:
        Fault: it is no JSON of this form; the message names file and field.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=WorkPage)
    except (msgspec.DecodeError, OSError) as error:
        raise Fault(f"{path}: {error}") from error


def faults(work: WorkPage, page: RealText | None) -> Iterator[str]:
    """Everything wrong with a coded page, in words for its coder; without the page, what needs it is not looked at."""
    for number, event in enumerate(work.events, 1):
        yield from (f"event {number} ({event.cue}): {each}" for each in _event(event, page))
    for number, figure in enumerate(work.figures, 1):
        yield from (f"figure {number} ({figure.words}): {each}" for each in _figure(figure, page))
    for number, claim in enumerate(work.claims, 1):
        yield from (f"claim {number} ({claim.speaker}): {each}" for each in _claim(claim, page))


def _event(event: WorkEvent, page: RealText | None) -> Iterator[str]:
    if event.type not in known_types():
        yield f"there is no type {event.type}"
    if event.status not in STATUSES:
        yield f"there is no status {event.status}"
    if event.country is not None and not _COUNTRY.fullmatch(event.country):
        yield f"country {event.country} is no ISO code of two letters"
    if page is not None:
        told = set(plain(page.text).split())
        yield from (f"place {name} is not on the page" for name in event.place if not told & set(plain(name).split()))
    yield from _quote(event.cue, event.nth, page)
    yield from _day(event.when)
    for toll in (event.killed, event.wounded):
        if toll is not None:
            yield from _quote(toll.words, toll.nth, page)
            yield from _bounds(toll)


def _figure(figure: WorkFigure, page: RealText | None) -> Iterator[str]:
    if figure.measure not in MEASURES:
        yield f"there is no measure {figure.measure}"
    yield from _quote(figure.words, figure.nth, page)
    yield from _bounds(figure)
    yield from _day(figure.when)


def _claim(claim: WorkClaim, page: RealText | None) -> Iterator[str]:
    if claim.words is not None:
        yield from _quote(claim.words, claim.nth, page)
    if len(claim.says.split()) > GIST:
        yield f"a gist of more than {GIST} words"
    if page is not None and (copied := _copied(claim.says, page.text)):
        yield f"the gist copies {copied!r}"


def _copied(gist: str, text: str) -> str | None:
    """A run of the page's words in a gist that should be the coder's own."""
    words, told = plain(gist).split(), f" {plain(text)} "
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return next((run for run in runs if f" {run} " in told), None)


def _quote(quote: str, nth: int | None, page: RealText | None) -> Iterator[str]:
    if page is None:
        return
    if len(quote.split()) > LONGEST:
        yield f"{quote!r} is longer than {LONGEST} words"
    try:
        locate(quote, page.text, nth)
    except Fault as fault:
        yield str(fault)


def _bounds(number: WorkToll | WorkFigure) -> Iterator[str]:
    told = [each for each in (number.low, number.best, number.high) if each is not None]
    if told and (told != sorted(told) or told[0] < 0):
        yield f"{number.words!r}: low, best, high {told} do not rise"


def _day(when: str | None) -> Iterator[str]:
    if when is None or _OPEN.fullmatch(when):
        return
    days = interval(when) if _EDTF.fullmatch(when) else None
    if days is None or days[0] > days[1]:
        yield f"when {when} is no day or interval"


def work_files(paths: Iterable[Path]) -> list[Path]:
    """The working files among files and folders, by name."""
    return sorted(each for path in paths for each in (path.glob("*.json") if path.is_dir() else [path]))


def page_of(path: Path, texts: dict[str, dict[str, RealText]]) -> RealText:
    """The page that a working file codes; corpora are read once into `texts`.

    Raises:
        Fault: no corpus has a page of that name.
        Absent: the corpus is not here.
    """
    corpus = path.stem.partition("-")[0]
    if corpus not in READERS:
        raise Fault(f"{path}: there is no page {path.stem}")
    if corpus not in texts:
        texts[corpus] = read_texts(corpus)
    if path.stem not in texts[corpus]:
        raise Fault(f"{path}: there is no page {path.stem}")
    return texts[corpus][path.stem]


def check(paths: Sequence[Path]) -> list[str]:
    """What is wrong with working files, each line with the page's id."""
    texts: dict[str, dict[str, RealText]] = {}
    found: list[str] = []
    for path in work_files(paths):
        try:
            work = read_work(path)
            found += [f"{path.stem}: {each}" for each in faults(work, page_of(path, texts))]
            if work.events and not any(event.core for event in work.events):
                found.append(f"{path.stem}: no core event")  # may be so: a note that only looks back
        except Fault as fault:
            found.append(str(fault))
    return found


def main(arguments: list[str]) -> int:
    """List what is wrong."""
    if len(arguments) < 2 or arguments[0] != "check":
        sys.stdout.write(f"{__doc__}\n")
        return 2
    paths = [Path(each) for each in arguments[1:]]
    try:
        found = check(paths)
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0
    sys.stdout.write("\n".join(found or [f"{len(work_files(paths))} pages keep to the form"]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
