"""Who did it to whom: both sides of a deed, short forms and pronouns that mean them, and who had no part in it."""

import pytest

from tests.coding.coded import code_text, names


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
        ("Attackers fired on a lorry carrying farmers near Minna in Nigeria on Monday.", "target", "farmers"),
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
        ("The army shelled the Houthi-held port of Mokha in Yemen.", {"Yemeni Army"}, {"Houthi movement"}),
        ("Shells on the Houthi-held port of Mokha in Yemen killed six residents.", set(), {"civilians"}),
        ("An air strike hit positions held by the Houthis in Marib, Yemen.", set(), {"Houthi movement"}),
        ("Men of the 62nd Infantry Battalion shot a man in Negros, Philippines.", {"Philippine Army"}, {"civilians"}),
        ("Murle youth attacked a cattle camp in Jonglei, killing seven people.", {"Murle youth"}, {"civilians"}),
        ("The gang Ti Bwa attacked Carrefour-Feuilles in Haiti.", {"Ti Bwa gang"}, set()),
        ("Soldiers shot dead four herders in Kidal, Mali.", {"Malian Armed Forces"}, {"herders"}),
        ("An ambush by ADF fighters left 11 civilians dead in Congo.", {"Allied Democratic Forces"}, {"civilians"}),
        ("Extra police were deployed to Jos in Nigeria.", {"Nigeria Police Force"}, set()),
        ("The crowd lynched two informers of the Gran Grif gang in Haiti.", {"crowd"}, {"informers"}),
        ("More than 20,000 people live under siege in El Fasher in Sudan.", set(), {"civilians"}),
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
        ("Traders were attacked and robbed by bandits near Gusau in Nigeria.", {"bandits (Nigeria)"}, {"traders"}),
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
