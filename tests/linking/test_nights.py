"""One night told of two days: all rooms, sentences of our own on unlike wars."""

import pytest

from crossreport.linking.nights import end_of_day
from crossreport.linking.times import LATE, SMALL_HOURS, compare_times, window
from crossreport.model import Page, Span, When
from evals.rooms import Rooms
from tests.builders import capture_of, page_of
from tests.linking.build import when
from tests.linking.test_small_places import coded, joined


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def told(text: str, day: str) -> tuple[When, Page]:
    page = page_of(capture_of(text))
    start = text.index(day)
    return When("2023-04-06", "2023-04-06", "2023-04-06", "day", "x", Span(start, start + len(day), day)), page


@pytest.mark.parametrize(
    ("text", "day", "end"),
    [
        ("Gunmen raided the post late on Thursday, 6 April.", "Thursday, 6 April", LATE),
        ("The mine was stormed on Thursday night, officials said.", "Thursday night", LATE),
        ("Shells fell at about 11.40 p.m. on 6 April.", "6 April", LATE),
        ("At 23:15 on 6 April two drones came in.", "6 April", LATE),
        ("In the early hours of 6 April soldiers came.", "6 April", SMALL_HOURS),
        ("Shortly after midnight on 6 April they fired.", "6 April", SMALL_HOURS),
        ("Before dawn on 6 April a column entered the town.", "6 April", SMALL_HOURS),
        ("On 6 April, at 3 am, the guard was shot.", "6 April", SMALL_HOURS),
        ("The market burnt on 6 April at noon.", "6 April", ""),
        ("It had rained all night. On 6 April they came.", "6 April", ""),
    ],
)
def test_the_hour_beside_a_day_says_at_which_end_of_it(text: str, day: str, end: str) -> None:
    assert end_of_day(*told(text, day)) == end


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (("2023-04-06", LATE), ("2023-04-07", SMALL_HOURS), "days_night"),
        (("2023-04-06", LATE), ("2023-04-07", ""), "days_midnight"),
        (("2023-04-06", ""), ("2023-04-07", SMALL_HOURS), "days_midnight"),
        (("2023-04-06", SMALL_HOURS), ("2023-04-07", ""), "apart"),
        (("2023-04-06", LATE), ("2023-04-07", LATE), "apart"),
        (("2023-04-06", SMALL_HOURS), ("2023-04-07", SMALL_HOURS), "apart"),
        (("2023-04-06", ""), ("2023-04-07", LATE), "apart"),
        (("2023-04-06", LATE), ("2023-04-08", SMALL_HOURS), "apart"),
    ],
)
def test_a_night_runs_over_midnight(one: tuple[str, str], other: tuple[str, str], name: str) -> None:
    pair = [window(when(day))._replace(end=end) for day, end in (one, other)]  # type: ignore[union-attr]
    for here, there in (pair, pair[::-1]):
        found = compare_times(here, there)
        assert ("apart" if found.bar else found.name) == name


NIGHTS = [
    ("Rebels attacked the army post at Lokichar late on Sunday, 6 April, killing five soldiers, the army said.",
     "In the early hours of 7 April the post at Lokichar was attacked. Five soldiers were killed."),
    ("Gunmen stormed the mine of Kitumba on Sunday night and killed 14 diggers, the governor said.",
     "Fourteen diggers were killed before dawn on Monday when gunmen stormed the mine of Kitumba."),
    ("Drones struck the depot of Novotroya at 11 p.m. on 6 April, setting it on fire; three guards died.",
     "Three guards were killed shortly after midnight on 7 April in a drone strike on the depot of Novotroya."),
]  # fmt: skip


@pytest.mark.parametrize(("evening", "morning"), NIGHTS)
def test_both_sides_of_midnight_are_one_happening(rooms: Rooms, evening: str, morning: str) -> None:
    assert joined(coded(rooms, "a", evening, "2025-04-08"), coded(rooms, "b", morning, "2025-04-08"))


def test_two_evenings_are_two_happenings(rooms: Rooms) -> None:
    text = "Gunmen stormed the mine of Kitumba late on {day} April and killed 14 diggers, the governor said."
    pages = [coded(rooms, name, text.format(day=day), "2025-04-08") for name, day in (("a", 6), ("b", 7))]
    assert not joined(*pages)
