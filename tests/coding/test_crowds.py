"""What police do to a crowd without killing tells of the protest; what kills is an attack on it."""

import pytest

from tests.coding.coded import code_text, names, types


@pytest.mark.parametrize(
    "text",
    [
        "Riot police used water cannon and tear gas against marchers in Tegucigalpa.",
        "Officers lobbed teargas canisters at demonstrators in Nairobi on Monday.",
        "Police dispersed hundreds of protesters in Minsk on Sunday.",
        "Security forces fired rubber bullets at students in Yangon on Friday.",
        "Police broke up a crowd of mourners in Anantnag on Friday.",
    ],
)
def test_means_that_do_not_kill_tell_of_the_protest(text: str) -> None:
    assert types(code_text(text)) == ["protest"]


def test_protesters_do_it_and_face_the_police() -> None:
    (report,) = code_text("Police fired tear gas at students in Kampala in Uganda on Monday.").reports
    assert "students" in names(report, "agent")
    assert any("olice" in name for name in names(report, "target"))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Police fired tear gas at youths who threw stones in Tebourba on Monday.", "riot"),
        ("Clashes broke out in Beita on Friday when soldiers fired tear gas at residents.", "riot"),
        ("Students marched on parliament in Colombo on Monday and police used tear gas.", "protest"),
    ],
)
def test_the_protest_told_beside_it_is_the_same(text: str, type_: str) -> None:
    assert types(code_text(text)) == [type_]


@pytest.mark.parametrize(
    "text",
    [
        "Security forces fired tear gas and live rounds at protesters in Baghdad on Monday, killing two.",
        "Two people were killed when security forces fired tear gas grenades at protesters in Baghdad on Monday.",
        "Soldiers dispersed a crowd in Khartoum with live ammunition on Monday, killing three.",
        "The police used tear gas, then live rounds, in Wamena in Indonesia, students say.",
        "Soldiers fired tear gas canisters into a school in Burin on Monday.",
        "Soldiers opened fire on demonstrators in Lagos on Tuesday.",
    ],
)
def test_what_kills_or_hits_a_house_is_an_attack(text: str) -> None:
    (report,) = code_text(text).reports
    assert report.type.label == "attack_on_civilians"
    assert not names(report, "agent") & {"protesters", "civilians"}
