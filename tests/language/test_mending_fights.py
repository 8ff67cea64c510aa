"""A clause of deaths behind the sides of a fight tells what the fight did."""

import pytest

from crossreport.language.mending import mend
from tests.language.test_mending import tree


def hung(deed: str, case: str, asked: str, verb: str) -> int:
    mended = mend(
        tree(
            ("Residents", "NOUN", "NNS", 1, "nsubj"),
            ("fled", "VERB", "VBD", -1, "root"),
            (deed, "NOUN", "NNS", 1, "obj"),
            (case, "ADP", "IN", 4, "case"),
            ("troops", "NOUN", "NNS", 2, "nmod"),
            (asked, "PRON", "WDT", 6, "nsubj"),
            (verb, "VERB", "VBD", 4, "acl:relcl"),
            ("40", "NUM", "CD", 8, "nummod"),
            ("people", "NOUN", "NNS", 6, "obj"),
        )
    )
    return mended[6].head


@pytest.mark.parametrize(
    ("deed", "case", "asked", "verb"),
    [
        ("fighting", "with", "that", "kill"),
        ("clash", "between", "which", "wound"),
        ("skirmish", "with", "that", "leave"),
    ],
)
def test_the_fight_killed_them(deed, case, asked, verb):
    assert hung(deed, case, asked, verb) == 2


@pytest.mark.parametrize(
    ("deed", "case", "asked", "verb"),
    [
        ("clash", "with", "who", "kill"),  # people
        ("clash", "with", "that", "train"),  # no toll
        ("meeting", "with", "that", "kill"),  # no fight
        ("clash", "near", "that", "kill"),  # no side of it
    ],
)
def test_the_troops_killed_them(deed, case, asked, verb):
    assert hung(deed, case, asked, verb) == 4
