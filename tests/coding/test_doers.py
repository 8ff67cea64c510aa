"""Who did it: what the tree, a shared phrase or an adjective says of the doer, and who only tells of the deed."""

import pytest
from msgspec import structs

from crossreport.coding import code
from crossreport.grounding.ground import ground
from tests.coding.coded import analyser, code_text, names, page_of, some, types


def test_a_by_phrase_behind_two_deeds_is_said_of_both():
    coded = code_text(
        "35 civilians were killed in airstrikes and mortar attacks by the Sudanese army on El Fasher on Monday."
    )
    assert all(names(report, "agent") == {"Sudanese Armed Forces"} for report in some(coded.reports))


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


def test_whoever_documents_deeds_has_done_none_of_them():
    for verb in ("documented", "recorded", "reported"):
        coded = code_text(f"In November OCS {verb} 11 shootings and 97 kidnappings in Cali.")
        assert coded.reports
        assert not any(names(report, "agent") for report in coded.reports)
    announced = code_text("The Ethiopian army announced an offensive near Dessie on Monday.")
    assert names(announced.reports[0], "agent")


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
    assert names(report, "target") == {"hostages"}


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
    ("text", "expected"),
    [
        ("Anti-junta attacks killed three soldiers in Sagaing in Myanmar on Monday.", set()),
        ("Anti-Taliban militias attacked a convoy in Kunduz on Monday.", {"Afghan militias"}),
    ],
)
def test_whom_a_deed_is_against_has_not_done_it(text, expected):
    assert names(code_text(text).reports[0], "agent") == expected


def test_a_blast_in_a_street_that_no_list_has_is_the_blast_in_the_town():
    text = (
        "A bombing in a restaurant in Kano on Monday killed six people and wounded 19, police said. "
        "The blast struck in the dining area of Mogambo, a rights group said."
    )
    assert [report.type.label for report in code_text(text).reports] == ["explosion"]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Bunia in Congo fell into the hands of the rebels on Monday after the withdrawal of the army.", "rebels"),
        ("The town of Kidal in Mali has fallen under the control of the Wagner Group.", "Wagner Group"),
        ("The town of Kidal in Mali fell to the Wagner Group on Monday.", "Wagner Group"),
    ],
)
def test_who_holds_it_now_has_taken_it(text, agent):
    report = code_text(text).reports[0]
    taking = [one.as_written for one in report.participants if one.role == "agent"]
    assert report.type.label == "territory_taken"
    assert any(agent in one for one in taking)
    assert not any(agent in one.as_written for one in report.participants if one.role == "target")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The militants captured the army's 17th Division near Raqqa on Monday.", "territory_taken"),
        ("The militants captured 17 troops near Raqqa on Monday.", "abduction"),
        ("Rebels fired a rocket at a school in Taiz on Monday.", "shelling"),
        ("A rocket fired by rebels on a school in Taiz on Monday claimed the lives of two children.", "shelling"),
        ("Gunmen fired on a school bus in Taiz on Monday, killing two children.", "attack_on_civilians"),
    ],
)
def test_what_is_captured_or_fired_tells_the_deed(text, expected):
    assert types(code_text(text)) == [expected]


def test_the_lives_of_children_are_children():
    report = code_text("A rocket fired by rebels on a school in Taiz on Monday claimed the lives of two children.")
    assert [one.as_written for one in report.reports[0].participants if one.role == "target"] == ["children"]


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("Gunmen attacked supporters of Bobi Wine in Kampala on Monday, wounding six.", "target", "Bobi Wine"),
        ("Trump supporters clashed with police in Portland on Monday.", "agent", "Donald Trump"),
        (
            "The mortar fire hit a tent where Assad supporters had gathered in Daraa on Monday and wounded 30.",
            "agent",
            "Bashar al-Assad",
        ),
    ],
)
def test_whose_supporters_they_are_neither_does_nor_suffers_it(text, role, name):
    reports = code_text(text).reports
    assert reports
    assert all(name not in names(report, role) for report in reports)
