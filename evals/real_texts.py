"""The real pages that `corpus/real` annotates, read from their corpora: text, day and outlet by id.

An id is the corpus' short name, a hyphen and the document's own: `fakes-` unit id of FA-KES, `re3d-` `_id`, `isaf-`
line of the press releases (from 0), `muc-` message of MUC-4's training part (raw text, capitals as found). The text is
title (MUC-4: dateline), blank line, body; a press release is taken whole. Offsets count code points of that text.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from evals.corpora import fa_kes_articles, find

ISAF, MUC = "data/isaf_press/isaf_press_dev.jsonl.gz", "data/muc4/proc_output/doc_train.gz"
PROMPT = "PRESS RELEASE TEXT: "  # stands before each release in the corpus
WARS = {"fakes": "Syria", "re3d": "Iraq and Syria", "isaf": "Afghanistan", "muc": "Latin America"}


class RealText(Struct, frozen=True):
    """One document; `published` is an ISO day where the corpus gives one."""

    id: str
    text: str
    outlet: str
    published: str | None = None

    @property
    def corpus(self) -> str:
        """The short name of its corpus."""
        return self.id.partition("-")[0]

    @property
    def conflict(self) -> str:
        """The war that its corpus tells."""
        return WARS[self.corpus]


def read_texts(corpus: str) -> dict[str, RealText]:
    """Every document of one corpus, by id.

    Raises:
        Absent: the corpus is not here.
    """
    return {each.id: each for each in READERS[corpus]()}


def _fa_kes() -> Iterator[RealText]:
    for article in fa_kes_articles().values():
        yield RealText(f"fakes-{article.id}", article.text, article.outlet, article.published)


def _re3d() -> Iterator[RealText]:
    for path in sorted(find("data/re3d").glob("*/documents.json*")):
        for row in _lines(path):
            yield RealText(f"re3d-{row['_id']}", f"{row['title']}\n\n{row['text']}", row["sourceName"])


def _isaf() -> Iterator[RealText]:
    for index, row in enumerate(_lines(find(ISAF))):
        said = {turn["from"]: turn["value"] for turn in row["conversations"]}
        yield RealText(f"isaf-{index}", said["human"].removeprefix(PROMPT), "ISAF")


def _muc() -> Iterator[RealText]:
    for row in _lines(find(MUC)):
        dateline = row["dateline"] or ""
        yield RealText(f"muc-{row['docid']}", f"{dateline}\n\n{row['text']}", dateline.partition(",")[0].strip())


READERS = {"fakes": _fa_kes, "re3d": _re3d, "isaf": _isaf, "muc": _muc}


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        yield from (json.loads(line) for line in stream if line.strip())
