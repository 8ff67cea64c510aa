"""A place as named, and where it is."""

from msgspec import Struct

from crossreport.model.span import Span


class PlacePrecision(Struct, frozen=True):
    """ACLED's geo_precision (1-3) and UCDP's where_prec (1-7)."""

    acled: int
    ucdp: int


class PlaceCandidate(Struct, frozen=True):
    """A place of the gazetteer that the name could mean, with what spoke for it."""

    geonameid: int | None
    name: str
    country: str | None
    admin1: str | None
    score: float
    why: str


class Place(Struct, frozen=True):
    """`name` is canonical if resolved, else as written; `geonameid` None: not in the gazetteer, or not certain.

    `kind` is settlement, district (of a town), admin1, country, region (cross-country or informal area),
    facility (crossing, camp, base, airport), natural, or unresolved. `within` names the region that must
    hold a place that stays unresolved. `country` is ISO 3166-1 alpha-2. `lat`/`lon` in degrees, WGS 84.
    """

    name: str
    geonameid: int | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    candidates: tuple[PlaceCandidate, ...]
    span: Span | None
    kind: str = "settlement"
    within: str | None = None
