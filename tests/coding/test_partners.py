"""Who takes part beside a doer or a target."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "agents", "supporters"),
    [
        (
            "Chadian soldiers accompanied by Cameroonian troops attacked a Boko Haram camp near Bosso on Monday.",
            {"Chadian Armed Forces", "Cameroonian Army"},
            set(),
        ),
        (
            "The Kachin Independence Army, in cooperation with the Arakan Army, seized a base in Hpakant on Friday.",
            {"Kachin Independence Army", "Arakan Army"},
            set(),
        ),
        (
            "Russian soldiers together with Wagner mercenaries stormed Ukrainian positions in Bakhmut on Monday.",
            {"Russian Armed Forces", "Wagner Group"},
            set(),
        ),
        (
            "Libyan troops, supported by Turkish warplanes, captured the town of Tarhuna on Friday.",
            {"Libyan Armed Forces"},
            {"Turkey"},
        ),
    ],
)
def test_forces_beside_a_doer_take_part(text, agents, supporters):
    report = code_text(text).reports[0]
    assert (names(report, "agent"), names(report, "supporter")) == (agents, supporters)


def test_a_state_that_only_backs_others_takes_no_part():
    report = code_text("Houthi fighters, backed by Iran, seized the town of Dhalea in Yemen on Monday.").reports[0]
    assert "Iran" not in names(report)


def test_those_caught_together_are_no_partners_of_the_captor():
    report = code_text(
        "Iraqi troops arrested a commander together with two Islamic State fighters in Kirkuk on Monday."
    )
    assert "Islamic State" not in names(report.reports[0], "agent", "supporter")


def test_why_a_partner_takes_part_is_said():
    report = code_text("The Congolese army, backed by Wazalendo fighters, attacked M23 positions at Sake on Monday.")
    assert any(reason.rule == "partner" for reason in report.reports[0].reasons)
