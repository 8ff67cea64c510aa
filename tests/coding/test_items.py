"""Lists and weeklies: the line that opens an item, and the week that an issue covers, say when and where."""

from msgspec.structs import replace

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.model import Block, Published
from tests.coding.coded import analyser, code_text, page_of

NOTE = (
    "1) Rutshuru / Kinyandonyi, 17/01, approx. 11h00. Two mortar rounds hit the market.\n"
    "2) Masisi / Mushebere camp, 18/01, approx. 09h30. A shell fell among the shelters.\n"
    "3) Nyiragongo / Kibumba, 19/01. Armed men looted a health post."
)


def found(text, published):
    return {
        report.span.quote: (report.place and report.place.name, report.when and report.when.edtf)
        for report in code_text(text, published).reports
    }


def test_the_line_that_opens_an_item_gives_its_sentences_place_and_day():
    assert found(NOTE, "2024-01-22") == {
        "hit": ("Kinyandonyi", "2024-01-17"),
        "fell": ("Mushebere camp", "2024-01-18"),
        "looted": ("Kibumba", "2024-01-19"),
    }


def test_a_weekly_s_weekdays_are_of_its_week():
    text = (
        "Weekly summary: Sinaloa\nWeek of 4 to 10 November 2019\n"
        "On Tuesday, gunmen burned a truck in Badiraguato. On Saturday, a policeman was shot dead in Cosala."
    )
    days = {day for _, day in found(text, "2019-11-12").values()}
    assert days == {"2019-11-05", "2019-11-09"}


def test_without_a_week_they_are_of_the_page_s_own_day():
    text = "On Tuesday, gunmen burned a truck in Badiraguato."
    assert {day for _, day in found(text, "2019-11-12").values()} == {"2019-11-12"}


def test_an_item_s_opening_line_may_tell_several_days():
    text = (
        "1. Lianga, 17-18 August. The air force bombed a hill.\n"
        "2. Jolo, 22 August. Men on a motorcycle threw a grenade at a house.\n"
        "3. Marawi, 24 August. Soldiers shot a farmer."
    )
    assert found(text, "2024-09-04")["bombed"][1] == "2024-08-17/2024-08-18"


def test_a_province_of_other_items_holds_no_item_s_village():
    text = (
        "1. Marawi, 1 August. Soldiers shot a farmer.\n2. Marawi, 2 August. Gunmen shot a trader.\n"
        "3. Sitio Zzabulanan, 9 August. Soldiers shot an elder.\n4. Marawi, 12 August. Gunmen shot a teacher."
    )
    village = [report.place for report in code_text(text, "2024-09-04").reports if "Zzab" in report.place.name]
    assert [(place.country, place.admin1) for place in village] == [("PH", None)]


def test_a_part_of_a_digest_that_no_place_heads_is_not_of_the_place_above():
    text = (
        "MARIB\n\n* Gunmen shot two soldiers on Tuesday.\n\nTAIZ\n\n* A sniper wounded a woman on Wednesday.\n\n"
        "UN\n\n* The Houthis detained thirteen aid workers on Thursday, the agency said in Yemen."
    )
    (detained,) = [report for report in code_text(text, "2024-06-13").reports if report.type.label == "arrest"]
    assert detained.place is None or detained.place.name != "Taiz"


def test_a_number_before_the_day_opens_an_item_too():
    text = (
        "1. 3 May, Oicha. A bomb went off at the Pasisi junction. Two soldiers died.\n"
        "2. 4 May, Beni. Soldiers burned nine shops. A trader was beaten to death.\n"
        "3. 5 May, Lubero. Armed men abducted a nurse."
    )
    assert found(text, "2022-05-09") == {
        "went": ("Pasisi junction", "2022-05-03"),
        "burned": ("Beni", "2022-05-04"),
        "beaten": ("Beni", "2022-05-04"),
        "abducted": ("Lubero", "2022-05-05"),
    }


def test_the_posts_of_a_channel_have_the_days_above_them():
    text = (
        "Voice of the Bank\n14 March 2024 at 21:40\nExplosions were heard in Nikopol.\n"
        "15 March 2024 at 06:05\nThe Russian army shelled Marhanets overnight. A man died.\n"
        "16 March 2024 at 09:15\nYesterday a drone hit a car in Pokrovske. Soldiers shot down another in Tomakivka."
    )
    days = {report.place.name: report.when.edtf for report in code_text(text, "2024-03-14").reports if report.place}
    assert days == {
        "Nikopol": "2024-03-14",
        "Marhanets": "2024-03-14/2024-03-15",
        "Pokrovske": "2024-03-15",
        "Tomakivka": "2024-03-16",
    }


def test_the_days_that_a_title_covers_tell_the_year_of_its_items():
    title = "Incidents in Ituri, 25 April to 5 May 2022"
    items = (
        "\n26 April - Komanda.\nGunmen killed five farmers.\n30 April - Mambasa.\nArmed men abducted a nurse."
        "\n4 May - Boga.\nSoldiers shot a trader."
    )
    page = page_of(title + items, None)
    blocks = (Block(0, len(title), "title"), *page.blocks[1:])
    when = Published("2022-05-05/2026-05-05", "2022-05-05", "2026-05-05")
    page = replace(page, blocks=blocks, published=when)
    analysis = analyser().analyse(page)
    days = [report.when.edtf for report in code(page, analysis, ground(page, analysis)).reports if report.when]
    assert days == ["2022-04-26", "2022-04-30", "2022-05-04"]
