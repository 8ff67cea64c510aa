"""One happening as its two sides tell it: the village found only in passing, the day lost, the deed of another kind."""

import pytest

from crossreport.linking import link
from crossreport.linking.events import place as place_of
from crossreport.linking.features import Toll, features
from crossreport.linking.pairing import Comparer
from crossreport.linking.places import bare_name, compare_sites, site
from evals.rooms import Rooms
from tests.linking.build import Told, page, place
from tests.linking.test_small_places import coded, joined

DAY = "2023-04-26"  # a Wednesday


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


@pytest.mark.parametrize("name", ["Kuru kampung", "rural Kuru", "vereda Kuru", "Kuru"])
def test_the_word_for_a_village_goes_at_either_end(name: str) -> None:
    assert bare_name(name) == "Kuru"


def test_the_outskirts_and_the_north_of_a_town_are_not_the_town() -> None:
    assert bare_name("outskirts of Kuru") == "outskirts of Kuru"
    assert bare_name("northern Kuru") == "northern Kuru"


def test_countries_that_two_pages_guess_for_one_unlocated_village_keep_nothing_apart() -> None:
    here, there = (site(place("Batuwa", country=country, admin1=None, kind="unresolved")) for country in ("CM", "IN"))
    assert compare_sites(here, there).name == "place_same_name"
    known = site(place("Batuwa", country="CM", admin1=None, geonameid=5, lat=6.0, lon=10.0))
    elsewhere = site(place("Batuwa", country="IN", admin1=None, geonameid=6, lat=26.0, lon=80.0))
    assert compare_sites(known, elsewhere).bar


def test_doers_whose_country_is_guessed_with_the_village_keep_nothing_apart() -> None:
    found = []
    for name, country, doer in (("a", "CM", "army"), ("b", "IN", "front")):
        village = place("Batuwa", country=country, admin1=None, kind="unresolved")
        told = Told("Six riders died.", "attack_on_civilians", (doer,), ("civilians",), place=village, killed=(6, 6, 6))
        found += features(page(name, told), ())
    assert Comparer().pair(*found).bar is None


SIDES = [
    ("M23", "Mai-Mai fighters", "Kishandu", "the M23"),
    ("the Rapid Support Forces", "army militias", "Wad Aruma", "the Rapid Support Forces"),
    ("the Arakan Army", "junta soldiers", "Taung Myint", "the Arakan Army"),
]
ACCUSED = "{who} massacred 31 civilians in {place} on Monday, a priest said."
REJECTED = (
    "{sender} rejects the lies about {place}. On Monday its fighters repelled an attack by {foe} in the village. "
    "{sender} protects civilians."
)


@pytest.mark.parametrize(("who", "foe", "village", "sender"), SIDES)
def test_the_village_is_the_one_that_the_answer_names(
    rooms: Rooms, who: str, foe: str, village: str, sender: str
) -> None:
    accused = coded(rooms, "Gazette", ACCUSED.format(who=who[0].upper() + who[1:], place=village))
    rejected = coded(rooms, "Answer", REJECTED.format(sender=sender[0].upper() + sender[1:], place=village, foe=foe))
    assert joined(accused, rejected)


@pytest.mark.parametrize(("who", "foe", "village", "sender"), SIDES)
def test_another_village_in_the_answer_is_another_happening(
    rooms: Rooms, who: str, foe: str, village: str, sender: str
) -> None:
    accused = coded(rooms, "Gazette", ACCUSED.format(who=who[0].upper() + who[1:], place=village))
    rejected = coded(rooms, "Answer", REJECTED.format(sender=sender[0].upper() + sender[1:], place="Lambe", foe=foe))
    assert not joined(accused, rejected)


def test_at_least_three_is_not_seven_for_sure() -> None:
    fewer = Told("At least three died.", "shelling", ("rebels",), ("civilians",), killed=(3, 3, None))
    more = Told("Seven died.", "shelling", ("rebels",), ("civilians",), killed=(7, 7, 7))
    five = Told("Five died.", "shelling", ("rebels",), ("civilians",), killed=(5, 5, 5))

    def said(one: Told, other: Told) -> set[str]:
        first, second = (features(page(name, told), ())[0] for name, told in (("a", one), ("b", other)))
        return {factor.name for factor in Comparer().pair(first, second).factors}

    assert "toll_may_meet" in said(fewer, more)
    assert "toll_meets" in said(fewer, five)


