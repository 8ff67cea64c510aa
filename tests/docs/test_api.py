"""The Python interface: its names, the examples of every docstring, frames, and what it says to wrong questions."""

import doctest
import inspect
import json
import sys
from importlib import import_module
from pathlib import Path

import pytest

import crossreport
from crossreport.export.tables import KINDS, columns

PACKAGE = Path(crossreport.__file__).parent
WITH_EXAMPLES = sorted(
    ".".join(("crossreport", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


@pytest.mark.usefixtures("sample_folder")
@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_in_docstrings_run(name):
    module = import_module(name)
    done = doctest.testmod(module, optionflags=FLAGS)
    assert done.attempted > 0
    assert done.failed == 0


def test_there_are_few_public_names_and_each_has_words_and_types():
    names = crossreport.__all__
    assert len(names) <= 20
    assert set(names) <= set(dir(crossreport))
    for name in set(names) - {"__version__"}:
        member = getattr(crossreport, name)
        assert inspect.getdoc(member), name
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        crossreport.reed  # noqa: B018
    assert (PACKAGE / "py.typed").exists()


@pytest.mark.parametrize("name", KINDS)
def test_every_table_is_one_call_away(name, sample_record):
    reading = crossreport.load(sample_record)
    frame = reading.frame(name)
    wanted = [column.name for column in columns(name)]
    assert list(frame.columns) == reading.frame(name, "polars").columns == wanted
    assert len(frame) == len(reading.frame(name, "polars"))
    if name not in ("pages", "judgements"):
        assert list(frame["id"]) == [one.id for one in getattr(reading, name)]


def test_frames_hold_what_the_record_says(sample_record):
    reading = crossreport.load(sample_record)
    assert str(reading.frame("events").when_earliest.dtype).startswith("datetime64")
    rows = reading.frame("events", "polars").iter_rows(named=True)
    for event, row in zip(reading.events, rows, strict=True):
        told = (event.killed.low, event.killed.high) if event.killed else (None, None)
        assert (row["killed_low"], row["killed_high"]) == told
        assert (row["type_label"], row["voices_independent"]) == (event.type.label, event.voices.independent)
        doers = [actor.name for side in event.sides if side.role == "agent" for actor in side.actors]
        assert (row["agents"] or "") == "; ".join(dict.fromkeys(doers))


def test_points_are_those_of_the_record(sample_record):
    reading = crossreport.load(sample_record)
    frame = reading.frame("events", "geopandas")
    points = [None if point is None else (point.y, point.x) for point in frame.geometry]
    places = [event.place for event in reading.events]
    assert points == [None if place is None or place.lat is None else (place.lat, place.lon) for place in places]
    with pytest.raises(ValueError, match="no place"):
        reading.frame("claims", "geopandas")


def test_an_empty_record_has_the_same_columns(tmp_path):
    (tmp_path / "empty").mkdir()
    reading = crossreport.read(tmp_path / "empty")
    for name in KINDS:
        for library in ("pandas", "polars"):
            assert list(reading.frame(name, library).columns) == [column.name for column in columns(name)]


@pytest.mark.parametrize("library", ["pandas", "polars", "geopandas"])
def test_a_missing_library_names_its_extra(library, sample_record, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(crossreport.MissingExtra, match=rf"pip install 'crossreport\[{library}\]'"):
        crossreport.load(sample_record).frame("events", library)


def test_wrong_words_are_answered_with_the_right_ones(sample_record, tmp_path):
    reading = crossreport.load(sample_record)
    for call, says in (
        (lambda: reading.frame("incidents"), "no table 'incidents': take one of pages"),
        (lambda: reading.frame("events", "excel"), "no library 'excel'"),
        (lambda: reading.export("xls", tmp_path / "a"), "no format 'xls'"),
        (lambda: reading.brief(tmp_path / "brief.docx"), r"a brief is \.html"),
    ):
        with pytest.raises(ValueError, match=says):
            call()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(crossreport.RecordError, match="there is no record"):
        crossreport.load(tmp_path / "none.db")


@pytest.mark.usefixtures("sample_folder")
def test_exports_and_lines_are_those_of_the_command():
    from click.testing import CliRunner

    from crossreport.cli.main import main

    reading = crossreport.load("crossreport.db")
    for name in ("jsonl", "acled", "geojson", "wacz"):
        reading.export(name, f"ours.{name}", names=True)
        assert CliRunner().invoke(main, ["export", name, "--names", "-o", f"theirs.{name}"]).exit_code == 0
        assert Path(f"ours.{name}").read_bytes() == Path(f"theirs.{name}").read_bytes()
    assert reading.jsonl() == Path("ours.jsonl").read_bytes()
    with pytest.raises(ValueError, match="captures"):
        crossreport.read_text("Shells fell on Idlib.").export("wacz", "a.wacz", names=True)
    with pytest.raises(ValueError, match="names=True"):
        reading.export("wacz", "a.wacz")


def test_a_text_is_read_like_a_file(tmp_path):
    said = "Shells fell on Idlib on Monday, killing 4 people, the governor said."
    (tmp_path / "-").write_text(said)
    ours = crossreport.read_text(said, published="2015-09-23")
    theirs = crossreport.read(tmp_path / "-", published="2015-09-23")
    assert ours.jsonl() == theirs.jsonl()
    assert json.loads(ours.jsonl().splitlines()[0])["text"] == said


@pytest.mark.usefixtures("sample_folder")
def test_a_command_that_needs_an_extra_says_so_in_one_line(monkeypatch):
    from click.testing import CliRunner

    from crossreport.cli.main import main

    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    done = CliRunner().invoke(main, ["export", "parquet", "-o", "a.zip"])
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "pip install 'crossreport[parquet]'" in done.stderr
