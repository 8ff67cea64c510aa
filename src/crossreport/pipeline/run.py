"""One run: inputs through the rooms into a record.

In: paths, options, an open record and an engine that maps pages. Out: a Summary in which every input is accounted for.
Each page is stored as soon as it is coded, so a killed run goes on where it stopped.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from msgspec.structs import replace

from crossreport.model import Capture, Duplicate, Linked, Rejection
from crossreport.pipeline import parts
from crossreport.pipeline.options import Options
from crossreport.pipeline.outcome import Coded, Known, Outcome, Summary
from crossreport.pipeline.page import code_capture, last_page_room
from crossreport.pipeline.plan import PAGE_ROOMS, page_version, plan
from crossreport.record.store import Record

_log = logging.getLogger(__name__)

Progress = Callable[[Outcome], None]


class Engine(Protocol):
    """Where pages are worked on. Results come in the order of the captures, whatever finishes first."""

    def code(self, captures: Iterable[Capture], options: Options) -> Iterator[Coded | Rejection]:
        """One outcome for each capture, in order."""
        ...


class InProcess:
    """Pages one after another, here."""

    def code(self, captures: Iterable[Capture], options: Options) -> Iterator[Coded | Rejection]:
        """One outcome for each capture, in order."""
        return (code_capture(capture, options) for capture in captures)


def _no_progress(_outcome: Outcome) -> None:
    pass


def run(
    paths: Iterable[str | Path],
    options: Options,
    record: Record,
    *,
    progress: Progress = _no_progress,
    engine: Engine | None = None,
    stdin: BinaryIO | None = None,
) -> Summary:
    """Read `paths` into `record` and link all that the record holds.

    Raises:
        PlanError: the options name no room, or the plan has a hole.
    """
    plan(options.stop_after)
    summary = Summary()
    inputs = _Inputs(record, options, summary, progress)
    captures = inputs.captures(parts.take_in(paths, stdin))
    if options.stop_after == "intake":
        summary.captures = list(captures)
        summary.read = [capture.name for capture in summary.captures]
        return summary
    for outcome in (engine or InProcess()).code(captures, options):
        _store(record, options, outcome, summary)
        progress(outcome)
    for capture, as_before in inputs.renamed():
        _store(record, as_before, code_capture(capture, as_before), Summary())
    if options.stop_after in (None, "linking", "weighing"):
        _link(record, options, summary)
    return summary


class _Inputs:
    """Sorts what intake gives: captures to be read, and the rest straight into the summary."""

    def __init__(self, record: Record, options: Options, summary: Summary, progress: Progress) -> None:
        self._record, self._options, self._summary, self._progress = record, options, summary, progress
        self._smallest: dict[str, str] = {}

    def captures(self, found: Iterable[Capture | Rejection | Duplicate]) -> Iterator[Capture]:
        """The captures that are not in the record yet."""
        for one in map(_with_printable_name, found):
            if isinstance(one, Capture):
                known = self._known(one)
                if known is None:
                    yield one
                    continue
                self._summary.known.append(known)
                self._note_name(one.id, one.name)
                self._progress(known)
            elif isinstance(one, Duplicate):
                self._summary.duplicates.append(one)
                self._note_name(one.capture, one.name)
                self._progress(one)
            else:
                self._summary.rejections.append(one)
                self._record.add_rejection(one)
                self._progress(one)

    def renamed(self) -> Iterator[tuple[Capture, Options]]:
        """Captures that were found again under a smaller name than the record knows, with how they were read.

        A page has the smallest name under which its bytes were ever found: so no order of reading matters.
        """
        for capture_id, name in sorted(self._smallest.items()):
            held, state = self._record.capture(capture_id), self._record.state_of(capture_id)
            if held is not None and state is not None and name < held.name:
                yield replace(held, name=name), Options(state.published, state.through)

    def _note_name(self, capture_id: str, name: str) -> None:
        self._smallest[capture_id] = min(name, self._smallest.get(capture_id, name))

    def _known(self, capture: Capture) -> Known | None:
        state = self._record.state_of(capture.id)
        if state is None or self._options.again or state.version != page_version():
            return None
        if self._options.published not in (None, state.published):
            return None
        wanted = last_page_room(self._options.stop_after)
        if wanted == "language" or PAGE_ROOMS.index(state.through) < PAGE_ROOMS.index(wanted):
            return None
        return Known(capture.name, capture.id, state.name)


def _with_printable_name(one: Capture | Rejection | Duplicate) -> Capture | Rejection | Duplicate:
    """A file name may hold bytes that are no text: they are shown as escapes."""
    return replace(one, name=one.name.encode("utf-8", "backslashreplace").decode("utf-8"))


def _store(record: Record, options: Options, outcome: Coded | Rejection, summary: Summary) -> None:
    if isinstance(outcome, Rejection):
        summary.rejections.append(outcome)
        record.add_rejection(outcome)
        return
    try:
        record.add_page(
            outcome.capture,
            outcome.page,
            through=last_page_room(options.stop_after),
            version=page_version(),
            published=options.published,
        )
    except ValueError as error:
        rejection = Rejection(outcome.capture.name, "failed:record", f"the record refused this page: {error}")
        _store(record, options, rejection, summary)
        return
    summary.read.append(outcome.capture.name)
    if outcome.analysis is not None:
        summary.analyses.append(outcome.analysis)


def _link(record: Record, options: Options, summary: Summary) -> None:
    pages = record.coded_pages(through=PAGE_ROOMS[-1])
    room = "linking"
    linked = Linked((), (), ())
    try:
        linked = parts.link(pages)
        if options.stop_after != "linking":
            room = "weighing"
            linked = parts.weigh(pages, linked)
    except Exception as error:
        _log.debug("%s failed", room, exc_info=error)
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        summary.failures.append(Rejection(f"all {len(pages)} pages", f"failed:{room}", f"{room} failed ({said})"))
    record.replace_linked(linked)
