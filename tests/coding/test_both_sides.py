"""The dead of one fight told in two clauses, by several names, or by who lost them."""

import pytest

from tests.coding.coded import code_text, some


def tolls(text):
    return {(f.measure, f.best or f.high) for f in code_text(text).figures if f.part_of is None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army lost four soldiers while killing 17 insurgents in an ambush near Damboa.", {("killed", 21)}),
        ("One of the army's men was killed and two rebels were killed in the fighting in Mindanao.", {("killed", 3)}),
        ("The shelling of Sumy killed nine people on the spot while three more died in hospital.", {("killed", 12)}),
        ("The mayor of a town in Guerrero and his driver were shot dead on Sunday.", {("killed", 2)}),
        (
            "Rebels killed two policemen in Cauca and shot dead three soldiers in Nariño.",
            {("killed", 2), ("killed", 3)},
        ),
        ("Rebels killed three soldiers and wounded eight in Kidal.", {("killed", 3), ("wounded", 8)}),
        ("The blast killed five people and the town of Baga buried 12 people.", {("killed", 5), ("killed", 12)}),
    ],
)
def test_the_dead_of_both_sides_are_added_and_those_of_two_deeds_are_not(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen attacked a village near Tahoua, shooting two men and wounding a woman.",
            {("killed", 2), ("wounded", 1)},
        ),
        ("Three teachers were shot in the head near Pattani.", {("killed", 3)}),
        ("A farmer was hacked to death in Benue on Tuesday.", {("killed", 1)}),
        ("A herder was burned alive in Jonglei.", {("killed", 1)}),
        ("A court in Khartoum sentenced to death two men for treason.", set()),
    ],
)
def test_who_is_shot_beside_the_wounded_in_the_head_or_hacked_to_death_is_dead(text, expected):
    assert {pair for pair in tolls(text) if pair[0] in ("killed", "wounded")} == expected


def test_of_the_dead_some_are_soldiers():
    coded = code_text("A bomb hit a barracks in Zamboanga. Of the 22 dead, 15 were soldiers.")
    assert [(f.measure, f.best) for f in coded.figures] == [("killed", 22), ("killed", 15)]


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia said Eritrea lost 40 troops at Badme on Friday.",
        "The Eritrean army lost 40 soldiers at Badme on Friday, Ethiopia said.",
    ],
)
def test_what_a_side_is_said_to_have_lost_tells_a_fight(text):
    (report,) = code_text(text).reports
    assert report.type.label == "armed_clash"
    assert [p.actor.name for p in report.participants] == ["Eritrean Defence Forces"]


@pytest.mark.parametrize("who", ["the Gulf Clan", "the ELN"])
def test_the_wounded_of_lost_fighters_are_no_further_side(who):
    other = {"the Gulf Clan": "ELN", "the ELN": "Gulf Clan"}[who]
    coded = code_text(
        f"According to the {other}, {who} lost 40 fighters in Cúcuta, Colombia. {who.capitalize()} said two of "
        "them had been wounded."
    )
    assert not any(participant.role == "party" for report in coded.reports for participant in report.participants)


@pytest.mark.parametrize(
    "text",
    [
        "The Colombian army said seven ELN fighters were killed in a clash near Tibu on Monday. The indigenous guard "
        "said two of its men were killed in the clash. Residents said five soldiers were killed there.",
        "The Ethiopian army said nine Fano fighters were killed in fighting in Debre Tabor on Friday. A local militia "
        "said four of its men were killed in the fighting. Fano said five soldiers were killed there.",
    ],
)
def test_what_rival_voices_count_breaks_no_toll_down(text):
    assert all(figure.part_of is None for figure in some(code_text(text).figures))


def test_what_one_voice_counts_breaks_its_toll_down():
    coded = code_text(
        "Police said 12 people were killed in a raid on Zurmi on Sunday. Seven villagers and five guards died."
    )
    assert len([figure for figure in coded.figures if figure.part_of is None]) == 1
