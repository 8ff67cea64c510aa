"""A total and its shares by place are as many happenings as there are shares; the total is a figure of none."""

import pytest

from tests.coding.coded import code_text, names


def shares(text, day="2023-06-14"):
    """Type, first place and dead of each record, beside the figures that belong to none."""
    coded = code_text(text, day)
    dead = {figure.id: figure.best for figure in coded.figures if figure.measure == "killed"}
    told = {
        (report.type.label, report.place.name if report.place else None): [
            dead[each] for each in report.figures if each in dead
        ]
        for report in coded.reports
    }
    return told, [figure.best for figure in coded.figures if figure.event_report is None and figure.measure == "killed"]


@pytest.mark.parametrize(
    ("text", "told", "total"),
    [
        # each with a verb of its own
        (
            "Twelve soldiers were killed in two attacks in Tillaberi region on Sunday, the ministry said.\n"
            "Eight were killed in an ambush near Abala. Four others died when their vehicle hit a mine near Torodi.",
            {("armed_clash", "Abala"): [8], ("explosion", "Torodi"): [4]},
            12,
        ),
        # one verb for both; the means are the total's
        (
            "Russian shelling killed seven people in Donetsk region on Thursday, the governor said.\n"
            "Four died in Avdiivka and three in Bakhmut.",
            {("shelling", "Avdiivka"): [4], ("shelling", "Bakhmut"): [3]},
            7,
        ),
        # told three paragraphs later, behind something else
        (
            "At least 18 people died in gang attacks in Haiti on Saturday, a rights group said.\n"
            "The prime minister was abroad.\nSchools stayed shut.\n"
            "Eleven people were killed in Cabaret and seven were shot dead in Arcahaie.",
            {("attack_on_civilians", "Cabaret"): [11], ("attack_on_civilians", "Arcahaie"): [7]},
            18,
        ),
    ],
)
def test_shares_by_place_are_happenings_and_the_total_is_none(text, told, total):
    assert shares(text) == (told, [total])


def test_a_share_has_the_doer_and_the_day_of_the_total():
    text = (
        "Guerrillas of the ELN killed nine policemen in Colombia on Friday.\n"
        "Six officers died in Saravena and three were shot dead in Tame, the governor said."
    )
    coded = code_text(text, "2023-06-14")
    assert [names(report, "agent") for report in coded.reports] == [{"ELN"}] * 2
    assert [names(report, "target") for report in coded.reports] == [{"National Police of Colombia"}] * 2
    assert {report.when.edtf for report in coded.reports} == {"2023-06-09"}


@pytest.mark.parametrize(
    "text",
    [
        # by kind of people, not by place
        "Fighting in Malakal killed 14 people on Tuesday. Nine soldiers and five rebels died, the mission said.",
        "Jets killed 21 people in Nyala on Monday. Fifteen of them were traders and six were children.",
        # where they died of it
        "A suicide bombing in Peshawar killed ten people on Friday. Seven died at the scene and three in hospital.",
        # numbers that do not add up are other deeds
        "Raiders killed 14 people in Plateau State on Monday. Two of them were shot in Bokkos.",
    ],
)
def test_what_is_not_shared_out_by_place_keeps_its_total(text):
    told, _ = shares(text)
    assert max(max(dead, default=0) for dead in told.values()) >= 10
