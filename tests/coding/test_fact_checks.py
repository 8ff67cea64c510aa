"""Fact checks: what they rule untrue is denied, what a question asks is told by nobody, what is true stays told."""

import pytest

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    "text",
    [
        "CLAIM: RSF fighters have captured Atbara. VERDICT: False. The army still holds the city.",
        "A post that thousands shared says that rebels burned the market in Aweil. Rating: FALSE",
        "FALSE: A viral post claims that UN soldiers shot at worshippers in Beni on Sunday.",
        "Claim: Armenian troops captured Kalbajar. Fact: The ministry dismissed the report as disinformation.",
        "A message that Boko Haram has kidnapped 60 pupils in Kano is a hoax, police said.",
        "A photo claiming to show a singer executed by the Taliban in Baghlan is false.",
        "The army dismissed as propaganda a video that shows its soldiers burning a village in Kayah.",
        "No, Rwandan soldiers did not shoot down a Congolese jet on Monday.",
    ],
)
def test_what_is_ruled_untrue_is_denied(text: str) -> None:
    assert [report.status for report in code_text(text).reports] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "Did the Taliban execute a singer in Baghlan?",
        "Has the army retaken Kidal from the rebels?",
    ],
)
def test_what_is_only_asked_is_told_by_nobody(text: str) -> None:
    assert code_text(text).reports == ()


@pytest.mark.parametrize(
    "text",
    [
        "Why did Russian jets bomb the hospital in Mariupol on Monday?",
        "A video that shows soldiers burning a village in Loikaw is genuine, analysts said.",
        "Gunmen killed four traders in Gao on Sunday. Claims that the army did it are false.",
        "False reports caused panic in Goma on Monday; shops closed after gunmen killed a money changer.",
    ],
)
def test_what_is_true_stays_told(text: str) -> None:
    assert "happened" in [report.status for report in code_text(text).reports]
