"""Whose a sentence without a voice is: it narrates between two of one source, counts on, or is told again behind it."""

import pytest

from crossreport.model import CodedPage
from tests.coding.coded import code_text
from tests.coding.test_attribution import voiced


def voices(page: CodedPage, type_: str) -> list[str]:
    found = [report for report in page.reports if report.type.label == type_]
    return [voice.speaker for voice in found[-1].attribution] if found else ["no such event"]


BETWEEN = (
    "Shells hit the market of El Fasher on Sunday, the Emergency Lawyers said. {middle} "
    "The Emergency Lawyers said that the market had burned down."
)


@pytest.mark.parametrize(
    ("middle", "word", "theirs"),
    [
        ("Gunmen had abducted two doctors in Kutum on Friday.", "abducted", True),
        ("Gunmen abducted two doctors in Kutum on Friday.", "abducted", True),
        ("Sudan has seen fierce clashes between the army and the RSF for two years.", "clashes", False),
        ("The army and the RSF have been fighting for the town since May.", "fighting", False),
        ("Talks between the two sides are set to take place in Jeddah on Friday.", "talks", False),
        ("A photographer of the town saw soldiers loot the pharmacy.", "loot", False),
    ],
)
def test_what_stands_between_two_of_one_source_is_its_if_it_narrates(middle, word, theirs):
    assert voiced(BETWEEN.format(middle=middle), word) == (["Emergency Lawyers"] if theirs else [])


@pytest.mark.parametrize(
    ("toll", "part", "word"),
    [
        (
            "The Mon Human Rights Foundation said that at least eight people were killed in Mon State on Monday.",
            "Five of them died in an air strike on a monastery.",
            "died",
        ),
        (
            "A drone killed three miners near Pokrovsk on Tuesday, governor Vadym Filashkin said.",
            "Another two people were killed in the shelling of Kramatorsk.",
            "shelling",
        ),
        (
            "Amnesty International said that gunmen had killed 30 people in Zamfara state in May.",
            "Twelve of the victims were shot dead in an attack on a mosque.",
            "attack",
        ),
        (
            "Doctors in Nyala said that 16 people had been killed since Thursday.",
            "The toll included two women killed by rocket fire on Sunday.",
            "fire",
        ),
    ],
)
def test_parts_of_a_toll_are_whose_the_toll_is(toll, part, word):
    wanted = voiced(toll, "killed")
    assert wanted
    assert voiced(f"{toll} {part}", word) == wanted


def test_a_further_deed_counts_nothing_on():
    page = code_text(
        "The mayor said that 20 people had fled Cité Soleil on Monday. "
        "The gang has carried out several kidnappings in the capital this year."
    )
    assert voices(page, "abduction") == []


@pytest.mark.parametrize(
    ("deed", "again"),
    [
        (
            "Air strikes have killed 25 people in Kayah State.",
            "The deaths occurred in a camp near Demoso, according to the Karenni Human Rights Group.",
        ),
        (
            "Gunmen killed at least 15 villagers in central Mali on Thursday.",
            "The villagers were attacked near Bankass, Human Rights Watch said.",
        ),
        (
            "Rebels killed 40 civilians in Ituri on Sunday.",
            "Amnesty International said that the incident took place in Komanda.",
        ),
    ],
)
def test_who_tells_it_again_with_more_of_it_tells_it(deed, again):
    told = code_text(f"{deed}\n\n{again}").reports
    assert told
    assert all(report.attribution for report in told)


def test_who_judges_it_does_not_tell_it():
    page = code_text(
        "Gunmen killed at least 15 villagers in central Mali on Thursday.\n\n"
        "The attack was a disgrace, the prime minister said."
    )
    assert page.reports
    assert not any(report.attribution for report in page.reports)


@pytest.mark.parametrize("opening", ["Reports emerged", "Reports surfaced on Monday"])
def test_reports_of_nobody_are_a_voice(opening):
    page = code_text(f"{opening} that gunmen had abducted six teachers in Jos in Nigeria.")
    assert voices(page, "abduction") == ["Reports"]


def test_who_issued_a_statement_speaks_in_it():
    page = code_text(
        "Jets bombed a camp near Kismayo in Somalia on Monday, according to a statement by the General Staff."
    )
    assert [name.casefold() for name in voices(page, "air_strike")] == ["general staff"]
