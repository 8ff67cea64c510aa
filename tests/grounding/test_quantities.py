"""Number expressions: the codebook's literal intervals, and what is no count at all."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossreport.grounding.numbers.numerals import is_numeral, numeral_value
from crossreport.grounding.quantities import ground_quantities
from tests.grounding.plain import analysis_of, page_of

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
SMALL = [*ONES, "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number):
    """The number in English words."""
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            return f"{spelled(number // size)} {name}" + (
                f" {'and ' if rest < 100 else ''}{spelled(rest)}" if rest else ""
            )
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


def quantities(text, trees=()):
    mentions = ground_quantities(page_of(text), analysis_of(text, trees))
    for mention in mentions:
        assert mention.span.holds(text)
        assert mention.span.start <= mention.head < mention.span.end
    return mentions


def read(text):
    return [(m.span.quote, m.value.low, m.value.best, m.value.high, m.value.bound) for m in quantities(text)]


LITERAL = [
    ("Shells killed 15 people.", ("15", 15, 15, 15, "exact")),
    ("The army said that one soldier died.", ("one", 1, 1, 1, "exact")),
    ("Shells killed at least 1,600 people.", ("at least 1,600", 1600, 1600, None, "at_least")),
    ("Shells killed no fewer than twelve people.", ("no fewer than twelve", 12, 12, None, "at_least")),
    ("Shells killed more than 400 people.", ("more than 400", 400, 400, None, "more_than")),
    ("Shells killed over a dozen people.", ("over a dozen", 12, 12, None, "more_than")),
    ("Shells killed upwards of 210000 people.", ("upwards of 210000", 210000, 210000, None, "more_than")),
    ("Shells killed nearly 1,100 people.", ("nearly 1,100", None, 1100, 1100, "nearly")),
    ("Shells killed about 70 people.", ("about 70", None, 70, None, "about")),
    ("Shells killed some 300 people.", ("some 300", None, 300, None, "about")),
    ("Shells killed up to 250 people.", ("up to 250", None, None, 250, "up_to")),
    ("Shells killed as many as 40000 people.", ("as many as 40000", None, None, 40000, "up_to")),
    ("Shells killed fewer than ten people.", ("fewer than ten", None, None, 10, "up_to")),
    ("Shells killed dozens of people.", ("dozens", 24, None, 99, "vague")),
    ("Shells killed scores of people.", ("scores", 40, None, 99, "vague")),
    ("Shells killed hundreds of people.", ("hundreds", 200, None, 999, "vague")),
    ("Shells killed tens of people.", ("tens", 20, None, 99, "vague")),
    ("Shells killed several dozen people.", ("several dozen", 36, None, 99, "vague")),
    ("Shells killed several hundred people.", ("several hundred", 300, None, 999, "vague")),
    ("Shells killed several people.", ("several", 3, None, 9, "vague")),
    ("Shells killed thousands of people.", ("thousands", 2000, None, 9999, "vague")),
    ("Shells displaced millions of people.", ("millions", 2000000, None, None, "vague")),
    ("Shells displaced tens of thousands of people.", ("tens of thousands", 20000, None, 99999, "vague")),
    ("Shells displaced hundreds of thousands.", ("hundreds of thousands", 200000, None, 999999, "vague")),
    ("Shells killed many people.", ("many", None, None, None, "vague")),
    ("Shells killed a number of people.", ("a number of", None, None, None, "vague")),
    ("Shells killed between 10 and 15 people.", ("between 10 and 15", 10, None, 15, "vague")),
    ("Shells killed 10-15 people.", ("10-15", 10, None, 15, "vague")),
    ("Shells killed one or two people.", ("one or two", 1, None, 2, "vague")),
    ("Shells killed two to three thousand people.", ("two to three thousand", 2000, None, 3000, "vague")),
    ("The war killed a quarter of a million people.", ("a quarter of a million", 250000, 250000, 250000, "exact")),
    ("The war displaced 3.5 million people.", ("3.5 million", 3500000, 3500000, 3500000, "exact")),
    ("Shells killed half a dozen people.", ("half a dozen", 6, 6, 6, "exact")),
    ("Shells killed two dozen people.", ("two dozen", 24, 24, 24, "exact")),
    ("Shells wounded dozens more.", ("dozens more", 24, None, 99, "vague")),
    ("Shells wounded 20 others.", ("20 others", 20, 20, 20, "exact")),
    ("Perhaps more than 200 were hurt.", ("Perhaps more than 200", 200, 200, None, "more_than")),
    ("Sixty-two soldiers fell.", ("Sixty-two", 62, 62, 62, "exact")),
    ("Both soldiers fell.", ("Both", 2, 2, 2, "exact")),
    ("There were no reports of casualties.", ("no reports of casualties", None, None, None, "unreported")),
    ("The raid caused no casualties.", ("no casualties", None, None, None, "unreported")),
]


@pytest.mark.parametrize(("text", "expected"), LITERAL)
def test_literal_intervals(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A 47-year-old man spoke.",
        "Children aged 12 spoke.",
        "Tanks of type T-72 and an F-16 arrived.",
        "The group M23 moved.",
        "Article 51 applies.",
        "They cited Resolution 2254 again.",
        "The 83rd Brigade moved.",
        "It happened on 5 June 2013.",
        "It went on for four months.",
        "Talks of the P5+1 went on.",
        "Call +963 11 222 3344 now.",
        "No one spoke to one another.",
        "The six-storey building fell.",
        "Amal Odeh, 34, spoke.",
        "The first attack failed.",
    ],
)
def test_what_counts_nothing(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "best"),
    [
        ("He was paid about $600.", "USD", 600),
        ("They gave €3 million.", "EUR", 3000000),
        ("They paid 500 Syrian pounds.", "SYP", 500),
        ("They hold 80 percent of it.", "percent", 80),
        ("They took 510 square kilometres.", "km2", 510),
        ("It lies 57 km away.", "km", 57),
        ("They fired 120mm rounds.", "mm", 120),
    ],
)
def test_units_keep_measures_apart_from_people(text, unit, best):
    (mention,) = quantities(text)
    assert (mention.value.unit, mention.value.best) == (unit, best)


def test_a_change_is_two_numbers_not_a_range():
    assert [quote for quote, *_ in read("The toll rose from 10 to 15.")] == ["10", "15"]


def test_one_person_counts_only_where_harm_is_near():
    assert [(m.span.quote, m.value.rule) for m in quantities("A child was killed.")] == [("A child", "singular")]
    assert quantities("A child smiled at the crowd.") == ()


def test_the_doer_of_harm_is_not_its_count():
    text = "A soldier killed a child"
    tree = {
        0: (1, "det", "DET", "DT", "a"),
        1: (2, "nsubj", "NOUN", "NN", "soldier"),
        2: (-1, "root", "VERB", "VBD", "kill"),
        3: (4, "det", "DET", "DT", "a"),
        4: (2, "obj", "NOUN", "NN", "child"),
    }
    assert [m.span.quote for m in quantities(text, tree)] == ["a child"]


def test_a_share_of_something_has_no_number():
    (mention,) = quantities("More than half of the town fled.")
    assert (mention.value.low, mention.value.unit) == (None, "share")


@given(st.integers(0, 10**7))
def test_numbers_survive_words_and_digits(number):
    for text in (spelled(number), f"{number:,}", str(number)):
        assert is_numeral(text)
        assert numeral_value(text) == number


@given(st.integers(2, 10**6))
def test_a_written_number_is_read_from_a_sentence(number):
    for text in (f"Shells killed {spelled(number)} people.", f"Shells killed {number:,} people."):
        (mention,) = quantities(text)
        assert (mention.value.low, mention.value.best, mention.value.high) == (number, number, number)


@given(st.text(alphabet="dozen scores of 0123456789,.-–$% at least two hundred million killed a child", max_size=80))
def test_low_best_and_high_are_in_order(text):
    for mention in quantities(f"{text}."):
        given_values = [v for v in (mention.value.low, mention.value.best, mention.value.high) if v is not None]
        assert given_values == sorted(given_values)
        if mention.value.bound == "unreported":
            assert given_values == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About a quarter of a million people fled Rakhine.", (None, 250000, None)),
        ("Nearly three-quarters of a million people fled Darfur.", (None, 750000, 750000)),
        ("Between two and three dozen fighters died in Menaka.", (24, None, 36)),
        ("۱٬۲۰۰ people fled Zahedan.", (1200, 1200, 1200)),
        ("٢٫٥ million people fled Gaza.", (2500000, 2500000, 2500000)),
        ("1.200 people fled Arauca.", (1200, 1200, 1200)),
        ("Some 1.5 million people fled Tigray.", (None, 1500000, None)),
        ("As few as 20 houses stood in Bakhmut.", (20, 20, None)),
        ("Hundreds, possibly thousands, of families fled Goma.", (200, None, 9999)),
        ("2 lakh people fled Bihar.", (200000, 200000, 200000)),
    ],
)
def test_fractions_scales_and_other_digits(text, expected):
    (mention,) = quantities(text)
    assert (mention.value.low, mention.value.best, mention.value.high) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two thirds of them were children.",
        "One in five families fled Goma.",
        "More than twice as many people fled Goma.",
        "He is a father of three from Hebron.",
        "Among them was Musa Bello, 31.",
    ],
)
def test_shares_kin_and_ages_count_nobody(text):
    assert not [m for m in quantities(text) if m.value.best is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Teacher Marie Ouedraogo 34 was found dead near Djibo.",
        "Journalist Salma Idris 41 died in Omdurman.",
        "On Monday farmer Aung Myint 52 was shot in Mindat.",
        "Lt. Carlos Mendoza 29 and Cpl. Juan Torres 31 were killed in Arauca.",
        "Driver Ivan Petrenko 47 and his son died near Izium.",
    ],
)
def test_a_bare_number_behind_a_name_is_an_age(text):
    assert not [m for m in quantities(text) if m.value.best is not None]


@pytest.mark.parametrize(
    "text",
    [
        "In Khan Younis 34 died.",
        "In Khan Younis 34 were killed.",
        "Soldiers in the town of Tin Akoff 34 died.",
        "Near Beni Town 34 died.",
        "Across North Darfur 34 have died.",
    ],
)
def test_a_number_behind_a_places_name_counts(text):
    assert [m.value.best for m in quantities(text)] == [34]


def test_over_of_a_verb_bounds_no_number():
    assert read("The group handed over three rifles.") == [("three", 3, 3, 3, "exact")]
    assert read("Over three rifles were found.")[0][1:] == (3, 3, None, "more_than")


def test_that_one_alone_is_a_pronoun():
    assert read("Shells hit this house and that one.") == []


def test_scales_heaped_on_scales_take_no_time():
    began = process_time()
    quantities("They lost seventy eight" + " billion" * 60 + "x.")
    assert process_time() - began < 1
