"""Coded pages and linked events built by hand from the sample pages: what a careful coder would record of them."""

from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

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


def levant() -> Sheet:
    sheet = Sheet(
        "levant-dispatch-anadan-market.txt",
        "Levant Dispatch",
        "2016-09-14",
        "dateline GAZIANTEP, Sept 14, a Wednesday",
        (
            "Home | Syria | Iraq | Lebanon | Opinion | Subscribe",
            "Share this article",
            "Tweet",
            "Read also: The bakers who stayed",
            "Copyright Levant Dispatch. All rights reserved.",
        ),
    )
    day = when("2016-09-14")
    strike = sheet.report(
        "air_strike",
        "regime warplanes bombed the vegetable market in Anadan",
        agent=(SAA,),
        target=(CIVILIANS,),
        place=place("Anadan"),
        when=day,
        said=(("rescuers", "medic"),),
        core=True,
    )
    whole = sheet.figure(
        strike, "At least 31 civilians", "at_least", (31, 31, None), kind="civilians", said=(("rescuers", "medic"),)
    )
    sheet.figure(strike, "12 children", "exact", (12, 12, 12), kind="children", part_of=whole)
    sheet.figure(strike, "More than 50 people", "more_than", (50, 50, None), measure="wounded")
    sheet.figure(
        strike, "28 bodies", "exact", (28, 28, 28), said=(("A doctor at a field hospital in Anadan", "medic"),)
    )
    rockets = sheet.report(
        "shelling",
        "fired rockets at regime positions in Handarat",
        agent=(AHRAR, NUSRA),
        target=(SAA,),
        place=place("Handarat"),
        when=day,
    )
    sheet.figure(rockets, "no immediate reports of casualties", "unreported", (None, None, None))
    sheet.report(
        "air_strike",
        "accused Russia of taking part in the strike",
        agent=(RUSSIA,),
        place=place("Anadan"),
        when=day,
        status="alleged",
        said=(("The opposition's Aleppo provincial council", "party"),),
    )
    sheet.claim("Mahmoud al-Sari", "There was no fighter there, only people who wanted bread.")
    sheet.person("Mahmoud al-Sari")
    sheet.label("regime")
    return sheet


def herald() -> Sheet:
    sheet = Sheet(
        "resistance-herald-anadan.txt",
        "Resistance Herald",
        "2016-09-15",
        "photo id 20160915 (a lower bound)",
        (
            "Latest developments",
            "IMG_20160915_0042 (1)",
            "Related Articles",
            "Leave a Reply",
            "Your email address will not be published. Required fields are marked *",
            "Back to top button",
        ),
    )
    day, source = when("2016-09-14"), (("a military source", "anonymous"),)
    shells = sheet.report(
        "shelling",
        "fired mortar shells at a market in the town of Anadan",
        agent=(NUSRA,),
        target=(CIVILIANS,),
        place=place("Anadan"),
        when=day,
        said=source,
        core=True,
    )
    sheet.figure(shells, "killing 11 civilians", "exact", (11, 11, 11), kind="civilians", wording="11", said=source)
    sheet.report(
        "air_strike",
        "no aircraft had flown over Anadan",
        status="denied",
        agent=(SAA,),
        place=place("Anadan"),
        when=day,
        said=source,
    )
    repelled = sheet.report(
        "attack_repelled",
        "repelled an attack by the foreign-backed terrorists on Handarat camp",
        agent=(REBELS,),
        target=(SAA,),
        place=place("Handarat", precision=2),
        when=day,
    )
    sheet.figure(repelled, "Scores of militants", "vague", (40, None, 99), kind="combatants", wording="Scores")
    shelled = sheet.report(
        "shelling",
        "shelled the terrorists' gathering centers",
        agent=(SAA,),
        target=(REBELS,),
        place=place("Hama", precision=3),
    )
    sheet.figure(
        shelled,
        "dozens of them killed and wounded",
        "vague",
        (24, None, 99),
        measure="killed_and_wounded",
        wording="dozens",
    )
    sheet.claim("the source", "The armed gangs have quarrelled over the market taxes for weeks,")
    for word in ("Takfiri terrorists", "armed gangs", "foreign-backed terrorists"):
        sheet.label(word)
    return sheet


def courier() -> Sheet:
    sheet = Sheet("gulf-courier-convoy-plan.html", "Gulf Courier", "2016-09-13", "the page's own metadata")
    sheet.report(
        "aid_delivery",
        "plans to send 40 trucks with food and medicine",
        status="planned",
        agent=(UN,),
        target=(CIVILIANS,),
        place=place("Aleppo"),
        when=when("2016-09-16"),
        said=(("a UN spokeswoman", "official"),),
        core=True,
    )
    sheet.figure(
        None,
        "740 people",
        "exact",
        (740, 740, 740),
        cumulative=True,
        scope="Aleppo",
        since="2016-07/2016-09-13",
        said=(("Aleppo Medical Council", "monitor"),),
    )
    return sheet


