"""One run: inputs through the rooms into a record.

In: paths, options, an open record and an engine that maps pages. Out: a Summary in which every input is accounted for.
Each page is stored as soon as it is coded, so a killed run goes on where it stopped.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from msgspec.structs import replace

from crossreport.model import Capture, CodedPage, Duplicate, Linked, Rejection, name_order
from crossreport.pipeline import parts
from crossreport.pipeline.options import Options
from crossreport.pipeline.outcome import NOT_CONFLICT, Coded, Known, Outcome, Summary
from crossreport.pipeline.page import code_capture, last_page_room
from crossreport.pipeline.plan import PAGE_ROOMS, page_version, plan
from crossreport.record import Originals, Record

if TYPE_CHECKING:
    from crossreport.linking.tables import Tables

_log = logging.getLogger(__name__)

_SHOWN_WHOLE = ("intake", "language")  # runs that hand out what is not kept: every input is looked at
WORTH_KEEPING = 200  # pages; fewer are linked in a second or two

Progress = Callable[[Outcome], None]


class Engine(Protocol):
    """Where pages are worked on. Results come in the order of the captures, whatever finishes first."""

    def code(self, captures: Iterable[Capture], options: Options) -> Iterator[Coded | Rejection]:
        """One outcome for each capture, in order."""
        ...

    def tables(self) -> "Tables | None":
        """Where linking's tables are; None: in this process."""
        ...


class InProcess:
    """Pages one after another, here."""

    def code(self, captures: Iterable[Capture], options: Options) -> Iterator[Coded | Rejection]:
        """One outcome for each capture, in order."""
        return (code_capture(capture, options) for capture in captures)

    def tables(self) -> None:
        """None: linking has its own."""


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
    passed: Callable[[int, int], None] | None = None,
) -> Summary:
    """Read `paths` into `record` and link all that the record holds.

    A container that the record has seen to its end is not opened again. `passed` is told how many bytes of how many
    are read.

    Raises:
        PlanError: the options name no room, or the plan has a hole.
    """
    plan(options.stop_after)
    parts.use_own(options.own, check=True)
    given = list(paths)
    record.add_paths([_printable(str(path)) for path in given])
    running = _Run(options, record, progress)
    shards = None if options.again or options.stop_after in _SHOWN_WHOLE else running
    keep = keeper(record, options)
    found = parts.take_in(given, stdin, options, keep=keep, shards=shards, passed=passed)
    return _finish(running, found, options, record, engine)


def run_captures(
    found: Iterable[Capture | Rejection | Duplicate],
    options: Options,
    record: Record,
    *,
    progress: Progress = _no_progress,
    engine: Engine | None = None,
) -> Summary:
    """Read what intake found into `record` and link all that the record holds."""
    return _finish(_Run(options, record, progress), found, options, record, engine)


def _finish(
    running: "_Run",
    found: Iterable[Capture | Rejection | Duplicate],
    options: Options,
    record: Record,
    engine: Engine | None,
) -> Summary:
    captures = running.captures(found)
    if options.stop_after == "intake":
        running.summary.captures = [replace(capture, data=b"") for capture in captures]
        running.summary.read = [capture.name for capture in running.summary.captures]
        return running.summary
    engine = engine or InProcess()
    for outcome in engine.code(captures, options):
        running.take(outcome)
    running.mark_shards()
    running.rename()
    if options.stop_after in (None, "linking", "weighing"):
        running.summary.failures += relink(record, options.stop_after, engine.tables())
    return running.summary


def keeper(record: Record, options: Options) -> Callable[[str, BinaryIO], None] | None:
    """What keeps whole input files by their hash, if the options ask for it."""
    if options.originals is None:
        return None
    originals = Originals(options.originals)

    def keep(name: str, stream: BinaryIO) -> None:
        record.add_original(originals.keep(name, stream))

    return keep


def relink(record: Record, stop_after: str | None = None, tables: "Tables | None" = None) -> list[Rejection]:
    """Link and weigh all pages of the record, in `tables` if given; a failure leaves pages and what linking gave."""
    through = record.last_entry()  # before the pages are read: what comes meanwhile is for the next time
    pages = record.coded_pages(through=PAGE_ROOMS[-1])
    linked, room, failures = Linked((), (), ()), "linking", []
    try:
        linked = _linked(pages, record, tables)
        if stop_after != "linking":
            room = "weighing"
            linked = parts.weigh(pages, linked)
    except Exception as error:
        _log.debug("%s failed", room, exc_info=error)
        says = f"{room} failed ({type(error).__name__}: {error}); please report it".splitlines()[0]
        failures.append(Rejection(f"all {len(pages)} pages", f"failed:{room}", says))
    record.replace_linked(linked, through=through)
    return failures


def _linked(pages: Sequence[CodedPage], record: Record, tables: "Tables | None") -> Linked:
    """Linked in `tables`; where those fail, as when a machine goes down with its share, in this process."""
    if tables is not None:
        try:
            return parts.link(pages, record.judgements(), None, tables)
        except Exception as error:
            _log.warning("linking elsewhere failed (%s): it is done in this process", type(error).__name__)
            _log.debug("linking elsewhere failed", exc_info=error)
    return parts.link(pages, record.judgements(), _kept(record, len(pages)))


def _kept(record: Record, pages: int) -> Path | None:
    """The file in which linking keeps its answers; none for a record that is soon linked anew."""
    file = record.links_file()
    if file is not None and pages < WORTH_KEEPING:
        file.unlink(missing_ok=True)
        return None
    return file


