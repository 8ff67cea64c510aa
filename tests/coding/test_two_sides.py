"""Whom "the two sides" name."""

import pytest

from tests.coding.coded import code_text, names


def parties(text: str) -> set[str]:
    last = code_text(text).reports[-1]
    assert last.span.quote in ("Fighting", "clashes", "exchanged", "clashed")
    return names(last, "party")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The army and the M23 clashed near Sake in Congo on Wednesday. Fighting between the two sides also "
            "broke out in Rutshuru on Thursday.",
            {"FARDC", "M23"},
        ),
        (
            "Soldiers battled the Rapid Support Forces in Bahri in Sudan on Monday. Both forces exchanged fire in "
            "Omdurman on Tuesday.",
            {"Sudanese Armed Forces", "Rapid Support Forces"},
        ),
        (
            "The Taliban attacked an Afghan army post in Kunduz on Friday. Similar clashes took place between the two "
            "sides around Baghlan on Saturday.",
            {"Taliban", "Afghan National Army"},
        ),
    ],
)
def test_the_two_are_those_that_fought_before(text: str, who: set[str]):
    assert parties(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between the two sides broke out in Rutshuru in Congo on Thursday.",
        "The army and the M23 clashed near Sake in Congo on Monday. The army fought the ADF in Beni on Tuesday. Shops "
        "closed. Schools closed. Roads were empty. All was still. Fighting between the two sides broke "
        "out in Bukavu on Friday.",
    ],
)
def test_nobody_is_named_where_no_pair_or_another_stands_before(text: str):
    assert not parties(text)


def test_a_pair_that_is_told_of_by_its_own_words_keeps_them():
    text = "The army and the M23 fought near Sake in Congo. Two groups of herders clashed in Rutshuru on Tuesday."
    assert not parties(text) & {"FARDC", "M23"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Tatmadaw shelled Arakan Army positions in Minbya on Monday. China urged both sides to hold talks.",
            {"Myanmar military", "Arakan Army"},
        ),
        (
            "FARC dissidents killed a teacher in Argelia in Colombia on Monday. The Colombian army killed two farmers "
            "on Tuesday. The Red Cross called on all parties to spare civilians.",
            {"FARC dissidents", "National Army of Colombia"},
        ),
    ],
)
def test_both_sides_are_asked_by_name(text, who):
    demand = code_text(text).reports[-1]
    assert (demand.type.label, names(demand, "target")) == ("statement_demand", who)


def test_both_sides_agree_by_name():
    truce = code_text(
        "Soldiers fought the Rapid Support Forces in Omdurman in Sudan on Monday. Both parties agreed to a truce."
    ).reports[-1]
    assert names(truce) == {"Sudanese Armed Forces", "Rapid Support Forces"}


def test_all_parties_are_nobody_where_three_did_harm():
    demand = code_text(
        "Boko Haram killed a teacher in Bama in Nigeria on Monday. The Nigerian army killed two farmers. Bandits "
        "burned a market in Gusau. The bishop called on all parties to spare civilians."
    ).reports[-1]
    assert not {"Boko Haram", "Nigerian Army"} & names(demand, "target")
