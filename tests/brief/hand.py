"""Coded pages and linked events built by hand from the sample pages: what a careful coder would record of them."""

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import yaml

from crossreport.model import (
    Actor,
    Attribution,
    Basis,
    Block,
    Claim,
    CodedPage,
    Confidence,
    Counted,
    Dropped,
    Event,
    EventReport,
    EventType,
    Figure,
    Finding,
    Linked,
    Mention,
    Page,
    Participant,
    Place,
    PlacePrecision,
    Published,
    Reason,
    Rejection,
    Role,
    Scope,
    SharedPassage,
    Side,
    SourceGroup,
    Span,
    Status,
    Toll,
    Voices,
    VoiceToll,
    When,
    content_id,
)

PAGES = Path(str(files("crossreport"))) / "samples" / "pages"

SAA = Actor("syrian-arab-army", "Syrian Arab Army", "state_forces", "SY")
RUSSIA = Actor("russia", "Russia", "external_forces", "RU")
NUSRA = Actor("jabhat-fatah-al-sham", "Jabhat Fatah al-Sham", "rebel_group", "SY")
AHRAR = Actor("ahrar-al-sham", "Ahrar al-Sham", "rebel_group", "SY")
LEVANT = Actor("levant-front", "Levant Front", "rebel_group", "SY")
IS = Actor("islamic-state", "Islamic State", "rebel_group", None)
UN = Actor("united-nations", "United Nations", "igo", None)
US = Actor("united-states", "United States", "state", "US")
CIVILIANS = Actor("civilians", "civilians", "civilians", None, generic=True)
REBELS = Actor("syrian-opposition", "Syrian opposition armed groups", "rebel_group", "SY", generic=True)
SAF = Actor("sudanese-armed-forces", "Sudanese Armed Forces", "state_forces", "SD")
RSF = Actor("rapid-support-forces", "Rapid Support Forces", "rebel_group", "SD")
SPLM = Actor("splm-n-al-hilu", "SPLM-N (al-Hilu)", "rebel_group", "SD")

ACTORS = {
    "SAA": SAA, "RUSSIA": RUSSIA, "NUSRA": NUSRA, "AHRAR": AHRAR, "LEVANT": LEVANT, "IS": IS, "UN": UN, "US": US,
    "CIVILIANS": CIVILIANS, "REBELS": REBELS, "SAF": SAF, "RSF": RSF, "SPLM": SPLM,
}  # fmt: skip

COORDINATES = {
    "Anadan": (36.293, 37.044, "SY", "Aleppo"),
    "Handarat": (36.299, 37.198, "SY", "Aleppo"),
    "Aleppo": (36.201, 37.161, "SY", "Aleppo"),
    "Azaz": (36.586, 37.044, "SY", "Aleppo"),
    "Tal Jabin": (36.43, 37.11, "SY", "Aleppo"),
    "Hama": (35.131, 36.757, "SY", "Hama"),
    "El Geneina": (13.452, 22.447, "SD", "West Darfur"),
    "Khartoum North": (15.65, 32.55, "SD", "Khartoum"),
    "Kalakla": (15.47, 32.48, "SD", "Khartoum"),
    "Nyala": (12.049, 24.88, "SD", "South Darfur"),
    "Kadugli": (11.011, 29.718, "SD", "South Kordofan"),
    "Jeddah": (21.543, 39.173, "SA", "Mecca Region"),
}


def place(name: str, *, precision: int = 1) -> Place:
    lat, lon, country, admin1 = COORDINATES[name]
    return Place(name, len(name), country, admin1, lat, lon, PlacePrecision(precision, precision), (), None)


def when(first: str, last: str | None = None) -> When:
    last = last or first
    return When(first if first == last else f"{first}/{last}", first, last, "day" if first == last else "days", "hand")


