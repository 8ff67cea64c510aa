"""What aircraft send is an air strike, whatever the verb; bombs that fell were not laid; courtesy is no wish."""

import pytest

from tests.coding.coded import code_text, names, types


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Helicopters fired rockets at a gathering in Dasht-e-Archi on Monday, killing 30 people.", "air_strike"),
        ("Gunship helicopters shelled the villages of Gilli and Menaz on Wednesday.", "air_strike"),
        ("Two jets delivered a missile strike on army positions in Quneitra on Friday.", "air_strike"),
        ("A military plane shelled the town of Papun on Sunday.", "air_strike"),
        ("Government aircraft fired on a ferry at Malakal on Tuesday, killing 12.", "air_strike"),
        ("Five people were killed by bombs that landed on Douma on Thursday.", "shelling"),
        ("Six civilians died when a bomb fell on the centre of Karuba on Saturday.", "shelling"),
        # on the ground, and laid
        ("Artillery fired rockets at a gathering in Dasht-e-Archi on Monday, killing 30 people.", "shelling"),
        ("Five people were killed by bombs that were hidden in a market in Douma on Thursday.", "explosion"),
    ],
)
def test_the_sender_tells_the_means(text, type_):
    assert types(code_text(text, "2024-03-14")) == [type_]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "The SADC Mission wishes to inform the public that its troops regained control of Mucojo on Monday.",
            "territory_taken",
            None,
        ),
        ("The ELN wishes to state that its fighters shelled the base at Saravena on Friday.", "shelling", None),
        (
            "The ministry wants to announce that the Sudanese army took the town of Kutum on Friday.",
            "territory_taken",
            "Sudanese Armed Forces",
        ),
    ],
)
def test_who_wishes_to_inform_informs(text, type_, who):
    (report,) = code_text(text, "2024-03-14").reports
    assert (report.type.label, report.status) == (type_, "happened")
    assert who is None or who in names(report, "agent")


def test_who_wants_to_take_a_town_has_not_taken_it():
    coded = code_text("The rebels want to capture the town of Kutum, a spokesman said.", "2024-03-14")
    assert [report for report in coded.reports if report.status == "happened"] == []


@pytest.mark.parametrize(
    "text",
    [
        "One guard, not two, was killed in the attack on the bank at Lashio on Monday.",
        "Four people, not nine, died in the shelling of Toretsk on Monday.",
        "Eleven soldiers and not 40 were killed at Ouallam, the army said.",
    ],
)
def test_the_number_that_is_not_so_is_no_toll(text):
    assert len([figure for figure in code_text(text, "2024-03-14").figures if figure.measure == "killed"]) == 1


@pytest.mark.parametrize(
    ("text", "types_"),
    [
        ("Russia launched air strikes on Idlib in Syria on Friday.", ["air_strike"]),
        ("The Houthis launched a drone strike on Jizan in Saudi Arabia on Friday.", ["air_strike"]),
        ("Iran launched missile strikes on Erbil in Iraq on Friday.", ["shelling"]),
        ("The Arakan Army launched a salvo of rockets at Sittwe in Myanmar on Friday.", ["shelling"]),
        ("Russia targeted the town of Saraqib in Syria with air strikes on Friday.", ["air_strike"]),
        ("The Sudanese army hit Nyala in Sudan in a wave of air strikes on Friday.", ["air_strike"]),
        ("The Taliban hit a base in Ghazni in Afghanistan with mortars on Friday.", ["shelling"]),
        ("Russian forces struck Kharkiv in Ukraine with glide bombs on Friday.", ["air_strike"]),
        ("The military used helicopters to strike Pauktaw in Myanmar on Friday.", ["air_strike"]),
        ("Barrel bombs dropped on Daraya in Syria killed a woman on Friday.", ["air_strike"]),
        ("Car bombs killed nine people in Mogadishu in Somalia on Friday.", ["explosion"]),
        ("NATO staged air strikes near Misrata in Libya on Friday.", ["air_strike"]),
        ("Teachers staged a strike in Tunis in Tunisia on Friday.", ["protest"]),
    ],
)
def test_strikes_that_are_launched_staged_or_hit_with_say_what_they_are(text, types_):
    assert types(code_text(text)) == types_


@pytest.mark.parametrize(
    ("text", "types_"),
    [
        ("Two children were killed by a barrel bomb dropped on Jobar in Syria on Monday.", ["air_strike"]),
        ("A barrel bomb dropped on a school in Kauda in Sudan killed six.", ["air_strike"]),
        ("Two children were killed by a bomb dropped on Kauda in Sudan.", ["air_strike"]),
        ("A car bomb exploded in Baidoa in Somalia, killing two.", ["explosion"]),
        ("A bomb planted in a market in Baidoa in Somalia killed six people.", ["explosion"]),
        ("Six people were killed in the bombing of a market in Baghdad on Monday.", ["explosion"]),
    ],
)
def test_a_bomb_that_was_dropped_is_a_strike(text, types_):
    assert types(code_text(text)) == types_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Jets bombed Marib on Monday. The groups launched an attack on a base near Abyan in Yemen.", "offensive"),
        ("Jets bombed Marib on Monday. They also targeted a bridge near Abyan in Yemen.", "air_strike"),
        ("Army jets bombed Loikaw on Monday. Demoso in Myanmar was also attacked.", "air_strike"),
    ],
)
def test_the_means_of_one_are_not_anothers(text, type_):
    assert code_text(text).reports[-1].type.label == type_


@pytest.mark.parametrize(
    "text",
    [
        "Fighter jets bombed positions near Laukkai on Thursday.",
        "Fighter planes hit a market in Saada on Monday, killing nine.",
        "Two fighter aircraft attacked the village of Togoga on Monday.",
        "Around 50 fighter jets struck some 20 missile sites in Isfahan on Monday.",
    ],
)
def test_fighter_jets_are_no_fighters(text: str) -> None:
    (report,) = code_text(text, "2024-08-14").reports
    assert report.type.label == "air_strike"
    assert not names(report, "agent")


def test_fighters_and_the_drones_of_a_militia_are_somebodys() -> None:
    (report,) = code_text("Fighters attacked a base near Gao on Monday.", "2024-08-14").reports
    assert names(report, "agent") == {"Malian opposition armed groups"}
    (report,) = code_text("Militia drones struck Erbil on Monday.", "2024-08-14").reports
    assert names(report, "agent") == {"Iraqi militias"}
