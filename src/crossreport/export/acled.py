"""Events as ACLED's CSV of 31 columns, for side-by-side work with ACLED's own files.

In: coded pages and linked results. Out: one row an event that ACLED's codebook would hold, by day. What it has no
place for (planned, denied or undated events, types that it does not know) is named as left out. The one number for
fatalities is the lowest that ACLED's rules give for any voice; the claims behind it stand in `notes`. `region`,
`source_scale`, `tags` and `timestamp` stay empty: the record does not know them.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import IO

from msgspec import Struct

from crossreport.export.cells import write_rows
from crossreport.export.leftout import UNPLACED, LeftOut, has_country, point_of
from crossreport.export.people import public_name, public_voice
from crossreport.export.regions import country_name, iso_number
from crossreport.export.told import Told, sides, sorted_out
from crossreport.model import Actor, CodedPage, DatePrecision, Event, Linked, Place, When
from crossreport.model.statuses import REPORTED
from crossreport.words.loader import load
from crossreport.words.profiles import apply

CIVILIANS, STATE_FORCES = 7, 1
VIOLENCE, BATTLES = "Political violence", "Battles"
OUTCOME = "contradiction_outcome"  # the reason of an event of which it is contested who holds the place
OVERTAKES, REGAINS, CLASH = "Non-state actor overtakes territory", "Government regains territory", "Armed clash"


class Codes(Struct, frozen=True):
    """`words/data/acled.yaml`."""

    columns: tuple[str, ...]
    inter: dict[str, int]
    time_precision: dict[str, int]
    disorder: dict[str, str]
    disorder_of_sub_events: dict[str, str]
    hxl: dict[str, str]


@cache
def codes() -> Codes:
    """ACLED's columns and codes."""
    return load("acled.yaml", Codes)


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked, *, hxl: bool = False) -> list[LeftOut]:
    """Write the events, with the row of HXL hashtags if asked for; returns what was left out."""
    kept, left_out = sorted_out(pages, linked, _why_not)
    rows = [dict(_cells(one)) for one in kept]
    rows.sort(key=lambda row: (str(row["event_date"]), str(row["event_id_cnty"])))
    write_rows(stream, codes().columns, rows, codes().hxl if hxl else None)
    return left_out


def _why_not(one: Told) -> str | None:
    event = one.event
    if event.type.acled is None:
        return f"ACLED has no type for {event.type.label}"
    if event.status not in REPORTED or event.grade == "discounted":
        return f"it is {event.status}, graded {event.grade}"
    if event.when is None or event.when.earliest is None or one.precision is None:
        return "no day, week or month is known for it"
    if one.precision not in codes().time_precision:
        return "its time is wider than a month"
    return None if has_country(event) else UNPLACED


def _cells(one: Told) -> Iterator[tuple[str, object]]:
    event = one.event
    yield "event_id_cnty", event.id
    yield from _type_cells(one)
    if event.when is not None:
        yield from _time_cells(event.when, one.precision)
    yield from _actor_cells(one)
    if event.place is not None:
        yield from _place_cells(event.place)
    toll = _toll(one)
    yield "fatalities", "" if toll is None else f"{toll:.0f}"
    yield "source", "; ".join(one.outlets)
    yield "notes", _notes(one)


def _type_cells(one: Told) -> Iterator[tuple[str, object]]:
    type_, sub_event = one.event.type.acled or ("", "")
    sub_event = _by_taker(one) if sub_event == OVERTAKES else sub_event
    yield "event_type", type_
    yield "sub_event_type", sub_event
    yield "disorder_type", codes().disorder_of_sub_events.get(sub_event, codes().disorder.get(type_, ""))


def _by_taker(one: Told) -> str:
    """ACLED's kind of a capture: it goes by who takes the place, and asks that it is settled who holds it.

    A foreign state's army overtakes territory, as armed groups do; whoever takes it from the country's own forces does.
    """
    if any(reason.rule == OUTCOME for reason in one.event.reasons):
        return CLASH
    takers, losers = sides(one)
    if takers:
        return REGAINS if all(_at_home(actor, one.event) for actor in takers) else OVERTAKES
    return OVERTAKES if losers and all(_at_home(actor, one.event) for actor in losers) else CLASH


