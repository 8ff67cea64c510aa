import pytest

from crossreport.linking.places import compare_places, compare_sites, site, sites
from crossreport.model import Place, PlaceCandidate, PlacePrecision
from tests.linking.build import place

TOWN = place("Madar", geonameid=7, lat=36.2, lon=37.1)
OLD_MARKET = place("Old Market", geonameid=7, lat=36.2, lon=37.1, kind="district", within="Madar")
_BOTH = tuple(PlaceCandidate(ident, "Rasan", country, None, 1.0, "name") for ident, country in ((11, "EG"), (12, "PS")))
EAST_BANK = place("Rasan", geonameid=11, lat=31.28, lon=34.23, country="EG", candidates=_BOTH)
WEST_BANK = place("Rasan", geonameid=12, lat=31.29, lon=34.24, country="PS", candidates=_BOTH)
MILL_QUARTER = place("Mill Quarter", geonameid=7, lat=36.2, lon=37.1, kind="district", within="Madar")


def factor(one: list[Place], other: list[Place]) -> str:
    found, mirrored = (compare_places(sites(a), sites(b)) for a, b in ((one, other), (other, one)))
    assert (found.name, found.bar) == (mirrored.name, mirrored.bar)
    return "apart" if found.bar else found.name


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ([TOWN], [place("Maddar", geonameid=7)], "place_same"),
        ([TOWN], [OLD_MARKET], "place_inside"),
        ([OLD_MARKET], [MILL_QUARTER], "apart"),
        (
            [OLD_MARKET],
            [place("Old Market", geonameid=7, kind="district", within="Madar", lat=36.2, lon=37.1)],
            "place_same",
        ),
        ([place("Khan Ruz")], [place("Khān Rūz")], "place_same"),
        ([place("Tell Amar")], [place("Tal Amar")], "place_same_name"),
        ([place("Tell Amar", admin1="Homs")], [place("Tal Amar")], "apart"),
        ([place("west of Khan Ruz", kind="unresolved")], [place("Khan Ruz", kind="unresolved")], "place_near"),
        ([place("west of Khan Ruz", kind="unresolved")], [place("east of Khan Ruz", kind="unresolved")], "apart"),
        (
            [place("A", geonameid=1, lat=36.20, lon=37.10)],
            [place("B", geonameid=2, lat=36.21, lon=37.11)],
            "place_near",
        ),
        ([place("A", geonameid=1, lat=36.20, lon=37.10)], [place("B", geonameid=2, lat=36.50, lon=37.11)], "apart"),
        ([place("Zakho", kind="region", geonameid=9)], [place("Zakho", kind="unresolved")], "place_same_name"),
        ([place("Zakho", geonameid=9)], [place("Zakho", kind="unresolved", country="TR")], "place_near"),
        (
            [place("Kissa bazaar", kind="facility", within="Madar", geonameid=7)],
            [place("Kissa market", kind="facility", within="Madar", geonameid=7)],
            "place_same_name",
        ),
        ([EAST_BANK], [WEST_BANK], "place_homonym"),
        ([TOWN], [place("Aleppo", kind="admin1")], "place_contains"),
        ([TOWN], [place("Homs", kind="admin1", admin1="Homs")], "apart"),
        ([TOWN], [place("Azaz District", kind="admin2")], "place_unknown"),
        ([place("Azaz District", kind="admin2")], [place("Aleppo", kind="admin1")], "place_contains"),
        ([TOWN], [place("Syria", kind="country", admin1=None)], "place_country"),
        ([TOWN], [place("Iraq", kind="country", admin1=None, country="IQ")], "apart"),
        ([TOWN], [place("the northern valleys", kind="region", country=None, admin1=None)], "place_unknown"),
        ([TOWN], [], "place_unknown"),
        ([place("Kafr Hazir"), TOWN], [TOWN], "place_same"),
    ],
)
def test_two_places(one: list[Place], other: list[Place], name: str) -> None:
    assert factor(one, other) == name


def test_a_town_gives_way_to_the_quarters_that_are_named_with_it() -> None:
    assert [one.name for one in sites([TOWN, OLD_MARKET])] == ["Old Market"]
    assert factor([TOWN, OLD_MARKET], [MILL_QUARTER, TOWN]) == "apart"


def test_a_district_of_a_province_is_the_place_of_what_is_told_of_its_seat() -> None:
    def district(name: str, record: int, admin1: str = "Aleppo") -> Place:
        return place(name, kind="region", geonameid=record, admin1=admin1, precision=PlacePrecision(2, 3))

    sahel = place("Sahel", kind="region", geonameid=9, country=None, admin1=None, precision=PlacePrecision(3, 5))
    town = place("Kadar", geonameid=1, lat=36.0, lon=37.0)
    assert compare_sites(site(district("Kadar", 7)), site(district("Kadar", 7))).name == "place_same_district"
    assert compare_sites(site(district("Kadar", 7)), site(town)).name == "place_near"
    assert compare_sites(site(district("Kadar", 7)), site(place("Kadar", kind="unresolved"))).name == "place_same_name"
    assert compare_sites(site(district("Kadar", 7)), site(district("Nasib", 8))).bar
    assert compare_sites(site(district("Kadar", 7)), site(place("Nasib", geonameid=2))).name == "place_unknown"
    assert compare_sites(site(sahel), site(town)).name == "place_unknown"
