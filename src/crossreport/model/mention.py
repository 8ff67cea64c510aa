"""A passage that names a place, a time, a quantity, an actor or a person, and what it was grounded to."""

from typing import Literal

from msgspec import Struct

from crossreport.model.actor import Actor
from crossreport.model.figure import Quantity
from crossreport.model.place import Place
from crossreport.model.reason import Reason
from crossreport.model.span import Span
from crossreport.model.when import When

MentionKind = Literal["place", "time", "quantity", "actor", "person"]


class Mention(Struct, frozen=True):
    """`value` None: seen but not grounded; `reasons` say why. `head` is the page offset of the syntactic head."""

    id: str
    page: str
    kind: MentionKind
    span: Span
    value: Place | When | Quantity | Actor | None
    candidates: tuple[str, ...]
    reasons: tuple[Reason, ...]
    head: int
    label: str | None = None  # the loaded word that the page used, if it used one ("terrorists")