class Sheet:
    """A page under construction; passages are named by their words, so that every span re-reads."""

    def __init__(self, name: str, outlet: str, published: str, clue: str, drops: tuple[str, ...] = ()) -> None:
        text = (PAGES / name).read_text(encoding="utf-8")
        self.id = content_id("page", name)
        dropped = tuple(
            sorted(
                (Dropped(text.rindex(d), text.rindex(d) + len(d), "furniture", d) for d in drops), key=lambda d: d.start
            )
        )
        basis = (Basis("dateline", None, clue),)
        self.page = Page(
            self.id,
            content_id("capture", name),
            name,
            outlet,
            text.strip().split("\n")[2 if drops else 0],
            "en",
            text,
            (Block(0, len(text), "paragraph"),),
            dropped,
            Published(published, published, published, basis),
        )
        self.reports: list[EventReport] = []
        self.figures: list[Figure] = []
        self.claims: list[Claim] = []
        self.mentions: list[Mention] = []

    def span(self, quote: str) -> Span:
        start = self.page.text.index(quote)
        return Span.of(self.page.text, start, start + len(quote))

    def voices(self, *said: tuple[str, str]) -> tuple[Attribution, ...]:
        return tuple(Attribution(who, None, kind, "said", None, self.span(who)) for who, kind in said)  # type: ignore[arg-type]

    def report(self, label: str, quote: str, *, status: Status = "happened", **given: Any) -> str:
        span = self.span(quote)
        participants = tuple(
            Participant(role, actor, span, actor.name) for role in get_args(Role) for actor in given.get(role, ())
        )
        key = content_id("event_report", self.id, label, quote)
        self.reports.append(
            EventReport(
                key,
                self.id,
                EventType(label, None, None, None),
                participants,
                given.get("place"),
                given.get("when"),
                status,
                self.voices(*given.get("said", ())),
                (),
                Confidence(given.get("band", "high"), 0.9),
                span,
                (),
                core=given.get("core", False),
            )
        )
        return key

    def figure(self, report: str | None, quote: str, bound: str, values: tuple[Any, Any, Any], **given: Any) -> str:
        key = content_id("figure", self.id, quote, given.get("measure"), given.get("kind"))
        self.figures.append(
            Figure(
                key,
                self.id,
                report,
                given.get("measure", "killed"),
                Counted(quote, given.get("kind", "people")),
                *values,
                given.get("wording", quote),
                bound,  # type: ignore[arg-type]
                Scope(given.get("scope"), given.get("since")),
                given.get("cumulative", False),
                given.get("part_of"),
                self.voices(*given.get("said", ())),
                "happened",
                self.span(quote),
                Confidence("high", 0.9),
            )
        )
        return key

    def claim(self, speaker: str, says: str) -> None:
        key = content_id("claim", self.id, says)
        self.claims.append(Claim(key, self.id, speaker, None, (), "direct", "said", says, (), self.span(says)))

    def person(self, name: str) -> None:
        span = self.span(name)
        self.mentions.append(
            Mention(content_id("mention", self.id, name), self.id, "person", span, None, (), (), span.start)
        )

    def label(self, word: str) -> None:
        span = self.span(word)
        key = content_id("mention", self.id, word)
        self.mentions.append(Mention(key, self.id, "actor", span, REBELS, (), (), span.start, label=word))

    def coded(self) -> CodedPage:
        return CodedPage(
            self.page, tuple(self.mentions), tuple(self.reports), tuple(self.figures), tuple(self.claims), "by hand"
        )


def event(reports: list[EventReport], grade: str, voices: tuple[int, int, int], toll: Toll | None = None) -> Event:
    lead = reports[0]
    sides = tuple(
        Side(role, tuple(p.actor for p in lead.participants if p.role == role))
        for role in ("agent", "target", "party")
        if any(p.role == role for p in lead.participants)
    )
    ids = tuple(sorted(report.id for report in reports))
    return Event(
        content_id("event", *ids),
        ids,
        lead.type,
        sides,
        lead.place,
        lead.when,
        lead.status,
        grade,  # type: ignore[arg-type]
        Voices(*voices),
        toll,
        (Reason("hand", "joined by hand"),),
    )


def sheets() -> list[Sheet]:
    """The sheets of `hand.yaml`, one for each page that carries a text ("as").

    A report has its `type`, the words that tell it, and what was read from them: actors by their names here, places by
    those of `COORDINATES`, a day or "first/last", voices as {words: kind}. A figure belongs to the report (if to
    none, to the page) that it stands under, and a part to its figure.
    """
    told = yaml.safe_load(Path(__file__).with_name("hand.yaml").read_text(encoding="utf-8"))
    return [_sheet(one, who) for one in told for who in one["as"]]


def _sheet(told: dict[str, Any], who: dict[str, str]) -> Sheet:
    sheet = Sheet(who["name"], who["outlet"], who["published"], who["clue"], tuple(told.get("drops", ())))
    for report in told["reports"]:
        given = {role: tuple(ACTORS[name] for name in report[role]) for role in get_args(Role) if role in report}
        where = report.get("place")
        given["place"] = place(**where) if isinstance(where, dict) else place(where) if where else None
        given["when"] = when(*report["when"].split("/")) if "when" in report else None
        rest = {name: report[name] for name in ("status", "core", "band") if name in report}
        key = sheet.report(report["type"], report["quote"], said=_said(report), **given, **rest)
        _figures(sheet, key, report.get("figures", ()))
    _figures(sheet, None, told.get("figures", ()))
    for claim in told.get("claims", ()):
        sheet.claim(*next(iter(claim.items())))
    for name in told.get("persons", ()):
        sheet.person(name)
    for word in told.get("labels", ()):
        sheet.label(word)
    return sheet


