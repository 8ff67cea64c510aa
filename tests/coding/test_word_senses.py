"""Words of ordinary news that mean another deed than they seem, and those that mean none."""

import pytest

from tests.coding.coded import code_text


def told(text):
    return [report.type.label for report in code_text(text).reports]


@pytest.mark.parametrize(
    "text",
    [
        "The bodies of six villagers were buried on Friday in Bunia in Congo.",
        "Two wounded soldiers were released from hospital in Goma in Congo on Monday.",
        "The Russian army violated the ceasefire in the Kherson region on Monday, Ukraine said.",
        "The fighters fled the village of Hpapun in Myanmar, leaving 12 dead bodies behind.",
    ],
)
def test_funerals_broken_truces_and_what_is_left_behind_are_no_deeds(text):
    assert not {"bodies_found", "prisoner_exchange_release", "ceasefire_halt", "group_change"} & set(told(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A suicide car bomber attacked a police station in Peshawar in Pakistan on Monday.", "explosion"),
        ("A suicide bomber driving a lorry struck a checkpoint near Kismayo in Somalia on Tuesday.", "explosion"),
        ("A patrol was fired on near Menaka in Mali on Friday.", "offensive"),
        ("Militants fired at soldiers in Lashkar Gah in Afghanistan.", "offensive"),
        ("Snipers fired upon a car of the Red Cross in Taiz in Yemen on Monday.", "attack_on_civilians"),
        ("The post was shot at in Mocoa in Colombia on Monday.", "offensive"),
        ("The army fired rockets at rebels near Jibla in Yemen.", "shelling"),
        ("Families were driven out of their houses in Bunia in Congo on Monday.", "displacement_evacuation"),
        ("Security forces fired tear gas shells at a crowd in Imphal in India on Monday.", "protest"),
        ("Militants attacked a gold mine in Ituri in Congo on Monday.", "attack_on_civilians"),
        ("Soldiers helped repel the assailants in Labbezanga in Mali on Friday.", "attack_repelled"),
        ("Israeli forces martyred three youths in Jenin on Monday.", "attack_on_civilians"),
        ("Two armed men denied the monitors passage near Horlivka in Ukraine on Monday.", "siege_blockade"),
        ("Villagers who had taken shelter in a school in Kyaukme in Myanmar were killed by a shell.", "shelling"),
    ],
)
def test_words_that_mean_another_deed_than_they_seem(text, wanted):
    assert told(text) == [wanted]


def test_what_the_arrested_are_held_for_is_no_deed_of_the_police():
    reports = code_text("Police arrested two men in Jos in Nigeria on Sunday for burning houses.").reports
    burning = next(report for report in reports if report.type.label == "looting_destruction")
    assert burning.status == "alleged"
    assert not burning.participants


def test_what_is_called_a_lie_is_denied():
    reports = code_text("The army is spreading the lie that drones struck the village of Singu in Myanmar.").reports
    assert [report.status for report in reports if report.type.label == "air_strike"] == ["denied"]
    told = code_text("The radio is spreading the propaganda that soldiers had burned a mosque in Timbuktu in Mali.")
    assert {report.status for report in told.reports} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "A national strike of nurses closed the wards in Bamako in Mali.",
        "The village of Rann in Nigeria has been attacked four times since 2012.",
        "Soldiers have burnt over 2,000 houses in Kumbo in Cameroon since 2013.",
        "The war has killed 4,000 people and displaced almost 800,000 since it began in October 2012.",
        "Officials have launched an appeal for tents and blankets in Bor in South Sudan.",
        "The bishop appealed to the media in Bukavu in Congo not to spread rumours.",
        "The authorities asked residents of Pemba in Mozambique to report strangers.",
    ],
)
def test_strikes_of_workers_sums_of_years_and_advice_to_ones_own_are_no_happenings(text):
    none = {"air_strike", "attack_on_civilians", "looting_destruction", "statement_demand", "displacement_evacuation"}
    assert not none & set(told(text))


def test_the_accused_accuses_nobody():
    text = "Eight people were killed at Kparnganza in Congo in an ambush attributed to the Zaire militia."
    assert "statement_accusation" not in told(text)


def test_gunmen_who_take_people_abduct_them():
    assert told("The gunmen took three girls from Torodi in Niger on Monday.") == ["abduction"]


@pytest.mark.parametrize(
    "text",
    [
        "The fire at the refinery of Zawiya in Libya was brought under control on Friday.",
        "A fire in the camp of Nguigmi in Niger killed two children on Monday.",
        "In total 1.9 million people are displaced in Borno in Nigeria.",
        "The police have seized 300 rifles in Karamoja in Uganda since January 2014.",
    ],
)
def test_fires_standing_numbers_and_sums_of_seizures_are_no_happenings(text):
    assert not {
        "territory_taken",
        "attack_on_civilians",
        "displacement_evacuation",
        "weapons_seized_or_destroyed",
    } & set(told(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Shots were fired at a church in Owo in Nigeria on Sunday.", "attack_on_civilians"),
        (
            "The group is responsible for the burning of the school in Sugapa on Tuesday.",
            "looting_destruction",
        ),
        ("Sniper fire killed two children in Taiz in Yemen on Monday.", "attack_on_civilians"),
        ("Rebels brought the town of Bria under control on Friday.", "territory_taken"),
    ],
)
def test_shots_and_burning_told_by_nouns_are_deeds(text, wanted):
    assert wanted in told(text)


def test_demands_on_others_stay():
    assert told("The rebels called on residents of Tame in Colombia to leave the town.") == ["statement_demand"]
