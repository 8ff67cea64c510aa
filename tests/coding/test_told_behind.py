"""Who did it, told by initials, by a uniform, in the sentence behind, or by words for one's own."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A bomb wounded a barman in Lurgan in Northern Ireland on Saturday. The U.V.F. admitted responsibility.",
            {"Ulster Volunteer Force"},
        ),
        ("The L.T.T.E. attacked a camp near Mullaitivu in Sri Lanka.", {"Liberation Tigers of Tamil Eelam"}),
        ("Armed men in M23 uniform looted shops in Sake in the Democratic Republic of the Congo.", {"M23"}),
        (
            "Bombs fell on a market in Kauda in Sudan and killed six people. They were dropped by an Antonov of the "
            "Sudanese army.",
            {"Sudanese Armed Forces"},
        ),
        (
            "A grenade wounded two officers in Kumba in Cameroon. The Manyu Tigers said on Facebook that they had "
            "planted it.",
            {"Manyu Tigers"},
        ),
        ("Soldiers disappeared two students in Chaman in Pakistan on Monday.", {"Pakistan Army"}),
        (
            "Forces of the Government of National Accord captured Gharyan in Libya on Monday.",
            {"Government of National Accord"},
        ),
    ],
)
def test_the_doer_is_found(text, who):
    assert names(code_text(text).reports[0], "agent") == who


@pytest.mark.parametrize(
    "text",
    [
        "Men in military uniform looted shops in Kinshasa in the Democratic Republic of the Congo.",
        "Forces of the Government of National Rebirth captured Gharyan in Libya on Monday.",
    ],
)
def test_whose_they_are_stays_open(text):
    found = {p.actor.kind for report in code_text(text).reports for p in report.participants if p.role == "agent"}
    assert not found & {"state_forces", "state", "rebel_group"}
