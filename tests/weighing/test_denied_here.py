"""Which of a page's deeds a denial is of, what is no denial of it, who prints another's page: read by all rooms."""

import pytest

from crossreport.model import Linked
from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed
from tests.weighing.test_states import rules


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def says(linked: Linked) -> list[str]:
    return [one.says for one in linked.findings if one.kind == "contradiction"]


MARKET = "Soldiers fired on the market of Bamendjou on Monday and killed four traders, a deputy said."
CLASH = "In Kumbo, separatist fighters attacked a checkpoint on Tuesday and wounded two gendarmes."


def test_a_denial_is_of_the_deed_told_right_before(rooms: Rooms) -> None:
    denial = "The regional commander denied that his men had committed any crime."
    found = says(weighed(coded(rooms, "Sun", f"{CLASH}\n\n{MARKET} {denial}")))
    assert any("Bamendjou" in one for one in found)
    assert not any("Kumbo" in one for one in found)


def test_a_denial_of_beheadings_is_of_the_deed_told_with_them(rooms: Rooms) -> None:
    text = (
        "Insurgents beheaded two men in Chiure on Monday, villagers said.\n\nIn Mecufi, gunmen shot a driver dead on "
        "Tuesday. The police chief rejected the reports of beheadings."
    )
    assert not any("Mecufi" in one for one in says(weighed(coded(rooms, "Pemba Post", text))))


def test_that_there_was_no_encounter_denies_no_killing(rooms: Rooms) -> None:
    police = coded(
        rooms, "Jhelum Post", "Three militants were killed in an encounter in Sopore on Monday, police said."
    )
    family = coded(
        rooms,
        "Valley Bugle",
        "Three men were shot dead by soldiers in Sopore on Monday. “There was no encounter. They were taken from their "
        "room and killed,” the father of one of them said.",
    )
    found = says(weighed(police, family))
    assert any("no encounter" in one for one in found)
    assert not any(one.endswith("father of one of them denied it.") for one in found)


def test_a_page_that_names_the_paper_whose_quotation_it_prints_is_no_second_voice(rooms: Rooms) -> None:
    quoted = "“They came at five in three pick-ups and fired at the boys who slept by the mill,” a {}"
    paper = coded(
        rooms,
        "Grassfields Sentinel",
        f"Soldiers killed six young men in Batibo on Monday, residents said. {quoted.format('miller said.')}",
    )
    digest = coded(
        rooms,
        "Littoral Online",
        "Six youths died on Monday in Batibo at the hands of soldiers, neighbours told the Grassfields Sentinel. "
        f"{quoted.format('miller is quoted as saying.')} The weekly match was called off.",
    )
    events = [one for one in weighed(paper, digest).events if one.voices.pages > 1]
    assert [one.voices.independent for one in events] == [1]


def test_two_counts_of_the_soldiers_who_fell_are_rivals(rooms: Rooms) -> None:
    side = coded(
        rooms,
        "Kachin Independence Army",
        "The Kachin Independence Army attacked a convoy near Momauk on Monday. Eighteen soldiers were killed.",
    )
    army = coded(
        rooms,
        "Myawady",
        "KIA terrorists attacked a convoy near Momauk on Monday. Seven terrorists were killed. Two members of the "
        "security forces were killed.",
    )
    assert "number" in rules(weighed(side, army))


PROTESTS = [
    "Some people protested in Zuwara on Monday against Italy, which they accuse of arming militias. Rome denies it.",
    "Students protested in Goma on Monday against Rwanda, which they accuse of backing the rebels. Kigali denies it.",
    "Villagers protested in Tavoy on Monday against China, which they accuse of arming the army. Beijing denies this.",
]


@pytest.mark.parametrize("text", PROTESTS)
def test_who_denies_what_a_crowd_shouts_denies_no_protest(rooms: Rooms, text: str) -> None:
    assert not any("protest" in one.casefold() for one in says(weighed(coded(rooms, "Post", text))))


def test_who_denies_having_shot_civilians_says_nothing_on_who_holds_the_town(rooms: Rooms) -> None:
    text = "Fano fighters captured Kobo on Monday, residents said. The army denied that soldiers had killed civilians."
    assert not any("capture" in one for one in says(weighed(coded(rooms, "Addis Post", text))))
