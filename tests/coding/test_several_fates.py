"""A number of several fates belongs to none of them alone."""

import pytest

from tests.coding.coded import code_text


def measures(text: str) -> list[tuple[str, float | None]]:
    """Every figure as its measure with its least number."""
    return [(figure.measure, figure.low) for figure in code_text(text).figures]


@pytest.mark.parametrize(
    "text",
    [
        "Forty soldiers were killed, wounded or captured near Kupiansk on Tuesday.",
        "Forty rebels were killed or captured in Kismayo on Sunday, the army said.",
        "Troops killed or captured forty insurgents in Sambisa on Monday.",
        "Forty villagers have been killed, abducted or gone missing in Zamfara since Friday.",
        "The raid left forty guards dead, wounded or missing in Bunagana.",
        "Forty fighters were arrested or killed in Marawi on Monday.",
    ],
)
def test_how_many_met_which_fate_is_not_said(text: str) -> None:
    assert measures(text) == [("other", 40)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Forty soldiers were killed or wounded near Djibo on Tuesday.", [("killed_and_wounded", 40)]),
        ("Jets struck Sirwah on Monday and left forty dead and wounded.", [("killed_and_wounded", 40)]),
        ("The raid on Kutum caused forty of dead and wounded, medics said.", [("killed_and_wounded", 40)]),
        ("Fighters abducted and killed forty farmers in Borno on Monday.", [("killed", 40)]),
        ("Troops killed forty insurgents and captured five in Sambisa on Monday.", [("killed", 40), ("detained", 5)]),
        ("Forty people were killed and nine wounded or abducted in Jalingo.", [("killed", 40), ("other", 9)]),
    ],
)
def test_one_fate_keeps_its_number(text: str, told: list[tuple[str, float]]) -> None:
    assert measures(text) == told
