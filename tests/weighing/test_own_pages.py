"""Pages of bodies and sides beside pages that cite them, what is no contradiction, and lines above a page's body."""

import pytest

from crossreport.model import CodedPage, Event
from crossreport.weighing.issuers import body, issuer
from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed
from tests.weighing.test_states import rules as contradictions


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def lead(*pages: CodedPage) -> Event:
    return max(weighed(*pages).events, key=lambda one: (one.voices.pages, one.id))


CITED = "{2} people were killed when gunmen attacked {0} on Monday, {1} said."
OWN = "{2} people were killed on Monday when gunmen stormed {0}. Our staff saw the bodies at the clinic."
ASKED = "Gunmen stormed {0} on Monday. According to local authorities, {2} people lost their lives there."


@pytest.mark.parametrize(
    ("place", "cited", "outlet", "own"),
    [
        ("Fizi", "the UN human rights office", "OHCHR", OWN),
        ("Cabaret", "the rights group RNDDH", "RNDDH", OWN),
        ("Malakal", "Amnesty International", "Amnesty International", OWN),
        ("Dablo", "OCHA", "OCHA Burkina Faso", ASKED),
        ("Renk", "OCHA", "OCHA", ASKED),
    ],
)
def test_a_body_and_who_cites_it_are_one_voice(rooms: Rooms, place: str, cited: str, outlet: str, own: str) -> None:
    digest = coded(rooms, "Weekly Digest", CITED.format(place, cited, "Eleven"))
    found = lead(digest, coded(rooms, outlet, own.format(place, cited, "eleven")))
    assert (found.voices.pages, found.voices.independent) == (2, 1)
    assert found.grade == "single_source"


@pytest.mark.parametrize(
    ("outlet", "known"),
    [
        ("OCHA Sudan", "ocha"),
        ("RNDDH", "national-network-for-human-rights-in-haiti"),
        ("UN Human Rights Office", "ohchr"),
        ("Amnesty Evening News", None),
        ("Red Cross Road Gazette", None),
    ],
)
def test_a_body_is_known_by_its_whole_name(outlet: str, known: str | None) -> None:
    found = body(outlet)
    assert (found.id if found is not None else None) == known


@pytest.mark.parametrize(
    ("outlet", "side"),
    [
        ("NPA Southern Mindanao Press", "new-people-s-army"),
        ("Peace Secretariat of the LTTE", "liberation-tigers-of-tamil-eelam"),
        ("Victims of the FARC", None),
        ("Boko Haram Victims Press", None),
    ],
)
def test_the_organ_of_a_side_is_its_own(outlet: str, side: str | None) -> None:
    found = issuer(outlet)
    assert (found.actor.id if found is not None and found.actor is not None else None) == side


def test_who_is_named_for_the_dead_tells_the_deed_in_the_clause_behind(rooms: Rooms) -> None:
    monitor = (
        "At least nine civilians were killed in Saraqib on Monday when a market was bombed, the United Nations said."
    )
    digest = "The United Nations counts at least nine dead in Saraqib, where a market was bombed on Monday."
    assert lead(coded(rooms, "Daily", monitor), coded(rooms, "Courier", digest)).voices.independent == 1


def test_the_end_of_a_sides_name_is_the_side(rooms: Rooms) -> None:
    own = coded(
        rooms, "LTTE Press", "Thirty soldiers were killed at Nachchikuda on Monday when their advance was beaten back."
    )
    other = "The Liberation Tigers of Tamil Eelam killed 30 soldiers at Nachchikuda on Monday, the Tigers said."
    assert lead(own, coded(rooms, "Vanni Star", other)).voices.independent == 1


@pytest.mark.parametrize(
    ("one", "other", "contested"),
    [
        ("Katiba Macina", "Dozo hunters", True),
        ("Murle youths", "Fighters of the SPLA-IO", True),
        ("Gunmen", "Dozo hunters", False),
    ],
)
def test_who_is_known_by_his_people_is_not_just_anybody(rooms: Rooms, one: str, other: str, *, contested: bool) -> None:
    told = "{} killed 15 villagers in Gompaba on Monday, {} said."
    pages = (
        coded(rooms, "Mopti Daily", told.format(one, "the mayor")),
        coded(rooms, "Letter", told.format(other, "survivors")),
    )
    assert ("culprit" in contradictions(weighed(*pages))) == contested


def test_martyrs_of_an_air_strike_are_a_rival_number_and_no_fighters(rooms: Rooms) -> None:
    wire = "An air strike hit a bus at a checkpoint in Zabid on Monday, killing five civilians, a clinic said."
    side = (
        "The warplanes of the aggression bombed a bus at a checkpoint in Zabid on Monday. 9 martyrs were carried away."
    )
    linked = weighed(coded(rooms, "Gulf Wire", wire), coded(rooms, "Houthi Media Center", side))
    assert contradictions(linked) == ["number"]


def test_whom_the_killers_were_says_nothing_of_the_dead(rooms: Rooms) -> None:
    body_page = coded(rooms, "RNDDH", "RNDDH deplores the murder of 18 residents of Cabaret by gang members on Monday.")
    other = "Eighteen residents of Cabaret were murdered on Monday by a gang, the mayor of the town said."
    assert "victims" not in contradictions(weighed(body_page, coded(rooms, "Caribbean Weekly", other)))


LINES = [
    (
        "HIGHLIGHTS\n• 13 people killed in attack on the Raja road\n\nOVERVIEW\nOn Monday gunmen attacked a bus on the "
        "road from Raja to Deim Zubeir. Six were wounded, the commissioner said.",
        1,
    ),
    (
        "In brief\n- 80 people killed in Tibu\n\nAttacks by the ELN on former rebels in Tibu on Sunday and Monday have "
        "left many families without a roof, the governor said.",
        1,
    ),
    (
        "Highlights\n• Five people killed by shelling in Laukkai\n• Three people killed by a landmine in Kutkai\n\n"
        "On Monday shells hit a street in Laukkai and killed five. On Sunday a mine killed three people in Kutkai.",
        2,
    ),
]


@pytest.mark.parametrize(("text", "count"), LINES)
def test_a_line_above_the_body_announces_what_the_body_tells(rooms: Rooms, text: str, count: int) -> None:
    assert len(weighed(coded(rooms, "Relief Desk", text)).events) == count


def test_pages_that_cite_one_another_are_not_said_to_share_a_text(rooms: Rooms) -> None:
    digest = coded(rooms, "Weekly Digest", CITED.format("Dablo", "OCHA", "Eleven"))
    found = lead(digest, coded(rooms, "OCHA", ASKED.format("Dablo", "", "eleven")))
    assert {"one_source"} == {reason.rule for reason in found.reasons} & {"one_source", "one_text", "one_voice"}
