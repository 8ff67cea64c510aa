"""Places that only say where somebody sits, or where another place lies; capitals of provinces."""

import pytest

from tests.coding.coded import code_text

PUBLISHED = "2023-11-08"


def told(text, trigger):
    reports = code_text(text, PUBLISHED).reports
    (report,) = [one for one in reports if trigger in one.span.quote] or reports[:1]
    return [place.name for place in report.places]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The military command in Goma rejects this. Its spokesman said the priest was killed by rebels.", "killed"),
        ("The governor's office in Maiduguri condemned the violence. A nurse was shot dead by gunmen.", "shot"),
        ("The ministry in Kabul confirmed the incident. Four policemen were killed by the Taliban.", "killed"),
        ("Twelve others were wounded in the attack according to the Vienna-based Eastern Watch monitor.", "attack"),
        ("Warplanes of the government in Khartoum killed nine traders on Friday.", "killed"),
    ],
)
def test_where_an_office_sits_nothing_was_done(text, trigger):
    assert told(text, trigger) == []


def test_residents_of_a_town_are_no_office():
    text = "Residents in Djibo hid in their houses. A teacher was shot dead by gunmen."
    assert told(text, "shot") == ["Djibo"]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("M23 fighters attacked Sake a small town west of Goma on Sunday.", "attacked", "Sake"),
        ("Russian forces seized Avdiivka an industrial town near Donetsk on Saturday.", "seized", "Avdiivka"),
        ("Government planes bombed Eastern Ghouta a rebel stronghold outside Damascus.", "bombed", "Eastern Ghouta"),
    ],
)
def test_a_bearing_that_has_lost_its_comma_is_one(text, trigger, place):
    assert told(text, trigger) == [place]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (
            "Militants attacked towns in Borno state, Nigeria. A bomber killed six people in the state capital.",
            "killed",
            "Maiduguri",
        ),
        (
            "Houthi fighters advanced in Marib governorate, Yemen. They attacked the provincial capital.",
            "attacked",
            "Marib",
        ),
        (
            "A bomb killed three people in the capital of Valle del Cauca department, Colombian police said.",
            "killed",
            "Cali",
        ),
        (
            "Jihadists hold all of Deir Ezzor province, Syria, where part of the capital was shelled by the army.",
            "shelled",
            "Deir ez-Zor",
        ),
        ("Troops bombed markets in Sudan. Eight people were killed by shells in the capital.", "killed", "Khartoum"),
    ],
)
def test_the_capital_of_a_province_is_not_the_countrys(text, trigger, place):
    assert place in told(text, trigger)


def test_a_province_with_two_large_towns_has_no_sure_capital():
    assert told("Fighting went on in Rakhine state. Soldiers shot dead two boys in the state capital.", "shot") == [
        "Rakhine"
    ]
