"""The two sides of a fight, whoever they are: clans, peoples, miners; and the forces of those whom it killed."""

import pytest

from tests.coding.coded import code_text, names


def _parties(text):
    return next(names(report, "party") for report in code_text(text).reports if report.type.label == "armed_clash")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Clashes between the Habar Gidir and Marehan clans killed nine people near Abudwak in Somalia.",
            {"Habar Gidir clan", "Marehan clan"},
        ),
        (
            "Hema and Lendu groups exchanged fire near Djugu in Congo on Monday.",
            {"Hema militias", "Lendu militias"},
        ),
        (
            "Clashes between the Dinka and Nuer communities killed six people in Bor in South Sudan.",
            {"Dinka community", "Nuer community"},
        ),
        ("Clashes between loggers and villagers in Para in Brazil killed four people.", {"loggers", "villagers"}),
    ],
)
def test_peoples_and_trades_set_against_each_other_are_its_sides(text, who):
    assert _parties(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "The clashes in Zinjibar in Yemen left seven soldiers and twelve rebels dead.",
        "Fighting in Marawi in the Philippines left nine rebels and two soldiers dead.",
    ],
)
def test_a_fights_dead_tell_who_fought(text):
    assert len(_parties(text)) == 2


def test_bare_people_are_no_side():
    assert _parties("Clashes between people in Kano in Nigeria killed four on Monday.") == set()


def test_a_name_before_militiamen_is_their_peoples():
    report = code_text("Derashe militiamen killed nine farmers near Gidole in Ethiopia on Sunday.").reports[0]
    assert names(report, "agent") == {"Derashe militias"}
