"""Whether it happened, where several verbs, conditions and denials stand around one deed."""

import pytest

from tests.coding.coded import code_text


def told(text):
    return {(report.type.label, report.status) for report in code_text(text).reports}


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The army will shell Sake in Congo and destroy the rebels' bases, its spokesman said.", "shelling", "planned"),
        ("Rumours that rebels had entered Goma in Congo on Tuesday proved to be false.", "territory_taken", "denied"),
        (
            "The mission has confirmed reports that militiamen shot ten villagers in Djugu.",
            "attack_on_civilians",
            "happened",
        ),
        (
            "The union denied that its men carried out the massacre of herders in Agatu.",
            "attack_on_civilians",
            "happened",
        ),
        ("The long-expected offensive has begun near Taiz in Yemen, officers said.", "offensive", "happened"),
        ("Clashes are ongoing in the south of Khartoum, residents said.", "armed_clash", "ongoing"),
        ("Fighting is under way near Jibla in Yemen, an officer said.", "armed_clash", "ongoing"),
        ("A looming offensive on Rafah could displace a million people, the UN warned.", "offensive", "planned"),
        ("The parties were to have signed a peace deal in Luanda in Angola on 2 March.", "agreement", "planned"),
        (
            "Sarin is believed to have been used in Saraqeb in Syria in 2013.",
            "chemical_attack",
            "alleged",
        ),
        ("Dozens died in strikes allegedly carried out by Russian jets on Idlib in Syria.", "air_strike", "alleged"),
        ("A protest called for Friday in Tbilisi in Georgia has been banned.", "protest", "planned"),
        ("A general strike was called for Monday by unions in Khartoum in Sudan.", "protest", "planned"),
        ("Peace talks between the two sides are due to resume in Jeddah next week.", "negotiation_talks", "planned"),
        ("General Min Aung Hlaing ordered the assault on Laukkai in Myanmar, a captive said.", "offensive", "happened"),
        ("Kinshasa accused Rwanda of taking part in the attack on Sake on Thursday.", "offensive", "happened"),
        ("The two sides blamed each other for the shelling of Stepanakert on Sunday.", "shelling", "happened"),
        ("The ministry called the report of a massacre in Tigray pure fabrication.", "attack_on_civilians", "denied"),
        ("Turkish drones are conducting strikes on Kurdish positions near Tal Tamr in Syria.", "air_strike", "ongoing"),
        ("Israeli jets have been mounting attacks on Beirut in Lebanon since Monday.", "air_strike", "ongoing"),
        ("M23 fighters tried to retake Nyabiondo in Congo on Monday.", "offensive", "happened"),
        ("Russian forces are attempting to encircle Kostiantynivka in Ukraine.", "siege_blockade", "ongoing"),
        ("Niger revoked a military agreement with the United States on Saturday.", "agreement", "ended"),
        ("Bodies were still being recovered in Bokkos in Nigeria on Wednesday.", "bodies_found", "ongoing"),
        ("The army halted its offensive on Laukkai in Myanmar on Friday.", "offensive", "ended"),
        ("France, which withdrew its last troops from Mali in 2022, condemned it.", "territory_lost", "happened"),
        (
            "The army accuses the RSF of attacking Khartoum with drones supplied by the United Arab Emirates.",
            "arms_or_funds_supplied",
            "alleged",
        ),
        ("Aid is held up by a battle raging in Omdurman in Sudan.", "armed_clash", "ongoing"),
        ("Aid reached Babanusa, a town besieged by the RSF in Sudan.", "siege_blockade", "ongoing"),
        ("Kharkiv in Ukraine has been shelled daily for weeks.", "shelling", "ongoing"),
        ("Crowds in Atbara demanded weapons after the fall of Wad Madani in Sudan.", "territory_taken", "happened"),
        ("The rebels are no longer besieging Djibo in Burkina Faso.", "siege_blockade", "ended"),
        ("The judge ordered the release of two writers arrested in Gitega in Burundi in May.", "arrest", "happened"),
        ("The union accuses the Malian army of having executed four herders in Hombori.", "execution", "alleged"),
        (
            "Reports that rebels had captured Goma airport were untrue, the government said.",
            "territory_taken",
            "denied",
        ),
        ("There is no basis for the claim that our men looted Kidal in Mali.", "looting_destruction", "denied"),
        ("Media spread the fabricated news that our jets bombed Depayin in Myanmar.", "air_strike", "denied"),
        ("It is a fabrication that our jets struck Saada in Yemen, the coalition said.", "air_strike", "denied"),
        ("Reports that rebels had captured Buka in Congo are fantasies, an aide said.", "territory_taken", "denied"),
        ("The panel recommends:\n\na) Arrest the mayor of Kadugli in Sudan.", "arrest", "called_for"),
        (
            "We call on both armies to:\n\n- Release the reporters held in Aksum.",
            "prisoner_exchange_release",
            "called_for",
        ),
        # harm to whoever does something is threatened
        ("The group said it would burn every lorry that used the road to Gao.", "looting_destruction", "threatened"),
        (
            "Any farmer who sells to the army will be shot, a pamphlet in Tame said.",
            "attack_on_civilians",
            "threatened",
        ),
        ("The rebels' leader said his men would attack Goma if the army advanced.", "offensive", "threatened"),
        ("The army will storm Sake in Congo on Friday, its spokesman said.", "offensive", "planned"),
        (
            "Any rebel who lays down arms will be freed, the governor of Bauchi said.",
            "prisoner_exchange_release",
            "planned",
        ),
        # what a complaint or a rumour says
        (
            "There is no proof of the complaint that soldiers killed six farmers at Bambili on Monday.",
            "attack_on_civilians",
            "alleged",
        ),
        (
            "A rumour that gunmen had burned nine houses in Sugapa on Friday spread through the town.",
            "looting_destruction",
            "alleged",
        ),
        # who is seized by the family's word and in nobody's custody by the officials'
        (
            "The family of the teacher said agents abducted him in Khuzdar on Monday. "
            "A police officer denied that he was in their custody.",
            "abduction",
            "alleged",
        ),
        (
            "Residents said soldiers arrested twelve youths in Shopian on Friday. "
            "The army said no one had been detained.",
            "arrest",
            "alleged",
        ),
        (
            "Residents said soldiers arrested twelve youths in Shopian on Friday. "
            "The police said they had been held for throwing stones.",
            "arrest",
            "happened",
        ),
    ],
)
def test_status(text, type_, status):
    assert (type_, status) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The general would strike Goma in Congo if the rebels freed no prisoners.",
        "The miners should go home and resume talks with the government of Bolivia.",
        "The rebels did not burn or loot any homes in Rutshuru in Congo.",
        "There is a risk that fighting will resume in Tripoli in Libya.",
        "Residents fear that soldiers will attack Lumuma in Tanzania again.",
        "The mission worries that drones may strike Kassala in Sudan.",
        "The troops will only leave Wau in South Sudan when the rebels surrender.",
        "The union demanded that the hostages be freed in Kaga-Bandoro in the Central African Republic.",
        "The ministry said that its forces do not target civilians in Gaza.",
    ],
)
def test_nothing_of_it_happened(text):
    done = [label for label, status in told(text) if status in ("happened", "denied")]
    assert [label for label in done if label != "statement_demand"] == []


