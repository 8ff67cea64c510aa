"""Places of our own sample sentences: found, resolved, with precision, and nothing that is none."""

import re
import time

import pytest

from crossreport.grounding.places.mentions import ground_places
from crossreport.model import Analysis, Block, Mention, Name, NameLabel, Page, Place, Published, Sentence, Token

_TOKEN = re.compile(r"\w+(?:['’.]\w+)*|[^\w\s]")
Labels = dict[str, NameLabel]


def _page(text: str) -> Page:
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]+", text))
    return Page("page-1", "c", "n", None, None, "en", text, blocks, (), Published("..", None, None))


def _analysis(page: Page, labels: Labels) -> Analysis:
    """A flat analysis: every sentence ends at a full stop, every token hangs on the first."""
    sentences = []
    for number, block in enumerate(page.blocks):
        for match in re.finditer(r"[^.]+\.?", page.text[block.start : block.end]):
            sentences.append(
                _sentence(page.text, block.start + match.start(), block.start + match.end(), number, labels)
            )
    return Analysis(page.id, tuple(sentences), "none")


def _sentence(text: str, start: int, end: int, block: int, labels: Labels) -> Sentence:
    tokens = tuple(
        Token(m.start(), m.end(), m.group(), m.group().lower(), "X", "", -1 if here == 0 else 0, "dep")
        for here, m in enumerate(_TOKEN.finditer(text, start, end))
    )
    names = []
    for words, label in labels.items():
        for match in re.finditer(re.escape(words), text[start:end]):
            inner = [i for i, t in enumerate(tokens) if start + match.start() <= t.start < start + match.end()]
            if inner:
                names.append(Name(inner[0], inner[-1] + 1, label))
    return Sentence(start, end, block, tokens, tuple(names))


def ground(text: str, **labels: NameLabel) -> tuple[Mention, ...]:
    page = _page(text)
    return ground_places(page, _analysis(page, {key.replace("_", " "): label for key, label in labels.items()}))


def places(text: str, **labels: NameLabel) -> dict[str, Place]:
    found = {}
    for mention in ground(text, **labels):
        assert isinstance(mention.value, Place)
        assert mention.span.holds(text)
        assert mention.reasons
        found[mention.span.quote] = mention.value
    return found


def test_a_village_without_an_entry_lies_in_the_division_that_the_text_names():
    told = "Families came to Qoryabado, Sool region, after raids in Buuhoodle district."
    assert places("Families reached Tchadaka, Borno State, after raids in Damaturu.")["Tchadaka"].admin1 == "Borno"
    again = places("Families reached Tchadaka, Borno State, after raids in Damaturu. In Tchadaka they slept outside.")
    assert (again["Tchadaka"].admin1, again["Tchadaka"].kind) == ("Borno", "unresolved")
    assert places(told)["Qoryabado"].geonameid is None


def test_the_reasons_name_the_list_that_a_place_came_from():
    (mention,) = ground("Shells fell on Idlib in Syria.", Idlib="LOC")[:1]
    assert any("on the list 'GeoNames" in reason.says for reason in mention.reasons if reason.rule == "chosen")


LIST = "Syrian troops raided three towns, Salqin, Harem and Kafr Takharim, all in Idlib."


def test_a_list_shares_its_province() -> None:
    found = places(LIST)
    assert [(place.name, place.admin1, place.country) for place in found.values()] == [
        ("Salqin", "Idlib", "SY"),
        ("Harim", "Idlib", "SY"),
        ("Kafr Takharim", "Idlib", "SY"),
        ("Idlib", "Idlib", "SY"),
    ]
    assert found["Idlib"].kind == "admin1"
    assert found["Salqin"].precision.acled == found["Salqin"].precision.ucdp == 1


