"""Sentences of the situation report, composed from the record: what, when, where, who says so, how many.

In: reports with their figures. Out: `Line`s. Nothing is said that no record says; a missing value is named as missing.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.clauses import clause
from crossreport.brief.dates import ROUGH, days_between, parse, spread, when_phrase
from crossreport.brief.lines import Evidence, Line
from crossreport.brief.phrasebook import denials, phrasebook
from crossreport.brief.places import where_phrase
from crossreport.brief.quantities import counted, measure, said, said_of_whom
from crossreport.brief.voices import Voice, is_itself
from crossreport.model import Attribution, Event, EventReport, Figure, Participant, Place, When
from crossreport.model.measures import LOSSES
from crossreport.model.statuses import NOT_DONE
from crossreport.privacy import Privacy
from crossreport.words.spoken import capital, full_day

SHARP = 4  # days: a time that is narrower needs no help from another page


BESIDE = {"other": "Also counted", "troops": "Forces named", "money": "Sums named", "territory": "Territory named"}
_QUOTED = re.compile("“([^“”]+)”")


class Composer:
    """Writes the sentences of one catalogue."""

    def __init__(self, catalogue: Catalogue, privacy: Privacy) -> None:
        self.catalogue, self.privacy = catalogue, privacy
        self.voice = Voice(catalogue, privacy)
        self._texts: dict[str, str] = {}

    def report(self, report: EventReport, *, event: Event | None = None) -> Line:
        """What one page tells, with its voices: time and place first, or last for what is yet to come.

        A time that the page gives only roughly is told as the event's, with the page's own words for it.
        """
        time = None if event is None else _time(report, event)
        told = statement(report, self.privacy, time=time)
        text = f"{self._denied(report, told) or f'{told}, {self.voice.citing(report.page, report.attribution)}'}."
        records = [key for key in (event.id if event else None, report.id) if key]
        return Line(self._sentence(text), tuple(records), self.evidence([report.id]))

    def _sentence(self, text: str) -> str:
        """With a capital and one full stop, and names withheld."""
        return self.privacy.mask(capital(text.removesuffix(".") if text.endswith("..") else text))

    def _denied(self, report: EventReport, told: str) -> str:
        """`the Rapid Support Forces denied that they …, Rapid Voice reports`; empty of what is not denied."""
        if not rejects(report):
            return ""
        outlet = self.catalogue.outlet(report.page)
        *rest, who = voices_for(report) or (None,)
        denied = told.removeprefix("it is denied")
        if who is None or is_itself(who.speaker, outlet):
            return f"{outlet} denied{_of_itself(outlet, denied)}"
        speaker = self.voice.speaker(who)
        return f"{speaker} denied{_of_itself(speaker, denied)}, {self.voice.citing(report.page, rest)}"

    def differing(self, report: EventReport, event: Event) -> Line:
        """The same happening as another voice tells it: what agrees with the event's time and place is not repeated."""
        comma = "," if self.voice.inner(report.page, report.attribution) else ""
        other = f"{self.voice.short(report.page, report.attribution)}{comma} gives another account"
        elsewhere = _places(report) if event.place is None or not _in(report, event.place) else ()
        told = statement(report, self.privacy, time="", places=elsewhere)
        text = f"{self._denied(report, told) or f'{other}: {told}'}."
        return Line(self._sentence(text), (report.id,), self.evidence([report.id]))

    def announced(self, report: EventReport) -> Line:
        """A plan that another page reports as carried out."""
        said_by = self.voice.citing(report.page, report.attribution)
        text = f"Announced before: {statement(report, self.privacy)}, {said_by}."
        return Line(self._sentence(text), (report.id,), self.evidence([report.id]))

    def toll(self, reports: Sequence[EventReport], everything: Sequence[EventReport] = ()) -> Line | None:
        """What the pages report about the number of people; or that the page gives none.

        `everything` are all reports of the event: silence is said only where no voice breaks it.
        """
        figures = [f for r in reports for f in self.catalogue.figures_of(r) if f.part_of is None and not f.cumulative]
        if figures:
            records = [key for figure in figures for key in (figure.id, *(p.id for p in self._parts(figure)))]
            text = " ".join(self._tolls(list(group), reports) for group in _by_measure(figures))
            return Line(self.privacy.mask(text), tuple(dict.fromkeys(records)), self.evidence(f.id for f in figures))
        violent = any(phrasebook().phrase(report.type.label).violent for report in reports)
        if not violent or all(report.status in NOT_DONE or report.status == "denied" for report in reports):
            return None
        if any(self._breaks_silence(report) for report in (*reports, *everything)):
            return None
        longer = {figure.id: figure for report in reports for figure in self._longer(report)}
        if longer:
            tolls = (self._tolls(list(group), reports) for group in _by_measure(list(longer.values())))
            told = " ".join(toll[0].lower() + toll[1:] for toll in tolls)
            text = f"No figure for this alone is given; over a longer time, {told}"
            return Line(self.privacy.mask(text), tuple(longer), self.evidence(longer))
        return Line("No figure for casualties is given.", tuple(report.id for report in reports))

    def _breaks_silence(self, report: EventReport) -> bool:
        """Whether a report has any figure of people hurt, or says who the victim was."""
        fatal = phrasebook().phrase(report.type.label).fatal
        hit = any(
            p.role == "victim" or (p.role == "target" and (fatal or _is_somebody(p))) for p in report.participants
        )
        return (
            hit or any(figure.measure in LOSSES for figure in self.catalogue.figures_of(report)) or self._beside(report)
        )

    def _beside(self, report: EventReport) -> bool:
        """Whether a figure of people hurt stands in the very words that tell it, whatever it was given to."""
        return any(not figure.cumulative for figure in self._in_its_words(report))

    def _longer(self, report: EventReport) -> list[Figure]:
        """The tolls of a longer time that stand in the very words that tell it."""
        return [one for one in self._in_its_words(report) if one.cumulative and one.part_of is None]

    def _in_its_words(self, report: EventReport) -> list[Figure]:
        spans = (report.span, *report.evidence)
        figures = (one for one in self.catalogue.figures.values() if one.page == report.page and one.measure in LOSSES)
        return sorted(
            (figure for figure in figures if any(span.covers(figure.span) for span in spans)),
            key=lambda figure: (figure.span, figure.id),
        )

    def _parts(self, figure: Figure) -> list[Figure]:
        return sorted(self.catalogue.parts.get(figure.id, []), key=lambda part: (part.span, part.id))

    def _tolls(self, figures: Sequence[Figure], reports: Sequence[EventReport]) -> str:
        """`Reported killed: at least 31 civilians (…); 11 civilians (…).`, and behind it what is given to be denied."""
        if figures[0].bound == "unreported":
            voices = self._toll_part(figures[0], reports, figures).removeprefix(said(figures[0], []))
            return f"It is said that no casualties were reported{voices}."
        beside = BESIDE.get(figures[0].measure)
        held = [figure for figure in figures if beside or figure.status != "denied"]
        denied = [figure for figure in figures if figure not in held]
        told = ((held, beside or f"Reported {measure(figures[0])}"), (denied, f"Denied as {measure(figures[0])}"))
        return " ".join(f"{about}: {'; '.join(self._toll_parts(some, reports))}." for some, about in told if some)

    def _toll_parts(self, figures: Sequence[Figure], reports: Sequence[EventReport]) -> list[str]:
        return list(dict.fromkeys(self._toll_part(figure, reports, figures) for figure in figures))

    def _toll_part(self, figure: Figure, reports: Sequence[EventReport], beside: Sequence[Figure]) -> str:
        """One number, with its voice where there is more than one page or the voice is not the sentence's own."""
        words = said_of_whom(figure, self._parts(figure)) if _of_two_sides(figure, beside) else ""
        held = words and self.verbatim(words, figure.page) == words
        text = words if held else self.verbatim(said(figure, self._parts(figure)), figure.page)
        alone = len({report.page for report in reports}) < 2
        if alone and figure.attribution in {(), *(report.attribution for report in reports)}:
            return text
        inner = _unbracketed(self.voice.inner(figure.page, figure.attribution))
        return f"{text} ({', '.join(p for p in ('' if alone else self.catalogue.outlet(figure.page), inner) if p)})"

    def verbatim(self, text: str, page: str) -> str:
        """Quotation marks only round words that stand together on the page."""
        held = self._folded(page)
        return _QUOTED.sub(lambda found: found[0] if _folded(found[1]) in held else found[1], text)

    def _folded(self, page: str) -> str:
        if page not in self._texts:
            self._texts[page] = _folded(self.catalogue.pages[page].text)
        return self._texts[page]

    def evidence(self, records: Iterable[str]) -> tuple[Evidence, ...]:
        """The ways into the pages that tell these records."""
        found = []
        for record in dict.fromkeys(records):
            told = self.catalogue.evidence_of(record)
            if told is not None:
                page, spans = told
                found.append(Evidence(record, page, spans, self.catalogue.label(page)))
        return tuple(found)


