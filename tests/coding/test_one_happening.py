"""One happening told in several sentences comes out as one record, and what only looks alike does not."""

import pytest

from tests.coding.coded import code_text, names


def told(text, day="2024-03-08", *types):
    """Place and day of the records of these types."""
    found = [report for report in code_text(text, day).reports if not types or report.type.label in types]
    return [
        (report.place.name if report.place else None, report.when.edtf if report.when else None) for report in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        # whoever was hurt "in the attack" was hurt in the one that was told last, by whatever means
        "Jets of the coalition hit a minibus in Hajjah on Tuesday, killing nine of its passengers. The day was hot. "
        "His brother said that all were farmers. "
        '"I saw smoke," said Saleh Nasser, who was wounded in the attack.',
        "Shells struck a bakery in Bakhmut on Monday, killing five people. The queue had been long. Nobody had heard "
        "a siren. Oksana Bondar, who was wounded in the attack, lost her husband.",
        # the kidnappers are those of the abduction
        "Gunmen kidnapped six priests in Bamenda on Friday, a bishop said. "
        "The kidnappers stormed a church and fired into the air.",
        # how it began
        "Militants attacked a police post in Lashkar Gah on Wednesday, killing six officers. "
        "The attack began when gunmen opened fire on the guards.",
        # as many, of whom the same became
        "- Seven aid workers abducted on the Dikwa road.\n"
        "Borno has seen much violence this year.\nSchools stay closed.\n"
        "Seven aid workers were abducted at a checkpoint between Maiduguri and Dikwa on 5 March.",
        # the thing that was struck
        "A health centre in Kutum was hit by shells on Sunday, a charity said. It had been open for a "
        "year. At least eight people were killed when fighters of the Rapid Support Forces attacked the clinic.",
        # another word for any attack
        "Suspected rebels killed at least 41 villagers in an attack in Ituri on Wednesday, officials said. "
        "The rebels attacked the villages of Ndalya and Mambelenga with machetes, a chief said.",
    ],
)
def test_a_happening_is_told_on(text):
    assert len(told(text)) == 1


def test_those_who_are_attackers_by_the_deed_die_in_it():
    (report,) = code_text(
        "Islamist gunmen stormed a hotel in Bamako on Thursday, killing 12 guests. Soldiers shot dead three attackers.",
        "2024-03-08",
    ).reports
    assert len(report.figures) == 2
    assert not names(report, "agent") & {"Malian Armed Forces"}


def test_a_lead_is_news_and_no_happening_of_months_ago():
    text = (
        "Gunmen killed 25 people in a village of Zamfara State, residents said on Friday. "
        "In November, gunmen killed 40 people in the state."
    )
    assert [when for _, when in told(text)][1] == "2023-11"
    assert len(told(text)) == 2


def test_who_outlives_a_raid_is_not_its_doer():
    text = (
        "Raiders killed 11 herders at a camp near Pibor on Monday. Cattle were driven away. "
        "Nyandit Gatluak, who survived the raid, lost two sons."
    )
    (report,) = code_text(text, "2024-03-08").reports
    assert "Nyandit Gatluak" not in names(report, "agent")


@pytest.mark.parametrize(
    "text",
    [
        # a thing of the same kind, elsewhere
        "A bomb killed two people at a market in Kirkuk on Monday. "
        "Gunmen opened fire at a market in Samarra on Monday.",
        # as many, on another day
        "Five miners were abducted near Arauca on Monday. Five teachers were abducted near Tame on Wednesday.",
        # "the attackers" of another place
        "Gunmen raided a village near Kaya on Monday. The attackers burned a school in Dori on Wednesday.",
    ],
)
def test_what_only_looks_alike_stays_apart(text):
    assert len(told(text)) == 2


def test_dead_on_another_day_are_not_those_of_the_attack_before():
    text = (
        "Days after a deadly chemical attack, a woman was killed and nine people were wounded in a blast near Hama on "
        "Saturday."
    )
    (report,) = [each for each in code_text(text, "2024-03-03").reports if each.type.label == "explosion"]
    assert len(report.figures) == 2


