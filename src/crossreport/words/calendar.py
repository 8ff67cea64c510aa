"""Names of weekdays and months as news writes them, from `data/times.yaml`: lower case, by number (Monday is 1)."""

from functools import cache
from typing import NamedTuple

from msgspec import Struct

from crossreport.words.loader import load


class _Forms(Struct, frozen=True):
    plain: tuple[str, ...] = ()
    abbreviated: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()


class _Tables(Struct, frozen=True):
    months: dict[int, _Forms]
    weekdays: dict[int, _Forms]


class Calendar(NamedTuple):
    """Numbers of weekdays and of months by every form of their names."""

    weekdays: dict[str, int]
    months: dict[str, int]


@cache
def calendar() -> Calendar:
    """The shipped names, read once."""
    tables = load("times.yaml", _Tables)
    return Calendar(_by_name(tables.weekdays), _by_name(tables.months))


def _by_name(table: dict[int, _Forms]) -> dict[str, int]:
    return {
        form.casefold(): number
        for number, forms in table.items()
        for form in (*forms.plain, *forms.abbreviated, *forms.guarded)
    }


@cache
def calendar_names() -> frozenset[str]:
    """All names of months and weekdays in full, in lower case."""
    tables = load("times.yaml", _Tables)
    return frozenset(
        name.casefold()
        for table in (tables.months, tables.weekdays)
        for forms in table.values()
        for name in forms.plain
    )
