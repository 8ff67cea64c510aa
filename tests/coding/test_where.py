"""Where a deed was done: where it hit, in the village that the body names, and nowhere that only tells who they are."""

import pytest

from tests.coding.coded import code_text


def places(text, type_):
    return [report.place and report.place.name for report in code_text(text).reports if report.type.label == type_]


def test_what_is_fired_hits_where_it_lands():
    text = (
        "Two bombs fired by the rebels from the Kibati hill hit the Majengo quarter of Goma on Monday, killing three."
    )
    (place,) = places(text, "explosion")
    assert place.startswith("Majengo")


def test_the_village_of_the_body_wins_over_the_region_of_the_lead():
    text = (
        "Gunmen killed 23 people in northern Burkina Faso on Sunday.\n"
        "The attackers opened fire on Sunday near the village of Gasseliki, a source said."
    )
    assert set(places(text, "attack_on_civilians")) == {"Gasseliki"}


def test_who_they_are_is_not_where_it_was():
    text = (
        "Fighting went on in Lalibela in the Amhara region on Sunday. Our forces entered the town and freed 30 "
        "prisoners who had been held for nothing but being Amhara."
    )
    assert places(text, "territory_taken") == ["Lalibela"]


def test_what_lies_days_before_has_its_own_place_and_day():
    text = (
        "Two policemen were shot dead in Pulwama on Wednesday, a day after three militants were killed in a gun battle "
        "in Shopian."
    )
    found = {report.place.name: report.when.edtf for report in code_text(text, "2024-03-06").reports}
    assert found == {"Pulwama": "2024-03-06", "Shopian": "2024-03-05"}


def test_a_deed_of_another_clause_lends_no_place():
    text = (
        "Insurgents beheaded six people in Ancuabe district of Mozambique over the weekend, and burned houses in the "
        "village of Nanjua."
    )
    assert places(text, "execution") == ["Ancuabe"]
    assert places(text, "looting_destruction") == ["Nanjua"]


def test_where_somebody_speaks_is_not_where_it_was():
    text = "Speaking in Addis Ababa, he said that gunmen had killed 31 villagers in Horo Guduru zone last week."
    assert places(text, "attack_on_civilians") == ["Horo Guduru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting broke out in Kibumba, some 20 kilometres north of Goma, on Sunday.", {"Kibumba"}),
        ("Gunmen killed seven people in Tilla, near Timbuktu, on Sunday.", {"Tilla"}),
        ("A mob burned a house in Tilla, bordering Timbuktu, on Sunday.", {"Tilla"}),
        ("From positions in Belgorod, artillery shelled the town of Vovchansk on Friday.", {"Vovchansk"}),
        ("Mortar fire from the direction of Nizami wounded two soldiers in the village of Yeraskh.", {"Yeraskh"}),
        ("The militia, based in Bunia, attacked the village of Djugu on Sunday.", {"Djugu"}),
    ],
)
def test_what_only_says_where_a_place_lies_or_who_came_from_where_is_no_place_of_the_deed(text, expected):
    assert {place.name for report in code_text(text).reports for place in report.places} == expected


def test_two_provinces_told_side_by_side_are_both_places():
    text = "Clashes broke out in Kharkiv region and near the city of Sumy in Ukraine on Sunday."
    assert {place.name for report in code_text(text).reports for place in report.places} == {"Kharkiv", "Sumy"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al-Shabaab militants shelled the airport in the capital on Sunday, Somali police said.", {"Mogadishu"}),
        ("Jets bombed villages near the Sudanese capital on Sunday.", {"Khartoum"}),
        ("In El Fasher, 800 km west of the capital, Sudanese troops and rebels clashed on Sunday.", {"El Fasher"}),
        ("Gunmen attacked the capital of Borno state in Nigeria on Sunday.", {"Maiduguri"}),
    ],
)
def test_the_capital_is_the_seat_of_the_land_of_which_the_page_speaks(text, expected):
    assert {place.name for report in code_text(text).reports for place in report.places} == expected


