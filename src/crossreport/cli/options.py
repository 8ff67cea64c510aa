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

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day, or a usage error that names it."""
        try:
            day = date.fromisoformat(value).isoformat()
        except ValueError:
            day = None
        if day is None or day != value:
            self.fail(f"{value!r} is no day; write it as 2015-09-23", param, ctx)
        return day


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
