"""What a sentence speaks of without telling that it happened is no report of a happening."""

import pytest

from tests.coding.coded import code_text


def told(text):
    return [report.type.label for report in code_text(text).reports if report.status not in ("planned", "threatened")]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was kidnapped in Kaga-Bandoro in the Central African Republic on Monday.",
        "Fuel will stay rationed in Taiz in Yemen until the blockade is lifted.",
        "The bandits often ambush traders near Kankara in Nigeria.",
        "Clinics carried out 41,000 consultations in Kivu in Congo in 2022.",
        "Shops in Bamenda in Cameroon have been closed since mid-March.",
        "The injured were taken to the general hospital in Gusau in Nigeria on Monday.",
    ],
)
def test_nothing_has_happened(text):
    assert told(text) == []


def test_a_march_against_deeds_is_only_a_march():
    assert told("Students marched against abductions in Kaduna in Nigeria on Monday.") == ["protest"]


def test_who_took_no_part_did_nothing():
    coded = code_text("No Rwandan soldiers took part in the raid on Rutshuru in Congo on Monday, the envoy said.")
    assert not any(part.actor.country == "RW" for report in coded.reports for part in report.participants)


def test_a_siege_that_was_lifted_is_told():
    assert told("Aid was blocked until the siege of Taiz in Yemen was lifted on Monday.")


def test_making_bombs_is_no_explosion_and_bombing_is():
    assert told("The cell was making bombs in Kismayo in Somalia on Monday.") == []
    assert told("The group carried out a bombing in Kismayo in Somalia on Monday.") == ["explosion"]
