"""Events as GDELT 2.0: 61 tab-separated columns, no header.

In: coded pages and linked results. Out: one line an event that has a CAMEO code and a day. Ids are whole numbers
made from the event's own id. What GDELT computes from its own crawl (tone, ethnic and religious codes, feature ids)
stays empty; `NumSources` counts outlets, `NumMentions` reports. Figures, voices and doubts have no column there.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import IO

from msgspec import Struct

from crossreport.export.cells import tsv_line
from crossreport.export.leftout import LeftOut, point_of
from crossreport.export.people import public_name
from crossreport.export.regions import country_name, fips, iso3
from crossreport.export.told import Told, sides, sorted_out
from crossreport.model import Actor, CodedPage, Linked, Place
from crossreport.model.statuses import REPORTED
from crossreport.words.loader import load

ID_DIGITS = 15  # hex digits of an event's id that make a 64-bit number
# GDELT's kinds of places: 1 country, 4 a city outside the United States, 5 a province.
KINDS = {"country": 1, "admin1": 5, "region": 5}
DAYS_OF_YEAR = 365


class Codes(Struct, frozen=True):
    """`words/data/gdelt.yaml`."""

    columns: tuple[str, ...]
    roles: dict[str, str]
    goldstein: dict[str, float]


@cache
def codes() -> Codes:
    """GDELT's columns, CAMEO's roles and Goldstein's scale."""
    return load("gdelt.yaml", Codes)


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the events; returns what was left out."""
    kept, left_out = sorted_out(pages, linked, _why_not)
    for one in kept:
        stream.write(tsv_line(codes().columns, dict(_cells(one))))
    return left_out


def _why_not(one: Told) -> str | None:
    event = one.event
    if event.type.cameo is None:
        return f"CAMEO has no code for {event.type.label}"
    if event.status not in REPORTED or event.grade == "discounted":
        return f"it is {event.status}, graded {event.grade}"
    if event.when is None or event.when.earliest is None or one.precision not in ("day", "days"):
        return "no day is known for it"
    return None


def _cells(one: Told) -> Iterator[tuple[str, object]]:
    event, day = one.event, (one.event.when.earliest if one.event.when else None) or ""
    yield "GLOBALEVENTID", int(event.id.rpartition("-")[2][:ID_DIGITS], 16)
    yield "SQLDATE", day.replace("-", "")
    yield "MonthYear", day[:7].replace("-", "")
    yield "Year", day[:4]
    yield "FractionDate", f"{_fraction(day):.4f}"
    for number, side in enumerate(sides(one), 1):
        yield from _actor_cells(f"Actor{number}", side)
    yield from _code_cells(event.type.cameo or "")
    yield "IsRootEvent", int(any(report.core for report, _ in one.reports))
    yield "NumMentions", len(one.reports)
    yield "NumSources", len(one.outlets)
    yield "NumArticles", len(one.pages)
    if event.place is not None:
        yield from _place_cells(event.place)
    days = sorted(page.published.latest or "" for page in one.pages)
    yield "DATEADDED", f"{days[0].replace('-', '')}000000" if days and days[0] else ""
    yield "SOURCEURL", one.pages[0].url or one.pages[0].name if one.pages else ""


def _fraction(day: str) -> float:
    """The day as a fraction of its year, in GDELT's way: (month · 30 + day) / 365."""
    year, month, number = (int(part) for part in day.split("-"))
    return year + (month * 30 + number) / DAYS_OF_YEAR


def _actor_cells(prefix: str, side: Sequence[Actor]) -> Iterator[tuple[str, object]]:
    if not side:
        return
    first, role, country = side[0], codes().roles[side[0].kind], iso3(side[0].country)
    yield f"{prefix}Code", f"{country}{role}"
    yield f"{prefix}Name", public_name(first).upper()
    yield f"{prefix}CountryCode", country
    yield f"{prefix}Type1Code", role


def _code_cells(cameo: str) -> Iterator[tuple[str, object]]:
    """CAMEO's code, its three-digit base and its two-digit root; a bare root is its "not specified below"."""
    code = cameo + "0" if len(cameo) == 2 else cameo
    root = int(code[:2])
    yield "EventCode", code
    yield "EventBaseCode", code[:3]
    yield "EventRootCode", code[:2]
    yield "QuadClass", 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4
    yield "GoldsteinScale", codes().goldstein.get(code, "")


def _place_cells(place: Place) -> Iterator[tuple[str, object]]:
    names = (place.name, place.admin1, country_name(place.country))
    yield "ActionGeo_Type", KINDS.get(place.kind, 4)
    yield "ActionGeo_FullName", ", ".join(dict.fromkeys(name for name in names if name))
    yield "ActionGeo_CountryCode", fips(place.country)
    if place.lat is not None and place.lon is not None:
        yield from zip(("ActionGeo_Lat", "ActionGeo_Long"), point_of(place.lat, place.lon, place.kind), strict=True)
