"""Tolls that a page replaces itself, parts in a list, comparisons with earlier deeds, denied deeds of their own."""

import pytest

from tests.coding.coded import code_text


def _whole(text, measure="killed"):
    figures = [figure for figure in code_text(text).figures if figure.measure == measure]
    return [figure.best for figure in figures if figure.part_of is None and not figure.cumulative]


@pytest.mark.parametrize(
    "text",
    [
        "At least 14 people were killed when gunmen raided Djibo on Sunday, revising a toll of six given by a mayor.",
        "Militants killed six people in the village of Djibo on Monday. The toll rose to 14 from six on Wednesday.",
        "Militants attacked Djibo on Monday. Six people were killed, police said. Officials later put the toll at 14.",
        "A bomb in Djibo on Friday killed 14 people, police said. An earlier toll of six was given by a hospital.",
        "A bomb in Djibo on Friday killed six people. The death toll has since climbed to 14, a doctor said.",
        "A bomb in Jolo on Friday killed 14 people, the mayor said. The toll had been put at six first.",
        "The toll of Friday's shelling of Sumy rose to 14 from six, the governor said. It had been put at six first.",
    ],
)
def test_a_later_larger_toll_takes_the_earlier_one_in(text):
    assert _whole(text) == [14]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("A bomb in Djibo on Friday killed six people, police said. Residents put the toll at 14.", [6, 14]),
        ("Gunmen killed six people in Djibo on Monday. In Dori the death toll rose to 14.", [6, 14]),
        ("Gunmen killed six people in Djibo on Monday. The war's death toll has since risen to 4,000.", [6]),
        ("Five soldiers died in the ambush near Djibo on Monday; two more died of wounds on Tuesday.", [5, 2]),
    ],
)
def test_a_rival_and_another_toll_are_not_replaced(text, whole):
    assert _whole(text)[: len(whole)] == whole


@pytest.mark.parametrize(
    "text",
    [
        "At least 45 people, including 12 women and seven children, were killed when gunmen raided Djibo on Sunday.",
        "At least 45 people, including 12 women, 20 men and six children, were killed when gunmen raided Djibo.",
        "At least 45 people, among them 12 women and an infant, were killed by militants in Djibo on Sunday.",
        "An air strike killed 45 people in Djibo on Monday, three medics and a journalist among them.",
    ],
)
def test_what_is_listed_with_a_part_is_a_part(text):
    assert _whole(text) == [45]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 12 miners in Djibo on Monday, the worst attack since a similar raid in 2018.",
        "Gunmen killed 12 miners in Djibo on Monday in the deadliest attack there since 2018.",
        "An air strike killed 12 people in Djibo on Monday, the largest toll since a previous strike in 2019.",
    ],
)
def test_what_is_measured_by_an_earlier_deed_is_no_tally(text):
    coded = code_text(text)
    assert _whole(text) == [12]
    assert coded.reports[0].place.name == "Djibo"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Three men were shot by rebels in Djibo.", "killed_and_wounded"),
        ("Soldiers shot and killed three men in Djibo on Friday.", "killed"),
        ("Three people were shot and wounded in Djibo on Friday.", "wounded"),
        ("Our fighters executed three agents in Djibo on Monday.", "killed"),
    ],
)
def test_the_shot_are_counted_by_what_is_said_of_them(text, measure):
    (figure,) = code_text(text).figures
    assert (figure.measure, figure.best) == (measure, 3)


def test_a_denied_deed_of_its_own_stands_beside_another_deed_at_the_place():
    coded = code_text(
        "Officials said the rebels burned houses in Masisi on Friday. "
        "No air strike was carried out on Masisi, the army said."
    )
    assert [(r.type.label, r.status) for r in coded.reports] == [
        ("looting_destruction", "happened"),
        ("air_strike", "denied"),
    ]


def test_the_denial_of_the_attack_told_is_no_second_event():
    coded = code_text("Gunmen killed ten people in Sake on Friday. The rebels denied the attack in Sake.")
    assert [r.status for r in coded.reports] == ["happened"]
