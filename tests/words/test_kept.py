"""What is kept between runs is what would be worked out anew; nothing damaged, stale or changed is taken for it."""

import os
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from crossreport.words.kept import kept

VALUE = {"days": [date(2014, 3, 1), "2014-03-01"], 3: [1, 1.5, True, None, "Łódź"], "empty": {}}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSREPORT_CACHE", str(tmp_path))
    return tmp_path / "words"


class Making:
    def __init__(self, value: Any) -> None:
        self.value, self.times = value, 0

    def __call__(self) -> Any:
        self.times += 1
        return self.value


def test_a_value_is_worked_out_once(folder):
    make = Making(VALUE)
    assert [kept("a/b", [b"x"], make) for _ in range(3)] == [VALUE] * 3
    assert make.times == 1
    assert isinstance(kept("a/b", [b"x"], make)["days"][0], date)
    assert len(list(folder.iterdir())) == 1


@pytest.mark.usefixtures("folder")
def test_what_follows_from_something_else_is_another_value():
    kept("a", [b"x", b"y"], lambda: 1)
    assert kept("a", [b"xy"], lambda: 2) == 2
    assert kept("b", [b"x", b"y"], lambda: 3) == 3


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: data[:0], lambda data: data[:40] + b"\0" + data[41:]]
)
def test_a_damaged_file_is_made_anew(folder, damage):
    kept("a", [b"x"], lambda: VALUE)
    path = next(folder.iterdir())
    path.write_bytes(damage(path.read_bytes()))
    make = Making(VALUE)
    assert kept("a", [b"x"], make) == kept("a", [b"x"], make) == VALUE
    assert make.times == 1


@pytest.mark.usefixtures("folder")
def test_what_would_come_back_as_something_else_is_not_kept():
    make = Making([(1, 2)])
    assert kept("a", [], make) == kept("a", [], make) == [(1, 2)]
    assert make.times == 2


def test_where_nothing_can_be_written_nothing_is_kept(folder):
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file, no folder")
    assert kept("a", [], lambda: 1) == 1


def test_without_a_home_nothing_is_kept(monkeypatch):
    for name in ("CROSSREPORT_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert kept("a", [], lambda: 1) == 1


@pytest.mark.usefixtures("folder")
def test_every_shipped_lexicon_comes_back_as_it_is_written():
    root = Path(str(files("crossreport.words").joinpath("data")))
    paths = sorted(root.rglob("*.yaml"), key=os.fspath)
    assert paths
    for path in paths:
        plain = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        name = str(path.relative_to(root))
        for _ in range(2):
            found = kept(name, [path.read_bytes()], lambda plain=plain: plain)
            assert repr(found) == repr(plain), name
