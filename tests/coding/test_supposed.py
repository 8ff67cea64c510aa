"""What would come of a deed, and one that has not begun, are no deeds; one with its day is."""

import pytest

from tests.coding.coded import code_text, types


@pytest.mark.parametrize(
    "text",
    [
        "The envoy warned on Monday that a fall of El Obeid could lead to mass killings.",
        "Residents said the fall of Hajin to the coalition would mean the end of the group.",
        "The order could lead to the arrest of hundreds of teachers in Bamako, lawyers said.",
        "No, ECOWAS has not begun to bomb Niamey.",
        "The army has not started to shell the town of Lashio.",
    ],
)
def test_no_deed_is_told(text):
    assert [one for one in code_text(text, "2023-06-15").reports if one.status == "happened"] == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The fall of Goma on Monday could lead to a regional war, the mission said.", "territory_taken"),
        ("The army began to shell Lashio on Monday.", "shelling"),
        ("The blockade of Taiz led to clashes in the town on Monday.", "armed_clash"),
    ],
)
def test_a_deed_with_its_day_stays_told(text, type_):
    told = code_text(text, "2023-06-15").reports
    assert type_ in [one.type.label for one in told if one.status in ("happened", "ongoing")]


def test_a_bomb_that_was_laid_is_no_surrender():
    text = "A lorry of the Nigerian Army hit a bomb laid by suspected ISWAP fighters near Konduga on Monday."
    assert types(code_text(text, "2023-11-08")) == ["explosion"]


def test_arms_that_are_laid_down_are():
    assert types(code_text("Fifty fighters of ISWAP laid down their arms near Bama on Monday.", "2023-11-08")) == [
        "defection_surrender"
    ]
