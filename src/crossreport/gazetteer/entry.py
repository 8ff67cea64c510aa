"""A place of the gazetteer, and how a name led to it."""

from typing import Literal

from msgspec import Struct

EntryKind = Literal["settlement", "district", "admin1", "admin2", "country", "region", "facility", "natural"]


class Entry(Struct, frozen=True):
    """`admin1` is the GeoNames code within the country, `region` that division's name; `kind` as `Place.kind`.

    `lat`/`lon` None: the source gives no point. `within` is the town that a district or facility lies in.
    """

    id: int
    geonameid: int | None
    name: str
    country: str | None
    admin1: str | None
    region: str | None
    kind: EntryKind
    lat: float | None
    lon: float | None
    population: int
    source: str
    within: str | None = None


class Hit(Struct, frozen=True):
    """`likeness` 1 = the name itself, .95 another name on file, less = another romanisation; `how` says it.

    `unlike` is how far a romanisation is from what was looked for, 0 to 1: it parts places that all sound like a name.
    """

    entry: Entry
    likeness: float
    how: str
    unlike: float = 0.0


class Row(Struct, frozen=True):
    """A place as a source gives it, before it has a row number. `names` hold the other names."""

    geonameid: int | None
    name: str
    names: tuple[str, ...]
    country: str | None
    admin1: str | None
    kind: EntryKind
    lat: float | None
    lon: float | None
    population: int
    source: str
    within: str | None = None
