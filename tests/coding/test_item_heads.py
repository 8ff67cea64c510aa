"""The head of an item says where and when, however it is written; its larger place only holds the smaller."""

import pytest

from tests.coding.coded import code_text

LISTS = [
    (
        "17 July - Alambika (Irumu). Fighters killed nine farmers in their fields.\n"
        "18 July - Mukirane (Lubero). Two soldiers were wounded in an ambush.\n"
        "19 July - Kasoko (Beni). Armed men burned six houses.",
        [("Alambika", "2024-07-17"), ("Mukirane", "2024-07-18"), ("Kasoko", "2024-07-19")],
    ),
    (
        "• Pupule, Lau LGA, 3 May: 14 farmers gunned down by men on motorcycles.\n"
        "• Kwoji, Lau LGA, 5 May: gunmen burned a school.\n"
        "• Apawa, Lau LGA, 6 May: three herders were abducted.",
        [("Pupule", "2024-05-03"), ("Kwoji", "2024-05-05"), ("Apawa", "2024-05-06")],
    ),
    (
        "1. Datu Kalapong, Maguindanao del Sur, 2 May: a roadside bomb killed one soldier.\n"
        "2. Talipaw, Sulu, 4 May: gunmen killed a village councillor.\n"
        "3. Sumisip, Basilan, 6 May: soldiers shot a farmer.",
        [("Datu Kalapong", "2024-05-02"), ("Talipaw", "2024-05-04"), ("Sumisip", "2024-05-06")],
    ),
    (
        "- 4 May, Injangyang: The army shelled a clinic.\n"
        "- 5 May, Lawngchet: Three youths were arrested at a checkpoint.\n"
        "- 8 May, Nanyaseik: Rebels attacked an army outpost.",
        [("Injangyang", "2024-05-04"), ("Lawngchet", "2024-05-05"), ("Nanyaseik", "2024-05-08")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_the_head_of_an_item_gives_its_day_and_its_smallest_place(text, wanted):
    reports = sorted(code_text(text, "2024-07-22" if "July" in text else "2024-05-09").reports, key=lambda r: r.span)
    assert [(one.place and one.place.name, one.when and one.when.edtf) for one in reports] == wanted


def test_a_place_that_the_item_itself_tells_comes_first():
    text = (
        "Kherson: shells hit a bakery in the Korabelnyi district.\n"
        "Beryslav: a drone dropped a grenade on a man.\nNikopol: a rocket hit a school."
    )
    hit = [one.place.name for one in code_text(text, "2023-09-17").reports if one.place]
    assert hit == ["Korabelnyi district", "Beryslav", "Nikopol"]


def test_a_speaker_and_a_day_head_no_place():
    text = (
        "Maria Lopez, 3 May: gunmen killed my brother.\nJuan Perez, 4 May: gunmen burned my house.\n"
        "Ana Gomez, 5 May: gunmen shot at us."
    )
    assert {one.place for one in code_text(text, "2024-05-09").reports} == {None}


def test_the_end_of_a_road_is_no_place_against_the_head_of_the_item():
    text = (
        "1 June - Hpakant: Soldiers shot a miner near the market.\n"
        "3 June - Waingmaw: A shell wounded two children.\n"
        "4 June - Mansi: Soldiers burned eleven houses on the road to Bhamo.\n"
        "6 June - Putao: Rebels ambushed a convoy in Machanbaw on the way to Sumprabum."
    )
    told = {
        report.span.quote: [place.name for place in report.places] for report in code_text(text, "2023-06-09").reports
    }
    assert told["burned"] == ["Mansi"]
    assert "Machanbaw" in told["ambushed"]
