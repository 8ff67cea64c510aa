"""The dead of each event as four codebooks would enter them: entries in, one row an event out.

The claims stay what they are; a row only says what a coder who follows that book would write down. ACLED enters the
lowest that its rules give for any voice; UCDP the most conservative voice as low and best, and the highest; Airwars the
range over all voices; PITF its own range. An open end is a dash.
"""

from collections.abc import Sequence

from msgspec import Struct

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.entries import Entry
from crossreport.brief.lines import Evidence
from crossreport.brief.quantities import cells, wording
from crossreport.brief.sentences import Composer
from crossreport.model import Figure
from crossreport.model.statuses import FIRM
from crossreport.words.booked import booked as told_by
from crossreport.words.profiles import Coded, ProfileName

UNREPORTED = "unreported"


class Booked(Struct, frozen=True):
    """One event under four codebooks; ranges are "low–high", UCDP's is low, best, high."""

    event: str
    title: str
    words: str
    acled: str
    ucdp: str
    airwars: str
    pitf: str
    records: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def booked(entries: Sequence[Entry], catalogue: Catalogue, composer: Composer) -> tuple[Booked, ...]:
    """A row for every event that is told as done and that a voice gives dead for, in the order of the entries."""
    rows = []
    for entry in entries:
        figures = _figures(entry, catalogue) if entry.event.status in FIRM else []
        if figures:
            rows.append(_row(entry, figures, composer))
    return tuple(rows)


def _figures(entry: Entry, catalogue: Catalogue) -> list[Figure]:
    """The figures of killed, one a voice."""
    voices = entry.event.killed.by_voice if entry.event.killed else ()
    found = [catalogue.figures[one.figure] for one in voices if one.figure in catalogue.figures]
    return [figure for figure in found if figure.bound != UNREPORTED]


def _row(entry: Entry, figures: Sequence[Figure], composer: Composer) -> Booked:
    records = tuple(dict.fromkeys(figure.id for figure in figures))
    return Booked(
        event=entry.event.id,
        title=f"{entry.heading}, {entry.place}, {entry.day}",
        words=composer.privacy.mask("; ".join(f"“{word}”" for word in dict.fromkeys(wording(f) for f in figures))),
        acled=_acled(_under("acled", entry, figures)),
        ucdp=" / ".join(_triple(_under("ucdp", entry, figures))),
        airwars=_range(_under("airwars", entry, figures)),
        pitf=_range(_under("pitf", entry, figures)),
        records=(entry.event.id, *records),
        evidence=composer.evidence(records),
    )


def _under(profile: ProfileName, entry: Entry, figures: Sequence[Figure]) -> list[Coded]:
    tolls = entry.event.killed.by_voice if entry.event.killed else ()
    return told_by(profile, tolls, {figure.id: figure for figure in figures})


def _acled(coded: Sequence[Coded]) -> str:
    """One figure; where the book has one for wars and one for elsewhere, both."""
    known = [one.best for one in coded if one.best is not None]
    return _number(min(known)) if known else _range(coded)


def _triple(coded: Sequence[Coded]) -> tuple[str, str, str]:
    """As `export ucdp` enters it: an open end is filled with the nearest number of the same voice."""
    given = [[value for value in (one.low, one.best, one.high) if value is not None] for one in coded]
    known = [one for one in given if one]
    bests = [
        one.best if one.best is not None else one.low for one in coded if one.best is not None or one.low is not None
    ]
    low, high = (min(one[0] for one in known), max(one[-1] for one in known)) if known else (None, None)
    return cells(low, min((best for best in bests if best is not None), default=low), high)


def _range(coded: Sequence[Coded]) -> str:
    lows = [low for one in coded if (low := one.low if one.low is not None else one.best) is not None]
    least, most = _number(min(lows, default=None)), _number(_most(coded))
    return least if least == most else f"{least} to {most}"


def _most(coded: Sequence[Coded]) -> float | None:
    """The most that any voice allows; open if one voice leaves it open."""
    highs = [one.high for one in coded]
    known = [high for high in highs if high is not None]
    return max(known) if len(known) == len(highs) else None


def _number(value: float | None) -> str:
    return cells(value, None, None)[0]
