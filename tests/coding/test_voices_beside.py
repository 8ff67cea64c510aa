"""Voices without a verb of saying of their own: beside a colon, in brackets, quoted by others, meant by a title."""

import pytest

from tests.coding.coded import code_text


def voices(text: str, type_: str) -> list[str]:
    report = next(report for report in code_text(text).reports if report.type.label == type_)
    return [voice.speaker for voice in report.attribution]


@pytest.mark.parametrize(
    ("text", "type_", "speakers"),
    [
        ("The district council: soldiers burned a school in Mindat in Myanmar on Monday.", "looting_destruction", 1),
        ("Residents of Baraka: militiamen shot a priest dead in the town on Monday.", "attack_on_civilians", 1),
        (
            "Rebels: the long road to peace in Colombia. Soldiers burned a school in Tame on Monday.",
            "looting_destruction",
            0,
        ),
    ],
)
def test_who_stands_before_a_colon_tells_it(text, type_, speakers):
    assert len(voices(text, type_)) == speakers


def test_a_body_in_brackets_at_the_end_has_counted():
    text = "Some 900 people fled Bria in the Central African Republic in two days (OCHA)."
    assert voices(text, "displacement_evacuation") == ["OCHA"]
    text = "Two people fled the United Nations Mission in South Sudan (UNMISS)."
    assert all(not report.attribution for report in code_text(text).reports)


def test_who_quotes_or_interviews_a_source_stands_before_it():
    text = "A nurse in Kutum, quoted by the Darfur Lawyers Network, said soldiers burned a school in Kutum in Sudan."
    assert len(voices(text, "looting_destruction")) == 2
    text = "A trader, interviewed by Radio Okapi, said rebels attacked Rutshuru in Congo on Monday."
    assert voices(text, "offensive") == ["Radio Okapi", "trader"]


def test_a_promise_turned_round_has_its_speaker():
    text = (
        "Troops will burn no more houses and will attack the rebels in Sake in Congo on Friday, promised their general."
    )
    assert voices(text, "offensive")


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "Governor Oleh Sirko was in Toretsk. The governor said Russian shells hit a school there.",
            "shelling",
            "Oleh Sirko",
        ),
        (
            "Defence Minister Sani Bello met the army chief, Farouk Yahaya. "
            "The defence minister said bandits burned a market in Anka in Nigeria on Sunday.",
            "looting_destruction",
            "Sani Bello",
        ),
    ],
)
def test_a_title_means_the_one_person_named_with_it(text, type_, who):
    assert voices(text, type_) == [who]


def test_a_statement_opens_behind_a_clause_too():
    text = (
        "After the talks in Nairobi the envoy Ruth Kimani said:\n\n"
        "Rebels attacked Sake in Congo on Monday.\n\nThe envoy will travel to Kigali."
    )
    assert voices(text, "offensive") == ["Ruth Kimani"]
