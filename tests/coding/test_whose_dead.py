"""To which happening the dead of a sentence belong that tells no happening itself, and what is no toll of one."""

import pytest

from tests.coding.coded import code_text, some


def _tolls(coded):
    """Place of the happening, measure and number of its figures."""
    places = {report.id: report.places[0].name if report.places else None for report in coded.reports}
    return {(places.get(one.event_report), one.measure, one.low) for one in coded.figures}


@pytest.mark.parametrize(
    "text",
    [
        "On 13 February gunmen attacked Nacoja village. Eleven people were killed and 61 houses were burned. "
        "Two days later, the village of Magaia was looted. No deaths were reported there.",
        "Gunmen stormed Nacoja village on Monday, killing eleven people. Two days later, Magaia was looted. "
        "No deaths were reported there.",
    ],
)
def test_the_dead_stay_in_the_village_told_before_them(text):
    coded = code_text(text)
    found = {place for place, measure, low in _tolls(coded) if measure == "killed" and low == 11}
    assert len(found) == 1
    assert "Nacoja" in str(found)
    assert any("Magaia" in str(place) and low is None for place, _, low in _tolls(coded))


def test_the_dead_of_an_ambush_are_not_those_of_the_murder_before_it():
    coded = code_text(
        "The command condemns the murder of three peasants by soldiers in Binalbagan on May 14.\n\n"
        "It confirms that its fighters ambushed a patrol in Himamaylan on May 16. Four soldiers were killed."
    )
    assert [place for place, measure, low in _tolls(coded) if (measure, low) == ("killed", 4)] == ["Himamaylan"]


def test_the_neutralised_are_not_said_to_be_killed():
    coded = code_text("Turkish forces neutralised five PKK members in Gara on Monday, the ministry said.")
    assert [(one.measure, one.low) for one in coded.figures] == [("neutralised", 5)]


def test_drones_are_things_and_families_no_persons():
    coded = code_text("Ukraine's air force said that it shot down 12 of 16 drones overnight.")
    assert {one.measure for one in coded.figures} == {"other"}
    coded = code_text("Fighting in Macomia has displaced 6,702 families.")
    assert [one.of.kind for one in coded.figures] == ["families"]


@pytest.mark.parametrize(
    "text",
    [
        "Mali has been plagued since 2012 by violence that has killed thousands.",
        "Thousands of civilians have been killed in Mali.",
    ],
)
def test_thousands_are_the_dead_of_many_happenings(text):
    assert all(one.cumulative and one.event_report is None for one in some(code_text(text).figures))


def test_a_tally_behind_a_toll_does_not_make_it_one():
    coded = code_text(
        "At least 60 people were killed in Khan Younis on Monday, health officials said, "
        "bringing the death toll since October to more than 30,000."
    )
    assert [(one.low, one.cumulative) for one in coded.figures] == [(60, False), (30000, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed eleven people in Haute-Kotto on Sunday: five in Bria and six in Bambari, the UN mission said.",
        "Shelling killed eleven civilians in the region on Sunday, five in Bria and six in Bambari.",
    ],
)
def test_the_dead_by_place_are_of_two_happenings(text):
    figures = code_text(text).figures
    assert [(one.low, one.event_report is None) for one in figures] == [(11, True), (5, False), (6, False)]
    assert figures[1].event_report != figures[2].event_report
    assert [one.scope.place for one in figures[1:]] == ["Bria", "Bambari"]


def test_those_of_a_part_are_parts():
    figures = code_text("The hospital received 15 bodies, including those of two soldiers, and 23 wounded.").figures
    assert [(one.measure, one.low, bool(one.part_of)) for one in figures] == [
        ("killed", 15, False),
        ("killed", 2, True),
        ("wounded", 23, False),
    ]


def test_the_dead_of_the_other_side_are_no_parts_of_the_first_but_of_the_sum():
    figures = code_text(
        "The army said it had repelled an assault on Labbezanga, killing 30 assailants and losing four soldiers."
    ).figures
    whole = next(one for one in figures if one.best == 34)
    assert {one.best: one.part_of for one in figures} == {34: None, 30: whole.id, 4: whole.id}


@pytest.mark.parametrize(
    "text",
    [
        "The toll of the attack in Djibo has risen to 15, the mayor said. Nine had been reported dead at first.",
        "Gunmen killed 15 people in Djibo on Friday. Earlier, the mayor had put the toll at nine.",
        "Gunmen killed 15 people in Djibo on Friday. A first report had spoken of nine dead.",
    ],
)
def test_an_earlier_toll_is_a_part_of_the_later(text):
    figures = code_text(text).figures
    assert [(one.low, bool(one.part_of)) for one in figures] == [(15, False), (9, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Government planes bombed Wau in South Sudan on Monday, killing 30 people. Dozens more were wounded in the "
        "strikes against targets including a base in the city, which the rebels seized in May.",
        "Warplanes bombed Idlib in Syria on Sunday, killing 30 people. Dozens more were hurt in the raids against "
        "targets including a depot in the city, which Islamists captured in March 2015.",
    ],
)
def test_who_is_hurt_now_is_not_hurt_in_the_taking_of_the_town_long_ago(text):
    coded = code_text(text)
    types = {report.id: report.type.label for report in coded.reports}
    assert {types.get(one.event_report) for one in coded.figures} == {"air_strike"}
