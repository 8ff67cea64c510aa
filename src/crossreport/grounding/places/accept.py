"""Sightings in, those that name places out: gazetteer, model label and context vote; one strong witness is enough.

Precision before recall: a name that only some far-off hamlet bears is no place because the gazetteer knows it.
"""

from msgspec import Struct

from crossreport.gazetteer import Gazetteer, Hit
from crossreport.gazetteer.focus import Votes, placed, shares
from crossreport.gazetteer.sources import abbreviations, bare_abbreviation
from crossreport.grounding.places.find import Sighting, inside, listed, owned
from crossreport.grounding.places.nicknames import names_no_place
from crossreport.grounding.places.words import place_words

ROMANISED_FROM = 0.1  # weight from which a country's places are also found under another romanisation
SURE_SOUND = 0.85  # likeness from which another romanisation and a preposition make a place
HOME_FROM = 0.03  # weight from which a country is one that the page is about
TOWN_ANYWHERE = 150_000  # inhabitants from which a town is known without its country being mentioned
TOWN_FROM = 5_000  # inhabitants of a town of the page's countries whose name alone heads an item
TOWN_AT_HOME = 15_000  # inhabitants of a town that needs no preposition in its own country
MIN_LETTERS = 3
LONGEST_ACRONYM = 5


class World(Struct, frozen=True):
    """What the page is about: weights of countries, heaviest first; `cues`: countries named in or before a sentence."""

    focus: dict[str, float]
    cues: dict[int, frozenset[str]] = {}
    votes: Votes = {}
    placed: frozenset[str] = frozenset()  # the countries of which the page names a place, and not a people alone

    @classmethod
    def of(cls, votes: Votes, cues: dict[int, frozenset[str]], places: Gazetteer) -> "World":
        """The world of a page whose words vote so."""
        return cls(dict(shares(votes)), cues, votes, placed(votes, places))

    def without(self, name: str) -> dict[str, float]:
        """The weights as the page's other words give them: a name is no witness in its own case."""
        own = name.casefold()
        if not any(own in words for words in self.votes.values()):
            return self.focus
        return dict(shares(self.votes, without=own))

    @property
    def romanised(self) -> tuple[str, ...]:
        """The countries in which other romanisations of a name are looked up."""
        return tuple(iso for iso, weight in self.focus.items() if weight >= ROMANISED_FROM)

    @property
    def home(self) -> tuple[str, ...]:
        """The countries whose small places are looked up."""
        return tuple(iso for iso, weight in self.focus.items() if weight >= HOME_FROM)


class Seen(Struct, frozen=True):
    """An accepted sighting, the places that bear the name, and why it was taken for a place."""

    sighting: Sighting
    hits: tuple[Hit, ...]
    why: str


def accepted(text: str, found: list[Sighting], places: Gazetteer, world: World) -> list[Seen]:
    """The sightings of one sentence that name places; a list passes the property on to its members."""
    hits = [candidates(sighting, places, world) for sighting in found]
    why = [
        None if _nicknamed(text, sighting, hit) else _reason(sighting, hit, world)
        for sighting, hit in zip(found, hits, strict=True)
    ]
    for _ in range(2):
        for here in range(len(found)):
            if why[here] is None:
                why[here] = _by_neighbours(text, found, why, hits, here)
    return [Seen(sighting, hit, reason) for sighting, hit, reason in zip(found, hits, why, strict=True) if reason]


def _nicknamed(text: str, sighting: Sighting, hits: tuple[Hit, ...]) -> bool:
    """A name that the words before give to a ship, or one that no gazetteer has to people."""
    return names_no_place(text, sighting, filed=any(hit.likeness > 0.9 for hit in hits))


def candidates(sighting: Sighting, places: Gazetteer, world: World) -> tuple[Hit, ...]:
    """Places of the name: under these letters anywhere, under another romanisation in the page's countries."""
    if sighting.short:
        units = (places.division(*unit) for unit in abbreviations().get(bare_abbreviation(sighting.name), ()))
        return tuple(Hit(unit, 1.0, "abbreviation") for unit in units if unit)
    hint = (sighting.hint,) if sighting.hint else ()
    home = tuple(dict.fromkeys((*hint, *world.romanised)))
    whole = places.exact(f"{sighting.name} {sighting.tail.noun}") if sighting.tail.noun else ()
    if any(hit.entry.kind in {"facility", "natural", "region", "district"} for hit in whole):
        return whole + _home_divisions(sighting, places, home)
    hits = places.find(sighting.name, home)
    if any(hit.likeness > 0.9 for hit in hits) or not sighting.name.endswith("s"):
        return hits + _divisions_too(sighting, hits, places, home)
    bare = tuple(hit for hit in places.exact(sighting.name[:-1]) if hit.entry.country in home)
    return bare or hits  # a possessive that lost its apostrophe


