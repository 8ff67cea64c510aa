"""The reference pages, by their text alone: who shares what with whom."""

import os
import re
from pathlib import Path

import pytest

from crossreport.linking import link
from crossreport.model import Block, CodedPage, Page, Published

SEEDS = Path(os.environ.get("CROSSREPORT_DATA", Path(__file__).parents[3] / "shared")) / "seeds"

pytestmark = pytest.mark.corpora


def read(path: Path) -> CodedPage:
    text = path.read_text(encoding="utf-8")
    blocks = tuple(Block(found.start(), found.end(), "paragraph") for found in re.finditer(r"[^\n]*\S", text))
    page = Page(
        path.name,
        path.name,
        path.name,
        None,
        None,
        "en",
        text,
        blocks,
        (),
        Published("2015", "2015-01-01", "2015-12-31"),
    )
    return CodedPage(page, (), (), (), ())


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the reference pages are absent: set CROSSREPORT_DATA")
def test_two_pages_of_one_outlet_share_the_sentence_about_a_year_of_deaths() -> None:
    linked = link([read(path) for path in sorted(SEEDS.glob("*.txt"))])
    (group,) = [group for group in linked.source_groups if len(group.pages) > 1 and "76,000" in str(group.shared)]
    assert group.kind == "shared_passages"
    assert [page[:3] for page in group.pages] == ["000", "003"]
    assert {page[:3] for one in linked.source_groups if one.kind == "single" for page in one.pages} == {
        "001",
        "002",
        "004",
    }
