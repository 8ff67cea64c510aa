"""Who did what somebody is arrested or sentenced for."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Police arrested three rebels of the M23 for killing a trader in Goma in Congo.", {"M23"}),
        ("The court sentenced two soldiers for raping a woman in Bukavu in Congo.", {"FARDC"}),
        ("A man was arrested for robbing a bank in Lagos in Nigeria.", set()),
    ],
)
def test_those_who_are_punished_for_a_deed_have_done_it(text, doers):
    coded = code_text(text)
    deed = next(r for r in coded.reports if r.type.label not in ("arrest", "investigation_trial"))
    assert names(deed, "agent") <= doers
