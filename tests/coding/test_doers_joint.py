"""Doers told of together: forces taken up as one, two groups behind "of", armies of several countries on a page."""

from tests.coding.coded import code_text, names, some


def test_the_joint_force_is_of_both_sides_told_of_before():
    coded = code_text(
        "Malian soldiers and Wagner fighters attacked the village of Moura on Sunday. "
        "During the raid, the joint force found grenades."
    )
    assert any(
        names(report, "agent") == {"Malian Armed Forces", "Wagner Group"} and report.span.quote == "found"
        for report in coded.reports
    )


def test_the_joint_force_stays_joint_through_a_page():
    coded = code_text(
        "Afghan and coalition forces captured a Taliban commander in Khost on Monday. The security force went to a "
        "compound in Bak district. It was quiet. A dog barked. The security force searched three houses. A man spoke. "
        "Nobody fired. The security force discovered rifles at the scene."
    )
    found = [one for one in coded.reports if one.span.quote == "discovered"]
    assert len(names(found[0], "agent")) == 2


def test_sides_that_fight_each_other_are_no_joint_force():
    coded = code_text(
        "Clashes between the army and the police broke out in Juba on Monday. The security forces killed two people."
    )
    assert all(len(names(report, "agent")) < 2 for report in some(coded.reports))


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


def test_what_those_seized_had_done_before_is_theirs():
    coded = code_text("Soldiers detained three militants near Maiduguri on Monday. They had killed a farmer in Bama.")
    killed = next(report for report in coded.reports if report.span.quote == "killed")
    assert "Nigerian Army" not in names(killed, "agent")
    unknown = code_text("Police arrested six gang members in Haiti on Monday. They had attacked a market in Carrefour.")
    attack = [report for report in unknown.reports if report.span.quote == "attacked"]
    assert not any("Police" in name for report in attack for name in names(report, "agent"))


def test_the_dead_after_a_clash_with_soldiers_are_its_other_side():
    coded = code_text("Three rebels were killed after a clash with Congolese soldiers near Goma on Monday.")
    assert len(names(coded.reports[0], "party")) == 2


def test_who_counts_deeds_has_not_done_the_second_of_them():
    coded = code_text("The Lakeside Justice Front documented 211 killings and 97 kidnappings in Bamenda in May.")
    assert not any(names(report, "agent") for report in coded.reports)


def test_whose_men_surrendered_is_said_of_who_rejects_the_claim():
    coded = code_text("The M23 belies the claim of the army that two of its fighters surrendered in Goma on Monday.")
    assert all(names(report, "agent") == {"M23"} for report in some(coded.reports))


def test_one_we_is_of_the_body_that_the_statement_opens_with():
    coded = code_text(
        "The New People's Army condemns the murder of three peasants in Binalbagan on Monday. "
        "We call on human rights organizations to send a mission to Santol."
    )
    demand = next(report for report in coded.reports if report.type.label == "statement_demand")
    assert names(demand, "agent") == {"New People's Army"}
