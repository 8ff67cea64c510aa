"""A candidate in, what forbids it out: a namesake abroad, a quarter of a far-off town, a street's patron.

A name alone proves no country. A place outside of the countries that the page is about needs a word of the text for
its country, or must be so well known that its name needs none; else the name stays unresolved.
"""

from msgspec import Struct
from msgspec.structs import replace

from crossreport.gazetteer import Entry, Hit
from crossreport.gazetteer.sources import capitals, famous, neighbours
from crossreport.gazetteer.store import OTHER
from crossreport.grounding.places.accept import SURE_SOUND, Seen, World
from crossreport.grounding.places.words import place_words

OWN_LETTERS = 0.9  # likeness above which a name is filed in these letters
FOCAL_FROM, FOCAL_SHARE = 0.1, 0.5  # weight, and share of the heaviest weight, of a country that the page is about
KNOWN_FROM = 500_000  # inhabitants from which a town needs no word for its country
LARGE_FROM = 100_000  # … from which a page of its country may name it in any letters
FIRM_FROM = 20_000  # … from which a town of the page's countries is no namesake in the country that syntax gives it
_BOUND = frozenset({"settlement", "district", "facility", "admin1", "admin2", "natural"})
_NAMESAKES = frozenset({"settlement", "admin1", "admin2", "country", "district"})


class Nearby(Struct, frozen=True):
    """What the text says besides the name: the place that holds it, and the other places of sentence and page."""

    container: Entry | None = None
    sentence: frozenset[tuple[int, str | None]] = frozenset()  # row number and country of the sentence's places
    page: frozenset[int] = frozenset()  # row numbers
    names: frozenset[str] = frozenset()
    divisions: frozenset[tuple[str | None, str | None]] | None = None  # of the page's places; None: not yet known
    others: frozenset[tuple[str | None, str | None]] = frozenset()  # of the places of the page's other names


def forbidden(hit: Hit, seen: Seen, world: World, near: Nearby) -> str | None:
    """Why the name must not be resolved to this place; None if nothing forbids it."""
    entry = hit.entry
    if hit.likeness <= OWN_LETTERS and entry.kind == "admin1" and seen.sighting.kind not in {None, "admin1", "region"}:
        return f"a {seen.sighting.noun} is no division that its name only sounds like"
    if _only_sounds(hit, seen, near) and not _large_at_home(hit, seen, world):
        return "it only sounds like the name, and the page's other places lie in other divisions"
    if entry.kind == "country" and seen.sighting.kind == "admin1" and _is_division(seen):
        return f"a {seen.sighting.noun} is no country, and one bears the name"
    if _patron(entry, seen.sighting.tail.noun, near):
        return f"a {seen.sighting.tail.noun} may bear the name of a place that it does not stand in"
    if entry.country is None or entry.kind not in _BOUND:
        return None
    if hit.likeness < OTHER and (seen.sighting.hint or entry.country) != entry.country:
        return f"it is only like the name, and the text calls it {seen.sighting.context.demonym}"
    if near.container is not None and (near.container.country or entry.country) != entry.country:
        if not _firmly(hit, seen, world, near.container):
            return f"the text puts it in {near.container.name}"
        near = replace(near, container=None)
    if _of_people_only(entry, seen, world):
        return "the page names a people of its country and no place there"
    if _cued(entry, seen, world, near):
        return None
    if entry.within is not None:
        at_home = entry.country == next(iter(world.focus), None)
        return None if at_home or entry.within in near.names else f"the page does not speak of {entry.within}"
    if hit.likeness <= OWN_LETTERS and entry.country != next(iter(world.focus), None):
        return "it only sounds like the name and lies in a country that the text gives no sign of here"
    if entry.country in native(_without_itself(world, seen) if _small(seen) else world):
        return None
    if hit.likeness > OWN_LETTERS and known_anywhere(entry, seen.sighting.name) and not _small(seen):
        return None
    return "it lies in a country that the text gives no sign of here"


def _firmly(hit: Hit, seen: Seen, world: World, container: Entry) -> bool:
    """Whether a name is more surely that of a town of the page's countries than of something in the `container`.

    "Shelled X from Y", "between X and a crossing in Z": syntax puts many a town into the wrong country.
    """
    entry = hit.entry
    towns = entry.kind in {"settlement", "admin1"} and entry.population >= FIRM_FROM and hit.likeness > OWN_LETTERS
    there = any(other.entry.country == container.country and other.likeness > OWN_LETTERS for other in seen.hits)
    return towns and not there and entry.country in native(_without_itself(world, seen))


