"""How a fight went on is told behind it and is no happening of its own."""

import pytest

from tests.coding.coded import code_text


def told(text):
    return [report.type.label for report in code_text(text).reports]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Rebels attacked the army base in Loikaw in Myanmar on Monday. The soldiers fought back with air support "
            "and the rebels retreated at about 5 pm.",
            ["offensive"],
        ),
        ("Gunmen attacked a police post in Gao in Mali on Monday. The police fought back.", ["offensive"]),
        (
            "Rebels ambushed a convoy of the army near Mocoa in Colombia on Tuesday, killing four soldiers. "
            "The rebels detonated a minefield and then opened fire.",
            ["armed_clash"],
        ),
        (
            "Al-Shabaab fighters attacked an army base in Baidoa in Somalia on Monday. Somali troops drove back the "
            "attackers.",
            ["attack_repelled"],
        ),
        (
            "Rebels captured the base at Lailenpi in Myanmar on Monday. Five people cheered. "
            "Having lost the base, the army shelled Matupi on Tuesday.",
            ["territory_taken", "shelling"],
        ),
        (
            "Rebels attacked an army post at Bunagana in Congo on Monday. The army repelled an attack on Rutshuru on "
            "Tuesday.",
            ["offensive", "attack_repelled"],
        ),
        (
            "Jihadists attacked the customs post of Makalondi in Niger on Sunday, killing three agents. "
            "The assailants fled towards the border before soldiers arrived.",
            ["offensive"],
        ),
        (
            "Armed herders raided a village near Bor in South Sudan on Saturday and killed eleven people. "
            "The attackers arrived at dawn from three sides.",
            ["attack_on_civilians"],
        ),
        (
            "Separatists shelled positions of the Ukrainian army near Pisky on Sunday. Ukrainian troops returned fire.",
            ["shelling"],
        ),
        (
            "Gunmen opened fire on a patrol near Tame in Colombia on Sunday. "
            "The soldiers returned fire and killed two of the attackers.",
            ["armed_clash"],
        ),
        (
            "The army shelled Loikaw in Myanmar on Monday. Rebels shelled the barracks at Pekon on Monday.",
            ["shelling", "shelling"],
        ),
    ],
)
def test_how_it_went_on_is_part_of_it(text, wanted):
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Troops arrested 40 villagers who had taken shelter in a monastery in Kinmaw in Myanmar on Monday.",
        "Rebels took away 35 young people from Kyeintali in Myanmar for forced recruitment on Monday.",
    ],
)
def test_where_the_seized_were_and_what_for_is_no_deed(text):
    assert len(told(text)) == 1
