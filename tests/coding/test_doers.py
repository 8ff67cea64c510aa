"""Who did it: what the tree, a shared phrase or an adjective says of the doer, and who only tells of the deed."""

import pytest
from msgspec import structs

from crossreport.coding import code
from crossreport.grounding.ground import ground
from tests.coding.coded import analyser, code_text, names, page_of, types


def test_a_by_phrase_behind_two_deeds_is_said_of_both():
    coded = code_text(
        "35 civilians were killed in airstrikes and mortar attacks by the Sudanese army on El Fasher on Monday."
    )
    assert all(names(report, "agent") == {"Sudanese Armed Forces"} for report in coded.reports)


def test_a_verb_that_only_lasts_holds_both_sides():
    coded = code_text("Clashes on Monday continued between the Congolese army and M23 around Sake.")
    (clash,) = coded.reports
    assert len(names(clash, "party")) == 2


def test_whoever_leads_the_strikes_is_the_doer():
    coded = code_text("Scores of villagers were killed by French-led air strikes near Kidal on Monday.")
    assert names(coded.reports[0], "agent")


def test_an_adjective_before_an_attack_on_something_names_the_doer():
    coded = code_text("Two people were wounded in the Ethiopian attack on Badme on Monday.")
    assert names(coded.reports[0], "agent") == {"Government of Ethiopia"}
    where = code_text("Two people were wounded in an Ethiopian attack on Monday.")
    assert not any(names(report, "agent") for report in where.reports)


def test_the_name_beside_a_description_is_meant():
    coded = code_text("In November the al-Qaeda affiliate JNIM expelled government-backed militias from Djibo.")
    assert names(coded.reports[0], "agent") == {"JNIM"}


def test_sources_do_not_do_what_they_tell():
    coded = code_text(
        "Sources told Radio Okapi that M23 seized the town of Kibumba, adding that they have cut off the road to Goma."
    )
    doers = {name for report in coded.reports for name in names(report, "agent")}
    assert not {name for name in doers if "ource" in name}


def test_flown_sorties_belong_to_the_air_force():
    coded = code_text("The army's air force carried out sorties targeting RSF positions in Nyala on Monday.")
    assert types(coded) == ["air_strike"]
    assert names(coded.reports[0], "agent") == {"Sudanese Armed Forces"}


def test_whoever_reports_a_deed_has_not_done_it():
    for text in (
        "The police reported the kidnapping of a priest in Jos on Monday.",
        "Local authorities also reported the beheading of a community leader in Macomia on Monday.",
        "Protesters held a sit-in in Quetta on Monday against the enforced disappearance of a student.",
    ):
        deeds = [report for report in code_text(text).reports if report.type.label != "protest"]
        assert deeds
        assert not any(names(report, "agent") for report in deeds)


def test_the_forces_of_a_speaker_are_his_sides():
    coded = code_text("A spokesman for the FARC dissidents said his men had killed two policemen in Argelia on Monday.")
    assert names(coded.reports[0], "agent") == {"FARC dissidents"}


def test_soldiers_of_somebody_unknown_are_not_the_army():
    coded = code_text("The soldiers of the Emirate attacked a base of the Nigerian army in Monguno on Monday.")
    assert names(coded.reports[0], "target") == {"Nigerian Army"}
    assert "Nigerian Army" not in names(coded.reports[0], "agent")


def test_an_accusation_makes_nobody_the_doer_of_what_was_told_before():
    coded = code_text(
        "A man of the Berom community was shot dead in Barkin Ladi on Monday. Three herders were killed in the hills "
        "later. A herders' union alleged that the three were killed by the Nigerian army."
    )
    happened = [report for report in coded.reports if report.status == "happened"]
    assert happened
    assert not any("Nigerian Army" in names(report, "agent") for report in happened)


def test_a_tally_is_no_happening_and_lends_no_doer():
    coded = code_text(
        "Two students were shot in Wukari on Monday. At least 32 people have been killed in the area since January "
        "2022 by Fulani gunmen, the network said."
    )
    assert len(coded.reports) == 1
    assert not names(coded.reports[0], "agent")


