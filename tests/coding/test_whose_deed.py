"""Who does it and who is hit, where trees, sums of dead or labels would swap the two."""

import pytest

from crossreport.model import EventReport
from tests.coding.coded import code_text, names


def _first(text: str) -> EventReport:
    return code_text(text).reports[0]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Congolese soldiers and auxiliaries summarily executed at least 56 civilians in Ituri on May 22.", "FARDC"),
        ("Gunmen shot at an ambulance in Toribio in Colombia on Tuesday.", "unidentified armed group"),
        ("The pursuing Lou Nuer youth killed nine of the raiders in South Sudan.", "pursuing Lou Nuer youth"),
        ("The air force bombed a camp of the dissidents in Guaviare in Colombia.", "Colombian Aerospace Force"),
    ],
)
def test_who_does_it_is_not_the_one_hit(text: str, who: str):
    report = _first(text)
    assert names(report, "agent") == {who}
    assert who not in names(report, "target")


def test_a_headlines_passive_stays_one():
    assert names(_first("Policeman shot at checkpoint in Bamako"), "target") == {"Malian police"}


def test_the_dead_on_one_side_are_that_sides():
    report = _first("On the army's side, three were killed in Kachin in Myanmar on Tuesday.")
    assert names(report, "target") == {"Myanmar military"}


def test_others_hurt_beside_policemen_are_no_civilians():
    text = "Seven policemen were killed and five others injured when militants stormed a post in Kech in Pakistan."
    assert "civilians" not in names(_first(text), "target")


def test_labelled_dead_of_an_attack_are_the_attackers_own():
    text = "The BLA stormed army camps in Nushki and Panjgur in Pakistan on Monday, in which 13 terrorists were killed."
    assert "Pakistani opposition armed groups" not in names(_first(text), "target")


def test_what_a_side_is_reported_to_have_done_is_alleged_and_not_its_own_word():
    report = _first("M23 reported to have executed three youths accused of spying in Kitchanga in Congo.")
    assert report.status == "alleged"
    assert not report.attribution


def test_sources_that_tell_of_wounded_are_not_hit():
    text = "The army shelled the village of Dar in Sri Lanka, killing four, and wounding nine, medical sources said."
    assert all("sources" not in name for name in names(_first(text), "target"))


def test_an_abbreviation_in_brackets_says_who_is_linked_to_al_qaeda():
    text = (
        "Fighters of the Al-Qaeda-linked Group for the Support of Islam and Muslims (JNIM) "
        "attacked a position in Barga in Burkina Faso on Monday."
    )
    assert names(_first(text), "agent") == {"JNIM"}


def test_they_behind_a_deed_are_its_one_doer():
    reports = code_text("The M23 movement attacked Sake in Congo on Monday. They also took away six men.").reports
    taken = next(report for report in reports if report.type.label == "abduction")
    assert names(taken, "agent") == {"M23"}
    fought = code_text("Soldiers attacked Tula in Nigeria. Villagers fled into the forest. They took away six men.")
    assert all(report.type.label != "abduction" or not names(report, "agent") for report in fought.reports)


def test_where_a_convoy_was_hit_is_nobody():
    report = _first("The convoy of the army was hit at Zamuran Cross in Balochistan by a mine planted by the BLA.")
    assert names(report, "target") == {"Pakistan Army"}
    thrown = _first("Stones were thrown at police in Srinagar in Kashmir on Monday.")
    assert any("olice" in name for name in names(thrown, "target"))


def test_who_sets_a_house_ablaze_stands_behind_by():
    report = _first("The house was set ablaze by the fleeing secessionists in Kumbo in Cameroon, the army said.")
    assert names(report, "agent") == {"Cameroonian opposition armed groups"}


def test_a_source_that_the_next_sentence_names_speaks_under_its_name():
    report = _first(
        "Gunmen killed two men in Guasdualito in Venezuela on Sunday, a vigilante source said. "
        "The source, Pedro Rojas, told our reporter that they came on motorcycles."
    )
    assert [voice.speaker for voice in report.attribution] == ["Pedro Rojas"]