def test_two_leads_a_battle_and_a_massacre_in_one_place_on_one_day_are_one() -> None:
    battle = Told("The league repelled an attack.", "attack_repelled", ("front",), ("league",))
    massacre = Told("Civilians were massacred.", "attack_on_civilians", ("league",), ("civilians",))
    first, second = page("a", battle), page("b", massacre)
    assert joined(first, second)
    later = page(
        "c", Told("Civilians were massacred.", "attack_on_civilians", ("league",), ("civilians",), day="2016-05-01")
    )
    assert not joined(first, later)


@pytest.mark.parametrize("name", ["Kuru IDP camp", "Kuru refugee camp", "Kuru outpost"])
def test_a_camp_for_the_displaced_is_called_after_its_place(name: str) -> None:
    assert bare_name(name) == "Kuru"


DENIERS = [
    (
        "Pakistani security forces",
        "insurgents",
        "Zhawar",
        "The occupying forces' claim of having killed six {} in {} is baseless.",
    ),
    (
        "Soldiers of the Turkish army",
        "militants",
        "Kerzan",
        "The Turkish army's claim of having killed six {} in {} is a lie.",
    ),
    (
        "Philippine troops",
        "rebels",
        "Hinabangan",
        "The Philippine army's claim of having killed six {} in {} is false.",
    ),
]


@pytest.mark.parametrize(("who", "whom", "where", "denied"), DENIERS)
def test_who_denies_the_dead_denies_the_fight(rooms: Rooms, who: str, whom: str, where: str, denied: str) -> None:
    fight = coded(rooms, "Gazette", f"{who} killed six {whom} in an operation in {where} on Monday, the military said.")
    answer = coded(rooms, "Voice", denied.format(whom, where))
    assert joined(fight, answer)


def test_fighting_that_goes_on_is_not_the_attack_of_one_day() -> None:
    repelled = Told("The league repelled an attack.", "attack_repelled", ("army",), ("league",), day="2016-05-02")
    ongoing = Told(
        "Clashes continue.", "armed_clash", parties=("army", "league"), day="2016-05-01/2016-05-04", status="ongoing"
    )
    assert not joined(page("a", repelled), page("b", ongoing))


RAIDS = [
    ("Insurgents", "Namutepa", "beheading four farmers"),
    ("Gunmen of Boko Haram", "Kirawa", "killing four farmers"),
    ("Fighters of the Allied Democratic Forces", "Masambo", "beheading four farmers"),
]


@pytest.mark.parametrize(("who", "where", "how"), RAIDS)
def test_a_raid_and_its_killing_in_one_sentence_are_one(rooms: Rooms, who: str, where: str, how: str) -> None:
    raid = coded(rooms, "Gazette", f"{who} raided the village of {where} before dawn on Monday, {how}, residents said.")
    toll = coded(rooms, "Voice", f"Seven people were killed in Monday's attack on {where}, the community leader said.")
    assert joined(raid, toll)
    reports = [one.id for one in raid.reports if one.type.label != "displacement_evacuation"]
    events = [event for event in link([raid, toll]).events if set(reports) & set(event.reports)]
    assert len(events) == 1


@pytest.mark.parametrize(
    ("army", "village", "rebels"),
    [
        ("The army clashed with separatists", "Wumbari", "separatists"),
        ("The army clashed with communist rebels", "Calatugan", "rebels"),
    ],
)
def test_pages_that_lead_with_one_hamlet_on_one_day_tell_one_deed_by_whatever_word(
    rooms: Rooms, army: str, village: str, rebels: str
) -> None:
    told = f"{army} at {village} on Saturday; seven {rebels} were killed, the defence ministry said."
    other = f"A mine went off under a bus in {village} on Saturday. 23 villagers were killed, a monitor said."
    assert joined(coded(rooms, "Ledger", told), coded(rooms, "Herald", other))


def test_each_of_two_sides_may_tell_that_the_other_came(rooms: Rooms) -> None:
    repelled = "The Somali National Army repelled an attack by Jubaland forces on Beled Hawo on Saturday, it said."
    attacked = "Somali government troops attacked Jubaland forces in Beled Hawo on Saturday, Jubaland's minister said."
    assert joined(coded(rooms, "Ledger", repelled), coded(rooms, "Herald", attacked))
    later = attacked.replace("Saturday", "Sunday")
    assert not joined(coded(rooms, "Ledger", repelled), coded(rooms, "Herald", later))


