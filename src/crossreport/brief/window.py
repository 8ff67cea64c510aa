"""The window of a brief: which events fall into it, and when the pages were written."""

from collections.abc import Iterable

from msgspec import Struct

from crossreport.brief.dates import parse, spread
from crossreport.brief.entries import is_rough
from crossreport.model import Event, When
from crossreport.words.spoken import full_day


class Window(Struct, frozen=True):
    """Days from `since` to `until` (ISO, both included; None = open)."""

    since: str | None
    until: str | None

    def takes(self, earliest: str | None, latest: str | None) -> bool:
        """Whether an interval meets the window; one that is open on both sides does not exclude itself."""
        after = self.until is not None and earliest is not None and earliest > self.until
        before = self.since is not None and latest is not None and latest < self.since
        return not after and not before

    @property
    def is_open(self) -> bool:
        """Whether no day is asked for: it takes everything."""
        return self.since is None and self.until is None

    def takes_event(self, event: Event) -> bool:
        """By the event's time; one that is open or known only roughly must lie within the window as a whole."""
        if self.is_open:
            return True
        when = event.when
        if when is None:
            return False
        return self._holds(when) if is_rough(event) else self.takes(when.earliest, when.latest)

    def cannot_place(self, event: Event) -> bool:
        """Whether the event may or may not fall into the window: its time does not say."""
        if self.takes_event(event):
            return False
        return event.when is None or (is_rough(event) and self.takes(event.when.earliest, event.when.latest))

    def _holds(self, when: When) -> bool:
        begins = self.since is None or (when.earliest is not None and when.earliest >= self.since)
        return begins and (self.until is None or (when.latest is not None and when.latest <= self.until))

    def says(self, events: Iterable[Event]) -> str:
        """The window in words: as asked for, or as far as the sections of dated events reach."""
        if self.since or self.until:
            return _asked(self.since, self.until)
        dated = [event.when for event in events if event.when and not is_rough(event)]
        days = [bound for when in dated for bound in (when.earliest, when.latest) if bound]
        return spread(min(days), max(days)) if days else "no window given"


def _asked(since: str | None, until: str | None) -> str:
    first, last = parse(since), parse(until)
    if first and not last:
        return f"{full_day(first)} and later"
    return f"{full_day(last)} and earlier" if last and not first else spread(since, until)