def test_a_quarter_codes_to_its_town_and_keeps_its_name() -> None:
    found = places("Syria's army shelled the Karm Mithal district in the western parts of Aleppo city.")
    quarter = found["Karm Mithal district"]
    assert (quarter.name, quarter.kind, quarter.within, quarter.admin1) == (
        "Karm Mithal",
        "district",
        "Aleppo",
        "Aleppo",
    )
    assert (quarter.lat, quarter.lon) == (
        found["western parts of Aleppo city"].lat,
        found["western parts of Aleppo city"].lon,
    )


@pytest.mark.parametrize(
    ("text", "span", "name", "kind", "acled", "ucdp"),
    [
        ("Shells fell on Aleppo city in Syria.", "Aleppo city", "Aleppo", "settlement", 1, 1),
        ("Shells fell in Aleppo in Syria.", "Aleppo", "Aleppo", "settlement", 1, 4),
        ("Shells fell in Aleppo province in Syria.", "Aleppo province", "Aleppo", "admin1", 3, 4),
        ("Syrian rebels clashed in the Aleppo countryside.", "Aleppo countryside", "Aleppo", "admin1", 2, 4),
        ("Clashes raged in northern Syria.", "northern Syria", "northern Syria", "region", 3, 5),
        ("Clashes raged across Syria.", "Syria", "Syria", "country", 3, 6),
        ("In DR Congo rebels camped 12 km north of Goma.", "12 km north of Goma", "Goma", "settlement", 2, 2),
        ("In DR Congo rebels camped 60 km west of Goma.", "60 km west of Goma", "Goma", "settlement", 2, 5),
        ("In DR Congo shots rang out near Goma.", "Goma", "Goma", "settlement", 2, 2),
        ("In Syria fire fell on the outskirts of Binnish.", "outskirts of Binnish", "Binnish", "settlement", 2, 2),
        ("Nigerian jets bombed the Sambisa Forest.", "Sambisa Forest", "Sambisa Forest", "natural", 2, 5),
        ("Talks took place in Catatumbo, Colombia.", "Catatumbo", "Catatumbo", "region", 3, 5),
    ],
)
def test_precision_follows_what_the_text_says(
    text: str, span: str, name: str, kind: str, acled: int, ucdp: int
) -> None:
    found = places(text)
    assert span in found, sorted(found)
    place = found[span]
    assert (place.name, place.kind, place.precision.acled, place.precision.ucdp) == (name, kind, acled, ucdp)


def test_a_foreign_lookalike_does_not_win() -> None:
    found = places("Russian officials met in Moscow. Russia said talks would go on.")
    assert found["Moscow"].country == "RU"
    found = places("The attack near Damascus alarmed the United States. US officials blamed Syrian troops.")
    assert found["Damascus"].country == "SY"


def test_the_text_may_name_a_foreign_place_all_the_same() -> None:
    found = places("Syrian opposition leaders met in Geneva, Switzerland.")
    assert found["Geneva"].country == "CH"
    found = places("A church in Moscow, Idaho, collected aid for Syria.")
    assert (found["Moscow"].country, found["Moscow"].admin1) == ("US", "Idaho")


def test_an_unknown_village_stays_with_its_region_and_reason() -> None:
    (mention,) = [
        m
        for m in ground("Fire hit the village of Kafr Mithalun in Idlib province, Syria.")
        if "Mithalun" in m.span.quote
    ]
    place = mention.value
    assert isinstance(place, Place)
    assert (place.geonameid, place.kind, place.within, place.country, place.lat) == (
        None,
        "unresolved",
        "Idlib",
        "SY",
        None,
    )
    assert "unresolved" in {reason.rule for reason in mention.reasons}


