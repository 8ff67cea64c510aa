"""A report's features in, the blocks in which it is compared out: place or province, kind of happening, and day.

Two settlements are only ever compared in one block (record, spelling, or a cell of the map), so the number of pairs
grows with the reports of one place and day, not with the corpus. Vague reports are compared by province or country.
"""

from collections.abc import Iterator
from typing import NamedTuple

from crossreport.linking.features import Features, denies
from crossreport.linking.lexicon import lexicon
from crossreport.linking.pairing import OUTCOMES
from crossreport.linking.places import Site, town_of
from crossreport.linking.times import LATE, NEWS_DAYS, WEEK, Window
from crossreport.names import name_key

CELLS = 20  # a degree: cells of about 5 km, so that two places within 3 km lie in one cell or neighbours
NO_DAY = -1

# How a report stands in a block: with others that are NARROW it is compared if it is WIDE itself; in a CHAIN only with
# the first and the next of its members, which is enough to connect all that share a sentence without all pairs.
NARROW, WIDE, CHAIN = 0, 1, 2

Key = tuple[str, object, int]


class Block(NamedTuple):
    """`day` is the ordinal of the one day that a block is of, else `NO_DAY`."""

    day: int
    name: str


def blocks(node: Features) -> dict[Block, int]:
    """The blocks of a report, and how it stands in each."""
    found = {Block(key[2], f"sharp {key}"): WIDE for key in _sharp_keys(node)}
    found |= {Block(key[2], f"coarse {key}"): WIDE if wide else NARROW for key, wide in _coarse_keys(node)}
    found |= {Block(NO_DAY, f"passage {number}"): CHAIN for number in node.passages}
    return dict(sorted(found.items()))


def _sharp_keys(node: Features) -> Iterator[Key]:
    if node.hard.window is not None and node.hard.window.sharp and not _settlements(node):
        for day in _fought_days(node):
            yield from ((node.hard.mood, name_key(name), day) for name in sorted(node.around))
    if node.vague or node.hard.window is None:
        return
    for place in _settlements(node):
        for day in _fought_days(node):
            for name in _names(place):
                yield (node.hard.mood, name, day)


def _fought_days(node: Features) -> Iterator[int]:
    """The days of a report; who holds a town after a fight is told by rival sides of two days next to one another."""
    window = node.hard.window
    if window is None:
        return
    wider = node.hard.outcome in OUTCOMES and window.exact
    yield from _days(window._replace(exact=False) if wider else window)
    if window.end:
        yield window.latest + 1 if window.end == LATE else window.earliest - 1
    if window.news:
        yield from range(window.earliest - NEWS_DAYS, window.earliest - 1)  # `_days` gives the day before it


def _names(place: Site) -> Iterator[object]:
    yield place.key
    yield name_key(place.name)
    yield from (name_key(town) for town in (place.within, town_of(place.name)) if town is not None)
    yield from (name_key(name) for name in sorted(place.told_in | place.told_parts | place.told_near))
    if place.by is not None:
        yield name_key(place.by)
    if place.at is not None:
        row, column = round(place.at[0] * CELLS), round(place.at[1] * CELLS)
        yield from ((row + up, column + right) for up in (0, 1) for right in (0, 1))


def _settlements(node: Features) -> list[Site]:
    return [place for place in node.hard.sites if place.level == "site"]


def _days(window: Window) -> Iterator[int]:
    yield from range(window.earliest - (not window.exact), window.latest + 1 + (not window.exact))


def _coarse_keys(node: Features) -> Iterator[tuple[Key, bool]]:
    """Keys under which a vague report meets all others, and whether this report is vague there."""
    for group in _groups(node):
        yield from _keys_of(node, f"{node.hard.mood} {group}")


def _groups(node: Features) -> Iterator[str]:
    """The kinds under which it is looked for: rival sides name the means differently, and deny more than was told; what
    the one leads with as a fight, the other tells as an attack.
    """
    force, fight = node.hard.group in lexicon().force, node.hard.group in lexicon().contested
    denied = denies(node.report)
    if force or (fight and (denied or node.lead)):
        yield "force"
    if fight or (force and denied):
        yield from sorted(lexicon().contested)
    if not force and not fight:
        yield node.hard.group


def _keys_of(node: Features, kind: str) -> Iterator[tuple[Key, bool]]:
    window = node.hard.window
    narrow = window is not None and window.days <= WEEK
    for place in node.hard.sites:
        if place.level in ("site", "admin2", "region"):
            sharp = window is not None and window.sharp and not node.hard.lasting and place.level == "site"
            yield (kind, name_key(place.name), NO_DAY), not sharp
    if narrow and window is not None:
        for area, wide in _areas(node).items():
            for day in _days(window):
                yield (kind, area, day), wide


def _areas(node: Features) -> dict[object, bool]:
    """Provinces and countries of a report, and whether it knows nothing narrower than the area."""
    places = node.hard.sites
    levels = {place.level for place in places}
    actors = node.hard.agents | node.hard.targets | node.hard.parties
    countries = {place.country for place in places} or {actor.country for actor in actors}
    areas: dict[object, bool] = {
        ("country", name): not levels & {"site", "admin1", "admin2"} for name in countries if name
    }
    for place in places:
        for name in (place.admin1, place.within, place.name if place.level in ("admin1", "admin2") else None):
            if name:
                areas[place.country, name_key(name)] = "site" not in levels
    return areas
