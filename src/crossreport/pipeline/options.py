"""What a user decides about one run."""

from typing import Literal

from msgspec import Struct


class OwnWords(Struct, frozen=True):
    """A word list of the user's: the YAML text of a file; `name` is for error messages."""

    kind: Literal["sources", "facts", "events"]
    name: str
    text: str


class Options(Struct, frozen=True):
    """`published` is an ISO date that overrules every clue of the pages; `stop_after` names the last room.

    `again` reads pages anew that the record holds already. `fetch` allows addresses among the inputs; `collector` is
    who gathered them; `originals` is a folder in which every input file is kept by its hash.
    `relevance` drops pages that clearly report no conflict, each with its score.
    `own` are the user's outlets, dated facts and event types, which join those that are shipped.
    """

    published: str | None = None
    stop_after: str | None = None
    again: bool = False
    fetch: bool = False
    collector: str | None = None
    originals: str | None = None
    own: tuple[OwnWords, ...] = ()
    relevance: bool = False
