import json
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from crossreport.cli.show import warn_of_other_dates
from crossreport.model import Basis, CodedPage
from tests.builders import capture_of, page_of

pytestmark = pytest.mark.usefixtures("rooms_behind_intake", "folder")


def test_the_events_with_who_says_so(crossreport):
    done = crossreport("read", "pages")
    assert done.exit_code == 0
    assert "2 inputs = 2 read + 0 rejected + 0 duplicate" in done.stdout
    row = next(line for line in done.stdout.splitlines() if "Dair Alwan" in line)
    for cell in (
        "Dair Alwan, SY",
        "2015-09-21",
        "shelling",
        "Civilians",
        "4 “4”",
        "Example Post ← governor",
        "1",
        "single source",
        "happened",
    ):
        assert cell in row


def test_the_table_shows_what_this_run_saw(crossreport):
    crossreport("read", "pages/a.txt")
    done = crossreport("read", "pages/b.txt")
    assert "Dair Hamrin" in done.stdout
    assert "Dair Alwan" not in done.stdout
    assert "Dair Alwan" in crossreport("read", "pages/a.txt").stdout


def test_nothing_is_printed_twice_by_reading_twice(crossreport):
    crossreport("read", "pages")
    done = crossreport("read", "pages")
    assert done.exit_code == 0
    assert "2 inputs = 0 read + 0 rejected + 2 duplicate (2 already in the record)" in done.stdout


def test_a_rejected_input_is_named_with_its_reason_and_the_rest_is_kept(crossreport, folder):
    (folder / "pages" / "void.txt").write_text("")
    done = crossreport("read", "pages", "missing.txt", "--jsonl", "out.jsonl")
    assert done.exit_code == 1
    assert "void.txt" in done.stderr
    assert "missing.txt" in done.stderr
    assert "4 inputs = 2 read + 2 rejected + 0 duplicate" in done.stdout
    assert len(pages_in(folder / "out.jsonl")) == 2


def test_a_failing_room_is_no_traceback(crossreport, folder, rooms_behind_intake):
    (folder / "pages" / "c.txt").write_text("BOOM on Dair Alwan on Monday, killing 4 people, the governor said.")
    rooms_behind_intake.broken = {"grounding"}
    done = crossreport("read", "pages")
    assert done.exit_code == 1
    assert "grounding failed on this page" in done.stderr
    assert "Traceback" not in done.output
    assert "3 inputs = 2 read + 1 rejected" in done.stdout


def test_json_lines_alone_keep_nothing_else(crossreport, folder):
    done = crossreport("read", "pages", "--jsonl", "out.jsonl")
    assert done.exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["out.jsonl", "pages"]


def test_json_lines_to_standard_output_are_nothing_else(crossreport):
    done = crossreport("read", "pages", "--jsonl", "-")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert {record["record"] for record in records} >= {"page", "mention", "event_report", "event"}
    assert "2 inputs" in done.stderr


@pytest.mark.parametrize("order", [("pages/a.txt", "pages/b.txt"), ("pages/b.txt", "pages/a.txt")])
def test_order_does_not_matter(crossreport, folder, order):
    for path in order:
        crossreport("read", path, "--record", "piecemeal.db")
    crossreport("read", *order, "--record", "piecemeal.db", "--jsonl", "piecemeal.jsonl")
    crossreport("read", "pages/a.txt", "pages/b.txt", "--jsonl", "whole.jsonl")
    assert (folder / "piecemeal.jsonl").read_bytes() == (folder / "whole.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("room", "kinds"),
    [
        ("intake", {"capture"}),
        ("reading", {"page"}),
        ("language", {"page", "analysis"}),
        ("grounding", {"page", "mention"}),
        ("coding", {"page", "mention", "event_report", "figure", "claim"}),
    ],
)
def test_stop_after_writes_what_there_is(crossreport, folder, room, kinds):
    done = crossreport("read", "pages", "--stop-after", room, "--jsonl", "out.jsonl")
    assert done.exit_code == 0
    assert {json.loads(line)["record"] for line in (folder / "out.jsonl").read_text().splitlines()} == kinds


def test_reports_are_shown_where_there_are_no_events(crossreport):
    done = crossreport("read", "pages", "--stop-after", "coding")
    assert "Dair Hamrin" in done.stdout


def test_standard_input(crossreport):
    done = crossreport("read", "-", input="Shells fell on Dair Zuhur on Monday, killing 2 people, the governor said.")
    assert done.exit_code == 0
    assert "Dair Zuhur" in done.stdout


def test_quiet_prints_the_sum_only(crossreport):
    done = crossreport("read", "pages", "--quiet")
    assert done.stdout == "2 inputs = 2 read + 0 rejected + 0 duplicate\n"
    assert done.stderr == ""


def test_the_published_day_is_taken(crossreport, folder):
    crossreport("read", "pages", "--published", "2016-02-01", "--jsonl", "out.jsonl")
    assert {page["published"]["edtf"] for page in pages_in(folder / "out.jsonl")} == {"2016-02-01"}


def test_pages_that_carry_another_day_are_counted(capsys):
    page = page_of(capture_of())
    other = Basis("override_contradicted", None, "The page itself carries another day.")
    named = replace(page, id="q", published=replace(page.published, basis=(other,)))
    record = SimpleNamespace(coded_pages=lambda: [CodedPage(one, (), (), (), ()) for one in (page, named)])
    warn_of_other_dates(record, {page.capture})
    assert capsys.readouterr().err.startswith("warning: 1 page carries another date than --published")
    warn_of_other_dates(record, set())
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Missing argument"),
        (("pages", "--published", "yesterday"), "'yesterday' is no day"),
        (("pages", "--published", "20160201"), "write it as"),
        (("pages", "--published", "2016-02-30"), "write it as"),
        (("pages", "--published", "1850-01-01"), "'1850-01-01' cannot be the day of a page"),
        (("pages", "--published", "2190-01-01"), "'2190-01-01' cannot be the day of a page"),
        (("pages", "--stop-after", "cooking"), "'cooking' is not one of"),
        (("pages", "--record", "no/such/place.db"), "there is no folder"),
        (("pages", "--record", "pages/a.txt"), "pages/a.txt"),
        (("pages", "--record", "mysql://host/x"), "not supported"),
        (("pages", "--jsonl", "no/such/place.jsonl"), "no such folder"),
        (("pages", "--workers", "0"), "--workers"),
    ],
)
def test_usage_errors_are_one_line_with_exit_code_2(crossreport, arguments, says):
    done = crossreport("read", *arguments)
    assert done.exit_code == 2
    assert says in done.stderr
    assert len([line for line in done.stderr.splitlines() if line.startswith("Error:")]) == 1
    assert "Traceback" not in done.output


def pages_in(path):
    records = [json.loads(line) for line in path.read_text().splitlines()]
    return [record for record in records if record["record"] == "page"]


def test_json_lines_alone_say_that_no_record_was_kept(crossreport):
    assert "no record was kept" in crossreport("read", "pages", "--jsonl", "out.jsonl").stderr
    assert "no record was kept" not in crossreport("read", "pages", "--jsonl", "o.jsonl", "--record", "kept.db").stderr
