"""Deeds that are said to be untrue, words that tell no deed where they stand, nouns known by what they are."""

import pytest

from crossreport.words.events import ontology
from tests.coding.coded import code_text, types


@pytest.mark.parametrize(
    "text",
    [
        "The governor told the mission that claims that his guards had looted the market of Bor were baseless.",
        "The general said that reports that his men had burned the village of Tse were false.",
        "Reports that three fighters were captured in Marka on Tuesday are untrue.",
        "It is not true that our forces shelled the school in Avdiivka, the ministry said.",
    ],
)
def test_what_is_called_untrue_behind_its_clause_is_denied(text):
    assert {report.status for report in code_text(text).reports} == {"denied"}


def test_what_is_called_true_was_done():
    told = code_text("The minister said that claims that the army had killed four rebels in Gao were true.")
    assert "denied" not in {report.status for report in told.reports}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Chiúre falls outside the mission's area of responsibility, a colonel said.", "territory_taken"),
        ("The mines, which are banned by the Ottawa treaty, killed a child in Kharkiv.", "sanction"),
        ("Gunmen attacked the post near Jos, shouting religious slogans.", "protest"),
        ("Youths are mobilizing with a view to attacking Mayom County, a chief said.", "offensive"),
    ],
)
def test_what_lies_is_ruled_shouted_or_aimed_at_is_no_deed(text, type_):
    assert type_ not in types(code_text(text))


def test_we_shall_strike_if_is_a_threat():
    (report,) = code_text(
        '"If the enemy goes on bombing our towns, we shall strike Haifa," the commander said.'
    ).reports
    assert report.status == "threatened"


def test_a_sabotage_group_that_is_destroyed_was_fought():
    assert types(code_text("A sabotage group was destroyed near Shebekino on Monday.")) == ["armed_clash"]


@pytest.mark.parametrize(
    ("kind", "noun"),
    [
        ("building", "penitentiary"),
        ("building", "courthouse"),
        ("vehicle", "dinghy"),
        ("weapon", "bazooka"),
        ("people_noun", "sacristan"),
        ("civilian_noun", "stonemason"),
    ],
)
def test_nouns_are_known_by_what_they_are(kind, noun):
    assert noun in ontology().classes[kind]


def test_fighters_and_officials_are_no_civilians_by_their_nouns():
    assert not {"sniper", "warlord", "gunman", "colonel", "viceroy"} & ontology().classes["civilian_noun"]


def test_a_thing_of_a_kind_that_no_list_names_is_hit():
    assert "attack_on_civilians" in types(
        code_text("Gang members stormed the penitentiary in Gressier; twelve people died.")
    )


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Air defences shot down nine drones over Odesa, while another four disappeared from radar.", "abduction"),
        ("A drone hit a transformer in Merowe on Monday, leaving two districts without power.", "territory_lost"),
        ("A Ukrainian drone hit a substation on Monday, leaving two neighbourhoods without power.", "territory_lost"),
    ],
)
def test_what_leaves_the_radar_or_is_left_without_power_was_neither_taken_nor_given_up(text, type_):
    coded = code_text(text, "2024-08-14")
    assert type_ not in types(coded)
    assert "missing" not in {figure.measure for figure in coded.figures}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Two aid workers disappeared from a camp near Nyala on Monday.", "abduction"),
        ("The rebels left their positions in Sake without a fight on Monday.", "territory_lost"),
        ("The soldiers left the base near Bor without water on Monday.", "territory_lost"),
    ],
)
def test_who_disappears_or_leaves_does_so(text, type_):
    assert types(code_text(text, "2024-08-14")) == [type_]