def _at_home(actor: Actor, event: Event) -> bool:
    """Whether it is of the state in whose country the event was."""
    country = event.place.country if event.place is not None else None
    return codes().inter[actor.kind] == STATE_FORCES and actor.country in (None, country)


def _time_cells(when: When, precision: DatePrecision | None) -> Iterator[tuple[str, object]]:
    yield "event_date", when.earliest
    yield "year", (when.earliest or "")[:4]
    yield "time_precision", codes().time_precision[precision or ""]


def _place_cells(place: Place) -> Iterator[tuple[str, object]]:
    yield "iso", iso_number(place.country) or ""
    yield "country", country_name(place.country)
    yield "admin1", place.admin1 or ""
    yield "location", place.name
    yield "geo_precision", place.precision.acled
    if place.lat is not None and place.lon is not None:
        yield from zip(("latitude", "longitude"), point_of(place.lat, place.lon, place.kind), strict=True)


def _actor_cells(one: Told) -> Iterator[tuple[str, object]]:
    """ACLED's two sides; the first of each is its actor, the others are associated with it."""
    first, second = sides(one)
    inter = [_inter(side) for side in (first, second)]
    for number, side in enumerate((first, second), 1):
        names = list(dict.fromkeys(public_name(actor) for actor in side))
        yield f"actor{number}", names[0] if names else ""
        yield f"assoc_actor_{number}", "; ".join(names[1:])
        yield f"inter{number}", inter[number - 1] or ""
    present = sorted(code for code in inter if code)
    yield "interaction", "".join(map(str, present)) if len(present) == 2 else "".join(f"{code}0" for code in present)
    targeting = inter[1] == CIVILIANS and _is_violence(one.event)
    yield "civilian_targeting", "Civilian targeting" if targeting else ""


def _is_violence(event: Event) -> bool:
    """Whether ACLED counts it as political violence: aid to civilians and their flight target nobody, battles two
    armed sides.
    """
    type_, sub_event = event.type.acled or ("", "")
    return type_ != BATTLES and codes().disorder_of_sub_events.get(
        sub_event, codes().disorder.get(type_, "")
    ).startswith(VIOLENCE)


def _inter(side: Sequence[Actor]) -> int | None:
    return codes().inter[side[0].kind] if side else None


def _toll(one: Told) -> float | None:
    """The lowest figure that ACLED's rules give for a voice; None if no voice gives one."""
    coded = [each.best for each in one.booked("acled")]
    return min((figure for figure in coded if figure is not None), default=None)


def _notes(one: Told) -> str:
    """Our own words: when exactly, who says so, and every toll with the rule that was used on it."""
    event = one.event
    figures = {figure.id: figure for figure in one.figures}
    chains = (
        " < ".join([page.outlet or page.name, *map(public_voice, report.attribution)]) for report, page in one.reports
    )
    parts = [f"When: {event.when.edtf if event.when else 'not said'}", f"Status: {event.status}, {event.grade}"]
    parts.append("Said by: " + "; ".join(dict.fromkeys(chains)))
    for role, says in (
        ("agent", "Doer contested" if one.doer_contested else "Doer by others"),
        ("target", "Hit, by others"),
    ):
        others = one.named_otherwise(role)
        if others:
            parts.append(f"{says}: " + "; ".join(f"{public_name(who)} ({', '.join(by)})" for who, by in others))
    for voice in event.killed.by_voice if event.killed else ():
        if voice.figure in figures:
            figure = figures[voice.figure]
            said = " < ".join(map(public_voice, figure.attribution)) or "the outlet"
            note = apply("acled", figure, measure=figure.measure).note
            parts.append(f'Killed, by {said}: "{voice.wording}" ({note})')
    return ". ".join(parts) + "."
