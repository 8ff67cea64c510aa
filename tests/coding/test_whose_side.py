"""Whose side does it: own papers, purposes, series of fire, crowds, members under any noun, armies of past states."""

import pytest

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.model import Block, CodedPage, Page, Published
from tests.coding.coded import analyser, code_text, names, some


def headed(heading: str, text: str) -> CodedPage:
    """A page under a line that is no part of its report."""
    whole = f"{heading}\n{text}"
    blocks = (Block(0, len(heading), "title"), Block(len(heading) + 1, len(whole), "paragraph"))
    when = Published("2023-05-09", "2023-05-09", "2023-05-09")
    page = Page("page-test", "sha256:00", "test.txt", None, None, "en", whole, blocks, (), when)
    analysis = analyser().analyse(page)
    return code(page, analysis, ground(page, analysis))


def of(coded: CodedPage, *types: str) -> list[tuple[set[str], set[str]]]:
    """Doers and those hit of the records of some types."""
    found = [report for report in coded.reports if not types or report.type.label in types]
    return [(names(report, "agent", "supporter", "party"), names(report, "target", "victim")) for report in found]


@pytest.mark.parametrize(
    ("heading", "text", "who"),
    [
        (
            "Press Centre of the Karen National Liberation Army, Daily Report",
            "The KNLA holds Taw Oh in Myanmar. Eleven junta soldiers were wounded near Kyaikto by a mine on Monday.",
            "Karen National Liberation Army",
        ),
        (
            "Al-Shabaab - Media Office",
            "Al-Shabaab spoke of its week in Somalia. Three Ugandan soldiers were killed by a roadside bomb on Monday.",
            "Al-Shabaab",
        ),
    ],
)
def test_a_sides_own_paper_tells_its_own_deeds_on_its_foes(heading: str, text: str, who: str):
    assert {who} in [doers for doers, _ in of(headed(heading, text))]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        (
            "The Kampala Herald",
            "Al-Shabaab holds Qoryoley in Somalia. Three Ugandan soldiers were killed by a roadside bomb on Monday.",
        ),
        (
            "Al-Shabaab media office attacked in Somalia",
            "Al-Shabaab fled Qoryoley. Three Ugandan soldiers were killed by a roadside bomb on Monday.",
        ),
    ],
)
def test_a_newsroom_or_a_headline_makes_nobody_the_doer(heading: str, text: str):
    assert all(not doers for doers, _ in some(of(headed(heading, text), "explosion")))


@pytest.mark.parametrize(
    ("text", "foe"),
    [
        ("Nigerian troops began an operation on Monday to drive Boko Haram from Gwoza in Nigeria.", "Boko Haram"),
        (
            "The Pakistani army launched an offensive on Monday to clear the Bolan valley of BLA militants.",
            "Balochistan",
        ),
        (
            "Junta troops launched an offensive in Myanmar on Monday to retake Hsenwi from the MNDAA.",
            "Myanmar National",
        ),
    ],
)
def test_whom_a_deed_is_meant_to_drive_out_is_its_target(text: str, foe: str):
    hit = [name for _, targets in of(code_text(text), "offensive") for name in targets]
    assert any(foe in name for name in hit)


def test_whom_a_deed_is_meant_to_guard_is_no_target():
    text = "Government troops in South Sudan began an operation on Monday to protect traders from raiders in Uror."
    assert all(not hit for _, hit in some(of(code_text(text), "offensive")))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "RSF artillery shelled a market in Omdurman in Sudan on Monday, killing six people. "
            "Shells also fell on Al-Nau hospital, wounding three nurses.",
            "Rapid Support Forces",
        ),
        (
            "Russian forces shelled Nikopol in Ukraine on Monday. The village of Marhanets came under fire as well.",
            "Russian Armed Forces",
        ),
        (
            "Pakistani troops violated the ceasefire in Samba in India on Monday. "
            "Three villages came under shelling, and two farmers were wounded, police said.",
            "Pakistan",
        ),
    ],
)
def test_one_more_fire_is_theirs_who_fired_before_or_broke_the_truce(text: str, who: str):
    fire = of(code_text(text), "shelling")
    assert fire
    assert all(any(who in name for name in doers) for doers, _ in fire)


