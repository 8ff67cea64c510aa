"""What a sentence speaks of without telling that it happened is no report of a happening."""

import pytest

from tests.coding.coded import code_text


def told(text):
    return [report.type.label for report in code_text(text).reports if report.status not in ("planned", "threatened")]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was kidnapped in Kaga-Bandoro in the Central African Republic on Monday.",
        "Fuel will stay rationed in Taiz in Yemen until the blockade is lifted.",
        "Gunmen often ambush traders near Kankara in Nigeria.",
        "The United Nations has vowed to continue working in Yemen.",
        "The minister vowed to rebuild the hospital in Gao in Mali.",
        "Aid groups are still coming to terms with the events in Goma in Congo.",
        "Activists in Idlib in Syria called on residents to avoid gathering for fear of more attacks.",
        "The town of Jowhar in Somalia has regularly been the scene of fighting between rebels and the army.",
        "Another rebel commander in Taiz in Yemen agreed.",
        "The brigade has played a key role in the fight against Islamic State in northern Syria.",
        "Uganda is a partner in the war against al-Shabaab in Somalia.",
        "Clinics carried out 41,000 consultations in Kivu in Congo in 2022.",
        "Shops in Bamenda in Cameroon have been closed since mid-March.",
        "Two wounded policemen were flown to a hospital in Bangui in the Central African Republic.",
        "Leaflets were distributed to journalists at the airport in Sanaa in Yemen.",
        "Soldiers secured the area and searched the building in Maiduguri in Nigeria.",
        "The force targeted a compound in Lewan in Afghanistan to search for a facilitator.",
        "Progress was made in both Vienna and Riyadh on Monday, the envoy said.",
        "The injured were taken to the general hospital in Gusau in Nigeria on Monday.",
        "The detainee is responsible for attacks against government forces in Anbar in Iraq.",
        "He coordinates operations targeting Malian troops near Gao.",
        "The observatory documented 97 kidnappings in Port-au-Prince in Haiti in October.",
        "Those who target traders in Gao in Mali deserve no mercy.",
        "The word may imply that the fighters in Mosul in Iraq surrendered or were captured.",
        "The attackers fled towards Drodro in Congo.",
        "The martyrs were evacuated to Gao in Mali.",
        "No one was reported hurt in Binalbagan in the Philippines.",
        "The gang often robs farmers and burns villages in Zamfara in Nigeria.",
    ],
)
def test_nothing_has_happened(text):
    assert told(text) == []


def test_talks_that_are_ruled_out_are_not_held():
    assert told("President Ndoum ruled out talks with the rebels in Bamenda in Cameroon.") == ["statement_refusal"]
    assert "ceasefire_halt" in told(
        "The rebels rejected the ceasefire that was signed in Juba in South Sudan on Monday."
    )


def test_a_march_against_deeds_is_only_a_march():
    assert told("Students marched against abductions in Kaduna in Nigeria on Monday.") == ["protest"]


def test_who_took_no_part_did_nothing():
    coded = code_text("No Rwandan soldiers took part in the raid on Rutshuru in Congo on Monday, the envoy said.")
    assert not any(part.actor.country == "RW" for report in coded.reports for part in report.participants)


def test_a_siege_that_was_lifted_is_told():
    assert told("Aid was blocked until the siege of Taiz in Yemen was lifted on Monday.")


def test_making_bombs_is_no_explosion_and_bombing_is():
    assert told("The cell was making bombs in Kismayo in Somalia on Monday.") == []
    assert told("The group carried out a bombing in Kismayo in Somalia on Monday.") == ["explosion"]


@pytest.mark.parametrize(
    "text",
    [
        "The monitor says that it determines whose planes carried out raids in Marib in Yemen by their type.",
        "It was not clear whether the drone was shot down over Kherson in Ukraine on Monday.",
        "The war in Sudan began with clashes in Khartoum in April 2023.",
        "Militants fighting the army in Sambisa in Nigeria are short of food, traders say.",
        "Many families were trapped under the rubble in Sagaing in Myanmar on Monday.",
        "Shells fell short of the area surrounding the market in Donetsk in Ukraine.",
        "The wounded are being treated in hospitals in Goma in Congo.",
        "Two fighters hid at the displacement site in Kaya in Burkina Faso on Monday.",
    ],
)
def test_what_is_told_in_passing_is_no_happening(text):
    assert [label for label in told(text) if label != "shelling"] == []


def test_condemning_a_deed_is_an_opinion_of_it():
    text = "The bishops condemned the killing of four farmers by rebels in Beni in Congo on Monday."
    assert "statement_accusation" not in told(text)


