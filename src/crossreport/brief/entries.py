"""Events as the brief tells them: one account a source group, accounts that differ side by side, tolls by voice."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

from crossreport.brief.accounts import Account, account, leading, of_source
from crossreport.brief.accounts import differing as differing_on
from crossreport.brief.catalogue import Catalogue
from crossreport.brief.dates import ROUGH, days_between, parse, spread
from crossreport.brief.grammar import joined
from crossreport.brief.lines import Evidence, Line
from crossreport.brief.passages import Passage
from crossreport.brief.phrasebook import phrasebook
from crossreport.brief.places import precision, title
from crossreport.brief.quantities import amount, cells, counted_or_told, measure, wording
from crossreport.brief.sentences import SHARP, Composer, rejects
from crossreport.model import Actor, Event, EventReport, Figure
from crossreport.model.kinds import ARMED_OR_STATE
from crossreport.model.measures import LOSSES, NEUTRALISED
from crossreport.model.statuses import NOT_DONE
from crossreport.weighing.interval import adds
from crossreport.words.actors import side_of
from crossreport.words.spoken import capital

ROUGHLY = "Time known only roughly"
TWO = 2  # accounts that can be set side by side
MANY = 3  # amounts of a toll that a headline lists
GRADES = {
    "corroborated": "Corroborated",
    "contested": "Contested",
    "single_source": "Single source",
    "planned": "Planned",
    "discounted": "Discounted",
}
NOTED = {  # what weighing says beside the grade of an event that voices agree on
    "outcome_by_one": ", its outcome by one voice alone",
    "figures_differ": ", figures differ",
    "toll_by_one": ", toll by one voice alone",
}


class TollRow(Struct, frozen=True):
    """One voice's number beside the others."""

    voice: str
    measure: str
    of: str
    part: bool
    source: str
    quoted: bool
    words: str
    low: str
    best: str
    high: str
    records: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Entry(Struct, frozen=True):
    """One event, ready to print. `short` is its headline; `versions` are the accounts, one a voice; `disputes` what
    weighing says of those of whom no account is told; `passages` the words of the page behind each sentence, with the
    masthead."""

    event: Event
    heading: str
    short: Line
    lines: tuple[Line, ...]
    versions: tuple[Line, ...]
    accounts: tuple[Account, ...]
    differ_on: tuple[str, ...]
    passages: tuple[tuple[str, Passage], ...]
    toll_rows: tuple[TollRow, ...]
    disputes: tuple[str, ...]
    day: str
    sort_day: str
    place: str
    grade: str
    voices: str
    status: str
    notes: tuple[str, ...]
    core: bool
    doubtful: bool
    contested: bool