def test_fire_that_nothing_marks_as_one_more_stays_open():
    text = "Hezbollah fired rockets at Metula in Israel on Monday. The town of Khiam in Lebanon was shelled."
    assert [doers for doers, _ in of(code_text(text), "shelling")][-1] == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Residents of Delmas in Haiti stopped a bus and lynched five men on Monday.", "residents"),
        ("Villagers in San Pedro in Guatemala beat a suspected thief to death on Monday, police said.", "villagers"),
        ("A crowd in Moroto in Uganda stoned a policeman to death on Monday.", "crowd"),
    ],
)
def test_people_who_kill_with_their_own_hands_are_doers(text: str, who: str):
    assert {who} in [doers for doers, _ in of(code_text(text))]


def test_people_who_are_killed_or_bury_are_none():
    text = "Residents of Kishishe in Congo were killed on Monday. Villagers buried twenty bodies."
    assert all(not doers for doers, _ in some(of(code_text(text), "attack_on_civilians", "killing")))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Cadres of the Communist Party of Nepal (Maoist) abducted 12 students in Rolpa in Nepal.", "Communist Party"),
        ("Fidayeen of the BLA attacked a bus near Mach in Pakistan on Monday.", "Balochistan Liberation Army"),
        ("Saboteurs of Boko Haram burned a bridge in Borno in Nigeria on Monday.", "Boko Haram"),
    ],
)
def test_people_of_a_group_under_any_noun_act_for_it(text: str, who: str):
    assert any(who in name for doers, _ in of(code_text(text)) for name in doers)


def test_victims_and_opponents_of_a_group_do_not():
    text = "Victims of Boko Haram attacked a judge in Borno in Nigeria on Monday."
    assert all("Boko Haram" not in doers for doers, _ in some(of(code_text(text))))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Yugoslav army shelled the Croatian town of Vukovar on Wednesday.", "Yugoslav Armed Forces"),
        ("Soviet troops attacked the Afghan village of Zhawar on Monday.", "Soviet Armed Forces"),
        ("Zairian soldiers looted shops in Kisangani in Congo on Monday.", "Zairian Armed Forces"),
    ],
)
def test_armies_of_states_that_are_no_more_are_not_those_of_the_land(text: str, who: str):
    assert {who} in [doers for doers, _ in of(code_text(text))]


def test_an_army_of_a_people_that_nobody_knows_is_not_the_lands():
    coded = code_text("The Matabelian army burned the village of Lupane in Zimbabwe on Monday.")
    assert all("Zimbabw" not in name for doers, _ in some(of(coded)) for name in doers)


def test_the_militia_is_no_office_that_speaks_of_it():
    text = (
        "The Office of the army spokesman in Khartoum in Sudan issued a statement on Monday. "
        "It said that the militia, in its despair, shelled the quarter of Abbasiya, killing four citizens."
    )
    doers = {name for found, _ in of(code_text(text), "shelling") for name in found}
    assert "Office" not in doers
    assert "Sudanese Armed Forces" not in doers


def test_an_office_without_its_holders_name_is_no_person():
    text = "The Minister of Communication, Rémy Emmanuel T., announced an inquiry into the deaths in Mamfe in Cameroon."
    named = {name for report in code_text(text).reports for name in names(report)}
    assert not any(name.startswith("of ") for name in named)


def test_fire_from_a_forces_men_is_theirs():
    text = "Two civilians were wounded by shelling from Ukrainian forces in Horlivka in Ukraine on Sunday."
    assert of(code_text(text), "shelling")[0][0] == {"Armed Forces of Ukraine"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The union condemned the killing of five farmers, one of them a boy, by soldiers of the Malian army.", "Mali"),
        ("Nine men were shot dead in India and ten wounded in an attack by suspected Kuki militants.", "Kuki"),
        ("A police spokeswoman in Kenya said two men were detained in Garissa on Monday.", "Kenyan police"),
        ("An army spokesman in Colombia said six members of the ELN were captured in Tame.", "Colombia"),
        ("A journalist was arrested in Kaya in Burkina Faso by men of the intelligence service on Friday.", "Burkina"),
    ],
)
def test_doers_behind_by_and_of_who_announces_arrests(text: str, who: str):
    assert any(who in name for doers, _ in of(code_text(text)) for name in doers)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Hezbollah said Israeli aircraft had killed two of its field commanders near Tyre in Lebanon.", "Israel"),
        ("The Sudanese army said RSF fighters had wounded three of its officers in Bahri.", "Rapid Support"),
    ],
)
def test_nobody_kills_commanders_of_his_own(text: str, whose: str):
    hit = [name for _, targets in of(code_text(text)) for name in targets]
    assert all(whose not in name for name in hit)


