"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

DEFAULT_RECORD = "crossreport.db"


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


def record_option(text: str = "The record: a file or a postgresql:// URL.") -> Callable[[Any], Any]:
    """`--record`."""
    return click.option("--record", "where", metavar="FILE|URL", help=f"{text}  [default: ./{DEFAULT_RECORD}]")
