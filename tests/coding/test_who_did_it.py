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


def test_hired_men_are_their_masters_and_enemies_are_not():
    assert first("GNA forces killed seven of Haftar's mercenaries in Ain Zara in Libya.")[1] == {"Libyan National Army"}
    assert first("Haftar's enemies shelled Ain Zara in Libya on Monday.")[0] == set()


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A US delegation arrived in Kyiv in Ukraine on Monday.", "visit_meeting"),
        ("Kenyan troops arrived in Goma in Congo on Monday.", "deployment"),
    ],
)
def test_delegates_are_not_deployed(text, type_):
    assert [one.type.label for one in code_text(text, "2024-05-06").reports] == [type_]


def test_a_pronoun_behind_a_longer_sentence():
    told = "Officials and a great many witnesses of the raid on the long road to the old town spoke of it on Monday."
    assert code_text(f"{told} Men took them.", "2024-05-06") is not None
