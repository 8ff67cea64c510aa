"""The tolls of one event, voice by voice, in; what a codebook would enter for each voice out.

Whoever counts the dead of both sides of a fight has counted all of them: a coder enters the sum. Whoever counts those
of one side alone, where others count both, gives no rival of the sum. The claims themselves are never added up.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from crossreport.model import Figure, VoiceToll
from crossreport.words.profiles import Coded, ProfileName, apply


def booked(profile: ProfileName, tolls: Iterable[VoiceToll], figures: Mapping[str, Figure]) -> list[Coded]:
    """One entry for each toll, and one for the tolls of both sides that a voice gives, in the order of the tolls."""
    given: dict[str, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for one in tolls:
        if one.figure in figures:
            given[one.voice][one.side].append(figures[one.figure])
    whole = [voice for voice, by_side in given.items() if len(by_side.keys() - {""}) > 1]
    found = [_sum([_most(profile, some) for side, some in given[voice].items() if side]) for voice in whole]
    for by_side in given.values():
        for side, some in by_side.items():
            if not (side and whole):
                found += [_coded(profile, figure) for figure in some]
    return found


def _coded(profile: ProfileName, figure: Figure) -> Coded:
    return apply(profile, figure, measure=figure.measure)


def _most(profile: ProfileName, figures: Iterable[Figure]) -> Coded:
    """Of several counts of one side the largest: the others are its parts, or older."""
    return max((_coded(profile, one) for one in figures), key=lambda one: one.best or one.low or 0)


def _sum(sides: list[Coded]) -> Coded:
    added = {name: _added([getattr(one, name) for one in sides]) for name in ("best", "high")}
    lows = _added([one.low if one.low is not None else one.best for one in sides])
    return replace(sides[0], low=lows, note=f"{sides[0].note}; the dead of both sides added", **added)


def _added(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
