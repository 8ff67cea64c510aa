"""Tables as the commands print them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDTH_OF_A_FILE = 200  # columns where standard output is no terminal


def console() -> "Console":
    """Standard output, wide enough for a table where it is no terminal."""
    from rich.console import Console

    found = Console()
    return found if found.is_terminal else Console(width=WIDTH_OF_A_FILE)


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
