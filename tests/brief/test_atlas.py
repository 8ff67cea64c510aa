"""The map and the timeline: marks where events are, labels that do not overlap, axes that keep order."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from crossreport.brief.countries import country_name, outlines
from crossreport.brief.labels import place_labels
from crossreport.brief.projection import HEIGHT, WIDTH, clipped, clustered, frame_of
from crossreport.brief.render import html
from crossreport.brief.situation import Situation, situation
from crossreport.brief.window import Window
from crossreport.model import Place, PlacePrecision
from tests.brief.hand import records

POINTS = st.lists(st.tuples(st.floats(-170, 170), st.floats(-60, 70)), min_size=1, max_size=12)


def made() -> Situation:
    coded, linked = records()
    return situation(coded, linked, (), window=Window(None, None))


def test_outlines_hold_the_world() -> None:
    codes = {country.code for country in outlines().countries}
    assert {"SY", "SD", "YE", "UA", "MM", "CO", "CD", "PS", "SS"} <= codes
    assert country_name("SD") == "Sudan"
    assert country_name(None) == ""


def test_no_mark_for_an_event_without_coordinates() -> None:
    brief = made()
    marked = {event for panel in brief.panels for mark in panel.marks for event in mark.events}
    placed = {e.event.id for e in brief.entries if e.event.place and e.event.place.lat is not None}
    assert marked <= placed
    assert brief.unmapped == len(brief.entries) - len(marked)
    assert brief.undrawn == ("Jeddah (Mecca Region, Saudi Arabia)",)


def test_region_level_marks_are_dashed_rings() -> None:
    marks = {mark.title.split(":")[0]: mark.kind for panel in made().panels for mark in panel.marks}
    assert marks["Hama"] == "region"
    assert marks["Anadan"] == "exact"
    assert marks["Kadugli"] == "near"


def test_conflicts_get_maps_of_their_own() -> None:
    assert [panel.title for panel in made().panels] == ["Syria", "Sudan"]


@given(POINTS)
def test_a_frame_holds_its_points(points: list[tuple[float, float]]) -> None:
    frame = frame_of(points)
    for x, y in map(frame.xy, points):
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT


@given(POINTS)
def test_clusters_part_the_points(points: list[tuple[float, float]]) -> None:
    clusters = clustered(points, 6.0)
    assert sorted(index for cluster in clusters for index in cluster) == list(range(len(points)))


@given(
    st.lists(
        st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT), st.just(5.0), st.text("abc", min_size=1, max_size=14))
    )
)
def test_labels_never_overlap(wanted: list[tuple[float, float, float, str]]) -> None:
    labels = place_labels(wanted, [(x - r, y - r, x + r, y + r) for x, y, r, _ in wanted])
    for one, other in combinations((label.box for label in labels), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_clipping_keeps_what_is_inside() -> None:
    frame = frame_of([(36.0, 35.0), (38.0, 37.0)])
    assert clipped([(36.5, 35.5), (37.5, 35.5), (37.0, 36.5)], frame) == [(36.5, 35.5), (37.5, 35.5), (37.0, 36.5)]
    assert clipped([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)], frame) == []


def test_timeline_keeps_order_and_breaks_the_axis() -> None:
    line = made().timeline
    assert line is not None
    assert len(line.breaks) == 1
    assert [bar.y for bar in line.bars] == sorted(bar.y for bar in line.bars)
    assert [bar.x for bar in line.bars] == sorted(bar.x for bar in line.bars)
    assert line.left_out == 5


def test_what_is_known_by_its_province_alone_is_the_shape_of_its_towns() -> None:
    coded, linked = records()
    hidden = Place("Old mill", None, "SY", "Hama", None, None, PlacePrecision(3, 4), (), None, "unresolved", "Hama")
    first, *rest = linked.events
    moved = replace(linked, events=(replace(first, place=hidden), *rest))
    brief = situation(coded, moved, (), window=Window(None, None))
    (mark,) = [mark for panel in brief.panels for mark in panel.marks if first.id in mark.events]
    assert (mark.kind, mark.title.partition(":")[0]) == ("region", "somewhere in Hama")
    assert mark.path.count("L") > 3
    assert 'class="mark region" d="M' in html(brief)
    nowhere = replace(hidden, admin1=None, within="Syria", precision=PlacePrecision(3, 6))
    moved = replace(linked, events=(replace(first, place=nowhere), *rest))
    brief = situation(coded, moved, (), window=Window(None, None))
    assert not [mark for panel in brief.panels for mark in panel.marks if first.id in mark.events]
