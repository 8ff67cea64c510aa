"""What the columns of a table of incidents are called: `words/data/intake/columns.yaml` as a typed value."""

from msgspec import Struct

from crossreport.words.loader import load


class ColumnNames(Struct, frozen=True):
    """In small letters: heads of columns that number, hold day, place, what happened; first words of a row of sums."""

    number: frozenset[str]
    day: frozenset[str]
    place: frozenset[str]
    told: frozenset[str]
    sums: frozenset[str]


def column_names() -> ColumnNames:
    """The shipped table."""
    return load("intake/columns.yaml", ColumnNames)
