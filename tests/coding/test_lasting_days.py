"""From when up to the report something goes on, and which day what goes on, began or followed has."""

import pytest

from tests.coding.coded import code_text

PUBLISHED = "2023-06-14"  # a Wednesday


def days(last):
    text = f"A shell hit a market on Monday, killing four people.\nThe wounded were brought to a clinic.\n{last}"
    return {one.type.label: one.when and one.when.edtf for one in code_text(text, PUBLISHED).reports}


@pytest.mark.parametrize(
    ("last", "type_", "expected"),
    [
        ("The rebels have besieged Masisi for four months.", "siege_blockade", "2023-02~/2023-06-14"),
        ("Gunmen have encircled the town of Djibo for two weeks.", "siege_blockade", "2023-05-31~/2023-06-14"),
        ("Al-Shabaab has blockaded Hudur for nearly three years.", "siege_blockade", "2020~/2023-06-14"),
        ("Soldiers have been shelling Krynky for months.", "shelling", "2023-03~/2023-06-14"),
    ],
)
def test_how_long_it_has_gone_on_counts_back_from_the_report(last, type_, expected):
    assert days(last)[type_] == expected


def test_what_is_over_lasted_till_nobody_says_when():
    assert days("Militants held the district of Banggolo for six weeks in 2017.")["territory_taken"] == "2017"


@pytest.mark.parametrize(
    "last",
    [
        "Since the beginning of the offensive on 3 May, troops have looted dozens of clinics in Adigrat.",
        "Since the raids began on 3 May, troops have looted dozens of clinics in Adigrat.",
    ],
)
def test_what_came_since_a_day_is_of_all_days_since(last):
    assert days(last)["looting_destruction"] == "2023-05-03/2023-06-14"


def test_a_reason_is_no_beginning():
    text = "Since the rebels lost Sake on Monday, they withdrew from Minova."
    assert days(text)["territory_lost"] != "2023-06-12/2023-06-14"


def test_a_town_under_siege_is_so_when_the_page_is_written():
    assert days("The town of Chibok is under siege by Boko Haram.")["siege_blockade"] == "2023-06-14~"


def test_an_inquiry_has_not_the_day_of_the_deed():
    text = "The state government is investigating the killing of 20 villagers in Mangu on Monday."
    told = {one.type.label: one.when and one.when.edtf for one in code_text(text, PUBLISHED).reports}
    assert told["investigation_trial"] == "2023-06-14~"


@pytest.mark.parametrize(
    ("last", "type_"),
    [
        ("The raid came as soldiers are besieging a mosque in Banggolo.", "siege_blockade"),
        ("Prosecutors said that they were investigating the murder.", "investigation_trial"),
        ("Haftar's forces are shelling the district of Ain Zara.", "shelling"),
    ],
)
def test_what_goes_on_does_so_when_the_page_is_written(last, type_):
    text = (
        "Gunmen killed a teacher in Tumaco on Friday.\nHis family fled. Schools were closed.\n"
        f"A shop was looted in Pasto. {last}"
    )
    told = {one.type.label: one.when and one.when.edtf for one in code_text(text, PUBLISHED).reports}
    assert told[type_] == "2023-06-14~"


@pytest.mark.parametrize(
    "last", ["The area was the scene of fierce battles.", "Raqqa, the target of a major offensive."]
)
def test_what_a_place_is_known_for_has_no_day_of_the_news(last):
    text = f"Gunmen killed a teacher in Tumaco on Friday.\nHis family fled. Schools were closed.\nShops opened. {last}"
    told = [one.when for one in code_text(text, PUBLISHED).reports if one.type.label in ("armed_clash", "offensive")]
    assert told in ([], [None])


