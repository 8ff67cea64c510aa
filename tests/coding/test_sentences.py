"""Sentences at which open coders fail: attribution is no event, places kill nobody, nested saying loses nothing."""

import pytest

from tests.coding.coded import code_text, names, types


def test_telling_an_agency_is_attribution_and_no_event():
    coded = code_text("Fourteen people were killed by shelling in Aleppo on Monday, a military source told SANA.")
    assert types(coded) == ["shelling"]
    chain = [voice.speaker for voice in coded.reports[0].attribution]
    assert "SANA" in chain[0]
    assert "military source" in chain[-1]


def test_a_place_is_never_an_agent():
    (report,) = code_text("Fourteen people were killed in an air strike in Aleppo on Monday.").reports
    assert not names(report, "agent")
    assert report.place is not None
    assert report.place.name == "Aleppo"


def test_the_killing_survives_inside_a_report():
    coded = code_text("Russia said Turkey killed twelve Syrian soldiers near Idlib on Friday.")
    (report,) = coded.reports
    assert names(report, "agent") <= {"Turkey", "Turkish Armed Forces"}
    assert names(report, "agent")
    assert names(report, "target") == {"Syrian Arab Army"}
    assert [voice.speaker for voice in report.attribution] == ["Russia"]
    (figure,) = coded.figures
    assert (figure.measure, figure.low, figure.best, figure.high) == ("killed", 12, 12, 12)


def test_a_denial_is_kept_as_a_denial():
    coded = code_text("Boko Haram denied that its fighters had shelled the hospital in Damboa.")
    (report,) = coded.reports
    assert report.status == "denied"


def test_an_accusation_gives_the_accused_the_deed():
    coded = code_text("Hezbollah accused Israel of bombing the village of Aita al-Shaab on Sunday.")
    (report,) = [r for r in coded.reports if r.type.label in ("air_strike", "shelling", "explosion")]
    assert report.status == "alleged"
    assert names(report, "agent") == {"Israel"}
    assert [voice.speaker for voice in report.attribution] == ["Hezbollah"]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Troops plan to storm the city of El Fasher next week.", "offensive", "planned"),
        ("The Taliban threatened to attack the town of Sangin.", "statement_threat", "happened"),
        (
            "Peace talks between the government and the FARC will begin in Havana on Friday.",
            "negotiation_talks",
            "planned",
        ),
        ("Fighting between the army and M23 rebels continued in Sake on Tuesday.", "armed_clash", "ongoing"),
    ],
)
def test_status_comes_from_what_governs(text, type_, status):
    found = [(r.type.label, r.status) for r in code_text(text).reports]
    assert (type_, status) in found


def test_parts_are_parts_of_their_whole():
    coded = code_text(
        "Warplanes struck a market in Maarat al-Numan on Sunday, killing at least 20 people, including 5 children."
    )
    whole, part = coded.figures
    assert (whole.low, whole.best, whole.high, whole.bound) == (20, 20, None, "at_least")
    assert part.part_of == whole.id
    assert part.of.kind == "children"
    assert whole.event_report == coded.reports[0].id


def test_killed_and_wounded_together_is_not_killed():
    coded = code_text("Dozens of fighters were killed and wounded in clashes near Marib on Monday.")
    (figure,) = coded.figures
    assert figure.measure == "killed_and_wounded"
    assert (figure.low, figure.best, figure.high) == (24, None, 99)


def test_a_toll_of_years_never_lands_on_an_event():
    coded = code_text(
        "Air strikes hit Taiz on Monday. The war in Yemen has killed more than 10,000 people since March 2015."
    )
    (figure,) = [f for f in coded.figures if f.low == 10000]
    assert figure.cumulative
    assert figure.event_report is None


def test_every_passage_rereads():
    text = "“We took the base,” said Abu Omar, a commander of Ahrar al-Sham. Three soldiers died, he added."
    coded = code_text(text)
    spans = (
        [c.span for c in coded.claims]
        + [f.span for f in coded.figures]
        + [s for r in coded.reports for s in r.evidence]
    )
    assert spans
    assert all(span.holds(text) for span in spans)


SIDES = ["the Syrian army", "Islamic State militants", "Houthi fighters", "Ukrainian forces"]


@pytest.mark.parametrize("side", SIDES)
def test_swapping_the_sides_changes_no_structure(side):
    other = SIDES[(SIDES.index(side) + 1) % len(SIDES)]
    text = f"On Monday {side} attacked {other} in the town, killing nine of them, a spokesman said."
    coded = code_text(text)
    (report,) = coded.reports
    assert {p.role for p in report.participants} == {"agent", "target"}
    assert [f.measure for f in coded.figures] == ["killed"]
    assert len(report.attribution) == 1
