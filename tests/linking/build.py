"""Small coded pages for tests of linking and weighing: sentences of our own, coded by hand through short arguments."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from crossreport.model import (
    Actor,
    Attribution,
    Block,
    Claim,
    CodedPage,
    Confidence,
    Counted,
    EventReport,
    EventType,
    Figure,
    Mention,
    Page,
    Participant,
    Place,
    PlacePrecision,
    Published,
    Scope,
    Span,
    When,
    content_id,
)

SURE = Confidence("high", 0.9)
STATES = {"army": ("Northern Army", "state_forces", False), "government": ("Northern Government", "state", False)}
GROUPS = {"front": "Dawn Front", "league": "River League", "brigade": "Hill Brigade"}


def actor(name: str, country: str = "SY") -> Actor:
    """army, government, front, league, brigade, rebels, civilians, monitor, or a person by any other name."""
    if name in STATES:
        title, kind, generic = STATES[name]
        return Actor(name, title, kind, country, generic)  # type: ignore[arg-type]
    if name in GROUPS:
        return Actor(name, GROUPS[name], "rebel_group", country)
    if name == "rebels":
        return Actor("rebels", "Opposition armed groups", "rebel_group", country, generic=True)
    if name == "civilians":
        return Actor("civilians", "civilians", "civilians", None, generic=True)
    if name == "monitor":
        return Actor("monitor", "Conflict Monitor", "monitor", None)
    return Actor(name, name, "person", country)


def place(name: str, **fields: object) -> Place:
    """A settlement in Aleppo province unless told otherwise."""
    values: dict[str, object] = {
        "geonameid": None,
        "country": "SY",
        "admin1": "Aleppo",
        "lat": None,
        "lon": None,
        "precision": PlacePrecision(1, 1),
        "candidates": (),
        "span": None,
        "kind": "settlement",
    }
    return Place(name=name, **(values | fields))  # type: ignore[arg-type]


def when(edtf: str) -> When:
    """A day ("2016-05-03", "2016-05-03~") or an interval of days."""
    first, _, last = edtf.partition("/")
    earliest, latest = first.strip("~"), (last or first).strip("~")
    if len(earliest) == 7:
        earliest, latest = f"{earliest}-01", f"{latest}-28"
    precision = "day" if earliest == latest else "days"
    return When(edtf, earliest, latest, precision, "told")  # type: ignore[arg-type]


@dataclass
class Told:
    """One report to be: the sentence that tells it and what is coded from it."""

    sentence: str
    type: str = "armed_clash"
    agents: Sequence[str] = ()
    targets: Sequence[str] = ()
    parties: Sequence[str] = ()
    place: Place | str | None = "Tell Amar"
    day: str | None = "2016-05-03"
    status: str = "happened"
    by: Sequence[str] = ()
    killed: tuple[float | None, float | None, float | None] | None = None
    bound: str = "exact"
    of: str = "people"
    parts: Sequence[tuple[str, float]] = ()


@dataclass
class Count:
    """A figure that stands alone: a cumulative toll."""

    sentence: str
    value: float
    scope: tuple[str | None, str | None] = ("Syria", "2011-03/..")
    by: Sequence[str] = ()
    bound: str = "more_than"
    cumulative: bool = True
    of: str = "people"


@dataclass
class Says:
    """A claim about one of the page's reports (by its place in the list)."""

    sentence: str
    speaker: str
    cue: str = "denied"
    about: int | None = 0  # None: about none of them


@dataclass
class Draft:
    """A page to be."""

    name: str
    told: Sequence[Told] = ()
    counts: Sequence[Count] = ()
    says: Sequence[Says] = ()
    outlet: str | None = None
    published: str = "2016-05-04"
    filler: Sequence[str] = ()
    credits: Sequence[str] = ()
    title: str = "Heavy fighting in the north"
    parts: list[tuple[str, int, int, str]] = field(default_factory=list)


def page(name: str, *told: Told, **fields: object) -> CodedPage:
    """A coded page with `told`; further fields as in `Draft`."""
    return build(Draft(name, told, **fields))  # type: ignore[arg-type]


def build(draft: Draft) -> CodedPage:
    """The coded page that `draft` describes."""
    sentences = [*(one.sentence for one in draft.told), *(one.sentence for one in draft.counts)]
    sentences += [one.sentence for one in draft.says]
    paragraphs = [*dict.fromkeys(sentences), *draft.filler, *draft.credits]
    text = "\n\n".join([draft.title, *paragraphs])
    blocks = [Block(0, len(draft.title), "title")]
    blocks += [Block(at := text.index(part), at + len(part), "paragraph") for part in paragraphs]
    credits = tuple(_span(text, credit) for credit in draft.credits)
    kept = tuple(block for block in blocks if text[block.start : block.end] not in draft.credits)
    capture = content_id("sha256", draft.name, text)
    ident = content_id("page", capture)
    published = Published(draft.published, draft.published, draft.published)
    made = Page(ident, capture, draft.name, draft.outlet, draft.title, "en", text, kept, (), published, credits=credits)
    reports, figures = [], []
    for number, one in enumerate(draft.told):
        report, counted = _report(made, one, number)
        reports.append(report)
        figures += counted
    figures += [_count(made, one, number) for number, one in enumerate(draft.counts)]
    claims = tuple(_claim(made, one, number, reports) for number, one in enumerate(draft.says))
    return CodedPage(made, _mentions(made, draft), tuple(reports), tuple(figures), claims)


