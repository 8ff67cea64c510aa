"""Deeds in words of other wars, refusals, and numbers that count no people."""

import pytest

from tests.coding.coded import code_text


def told(text):
    return [(report.type.label, report.status) for report in code_text(text).reports]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The rebels in Kidal said they would not attend the talks.", "statement_refusal"),
        ("The governor of Goma announced that he would not leave.", "statement_refusal"),
        ("The junta in Naypyidaw renewed its call on the fighters to disarm.", "statement_demand"),
        ("Most of the residents of Mindat have left for the forest.", "displacement_evacuation"),
        ("A commander of the rebels went over to the army in Gezira on Monday.", "defection_surrender"),
        ("Troops broke into the western district of Marawi on Friday.", "offensive"),
        ("The army won back the hospital in Bama on Sunday.", "territory_taken"),
        ("The general was removed from his post in Juba on Monday.", "other"),
        ("The mayor of Arauca suspended classes on Tuesday.", "other"),
        ("Fighters concluded a search operation near Kirkuk on Monday.", "offensive"),
        ("The use of chemical weapons by the army in Ghouta is not in doubt.", "chemical_attack"),
        ("A drone dropped two explosive charges on a police station in Loikaw.", "air_strike"),
        ("A bomb was made safe by an ordnance team in Derry on Monday.", "weapons_seized_or_destroyed"),
        ("Rebels bombed a pipeline in Arauca on Monday.", "explosion"),
        ("Raiders destroyed the village's two wells at Pibor.", "looting_destruction"),
        ("Saboteurs attempted to penetrate in the direction of Agdam on Tuesday.", "offensive"),
        ("A policeman sustained a bullet injury in Churachandpur on Monday.", "armed_clash"),
    ],
)
def test_deeds_in_other_words(text, type_):
    assert type_ in [label for label, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The residents of Rueso are asked to remain calm.",
        "The commander urged the media in Quetta to be responsible.",
        "More than 362,000 people have been displaced in Cabo Delgado since 2 March.",
        "Since January there have been five shootings in Tijuana.",
        "You feed the terrorists, the commander told villagers in Kunar.",
    ],
)
def test_routine_and_totals_are_no_happenings(text):
    assert told(text) == []


def test_who_is_found_shot_dead_is_found_and_counted():
    coded = code_text("Eleven men were found shot dead in Aguililla on Monday.")
    assert [report.type.label for report in coded.reports] == ["bodies_found"]
    assert [(f.measure, f.best) for f in coded.figures] == [("killed", 11)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eight insurgents were put out of action in Maroua on Monday.", [("killed", 8)]),
        ("A policeman sustained a bullet injury in Churachandpur on Monday.", [("wounded", 1)]),
        ("Troops of 59 Division captured the town of Mullaitivu on Sunday.", []),
        ("Two fishermen have been missing since Wednesday off Mannar.", [("missing", 2)]),
    ],
)
def test_numbers_of_people_and_of_none(text, expected):
    coded = code_text(text)
    assert [(f.measure, f.best) for f in coded.figures if not f.cumulative] == expected


def test_an_age_in_brackets_counts_nobody():
    coded = code_text("Yusuf Demir (22) suffered multiple bullet injuries in Diyarbakir on Monday.")
    assert not [f for f in coded.figures if f.best == 22 or "injur" in f.of.text]


def test_what_is_to_be_done_is_planned():
    assert told("A battalion is to be posted to Mueda from Monday.") == [("deployment", "planned")]


def test_who_had_fled_by_a_day_has_fled():
    assert ("displacement_evacuation", "happened") in told("More than 9,700 people had fled Upper Nile by Tuesday.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels in Kivu warned that they would take Butembo.", [("statement_threat", "happened")]),
        (
            "The fighters warned that they will shoot any trader on the road to Timika.",
            [("statement_threat", "happened")],
        ),
        ("The UN warned that militias would attack the camp in Drodro.", []),
        ("The army warned that it would not tolerate rallies in Conakry.", []),
    ],
)
def test_who_warns_of_own_force_threatens_and_who_warns_of_others_does_not(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A convoy of more than 60 army vehicles arrived in Juba on Monday.", "deployment"),
        ("A convoy of 12 trucks carrying flour arrived in El Geneina on Monday.", "aid_delivery"),
        ("A United Nations convoy of 38 trucks entered the besieged districts of Taiz on Friday.", "aid_delivery"),
    ],
)
def test_what_a_convoy_carries_says_what_its_coming_is(text, type_):
    assert [label for label, _ in told(text)] == [type_]
