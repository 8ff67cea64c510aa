"""People whom one verb hits, named side by side, are counted together, however much is said of each."""

import pytest

from tests.coding.coded import code_text


def whole(text):
    """The largest number of killed that is no part of another."""
    figures = code_text(text, "2023-06-14").figures
    return max(figure.best for figure in figures if figure.measure == "killed" and figure.part_of is None)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Two militants of the Hizb group and a soldier of the 9th Infantry were killed in a gunfight in Kulgam.", 3),
        ("Six Jesuit priests and their two employees were murdered in San Salvador on Thursday.", 8),
        ("She and her two children died when a shell hit their flat in Nikopol on Tuesday.", 3),
        ("He and his bodyguard were shot dead by gunmen outside a mosque in Dera Ismail Khan on Friday.", 2),
        ("A couple and their baby were killed in an air strike on Saada on Tuesday.", 3),
        ("An ambush near Inates killed eleven soldiers of the army and an officer of the gendarmerie on Friday.", 12),
        # those who are counted already
        ("Three drones killed a farmer and his son in Orikhiv on Wednesday, the governor said.", 2),
        ("Four people, two nurses, a driver and a boy, were killed in Loikaw on Monday.", 4),
        ("Raiders killed nine people in Bria on Sunday, among them a priest and two nuns.", 9),
    ],
)
def test_a_row_is_counted_as_one(text, dead):
    assert whole(text) == dead


def test_he_alone_is_no_second_death():
    text = "Gunmen shot a mayor dead in Tumaco on Monday. He was killed outside his house, police said."
    assert [figure.best for figure in code_text(text, "2023-06-14").figures if figure.part_of is None] == [1]