def _home_divisions(sighting: Sighting, places: Gazetteer, home: tuple[str, ...]) -> tuple[Hit, ...]:
    """ "Sahel region": the division of a country that the page is about, beside the belt of the same name."""
    if sighting.tail.kind not in {"admin1", "either", "region"}:
        return ()
    return tuple(hit for hit in places.exact(sighting.name) if hit.entry.kind == "admin1" and hit.entry.country in home)


def _divisions_too(
    sighting: Sighting, hits: tuple[Hit, ...], places: Gazetteer, home: tuple[str, ...]
) -> tuple[Hit, ...]:
    """Provinces that the page spells in another way than the gazetteer, where that stopped at the town."""
    if not home or any(hit.entry.kind in {"admin1", "country"} for hit in hits):
        return ()
    return tuple(hit for hit in places.sounding(sighting.name, home) if hit.entry.kind == "admin1")


def _reason(sighting: Sighting, hits: tuple[Hit, ...], world: World) -> str | None:
    if sighting.short:
        return "an abbreviation of a division"
    named = _division_called(sighting, hits, world) or _called_like_a_kind(sighting, hits)
    if sighting.blocked or (_never(sighting) and not named):
        return None
    if sighting.context.kind in {"settlement", "district", "admin1"} and sighting.context.noun:
        return _said(sighting)  # "the village of X"
    at_home = [hit for hit in hits if hit.entry.country in world.home or hit.entry.country == sighting.hint]
    if any(hit.entry.kind == "country" and hit.likeness > 0.9 for hit in hits):
        return None if sighting.attributive and not _placed(sighting) else "a country's name"
    exact = [hit for hit in at_home if hit.likeness > 0.9]
    if sighting.heads is not None and _may_head(sighting, exact):
        return "stands at the head of an item of a list"
    if sighting.label == "LOC":
        return None if _acronym(sighting, hits) or _stray(sighting, hits) else _located(sighting, hits)
    if sighting.alone and sighting.label != "ORG" and any(_large(hit, TOWN_FROM) for hit in exact):
        return "stands alone, as what heads an item, and the gazetteer knows it"
    if sighting.label in {"PER", "ORG"}:
        return _against_the_model(sighting, exact)
    if (exact or _well_known(hits)) and _placed(sighting):
        return f"the gazetteer knows it and {_said(sighting)}"
    if at_home and _heard_in_place(sighting, at_home):
        return f"the gazetteer knows it in another romanisation and {_said(sighting)}"
    if not sighting.opens and any(_large(hit, TOWN_AT_HOME) for hit in exact):
        return "a town or province of the page's countries"
    if sighting.opens and any(_large(hit, TOWN_ANYWHERE) for hit in exact):
        return "a large town or province of the page's countries"
    called = sighting.kind in {"settlement", "district", "admin1"}
    called = called or (sighting.kind == "either" and sighting.noun not in place_words().parts)
    if called and not sighting.opens:
        return f"not in the gazetteer, but {_said(sighting)}"
    return None


def _may_head(sighting: Sighting, exact: list[Hit]) -> bool:
    """A day alone stands behind a speaker's name too; a person stands in no place, and an organisation is no place."""
    if sighting.heads is None or sighting.label == "ORG":
        return False
    return bool(exact) or (sighting.heads.held if sighting.label == "PER" else True)


def _heard_in_place(sighting: Sighting, at_home: list[Hit]) -> bool:
    """Another romanisation needs a firm position, for English words sound like many a village."""
    if sighting.opens:
        return False
    if sighting.kind in {"settlement", "district", "admin1", "either"}:
        return True
    return sighting.context.cue in {"inside", "beside"} and at_home[0].likeness >= SURE_SOUND and " " in sighting.name


def _never(sighting: Sighting) -> bool:
    lexicon = place_words()
    if all(_generic(word) for word in sighting.name.split()):
        return True
    letters = sum(sign.isalpha() for sign in sighting.name)
    return (
        bool({sighting.name, sighting.name.capitalize()} & lexicon.never)
        or sighting.name in lexicon.demonyms
        or letters < MIN_LETTERS - _short(sighting)
    )


def _division_called(sighting: Sighting, hits: tuple[Hit, ...], world: World) -> bool:
    """ "Plateau State": a common noun that a division of the page's countries bears as its name."""
    said = sighting.tail.kind == "admin1" and not sighting.opens
    return said and any(
        hit.entry.kind == "admin1" and hit.likeness > 0.9 and hit.entry.country in world.home for hit in hits
    )


