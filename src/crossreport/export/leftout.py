"""What a format cannot hold: every event that an export leaves out is named with the reason."""

from collections.abc import Sequence
from typing import IO

from msgspec import Struct

from crossreport.export.cells import write_rows
from crossreport.model import Event, Linked
from crossreport.words.spoken import placed, spoken_day, spoken_type


class LeftOut(Struct, frozen=True):
    """An event that was not written, and why."""

    event: str
    why: str


ROUNDED_TO = 2  # decimals of a degree, about a kilometre: enough for a map, too little to find a building


def point_of(lat: float, lon: float, kind: str) -> tuple[float, float]:
    """Latitude and longitude as an export may give them: facilities (hospitals, shelters, camps) only roughly."""
    return (round(lat, ROUNDED_TO), round(lon, ROUNDED_TO)) if kind == "facility" else (lat, lon)


UNPLACED = "no country is known for it"  # a codebook's row without one cannot be counted anywhere, nor read again


def has_country(event: Event) -> bool:
    """Whether it is known in which country the event was."""
    return event.place is not None and event.place.country is not None


COLUMNS = ("id", "what", "status", "grade", "pages", "why")


def write_left_out(stream: IO[bytes], linked: Linked, left_out: Sequence[LeftOut]) -> None:
    """Every one of `left_out` as a row of a CSV, in the order in which they were met."""
    events = {event.id: event for event in linked.events}
    rows: list[dict[str, object]] = []
    for each in left_out:
        event = events.get(each.event)
        known = {} if event is None else {"status": event.status, "grade": event.grade, "pages": event.voices.pages}
        rows.append({"id": each.event, "what": in_words(event), "why": each.why, **known})
    write_rows(stream, COLUMNS, rows)


def in_words(event: Event | None) -> str:
    """What an event is, where and when, in a few words; empty for none."""
    if event is None:
        return ""
    where = placed(event.place.name, event.place.kind) if event.place is not None else "in a place that is not said"
    when = event.when
    day = spoken_day(when.earliest, when.latest, about="~" in when.edtf) if when is not None else ""
    return f"{spoken_type(event.type.label)} {where}{f' {day}' if day else ''}"
