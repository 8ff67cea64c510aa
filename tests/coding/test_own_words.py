"""Words for one's own, for the enemy and for those who fight: whose dead they are, and that they are no civilians."""

import pytest

from tests.coding.coded import code_text, names


def doers(text: str) -> set[str]:
    return {name for report in code_text(text).reports for name in names(report, "agent")}


def test_our_named_unit_in_a_quotation_is_the_speakers():
    found = doers(
        'A spokesman of the Karen National Liberation Army spoke on Friday. "Our Tiger Column attacked a camp of the '
        'junta army in Kawkareik in Myanmar and took it," he said.'
    )
    assert found == {"Karen National Liberation Army"}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels of the M23 lost 14 killed near Sake in the Democratic Republic of the Congo.",
        "Russian troops lost two tanks, a gun and up to 55 killed near Vuhledar in Ukraine.",
    ],
)
def test_who_loses_the_dead_has_killed_nobody(text):
    assert not doers(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban killed eleven enemy personnel in Maiwand in Afghanistan.",
        "The Colombian army killed nine elements in Argelia in Colombia.",
    ],
)
def test_members_and_enemy_personnel_are_no_civilians(text):
    kinds = {p.actor.kind for report in code_text(text).reports for p in report.participants if p.role == "target"}
    assert kinds
    assert "civilians" not in kinds


def test_the_command_of_a_region_is_an_armys():
    assert doers("The Eastern Command attacked Fano fighters near Shewa Robit in Ethiopia.") == {
        "Ethiopian National Defense Force"
    }