def _mentions(made: Page, draft: Draft) -> tuple[Mention, ...]:
    """The speakers, so that their kind and country are known."""
    found = {}
    for one in draft.told:
        span = _span(made.text, one.sentence)
        for name in one.by:
            if name in {*STATES, *GROUPS, "monitor"}:
                ident = content_id("mention", made.id, name)
                found[ident] = Mention(ident, made.id, "actor", span, actor(name), (), (), span.start)
    return tuple(found[ident] for ident in sorted(found))


def _span(text: str, part: str) -> Span:
    at = text.index(part)
    return Span.of(text, at, at + len(part))


def _voices(span: Span, by: Sequence[str]) -> tuple[Attribution, ...]:
    kinds = {"monitor": "monitor", "witnesses": "witness", "army": "party", "front": "party", "government": "official"}
    known = {*STATES, *GROUPS, "monitor"}
    return tuple(
        Attribution(
            actor(name).name if name in known else name,
            name if name in known else None,
            kinds.get(name, "media"),  # type: ignore[arg-type]
            "said",
            None,
            span,
        )
        for name in by
    )


def _report(made: Page, one: Told, number: int) -> tuple[EventReport, list[Figure]]:
    span = _span(made.text, one.sentence)
    ident = content_id("event_report", made.id, number)
    where = place(one.place) if isinstance(one.place, str) else one.place
    roles = (("agent", one.agents), ("target", one.targets), ("party", one.parties))
    people = tuple(
        Participant(role, actor(name), span, name)  # type: ignore[arg-type]
        for role, names in roles
        for name in names
    )
    figures = _figures(made, one, ident, span)
    report = EventReport(
        ident,
        made.id,
        EventType(one.type, None, None, None),
        people,
        where,
        when(one.day) if one.day else None,
        one.status,  # type: ignore[arg-type]
        _voices(span, one.by),
        tuple(figure.id for figure in figures),
        SURE,
        span,
        (),
        evidence=(span,),
    )
    return report, figures


def _figures(made: Page, one: Told, report: str, span: Span) -> list[Figure]:
    if one.killed is None:
        return []
    bound = "at_least" if one.bound == "exact" and one.killed[2] is None else one.bound
    whole = _figure(made, report, span, one.killed, bound, one.of, one.by)
    parts = [
        _figure(made, report, span, (value, value, value), "exact", kind, one.by, whole.id) for kind, value in one.parts
    ]
    return [whole, *parts]


def _figure(
    made: Page,
    report: str | None,
    span: Span,
    values: tuple[float | None, float | None, float | None],
    bound: str,
    of: str,
    by: Sequence[str],
    part_of: str | None = None,
) -> Figure:
    number = next(value for value in (values[1], values[0], values[2]) if value is not None)
    low, best, high = values
    return Figure(
        content_id("figure", made.id, report, values, of, part_of, span.start),
        made.id,
        report,
        "killed",
        Counted(of, of),
        low,
        best,
        high,
        f"{bound.replace('_', ' ')} {number:g}",
        bound,  # type: ignore[arg-type]
        Scope(None, None),
        False,
        part_of,
        _voices(span, by),
        "happened",
        span,
        SURE,
    )


def _count(made: Page, one: Count, number: int) -> Figure:
    span = _span(made.text, one.sentence)
    low, high = (one.value, None) if one.bound in ("more_than", "at_least") else (one.value, one.value)
    return Figure(
        content_id("figure", made.id, "count", number),
        made.id,
        None,
        "killed",
        Counted(one.of, one.of),
        low,
        one.value,
        high,
        f"{one.bound} {one.value:g}",
        one.bound,  # type: ignore[arg-type]
        Scope(*one.scope),
        one.cumulative,
        None,
        _voices(span, one.by),
        "happened",
        span,
        SURE,
    )


def _claim(made: Page, one: Says, number: int, reports: Sequence[EventReport]) -> Claim:
    span = _span(made.text, one.sentence)
    return Claim(
        content_id("claim", made.id, number),
        made.id,
        actor(one.speaker).name,
        one.speaker,
        (),
        "indirect",
        one.cue,
        one.sentence,
        () if one.about is None else (reports[one.about].id,),
        span,
    )


def later(day: str, days: int) -> str:
    """The ISO date `days` after `day`."""
    return str(date.fromisoformat(day) + timedelta(days=days))