def test_the_rescued_were_not_evacuated():
    assert told("Rescuers pulled out nine children from the rubble of a house in Odesa in Ukraine on Monday.") == []


def test_what_the_struck_were_doing_belongs_to_the_strike():
    assert told("A drone killed two fighters while they were fleeing Agadez in Niger on Monday.") == ["air_strike"]
    text = "Soldiers ambushed the rebels near Bria in the Central African Republic on Monday, destroying two trucks."
    assert told(text) == ["armed_clash"]


def test_a_shooting_in_an_encounter_is_one_happening():
    text = "Troops gunned down two militants in an encounter in Pulwama in India on Monday."
    assert told(text) == ["armed_clash"]


def test_driving_over_a_mine_is_an_explosion():
    text = "Four soldiers died when their truck drove over a mine near Gao in Mali on Monday."
    assert told(text) == ["explosion"]


def test_what_was_found_is_told_also_with_the_speaker_behind():
    text = "Troops found the bodies of five men in a well in Arauca in Colombia, the prosecutor's office said."
    assert told(text) == ["bodies_found"]


def test_a_raid_that_ends_in_arrests_is_the_arrests():
    assert told("Two politicians were detained in dawn raids in Van in Turkey on Monday.") == ["arrest"]


def test_who_drives_over_a_mine_is_hit():
    (report,) = code_text("A military patrol drove over a mine near Kidal in Mali on Monday.").reports
    assert {part.role for part in report.participants} <= {"target"}


def test_traders_shot_dead_are_civilians_attacked_and_a_mayor_shot_dead_is_killed():
    assert told("Gunmen shot dead eleven traders in Kaya in Burkina Faso on Monday.") == ["attack_on_civilians"]
    assert told("Gunmen shot dead the mayor of Beni in Congo on Monday.") == ["killing"]


@pytest.mark.parametrize(
    "text",
    [
        "It was the deadliest attack of the year in Yirgou in Burkina Faso.",
    ],
)
def test_ranks_are_no_happening(text):
    assert told(text) == []


def test_who_comes_to_strike_does_not_deploy():
    text = "Gunmen arrived in Bokkos in Nigeria on Monday and shot dead nine farmers."
    assert told(text) == ["attack_on_civilians"]


def test_shooting_those_who_were_lined_up_is_one_deed():
    assert len(told("The soldiers lined up men in Bunia in Congo and shot them.")) == 1


def test_fighters_are_driven_out_and_families_flee():
    assert told("Al-Shabaab was driven out of Kismayo in Somalia in 2012.") == ["territory_taken"]


def test_villagers_who_block_a_road_protest():
    assert told("Students set up barricades in Dhaka in Bangladesh on Monday.") == ["protest"]


def test_a_bomb_and_then_fire_by_the_same_hands_are_one_attack():
    text = "In Djibo in Burkina Faso militants set off a bomb under the lorry on Monday, then opened fire."
    assert told(text) == ["explosion"]


def test_a_town_raided_for_arrests_is_the_place_of_the_arrests():
    text = "Soldiers raided the town of Tubas in the West Bank on Monday and arrested four men."
    assert told(text) == ["arrest"]


def test_boasts_are_of_fighters():
    assert told("The army liquidated 40 of them near Kidal in Mali on Monday.") == ["armed_clash"]


def test_operations_begun_long_ago_only_date_something_else():
    assert told("Russia has lost ten aircraft since it started operations in Syria.") == []


