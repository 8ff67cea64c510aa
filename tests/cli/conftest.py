import pytest
from click.testing import CliRunner

from crossreport.cli.main import main
from tests.rooms import rooms_behind_intake

__all__ = ["rooms_behind_intake"]

ONE = "Shells fell on Dair Alwan on Monday, killing 4 people, the governor said."
TWO = "Shells fell on Dair Hamrin on Monday, killing 7 people, the governor said."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to stand in, with two pages in `pages`."""
    monkeypatch.chdir(tmp_path)
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(ONE)
    (pages / "b.txt").write_text(TWO)
    return tmp_path


@pytest.fixture
def crossreport():
    """Run the command with arguments; gives exit_code, stdout and stderr."""
    return lambda *arguments, **more: CliRunner().invoke(main, [str(each) for each in arguments], **more)
