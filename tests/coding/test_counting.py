"""Fates, parts and lists of counted people in our own sentences, of many conflicts and in any wording."""

import pytest

from tests.coding.coded import code_text


def tolls(text: str) -> list[tuple[str, float | None, float | None, float | None]]:
    return [(f.measure, f.low, f.best, f.high) for f in code_text(text).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of their tanks were destroyed and five soldiers were killed near Sake.", [("killed", 5, 5, 5)]),
        ("15 killed, 20 injured in a blast in Mogadishu.", [("killed", 15, 15, 15), ("wounded", 20, 20, 20)]),
        ("Killing 5, Injuring 12 in Kabul", [("killed", 5, 5, 5), ("wounded", 12, 12, 12)]),
        (
            "The shelling killed 3 people, wounding dozens more in Avdiivka.",
            [("killed", 3, 3, 3), ("wounded", 24, None, 99)],
        ),
        ("Four of its soldiers were killed in Gao on Sunday.", [("killed", 4, 4, 4)]),
        ("Militants kidnapped 40 students near Zamfara on Friday.", [("abducted", 40, 40, 40)]),
        ("At least 30 fighters surrendered in Sinjar on Monday.", [("defected", 30, 30, None)]),
        ("A family of six was killed in shelling in El Fasher.", [("killed", 6, 6, 6)]),
        ("The blast claimed the lives of nine villagers near Baga.", [("killed", 9, 9, 9)]),
        ("The death toll in Goma rose to 21.", [("killed", 21, 21, 21)]),
        ("Forty militants were killed and wounded in Marib.", [("killed_and_wounded", 40, 40, 40)]),
        ("More than half a million people fled Rakhine.", [("displaced", 500000, 500000, None)]),
    ],
)
def test_the_fate_is_told_by_the_words_beside_the_number(text, expected):
    found = tolls(text)
    assert [each for each in found if each[0] != "other"] == expected


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("A man, a woman and a child were killed in an air strike in Hodeidah.", 3),
        ("A woman and her three children were killed when shells hit their home in Avdiivka.", 4),
        ("Gunmen killed a father, a mother and a son in Jos.", 3),
        ("A farmer as well as two soldiers were killed in Tumaco.", 3),
    ],
)
def test_people_listed_one_by_one_are_one_figure(text, total):
    (figure,) = code_text(text).figures
    assert (figure.measure, figure.low, figure.best, figure.high) == ("killed", total, total, total)


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed 20 people in Bakhmut on Monday, including 5 children.",
        "Shelling killed 20 people in Bakhmut on Monday. The dead included 5 children.",
        "Shelling killed 20 people in Bakhmut on Monday. Among the dead were 5 children.",
        "Shelling killed 20 people in Bakhmut on Monday. At least 5 of those killed were children.",
        "Shelling killed 20 people in Bakhmut on Monday. Five of them were children.",
        "Shelling killed 20 people in Bakhmut on Monday. Five children were among the dead.",
    ],
)
def test_a_part_names_its_whole_in_this_sentence_or_the_next(text):
    whole, part = code_text(text).figures
    assert (whole.best, whole.part_of) == (20, None)
    assert (part.best, part.measure, part.part_of) == (5, "killed", whole.id)


def test_numbers_that_add_up_are_the_parts_of_the_whole_before():
    figures = code_text(
        "At least 160 people were killed in Marib on Monday. "
        "The clashes led to the deaths of 110 rebels and 48 government soldiers."
    ).figures
    whole, first, second = figures
    assert whole.part_of is None
    assert {first.part_of, second.part_of} == {whole.id}


def test_the_bound_holds_for_the_whole_coordination():
    figures = code_text("At least 12 civilians and 20 jihadists were left dead in Baga.").figures
    first, second = (figure for figure in figures if figure.part_of is not None)
    (whole,) = (figure for figure in figures if figure.part_of is None)
    assert (whole.low, whole.best, whole.high) == (32, 32, None)
    assert (first.low, first.best, first.high, first.bound) == (12, 12, None, "at_least")
    assert (second.low, second.best, second.high, second.bound) == (20, 20, None, "at_least")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("There were no reports of casualties after rebels shelled Sake on Monday.", "killed_and_wounded"),
        ("Rebels shelled Sake on Monday but no one was hurt.", "wounded"),
    ],
)
def test_nothing_told_is_unreported_and_never_zero(text, measure):
    coded = code_text(text)
    (figure,) = coded.figures
    assert (figure.bound, figure.measure, figure.low, figure.best, figure.high) == (
        "unreported",
        measure,
        None,
        None,
        None,
    )
    assert figure.event_report in {report.id for report in coded.reports}


@pytest.mark.parametrize(
    "text",
    [
        "Sake is one of the oldest towns of the province.",
        "Both sides met in Doha on Monday.",
        "The minister, 54, spoke for two hours in Tripoli.",
        "Three officials said the talks went well.",
        "The village lies 12 kilometres north of Goma.",
    ],
)
def test_idiom_age_span_and_distance_are_no_figures(text):
    assert code_text(text).figures == ()


def test_delegates_of_talks_are_counted():
    figures = code_text("Six members of the government met with 32 members of the opposition in Doha.").figures
    assert [(figure.measure, figure.best) for figure in figures] == [("other", 6), ("other", 32)]


def test_one_person_is_counted_without_a_number_and_without_the_name():
    (figure,) = code_text("Gunmen killed the mayor, Andrei Petrov, in Melitopol on Monday.").figures
    assert (figure.measure, figure.best) == ("killed", 1)
    assert "Petrov" not in figure.wording + figure.of.text


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Clashes in Bria left seven fighters and a nurse dead.", {7, 8}),
        ("The raid on Bria killed Ali Hassan and two cousins.", {2, 3}),
        ("They found the bodies of a 70-year-old man and his granddaughter.", {2}),
        ("Gunmen shot dead a village chief and his two sons in Bria.", {3}),
        ("Rebels attacked a patrol in Bria, killing a corporal.", {1}),
        ("A shell hit the market; a doctor said 11 people had been brought in dead.", {11}),
    ],
)
def test_the_dead_are_counted_one_by_one(text, best):
    assert {figure.best for figure in code_text(text).figures if figure.measure == "killed"} == best


def test_a_toll_that_somebody_speaks_of_is_a_rival():
    text = "The raid on Bria killed four villagers. Police put the number of dead at six; a local elder spoke of ten."
    assert [figure.best for figure in code_text(text).figures if figure.measure == "killed"] == [4, 6, 10]