def test_the_sentence_behind_tells_further_places():
    text = (
        "Jets struck the town of Kutum on Sunday, killing three people. "
        "The strikes hit a market in Kutum and a school in Mellit."
    )
    (report,) = code_text(text, "2024-03-08").reports
    assert [place.name for place in report.places] == ["Kutum", "Mellit"]


def test_what_a_voice_says_of_the_deed_told_before_is_its_claim():
    text = (
        "Two car bombs killed nine people in Baidoa on Monday. "
        "The blasts levelled four shops and many people were trapped under the rubble, a trader said."
    )
    assert any("levelled" in claim.says for claim in code_text(text, "2024-03-08").claims)


@pytest.mark.parametrize(
    "text",
    [
        "Jihadists attacked a detachment at Seytenga on Sunday morning, the army said. Five soldiers were wounded. "
        "The attackers were pushed back after an hour.",
        "Rebels attacked an army post near Marawi on Sunday, wounding two soldiers. The fire lasted until dawn. "
        "The attackers were pushed back after three hours.",
    ],
)
def test_attackers_who_are_pushed_back_are_no_displaced_people(text):
    (report,) = code_text(text, "2024-03-08").reports
    assert report.type.label == "attack_repelled"


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers detained a rebel commander in Logar on Tuesday, the alliance said. He led forty men. "
        "After questioning the residents on the scene, the soldiers detained him and two of his aides.",
        "Two thousand villagers fled Kalemie territory on Sunday. Aid workers asked for tents. Water was scarce. "
        "Most of those people have fled without their belongings.",
    ],
)
def test_the_one_arrest_or_flight_of_a_page_is_told_again(text):
    assert len(told(text, "2024-03-08", "arrest", "displacement_evacuation")) == 1


def test_two_arrests_in_two_towns_are_two():
    text = "Soldiers detained two men in Logar on Tuesday. Police detained four men in Herat on Wednesday."
    assert len(told(text, "2024-03-08", "arrest")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed a hospital in Marib on Monday, killing four people. Another hospital was hit in Hays at dusk.",
        "A drone struck a bus in Kherson on Tuesday. In a similar attack a minibus was hit in Beryslav.",
        "Gunmen raided the village of Kuka on Friday and killed three. A second village was attacked that night.",
    ],
)
def test_another_thing_that_is_hit_is_another_happening(text):
    assert len(code_text(text, "2023-06-14").reports) == 2


def test_another_nine_who_were_hurt_are_of_the_same_happening():
    text = "Militants ambushed a convoy near Menaka on Wednesday and killed five soldiers. Another nine were wounded."
    assert len(code_text(text, "2023-06-14").reports) == 1


@pytest.mark.parametrize(
    ("second", "records"),
    [
        (
            "A source at the police said a rocket in the al-Telifoun neighborhood of Taiz killed two children"
            " and injured five others on Monday.",
            1,
        ),
        ("Another rocket killed two women and injured five people in the al-Telifoun neighborhood.", 2),
    ],
)
def test_as_many_dead_and_hurt_at_another_quarter_of_the_town(second, records):
    first = (
        "Rebels fired a rocket on the al-Qahira area in Taiz on Monday, killing two children and injuring five others."
    )
    assert len(told(f"{first} {second}")) == records


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shells hit a school in Kherson on Monday, killing two. The mayor said so. The school was destroyed.",
            ["shelling"],
        ),
        (
            "Shells hit a market in Kherson on Monday. In Nikopol, a school was destroyed.",
            ["shelling", "looting_destruction"],
        ),
        (
            "One civilian was killed and many were injured by a regime barrel bomb dropped on al-Jalloum in Aleppo.",
            ["air_strike"],
        ),
        ("Journalist Mona Adel was killed in an air strike on Sanaa on Monday.", ["air_strike"]),
        ("Commander Abu Salih was killed in an air strike on Sanaa on Monday.", ["killing"]),
    ],
)
def test_what_came_of_it_is_no_second_deed(text, expected):
    assert [report.type.label for report in code_text(text).reports] == expected
