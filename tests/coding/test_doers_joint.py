"""Doers told of together: forces taken up as one, two groups behind "of", armies of several countries on a page."""

from tests.coding.coded import code_text, names


def test_the_joint_force_is_of_both_sides_told_of_before():
    coded = code_text(
        "Malian soldiers and Wagner fighters attacked the village of Moura on Sunday. "
        "During the raid, the joint force found grenades."
    )
    assert any(
        names(report, "agent") == {"Malian Armed Forces", "Wagner Group"} and report.span.quote == "found"
        for report in coded.reports
    )


def test_sides_that_fight_each_other_are_no_joint_force():
    coded = code_text(
        "Clashes between the army and the police broke out in Juba on Monday. The security forces killed two people."
    )
    assert all(len(names(report, "agent")) < 2 for report in coded.reports)


def test_fighters_of_two_groups_are_of_both():
    coded = code_text("Fighters of Ahrar al-Sham and of Liwa al-Haqq fired rockets at Fua on Monday.")
    assert len(names(coded.reports[0], "agent")) == 2


def test_the_army_is_that_of_the_country_the_passage_opens_with():
    coded = code_text(
        "Somali troops killed 15 militants near Baidoa on Monday. In Kenya, police arrested two suspects in Garissa. "
        "The army shot dead a gunman at Mandera."
    )
    assert [names(report, "agent") for report in coded.reports] == [
        {"Somali Armed Forces"},
        {"Kenyan police"},
        {"Kenya Defence Forces"},
    ]


def test_hunters_and_herders_of_a_headline_are_two_sides():
    coded = code_text("Clash between Dogon hunters and Fulani herders kills 12 in Bankass.")
    assert names(coded.reports[0], "party") == {"Dogon hunters", "Fulani herders"}


def test_a_territory_without_an_army_has_none_that_shoots():
    coded = code_text("The army shot dead a Palestinian teenager in Hebron on Monday.")
    assert not any("Palestinian" in name for name in names(coded.reports[0], "agent"))