def _without_itself(world: World, seen: Seen) -> World:
    """What the page's other words say of its countries: "the village of Paris" speaks for no country by itself."""
    return replace(world, focus=world.without(seen.sighting.name))


def _only_sounds(hit: Hit, seen: Seen, near: Nearby) -> bool:
    """A far sound for a division that nothing calls one; a village's for one in a division that the page has not."""
    entry = hit.entry
    if hit.likeness > OWN_LETTERS or entry.kind == "country":
        return False
    division = (entry.country, entry.admin1)
    if entry.kind == "admin1":
        if seen.sighting.kind == "region" and division not in near.others:
            return True  # "the X region" is any stretch of land; of divisions only one that the page tells of
        return hit.likeness < SURE_SOUND and seen.sighting.kind is None
    held = near.container is not None and division == (near.container.country, near.container.admin1)
    return bool(near.others) and division not in near.others and not held


def _large_at_home(hit: Hit, seen: Seen, world: World) -> bool:
    """ "The city of Raqa": a large town of the page's own country, where no place bears the name in these letters."""
    entry = hit.entry
    at_home = entry.country == next(iter(world.focus), None) and entry.population >= LARGE_FROM
    spelled = any(one.likeness > OWN_LETTERS and one.entry.country == entry.country for one in seen.hits)
    return at_home and entry.kind == "settlement" and not spelled and seen.sighting.noun == "city"


def _of_people_only(entry: Entry, seen: Seen, world: World) -> bool:
    """ "Turkish warplanes bombed X" on a page that names places of another country: a people says who, not where.

    A town that the world knows, and an adjective right before the name ("the Turkish town of X"), say it themselves.
    """
    name, iso = seen.sighting.name, entry.country
    if iso is None or seen.sighting.hint == iso or known_anywhere(entry, name) or entry.kind != "settlement":
        return False
    first = next(iter(world.focus), None)
    return first in world.placed and iso in world.votes and iso not in world.placed


def _small(seen: Seen) -> bool:
    """ "The village of Kobe", "the Brooklyn neighbourhood": no town that the world knows."""
    return seen.sighting.noun in place_words().small


def _is_division(seen: Seen) -> bool:
    return any(hit.entry.kind == "admin1" and hit.likeness > OWN_LETTERS for hit in seen.hits)


def _patron(entry: Entry, noun: str | None, near: Nearby) -> bool:
    """Whether what follows the name is a thing that the place may only have given its name to."""
    if noun is None or entry.kind not in _NAMESAKES or entry.id in near.page:
        return False
    if noun in place_words().streets:
        return True
    if noun not in place_words().in_town:
        return False
    return near.divisions is None or (bool(near.divisions) and (entry.country, entry.admin1) not in near.divisions)


def native(world: World) -> frozenset[str]:
    """The countries that the page is about, with those of their neighbours that it names."""
    heaviest = max(world.focus.values(), default=0.0)
    focal = {iso for iso, weight in world.focus.items() if weight >= max(FOCAL_FROM, FOCAL_SHARE * heaviest)}
    return frozenset(focal | {iso for iso in world.focus if neighbours().get(iso, frozenset()) & focal})


def _cued(entry: Entry, seen: Seen, world: World, near: Nearby) -> bool:
    """Whether the text names the country, its people, its capital or another of its places beside the name."""
    sighting = seen.sighting
    if sighting.hint == entry.country or entry.country in world.cues.get(sighting.sentence, frozenset()):
        return True
    if near.container is not None and near.container.country == entry.country and near.container.id != entry.id:
        return True
    return any(country == entry.country and number != entry.id for number, country in near.sentence)


def known_anywhere(entry: Entry, name: str) -> bool:
    """Whether the world means this place by the name: a capital, a very large town or division, a seat of talks."""
    if entry.kind == "settlement" and capitals().get(entry.country or "") == entry.name:
        return True
    return entry.population >= KNOWN_FROM or is_famous(entry, name)


def is_famous(entry: Entry, name: str) -> bool:
    """Whether the lexicon says that the world means the place of this country by the name, or lists it as a region."""
    if entry.kind == "region" and entry.name == name and entry.country is not None:
        return True
    return entry.kind == "settlement" and famous().get(name.casefold()) == entry.country
