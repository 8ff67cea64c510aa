"""The situation report as a value: everything that the templates print, in their order."""

from collections import Counter
from collections.abc import Sequence, Set
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from crossreport.brief.assertions import Asserted, Found, Standing, claims, findings, standing_tolls
from crossreport.brief.atlas import Panel, panels
from crossreport.brief.catalogue import Catalogue
from crossreport.brief.codebooks import Booked, booked
from crossreport.brief.countries import country_name
from crossreport.brief.dates import days_between, spread
from crossreport.brief.entries import GRADES, Entries, Entry
from crossreport.brief.evidence import Sheet, sheet
from crossreport.brief.focus import Focus
from crossreport.brief.grammar import joined
from crossreport.brief.gravity import gravity, parted
from crossreport.brief.headlines import Headline, headlines
from crossreport.brief.horizon import within_sight, without_private_places
from crossreport.brief.leftout import NOTHING, Beyond, LeftOut, left_out
from crossreport.brief.lines import Evidence, Line
from crossreport.brief.places import title as place_title
from crossreport.brief.previous import news
from crossreport.brief.resolved import check
from crossreport.brief.sentences import Composer
from crossreport.brief.sources import SourceRow, source_rows
from crossreport.brief.telling import telling
from crossreport.brief.timeline import Timeline, timeline
from crossreport.brief.window import Window
from crossreport.model import CodedPage, Event, Linked, Rejection
from crossreport.privacy import Privacy

if TYPE_CHECKING:
    from crossreport import record

EVERYTHING = Focus()
KNOWN = 31  # days
NAMED = 4  # countries in a title
SHARE = 0.15  # of the events: below, a country is not named in the title, if those above hold most events, and all
# that are not named are not counted there either
MOST = 0.5  # of the events


class Glance(Struct, frozen=True):
    """The counts at the top."""

    pages: int
    groups: int
    events: int
    grades: tuple[tuple[str, int], ...]


class DayBlock(Struct, frozen=True):
    """The events of one day or interval, by country."""

    day: str
    countries: tuple[tuple[str, tuple[Entry, ...]], ...]


class Situation(Struct, frozen=True):
    """One brief."""

    title: str
    window: str
    written: str
    written_roughly: int
    glance: Glance
    headlines: tuple[Headline, ...]
    entries: tuple[Entry, ...]
    days: tuple[DayBlock, ...]
    further: tuple[DayBlock, ...]  # lesser events: without force, told by one voice, in no headline
    contested: tuple[Entry, ...]
    booked: tuple[Booked, ...]
    told: tuple[Line, ...]  # who told what first, and who was silent
    standing: tuple[Standing, ...]
    claims: tuple[Asserted, ...]
    findings: tuple[Found, ...]
    panels: tuple[Panel, ...]
    undrawn: tuple[str, ...]
    unmapped: int
    timeline: Timeline | None
    sources: tuple[SourceRow, ...]
    left_out: LeftOut
    sheets: dict[str, Sheet]
    names_withheld: int
    reports: tuple[str, ...]  # ids of the reports told, for the next brief to tell what is new
    news: int | None  # events that are new or told further since an earlier brief; None if none was given


def situation(
    coded: Sequence[CodedPage],
    linked: Linked,
    rejections: Sequence[Rejection],
    *,
    window: Window,
    title: str | None = None,
    names: bool = False,
    focus: Focus = EVERYTHING,
    before: frozenset[str] | None = None,
    rejected: "Sequence[record.LeftOut]" = (),
    beyond: Beyond = NOTHING,
) -> Situation:
    """Compose the brief of these records.

    `names` prints the names of private persons too; `before` holds the reports that an earlier brief told.
    `beyond` counts what the record holds besides.

    Raises:
        Unresolved: a sentence does not resolve to the records.
    """
    coded, linked = within_sight(coded, linked)
    privacy = Privacy(coded, names=names)
    coded, linked = without_private_places(coded, linked, privacy)
    catalogue = Catalogue(coded, linked)
    composer = Composer(catalogue, privacy)
    builder = Entries(catalogue, composer)
    inside = [
        event
        for event in linked.events
        if focus.takes(event, catalogue.reports_of(event)) and window.takes_event(event)
    ]
    taken = {event.id for event in inside}
    outside = [event for event in linked.events if event.id not in taken]
    unplaced = sum(window.cannot_place(event) for event in outside)
    entries = sorted((e for event in inside if (e := builder.entry(event))), key=_order)
    if before is not None:
        entries = [_with_news(entry, before) for entry in entries]
    pages = _pages_of(inside, catalogue)
    standing, asserted, found = _beside(catalogue, composer, None if focus.is_open else pages)
    drawn, undrawn = panels(entries)
    on_map = sum(len(mark.events) for panel in drawn for mark in panel.marks)
    telling_pages = frozenset(catalogue.pages) if focus.is_open and window.is_open else pages
    written, roughly = _written(catalogue, telling_pages)
    rows, first = booked(entries, catalogue, composer), telling(coded, linked, inside, composer)
    opened = _evidence(entries, (*standing, *rows), asserted, found, first)
    heads = headlines(entries, catalogue, composer, tolls=window.is_open and focus.is_open)
    open_, further = parted(entries, (head.opens for head in heads))
    report = Situation(
        title=title or _title(entries),
        window=window.says(inside),
        written=written,
        written_roughly=roughly,
        glance=_glance(catalogue, telling_pages, entries),
        headlines=tuple(heads),
        entries=tuple(entries),
        days=_days(open_),
        further=_days(further),
        contested=tuple(entry for entry in entries if entry.contested),
        booked=rows,
        told=first,
        standing=standing,
        claims=asserted,
        findings=found,
        panels=drawn,
        undrawn=undrawn,
        unmapped=len(entries) - on_map,
        timeline=timeline(entries),
        sources=source_rows(catalogue, privacy, None if focus.is_open else pages),
        left_out=left_out(catalogue, rejections, outside, unplaced, rejected, beyond),
        sheets={page.id: sheet(page, opened.get(page.id, ()), privacy) for page in catalogue.pages.values()},
        names_withheld=privacy.count,
        reports=tuple(sorted(report for event in inside for report in event.reports)),
        news=None if before is None else sum(news(event, before) is not None for event in inside),
    )
    check(report, catalogue)
    return report


