"""The record as plain tables, one a kind: what Parquet files and data frames are made of.

In: coded pages and linked results. Out: typed columns that depend on the kind alone, never on the rows, and one row a
record in the record's order. One level of nesting becomes columns (`when_edtf`, `place_country`); what lies deeper is
JSON text. A few columns say in words what else had to be dug out of it: who did what to whom, and who says so.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from crossreport.export.jsonl import mention_record, page_record
from crossreport.model import (
    Claim,
    CodedPage,
    Event,
    EventReport,
    Figure,
    Finding,
    Judgement,
    Linked,
    Mention,
    Page,
    SourceGroup,
)
from crossreport.pipeline.grouped import group_of

Kind = Literal["text", "number", "whole", "truth", "day"]
TableName = Literal[
    "pages", "mentions", "reports", "figures", "claims", "events", "source_groups", "findings", "judgements"
]
KINDS: dict[TableName, type[Struct]] = {
    "pages": Page,
    "mentions": Mention,
    "reports": EventReport,
    "figures": Figure,
    "claims": Claim,
    "events": Event,
    "source_groups": SourceGroup,
    "findings": Finding,
    "judgements": Judgement,
}
# Columns beside those of the fields, and the tables that have them.
PAGE_WORDS = ("page_name", "outlet")
SIDES = {"agents": "agent", "targets": "target", "parties": "party"}
_PLAIN: dict[Any, Kind] = {str: "text", float: "number", int: "whole", bool: "truth"}
_NOT_WRITTEN = {"pages": {"blocks", "dateline", "dateline_place", "credits"}}


class Column(Struct, frozen=True):
    """A column and where its value lies in a record; an empty path is one that is told in words."""

    name: str
    kind: Kind
    path: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """Rows in the order of the record; each has a value, or None, for every column."""

    columns: tuple[Column, ...]
    rows: list[dict[str, Any]]


def table(name: TableName, pages: Sequence[CodedPage], linked: Linked, judgements: Sequence[Judgement] = ()) -> Table:
    """One kind of record as a table."""
    found = columns(name)
    words = _words(pages)
    rows = []
    for member in _members(name, pages, linked, judgements):
        record = msgspec.to_builtins(member)
        told = words(record)
        rows.append({one.name: _cell(record, one.path) if one.path else told[one.name] for one in found})
    return Table(found, rows)


@cache
def columns(name: TableName) -> tuple[Column, ...]:
    """The columns of a table, in their order."""
    kind = KINDS[name]
    types = get_type_hints(kind)
    fields = [field.name for field in msgspec.structs.fields(kind) if field.name not in _NOT_WRITTEN.get(name, ())]
    found = [column for field in fields for column in _columns(field, types[field])]
    extra = [] if "page" not in fields else [Column(word, "text") for word in PAGE_WORDS]
    if name in ("reports", "events"):
        extra += [Column(side, "text") for side in SIDES]
    extra += [Column("voice", "text")] if name in ("reports", "figures") else []
    extra += [Column("outlets", "text")] if name == "events" else []
    return (*found, *extra)


def part_of(kind: type[Struct], field: str) -> str:
    """The name of the part that a nested field is made of."""
    return str(_bare(get_type_hints(kind)[field]).__name__)


def _columns(field: str, type_: Any) -> list[Column]:
    kind = _bare(type_)
    if isinstance(kind, type) and issubclass(kind, Struct):
        inner = get_type_hints(kind)
        return [Column(f"{field}_{name}", _kind(name, inner[name]), (field, name)) for name in kind.__struct_fields__]
    return [Column(field, _kind(field, type_), (field,))]


def _bare(type_: Any) -> Any:
    """`X` of `X | None`; other unions as they are."""
    if get_origin(type_) not in (Union, UnionType):
        return type_
    inner = [each for each in get_args(type_) if each is not type(None)]
    return inner[0] if len(inner) == 1 else type_


def _kind(name: str, type_: Any) -> Kind:
    return "day" if name in ("earliest", "latest") else _PLAIN.get(_bare(type_), "text")


def _members(
    name: TableName, pages: Sequence[CodedPage], linked: Linked, judgements: Sequence[Judgement]
) -> Iterable[Any]:
    if name == "pages":
        groups = group_of(linked.source_groups)
        return [page_record(coded.page, groups.get(coded.page.id)) for coded in pages]
    if name == "mentions":
        return [mention_record(mention) for coded in pages for mention in coded.mentions]
    if name in ("reports", "figures", "claims"):
        return [member for coded in pages for member in getattr(coded, name)]
    return judgements if name == "judgements" else list(getattr(linked, name))


def _cell(record: dict[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = record
    for key in path:
        value = None if value is None else value[key]
    return msgspec.json.encode(value).decode() if isinstance(value, dict | list | tuple) else value


def _words(pages: Sequence[CodedPage]) -> Callable[[dict[str, Any]], dict[str, str | None]]:
    """What a record's row says in words; None is not said."""
    by_id = {coded.page.id: coded.page for coded in pages}
    page_of = {report.id: coded.page for coded in pages for report in coded.reports}

    def words(record: dict[str, Any]) -> dict[str, str | None]:
        page = by_id.get(record.get("page", ""))
        carriers = [page_of[id_] for id_ in record.get("reports", ()) if id_ in page_of]
        voices = record.get("attribution") or ()
        return {
            "page_name": page.name if page else None,
            "outlet": page.outlet if page else None,
            "outlets": _listed(carrier.outlet or carrier.name for carrier in carriers),
            "voice": voices[-1]["speaker"] if voices else None,
            **{side: _listed(_names(record, role)) for side, role in SIDES.items()},
        }

    return words


def _names(record: dict[str, Any], role: str) -> list[str]:
    sides = [actor for side in record.get("sides", ()) if side["role"] == role for actor in side["actors"]]
    takers = [one["actor"] for one in record.get("participants", ()) if one["role"] == role]
    return [actor["name"] for actor in (*sides, *takers)]


def _listed(names: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(names)) or None
