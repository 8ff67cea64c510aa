"""What a form offers to correct: the fields of a report, a figure or a claim, with what each can hold."""

from collections.abc import Iterable
from functools import cache
from typing import Any, get_args

import msgspec
from msgspec import Struct

from crossreport.model import Claim, EventReport, Figure
from crossreport.record.corrected_tolls import DIVIDES, OPEN, TOLLS
from crossreport.record.corrections import FIELDS, NONE
from crossreport.web.wording import typed
from crossreport.words.events import ontology

ENDS = ("low", "best", "high")
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
    ends: tuple[str, ...] = ()  # of a toll: each has a box of its own, named FIELD-END


@cache
def fields(kind: str) -> tuple[Field, ...]:
    """The fields of a report, a figure or a claim."""
    names = FIELDS[KINDS[kind]]
    return tuple(
        Field(name, _choices(KINDS[kind], name), HINTS.get(name, ""), ENDS if name in TOLLS else ()) for name in names
    )


def changes_of(given: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Fields and words as a form gives them; the three boxes of a toll become one value.

    >>> changes_of([("killed-low", "10"), ("status", "planned"), ("killed-high", "15")])
    [('killed', '10/-/15'), ('status', 'planned')]
    """
    found: dict[str, str] = {}
    ends: dict[str, dict[str, str]] = {}
    for name, words in given:
        toll, _, end = name.partition("-")
        if toll in TOLLS and end in ENDS:
            ends.setdefault(toll, {})[end] = words
            found.setdefault(toll, "")
        else:
            found[name] = words
    for toll, told in ends.items():
        said = [told.get(end, OPEN) for end in ENDS]
        found[toll] = NONE if set(told.values()) == {NONE} else DIVIDES.join(said)
    return list(found.items())


def _choices(thing: Any, name: str) -> tuple[tuple[str, str], ...]:
    if name == "type":
        return tuple(sorted(((label, typed(label)) for label in ontology().types), key=lambda one: one[1]))
    held = {one.name: one.type for one in msgspec.structs.fields(thing)}.get(name)
    if held is bool:
        return (("yes", "yes"), ("no", "no"))
    words = [word for word in get_args(held) if isinstance(word, str)]
    return tuple((word, word.replace("_", " ")) for word in words)
