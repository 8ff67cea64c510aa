"""The word lists that a user adds to a run: their texts, held for this process.

A run sets them before it reads its first page (`use`); every table that is built from them is built anew then.
"""

from collections.abc import Callable
from typing import Literal, TypeVar

from msgspec import Struct

_Table = TypeVar("_Table")
OwnKind = Literal["sources", "facts"]


class OwnText(Struct, frozen=True):
    """The text of a user's YAML file; `name` is for error messages."""

    name: str
    text: str


_held: dict[OwnKind, OwnText] = {}
_built: list[Callable[[], None]] = []


def own_text(kind: OwnKind) -> OwnText | None:
    """What the user added, if anything."""
    return _held.get(kind)


def rebuilt(table: _Table) -> _Table:
    """A cached table that `use` empties."""
    _built.append(table.cache_clear)  # type: ignore[attr-defined]
    return table


def use(own: dict[OwnKind, OwnText]) -> None:
    """Set the user's lists for the pages that are read from now on; none empties them."""
    if own == _held:
        return
    _held.clear()
    _held.update(own)
    for clear in _built:
        clear()
