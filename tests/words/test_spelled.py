"""Names found as whole words: as a pattern of all of them finds them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from crossreport.words.spelled import Names, any_of

LETTERS = "aAb-' é"


@given(st.lists(st.text(LETTERS, min_size=1, max_size=5), min_size=1, max_size=8), st.text(LETTERS, max_size=30))
def test_names_are_found_as_by_a_pattern(names, text):
    pattern = re.compile(rf"(?<!\w){any_of(names)}(?!\w)")
    assert list(Names(names).find(text)) == [match.span() for match in pattern.finditer(text)]


def test_a_name_that_the_text_breaks_off_is_none():
    assert list(Names(["Mali", "Mali Empire"]).find("the old Mali Emp")) == [(8, 12)]
