"""What the columns of a table of incidents, and the labels of a list, are called: `words/data/columns.yaml`, typed."""

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
