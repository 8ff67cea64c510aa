from itertools import pairwise

import pytest
from lxml import html
from msgspec.structs import replace

from crossreport.brief.countries import outlines
from crossreport.gazetteer import extent
from crossreport.gazetteer.extent import WHOLE, area_of, division_shape, hull
from crossreport.gazetteer.store import shipped_gazetteer
from crossreport.model import Place, PlacePrecision
from crossreport.web.days import bars, columns
from crossreport.web.ring import MOST, Tie, ring
from crossreport.web.world import REACH, around_of, closer_to, drawn_as, world


def site(place, lat=35.5, lon=36.7, precision=1, kind="settlement", country="SY", events=1, area=""):
    return {"place": place, "country": country, "kind": kind, "area": area, "lat": lat, "lon": lon,
            "precision": precision, "grade": "contested", "events": events}  # fmt: skip


def test_how_exact_a_place_is_known_is_how_large_its_area_is():
    drawn = world([site("Town"), site("Province", precision=4, lon=38.0), site("Line", precision=5, lon=40)], None)
    by_name = {area.name: area for area in drawn.areas}
    assert by_name["Town"].kind == "sharp"
    assert by_name["Province"].kind == by_name["Line"].kind == "vague"
    assert by_name["Town"].radius < by_name["Province"].radius < by_name["Line"].radius
    frame_km = by_name["Province"].kilometres / by_name["Province"].radius
    assert abs(drawn.bar_km / drawn.bar - frame_km) / frame_km < 0.05  # the scale bar tells the same kilometres


def test_a_country_is_its_outline_and_never_a_point():
    drawn = world([site("Syria", precision=6, kind="country", events=4, area=WHOLE), site("Town")], None)
    assert [area.name for area in drawn.areas] == ["Town"]
    assert [(land.name, land.events) for land in drawn.lands if land.events] == [("Syria", 4)]
    assert world([site("Syria", precision=6, kind="country", area=WHOLE)], None).areas == ()
    two = [site("Syria", precision=6, events=4, area=WHOLE), site("Rural post", None, None, 6, events=3, area=WHOLE)]
    assert [land.events for land in world(two, None).lands if land.events] == [7]


def test_a_province_is_the_shape_of_its_towns_and_never_a_point():
    rows = [site("Old mill", None, None, 4, "unresolved", area="Hama", events=2),
            site("Hama", 35.13, 36.76, 4, "admin1", area="Hama"), site("Town")]  # fmt: skip
    drawn = world(rows, None)
    assert [area.name for area in drawn.areas] == ["Town"]
    ((province, outline),) = [(one, corners(one.path)) for one in drawn.provinces]
    assert (province.name, province.events, province.places) == ("Hama", 3, ("Old mill", "Hama"))
    assert (drawn.nowhere, drawn.outside) == (0, 0)
    width = max(x for x, _ in outline) - min(x for x, _ in outline)
    assert 150 < width * drawn.bar_km / drawn.bar < 350  # the governorate is some 200 km wide
    assert closer_to(rows[0]) == closer_to(rows[1])
    assert around_of(closer_to(rows[0])) is not None
    assert [drawn_as(row) for row in rows] == ["somewhere in Hama", "somewhere in Hama", "within 3 km"]
    near = world(rows, around_of(closer_to(rows[0])))
    assert near.provinces[0].events == 3
    assert world(rows, (12.0, 30.0, 100.0)).outside == 4


def test_the_towns_of_a_division_lie_in_its_shape_and_a_division_without_towns_is_a_ring():
    for country, division in (
        ("SY", "Deir ez-Zor"),
        ("CO", "Norte de Santander"),
        ("MZ", "Nampula"),
        ("NE", "Tillaberi"),
    ):
        shape = division_shape(country, division)
        assert len(shape) > 3
        assert hull(list(shape)) == shape
        for town in shipped_gazetteer().settlements(country, division):
            assert town not in hull([*shape, town])
    assert len(division_shape("AZ", "Khojavend")) == 16
    assert division_shape("SY", "Atlantis") == ()
    there = Place("Old mill", None, "SY", "Atlantis", None, None, PlacePrecision(3, 4), (), None, "unresolved")
    assert area_of(there) == WHOLE
    assert area_of(replace(there, admin1="Hama")) == "Hama"
    assert area_of(replace(there, lat=35.0, lon=36.0)) == ""


def corners(path):
    return [tuple(float(part) for part in corner.split()) for corner in path[1:-1].split("L")]


def test_provinces_have_their_shape_without_the_built_gazetteer_too(monkeypatch, tmp_path):
    large, small = [("SY", "Hama"), ("SD", "Khartoum"), ("MM", "Sagaing")], ("AZ", "Khojavend")
    built = {key: division_shape(*key) for key in (*large, small)}
    monkeypatch.setattr(extent, "cache_folder", lambda: tmp_path)
    division_shape.cache_clear()
    monkeypatch.setattr(extent, "shipped_gazetteer", lambda: pytest.fail("the gazetteer was asked for"))
    try:
        assert {key: division_shape(*key) for key in large} == {key: built[key] for key in large}
        assert len(division_shape(*small)) == 16
        assert division_shape("SY", "Atlantis") == ()
    finally:
        division_shape.cache_clear()


def test_what_is_not_on_the_map_is_counted():
    drawn = world([site("Town"), site("", None, None, None, "", events=7), site("Far", lat=10.0, lon=10.0, events=3)],
                  (35.5, 36.7, 100.0))  # fmt: skip
    assert (drawn.nowhere, drawn.outside) == (7, 3)
    assert world([site("", None, None, None, "")], None) is None


