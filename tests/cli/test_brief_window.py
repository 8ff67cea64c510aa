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
