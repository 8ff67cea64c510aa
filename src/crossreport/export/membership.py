"""Which source tells which event: the table that capture–recapture estimates start from.

In: coded pages and linked results. Out: CSV, one row an event that happened, one column an outlet (1 tells it, 0
does not), in the outlets' order. Copies count for the outlet that printed them; `independent_voices` says to how
many voices they come down.
"""

from collections.abc import Sequence
from typing import IO

from crossreport.export.cells import counted, write_rows
from crossreport.export.leftout import LeftOut
from crossreport.export.told import Told, sorted_out
from crossreport.model import CodedPage, Linked
from crossreport.model.statuses import REPORTED

FIXED = ("event_id", "date_start", "date_end", "country", "location", "event_type", "killed_low", "killed_high")


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the table; returns what was left out."""
    kept, left_out = sorted_out(pages, linked, _why_not)
    outlets = sorted({outlet for one in kept for outlet in one.outlets})
    columns = [*FIXED, "independent_voices", *(f"source: {outlet}" for outlet in outlets)]
    write_rows(stream, columns, (_row(one, outlets) for one in kept))
    return left_out


def _why_not(one: Told) -> str | None:
    return None if one.event.status in REPORTED else f"it is {one.event.status}"


def _row(one: Told, outlets: Sequence[str]) -> dict[str, object]:
    event, mine = one.event, set(one.outlets)
    fixed = (
        event.id,
        (event.when.earliest if event.when else None) or "",
        (event.when.latest if event.when else None) or "",
        (event.place.country if event.place else None) or "",
        event.place.name if event.place else "",
        event.type.label,
        counted(event.killed.low) if event.killed and event.killed.low is not None else "",
        counted(event.killed.high) if event.killed and event.killed.high is not None else "",
    )
    row: dict[str, object] = dict(zip(FIXED, fixed, strict=True))
    row["independent_voices"] = event.voices.independent
    return row | {f"source: {outlet}": int(outlet in mine) for outlet in outlets}
