"""One event report in, what it is compared by out: what was coded, and beside it the things that its sentences name."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crossreport.linking.calendar_words import Hint, among, hint, page_days
from crossreport.linking.lexicon import lexicon
from crossreport.linking.named_places import Chains, capitalised, chains, named, with_chains
from crossreport.linking.nights import end_of_day
from crossreport.linking.parties import actors, is_named_person
from crossreport.linking.places import Site, sites
from crossreport.linking.times import Window, days, ordinal, window
from crossreport.linking.wording import named_things, things
from crossreport.model import Actor, CodedPage, EventReport, Figure, Page, Place, Span, When
from crossreport.model.kinds import ARMED_OR_STATE
from crossreport.model.measures import NEUTRALISED
from crossreport.names import fold_name
from crossreport.words.interceptions import ACCIDENT, doers_of, is_interception

DATE_LINE = 40  # characters: "Wednesday, 23 August"
DENIED_WITHIN = 31  # days from a deed to a denial that does not name its day
_PAGES_DAY = frozenset({"lead_news_of_the_day", "said_that_day"})  # rules of times that say when it is told, not done
LOST, GIVEN_UP = "territory_lost", "given_up"  # the type, and what it says on who holds the place
STOPPED = "interception"  # the group of what was fired and stopped, whatever its type
NEWS = "lead_news_of_the_day"  # the rule of a time that is only the page's own
TELLING = 0.5  # of a report's evidence must lie in shared passages for them to tell the happening

Passage = tuple[int, int, int]  # start, end, number


class Toll(NamedTuple):
    """Reported killed, literally."""

    low: float | None
    best: float | None
    high: float | None


class Hard(NamedTuple):
    """What can forbid joining: two reports with equal `Hard` never conflict."""

    mood: str
    group: str
    sites: tuple[Site, ...]
    window: Window | None
    agents: frozenset[Actor]
    targets: frozenset[Actor]
    parties: frozenset[Actor]
    victims: frozenset[str]
    lasting: bool  # reported as still going on: its days are days of observation
    named: frozenset[str]  # things with a name of their own: "harbour depot"
    outcome: str = ""  # of a fight for a place: who holds it after, attacker or defender; attack if that is not told
    open: bool = False  # its words leave open what kind of violence it was: "the attack", "was killed", "was struck"


class Features(NamedTuple):
    """A report with all that linking looks at."""

    report: EventReport
    hard: Hard
    label: str
    toll: Toll | None
    passages: frozenset[int]
    speakers: frozenset[str]
    written: Window | None  # days on which the page can have been written
    when: When | None  # its time, as the page gives it or as `anchors` reads it
    things: frozenset[str]  # kinds of thing that it is about: market, checkpoint
    lead: bool = False  # the first violence that its page tells
    around: frozenset[str] = frozenset()  # folded names of the settlements on its page, for the lead alone

    @property
    def vague(self) -> bool:
        """Without a settlement or without a narrow time: many happenings fit it."""
        sharp = self.hard.window is not None and self.hard.window.sharp
        return not sharp or not any(place.level == "site" for place in self.hard.sites)


def features(coded: CodedPage, passages: Sequence[Passage]) -> list[Features]:
    """Features of the reports of a page, in the order of their ids; `passages` are the page's shared sentences."""
    figures = {figure.id: figure for figure in coded.figures}
    reports = sorted({report.id: report for report in coded.reports}.values(), key=lambda report: report.id)
    written = days(coded.page.published)
    lead = _lead(reports)
    near = page_days(_written(coded), _page_hints(coded))
    told_in = chains(coded)
    around = named(coded)
    spelled = capitalised(coded.page)
    return [
        Features(
            report,
            _hard(report, coded.page, near, told_in),
            report.type.label,
            killed(report, figures),
            telling(report, passages),
            frozenset(voice.actor_id or voice.speaker.casefold() for voice in report.attribution),
            written,
            report.when,
            things(coded.page, evidence(report), [place.name for place in _places(report)]),
            report.id == lead,
            _around(report, around, spelled) if report.id == lead else frozenset(),
        )
        for report in reports
    ]


def _around(report: EventReport, settlements: frozenset[str], spelled: frozenset[str]) -> frozenset[str]:
    """The settlements that its page names; where it has no place itself, any name that may be one."""
    return settlements if report.place is not None or report.places else settlements | spelled


def _written(coded: CodedPage) -> Window | None:
    """The days on which the page can have been written, open ends and all."""
    published = coded.page.published
    return window(When(published.edtf, published.earliest, published.latest, "days", "published"))


def _page_hints(coded: CodedPage) -> list[Hint]:
    """What the page's times and its date line name."""
    passages = [mention.span for mention in coded.mentions if mention.kind == "time"]
    passages += [basis.span for basis in coded.page.published.basis if basis.span is not None]
    quotes = [span.quote for span in passages] + [dropped.quote for dropped in coded.page.dropped]
    return [found for quote in quotes if len(quote) <= DATE_LINE and (found := hint(quote)) is not None]


def _hard(report: EventReport, page: Page, near: frozenset[int], told_in: Chains) -> Hard:
    words = lexicon()
    agents, targets, parties = actors(report, "agent"), actors(report, "target", "recipient"), actors(report, "party")
    if report.type.label == LOST:  # who leaves a place is who loses it, not who takes it
        agents, targets = targets - agents, agents
    stopped = is_interception(report)
    if stopped or report.type.label == ACCIDENT:  # who stops what was fired did not fire it; an accident nobody does
        agents, targets = frozenset(doers_of(report)), (agents | targets) - frozenset(doers_of(report))
    if agents:  # with a doer the other parties are whom it is done to
        targets, parties = targets | (parties - agents), frozenset()
    return Hard(
        words.mood_of.get(report.status, "real"),
        STOPPED if stopped else _group(report, targets),
        with_chains(sites(_places(report)), told_in),
        _denied_when(report, page) or _window(report.when, near, page),
        agents,
        targets,
        parties,
        frozenset(actor.id for actor in actors(report, "target", "victim") if is_named_person(actor)),
        report.status == "ongoing",
        named_things(page, evidence(report)),
        "" if stopped else _outcome(report),
        _open(report),
    )


