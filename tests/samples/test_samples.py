"""The sample pages hold what their notice says that they hold."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from crossreport.model import Status

SAMPLES = Path(str(files("crossreport"))) / "samples"
PAGES = sorted((SAMPLES / "pages").iterdir())
GOLD: dict[str, Any] = yaml.safe_load((SAMPLES / "gold.yaml").read_text(encoding="utf-8"))


def test_gold_and_pages_name_the_same_files() -> None:
    assert sorted(GOLD) == [page.name for page in PAGES]
    assert len(PAGES) >= 8


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_places_and_exact_tolls_of_the_gold_stand_on_the_page(page: Path) -> None:
    text = page.read_text(encoding="utf-8").lower()
    words = {2: "two", 5: "five", 9: "nine"}
    for event in GOLD[page.name]["events"]:
        assert event.get("place", "").lower() in text
        assert event["status"] in Status.__args__
        _low, best, _high = event.get("killed", [None, None, None])
        assert best is None or str(best) in text or words.get(best, "?") in text


def test_notice_says_that_everything_is_invented() -> None:
    assert "is invented" in (SAMPLES / "README.md").read_text(encoding="utf-8")


def test_reposts_share_their_passages() -> None:
    def paragraphs(name: str) -> set[str]:
        return set((SAMPLES / "pages" / name).read_text(encoding="utf-8").split("\n"))

    assert len(paragraphs("meridian-convoy-arrives.txt") & paragraphs("amman-evening-post-convoy.txt") - {""}) >= 3
    assert len(paragraphs("meridian-sudan-roundup.txt") & paragraphs("kordofan-post-kalakla.txt") - {""}) >= 2


def test_html_pages_bring_menus_comments_and_scripts() -> None:
    for page in (page for page in PAGES if page.suffix == ".html"):
        text = page.read_text(encoding="utf-8")
        assert "<script" in text
        assert "href=" in text
