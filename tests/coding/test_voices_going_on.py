"""Whose a sentence is that tells what those of whom a source told did next, or what one more shell hit."""

import pytest

from tests.coding.test_attribution import voiced

VILLAGERS = "Villagers said that soldiers arrived in Taffogo on motorcycles on Tuesday."
OMBUDSMAN = "Three community leaders were murdered in Argelia on Sunday, the mayor said."
POLICE = "Three mortar rounds landed in the Shula district of Baghdad, a police source said."
REBELS = "The military said the rebels ambushed a convoy in Samar."


@pytest.mark.parametrize(
    ("told", "next_", "word", "who"),
    [
        (VILLAGERS, "The soldiers went from house to house and shot 12 men.", "shot", ["villagers"]),
        (VILLAGERS, "The soldiers shot 12 men. They also took away six others.", "took", ["villagers"]),
        (OMBUDSMAN, "They had been kidnapped on Friday.", "kidnapped", ["mayor"]),
        (POLICE, "Another shell hit a bus in Kadhimiya, killing four.", "hit", ["police source"]),
        ("Russian troops shelled Sumy, the governor said.", "They killed two farmers.", "killed", ["governor"]),
        # not the source's: whom nobody told of, another day's deed, how things are, another kind of thing
        (OMBUDSMAN, "The army has sent reinforcements to the area.", "sent", []),
        (REBELS, "The rebels killed 12 soldiers in a similar attack in May last year.", "killed", []),
        ("The junta said its troops had captured Loikaw.", "The army seized power in a coup in 2021.", "seized", []),
        (POLICE, "Another bus was burned in Mosul.", "burned", []),
    ],
)
def test_what_the_same_ones_did_next_is_told_by_the_same_source(told, next_, word, who):
    assert voiced(f"{told} {next_}", word) == who
