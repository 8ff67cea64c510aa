"""Where the corpora and gold files lie, and how to say that they do not."""

import csv
import gzip
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec import Struct

ROOT = Path(__file__).resolve().parent.parent


class Absent(Exception):
    """A corpus, a gold file or a room is not there; the message says which."""


def unless_absent(run: Callable[[], int]) -> int:
    """The exit status of a run; 0, with a line that says what is not there, if it cannot be."""
    try:
        return run()
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0


class Article(Struct, frozen=True):
    """One page of FA-KES as the evaluation makes it: title, blank line, content; `published` is an ISO day."""

    id: str
    text: str
    published: str
    outlet: str


def data_root() -> Path:
    """The folder with `data/`, `gold/` and `seeds/`: `$CROSSREPORT_DATA`, else `../shared`."""
    return Path(os.environ.get("CROSSREPORT_DATA") or ROOT.parent / "shared")


def find(relative: str) -> Path:
    """The path of a corpus file.

    Raises:
        Absent: it is not there.
    """
    path = data_root() / relative
    if not path.exists():
        raise Absent(f"{path} is absent: set CROSSREPORT_DATA to the folder that holds {relative}")
    return path


def fa_kes_articles() -> dict[str, Article]:
    """The pages of FA-KES by their unit id."""
    with gzip.open(find("data/fa_kes/fa_kes_dev.csv.gz"), "rt", encoding="utf-8", newline="") as stream:
        return {row["unit_id"]: _article(row) for row in csv.DictReader(stream)}


def fa_kes_sample(wanted: int) -> list[Article]:
    """About `wanted` pages of FA-KES, evenly from the whole; Absent where the corpus is not here."""
    articles = list(fa_kes_articles().values())
    return articles[:: max(1, len(articles) // wanted)][:wanted]


def read_yaml(relative: str) -> Any:
    """A YAML file of the corpora."""
    with find(relative).open(encoding="utf-8") as stream:
        return yaml.safe_load(stream)


def own_yaml(name: str, kind: Any) -> Any:
    """A table of this package as `kind`."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), kind)


def _article(row: dict[str, str]) -> Article:
    day = datetime.strptime(row["date"], "%m/%d/%Y").date().isoformat()
    return Article(row["unit_id"], f"{row['article_title']}\n\n{row['article_content']}", day, row["source"])
