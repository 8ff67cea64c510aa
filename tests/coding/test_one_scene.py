"""Violence told twice of one town and day is one record, a battle part of the taking; two deeds stay two."""

import pytest

from tests.coding.coded import code_text, names


def violence(text, day="2024-03-14"):
    """Types of the records of force."""
    quiet = {"arrest", "abduction", "displacement_evacuation", "visit_meeting", "looting_destruction", "bodies_found"}
    return [report.type.label for report in code_text(text, day).reports if report.type.label not in quiet]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        # the lead's deed with its means, paragraphs later
        (
            "At least 40 people were killed in a terrorist attack in Maiduguri on Saturday, the UN said.\n"
            "The secretary-general sent his condolences.\nHe spoke in Geneva.\nHis envoy will travel to Abuja.\n"
            "On Saturday a woman detonated a belt at the fish market in Maiduguri.",
            "explosion",
        ),
        # who did it is told only the first time
        (
            "Houthi fighters fired a missile at Marib on Tuesday, the governor said.\nThe city is full of refugees.\n"
            "Schools were closed.\nAid groups have warned.\nThe missile hit a flour mill in Marib on Tuesday.",
            "shelling",
        ),
        # the dead of what was told
        (
            "A missile fired by the Houthis struck a camp in Marib on Thursday.\n"
            "Three soldiers died and their tents burned in Marib on Thursday.",
            "shelling",
        ),
        # the battle for a place belongs to its taking …
        ("M23 rebels seized Nyanzale on Wednesday after heavy fighting, residents said.", "territory_taken"),
        (
            "Following fierce clashes with the army, RSF fighters took control of the town of Sinja on 29 February.",
            "territory_taken",
        ),
        ("The village of Robotyne fell to Russian troops on Thursday amid intense shelling.", "territory_taken"),
        # … or loss
        ("The militia abandoned its camp near Wau on Sunday under artillery fire.", "territory_lost"),
    ],
)
def test_one_scene_is_one_record(text, type_):
    assert violence(text) == [type_]


def test_whom_the_takers_fought_they_took_it_from():
    text = "Following fierce clashes with the army, RSF fighters took control of the town of Sinja on 29 February."
    (taken,) = code_text(text, "2024-03-14").reports
    assert names(taken, "agent") == {"Rapid Support Forces"}
    assert names(taken, "target") == {"Sudanese Armed Forces"}


@pytest.mark.parametrize(
    "text",
    [
        # later, by others
        "Chin fighters ambushed an army convoy in Falam township on 12 March, killing six soldiers. "
        "Later that day helicopters fired on houses in Falam township, wounding a child.",
        # other fire, on something else
        "RSF shells hit a market in Omdurman on Monday, killing seven. "
        "An air strike destroyed a clinic in Omdurman on Monday, the doctors' network said.",
        # another part of the town
        "A bomb went off outside a market in Jolo on Tuesday, wounding eight people. "
        "Gunmen killed a teacher in another district of Jolo.",
        # another man, with a day and place of his own
        "ELN guerrillas ambushed a bus at Saravena on Wednesday and killed four passengers. "
        "A village chief was beheaded at Saravena on Wednesday, the ombudsman said.",
        # a counted time between them
        "Fighters of JNIM took Diafarabe on Tuesday, a week after an air strike on the village killed nine.",
        # a battle elsewhere
        "The army retook Bukhdar on Sunday after an attack on its base in Kaya on Friday.",
        # no side of the other
        "The army carried out an operation in Tank district on Monday and killed two militants. "
        "A roadside bomb hit a bus in Tank district on Monday, wounding eleven passengers.",
    ],
)
def test_two_deeds_of_one_day_stay_two(text):
    assert len(violence(text)) == 2


def test_of_two_who_fought_nobody_says_which_took_the_place():
    text = (
        "With the help of God our mujahideen took full control of the Baw camp, in Blue Nile, on Monday. The SPLM-N "
        "captured it after heavy fighting against the army."
    )
    for report in code_text(text, "2024-03-12").reports:
        assert not (report.type.label == "territory_taken" and any("Armed" in n for n in names(report, "agent")))
