import csv
import json
from io import BytesIO, StringIO

import pytest
from msgspec.structs import replace

from crossreport.export import acled, gdelt, geojson, plover, polecat, ucdp
from crossreport.export.people import public_name, public_voice
from crossreport.model import (
    Actor,
    Attribution,
    EventType,
    Linked,
    Participant,
    Reason,
    Side,
    Span,
    Toll,
    VoiceToll,
    When,
)
from tests.builders import coded_of, link_of


def record(**changes):
    """One page with one event, changed."""
    _, coded = coded_of()
    linked = link_of([coded])
    event = replace(linked.events[0], **changes)
    return [coded], Linked(linked.source_groups, (event,), ())


def rows(pages, linked):
    stream = BytesIO()
    left_out = acled.write(stream, pages, linked)
    return list(csv.DictReader(StringIO(stream.getvalue().decode(), newline=""))), left_out


def features(pages, linked):
    stream = BytesIO()
    left_out = geojson.write(stream, pages, linked)
    return json.loads(stream.getvalue())["features"], left_out


def actor(name, kind="rebel_group"):
    return Actor(name, name, kind, "SY")


def test_a_row_has_the_31_columns_in_their_order():
    ((row,), left_out) = rows(*record())
    assert len(row) == 31
    assert list(row)[:3] + list(row)[-3:] == ["event_id_cnty", "event_date", "year", "fatalities", "tags", "timestamp"]
    assert left_out == []


def test_a_row_says_what_the_event_says():
    ((row,), _) = rows(*record())
    assert row["event_date"] == "2015-09-21"
    assert (row["time_precision"], row["geo_precision"]) == ("1", "1")
    assert (row["event_type"], row["disorder_type"]) == ("Explosions/Remote violence", "Political violence")
    assert (row["iso"], row["country"], row["location"]) == ("760", "Syria", "Dair Alwan")
    assert (row["actor1"], row["actor2"], row["inter2"], row["interaction"]) == ("", "Civilians", "7", "70")
    assert row["civilian_targeting"] == "Civilian targeting"
    assert row["fatalities"] == "4"
    assert "Example Post < governor" in row["notes"]


def test_sides_of_a_clash_have_no_direction():
    sides = (Side("party", (actor("A", "state_forces"), actor("B"), actor("C"))),)
    ((row,), _) = rows(*record(sides=sides))
    assert (row["actor1"], row["actor2"], row["assoc_actor_2"], row["interaction"]) == ("A", "B", "C", "12")
    assert row["civilian_targeting"] == ""


def told_by_two(role, first, second, *reasons):
    """One event that two pages tell, each with its own actor in that role."""
    coded = [
        coded_of(name="a.txt")[1],
        coded_of("Shells fell on Dair Alwan on Monday, killing 9 people, the governor said.", "b.txt")[1],
    ]
    pages = []
    for page, outlet, who in zip(coded, ("Example Post", "Voice of the Coast"), (first, second), strict=True):
        (report,) = page.reports
        part = Participant(role, who, report.span, who.name)
        reports = (replace(report, participants=(part,)),)
        pages.append(replace(page, page=replace(page.page, outlet=outlet), reports=reports))
    (event, *_) = link_of(coded).events
    names = tuple(page.reports[0].id for page in pages)
    kind = EventType("shelling", event.type.acled, ("ASSAULT", None), "19")
    event = replace(event, type=kind, reports=names, sides=(Side(role, (first, second)),), reasons=reasons)
    return pages, Linked((), (event,), ())


CULPRIT = Reason("contradiction_culprit", "the one named A, the other B")


def test_rival_doers_are_no_allies_and_nobody_is_chosen():
    given = told_by_two("agent", actor("A", "state_forces"), actor("B"), CULPRIT)
    ((row,), _) = rows(*given)
    assert (row["actor1"], row["assoc_actor_1"], row["inter1"]) == ("", "", "")
    assert "Doer contested: A (Example Post); B (Voice of the Coast)" in row["notes"]
    for module in (ucdp, plover, polecat):
        left_out = module.write(BytesIO(), *given)
        assert [one.why for one in left_out] == ["who did it is contested"], module
    stream = BytesIO()
    gdelt.write(stream, *given)
    assert stream.getvalue().decode().split("\t")[5:7] == ["", ""]


@pytest.mark.parametrize("role", ["agent", "target"])
def test_actors_whom_no_account_joins_stand_on_no_side_together(role):
    ((row,), _) = rows(*told_by_two(role, actor("A"), actor("B")))
    number = {"agent": 1, "target": 2}[role]
    assert (row[f"actor{number}"], row[f"assoc_actor_{number}"]) == ("A", "")
    assert "by others: B (Voice of the Coast)" in row["notes"]


def test_actors_whom_one_account_joins_stay_together():
    pages, linked = told_by_two("agent", actor("A"), actor("A"))
    (report,) = pages[0].reports
    both = (*report.participants, Participant("agent", actor("B"), report.span, "B"))
    pages[0] = replace(pages[0], reports=(replace(report, participants=both),))
    event = replace(linked.events[0], sides=(Side("agent", (actor("A"), actor("B"))),))
    ((row,), _) = rows(pages, Linked((), (event,), ()))
    assert (row["actor1"], row["assoc_actor_1"]) == ("A", "B")


