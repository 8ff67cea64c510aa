"""What stands at the top: entries and lone tolls in, a few lines out, each sure of its kind.

A line is ranked by its toll (if the time over which it was counted is known), its independent voices, whether accounts
differ, whether pages are about it, and how new it is. A place that the gazetteer lacks keeps no event away. An event
whose place may be another's, or whose kind does not go with its dead, is told below, never in a headline.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from math import log2

from msgspec import Struct

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.dates import parse
from crossreport.brief.entries import GRADES, Entry, is_rough
from crossreport.brief.grammar import joined
from crossreport.brief.phrasebook import phrasebook
from crossreport.brief.quantities import said
from crossreport.brief.sentences import Composer
from crossreport.gazetteer.countries import country_code
from crossreport.model import EventReport, Figure
from crossreport.model.statuses import NOT_DONE
from crossreport.words.edtf import bounds
from crossreport.words.spoken import capital

HEADLINES = 8
MOST_VOICES = 4  # more of them raise no line further
CORE, DISPUTED, VOICE, SURE, LATER_YET = 2.0, 3.0, 2.0, 1.0, -6.0  # what a line gains, in doublings of a toll
MATTER = 1.0  # … for each matter on which accounts of a contested event differ: who did it, how many died
NEW, HALF = 2.0, 14  # what the newest event gains, and days in which that halves
BACKGROUND = 60  # days before a page was written, from which on what it tells is no news of it
STRAY = 3  # places in one other country from which on a page's single place elsewhere is doubted
TOLLS = "tolls"  # the section of the brief that lists tolls of no single event


class Headline(Struct, frozen=True):
    """One line at the top. It leads to the record or section that `opens`; on `matters` its accounts differ."""

    text: str
    records: tuple[str, ...]
    opens: str
    grade: str
    label: str
    matters: str = ""


def headlines(entries: Sequence[Entry], catalogue: Catalogue, composer: Composer, *, tolls: bool) -> list[Headline]:
    """The lines at the top, in time order, those of lone tolls last (if `tolls`)."""
    sound = [one for one in entries if _is_sound(one, catalogue)]
    sound = sound or [one for one in entries if not one.doubtful] or list(entries)
    newest = max((last for one in sound if (last := _last(one)) is not None), default=None)
    ranked: list[tuple[float, str, Entry | Figure]] = [(-_score(one, newest), one.event.id, one) for one in sound]
    ranked += [(-_toll_score(one), one.id, one) for one in _lone(catalogue)] if tolls else []
    chosen: dict[tuple[str, ...], Entry | Figure] = {}
    for _, _, one in sorted(ranked, key=lambda item: item[:2]):
        if len(chosen) < HEADLINES:
            chosen.setdefault(_key(one), one)
    kept = list(chosen.values())
    lines = [_line(one) for one in entries if any(one is other for other in kept)]
    return [*lines, *(_toll_line(one, composer) for one in kept if isinstance(one, Figure))]


def _key(one: Entry | Figure) -> tuple[str, ...]:
    """One line a place and day; a lone toll stands for its page and place."""
    if isinstance(one, Figure):
        return (one.page, (one.scope.place or "").casefold())
    place = one.event.place
    return (place.name if place else "", one.day if one.event.when else one.event.id)


def _line(entry: Entry) -> Headline:
    matters = joined(entry.differ_on) if entry.event.grade == "contested" else ""
    return Headline(entry.short.text, entry.short.records, entry.event.id, entry.event.grade, entry.grade, matters)


def _toll_line(figure: Figure, composer: Composer) -> Headline:
    text = f"{capital(said(figure, []))} reported killed in {figure.scope.place}"
    return Headline(composer.privacy.mask(text), (figure.id,), TOLLS, "single_source", GRADES["single_source"])


def _last(entry: Entry) -> date | None:
    """The day of what has happened; none for what is to come or has no day."""
    event = entry.event
    return None if event.when is None or event.status in NOT_DONE or is_rough(event) else parse(event.when.latest)


def _newness(entry: Entry, newest: date | None) -> float:
    last = _last(entry)
    return 0.0 if last is None or newest is None else NEW * 0.5 ** ((newest - last).days / HALF)


def _score(entry: Entry, newest: date | None) -> float:
    event = entry.event
    toll = event.killed
    # "6,000 have died on this front" counts for nothing
    counts = toll is not None and event.status not in NOT_DONE and not is_rough(event)
    score = log2(1 + _most((toll.low, toll.best, toll.high))) if toll and counts else 0.0
    score += VOICE * (min(event.voices.independent, MOST_VOICES) - 1)
    score += DISPUTED if event.grade in {"contested", "corroborated"} else 0.0
    score += MATTER * len(entry.differ_on) if event.grade == "contested" else 0.0
    score += LATER_YET if event.status in NOT_DONE or event.grade == "discounted" else 0.0
    score += _newness(entry, newest)
    return score + (CORE if entry.core else 0.0) + (SURE if not is_rough(event) else 0.0)


def _toll_score(figure: Figure) -> float:
    return log2(1 + _most((figure.low, figure.best, figure.high))) + SURE


def _most(values: Iterable[float | None]) -> float:
    return max((value for value in values if value is not None), default=0.0)


def _is_sound(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether place and kind can be trusted as far as the record itself can tell; deaths count without a place, too."""
    event = entry.event
    if entry.doubtful or (event.place is None and event.killed is None):
        return False
    if event.killed is not None and not phrasebook().phrase(event.type.label).violent:
        return False  # nobody dies of an arrest: the figure is another event's, or the kind is wrong
    reports = catalogue.reports_of(event)
    if all(_is_background(report, catalogue) for report in reports):
        return False
    told = [place for report in reports for place in (report.place, *report.places) if place is not None]
    countries = {place.country for place in told if place.geonameid is not None}  # of others it is each page's guess
    if len(countries - {None}) > 1:
        return False
    country = event.place.country if event.place is not None else None
    return country is None or not all(_is_stray(country, report.page, catalogue) for report in reports)


