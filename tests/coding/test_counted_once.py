"""Whose toll a number is: shares by day and by means, two groups that one deed hit, vague words said more exactly."""

import pytest

from tests.coding.coded import code_text


def dead(text, day="2023-05-10"):
    """The type, day and first whole number of killed of each record."""
    coded = code_text(text, day)
    by_id = {figure.id: figure for figure in coded.figures}
    found = []
    for report in coded.reports:
        own = [by_id[each] for each in report.figures if by_id[each].measure == "killed"]
        whole = [figure for figure in own if figure.part_of is None] or own
        number = (whole[0].best or whole[0].low) if whole else None
        found.append((report.type.label, report.when.edtf if report.when else None, number))
    return found


def figures(text, day="2023-05-10"):
    """Measure and number of every figure."""
    return sorted((each.measure, each.best or each.low) for each in code_text(text, day).figures)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "At least eight people were killed on Tuesday in the town of Bakhmut. Five of them died in air strikes on "
            "the market place. Another three were killed in shelling earlier on Tuesday.",
            [("air_strike", "2023-05-09", 5), ("shelling", "2023-05-09", 3)],
        ),
        (
            "Twelve people were killed in Mocoa over the weekend. Seven died on Saturday when gunmen opened fire in a "
            "bar, and five were shot dead on Sunday.",
            [("attack_on_civilians", "2023-05-06", 7), ("attack_on_civilians", "2023-05-07", 5)],
        ),
        (
            "Nearly 50 people were killed in Nyala over the past two days, a doctor said on Wednesday. On Tuesday 25 "
            "people were killed in air strikes on the town. On Monday air strikes killed 23 people in Nyala.",
            [("air_strike", "2023-05-09", 25), ("air_strike", "2023-05-08", 23)],
        ),
    ],
)
def test_shares_are_told_apart_by_day_and_by_means(text, told):
    assert dead(text) == told


def test_shares_of_one_day_and_deed_stay_one_happening():
    text = "Twenty people died in shelling of Kharkiv on Tuesday. Eleven of them were women and nine were children."
    assert [number for _, _, number in dead(text)] == [20]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "Drone strikes killed at least 20 fighters of al-Shabaab in Adado on Thursday. One civilian was also "
            "killed in the strikes, elders said.",
            21,
        ),
        ("A car bomb killed seven policemen in Quetta on Friday. Four civilians also died in the blast.", 11),
        # they may be among the twelve
        ("Twelve people were killed in an air strike on Sirte on Tuesday. Two children were also killed.", 12),
    ],
)
def test_another_group_that_was_also_hit_is_added(text, number):
    assert [dead_ for _, _, dead_ in dead(text)] == [number]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Bandits attacked Kaura village on Sunday, killing several farmers. Six farmers were killed in the attack.",
            [("killed", 6)],
        ),
        ("Scores die in Gao blast\n\nA bomb went off in Gao on Friday, killing 47 people.", [("killed", 47)]),
        # another voice's number is a figure of its own
        (
            "Clashes left dozens of soldiers dead in Arauca on Sunday, the governor said. The ELN said that 30 "
            "soldiers were killed.",
            [("killed", 24), ("killed", 30)],
        ),
        # of whom they may be a part
        (
            "Shelling killed several people in Omdurman on Saturday. Three children were killed in the shelling.",
            [("killed", 3), ("killed", 3)],
        ),
    ],
)
def test_a_vague_word_yields_to_the_number_of_its_voice(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "25 Fighters Killed, Injured near Goma\n\nThe army clashed with M23 near Goma on Tuesday.",
            ("killed_and_wounded", 25),
        ),
        (
            "Dozens Killed Injured in Blast at Kabul Mosque\n\nA blast hit a mosque in Kabul on Friday.",
            ("killed_and_wounded", 24),
        ),
        ("Woman Killed 2 Children Injured in Shelling of Kherson\n\nShells hit Kherson on Monday.", ("wounded", 2)),
        ("Over 1 000 civilians have been killed in El Fasher since April.", ("killed", 1000)),
        ("Some 12 000 people were displaced from Masisi last week.", ("displaced", 12000)),
        (
            "Since then more than a quarter of a million people have been killed and 10 million displaced across the "
            "war-battered country.",
            ("killed", 250000),
        ),
    ],
)
def test_numbers_of_headlines_and_with_spaces(text, told):
    assert told in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two men on a motorcycle shot dead a rubber tapper in Yala on Monday.",
        "Both first responders the Red Cross and Civil Defence reported that 35 people were killed in Mekelle.",
    ],
)
def test_those_who_shoot_or_report_have_not_died(text):
    assert ("killed", 2) not in figures(text)


def test_a_siege_of_the_place_makes_no_tally_of_one_day():
    text = "Air strikes on Monday killed 23 people in the town, which has been under siege since rebels seized it."
    assert [(figure.best, figure.cumulative) for figure in code_text(text).figures] == [(23, False)]
