"""A table of incidents in, a line of text for each of its rows out: its day and place, what happened, "Killed: 5".

By cell a table says nothing: "5" is a figure only under "Killed", and "Habila" a scene only beside what happened there.
So a row is read as a reader reads it: day and place first to last, then every cell behind the name of its column,
in the order of the page, with no word that the table does not show. Other tables are left as they are. A table that was
pasted as text stays in its letters: its rows are kept as lines of the report.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from crossreport.reading.draft import Draft, Piece
from crossreport.words.columns import column_names

_SPACE = re.compile(r"\s+")
_PARTED = re.compile(r"\t|\s\|\s|\s\|$")
# What of a pasted row cannot be read: a number whose column stands far above it, and tabs, which part no sentences.
_UNREAD = re.compile(r"(?:\s\|\s*|\t)(?:[\d., -]+|[-–—])(?=\s\||\t|\s*\|?\s*$)|\t")
_NOTE = re.compile(r"\s*[(\[*†].*$")
_EMPTY = frozenset({"", "-", "–", "—", "n/a", "none", "nil", "?", ".", "…"})
_LEAST_COLUMNS = 3
_LEAST_ROWS = 2  # under the names of the columns
_MOST_DOWN = 1000  # rows: as browsers limit it
_MOST_WORDS = 6  # of a column's name


class Row(NamedTuple):
    """A row as it reads; why it is no part of the report, if it is none."""

    text: str
    dropped: str | None


def table_rows(table: Any) -> dict[Any, Row]:
    """The row elements of a table of incidents, each with how it reads; empty for any other table."""
    if next(table.iterdescendants("table"), None) is not None:
        return {}
    rows = list(_grid(table))
    heads = rows[0][1] if rows else []
    columns = _columns(heads)
    if columns is None or len(rows) <= _LEAST_ROWS or any(len(cells) not in (1, len(heads)) for _, cells in rows):
        return {}
    read = {row: _read(heads, cells, columns) for row, cells in rows[1:]}
    return {rows[0][0]: Row(" | ".join(heads), "table_head"), **read}


def mark_table_lines(draft: Draft) -> None:
    """In a text, keeps the rows of tables of incidents whose cells tabs or upright strokes part."""
    rows = [(piece, _parted(piece.text)) for piece in draft.pieces]
    at = 0
    while at < len(rows):
        heads, end = rows[at][1], at + 1
        while end < len(rows) and 1 < len(rows[end][1]) <= len(heads):  # empty cells at its end leave no trace
            end += 1
        if end - at > _LEAST_ROWS and _columns(heads) is not None:
            _keep(rows[at][0], rows[at + 1 : end])
        at = end


def _parted(line: str) -> list[str]:
    return [cell.strip() for cell in _PARTED.split(line.strip().strip("|"))]


def _keep(head: Piece, rows: list[tuple[Piece, list[str]]]) -> None:
    head.dropped = "table_head"
    for piece, cells in rows:
        piece.entry, piece.dropped = True, "table_sum" if _is_sum(cells) else None
        for border in _UNREAD.finditer(piece.text):
            piece.cut(piece.start + border.start(), piece.start + border.end(), "table_cell")


def _is_sum(cells: list[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return first.strip(" .:").casefold() in column_names().sums


def _read(heads: list[str], cells: list[str], columns: dict[int, str]) -> Row:
    if len(cells) == 1:
        return Row(cells[0], None)  # heads the rows below it: "Anambra State"
    text = " ".join(f"{part.rstrip(' .;,')}." for part in _parts(heads, cells, columns))
    return Row(text, "table_sum" if _is_sum(cells) else None)


def _grid(table: Any) -> Iterator[tuple[Any, list[str]]]:
    """Each row with its cells, those among them that reach down from a row above."""
    reaching: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        own = [(_SPACE.sub(" ", _text(cell)).strip(), _down(cell)) for cell in row if cell.tag in ("td", "th")]
        cells: list[str] = []
        while own or len(cells) in reaching:
            left, text = reaching.pop(len(cells), (0, ""))
            if not left:
                text, left = own.pop(0)
            if left > 1:
                reaching[len(cells)] = (left - 1, text)
            cells.append(text)
        if cells:
            yield row, cells


def _down(cell: Any) -> int:
    """Over how many rows a cell reaches."""
    said = cell.get("rowspan") or ""
    return min(int(said), _MOST_DOWN) if said.isdecimal() else 1


def _text(cell: Any) -> str:
    return " ".join(str(part) for part in cell.itertext())


def _columns(heads: list[str]) -> dict[int, str] | None:
    """Which columns hold day, place and what happened; None where no column says what, or none where or when."""
    if len(heads) < _LEAST_COLUMNS or any(len(head.split()) > _MOST_WORDS for head in heads):
        return None
    names = column_names()
    kinds = (("told", names.told), ("day", names.day), ("place", names.place), ("number", names.number))
    keys = [_NOTE.sub("", head).strip(" .:#").casefold() for head in heads]
    found = {at: kind for at, key in enumerate(keys) for kind, known in kinds if key in known}
    return found if "told" in found.values() and set(found.values()) & {"day", "place"} else None


def _parts(heads: list[str], cells: list[str], columns: dict[int, str]) -> Iterator[str]:
    """ "12 March, Dilling", "Fighters attacked a checkpoint", "Killed: 3", "Source: officer"."""
    opening: list[str] = []
    for at, (head, cell) in enumerate(zip(heads, cells, strict=True)):
        if cell.casefold() in _EMPTY:
            continue
        kind = columns.get(at)
        if kind in ("day", "place"):
            opening.append(cell)
            continue
        if opening:
            yield ", ".join(opening)
            opening = []
        yield cell if kind else f"{head.rstrip(' .:')}: {cell}"
    if opening:
        yield ", ".join(opening)
