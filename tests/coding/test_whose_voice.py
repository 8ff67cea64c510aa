"""Whose voice it is: a government by its seat, forces named before, a relief society, media that take sides, and
voices that no plain verb of saying gives.
"""

import pytest

from tests.coding.test_attribution import voiced

RED_CROSS = ["International Committee of the Red Cross"]


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("More than 900 people fled Goris, the government in Yerevan said.", "fled", ["Armenia"]),
        ("The government in Moscow said its forces had captured Avdiivka.", "captured", ["Russia"]),
        (
            "Militants fired shells at Kurdish forces in Syria on Friday, the forces and a monitoring group said.",
            "fired",
            ["Syrian Kurdish forces"],
        ),
        (
            "The Arakan Army took Paletwa. Regime troops left two outposts, the ethnic army said in a statement.",
            "left",
            ["Arakan Army"],
        ),
        (
            "Rebels shelled Bunagana, killing two children, the Ugandan Red Cross said.",
            "shelled",
            ["Ugandan Red Cross"],
        ),
        ("Pro-Houthi websites reported that jets bombed a market in Hajjah.", "bombed", ["Pro-Houthi websites"]),
        ("There were reports that a monastery had been bombed in Depayin.", "bombed", ["reports"]),
        ("Troops killed 12 bandits in Jibia, a statement by the army read.", "killed", ["Nigerian Army"]),
        (
            "Gunmen killed two teachers in Mandera, local media quoted police as saying.",
            "killed",
            ["local media", "Kenyan police"],
        ),
        # what must stay: the national army, the committee, readers of lists, a side that speaks itself
        ("Rebels fled Lashio on Monday, the army said.", "fled", ["Myanmar military"]),
        ("Rebels shelled Bunagana, killing two children, the Red Cross said.", "shelled", RED_CROSS),
        ("The soldiers read a list of names and shot nine men in Yei.", "shot", []),
        ("Houthi media reported that jets bombed a market in Hajjah.", "bombed", ["Houthi movement"]),
    ],
)
def test_whose_voice_it_is(text, word, who):
    assert voiced(text, word) == who
