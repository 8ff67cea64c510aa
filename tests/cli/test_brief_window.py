"""A brief over a window is made of what tells the window; the rest of the record is counted."""

from importlib.resources import files

import pytest

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
