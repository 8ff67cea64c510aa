"""Whose deed it was by what is said of a side: who bears the blame, of whom a noun is said, who took it back."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "The minister said on Monday that the Sudanese army bears responsibility for an air strike that killed 40 "
            "people in Nyala.",
            "air_strike",
            "Sudanese Armed Forces",
        ),
        (
            "Ukraine's foreign minister said Russia bears full responsibility for the shelling of a market in "
            "Kostiantynivka on Wednesday that killed 17 people.",
            "shelling",
            "Russia",
        ),
        (
            "A car bomb killed nine people in Mogadishu on Monday. Somalia's president said Al-Shabaab bears "
            "responsibility for the attack.",
            "explosion",
            "Al-Shabaab",
        ),
    ],
)
def test_who_bears_the_responsibility_has_done_it_and_owned_up_to_nothing(text, type_, who):
    (report,) = code_text(text).reports
    assert (report.type.label, names(report, "agent")) == (type_, {who})
    assert who not in {voice.speaker for voice in report.attribution}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "The rebels took responsibility for the attack that killed six policemen in Cauca in Colombia on Monday.",
            {"statement_confession_claim", "offensive"},
        ),
        (
            "The group said it bore responsibility for the bombing in Jos on Monday.",
            {"statement_confession_claim", "explosion"},
        ),
        ("Russia bears responsibility for its soldiers, the minister said after talks in Geneva.", set()),
    ],
)
def test_who_says_so_of_himself_owns_up(text, types):
    assert {report.type.label for report in code_text(text).reports} == types


def test_who_does_not_bear_it_has_not_done_it():
    text = "The Houthis do not bear responsibility for the attack on Abha airport, a spokesman said."
    assert all(not names(report, "agent") for report in code_text(text).reports)


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        (
            "The Rapid Support Forces have been the main force fighting the army in Darfur and have captured Zalingei.",
            {"Rapid Support Forces"},
            {"Sudanese Armed Forces"},
        ),
        ("The M23 is the only group that attacked Goma on Monday.", {"M23"}, set()),
        ("It was the Houthis who shelled Marib on Monday.", {"Houthi movement"}, set()),
        ("The Azov Regiment was the first unit to enter Mariupol and recaptured the port.", {"Azov Brigade"}, set()),
        ("The ELN is a group of rebels who robbed a bank in Arauca.", {"Colombian opposition armed groups"}, set()),
        (
            "The victims were villagers fleeing Bama and were shot by Boko Haram.",
            {"Boko Haram"},
            {"civilians"},
        ),
    ],
)
def test_a_side_does_what_the_noun_that_is_said_of_it_does(text, agents, targets):
    (report,) = code_text(text).reports
    assert (names(report, "agent"), names(report, "target")) == (agents, targets)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        (
            "Clashes broke out between the RSF and the army in Nyala on Monday and the RSF captured the town.",
            "Rapid Support Forces",
            "Sudanese Armed Forces",
        ),
        (
            "The army fought the rebels near Djibo and captured the town on Monday in Burkina Faso.",
            "Burkinabe Army",
            "Burkinabe opposition armed groups",
        ),
    ],
)
def test_of_two_who_fought_one_took_the_town(text, who, whom):
    (report,) = code_text(text).reports
    assert (report.type.label, names(report, "agent"), names(report, "target")) == ("territory_taken", {who}, {whom})


def test_two_who_only_fought_stay_two_sides():
    (report,) = code_text("The army fought the rebels near Djibo in Burkina Faso on Monday.").reports
    assert names(report, "party") == {"Burkinabe Army", "Burkinabe opposition armed groups"}


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        (
            "By Friday all but one of the villages taken by government forces had been recaptured by the rebels who "
            "include fighters from the Arakan Army in Myanmar.",
            [{"Myanmar military"}, {"Arakan Army"}],
        ),
        (
            "Villages seized by the rebels in Ituri were retaken by the Congolese army on Monday.",
            [{"Congolese opposition armed groups"}, {"FARDC"}],
        ),
        (
            "By Monday the hills taken by the army near Taiz in Yemen had been retaken by gunmen.",
            [{"Yemeni Army"}, {"unidentified armed group"}],
        ),
        ("The villages taken by the Arakan Army include Paletwa.", [{"Arakan Army"}]),
    ],
)
def test_what_one_had_taken_another_took_back(text, taken):
    assert [names(report, "agent") for report in code_text(text).reports] == taken


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        (
            "Sudanese and Emirati air strikes have battered parts of Darfur.",
            {"Sudanese Armed Forces", "United Arab Emirates"},
            set(),
        ),
        ("US and British air strikes hit Sanaa on Monday.", {"United States", "United Kingdom"}, set()),
        ("Syrian and Russian raids pounded Douma on Monday.", {"Syrian Arab Army", "Russia"}, set()),
        ("Israeli strikes hit Hezbollah positions near Tyre.", {"Israel"}, {"Hezbollah"}),
        ("Police raids hit ELN camps in Arauca in Colombia.", {"National Police of Colombia"}, {"ELN"}),
    ],
)
def test_both_whose_strikes_they_were_have_done_it(text, agents, targets):
    report = code_text(text).reports[0]
    assert (names(report, "agent"), names(report, "target")) == (agents, targets)