def _beside(
    catalogue: Catalogue, composer: Composer, pages: frozenset[str] | None
) -> tuple[tuple[Standing, ...], tuple[Asserted, ...], tuple[Found, ...]]:
    """What is told beside events: tolls, claims and findings; of these pages only, if any are given."""
    standing, asserted = standing_tolls(catalogue, composer), claims(catalogue, composer)
    found = findings(catalogue, composer)
    if pages is None:
        return standing, asserted, found
    return (
        tuple(row for row in standing if any(one.page in pages for one in row.evidence)),
        tuple(row for row in asserted if any(one.page in pages for one in row.evidence)),
        tuple(row for row in found if any(one.page in pages for line in row.lines for one in line.evidence)),
    )


def _pages_of(events: Sequence[Event], catalogue: Catalogue) -> frozenset[str]:
    return frozenset(report.page for event in events for report in catalogue.reports_of(event))


def _with_news(entry: Entry, before: frozenset[str]) -> Entry:
    said = news(entry.event, before)
    return entry if said is None else replace(entry, notes=(said, *entry.notes))


def _order(entry: Entry) -> tuple[str, str, str, int, bool, str, str]:
    place = entry.event.place
    country = (place.country if place else None) or "~"
    return (
        entry.sort_day, entry.day, country, gravity(entry), not entry.core, place_title(place), entry.event.id
    )  # fmt: skip


def _title(entries: Sequence[Entry]) -> str:
    """The countries that hold most events, and how many more there are if these hold more than a few."""
    counts = Counter(_country(entry) for entry in entries if entry.event.place and entry.event.place.country)
    ranked = [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    names = [name for name in ranked[:NAMED] if counts[name] >= SHARE * counts.total()]
    if sum(counts[name] for name in names) < MOST * counts.total():
        names = ranked[:NAMED]
    rest = [name for name in ranked if name not in names]
    if sum(counts[name] for name in rest) >= SHARE * counts.total() > 0:
        names += rest if len(rest) == 1 else [f"{len(rest)} more countries"]
    return f"{joined(names)}: what is reported" if names else "What is reported"


def _written(catalogue: Catalogue, pages: Set[str]) -> tuple[str, int]:
    """When the `pages` were written, by those whose day is known to the month; how many others there are."""
    days = [catalogue.pages[page].published for page in sorted(pages)]
    bounds = [(day.earliest, day.latest) for day in days]
    known = [(first, last) for first, last in bounds if first and last and (days_between(first, last) or 0) <= KNOWN]
    unknown = len(bounds) - len(known)
    text = spread(min(first for first, _ in known), max(last for _, last in known)) if known else "on days not known"
    return text, unknown if known else 0


def _glance(catalogue: Catalogue, pages: Set[str], entries: Sequence[Entry]) -> Glance:
    counts = dict.fromkeys(("Corroborated", "Contested", "Single source", "Planned", "Discounted"), 0)
    for entry in entries:
        counts[GRADES[entry.event.grade]] += 1
    groups = len({catalogue.group(page) for page in pages})
    return Glance(len(pages), groups, len(entries), tuple(item for item in counts.items() if item[1]))


def _days(entries: Sequence[Entry]) -> tuple[DayBlock, ...]:
    blocks = []
    for day, group in groupby(entries, key=lambda entry: entry.day):
        places = [(_country(entry), entry) for entry in group]
        countries = dict.fromkeys(country for country, _ in places)
        blocks.append(DayBlock(day, tuple((c, tuple(e for k, e in places if k == c)) for c in countries)))
    return tuple(blocks)


def _country(entry: Entry) -> str:
    place = entry.event.place
    if place is None:
        return "Place not given"
    return country_name(place.country) if place.country else "Place not resolved"


def _evidence(
    entries: Sequence[Entry],
    standing: Sequence[Standing | Booked],
    asserted: Sequence[Asserted],
    found: Sequence[Found],
    told: Sequence[Line],
) -> dict[str, list[Evidence]]:
    """All ways into the pages, by page."""
    lines = [*told, *(line for entry in entries for line in (*entry.lines, *entry.versions))]
    lines += [line for one in found for line in one.lines]
    found_in = [one.evidence for entry in entries for one in entry.accounts]
    found_in += [line.evidence for line in lines] + [row.evidence for entry in entries for row in entry.toll_rows]
    found_in += [row.evidence for row in standing] + [one.evidence for one in asserted]
    by_page: dict[str, list[Evidence]] = {}
    for evidence in (evidence for one in found_in for evidence in one):
        by_page.setdefault(evidence.page, []).append(evidence)
    return by_page
