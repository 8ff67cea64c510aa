"""A lead's described voice and the name below it; the page's own outlet by its credit; who hands on or goes on."""

import pytest

from tests.coding.coded import code_text


def voices(text: str, type_: str, index: int = 0) -> list[str]:
    reports = [report for report in code_text(text).reports if report.type.label == type_]
    return [voice.speaker for voice in reports[index].attribution]


@pytest.mark.parametrize(
    ("lead", "body", "named"),
    [
        ("a resident said", "The soldiers torched the houses, Ko Zaw Min told Mizzima.", "Ko Zaw Min"),
        ("a church spokesman said", "The soldiers torched the houses, Father Paul Khin told Reuters.", "Paul Khin"),
        ("media reported", "The soldiers torched the houses, Mizzima reported.", "Mizzima"),
    ],
)
def test_a_described_voice_is_whom_the_next_sentence_names(lead, body, named):
    text = f"Soldiers burned down 40 houses in Pauk in Myanmar on Saturday, {lead}.\n\n{body}"
    assert any(named in voice or voice in named for voice in voices(text, "looting_destruction"))


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("residents said", "The army said that the rebels attacked Sake with foreign help."),
        ("a militia leader said", "The rebels attacked Sake at dawn, Amnesty International said."),
    ],
)
def test_a_voice_of_another_kind_is_a_rival(lead, body):
    text = f"Rebels attacked the village of Sake in Congo on Friday, {lead}.\n\n{body}"
    assert voices(text, "offensive") == [lead.removesuffix(" said").removeprefix("a ")]


@pytest.mark.parametrize("whose", ["Reuters", "another"])
def test_the_outlet_of_the_dateline_is_no_voice_on_its_page(whose):
    credit = "Reuters" if whose == "Reuters" else "Kivu Press"
    text = (
        f"Mine blast in Hodeidah\n\nADEN ({credit}) - A mine exploded in Hodeidah in Yemen on Monday, "
        "a security official told Reuters."
    )
    assert voices(text, "explosion") == (
        ["security official"] if whose == "Reuters" else ["Reuters", "security official"]
    )


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("according to residents quoted by Radio Okapi", "Radio Okapi"),
        ("according to a priest interviewed by Radio Okapi", "Radio Okapi"),
    ],
)
def test_who_hands_on_a_source_stands_before_it_in_a_phrase_too(phrase, first):
    text = f"Rebels attacked Rutshuru in Congo on Monday, {phrase}."
    assert voices(text, "offensive")[0] == first


def test_an_outlet_at_the_end_carries_whoever_speaks_before():
    text = "The mayor said that a drone struck a bus in Nikopol in Ukraine on Monday, according to Ukrinform."
    assert voices(text, "air_strike") == ["Ukrinform", "mayor"]
    text = "Soldiers killed ten rebels in Tessalit in Mali on Monday, the mayor said, according to a witness."
    assert "Ukrinform" not in str(code_text(text).reports)


def test_it_goes_on_with_the_source_and_not_with_the_outlet_that_it_told():
    text = (
        "A police source told Radio Okapi that rebels attacked Rutshuru in Congo on Monday. "
        "It added that soldiers arrested four men in Goma on Monday."
    )
    assert voices(text, "arrest") == ["Radio Okapi", "police source"]


@pytest.mark.parametrize("who", ["an NGO", "an activist group", "a rights group"])
def test_who_counts_in_the_lead_is_the_one_monitor_that_the_page_names_next(who):
    text = (
        f"Nine people died in a blast in Aden in Yemen on Monday, {who} said. "
        "The Yemen Data Project said the car had been parked near a school."
    )
    assert voices(text, "explosion") == ["Yemen Data Project"]
    rival = text.replace("The Yemen Data Project", "The Red Crescent")
    assert voices(rival, "explosion") == [who.split(" ", 1)[1]]


@pytest.mark.parametrize("kin", ["relatives", "parents", "families", "neighbours", "lawyer"])
def test_the_people_of_the_victims_are_not_those_of_the_doer(kin):
    text = f"Soldiers of the Nigerian army arrested four traders in Jos on Monday, their {kin} said."
    assert voices(text, "arrest") == [f"their {kin}"]


def test_the_spokesman_of_who_acts_is_his():
    text = "The Karenni Army attacked a post in Loikaw in Myanmar on Monday, its spokesman said."
    assert voices(text, "offensive") == ["Karenni Army spokesman"]


@pytest.mark.parametrize("office", ["press centre", "information centre", "media cell"])
def test_a_press_office_speaks(office):
    text = f"Rebels attacked a patrol near Cotabato in the Philippines on Monday, the division's {office} said."
    assert any(office in voice for voice in voices(text, "offensive"))


@pytest.mark.parametrize("where", ["in Goma", "in the Masisi district"])
def test_a_name_without_a_comma_tells_an_outlet(where):
    text = f"Rebels attacked a convoy {where} Adam Haroun told Radio Okapi."
    (report,) = code_text(text).reports
    assert [voice.speaker for voice in report.attribution] == ["Radio Okapi", "Adam Haroun"]


def test_a_name_behind_a_title_without_a_comma_speaks():
    text = "Member of the Fano Council Abebe Tesfaye said that drones hit a school in Merawi in Ethiopia on Monday."
    assert voices(text, "air_strike") == ["Abebe Tesfaye"]