def _of_two_sides(figure: Figure, beside: Iterable[Figure]) -> bool:
    """Whether one voice gives a further number of the same kind of people: its own dead and the other side's."""
    return any(
        other is not figure
        and (other.page, other.attribution, counted(other)) == (figure.page, figure.attribution, counted(figure))
        and other.of.text != figure.of.text
        for other in beside
    )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _unbracketed(text: str) -> str:
    """A voice with its doubt behind a comma, for it stands in brackets itself."""
    return text.replace(" (hedged: “", ", hedged “").replace(" (“", ", “").replace("”)", "”")


def _is_somebody(participant: Participant) -> bool:
    return participant.actor.kind == "person" and not participant.actor.generic


def _by_measure(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures of one measure together, people hurt first, then in the order of the page; silence on tolls last."""
    groups: dict[tuple[bool, str], list[Figure]] = {}
    for figure in figures:
        silent = figure.bound == "unreported"
        groups.setdefault((silent, "" if silent else figure.measure), []).append(figure)
    return [groups[key] for key in sorted(groups, key=lambda key: (key[0], key[1] not in LOSSES))]


def rejects(report: EventReport) -> bool:
    """Whether the report tells the deed only to deny it: by its status, or as an allegation whose verb rejects it."""
    cues = {word for voice in report.attribution for word in voice.cue.lower().split()}
    return report.status == "denied" or (report.status == "alleged" and bool(cues & denials()))


def voices_for(report: EventReport) -> tuple[Attribution, ...]:
    """The chain behind an account; of a denial only as far as who denies, as what is rejected is not their source."""
    for at, voice in enumerate(report.attribution):
        if rejects(report) and set(voice.cue.lower().split()) & denials():
            return (*report.attribution[:at], msgspec.structs.replace(voice, hedge=None))
    return report.attribution


def _time(report: EventReport, event: Event) -> str | None:
    """The event's time with the page's words for it, if the page's own date leaves it wide; None: the report's own."""
    mine, shared = report.when, event.when
    if mine is None or shared is None or mine == shared:
        return None
    if _apart(mine, shared) and report.status not in NOT_DONE:
        return f"{when_phrase(mine, report.status)} ({when_phrase(shared, report.status)} by other accounts)"
    width, narrow = days_between(mine.earliest, mine.latest), days_between(shared.earliest, shared.latest)
    if narrow is None or (width is not None and width <= max(narrow, SHARP)):
        return None
    day = shared.earliest or ""
    told = when_phrase(shared, report.status)
    words = " ".join(mine.span.quote.split()) if mine.span is not None else ""
    return f"{told} (“{words}” on the page)" if words and day else told


def _of_itself(speaker: str, denied: str) -> str:
    """What is denied, with a pronoun where the speaker, a body, is its subject: "denied that they fired shells"."""
    head, book = speaker.split()[-1].lower(), phrasebook()
    pronoun = "they" if head in book.plurals else "it" if head in book.articles else speaker
    return denied.replace(f" that {speaker} ", f" that {pronoun} ", 1)


def _apart(one: When, other: When) -> bool:
    """Whether two times have no day in common."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.latest < other.earliest or other.latest < one.earliest


def _in(report: EventReport, place: Place) -> bool:
    """Whether the report names the event's place, or one of the same name."""
    names = [one.name.casefold() for one in _places(report)]
    known = place.name.casefold()
    return not names or any(known in name or name in known for name in names)


def statement(
    report: EventReport, privacy: Privacy, *, time: str | None = None, places: tuple[Place, ...] | None = None
) -> str:
    """Time, place and clause, without a voice and without a capital; `time` and `places` replace the report's own."""
    if rejects(report) and report.status != "denied":
        report = msgspec.structs.replace(report, status="denied")
    where = where_phrase(_places(report) if places is None else places)
    when = when_phrase(report.when, report.status) if time is None else time
    told = clause(report, privacy)
    if report.status in NOT_DONE:
        toward = phrasebook().phrase(report.type.label).toward
        where = f"{toward} {where[3:]}" if toward and where.startswith("in ") else where
        said = _later(report, when)
        return " ".join(part for part in (told, where) if part) + (
            f"{'' if said == when or said.startswith('(') else ','} {said}" if said else ""
        )
    if report.status == "ongoing" and report.when and when.startswith("on "):
        when = f"as of {when[3:]}"
    framed = ", ".join(part for part in (when, where, told) if part)
    if report.status != "denied":
        return framed
    return f"it is denied that {framed}" if framed == told else f"it is denied that, {framed}"


def _later(report: EventReport, when: str) -> str:
    if report.when is None or not when:
        return ""
    first = parse(report.when.earliest)
    if first is not None and (days_between(report.when.earliest, report.when.latest) or ROUGH + 1) > ROUGH:
        return f"on or after {full_day(first)} (how much later is not known)"
    if report.status == "planned":
        return when
    return f"(time given: {spread(report.when.earliest, report.when.latest)})"


def _places(report: EventReport) -> tuple[Place, ...]:
    if report.place is None:
        return report.places
    rest = tuple(place for place in report.places if place != report.place)
    return (report.place, *rest)
