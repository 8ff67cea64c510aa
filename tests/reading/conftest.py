"""Where the corpora are."""

import csv
import gzip
import os
from pathlib import Path

import pytest

DATA = Path(os.environ.get("CROSSREPORT_DATA", Path(__file__).parents[2] / ".." / "shared")).resolve()


@pytest.fixture(scope="session")
def fa_kes() -> list[dict[str, str]]:
    path = DATA / "data" / "fa_kes" / "fa_kes_dev.csv.gz"
    if not path.exists():
        pytest.skip("needs fa_kes_dev.csv.gz of the corpora (CROSSREPORT_DATA)")
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def seeds() -> Path:
    if not (DATA / "seeds").exists():
        pytest.skip("needs the reference pages (CROSSREPORT_DATA)")
    return DATA / "seeds"
