"""What a deed was by who did it, and what is none: air forces on the wing, a war's millions, words of other things."""

import pytest

from tests.coding.coded import code_text, types


def told(text):
    return types(code_text(text, "2024-05-20"))


@pytest.mark.parametrize(
    "text",
    [
        "The Russian Aerospace Forces have destroyed a command centre near Mayadin in Syria and killed 34 fighters.",
        "Saudi air force sorties destroyed two launchers and killed 12 Houthi fighters in Saada in Yemen.",
        "The Ethiopian Air Force killed 30 OLA fighters near Nekemte on Tuesday, state media reported.",
        "Coalition aircraft eliminated two commanders of Islamic State in Tal Afar in Iraq.",
        "A barrel bomb attack on the market of Kauda in Sudan killed eight civilians.",
        "The United States fired dozens of cruise missiles against the base near Homs in Syria.",
        "Drones of the Iraqi army wiped out a cell of Islamic State in the Hamrin hills.",
    ],
)
def test_from_the_air(text):
    assert set(told(text)) == {"air_strike"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the air force base at Shindand in Afghanistan on Monday.",
        "Tanks and jets launched an offensive on Jarablus in Syria on Wednesday.",
        "The Ukrainian air force shot down nine drones over Odesa on Sunday.",
    ],
)
def test_not_from_the_air(text):
    assert "air_strike" not in told(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (
            "The war in Syria has killed more than 300,000 people and forced millions to flee.",
            "displacement_evacuation",
        ),
        ("More than 10 million have been displaced across Sudan, according to the UN.", "displacement_evacuation"),
        ("Fighting since 2015 has displaced four million people in Yemen.", "displacement_evacuation"),
        ("The army of Syria has been fighting numerous groups within a civil war of six years.", "armed_clash"),
        ("The Philippine government has fought communist rebels for more than five decades.", "armed_clash"),
        ("The barrel bombs that the regime has deployed in Aleppo in Syria were banned.", "deployment"),
        ("Fighters left Loikaw in Myanmar on Friday under a deal brokered by two bishops.", "mediation"),
        ("The government of Sudan protested the conference in London last week.", "protest"),
        ("Three of the migrants in Agadez in Niger turned out to be members of the group.", "protest"),
        ("Mines have killed children in a town recently freed of the militants in Syria.", "prisoner_exchange_release"),
        ("Sweden summoned the Turkish ambassador in Stockholm on Friday.", "sanction"),
        ("Police entered the university in Dhaka in Bangladesh on Sunday.", "territory_taken"),
        ("A convoy left the besieged town of Djibo in Burkina Faso on Friday.", "siege_blockade"),
        ("Clothes and books were strewn across the school in Kharkiv after the blast.", "bodies_found"),
        ("The fighters at Sake in Congo are well equipped for a long siege.", "training"),
        ("A missile that hit Marib in Yemen smashed dozens of vehicles.", "riot"),
        ("In a bombed hospital in Gaza a wall had collapsed on the beds.", "accident"),
        ("The dead gunmen were identified as nationals of Chad.", "investigation_trial"),
    ],
)
def test_no_such_deed(text, type_):
    assert type_ not in told(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Troops freed the town of Baga in Nigeria from Boko Haram on Monday.", "territory_taken"),
        ("Students protested in Dhaka in Bangladesh on Sunday.", "protest"),
        ("Aid reached the rebel-besieged garrison of Kidal in Mali on Monday.", "siege_blockade"),
        ("Food is running out in the RSF-encircled city of Babanusa in Sudan.", "siege_blockade"),
        ("Government troops have been fighting rebels in Sake in Congo for weeks.", "armed_clash"),
        ("Fighting in Goma in Congo drove 40,000 people from their homes on Monday.", "displacement_evacuation"),
        ("The army seized the group's last bastion in the Sambisa forest in Nigeria on Monday.", "territory_taken"),
        ("A drone dropped canisters of chlorine on trenches near Bakhmut, Ukraine said.", "chemical_attack"),
        ("A ground advance by the army on Bolan in Pakistan was repelled.", "attack_repelled"),
        ("Raiders drove away 6,000 head of cattle from Pieri in South Sudan.", "looting_destruction"),
        ("Israeli forces prevented ambulances from reaching Jenin on Monday.", "siege_blockade"),
        ("Some 1,700 villagers have come down from the hills around Tembagapura.", "displacement_evacuation"),
    ],
)
def test_deed(text, type_):
    assert type_ in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen ambushed a minibus near Gwoza in Nigeria on Friday, killing five people.",
        "ADF rebels ambushed a truck carrying traders near Oicha in Congo on Friday, killing four traders.",
        "JNIM fighters ambushed a pickup with passengers near Djibo in Burkina Faso, killing three passengers.",
        "Gunmen ambushed a taxi near Mamfe in Cameroon on Friday, killing the driver.",
        "Rebels ambushed a truck carrying workers in Masbate in the Philippines, killing two workers.",
    ],
)
def test_an_ambush_on_those_who_travel(text):
    assert told(text) == ["attack_on_civilians"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels ambushed a truck carrying soldiers near Loikaw in Myanmar on Friday, killing four soldiers.",
        "Rebels ambushed a police minibus near Kidal in Mali on Friday, killing four policemen.",
        "Rebels ambushed a pickup of the army near Arauca in Colombia on Friday.",
    ],
)
def test_an_ambush_on_those_who_fight(text):
    assert told(text) == ["armed_clash"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A reporter was killed in a Saudi airstrike in the town of Abs in Yemen on Monday.", "air_strike"),
        ("A priest was killed in a car bombing near Jos in Nigeria on Monday.", "explosion"),
        (
            "A journalist was killed and two were hurt in a Russian drone strike near Kramatorsk on Friday.",
            "air_strike",
        ),
        ("A commander of the group was killed in a US drone strike near Shabwa in Yemen on Monday.", "killing"),
        ("The mayor was killed in a missile strike on Chernihiv on Monday.", "killing"),
        ("A reporter was shot dead in Gaziantep in Turkey on Monday.", "killing"),
    ],
)
def test_who_dies_by_fire_on_a_place_was_not_sought_out(text, type_):
    assert told(text) == [type_]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A woman inspected her burnt house in Bakhmut on Monday.", []),
        ("UN experts inspected the site of the attack in Kharkiv on Monday.", ["investigation_trial"]),
        ("Most of the bodies appeared ashen or pale in a clinic in Nyala in Sudan.", []),
        ("Eleven bodies appeared on a beach near Zuwara in Libya on Monday.", ["bodies_found"]),
        ("Deliberately targeting aid workers is a clear violation of the law, a spokesman in Juba said.", []),
        ("The war in Yemen began as a peaceful movement demanding democratic change.", []),
        ("Protesters demanding the president's resignation marched in Khartoum on Monday.", ["protest"]),
        ("The union demanded the release of 12 teachers in Maroua in Cameroon on Monday.", ["statement_demand"]),
    ],
)
def test_looks_judgements_and_what_a_movement_wants_are_no_deeds(text, types):
    assert told(text) == types