def test_a_town_that_opens_a_paragraph_before_a_colon_is_a_dateline():
    text = "Mogadishu: Somali soldiers killed 27 militants in an operation in the village of Ceel Dheer, he said."
    assert {place.name for report in code_text(text).reports for place in report.places} == {"Ceel Dheer"}


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The rebels withdrew from Bambari to Ippy in the Central African Republic.", "territory_lost", "Bambari"),
        ("Jets bombed Marib's Sirwah district in Yemen on Sunday.", "air_strike", "Sirwah"),
        (
            "Israel shelled villages in the Bekaa Valley in response to rocket fire at the Golan Heights.",
            "shelling",
            "Bekaa Valley",
        ),
    ],
)
def test_the_first_place_is_where_it_was_done(text, type_, expected):
    assert next(r.places[0].name for r in code_text(text).reports if r.type.label == type_) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels stormed Tourou in Cameroon and killed two farmers before fleeing towards Nigeria.", {"Tourou"}),
        ("Mines killed a man near the village of Elika in Khojavend district on Sunday.", {"Elika"}),
        ("Several people were killed in Lashkar Gah in an air strike, Afghan officials said.", {"Lashkar Gah"}),
        ("Gunmen killed 12 people in Plateau State on Sunday, Nigerian police said.", {"Plateau"}),
    ],
)
def test_where_they_fled_to_and_what_holds_the_village_is_not_the_place(text, expected):
    assert {place.name for report in code_text(text).reports for place in report.places} == expected


def test_where_the_speaker_went_is_not_where_it_was():
    text = (
        "Militiamen attacked the village of Mornei in Sudan on Monday and killed 20 people.\n"
        '"They burned the clinic," said a nurse who had fled to Adre.'
    )
    assert "Adre" not in places(text, "looting_destruction")


def test_where_a_place_lies_is_no_second_place():
    text = "In Dan Inna, a farming community about 30 km north of Maru, gunmen killed six villagers on Sunday."
    (report,) = [each for each in code_text(text).reports if each.type.label == "attack_on_civilians"]
    assert [place.name for place in report.places] == ["Dan Inna"]


def test_a_claim_of_responsibility_has_the_place_of_what_is_claimed():
    text = (
        "A suicide bomber killed ten people in Qamishli on Sunday. Islamic State claimed responsibility for the attack."
    )
    assert places(text, "statement_confession_claim") == ["Qamishli"]


def test_a_town_on_the_outskirts_of_a_city_is_not_the_city():
    text = "Hundreds of people died in a gas attack in Kafr Zita on the outskirts of Hama on Sunday."
    (report,) = code_text(text).reports
    assert [place.name for place in report.places] == ["Kafr Zita"]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Police detained nine activists in Chiapas state on Monday. The nine were detained in San Cristóbal, their "
            "lawyer said.",
            "arrest",
            "San Cristóbal",
        ),
        (
            "Philippine troops captured six members of the Abu Sayyaf in Sulu province on Monday.\nThe suspects were "
            "arrested in the village of Kagay in Indanan town, the army said.",
            "arrest",
            "Kagay",
        ),
        (
            "Army troops captured two ELN fighters in Arauca department on Monday. The men were on a farm near the "
            "town of Tame, a statement said. Soldiers also recovered three rifles.",
            "weapons_seized_or_destroyed",
            "Tame",
        ),
        (
            "Police arrested a smuggler in Kassala state on Monday. The man was then driven to Khartoum.",
            "arrest",
            "Kassala",
        ),
    ],
)
def test_the_village_named_behind_an_arrest_wins_over_the_province(text, type_, expected):
    assert places(text, type_) == [expected]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gunmen ambushed an army patrol near the village of Kobe in northern Mali on Tuesday.", "ML"),
        (
            "Turkish drones bombed the village of Sîda in the Amediye district of Duhok, in northern Iraq, on Monday.",
            "IQ",
        ),
        (
            "The army repelled an attack near the village of Kobe on Monday. The wounded were flown to Gao, in Mali.",
            "ML",
        ),
    ],
)
def test_a_village_is_no_big_namesake_abroad(text, country):
    assert code_text(text).reports[0].place.country == country