def test_whose_vehicle_hits_a_bomb_has_not_planted_it():
    coded = code_text("Two Kenyan policemen died when their vehicle hit a roadside bomb in Mandera on Monday.")
    (blast,) = [report for report in coded.reports if report.type.label == "explosion"]
    assert not names(blast, "agent")
    assert names(blast, "target")


def test_whoever_laid_the_mines_did_it():
    coded = code_text("Landmines laid by the Houthis killed a shepherd near Hays on Monday, the coalition said.")
    (blast,) = coded.reports
    assert names(blast, "agent") == {"Houthi movement"}


def test_those_named_together_before_a_deed_did_it_together():
    (strikes,) = code_text("Ethiopian and Eritrean air strikes killed nine people in Shire on Monday.").reports
    assert len(names(strikes, "agent")) == 2
    coded = code_text("Four people died in presumed Russian or Syrian government airstrikes on Binnish on Monday.")
    assert len(names(coded.reports[0], "agent")) == 2


def test_a_label_for_a_government_names_it_and_a_judgement_nobody():
    labelled = code_text("Two civilians were killed in regime airstrikes on the Syrian town of Binnish on Monday.")
    assert names(labelled.reports[0], "agent") == {"Government of Syria"}
    judged = code_text("Three farmers died in a terrorist attack on the village of Kukawa in Nigeria on Monday.")
    assert not any(names(report, "agent") for report in judged.reports)


def test_whoever_leads_is_found_inside_the_participle():
    coded = code_text("Dozens of civilians have been killed by Saudi-led air strikes in the Yemeni city of Hodeidah.")
    assert names(coded.reports[0], "agent") == {"Saudi-led coalition"}


def test_a_deed_carried_out_by_somebody_is_theirs_wherever_the_parser_hangs_it():
    coded = code_text(
        "Dozens died in Yemen's Taiz in rocket strikes allegedly carried out by Houthi fighters in August."
    )
    assert names(coded.reports[0], "agent") == {"Houthi movement"}


def test_the_massacres_of_a_force_are_its_deeds():
    coded = code_text("The massacres of the Rapid Support Forces in Darfur continued on Monday.")
    assert names(coded.reports[0], "agent") == {"Rapid Support Forces"}


def test_regimes_and_led_coalitions_do_their_strikes():
    for text, doer in (
        ("Two civilians were killed in junta airstrikes on Demoso in Myanmar on Monday.", "Government of Myanmar"),
        ("Two civilians were killed by US-led air strikes on Hajin in Syria on Monday.", "US-led coalition"),
    ):
        assert names(code_text(text).reports[0], "agent") == {doer}


def test_what_is_hit_names_whose_it_is():
    for thing in ("an army truck", "a military base", "a military vehicle", "an army post"):
        coded = code_text(f"Gunmen attacked {thing} near Tillia in Niger on Monday.")
        assert names(coded.reports[0], "target") == {"Nigerien Armed Forces"}, thing
        assert coded.reports[0].type.label in ("armed_clash", "offensive"), thing


def test_an_ambush_has_a_direction():
    (report,) = code_text("Rebels ambushed an army truck near Tillia in Niger on Monday.").reports
    assert {part.role for part in report.participants} == {"agent", "target"}


def test_a_convoy_that_is_stopped_delivers_nothing():
    coded = code_text("On Monday a convoy of two trucks was stopped by armed men in Ocua in Mozambique.")
    assert [report.type.label for report in coded.reports] == ["siege_blockade"]


def test_what_a_body_is_for_is_no_happening():
    coded = code_text("The joint ceasefire committee will meet in Iligan in the Philippines on Thursday.")
    assert [report.type.label for report in coded.reports] == ["visit_meeting"]


