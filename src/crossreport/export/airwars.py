"""Events with civilian harm as a min–max CSV in the manner of casualty recorders (Airwars, SNHR).

In: coded pages and linked results. Out: one row an event with a figure for killed or wounded people, under the profile
`airwars`: a range across all voices, never an average; belligerents with what they are said to have done, the grade and
the voices. An event without a figure is named as left out.
"""

from collections.abc import Iterator, Sequence
from typing import IO

from crossreport.export.cells import write_rows
from crossreport.export.leftout import LeftOut, point_of
from crossreport.export.people import public_name, public_voice
from crossreport.export.regions import country_name
from crossreport.export.told import Told, sorted_out
from crossreport.model import CodedPage, Figure, Linked, Place
from crossreport.model.measures import TOLLS
from crossreport.model.statuses import REPORTED
from crossreport.words.profiles import apply

COLUMNS = (
    *("incident_id", "date_start", "date_end", "date_precision", "country", "admin1", "location", "latitude"),
    *("longitude", "strike_type", "belligerents", "targets", "killed_min", "killed_max", "civilians_killed_min"),
    *("civilians_killed_max", "children_killed_min", "children_killed_max", "women_killed_min", "women_killed_max"),
    *("injured_min", "injured_max", "grading", "contested", "independent_voices", "sources", "said_by", "wording"),
)
KINDS = {"civilians": "civilians_killed", "children": "children_killed", "women": "women_killed"}


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the incidents; returns what was left out."""
    kept, left_out = sorted_out(pages, linked, _why_not)
    write_rows(stream, COLUMNS, [dict(_cells(one)) for one in kept])
    return left_out


def _why_not(one: Told) -> str | None:
    if one.event.status not in REPORTED:
        return f"it is {one.event.status}"
    return None if _harm(one) else "nobody is reported killed or wounded"


def _harm(one: Told) -> list[Figure]:
    return [figure for figure in one.figures if figure.measure in TOLLS]


def _cells(one: Told) -> Iterator[tuple[str, object]]:
    event = one.event
    yield "incident_id", event.id
    if event.when is not None:
        yield "date_start", event.when.earliest or ""
        yield "date_end", event.when.latest or ""
        yield "date_precision", one.precision or event.when.precision
    if event.place is not None:
        yield from _place_cells(event.place)
    yield "strike_type", event.type.label
    yield "belligerents", "; ".join(map(public_name, one.actors("agent", "party")))
    yield "targets", "; ".join(map(public_name, one.actors("target")))
    yield from _range_cells(one)
    yield "grading", event.grade
    yield "contested", "yes" if event.grade == "contested" else "no"
    yield "independent_voices", event.voices.independent
    yield "sources", "; ".join(one.outlets)
    chains = (" < ".join(map(public_voice, report.attribution)) for report, _ in one.reports)
    yield "said_by", "; ".join(dict.fromkeys(chain for chain in chains if chain))
    yield "wording", "; ".join(dict.fromkeys(figure.wording for figure in _harm(one)))


def _range_cells(one: Told) -> Iterator[tuple[str, object]]:
    harm = _harm(one)
    yield from _range("killed", [f for f in harm if f.measure == "killed" and f.part_of is None])
    yield from _range("injured", [f for f in harm if f.measure == "wounded" and f.part_of is None])
    for kind, column in KINDS.items():
        yield from _range(column, [f for f in harm if f.measure == "killed" and f.of.kind == kind])


def _range(column: str, figures: Sequence[Figure]) -> Iterator[tuple[str, object]]:
    """The least and the most that any voice gives; an open end stays empty."""
    coded = [apply("airwars", figure, measure=figure.measure) for figure in figures]
    lows = [each.low for each in coded if each.low is not None]
    highs = [each.high for each in coded if each.high is not None]
    yield f"{column}_min", round(min(lows)) if lows else ""
    yield f"{column}_max", round(max(highs)) if highs and len(highs) == len(coded) else ""


def _place_cells(place: Place) -> Iterator[tuple[str, object]]:
    yield "country", country_name(place.country)
    yield "admin1", place.admin1 or ""
    yield "location", place.name
    if place.lat is not None and place.lon is not None:
        yield from zip(("latitude", "longitude"), point_of(place.lat, place.lon, place.kind), strict=True)
