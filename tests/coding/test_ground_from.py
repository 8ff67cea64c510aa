"""From whom ground was taken, where another deed beside it shows; sentences of our own from several wars."""

import pytest

from tests.coding.coded import code_text, names


def holders(text: str) -> list[set[str]]:
    """Those from whom each taking of ground took it."""
    coded = code_text(text, "2024-05-06")
    return [names(one, "target") for one in coded.reports if one.type.label == "territory_taken"]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "The Sudanese army recaptured Khor al-Dileib on Saturday after the SPLM-N had seized it a week earlier.",
            "SPLM-North",
        ),
        (
            "Houthi fighters took two hills near Damt in Yemen on Friday after government troops withdrew.",
            "Yemeni Army",
        ),
        ("The KNLA seized the Mae Wai camp in Myanmar and took 20 soldiers prisoner.", "Myanmar military"),
        (
            "GNA forces retook Asabaa in Libya on Friday. They seized twenty vehicles of Haftar's forces in the town.",
            "Libyan National Army",
        ),
    ],
)
def test_a_deed_beside_it_shows_who_held_the_ground(text, whose):
    assert holders(text)[0] == {whose}


@pytest.mark.parametrize(
    "text",
    [
        "Russian troops seized Ocheretyne in Ukraine on Friday. Ukraine's army shelled Horlivka.",
        "M23 rebels took Kavumu in the DR Congo on Friday. Burundian soldiers and the Congolese army left Uvira.",
        "Rebels seized Bentiu in South Sudan on Friday. Government forces bombed it afterwards.",
    ],
)
def test_nobody_is_made_the_holder_by_deeds_elsewhere_or_afterwards(text):
    assert all(not found for found in holders(text))
