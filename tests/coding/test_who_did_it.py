"""Doers and those hit that stand far off, speak, or are known by another sentence; sentences of our own."""

import pytest

from tests.coding.coded import code_text, names


def first(text: str) -> tuple[set[str], set[str]]:
    """Doers and those hit of the first record."""
    report = code_text(text, "2024-05-06").reports[0]
    return names(report, "agent"), names(report, "target")


def test_by_behind_a_place_is_the_doer_and_not_the_places():
    text = (
        "Ninety villagers were killed in Tole, in the Gimbi district of West Wollega, by the Oromo Liberation Army, "
        "witnesses said."
    )
    assert first(text) == ({"Oromo Liberation Army"}, {"civilians"})
    other = "A mayor was killed in Tole in Ethiopia, in a district held by the Oromo Liberation Army, witnesses said."
    assert first(other)[0] == set()


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (
            "Two soldiers died in an attack in Tame in Colombia. The president blamed the National Liberation Army for "
            "the attack and said that it ended the talks.",
            {"ELN"},
        ),
        ("Rebels shot dead three soldiers near Anefis in Mali. JNIM claimed the attack.", {"JNIM"}),
        (
            "Gunmen killed a mayor in Tame in Colombia. The ELN claimed the killing and said it burned two lorries.",
            {"ELN"},
        ),
        (
            "The army shot dead three herders near Anefis in Mali. JNIM blamed Wagner for the killings.",
            {"Malian Armed Forces"},
        ),
    ],
)
def test_who_is_blamed_or_owns_up_did_it_unless_somebody_is_named(text, doer):
    assert first(text)[0] == doer


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        (
            "Nine traders were abducted near Oicha in Congo. Witnesses said the rebels took them into the forest.",
            {"traders"},
        ),
        ("Villagers said that soldiers beat them in Oicha in Congo on Friday.", {"civilians"}),
        ("Azerbaijani forces shelled Armenian posts near Jermuk in Armenia on Tuesday.", {"Armenian Armed Forces"}),
        (
            "Air defence destroyed eight Ukrainian unmanned aerial vehicles over the Belgorod region in Russia.",
            {"Ukraine"},
        ),
    ],
)
def test_whom_it_hit(text, hit):
    assert first(text)[1] == hit
