"""Whose place, whose deed, whose words: what stands near a happening is not always its own."""

from tests.coding.coded import code_text, names, types


def test_a_place_under_another_happening_is_not_this_ones():
    coded = code_text(
        "Hezbollah fired thirty rockets at Kiryat Shmona on Sunday in response to an Israeli air raid on Nabatieh."
    )
    rockets = next(report for report in coded.reports if "Hezbollah" in names(report, "agent"))
    assert rockets.place is not None
    assert rockets.place.name == "Kiryat Shmona"


def test_residents_behind_a_list_of_the_dead_are_the_ones_who_tell():
    coded = code_text(
        "An air strike hit the mosque in the town of Bama on Monday, killing at least 30 worshippers, two residents "
        "and a nurse told the agency."
    )
    assert [figure.low for figure in coded.figures if figure.measure == "killed"] == [30]
    assert "residents" in coded.reports[0].attribution[0].speaker


def test_two_who_tell_behind_a_toll_are_not_dead():
    coded = code_text(
        "Jets bombed a bus in Hodeidah on Monday, killing 12 people, a doctor at the local hospital and two witnesses "
        "told AFP."
    )
    assert [figure.low for figure in coded.figures if figure.measure == "killed"] == [12]


def test_soldiers_are_released_like_anybody():
    coded = code_text("ELN rebels released two soldiers on Wednesday whom they had abducted in Arauquita in May.")
    assert "prisoner_exchange_release" in types(coded)
    assert "abduction" in types(coded)


def test_how_the_doers_came_is_part_of_what_they_did():
    coded = code_text("The rebels, who arrived in two boats, burned forty houses in Mucojo on Monday.")
    assert types(coded) == ["looting_destruction"]


def test_burning_tyres_are_a_protest():
    assert types(code_text("Residents of Sarabia burned tyres on Monday to demand protection.")) == ["protest"]


def test_a_label_for_the_deed_names_nobody():
    labelled = code_text("Six people were killed in a terrorist attack near Aleppo on Monday.").reports
    named = code_text("Six people were killed in a Boko Haram attack near Maiduguri on Monday.").reports
    assert not any(names(report, "agent") for report in labelled)
    assert any(names(report, "agent") == {"Boko Haram"} for report in named)


def test_who_is_responsible_for_a_deed_did_it():
    coded = code_text("Insurgents were responsible for an attack that killed 40 villagers in Tolwa, the UN said.")
    assert any(names(report, "agent") for report in coded.reports)


def test_a_planned_signing_with_a_day_is_kept():
    coded = code_text("The two sides are expected to sign a ceasefire next week.")
    assert [report.status for report in coded.reports] == ["planned"]


def test_both_sides_of_a_fight_are_found_behind_an_aside():
    (report,) = code_text(
        "Fresh fighting between the FARDC, backed by Wazalendo militias and Burundian troops, and the M23 was reported "
        "on Wednesday around Sake."
    ).reports
    assert names(report, "party") == {"FARDC", "M23"}
    assert report.attribution == ()


def test_the_dead_of_a_repelled_attack_are_the_attackers():
    (report,) = code_text(
        "On Friday Rwandan forces repelled an assault on a convoy near Mbau by insurgents, killing four of them."
    ).reports
    assert report.type.label == "attack_repelled"
    assert names(report, "target") == {"Rwanda Defence Force"}
    assert "Rwanda Defence Force" not in names(report, "agent")


def test_a_place_of_what_followed_is_not_where_it_happened():
    coded = code_text("M23 took control of the town of Shasha on Sunday, cutting the road between Goma and Bukavu.")
    taken = next(report for report in coded.reports if report.type.label == "territory_taken")
    assert [place.name for place in taken.places] == ["Shasha"]
