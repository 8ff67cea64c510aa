"""Small pages with everything that a coder could record from them, built by a few regular expressions."""

import re

from crossreport.model import (
    Actor,
    Analysis,
    Attribution,
    Block,
    Capture,
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
    Quantity,
    Reason,
    Scope,
    Side,
    SourceGroup,
    Span,
    Toll,
    Voices,
    VoiceToll,
    When,
    content_id,
    digest,
)

TEXT = "Home | News\nShells fell on Dair Alwan on Monday, killing 4 people, the governor said. Share this"
SURE = Confidence("high", 0.9)
SHELLING = EventType("shelling", ("Explosions/Remote violence", "Shelling/artillery/missile attack"), None, "19")


def capture_of(text=TEXT, name="a.txt"):
    data = text.encode()
    return Capture(digest(data), name, "text/plain", data, "utf-8", "utf-8")


def page_of(capture, published=None):
    text = capture.data.decode()
    dropped = tuple(
        Dropped(*hit.span(), "furniture", hit.group()) for hit in re.finditer(r"Home \| News|Share this", text)
    )
    day = published or "2015-09-23"
    return Page(
        content_id("page", capture.id, capture.name),
        capture.id,
        capture.name,
        "Example Post",
        None,
        "en",
        text,
        (Block(0, len(text), "paragraph"),),
        dropped,
        Published(day, day, day),
    )


def analysis_of(page):
    return Analysis(page.id, (), "fake 1")


def mentions_of(page, _analysis=None):
    found = []
    for kind, pattern, value in (
        ("place", r"Dair \w+", lambda word: Place(word, None, "SY", None, 35.5, 36.7, PlacePrecision(1, 1), (), None)),
        ("time", r"Monday", lambda _: When("2015-09-21", "2015-09-21", "2015-09-21", "day", "weekday")),
        ("quantity", r"\d+", lambda word: Quantity(float(word), float(word), float(word), "exact", word)),
        ("actor", r"governor", lambda word: Actor("governor", word, "state", "SY", generic=True)),
        ("person", r"nobody", lambda _: None),
    ):
        for hit in re.finditer(pattern, page.text):
            span = Span(*hit.span(), hit.group())
            id_ = content_id("mention", page.id, kind, span.start)
            found.append(
                Mention(id_, page.id, kind, span, value(hit.group()), (), (Reason("fake", "built"),), span.start)
            )
    return tuple(sorted(found, key=lambda mention: mention.span))


def code_of(page, _analysis=None, mentions=None):
    mentions = mentions_of(page) if mentions is None else mentions
    values = {mention.kind: mention for mention in mentions}
    if "place" not in values:
        return CodedPage(page, mentions, (), (), (), "fake 1")
    whole = Span.of(page.text, values["place"].span.start, values["actor"].span.end)
    said = Attribution("governor", "governor", "official", "said", None, values["actor"].span)
    report_id, count = content_id("report", page.id), values["quantity"]
    figure = Figure(
        content_id("figure", page.id), page.id, report_id, "killed", Counted("people", "people"), count.value.low,
        count.value.best, count.value.high, count.span.quote, "exact", Scope(None, None), False, None, (said,),
        "happened", count.span, SURE,
    )  # fmt: skip
    civilians = Actor("civilians", "Civilians", "civilians", None, generic=True)
    report = EventReport(
        report_id, page.id, SHELLING, (Participant("target", civilians, count.span, "people"),),
        values["place"].value, values["time"].value, "happened", (said,), (figure.id,), SURE, whole,
        (Reason("fake", "built", whole),), evidence=(whole,), core=True,
    )  # fmt: skip
    claim = Claim(
        content_id("claim", page.id),
        page.id,
        "governor",
        "governor",
        (),
        "indirect",
        "said",
        whole.quote,
        (report_id,),
        whole,
    )
    return CodedPage(page, mentions, (report,), (figure,), (claim,), "fake 1")


def coded_of(text=TEXT, name="a.txt"):
    capture = capture_of(text, name)
    return capture, code_of(page_of(capture))


def link_of(pages):
    """One event a place name, one source group a page."""
    groups = tuple(
        SourceGroup(content_id("group", coded.page.id), (coded.page.id,), "single", None, ()) for coded in pages
    )
    by_place = {}
    for coded in pages:
        for report in coded.reports:
            by_place.setdefault(report.place.name, []).append(report)
    events = tuple(_event(reports) for _, reports in sorted(by_place.items()))
    return Linked(groups, events, ())


def weigh_of(_pages, linked):
    finding = Finding("finding-1", "agreement", tuple(event.id for event in linked.events), "They agree.", ())
    return Linked(linked.source_groups, linked.events, (finding,) if linked.events else ())


def _event(reports):
    first = reports[0]
    toll = Toll(4.0, 4.0, 4.0, (VoiceToll("governor", first.figures[0], 4.0, 4.0, 4.0, "4"),))
    return Event(
        content_id("event", *sorted(report.id for report in reports)), tuple(report.id for report in reports), SHELLING,
        (Side("target", (first.participants[0].actor,)),), first.place, first.when, "happened", "single_source",
        Voices(len(reports), len(reports), 1), toll, (Reason("same_place", "same place"),),
    )  # fmt: skip
