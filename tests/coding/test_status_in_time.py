"""Status by tense and day: what is to come, goes on, was agreed, is only promised or asked for."""

import pytest

from tests.coding.coded import code_text


def statuses(text, type_):
    return [report.status for report in code_text(text).reports if report.type.label == type_]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Aid trucks have been barred from entering Darfur in Sudan since June.", "siege_blockade", "ongoing"),
        ("The crossing at Rafah has been closed since May.", "siege_blockade", "ongoing"),
        ("Recruits in Bamyan in Afghanistan are being trained by the Turkish army.", "training", "ongoing"),
        ("The prosecutor said he was looking into the killings in Beni in Congo.", "investigation_trial", "ongoing"),
        (
            "The minister visited Odesa in Ukraine and promised 10 million euros to the army.",
            "arms_or_funds_supplied",
            "planned",
        ),
        ("The rebels and the army of Yemen had agreed to cease hostilities in Taiz.", "ceasefire_halt", "happened"),
        (
            "Thousands marched in Abuja in Nigeria for the release of their leader.",
            "prisoner_exchange_release",
            "called_for",
        ),
        ("Four died in a suspected chemical attack in Douma in Syria on Monday.", "chemical_attack", "happened"),
    ],
)
def test_the_status_follows_tense_and_wording(text, type_, status):
    assert status in statuses(text, type_)


def test_an_attack_of_whose_planning_somebody_is_accused_was_made():
    text = "A court in Mogadishu in Somalia jailed a man accused of masterminding last year's attack on a hotel."
    assert "alleged" not in statuses(text, "attack_on_civilians")


def test_what_stays_denied_is_a_claim_though_the_clause_hangs_on_another_noun():
    text = "The claims of the other side that the army shelled villages near Goris in Armenia are baseless."
    assert statuses(text, "shelling") == ["denied"]