def test_ways_and_institutions_do_nothing():
    for text in (
        "On Tuesday angry residents blocked National Road 1 in Haiti with burning tyres.",
        "Shells fell on El Fasher in Sudan on Monday; the South Hospital received 22 of the wounded.",
    ):
        roles = [part.actor.name for report in code_text(text).reports for part in report.participants]
        assert not any("Road" in name or "Hospital" in name for name in roles)


def test_who_died_in_an_attack_was_hit():
    (report,) = code_text("In Diffa, Niger, on Monday, soldiers died in an attack.").reports
    assert names(report, "target") == {"Nigerien Armed Forces"}
    assert names(report, "agent") == set()


def test_who_kills_after_an_attack_has_not_made_it():
    coded = code_text(
        "Nigerien troops killed ten militants near Diffa on Tuesday following the raid of March 3 on the town."
    )
    raids = [report for report in coded.reports if report.when and report.when.edtf == "2024-03-03"]
    assert not any("Nigerien Armed Forces" in names(report, "agent") for report in raids)


def test_a_speaker_behind_his_office_is_no_part_of_the_deed():
    (report,) = code_text(
        '"The hostages were freed on Monday," the governor, Bala Musa, said in Minna in Nigeria.'
    ).reports
    assert names(report, "target") == {"civilians"}


def test_forces_of_two_states_are_two():
    for text in (
        "US and British jets bombed Hodeidah in Yemen on Monday.",
        "American-British aircraft bombed Hodeidah in Yemen on Monday.",
    ):
        assert names(code_text(text).reports[0], "agent") == {"United States", "United Kingdom"}


def test_men_of_a_force_are_its_own():
    coded = code_text("Men of the Rapid Support Forces burned 40 houses in Zalingei in Sudan on Monday.")
    assert names(coded.reports[0], "agent") == {"Rapid Support Forces"}


def test_a_state_keeps_its_troops_though_a_people_has_its_name():
    coded = code_text("Armenian troops shelled positions near Sotk on Monday.")
    assert names(coded.reports[0], "agent") == {"Armenian Armed Forces"}


def test_any_trade_can_be_hit():
    (report,) = code_text("Gunmen shot dead a tax collector in Jowhar in Somalia on Monday.").reports
    assert names(report, "target") == {"tax collector"}
    assert names(report, "agent")


def test_a_military_strike_is_that_military_s():
    coded = code_text("A French military airstrike killed a herder near Gossi in Mali on Monday.")
    assert names(coded.reports[0], "agent")


def test_we_who_demand_are_the_speaker():
    coded = code_text(
        'The Arakan Army rejected the offer on Monday. "We call on the junta to leave Sittwe," the group said.'
    )
    (demand,) = [report for report in coded.reports if report.type.label == "statement_demand"]
    assert names(demand, "agent") == {"Arakan Army"}


def test_a_military_or_a_group_that_tells_of_itself_did_it():
    for text in (
        "The US military said it struck a camp in Somalia on Monday.",
        "Al-Shabaab said they attacked a base in Gedo in Somalia on Monday.",
    ):
        assert names(code_text(text).reports[0], "agent")


def test_whoever_holds_the_ground_is_the_target_of_an_assault_on_it():
    coded = code_text("Iraqi forces began their assault on the ISIS-held old quarter of Mosul on Monday.")
    assert names(coded.reports[0], "target") == {"Islamic State"}


def test_a_threat_is_for_whom_it_would_hit_or_is_issued_to():
    hit = code_text("The Taliban has threatened to attack U.S. troops that remain in Kandahar.")
    assert names(hit.reports[0], "target") == {"United States Armed Forces"}
    issued = code_text("The Chadian government has issued an ultimatum to the Rapid Support Forces.")
    assert names(issued.reports[0], "target") == {"Rapid Support Forces"}


def test_whoever_announces_arrests_made_them():
    coded = code_text("Mexican authorities announced the arrest of a gang leader in Celaya on Monday.")
    assert names(coded.reports[0], "agent")


