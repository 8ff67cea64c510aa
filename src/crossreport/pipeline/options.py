"""What a user decides about one run."""

from msgspec import Struct


class Options(Struct, frozen=True):
    """`published` is an ISO date that overrules every clue of the pages; `stop_after` names the last room.

    `again` reads pages anew that the record holds already.
    """

    published: str | None = None
    stop_after: str | None = None
    again: bool = False
