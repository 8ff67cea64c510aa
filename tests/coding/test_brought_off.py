"""What stands behind "to" and was brought off; truces that run out; captives freed; arms handed over; grenades."""

import pytest

from tests.coding.coded import code_text, names


def told(text):
    return {(report.type.label, report.status) for report in code_text(text, "2024-05-20").reports}


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The Arakan Army was able to capture the base in Minbya on Friday.", "territory_taken", "happened"),
        ("Rebels were able to retake the town of Sake in Congo on Friday.", "territory_taken", "happened"),
        ("Police have so far been able to arrest three suspects in Jos in Nigeria.", "arrest", "happened"),
        ("The soldiers proceeded to burn 20 houses in Amhara in Ethiopia.", "looting_destruction", "happened"),
        ("The rebels went on to capture the town of Masisi in Congo on Friday.", "territory_taken", "happened"),
        ("The army had to withdraw from Kreminna in Ukraine on Friday.", "territory_lost", "happened"),
        ("Families were made to leave Yei in South Sudan on Friday.", "displacement_evacuation", "happened"),
        ("The truce between the army and the RSF in Khartoum expired on Friday.", "ceasefire_halt", "ended"),
        ("The truce collapsed in Tigray on Friday.", "ceasefire_halt", "ended"),
        ("The Saudi-led coalition and the Houthis extended the truce in Yemen.", "ceasefire_halt", "happened"),
        ("Rebels lobbed grenades at a patrol in Turbat in Pakistan on Friday.", "explosion", "happened"),
        ("The army fired mortar shells at Lashio in Myanmar on Friday.", "shelling", "happened"),
        ("Nine NPA rebels turned over 12 rifles to the army in Samar on Friday.", "defection_surrender", "happened"),
        ("Three rebels handed over their rifles to the army in Palma.", "defection_surrender", "happened"),
        ("Newspapers fabricated news that a market in Minbya in Myanmar was bombed.", "shelling", "denied"),
        ("Statements that our units shelled Nikopol do not correspond to reality.", "shelling", "denied"),
    ],
)
def test_it_was_told_so(text, type_, status):
    assert (type_, status) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The militants were unable to seize the town of Bama in Nigeria on Friday.",
        "The rebels were not able to capture the base in Sake in Congo on Friday.",
        "The RSF would be able to take the town of Babanusa in Sudan.",
        "If they were able to capture the airport of Goma in Congo, rebels could cut the city off.",
        "The army has to withdraw from Kreminna in Ukraine.",
        "The army did not have to withdraw from Kreminna in Ukraine on Friday.",
        "The soldiers had orders to burn 20 houses in Amhara in Ethiopia.",
    ],
)
def test_it_was_not_done(text):
    assert not told(text)


def test_some_of_those_seized_are_freed_not_their_captors():
    coded = code_text(
        "Houthi fighters abducted nine aid workers in Sanaa on Friday. Three of them were released on Sunday."
    )
    freed = coded.reports[-1]
    assert (freed.type.label, names(freed)) == ("prisoner_exchange_release", {"aid workers"})


def test_a_reward_in_rupees_is_no_toll():
    coded = code_text("Two women rebels carrying a reward of Rs 5 lakh each were gunned down in Dantewada in India.")
    assert {figure.measure: figure.high for figure in coded.figures} == {"killed": 2, "money": 500_000}
