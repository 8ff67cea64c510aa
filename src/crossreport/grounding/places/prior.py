"""A candidate in, what speaks for it before the words beside the name do: its country, its kind, its rank.

What the text says of the very name, and where the page's other places lie, is weighed in `choose`.
"""

from crossreport.gazetteer import Entry
from crossreport.gazetteer.sources import capitals, neighbours
from crossreport.grounding.places.accept import Seen, World

# Weights set by hand on the dev pages of FA-KES, LGL and GeoVirus, not fitted.
FOCUS = 2.0
FOREIGN_HAMLET, FOREIGN_TOWN, FOREIGN_CITY = -2.0, -1.6, -0.5
BORDERLESS = 1.2
COUNTRY, DIVISION, LONE_DIVISION, SUBDIVISION = 3.2, -0.3, 0.5, 0.1
CONTESTED_FROM = 20_000  # inhabitants from which a town contests its famous namesake's country
OVERSHADOWED = -2.0  # for a country, where the page is about a far one with a division of the name


def of_its_country(entry: Entry, seen: Seen, world: World) -> tuple[float, str]:
    """How much the page has to do with the candidate's country; a country's own name is no witness for it."""
    name = seen.sighting.name
    if entry.kind == "country":
        others = world.without(name)
        weight, said = _focus(entry, others)
        lost = _overshadowed(entry, seen, others)
        return (weight + lost, "the page is about a country with a division of the name") if lost else (weight, said)
    return _focus(entry, world.without(name) if _contested(seen) else world.focus)


def _overshadowed(entry: Entry, seen: Seen, focus: dict[str, float]) -> float:
    """ "Atlanta, Georgia": a country that nothing else on the page tells of, nor of a neighbour of it."""
    if entry.country in focus or neighbours().get(entry.country or "", frozenset()) & set(focus):
        return 0.0
    lands = {hit.entry.country for hit in seen.hits if hit.entry.kind == "admin1" and hit.likeness == 1.0}
    return OVERSHADOWED * max((focus.get(land or "", 0.0) for land in lands), default=0.0)


def _contested(seen: Seen) -> bool:
    """Whether the name by itself is of two countries: then it is no witness for one of them."""
    weighty = {
        hit.entry.country
        for hit in seen.hits
        if hit.likeness == 1.0 and (hit.entry.kind in {"country", "admin1"} or hit.entry.population >= CONTESTED_FROM)
    }
    return len(weighty) > 1


def _focus(entry: Entry, focus: dict[str, float]) -> tuple[float, str]:
    weight = focus.get(entry.country or "", 0.0)
    if weight:
        return FOCUS * min(1.0, 0.6 + 0.6 * weight), "in a country that the page is about"
    if entry.country is None:
        return BORDERLESS, "spans several countries"
    if entry.kind == "country":
        return 0.0, ""
    lost = (
        FOREIGN_HAMLET
        if entry.population < 100_000
        else FOREIGN_TOWN
        if entry.population < 500_000 or entry.kind == "admin1"
        else FOREIGN_CITY
    )
    return lost, "in a country that the page does not name"


def rank(entry: Entry, seen: Seen) -> float:
    """What its kind alone speaks for a place; a division without a town of its name is no town's rival for it."""
    if entry.kind == "admin1" and not _has_town(entry, seen):
        return LONE_DIVISION
    return {"country": COUNTRY, "admin1": DIVISION, "admin2": SUBDIVISION, "region": 0.8, "facility": 0.3}.get(
        entry.kind, 0.0
    )


def _has_town(division: Entry, seen: Seen) -> bool:
    place = (division.country, division.admin1)
    return any(hit.entry.kind == "settlement" and (hit.entry.country, hit.entry.admin1) == place for hit in seen.hits)


def is_capital(entry: Entry, seen: Seen) -> bool:
    """Whether it is its country's capital, and not a smaller town there that bears the capital's name."""
    if entry.kind != "settlement" or capitals().get(entry.country or "") != entry.name:
        return False
    return all(
        hit.entry.population <= entry.population
        for hit in seen.hits
        if hit.entry.kind == "settlement" and (hit.entry.country, hit.entry.name) == (entry.country, entry.name)
    )
