"""One capture through the rooms that see a page alone.

In: a Capture and the run's options. Out: Coded, or a Rejection: a failing room costs its page, never the run.
"""

import logging

from crossreport.model import Analysis, Capture, CodedPage, Mention, Page, Rejection
from crossreport.pipeline import parts
from crossreport.pipeline.options import Options
from crossreport.pipeline.outcome import Coded
from crossreport.pipeline.plan import PAGE_ROOMS

_log = logging.getLogger(__name__)


class _RoomError(Exception):
    """A room failed on one page; `room` is its name, the cause the failure."""

    def __init__(self, room: str) -> None:
        super().__init__(room)
        self.room = room


def code_capture(capture: Capture, options: Options) -> Coded | Rejection:
    """The coded page of `capture`, as far as `options.stop_after`, or why there is none."""
    try:
        return _through_the_rooms(capture, options)
    except _RoomError as error:
        cause = error.__cause__
        _log.debug("%s failed on %s", error.room, capture.name, exc_info=cause)
        said = f"{type(cause).__name__}: {cause}".splitlines()[0]
        return Rejection(
            capture.name, f"failed:{error.room}", f"{error.room} failed on this page ({said}); please report it"
        )


def last_page_room(stop_after: str | None) -> str:
    """The last room of the run that sees a page alone."""
    return stop_after if stop_after in PAGE_ROOMS else PAGE_ROOMS[-1]


def _through_the_rooms(capture: Capture, options: Options) -> Coded | Rejection:
    last = last_page_room(options.stop_after)
    page = _read(capture, options)
    if options.relevance and isinstance(page, Page):
        page = parts.not_conflict(page) or page
    if isinstance(page, Rejection) or last == "reading":
        return page if isinstance(page, Rejection) else Coded(capture, _bare(page))
    analysis = _analyse(page)
    if last == "language":
        return Coded(capture, _bare(page, analysis=analysis), analysis)
    mentions = _ground(page, analysis)
    if last == "grounding":
        return Coded(capture, _bare(page, mentions, analysis))
    return Coded(capture, _code(page, analysis, mentions))


def _bare(page: Page, mentions: tuple[Mention, ...] = (), analysis: Analysis | None = None) -> CodedPage:
    return CodedPage(page, mentions, (), (), (), analysis.model if analysis else "")


def _read(capture: Capture, options: Options) -> Page | Rejection:
    try:
        parts.use_own(options.own)
        return parts.read(capture, options.published)
    except Exception as error:
        raise _RoomError("reading") from error


def _analyse(page: Page) -> Analysis:
    try:
        return parts.analyse(page)
    except Exception as error:
        raise _RoomError("language") from error


def _ground(page: Page, analysis: Analysis) -> tuple[Mention, ...]:
    try:
        return parts.ground(page, analysis)
    except Exception as error:
        raise _RoomError("grounding") from error


def _code(page: Page, analysis: Analysis, mentions: tuple[Mention, ...]) -> CodedPage:
    try:
        return parts.code(page, analysis, mentions)
    except Exception as error:
        raise _RoomError("coding") from error
