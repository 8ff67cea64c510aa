"""Tolls as outlets of many wars tell them: single victims, bodies, custody, two groups in one sentence."""

import pytest

from tests.coding.coded import code_text


def tolls(text):
    """Measure and literal interval of every toll, by measure."""
    found = [(f.measure, f.low, f.best, f.high) for f in code_text(text).figures if f.measure != "other"]
    return sorted(found, key=lambda toll: (toll[0], -(toll[2] or toll[1] or toll[3] or 0)))


def one(measure, number):
    return (measure, number, number, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot a trader dead in Jos on Monday.", [one("killed", 1)]),
        ("A young farmer was found dead in Tumaco.", [one("killed", 1)]),
        ("A woman was hit by shrapnel and pronounced dead at a hospital in Kharkiv.", [one("killed", 1)]),
        ("A nurse was fatally shot in Port-au-Prince.", [one("killed", 1)]),
        ("The driver had several shrapnel wounds and died in Kharkiv.", [one("killed", 1)]),
        ("Three protesters were fatally wounded in Khartoum.", [one("killed", 3)]),
        ("Her son was killed by a sniper in Taiz.", [one("killed", 1)]),
        ("Police engaged a gunman, killing him, in Mombasa.", [one("killed", 1)]),
        ("The attacker, a father of three, was shot dead in Hebron.", [one("killed", 1)]),
        ("The blast left a teenager dead and six others wounded in Quetta.", [one("killed", 1), one("wounded", 6)]),
        ("The strike killed a man and wounded his wife in Saada.", [one("killed", 1), one("wounded", 1)]),
        # those who are said to have killed have not died
        ("Two gunmen are believed to have killed a teacher in Jolo.", [one("killed", 1)]),
        ("Shells hit Mocha on Sunday, and two civilians are known to have died.", [one("killed", 2)]),
        ("Nine miners are thought to have been killed at Djugu.", [one("killed", 9)]),
        # one person's age
        ("A motorcycle rider of 52 was beaten to death in Wum on Saturday.", [one("killed", 1)]),
        # those who shoot are counted, but are not the dead
        ("Two gunmen shot dead a teacher in Jolo on Monday.", [one("killed", 1)]),
        ("Three soldiers shot dead a farmer near Bamenda.", [one("killed", 1)]),
        ("Four men on motorcycles shot dead two policemen in Peshawar.", [one("killed", 2)]),
    ],
)
def test_one_victim_without_a_number(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Several rebels opened fire on the patrol and were killed near Bria.", [("killed", 3, None, 9)]),
        ("The bodies of seven villagers were found in a well near Djibo.", [one("killed", 7)]),
        ("Rescuers recovered 14 bodies from the rubble in Odesa.", [one("killed", 14)]),
        ("The militia lost 40 men in the battle for Afrin.", [one("killed", 40)]),
        ("52 people are confirmed dead in Aden.", [one("killed", 52)]),
        ("Six soldiers were wounded, one of whom later died, near Gao.", [one("killed", 1), one("wounded", 6)]),
        ("The attack killed 11 people and left 3,000 homeless.", [one("displaced", 3000), one("killed", 11)]),
        ("Over 100 people remain missing in Derna.", [("missing", 100, 100, None)]),
        ("A bomb injured eight people last week in Baidoa.", [one("wounded", 8)]),
        # parts of the dead end where the next number has a fate of its own
        (
            "At least 31 people were killed, among them 22 herders and nine guards, and 47 were hurt near Rumbek.",
            [("killed", 31, 31, None), one("killed", 22), one("killed", 9), one("wounded", 47)],
        ),
        (
            "Forty people died in Yelwata, including 12 women and three guards, and 20 were wounded.",
            [one("killed", 40), one("killed", 12), one("killed", 3), one("wounded", 20)],
        ),
        ("Nine rebels dead, 6 captured in Cotabato clash", [one("detained", 6), one("killed", 9)]),
        ("Two commandos made the supreme sacrifice in Kupwara.", [one("killed", 2)]),
        ("Doctors put the number of people killed at Nyala since Monday at 22.", [one("killed", 22)]),
        # the people of a country behind a word that often labels
        ("On that day, 19 Ukrainian servicemen were killed.", [one("killed", 19)]),
    ],
)
def test_the_dead_the_lost_and_the_missing(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were taken into custody in Sittwe.", [one("detained", 2)]),
        ("Troops took five suspects into custody in Sittwe.", [one("detained", 5)]),
        ("Troops captured an insurgent commander in Kunduz.", [one("detained", 1)]),
        ("Around 60 were taken hostage in Moura.", [("abducted", None, 60, None)]),
        ("Police detained the chief along with three of his aides.", [one("detained", 4), one("detained", 3)]),
    ],
)
def test_those_who_are_taken(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("Five policemen and two civilians were killed in Swat.", 7, [5, 2]),
        ("18 militants and three soldiers died in Boni.", 21, [18, 3]),
        ("Shells wounded two medics and a driver in Kramatorsk.", 3, [2, 1]),
    ],
)
def test_two_groups_hit_by_one_deed_are_also_their_sum(text, whole, parts):
    figures = [f for f in code_text(text).figures if f.measure != "other"]
    (total,) = (f for f in figures if f.part_of is None)
    assert total.best == whole
    assert sorted((f.best for f in figures if f.part_of == total.id), reverse=True) == parts