def test_the_lowest_voice_counts_and_all_are_told():
    pages, linked = record()
    figure = pages[0].figures[0]
    more = replace(figure, id="figure-more", low=9.0, best=9.0, high=9.0, wording="nine")
    pages = [replace(pages[0], figures=(figure, more))]
    voices = tuple(VoiceToll("v", each.id, each.low, each.best, each.high, each.wording) for each in (more, figure))
    event = replace(linked.events[0], killed=Toll(4.0, None, 9.0, voices))
    ((row,), _) = rows(pages, Linked((), (event,), ()))
    assert row["fatalities"] == "4"
    assert '"nine"' in row["notes"]


def test_no_toll_is_no_zero():
    ((row,), _) = rows(*record(killed=None))
    assert row["fatalities"] == ""


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"status": "planned"}, "it is planned"),
        ({"status": "denied"}, "it is denied"),
        ({"grade": "discounted"}, "graded discounted"),
        ({"when": None}, "no day"),
        ({"place": None}, "no country"),
        ({"when": When("2011/..", "2011-01-01", None, "year", "since")}, "no day"),
        ({"when": When("../2011-03-01", None, "2011-03-01", "day", "before")}, "no day"),
        ({"when": When("2011/2015", "2011-01-01", "2015-12-31", "days", "x")}, "its time is wider than a month"),
        ({"when": When("2011-01/2011-03", "2011-01-03", "2011-03-04", "week", "x")}, "its time is wider than a month"),
    ],
)
def test_what_acled_cannot_hold_is_named(changes, why):
    (found, (left_out,)) = rows(*record(**changes))
    assert found == []
    assert why in left_out.why


@pytest.mark.parametrize(("latest", "code"), [("2011-01-03", "1"), ("2011-01-04", "2"), ("2011-01-31", "3")])
def test_the_precision_of_a_time_is_that_of_its_width(latest, code):
    ((row,), _) = rows(*record(when=When(f"2011-01-03/{latest}", "2011-01-03", latest, "days", "x")))
    assert row["time_precision"] == code


def test_a_type_that_acled_does_not_know_is_named():
    event = record()[1].events[0]
    (found, (left_out,)) = rows(*record(type=replace(event.type, acled=None)))
    assert found == []
    assert left_out.event == event.id


def test_a_point_is_longitude_first():
    ((feature,), left_out) = features(*record())
    assert feature["geometry"] == {"type": "Point", "coordinates": [36.7, 35.5]}
    assert feature["properties"]["reported_killed"] == {"low": 4.0, "best": 4.0, "high": 4.0}
    assert left_out == []


def test_an_event_without_a_point_is_named():
    place = replace(record()[1].events[0].place, lat=None, lon=None)
    (found, (left_out,)) = features(*record(place=place))
    assert found == []
    assert "no point" in left_out.why
    assert features(*record(place=None))[0] == []


def test_hospitals_and_shelters_are_given_roughly():
    exact = replace(record()[1].events[0].place, lat=35.123456, lon=36.654321, kind="facility")
    ((feature,), _) = features(*record(place=exact))
    ((row,), _) = rows(*record(place=exact))
    assert feature["geometry"]["coordinates"] == [36.65, 35.12]
    assert (row["latitude"], row["longitude"]) == ("35.12", "36.65")


@pytest.mark.parametrize(
    ("person", "shown"),
    [
        (Actor("p", "Rima Haddu", "person", "SY"), "a private person"),
        (Actor("p", "Rima Haddu", "person", "SY", affiliation="ministry"), "Rima Haddu"),
        (Actor("p", "residents", "person", "SY", generic=True), "residents"),
        (Actor("a", "Army", "state_forces", "SY"), "Army"),
    ],
)
def test_private_persons_are_not_named(person, shown):
    assert public_name(person) == shown


@pytest.mark.parametrize(
    ("speaker", "kind", "shown"),
    [
        ("Rima Haddu", "witness", "a witness"),
        ("Dr Haddu", "medic", "a medic"),
        ("medics", "medic", "medics"),
        ("Rima Haddu", "official", "Rima Haddu"),
    ],
)
def test_witnesses_are_not_named(speaker, kind, shown):
    assert public_voice(Attribution(speaker, None, kind, "said", None, Span(0, 1, "x"))) == shown


@pytest.mark.parametrize("edtf", ["2015-09-21~", "2015-09-21?", "2015-09-21%"])
def test_a_day_that_is_about_is_never_exported_as_exact(edtf):
    ((row,), _) = rows(*record(when=When(edtf, "2015-09-21", "2015-09-21", "day", "weekday")))
    assert (row["event_date"], row["time_precision"]) == ("2015-09-21", "2")


def test_a_day_borrowed_from_elsewhere_on_the_page_is_never_exported_as_exact():
    (coded,), linked = record()
    borrowed = Reason("time:inherited", "no time beside the words that tell it")
    reports = tuple(replace(report, reasons=(*report.reasons, borrowed)) for report in coded.reports)
    ((row,), _) = rows([replace(coded, reports=reports)], linked)
    assert row["time_precision"] == "2"