def _is_background(report: EventReport, catalogue: Catalogue) -> bool:
    """Whether a page looks back on it: it ended long before the page was written."""
    ended = parse(report.when.latest) if report.when is not None else None
    return _is_past(ended, report.page, catalogue)


def _looks_back(figure: Figure, catalogue: Catalogue) -> bool:
    """Whether the time of a lone toll ended long before its page was written."""
    ended = parse(bounds(figure.scope.when)[1]) if figure.scope.when else None
    return _is_past(ended, figure.page, catalogue)


def _is_past(ended: date | None, page: str, catalogue: Catalogue) -> bool:
    written = parse(catalogue.pages[page].published.earliest)
    return ended is not None and written is not None and (written - ended).days > BACKGROUND


def _is_stray(country: str | None, page: str, catalogue: Catalogue) -> bool:
    """Whether a page has one place alone in this country and several in another one."""
    places = {
        (place.country, place.name)
        for report in catalogue.reports.values()
        if report.page == page
        for place in (report.place, *report.places)
        if place is not None and place.country is not None
    }
    counts = Counter(name for name, _ in places)
    others = max((count for name, count in counts.items() if name != country), default=0)
    return counts[country or ""] <= 1 and others >= STRAY


def _lone(catalogue: Catalogue) -> list[Figure]:
    """For each page and place the largest toll that belongs to no event, if it exceeds what the page's events have."""
    tied = [one for one in catalogue.figures.values() if one.id in catalogue.tied and one.measure == "killed"]
    found: dict[str, Figure] = {}
    for one in catalogue.figures.values():
        if one.id in catalogue.tied or not _is_lone(one) or not _names_place(one, catalogue):
            continue
        if _looks_back(one, catalogue):
            continue  # "the deadliest since seven soldiers were killed near X in December 2010"
        known = max((_size(other) for other in tied if other.page == one.page), default=0.0)
        group = catalogue.group(one.page)
        if _size(one) > known and (group not in found or _size(one) > _size(found[group])):
            found[group] = one
    return list(found.values())


def _is_lone(figure: Figure) -> bool:
    told = figure.measure == "killed" and figure.part_of is None and figure.status == "happened"
    told = told and figure.of.kind != "other"  # things are not killed: the measure is wrong
    sure = figure.confidence.band != "low" and figure.bound not in {"unreported", "vague"}
    return told and sure and not figure.cumulative and figure.scope.place is not None


def _names_place(figure: Figure, catalogue: Catalogue) -> bool:
    """Whether the toll's own sentence names its place, or says "there"; a country is the page's, and needs no word."""
    place, text = figure.scope.place or "", catalogue.pages[figure.page].text
    first = max(text.rfind(mark, 0, figure.span.start) for mark in (". ", "\n"))
    ends = [at for mark in (". ", "\n") if (at := text.find(mark, figure.span.end)) >= 0]
    told = text[first + 1 : min(ends, default=None)].casefold()
    return country_code(place) is not None or place.casefold() in told or " there " in told


def _size(figure: Figure) -> float:
    return _most((figure.low, figure.best, figure.high))