@pytest.mark.parametrize(
    "text",
    [
        "The toll from the bombing in Kabul climbed from 20 to 31.",
        "Tribesmen killed 12 soldiers in Marib and wounded 3.",
        "At least 160 people were killed in Marib. The clashes led to the deaths of 110 rebels and 48 soldiers.",
    ],
)
def test_what_is_never_added(text):
    numbers = {f.best for f in code_text(text).figures}
    assert not numbers & {51, 15, 158}


def test_a_name_never_becomes_the_words_of_a_sum():
    figures = code_text("Gunmen killed Tesfaye Alemu and three farmers in Mekelle.").figures
    assert not any("Tesfaye" in figure.wording + figure.of.text for figure in figures)


def test_discovered_bodies_are_counted_with_their_discovery():
    coded = code_text("Eleven bodies were found in a mass grave near Tarhuna on Monday.")
    (figure,) = (f for f in coded.figures if f.measure == "killed")
    assert figure.best == 11
    assert [report.type.label for report in coded.reports if figure.id in report.figures] == ["bodies_found"]


def test_wounds_are_no_people_and_one_death_is_not_three():
    assert tolls("Doctors in Aden treated a boy who was suffering from multiple gunshot wounds.") == []
    assert one("killed", 3) not in tolls("Three people were shot, one fatally, in Jos on Monday.")


@pytest.mark.parametrize("mark", ["after", "since"])
def test_who_flees_a_killing_is_told_beside_the_killing(mark):
    coded = code_text(f"Thousands have fled Sake {mark} M23 fighters killed twelve villagers in Shasha on Monday.")
    told = {report.type.label: report for report in coded.reports}
    assert set(told) == {"displacement_evacuation", "attack_on_civilians"}
    assert {part.role for part in told["displacement_evacuation"].participants} <= {"target"}
    assert [(f.measure, f.event_report) for f in coded.figures if f.best == 12] == [
        ("killed", told["attack_on_civilians"].id)
    ]


@pytest.mark.parametrize(
    "wider", ["Attacks have killed thousands over the past decade.", "Toll of the day: 34 killed."]
)
def test_a_toll_of_a_decade_or_a_day_is_not_that_of_one_attack(wider):
    coded = code_text(f"Gunmen killed 12 soldiers near Inates in Niger on Sunday. {wider}")
    assert [figure.best for figure in coded.figures if figure.event_report] == [12]


@pytest.mark.parametrize(
    "text",
    [
        "Two patients died of cholera in Goma on Sunday.",
        "Hunger has killed nine children in Baidoa this month.",
        "A prisoner died of a heart attack in Insein on Friday.",
        "Four displaced people died from cold in Idlib on Monday.",
        "The governor had a heart attack in Maiduguri on Monday.",
    ],
)
def test_nobody_attacked_whom_an_illness_killed(text):
    assert {report.type.label for report in code_text(text).reports} <= {"other"}


def test_wounds_are_no_illness():
    (report,) = code_text("Two porters died of their wounds in Goma on Sunday.").reports
    assert report.type.label == "attack_on_civilians"


@pytest.mark.parametrize(
    "text",
    [
        "Hospitals in Tripoli counted 220 dead since the militia launched its offensive on 4 April.",
        "Clinics in Omdurman counted 220 wounded since the army began its assault on 15 May.",
    ],
)
def test_what_is_counted_since_a_deed_is_no_toll_of_its_day(text):
    (figure,) = [figure for figure in code_text(text).figures if figure.best == 220]
    assert figure.cumulative
    assert figure.event_report is None