def _lead(reports: Sequence[EventReport]) -> str | None:
    """The report of violence that the page tells first: it is what the page is about."""
    violent = lexicon().force | lexicon().contested
    told = [
        report
        for report in reports
        if lexicon().group_of.get(report.type.label) in violent
        and lexicon().mood_of.get(report.status, "real") == "real"
    ]
    return min(told, key=lambda report: (report.span.start, report.id)).id if told else None


def _open(report: EventReport) -> bool:
    """Whether the word that tells it says no more than that somebody was attacked or killed; clashes in which civilians
    died are as open.
    """
    words = fold_name(report.span.quote).split()
    if report.type.label in lexicon().fights_if_armed and not lexicon().fight_words.isdisjoint(words):
        return True
    return bool(words) and lexicon().open_words.issuperset(words)


def denies(report: EventReport) -> bool:
    """Whether it is told only to be denied: by its status, or as an allegation that is rejected in one breath."""
    if report.status != "alleged":
        return report.status == "denied"
    said = [voice.cue for voice in report.attribution] or [span.quote for span in evidence(report)]
    return any(word in lexicon().denial_cues for words in said for word in fold_name(words).split())


def _denied_when(report: EventReport, page: Page) -> Window | None:
    """The days that a denial without a day of its own can be about: what happened lately, not what is said today."""
    told = report.when
    if not denies(report) or (told is not None and told.span is not None and told.rule not in _PAGES_DAY):
        return None
    latest = page.published.latest if told is None else told.latest
    return None if latest is None else Window(ordinal(latest) - DENIED_WITHIN, ordinal(latest), exact=False)


def _outcome(report: EventReport) -> str:
    """Who holds the place after a fight for it, by the report's type; of one that is given up, no more than that."""
    if report.type.label == LOST:
        return GIVEN_UP
    holder = next((who for who, labels in lexicon().outcomes.items() if report.type.label in labels), None)
    return holder or ("attack" if lexicon().group_of.get(report.type.label) in lexicon().contested else "")


def _group(report: EventReport, targets: frozenset[Actor]) -> str:
    """The group of its type; an attack that has only armed forces as its target is a fight."""
    words = lexicon()
    if (
        report.type.label in words.fights_if_armed
        and targets
        and all(actor.kind in ARMED_OR_STATE for actor in targets)
    ):
        return words.group_of[words.fights_if_armed[report.type.label]]
    return words.group_of.get(report.type.label, report.type.label)


def _places(report: EventReport) -> tuple[Place, ...]:
    return report.places or ((report.place,) if report.place else ())


def _window(when: When | None, near: frozenset[int], page: Page) -> Window | None:
    """The days of `when`, with those of a wide window that its words can mean."""
    found = window(when)
    if found is None or when is None:
        return found
    own = hint(when.span.quote) if when.span is not None else None
    end = end_of_day(when, page) if found.exact else ""
    return found._replace(among=among(found, own, near), news=when.rule == NEWS, end=end)


def killed(report: EventReport, figures: Mapping[str, Figure]) -> Toll | None:
    """The report's own toll: the figure of killed that is no part of another, the largest of them if several.

    Of rival figures by several voices, the stretch that they span.
    """
    found = [figures[name] for name in report.figures if name in figures]
    wholes = [
        figure
        for figure in found
        if figure.measure == "killed" and figure.part_of is None and not figure.cumulative and _counts(figure)
    ]
    out = _out_of_action(found)
    largest = min(wholes, key=lambda figure: (-figure.most, figure.span.start, figure.id), default=None)
    if largest is None or (out is not None and out.high is not None and out.high > largest.most):
        return out  # of "neutralised 12, one soldier was killed" the other side tells the twelve
    if len({figure.attribution for figure in wholes}) > 1 and len({figure.best or figure.low for figure in wholes}) > 1:
        lows = [low for figure in wholes if (low := figure.low if figure.low is not None else figure.best) is not None]
        return Toll(min(lows, default=None), None, largest.high)
    return Toll(largest.low, largest.best, largest.high)


def _out_of_action(found: Sequence[Figure]) -> Toll | None:
    """Of who counts only whom he "neutralised": up to as many dead. The other side may count just as many."""
    counted = [one for one in found if one.measure == NEUTRALISED and one.part_of is None and _counts(one)]
    most = max((figure.most for figure in counted), default=None)
    return None if most is None else Toll(0, most, most)


def _counts(figure: Figure) -> bool:
    return figure.bound != "unreported" and (figure.low, figure.best, figure.high) != (None, None, None)


def telling(report: EventReport, passages: Sequence[Passage]) -> frozenset[int]:
    """Numbers of the passages that tell the happening: together they cover most of its evidence."""
    spans = evidence(report)
    touched = {
        number: covered
        for start, end, number in passages
        if (covered := sum(max(0, min(span.end, end) - max(span.start, start)) for span in spans)) > 0
    }
    whole = sum(span.end - span.start for span in spans)
    return frozenset(touched) if sum(touched.values()) >= TELLING * whole else frozenset()


def evidence(report: EventReport) -> tuple[Span, ...]:
    """Every passage of the page that tells the report, overlapping ones merged into the longer."""
    spans = sorted({report.span, *report.evidence})
    return tuple(span for span in spans if not any(other != span and other.covers(span) for other in spans))
