"""What a person decided about a suggestion of the machine: dated, signed, superseded, never overwritten."""

from typing import Literal

from msgspec import Struct

Verdict = Literal["accept", "correct", "reject", "defer", "merge", "split"]


class Judgement(Struct, frozen=True):
    """`at` is an ISO 8601 time that the caller gives; `supersedes` the id of the judgement it replaces.

    `subjects` of a merge or a split are ids of event reports. A merge says that they tell one happening; a split says
    so, too, and that the reports in `apart` tell another one. `changes` of a correction are pairs of a field's name and
    the value that it should have, as a person writes it. A `defer` leaves its subjects open for another day.

    `values` are what those values were taken for when they were given, `was` what the machine had there: JSON, one for
    each change, or empty. `blind` names a round of blind coding: its judgements are compared and change nothing.
    `settles` are the judgements of such a round that this one, of a third person, decides between.
    """

    id: str
    verdict: Verdict
    subjects: tuple[str, ...]
    by: str
    at: str
    why: str
    supersedes: str | None = None
    apart: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    values: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    blind: str | None = None
    settles: tuple[str, ...] = ()