def test_an_unknown_place_lies_where_its_sentence_is() -> None:
    text = "Syrian jets hit Aleppo, Azaz and Manbij. Rebels lost Umm Mithalun as troops moved through Homs province."
    assert places(text, Umm_Mithalun="LOC")["Umm Mithalun"].within == "Homs"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The Free Syrian Army withdrew.", {}),
        ("Fighters of the Islamic State of Iraq and the Levant withdrew.", {}),
        ("The Government of Syria said so.", {}),
        ("Syrian officers spoke with Turkish ones.", {}),
        ("General Bashar Idris spoke on Monday.", {"Bashar_Idris": "PER"}),
        ("The Aleppo Media Center said so.", {"Aleppo_Media_Center": "ORG"}),
        ("In May, Reuters wrote that the West was late.", {}),
        ("In Last 24 Hours, Senior Officials Meet", {}),
    ],
)
def test_what_is_no_place_is_left_out(text: str, labels: dict[str, NameLabel]) -> None:
    assert places(text, **labels) == {}


def test_a_place_that_the_model_takes_for_a_person_is_still_a_place() -> None:
    found = places("Syrian jets struck the town of Binnish.", Binnish="PER")
    assert found["Binnish"].admin1 == "Idlib"


@pytest.mark.parametrize(
    ("text", "span", "name", "country"),
    [
        ("Taliban fighters attacked Sar-e Pul in Afghanistan.", "Sar-e Pul", "Sar-e Pul", "AF"),
        ("A gang attacked a hospital in Port-au-Prince.", "Port-au-Prince", "Port-au-Prince", "HT"),
        ("A ship was hit in the Red Sea off Yemen.", "Red Sea", "Red Sea", None),
    ],
)
def test_names_with_links_and_names_of_seas(text: str, span: str, name: str, country: str | None) -> None:
    place = places(text, **{span.replace(" ", "_"): "LOC"})[span]  # type: ignore[arg-type]
    assert (place.name, place.country, place.kind != "unresolved") == (name, country, True)


def test_what_is_struck_is_a_town_though_the_model_reads_a_person() -> None:
    assert places("Israeli jets struck Khan Younis in Gaza.", Khan_Younis="PER")["Khan Younis"].country == "PS"


def test_a_name_may_open_with_abu_or_umm() -> None:
    assert places("Shells hit Abu Kamal in Deir ez-Zor, Syria.")["Abu Kamal"].admin1 == "Deir ez-Zor"


def test_a_family_name_is_no_place() -> None:
    text = "President Karim Bab spoke in Damascus, Syria. Bab denied it."
    found = places(text, Karim_Bab="PER", Bab="LOC")
    assert "Bab" not in found
    assert "Damascus" in found


def test_a_possessive_may_have_lost_its_apostrophe() -> None:
    found = places("Syrias Idlib province was quiet. Jets hit Idlib.")
    assert found["Idlib province"].kind == "admin1"


def test_a_university_stands_in_its_town() -> None:
    found = places("Students of the University of Aleppo marched, Syria said.", University_of_Aleppo="ORG")
    hall = found["University of Aleppo"]
    assert (hall.kind, hall.admin1, hall.within) == ("facility", "Aleppo", "Aleppo")


SIDES = "{} jets bombed Binnish in Idlib province, Syria, killing two."


def test_swapping_the_sides_changes_no_place() -> None:
    first, second = places(SIDES.format("Russian")), places(SIDES.format("Turkish"))
    assert [(p.name, p.admin1, p.precision) for p in first.values()] == [
        (p.name, p.admin1, p.precision) for p in second.values()
    ]


def test_other_conflicts_read_alike() -> None:
    found = places(
        "Nigerian troops fought gunmen in Bama and Gwoza in Borno State. In Sudan, shells hit El Fasher, North Darfur."
        " Ukrainian forces left Avdiivka in the Donetsk region. In Myanmar, jets struck Hpakant, Kachin State."
    )
    assert {name: (place.country, place.admin1) for name, place in found.items() if place.kind == "settlement"} == {
        "Bama": ("NG", "Borno"),
        "Gwoza": ("NG", "Borno"),
        "El Fasher": ("SD", "North Darfur"),
        "Avdiivka": ("UA", "Donetsk"),
        "Hpakant": ("MM", "Kachin"),
    }


