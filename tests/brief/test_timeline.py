"""The timeline names every event that it does not draw with the right reason, and cuts no label off."""

from datetime import date

from msgspec.structs import replace

from crossreport.brief.situation import situation
from crossreport.brief.timeline import MOST, TICK_CHARACTER, WIDTH, Axis, timeline
from crossreport.brief.window import Window
from crossreport.model import When
from tests.brief.hand import records


def entries():
    coded, linked = records()
    return situation(coded, linked, (), window=Window(None, None)).entries


def on(entry, day):
    return replace(entry, event=replace(entry.event, when=When(day, day, day, "day", "told")))


def test_no_label_runs_over_the_right_edge() -> None:
    first = entries()[0]
    for last in ("2016-09-30", "2016-12-31", "2017-01-01", "2019-05-05"):
        drawn = timeline([on(first, "2016-09-01"), on(first, last)])
        assert drawn is not None
        for tick in drawn.ticks:
            wide = len(tick.label) * TICK_CHARACTER
            right = {"start": tick.x + wide, "middle": tick.x + wide / 2, "end": tick.x}[tick.side]
            assert right <= WIDTH, (last, tick)
        starts = [tick.label for tick in drawn.ticks if "20" in tick.label.split()[-1] and len(tick.label.split()) == 3]
        assert len(starts) >= len(drawn.breaks) + 1, "each stretch says its year"


def test_a_tick_of_another_year_than_the_one_before_it_says_so() -> None:
    axis = Axis([(date(2016, 7, 1), date(2016, 8, 1)), (date(2019, 1, 1), date(2021, 2, 1))], 300.0)
    labels = [tick.label for tick in axis.ticks() if tick.label]
    assert labels[0].endswith("2016")
    years = [label.split()[-1] for label in labels if label.split()[-1].isdecimal() and len(label.split()[-1]) == 4]
    assert years == list(dict.fromkeys(years)), "each year is said once"
    assert {"2016", "2019", "2020"} <= set(years)


def test_events_with_a_day_are_not_counted_as_without_one() -> None:
    first = entries()[0]
    days = [on(first, f"2016-09-{number % 28 + 1:02d}") for number in range(MOST + 7)]
    drawn = timeline([*days, replace(first, event=replace(first.event, when=None))])
    assert drawn is not None
    assert (drawn.left_out, drawn.further) == (1, 7 + MOST - len(drawn.bars))
