"""Who names whom, and who denies what, on pages read by all rooms."""

import pytest

from crossreport.linking import link
from crossreport.weighing import weigh
from evals.rooms import Rooms, capture_of

STRUCK = "Artillery shells struck a resort in {place} on Monday, killing nine tourists, a doctor said."
DAY = "2022-07-19"  # a Tuesday


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def found(rooms: Rooms, *texts: str) -> set[str]:
    """The sorts of contradiction on these pages."""
    coded = [rooms.code(capture_of(f"{name}.txt", text), DAY) for name, text in zip("abcd", texts, strict=False)]
    findings = weigh(coded, link(coded)).findings
    return {one.reasons[0].rule for one in findings if one.kind == "contradiction"}


def test_voices_that_blame_different_sides_name_two_culprits(rooms: Rooms) -> None:
    one = STRUCK.format(place="Kharkiv") + " The mayor blamed Russia."
    other = STRUCK.format(place="Kharkiv") + " The defence ministry in Moscow blamed Ukraine for the attack."
    assert found(rooms, one, other) == {"culprit"}
    assert found(rooms, one, STRUCK.format(place="Kharkiv") + " The governor blamed Russia.") == set()


def test_a_page_that_only_denies_speaks_of_the_deed_that_another_tells(rooms: Rooms) -> None:
    told = "Syrian army helicopters bombed a market in Darayya on Monday, killing four people, activists said."
    denied = "Syria's army denied that its aircraft had bombed a market in Darayya on Monday."
    elsewhere = "Syria's army denied that its aircraft had bombed a market in Douma on Monday."
    assert found(rooms, told, denied) == {"occurrence"}
    assert found(rooms, told, elsewhere) == set()


def test_who_had_no_hand_in_it_denies_responsibility(rooms: Rooms) -> None:
    told = "A car bomb killed 41 people in a market in Peshawar on Monday, police said."
    denied = told + " The Pakistani Taliban said that they had no hand in it."
    assert found(rooms, denied, told) == {"responsibility"}


FLOWN = "A jet bombed the village of Gwoza in Nigeria on Monday, killing 30 people, residents said."


@pytest.mark.parametrize(
    ("answer", "rules"),
    [
        ("The Nigerian Air Force said that it had carried out no mission in Gwoza on Monday.", {"responsibility"}),
        ("There was no air strike in Gwoza on Monday, the Nigerian army said.", {"occurrence"}),
        ("There were no soldiers in Gwoza on Monday, the Nigerian army said.", set()),
    ],
)
def test_no_mission_and_no_such_strike_are_denials(rooms: Rooms, answer: str, rules: set[str]) -> None:
    assert found(rooms, FLOWN, answer) == rules


def test_who_claims_a_deed_and_who_is_said_to_have_done_it_are_two_culprits(rooms: Rooms) -> None:
    told = "Fighters of Boko Haram bombed a mosque in Maiduguri on Monday and killed 20 people, the governor said."
    claimed = "A bomb killed 20 people in a mosque in Maiduguri on Monday, a nurse said. {} claimed responsibility."
    assert found(rooms, told, claimed.format("Islamic State West Africa Province")) == {"culprit"}
    assert found(rooms, told, claimed.format("Boko Haram")) == set()


def test_who_denies_that_a_town_was_taken_says_who_holds_it(rooms: Rooms) -> None:
    told = "M23 rebels captured the town of Bunagana on Monday, residents said."
    denied = "The Congolese army denied that the town of Bunagana had been captured by M23 on Monday."
    assert found(rooms, told, denied) == {"outcome"}


def test_a_branch_and_its_umbrella_are_no_two_culprits(rooms: Rooms) -> None:
    told = "Fighters of Islamic State West Africa Province killed 20 people in Maiduguri on Monday, the governor said."
    claimed = "A bomb killed 20 people in Maiduguri on Monday, a nurse said. {} claimed responsibility."
    assert found(rooms, told, claimed.format("Islamic State")) == set()
    assert found(rooms, told, claimed.format("Ansaru")) == {"culprit"}


def test_who_says_that_others_carried_it_out_names_a_culprit(rooms: Rooms) -> None:
    told = "Soldiers of the Burkinabe army killed 60 villagers in Djibo on Monday, survivors said."
    other = "Sixty villagers were killed in Djibo on Monday. Burkina Faso's government said {} was behind the killings."
    assert found(rooms, told, other.format("JNIM")) == {"culprit"}
    assert found(rooms, told, other.format("the Burkinabe army")) == set()


def test_who_is_told_to_be_behind_a_deed_is_named_for_it(rooms: Rooms) -> None:
    told = "A bomb killed 20 people in a mosque in Maiduguri on Monday, a nurse said. Ansaru claimed responsibility."
    behind = "The governor said that {} was behind Monday's bombing of a mosque in Maiduguri, in which 20 people died."
    assert found(rooms, told, behind.format("Boko Haram")) == {"culprit"}
    assert found(rooms, told, behind.format("Ansaru")) == set()


def test_whom_the_accused_had_to_do_with_did_nothing(rooms: Rooms) -> None:
    told = "Soldiers of the Burkinabe army killed 60 villagers in Djibo on Monday, survivors said."
    assert found(rooms, told + " The soldiers accused them of supporting JNIM.", told) == set()


STRIKE = "A Russian missile hit a cafe in Kharkiv on Monday and killed 51 people, the mayor said."


def test_who_never_strikes_civilians_denies_what_he_is_asked_about(rooms: Rooms) -> None:
    denied = "The Kremlin's spokesman said, when he was asked about {}, that Russia's army does not strike civilians."
    assert found(rooms, STRIKE, denied.format("Kharkiv")) == {"responsibility"}
    assert found(rooms, STRIKE, denied.format("Odesa")) == set()


def test_who_denies_it_and_says_who_did_it_tells_that_it_happened(rooms: Rooms) -> None:
    denied = "Russia's defence ministry denied any part in the missile strike on a cafe in Kharkiv on Monday."
    coded = [
        [rooms.code(capture_of(f"{name}.txt", text), DAY) for name, text in zip("ab", (STRIKE, other), strict=True)]
        for other in (denied, denied + " It blamed Ukraine for the deaths.")
    ]
    weighed = [weigh(pages, link(pages)) for pages in coded]
    counted = [max(event.voices.independent for event in one.events) for one in weighed]
    assert counted == [1, 2]