class Entries:
    """Builds the entries of one catalogue."""

    def __init__(self, catalogue: Catalogue, composer: Composer) -> None:
        self.catalogue, self.composer = catalogue, composer

    def entry(self, event: Event) -> Entry | None:
        """The event as an entry; None if no report of it is in hand."""
        reports = self.catalogue.reports_of(event)
        if not reports:
            return None
        leads = self._leads(event, reports)
        told = leads[0]
        accounts = tuple(account(lead, of_source(lead, reports), self.composer) for lead in leads)
        others = [lead for lead in leads[1:] if differs(told, lead)]
        first = self.composer.report(told, event=event)
        differing = [self._other_account(told, other, event) for other in others]
        disputed = any(not announces(told, other) for other in others)
        agreeing = self._agreeing(reports, told, others)
        toll = self.composer.toll(self._toll_reports(reports, leads), reports)
        rows = self.toll_rows(reports)
        return Entry(
            event=event,
            heading=heading(event, reports, self.catalogue),
            short=self._short(event),
            lines=self._once([line for line in (first, *differing, agreeing, toll) if line is not None], reports),
            versions=(first, *differing),
            accounts=accounts,
            differ_on=differing_on(event, leads, self.catalogue, number=_disagree(rows)),
            passages=tuple((self.catalogue.label(one.passage.page), one.passage) for one in accounts),
            toll_rows=rows,
            disputes=self._disputes(event) if len(accounts) < TWO else (),
            day=_day(event),
            sort_day=_sort_day(event),
            place=title(event.place),
            grade=_grade(event),
            voices=_voices(event),
            status="" if event.status in {"happened", event.grade} else event.status.replace("_", " "),
            notes=_notes(event, reports),
            core=any(report.core for report in reports),
            doubtful=is_doubtful(reports),
            contested=event.grade == "contested" or disputed or _disagree(rows),
        )

    def _disputes(self, event: Event) -> tuple[str, ...]:
        """Who contradicts the only account, where it is a claim and tells no version of its own."""
        findings = (one for one in self.catalogue.linked.findings if one.kind == "contradiction")
        return tuple(self.composer.privacy.mask(one.says) for one in findings if event.id in one.members)

    def _once(self, lines: Sequence[Line], reports: Sequence[EventReport]) -> tuple[Line, ...]:
        """A page without a masthead is named once, and is "the page" from then on, if no other could be meant."""
        names = {self.catalogue.outlet(r.page) for r in reports if self.catalogue.pages[r.page].outlet is None}
        if len(names) != 1 or len({r.page for r in reports}) > 1:
            return tuple(lines)
        name, told, kept = names.pop(), False, []
        for line in lines:
            head, found, rest = line.text.partition(name) if not told else ("", "", line.text)
            told = told or bool(found)
            text = head + found + rest.replace(name, "the page")
            kept.append(Line(capital(text), line.records, line.evidence))
        return tuple(kept)

    def _leads(self, event: Event, reports: Sequence[EventReport]) -> list[EventReport]:
        """One report a source group; first the group whose lead says what the event was graded as, on a known day."""
        leads = leading(sorted(reports, key=lambda r: not self.catalogue.is_origin(r.page)), self.catalogue)
        order = {report.id: index for index, report in enumerate(reports)}
        return sorted(
            leads,
            key=lambda r: (
                rejects(r),
                r.type.label != event.type.label,
                r.status != event.status,
                is_rough(r, SHARP),
                order[r.id],
            ),
        )

    def _other_account(self, told: EventReport, other: EventReport, event: Event) -> Line:
        if announces(told, other):
            return self.composer.announced(other)
        return self.composer.differing(other, event)

    def _agreeing(
        self, reports: Sequence[EventReport], told: EventReport, others: Sequence[EventReport]
    ) -> Line | None:
        """Who else carries the lead account: the same text under another masthead, or another voice."""
        shown = {told.page, *(other.page for other in others)}
        rest = {r.page: r for r in reports if r.page not in shown}
        if not rest:
            return None
        same = [p for p in rest if self.catalogue.group(p) in {self.catalogue.group(page) for page in shown}]
        also = [page for page in rest if page not in same]
        parts = []
        if also:
            parts.append(f"Also reported by {self._mastheads(also)}.")
        if same:
            parts.append(f"The same text runs in {self._mastheads(same)}: no further voice.")
        records = tuple(report.id for report in rest.values())
        return Line(" ".join(parts), records, self.composer.evidence(records))

    def _mastheads(self, pages: Sequence[str]) -> str:
        return joined(list(dict.fromkeys(self.catalogue.outlet(page) for page in pages)))

    def _toll_reports(self, reports: Sequence[EventReport], leads: Sequence[EventReport]) -> list[EventReport]:
        pages = {lead.page for lead in leads}
        return [report for report in reports if report.page in pages]

    def _short(self, event: Event) -> Line:
        """`Air strike in Anadan (Aleppo, Syria), 14 September 2016: 11 or at least 31 reported killed.`"""
        head = heading(event, self.catalogue.reports_of(event), self.catalogue)
        where = f", {title(event.place)}" if event.place else ""
        when = f", {_day(event).replace(ROUGHLY, ROUGHLY.lower())}" if event.when else ""
        status = f" ({event.status.replace('_', ' ')})" if event.status != "happened" else ""
        toll = self._toll_in_short(event)
        return Line(f"{head}{status}{where}{when}" + (f": {toll}" if toll else ""), (event.id,))

    def _toll_in_short(self, event: Event) -> str:
        """`11 or at least 31 reported killed`: each voice's amount; those of two sides apart."""
        if event.status in NOT_DONE:
            return ""
        if event.killed is None:
            return self._neutralised(event)
        sides: dict[str, list[Figure]] = defaultdict(list)
        told = [one for one in event.killed.by_voice if one.figure in self.catalogue.figures]
        whole = [one for one in told if not adds(self.catalogue.figures[one.figure])]  # not "nine more died"
        for one in whole or told:
            if self.catalogue.figures[one.figure].bound != "unreported":
                sides[one.side].append(self.catalogue.figures[one.figure])
        first, mine = ("state", "the state's") if sides["state"] else ("rival", "one")
        if sides[first] and sides["armed"]:
            rest = f"; {_amounts(sides[''])} by those who tell no sides apart" if sides[""] else ""
            ones, others = _amounts(sides[first]), _amounts(sides["armed"])
            return f"{ones} on {mine} side and {others} on the other{rest} reported killed"
        amounts = _amounts([figure for figures in sides.values() for figure in figures])
        return f"{amounts} reported killed" if amounts else ""

    def _neutralised(self, event: Event) -> str:
        """`4 reported “neutralised”`, where nobody says how many of them died."""
        reports = self.catalogue.reports_of(event)
        figures = [one for report in reports for one in self.catalogue.figures_of(report) if one.measure == NEUTRALISED]
        whole = [one for one in figures if one.part_of is None and not one.cumulative and one.bound != "vague"]
        return f"{_amounts(whole)} reported “neutralised”" if whole else ""

    def toll_rows(self, reports: Sequence[EventReport]) -> tuple[TollRow, ...]:
        """Every number that a page gives for the event, beside its voice; copies of one text count once."""
        rows, seen = [], set()
        for report in sorted(reports, key=lambda r: not self.catalogue.is_origin(r.page)):
            for figure in self.catalogue.figures_of(report):
                key = (self.catalogue.group(figure.page), figure.measure, figure.wording, figure.of.text)
                if key not in seen and not figure.cumulative:
                    seen.add(key)
                    rows.append(self._row(figure))
        return tuple(
            sorted(rows, key=lambda row: (row.measure != "killed", row.measure, row.part, row.voice, row.words))
        )

    def _row(self, figure: Figure) -> TollRow:
        low, best, high = cells(figure.low, figure.best, figure.high)
        said_by = self.composer.voice.short(figure.page, figure.attribution)
        of = self.composer.privacy.mask(counted_or_told(figure))
        words = amount(figure) if figure.bound == "unreported" else wording(figure)
        return TollRow(
            voice=self.composer.privacy.mask(capital(said_by)),
            measure=measure(figure),
            of=f"{of}, a part of another figure" if figure.part_of else of,
            part=figure.part_of is not None,
            source=self.catalogue.group(figure.page),
            quoted=bool(figure.attribution),
            words=self.composer.privacy.mask(words),
            low=low,
            best=best,
            high=high,
            records=(figure.id,),
            evidence=self.composer.evidence([figure.id]),
        )


