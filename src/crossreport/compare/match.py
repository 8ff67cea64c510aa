"""Our events beside theirs: which are one, which only one side has, and whether the tolls agree.

In: events of the record and of another data set. Out: pairs one to one, best first, with what agrees. Two events can
be one if their days overlap or touch, they lie in one country, and their places are one name or near each other.
Types and sides choose among candidates and refuse none: codebooks cut events differently.
"""

import datetime as dt
import math
from collections.abc import Iterable, Sequence

from msgspec import Struct

from crossreport.compare.theirs import Kind, Theirs
from crossreport.model import Event, Place
from crossreport.model.statuses import REPORTED
from crossreport.names.same import same_name

DAYS_APART = 1  # the day of the deed and the day of the report
KILOMETRES = 10.0  # two points of one town
KILOMETRES_COARSE = 50.0  # where either side knows the place only roughly
LONGEST = 31  # days: what took longer is a sum over many events, on either side
EARTH_KM = 6371.0
WEIGHTS = {"day": 2.0, "place": 2.0, "side": 1.0, "toll": 1.0}


class Pair(Struct, frozen=True):
    """One event on both sides. `toll` is None where one of the two gives no number."""

    ours: str
    theirs: str
    kilometres: float | None
    same_day: bool
    same_place: bool
    sides: int
    toll: bool | None


class Comparison(Struct, frozen=True):
    """Ids on either side; `outside` are theirs in another country, over months, or of other days."""

    pairs: tuple[Pair, ...]
    only_ours: tuple[str, ...]
    only_theirs: tuple[str, ...]
    outside: int


def compare(ours: Sequence[Event], theirs: Sequence[Theirs], kind: Kind) -> Comparison:
    """Pairs events of the record that their codebook would hold, on known days and in known places, with theirs."""
    mine = [event for event in ours if _comparable(event, kind)]
    at_home: dict[str | None, list[Event]] = {}
    for event in mine:
        at_home.setdefault(_country(event), []).append(event)
    within = [other for other in theirs if _within(other, at_home.get(other.country, ()))]
    by_country: dict[str, list[Theirs]] = {}
    for other in within:
        by_country.setdefault(other.country, []).append(other)
    scored = [
        (_score(pair), pair)
        for event in mine
        for other in by_country.get(_country(event) or "", ())
        for pair in [_pair(event, other)]
        if pair is not None
    ]
    pairs = _best(scored)
    told, known = {pair.ours for pair in pairs}, {pair.theirs for pair in pairs}
    return Comparison(
        tuple(pairs),
        tuple(event.id for event in mine if event.id not in told),
        tuple(other.id for other in within if other.id not in known),
        len(theirs) - len(within),
    )


def _best(scored: Iterable[tuple[float, Pair]]) -> list[Pair]:
    """One to one, the best first; equal ones in the order of their ids."""
    found: list[Pair] = []
    taken: set[str] = set()
    for _, pair in sorted(scored, key=lambda each: (-each[0], each[1].ours, each[1].theirs)):
        if not {f"ours {pair.ours}", f"theirs {pair.theirs}"} & taken:
            taken |= {f"ours {pair.ours}", f"theirs {pair.theirs}"}
            found.append(pair)
    return found


def _comparable(event: Event, kind: Kind) -> bool:
    """Whether it happened, when and where are known well enough, and the codebook has a place for it."""
    happened = event.status in REPORTED and event.grade != "discounted"
    dated = event.when is not None and bool(event.when.earliest and event.when.latest)
    if not happened or not dated or event.place is None or event.place.kind == "country":
        return False
    first, last = _days(event)
    held = event.type.acled is not None if kind == "acled" else event.killed is not None
    return held and (last - first).days <= LONGEST


def _country(event: Event) -> str | None:
    return event.place.country if event.place else None


def _within(other: Theirs, mine: Sequence[Event]) -> bool:
    """Whether our pages speak of that country in those days at all."""
    length = dt.date.fromisoformat(other.latest) - dt.date.fromisoformat(other.earliest)
    return length.days <= LONGEST and any(_near_in_time(event, other) for event in mine)


def _days(event: Event) -> tuple[dt.date, dt.date]:
    when = event.when
    assert when is not None
    assert when.earliest is not None
    assert when.latest is not None
    return dt.date.fromisoformat(when.earliest), dt.date.fromisoformat(when.latest)


def _near_in_time(event: Event, other: Theirs) -> bool:
    first, last = _days(event)
    slack = dt.timedelta(days=DAYS_APART)
    return (
        first - slack <= dt.date.fromisoformat(other.latest) and dt.date.fromisoformat(other.earliest) <= last + slack
    )


def _pair(event: Event, other: Theirs) -> Pair | None:
    place = event.place
    if place is None or not _near_in_time(event, other):
        return None
    kilometres = _apart(place, other)
    named = bool(other.place) and bool(same_name(place.name, other.place))
    coarse = place.kind in ("admin1", "country", "region", "natural")
    near = kilometres is not None and kilometres <= (KILOMETRES_COARSE if coarse else KILOMETRES)
    if not (near or (named and (kilometres is None or kilometres <= KILOMETRES_COARSE))):
        return None
    first, last = _days(event)
    same_day = first <= dt.date.fromisoformat(other.latest) and dt.date.fromisoformat(other.earliest) <= last
    return Pair(event.id, other.id, kilometres, same_day, named, _sides(event, other), _toll(event, other))


def _apart(place: Place, other: Theirs) -> float | None:
    """Kilometres between the two points, over the sphere (haversine)."""
    if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (place.lat, place.lon, other.lat, other.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def _sides(event: Event, other: Theirs) -> int:
    """How many of their sides ours names, whichever side they stand on."""
    mine = {actor.name for side in event.sides for actor in side.actors}
    return sum(any(_same_actor(name, theirs) for name in mine) for theirs in other.sides)


def _same_actor(mine: str, theirs: str) -> bool:
    return mine.casefold() in theirs.casefold() or theirs.casefold() in mine.casefold() or bool(same_name(mine, theirs))


def _toll(event: Event, other: Theirs) -> bool | None:
    """Whether the two ranges of deaths overlap; their single figure is a range of one."""
    low, high = (
        (other.low if other.low is not None else other.best),
        (other.high if other.high is not None else other.best),
    )
    killed = event.killed
    if killed is None or low is None or high is None:
        return None
    return (killed.low is None or killed.low <= high) and (killed.high is None or low <= killed.high)


def _score(pair: Pair) -> float:
    score = WEIGHTS["day"] * pair.same_day + WEIGHTS["place"] * pair.same_place + WEIGHTS["side"] * pair.sides
    return score + WEIGHTS["toll"] * bool(pair.toll) - (pair.kilometres or 0.0) / KILOMETRES_COARSE
