"""The window of a brief: which events fall into it, and when the pages were written."""

from collections.abc import Iterable

from msgspec import Struct

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.dates import spread
from crossreport.brief.entries import is_rough
from crossreport.model import Event


class Window(Struct, frozen=True):
    """Days from `since` to `until` (ISO, both included; None = open)."""

    since: str | None
    until: str | None

    def takes(self, earliest: str | None, latest: str | None) -> bool:
        """Whether an interval meets the window; one that is open on both sides does not exclude itself."""
        after = self.until is not None and earliest is not None and earliest > self.until
        before = self.since is not None and latest is not None and latest < self.since
        return not after and not before

    def takes_event(self, event: Event, catalogue: Catalogue) -> bool:
        """By the event's time; an event without one goes by the days on which its pages were written."""
        if event.when is not None and (event.when.earliest or event.when.latest):
            return self.takes(event.when.earliest, event.when.latest)
        pages = [catalogue.pages[r.page] for r in catalogue.reports_of(event)]
        return any(self.takes(page.published.earliest, page.published.latest) for page in pages)

    def says(self, events: Iterable[Event]) -> str:
        """The window in words: as asked for, or as far as the events reach."""
        if self.since or self.until:
            return spread(self.since, self.until)
        found = list(events)
        sure = [e.when for e in found if e.when and e.status == "happened" and not is_rough(e)]
        days = [day for when in sure for day in (when.earliest, when.latest) if day]
        return spread(min(days), max(days)) if days else "no window given"
