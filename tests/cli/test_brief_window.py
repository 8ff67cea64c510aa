"""A brief over a window is made of what tells the window; the rest of the record is counted."""

from importlib.resources import files

import pytest

from crossreport.record.between import Between

PAGES = files("crossreport") / "samples" / "pages"


@pytest.fixture
def brief(tmp_path, monkeypatch, crossreport):
    monkeypatch.chdir(tmp_path)
    crossreport("read", PAGES, "--quiet")

    def written(*given):
        done = crossreport("brief", "--markdown", "brief.md", *given)
        assert done.exit_code == 0, done.stderr
        return (tmp_path / "brief.md").read_text()

    return written


def test_a_window_tells_its_events_as_the_whole_does_and_counts_the_rest(brief):
    whole, part = brief(), brief("--since", "2016-09-14", "--until", "2016-09-18")
    assert "Anadan" in whole
    assert "Anadan" in part
    assert "Kalakla" in whole
    assert "Kalakla" not in part
    assert "Pages of the record that tell nothing of the window:" in part
    assert "tell nothing of the window" not in whole


def test_of_a_large_record_the_newest_days_are_told_and_it_says_so(brief, tmp_path, crossreport, monkeypatch):
    whole = brief()
    monkeypatch.setattr("crossreport.cli.brief.MANY", 20)
    done = crossreport("brief", "--markdown", "brief.md")
    assert done.exit_code == 0, done.stderr
    assert "more than one brief can hold: this one tells 2023-07-27 to 2023-08-24" in done.stderr
    part = (tmp_path / "brief.md").read_text()
    assert "Kalakla" in part
    assert "Anadan" in whole
    assert "Anadan" not in part
    assert "more than one brief" not in crossreport("brief", "--markdown", "brief.md", "--since", "2016-01-01").stderr


def test_a_window_without_an_outlet_is_weighed_as_the_whole_would_be(brief, monkeypatch):
    for window in (("--since", "2016-09-14", "--until", "2016-09-18"), ("--last", "1w")):
        for name in ("Meridian News", "levant dispatch", "Kordofan Post"):
            part = brief(*window, "--without", name)
            with monkeypatch.context() as patched:
                patched.setattr("crossreport.record.lookups.Lookups.between", lambda self, *_: _whole(self))
                whole = brief(*window, "--without", name)
            for heading in ("## Events by day and place", "## Where accounts differ"):
                assert section(part, heading) == section(whole, heading)


def test_the_last_days_of_a_country_end_with_its_own_newest_page(brief, crossreport):
    part = brief("--last", "4w", "--country", "SY")
    assert "Kalakla" not in part
    assert "Anadan" in part
    said = crossreport("brief", "--md", "again.md", "--last", "4w", "--country", "SY").stderr
    assert "--last ends on 2016-" in said
    assert "Kordofan Post" in brief()
    assert "Kordofan Post" not in section(part, "## Sources")


def _whole(record):
    return Between(tuple(record.coded_pages()), record.linked(), (), 0, 0, 0)


def section(text, heading):
    return text.partition(heading)[2].partition("\n## ")[0]


def test_a_window_without_an_outlet_that_tells_nothing_in_it_is_no_fault(brief, crossreport):
    assert "Anadan" in brief("--since", "2016-09-14", "--until", "2016-09-18", "--without", "Rapid Voice")
    done = crossreport("brief", "--markdown", "b.md", "--last", "3d", "--without", "No Such Paper")
    assert done.exit_code == 2
    assert "no page is of 'No Such Paper'; outlets of this record: Amman Evening Post" in done.stderr


def test_of_pages_without_a_sure_day_the_last_days_end_at_the_earliest(tmp_path, monkeypatch, crossreport):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Gunmen killed three farmers in Beni, DR Congo, on 2 August 2024, police said.\n")
    crossreport("read", "a.txt", "--quiet")
    said = crossreport("brief", "--md", "b.md", "--last", "1w", "--country", "CD")
    assert said.exit_code == 0
    assert "at the earliest: none has a sure day" in said.stderr
