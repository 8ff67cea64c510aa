"""Hamlets that no gazetteer has, and where pages say that they lie; denials without a day: pages read by all rooms."""

import msgspec
import pytest

from crossreport.linking import link
from crossreport.linking.features import features
from crossreport.linking.named_places import chains
from crossreport.linking.pairing import Comparer
from crossreport.linking.places import bare_name, compare_sites, site
from crossreport.model import CodedPage, Place
from evals.rooms import Rooms, capture_of
from tests.linking.build import Told, page, place

DAY = "2023-04-26"  # a Wednesday


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def coded(rooms: Rooms, outlet: str, text: str, day: str = DAY) -> CodedPage:
    found = rooms.code(capture_of(f"{outlet}.txt", text), day)
    return msgspec.structs.replace(found, page=msgspec.structs.replace(found.page, outlet=outlet))


def joined(*pages: CodedPage) -> bool:
    """Whether one event holds a report of each page."""
    home = {report.id: one.page.id for one in pages for report in one.reports}
    return any(len({home[report] for report in event.reports}) == len(pages) for event in link(pages).events)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Kampung Tebing", "Tebing"),
        ("the village of Kuru Anda", "Kuru Anda"),
        ("Barangay Malaya", "Malaya"),
        ("Kuru village", "Kuru"),
        ("Camp Bravo", "Camp Bravo"),
        ("Port Loko", "Port Loko"),
    ],
)
def test_the_word_for_a_village_is_no_part_of_its_name(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def unlisted(name: str, admin1: str) -> Place:
    """A place that is on no map, in the province that its page is about."""
    return place(name, country="CD", admin1=admin1, kind="unresolved", within=admin1)


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (("Mushegera", "Ituri"), ("Mushegera", "North Kivu"), "place_same_name"),
        (("Mushegera", "Ituri"), ("Mushegerra", "North Kivu"), "place_same_name"),
        (("Mushegera", "Ituri"), ("Kashovu", "Ituri"), "places"),
    ],
)
def test_a_province_that_a_page_only_suggests_keeps_no_hamlet_apart(
    one: tuple[str, str], other: tuple[str, str], says: str
) -> None:
    assert compare_sites(site(unlisted(*one)), site(unlisted(*other))).name == says


SOLDIERS = "Soldiers burnt twelve houses in {} on Monday, a pastor said."
DENIED = "The army spokesman denied on Wednesday that soldiers had burnt houses in {}."


@pytest.mark.parametrize(
    ("told", "denied", "same"),
    [
        ("Kampung Wogai", "Wogai village", True),
        ("the village of Banseke", "Banseke", True),
        ("Banseke", "Wogai", False),
    ],
)
def test_a_denial_that_names_no_day_of_the_deed_joins_it(rooms: Rooms, told: str, denied: str, same: bool) -> None:
    pages = coded(rooms, "Parish Letter", SOLDIERS.format(told)), coded(rooms, "Garrison News", DENIED.format(denied))
    assert joined(*pages) == same


IN_HAMLET = "Gunmen killed six herders on Monday in {}, elders said."
IN_DISTRICT = "Six herders were shot dead by gunmen in {} on Monday, the {} learnt."


@pytest.mark.parametrize(
    ("hamlet", "district", "same"),
    [
        ("Tuwaya, Bakolori", "Bakolori", True),
        ("Tuwaya and Bakolori", "Kasuwar Bera", False),
        ("Sitio Lanao, Barangay Marubo", "Marubo", True),
    ],
)
def test_what_lies_in_what_by_the_words_of_one_page_is_known_of_the_other(
    rooms: Rooms, hamlet: str, district: str, same: bool
) -> None:
    first = coded(rooms, "Weekly", IN_HAMLET.format(hamlet))
    second = coded(rooms, "Courier", IN_DISTRICT.format(district, "Courier"))
    assert joined(first, second) == same


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Gunmen killed six herders on Monday in Tuwaya, Bakolori, elders said.", {"tuwaya"}),
        ("Gunmen killed six herders on Monday in Tuwaya, Bakolori and Maru, elders said.", set()),
    ],
)
def test_a_list_of_places_says_nothing_of_where_they_lie(rooms: Rooms, text: str, inner: set[str]) -> None:
    assert {name for name, (wholes, _, _) in chains(coded(rooms, "Weekly", text)).items() if wholes} == inner


LEAD = (
    "There was no clash in {}, elders say. On Monday morning soldiers opened fire on women at a well. Four were killed."
)
CLASH = "Four rebels were killed in a clash with soldiers in {} on Monday morning, the army said."


@pytest.mark.parametrize(("one", "other", "same"), [("Tuwaya", "Tuwaya", True), ("Tuwaya", "Bakolori", False)])
def test_a_page_that_leads_with_a_deed_has_its_place_in_the_sentence_beside_it(
    rooms: Rooms, one: str, other: str, same: bool
) -> None:
    pages = coded(rooms, "Elders' Letter", LEAD.format(one)), coded(rooms, "Army Bulletin", CLASH.format(other))
    assert joined(*pages) == same


