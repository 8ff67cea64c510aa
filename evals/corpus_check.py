"""What keeps not to the scheme on a page of the corpus: `python -m evals.corpus_check` lists it; CI asks for none."""

import re
import sys
from calendar import day_name
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from crossreport.grounding.numbers.words import number_words
from crossreport.words.events import ontology
from evals.corpus_pages import CORPUS, LISTS, PAGES, CorpusPage, read_list, read_page
from evals.gold_lines import MEASURES, Amount, ClaimLine, EventLine, FigureLine, GoldLine
from evals.markup import Fault
from evals.same import interval, plain

WORDY_CUE = 8  # words from which a cue is a sentence, not a pointer
UNREAL = frozenset({"planned", "threatened", "called_for", "hypothetical", "alleged", "denied"})
_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+")
_SINGLE = frozenset(["a", "an", "another", "lone", "single", "sole", "first", "second", "third"])


@cache
def known_types() -> frozenset[str]:
    """The codebook's types."""
    return frozenset(ontology().types)


def faults(page: CorpusPage) -> Iterator[str]:
    """Everything wrong with one page, in words."""
    refs = [line.ref for line in page.lines]
    yield from (f"{ref} is told twice" for ref in sorted({ref for ref in refs if refs.count(ref) > 1}))
    used = {mark.ref.removeprefix("v") for mark in page.marked.marks if mark.ref}
    yield from (f"marks of {ref}, but no line" for ref in sorted(used - set(refs)))
    core = [line.event.core for line in page.lines if isinstance(line, EventLine)]
    if core and not any(core) and not page.listed:
        yield "no core event"
    for line in page.lines:
        yield from (f"{line.ref}: {each}" for each in _faults_of(page, line))


def _faults_of(page: CorpusPage, line: GoldLine) -> Iterator[str]:
    if isinstance(line, EventLine):
        return _event(page, line)
    return _figure(page, line) if isinstance(line, FigureLine) else _claim(page, line)


def _event(page: CorpusPage, line: EventLine) -> Iterator[str]:
    event = line.event
    if event.type not in known_types():
        yield f"unknown type {event.type}"
    cues = page.marked.words("cue", line.ref)
    if not cues:
        yield "no cue"
    yield from (f"long cue: {cue}" for cue in cues if len(cue.split()) > WORDY_CUE)
    yield from (f"place {name} is not on the page" for name in event.place if plain(name) not in plain(page.text))
    yield from _day(page, event.when, real=event.status not in UNREAL)
    yield from _weekday(page, line)
    for name, number in (("killed", line.killed), ("wounded", line.wounded)):
        yield from _number(number, page.marked.words(name, line.ref), name)


def _figure(page: CorpusPage, line: FigureLine) -> Iterator[str]:
    if line.figure.measure not in MEASURES:
        yield f"unknown measure {line.figure.measure}"
    yield from _number(line.amount, page.marked.words("figure", line.ref), "figure")
    yield from _day(page, line.figure.when, real=False)
    refs = {each.ref for each in page.lines}
    yield from (f"there is no {ref}" for ref in (line.on, line.part_of) if ref and ref not in refs)
    if not line.part_of and not line.figure.cumulative and line.figure.measure in {"killed", "wounded"}:
        yield from (f"is the toll of {each.ref}" for each in page.lines if _takes(each, line))


def _takes(event: GoldLine, figure: FigureLine) -> bool:
    """Whether an event without a toll should have this one: its own voice gives it."""
    if not isinstance(event, EventLine) or event.ref != figure.on or event.event.said_by != figure.figure.said_by:
        return False
    return getattr(event, figure.figure.measure) is None and not figure.amount.counted


def _claim(page: CorpusPage, line: ClaimLine) -> Iterator[str]:
    if not page.marked.words("claim", line.ref):
        yield "no mark"
    if len((line.claim.says or "").split()) > 20:
        yield "a gist of more than 20 words"


def _day(page: CorpusPage, when: str | None, *, real: bool) -> Iterator[str]:
    if when is None:
        return
    days = interval(when)
    if days is None or days[0] > days[1]:
        yield f"no day: {when}"
    elif real and days[0].isoformat() > page.header.published.latest:
        yield f"{when} is after the page's day"


def _weekday(page: CorpusPage, line: EventLine) -> Iterator[str]:
    """A day of the week that the page names must lie among the days coded."""
    days = interval(line.event.when)
    for words in page.marked.words("when", line.ref) if days else []:
        named = {number for number, name in enumerate(day_name) if name.lower() in words.lower()}
        meant = {(days[0].weekday() + n) % 7 for n in range((days[1] - days[0]).days + 1)} if days else set()
        if named and not named & meant:
            yield f"{line.event.when} is no {words}"


def _number(number: Amount | None, marked: list[str], name: str) -> Iterator[str]:
    if number is None or not marked:
        if number is not None or marked:
            yield f"{name}: a number without a mark or a mark without a number"
        return
    values = {each for each in (number.low, number.best, number.high) if each is not None}
    spelled = (
        number.best is None and len(values) == 2
    )  # a range that the coder gives to words such as "tens of thousands"
    told = number.word in marked[0].lower() if number.word else bool(values & numbers_in(marked[0]))
    if not (told or number.counted or (spelled and not number.word)):
        yield f"{name}: {marked[0]!r} says not {sorted(values)}"


def numbers_in(words: str) -> set[float]:
    """The numbers that a few words tell, and their sum: "two women and a child" 2, 1, 3."""
    found: list[float] = []
    current: float | None = None
    for token in _NUMERAL.findall(words.lower()):
        worth = _worth(token)
        if worth is not None:
            joins = current is not None and 20 <= current < 100 and current % 10 == 0 and 0 < worth < 10
            if current is not None and not joins:
                found.append(current)
            current = worth + (current or 0) if joins else worth
        elif (times := _times(token.removesuffix("s"))) is not None:
            current = (current or 1.0) * times
        elif token != "and" and current is not None:
            found, current = [*found, current], None
        elif token in _SINGLE:
            found.append(1.0)
    found += [] if current is None else [current]
    return {*found, sum(found)} if found else {1.0}


def _worth(token: str) -> float | None:
    if token[0].isdigit():
        return float(re.sub(r",(?=\d{3})", "", token).replace(",", "."))
    return 1.0 if token in {"a", "an"} else number_words().cardinals.get(token)


def _times(token: str) -> int | None:
    return number_words().scales.get(token) or number_words().groups.get(token)


def across(every: Iterable[CorpusPage]) -> Iterator[str]:
    """What is wrong with the corpus as a whole: a conflict in two parts, a text twice."""
    part: dict[str, str] = {}
    seen: dict[str, str] = {}
    for page in every:
        if part.setdefault(page.header.conflict, page.header.part) != page.header.part:
            yield f"{page.id}: {page.header.conflict} lies in two parts"
        if (other := seen.setdefault(page.text, page.id)) != page.id:
            yield f"{page.id} is {other}"


def main() -> int:
    """List all faults."""
    every: list[CorpusPage] = []
    found: list[str] = []
    for read, paths in ((_page, PAGES), (read_list, LISTS)):
        for path in sorted(paths.glob("*.txt")):
            try:
                every += read(path)
            except Fault as fault:
                found.append(str(fault))
    found += [f"{page.id}: {each}" for page in every for each in faults(page)] + list(across(every))
    print("\n".join(found) or f"{len(every)} pages and sentences of {CORPUS.name}/ keep to the scheme")
    return 1 if found else 0


def _page(path: Path) -> Iterator[CorpusPage]:
    yield read_page(path)


if __name__ == "__main__":
    sys.exit(main())
