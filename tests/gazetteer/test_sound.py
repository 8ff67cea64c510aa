"""What a reader could take for another spelling of a name, and what not."""

import pytest

from crossreport.gazetteer.sound import alike


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Sweida", "Suwayda"),
        ("Binnish", "Binish"),
        ("Foua", "Foah"),
        ("Rajouri", "Rajaori"),
        ("Mai Kadra", "May Cadera"),
        ("Maaret Alnouman", "Maarrat al-Nu'man"),
        ("Deir ez-Zor", "Dayr az-Zawr"),
    ],
)
def test_romanisations_of_one_name(name: str, spelling: str) -> None:
    assert alike(name, spelling)
    assert alike(spelling, name)


@pytest.mark.parametrize(
    ("name", "spelling"),
    [("Narla", "Narowal"), ("Nakyal", "Nekiwala"), ("Narla", "Naroli"), ("Homs", "Hims Raqqa"), ("Talab", "Halab")],
)
def test_other_consonants_or_a_short_name_with_other_vowels(name: str, spelling: str) -> None:
    assert not alike(name, spelling)
    assert not alike(spelling, name)
