import pytest

from crossreport.linking import link
from crossreport.model import CodedPage, VoiceSays
from crossreport.weighing import matrix, weigh
from tests.linking.build import Says, page
from tests.weighing.test_voices import ONE, TWO, told

DENIAL = "The Dawn Front denied {} the rocket fire on the houses below the tower."


def rows(*pages: CodedPage) -> list[VoiceSays]:
    linked = weigh(pages, link(pages))
    return matrix(pages, linked, linked.events)


def test_each_voice_has_a_row_with_its_own_figure_and_passage() -> None:
    found = rows(page("a", told(ONE), outlet="Daily"), page("b", told(TWO, killed=(19, 19, 19)), outlet="Courier"))
    assert [(row.voice, row.carriers, row.stance, row.killed) for row in found] == [
        ("Courier", ("Courier",), "asserts", ("exact 19 people",)),
        ("Daily", ("Daily",), "asserts", ("exact 7 people",)),
    ]
    assert found[1].spans[0].quote == ONE
    assert found[0].doers == ("Dawn Front",)


def test_a_party_is_marked_and_two_carriers_of_its_word_share_a_row() -> None:
    (row,) = rows(page("a", told(ONE, "front"), outlet="Daily"), page("b", told(TWO, "front"), outlet="Courier"))
    assert (row.party, row.carriers) == ("Dawn Front", ("Courier", "Daily"))


@pytest.mark.parametrize(
    ("what", "stance", "rule"),
    [("any role in", "denies_responsibility", "responsibility"), ("", "denies", "occurrence")],
)
def test_denying_the_deed_and_denying_to_have_done_it_are_two_things(what: str, stance: str, rule: str) -> None:
    sentence = " ".join(DENIAL.format(what).split())
    coded = page("a", told(ONE), outlet="Daily", says=[Says(sentence, "front")])
    found = rows(coded)
    assert [row.stance for row in found] == ["asserts", stance]
    linked = weigh([coded], link([coded]))
    assert [finding.reasons[0].rule for finding in linked.findings if finding.kind == "contradiction"] == [rule]
    assert linked.events[0].grade == "contested"
