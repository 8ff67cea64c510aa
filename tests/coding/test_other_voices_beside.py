"""Who speaks in a clause of his own, inside the sentence of somebody who denies or tells something else."""

import pytest

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "The army denied having bombed a clinic in Lashio, where residents said six people had been killed.",
            "residents",
        ),
        (
            "The rebels denied having shelled a clinic in Lashio, where nurses said six people had been killed.",
            "nurses",
        ),
        ("The army said that six people had been killed in Lashio.", "Myanmar military"),
        ("The army said residents said that six people had been killed in Lashio.", "Myanmar military"),
    ],
)
def test_who_speaks_in_a_clause_on_the_place_is_not_quoted_by_who_denies(text, first):
    found = [report for report in code_text(text).reports if any(v.cue == "said" for v in report.attribution)]
    assert {report.attribution[0].speaker for report in found} == {first}
