"""One happening out of many reports, and how many voices tell it."""

from typing import Literal

from msgspec import Struct

from crossreport.model.actor import Actor
from crossreport.model.place import Place
from crossreport.model.reason import Reason
from crossreport.model.report import EventType, Status
from crossreport.model.when import When

Grade = Literal["single_source", "corroborated", "contested", "planned", "discounted"]


class Side(Struct, frozen=True):
    """The actors on one side of an event: `role` is agent, target or party (two-sided, no direction)."""

    role: str
    actors: tuple[Actor, ...]


class Voices(Struct, frozen=True):
    """Pages that tell it, source groups they collapse to, and voices that are independent of one another."""

    pages: int
    source_groups: int
    independent: int


class VoiceToll(Struct, frozen=True):
    """The toll as one voice gives it, with the figure that says so.

    `side` is state or armed where it counts the dead of that side of a fight, armed or rival in a fight of two armed
    groups; empty where that is not told.
    """

    voice: str
    figure: str
    low: float | None
    best: float | None
    high: float | None
    wording: str
    side: str = ""


class Toll(Struct, frozen=True):
    """Reported killed: the lowest and highest that any voice gives; `best` only if the voices agree."""

    low: float | None
    best: float | None
    high: float | None
    by_voice: tuple[VoiceToll, ...]


class Event(Struct, frozen=True, tag_field="record", tag="event"):
    """Reports of one happening, joined reversibly, with the reasons for joining and for the grade."""

    id: str
    reports: tuple[str, ...]
    type: EventType
    sides: tuple[Side, ...]
    place: Place | None
    when: When | None
    status: Status
    grade: Grade
    voices: Voices
    killed: Toll | None
    reasons: tuple[Reason, ...]


class SharedPassage(Struct, frozen=True):
    """A passage that pages of one source group share: page id to its [start, end)."""

    pages: tuple[str, ...]
    quotes: tuple[str, ...]


class SourceGroup(Struct, frozen=True, tag_field="record", tag="source_group"):
    """Pages of one origin: one voice. `origin` is the page, outlet or agency that had it first, if known.

    The quotes of a `paraphrase` differ from page to page: sentences that tell the same in other words.
    """

    id: str
    pages: tuple[str, ...]
    kind: Literal["same_capture", "repost", "wire_copy", "paraphrase", "shared_passages", "single"]
    origin: str | None
    shared: tuple[SharedPassage, ...]
