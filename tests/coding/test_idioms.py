"""Deaths in other words, numbers beside each other, and what a truce, a hospital or an agreement does not do."""

import pytest

from tests.coding.coded import code_text, names, some, types


def figures(text):
    return [(figure.measure, figure.low) for figure in code_text(text).figures]


def test_idioms_of_death_count_the_dead():
    assert figures("Eight soldiers embraced martyrdom in an attack on a post in Kalat on Monday.") == [("killed", 8)]
    assert figures("Three officers laid down their lives in the gun battle in Mopti on Monday.") == [("killed", 3)]


def test_sending_fighters_to_hell_deploys_nobody():
    coded = code_text("Security forces sent 12 terrorists to hell in an operation in Dera Ismail Khan on Monday.")
    assert "deployment" not in types(coded)
    assert [(figure.measure, figure.low) for figure in coded.figures] == [("killed", 12)]


def test_those_who_fall_are_no_attackers():
    (attack,) = code_text("Eight soldiers embraced martyrdom in an attack on a post in Kalat on Monday.").reports
    assert not names(attack, "agent")


def test_dead_told_side_by_side_are_no_parts_of_each_other():
    coded = code_text("Six soldiers and two civilians were killed in Tillaberi on Monday. Four of the attackers died.")
    by_id = {figure.id: figure for figure in coded.figures}
    parts = {figure.low: by_id[figure.part_of].low for figure in coded.figures if figure.part_of}
    assert parts == {6: 8, 2: 8}


def test_a_wound_is_no_killing():
    coded = code_text("Jean Baptiste, a mechanic, was wounded by gunmen in Carrefour on Monday.")
    assert "killing" not in types(coded)


def test_the_dead_of_a_war_are_not_those_of_its_peace():
    coded = code_text(
        "The government and the front signed a peace agreement in 2014 that ended decades of fighting in which some "
        "120,000 people were killed."
    )
    assert all(figure.event_report is None for figure in some(coded.figures))


def test_people_who_arrive_after_fleeing_are_displaced():
    text = "Some 9,600 people have arrived in Renk since Monday after fleeing clashes in Sennar."
    assert [measure for measure, _ in figures(text)] == ["displaced"]


def test_a_suspended_truce_is_none():
    coded = code_text("The group suspended its ceasefire with the government on Monday.")
    assert [report.status for report in coded.reports if report.type.label == "ceasefire_halt"] == ["ended"]


def test_what_will_not_happen_is_no_plan():
    assert types(code_text('"The army will not halt its operations in Papua," a spokesman said on Monday.')) == []


def test_those_wounded_by_gunfire_have_fought_nobody():
    (report,) = code_text("Civilians were wounded by gunfire in Taftanaz on Monday.").reports
    assert report.type.label == "attack_on_civilians"


def test_the_day_behind_the_speaker_is_the_day_of_saying():
    (claim,) = code_text('"The army will not halt its operations in Papua," a spokesman said on Monday.').claims
    assert claim.says == "The army will not halt its operations in Papua"


def test_an_age_counts_nobody():
    coded = code_text("Israeli forces killed two people in Jenin on Monday. The dead were a boy and a man of 30.")
    assert all(figure.low != 30 for figure in some(coded.figures))


def test_a_camp_called_after_somebody_is_a_place():
    (report,) = code_text("Gunmen attacked the Abdi Ali market in Baidoa on Sunday.").reports
    assert not names(report, "target")
    assert report.place is not None
    assert "Abdi Ali" in report.place.name


def test_the_mayor_of_a_town_is_not_the_town():
    coded = code_text("Anti-Balaka fighters abducted the mayor of Bouca on Friday and released him on Sunday.")
    abduction = next(report for report in coded.reports if report.type.label == "abduction")
    assert names(abduction, "agent") == {"anti-Balaka"}
    assert names(abduction, "target") == {"mayor of Bouca"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Malian army entered the rebel bastion of Kidal on Tuesday.", "territory_taken"),
        ("The Syrian army captured Al-Mayadin on Saturday.", "territory_taken"),  # also the name of a channel
        ("Air defence shot down a Su-25 near Kramatorsk on Monday.", "weapons_seized_or_destroyed"),
        ("About 2,000 civilians crossed the Moei on Monday.", "displacement_evacuation"),
        ("More than 200,000 have fled the west bank since Monday.", "displacement_evacuation"),
        ("Drivers were robbed by gunmen near Al-Kadaro on Monday.", "looting_destruction"),
        ("A tractor driver was blown up on a mine near Vilkhivka on Saturday.", "explosion"),
        ("The president ordered a commission of inquiry on Monday.", "investigation_trial"),
        ("The army left Bukavu and the rebels entered it on Friday without meeting resistance.", "territory_taken"),
        ("Sudanese Antonovs bombed Panakwach on Monday.", "air_strike"),
        ("Coalition Apaches hit a school in Hasakah on Friday.", "air_strike"),
        ("The army abandoned four towns near Dhusamareb on Monday.", "territory_lost"),
        ("The rebels handed over two wounded soldiers in Kibumba on Monday.", "prisoner_exchange_release"),
    ],
)
def test_words_for_it_that_many_wars_use(text, label):
    assert label in types(code_text(text))
    assert "visit_meeting" not in types(code_text(text))
