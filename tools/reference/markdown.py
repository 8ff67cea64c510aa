"""Tables and cells of Markdown."""

from collections.abc import Iterable, Sequence


def cell(text: str) -> str:
    """Text that means itself within a table.

    >>> cell("a|b <c>")
    'a\\\\|b \\\\<c>'
    """
    return text.replace("|", "\\|").replace("<", "\\<").replace("*", "\\*")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, with an empty line behind it; nothing without rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if not lines:
        return ""
    return "\n".join([f"| {' | '.join(head)} |", "|" + "---|" * len(head), *lines, ""])
