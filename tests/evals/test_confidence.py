"""How far a confidence can be believed: what is said beside what came true, on pages that it was not fitted on."""

import pytest

from evals import confidence
from evals.confidence import calibration_error
from evals.corpora import Absent


@pytest.mark.parametrize(
    ("said", "hits", "error"),
    [
        ([], [], 0.0),
        ([0.75] * 4, [True, True, True, False], 0.0),
        ([0.9, 0.9], [True, False], 0.4),
        ([1.0, 0.0], [True, False], 0.0),
        ([0.05, 0.95], [True, False], 0.95),
    ],
)
def test_the_error_is_the_distance_of_what_is_said_from_what_came_true(said, hits, error):
    assert calibration_error(said, hits) == pytest.approx(error)


def test_no_page_of_the_test_part_was_fitted_on():
    try:
        fitted, held = ({page.name for page in confidence.pages(part)} for part in ("dev", "test"))
    except Absent as absent:
        pytest.skip(str(absent))
    assert fitted
    assert held
    assert not fitted & held


def test_each_report_is_told_with_what_is_said_of_it():
    page = next(page for page in _own_pages() if page.gold.events)
    told = confidence.coded(page).told
    assert told
    assert all(0 < each.said < 1 and each.gold == len(page.gold.events) for each in told)


def _own_pages():
    return (confidence._own("own", name, page) for name, page in confidence.own_pages("dev").items())
