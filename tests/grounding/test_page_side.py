"""Whose paper a page is, and whom "enemy drones", "the air force", "our team" mean in it."""

import pytest

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.intake import capture_bytes
from crossreport.model import Actor, Block, Page, Published, Span
from crossreport.reading import read_page
from tests.coding.coded import analyser, names


def agents(heading: str, text: str) -> set[str]:
    """The doers of a page with a heading that is no part of its report."""
    whole = f"{heading}\n{text}"
    blocks = (Block(len(heading) + 1, len(whole), "paragraph"),)
    when = Published("2023-05-09", "2023-05-09", "2023-05-09")
    page = Page("page-test", "sha256:00", "test.txt", heading, None, "en", whole, blocks, (), when)
    analysis = analyser().analyse(page)
    return {name for report in code(page, analysis, ground(page, analysis)).reports for name in names(report, "agent")}


@pytest.mark.parametrize(
    ("heading", "text", "who"),
    [
        (
            "Donetsk Regional Military Administration",
            "Enemy drones hit a bus in Pokrovsk in Ukraine on Monday and wounded three passengers.",
            {"Russian Armed Forces"},
        ),
        (
            "Ministry of Defence, Maputo",
            "The air component bombed a camp near Palma in Mozambique on Monday.",
            {"Mozambican Air Force"},
        ),
        (
            "Amaq Agency",
            "Crusader aircraft bombed a bridge in Mosul in Iraq on Monday.",
            {"US-led coalition"},
        ),
        (
            "Russian Defence Ministry report",
            "Units of the Dnepr Group of Forces took Krynky in the Kherson region of Ukraine on Monday.",
            {"Russian Armed Forces"},
        ),
        (
            "Voice of Jihad",
            "The mujahideen shelled a post in Sangin in Afghanistan on Monday, the military spokesman Omar Gul said.",
            {"Taliban"},
        ),
        (
            "The Delta Courier",
            "Enemy drones hit a bus near Palma in Mozambique on Monday and wounded three passengers.",
            set(),
        ),
    ],
)
def test_who_speaks_says_whose_arms_they_are(heading, text, who):
    assert agents(heading, text) == who


def sides(text: str) -> list[tuple[set[str], set[str]]]:
    """Doers and those hit of each record of a page, read with its head."""
    page = read_page(capture_bytes(text.encode(), "page.txt"))
    assert isinstance(page, Page)
    analysis = analyser().analyse(page)
    coded = code(page, analysis, ground(page, analysis))
    return [(names(one, "agent"), names(one, "target")) for one in coded.reports]


def test_the_head_of_a_communique_says_whose_fighters_and_whose_enemy():
    text = "Saraya al-Quds - military communiqué, 3 June 2023: Our mujahideen shelled enemy soldiers east of Jabalia."
    assert sides(text) == [({"Saraya al-Quds"}, {"Israel Defense Forces"})]
    unnamed = "The Israeli army's fire hit Jabalia. Our fighters shelled enemy soldiers east of Jabalia on Saturday."
    assert all("Israel Defense Forces" not in doers for doers, _ in sides(unnamed)[1:])


def test_whom_the_first_words_name_is_not_the_foe_of_those_who_say_our():
    told = "Our fighters struck a tank of the enemy in Rafah on Saturday."
    coded = sides(f"Al-Qassam Brigades, by its channel, told of its day. {told}")
    assert all("Israel Defense Forces" not in doers for doers, _ in coded)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Air defences shot down six drones over the Kharkiv region in Ukraine overnight.", "Armed Forces of Ukraine"),
        ("Ukraine's air defense downed nine missiles over Odesa on Friday.", "Armed Forces of Ukraine"),
    ],
)
def test_air_defence_is_its_countrys(text, doers):
    assert doers in sides(text)[0][0]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        (
            "Four Malian soldiers were killed and seven others wounded when their convoy hit a mine in Mali.",
            {"Malian Armed Forces"},
        ),
        (
            "Six soldiers were killed and another four hurt when Boko Haram attacked their post in Gwoza in Nigeria.",
            {"Nigerian Army"},
        ),
        ("Gunmen killed three villagers and wounded two others in Gwoza in Nigeria.", {"civilians"}),
        ("Two policemen were wounded and two other villagers died when a bomb went off in Gwoza in Nigeria.", None),
    ],
)
def test_others_who_are_hurt_are_of_those_hurt_before(text, hit):
    found = set().union(*(targets for _, targets in sides(text)))
    assert found == hit if hit is not None else "civilians" in found


def ministries(outlet: str | None, text: str) -> set[str]:
    """Who speaks on a page of an outlet, by name."""
    line = Span(0, text.index("—") + 1, text[: text.index("—") + 1]) if "—" in text else None
    blocks = (Block(0, len(text), "paragraph"),)
    when = Published("2023-05-09", "2023-05-09", "2023-05-09")
    page = Page("page-test", "sha256:00", "test.txt", outlet, None, "en", text, blocks, (), when, dateline=line)
    analysis = analyser().analyse(page)
    found = ground(page, analysis)
    return {one.value.name for one in found if isinstance(one.value, Actor) and "Ministry" in one.value.name}


STORMED = "{line}Troops took the village of {village} on Monday, the Defence Ministry said."


@pytest.mark.parametrize(
    ("outlet", "line", "village", "whose"),
    [
        ("Moscow Evening Sheet", "", "Spirne in Ukraine", "Russian"),
        (None, "MOSCOW — ", "Spirne in Ukraine", "Russian"),
        ("Kyiv Evening Sheet", "", "Sverdlikovo in Russia", "Ukrainian"),
        (None, "KYIV — ", "Sverdlikovo in Russia", "Ukrainian"),
        ("Kyiv Evening Sheet", "", "Spirne in Ukraine", "Ukrainian"),
        ("Evening Sheet", "", "Spirne in Ukraine", "Ukrainian"),
        ("Moscow Evening Sheet", "KYIV — ", "Spirne in Ukraine", "Russian"),
        (None, "WARSAW — ", "Spirne in Ukraine", "Ukrainian"),
    ],
)
def test_a_ministry_of_no_country_is_of_the_pages_own_if_that_state_fights(
    outlet: str | None, line: str, village: str, whose: str
) -> None:
    assert ministries(outlet, STORMED.format(line=line, village=village)) == {f"{whose} Defence Ministry"}


def test_a_ministry_with_a_country_is_of_that_country_wherever_the_page_is_from() -> None:
    text = "Troops took the village of Spirne on Monday, Ukraine's Defence Ministry said."
    assert ministries("Moscow Evening Sheet", text) == {"Ukrainian Defence Ministry"}
