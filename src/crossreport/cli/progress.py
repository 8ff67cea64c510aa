"""Progress on standard error, only where somebody looks."""

from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from crossreport.pipeline.outcome import Outcome

WIDTH = 60  # of a name in the line


class Meter:
    """A line that counts inputs and names the last one."""

    def __init__(self, *, silent: bool) -> None:
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        columns = (SpinnerColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=silent or not console.is_terminal)
        self._task = self._progress.add_task("reading", total=None)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def step(self, outcome: "Outcome") -> None:
        """One more input is done."""
        from crossreport.pipeline.outcome import Coded

        name = outcome.capture.name if isinstance(outcome, Coded) else outcome.name
        self._progress.update(self._task, advance=1, description=name.rsplit("/", 1)[-1][:WIDTH])
