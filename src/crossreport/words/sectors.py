"""The PLOVER sector of a kind of actor: the kind in, "GOV", "MIL", "REB" … out."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from crossreport.model.actor import ActorKind
from crossreport.words.loader import load


class Sectors(Struct, frozen=True, forbid_unknown_fields=True):
    """The table of `sectors.yaml`."""

    sectors: Mapping[ActorKind, str]


@cache
def sectors() -> Mapping[ActorKind, str]:
    """PLOVER sectors by kind."""
    return load("sectors.yaml", Sectors).sectors
