"""What a named or described speaker asserts."""

from typing import Literal

from msgspec import Struct

from crossreport.model.report import Attribution
from crossreport.model.span import Span


class Claim(Struct, frozen=True, tag_field="record", tag="claim"):
    """`says` is verbatim; `via` the voices between outlet and speaker, outermost first."""

    id: str
    page: str
    speaker: str
    actor_id: str | None
    via: tuple[Attribution, ...]
    mode: Literal["direct", "indirect", "mixed"]
    cue: str
    says: str
    about: tuple[str, ...]  # ids of the event reports that the claim tells
    span: Span  # of `says`