class _Run:
    """Everything goes through here once: what intake gives, what becomes of it, what all of it adds up to."""

    def __init__(self, options: Options, record: Record, progress: Progress) -> None:
        self.summary = Summary()
        self._options, self._record, self._progress = options, record, progress
        self._version = page_version(options.own)
        self._in_work: dict[str, Capture] = {}  # handed out and not yet back: so few that memory stays flat
        self._smallest: dict[str, str] = {}
        self._how = f"{self._version} {last_page_room(options.stop_after)} {options.published} {options.relevance}"
        self._handed_out = self._back = 0
        self._ends: deque[tuple[int, str, str]] = deque()  # containers, by how many captures had been handed out
        self._erased = {erasure.capture: erasure for erasure in record.erasures()}

    def captures(self, found: Iterable[Capture | Rejection | Duplicate]) -> Iterator[Capture]:
        """The captures that are not in the record yet; the rest is accounted for at once."""
        for one in map(_with_printable_name, found):
            if isinstance(one, Rejection):
                self.take(one)
            elif isinstance(one, Duplicate):
                self.summary.duplicates.append(one)
                self._record.add_duplicate(one)
                self._found_as(one.capture, one.name)
                self._progress(one)
            elif erasure := self._erased.get(one.id):
                says = f"it was erased on {erasure.at} by {erasure.by}: {erasure.why}"
                self.take(Rejection(one.name, "erased", says))
            elif known := self._known(one):
                self.summary.known.append(known)
                if known.name != known.first:
                    self._record.add_duplicate(Duplicate(known.name, known.capture, known.first))
                self._found_as(one.id, one.name)
                self._progress(known)
            else:
                self._in_work[one.name] = one
                self._handed_out += 1
                yield one

    def known(self, name: str, digest: str) -> bool:
        """Whether the record has seen this container to its end; then what it holds is counted as known."""
        if not self._record.has_shard(name, digest, self._how):
            return False
        read, rejected = self._record.within(name)
        for one in read:
            self.summary.known.append(Known(one.name, one.capture, one.first))
            self.summary.seen.add(one.capture)
            self._progress(self.summary.known[-1])
        for refusal in rejected:
            self.summary.rejections.append(refusal)
            self._progress(refusal)
        return True

    def ended(self, name: str, digest: str) -> None:
        """All that this container holds was handed out; once all of it is stored, the record says so."""
        self._ends.append((self._handed_out, name, digest))

    def mark_shards(self) -> None:
        """Note the containers whose captures are all stored."""
        while self._ends and self._ends[0][0] <= self._back:
            _, name, digest = self._ends.popleft()
            self._record.add_shard(name, digest, self._how)

    def take(self, outcome: Coded | Rejection) -> None:
        """Store what became of an input and count it."""
        capture = self._in_work.pop(outcome.capture.name if isinstance(outcome, Coded) else outcome.name, None)
        outcome = self._store(outcome, self._options, capture)
        if capture is not None:
            self._back += 1
            self.mark_shards()
        if isinstance(outcome, Rejection):
            self.summary.rejections.append(outcome)
        else:
            self.summary.read.append(outcome.capture.name)
            self.summary.seen.add(outcome.capture.id)
            if outcome.analysis is not None:
                self.summary.analyses.append(outcome.analysis)
        self._progress(outcome)

    def rename(self) -> None:
        """Read captures again that were found under a smaller name than the record knows.

        A page has the smallest name under which its bytes were ever found: so no order of reading matters.
        """
        for capture_id, name in sorted(self._smallest.items()):
            held, state = self._record.capture(capture_id), self._record.state_of(capture_id)
            if held is not None and state is not None and name_order(name) < name_order(held.name):
                as_before = Options(state.published, state.through, own=self._options.own)
                renamed = replace(held, name=name)
                self._store(code_capture(renamed, as_before), as_before, renamed)
                self._record.add_duplicate(Duplicate(held.name, capture_id, name))

    def _store(self, outcome: Coded | Rejection, options: Options, capture: Capture | None) -> Coded | Rejection:
        if isinstance(outcome, Rejection):
            self._record.add_rejection(outcome, None if outcome.rule == NOT_CONFLICT else capture)
            return outcome
        through = last_page_room(options.stop_after)
        try:
            self._record.add_page(
                outcome.capture, outcome.page, through=through, version=self._version, published=options.published
            )
        except ValueError as error:
            name = outcome.capture.name
            return self._store(
                Rejection(name, "failed:record", f"the record refused this page: {error}"), options, capture
            )
        return outcome

    def _found_as(self, capture_id: str, name: str) -> None:
        self.summary.seen.add(capture_id)
        self._smallest[capture_id] = min(name, self._smallest.get(capture_id, name), key=name_order)

    def _known(self, capture: Capture) -> Known | None:
        """The capture in the record, if it was read by these rooms, as far as this run goes, with the same day."""
        state = self._record.state_of(capture.id)
        if state is None or self._options.again or state.version != self._version:
            return None
        if self._options.published not in (None, state.published):
            return None
        wanted = last_page_room(self._options.stop_after)
        if wanted == "language" or PAGE_ROOMS.index(state.through) < PAGE_ROOMS.index(wanted):
            return None
        return Known(capture.name, capture.id, state.name)


def _with_printable_name(one: Capture | Rejection | Duplicate) -> Capture | Rejection | Duplicate:
    """A file name may hold bytes that are no text: they are shown as escapes."""
    if isinstance(one, Rejection):
        return Rejection(_printable(one.name), one.rule, _printable(one.says), one.capture)
    return replace(one, name=_printable(one.name))


def _printable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
