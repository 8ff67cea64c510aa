"""Dead, wounded and bodies told behind a deed are those of the deed; other days, means and voices keep theirs."""

import pytest

from tests.coding.coded import code_text


def told(text):
    """Every report's type and its whole tolls."""
    coded = code_text(text)
    figures = {figure.id: figure for figure in coded.figures}
    rows = []
    for report in coded.reports:
        own = [figures[each] for each in report.figures]
        tolls = [
            (each.measure, each.best) for each in own if each.measure in ("killed", "wounded") and not each.part_of
        ]
        rows.append((report.type.label, sorted(tolls)))
    return rows


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A drone of the army struck a fuel depot in Nyala in Sudan on Monday. The fire was still burning at night. "
            "Two guards were burnt to death, and eleven workers suffered burns.",
            [("air_strike", [("killed", 2), ("wounded", 11)])],
        ),
        (
            "Boko Haram fighters ambushed a military convoy near Damboa in Nigeria on Monday. "
            "An officer and four soldiers lost their lives. A gun truck was set ablaze.",
            [("armed_clash", [("killed", 5)])],
        ),
        (
            "ADF rebels raided the village of Mangina in Congo on Monday. Twelve farmers were killed. "
            "The assailants then set fire to forty huts.",
            [("attack_on_civilians", [("killed", 12)])],
        ),
        (
            "Jets bombed a prison in Hodeidah in Yemen on Monday. Rescue workers had recovered 40 bodies by nightfall. "
            "More than 60 detainees were injured.",
            [("air_strike", [("killed", 40), ("wounded", 60)])],
        ),
        (
            "Gunmen of the ELN stormed a police post in Saravena in Colombia on Tuesday night and "
            "shot five policemen dead. They scattered nails on the road.",
            [("offensive", [("killed", 5)])],
        ),
        (
            "The bodies of four men were found on Monday beside a road near Culiacan in Mexico. "
            "They had been shot in the head.",
            [("bodies_found", [("killed", 4)])],
        ),
        (
            "Abu Sayyaf gunmen attacked an army post in Patikul in the Philippines on Monday. Three soldiers were "
            "killed. Two days ago the army had shelled a village.",
            [("offensive", [("killed", 3)]), ("shelling", [])],
        ),
    ],
)
def test_what_became_of_people_belongs_to_the_deed_before(text, wanted):
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Jets bombed a market in Mekelle in Ethiopia on Monday. Three teachers were shot dead in Axum on Tuesday.",
            ["air_strike", "attack_on_civilians"],
        ),
        (
            "Shells hit the port of Mykolaiv in Ukraine on Monday. In a separate incident, two fishermen were "
            "killed by a mine at Ochakiv.",
            ["shelling", "explosion"],
        ),
    ],
)
def test_the_dead_of_another_day_place_or_means_are_its_own(text, wanted):
    assert [label for label, _ in told(text)] == wanted


def test_the_killing_of_those_hit_before_is_that_deed():
    coded = code_text(
        "Two local officials were shot dead in Nekemte in Ethiopia on Friday. A day later a bus was ambushed outside "
        "Gimbi, and seven passengers died. Police opened an inquiry into the killing of the officials."
    )
    deeds = [report for report in coded.reports if report.type.label in ("attack_on_civilians", "killing")]
    assert len(deeds) == 2
    assert all("official" not in p.as_written for p in deeds[1].participants)


def test_fighting_that_broke_out_is_a_clash():
    coded = code_text("Fighting broke out in Tripoli in Libya on Friday night between two brigades.")
    assert [report.type.label for report in coded.reports] == ["armed_clash"]


def test_a_raid_to_abduct_and_an_exchange_of_fire_are_part_of_the_deed():
    assert told("Bandits raided Gidigori in Nigeria on Wednesday and abducted twenty farmers.") == [("abduction", [])]
    assert told(
        "Gunmen attacked a convoy near Sevare in Mali on Monday. Two attackers were killed in the exchange of fire."
    ) == [("armed_clash", [("killed", 2)])]


def test_a_toll_that_now_stands_replaces_the_earlier_one():
    text = "Gunmen attacked a village near Ansongo in Mali on Friday. An official said 40 were dead. Death toll now 51."
    assert told(text) == [("attack_on_civilians", [("killed", 51)])]