def test_raids_are_flown_only_where_the_page_tells_of_aircraft():
    assert told("Nine people died in a raid on Kutum in Sudan on Tuesday.") != ["air_strike"]
    assert told("Warplanes hit Sanaa in Yemen on Monday. Six people were killed in the raids.") == ["air_strike"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb in a bus station left 12 people dead and 30 wounded in Maiduguri in Nigeria.",
        "Eleven men lay dead in the market of Geneina in Sudan on Monday.",
    ],
)
def test_who_was_left_dead_was_killed(text):
    coded = code_text(text)
    assert coded.reports
    assert "killed" in {figure.measure for figure in coded.figures}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Somali forces backed by US air strikes pushed al-Shabaab out of Adan Yabaal on Monday.", ["territory_taken"]),
        ("Four NPA members surrendered in Maramag on Tuesday and handed over a rifle.", ["defection_surrender"]),
        ("Gunmen broke into a school in Papiri in Nigeria and took away 303 pupils.", ["abduction"]),
        ("Troops clashed with gunmen in Sweida in Syria on Sunday, and 30 people died.", ["armed_clash"]),
        ("Shells hit a bus in Donetsk in Ukraine on Monday. A policeman was also killed.", ["shelling"]),
        ("Troops arrived in Lashio in Myanmar on Friday and arrested four suspects.", ["arrest"]),
        ("Police identified and detained the leader of the cell in Mosul in Iraq on Monday.", ["arrest"]),
        ("Police carried out a raid in Tank district in Pakistan on Sunday.", ["offensive"]),
        ("A car bomb exploded in Kandahar on Sunday. Gunmen then stormed the building.", ["explosion"]),
        (
            "At least 14 people have been killed in a camp near Goma in Congo. Fourteen people died in the attack.",
            ["attack_on_civilians"],
        ),
        (
            "Gunmen attacked a police station in Taftan in Iran on Tuesday, setting off a car bomb. "
            "Four policemen were killed in the assault.",
            ["explosion"],
        ),
        (
            "At least 22 people were killed in an attack in Djugu in Congo on Monday. Militiamen set fire to houses.",
            ["attack_on_civilians"],
        ),
        (
            "A drone struck a fuel depot in Port Sudan on Sunday, the governor said. No one was hurt. "
            "The militia said it had hit the depot.",
            ["air_strike"],
        ),
        ("Rebels attacked the barracks in Kisangani in Congo on Friday and then withdrew.", ["offensive"]),
        (
            "The army has recaptured the town of Sake in Congo from the M23, a spokesman said. "
            "The rebels withdrew towards Kitchanga.",
            ["territory_taken"],
        ),
        (
            "Two reservists were shot dead in Kapedo in Kenya on Monday when armed raiders struck the village.",
            ["attack_on_civilians"],
        ),
        ("Protesters marched on the palace in Sweida in Syria on Friday, throwing stones at guards.", ["riot"]),
        (
            "Jihadists ambushed a Nigerian army convoy near Monguno, killing 11 and burning three vehicles.",
            ["armed_clash"],
        ),
        (
            "Herders attacked villagers in Bokkos in Nigeria on Sunday, killing 40. The attackers burned houses.",
            ["attack_on_civilians"],
        ),
        ("Soldiers arrested an emir near Shaddadi in Syria. During the raid a woman was wounded.", ["arrest"]),
        ("A driver who refused to pay was shot dead near Les Cayes in Haiti on Tuesday.", ["killing"]),
        ("A boat sank off Mahdia in Tunisia on Monday. Another 27 people were rescued.", ["accident"]),
        (
            "The Red Cross facilitated the handover of 17 detained soldiers in Nekemte in Ethiopia on Friday.",
            ["prisoner_exchange_release"],
        ),
        (
            "Fighters handed over 22 hostages to the UN mission in Kitchanga in Congo on Monday.",
            ["prisoner_exchange_release"],
        ),
        (
            "Cameroonian soldiers killed the commander known as No Pity in a raid on his camp near Bambili.",
            ["killing"],
        ),
        (
            "Four people died in hospital in Moscow, bringing the number killed in Monday's attack there to 137.",
            ["attack_on_civilians"],
        ),
        ("The coalition in Togo rejected the government's offer of talks on Monday.", ["statement_refusal"]),
        ("Two planes hit the camp at Goz Beida in Chad, which supplies the rebels.", ["air_strike"]),
        (
            "The junta bombed a school in Tabayin in Myanmar on Monday. The Myanmar army bombed the school at noon.",
            ["shelling"],
        ),
        ("Soldiers arrested the mayor of Uvira in Congo. He was taken from his house at dawn.", ["arrest"]),
        ("Gunmen fired at a bus near Homs in Syria on Sunday.", ["attack_on_civilians"]),
        ("Clashes in Tadef in Syria killed four civilians on Sunday.", ["armed_clash"]),
        ("A landmine tore apart a minibus near Baidoa in Somalia on Saturday.", ["explosion"]),
        ("Families were forced onto buses in Vukovar in Croatia on Monday.", ["displacement_evacuation"]),
        ("Rebels attacked the base at Lawdar in Yemen on Monday. They overran it.", ["territory_taken"]),
        ('"They left nothing," said a trader who fled to Sevare in Mali.', []),
    ],
)
def test_what_belongs_to_a_deed_is_no_second_one(text, types):
    assert told(text) == types


def test_a_raid_told_step_by_step_is_one_arrest():
    text = (
        "Troops captured a militia commander in an overnight raid near Gardez in Afghanistan, the army said on Monday. "
        "They secured the area. After questioning the residents, troops detained the commander and two associates."
    )
    assert told(text).count("arrest") == 1
    assert not {"territory_taken", "investigation_trial"} & set(told(text))


