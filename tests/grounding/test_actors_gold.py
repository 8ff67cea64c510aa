"""How many of the actors that coders recorded are among a page's mentions, by their canonical names."""

import csv
import gzip
import io
import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from crossreport.grounding.actors.mentions import ground_actors
from tests.grounding.plain import page_of
from tests.grounding.test_actors import ANALYSER

DATA = Path(os.environ.get("CROSSREPORT_DATA") or Path(__file__).parents[2].parent / "shared")
GOLD, PAGES = DATA / "gold/fa_kes_dev.json", DATA / "data/fa_kes/fa_kes_dev.csv.gz"
FLOOR = 0.7  # share found by exact canonical name; 0.75 when this was written


@pytest.mark.corpora
@pytest.mark.skipif(not (GOLD.is_file() and PAGES.is_file()), reason=f"no gold pages under {DATA}")
def test_coded_actors_are_mentioned():
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    table = io.StringIO(gzip.decompress(PAGES.read_bytes()).decode("utf-8", "replace"))
    rows = {row["unit_id"]: row for row in csv.DictReader(table)}
    found = wanted = 0
    for unit, coded in gold.items():
        day = datetime.strptime(rows[unit]["date"], "%m/%d/%Y").date().isoformat()
        page = page_of(rows[unit]["article_title"] + "\n\n" + rows[unit]["article_content"], day)
        mentions = ground_actors(page, ANALYSER.analyse(page))
        assert all(mention.span.holds(page.text) for mention in mentions)
        names = {mention.value.name for mention in mentions if mention.value}
        actors = {name for event in coded["events"] for role in ("agent", "target", "party") for name in event[role]}
        wanted += len(actors)
        found += len(actors & names)
    assert found / wanted >= FLOOR