CAPTURED = "Fighters attacked the post at {} on Saturday and killed four guards, a trader told the Ledger."
NEWS = "Four guards were killed when fighters attacked the post at {}, a driver told the Herald."


@pytest.mark.parametrize(("where", "same"), [("Tuwaya", True), ("Maiduguri", False)])
def test_a_page_without_a_day_tells_of_a_hamlet_what_others_date_some_days_before(
    rooms: Rooms, where: str, same: bool
) -> None:
    pages = coded(rooms, "Ledger", CAPTURED.format(where)), coded(rooms, "Herald", NEWS.format(where), "2023-04-25")
    assert joined(*pages) == same


EXECUTED = "On Monday our troops executed thirteen agents of the army at {}, the front declares."
SLAIN = "Seven gold panners were slain by rebels at {} on Monday, the police chief said."


@pytest.mark.parametrize(("one", "other", "same"), [("Kerom, Dokome", "Dokome", True), ("Kerom", "Dokome", False)])
def test_what_both_pages_lead_with_on_one_day_is_one_whatever_they_count(
    rooms: Rooms, one: str, other: str, same: bool
) -> None:
    pages = coded(rooms, "Front News", EXECUTED.format(one)), coded(rooms, "Police News", SLAIN.format(other))
    assert joined(*pages) == same


CAMP = "The Arakan Army took the camp of Taung Sint in Kyauktaw Township on Monday. Forty soldiers gave up, it said."
ROCKETS = "On Monday the Arakan Army fired rockets into {}, Kyauktaw Township. Three nuns were hurt, a monk said."


@pytest.mark.parametrize(("village", "same"), [("Kan Sein village", False), ("Taung Sint village", True)])
def test_two_places_of_one_township_stay_two(rooms: Rooms, village: str, same: bool) -> None:
    assert joined(coded(rooms, "Delta Radio", CAMP), coded(rooms, "Mirror", ROCKETS.format(village))) == same


MINERS = "Five gold miners were killed at Dagum on Monday, a pastor said. The police blamed the Free Hills Army."
DENIES = "The Free Hills Army denies that its fighters killed five gold miners at {}."


@pytest.mark.parametrize(("place", "same"), [("Dagum", True), ("Kerom", False)])
def test_who_denies_a_deed_need_not_be_its_doer_by_the_other_page(rooms: Rooms, place: str, same: bool) -> None:
    by_soldiers = coded(rooms, "Valley Post", MINERS.replace("were killed", "were killed by soldiers"))
    assert joined(by_soldiers, coded(rooms, "Hills Voice", DENIES.format(place))) == same


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("A drone hit the town on Tuesday.", "Rockets hit the school on Tuesday.", False),
        ("A car bomb went off on Tuesday.", "Rockets hit the market on Tuesday.", False),
        ("Rockets hit the clinic on Tuesday.", "Rockets hit the school on Tuesday.", True),
    ],
)
def test_what_a_deed_was_done_with_does_not_set_it_apart_from_what_it_hit(one: str, other: str, apart: bool) -> None:
    pages = (page("a", Told(one, "shelling")), page("b", Told(other, "shelling")))
    (first,), (second,) = (features(each, ()) for each in pages)
    names = {factor.name for factor in Comparer().pair(first, second).factors}
    assert ("thing_apart" in names) == apart


NEAR = [
    ("A bomb killed four policemen in Kuchlak, near Quetta, on Monday.",
     "Four policemen died in a blast on the outskirts of Quetta on Monday."),
    ("Jets hit the village of Gorom, some 15 kilometres north of Djibo, on Monday, killing nine.",
     "An air strike on a village near Djibo killed nine people on Monday, residents said."),
    ("Gunmen killed six farmers in Kalari, a village outside Maiduguri, on Monday.",
     "Six farmers were shot dead near Maiduguri on Monday."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_a_village_near_a_town_is_somewhere_near_that_town(rooms: Rooms, one: str, other: str) -> None:
    assert joined(coded(rooms, "a", one), coded(rooms, "b", other))


@pytest.mark.parametrize(
    "other",
    [
        "Gunmen shot dead two traders near Maiduguri on Monday.",
        "Six farmers were shot dead in Maiduguri on Monday.",
        "Six farmers were shot dead near Monguno on Monday.",
    ],
)
def test_what_was_done_near_a_town_is_not_all_one(rooms: Rooms, other: str) -> None:
    one = "Gunmen killed six farmers in Kalari, a village outside Maiduguri, on Monday."
    assert not joined(coded(rooms, "a", one), coded(rooms, "b", other))


def test_a_quarter_that_a_third_page_places_is_no_second_place(rooms: Rooms) -> None:
    placed = "Two car bombs exploded at the Zobe junction in Mogadishu on Monday, killing at least 100, the mayor said."
    town = "MOGADISHU - At least 100 people died in twin car bombings in the Somali capital on Monday, a hospital said."
    alone = "Car bombs killed 120 people at the {} junction on Monday, an officer said."
    pages = [coded(rooms, name, text) for name, text in (("a", placed), ("b", town), ("c", alone.format("Zobe")))]
    assert joined(*pages)
    assert joined(*reversed(pages))
    assert not joined(*pages[:2], coded(rooms, "c", alone.format("Benadir")))
