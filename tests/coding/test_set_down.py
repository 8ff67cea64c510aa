"""What a later sentence says of a deed told before: its day and village, its claimed toll, one more of its dead."""

import pytest

from tests.coding.coded import code_text


def settings(text, day="2024-03-08"):
    return [(report.place.name, report.when.edtf) for report in code_text(text, day).reports if report.place]


def owners(text, measure="killed", day="2024-03-08"):
    coded = code_text(text, day)
    places = {report.id: report.place.name for report in coded.reports if report.place}
    return [(figure.best, places.get(figure.event_report)) for figure in coded.figures if figure.measure == measure]


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        (
            "Six rangers were killed when militiamen ambushed their vehicle in a park, the authority said on "
            "Friday. The attack took place at 7 a.m. on Thursday near the village of Nyamilima, Olivier Biki said.",
            "Nyamilima",
            "2024-03-07",
        ),
        (
            "Five policemen were killed when gunmen attacked their post in Nimroz province, officials said on "
            "Friday. The incident occurred after midnight on Wednesday in the village of Qala-e Fath, its head said.",
            "Qala-e Fath",
            "2024-03-06",
        ),
        (
            "A roadside bomb killed three soldiers in North Waziristan, the military said on Thursday. "
            "It happened on Tuesday near the town of Mir Ali, a security official said.",
            "Mir Ali",
            "2024-03-05",
        ),
    ],
)
def test_a_sentence_sets_down_the_day_and_the_village_of_the_deed_before(text, place, day):
    assert settings(text) == [(place, day)]


def test_the_village_set_down_behind_a_deed_lies_in_the_province_of_its_lead():
    (report,) = code_text(
        "Militiamen killed 12 villagers in Ituri, the army said on Friday. "
        "The raid took place overnight on Wednesday in the locality of Tchabi, Lieutenant Jules Ngongo said.",
        "2024-03-08",
    ).reports
    assert (report.place.name, report.place.admin1) == ("Tchabi", "Ituri")


def test_the_toll_of_those_who_claim_a_deed_is_of_the_deed_that_they_did():
    text = (
        "Fighters of the ELN ambushed an army patrol near Tame on Monday, killing nine soldiers, the army said.\n"
        "On Sunday an army helicopter came under fire near Saravena; nobody was hurt.\n"
        "In a statement the ELN's front claimed responsibility and said twelve soldiers had died."
    )
    assert owners(text) == [(9, "Tame"), (12, "Tame")]
    claims = [r for r in code_text(text, "2024-03-08").reports if r.type.label == "statement_confession_claim"]
    assert [claim.place.name for claim in claims] == ["Tame"]


def test_a_fourth_who_dies_is_of_the_three_and_adds_up_with_nobody():
    text = (
        "Three soldiers were killed on Monday when a bomb exploded at a checkpoint in Jalula. Elsewhere, an air strike "
        "killed two militants near Tikrit on Sunday. Later on Monday the governor said a fourth soldier had died."
    )
    assert owners(text) == [(3, "Jalula"), (2, "Tikrit"), (1, "Jalula")]
    assert all(figure.part_of is None for figure in code_text(text, "2024-03-08").figures)


def test_a_toll_told_ahead_of_its_deed():
    text = (
        "Five fighters died of their wounds, the hospital said. They were hurt when a drone hit a barracks in Mekelle."
    )
    assert owners(text) == [(5, "Mekelle")]


def test_those_of_whom_some_share_a_fate_do_not_share_it():
    assert owners("Six of ten hostages seized in Jos on Monday were killed.") == [(6, "Jos")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Militants entered Rann on Wednesday. They came back on Thursday night. They beheaded four men.",
            "2024-03-07",
        ),
        ("Gunmen raided Kwall on Monday. They returned on Wednesday evening. They killed six people.", "2024-03-06"),
    ],
)
def test_they_came_on_the_day_on_which_they_did_it(text, day):
    assert code_text(text, "2024-03-08").reports[-1].when.edtf == day


def test_where_drones_are_launched_is_not_where_they_strike():
    text = (
        "Russia attacked with 90 drones launched from Kursk and Millerovo overnight. Two people were killed in Odesa."
    )
    assert {place for place, _ in settings(text)} <= {"Odesa"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "At least 18 people were killed by gunmen in eastern Burkina Faso on Sunday, officials said. "
            "The gunmen arrived on motorbikes in Gayeri, a resident said.",
            "Gayeri",
        ),
        (
            "Gunmen killed nine miners in northern Mali on Saturday. The attackers struck in the town of Intahaka, a "
            "teacher said.",
            "Intahaka",
        ),
        (
            "Gunmen killed nine miners in northern Mali on Saturday. The attackers came from Intahaka, a teacher said.",
            "northern Mali",
        ),
    ],
)
def test_where_those_came_who_did_it_is_where_it_was(text, place):
    (report,) = code_text(text, "2024-03-08").reports
    assert report.place.name == place
