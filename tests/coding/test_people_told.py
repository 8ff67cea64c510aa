"""What people without arms or names are called in the record."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("On Friday in Kagara in Nigeria a 7-year-old girl was shot dead by gunmen.", {"girl"}),
        ("A 22 year old student was killed in Kaduna in Nigeria on Monday.", {"student"}),
        ("Gunmen abducted 70 students in Kagara in Nigeria on Monday.", {"students"}),
        ("Soldiers shot dead three farmers in Arauca in Colombia on Monday.", {"farmers"}),
        ("Shells killed nine displaced people in a camp near Goma on Monday.", {"displaced people"}),
        ("Gunmen killed four IDPs in a camp near Baidoa in Somalia on Monday.", {"displaced people"}),
        ("A drone killed two displaced persons near Loikaw in Myanmar on Monday.", {"displaced people"}),
        ("Gunmen killed twelve residents of Fangudu in Nigeria on Monday.", {"civilians"}),
        ("An air strike killed two women and a child in Sanaa in Yemen on Monday.", {"civilians"}),
    ],
)
def test_people_keep_the_word_that_says_what_they_are(text, who):
    assert names(code_text(text).reports[0], "target") == who


def test_they_stay_civilians_by_id_and_kind():
    (hit,) = [
        p
        for p in code_text("Gunmen abducted 70 students in Kagara in Nigeria on Monday.").reports[0].participants
        if p.role == "target"
    ]
    assert (hit.actor.id, hit.actor.kind, hit.as_written) == ("civilians:NG", "civilians", "students")
