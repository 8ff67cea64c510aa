"""Statuses that no tense and no single word tells: what goes on, what is disbelieved, what is only set for a day."""

import pytest

from tests.coding.coded import code_text


def told(text):
    return {(report.type.label, report.status) for report in code_text(text, "2024-05-20").reports}


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Saudi jets have carried out near-daily strikes on Saada in Yemen since February.", "air_strike", "ongoing"),
        ("Saudi jets have carried out three strikes on Saada in Yemen since Friday.", "air_strike", "happened"),
        ("People in Nikopol in Ukraine have been exposed to heavy shelling since April.", "shelling", "ongoing"),
        ("The town of Lashio in Myanmar has faced a month-long offensive by rebels.", "offensive", "ongoing"),
        ("The two-week-old battle for Bambari has cost the lives of 60 soldiers.", "armed_clash", "ongoing"),
        ("Ethiopian troops pressed ahead with their offensive in Wollega on Friday.", "offensive", "ongoing"),
        ("The offensive, now in its third week, has driven 40,000 people from Sake in Congo.", "offensive", "ongoing"),
        ("Marines were still pursuing the gunmen in the hills of Patikul on Friday.", "offensive", "ongoing"),
        (
            "The raids come as the United States carries out air strikes against al-Shabaab in Somalia.",
            "air_strike",
            "ongoing",
        ),
        (
            "It was reported that the army was conducting an operation to clear Nasir in South Sudan.",
            "offensive",
            "ongoing",
        ),
        ("Marines are locked in battle with gunmen in Marawi in the Philippines.", "armed_clash", "ongoing"),
        ("Families in Djibo in Burkina Faso, besieged by jihadists, eat leaves.", "siege_blockade", "ongoing"),
        ("Rebels have taken two towns in Sennar in Sudan since Thursday.", "territory_taken", "happened"),
        (
            "The ministry in Baku said that information about the shelling of Lachin was disinformation.",
            "shelling",
            "denied",
        ),
        ("The front knows nothing about the burning of the offices in Owerri.", "looting_destruction", "denied"),
        ("Nor did our men burn the clinic at Kajo Keji in South Sudan.", "looting_destruction", "denied"),
        ("Those who write that Kreminna has been surrendered should stop sowing panic.", "territory_lost", "denied"),
        (
            "Reports in the media that jets bombed a school in Vorukh do not correspond to reality, the ministry said.",
            "air_strike",
            "denied",
        ),
        ("The claims that soldiers looted the market of Rann have no basis in fact.", "looting_destruction", "denied"),
        (
            "Pakistan rejected India's claim that it was behind the blast in Srinagar that killed four.",
            "explosion",
            "happened",
        ),
        ("Unions announced a march in Lima against the vote.", "protest", "planned"),
        ("The ministry announced an aid operation for those who fled to Táchira.", "aid_delivery", "planned"),
        (
            "Talks in Kuala Lumpur, planned for later this month, may suffer.",
            "negotiation_talks",
            "planned",
        ),
    ],
)
def test_status(text, type_, status):
    assert (type_, status) in told(text)
