"""All that is needed at run time has a licence under which it may be used here, and the table says so."""

import pytest

from tools.licences import OUT, closure, is_fine


def test_every_licence_is_allowed():
    found = closure()
    assert len(found) > 30
    assert {name: licence for name, licence in found.items() if not is_fine(licence)} == {}


def test_the_table_lists_every_package():
    told = OUT.read_text(encoding="utf-8")
    assert [name for name, licence in closure().items() if f"| {name} | {licence} |" not in told] == []


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "MIT AND AGPL-3.0", "not stated", ""])
def test_other_licences_are_not(licence):
    assert not is_fine(licence)


def test_one_of_several_is_enough_where_they_may_be_chosen():
    assert is_fine("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later")
    assert not is_fine("MIT AND GPL-2.0-only")
