"""Our events beside other data sets' files: what is one, what only one side has, and what a file must hold."""

import gzip
import io

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from crossreport.cli.main import main
from crossreport.compare.match import compare
from crossreport.compare.theirs import FileError, country_code, read
from crossreport.export import acled, ucdp
from crossreport.model import Actor, Side, When
from tests.builders import coded_of, link_of

HEAD = "event_id_cnty,event_date,time_precision,country,actor1,actor2,"
HEAD += "sub_event_type,location,latitude,longitude,fatalities"
ROW = "SYR1,2015-09-21,1,Syria,Army of Testland,,Shelling,Dair Alwan,35.52,36.71,4"


def event(**changes):
    _, coded = coded_of()
    return replace(link_of([coded]).events[0], **changes)


def file(tmp_path, *rows, head=HEAD):
    path = tmp_path / "theirs.csv"
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


def one(tmp_path, row, **changes):
    return compare([event(**changes)], read(file(tmp_path, row)).events, "acled")


def test_the_same_day_and_town_is_one_event_and_tolls_agree(tmp_path):
    (pair,) = one(tmp_path, ROW).pairs
    assert (pair.theirs, pair.same_day, pair.same_place, pair.toll) == ("SYR1", True, True, True)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("2015-09-21", "2015-09-29"),
        ("Dair Alwan,35.52,36.71", "Othertown,36.9,38.1"),
        ("Syria", "Lebanon"),
    ],
)
def test_another_day_town_or_country_is_another_event(tmp_path, was, now):
    found = one(tmp_path, ROW.replace(was, now))
    assert found.pairs == ()
    assert len(found.only_ours) == 1
    assert len(found.only_theirs) + found.outside == 1


def test_other_countries_and_days_are_outside_and_no_miss(tmp_path):
    assert one(tmp_path, ROW.replace("Syria", "Yemen")).outside == 1
    assert one(tmp_path, ROW.replace("Dair Alwan,35.52,36.71", "Othertown,36.9,38.1")).only_theirs == ("SYR1",)


def test_tolls_that_do_not_overlap_disagree(tmp_path):
    assert one(tmp_path, ROW.removesuffix("4") + "19").pairs[0].toll is False
    assert one(tmp_path, ROW.removesuffix("4")).pairs[0].toll is None


def test_each_event_has_one_partner_the_best(tmp_path):
    rows = [ROW, ROW.replace("SYR1", "SYR2").replace("Dair Alwan", "Farm")]
    found = compare([event()], read(file(tmp_path, *rows)).events, "acled")
    assert [pair.theirs for pair in found.pairs] == ["SYR1"]
    assert found.only_theirs == ("SYR2",)


def test_sums_over_months_and_whole_countries_are_no_events(tmp_path):
    months = When("2015-06/2015-09", "2015-06-01", "2015-09-30", "year", "x")
    assert one(tmp_path, ROW, when=months).pairs == ()
    assert one(tmp_path, ROW, place=replace(event().place, kind="country")).pairs == ()


def test_ucdp_is_asked_only_for_what_killed(tmp_path):
    theirs = read(file(tmp_path, ROW)).events
    assert compare([event(killed=None)], theirs, "ucdp").only_ours == ()
    assert compare([event(killed=None)], theirs, "acled").pairs


def test_plans_are_not_compared(tmp_path):
    assert one(tmp_path, ROW, status="planned").pairs == ()


def test_what_we_export_comes_back_as_the_same_events(tmp_path):
    _, coded = coded_of()
    sides = (Side("agent", (Actor("a", "Army of Testland", "state_forces", "SY"),)),)
    sides += (Side("target", (Actor("r", "Front of Testland", "rebel_group", "SY"),)),)
    linked = link_of([coded])
    linked = replace(linked, events=(replace(linked.events[0], sides=sides),))
    for module in (acled, ucdp):
        stream = io.BytesIO()
        module.write(stream, [coded], linked, hxl=True)
        path = tmp_path / f"{module.__name__}.csv.gz"
        path.write_bytes(gzip.compress(b"\xef\xbb\xbf" + stream.getvalue()))
        given = read(path)
        assert given.left_out == ()
        (pair,) = compare(linked.events, given.events, given.kind).pairs
        assert (pair.same_day, pair.same_place, pair.sides, pair.toll) == (True, True, 2, True)


def test_lines_that_cannot_be_compared_are_named(tmp_path):
    given = read(file(tmp_path, ROW.replace("2015-09-21", "soon"), ROW.replace("Syria", "Atlantis")))
    assert given.events == ()
    assert [line for line, _ in given.left_out] == [2, 3]
    assert "soon" in given.left_out[0][1]
    assert "Atlantis" in given.left_out[1][1]


def test_a_week_is_a_week(tmp_path):
    far = When("2015-09-26", "2015-09-26", "2015-09-26", "day", "x")
    assert one(tmp_path, ROW, when=far).pairs == ()
    assert len(one(tmp_path, ROW.replace("2015-09-21,1", "2015-09-21,2"), when=far).pairs) == 1


@pytest.mark.parametrize(
    "name", ["DR Congo (Zaire)", "Democratic Republic of Congo", "Congo, The Democratic Republic of the"]
)
def test_countries_are_known_as_data_sets_write_them(name):
    assert country_code(name) == "CD"


def test_a_file_of_neither_kind_is_named_with_what_it_lacks(tmp_path):
    with pytest.raises(FileError, match="neither ACLED's columns nor UCDP GED's"):
        read(file(tmp_path, "1,2", head="a,b"))
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"\x1f\x8bnothing")
    with pytest.raises(FileError, match="UTF-8"):
        read(broken)


def test_the_command_stops_at_a_bad_file(tmp_path):
    from crossreport.record import open_record

    where = tmp_path / "r.db"
    open_record(where).close()
    result = CliRunner().invoke(main, ["compare", str(file(tmp_path, "1,2", head="a,b")), "--record", str(where)])
    assert result.exit_code == 2
    assert "theirs.csv" in result.output
    result = CliRunner().invoke(main, ["compare", str(file(tmp_path, ROW)), "--record", str(where)])
    assert result.exit_code == 0
    assert "both: 0" in result.output