def test_a_later_telling_gives_the_day_of_a_month():
    text = (
        "Militants fired rockets at a camp in Bama last month, the army said.\n"
        "The army said that the attack took place on 28 May."
    )
    assert {one.when.edtf for one in code_text(text, PUBLISHED).reports if one.when} == {"2023-05-28"}


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "On 3 June militants raided a base near Dikwa. In retaliation the army bombed a camp in Sambisa.",
            "shelling",
            "2023-06-03~",
        ),
        (
            "In early May a shell hit a school in Kherson. Afterwards parents protested in Mykolaiv.",
            "protest",
            "2023-05-01/2023-05-10",
        ),
        (
            "A mine went off near Tobin on 9 June. In the pursuit that followed soldiers killed four men in Romajay.",
            "explosion",
            "2023-06-09",
        ),
        (
            "On 28 May a bomb wounded four policemen in Corinto. Subsequently troops arrested nine men in Caloto.",
            "arrest",
            "2023-05-28~",
        ),
    ],
)
def test_what_followed_a_deed_has_its_day(text, type_, expected):
    lead = "Gunmen killed a teacher in Tumaco on Monday.\nHis family fled. Schools were closed. Pupils wept.\n"
    told = {one.type.label: one.when and one.when.edtf for one in code_text(lead + text, PUBLISHED).reports}
    assert told[type_] == expected


def test_the_day_on_which_the_doers_came_is_the_deed_s():
    def day(text):
        (told,) = [one.when for one in code_text(text, PUBLISHED).reports if one.span.quote == "killed"]
        return told and told.edtf

    assert day("Six villagers were killed by policemen who entered the village on 1 June.") == "2023-06-01"
    assert day("Six villagers were killed by fighters of a group, which was founded on 1 June.") != "2023-06-01"


@pytest.mark.parametrize(
    ("last", "type_", "expected"),
    [
        ("The shelling was part of an offensive that began on 3 May in Kordofan.", "offensive", "2023-05-03"),
        ("The fighting that started in Sake on 1 June continues.", "armed_clash", "2023-06-01/2023-06-14"),
        ("Officials recalled the raid on Ipil, which happened on 21 May.", "offensive", "2023-05-21"),
        ("Jets are supporting an offensive on Hodeidah that was launched on 13 May.", "offensive", "2023-05-13"),
    ],
)
def test_what_began_on_a_day_has_that_day(last, type_, expected):
    lead = "Gunmen killed a teacher in Tumaco on Monday.\nHis family fled. Schools were closed. Pupils wept.\n"
    told = {one.type.label: one.when and one.when.edtf for one in code_text(lead + last, PUBLISHED).reports}
    assert told[type_] == expected


def test_a_siege_that_goes_on_is_one():
    text = (
        "The alliance encircled Manbij in Syria on Friday, 14 October.\n"
        "Hundreds escaped from Manbij on Sunday, helped by the alliance, which is surrounding the town."
    )
    assert [report.type.label for report in code_text(text).reports].count("siege_blockade") == 1
    two = "Rebels besieged Taiz in Yemen in May 2016.\nRebels besieged Marib in Yemen in June 2016."
    assert [report.type.label for report in code_text(two).reports].count("siege_blockade") == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Militants have fought the government since 2012 and on Tuesday they attacked a base near Timbuktu.",
            [("armed_clash", "2012/2023-06-14"), ("offensive", "2023-06-13")],
        ),
        (
            "The town of El Geneina has been besieged since January and on Saturday shelling killed nine people there.",
            [("siege_blockade", "2023-01/2023-06-14"), ("shelling", "2023-06-10")],
        ),
        (
            "Fighting between the army and the M23 has raged in Goma since Monday and on Tuesday it killed 12 men.",
            [("armed_clash", "2023-06-12/2023-06-14")],
        ),
    ],
)
def test_a_deed_of_one_day_is_no_war_of_years(text, expected):
    found = [(one.type.label, one.when and one.when.edtf) for one in code_text(text, PUBLISHED).reports]
    assert found == expected


def test_shelling_has_the_dead_that_it_killed():
    text = "The town of El Geneina has been besieged since January and on Saturday shelling killed nine people there."
    coded = code_text(text, PUBLISHED)
    tolls = {report.type.label: len(report.figures) for report in coded.reports}
    assert tolls == {"siege_blockade": 0, "shelling": 1}
