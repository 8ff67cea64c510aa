"""A claim or an accusation behind a deed names its doer; what only stands beside a deed does not."""

import pytest

from crossreport.model import EventReport
from tests.coding.coded import code_text, names


def _deed(text: str, type_: str) -> EventReport:
    return next(report for report in code_text(text).reports if report.type.label == type_)


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "A twin bombing struck a market in Maiduguri in Nigeria on Wednesday, killing 44 people. "
            "Boko Haram claimed responsibility.",
            "explosion",
            "Boko Haram",
        ),
        (
            "Gunmen shot dead three policemen in Quetta on Tuesday. "
            "The Balochistan Liberation Army said its fighters had done it.",
            "armed_clash",
            "Balochistan Liberation Army",
        ),
        (
            "Five soldiers were killed when their vehicle hit a mine near Diapaga in Burkina Faso on Sunday. "
            "JNIM said its men had planted it.",
            "explosion",
            "JNIM",
        ),
        (
            "A bomb exploded at a market in Mogadishu on Saturday and killed nine people. "
            "Al-Shabaab, in a statement, said they did it.",
            "explosion",
            "Al-Shabaab",
        ),
        (
            "Six farmers were killed in Beni in Congo on Friday. The Islamic State said its fighters were responsible.",
            "attack_on_civilians",
            "Islamic State",
        ),
        (
            "A blast killed four soldiers in Jolo in the Philippines on Sunday. The army blamed Abu Sayyaf for it.",
            "explosion",
            "Abu Sayyaf",
        ),
    ],
)
def test_who_claims_a_deed_or_is_blamed_for_it_is_its_doer_as_claimed(text: str, type_: str, who: str):
    deed = _deed(text, type_)
    assert names(deed, "agent", "party") == {who}
    assert any(reason.rule == "agent:claimed" for reason in deed.reasons)


def test_an_accusation_of_a_deed_that_the_page_tells_is_no_report_beside_it():
    text = "Two oil workers were abducted in Arauca in Colombia on Monday. Authorities blamed the ELN."
    assert [report.type.label for report in code_text(text).reports] == ["abduction"]


@pytest.mark.parametrize(
    "behind",
    [
        "No group has claimed responsibility.",
        "The ELN said it had not done it.",
        "The ELN said it would be responsible for nothing.",
        "The mayor first blamed the ELN, then took it back.",
    ],
)
def test_nobody_is_made_a_doer_by_a_denial_or_a_guess_taken_back(behind: str):
    deed = _deed(f"A car bomb exploded in Saravena in Colombia on Monday and killed two people. {behind}", "explosion")
    assert not names(deed, "agent", "party")


def test_a_deed_with_a_doer_keeps_it_whatever_is_claimed_behind():
    text = "Boko Haram fighters stormed an army base in Banki in Nigeria on Monday. ISWAP said it had done it."
    assert names(_deed(text, "offensive"), "agent") == {"Boko Haram"}


def test_fighting_has_the_side_that_came_out_of_it_too():
    text = (
        "Fighters of the March 23 Movement took the town of Bunagana in Congo on Monday "
        "after three days of fighting with government troops."
    )
    assert names(_deed(text, "territory_taken"), "target") == {"FARDC"}
    attackers = _deed("All three attackers died in a gunfight with special forces in Kabul.", "armed_clash")
    assert len(names(attackers, "party")) == 2


def test_who_only_stands_beside_what_a_blast_did_has_not_done_it():
    text = "A car bomb exploded near the convoy of a Somali army general killing four people in Mogadishu."
    assert not names(_deed(text, "explosion"), "agent")
    alone = _deed("A suicide terrorist blew himself up inside a wedding hall near Jalalabad.", "explosion")
    assert not names(alone, "agent")


def test_a_claimed_ambush_is_no_later_deed():
    text = (
        "Gunmen ambushed a column of soldiers near Arauca in Colombia on Monday. Two days later helicopters bombed "
        "a camp in Vichada. The ELN claimed the ambush."
    )
    assert names(_deed(text, "armed_clash"), "agent") == {"ELN"}
    assert names(_deed(text, "air_strike"), "agent") == set()


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "A bomb went off near a hotel in Mogadishu on Friday, killing seven people. "
            "Al-Shabaab spokesman Abdiaziz Abu Musab claimed responsibility for the attack.",
            "explosion",
            "Al-Shabaab",
        ),
        (
            "A grenade wounded five people in Bujumbura on Friday. "
            "A commander of RED-Tabara, Jean Ndayi, claimed responsibility for the attack.",
            "attack_on_civilians",
            "RED-Tabara",
        ),
    ],
)
def test_a_spokesman_owns_up_for_his_group(text, type_, who):
    assert names(_deed(text, type_), "agent") == {who}
    assert names(_deed(text, "statement_confession_claim"), "agent") == {who}