def test_whoever_is_blamed_for_a_deed_is_said_to_have_done_it():
    for text in (
        "Colombia has blamed the ELN for a car bomb attack that killed 21 people in Bogota on Monday.",
        "A car bombing in Bogota on Monday was blamed on the ELN.",
    ):
        (report,) = code_text(text).reports
        assert (names(report, "agent"), report.status) == ({"ELN"}, "alleged")
    coded = code_text("Villagers died in attacks attributed to the ELN near Arauca on Monday.")
    assert names(coded.reports[0], "agent") == {"ELN"}


def test_a_drone_strike_is_the_state_s_that_flew_it():
    coded = code_text("A U.S. drone strike killed two herders near Kismayo in Somalia on Monday.")
    assert names(coded.reports[0], "agent") == {"United States"}


def test_an_outlet_that_carries_a_sides_name_speaks_of_that_side():
    page = structs.replace(page_of("Our forces entered Debre Tabor in Ethiopia on Monday."), outlet="Voice of Fano")
    analysis = analyser().analyse(page)
    (report,) = code(page, analysis, ground(page, analysis)).reports
    assert names(report, "agent") == {"Fano"}


def test_our_forces_are_nobodys_where_the_outlet_does_not_tell():
    (report,) = code_text("Our forces entered Debre Tabor in Ethiopia on Monday.").reports
    assert names(report, "agent") == set()


def test_a_speaker_behind_a_comma_is_not_the_victim():
    (report,) = code_text("They shot the imam in Minna in Nigeria on Monday, Bala Musa said.").reports
    assert "Bala Musa" not in names(report, "target")


def test_units_of_an_army_are_that_army():
    (report,) = code_text("The 7th Infantry Battalion raided Kyaukme in Myanmar on Monday.").reports
    assert names(report, "agent") == {"Myanmar military"}


def test_a_headline_leaves_out_who_arrests():
    coded = code_text("A lorry was stopped at Bardhere in Somalia on Monday. Driver arrested.")
    (arrest,) = [report for report in coded.reports if report.type.label == "arrest"]
    assert names(arrest, "agent") == set()
    assert names(arrest, "target")


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Kenyan troops stationed in Gedo in Somalia killed 12 militants on Monday.", "agent", "Kenya Defence Forces"),
        ("Gunmen thought to belong to Boko Haram raided Kolofata in Cameroon on Monday.", "agent", "Boko Haram"),
        (
            "Armed men believed to be members of the ADF burned homes in Oicha in Congo.",
            "agent",
            "Allied Democratic Forces",
        ),
        ("Attackers fired on a lorry carrying farmers near Minna in Nigeria on Monday.", "target", "civilians"),
        ("Turkish jets struck PKK positions in Duhok in Iraq on Monday, killing eight militants.", "target", "PKK"),
        ("The governor of Sinaloa in Mexico called on Washington to return the detainee.", "target", "United States"),
        (
            "A spokesman for al-Shabaab said seven of its men had died in a raid on Adado in Somalia.",
            "target",
            "Al-Shabaab",
        ),
    ],
)
def test_whom_participles_cargo_and_short_forms_mean(text, role, who):
    reports = code_text(text).reports
    assert {who} == {name for report in reports for name in names(report, role)}


def test_links_make_no_member():
    coded = code_text("Militants suspected of links to Boko Haram raided Kolofata in Cameroon on Monday.")
    assert "Boko Haram" not in names(coded.reports[0])


def test_a_governor_behind_the_wounded_has_wounded_nobody():
    text = "Shelling killed a woman in Kherson in Ukraine and hurt six others, the governor, Petro Hrytsenko, wrote."
    coded = code_text(text)
    assert not any("Hrytsenko" in name for report in coded.reports for name in names(report))
    assert {report.attribution[-1].speaker for report in coded.reports} == {"Petro Hrytsenko"}


