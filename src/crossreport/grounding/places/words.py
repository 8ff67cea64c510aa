"""The words that mark places, as sets ready for look-up; loaded once."""

from functools import cache

from msgspec import Struct

from crossreport.gazetteer.focus import demonyms
from crossreport.words.loader import load


class _Sets(Struct, frozen=True, forbid_unknown_fields=True):
    around: frozenset[str]
    small: frozenset[str]
    parts: frozenset[str]
    directions: frozenset[str]
    compass: frozenset[str]
    distance_units: frozenset[str]
    inside: frozenset[str]
    beside: frozenset[str]
    path: frozenset[str]
    taken: frozenset[str]
    organisation: frozenset[str]
    realms: frozenset[str]
    seated: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    seats: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    hyphened: frozenset[str]
    modifiers: frozenset[str]
    links: frozenset[str]
    streets: frozenset[str]
    in_town: frozenset[str]
    weapons: frozenset[str]
    arming: frozenset[str]
    peoples: frozenset[str]
    no_plural: frozenset[str]


class _File(_Sets, frozen=True, forbid_unknown_fields=True, kw_only=True):
    kinds: dict[str, tuple[str, ...]]


class PlaceWords(_Sets, frozen=True, kw_only=True):
    """`kinds` maps a noun to what it makes of a name; all keys in lower case but the capitalised lists."""

    kinds: dict[str, str]
    demonyms: frozenset[str]

    def kind_of(self, noun: str) -> str | None:
        """What a noun makes of a name: "towns" -> settlement; None if it is no such noun."""
        low = noun.casefold()
        one = low[:-1] if low.endswith("s") and low[:-1] not in self.no_plural else None
        return self.kinds.get(low) or (None if one is None else self.kinds.get(one))


@cache
def place_words() -> PlaceWords:
    """The lexicon `place_words.yaml` with the demonyms of `countries.yaml`."""
    file = load("place_words.yaml", _File)
    kinds: dict[str, str] = {}
    for kind, nouns in file.kinds.items():
        for noun in nouns:
            kinds.setdefault(noun, kind)
    return PlaceWords(
        kinds=kinds,
        **{name: getattr(file, name) for name in _Sets.__struct_fields__},
        demonyms=demonyms(),
    )
