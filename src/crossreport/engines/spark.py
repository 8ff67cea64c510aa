"""Linking's tables on Apache Spark: the same statements and the same functions, on as many machines as there are.

Needs the `spark` extra and Java. Each table is computed once and cut from what it was made of, so that the plan of a
statement never grows with the run. Nothing is kept between runs.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from crossreport.linking.tables import Batch, Columns, Item, Row

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

SLICE = 200  # items that one task turns into rows
MANY = 2000  # rows in one call of a batch function


def session(master: str = "local[2]", more: Mapping[str, str] | None = None) -> "SparkSession":
    """A Spark session on `master` whose workers run this Python; `more` are further settings of Spark.

    Raises:
        ModuleNotFoundError: pyspark is not installed (the `spark` extra).
    """
    import pyspark
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))  # where executors of this machine find it
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # no setting of the session says it to the workers
    builder: Any = SparkSession.builder
    settings = {
        "spark.ui.enabled": "false",
        "spark.locality.wait": "0s",  # tables are small: sending one costs less than waiting for who holds it
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
        **(more or {}),
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    made: SparkSession = builder.appName("crossreport").master(master).getOrCreate()
    return made


class SparkTables:
    """`crossreport.linking.tables.Tables` in a Spark session that the caller opens and closes."""

    def __init__(self, session: "SparkSession") -> None:
        self._session = session
        self._columns: dict[str, Columns] = {}
        self._frames: dict[str, DataFrame] = {}

    def kept(self, name: str, columns: Columns) -> None:
        """See `Tables`: here every run begins with none."""
        self.fresh(name, columns)

    def fresh(self, name: str, columns: Columns) -> None:
        """See `Tables`."""
        self._columns[name] = columns
        self._show(name, self._session.createDataFrame([], _schema(columns)))

    def put(self, name: str, items: Sequence[Item], rows: Callable[[Item], Iterable[Row]]) -> None:
        """See `Tables`."""
        if items:
            slices = -(-len(items) // SLICE)
            self._add(name, self._session.sparkContext.parallelize(items, slices).flatMap(rows))

    def define(self, name: str, select: str) -> None:
        """See `Tables`."""
        self._show(name, self._session.sql(select))

    def apply(self, name: str, select: str, batch: Batch, *, by: int) -> None:
        """See `Tables`."""
        found = self._session.sql(select)
        if by:
            first = found.columns[:by]
            found = found.repartition(*first).sortWithinPartitions(*first)
        self._add(name, found.rdd.mapPartitions(_Calls(batch, by)))

    def forget(self, name: str, column: str, unless: str) -> None:
        """See `Tables`: nothing was kept."""

    def rows(self, select: str) -> Iterator[Row]:
        """See `Tables`."""
        return (_plain(row) for row in self._session.sql(select).collect())

    def _add(self, name: str, rows: Any) -> None:
        more = self._session.createDataFrame(rows, _schema(self._columns[name]))
        self._show(name, self._frames[name].union(more))

    def _show(self, name: str, frame: "DataFrame") -> None:
        frame = frame.localCheckpoint()
        frame.createOrReplaceTempView(name)
        self._frames[name] = frame


class _Calls:
    """The rows of one partition through a batch function, group by group or in runs."""

    def __init__(self, batch: Batch, by: int) -> None:
        self._batch, self._by = batch, by

    def __call__(self, partition: Iterable[Any]) -> Iterator[Row]:
        rows = map(_plain, partition)
        if self._by == 0:
            for chunk in _chunks(rows):
                yield from self._batch(chunk)
            return
        for _, group in groupby(rows, key=lambda row: row[: self._by]):
            yield from self._batch(sorted(cast(Iterable[Any], group)))


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == MANY:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _plain(row: Any) -> Row:
    return tuple(bytes(value) if isinstance(value, bytearray) else value for value in row)


def _schema(columns: Columns) -> str:
    types = {"TEXT": "STRING", "BIGINT": "BIGINT", "DOUBLE": "DOUBLE", "BINARY": "BINARY"}
    return ", ".join(f"{column} {types[kind]}" for column, kind in columns.items())
