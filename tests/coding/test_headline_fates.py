"""In a headline without commas the verb behind its first noun is that one's fate, the state behind a number theirs."""

import pytest

from tests.coding.coded import code_text


def counted(text):
    """The measures and numbers told of people."""
    return {(figure.measure, figure.best) for figure in code_text(text, "2024-05-16").figures}


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Child killed 9 civilians injured in shelling of Taiz", 9),
        ("Policeman killed three soldiers hurt in Tumaco blast", 3),
        ("Pastor killed 12 worshippers injured in church raid in Kaduna", 12),
    ],
)
def test_one_is_killed_and_those_counted_are_hurt(text, wounded):
    assert ("wounded", wounded) in counted(text)
    assert ("killed", wounded) not in counted(text)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Gunman killed 9 civilians injured 4 in Mogadishu", 9, 4),
        ("Bomber killed 7 soldiers wounded 12 in Gao", 7, 12),
    ],
)
def test_who_hurts_more_behind_it_did_the_killing(text, killed, wounded):
    assert {("killed", killed), ("wounded", wounded)} <= counted(text)