@pytest.mark.parametrize(
    ("text", "village", "country", "province"),
    [
        (
            "The commissioner of Tonj North in Warrap State said armed youth from neighbouring Rubkona County of Unity "
            "State attacked three cattle camps near Alabek on Monday, killing eight herders.",
            "Alabek",
            "SS",
            "Warrap",
        ),
        (
            "Herders from neighbouring Turkana County in Kenya attacked a village near Kidepo on Friday, killing three "
            "people, the commissioner of Kapoeta East in Eastern Equatoria said.",
            "Kidepo",
            "SS",
            "Eastern Equatoria",
        ),
        (
            "Twelve people died and 9 others were wounded when armed youth from Greater Kapoeta attacked several camps "
            "near Alabek in Warrap State on Monday, the county commissioner said.",
            "Alabek",
            "SS",
            "Warrap",
        ),
    ],
)
def test_where_the_doers_come_from_does_not_hold_the_place(text, village, country, province):
    deed = next(report for report in code_text(text, "2024-03-08").reports if report.place)
    assert (deed.place.name, deed.place.country, deed.place.admin1) == (village, country, province)


def test_a_bulletin_that_goes_by_places_tells_where_in_the_line_above():
    text = (
        "Hodeidah Governorate\nShells hit the flour mills on 18 May, wounding two guards.\n"
        "Taiz Governorate\nGunmen looted a warehouse on 19 May.\nMarib Governorate\nA landmine killed a boy on 17 May."
    )
    found = {r.type.label: r.place and r.place.name for r in code_text(text, "2019-05-23").reports}
    assert found == {"shelling": "Hodeidah", "looting_destruction": "Taiz", "explosion": "Marib"}


def test_one_line_with_a_place_heads_nothing():
    text = "Taiz Governorate\nGunmen looted a warehouse on Monday."
    assert places(text, "looting_destruction") == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raiders, who came from the Sambisa forest, burned farms at Zabarmari on Monday.", ["Zabarmari"]),
        ("The raiders, who came from the Sambisa forest, burned farms on Monday.", [None]),
        ("Gunmen burned the market of Babangida, headquarters of Tarmuwa district, on Monday.", ["Babangida"]),
        ("Gangs burned shops in Agua Prieta, on the border with Arizona, on Monday.", ["Agua Prieta"]),
        ("Gangs burned shops in Haiti's capital on Monday.", ["Port-au-Prince"]),
        ("Herders burned houses in Umogidi community on Monday.", ["Umogidi community"]),
    ],
)
def test_what_only_says_where_a_place_lies_or_who_came_is_no_place_of_the_deed(text, expected):
    assert places(text, "looting_destruction") == expected


def test_where_the_loot_is_carried_is_not_where_it_was_taken():
    text = (
        "Armed men attacked the town of Bangadi on Sunday night. "
        "They looted 40 shops and took 11 people to carry the goods towards the Garamba park."
    )
    assert {place.name for report in code_text(text).reports for place in report.places} == {"Bangadi"}


def test_where_they_came_from_does_not_set_a_paragraph_elsewhere():
    text = (
        "Rebels killed 22 people on Sunday in the town of Oicha.\n"
        "They took hostages. The army says that they had come from Mwalika."
    )
    assert places(text, "abduction") == ["Oicha"]


def test_where_somebody_visited_is_not_where_the_bodies_were_found():
    text = "The premier visited Lady Reading Hospital in Peshawar on Sunday. On Monday, rescuers found nine bodies."
    assert places(text, "bodies_found") == [None]


def test_how_far_it_is_from_a_town_says_only_where_the_camp_lies():
    text = "Militiamen killed 45 people at the Lala camp for displaced people, 5 km from Bule, in Djugu territory."
    assert {place.name for report in code_text(text).reports for place in report.places} == {"Lala camp"}