def test_what_comes_after_a_walkout_is_a_deed_of_its_own():
    text = "The guerrillas suspended talks with the government of Colombia after soldiers killed nine rebels."
    assert {"negotiation_talks", "armed_clash"} <= {label for label, _ in told(text)}


def test_to_order_a_strike_is_to_call_for_it():
    text = "The president of Nigeria ordered the air force to bomb camps near Gusau."
    assert "deployment" not in {label for label, _ in told(text)}


def test_leaving_talks_is_no_withdrawal_and_leaving_a_town_is():
    left = {label for label, _ in told("The rebels pulled out of talks in Doha in Qatar on Monday.")}
    assert "statement_refusal" in left
    assert "territory_lost" not in left
    assert ("territory_lost", "happened") in told("The rebels pulled out of Doro in Niger on Monday.")


def test_families_flee_and_fighters_retreat():
    assert ("displacement_evacuation", "happened") in told("Hundreds of families fled Palma in Mozambique on Monday.")
    assert not {("displacement_evacuation", "happened")} & told("The soldiers fled Palma in Mozambique on Monday.")


def test_most_of_the_missiles_are_missiles():
    told_ = told("The air defences had intercepted most of the missiles over Homs in Syria, the army said.")
    assert ("weapons_seized_or_destroyed", "happened") in told_


def test_of_a_known_deed_nobody_is_made_the_doer_by_an_accusation():
    coded = code_text("Kinshasa accused Rwanda of taking part in the attack on Sake on Thursday.")
    assert not any(part.role == "agent" for report in coded.reports for part in report.participants)


