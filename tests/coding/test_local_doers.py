"""Local people who bear arms are doers under the page's words; forces without an owner are nobody's by a guess."""

import pytest

from crossreport.model import EventReport
from tests.coding.coded import code_text, names


def _first(text: str) -> EventReport:
    return code_text(text).reports[0]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Armed youth from Duk attacked the village of Baidit in South Sudan on Sunday, killing 11.",
            "armed youth from Duk",
        ),
        ("Armed gang members killed nine people in Kenscoff in Haiti on Sunday.", "armed gang members"),
        ("Villagers armed with machetes killed three suspected thieves in Rumbek on Sunday.", "armed villagers"),
        ("Armed residents killed two traders in Bria in the Central African Republic.", "armed residents"),
        ("Communal fighters killed 12 people in Malakal in South Sudan on Sunday.", "communal fighters"),
        ("Suspected hoodlums attacked peaceful protesters in Jos in Nigeria on Tuesday.", "hoodlums"),
        ("Cultists shot dead a student in Port Harcourt in Nigeria on Friday.", "cultists"),
        ("A police patrol came under fire from gunmen in Maiduguri on Monday.", "unidentified armed group"),
    ],
)
def test_local_people_with_arms_act_under_the_pages_own_words(text: str, who: str):
    assert names(_first(text), "agent") == {who}


def test_the_bare_army_in_a_town_abroad_is_not_the_pages_own():
    text = (
        "Egypt opened a camp for evacuees at Argeen on Tuesday, Egyptian officials said, as Sudan's war went on.\n"
        "Egypt's ministry sent doctors there. Cairo will host talks.\n"
        "In Omdurman, the army bombed positions of the Rapid Support Forces at dawn."
    )
    bombed = next(report for report in code_text(text).reports if report.span.quote == "bombed")
    assert "Egyptian Army" not in names(bombed, "agent")


def test_a_towns_name_alone_makes_no_police_of_a_land_at_peace():
    report = _first("Sixteen policemen were shot dead by a colleague in Chora.")
    assert names(report, "target") == {"police"}


def test_a_government_that_only_tells_of_a_raid_flies_no_jets():
    text = (
        "In neighbouring Cameroon, 16 soldiers were killed in a raid on Darak, the government in Yaounde said. "
        "A Nigerian spokesman said on Monday that jets had bombed a base of Boko Haram at Kirta in Nigeria."
    )
    bombed = next(report for report in code_text(text).reports if report.span.quote == "bombed")
    assert "Government of Cameroon" not in names(bombed, "agent")
