"""Those who rule "de facto" are not the government of the state."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In Taiz city, shelling by the de facto authorities on 9 June killed three children.", "Houthi movement"),
        ("The de facto authorities detained two aid workers in Sana'a on 14 June.", "Houthi movement"),
        ("The de facto authorities arrested four journalists in Kabul on 14 June, the UN said.", "Taliban"),
        ("The de facto authorities in Gaza arrested four men in Rafah on Monday.", "Hamas"),
        ("The Yemeni authorities arrested four men in Aden on Monday.", "Government of Yemen"),
    ],
)
def test_who_rules_is_told_by_the_country(text, who):
    assert names(code_text(text, "2023-06-15").reports[0], "agent") == {who}


def test_elsewhere_they_are_no_state():
    [told] = code_text("The de facto authorities of Moldova's Transnistria arrested two men on Monday.").reports
    assert "Moldova" not in names(told)
