"""Whose deed it was where no subject says so: fire by its origin, blame, the clause beside it, a side's own gains."""

import pytest

from crossreport.model import EventReport
from tests.coding.coded import code_text, names, some


def _deed(text: str, *types: str) -> EventReport:
    return next(report for report in code_text(text).reports if report.type.label in types)


def _is_by(deed: EventReport, who: str, rule: str) -> bool:
    return names(deed, "agent") == {who} and rule in _rules(deed)


def _rules(report: EventReport) -> set[str]:
    return {reason.rule for reason in report.reasons}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rockets launched from hills controlled by M23 struck a camp near Goma in Congo, killing nine people.", "M23"),
        ("Khan Krum in Syria was shelled from positions of the YPG on Monday; two farmers were wounded.", "YPG"),
        ("A boy was killed in Taiz in Yemen by a mortar round fired from Houthi-held territory.", "Houthi movement"),
        ("Six soldiers were hurt by a mine laid by the New People's Army in Samar, Philippines.", "New People's Army"),
        ("A bomb planted by the ELN went off under a lorry in Tibu, Colombia, killing two workers.", "ELN"),
    ],
)
def test_fire_and_bombs_are_theirs_who_sent_them_or_hold_where_they_came_from(text: str, who: str):
    deed = _deed(text, "shelling", "explosion")
    assert names(deed, "agent") == {who}


@pytest.mark.parametrize(
    "text",
    [
        "Rockets fired from Lebanese territory hit a field near Metula in Israel on Friday.",
        "Families who fled from the Houthi-held town were shelled near Marib in Yemen on Sunday.",
    ],
)
def test_a_lands_soil_and_where_people_fled_from_name_no_doer(text: str):
    assert all(
        not names(report, "agent")
        for report in some(report for report in code_text(text).reports if report.type.label == "shelling")
    )


@pytest.mark.parametrize(
    ("behind", "who"),
    [
        ("The governor pinned the blame on the ELN.", "ELN"),
        ("The governor held the ELN responsible.", "ELN"),
        ("The police said the ELN was behind the attack.", "ELN"),
        ("The police attributed the attack to the ELN.", "ELN"),
        ("The attack bore the hallmarks of the ELN, a general said.", "ELN"),
        ("Residents accused the ELN of the attack.", "ELN"),
        ("Suspicion fell on the ELN.", "ELN"),
    ],
)
def test_on_whom_a_deed_is_laid_is_its_doer_by_that_word(behind: str, who: str):
    text = f"Two engineers were killed by a bomb in Saravena in Colombia on Monday. {behind}"
    assert _is_by(_deed(text, "explosion"), who, "agent:claimed")


@pytest.mark.parametrize(
    "behind",
    [
        "The ELN denied that it was behind the attack.",
        "The ELN may be responsible, the mayor said.",
        "Police do not suspect the ELN.",
        "The ELN is responsible for many attacks.",
    ],
)
def test_a_blame_denied_or_doubted_names_nobody(behind: str):
    text = f"Two engineers were killed by a bomb in Saravena in Colombia on Monday. {behind}"
    assert not names(_deed(text, "explosion"), "agent", "party")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Four mourners were killed in Celaya, Mexico, when armed men burst into a wake.", "unidentified armed group"),
        ("At least 75 people lost their lives in Kabo as anti-Balaka militiamen set upon a convoy.", "anti-Balaka"),
    ],
)
def test_the_clause_beside_harm_says_who_did_it(text: str, who: str):
    assert _is_by(_deed(text, "attack_on_civilians", "killing"), who, "agent:circumstance")


def test_who_leaves_or_comes_to_help_has_not_done_it():
    text = "Four mourners were killed in Celaya, Mexico, when soldiers arrived in the town."
    assert not names(_deed(text, "attack_on_civilians", "killing"), "agent")


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Six villages near Mosul were retaken on Tuesday, the Iraqi army said.", "territory_taken", "Iraqi Army"),
        (
            "Two posts in Arghandab in Afghanistan were taken and nine soldiers killed, the Taliban said.",
            "territory_taken",
            "Taliban",
        ),
        ("Three suspects were arrested near Dioura, the Malian army said.", "arrest", "Malian Armed Forces"),
        (
            "The Nigerien defence ministry said 75 Boko Haram fighters had been killed in two operations.",
            "offensive",
            "Nigerien Armed Forces",
        ),
    ],
)
def test_gains_that_a_side_tells_without_a_doer_are_its_own(text: str, type_: str, who: str):
    assert _is_by(_deed(text, type_), who, "agent:gain")


@pytest.mark.parametrize(
    "text",
    [
        "Six Malian soldiers were killed near Dioura, the Malian army said.",
        "Nine farmers were killed near Dioura in Mali on Sunday, the Malian army said.",
        "Nine militants were killed near Dioura in Mali by a mine, the Malian army said.",
    ],
)
def test_own_losses_and_deaths_of_others_are_nobodys_gain(text: str):
    assert all(not names(report, "agent") for report in some(code_text(text).reports))


