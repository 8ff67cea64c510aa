"""Features in, pairs worth comparing out: those that share a place or a province, a kind of happening and a day.

Two settlements are only ever compared under one key (record, spelling, or a cell of the map), so the number of pairs
grows with the reports of one place and day, not with the corpus. Vague reports are compared by province or country.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from crossreport.linking.features import Features
from crossreport.linking.lexicon import lexicon
from crossreport.linking.places import Site
from crossreport.linking.times import WEEK, Window
from crossreport.names import name_key

CELLS = 20  # a degree: cells of about 5 km, so that two places within 3 km lie in one cell or neighbours
NO_DAY = -1

Key = tuple[str, object, int]


def candidate_pairs(nodes: Sequence[Features]) -> list[tuple[int, int]]:
    """Pairs of indices into `nodes`, each once, in order."""
    found: set[tuple[int, int]] = set()
    exact: dict[Key, list[int]] = defaultdict(list)
    coarse: dict[Key, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    told: dict[int, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        for key in _sharp_keys(node):
            exact[key].append(index)
        for key, wide in _coarse_keys(node):
            coarse[key][wide].append(index)
        for number in node.passages:
            told[number].append(index)
    for members in exact.values():
        found.update(combinations(members, 2))
    for narrow, wide_ones in coarse.values():
        found.update(combinations(wide_ones, 2))
        found.update((min(one, other), max(one, other)) for one in narrow for other in wide_ones if one != other)
    for members in told.values():
        found.update(_chain(members))
    return sorted(found)


def _chain(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each with the first and with the next: enough to connect all, without all pairs."""
    for place, index in enumerate(members[1:]):
        yield members[0], index
        if place:
            yield members[place], index


def _sharp_keys(node: Features) -> Iterator[Key]:
    if node.vague or node.hard.window is None:
        return
    for place in _settlements(node):
        for day in _days(node.hard.window):
            for name in _names(place):
                yield (node.hard.mood, name, day)


def _names(place: Site) -> Iterator[object]:
    yield place.key
    yield name_key(place.name)
    if place.within is not None:
        yield name_key(place.within)
    if place.at is not None:
        row, column = round(place.at[0] * CELLS), round(place.at[1] * CELLS)
        yield from ((row + up, column + right) for up in (0, 1) for right in (0, 1))


def _settlements(node: Features) -> list[Site]:
    return [place for place in node.hard.sites if place.level == "site"]


def _days(window: Window) -> Iterator[int]:
    yield from range(window.earliest - (not window.exact), window.latest + 1 + (not window.exact))


def _coarse_keys(node: Features) -> Iterator[tuple[Key, bool]]:
    """Keys under which a vague report meets all others, and whether this report is vague there."""
    window = node.hard.window
    narrow = window is not None and window.days <= WEEK
    settlements = _settlements(node)
    group = "force" if node.hard.group in lexicon().force else node.hard.group  # rival sides name the means differently
    kind = f"{node.hard.mood} {group}"
    for place in settlements:
        sharp = window is not None and window.sharp and not node.hard.lasting
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
