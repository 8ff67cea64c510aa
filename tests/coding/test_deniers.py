"""Whose deed it would be that a force denies."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Eritrean army rejected accusations of a massacre in the village of Mahbere Dego.",
            {"Eritrean Defence Forces"},
        ),
        ("Russia denied an air strike on a theatre in Mariupol on Wednesday.", {"Russia"}),
    ],
)
def test_who_denies_a_deed_would_have_done_it(text, who):
    report = code_text(text).reports[0]
    assert report.status == "denied"
    assert {name.split()[0] for name in names(report, "agent")} == {name.split()[0] for name in who}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan police denied reports of a bomb attack on a bus in Garissa on Friday.",
        "The Nigerian army denied rumours of the abduction of ten girls in Chibok.",
        "The Ukrainian army denied an air strike by Russia on Sumy on Monday.",
    ],
)
def test_who_denies_mere_reports_has_done_nothing(text):
    assert not any(
        name.startswith(("Kenya", "Nigeria", "Ukrain", "Armed"))
        for one in code_text(text).reports
        for name in names(one, "agent")
    )


def test_who_denies_responsibility_for_what_happened_is_not_held_to_have_done_it():
    report = code_text("The Houthis denied responsibility for the shelling of a market in Taiz on Friday.").reports[0]
    assert (report.status, names(report, "agent")) == ("happened", set())


AMBUSHED = "On {when}, fighters of the {group} ambushed an army patrol at {place} and killed four soldiers. "
NOT_US = "It is false that fighters of the {group} murdered {whom} at {place} on {day}."


@pytest.mark.parametrize(
    ("group", "place", "whom"),
    [
        ("M23", "Kitchanga", "a family"),
        ("Karen National Liberation Army", "Kawkareik", "two teachers"),
        ("New People's Army", "Catarman", "three farmers"),
    ],
)
@pytest.mark.parametrize(("day", "own"), [("8 October", True), ("10 October", False)])
def test_a_denial_of_another_day_is_of_another_deed(group, place, whom, day, own):
    text = (AMBUSHED + NOT_US).format(group=group, place=place, whom=whom, day=day, when="10 October")
    assert any(one.status == "denied" for one in code_text(text).reports) == own
