"""Who vows not to negotiate refuses, who warns against a deed threatens, and who gives a toll is its voice."""

import pytest

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The governor of Zamfara in Nigeria vowed on Monday not to negotiate with bandits.", ["statement_refusal"]),
        ("The opposition swore not to recognise the election in Tbilisi in Georgia.", ["statement_refusal"]),
        ("Hamas vowed on Monday not to rest until Gaza is free.", ["statement_threat"]),
        ("The ELN vowed on Monday to attack oil pipelines in Arauca in Colombia.", ["statement_threat"]),
        ("JNIM warned villagers in Kayes in Mali on Monday not to leave.", ["statement_threat"]),
        ("The Houthis warned ships on Monday against sailing to Israeli ports.", ["statement_threat"]),
        ("The Arakan Army warned people in Sittwe in Myanmar against joining the army.", ["statement_threat"]),
        ("The US embassy warned its citizens on Monday against travel to Goma.", []),
        ("Residents of Khartoum in Sudan were warned on Monday against leaving their homes.", []),
    ],
)
def test_refused_or_threatened(text: str, wanted: list[str]) -> None:
    assert [report.type.label for report in code_text(text, "2025-06-03").reports] == wanted


@pytest.mark.parametrize("voice", ["hospital sources", "the governor"])
def test_who_gives_a_toll_is_its_voice(voice: str) -> None:
    text = "A blast hit a mosque in Quetta in Pakistan on Friday, killing 20 people, police said."
    figures = code_text(f"{text} {voice.capitalize()} gave a toll of 27.", "2025-06-03").figures
    spoken = {figure.best: figure.attribution[-1].speaker for figure in figures if figure.attribution}
    assert spoken[27] == voice.removeprefix("the ")
    assert spoken[20] != spoken[27]
