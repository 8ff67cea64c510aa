"""Groups, services and namesakes of further wars; sentences of our own."""

import pytest

from tests.grounding.test_actors import grounded

CASES = [
    ("The CPI (Maoist) issued a note in Raipur, India.", "CPI (Maoist", "communist-party-of-india-maoist"),
    ("The 3R burned a bus near Bossangoa in the Central African Republic.", "3R", "3r-car"),
    ("The Atlacatl Battalion shelled Zacamil in El Salvador.", "Atlacatl Battalion", "atlacatl-battalion"),
    ("The National Guard shot two men in San Miguel, El Salvador.", "National Guard", "national-guard-el-salvador"),
    ("The Asayish arrested two men in Zakho, Iraq.", "Asayish", "asayish-kurdistan-region"),
    ("The Asayish arrested two men in Qamishli, Syria.", "Asayish", "asayish"),
    ("The Republican Guard shelled Karbala in Iraq.", "Republican Guard", "iraqi-republican-guard"),
    ("Al-Shabaab burned huts near Palma in Mozambique.", "Al-Shabaab", "islamic-state-mozambique"),
    ("Al-Shabaab burned huts near Jilib in Somalia.", "Al-Shabaab", "al-shabaab"),
    # whose unit it is, the word "Army" tells
    ("The Army Fourth Brigade arrested four men in Colombia.", "Army Fourth Brigade", "army-of-colombia"),
    # unknown people who do a deed, and those to whom it is done
    ("Hooded individuals murdered a judge in Medellin, Colombia.", "Hooded individuals", "unidentified-armed-group:CO"),
    ("Unknown men burned poles in Thepha, Thailand.", "Unknown men", "unidentified-armed-group:TH"),
    ("Soldiers shot two unknown men in Thepha, Thailand.", "unknown men", "people:TH"),
    # "its" is of no "paramilitary groups"
    ("The Patriotic Union said paramilitary groups killed its leader in Colombia.", "its", "union-patriotica"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "identity"), CASES)
def test_groups_and_services_of_further_wars(text, quote, identity):
    found = [one for one in grounded(text, "2012-06-10")[1] if one.span.quote == quote]
    assert {one.value and one.value.id for one in found} == {identity}
