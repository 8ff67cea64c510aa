"""A thing in a report that is nobody: what was hit, and what it was done with."""

from typing import Literal

from msgspec import Struct

from crossreport.model.span import Span

ThingRole = Literal["hit", "means"]


class Thing(Struct, frozen=True):
    """A building, vehicle, line … that was hit, or a weapon that was used, in the page's own words.

    `kind` is the kind of target or of weapon in the terms of the Global Terrorism Database, None if only what was
    done to it shows that it is one.
    """

    role: ThingRole
    kind: str | None
    span: Span
    as_written: str
