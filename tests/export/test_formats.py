"""Every format on one record: byte for byte as written down, read again by others, safe in a spreadsheet."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from crossreport.cli.export import NAMES
from crossreport.cli.export import export as command
from crossreport.export import acled, gdelt, plover, ucdp
from crossreport.export.cells import safe
from crossreport.export.formats import FORMATS, Contents
from crossreport.export.leftout import write_left_out
from crossreport.intake import read_paths
from crossreport.model import Actor, Capture, EventType, Linked, Reason, Rejection, Side, When
from tests.builders import coded_of, link_of

GOLDEN = Path(__file__).parent / "golden"
SHELLING = EventType(
    "shelling", ("Explosions/Remote violence", "Shelling/artillery/missile attack"), ("ASSAULT", "heavy-weapons"), "194"
)
AGREEMENT = EventType("agreement", ("Strategic developments", "Agreement"), None, "05")
ARMY = Actor("army", "Army of Testland", "state_forces", "SY")
REBELS = Actor("rebels", "Front of Testland", "rebel_group", "SY")


def contents(**changes) -> Contents:
    capture, coded = coded_of()
    linked = link_of([coded])
    sides = (Side("agent", (ARMY,)), Side("target", (REBELS,)))
    event = replace(linked.events[0], **{"sides": sides, "type": SHELLING, **changes})
    return Contents([coded], Linked(linked.source_groups, (event,), ()), {capture.id: capture}.get)


def written(name: str, given: Contents | None = None, **options) -> tuple[bytes, list]:
    stream = io.BytesIO()
    left_out = FORMATS[name].write(stream, given or contents(), **options)
    return stream.getvalue(), left_out


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("parquet", "wacz")])
def test_a_format_is_written_byte_for_byte_as_agreed(name):
    path = GOLDEN / f"{name}.txt"
    assert written(name)[0] == path.read_bytes()


def test_the_command_knows_every_format_and_says_what_it_is():
    assert set(NAMES) == set(FORMATS)
    lines = [line.split() for line in (command.help or "").splitlines()]
    said = {words[0]: " ".join(words[1:]) for words in lines if words and words[0] in FORMATS}
    assert said == {name: each.says for name, each in FORMATS.items()}


@pytest.mark.parametrize(
    ("columns", "count", "first", "last"),
    [
        (acled.codes().columns, 31, "event_id_cnty", "timestamp"),
        (ucdp.codes().columns, 49, "id", "gwnob"),
        (gdelt.codes().columns, 61, "GLOBALEVENTID", "SOURCEURL"),
        (plover.codes().polecat, 40, "Event ID", "Version"),
    ],
)
def test_headers_have_the_columns_that_users_expect(columns, count, first, last):
    assert (len(columns), len(set(columns)), columns[0], columns[-1]) == (count, count, first, last)


def test_ucdp_tells_deaths_sides_and_sources():
    (row,) = csv.DictReader(io.StringIO(written("ucdp")[0].decode(), newline=""))
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Army of Testland", "Front of Testland")
    assert (row["best"], row["low"], row["high"]) == ("4", "4", "4")
    deaths = sum(int(row[name]) for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"))
    assert deaths == int(row["best"])
    assert (row["source_office"], row["source_original"]) == ("Example Post", "governor")
    assert (row["region"], row["country"]) == ("Middle East", "Syria")
    assert int(row["priogrid_gid"]) == (90 + 35) * 2 * 720 + 720 + (180 + 36) * 2 - 720 + 1 + 1 + 720


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("state_forces", "rebel_group", 1),
        ("rebel_group", "state", 1),
        ("rebel_group", "political_militia", 2),
        ("rebel_group", "civilians", 3),
        ("state_forces", "civilians", 3),
        ("civilians", "civilians", None),
        ("rebel_group", None, None),
    ],
)
def test_the_kind_of_violence_follows_from_the_sides(first, second, kind):
    def side(name):
        return [Actor(name, name, name, None)] if name else []

    assert ucdp.violence(side(first), side(second)) == kind


@pytest.mark.parametrize(
    ("name", "changes", "why"),
    [
        ("ucdp", {"killed": None}, "no death is reported"),
        ("ucdp", {"type": AGREEMENT}, "its kind (agreement) is no use of armed force: the deaths are another event's"),
        ("ucdp", {"sides": ()}, "the two sides are not both known, or none is organised"),
        ("ucdp", {"status": "planned"}, "it is planned, graded single_source"),
        ("ucdp", {"when": When("2011/2015", "2011-01-01", "2015-12-31", "year", "x")}, "its time is wider than a year"),
        ("gdelt", {"when": When("2011/2015", "2011-01-01", "2015-12-31", "days", "x")}, "no day is known for it"),
        ("acled", {"place": None}, "no country is known for it"),
        ("gdelt", {"when": None}, "no day is known for it"),
        ("plover", {"when": None}, "no day, week or month is known for it"),
        ("plover", {"sides": ()}, "PLOVER wants an actor, and none is known"),
        ("polecat", {"type": EventType("accident", None, None, None)}, "PLOVER has no category for accident"),
        ("airwars", {"status": "denied"}, "it is denied"),
        ("membership", {"status": "planned"}, "it is planned"),
    ],
)
def test_what_a_format_cannot_hold_is_named(name, changes, why):
    _, left_out = written(name, contents(**changes))
    assert [each.why for each in left_out] == [why]


TAKEN = EventType("territory_taken", ("Battles", "Non-state actor overtakes territory"), None, "19")
ABROAD = Actor("neighbour", "Army of the Neighbour", "state_forces", "IQ")


@pytest.mark.parametrize(
    ("sides", "contested", "sub_event"),
    [
        ((Side("agent", (ARMY,)), Side("target", (REBELS,))), False, "Government regains territory"),
        ((Side("agent", (REBELS,)), Side("target", (ARMY,))), False, "Non-state actor overtakes territory"),
        ((Side("agent", (ABROAD,)), Side("target", (ARMY,))), False, "Non-state actor overtakes territory"),
        ((Side("target", (ARMY,)),), False, "Non-state actor overtakes territory"),
        ((Side("target", (REBELS,)),), False, "Armed clash"),
        ((Side("agent", (REBELS,)), Side("target", (ARMY,))), True, "Armed clash"),
    ],
)
def test_a_capture_goes_by_who_takes_the_place_and_only_if_nobody_contests_it(sides, contested, sub_event):
    reasons = (Reason("contradiction_outcome", "one said that it was taken, the other that it was held"),) * contested
    given = contents(type=TAKEN, sides=sides, reasons=reasons)
    (row,) = csv.DictReader(io.StringIO(written("acled", given)[0].decode(), newline=""))
    assert (row["event_type"], row["sub_event_type"]) == ("Battles", sub_event)


CIVILIANS = (Side("agent", (REBELS,)), Side("target", (Actor("civilians", "Civilians", "civilians", None, True),)))
AID = EventType("aid_delivery", ("Strategic developments", "Other"), None, "07")
CLASH = EventType("armed_clash", ("Battles", "Armed clash"), None, "19")


@pytest.mark.parametrize(("type_", "targeted"), [(SHELLING, "Civilian targeting"), (AID, ""), (CLASH, "")])
def test_only_violence_against_them_targets_civilians(type_, targeted):
    (row,) = csv.DictReader(
        io.StringIO(written("acled", contents(type=type_, sides=CIVILIANS))[0].decode(), newline="")
    )
    assert row["civilian_targeting"] == targeted


def test_a_fight_of_which_one_side_is_not_known_is_no_one_sided_violence():
    _, left_out = written("ucdp", contents(type=CLASH, sides=CIVILIANS))
    assert [one.why for one in left_out] == [
        "it is a fight, or its dead are fighters, and one of the two sides is not known"
    ]


def test_what_is_left_out_can_be_had_as_a_list():
    given = contents(place=None)
    _, left_out = written("acled", given)
    stream = io.BytesIO()
    write_left_out(stream, given.linked, left_out)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue().decode(), newline=""))
    assert row["why"] == "no country is known for it"
    assert row["what"] == "shelling in a place that is not said on 21 September 2015"
    assert row["id"] == given.linked.events[0].id


def test_hashtags_stand_below_the_header():
    header, tags, row = list(csv.reader(io.StringIO(written("acled", hxl=True)[0].decode(), newline="")))
    assert tags[header.index("fatalities")] == "#affected+killed"
    assert row[header.index("fatalities")] == "4"
    assert len(tags) == len(header)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_starts_a_formula(start):
    evil = Actor("evil", f"{start}HYPERLINK(A1)", "rebel_group", "SY")
    given = contents(sides=(Side("agent", (evil,)), Side("target", (ARMY,))))
    for name in ("acled", "ucdp", "airwars"):
        (row,) = csv.DictReader(io.StringIO(written(name, given)[0].decode(), newline=""))
        assert not any(cell.startswith(start) for cell in row.values())
    assert safe(-1.5) == -1.5


def test_tab_separated_lines_have_no_tab_too_many():
    evil = Actor("evil", "a\tb\nc", "rebel_group", "SY")
    given = contents(sides=(Side("agent", (evil,)), Side("target", (ARMY,))))
    (line,) = written("gdelt", given)[0].decode().splitlines()
    assert len(line.split("\t")) == 61


def test_an_annotation_finds_its_passage_by_place_and_by_words():
    given = contents()
    text = given.pages[0].page.text
    items = json.loads(written("annotations", given)[0])["items"]
    assert {item["body"][1]["value"] for item in items} == {"event", "figure", "claim"}
    for item in items:
        where, quoted = item["target"]["selector"]
        assert text[where["start"] : where["end"]] == quoted["exact"]
        assert text[: where["start"]].endswith(quoted["prefix"])
        assert text[where["end"] :].startswith(quoted["suffix"])


def test_entities_point_at_entities_that_are_there():
    entities = {each["id"]: each for each in map(json.loads, written("ftm")[0].splitlines())}
    event = next(each for each in entities.values() if each["schema"] == "Event")
    for name in ("organizer", "involved", "proof"):
        assert event["properties"][name]
        assert set(event["properties"][name]) <= set(entities)
    assert all(isinstance(values, list) for each in entities.values() for values in each["properties"].values())


def test_private_persons_are_no_entities():
    nobody = Actor("person:x", "Amal Testname", "person", "SY")
    for name in ("ftm", "acled", "airwars", "gdelt", "plover", "polecat", "membership"):
        data, _ = written(name, contents(sides=(Side("agent", (ARMY,)), Side("target", (nobody,)))))
        assert b"Testname" not in data
        assert b"TESTNAME" not in data


def test_every_entity_of_the_provenance_is_declared():
    document = json.loads(written("prov")[0])
    known = {*document["entity"], *document["activity"], *document["agent"]}
    ends = [
        end
        for kind in ("wasDerivedFrom", "wasGeneratedBy", "used", "wasAssociatedWith")
        for relation in document[kind].values()
        for name, end in relation.items()
        if name != "prov:type"
    ]
    assert ends
    assert set(ends) <= known


def test_the_archive_is_read_by_others_and_is_the_same_twice():
    fastwarc = pytest.importorskip("fastwarc.warc")
    data, left_out = written("wacz", names=True)
    assert data == written("wacz", names=True)[0]
    assert left_out == []
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    records = list(fastwarc.ArchiveIterator(io.BytesIO(archive.read("archive/data.warc.gz")), parse_http=False))
    assert len(records) == 3
    first, page = map(json.loads, archive.read("pages/pages.jsonl").splitlines())
    assert first["format"] == "json-pages-1.0"
    assert page["ts"] == "2015-09-23T00:00:00Z"
    package = json.loads(archive.read("datapackage.json"))
    assert {each["path"] for each in package["resources"]} >= {"archive/data.warc.gz", "pages/pages.jsonl"}


def test_the_archive_comes_back_as_the_same_pages(tmp_path):
    (tmp_path / "evidence.wacz").write_bytes(written("wacz", names=True)[0])
    outcomes = list(read_paths([str(tmp_path / "evidence.wacz")]))
    given = contents()
    captured = [one for one in outcomes if isinstance(one, Capture)]
    assert [one.id for one in captured] == [coded.page.capture for coded in given.pages]
    assert [one.rule for one in outcomes if isinstance(one, Rejection)] == ["conversion"] * len(captured)


def test_the_archive_names_what_the_record_no_longer_holds():
    given = contents()
    _, left_out = written("wacz", replace(given, capture_of=lambda _: None), names=True)
    assert [each.why for each in left_out] == ["the record does not hold its bytes"]


def test_tables_are_read_by_others():
    parquet = pytest.importorskip("pyarrow.parquet")
    data, _ = written("parquet")
    archive = zipfile.ZipFile(io.BytesIO(data))
    tables = {name: parquet.read_table(io.BytesIO(archive.read(name))) for name in archive.namelist()}
    assert tables["events.parquet"].num_rows == 1
    (figure,) = tables["figures.parquet"].to_pylist()
    assert (figure["measure"], figure["low"], figure["of_kind"]) == ("killed", 4.0, "people")
    (report,) = tables["reports.parquet"].to_pylist()
    assert report["when_edtf"] == "2015-09-21"
    assert json.loads(report["attribution"])[0]["speaker"] == "governor"
