"""What a person decided about a suggestion of the machine: dated, signed, superseded, never overwritten."""

from typing import Literal

from msgspec import Struct


class Judgement(Struct, frozen=True):
    """`at` is an ISO 8601 time that the caller gives; `supersedes` the id of the judgement it replaces.

    `subjects` of a merge or a split are ids of event reports. A merge says that they tell one happening; a split says
    so, too, and that the reports in `apart` tell another one.
    """

    id: str
    verdict: Literal["accept", "correct", "reject", "merge", "split"]
    subjects: tuple[str, ...]
    by: str
    at: str
    why: str
    supersedes: str | None = None
    apart: tuple[str, ...] = ()