def test_mentions_come_in_reading_order_and_the_same_every_time() -> None:
    first, second = ground(LIST), ground(LIST)
    assert first == second
    assert [m.span.start for m in first] == sorted(m.span.start for m in first)
    assert len({m.id for m in first}) == len(first)


def test_a_long_page_is_read_fast() -> None:
    text = "\n".join([LIST, "Clashes raged near Goma in DR Congo.", "Talks went on in Geneva, Switzerland."] * 20)
    ground(text)
    begun = time.process_time()
    ground(text)
    assert time.process_time() - begun < 2.0


MOZAMBIQUE = "Mozambique's army returned to Pemba in Cabo Delgado.\n"


def test_a_namesake_abroad_is_left_unresolved() -> None:
    text = MOZAMBIQUE + "Gunmen burned houses in Soria before dawn."
    soria = next(m for m in ground(text, Soria="LOC") if m.span.quote == "Soria")
    assert isinstance(soria.value, Place)
    assert (soria.value.kind, soria.value.geonameid, soria.value.country) == ("unresolved", None, "MZ")
    assert soria.value.within == "Cabo Delgado"
    assert any(candidate.country == "ES" for candidate in soria.value.candidates)
    assert any(reason.rule == "unresolved" for reason in soria.reasons)


@pytest.mark.parametrize(
    "sign", ["in Soria, Spain", "in Soria, where Spanish donors met", "in Soria. They flew on to Madrid"]
)
def test_a_sign_of_the_country_resolves_the_namesake(sign: str) -> None:
    text = f"{MOZAMBIQUE}The money was raised in Spain {sign}."
    assert places(text)["Soria"].country == "ES"


def test_the_repetition_of_a_foreign_namesake_makes_its_country_no_subject() -> None:
    text = MOZAMBIQUE + "Soria was quiet. The road to Soria was cut. Shots were heard near Soria."
    assert {m.value.country for m in ground(text) if isinstance(m.value, Place)} == {"MZ"}


def test_the_world_means_one_place_by_a_famous_name() -> None:
    text = "South Sudan's government met the US envoy.\nThe talks in Geneva went on, and others in Lagos began."
    found = places(text)
    assert (found["Geneva"].country, found["Lagos"].country) == ("CH", "NG")


def test_a_quarter_of_a_town_that_is_not_on_the_page_is_not_meant() -> None:
    text = "Libya's army shelled Tripoli.\nFighters withdrew from the Yarmouk camp at noon."
    assert {m.value.country for m in ground(text) if isinstance(m.value, Place)} == {"LY"}
    text = "Syria's army shelled Damascus.\nFighters withdrew from the Yarmouk camp at noon."
    assert {m.value.country for m in ground(text) if isinstance(m.value, Place)} == {"SY"}


def test_a_street_stands_in_the_town_that_the_text_speaks_of() -> None:
    text = "Mexican marines raided a house in Culiacan, Sinaloa. A man died on Emiliano Zapata boulevard."
    text += " Culiacan was tense. Schools in Culiacan closed."
    street = places(text)["Emiliano Zapata boulevard"]
    assert (street.kind, street.within, street.admin1) == ("facility", "Culiacan", "Sinaloa")
    assert (street.precision.acled, street.precision.ucdp) == (2, 2)


def test_a_quarter_that_no_list_has_lies_in_the_town_that_the_text_speaks_of() -> None:
    text = (
        "Shells fell on Wad Madani in Sudan on Monday. Markets in Wad Madani were shut. "
        "A woman was killed in the Al-Jarif quarter."
    )
    found = places(text, **{"Al-Jarif": "LOC"})
    assert (found["Al-Jarif quarter"].within, found["Al-Jarif quarter"].country) == ("Wad Madani", "SD")


def test_a_district_of_one_province_is_not_its_namesake_in_another() -> None:
    found = places("In the Dniprovskyi district of Kherson in Ukraine, a drone hit a bus stop.", Dniprovskyi="LOC")
    assert (found["Dniprovskyi district"].geonameid, found["Dniprovskyi district"].within) == (None, "Kherson")