def convoy(name: str, outlet: str, clue: str) -> Sheet:
    sheet = Sheet(name, outlet, "2016-09-17", clue)
    sheet.report(
        "aid_delivery",
        "A United Nations convoy of 38 trucks entered the besieged eastern districts of Aleppo",
        agent=(UN,),
        target=(CIVILIANS,),
        place=place("Aleppo"),
        when=when("2016-09-16"),
        said=(("the UN", "official"),),
        core=True,
    )
    clash = sheet.report(
        "armed_clash",
        "the Syrian army and rebels of the Levant Front fought in the Mallah Farms",
        party=(SAA, LEVANT),
        place=place("Aleppo", precision=2),
        when=when("2016-09-16"),
    )
    sheet.figure(
        clash,
        "Dozens were killed and wounded",
        "vague",
        (24, None, 99),
        measure="killed_and_wounded",
        wording="Dozens",
        said=(("a rebel commander", "party"),),
    )
    bomb = sheet.report(
        "explosion",
        "a car bomb killed at least five people",
        place=place("Azaz"),
        when=when("2016-09-16"),
        said=(("residents", "witness"),),
    )
    sheet.figure(bomb, "at least five people", "at_least", (5, 5, None))
    return sheet


def twenty_four() -> Sheet:
    sheet = Sheet(
        "resistance-herald-24-hours.txt", "Resistance Herald", "2016-09-18", "photo id 20160918 (a lower bound)"
    )
    taken = sheet.report(
        "territory_taken",
        "took full control of the village of Tal Jabin",
        agent=(SAA,),
        target=(NUSRA,),
        place=place("Tal Jabin"),
        when=when("2016-09-17"),
        core=True,
    )
    sheet.figure(taken, "At least 60 terrorists", "at_least", (60, 60, None), kind="combatants")
    bomb = sheet.report(
        "explosion",
        "The car bomb that ripped through the town of Azaz",
        place=place("Azaz"),
        when=when("2016-09-16"),
        said=(("the source", "anonymous"),),
    )
    sheet.figure(bomb, "nine militants", "exact", (9, 9, 9), kind="combatants", said=(("the source", "anonymous"),))
    sheet.report("training", "plans to send 300 more military advisers", status="planned", agent=(US,), when=None)
    sheet.report("air_strike", "pounded ISIL oil tankers", agent=(RUSSIA,), target=(IS,), band="low")
    return sheet


def sudan(name: str, outlet: str, clue: str) -> Sheet:
    sheet = Sheet(name, outlet, "2023-08-24", clue)
    strike = sheet.report(
        "air_strike",
        "market in Khartoum's Kalakla suburb on Tuesday",
        target=(CIVILIANS,),
        place=place("Kalakla"),
        when=when("2023-08-22"),
        said=(("a neighbourhood committee", "witness"),),
        core=True,
    )
    sheet.figure(strike, "killed at least 20 people", "at_least", (20, 20, None), wording="at least 20")
    sheet.report(
        "armed_clash",
        "Fighting over the Engineers' Depot in Khartoum North",
        status="ongoing",
        party=(SAF, RSF),
        place=place("Khartoum North"),
        when=when("2023-08-21", "2023-08-24"),
    )
    attack = sheet.report(
        "offensive",
        "attacked an army post near Kadugli",
        agent=(SPLM,),
        target=(SAF,),
        place=place("Kadugli", precision=2),
        when=when("2023-08-23"),
        said=(("residents", "witness"),),
    )
    sheet.figure(attack, "no reports of casualties", "unreported", (None, None, None))
    return sheet


def voice() -> Sheet:
    sheet = Sheet("rapid-voice-depot.txt", "RAPID VOICE", "2023-08-23", "Tuesday, August 22: 2017 or 2023")
    strike = sheet.report(
        "air_strike",
        "the army's aircraft bombed a market in Kalakla",
        agent=(SAF,),
        target=(CIVILIANS,),
        place=place("Kalakla"),
        when=when("2023-08-22"),
        said=(("the Rapid Support Forces", "party"),),
        core=True,
    )
    sheet.figure(strike, "34 civilians", "exact", (34, 34, 34), kind="civilians")
    sheet.report(
        "shelling",
        "reject the accusation that they shelled Nyala",
        status="denied",
        agent=(RSF,),
        place=place("Nyala"),
        said=(("The Rapid Support Forces", "party"),),
    )
    sheet.report(
        "negotiation_talks",
        "ready for talks in Jeddah",
        status="hypothetical",
        agent=(RSF,),
        target=(SAF,),
        place=place("Jeddah"),
        when=None,
    )
    return sheet


REJECTIONS = (Rejection("scan.pdf", "media_type", "Only text and HTML are read; export the PDF as text."),)


def records() -> tuple[tuple[CodedPage, ...], Linked]:
    """Everything, linked as a person would link it."""
    sheets = [
        levant(),
        herald(),
        courier(),
        convoy("meridian-convoy-arrives.txt", "Meridian News", "dateline Sept. 17, 2016"),
        convoy("amman-evening-post-convoy.txt", "Amman Evening Post", "the page's date line"),
        twenty_four(),
        sudan("meridian-sudan-roundup.txt", "Meridian News", "dateline Aug 24"),
        sudan("kordofan-post-kalakla.txt", "The Kordofan Post", "the page's date line"),
        voice(),
    ]
    one, two, plan, wire, copy, third, sudan_wire, sudan_copy, rapid = (sheet.reports for sheet in sheets)
    tolls = {f.id: f for sheet in sheets for f in sheet.figures}

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
    pairs = [(sheets[3], sheets[4]), (sheets[6], sheets[7])]
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
        SourceGroup(content_id("source_group", s.id), (s.id,), "single", None, ()) for s in sheets if s.id not in paired
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
    return tuple(sheet.coded() for sheet in sheets), Linked(tuple(groups), tuple(events), findings)
