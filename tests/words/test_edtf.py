from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossreport.words import edtf

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2200, 12, 31))
MARKS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def parts(draw):
    day = draw(DAYS)
    shape = draw(st.sampled_from(["year", "month", "day", "season", "decade", "century", "no_day", "no_month", "time"]))
    mark = draw(MARKS)
    written = {
        "year": f"{day.year:04d}",
        "month": f"{day:%Y-%m}",
        "day": day.isoformat(),
        "season": f"{day.year:04d}-{draw(st.integers(21, 24))}",
        "decade": f"{day.year:04d}"[:3] + "X",
        "century": f"{day.year:04d}"[:2] + "XX",
        "no_day": f"{day:%Y-%m}-XX",
        "no_month": f"{day.year:04d}-XX-XX",
        "time": f"{day.isoformat()}T0{draw(st.integers(0, 9))}:30:00" + draw(st.sampled_from(["", "Z", "+03:00"])),
    }
    return written[shape] + mark


@given(parts())
def test_a_date_is_written_as_it_was_read(text):
    value = edtf.parse(text)
    assert str(value) == text
    assert value.earliest <= value.latest


@given(parts(), parts())
def test_an_interval_is_written_as_it_was_read_or_refused(one, two):
    text = f"{one}/{two}"
    if edtf.parse(one).earliest > edtf.parse(two).latest:
        with pytest.raises(edtf.EdtfError, match="ends before"):
            edtf.parse(text)
    else:
        assert str(edtf.parse(text)) == text
        assert edtf.within(one, f"{one}/..")
        assert edtf.within(two, f"../{two}")


@given(DAYS, st.integers(0, 4000), MARKS, st.booleans())
def test_days_written_are_the_days_read(first, length, mark, shorten):
    last = first + timedelta(days=length)
    text = edtf.span_days(first, last, mark, shorten=shorten)
    assert edtf.bounds(text) == (first.isoformat(), last.isoformat())
    assert edtf.overlap(text, first.isoformat())
    assert edtf.within(last.isoformat(), text)


@given(parts(), parts())
def test_distance_and_overlap_agree_and_take_no_side(one, two):
    assert edtf.overlap(one, two) == edtf.overlap(two, one)
    assert edtf.days_between(one, two) == edtf.days_between(two, one)
    assert (edtf.days_between(one, two) == 0) == edtf.overlap(one, two)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2015-02", "2015-02-01", "2015-02-28"),
        ("2016-02~", "2016-02-01", "2016-02-29"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2014-24", "2014-12-01", "2015-02-28"),
        ("2014-09~/2015-01-16", "2014-09-01", "2015-01-16"),
        ("2013/..", "2013-01-01", None),
        ("/2015-01-15", None, "2015-01-15"),
        ("2004-06-XX", "2004-06-01", "2004-06-30"),
    ],
)
def test_bounds(text, earliest, latest):
    assert edtf.bounds(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["", "15", "2015-13", "2015-02-30", "2015-25", "2015-2-1", "2015-01/2014", "../..", "/", "a/b/c", "201X-05", "0000",
     "2015-XX-03", "2015-01-01T25:00:00", "2015-21-03", "unknown"],
)  # fmt: skip
def test_what_is_no_edtf_is_refused(text):
    with pytest.raises(edtf.EdtfError):
        edtf.parse(text)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2015, 1, 1), date(2015, 12, 31), "2015"),
        (date(2015, 1, 1), date(2016, 12, 31), "2015/2016"),
        (date(2015, 3, 1), date(2015, 3, 31), "2015-03"),
        (date(2015, 3, 1), date(2015, 4, 30), "2015-03/2015-04"),
        (date(2015, 3, 2), date(2015, 3, 2), "2015-03-02"),
        (None, date(2015, 3, 2), "../2015-03-02"),
        (date(2015, 3, 2), None, "2015-03-02/.."),
    ],
)
def test_the_shortest_writing(first, last, expected):
    assert edtf.span_days(first, last) == expected


def test_an_open_side_leaves_the_distance_undecided():
    assert edtf.days_between("2015/..", "2016") is None
    assert edtf.days_between("../2014", "2016") == 366


@pytest.mark.parametrize(
    ("last", "expected"),
    [(date(2015, 1, 1), "day"), (date(2015, 1, 6), "days"), (date(2015, 1, 7), "week"), (date(2015, 1, 31), "month"),
     (date(2015, 2, 1), "year"), (None, "year")],
)  # fmt: skip
def test_precision_counts_days(last, expected):
    assert edtf.precision(date(2015, 1, 1), last) == expected
