import os
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

import crossreport

SAMPLES = Path(str(files("crossreport"))) / "samples" / "pages"


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory):
    """A record of the sample pages."""
    made = tmp_path_factory.mktemp("record") / "crossreport.db"
    crossreport.read(SAMPLES, record=made)
    return made


@pytest.fixture
def sample_folder(tmp_path, sample_record, monkeypatch):
    """A folder to stand in, with the sample pages in `pages` and their record in `crossreport.db`."""
    shutil.copytree(SAMPLES, tmp_path / "pages")
    shutil.copy(sample_record, tmp_path)
    monkeypatch.chdir(tmp_path)
    return Path(os.getcwd())