def test_the_soldiers_are_those_of_the_armed_forces_named_before_whatever_their_name():
    first, second = code_text("The FARDC shelled Kitshanga in Congo. The soldiers then burned the market.").reports
    assert names(first, "agent") == names(second, "agent") == {"FARDC"}


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        (
            "Drones operated by the army hit a market in Gayint in Ethiopia.",
            {"Ethiopian National Defense Force"},
            set(),
        ),
        (
            "The union blamed the army and its auxiliaries for the massacre of 20 people in Barsalogho, Burkina Faso.",
            {"Burkinabe Army"},
            {"civilians"},
        ),
        ("The army shelled the Houthi-held port of Mokha in Yemen.", {"Yemeni Army"}, set()),
        (
            "The army launched an offensive on the rebel-held town of Macomia in Mozambique.",
            {"Mozambique Defence Armed Forces"},
            {"Mozambican opposition armed groups"},
        ),
        (
            "Four soldiers died when their lorry drove over a mine planted by Boko Haram near Gwoza in Nigeria.",
            {"Boko Haram"},
            {"Nigerian Army"},
        ),
        ("Nine people were killed in Rutshuru in Congo in an attack blamed on the FDLR.", {"FDLR"}, {"civilians"}),
        ("Traders were attacked and robbed by bandits near Gusau in Nigeria.", {"bandits (Nigeria)"}, {"civilians"}),
        (
            "The mayor said gunmen had pulled six traders off a bus near Barkhan and shot them.",
            {"unidentified armed group"},
            {"civilians"},
        ),
        (
            "Haiti's National Police said officers had shot four gang members in Carrefour.",
            {"Haitian National Police"},
            {"gang members"},
        ),
        (
            '"Our forces have retaken the town of Bara," said a statement from the Sudanese army.',
            {"Sudanese Armed Forces"},
            set(),
        ),
        ("The army accused the M23 of killing 15 villagers in Kishishe in Congo.", {"M23"}, {"civilians"}),
    ],
)
def test_whose_deed_it_is(text, agents, targets):
    report = code_text(text).reports[0]
    assert (names(report, "agent"), names(report, "target")) == (agents, targets)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Clashes between dissidents of the Estado Mayor Central and the ELN left nine dead in Arauca in Colombia.",
            {"FARC dissidents", "ELN"},
        ),
        (
            "Negotiators from the Ethiopian government and the Tigray People's Liberation Front met in Pretoria.",
            {"Government of Ethiopia", "Tigray People's Liberation Front"},
        ),
    ],
)
def test_both_sides_are_parties(text, parties):
    assert names(code_text(text).reports[0], "party") == parties


def test_those_hit_have_wounded_nobody_and_a_driver_is_not_his_master():
    hit = code_text(
        "Save the Children said one of its cars had been hit by a shell in Idlib in Syria, wounding a nurse."
    )
    assert {name for report in hit.reports for name in names(report, "agent")} == set()
    beaten = code_text("Bobi Wine said soldiers in Uganda had beaten his driver on Monday.")
    assert names(beaten.reports[0], "target") == {"his driver"}


def test_whoever_says_it_means_itself():
    coded = code_text("The group, which has ties to al-Qaeda, said it had executed two soldiers in Diffa in Niger.")
    assert "al-Qaeda" not in {name for report in coded.reports for name in names(report)}


def test_whoever_judges_a_verdict_has_not_passed_it():
    coded = code_text("France described the verdict against the two teachers in Bamako in Mali as a sham.")
    assert not any("France" in names(report, "agent") for report in coded.reports)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Four militants of the Lashkar-e-Taiba were killed in an encounter with troops in Kulgam in India.",
            {"Lashkar-e-Taiba", "Indian Army"},
        ),
        (
            "Ethiopian forces shelled Merawi after clashes with Fano militiamen.",
            {"Ethiopian National Defense Force", "Fano"},
        ),
    ],
)
def test_the_side_that_with_does_not_name(text, parties):
    clashes = [report for report in code_text(text).reports if report.type.label == "armed_clash"]
    assert names(clashes[0], "party") == parties


def test_whoever_admits_responsibility_is_named_for_the_deed():
    coded = code_text("The ELN admitted responsibility for the killing of Ana Rojas in Tame in Colombia.")
    (killing,) = [report for report in coded.reports if report.type.label == "killing"]
    assert names(killing, "agent") == {"ELN"}