def test_no_outline_runs_across_the_map_where_longitudes_start_anew():
    atlas = outlines()
    for country in atlas.countries:
        for outline in atlas.rings(country):
            for one, other in pairwise(outline):
                across = abs(one[0] - other[0]) > 180
                assert not across or abs(one[1]) == abs(other[1]) == 90, country.name  # the foot of one round a pole


def test_the_window_of_a_map_is_checked():
    assert around_of("35.5,36.7,120") == (35.5, 36.7, 120)
    for text in ("", "1,2", "nan,1,100", "1,1,inf", "99,1,100", "1,1,1", "x,y,z", "1,1,1e9"):
        assert around_of(text) is None
    assert max(REACH.values()) < 200


def test_a_column_has_what_is_sure_and_what_may_be():
    found = columns([("2015-09-21", "2015-09-21"), ("2015-09-21", "2015-09-23"), ("2015-09-23", "2015-09-23"),
                     ("2015-09-21", ""), ("", "")])  # fmt: skip
    assert found.unit == "day"
    assert [(one.first, one.low, one.high) for one in found.columns] == [
        ("2015-09-21", 1, 2),
        ("2015-09-22", 0, 1),
        ("2015-09-23", 1, 2),
    ]
    assert found.undated == 2
    assert all(one.high_y <= one.low_y for one in found.columns)


def test_columns_widen_with_the_time_they_span():
    spans = {"week": "2016-06-01", "month": "2018-06-01", "year": "2031-01-01"}
    for unit, last in spans.items():
        found = columns([("2015-12-28", "2015-12-28"), (last, last)])
        assert found.unit == unit
        assert (found.columns[0].low, found.columns[-1].low) == (1, 1)
        assert sum(one.low for one in found.columns) == 2
    assert columns([("", "2015-01-01")]) is None
    assert columns([("2015-02-01", "2015-01-01")]) is None
    assert columns([("0001-01-01", "9999-12-31")]) is None


def test_bars_stay_on_their_axis():
    years = [(f"{year}-05-05", f"{year}-05-06") for year in range(1990, 2024)]
    days = [("2015-01-01", "2015-01-01"), ("2015-01-03", "2015-01-09"), *years, ("", "")]
    rows = [
        {"id": str(n), "label": "shelling", "place": "Town", "grade": "contested", "earliest": one[0], "latest": one[1]}
        for n, one in enumerate(days)
    ]
    for some in (rows[:2], rows):
        found = bars(some)
        assert len(found.bars) == len([row for row in some if row["earliest"]])
        assert all(one.x >= 300 and one.x + one.width <= 985 for one in found.bars)
        assert [one.wide for one in found.bars[:2]] == [False, True]
    assert bars(rows[-1:]) is None


def test_a_ring_holds_the_most_tied_and_counts_the_rest():
    ties = [Tie(f"a{n}", f"b{n}", "events", True, 100 - n) for n in range(40)]
    drawn = ring(ties)
    assert len(drawn.names) == MOST
    assert drawn.left_out == 80 - MOST
    assert drawn.curves[0].width > drawn.curves[-1].width
    assert ring([]).names == ()
    assert len(ring([Tie("a", "b", "events", False, 1)]).curves) == 1


def test_views_draw_the_record(client, desk):
    assert "Dair Alwan (2)" not in client.get("/timeline").text
    text = client.get("/map").text
    assert text.count('class="area sharp"') == 2
    assert "2 events" in text
    assert client.get("/map?around=35.5,36.7,50").status_code == 200
    assert client.get("/map?country=XX").status_code == client.get("/timeline?country=XX").status_code == 200
    assert "1 surely" in client.get("/timeline").text or "2 surely" in client.get("/timeline").text
    assert "Civilians" in client.get("/actors").text
    assert desk.shelf().select("SELECT count(*) FROM side")[0][0] == 2
    assert "2 events" in client.get("/events?actor=Civilians").text


def test_sources_are_profiled_and_dropped(client):
    assert "Told first" in client.get("/sources").text
    assert client.get("/source?name=nobody").status_code == 404
    profile = client.get("/source", params={"name": "Voice of the Coast"}).text
    assert "1 page," in profile
    text = " ".join(client.get("/without", params={"source": "Voice of the Coast"}).text.split())
    assert "Of 2 events" in text
    assert "0 are told by nobody else" in text
    assert "no outlet <bdi>Nobody</bdi>" in client.get("/without?source=Nobody").text
    assert client.get("/links").status_code == 200


def test_every_count_leads_to_as_many(desk, client):
    """The pairs and actors of an event with agent, target and parties, each way round, lead to what they count."""
    lines = desk.shelf().select
    event, other = (row[0] for row in lines("SELECT id FROM event ORDER BY id LIMIT 2"))
    sides = [(event, "agent", "A"), (event, "target", "B"), (other, "agent", "B"), (other, "target", "A")]
    sides += [(other, "party", "C"), (other, "party", "D"), (event, "party", "C")]
    rows = [(one, role, name, name, "rebel_group", "SY") for one, role, name in sides]
    desk.shelf()._fill("side", rows)
    page = html.fromstring(client.get("/actors").text)
    links = page.xpath("//td[@class='n']/a")
    assert len(links) > 5
    for link in links:
        found = html.fromstring(client.get(link.get("href")).text).xpath("//p[@class='count']")[0].text_content()
        assert found.split()[0] == link.text_content(), link.get("href")
