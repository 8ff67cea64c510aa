"""Who acts, suffers or speaks."""

from typing import Literal

from msgspec import Struct

from crossreport.model.span import Span

ActorKind = Literal[
    "state",  # a government, or a state named as an actor
    "state_forces",
    "rebel_group",
    "political_militia",
    "identity_militia",
    "external_forces",  # foreign armies, coalitions, peacekeepers
    "rioters",
    "protesters",
    "civilians",
    "igo",
    "ngo",
    "monitor",  # casualty and rights monitors
    "media",  # outlets
    "agency",  # news agencies
    "party",  # political parties and bodies, opposition coalitions
    "person",
    "other",
]


class Actor(Struct, frozen=True):
    """A canonical, neutral identity. `id` is the register's slug, or a minted one for a group only this text knows.

    `country` is ISO 3166-1 alpha-2 of the state it belongs to or mainly acts in; None if none.
    `generic` marks a description that stands for a kind of people ("rebels", "civilians"), not one organisation.
    `affiliation` is the id of the actor that a person speaks or acts for, if known.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    generic: bool = False
    affiliation: str | None = None


Role = Literal["agent", "target", "party", "victim", "recipient", "mediator", "supporter", "speaker"]


class Participant(Struct, frozen=True):
    """An actor in a role of one event report, with the page's own words for it."""

    role: Role
    actor: Actor
    span: Span
    as_written: str
