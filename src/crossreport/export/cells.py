"""Tables as CSV or TSV whose cells no spreadsheet runs, and the row of HXL hashtags."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import IO

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet takes for the start of a formula (OWASP)


def safe(cell: object) -> object:
    """A text that a spreadsheet would run gets an apostrophe in front; numbers and all else stay as they are."""
    if isinstance(cell, str) and cell.startswith(_RUNS):
        return "'" + cell
    return cell


def counted(number: float) -> float:
    """A number of people as tables write it: 40, not 40.0."""
    return int(number) if number == int(number) else number


def write_rows(
    stream: IO[bytes],
    columns: Sequence[str],
    rows: Iterable[Mapping[str, object]],
    hxl: Mapping[str, str] | None = None,
) -> int:
    """CSV (RFC 4180) in UTF-8 with a header, and below it the hashtags if `hxl` gives any; returns the rows written."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    if hxl:
        writer.writerow({name: hxl.get(name, "") for name in columns})
    count = 0
    for row in rows:
        writer.writerow({name: safe(cell) for name, cell in row.items()})
        count += 1
    stream.write(text.getvalue().encode("utf-8"))
    return count


def tsv_line(columns: Sequence[str], row: Mapping[str, object]) -> bytes:
    """One line of a tab-separated file that knows no quoting: white space in a cell becomes a single blank."""
    cells = (" ".join(str(safe(row.get(name, ""))).split()) for name in columns)
    return ("\t".join(cells) + "\n").encode("utf-8")
