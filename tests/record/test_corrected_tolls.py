import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from crossreport.record import decide
from crossreport.record.corrected_tolls import read_toll, said_toll
from crossreport.record.judged import judged
from tests import builders

SIGNED = {"by": "R. Haddad", "why": "read"}


def page():
    return builders.coded_of()[1]


def corrected(coded, *changes, at="2026-01-01", thing=None):
    thing = thing or coded.reports[0]
    return decide("correct", thing, at=at, changes=changes, figures=coded.figures, **SIGNED)


@pytest.mark.parametrize(
    ("words", "low", "best", "high"),
    [("12", 12, 12, 12), ("1,200", 1200, 1200, 1200), ("10-15", 10, None, 15), ("10/12/15", 10, 12, 15),
     ("10/-/-", 10, None, None), ("-/12/-", 12, 12, 12), ("-/-/9", None, None, 9), ("0", 0, 0, 0)],
)  # fmt: skip
def test_words_of_a_toll(words, low, best, high):
    assert read_toll(words) == {"low": low, "best": best, "high": high}


@pytest.mark.parametrize(
    "words", ["", "many", "-", "-/-/-", "1/2", "1/2/3/4", "15-10", "9/8/9", "1/9/8", "12/-/3", "1e5", "٣", "-4", "1.5",
              "9" * 40],
)  # fmt: skip
def test_what_is_no_toll_is_refused_with_what_to_give(words):
    with pytest.raises(ValueError, match=r"low, best and high must rise|give a number"):
        read_toll(words)


@given(st.lists(st.one_of(st.none(), st.integers(0, 99999)), min_size=3, max_size=3))
def test_low_best_and_high_rise_or_are_refused(ends):
    words = "/".join("-" if one is None else str(one) for one in ends)
    told = [one for one in ends if one is not None]
    if not told or told != sorted(told):
        with pytest.raises(ValueError, match=r"no toll|must rise"):
            read_toll(words)
    else:
        assert read_toll(said_toll(read_toll(words))) == read_toll(words)


def test_a_persons_toll_takes_the_place_of_the_machines_and_keeps_its_passage():
    coded = page()
    made = corrected(coded, ("killed", "5/6/9"), ("wounded", "12"))
    assert made.was == ('{"best":4.0,"high":4.0,"low":4.0}', "null")
    (now,) = judged([coded], [made])
    killed, wounded = now.figures
    assert (killed.low, killed.best, killed.high, killed.span) == (5, 6, 9, coded.figures[0].span)
    assert (wounded.measure, wounded.best, wounded.span) == ("wounded", 12, coded.reports[0].span)
    assert now.reports[0].figures == (killed.id, wounded.id)
    assert [one.says for one in now.reports[0].reasons if one.rule == "corrected"] == [
        "killed: 5/6/9 for 4, by R. Haddad on 2026-01-01: read",
        "wounded: 12 for none, by R. Haddad on 2026-01-01: read",
    ]


def test_parts_stay_parts_and_none_takes_all_of_it_away():
    coded = page()
    part = replace(coded.figures[0], id="figure-part", part_of=coded.figures[0].id)
    total = replace(coded.figures[0], id="figure-total", cumulative=True)
    coded = replace(coded, figures=(*coded.figures, part, total))
    (now,) = judged([coded], [corrected(coded, ("killed", "7"))])
    assert [(one.best, one.cumulative) for one in now.figures] == [(4, False), (4, True), (7, False)]
    assert now.figures[0].part_of == now.figures[2].id
    (now,) = judged([coded], [corrected(coded, ("killed", "none"))])
    assert [one.id for one in now.figures] == ["figure-total"]
    assert now.reports[0].figures == ("figure-total",)


def test_the_later_word_holds_be_it_of_the_report_or_of_its_figure():
    coded = page()
    toll = corrected(coded, ("killed", "7"))
    figure = corrected(coded, ("best", "8"), ("high", "8"), thing=coded.figures[0], at="2026-01-02")
    (now,) = judged([coded], [toll, figure])
    assert [one.best for one in now.figures] == [8]
    later = corrected(coded, ("killed", "9"), at="2026-01-03")
    (now,) = judged([coded], [toll, figure, later])
    assert [one.best for one in now.figures] == [9]


def test_a_figure_whose_ends_would_not_rise_is_refused():
    coded = page()
    (figure,) = coded.figures
    for changes in ([("low", "5")], [("best", "3")], [("low", "9"), ("high", "8")]):
        with pytest.raises(ValueError, match="must rise"):
            corrected(coded, *changes, thing=figure)
    wider = corrected(coded, ("high", "9"), thing=figure)
    (now,) = judged([coded], [wider])
    decide("correct", figure, at="2026-01-02", changes=[("best", "7")], stands=now.figures[0], **SIGNED)
    with pytest.raises(ValueError, match="is 4 already"):
        corrected(coded, ("killed", "4"))
