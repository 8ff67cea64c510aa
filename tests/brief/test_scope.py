"""A brief of a part: by country, place and actor in any spelling, since an earlier brief, of the last days, as PDF."""

import shutil

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from crossreport.brief import pdf
from crossreport.brief.focus import Focus
from crossreport.brief.previous import NoBrief, news, told_before
from crossreport.cli.brief import brief
from crossreport.model import Actor, Side
from crossreport.record import open_record
from tests.builders import coded_of, link_of

FRONT = Actor("front", "Jabhat Tahrir al-Test", "rebel_group", "SY")


@pytest.fixture
def record(tmp_path):
    where = tmp_path / "r.db"
    with open_record(where) as record:
        pages = []
        for text, name in (
            ("Shells fell on Dair Alwan on Monday, killing 4 people, the governor said.", "a.txt"),
            ("Shells fell on Dair Hafir on Monday, killing 2 people, the governor said.", "b.txt"),
        ):
            capture, coded = coded_of(text, name)
            record.add_page(capture, coded)
            pages.append(coded)
        record.replace_linked(link_of(pages))
    return where


def event():
    _, coded = coded_of()
    found = link_of([coded]).events[0]
    return replace(found, sides=(Side("agent", (FRONT,)),)), list(coded.reports)


@pytest.mark.parametrize(
    ("focus", "taken"),
    [
        (Focus(), True),
        (Focus(countries=("SY",)), True),
        (Focus(countries=("YE",)), False),
        (Focus(places=("Dayr Alwan",)), True),
        (Focus(places=("Alwan",)), True),
        (Focus(places=("Dair Hafir",)), False),
        (Focus(actors=("tahrir",)), True),
        (Focus(actors=("Hezbollah",)), False),
        (Focus(countries=("SY",), actors=("Hezbollah",)), False),
    ],
)
def test_the_focus_takes_what_is_asked_for_in_any_spelling(focus, taken):
    assert focus.takes(*event()) is taken


def test_the_first_line_counts_the_pages_that_tell(record, tmp_path):
    for arguments, pages in (
        ((), "2 pages"),
        (("--place", "Dair Hafir"), "1 page"),
        (("--place", "Nowhere"), "No page"),
    ):
        done = CliRunner().invoke(brief, ["--record", str(record), *arguments, "--md", str(tmp_path / "b.md")])
        assert done.exit_code == 0, done.output
        assert f"{pages} " in (tmp_path / "b.md").read_text(encoding="utf-8").split("## ")[0]


def test_news_are_reports_that_were_not_told_before():
    found, _ = event()
    assert news(found, frozenset()) == "new since the last brief"
    assert news(found, frozenset(found.reports)) is None
    more = replace(found, reports=(*found.reports, "report-more"))
    assert news(more, frozenset(found.reports)) == "told further since the last brief"


def run(where, *arguments):
    return CliRunner().invoke(brief, ["--record", str(where), *map(str, arguments)])


def test_a_brief_says_what_is_new_since_an_earlier_one(record, tmp_path):
    first, second = tmp_path / "first.html", tmp_path / "second.md"
    assert run(record, "--html", first, "--place", "Dair Alwan").exit_code == 0
    assert len(told_before(first)) == 1
    assert run(record, "--markdown", second, "--previous", first).exit_code == 0
    text = second.read_text()
    assert "new or told further since the last brief: 1" in text
    assert text.count("new since the last brief") == 1


def test_only_a_brief_can_be_the_one_before(record, tmp_path):
    other = tmp_path / "other.html"
    other.write_text("<p>Something else</p>")
    with pytest.raises(NoBrief, match=r"other\.html"):
        told_before(other)
    result = run(record, "--markdown", tmp_path / "b.md", "--previous", other)
    assert result.exit_code == 2
    assert "other.html" in result.output
    assert not (tmp_path / "b.md").exists()


def test_the_last_days_end_with_the_newest_page(record, tmp_path):
    out = tmp_path / "b.md"
    assert run(record, "--markdown", out, "--last", "24h").exit_code == 0
    assert "0 events" in out.read_text()  # the pages are of the 23rd, the shells fell on the 21st
    assert run(record, "--markdown", out, "--last", "2d").exit_code == 0
    assert "2 events" in out.read_text()
    assert run(record, "--markdown", out, "--last", "1w", "--as-of", "2015-10-23").exit_code == 0
    assert "0 events" in out.read_text()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--last", "soon"),
        ("--last", "0d"),
        ("--last", "3d", "--since", "2015-01-01"),
        ("--as-of", "2015-01-01"),
        ("--country", "Atlantis"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(record, tmp_path, arguments):
    assert run(record, "--markdown", tmp_path / "b.md", *arguments).exit_code == 2


def test_a_country_by_name_or_code(record, tmp_path):
    for word in ("Syria", "SY", "syria"):
        out = tmp_path / "b.md"
        assert run(record, "--markdown", out, "--country", word).exit_code == 0
        assert "2 events" in out.read_text()


@pytest.mark.browser
def test_the_pdf_is_a_pdf(record, tmp_path):
    if not any(map(shutil.which, pdf.BROWSERS)):
        pytest.skip("no Chromium")
    out = tmp_path / "b.pdf"
    assert run(record, "--pdf", out).exit_code == 0
    assert out.read_bytes()[:5] == b"%PDF-"
    assert not (tmp_path / "b.pdf.part").exists()


def test_without_a_browser_the_reader_hears_what_to_do(record, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "BROWSERS", ())
    result = run(record, "--pdf", tmp_path / "b.pdf", "--markdown", tmp_path / "b.md")
    assert result.exit_code == 2
    assert "Chromium" in result.output
    assert not (tmp_path / "b.md").exists()


def test_an_abbreviation_asks_for_the_actor_whom_the_register_calls_so():
    found, reports = event()
    army = Actor("kosovo-liberation-army", "Kosovo Liberation Army", "rebel_group", "XK")
    told = replace(found, sides=(Side("agent", (army,)),))
    assert Focus(actors=("UCK",)).takes(told, reports)
    assert not Focus(actors=("MFDC",)).takes(told, reports)
