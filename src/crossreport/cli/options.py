"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

DEFAULT_RECORD = "crossreport.db"
EARLIEST, LATEST = "1945-01-01", "2100-12-31"  # of a published day: beyond, it is a slip of the hand


class Day(click.ParamType[str]):
    """An ISO day, kept as text."""

    name = "date"

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Why no day is taken from the clock."""
        return "Give a day as 2015-09-23. No clock is read: the same commands make the same record on any day."

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day, or a usage error that names it."""
        try:
            day = date.fromisoformat(value).isoformat()
        except ValueError:
            day = None
        if day is None or day != value:
            self.fail(f"{value!r} is no day; write it as 2015-09-23", param, ctx)
        return day


class Stretch(click.ParamType[int]):
    """A stretch of time up to a day: "24h" is that day and the one before, as UCDP reads "the past 24 hours"."""

    name = "stretch"
    _DAYS = {"d": 1, "w": 7}  # noqa: RUF012 - never changed

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Days before the last one, or a usage error that says how to write it."""
        number, unit = str(value)[:-1], str(value)[-1:]
        if not number.isascii() or not number.isdigit() or int(number) == 0 or unit not in "hdw":
            self.fail(f"{value!r} is no stretch of time; write it as 24h, 3d or 2w", param, ctx)
        return -(-int(number) // 24) if unit == "h" else int(number) * self._DAYS[unit]


class Country(click.ParamType[str]):
    """A country by ISO 3166-1 code or name, kept as alpha-2."""

    name = "country"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code, or a usage error that names the country."""
        from crossreport.compare.theirs import country_code

        code = country_code(str(value))
        if code is None:
            self.fail(f"{value!r} is no country; write its English name or ISO code", param, ctx)
        return code


class PublishedDay(Day):
    """A day on which a page can have been published: news that this program reads is of the years from 1945 on."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day, or a usage error that names it."""
        day = super().convert(value, param, ctx)
        if not EARLIEST <= day <= LATEST:
            self.fail(f"{value!r} cannot be the day of a page: give a day from {EARLIEST} to {LATEST}", param, ctx)
        return day


def record_option(text: str = "The record: a file or a postgresql:// URL.") -> Callable[[Any], Any]:
    """`--record`."""
    return click.option("--record", "where", metavar="FILE|URL", help=f"{text}  [default: ./{DEFAULT_RECORD}]")