def test_men_who_shot_and_killed_others_were_not_shot():
    text = "In Baidoa in Somalia, unknown men armed with pistols shot and killed two elders as they left a mosque."
    hit = [name for _, targets in of(code_text(text)) for name in targets]
    assert "civilians" not in hit
    assert "men" not in hit


@pytest.mark.parametrize(
    "text",
    [
        "Nigerian troops freed 20 hostages from Boko Haram in Bama. They were given food and handed over to relatives.",
        "SAMIM troops rescued 12 women from a camp in Mozambique. They got care and were handed over to relatives.",
    ],
)
def test_those_handed_over_are_those_freed(text: str):
    hit = [name for _, targets in of(code_text(text), "prisoner_exchange_release") for name in targets]
    assert not {"Nigerian Army", "SADC Mission in Mozambique"} & set(hit)


def test_a_group_named_by_its_backer_is_the_one_told_of():
    text = "Israeli jets killed four Hezbollah men in Aita in Lebanon. The Iran-backed group fired rockets at Nahariya."
    assert {"Hezbollah"} in [doers for doers, _ in of(code_text(text), "shelling")]


def test_he_is_who_was_arrested_and_not_his_master():
    text = "Soldiers in Mexico arrested Marco T., a guard of Joaquín Guzmán, on Monday. He was flown to Mexico City."
    moved = [name for _, targets in of(code_text(text), "displacement_evacuation") for name in targets]
    assert not any("Guzmán" in name for name in moved)


def test_a_representative_of_an_office_is_no_part_of_its_name():
    text = "The Special Representative of the Secretary-General, Nicholas Haysom, urged the parties in Juba to talk."
    assert all("-General" not in names(report) for report in some(code_text(text).reports))


def test_two_who_say_that_they_agreed_have_both_agreed():
    text = "The government of Colombia and the ELN said on Thursday they had agreed on a ceasefire from August."
    assert {"Government of Colombia", "ELN"} in [doers for doers, _ in of(code_text(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Police fired tear gas at marchers in Conakry in Guinea on Sunday; twelve people were arrested.",
        "Youths clashed with police in Lekki in Nigeria on Sunday. Six people were arrested.",
    ],
)
def test_arrests_are_those_of_the_one_force_told_of_beside_them(text: str):
    assert all(any("police" in name.lower() for name in doers) for doers, _ in some(of(code_text(text), "arrest")))


def test_rebels_who_hold_a_town_leave_arrests_there_to_nobody_sure():
    text = "M23 fighters entered Kiwanja in Congo on Sunday as the army withdrew. Three chiefs were arrested."
    assert all("FARDC" not in doers for doers, _ in some(of(code_text(text), "arrest")))


@pytest.mark.parametrize(
    "text",
    [
        "Three activists are to go on trial in Cabinda in Angola on Monday on charges of rebellion.",
        "Two former officers stood trial in Pristina in Kosovo on Monday.",
        "Some 160 people were arrested in Nyala in Sudan; their trial opens on Monday.",
    ],
)
def test_who_goes_on_trial_is_tried(text: str):
    assert all(not doers for doers, _ in some(of(code_text(text), "investigation_trial")))


def test_by_force_is_nobody():
    coded = code_text("Nine teenagers were recruited by force in Toribío in Colombia in March.")
    assert all("force" not in doers for doers, _ in some(of(coded)))


def test_our_forces_are_of_the_side_that_fights_the_only_one_named():
    text = "Our forces drove the RSF militia from Omdurman in Sudan. Our artillery shelled RSF posts in Bahri."
    assert {"Sudanese Armed Forces"} in [doers for doers, _ in of(code_text(text))]


@pytest.mark.parametrize("people", ["men", "youths", "suspects", "fighters"])
def test_people_whom_a_groups_name_calls_its_own_are_the_group(people: str):
    coded = code_text(f"Soldiers shot three Boko Haram {people} in Gwoza in Nigeria on Monday.")
    assert ({"Nigerian Army"}, {"Boko Haram"}) in of(coded)


def test_people_of_a_community_are_no_militia():
    hit = [
        name for _, targets in of(code_text("Two Meitei men were shot dead in Imphal in India.")) for name in targets
    ]
    assert not any("militia" in name for name in hit)


def test_a_sides_own_paper_tells_deeds_elsewhere_behind_its_first():
    text = "The AA attacked a camp at Minbya in Myanmar on Monday. Twenty junta soldiers were killed near Myebon."
    coded = headed("Arakan Army - Information Desk", text)
    assert ({"Arakan Army"}, {"Myanmar military"}) in of(coded)
