"""Whose fire, whose fight, whose station: what a side's voice, the deed beside it and the build of a noun tell."""

import pytest

from tests.coding.coded import code_text, names


def _of(text, *types):
    return [report for report in code_text(text).reports if report.type.label in types]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "Nine Boko Haram fighters died in an air strike near Marte on Monday, Chad's army said.",
            "air_strike",
            "Chad",
        ),
        (
            "BOGOTA - The Colombian army said on Friday that ELN camps near Tame had been hit by artillery fire.",
            "shelling",
            "Colombia",
        ),
        (
            '"More than 20 Houthi fighters were killed in air strikes in Marib," the Saudi-led coalition said.',
            "air_strike",
            "coalition",
        ),
    ],
)
def test_fire_that_hit_the_foes_of_the_side_that_tells_of_it_is_its_own(text, type_, who):
    found = _of(text, type_)
    assert found
    assert all(any(who in name for name in names(report, "agent")) for report in found)


@pytest.mark.parametrize(
    "text",
    [
        "Nine fishermen were killed in an air strike near Marte on Monday, Chad's army said.",
        "Residents said that nine Taliban fighters were killed in an air strike near Kunduz.",
        "Mali's army said that six JNIM fighters were killed in a French air strike near Kidal.",
    ],
)
def test_no_civilians_dead_and_no_allys_fire_is_laid_at_the_tellers_door(text):
    for report in _of(text, "air_strike"):
        assert not any("Chad" in name or "Mali" in name or "Taliban" in name for name in names(report, "agent"))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Posts near Kupiansk came under the air strikes of Russian warplanes on Monday.", "Russia"),
        ("Families fled the raids of army jets near Nyala in Sudan on Tuesday.", "Sudan"),
    ],
)
def test_air_strikes_of_warplanes_are_theirs(text, who):
    found = _of(text, "air_strike")
    assert found
    assert all(any(who in name for name in names(report, "agent")) for report in found)


def test_who_receives_strikes_is_hit():
    (report,) = _of("Islamic State positions received direct strikes near Gao on Monday.", "air_strike", "shelling")
    assert "Islamic State" in names(report, "target")
    assert not names(report, "agent")


def test_an_assault_is_a_sides_whatever_its_label():
    (report,) = _of("Twelve soldiers were killed in a jihadist assault on Djibo on Sunday.", "offensive")
    assert names(report, "agent")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A car bomb outside an army base in Cauca that wounded four people went off on Monday.", "Colombia"),
        ("The militia claimed a bomb attack at a police station in Kabul that killed nine people.", "Police"),
    ],
)
def test_a_station_does_nothing(text, wrong):
    for report in code_text(text).reports:
        assert not any(wrong in name for name in names(report, "agent"))


@pytest.mark.parametrize(
    ("text", "type_", "wrong"),
    [
        (
            "Troops in Cameroon freed the headmistress of a school near Bafut, abducted three days earlier.",
            "abduction",
            "Cam",
        ),
        ("Police in Jos freed the chief, kidnapped by bandits a week ago.", "abduction", "Police"),
        ("Soldiers found the nurse, shot dead near Rutshuru in Congo on Friday.", "killing", "FARDC"),
    ],
)
def test_a_bare_participle_behind_a_comma_is_said_of_the_noun_before_it(text, type_, wrong):
    for report in _of(text, type_, "attack_on_civilians"):
        assert not any(wrong in name for name in names(report, "agent"))
        assert names(report, "target")


def test_a_row_of_verbs_stays_the_subjects():
    (report,) = _of(
        "Gunmen ambushed the patrol, wounded three officers and escaped near Tumaco.", "armed_clash", "offensive"
    )
    assert names(report, "agent", "party")


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "The ELN shelled army positions near Tame in Colombia as fighting raged around the town.",
            ("ELN", "Colombia"),
        ),
        (
            "Houthi fighters attacked government posts near Marib on Sunday. Fighting went on at night.",
            ("Houthi", "Yemen"),
        ),
    ],
)
def test_a_fight_beside_a_deed_is_of_its_two_sides(text, both):
    (report,) = _of(text, "armed_clash")
    found = names(report, "party")
    assert all(any(one in name for name in found) for one in both)


def test_a_fight_told_as_another_one_has_no_sides_from_it():
    text = "ARSA fighters attacked Arakan Army posts in Maungdaw on Monday. Clashes also broke out in Kachin."
    for report in _of(text, "armed_clash"):
        assert not names(report, "party")


def test_who_is_founded_or_renamed_changes_himself():
    (report,) = _of(
        "Founded in May, the Karenni Nationalities Defence Force has taken towns from the junta.", "group_change"
    )
    assert any("Karenni" in name for name in names(report, "agent"))


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "The army gave the RSF a day to free the doctors it abducted when it stormed the hospital in Nyala.",
            "abduction",
            "Rapid",
        ),
        ("The governor asked the M23 to release the teachers it had abducted in Masisi in Congo.", "abduction", "M23"),
        (
            "A key ally of the Syrian government Russia began carrying out air strikes in the country in May.",
            "air_strike",
            "Russia",
        ),
        (
            "A key ally of the Syrian government, Russia began carrying out air strikes in the country in May.",
            "air_strike",
            "Russia",
        ),
    ],
)
def test_it_is_who_is_to_free_them_and_an_ally_is_not_whose_ally_he_is(text, type_, who):
    (report,) = _of(text, type_)
    assert all(who in name for name in names(report, "agent"))
    assert names(report, "agent")


def test_the_two_sides_are_those_told_before_not_the_dead():
    text = (
        "The army and the RSF fought in Bahri in Sudan on Monday. In May more than 300 people were killed in a battle "
        "between the two sides in Nyala."
    )
    for report in _of(text, "armed_clash"):
        assert not any("civilian" in name for name in names(report, "party"))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Residents of Bel Air in Port-au-Prince fled. The gang G-9 attacked the area, and G-9 burned homes.", "G-9"),
        ("RNF-7 fighters shot two farmers dead near Mwaro in Burundi on Friday.", "RNF-7"),
    ],
)
def test_a_group_called_by_letters_and_a_number_is_one(text, who):
    found = {name for report in code_text(text).reports for name in names(report, "agent")}
    assert who in found


def test_aeroplanes_and_roads_called_so_are_no_groups():
    text = "F-16 fighters bombed a camp near Bajaur in Pakistan on Monday, and the N-5 road was shut."
    assert not any("-16" in name or "N-5" in name for report in code_text(text).reports for name in names(report))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen ambushed a police patrol near Glogovac in Kosovo on Monday.",
        "Two officers died when a police convoy was ambushed near Jos in Nigeria on Monday.",
    ],
)
def test_a_patrol_of_the_police_is_no_armys(text):
    found = {name for report in code_text(text).reports for name in names(report)}
    assert any("olice" in name for name in found)
    assert not any("Armed Forces" in name for name in found)


def test_a_caption_run_together_with_a_sentence_lends_it_no_doer():
    text = "Gen Oleh Sirko former deputy chief of staff The brigade also killed a commander of the militia in Dnipro."
    for report in code_text(text).reports:
        assert not any("Sirko" in name for name in names(report, "agent"))
