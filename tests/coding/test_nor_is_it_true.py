"""What a page says was not so, or that nobody saw or suffered: by how the sentence is built, not by one word "not"."""

import pytest

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    "text",
    [
        "The ministry spoke on Monday. Nor is it true that the Ukrainian army shelled the market in Donetsk.",
        "Neither is it correct that Colombian soldiers killed two farmers in Tibú, the army said.",
        "Neither was it the case that Houthi fighters abducted three aid workers in Taiz, the group said.",
        "Media said that rebels burned the market in Aweil. Nor is this true.",
    ],
)
def test_nor_is_it_true_denies(text: str) -> None:
    (report,) = code_text(text).reports
    assert report.status == "denied"


def test_where_something_is_not_the_case_a_deed_beside_it_is_told() -> None:
    (report,) = code_text("It is not the case in Ituri, where ADF rebels killed twelve farmers on Monday.").reports
    assert report.status == "happened"


@pytest.mark.parametrize(
    "text",
    [
        "None of the villagers saw a dead soldier in Loikaw.",
        "No one saw rebels burn the church in Bambari.",
        "Nobody reported that Boko Haram had killed farmers in Gwoza.",
        "None of the monitors found the body of a fighter in Jenin.",
        "No nurse reported any wounded civilians in Bukavu.",
        "Not a single civilian was hurt in Bukos, the police spokesman said.",
        "None of the 20 passengers was killed in Gao.",
        "Not one of the villagers was killed in Loikaw.",
        "The rebels did not kill a single soldier in Tumaco.",
    ],
)
def test_what_nobody_saw_or_suffered_is_no_deed(text: str) -> None:
    coded = code_text(text)
    assert coded.reports == ()
    assert all(figure.status == "denied" for figure in coded.figures)


@pytest.mark.parametrize(
    "text",
    [
        "None of the survivors saw who burned the clinic in Leer.",
        "No one saw the attack in which gunmen killed three teachers in Barsalogho.",
        "Four people were killed in Port-au-Prince on Monday. None of the neighbours saw the gunmen.",
    ],
)
def test_what_is_known_happened_though_nobody_saw_it(text: str) -> None:
    coded = code_text(text)
    assert [report.status for report in coded.reports] == ["happened"]
    assert all(figure.status == "happened" for figure in coded.figures)


@pytest.mark.parametrize(
    "text",
    [
        "No more than 20 people were killed in Gao on Monday, the mayor said.",
        "No fewer than nine villagers were killed in Loikaw on Monday.",
        "Not only civilians were killed in Tumaco on Monday; nine soldiers died.",
    ],
)
def test_not_more_and_not_only_are_no_denials(text: str) -> None:
    coded = code_text(text)
    assert coded.reports
    assert all(figure.status == "happened" for figure in coded.figures)


def test_a_voice_keeps_its_word_of_doubt() -> None:
    (report,) = code_text(
        "Investigators said that Myanmar soldiers were probably responsible for the killing of four monks in Pinlaung."
    ).reports
    assert [voice.hedge for voice in report.attribution] == ["probably"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army denied what the media published about the shelling of a school in Taiz yesterday.", "denied"),
        ("The governor rejected what had been said about the killing of farmers in Bama on Friday.", "denied"),
        ("The army confirmed what the militia said about the shelling of Nyala on Friday.", "happened"),
        ("The army spoke about the shelling of a market in Nyala on Friday.", "happened"),
    ],
)
def test_what_somebody_spread_about_a_deed_and_another_denies_is_denied(text: str, status: str) -> None:
    deeds = [one.status for one in code_text(text).reports if not one.type.label.startswith("statement_")]
    assert deeds == [status]
