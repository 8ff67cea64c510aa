""" "In X two were reported killed": a passive of saying tells the deed, its sufferers, its place and its day."""

import pytest

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Kaduna State, a bandit leader was reported killed in an air raid on Monday.", "Kaduna"),
        ("In Goma, two students were said to have been killed by a stray shell on Monday.", "Goma"),
        ("In Bakhmut, one woman was believed killed by shelling on Monday.", "Bakhmut"),
    ],
)
def test_who_is_reported_killed_was_hit_where_the_sentence_opens(text, place):
    (report,) = code_text(text, "2022-10-18").reports
    assert report.place is not None
    assert report.place.name.startswith(place)
    assert report.when is not None
    assert report.when.edtf == "2022-10-17"
    assert report.participants


def test_where_a_speaker_speaks_is_not_where_it_was():
    (report,) = code_text("In Geneva, an envoy said on Monday that rebels had shelled Aden.", "2022-10-18").reports
    assert report.place is not None
    assert report.place.name == "Aden"
