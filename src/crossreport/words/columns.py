"""What the columns of a table of incidents, and the labels of a list, are called: `words/data/columns.yaml`, typed."""

import re
from collections.abc import Iterable

from msgspec import Struct

from crossreport.words.loader import load


class ColumnNames(Struct, frozen=True):
    """In small letters: heads of columns by what they hold; `sums`: first words of a row that adds up the others.

    `agent`, `target` and `source` also stand before a colon in a list of incidents, `toll` in a form.
    """

    number: frozenset[str]
    day: frozenset[str]
    place: frozenset[str]
    told: frozenset[str]
    sums: frozenset[str]
    agent: frozenset[str]
    target: frozenset[str]
    source: frozenset[str]
    toll: frozenset[str]


def column_names() -> ColumnNames:
    """The shipped table."""
    return load("columns.yaml", ColumnNames)


def label_kind(label: str) -> str | None:
    """What a label in small letters is one of: day, place, told, agent, target, source or toll; None for any other.

    >>> label_kind("alleged perpetrators")
    'agent'
    """
    names = column_names()
    return next((kind for kind in LABELLED if label in getattr(names, kind)), None)


LABELLED = ("place", "day", "agent", "target", "source", "told", "toll")
LEAST_FIELDS = 3  # different labels that make a form; one or two lines "Location: …" are an address
_FIELD = re.compile(r"[\W\d]*(?P<label>[A-Z][\w /-]{2,40}?) ?: ?(?=\S)")


def field_of(line: str) -> tuple[str, str] | None:
    """The label in small letters that opens a line of a form, and of what it is one.

    >>> field_of("Location of incident: Banibangou")
    ('location of incident', 'place')
    """
    found = _FIELD.match(line)
    label = found.group("label").casefold() if found else ""
    kind = label_kind(label)
    return (label, kind) if kind is not None else None


def is_form(lines: Iterable[str]) -> bool:
    """Whether these lines are a form's: of so many labels, one of them of a place."""
    fields = {field for line in lines if (field := field_of(line)) is not None}
    return len(fields) >= LEAST_FIELDS and any(kind == "place" for _, kind in fields)