def test_a_withdrawal_that_was_demanded_is_only_a_demand():
    coded = code_text("The withdrawal of M23 fighters from Goma in Congo was demanded by Kinshasa on Tuesday.")
    assert [report.type.label for report in coded.reports] == ["statement_demand"]


def test_an_account_that_is_rejected_is_denied_and_what_goes_on_is_ongoing():
    text = "The army denies the allegations of certain media according to which soldiers executed herders in Diafarabe."
    assert [report.status for report in code_text(text).reports] == ["denied"]
    fall = code_text("The fall of Sake is a lie, the governor of North Kivu said.").reports[0]
    assert fall.status == "denied"
    clashes = code_text("Clashes are going on in the centre of Goma, the police chief said.").reports[0]
    assert clashes.status == "ongoing"


def test_nor_did_they_tells_no_deed():
    assert not code_text("Nor did the network murder the politician in Owerri in Nigeria on 30 May.").reports


@pytest.mark.parametrize(
    "text",
    [
        "The bomb would have killed dozens had it gone off in the station of Lviv in Ukraine.",
        "Should the rebels storm the camp at Bulo in Somalia, its guards would flee.",
    ],
)
def test_a_condition_told_by_the_order_of_words_is_no_deed(text):
    assert not {each for each in told(text) if each[1] == "happened"}


@pytest.mark.parametrize(
    "text",
    [
        "Any vehicle found on the road to Bamenda in Cameroon will be treated as an enemy vehicle and burned.",
        "Traders who pay the tax in Shabwah in Yemen will be caught and shot, the group said.",
        "Malicious media reported that the camp at Myawaddy in Myanmar was occupied; the news is totally false.",
        "It was said on social media that our jets bombed the market of Kaya in Burkina Faso. This is false.",
        "Some channels claim that rebels entered Aguelhok in Mali on Monday. The claim has no basis.",
    ],
)
def test_what_is_to_come_or_told_to_be_belied_has_not_happened(text):
    assert not {each for each in told(text) if each[1] in ("happened", "ongoing")}


def test_what_residents_tell_stays_told_though_somebody_calls_it_false():
    text = "Residents said soldiers burned a school in Mindat in Myanmar. The army said this was not true."
    assert ("looting_destruction", "happened") in told(text)


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("The UN says a truce is being negotiated in Khartoum.", "ceasefire_halt", "planned"),
        ("A deal is being negotiated for a truce in Taiz in Yemen.", "ceasefire_halt", "planned"),
        ("The government and the ELN are negotiating a ceasefire in Arauca.", "ceasefire_halt", "planned"),
        ("A deal was being negotiated for the evacuation of rebels from Waer.", "displacement_evacuation", "planned"),
        ("The release of 20 hostages is being brokered in Zamfara.", "prisoner_exchange_release", "planned"),
        ("A truce was negotiated in Taiz in Yemen on Monday.", "ceasefire_halt", "happened"),
    ],
)
def test_what_is_still_negotiated_is_not_there(text, type_, status):
    assert {report.status for report in code_text(text).reports if report.type.label == type_} == {status}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Sudanese army declared the ceasefire over on Monday.", [("ceasefire_halt", "ended")]),
        ("The rebels declared the truce dead on Monday in Kachin State.", [("ceasefire_halt", "ended")]),
        ("The rebels declared a truce on Monday in Kachin State.", [("ceasefire_halt", "happened")]),
        ("The truce between the army and the KIA in Myanmar broke down on Monday.", [("ceasefire_halt", "ended")]),
        ("Al-Shabaab vowed to continue its attacks on Kampala.", [("statement_threat", "happened")]),
        ("The rebel leader in Goma vowed to keep fighting.", [("statement_threat", "happened")]),
        (
            "Police did not say whether the explosion in Quetta on Monday was the result of an attack or a gas leak.",
            [("explosion", "happened")],
        ),
    ],
)
def test_what_is_declared_vowed_or_left_open(text, expected):
    assert [(report.type.label, report.status) for report in code_text(text).reports] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government does not plan to negotiate with the gangs in Port-au-Prince.", set()),
        ("The government plans to negotiate with the gangs in Haiti.", {("negotiation_talks", "planned")}),
        ("The police in Kenscoff in Haiti were warned of the gangs on Monday.", set()),
        ("The gangs warned the police in Port-au-Prince of retaliation.", {("statement_threat", "happened")}),
    ],
)
def test_what_is_not_planned_and_whom_nobody_threatens(text, expected):
    assert told(text) == expected
