"""Headlines without their auxiliaries, decisions, demands and warnings, in the words of many wars."""

import pytest

from tests.coding.coded import code_text


def told(text):
    return [(report.type.label, report.status) for report in code_text(text).reports]


def types(text):
    return [label for label, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Five teachers freed in Bamenda in Cameroon on Monday", "prisoner_exchange_release"),
        ("Fuel depot near Kharkiv in Ukraine struck on Monday", "shelling"),
        ("A cobbler was shot in Srinagar in Kashmir on Monday.", "attack_on_civilians"),
        ("Hooded men shot a beekeeper at his gate in Cúcuta in Colombia on Monday.", "attack_on_civilians"),
    ],
)
def test_a_headline_leaves_out_the_auxiliary_and_a_trade_needs_no_list(text, wanted):
    assert types(text) == [wanted]


def test_whoever_can_strike_is_not_hit_for_want_of_an_object():
    (report,) = code_text("Boko Haram struck in Maiduguri in Nigeria on Monday.").reports or (None,)
    assert report is None or all(p.role != "target" for p in report.participants)


@pytest.mark.parametrize(
    "text",
    [
        "The governor imposed a curfew on Jos in Nigeria on Monday.",
        "Parliament extended the state of siege in Ituri in Congo on Monday.",
        "The junta closed schools in Loikaw in Myanmar on Monday.",
        "The defence minister resigned in Khartoum in Sudan on Monday.",
        "Aid groups suspended their operations in Pibor in South Sudan on Monday.",
    ],
)
def test_a_decision_is_a_happening_of_its_own(text):
    assert types(text) == ["other"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The army warned residents of Mekelle in Ethiopia to leave the town.", "statement_threat"),
        ("The rebels said they were behind the bombing in Mogadishu in Somalia.", "statement_confession_claim"),
        ("The junta told the embassies in Niamey in Niger to send their troops home.", "statement_demand"),
        ("The rebels gave the army 48 hours to leave Goma in Congo.", "statement_threat"),
    ],
)
def test_warnings_orders_and_owning_up_are_acts(text, wanted):
    assert wanted in types(text)


def test_whoever_says_that_others_were_behind_it_owns_up_to_nothing():
    text = "The governor said the rebels were behind the bombing in Mogadishu in Somalia."
    assert "statement_confession_claim" not in types(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Union demanded that the junta free the hostages in Niamey in Niger.", "prisoner_exchange_release"),
        ("Envoys called for a corridor to be opened to Tigray in Ethiopia.", "aid_delivery"),
    ],
)
def test_what_is_demanded_has_not_happened(text, wanted):
    assert (wanted, "happened") not in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two spies were put to death in Sanaa in Yemen on Monday.", "execution"),
        ("Soldiers carried out overnight raids in Nablus and arrested nine people on Monday.", "offensive"),
        ("The rebels won a town in Rakhine in Myanmar on Monday.", "territory_taken"),
        ("Oil workers were taken out of Bentiu in South Sudan by bus on Monday.", "displacement_evacuation"),
        ("Gunmen took nine women off a bus near Djibo in Burkina Faso on Monday.", "abduction"),
    ],
)
def test_the_object_and_the_way_decide_what_a_common_verb_tells(text, wanted):
    assert wanted in types(text)


def test_what_may_come_or_is_not_claimed_by_anybody_is_told_so():
    assert told("If the talks fail, fighting could resume in Stepanakert.") == []
    assert told("There was no immediate claim of responsibility for the blast in Kabul in Afghanistan.") == [
        ("explosion", "happened")
    ]
    assert ("territory_lost", "planned") in told(
        "France said it would withdraw its 1,500 troops from Niger by the end of the year."
    )


def test_those_who_die_in_what_is_told_are_no_second_attack():
    text = "Yemen's government accused the Houthis of shelling a district of Taiz, in which two children died."
    assert types(text) == ["shelling"]


def test_people_sent_fleeing_flee_and_people_left_without_food_stay():
    text = "M23 rebels entered Sake on Monday, sending thousands of people fleeing towards Goma in Congo."
    assert "displacement_evacuation" in types(text)
    assert "displacement_evacuation" not in types(
        "The siege of El Fasher in Sudan left hundreds of thousands without food."
    )