FURTHER = ("measure", "kind", "wording", "scope", "since", "cumulative")


def _figures(sheet: Sheet, report: str | None, told: Iterable[dict[str, Any]], part_of: str | None = None) -> None:
    for one in told:
        rest = {
            name: one[name] for name in ("measure", "kind", "wording", "scope", "since", "cumulative") if name in one
        }
        values = tuple(one.get("values", (None, None, None)))
        key = sheet.figure(report, one["quote"], one["bound"], values, said=_said(one), part_of=part_of, **rest)
        _figures(sheet, report, one.get("parts", ()), key)


def _said(told: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for voice in told.get("said", ()) for pair in voice.items())


REJECTIONS = (Rejection("scan.pdf", "media_type", "Only text and HTML are read; export the PDF as text."),)


def records() -> tuple[tuple[CodedPage, ...], Linked]:
    """Everything, linked as a person would link it."""
    pages = sheets()
    one, two, plan, wire, copy, third, sudan_wire, sudan_copy, rapid = (sheet.reports for sheet in pages)
    tolls = {f.id: f for sheet in pages for f in sheet.figures}

    def by_voice(*pairs: tuple[str, str]) -> tuple[VoiceToll, ...]:
        return tuple(
            VoiceToll(name, f.id, f.low, f.best, f.high, f.wording)
            for name, words in pairs
            for f in [next(f for f in tolls.values() if f.of.text == words)]
        )

    anadan = Toll(
        11,
        None,
        None,
        by_voice(("Levant Dispatch", "At least 31 civilians"), ("Resistance Herald", "killing 11 civilians")),
    )
    azaz = Toll(5, None, None, by_voice(("residents", "at least five people"), ("the source", "nine militants")))
    kalakla = Toll(
        20,
        None,
        None,
        by_voice(("a neighbourhood committee", "killed at least 20 people"), ("Rapid Support Forces", "34 civilians")),
    )
    events = [
        event([one[0], two[0], two[1]], "contested", (2, 2, 2), anadan),
        event([one[1]], "single_source", (1, 1, 1)),
        event([one[2]], "single_source", (1, 1, 1)),
        event([two[2]], "single_source", (1, 1, 1)),
        event([two[3]], "single_source", (1, 1, 1)),
        event([wire[0], copy[0], plan[0]], "corroborated", (3, 2, 2)),
        event([wire[1], copy[1]], "single_source", (2, 1, 1)),
        event([wire[2], copy[2], third[1]], "contested", (3, 2, 2), azaz),
        event([third[0]], "single_source", (1, 1, 1)),
        event([third[2]], "planned", (1, 1, 1)),
        event([third[3]], "single_source", (1, 1, 1)),
        event([sudan_wire[0], sudan_copy[0], rapid[0]], "contested", (3, 2, 2), kalakla),
        event([sudan_wire[1], sudan_copy[1]], "single_source", (2, 1, 1)),
        event([sudan_wire[2], sudan_copy[2]], "single_source", (2, 1, 1)),
        event([rapid[1]], "single_source", (1, 1, 1)),
        event([rapid[2]], "planned", (1, 1, 1)),
    ]
    pairs = [(pages[3], pages[4]), (pages[6], pages[7])]
    groups = [
        SourceGroup(
            content_id("source_group", a.id, b.id),
            (a.id, b.id),
            "wire_copy",
            "Meridian News",
            (SharedPassage((a.id, b.id), ("A shared passage.",)),),
        )
        for a, b in pairs
    ]
    paired = {sheet.id for pair in pairs for sheet in pair}
    groups += [
        SourceGroup(content_id("source_group", s.id), (s.id,), "single", None, ()) for s in pages if s.id not in paired
    ]
    findings = (
        Finding(
            content_id("finding", "a"),
            "contradiction",
            (one[0].id, two[0].id),
            "Levant Dispatch and Resistance Herald name different doers for the same market in Anadan.",
            (),
        ),
        Finding(
            content_id("finding", "b"),
            "planned_then_happened",
            (plan[0].id, wire[0].id),
            "A convoy of 40 trucks was announced for 16 September 2016; one of 38 trucks is reported.",
            (),
        ),
    )
    return tuple(sheet.coded() for sheet in pages), Linked(tuple(groups), tuple(events), findings)
