"""Whom a sentence sets against the doers takes no part: "by X and not by Y", "X rather than Y", "not X but Y"."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Eight civilians were killed in Mocha by Houthi fighters and not by government soldiers.", "Houthi movement"),
        ("Eight civilians were killed in Mocha by government soldiers and not by Houthi fighters.", "Yemeni Army"),
        ("Five farmers were killed in Zamfara by soldiers rather than bandits.", "Nigerian Army"),
        ("RSF fighters, not soldiers, looted the market in Wad Madani.", "Rapid Support Forces"),
        ("The bridge in Kherson was blown up by Russian forces, and not by Ukrainian troops.", "Russian Armed Forces"),
        ("The chapel in Tigray was burned not by Eritrean soldiers but by Amhara militiamen.", "Amhara militias"),
    ],
)
def test_whom_it_was_not_takes_no_part(text: str, doer: str) -> None:
    (report,) = code_text(text).reports
    assert names(report, "agent") == {doer}


def test_whom_it_did_not_hit_takes_no_part() -> None:
    (report,) = code_text("Soldiers killed six fighters, not civilians, in Gao, the army said.").reports
    assert "civilians" not in names(report, "target")


def test_not_only_adds() -> None:
    (report,) = code_text("Twelve people were killed in Maiduguri by Boko Haram and not only by soldiers.").reports
    assert names(report, "agent") == {"Boko Haram", "Nigerian Army"}
