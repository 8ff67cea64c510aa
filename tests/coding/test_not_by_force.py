"""Blows dealt with words, wars of decades, old deeds that are commemorated, and who marches into a town."""

import pytest

from tests.coding.coded import code_text, names, types


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers attacked the president over his plan to leave Syria.",
        "The minister came under fire for his remarks on the central bank.",
        "The opposition leader attacked the government over the price of maize in Kenya.",
        "Newspapers attacked the prime minister for his speech on Kashmir.",
        "The bishop attacked the government's policy in a sermon.",
    ],
)
def test_blows_dealt_with_words_are_no_force(text: str) -> None:
    assert not set(types(code_text(text))) & {"offensive", "attack_on_civilians", "armed_clash"}


@pytest.mark.parametrize(
    "text",
    [
        "Herders attacked the village of Bor over stolen cattle on Monday, killing six.",
        "Israel attacked Iran over its nuclear programme on Friday.",
        "A patrol came under fire for two hours near Zhari in Afghanistan on Monday.",
        "A convoy came under fire for the second time in a week near Gao in Mali.",
        "Youths attacked the police station in Jos over the killing of a trader on Monday.",
    ],
)
def test_force_stays_force_whatever_it_is_over(text: str) -> None:
    assert set(types(code_text(text))) & {"offensive", "attack_on_civilians", "armed_clash", "riot", "air_strike"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("M23 rebels marched into Goma in Congo on Tuesday.", "territory_taken"),
        ("Taliban fighters marched into the capital of Afghanistan on Sunday.", "territory_taken"),
        ("Thousands marched into the centre of Khartoum on Sunday to demand civilian rule.", "protest"),
        ("Veterans marched through Accra on Sunday.", "protest"),
    ],
)
def test_fighters_who_march_into_a_town_take_it(text: str, type_: str) -> None:
    assert types(code_text(text)) == [type_]


def test_a_deed_that_is_commemorated_is_nobody_s_protest() -> None:
    text = "Thousands gathered in Srebrenica on Saturday to mark 20 years since Serb forces killed 8,000 men there."
    assert all("Serb" not in name for r in code_text(text).reports if r.type.label == "protest" for name in names(r))


def test_a_war_of_decades_is_no_fight() -> None:
    assert "armed_clash" not in types(code_text("The FARC fought the state for 52 years in Colombia."))
    assert "armed_clash" in types(code_text("The FARC fought the army for two days in Tumaco in Colombia."))


def test_what_is_agreed_beside_a_truce_is_yet_to_come() -> None:
    text = "Yemen's warring parties agreed on Thursday to a ceasefire in Hodeidah and to withdraw their troops."
    assert {report.status for report in code_text(text).reports if report.type.label == "territory_lost"} <= {"planned"}


def test_a_cessation_that_is_agreed_is_one_accord() -> None:
    text = "Ethiopia and the Tigrayan forces agreed to a permanent cessation of hostilities in Pretoria on Wednesday."
    assert len(code_text(text).reports) == 1


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Boko Haram has pledged allegiance to Islamic State.", "group_change", "happened"),
        ("The Security Council imposed an arms embargo on South Sudan on Friday.", "sanction", "happened"),
        ("Saudi Arabia imposed a land and sea blockade on Qatar on Monday.", "siege_blockade", "happened"),
        ("The ministry has announced plans to distribute grain in Tigray next week.", "aid_delivery", "planned"),
        ("France pledged 20 million euros for the army of Lebanon.", "arms_or_funds_supplied", "planned"),
        ("Gunmen killed ten mine clearers in Baghlan in Afghanistan on Tuesday.", "attack_on_civilians", "happened"),
        ("The town of Tabqa in Syria was recently freed of militants.", "territory_taken", "happened"),
        ("Two pupils were freed by the army in Zamfara in Nigeria on Monday.", "prisoner_exchange_release", "happened"),
    ],
)
def test_what_a_word_tells_beside_its_fellows(text: str, type_: str, status: str) -> None:
    assert [(report.type.label, report.status) for report in code_text(text).reports] == [(type_, status)]


def test_what_was_only_aimed_at_is_not_told() -> None:
    assert code_text("The aid group has money to distribute grain in Tigray.").reports == ()


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The prime minister of Iraq resigned on Friday after troops killed 45 protesters in Nasiriyah.", "other"),
        ("Students gathered in Bogota on Friday after the police killed two of them in Cali.", "protest"),
    ],
)
def test_killings_after_which_something_was_done_are_told_for_themselves(text: str, type_: str) -> None:
    told = {report.type.label: names(report, "agent", "target") for report in code_text(text).reports}
    assert "attack_on_civilians" in told
    assert not told.get(type_, set()) & told["attack_on_civilians"] - {"protesters", "students", "civilians"}
