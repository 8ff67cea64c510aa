"""One row of an event's matrix: what one independent voice says of it."""

from typing import Literal

from msgspec import Struct

from crossreport.model.span import Span

Stance = Literal["asserts", "alleges", "denies", "denies_responsibility", "intends"]


class VoiceSays(Struct, frozen=True, tag_field="record", tag="voice_says"):
    """What one voice says of one event, in the words of the record: empty = it does not say.

    `carriers` are the outlets that print it; `party` the side it speaks for, if it is a party to the event. `killed`
    and `wounded` are figures in their own words; `figures` their ids.
    """

    id: str
    event: str
    voice: str
    carriers: tuple[str, ...]
    stance: Stance
    party: str | None
    types: tuple[str, ...]
    doers: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    days: tuple[str, ...]
    killed: tuple[str, ...]
    wounded: tuple[str, ...]
    reports: tuple[str, ...]
    figures: tuple[str, ...]
    spans: tuple[Span, ...]
