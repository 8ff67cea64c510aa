"""What linking asks of whatever holds its tables: few operations, so that one text of the logic runs everywhere.

Tables are written by plain functions over batches of rows and by SELECT statements in the SQL that SQLite and Spark
have in common. `Local` (SQLite, in this process) and `engines.spark.SparkTables` (many machines) are held to the same
rows.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias, TypeVar

Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = tuple[Value, ...]
Batch: TypeAlias = Callable[[Sequence[Row]], Iterable[Row]]
Columns: TypeAlias = dict[str, str]  # name to type: TEXT, BIGINT, DOUBLE or BINARY
Item = TypeVar("Item")


class Tables(Protocol):
    """Named tables. A table that does not exist yet is made by the first operation that names it."""

    def kept(self, name: str, columns: Columns) -> None:
        """An empty table, unless there is one of that name from an earlier run: rows of it need not be made again.

        It is looked up by its first column.
        """
        ...

    def fresh(self, name: str, columns: Columns) -> None:
        """An empty table, in place of an earlier one of that name."""
        ...

    def put(self, name: str, items: Sequence[Item], rows: Callable[[Item], Iterable[Row]]) -> None:
        """Add what `rows` makes of each item to an existing table."""
        ...

    def define(self, name: str, select: str) -> None:
        """The table that `select` gives, in place of an earlier one of that name (from which it may select)."""
        ...

    def apply(self, name: str, select: str, batch: Batch, *, by: int) -> None:
        """Add what `batch` makes of the rows of `select` to an existing table.

        Rows that agree in their first `by` columns come in one call, alone and sorted; with `by` 0 each call gets any
        rows, so that the function may treat every row for itself only.
        """
        ...

    def forget(self, name: str, column: str, unless: str) -> None:
        """Drop rows of a kept table whose `column` is not among the values that `unless` selects."""
        ...

    def rows(self, select: str) -> Iterator[Row]:
        """The rows of `select`; it says ORDER BY if the order matters."""
        ...
