"""The tolls of one event, voice by voice, in; what a codebook would enter for each voice out.

Whoever counts the dead of several groups (both sides of a fight, civilians and those who attacked them) has counted
all of them: a coder enters the sum of that one account. Whoever counts those of one side alone, where others count
both, gives no rival of the sum. Claims of different voices are never added up, not even where each counts the dead of
another side: two boasts make no third number that nobody gave.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from crossreport.model import Figure, VoiceToll
from crossreport.words.profiles import Coded, ProfileName, apply

ARMED_SIDES = frozenset({"state", "armed", "rival", "fighters"})
_UNARMED = frozenset({"civilians", "children", "women"})

Groups = dict[str, list[Figure]]  # a voice's figures by whom they count: "" is anybody


def booked(profile: ProfileName, tolls: Iterable[VoiceToll], figures: Mapping[str, Figure]) -> list[Coded]:
    """One entry for each toll, and one for those of several groups that a voice gives, in their order."""
    given: dict[str, Groups] = defaultdict(lambda: defaultdict(list))
    for one in tolls:
        if one.figure in figures:
            figure = figures[one.figure]
            given[one.voice][one.side or _group(figure)].append(figure)
    whole = {voice: entry for voice, groups in given.items() if (entry := _whole(profile, groups)) is not None}
    fought = any(len(given[voice].keys() & ARMED_SIDES) > 1 for voice in whole)
    rest = [_widest(profile, groups) for voice, groups in given.items() if voice not in whole]
    single = [(name, some) for groups in rest for name, some in groups.items()]
    found = list(whole.values())
    for name, some in single:
        if not (fought and name in ARMED_SIDES):
            found += [_coded(profile, figure) for figure in _wholes(profile, some)]
    return found


def _wholes(profile: ProfileName, figures: list[Figure]) -> list[Figure]:
    """Without the women and children beside a larger count of their page: "five died, a boy in the ambulance"."""
    return [
        figure
        for figure in figures
        if not any(
            figure.page == other.page
            and figure.of.kind != other.of.kind
            and _size(_coded(profile, figure)) < _size(_coded(profile, other))
            for other in figures
        )
    ]


def _group(figure: Figure) -> str:
    """Whom a figure counts that no side is known for: "nine martyrs" are fighters all the same."""
    kind = figure.of.kind
    return "fighters" if kind == "combatants" else "civilians" if kind in _UNARMED else ""


def _whole(profile: ProfileName, groups: Groups) -> Coded | None:
    """The sum of the groups that a voice counts; None if it counts one alone, or people in general, and as many."""
    parts = [_most(profile, some) for name, some in groups.items() if name]
    if len(parts) < 2:
        return None
    added = _sum(parts)
    anybody = [_coded(profile, figure) for figure in groups.get("", ())]
    return None if any(_size(one) >= _size(added) for one in anybody) else added


def _widest(profile: ProfileName, groups: Groups) -> Groups:
    """Of a voice's people in general and the one group that it counts beside them the larger: the other is a part."""
    if len(groups) < 2:
        return groups
    most = {name: _size(_most(profile, some)) for name, some in groups.items()}
    return {name: some for name, some in groups.items() if most[name] == max(most.values())}


def _coded(profile: ProfileName, figure: Figure) -> Coded:
    return apply(profile, figure, measure=figure.measure)


def _most(profile: ProfileName, figures: Iterable[Figure]) -> Coded:
    """Of several counts of one group the largest: the others are its parts, or older."""
    return max((_coded(profile, one) for one in figures), key=_size)


def _size(one: Coded) -> float:
    return one.best or one.low or 0


def _sum(sides: list[Coded]) -> Coded:
    ends = {name: added([getattr(one, name) for one in sides]) for name in ("best", "high")}
    lows = added([one.low if one.low is not None else one.best for one in sides])
    return replace(sides[0], low=lows, note=f"{sides[0].note}; the dead of all groups added", **ends)


def added(values: list[float | None]) -> float | None:
    """The sum; None if any of them is open."""
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
