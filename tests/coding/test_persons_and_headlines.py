"""Whom "he" and "its" take up, who backs whom, and who speaks behind a headline's dash."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        (
            "President Gustavo Petro condemned the violence. On Sunday, dissidents abducted a mayoral candidate in "
            "Jamundi, Colombia. He was released unharmed the next day.",
            "released",
            {"mayoral candidate"},
        ),
        (
            "President Bola Tinubu ordered an inquiry. Gunmen ambushed a bus near Funtua in Nigeria on Monday and "
            "seized the driver. He was shot dead a day later.",
            "shot",
            {"driver"},
        ),
        (
            "The governor says the delegate was kidnapped in Bamenda, Cameroon, on Monday. He was freed on Thursday.",
            "freed",
            {"delegate"},
        ),
        (
            "Gunmen seized Mayor Ana Ruiz in Toribio, Colombia, on Monday. She was released the next day.",
            "released",
            {"Ana Ruiz"},
        ),
    ],
)
def test_he_is_the_nearest_person_named_or_not(text: str, cue: str, who: set[str]):
    told = [names(report, "target") for report in code_text(text).reports if report.span.quote == cue]
    assert told == [who]


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        (
            "Russia’s Defence Ministry said its air defences had shot down 12 drones over the Bryansk region. "
            "Ukraine’s general staff said its forces had hit the oil depot in Klintsy.",
            "hit",
            {"Armed Forces of Ukraine"},
        ),
        ("Iran-backed militias attacked US bases on Monday.", "attacked", {"militias"}),
        (
            "Rwanda-backed rebels attacked Congolese troops near Goma.",
            "attacked",
            {"Congolese opposition armed groups"},
        ),
    ],
)
def test_whose_men_act(text: str, cue: str, who: set[str]):
    told = [names(report, "agent") for report in code_text(text).reports if report.span.quote == cue]
    assert told == [who]


def test_he_who_steps_on_a_mine_is_the_soldier_not_the_minister_before():
    coded = code_text(
        "Defence Minister Pedro Sánchez visited Tibú, Colombia. "
        "A soldier was injured on Monday when he stepped on a mine."
    )
    hit = [names(report, "target") for report in coded.reports if report.type.label == "explosion"]
    assert hit == [{"National Army of Colombia"}]


@pytest.mark.parametrize(
    ("headline", "voice"),
    [
        ("Two killed in Russian shelling of Kherson: police", "National Police of Ukraine"),
        ("Russian missile attack kills two in Sumy – mayor", "mayor"),
        ("Fourteen civilians killed in strike on Nyala market – activists", "activists"),
    ],
)
def test_who_stands_behind_a_headline_tells_it(headline: str, voice: str):
    (report,) = code_text(headline).reports
    assert [each.speaker for each in report.attribution] == [voice]
    assert voice not in names(report, "target") | names(report, "agent")


def test_a_country_that_a_route_leads_to_is_not_where_they_fight():
    (report,) = code_text("FARC dissidents and ELN fight over smuggling routes to Venezuela.").reports
    assert names(report, "party") == {"FARC dissidents", "ELN"}
    assert report.place is None or report.place.name != "Venezuela"


def test_the_we_of_a_statement_is_claimed_by_whoever_spoke_last():
    coded = code_text(
        "The ELN condemns the killing of fishermen at Saravena, Colombia.\n\n"
        "The ELN rejects the claim of the army that two of its fighters surrendered.\n\n"
        "We believe that only dialogue can bring peace to the province.\n\n"
        "We thank all those who have stood by our people in these years."
    )
    assert any(claim.says.startswith("We believe that only dialogue") for claim in coded.claims)