def test_a_distance_in_brackets_keeps_its_brackets() -> None:
    found = places("A bomb exploded in Iraq, 250 km (155 miles) north of Baghdad.")
    assert "250 km (155 miles) north of Baghdad" in found
    found = places("A bomb exploded in Iraq (some miles) north of Baghdad.")
    assert "north of Baghdad" in found


def test_a_weapon_is_no_place() -> None:
    text = "Armenia said that Mithalez multiple rocket launchers had been moved near Goris."
    assert "Mithalez" not in places(text, Mithalez="LOC")


def test_a_name_in_capitals_is_recorded_as_running_text_writes_it() -> None:
    found = places("Iraqi police found two bodies.\nIn BAGHDAD a bomb exploded near CAMP MITHALA.", CAMP_MITHALA="LOC")
    assert found["BAGHDAD"].name == "Baghdad"
    assert "Camp Mithala" in {place.name for place in found.values()}


def test_a_small_place_that_shares_its_name_is_coarse() -> None:
    alone = next(m for m in ground("Azerbaijan's army entered Mahmudlu.") if m.span.quote == "Mahmudlu")
    assert isinstance(alone.value, Place)
    assert any("nothing but the name" in reason.says for reason in alone.reasons)


def test_disputed_ground_is_filed_under_neither_state() -> None:
    found = places("India and Pakistan traded fire across the LoC in Kashmir.")
    assert (found["LoC"].country, found["Kashmir"].country) == (None, None)
    found = places("A soldier died in Azad Kashmir, Pakistan said.")
    assert found["Azad Kashmir"].country == "PK"


def test_a_sound_alone_crosses_no_border() -> None:
    iraq = "Iraq's army and Iraqi police searched Mosul. Iraq closed roads to Syria. It rained.\n"
    found = places(iraq + "Shells fell in Armanaaz at night.", Armanaaz="LOC")
    assert "Shells" not in found
    assert (found["Armanaaz"].kind, found["Armanaaz"].country) == ("unresolved", "IQ")
    found = places("Syria's army left Idlib.\nShells fell in Armanaaz at night.", Armanaaz="LOC")
    assert found["Armanaaz"].name == "Armanaz"


def test_a_gulf_is_not_the_town_that_it_is_named_after():
    found = places("Gunboats attacked a tanker in the Gulf of Aden, Yemen said.", Aden="LOC", Yemen="LOC")
    assert found["Gulf of Aden"].kind == "natural"
    assert "Aden" not in found


def test_clans_and_peoples_are_no_places():
    clans = places("Clashes between the Bulsho and Warsame clans near Adado in Somalia.", Bulsho="LOC", Warsame="LOC")
    assert not {"Bulsho", "Warsame"} & set(clans)
    people = places("The firm held the land of the Manobo in the Philippines.", Manobo="LOC")
    assert "Manobo" not in people


def test_a_small_place_that_is_only_alike_stays_unresolved_far_from_all_else():
    far = places("Fighting near Kawlin in Myanmar. Troops came from Mandalay.", Kawlin="LOC", Mandalay="LOC")
    assert far["Kawlin"].kind == "unresolved"
    assert far["Kawlin"].lat is None
    assert far["Kawlin"].country == "MM"


def test_a_village_is_no_division_that_it_sounds_like() -> None:
    found = places("Junta troops of Myanmar burned homes in Kin village on Sunday.", Kin="LOC")
    assert found["Kin village"].kind == "unresolved"


def test_one_town_alone_tells_the_country_of_a_page_that_names_none() -> None:
    found = places("Gunmen rode into a village near Bandiagara on Sunday and burned its granaries.", Bandiagara="LOC")
    assert (found["Bandiagara"].country, found["Bandiagara"].kind) == ("ML", "settlement")
    both = places("Gunmen rode from Bandiagara to Diapaga on Sunday.", Bandiagara="LOC", Diapaga="LOC")
    assert {place.country for place in both.values()} == {None}


