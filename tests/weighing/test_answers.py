"""What a side says instead of what it denies, and whose word it denies: read by all rooms."""

import pytest

from crossreport.model import Linked
from evals.rooms import Rooms
from tests.linking.test_small_places import coded
from tests.weighing.test_issuers import weighed


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def says(linked: Linked) -> list[str]:
    return [one.says for one in linked.findings if one.kind == "contradiction"]


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (
            "Colombian soldiers killed four farmers in Argelia on Monday, a peasant league said.",
            "The Colombian army rejected reports that its soldiers killed four farmers in Argelia on Monday. "
            "The National Liberation Army killed them, the force's spokesman said.",
        ),
        (
            "Fighters of the M23 killed nineteen villagers in Tongo on Monday, a priest told the Kivu Messenger.",
            "The M23 rejects the reports of a massacre in Tongo. Only three civilians were killed there on Monday by "
            "stray bullets while our forces were fighting the FDLR, spokesman Willy Ngoma said.",
        ),
    ],
)
def test_the_denier_is_not_set_against_his_own_version(rooms: Rooms, told: str, answer: str) -> None:
    found = says(weighed(coded(rooms, "Kivu Messenger", told), coded(rooms, "The Ledger", answer)))
    denied = [one for one in found if "reject" in one]
    assert denied
    assert not any(one.startswith(("The Ledger", "Willy Ngoma", "Force")) for one in denied), found


def test_who_denies_a_part_in_it_does_not_contradict_those_who_name_others(rooms: Rooms) -> None:
    army = coded(
        rooms,
        "Peshawar Star",
        "Helicopters of the Pakistan Army fired at a seminary in Damara on Monday and killed 30.",
    )
    envoy = coded(
        rooms,
        "Potomac Post",
        "The United States denied that it had any part in Monday's attack on a seminary in Damara.",
    )
    assert not any("United States" in one for one in says(weighed(army, envoy)))


@pytest.mark.parametrize(
    ("group", "village"),
    [("The National Liberation Forces", "Rugombo"), ("The Moro Islamic Liberation Front", "Kauran")],
)
def test_a_denial_without_a_day_is_of_the_last_violence_told_of_its_place(
    rooms: Rooms, group: str, village: str
) -> None:
    told = coded(rooms, "The Ledger", f"Gunmen shot dead 23 people in {village} on Monday, the mayor said.")
    denial = f"{group} condemn the massacre in the market of {village} and deny having had any part in it."
    found = says(weighed(told, coded(rooms, "The Herald", denial, "2023-04-28")))
    assert any(group.removeprefix("The ") in one and ("deny" in one or "denied" in one) for one in found), found


@pytest.mark.parametrize(("region", "other"), [("Jubaland", "Somali"), ("The Kurdistan Regional Government", "Iraqi")])
def test_a_region_with_an_army_of_its_own_is_no_voice_of_the_state(rooms: Rooms, region: str, other: str) -> None:
    place = "Beled Hawo" if other == "Somali" else "Altun Kupri"
    pages = (
        coded(rooms, "The Ledger", f"{region} said that {other} troops killed six people in {place} on Monday."),
        coded(rooms, "The Herald", f"Six people were killed in {place} on Monday, the {other} government said."),
    )
    events = [one for one in weighed(*pages).events if one.voices.pages > 1]
    assert [one.voices.independent for one in events] == [2]


def test_what_a_side_says_that_it_lost_is_no_count_of_those_whom_it_attacked(rooms: Rooms) -> None:
    council = coded(
        rooms,
        "The Ledger",
        "The Rapid Support Forces shot dead at least 40 people in Wad Hamra on Monday, a council said.",
    )
    side = coded(
        rooms,
        "The Herald",
        "The Rapid Support Forces said that they had attacked Wad Hamra on Monday and had lost eight men.",
    )
    assert not any("eight" in one for one in says(weighed(council, side)))


@pytest.mark.parametrize(
    ("army", "rebels", "town", "village"),
    [
        ("The Senegalese army", "Movement of Democratic Forces of Casamance", "Bignona", "Kouram"),
        ("The Turkish army", "Kurdistan Workers' Party", "Kani Masi", "Dashish"),
    ],
)
def test_a_denial_that_names_another_day_is_of_another_deed(
    rooms: Rooms, army: str, rebels: str, town: str, village: str
) -> None:
    own = f"{army} launched an operation near {town} on Sunday, it said. It denies having fired on {village} on Monday."
    theirs = f"The {rebels} said that {army[0].lower()}{army[1:]} attacked its positions near {town} on Sunday."
    found = says(weighed(coded(rooms, "The Ledger", own), coded(rooms, "The Herald", theirs)))
    assert not any(village in one for one in found)


def test_that_the_dead_were_no_farmers_does_not_deny_that_they_died(rooms: Rooms) -> None:
    told = "Soldiers killed eleven people in Puerto Arango on Monday, an indigenous council said."
    insists = (
        "Defence Minister Diego Molano insisted that those who died in Monday's operation in Puerto Arango were not "
        "innocent farmers but dissidents."
    )
    found = says(weighed(coded(rooms, "The Ledger", told), coded(rooms, "The Herald", insists)))
    assert not any("denied it" in one for one in found)


def test_no_culprit_is_an_army_of_a_country_that_its_page_does_not_name(rooms: Rooms) -> None:
    ministry = coded(
        rooms,
        "Ministry of Defence of Cameroon",
        "A patrol of the 51st Motorised Infantry Brigade raided a hideout of terrorists in Batibo on Monday, 24 April. "
        "Six terrorists were neutralised.",
    )
    rebels = coded(
        rooms,
        "The Ledger",
        "Soldiers of the colonial army murdered six motorbike riders in Batibo on Monday, riders said.",
    )
    assert not any("Indian" in one or "Ukrain" in one for one in says(weighed(ministry, rebels)))


@pytest.mark.parametrize(
    "denial",
    [
        "The M23 is not responsible for the shelling of Sake on Monday, its spokesman said.",
        "The M23 took no part in the shelling of Sake on Monday, its spokesman said.",
    ],
)
def test_who_says_that_he_did_not_do_it_does_not_tell_it(rooms: Rooms, denial: str) -> None:
    nurse = coded(rooms, "The Ledger", "Shells killed nine people in Sake on Monday, a nurse said.")
    linked = weighed(nurse, coded(rooms, "The Herald", denial))
    (event,) = [one for one in linked.events if one.voices.pages > 1]
    assert event.voices.independent == 1
    assert [one.reasons[0].rule for one in linked.findings if one.kind == "contradiction"] == ["responsibility"]
