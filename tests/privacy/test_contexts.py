"""What the words round a name tell: our own sentences of several conflicts."""

import pytest

from crossreport.privacy.contexts import is_thing, tells_group, tells_outlet, tells_person, tells_place, without_noun
from crossreport.privacy.offices import holds_office
from crossreport.privacy.runs import Run, runs


def run_of(text: str, name: str) -> Run:
    return next(run for run in map(without_noun, runs(text)) if run.text == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They killed a herder, Idrissa ag Mossa, at dawn.", "Idrissa ag Mossa"),
        ("The sit-in for student Allah Bux Marri goes on.", "Allah Bux Marri"),
        ("It killed an elderly man, R.K. Thapa, who was at prayer.", "R.K. Thapa"),
        ("Amr A. Qawasmi, 22, died of his wounds.", "Amr A. Qawasmi"),
        ("The shell wounded his daughter Amal on Tuesday.", "Amal"),
        ("Police arrested one Sunday Ayuba in Jos.", "Sunday Ayuba"),
        ("Hamdan's family fled.", "Hamdan"),
        ("Troops took Waseem son of Gul Khan from his home.", "Waseem"),
        ("Troops took Waseem son of Gul Khan from his home.", "Gul Khan"),
        ("The body of Al-Tayeb Bushra was handed over.", "Al-Tayeb Bushra"),
        ("A Norwegian pilot, Lars Moen, has been held since May.", "Lars Moen"),
    ],
)
def test_kin_trades_ages_and_fates_make_a_private_person(text: str, name: str) -> None:
    assert tells_person(text, run_of(text, name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They killed a herder, Reuters reported.", "Reuters"),
        ("In Kutum, a farmer from Tina was shot.", "Kutum"),
        ("Guards of the indigenous council in the hamlet of La Loma, Jambaló, were shot.", "Jambaló"),
        ("The abduction of Boko Haram wives went on.", "Boko Haram"),
        ("Students of the Tihama Rights Watch protested.", "Tihama Rights Watch"),
        ("They held the areas of Um Dukhun and Um Rimta.", "Um Dukhun"),
        ("Shells fell on the outskirts of Ma Nyaung at dusk.", "Ma Nyaung"),
    ],
)
def test_places_groups_and_outlets_are_no_persons(text: str, name: str) -> None:
    assert not tells_person(text, run_of(text, name))


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("The residual armed group Idris Malam burned two lorries.", "Idris Malam", True),
        ("Mines were laid by the same structure Elena Rojas on Monday.", "Elena Rojas", True),
        ("The front Oumar Dicko joined in May fled.", "Oumar Dicko", False),
        ("A member of the group, Oumar Dicko, fled.", "Oumar Dicko", False),
    ],
)
def test_a_name_right_behind_a_group_is_the_groups(text: str, name: str, named: bool) -> None:
    assert tells_group(text, run_of(text, name)) is named


@pytest.mark.parametrize(
    ("text", "weapon"),
    [("A house was struck by a Volodar drone.", True), ("It hit the Volodar house; a drone fell.", False)],
)
def test_a_name_right_before_a_weapon_is_its_make(text: str, weapon: bool) -> None:
    assert is_thing(text, run_of(text, "Volodar")) is weapon


def test_datelines_prepositions_and_bombs_tell_places() -> None:
    for text, name in [
        ("EL FULA — Three were killed.", "EL FULA"),
        ("GAO REGION\nTwo were killed.", "GAO REGION"),
        ("A sniper shot a soldier at Khar Kosha on Monday.", "Khar Kosha"),
        ("The junta bombed Thay Baw Boe again.", "Thay Baw Boe"),
        ("Losses were heavy in the areas of Um Dafoq, Kubum and Buram.", "Um Dafoq"),
        ("Houses burned on the outskirts of Thay Baw Boe.", "Thay Baw Boe"),
    ]:
        assert tells_place(text, run_of(text, name)), name
    assert not tells_place("They met at Hamdan's house.", run_of("They met at Hamdan's house.", "Hamdan"))


