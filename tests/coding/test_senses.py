"""Words of two senses that newsrooms use every day: the one that stands there is coded."""

import pytest

from tests.coding.coded import code_text, names, types


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A suicide car bomber attacked a hotel in Mogadishu in Somalia, killing nine people.", "explosion"),
        ("The jet fighter bombed the village of Singu in Myanmar, killing five villagers.", "air_strike"),
    ],
)
def test_bombers_and_fighters_on_the_ground_and_in_the_air(text, type_):
    coded = code_text(text)
    assert types(coded) == [type_]
    assert names(coded.reports[0], "agent") == set()


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Police arrested three rebels of the M23 for killing a trader in Goma in Congo.", {"M23"}),
        ("The court sentenced two soldiers for raping a woman in Bukavu in Congo.", {"FARDC"}),
        ("A man was arrested for robbing a bank in Lagos in Nigeria.", set()),
    ],
)
def test_those_who_are_punished_for_a_deed_have_done_it(text, doers):
    coded = code_text(text)
    deed = next(r for r in coded.reports if r.type.label not in ("arrest", "investigation_trial"))
    assert names(deed, "agent") <= doers


def test_a_lie_that_is_spread_is_denied():
    coded = code_text("The army is spreading the lie that the village of Singu in Myanmar was hit by our drones.")
    assert [report.status for report in coded.reports] == ["denied"]


def test_the_martyred_are_killed():
    coded = code_text("Indian troops martyred three youths in Shopian in Kashmir on Friday.")
    assert types(coded) == ["attack_on_civilians"]
    assert [(figure.measure, figure.low) for figure in coded.figures] == [("killed", 3)]