def test_a_crowd_that_stones_the_police_executes_nobody():
    assert "execution" not in types("Students in Bukavu in Congo stoned policemen on Monday.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Foreign planes struck a bridge in Novi Sad in Serbia on Monday.", "air_strike"),
        ("An army helicopter came under fire near Kidal in Mali on Monday.", "offensive"),
        ("The coast guard intercepted 90 migrants off Zawiya and returned them to Libya.", "displacement_evacuation"),
        (
            "The rebels accused the army of using civilians as human shields in Loikaw in Myanmar.",
            "attack_on_civilians",
        ),
        ("The governor is expected in Goma in Congo next Friday.", "visit_meeting"),
    ],
)
def test_what_strikes_what_is_returned_and_who_is_expected(text, wanted):
    assert types(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Thousands marched in Medellin in Colombia against kidnapping.",
        "Talks with the junta are impossible, a spokesman in Loikaw in Myanmar said.",
        "The delegation in Sanaa in Yemen refuses to disarm before a unity government is formed.",
        "Herders near Goma in Congo live by slaughtering stray goats.",
        "The militants paraded captured tanks through Derna in Libya.",
    ],
)
def test_what_is_only_thought_of_shown_or_eaten_is_no_happening(text):
    assert not set(types(text)) & {"abduction", "negotiation_talks", "group_change", "attack_on_civilians", "riot"}


def test_those_whom_fighting_traps_have_not_been_attacked_by_it():
    text = "Ten miners trapped by the fighting were evacuated from Mongbwalu in Congo."
    assert "attack_on_civilians" not in types(text)


def test_a_bomb_and_an_assault_on_foot_by_the_same_hands_are_one_attack():
    text = (
        "On Monday militants detonated a car bomb at an army camp in Bulobarde in Somalia, then assaulted it on foot."
    )
    assert len(types(text)) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Police said an encounter had broken out in Shopian in Kashmir between troops and militants.",
            ["armed_clash"],
        ),
        ("Thousands of Yazidis have crossed into Syria.", ["displacement_evacuation"]),
        ("A curfew is in force in Noumea after riots in which five people died.", ["riot"]),
        ("A convoy leaving Kidal in Mali was hit by two roadside bombs.", ["explosion"]),
        ("Separatists took over government buildings in Aden in Yemen.", ["territory_taken"]),
        ("Hun Sen staged a coup d'etat against the prince in Phnom Penh in Cambodia.", ["other"]),
        ("A landmine maimed two children near Hajjah in Yemen.", ["explosion"]),
        ("Crowds stormed the convoy in Gaza City on Monday.", ["riot"]),
        ("Armed men broke into the prison in Kuje in Nigeria on Monday.", ["offensive"]),
    ],
)
def test_words_of_many_wars(text, wanted):
    assert types(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Police in Beirut in Lebanon offered a reward for information leading to the arrest of the bomber.",
        "Syria indicated its interest in resuming talks with Israel in Geneva.",
        "Iraq could start a war by attacking Jordan.",
        "He was charged with violating the law on clinics in Lahore in Pakistan.",
    ],
)
def test_what_is_sought_wished_or_possible_has_not_happened(text):
    assert not set(types(text)) & {"arrest", "negotiation_talks", "offensive", "sexual_violence"}


def test_who_is_charged_with_a_deed_is_accused_of_it():
    assert ("killing", "alleged") in told("A man was charged with gunning down a mayor in Lahore in Pakistan.")


@pytest.mark.parametrize(
    "text",
    [
        "Rescue workers in Ghouta in Syria searched for victims buried under the rubble.",
        "The war in Yemen began when the Houthis launched a crackdown on protesters in Sanaa.",
        "Once the town is retaken, families will go back to Bakhmut in Ukraine.",
        "An army that wins a town and loses a province has won nothing in Cabo Delgado in Mozambique.",
        "The president confessed that the crisis in Mali could persist.",
        "We demand that both groups in Tibu in Colombia respect the law and that they free the prisoners.",
    ],
)
def test_what_began_a_war_or_is_said_of_any_army_is_no_happening(text):
    assert not set(types(text)) - {"statement_demand"}


def test_a_claimed_attack_is_the_one_told_before():
    text = (
        "Insurgents attacked a mission at Chipene in Mozambique on 6 September and killed a nun. "
        "Islamic State claimed the attack two days later."
    )
    assert len(types(text)) == 2


def test_who_was_hit_while_entering_took_no_town():
    assert types("The strike in Atme in Syria killed 32 rebels as they were entering Turkey.") == ["air_strike"]


def test_whoever_confesses_to_recruiting_owns_up():
    text = "The commander had confessed to police in Lahore in Pakistan to recruiting fighters."
    assert "statement_confession_claim" in types(text)
