"""Roads called after a town, and what each side lays on the other there: an aid agency that was robbed."""

import pytest

from crossreport.linking.places import compare_sites, site
from crossreport.model import Place, PlacePrecision
from evals.rooms import Rooms
from tests.linking.build import place
from tests.linking.test_small_places import coded, joined

NILE = "{who} looted a truck of the {body} on the {place} on Monday, {sayer} said. {dead} drivers were killed."
ROBBED = "{sayer} accused {who} of having looted a {body} convoy near {place} on Monday. {dead} drivers died."


def road(name: str, of: int | None = 379003) -> Place:
    kind = "region" if of is not None else "unresolved"
    return place(name, geonameid=of, lat=36.1, lon=37.1, kind=kind, precision=PlacePrecision(2, 5))


@pytest.mark.parametrize(
    ("name", "of", "town", "factor"),
    [
        ("Kadar road", 379003, place("Kadar", geonameid=379003, lat=36.1, lon=37.1), "place_near"),
        ("the Kadar highway", 379003, place("Kadar", geonameid=379003, lat=36.1, lon=37.1), "place_near"),
        ("Kadar road", None, place("Kadar", kind="unresolved"), "place_near"),
        ("Kadar road", 379003, place("Lambe", geonameid=12, lat=35.1, lon=37.9), "places"),
        ("Kadar road", 379003, road("Kadar highway"), "place_same"),
    ],
)
def test_a_road_is_near_the_town_that_it_is_called_after(name: str, of: int | None, town: Place, factor: str) -> None:
    assert compare_sites(site(road(name, of)), site(town)).name == factor


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


SIDES = [("the army", "the Rapid Support Forces"), ("the Rapid Support Forces", "the army")]


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_an_aid_agency_robbed_near_one_town_on_one_day_is_one_whoever_did_it(
    rooms: Rooms, one: str, other: str
) -> None:
    body = "World Food Programme"
    here = NILE.format(
        who=one[0].upper() + one[1:], sayer=other, body=body, place="El Obeid road in Sudan", dead="Three"
    )
    there = ROBBED.format(who=other, sayer=one[0].upper() + one[1:], body=body, place="El Obeid in Sudan", dead="Two")
    assert joined(coded(rooms, "Gazette", here), coded(rooms, "Answer", there))


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_two_agencies_robbed_are_two(rooms: Rooms, one: str, other: str) -> None:
    here = NILE.format(
        who=one[0].upper() + one[1:],
        sayer=other,
        body="World Food Programme",
        place="El Obeid road in Sudan",
        dead="Three",
    )
    there = ROBBED.format(
        who=other, sayer=one[0].upper() + one[1:], body="Red Cross", place="El Obeid in Sudan", dead="Two"
    )
    assert not joined(coded(rooms, "Gazette", here), coded(rooms, "Answer", there))
