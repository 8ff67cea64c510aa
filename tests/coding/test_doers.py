"""Who did it: what the tree, a shared phrase or an adjective says of the doer, and who only tells of the deed."""

from tests.coding.coded import code_text, names, types


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