def _amounts(figures: Sequence[Figure]) -> str:
    """`11 or at least 31`, or the range if there are many."""
    ranked = sorted(figures, key=lambda figure: (_size(figure), figure.bound != "exact"))
    open_ended = {_size(figure) for figure in ranked if figure.bound == "at_least"}
    told = [one for one in ranked if one.bound != "exact" or _size(one) not in open_ended]  # "at least 14" holds the 14
    amounts = list(dict.fromkeys(amount(figure) for figure in told))
    return f"{amounts[0]} to {amounts[-1]}" if len(amounts) > MANY else joined(amounts, "or")


def heading(event: Event, reports: Sequence[EventReport], catalogue: Catalogue) -> str:
    """What the event is called; an attack in which the page counts fighters alone is none on civilians."""
    said = phrasebook().phrase(event.type.label).title
    if event.type.label != ON_CIVILIANS:
        return said
    hit = [p.actor.kind for r in reports for p in r.participants if p.role in ("target", "victim")]
    counted_ = [f for r in reports for f in catalogue.figures_of(r) if f.measure in LOSSES and not f.cumulative]
    fighters = bool(counted_) and all(figure.of.kind == "combatants" for figure in counted_)
    armed = bool(hit) and all(kind in ARMED_OR_STATE for kind in hit)
    return ATTACK if armed or (fighters and not set(hit) & {"person"}) else said