def test_the_assailants_are_the_group_told_of_before():
    text = "ADF rebels killed nine farmers in Oicha in Congo. Soldiers came late. The assailants burned the market."
    burned = code_text(text).reports[-1]
    assert names(burned, "agent") == {"Allied Democratic Forces"}
    text = "Gunmen killed nine farmers in Oicha in Congo. The ADF is active there. The assailants burned the market."
    assert names(code_text(text).reports[-1], "agent") == {"unidentified armed group"}


def test_part_of_them_are_those_who_were_pursued():
    text = "Rebels of the ADF raided Oicha in Congo. Soldiers pursued the attackers and killed three of them."
    assert "attack_on_civilians" not in [report.type.label for report in code_text(text).reports[1:]]


def test_forces_of_a_general_and_a_gang_told_of_before():
    (report,) = code_text("Troops clashed with forces of General Khalifa Haftar in Sebha in Libya.").reports
    assert "Libyan National Army" in names(report, "party")
    coded = code_text("The Gran Grif gang attacked Pont-Sonde in Haiti on Monday. The gang burned 45 houses.")
    assert names(coded.reports[-1], "agent") == {"Gran Grif"}


@pytest.mark.parametrize(("adjective", "forces"), [("Azerbaijani", "Azerbaijani"), ("Turkish", "Turkish")])
def test_positions_of_a_country_are_held_by_its_forces(adjective, forces):
    coded = code_text(f"Armenian units shelled {adjective} positions near Sotk on Monday.")
    assert names(coded.reports[0], "agent") == {"Armenian Armed Forces"}
    assert names(coded.reports[0], "target") == {f"{forces} Armed Forces"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Fulani herders and Berom farmers clashed in Barkin Ladi in Nigeria.", {"Fulani militia", "Berom farmers"}),
        ("Clashes between Dinka and Nuer youths in South Sudan killed ten.", {"Dinka community", "Nuer youths"}),
        ("Hema villagers fought with Lendu militiamen near Djugu in Congo.", {"Hema villagers", "Lendu militias"}),
    ],
)  # fmt: skip
def test_peoples_and_villages_that_fight_each_other_are_sides(text, sides):
    (report,) = [one for one in code_text(text).reports if one.type.label == "armed_clash"]
    assert {one.actor.name for one in report.participants if one.role == "party"} == sides


def test_what_is_done_for_days_is_done_by_those_of_the_main_clause():
    text = "The army took the hill after two weeks of shelling the rebels near Kauda in Sudan."
    (report,) = [one for one in code_text(text).reports if one.type.label == "shelling"]
    assert {(one.role, one.actor.name) for one in report.participants} == {
        ("agent", "Sudanese Armed Forces"),
        ("target", "Sudanese opposition armed groups"),
    }


def test_who_speaks_behind_a_quotation_is_not_hit():
    text = '"We attacked the base at dawn," said the commander of the Mai-Mai group that raided Lubero in Congo.'
    found = [one for report in code_text(text).reports for one in report.participants if one.role == "target"]
    assert "Mai-Mai commander" not in {one.actor.name for one in found}


def test_they_loot_only_where_the_page_calls_them_so():
    coded = code_text("Residents fled Nyala in Sudan on Monday. “They burned the clinic,” said a teacher.")
    assert not any(names(report, "agent") & {"civilians"} for report in coded.reports if "burn" in report.span.quote)


def test_who_responds_with_strikes_makes_them():
    coded = code_text("The junta responded with air strikes on Momauk in Myanmar on Monday.")
    assert names(coded.reports[0], "agent") == {"Government of Myanmar"}


def test_who_is_killed_in_an_ambush_does_not_lay_it():
    coded = code_text("Four Philippine soldiers were killed in an ambush by Abu Sayyaf gunmen in Jolo on Sunday.")
    assert names(coded.reports[0], "agent") == {"Abu Sayyaf"}
    assert names(coded.reports[0], "target") == {"Philippine Army"}
