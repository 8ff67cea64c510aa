"""Places and times of a sentence that are somebody's standing, another clause's or another province's."""

import pytest

from tests.coding.coded import code_text

PUBLISHED = "2023-11-08"


def told(text, trigger):
    reports = code_text(text, PUBLISHED).reports
    (report,) = [one for one in reports if trigger in one.span.quote] or reports[:1]
    return [place.name for place in report.places], report.when and report.when.edtf


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (
            "The army killed 12 fighters of the group (outlawed in Nigeria) near the town of Bama on Sunday.",
            "killed",
            "Bama",
        ),
        ("Nine men, later identified as nationals of Chad, were killed in a raid on Birao on Sunday.", "raid", "Birao"),
        ("The commander, a native of Daraa, was assassinated in Idlib on Sunday.", "assassinated", "Idlib"),
        ("A man who ran a training camp in Marib was killed by a drone in Shabwa on Sunday.", "killed", "Shabwah"),
    ],
)
def test_what_somebody_is_does_not_say_where_he_was_hit(text, trigger, place):
    assert told(text, trigger)[0] == [place]


def test_a_valley_is_not_made_exact_by_the_towns_of_a_road_through_it():
    text = "Government troops captured most of Qalamoun, through which a road runs from Damascus to Homs, on Sunday."
    assert told(text, "captured")[0] == ["Qalamoun"]


def test_a_clause_of_what_came_before_keeps_its_time():
    text = "After the militia drove them out of Kamango last month the rebels hit back by killing 17 villagers."
    assert told(text, "killing")[1] != "2023-10"


@pytest.mark.parametrize("count", ["more than 2000", "no fewer than 1950"])
def test_a_count_is_no_year(count):
    mentions = code_text(f"The drones have destroyed {count} oil tankers in Basra.", PUBLISHED).mentions
    assert not [one for one in mentions if one.kind == "time"]


def test_what_is_reported_missing_is_in_the_opening_place():
    text = "In Catatumbo, eleven peasants were reported missing after rebels stormed a hamlet."
    assert told(text, "stormed")[0] == ["Catatumbo"]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (
            "Soldiers detained several gunmen in Jos including the ringleader, who was in charge of raids in Kaduna.",
            "detained",
            "Jos",
        ),
        (
            "Marines seized several men in Basilan on Sunday including a bomber, who was in charge of raids in Sulu.",
            "seized",
            "Basilan",
        ),
    ],
)
def test_where_somebody_leads_others_is_not_where_he_was_taken(text, trigger, place):
    assert told(text, trigger)[0] == [place]


def test_those_killed_beside_an_arrest_were_in_the_village_that_was_searched():
    text = (
        "Troops killed three bandits and arrested two in Jigawa state on Friday. The suspects are accused of raids on"
        " farms. Informants led the troops to a house in the village of Gumel to search for the men."
    )
    assert told(text, "killed")[0][0] == told(text, "arrested")[0][0] == "Gumel"


def test_arms_found_long_after_the_arrest_but_soon_after_the_village_was_named_were_found_there():
    text = (
        "Police arrested a rebel financier in Cauca department, Colombia, on Monday. He is known by a nickname. The man"
        " ran a network of couriers. Intelligence led officers to a farm in the village of Altolinda. They used a"
        " loudspeaker to call for everybody to come out. The search took an hour. Neighbours stayed indoors. The"
        " officers also found ten rifles."
    )
    assert told(text, "found")[0][0] == "Altolinda"
