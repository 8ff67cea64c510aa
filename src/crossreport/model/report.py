"""What one page says happened: a report, not a fact."""

from typing import Literal

from msgspec import Struct

from crossreport.model.actor import Participant
from crossreport.model.place import Place
from crossreport.model.reason import Reason
from crossreport.model.span import Span
from crossreport.model.thing import Thing
from crossreport.model.when import When

Status = Literal[
    "happened",
    "ongoing",
    "planned",
    "threatened",
    "called_for",
    "alleged",
    "denied",
    "hypothetical",
    "ended",
]
VoiceKind = Literal["outlet", "agency", "official", "monitor", "media", "witness", "medic", "party", "anonymous"]
Band = Literal["high", "medium", "low"]


class Attribution(Struct, frozen=True):
    """One voice of a chain. `cue` is the word that gives the voice ("said", "according to"), `hedge` its doubt."""

    speaker: str
    actor_id: str | None
    kind: VoiceKind
    cue: str
    hedge: str | None
    span: Span


class Confidence(Struct, frozen=True):
    """`p` is the share of such values that were right on the dev pages, not a score."""

    band: Band
    p: float


class EventType(Struct, frozen=True):
    """`label` is a type of the codebook; `acled` (event, sub-event); `plover` (event, mode); `cameo` root code."""

    label: str
    acled: tuple[str, str] | None
    plover: tuple[str, str | None] | None
    cameo: str | None


class EventReport(Struct, frozen=True, tag_field="record", tag="event_report"):
    """One happening as one page tells it. An empty `attribution` is the outlet's own voice.

    `places` are further places of the same happening, in the page's order ("in Binnish, Armanaz and Kafr
    Takharim"): `place` is the first of them. `evidence` holds every passage of the page that tells it. `things`
    are what was hit and what it was done with: an embassy, a bus, dynamite.
    """

    id: str
    page: str
    type: EventType
    participants: tuple[Participant, ...]
    place: Place | None
    when: When | None
    status: Status
    attribution: tuple[Attribution, ...]
    figures: tuple[str, ...]
    confidence: Confidence
    span: Span
    reasons: tuple[Reason, ...]
    places: tuple[Place, ...] = ()
    evidence: tuple[Span, ...] = ()
    core: bool = False
    things: tuple[Thing, ...] = ()
