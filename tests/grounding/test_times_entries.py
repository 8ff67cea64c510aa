"""Entries of live pages and logs: the hour that opens a paragraph is one of the page's day, or of the day above it."""

import re

import pytest
from msgspec.structs import replace

from crossreport.grounding.times.mentions import ground_times
from crossreport.model import Block
from tests.grounding.plain import analysis_of, page_of


def values(text, day="2024-03-16"):
    lines = re.finditer(r"[^\n]+", text)
    blocks = tuple(Block(line.start(), line.end(), "paragraph") for line in lines)
    analysis = analysis_of(text)  # one sentence a line
    sentences = tuple(replace(one, block=number) for number, one in enumerate(analysis.sentences))
    mentions = ground_times(replace(page_of(text, day), blocks=blocks), replace(analysis, sentences=sentences))
    return {mention.span.quote: mention.value and mention.value.edtf for mention in mentions}


@pytest.mark.parametrize(
    "entry", ["14:35 A drone hit a bus.", "14:35 – A drone hit a bus.", "[14:35] A drone hit a bus."]
)
def test_an_hour_that_opens_an_entry_is_of_the_page_s_day(entry):
    assert values(entry)["14:35"] == "2024-03-16"


def test_an_hour_inside_of_a_sentence_is_of_no_day_by_itself():
    assert values("At 14:35 a drone hit a bus.") == {"14:35": None}
    assert values("14:35 was the hour of the raid.") == {"14:35": None}


def test_a_line_that_is_a_day_heads_the_hours_below():
    found = values("10 March\n06:30 – Shells fell on Lyman.\nTuesday 12 March:\n08:00 Missiles hit a port.")
    assert (found["06:30"], found["08:00"]) == ("2024-03-10", "2024-03-12")


def test_a_tale_goes_on_rather_than_back():
    years = "On 1 March 1961 war began.\nOn 4 May 1965 it spread.\nOn 2 June 1967 rebels held the north.\n"
    text = years + "On 12 May 1968 the army attacked.\nIn November they met again."
    assert values(text, "2015-06-01")["November"] == "1968-11"


def test_the_weeks_behind_a_whole_year_are_no_week_of_january():
    assert values("Raids went on throughout 1981.\nIn the following week 20 died.")["In the following week"] is None


def test_an_entry_counts_from_its_own_day_and_not_from_the_entry_above():
    text = "Live\n11:15\nOn Monday night gunmen raided a ward.\n10:05\nShells fell shortly before dawn."
    assert values(text, "2023-04-19")["shortly before dawn"] == "2023-04-19"
