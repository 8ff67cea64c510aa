"""Lists name roles before a colon; a day and a place open an item as a number does."""

import pytest

from tests.coding.coded import code_text, names

LIST = (
    "2 June, Ihiala. Ambush. Perpetrator: Unknown gunmen. Victims: 2 policemen killed. Source: Family.\n"
    "5 June, Orlu. Abduction. Suspected perpetrators: Herders. Victims: 3 traders. Source: Town union.\n"
    "9 June, Lalo. Drone strike on a fuel depot. Killed: 1. Injured: 4. Source: Hospital staff."
)


def coded():
    return {report.when.edtf: report for report in code_text(LIST, "2022-06-16").reports}


def test_an_item_that_opens_with_a_day_and_a_place_gives_both():
    assert {day: one.place.name for day, one in coded().items()} == {
        "2022-06-02": "Ihiala",
        "2022-06-05": "Orlu",
        "2022-06-09": "Lalo",
    }


def test_the_labels_give_doer_and_target():
    ambush, taken = coded()["2022-06-02"], coded()["2022-06-05"]
    assert (names(ambush, "agent"), names(ambush, "target")) == (
        {"unidentified armed group"},
        {"Nigeria Police Force"},
    )
    assert names(taken, "target") == {"traders"}
    assert "labelled" in {reason.rule for reason in taken.reasons}


def test_the_source_is_the_voice_of_what_the_item_tells():
    voices = {day: [voice.speaker for voice in one.attribution] for day, one in coded().items()}
    assert voices["2022-06-02"] == ["Family"]
    assert voices["2022-06-09"] == ["Hospital staff"]


def test_its_own_words_go_before_the_label():
    text = "3 May, Djibo. Soldiers shot two farmers dead. Perpetrator: Jihadists. Victims: Herders."
    (one,) = code_text(text, "2022-06-16").reports
    assert names(one, "agent").isdisjoint({"jihadists"})
    assert not any(reason.rule == "labelled" for reason in one.reasons)


@pytest.mark.parametrize("text", ["The army said this: gunmen fled.", "Attackers: the town saw them flee."])
def test_running_text_with_a_colon_is_no_label_of_nothing(text):
    assert not any(reason.rule == "labelled" for one in code_text(text).reports for reason in one.reasons)