ON_CIVILIANS, ATTACK = "attack_on_civilians", "Attack"


def differs(one: EventReport, other: EventReport) -> bool:
    """Whether two accounts of one happening name different deeds, doers, targets or statuses.

    A voice that names nobody contradicts nobody.
    """
    if one.type.label != other.type.label or one.status != other.status or rejects(one) != rejects(other):
        return True
    for role in ("agent", "target", "party"):
        mine = [p.actor for p in one.participants if p.role == role]
        theirs = [p.actor for p in other.participants if p.role == role]
        if mine and theirs and not any(_may_be_one(a, b) for a in mine for b in theirs):
            return True
    return False


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Whether two names can mean one actor: the same, a state's army and its air force, or a description
    ("extremists") that holds the other.
    """
    if one.id == other.id or (one.kind in ARMED_OR_STATE and side_of(one) == side_of(other)):
        return True
    alike = one.kind in ARMED_OR_STATE and (one.kind, one.country) == (other.kind, other.country)
    return alike and (one.generic or other.generic)


def _size(figure: Figure) -> float:
    return next((value for value in (figure.best, figure.low, figure.high) if value is not None), 0.0)


def announces(told: EventReport, other: EventReport) -> bool:
    """Whether `other` tells beforehand what `told` reports: a plan and its deed, no contradiction."""
    return other.status in NOT_DONE and told.status not in NOT_DONE and told.type.label == other.type.label


def _disagree(rows: Sequence[TollRow]) -> bool:
    """Whether two voices give different numbers of killed: two sources, or two whom one source quotes."""
    killed = [row for row in rows if row.measure == "killed" and not row.part and (row.low, row.high) != ("–", "–")]
    return any(
        not _one_number(one, other)
        and (one.source != other.source or (one.quoted and other.quoted and one.voice != other.voice))
        for one, other in combinations(killed, 2)
    )


def _one_number(one: TollRow, other: TollRow) -> bool:
    """Whether two numbers are the same; "14" and "at least 14" are."""
    same = (one.low, one.best, one.high) == (other.low, other.best, other.high)
    return same or (one.low == other.low and "–" in (one.high, other.high))


def is_doubtful(reports: Sequence[EventReport]) -> bool:
    """Whether every report of an event was read with low confidence."""
    return all(report.confidence.band == "low" for report in reports)


def is_rough(told: EventReport | Event, days: int = ROUGH) -> bool:
    """Whether the time is open, or wider than so many days: no heading of a day fits it."""
    width = days_between(told.when.earliest, told.when.latest) if told.when else None
    return width is None or width > days


def _grade(event: Event) -> str:
    """The grade in words; of voices that agree on the event, that they do not on its figures, or that one alone gives
    them.
    """
    noted = {reason.rule for reason in event.reasons} if event.grade == "corroborated" else set()
    more = next((words for rule, words in NOTED.items() if rule in noted), "")
    return f"{GRADES[event.grade]}{more}"


def _day(event: Event) -> str:
    if event.when is None:
        return "Time not given"
    return ROUGHLY if is_rough(event) else spread(event.when.earliest, event.when.latest)


def _sort_day(event: Event) -> str:
    if event.when is None or is_rough(event):
        return "9999" if event.when is None else "9998"
    return event.when.earliest or ""


def _voices(event: Event) -> str:
    voices = event.voices
    pages = f"{voices.pages} page{'s' if voices.pages != 1 else ''}"
    plural = "s" if voices.independent != 1 else ""
    return f"{voices.independent} independent voice{plural} on {pages}"


def _notes(event: Event, reports: Sequence[EventReport]) -> tuple[str, ...]:
    notes = ["read with low confidence"] if is_doubtful(reports) else []
    if event.when is None:
        notes.append("no time given")
    elif parse(event.when.earliest) != parse(event.when.latest):
        notes.append("day not certain" if not is_rough(event) else "time known only roughly")
    if event.place is None:
        notes.append("no place given")
    elif event.place.precision.acled != 1:
        notes.append(precision(event.place))
    return tuple(notes)
