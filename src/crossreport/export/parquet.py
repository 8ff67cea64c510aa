"""The record as Parquet, one table a kind, packed into one zip file: for DuckDB, pandas, polars and Spark.

In: coded pages and linked results. Out: `pages`, `reports`, `figures`, `claims`, `events`, `source_groups` and
`findings`, one row a record; nested values as JSON text. Needs the extra `parquet` (pyarrow).
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import IO, Any

import msgspec

from crossreport.export.jsonl import page_record
from crossreport.export.leftout import LeftOut
from crossreport.model import CodedPage, Linked
from crossreport.pipeline.grouped import group_of

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: files carry no clock
_PLAIN = (str, int, float, bool, type(None))


class NeedsPyarrow(Exception):
    """The extra `parquet` is not installed."""


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the tables; nothing is left out.

    Raises:
        NeedsPyarrow: pyarrow is missing.
    """
    groups = group_of(linked.source_groups)
    tables: dict[str, Iterable[Any]] = {
        "pages": [page_record(coded.page, groups.get(coded.page.id)) for coded in pages],
        "reports": [report for coded in pages for report in coded.reports],
        "figures": [figure for coded in pages for figure in coded.figures],
        "claims": [claim for coded in pages for claim in coded.claims],
        "events": linked.events,
        "source_groups": linked.source_groups,
        "findings": linked.findings,
    }
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, members in tables.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.parquet", EPOCH), _table(members))
    return []


def _table(members: Iterable[Any]) -> bytes:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise NeedsPyarrow("Parquet needs pyarrow: install crossreport[parquet]") from error
    rows = [_flat(msgspec.to_builtins(member)) for member in members]
    names = list(dict.fromkeys(name for row in rows for name in row)) or ["id"]
    table = pa.table({name: _column(pa, [row.get(name) for row in rows]) for name in names})
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _column(pa: Any, values: Sequence[Any]) -> Any:
    numbers = [value for value in values if value is not None]
    if numbers and all(isinstance(value, bool) for value in numbers):
        return pa.array(values, pa.bool_())
    if numbers and all(isinstance(value, int | float) for value in numbers):
        return pa.array([None if value is None else float(value) for value in values], pa.float64())
    return pa.array([None if value is None else str(value) for value in values], pa.string())


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """One level of nesting as columns (`when_edtf`, `place_country`), what lies deeper as JSON text."""
    found: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            found |= {f"{name}_{inner}": _cell(each) for inner, each in value.items()}
        else:
            found[name] = _cell(value)
    return found


def _cell(value: Any) -> Any:
    return value if isinstance(value, _PLAIN) else msgspec.json.encode(value).decode()
