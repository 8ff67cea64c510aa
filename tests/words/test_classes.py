"""The classes of words by theme: each is explained, none stands twice, none is idle."""

import re
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

import crossreport

SOURCE = Path(crossreport.__file__).parent
DATA = SOURCE / "words" / "data" / "classes"
THEMES = sorted(path.stem for path in DATA.glob("*.yaml"))


def classes_of(theme):
    module = import_module(f"crossreport.words.classes.{theme}")
    shipped = getattr(module, theme)
    return msgspec.structs.asdict(shipped())


@pytest.mark.parametrize("theme", THEMES)
def test_every_class_says_what_it_is(theme):
    lines = (DATA / f"{theme}.yaml").read_text(encoding="utf-8").splitlines()
    bare = [line for before, line in pairwise(lines) if line[0].isalpha() and before[0] != "#"]
    assert bare == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_class_is_asked_for(theme):
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py") if "classes" not in path.parts)
    assert [name for name in classes_of(theme) if not re.search(rf"\b{theme}\(\)\s*\.{name}\b", code)] == []


def test_no_class_stands_twice():
    homes = {}
    for theme in THEMES:
        for name, words in classes_of(theme).items():
            homes.setdefault(words, []).append(f"{theme}.{name}")
    assert [names for names in homes.values() if len(names) > 1] == []