def test_who_speaks_at_the_end_of_a_sentence_is_not_hit():
    text = (
        "The army shelled Abu Shouk camp in Sudan, killing eight and wounding nine, a volunteer with the clinic said."
    )
    deed = _deed(text, "shelling")
    assert not any("volunteer" in name for name in names(deed, "target"))


def test_a_man_who_throws_a_grenade_is_no_civilian_and_one_who_marches_is():
    thrower = _deed(
        "Police shot dead a man who threw a grenade at a checkpoint in Hodan, Somalia.", "killing", "armed_clash"
    )
    assert names(thrower, "target") == {"assailant"}
    marching = _deed("Police killed two people who were marching in Delmas, Haiti.", "attack_on_civilians", "killing")
    assert "assailant" not in names(marching, "target")


def test_child_soldiers_are_no_army_and_a_lands_armed_units_are_its_own():
    freed = _deed(
        "The militia handed over six child soldiers to UNICEF in Pinga in Congo.", "prisoner_exchange_release"
    )
    assert names(freed, "target") == {"child soldiers"}
    shelled = _deed("Ukrainian armed formations shelled Horlivka on Thursday in Ukraine, wounding a woman.", "shelling")
    assert names(shelled, "agent") == {"Armed Forces of Ukraine"}


def test_what_a_side_says_right_behind_its_own_deed_is_that_deeds_toll():
    text = (
        "Al-Shabaab fighters overran a base in Bulo Marer, Somalia, on Friday. Al-Shabaab said 37 soldiers were killed."
    )
    assert not any("agent:gain" in _rules(report) for report in code_text(text).reports)


def test_a_group_named_only_by_the_page_is_not_its_countrys_rebels():
    text = "Blue Ridge Front fighters executed three journalists near Tumaco in Colombia."
    assert names(_deed(text, "execution"), "agent") == {"Blue Ridge Front"}


def test_a_coalitions_warplanes_and_the_navy_of_a_land_at_war_are_theirs():
    strike = _deed("Coalition warplanes hit a wedding in Hajjah in Yemen on Sunday, killing 20 guests.", "air_strike")
    assert names(strike, "agent") == {"Saudi-led coalition"}
    raid = _deed(
        "The navy attacked rebels off Mullaitivu in Sri Lanka on Monday, killing 14 of them.",
        "offensive",
        "armed_clash",
    )
    assert names(raid, "agent", "party") >= {"Sri Lankan Armed Forces"}


def test_what_a_states_army_is_called_by_its_foes_is_that_army():
    text = "The American invaders bombed a wedding in Panjwai in Afghanistan on Monday, killing nine women."
    assert names(_deed(text, "shelling", "air_strike"), "agent") == {"United States Armed Forces"}


def test_who_pursues_the_perpetrators_of_a_murder_has_not_done_it():
    text = "The police in Papua, Indonesia, are still pursuing the perpetrators of the murder of five gold miners."
    assert not any(
        names(report, "agent") for report in code_text(text).reports if report.type.label == "attack_on_civilians"
    )


def test_others_of_whom_soldiers_were_told_are_soldiers():
    text = "Nine soldiers were killed and 57 others surrendered at Mullaitivu in Sri Lanka on Monday."
    assert names(_deed(text, "defection_surrender"), "agent") == {"Sri Lanka Army"}


def test_fighters_at_the_head_of_a_sentence_are_of_the_gang_behind_them():
    text = "Armed bandits of the Gran Grif gang attacked the town of Desarmes in Haiti, killing nine people."
    assert names(_deed(text, "attack_on_civilians", "offensive"), "agent") == {"Gran Grif"}


@pytest.mark.parametrize(
    "text",
    [
        "The Health Ministry gave 12 killed and 30 wounded in Beirut on Monday.",
        "The Yemeni Interior Ministry had listed nine killed in Taiz by Friday.",
    ],
)
def test_who_counts_the_dead_did_not_kill_them(text):
    reports = code_text(text).reports
    assert reports
    assert not set().union(*(names(report, "agent") for report in reports))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The massacre in Tumaco, which the army attributes to the ELN, was perpetrated by FARC dissidents.",
            "FARC dissidents",
        ),
        (
            "The attack in Bama, which the army blames on Boko Haram, was carried out by Nigerian soldiers.",
            "Nigerian Army",
        ),
        ("The attack in Goma which Rwanda attributes to the FDLR was committed by the M23.", "M23"),
        ("A raid on Kalogo in Mali blamed on JNIM was condemned by the government.", "JNIM"),
    ],
)
def test_whose_deed_it_was_by_its_own_clause_goes_before_the_charge_in_another(text: str, who: str):
    deed = _deed(text, "attack_on_civilians", "offensive")
    assert names(deed, "agent") == {who}
    assert "attributes" not in {voice.cue for voice in deed.attribution}