def test_where_the_doers_are_from_is_not_where_they_did_it():
    reports = code_text("Armed youth from Greater Pibor raided cattle camps in Uror County on Sunday.").reports
    assert {place.name for report in reports for place in report.places} <= {"Uror", "Uror County"}
    assert reports


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Gunmen stormed a hotel in Jowhar in Somalia on Sunday, killing four guests.\n"
            "Officials gave no names. Messages of condolence came from abroad. The owner had paid no tax to them.\n"
            "Eleven men were arrested at checkpoints on Monday.",
            "arrest",
            ["Jowhar"],
        ),
        (
            "Rebels attacked the village of Kasanzu in Ituri province of Congo on Sunday, killing four farmers.\n"
            "The governor sent his condolences. Schools have been closed for weeks. Nobody came to help, he wrote.\n"
            "Six children were abducted, their teacher said.",
            "abduction",
            ["Kasanzu"],
        ),
        (
            "Gunmen stormed a hotel in Jowhar in Somalia on Sunday, killing four guests.\n"
            "A bomb went off in Baidoa on Saturday, wounding two.\n"
            "Officials gave no names. Messages of condolence came from abroad. The owner had paid no tax to them.\n"
            "Eleven men were arrested at checkpoints on Monday.",
            "arrest",
            [None],
        ),
        (
            "Gunmen stormed a hotel in Jowhar in Somalia on Sunday, killing four guests.\n"
            "Officials gave no names. Messages of condolence came from abroad. The owner had paid no tax to them.\n"
            "The gunmen also abducted 60 students in 2012.",
            "abduction",
            [None],
        ),
    ],
)
def test_a_page_of_one_town_tells_what_was_done_there(text, type_, expected):
    assert places(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Gunmen stormed the town of Zurak, about 180 km east of Jos in Nigeria, on Sunday, a chief said.\n"
            "Soldiers killed four traders in the town on Monday.",
            "attack_on_civilians",
            ["Zurak", "Zurak"],
        ),
        (
            "Rebels entered Kibirizi in Congo on Sunday.\n"
            "They freed 40 men from the cells of the Rutshuru riot police, an elder said.",
            "prisoner_exchange_release",
            ["Kibirizi"],
        ),
        (
            "Rebels entered Kibirizi in Congo on Sunday.\n"
            "A shell hit the Sanzare church on Sunday, killing a nun.\n"
            "On Tuesday soldiers went from house to house and shot nine men.",
            "attack_on_civilians",
            ["Kibirizi"],
        ),
    ],
)
def test_the_town_goes_on_past_what_only_says_where_it_lies_or_what_was_hit_on_another_day(text, type_, expected):
    assert places(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("A student was abducted by soldiers from his home in Turbat in Pakistan on Friday.", "abduction", ["Turbat"]),
        ("Nine men were arrested by police from their homes in Gulu in Uganda on Friday.", "arrest", ["Gulu"]),
        (
            "Traders from Kano were abducted on Sunday on the Birnin Gwari road in Nigeria.",
            "abduction",
            ["Birnin Gwari road"],
        ),
        ("Six hundred soldiers arrived from Mandalay on Monday in Lashio.", "deployment", ["Lashio"]),
    ],
)
def test_whence_somebody_comes_is_not_where_it_was_but_his_home_is(text, type_, expected):
    assert places(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "division"),
    [
        # a large town in other letters, on a page whose other places lie elsewhere
        ("Shells hit Aleppo and Idlib. Jets struck near the Syrian city of Deir el-Zour on Sunday.", "Deir ez-Zor"),
        ("Washington leads a coalition. Jets hit Aleppo in Syria. Jets bombed the city of Raqa on Sunday.", "Raqqa"),
        # nobody calls it a city
        ("The army in Nigeria shelled Maiduguri. Gunmen raided Kanu on Sunday.", None),
        ("The Syrian army shelled Aleppo. Rebels hit the village of Deir Zur.", None),
    ],
)
def test_a_city_of_the_pages_country_may_be_spelled_in_many_ways(text, division):
    assert code_text(text).reports[-1].place.admin1 == division


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The death toll from the shelling of Nyala climbed to 21, a hospital said.", "Nyala"),
        ("The toll from Wednesday's shelling of the market in Bakhmut has risen to nine.", "Bakhmut"),
        ("Shells fired from the outskirts of Nyala hit Zalingei on Monday, killing nine.", "Zalingei"),
    ],
)
def test_from_before_a_deed_is_no_way_of_the_fire(text: str, place: str) -> None:
    (report,) = code_text(text).reports
    assert report.place is not None
    assert report.place.name == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army shelled Sheikh Maskin in Daraa on Tuesday and killed two.", "Sheikh Maskin"),
        ("Fourteen villagers were killed in Hilla Sheikh, Al Jazirah state, Sudan, on Tuesday.", "Hilla Sheikh"),
        ("Gunmen shot dead Sheikh Ahmed Hassan in Daraa on Tuesday.", "Daraa"),
    ],
)
def test_a_title_in_the_name_of_a_village_makes_it_nobody(text: str, place: str) -> None:
    (report,) = code_text(text).reports
    assert report.place is not None
    assert report.place.name == place
