"""A network as a ring: names round a circle, ties as curves through its middle. The table beside it says the same."""

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

MIDDLE, RADIUS = 320.0, 240.0
MOST = 28  # names on a ring: more could not be read
TIES = 90  # curves: the strongest
LONGEST = 30  # characters of a name
THICKEST = 9.0  # pixels


class Tie(Struct, frozen=True):
    """`one` does something to, or gives something to, `other`; without direction if not `directed`."""

    one: str
    other: str
    kind: str
    directed: bool
    count: int


class Name(Struct, frozen=True):
    """A name at its place on the ring; `side` is SVG's text-anchor."""

    name: str
    short: str
    x: float
    y: float
    text_x: float
    text_y: float
    side: str
    count: int


class Curve(Struct, frozen=True):
    """A tie as path data and its width in pixels."""

    tie: Tie
    path: str
    width: float


class Ring(Struct, frozen=True):
    """Names and curves; `left_out` names had no room."""

    names: tuple[Name, ...]
    curves: tuple[Curve, ...]
    left_out: int


def ring(ties: Sequence[Tie]) -> Ring:
    """The ring of the most tied names."""
    weight: dict[str, int] = {}
    for tie in ties:
        for name in (tie.one, tie.other):
            weight[name] = weight.get(name, 0) + tie.count
    chosen = _beside(sorted(weight, key=lambda name: (-weight[name], name))[:MOST], ties)
    names = {name: _name(name, index, len(chosen), weight[name]) for index, name in enumerate(chosen)}
    held = [tie for tie in ties if tie.one in names and tie.other in names and tie.one != tie.other][:TIES]
    strongest = max((tie.count for tie in held), default=1)
    curves = [_curve(tie, names[tie.one], names[tie.other], strongest) for tie in held]
    return Ring(tuple(names.values()), tuple(curves), len(weight) - len(chosen))


def _beside(names: Sequence[str], ties: Sequence[Tie]) -> list[str]:
    """The names in an order that puts each next to the one that it is most tied to, as far as that is free."""
    left, found = list(names), list[str]()
    strength: dict[tuple[str, str], int] = {}
    for tie in ties:
        for pair in ((tie.one, tie.other), (tie.other, tie.one)):
            strength[pair] = strength.get(pair, 0) + tie.count
    while left:
        last = found[-1] if found else None
        best = max(left, key=lambda name: (strength.get((last or "", name), 0), -left.index(name)))
        left.remove(best)
        found.append(best)
    return found


def _name(name: str, index: int, count: int, weight: int) -> Name:
    """Down the right side and up the left, in steps of equal height: no two names of a side share a line."""
    rows = (count + 1) // 2
    right = index < rows
    step = index if right else count - 1 - index
    y = RADIUS * (2 * (step + 0.5) / rows - 1)
    x = sqrt(RADIUS**2 - y**2) * (1 if right else -1)
    short = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
    text_x, text_y, across = round(MIDDLE + x + (12 if right else -12), 1), round(MIDDLE + y, 1), round(MIDDLE + x, 1)
    return Name(name, short, across, text_y, text_x, text_y, "start" if right else "end", weight)


def _curve(tie: Tie, one: Name, other: Name, strongest: int) -> Curve:
    """A curve bent towards the middle; short of the goal, so that an arrow's head has room."""
    bend_x, bend_y = (
        round(MIDDLE + (end - MIDDLE) * 0.25, 1) for end in ((one.x + other.x) / 2, (one.y + other.y) / 2)
    )
    away_x, away_y = other.x - bend_x, other.y - bend_y
    length = max((away_x**2 + away_y**2) ** 0.5, 1.0)
    end_x, end_y = round(other.x - away_x / length * 9, 1), round(other.y - away_y / length * 9, 1)
    path = f"M{one.x:g} {one.y:g}Q{bend_x:g} {bend_y:g} {end_x:g} {end_y:g}"
    return Curve(tie, path, round(1.0 + (THICKEST - 1) * (tie.count - 1) / max(strongest - 1, 1), 1))