def _called_like_a_kind(sighting: Sighting, hits: tuple[Hit, ...]) -> bool:
    """ "A school in Hays", "their base in Boma": a town whose name is a word for a kind of place, which would not stand
    there in capitals and without an article.
    """
    words, low = place_words(), sighting.name.casefold()
    kind = words.kind_of(low) in {"settlement", "district", "either"} and low not in words.directions
    filed = any(hit.likeness > 0.9 for hit in hits)
    written = sighting.name == sighting.name.capitalize() and not sighting.opens
    bare = sighting.context.cue in {"inside", "beside"} or (sighting.tail.noun is not None and low not in words.kinds)
    return kind and filed and written and bare and sighting.label == "LOC"


def _generic(word: str) -> bool:
    lexicon = place_words()
    low = word.casefold()
    return low in lexicon.directions or low in {"old", "new"} or lexicon.kind_of(low) is not None


def _short(sighting: Sighting) -> int:
    """Abbreviations of countries ("US", "UK") may be short."""
    return 1 if sighting.name.isupper() or "." in sighting.name else 0


def _stray(sighting: Sighting, hits: tuple[Hit, ...]) -> bool:
    """A word that opens a sentence, that no place is filed under, and of which nothing says that it is one."""
    filed = any(hit.likeness > 0.9 for hit in hits)
    return sighting.opens and not filed and not _placed(sighting) and " " not in sighting.name


def _acronym(sighting: Sighting, hits: tuple[Hit, ...]) -> bool:
    """Capitals that no place is filed under are an organisation's, whatever they sound like."""
    return (
        sighting.name.isupper()
        and len(sighting.name) <= LONGEST_ACRONYM
        and not any(hit.likeness > 0.9 for hit in hits)
    )


def _located(sighting: Sighting, hits: tuple[Hit, ...]) -> str:
    if hits:
        return "the model reads a place and the gazetteer knows it"
    return f"the model reads a place; {_said(sighting)}"


# Sites and quarters that are called by a name in front of them: "the Abu Shouk camp".
_CALLED_AFTER = frozenset(
    {"camp", "village", "neighbourhood", "neighborhood", "district", "market", "quarter", "suburb", "barracks"}
)


def _against_the_model(sighting: Sighting, exact: list[Hit]) -> str | None:
    """The model reads a person or an organisation: only a known name in a place's position stands against it."""
    firm = bool(sighting.kind) or sighting.context.cue in {"inside", "beside"}
    if sighting.label == "PER" and sighting.tail.noun in _CALLED_AFTER:
        return f"{_said(sighting)}, though the model reads PER"
    if exact and firm:
        return f"the gazetteer knows it and {_said(sighting)}, though the model reads {sighting.label}"
    towns = any(_large(hit, TOWN_AT_HOME) or sighting.label == "PER" for hit in exact)
    if sighting.context.cue == "taken" and towns:
        return f"a town of the page's countries that {_said(sighting)}, though the model reads {sighting.label}"
    large = any(_large(hit, TOWN_ANYWHERE) for hit in exact)
    if large and sighting.label == "ORG":
        return "a large town or province of the page's countries, though the model reads ORG"
    return None


def _placed(sighting: Sighting) -> bool:
    return sighting.context.cue is not None or sighting.kind is not None or sighting.extent is not None


def _said(sighting: Sighting) -> str:
    if sighting.noun:
        return f"the text calls it {sighting.noun!r}"
    if sighting.context.word:
        return f"stands behind {sighting.context.word!r}"
    return f"the text speaks of {sighting.part!r}" if sighting.part else "nothing more is said of it"


def _well_known(hits: tuple[Hit, ...]) -> bool:
    return any(hit.likeness > 0.9 and hit.entry.population >= TOWN_ANYWHERE for hit in hits)


def _large(hit: Hit, people: int) -> bool:
    return hit.entry.kind in {"admin1", "region"} or hit.entry.population >= people


def _by_neighbours(
    text: str, found: list[Sighting], why: list[str | None], hits: list[tuple[Hit, ...]], here: int
) -> str | None:
    sighting = found[here]
    if sighting.blocked or _never(sighting) or sighting.label == "PER":
        return None
    left, right = here - 1, here + 1
    beside = (left >= 0 and why[left] and listed(text, found[left], sighting)) or (
        right < len(found) and why[right] and listed(text, sighting, found[right])
    )
    if beside and (sighting.label != "ORG" or hits[here]) and not sighting.opens:
        return "stands in a list of places"
    within = (
        right < len(found)
        and why[right]
        and (inside(text, sighting, found[right]) or owned(text, sighting, found[right]))
    )
    if within and hits[here] and sighting.label != "ORG":
        return "lies in a place that follows"
    return None
