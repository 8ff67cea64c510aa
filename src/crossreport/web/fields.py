"""What a form offers to correct: the fields of a report, a figure or a claim, with what each can hold."""

from functools import cache
from typing import Any, get_args

import msgspec
from msgspec import Struct

from crossreport.model import Claim, EventReport, Figure
from crossreport.record.corrections import FIELDS
from crossreport.web.wording import typed
from crossreport.words.events import ontology

PREFIX = "f-"  # of a field's name in a form
HINTS = {
    "place": "a name; name, country; or a GeoNames id",
    "when": "2015-09-23, 2015-09 or 2015-09-21/2015-09-23",
    **dict.fromkeys(("agent", "target", "party"), "names or ids of actors, with ; between them, or none"),
    "attribution": "voices, outermost first, with ; between them; official: NAME; or none",
    "low": "a number, or none",
    "best": "a number, or none",
    "high": "a number, or none",
    "event_report": "the id of a report, or none",
}
KINDS: dict[str, Any] = {"report": EventReport, "figure": Figure, "claim": Claim}


class Field(Struct, frozen=True):
    """`choices` are pairs of value and words; none: anything can be written."""

    name: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


@cache
def fields(kind: str) -> tuple[Field, ...]:
    """The fields of a report, a figure or a claim."""
    return tuple(Field(name, _choices(KINDS[kind], name), HINTS.get(name, "")) for name in FIELDS[KINDS[kind]])


def _choices(thing: Any, name: str) -> tuple[tuple[str, str], ...]:
    if name == "type":
        return tuple(sorted(((label, typed(label)) for label in ontology().types), key=lambda one: one[1]))
    held = {one.name: one.type for one in msgspec.structs.fields(thing)}.get(name)
    if held is bool:
        return (("yes", "yes"), ("no", "no"))
    words = [word for word in get_args(held) if isinstance(word, str)]
    return tuple((word, word.replace("_", " ")) for word in words)
