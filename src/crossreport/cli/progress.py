"""Progress on standard error: a line where somebody looks, else a line a minute for who reads the log."""

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from crossreport.pipeline.outcome import Outcome

WIDTH = 60  # of a name in the line
EVERY = 60.0  # seconds between lines in a log
KNOWN_FROM = 0.01  # share of the bytes from which the time left can be told


class Meter:
    """Counts inputs, says how many a second, how much of the bytes is read and what time is left."""

    def __init__(self, *, silent: bool) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.fields[told]}"), TextColumn("{task.description}"))
        self._shown = not silent and console.is_terminal
        self._logged = not silent and not console.is_terminal
        self._progress = Progress(
            *columns, TimeElapsedColumn(), console=console, transient=True, disable=not self._shown
        )
        self._task = self._progress.add_task("reading", total=None, told="")
        self._count, self._share = 0, 0.0
        self._began = self._said = time.monotonic()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def passed(self, done: int, whole: int) -> None:
        """So many bytes of so many are read."""
        self._share = done / whole if whole else 0.0

    def step(self, outcome: "Outcome") -> None:
        """One more input is done."""
        from crossreport.pipeline.outcome import Coded

        self._count += 1
        name = outcome.capture.name if isinstance(outcome, Coded) else outcome.name
        if self._shown:
            self._progress.update(self._task, description=name.rsplit("/", 1)[-1][:WIDTH], told=self._told())
        elif self._logged and time.monotonic() - self._said >= EVERY:
            self._said = time.monotonic()
            click.echo(self._told(), err=True)

    def _told(self) -> str:
        return told(self._count, self._share, time.monotonic() - self._began)


def told(count: int, share: float, seconds: float) -> str:
    """How far a run has come, in words.

    >>> told(1200, 0.25, 100.0)
    '1,200 inputs · 12.0 a second · 25 % · 5 min left'
    """
    found = [f"{count:,} inputs"]
    if seconds >= 1:
        found.append(f"{count / seconds:.1f} a second")
    if share >= KNOWN_FROM:
        found.append(f"{share:.0%}".replace("%", " %"))
        found.append(f"{_stretch(seconds * (1 - share) / share)} left")
    return " · ".join(found)


def _stretch(seconds: float) -> str:
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