def test_groups_and_outlets_by_their_words() -> None:
    text = "The Haji Murad self-defence brigade fought Peshmergas of the 14th Brigade, Zagros Wire reported."
    assert tells_group(text, run_of(text, "Haji Murad"))
    assert tells_group(text, run_of(text, "Peshmergas"))
    assert tells_outlet(text, run_of(text, "Zagros Wire"))


def test_an_office_by_alias_or_byname_and_none_by_a_following() -> None:
    assert holds_office("Andrey", "The front's chief negotiator, alias Andrey, spoke.")
    assert holds_office("Omar Haddar", "Omar Haddar, known as the Fox, the head of the brigade, was shot.")
    assert holds_office("Said Kone", "a faction loyal to Said Kone attacked.")
    assert not holds_office("José Ramos", "They killed the social leader José Ramos.")


def test_an_office_of_a_body_or_for_a_matter_and_a_voice_of_a_ministry() -> None:
    assert holds_office("Rodion Tarkov", "The deputy commander of the Lake militia's corps Rodion Tarkov said so.")
    assert holds_office("Ana Pinto", "The spokeswoman on military matters Ana Pinto said so.")
    assert holds_office("Malik Rashed", "Malik Rashed of the health ministry says two were hurt.")
    assert not holds_office("Karim Said", "A driver, Karim Said of the health ministry, was killed.")
    assert not holds_office("Omar Diallo", "The commander of the group that shot Omar Diallo fled.")


def test_a_place_may_bear_a_possessive() -> None:
    text = "A clinic in Rahim's Bazar was burned."
    assert tells_place(text, run_of(text, "Bazar"))


def test_ships_and_operations_are_no_persons() -> None:
    for text, name in (
        ('Missiles hit the oil tanker "Nadia Corvo" on Friday.', "Nadia Corvo"),
        ("The frigate Tariq fired on the boats, the navy said.", "Tariq"),
    ):
        assert is_thing(text, run_of(text, name))
    text = "Missiles killed Nadia Corvo on Friday."
    assert not is_thing(text, run_of(text, "Nadia Corvo"))


def test_a_name_right_before_a_crowd_is_a_groups() -> None:
    for text, name in [
        ("Hundreds of Nari Shakti women blocked the convoy.", "Nari Shakti"),
        ("Dozens of Zogbo youths burned tyres.", "Zogbo"),
    ]:
        assert tells_group(text, run_of(text, name)), name
    for text, name in [
        ("Amina Khalil told women to leave.", "Amina Khalil"),
        ("Soldiers beat the Khalil brothers.", "Khalil"),
        ("They shot Amina Khalil, women said.", "Amina Khalil"),
    ]:
        assert not tells_group(text, run_of(text, name)), name


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("The RSF took Ed Nahud, the commercial capital of West Kordofan.", "Ed Nahud", True),
        ("They fled Pa Saung, a market town near the border.", "Pa Saung", True),
        ("Guerrillas held Puerto Ayala, their stronghold on the river.", "Puerto Ayala", True),
        ("Gunmen killed Idrissa Maiga, the village chief of Dioura.", "Idrissa Maiga", False),
        ("Gunmen killed Idrissa Maiga, a town crier.", "Idrissa Maiga", False),
    ],
)
def test_a_town_or_capital_of_something_behind_a_comma_is_a_place(text: str, name: str, place: bool) -> None:
    assert tells_place(text, run_of(text, name)) is place


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("The Humanitarian Coordinator, Mrs. Sofia Amadi, condemned the raid.", "Sofia Amadi", True),
        ("In Doha, mediators Lord Hale and Arne Vik announced a truce.", "Arne Vik", True),
        ("The ministers Bakari Sow and Ilse Brandt signed.", "Ilse Brandt", True),
        ("The traders Bakari Sow and Ilse Brandt were killed.", "Ilse Brandt", False),
    ],
)
def test_an_office_reaches_over_a_form_of_address_and_to_the_second_of_two(text: str, name: str, office: bool) -> None:
    assert holds_office(name, text) is office
