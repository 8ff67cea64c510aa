"""What befell some is not what befell all: parts behind "of whom", bodies with wounds; doers only alleged."""

import pytest

from tests.coding.coded import code_text

DAY = "2023-05-10"


def figures(text: str) -> list[tuple[str, float | None]]:
    """Measure and number of every figure."""
    return sorted((each.measure, each.best or each.low) for each in code_text(text, DAY).figures)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Shelling hit 40 people in Kharkiv on Tuesday, of whom six died.", [6]),
        ("Attacks by rebels left 118 victims, of whom 19 were killed and 30 injured, in Vakaga last week.", [19]),
        ("Shelling killed 40 people in Kharkiv on Tuesday, of whom six were children.", [40]),
        ("Police found the bodies of three men with gunshot wounds in Culiacan on Tuesday.", [3]),
    ],
)
def test_the_fate_of_some_is_not_that_of_all(text: str, dead: list[int]) -> None:
    counted = [number for measure, number in figures(text) if measure == "killed"]
    assert max(counted) == max(dead)
    assert set(dead) <= set(counted)


@pytest.mark.parametrize("told", ["The bodies of three men with gunshot wounds", "The corpses of three men with burns"])
def test_who_lies_dead_is_not_counted_as_wounded(told: str) -> None:
    assert figures(f"{told} were found in Goma on Tuesday.") == [("killed", 3)]


def test_the_living_with_wounds_are_wounded() -> None:
    assert figures("The clinic in Goma treated three men with gunshot wounds on Tuesday.") == [("wounded", 3)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Four women were raped on Friday in Bossangoa, allegedly by elements of the UPC.", "alleged"),
        ("Two traders were killed on Monday near Djibo, allegedly by soldiers, residents said.", "alleged"),
        ("Two traders were killed on Monday near Djibo by soldiers, residents said.", "happened"),
        ("Soldiers killed two traders on Monday near a camp allegedly built by rebels, residents said.", "happened"),
    ],
)
def test_by_whom_it_only_is_alleged_makes_the_deed_alleged(text: str, status: str) -> None:
    report = next(each for each in code_text(text, DAY).reports if each.type.label != "other")
    assert report.status == status
