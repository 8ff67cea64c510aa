"""No page tells what happened after it was written: times in, times that end with the page out.

The record keeps what was coded; the brief does not print a year that no page can have seen. Where the page's own last
day is not known, the end is left open: the event came on or after its first day.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from crossreport.brief.dates import parse
from crossreport.model import CodedPage, Event, EventReport, Linked, Page, When
from crossreport.model.statuses import NOT_DONE
from crossreport.privacy import Privacy

Told = TypeVar("Told", EventReport, Event)


def within_sight(coded: Sequence[CodedPage], linked: Linked) -> tuple[tuple[CodedPage, ...], Linked]:
    """The same records, with no time of what has happened that ends after the pages that tell it."""
    pages = {one.page.id: one.page for one in coded}
    latest = max((page.published.latest for page in pages.values() if page.published.latest), default=None)
    page_of = {report.id: report.page for one in coded for report in one.reports}
    seen = tuple(
        msgspec.structs.replace(one, reports=tuple(_seen(r, [one.page], latest) for r in one.reports)) for one in coded
    )
    events = tuple(
        _seen(event, [pages[page_of[key]] for key in event.reports if key in page_of], latest)
        for event in linked.events
    )
    return seen, msgspec.structs.replace(linked, events=events)


def _seen(told: Told, pages: Iterable[Page], latest: str | None) -> Told:
    if told.when is None or told.status in NOT_DONE:
        return told
    lasts = [page.published.latest for page in pages]
    own = None if not lasts or None in lasts else max(last for last in lasts if last)
    when = _capped(told.when, own, latest)
    return told if when is told.when else msgspec.structs.replace(told, when=when)


def _capped(when: When, own: str | None, latest: str | None) -> When:
    """The time up to the page's own last day; open where only other pages' days show that it runs too far."""
    first, last = parse(when.earliest), parse(when.latest)
    own_day, bound = parse(own), parse(own or latest)
    if last is None or bound is None or last <= bound:
        return when
    end = own if own_day is not None and first is not None and first <= own_day else None
    if end is None and first is None:
        return when
    return msgspec.structs.replace(when, latest=end)


def without_private_places(
    coded: Sequence[CodedPage], linked: Linked, privacy: Privacy
) -> tuple[tuple[CodedPage, ...], Linked]:
    """The same records; where a private person's name was read as a place, the place goes without it."""
    if not privacy.withheld:
        return tuple(coded), linked
    seen = tuple(
        msgspec.structs.replace(one, reports=tuple(_unnamed(report, privacy) for report in one.reports))
        for one in coded
    )
    return seen, msgspec.structs.replace(linked, events=tuple(_unnamed(event, privacy) for event in linked.events))


def _unnamed(told: Told, privacy: Privacy) -> Told:
    place = told.place
    if place is not None and privacy.hides(place.name):
        told = msgspec.structs.replace(told, place=msgspec.structs.replace(place, name=privacy.mask(place.name)))
    if isinstance(told, EventReport) and any(privacy.hides(one.name) for one in told.places):
        places = tuple(msgspec.structs.replace(one, name=privacy.mask(one.name)) for one in told.places)
        return msgspec.structs.replace(told, places=places)
    return told
