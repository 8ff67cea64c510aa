"""Events as UCDP's Georeferenced Event Dataset: CSV of 49 columns.

In: coded pages and linked results. Out: one row an event that UCDP would hold, by day: a use of armed force with at
least one direct death, between organised actors or by one against civilians. All others are named as left out. Ids of
conflicts, dyads and actors and the country numbers of Gleditsch and Ward are UCDP's to give and stay empty;
`code_status` says that no coder saw the row.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import IO

from msgspec import Struct

from crossreport.export.cells import write_rows
from crossreport.export.leftout import UNPLACED, LeftOut, has_country, point_of
from crossreport.export.people import public_name, public_voice
from crossreport.export.regions import continent, country_name
from crossreport.export.told import CONTESTED, Told, sides, told
from crossreport.model import Actor, CodedPage, Linked, Place
from crossreport.model.statuses import REPORTED
from crossreport.words.loader import load

CELL = 0.5  # degrees of a PRIO-GRID cell (Tollefsen et al. 2012)
COLUMNS_OF_CELLS = 720
BATTLES = "Battles"  # ACLED's word for fights between armed sides
ONE_SIDED = 3  # kind of violence: against people who do not fight
YEAR = 366  # days: UCDP's least precise date is "within a year"


class Codes(Struct, frozen=True):
    """`words/data/ucdp.yaml`."""

    columns: tuple[str, ...]
    governments: frozenset[str]
    organised: frozenset[str]
    unarmed: frozenset[str]
    violent: frozenset[str]
    date_precision: dict[str, int]
    regions: dict[str, str]
    middle_east: frozenset[str]
    hxl: dict[str, str]


class Deaths(Struct, frozen=True):
    """Deaths under UCDP's rules: the least, the most conservative voice's best, the most."""

    low: int
    best: int
    high: int
    civilians: int


@cache
def codes() -> Codes:
    """UCDP's columns and codes."""
    return load("ucdp.yaml", Codes)


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked, *, hxl: bool = False) -> list[LeftOut]:
    """Write the events; returns what was left out."""
    rows, left_out = [], []
    for one in told(pages, linked):
        deaths = deaths_of(one)
        why = _why_not(one, deaths)
        if why is not None or deaths is None:
            left_out.append(LeftOut(one.event.id, why or ""))
        else:
            rows.append(dict(_cells(one, deaths)))
    rows.sort(key=lambda row: (str(row["date_start"]), str(row["id"])))
    write_rows(stream, codes().columns, rows, codes().hxl if hxl else None)
    return left_out


def deaths_of(one: Told) -> Deaths | None:
    """What UCDP would enter for the event; None if no voice gives a number."""
    numbers = [(c.low, c.best, c.high) for c in one.booked("ucdp") if any((c.low, c.best, c.high))]
    if not numbers:
        return None
    lows = [low if low is not None else best for low, best, _ in numbers]
    bests = [best if best is not None else low for low, best, _ in numbers]
    highs = [high if high is not None else best if best is not None else low for low, best, high in numbers]
    best = min(value for value in bests if value is not None) if any(v is not None for v in bests) else 0
    civilians = all(figure.of.kind in ("civilians", "children", "women") for figure in one.tolls())
    low = min((value for value in lows if value is not None), default=best)
    high = max((value for value in highs if value is not None), default=best)
    return Deaths(round(low), round(best), round(max(high, best)), round(best) if civilians else 0)