def test_quarters_of_one_city_that_are_told_apart_are_hit_apart():
    text = (
        "Rebels fired rockets at the Midan quarter of Aleppo in Syria on Monday, killing four civilians. "
        "Earlier, rebels fired a shell at the Jamiliya quarter of Aleppo, injuring three civilians."
    )
    assert told(text) == ["shelling", "shelling"]


def test_the_attackers_own_dead_belong_to_the_attack():
    text = (
        "Al-Shabaab fighters stormed a base of Somali forces in Gofgaduud on Monday. "
        "The minister said 18 militants and three soldiers were killed."
    )
    assert told(text) == ["offensive"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two Pakistani soldiers near Miranshah on Monday, and troops shot dead three militants.",
        "A Turkish drone hit a car in Sinjar in Iraq, killing three fighters. In a separate strike, two men were hurt.",
    ],
)
def test_what_is_done_back_or_told_apart_is_another_deed(text):
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Monitors recorded more ceasefire violations in Donetsk in Ukraine on Monday.",
        "The army committed a violation of the truce in Poonch in India on Monday.",
        "Armed men denied the monitors passage at a checkpoint in Horlivka in Ukraine.",
    ],
)
def test_a_violated_truce_and_a_barred_road_are_neither_truce_nor_denial(text):
    coded = code_text(text)
    assert not [report for report in coded.reports if report.type.label == "ceasefire_halt"]
    assert not coded.claims


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The army sent troops to Bria to rout the rebels and seize the airfield.", {"deployment"}),
        (
            "Turkey and Qatar support rebel groups to weaken Sudan and overthrow the government of General Burhan.",
            set(),
        ),
        ("Militants entered Dori in Burkina Faso to loot shops and burned the market.", {"looting_destruction"}),
    ],
)
def test_the_second_of_two_aims_is_an_aim(text, types):
    assert set(told(text)) & {"territory_taken", "other", "deployment", "looting_destruction"} == types


@pytest.mark.parametrize(
    "text",
    [
        "If confirmed, defection among the ranks of the army would be an embarrassment for Kinshasa.",
        "If true, the killing of the commander in Gao in Mali on Monday would be a blow to JNIM.",
    ],
)
def test_what_awaits_proof_is_alleged(text):
    assert [report.status for report in code_text(text).reports] == ["alleged"]


def test_an_agreement_that_is_violated_is_not_made():
    text = "In violation of the accord of February, militiamen shelled Bambari in the Central African Republic."
    assert "agreement" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "TOTALS FOR THE WEEK: 6 aid workers killed, 9 wounded, 3 abducted or arrested.",
        "Total this month: 31 killed, 12 kidnapped, 3 houses burnt.",
        "Casualties to date: 120 killed, 300 injured, 40 detained.",
    ],
)
def test_a_line_of_sums_tells_no_happening(text):
    coded = code_text(text, "2024-03-14")
    assert coded.reports == ()
    assert all(figure.cumulative for figure in coded.figures if figure.measure != "other")


def test_the_total_of_one_deed_is_its_toll():
    (report,) = code_text("In total: 9 people were killed in the attack on Moura on Sunday.", "2024-03-14").reports
    assert len(report.figures) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Amnesty counted 12 aid workers killed in Sudan in 2023 along with 30 who were kidnapped and 14 jailed.",
        "Reporters Without Borders said 66 journalists were killed in 2014, while 119 were kidnapped.",
        "A total of 119 people were kidnapped in Zamfara in Nigeria in 2014.",
        "In 2015, 340 people were arrested in Cairo, the group said.",
        "The road is vital for arms deliveries to the rebels in Tigray in Ethiopia.",
        "The road allows access for food deliveries to Taiz in Yemen.",
    ],
)
def test_a_years_count_and_what_a_road_is_for_are_no_happenings(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Gunmen kidnapped 119 pupils in Kagara in Nigeria in 2013.", ["abduction"]),
        ("At least 119 people were kidnapped in Birnin Gwari in Nigeria last week.", ["abduction"]),
        ("Twelve people were arrested in July 2016 in Ankara.", ["arrest"]),
        (
            "The Red Cross used the road for the evacuation of 40 wounded from Bakhmut on Monday.",
            ["displacement_evacuation"],
        ),
        ("Aid deliveries into Gaza resumed on Monday, a spokesman said.", ["aid_delivery"]),
        ("The rebels blocked the road used for the evacuation of the wounded from Bakhmut.", ["siege_blockade"]),
    ],
)
def test_one_deed_of_a_year_and_what_went_by_the_road_happened(text, types):
    assert told(text) == types
