"""An event together with the reports, pages and figures that it is made of: what every exporter reads."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from crossreport.export.leftout import LeftOut
from crossreport.model import Actor, CodedPage, DatePrecision, Event, EventReport, Figure, Linked, Page, When
from crossreport.words.booked import booked
from crossreport.words.edtf import precision
from crossreport.words.profiles import Coded, ProfileName

OPEN = 10**9
BORROWED = "time:inherited"  # the reason of a report whose day stands elsewhere on its page
UNSURE = "~?%"  # EDTF's signs of a day that is about or doubted
CULPRIT = "contradiction_culprit"  # the reason of an event whose accounts name rival doers
CONTESTED = "who did it is contested"


class Told(Struct, frozen=True):
    """One event; `reports` in the event's order, each with its page; `figures` all that these reports give."""

    event: Event
    reports: tuple[tuple[EventReport, Page], ...]
    figures: tuple[Figure, ...]

    @property
    def pages(self) -> list[Page]:
        """The pages that tell it, each once."""
        return list({page.id: page for _, page in self.reports}.values())

    @property
    def outlets(self) -> list[str]:
        """Who publishes them, each once; the page's name where no outlet is known."""
        return list(dict.fromkeys(page.outlet or page.name for page in self.pages))

    @property
    def days(self) -> int:
        """Days that the event's time covers; more than any calendar holds where it is open or not said."""
        when = self.event.when
        if when is None or when.earliest is None or when.latest is None:
            return OPEN
        return (dt.date.fromisoformat(when.latest) - dt.date.fromisoformat(when.earliest)).days + 1

    @property
    def precision(self) -> DatePrecision | None:
        """The event's precision by the days that its time covers, whatever its rule says; None where it is open.

        A day that is about ("~") or borrowed from elsewhere on the page is never as precise as a day that is told.
        """
        when = self.event.when
        if when is None or when.earliest is None or when.latest is None:
            return None
        found = precision(dt.date.fromisoformat(when.earliest), dt.date.fromisoformat(when.latest))
        return "days" if found == "day" and not self._told_its_day(when) else found

    def _told_its_day(self, when: When) -> bool:
        """Whether the day is without reserve, and some report that gives it tells it beside the deed."""
        giving = [report for report, _ in self.reports if report.when is not None and report.when.edtf == when.edtf]
        borrowed = giving and all(any(why.rule == BORROWED for why in report.reasons) for report in giving)
        return not borrowed and not any(sign in when.edtf for sign in UNSURE)

    def actors(self, *roles: str) -> list[Actor]:
        """The actors of these sides, each once."""
        found = {actor.id: actor for side in self.event.sides if side.role in roles for actor in side.actors}
        return list(found.values())

    @property
    def doer_contested(self) -> bool:
        """Whether accounts name rival doers: then no format with one cell for the doer can name any."""
        return any(reason.rule == CULPRIT for reason in self.event.reasons)

    def joined(self, *roles: str) -> list[Actor]:
        """The first actor of these sides with those that some one account names beside it.

        Rivals that different accounts name in one role stand on no side together. Nobody, if the doer is contested.
        """
        everybody = self.actors(*roles)
        if not everybody or ("agent" in roles and self.doer_contested):
            return []
        named = [{p.actor.id for p in report.participants if p.role in roles} for report, _ in self.reports]
        kept, before = {everybody[0].id}, 0
        while len(kept) > before:
            before = len(kept)
            kept = kept.union(*(ids for ids in named if ids & kept))
        return [actor for actor in everybody if actor.id in kept]

    def named_otherwise(self, *roles: str) -> list[tuple[Actor, list[str]]]:
        """The other actors of these sides, each with the outlets that name it."""
        kept = {actor.id for actor in self.joined(*roles)}
        return [
            (actor, list(dict.fromkeys(page.outlet or page.name for report, page in self.reports if any(
                p.actor.id == actor.id and p.role in roles for p in report.participants))))
            for actor in self.actors(*roles) if actor.id not in kept
        ]  # fmt: skip

    def booked(self, profile: ProfileName) -> list[Coded]:
        """What a codebook enters for the killed, by each voice that counts them."""
        voices = self.event.killed.by_voice if self.event.killed else ()
        return booked(profile, voices, {figure.id: figure for figure in self.figures})

    def tolls(self) -> list[Figure]:
        """The figures for the killed, one for each voice that gives one."""
        by_id = {figure.id: figure for figure in self.figures}
        voices = self.event.killed.by_voice if self.event.killed else ()
        return [by_id[voice.figure] for voice in voices if voice.figure in by_id]


def told(pages: Sequence[CodedPage], linked: Linked) -> Iterator[Told]:
    """Every event of the record, in its order."""
    reports = {report.id: (report, coded.page) for coded in pages for report in coded.reports}
    figures = {figure.id: figure for coded in pages for figure in coded.figures}
    for event in linked.events:
        mine = tuple(reports[id_] for id_ in event.reports if id_ in reports)
        wanted = [id_ for report, _ in mine for id_ in report.figures]
        wanted += [voice.figure for voice in (event.killed.by_voice if event.killed else ())]
        yield Told(event, mine, tuple(figures[id_] for id_ in dict.fromkeys(wanted) if id_ in figures))


def sorted_out(
    pages: Sequence[CodedPage], linked: Linked, why_not: Callable[[Told], str | None]
) -> tuple[list[Told], list[LeftOut]]:
    """The events that a format can hold, in the record's order, and those it cannot, each with why."""
    kept, left_out = [], []
    for one in told(pages, linked):
        why = why_not(one)
        if why is None:
            kept.append(one)
        else:
            left_out.append(LeftOut(one.event.id, why))
    return kept, left_out


def sides(one: Told) -> tuple[list[Actor], list[Actor]]:
    """Two sides: doers and targets, or the first party and the others."""
    agents, targets = one.joined("agent"), one.joined("target")
    if agents or targets or one.doer_contested:
        return agents, targets
    parties = one.actors("party")
    return parties[:1], parties[1:]
