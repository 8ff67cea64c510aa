"""The names by which tools call the fields of a news record: `words/data/intake/fields.yaml` as a typed value."""

from msgspec import Struct

from crossreport.words.loader import load


class FieldNames(Struct, frozen=True):
    """For each thing that a record says, the names of fields that hold it, best first."""

    text: tuple[str, ...]
    html: tuple[str, ...]
    url: tuple[str, ...]
    title: tuple[str, ...]
    outlet: tuple[str, ...]
    author: tuple[str, ...]
    language: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    captured: tuple[str, ...]


def field_names() -> FieldNames:
    """The shipped table."""
    return load("intake/fields.yaml", FieldNames)
