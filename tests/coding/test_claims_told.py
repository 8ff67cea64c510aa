"""What is no claim: what outlets and films show, the cut end of a clause, what a later one holds."""

import pytest

from tests.coding.coded import code_text


def claims(text: str) -> list[str]:
    return [claim.says for claim in code_text(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "State television showed crowds that celebrated in the streets of Bamako in Mali.",
        "The agency reported that the roads around Quibdo in Colombia were quiet on Monday.",
    ],
)
def test_news_is_no_claim(text):
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the metro, where 7,000 people had lived, would run again next week in Kharkiv in Ukraine.",
        "The minister denied that 3,000 teachers in Tessalit in Mali were unpaid.",
        'A nurse in Gode in Ethiopia said that "the 12 beds here are a bad joke".',
        "The governor said that the army had abandoned the people of Beni in Congo.",
    ],
)
def test_views_denials_and_quoted_words_stay(text):
    assert len(claims(text)) == 1


def test_a_claim_that_a_later_one_holds_is_told_once():
    text = (
        "The army had abandoned the people of Beni in Congo, the governor said.\n\n"
        "Rebels burned a school in Oicha on Monday. Schools are closed. Roads are bad. Markets are open.\n\n"
        "The governor said that the lion was dead. The governor said that the road was long. "
        "The governor said that the army had abandoned the people of Beni in Congo for years."
    )
    assert sum("abandoned" in each for each in claims(text)) == 1


def test_whom_a_verb_of_telling_tells_is_not_who_speaks():
    text = (
        "Two jets bombed the market of Kutum in Sudan on Monday, Adam Haroun, head of the town council, "
        "told Radio Dabanga."
    )
    [report] = code_text(text).reports
    assert [voice.speaker for voice in report.attribution][-1] == "Adam Haroun"