@pytest.mark.parametrize(("toll", "same"), [("Seven", True), ("Nine", False)])
def test_news_without_a_day_joins_what_one_named_side_did_to_as_many(rooms: Rooms, toll: str, same: bool) -> None:
    dated = "Boko Haram fighters attacked Maiduguri on Saturday and killed seven traders, a driver told the Ledger."
    news = f"{toll} traders were killed when Boko Haram fighters attacked Maiduguri, a union said."
    assert joined(coded(rooms, "Ledger", dated), coded(rooms, "Herald", news, "2023-04-25")) == same


def test_a_fight_that_a_page_leads_with_meets_an_attack_told_of_the_town_of_its_district(rooms: Rooms) -> None:
    army = (
        "Troops of Operation Hadarin Daji neutralised nine terrorists in Zurmi on Wednesday and recovered four rifles."
    )
    union = "Soldiers shot dead nine farmers in Zurmi on Wednesday, the head of the farmers' union said."
    assert joined(coded(rooms, "Nigerian Army Headquarters", army), coded(rooms, "Gusau Sentinel", union))


def test_of_an_unlocated_village_the_event_has_the_country_that_most_places_give() -> None:
    fields = {"admin1": None, "kind": "unresolved"}
    told = [
        Told(
            "Six died.",
            "attack_on_civilians",
            ("army",),
            ("civilians",),
            place=place("Alto Kuru", country=code, **fields),
        )
        for code in ("ES", "CO", "CO")
    ]
    pages = [page(name, one) for name, one in zip("abc", told, strict=True)]
    found = place_of([report for one in pages for report in one.reports])
    assert found is not None
    assert found.country == "CO"


def test_as_many_as_one_side_neutralised_another_may_count_as_dead(rooms: Rooms) -> None:
    army = "The army neutralised nine rebels in Falam on Wednesday and one soldier was killed, a spokesman said."
    (told,) = [one for one in features(coded(rooms, "Chin Herald", army), ()) if one.toll is not None]
    assert told.toll == Toll(0, 9, 9)


def test_no_quarter_of_a_town_lies_north_of_it_and_a_sector_is_called_after_its_town() -> None:
    town = {"geonameid": 7, "lat": 36.2, "lon": 37.1}
    north = site(place("north of Kuru", **town))
    quarter = site(place("Old Salt Market", kind="district", within="Kuru", **town))
    assert compare_sites(north, quarter).bar
    assert compare_sites(site(place("Kuru", **town)), quarter).name == "place_inside"
    assert bare_name("Kuru sector") == "Kuru"


NIGHT = "Missiles struck Katyr-Yurt in the night to Wednesday and killed ten guerrillas, the Ministry of Defence said."


def test_a_night_and_the_day_beside_it_are_one_where_both_pages_lead_with_it(rooms: Rooms) -> None:
    village = "Jets attacked Katyr-Yurt on Wednesday and killed fifteen villagers, the mayor told the Crier."
    small = "Jets attacked Katyr-Yurt on Friday and killed fifteen villagers, the mayor told the Crier."
    ministry = coded(rooms, "Ministry Bulletin", NIGHT)
    assert joined(ministry, coded(rooms, "Zagros Crier", village))
    assert not joined(ministry, coded(rooms, "Zagros Crier", small))


DENIED = "The government rejected as a fabrication a report that soldiers killed civilians in Merawi on Tuesday. "
OTHER = "Fano gunmen attacked Merawi on Tuesday, its spokesman said."


def test_a_denial_beside_the_deed_of_others_answers_the_page_that_tells_what_is_denied(rooms: Rooms) -> None:
    accuser = "Ethiopian soldiers killed 45 civilians in Merawi on Tuesday, six survivors told the Horn Watch."
    assert joined(coded(rooms, "Addis Gazette", DENIED + OTHER), coded(rooms, "Horn Watch", accuser))


GUNSHIPS = (
    "Army gunships fired rockets at a school in Wad Aruma near Kosti on Monday and killed 41 people, a spokesman said."
)
DRONES = "The dead of {place} were pupils, an elder told us. He said that American drones hit the school on Monday."


def test_another_doer_keeps_nothing_apart_where_the_place_is_known_from_the_page_alone(rooms: Rooms) -> None:
    army = coded(rooms, "Gazette", GUNSHIPS)
    assert joined(army, coded(rooms, "Answer", DRONES.format(place="Wad Aruma")))
    assert not joined(army, coded(rooms, "Answer", DRONES.format(place="Zalingei")))