def violence(first: Sequence[Actor], second: Sequence[Actor]) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided; None if no organised actor is known."""
    a, b = ({actor.kind for actor in side} for side in (first, second))
    governments, organised, unarmed = codes().governments, codes().organised, codes().unarmed
    if (a & governments and b & (organised | governments)) or (b & governments and a & organised):
        return 1
    if a & organised and b & organised:
        return 2
    return 3 if a & (governments | organised) and b and b <= unarmed else None


def _why_not(one: Told, deaths: Deaths | None) -> str | None:
    if one.event.status not in REPORTED or one.event.grade == "discounted":
        return f"it is {one.event.status}, graded {one.event.grade}"
    if deaths is None or deaths.best < 1:
        return "no death is reported"
    if one.event.type.acled is None or one.event.type.acled[0] not in codes().violent:
        return f"its kind ({one.event.type.label}) is no use of armed force: the deaths are another event's"
    if one.doer_contested:
        return CONTESTED
    kind = violence(*sides(one))
    if kind is None:
        return "the two sides are not both known, or none is organised"
    fighters = all(figure.of.kind == "combatants" for figure in one.tolls())
    if kind == ONE_SIDED and (fighters or one.event.type.acled[0] == BATTLES):
        return "it is a fight, or its dead are fighters, and one of the two sides is not known"
    if one.event.when is None or one.event.when.earliest is None or one.event.when.latest is None:
        return "its time is open"
    if one.days > YEAR:
        return "its time is wider than a year"
    return None if has_country(one.event) else UNPLACED


def _cells(one: Told, deaths: Deaths) -> Iterator[tuple[str, object]]:
    event = one.event
    first, second = sides(one)
    yield "id", event.id
    yield "code_status", "Machine-coded, not reviewed"
    yield "type_of_violence", violence(first, second)
    names = [" - ".join(dict.fromkeys(map(public_name, side))) for side in (first, second)]
    yield "side_a", names[0]
    yield "side_b", "Civilians" if violence(first, second) == 3 else names[1]
    yield "dyad_name", f"{names[0]} - {'Civilians' if violence(first, second) == 3 else names[1]}"
    yield from _source_cells(one)
    if event.place is not None:
        yield from _place_cells(event.place)
    if event.when is not None:
        yield "year", (event.when.earliest or "")[:4]
        yield "date_prec", codes().date_precision[one.precision or "year"]
        yield "date_start", event.when.earliest
        yield "date_end", event.when.latest
    yield "event_clarity", 1 if one.precision == "day" and event.place else 2
    yield "deaths_a", 0
    yield "deaths_b", 0
    yield "deaths_civilians", deaths.civilians
    yield "deaths_unknown", deaths.best - deaths.civilians
    yield "best", deaths.best
    yield "high", deaths.high
    yield "low", deaths.low


def _source_cells(one: Told) -> Iterator[tuple[str, object]]:
    pages = one.pages
    yield "number_of_sources", len(pages)
    yield "source_office", ";".join(one.outlets)
    yield "source_date", ";".join(page.published.edtf for page in pages)
    yield "source_headline", ";".join(page.title or "" for page in pages)
    articles = (f'"{page.outlet or page.name},{page.published.edtf},{page.title or ""}"' for page in pages)
    yield "source_article", ";".join(articles)
    origins = (public_voice(voice) for report, _ in one.reports for voice in report.attribution[-1:])
    yield "source_original", ";".join(dict.fromkeys(origins))


def _place_cells(place: Place) -> Iterator[tuple[str, object]]:
    yield "where_prec", place.precision.ucdp
    yield "where_coordinates", place.name
    yield "where_description", place.span.quote if place.span else ""
    yield "adm_1", place.admin1 or ""
    yield "country", country_name(place.country)
    yield "region", region(place.country)
    if place.lat is not None and place.lon is not None:
        lat, lon = point_of(place.lat, place.lon, place.kind)
        yield "latitude", lat
        yield "longitude", lon
        yield "geom_wkt", f"POINT ({lon} {lat})"
        yield "priogrid_gid", priogrid(lat, lon)


def region(country: str | None) -> str:
    """UCDP's region of a country; empty if none is known."""
    return "Middle East" if country in codes().middle_east else codes().regions.get(continent(country), "")


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of a point: cells of half a degree, counted from the south-west.

    >>> priogrid(-89.9, -179.9)
    1
    """
    row = min(math.floor((lat + 90) / CELL), 359)
    column = min(math.floor((lon + 180) / CELL), COLUMNS_OF_CELLS - 1)
    return row * COLUMNS_OF_CELLS + column + 1
