"""Weighed events in, findings on pairs that may be one happening out: all agrees but the day, or all but the place.

Linking keeps such reports apart, as two exact days or two villages exclude one another; a person should look at them.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from crossreport.model import Event, EventReport, Finding, Place, Reason, content_id
from crossreport.names import fold_name
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import told
from crossreport.weighing.voices import camp, voice_of
from crossreport.words.spoken import capital

TELLING_TOLL = 4  # an equal toll below this is no sign
SELDOM = 10  # from here on an equal toll is a sign whatever kind of violence is told
DAYS = 2  # by which outlets misdate each other


def rivals(events: Sequence[Event], corpus: Corpus) -> list[Finding]:
    """Contradictions about time and about place between events of one type, one toll and no other doer."""
    by_place: dict[object, list[Event]] = defaultdict(list)
    by_day: dict[object, list[Event]] = defaultdict(list)
    for event in events:
        best = event.killed.best if event.killed is not None else None
        if best is None or best < TELLING_TOLL or event.place is None or event.when is None:
            continue
        if event.when.precision == "day" and event.when.earliest is not None and "~" not in event.when.edtf:
            alike = best >= SELDOM and event.type.label in lexicon().violent
            kind = "violent" if alike else event.type.label
            by_place[kind, best, _key(event.place)].append(event)
            by_day[kind, best, event.when.earliest, event.place.country].append(event)
    found = [_finding(*pair, "time", corpus) for group in by_place.values() for pair in _misdated(group, corpus)]
    found += [_finding(*pair, "place", corpus) for group in by_day.values() for pair in _misplaced(group, corpus)]
    return found


def _key(place: Place) -> str:
    return f"{place.geonameid}:{place.name}" if place.geonameid is not None else fold_name(place.name)


def _misdated(group: Sequence[Event], corpus: Corpus) -> list[tuple[Event, Event]]:
    ordered = sorted(group, key=lambda event: (_day(event), event.id))
    return [
        pair for pair in pairwise(ordered) if 0 < _day(pair[1]) - _day(pair[0]) <= DAYS and _one_deed(*pair, corpus)
    ]


def _misplaced(group: Sequence[Event], corpus: Corpus) -> list[tuple[Event, Event]]:
    ordered = sorted((one for one in group if _local(one)), key=lambda event: event.id)
    return [
        pair for pair in pairwise(ordered) if _one_area(*pair) and _one_deed(*pair, corpus) and all(map(_doers, pair))
    ]


def _one_area(one: Event, other: Event) -> bool:
    """Whether both places may lie in one province."""
    areas = {event.place.admin1 for event in (one, other) if event.place is not None and event.place.admin1}
    return len(areas) < 2


def _local(event: Event) -> bool:
    return event.place is not None and event.place.kind in ("settlement", "district", "facility", "unresolved")


def _day(event: Event) -> int:
    day = event.when.earliest if event.when is not None else None
    return date.fromisoformat(day).toordinal() if day is not None else 0


def _doers(event: Event) -> frozenset[str]:
    return frozenset(camp(actor) for side in event.sides if side.role == "agent" for actor in side.actors)


def _one_deed(one: Event, other: Event, corpus: Corpus) -> bool:
    """No page tells both, no voice tells both, and no other doer is named."""
    pages = [{corpus.report[report].page for report in event.reports} for event in (one, other)]
    if pages[0] & pages[1] or _voices(one, corpus) & _voices(other, corpus):
        return False
    doers = (_doers(one), _doers(other))
    return not all(doers) or bool(doers[0] & doers[1])


def _voices(event: Event, corpus: Corpus) -> set[str]:
    return {voice_of(report, corpus).key for report in _reports(event, corpus)}


def _reports(event: Event, corpus: Corpus) -> list[EventReport]:
    return [corpus.report[report] for report in event.reports]


def _finding(one: Event, other: Event, rule: str, corpus: Corpus) -> Finding:
    names = [voice_of(_reports(event, corpus)[0], corpus).spoken for event in (one, other)]
    toll = one.killed.best if one.killed is not None and one.killed.best is not None else 0
    text = (
        f"{capital(names[0])} told of the {told(one)}, {names[1]} of the {told(other)}, both with {toll:,.0f} killed."
    )
    members = tuple(sorted((one.id, other.id)))
    reason = Reason(rule, "all but this agrees: it may be one happening, and is kept as two until somebody has looked")
    return Finding(content_id("finding", "contradiction", rule, *members), "contradiction", members, text, (reason,))
