"""The record as Parquet, one table a kind, packed into one zip file: for DuckDB, pandas, polars and Spark.

In: coded pages and linked results. Out: the tables of `export/tables.py`, one row a record; days are dates, deeper
nested values JSON text. Needs the extra `parquet` (pyarrow).
"""

import io
import zipfile
from collections.abc import Sequence
from typing import IO

from crossreport.export.extras import needed
from crossreport.export.frames import values_of
from crossreport.export.leftout import LeftOut
from crossreport.export.tables import Table, TableName, table
from crossreport.model import CodedPage, Linked

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: files carry no clock
WRITTEN: tuple[TableName, ...] = ("pages", "reports", "figures", "claims", "events", "source_groups", "findings")


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the tables; nothing is left out.

    Raises:
        MissingExtra: pyarrow is missing.
    """
    needed("pyarrow.parquet", "parquet")
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in WRITTEN:
            archive.writestr(zipfile.ZipInfo(f"{name}.parquet", EPOCH), _written(table(name, pages, linked)))
    return []


def _written(made: Table) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"text": pa.string(), "number": pa.float64(), "whole": pa.int64(), "truth": pa.bool_(), "day": pa.date32()}
    arrays = {one.name: pa.array(values_of(made, one), types[one.kind]) for one in made.columns}
    out = io.BytesIO()
    pq.write_table(pa.table(arrays), out, compression="zstd")
    return out.getvalue()
