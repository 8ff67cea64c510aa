"""What the lead tells in general is what the body tells with means and place; a deed done to others is another one."""

import pytest

from tests.coding.coded import code_text


def violence(text, day="2024-05-16"):
    """The records of force."""
    quiet = {"looting_destruction", "statement_accusation", "bodies_found"}
    return [report for report in code_text(text, day).reports if report.type.label not in quiet]


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        (
            "At least 19 people were killed in an attack in Sudan's Gezira state on Tuesday, activists said.\n"
            "Hospitals in the area have run short of blood since the winter.\n"
            "Artillery shells hit the weekly market of Wad Rawah at noon on Tuesday, killing 19 people, a doctor said.",
            "shelling",
            "Wad Rawah",
        ),
        (  # "the army's third division" counts no attacks
            "Four soldiers died in an attack in the department of Cauca on Wednesday, the Defence Ministry said.\n"
            "The president condemned the attack on social media.\n"
            "A bomb exploded beside a truck on the road to Argelia on Wednesday, killing four soldiers,"
            " the army's third division said.",
            "explosion",
            "Argelia",
        ),
        (  # a camp of which no list says in which province it lies
            "At least nine displaced people died in an attack in North Kivu on Friday, the United Nations said.\n"
            "The M23 denied any role.\n"
            "Rockets landed in the Mugunga camp on Friday morning, killing nine people, a camp official said.",
            "shelling",
            "Mugunga camp",
        ),
    ],
)
def test_the_body_tells_the_leads_happening_again(text, type_, place):
    (report,) = violence(text)
    assert report.type.label == type_
    assert report.place.name == place


@pytest.mark.parametrize(
    "text",
    [
        # another toll
        "At least five soldiers were killed in an attack in Somalia's Hiran region on Monday, officials said.\n"
        "A suicide bomber drove into a checkpoint in Beledweyne on Monday, killing 14 civilians, police said.",
        # another day
        "Junta forces killed eight villagers in an attack in Sagaing Region on Monday, residents said.\n"
        "A jet dropped two bombs on a school in the village of Let Yet Kone on Tuesday, killing three pupils.",
        # told next to it
        "Fifteen villagers were killed in an attack in Mopti region on Saturday, a local official said.\n"
        "Later on Saturday a convoy hit a mine near Douentza, and two traders died, the official said.",
    ],
)
def test_another_happening_stays_one_of_its_own(text):
    assert len(violence(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed four traders on the road to Gao on Monday, officials said. Gunmen shot a priest on Monday.",
        "Police said a bomb wounded two soldiers in Jolo. A bomb killed three fishermen, a coastguard officer said.",
        "Rebels attacked a convoy near Pinlebu and killed six policemen. Rebels attacked a bus and killed two monks.",
        "A drone killed three farmers in Beryslav on Tuesday. A drone struck an ambulance crew, killing a paramedic.",
    ],
)
def test_who_is_new_to_the_page_was_hit_in_another_deed(text):
    assert len(violence(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers shot two students in Sittwe on Monday. The young men were shot near the gate, a teacher said.",
        "Militants attacked a police post in Lashkar Gah on Wednesday, killing six officers."
        " The attack began when gunmen opened fire on the guards.",
    ],
)
def test_whom_the_page_knows_may_be_the_same_ones(text):
    assert len(violence(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # by three voices, of whom each says the state's forces by another name
        "At least 75 people died in air strikes that the Myanmar air force carried out, activists in Sagaing said."
        ' "The attack on the Pazigyi camp was barbaric," a spokeswoman said on Thursday.'
        " Residents said that the attack took place on Wednesday with two bombs dropped from an army helicopter.",
        # as many dead and as many hurt, in "the two towns" of a division that has a town's name
        "Shells killed one man and wounded six others in Khan Dhab, Rasheed and Hawban in Taiz on Monday. A reporter in"
        " Taiz said that rebels fired ten shells at the towns in Taiz, killing one man and wounding six others.",
        "Nine traders died when a drone struck a market in Marib, officials said. A doctor said that the drone had hit"
        " the fish market of Sirwah and that nine traders died.",
    ],
)
def test_one_happening_by_several_voices_is_one(text):
    assert len(violence(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed one man and wounded six in Taiz on Monday. Rebels fired ten shells at Mocha, killing one man.",
        "A drone killed nine traders in Marib on Monday. On Monday a drone struck Sirwah and killed four herders.",
        "Shells killed one man in Marib on Monday. Rebels fired rockets at Sirwah on Monday, killing two children.",
    ],
)
def test_a_town_whose_name_is_a_divisions_holds_no_other_deed(text):
    assert len(violence(text)) == 2
