"""Tallies, repeats, rival numbers, spans and symmetry of a page's figures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("More than 300,000 people have been killed since the conflict began in 2015.", True),
        ("The war has killed a quarter of a million people.", True),
        ("Over the past two years, 900 civilians have been killed in Helmand.", True),
        ("So far 70 people have died in Khartoum.", True),
        ("Some 3,400 civilians were killed in 2014.", True),
        ("In three days of fighting 40 soldiers were killed in Goma.", True),
        ("An air strike killed 30 people in Idlib overnight.", False),
        ("Shelling killed 12 people in Bakhmut on Monday.", False),
        ("At least 70 fighters were killed in the past 24 hours near Sirte.", False),
        ("Violence killed nine people in Baga on Sunday.", False),
        ("Since Sunday at least 18 people have been killed in fighting in Zalingei.", False),
        ("Clashes between two gangs broke out in Bel Air on Monday. So far 22 people have been killed.", False),
        ("Eight men were killed in five separate incidents in Barranca on Sunday.", True),
        ("Eight men were killed in two blasts in Quetta on Sunday.", False),
        ("Since June at least 180 people have been killed in fighting in Zalingei.", True),
    ],
)
def test_a_tally_follows_from_words(text, cumulative):
    coded = code_text(text)
    (figure,) = [figure for figure in coded.figures if figure.measure == "killed"]
    assert figure.cumulative is cumulative
    assert not (cumulative and figure.event_report)


@pytest.mark.parametrize("published", ["2016-10-18", None])
def test_an_uncertain_page_day_makes_no_tally(published):
    (figure,) = code_text("An air strike killed 30 people in Idlib.", published).figures
    assert not figure.cumulative


def test_a_tally_speaks_of_its_land_and_of_the_time_from_its_beginning():
    (figure,) = code_text(
        "Rebels left Aden. The conflict in Yemen, which began in March 2015, "
        "has claimed the lives of over 9,000 people."
    ).figures
    assert figure.cumulative
    assert figure.scope.place == "Yemen"


def test_a_round_share_of_a_million_is_about():
    (figure,) = code_text("The war has killed half a million people.").figures
    assert (figure.low, figure.best, figure.high, figure.bound) == (None, 500000, None, "about")
    (figure,) = code_text("The war has killed more than half a million people.").figures
    assert (figure.low, figure.best, figure.high, figure.bound) == (500000, 500000, None, "more_than")


def test_the_same_number_again_is_one_figure_and_another_number_is_a_rival():
    text = "An air strike killed 30 people in Idlib on Monday.\nThe strike killed 30 people, residents said."
    assert len(code_text(text).figures) == 1
    text = "An air strike killed 30 people in Idlib on Monday.\nResidents said the strike killed 34 people."
    assert [figure.best for figure in code_text(text).figures] == [30, 34]


FORCES = ("the army", "rebels", "the Taliban", "Boko Haram", "Hezbollah", "Israel", "Russia", "Ukraine")
COUNTED = ("soldiers", "civilians", "militants", "villagers", "people", "children")


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(FORCES),
    st.sampled_from(FORCES),
    st.integers(2, 9000),
    st.integers(2, 900),
    st.sampled_from(COUNTED),
)
def test_numbers_do_not_depend_on_the_sides(first, second, killed, wounded, noun):
    text = "Officials said {} killed {} {} and wounded {} others in clashes with {} on Monday."
    mine = code_text(text.format(first, killed, noun, wounded, second))
    swapped = code_text(text.format(second, killed, noun, wounded, first))
    shape = [(f.measure, f.low, f.best, f.high, f.cumulative, f.of.text) for f in mine.figures]
    assert shape == [(f.measure, f.low, f.best, f.high, f.cumulative, f.of.text) for f in swapped.figures]
    assert [entry[:3] for entry in shape] == [("killed", killed, killed), ("wounded", wounded, wounded)]


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(["A man, a woman and {} children", "At least {} of the dead", "Around {} others", "{} Sudanese"]),
    st.integers(2, 400),
)
def test_every_figure_rereads_and_every_part_has_its_whole(form, number):
    coded = code_text(f"Fire killed 500 people in Nyala. {form.format(number)} were killed in shelling near El Obeid.")
    ids = {figure.id for figure in coded.figures}
    assert len(ids) == len(coded.figures) >= 1
    for figure in coded.figures:
        assert figure.span.holds(coded.page.text)
        assert figure.part_of is None or figure.part_of in ids - {figure.id}
        bounds = [bound for bound in (figure.low, figure.best, figure.high) if bound is not None]
        assert bounds == sorted(bounds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed a nurse and her baby.", [("killed", 2)]),
        ("The gunmen shot dead two guards and wounded a third.", [("killed", 2), ("wounded", 1)]),
        ("Militants decapitated three men near the town.", [("killed", 3)]),
        ("Gangs burned homes, forcing 3,000 people to flee.", [("displaced", 3000)]),
        ("Clashes have forced 10,000 villagers across the river into Thailand.", [("displaced", 10000)]),
        ("Three people were taken to hospital after the blast.", [("wounded", 3)]),
        ("Rebels took eight girls into the bush.", [("abducted", 8)]),
        ("A boy was shot in the leg by soldiers.", [("wounded", 1)]),
        ("The party spoke of 22 martyrs.", [("killed", 22)]),
        ("A column of around 120 soldiers left the town.", [("troops", 120)]),
        ("Nine of the wounded succumbed to their injuries.", [("killed", 9)]),
        ("The army lost 17 men and 30 more were wounded.", [("killed", 17), ("wounded", 30)]),
        ("The number of people killed in the attack on a church has risen to 40 from 22.", [("killed", 40)]),
        ("A blast shook the town, and 87 are being treated in hospital.", [("wounded", 87)]),
        ("Two children aged four and seven were killed.", [("killed", 2)]),
        ("A landmine killed a farmer and his two oxen.", [("killed", 1)]),
        (
            "Three peacekeepers died on the spot and a fourth succumbed on Tuesday.",
            [("killed", 3), ("killed", 4), ("killed", 1)],
        ),
        ("A farmer, 54, was wounded.", [("wounded", 1)]),
        ("Rebels freed 34 soldiers and three policemen.", [("other", 34), ("other", 3)]),
        ("Angry youths barricaded the road; one of them was shot dead by the police.", [("killed", 1)]),
    ],
)
def test_fates_told_in_other_words(text, expected):
    found = {(figure.measure, figure.best or figure.high) for figure in code_text(text).figures}
    assert found == set(expected)


def test_a_toll_of_days_of_fighting_is_that_of_the_fighting():
    coded = code_text("Fifteen soldiers were killed in two days of fighting around the town of Sake, rebels said.")
    (figure,) = coded.figures
    assert not figure.cumulative
    assert figure.event_report is not None


def test_of_the_wounded_who_died_are_dead():
    text = "Saturday's bombing of the camp hurt dozens. Five of the 33 wounded died in hospital, a doctor said."
    found = {(figure.measure, figure.best) for figure in code_text(text).figures}
    assert {("killed", 5), ("wounded", 33)} <= found


def test_a_toll_of_a_year_left_by_many_deeds_is_a_tally():
    coded = code_text("It is the 14th massacre in the country this year, leaving a total of 47 dead.")
    (figure,) = coded.figures
    assert figure.cumulative


def test_one_of_the_hurt_of_whom_more_is_told_is_a_part_of_them():
    figures = {figure.best: figure for figure in code_text("The fire wounded five others, one critically.").figures}
    assert figures[1].part_of == figures[5].id


def test_a_part_told_later_belongs_to_the_happening_of_its_whole():
    text = (
        "The army shelled Omdurman on Sunday, killing seven. The next day, drones struck Soba. "
        "Six of the dead were children."
    )
    coded = code_text(text)
    seven, six = (next(f for f in coded.figures if f.best == number) for number in (7, 6))
    assert six.event_report == seven.event_report is not None


def test_deaths_of_another_year_are_not_those_of_the_happening_told():
    text = "Rebels took the base on Thursday. In May 2015, at least 141 people died at that base."
    (figure,) = [figure for figure in code_text(text).figures if figure.measure == "killed"]
    taken = [report.id for report in code_text(text).reports if report.type.label == "territory_taken"]
    assert figure.event_report not in taken


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday a bomb killed two people in Sake. The previous week, a clash in Bandiagara had left 30 dead.",
        "Gunmen killed 30 farmers in an attack near Zabarmari last year.",
    ],
)
def test_one_deed_of_another_week_is_no_tally(text):
    assert not any(figure.cumulative for figure in code_text(text).figures)


def test_losses_of_both_sides_belong_to_their_fight():
    text = "The army said it had lost three men and eliminated 25 militants in fighting at Bria on Monday."
    figures = [figure for figure in code_text(text).figures if figure.measure == "killed"]
    assert sorted(figure.best for figure in figures) == [3, 25, 28]
    assert len({figure.event_report for figure in figures}) == 1
    assert all(figure.event_report for figure in figures)


def test_a_toll_belongs_to_the_deed_whose_target_it_takes_up():
    text = (
        "The army shelled rebel positions above Laiza in response to an attack on a convoy near Myitkyina. "
        "Two soldiers were killed in the convoy."
    )
    coded = code_text(text)
    (figure,) = [figure for figure in coded.figures if figure.measure == "killed"]
    (owner,) = [report for report in coded.reports if report.id == figure.event_report]
    assert owner.place is not None
    assert owner.place.name == "Myitkyina"
