"""Tables as the commands print them."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDTH_OF_A_FILE = 200  # columns where no terminal is in sight
_STANDARD_INPUT, _STANDARD_ERROR = 0, 2


def console() -> "Console":
    """Standard output, as wide as the terminal that it is read at; wide where there is none."""
    from rich.console import Console

    found = Console()
    return found if found.is_terminal else Console(width=_width())


def _width() -> int:
    """COLUMNS, else the width of the terminal behind a pipe ("| less"), else that of a file."""
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told):
        return int(told)
    if sys.stdout is not sys.__stdout__:
        return WIDTH_OF_A_FILE
    for stream in (_STANDARD_ERROR, _STANDARD_INPUT):
        try:
            return os.get_terminal_size(stream).columns or WIDTH_OF_A_FILE
        except OSError:
            continue
    return WIDTH_OF_A_FILE


def table(*columns: str) -> "Table":
    """An empty table."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    made = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def show(made: "Table") -> None:
    """Print a table."""
    console().print(made)


def on_one_line(passage: str, most: int = 90) -> str:
    """A passage without its line breaks, cut with "…" behind `most` characters."""
    words = " ".join(passage.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