def test_of_places_that_sound_alike_the_nearer_spelling_is_meant() -> None:
    text = "The army of Syria left Latakia and the hills. Residents fled from Salmah on Sunday."
    found = places(text, Salmah="LOC", Latakia="LOC")
    assert (found["Salmah"].name, found["Salmah"].admin1) == ("Salma", "Latakia")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Kachin Independence Army seized an outpost in Mansi after a week of fighting.", "Mansi", "MM"),
        ("From Friday to Sunday the SPLA-IO and government forces clashed in Nasir.", "Nasir", "SS"),
        ("Two Chadian soldiers hit a mine near Kaiga Kindja, 20 km from the border with Niger.", "Kaiga Kindja", "TD"),
        ("Rockets fired from Syria landed in the Iraqi town of Rabia.", "Rabia", "IQ"),
        ("Turkish jets bombed the Metina area of northern Iraq.", "Metina area", "IQ"),
    ],
)
def test_an_unknown_name_lies_in_the_land_of_which_the_text_speaks(text: str, name: str, country: str) -> None:
    place = places(text, **{name.replace(" ", "_").removesuffix("_area"): "LOC"})[name]
    assert (place.country, place.geonameid, place.kind) == (country, None, "unresolved")


def test_a_barangay_is_part_of_its_name_and_not_a_place() -> None:
    found = places("Guerrillas raided Barangay San Isidro in Las Navas, in the Philippines.", San_Isidro="LOC")
    assert "Barangay" not in found
    assert found["San Isidro"].country == "PH"


def test_a_state_that_is_called_as_a_country_is_the_state() -> None:
    found = places("Nigerian gunmen kidnapped travellers near Minna in Niger State.", Niger_State="LOC", Minna="LOC")
    assert (found["Niger State"].country, found["Niger State"].kind) == ("NG", "admin1")


def test_a_region_that_has_its_own_name_needs_no_country() -> None:
    found = places("Israel said rockets hit the Golan Heights.", Golan_Heights="LOC")
    assert found["Golan Heights"].kind == "region"


def test_what_the_text_puts_into_a_country_is_in_no_other() -> None:
    found = places("PKK fire hit Turkish soldiers in northern Iraq's Zap region.", Zap="LOC")
    assert (found["Zap region"].country, found["Zap region"].geonameid) == ("IQ", None)


@pytest.mark.parametrize(
    ("text", "held", "admin1", "within"),
    [
        ("Gunmen shot four in the village of San Pablo, Argelia, Colombia.", "San Pablo", "Cauca", "Argelia"),
        ("In Colombia rebels raided the hamlet of Versalles, Tame, on Monday.", "Versalles", "Arauca", "Tame"),
    ],
)
def test_a_hamlet_lies_in_the_town_right_behind_the_comma(text: str, held: str, admin1: str, within: str) -> None:
    place = places(text, **{held: "LOC", within: "LOC"})[held]
    assert (place.kind, place.admin1, place.within) == ("unresolved", admin1, within)


def test_a_list_of_towns_is_none_of_hamlets_in_towns() -> None:
    found = places("In Syria rebels captured the town of Saraqib, Harim and Khan Shaykhun on Monday.", Saraqib="LOC")
    assert found["Saraqib"].kind == "settlement"


def test_a_garrison_does_not_stand_where_the_page_says_that_its_town_does_not_lie() -> None:
    text = (
        "Fighting in Libya killed a Sudanese labourer. Troops from Nasir in Upper Nile, South Sudan, were evacuated. "
        "Gunmen overran the Nasir garrison."
    )
    found = places(text, Nasir="LOC", Libya="LOC", Upper_Nile="LOC", South_Sudan="LOC")
    assert (found["Nasir garrison"].kind, found["Nasir garrison"].country) == ("unresolved", "SS")
