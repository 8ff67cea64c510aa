import pytest

from crossreport.model import Step
from crossreport.pipeline.plan import ROOMS, PlanError, check, page_version, plan


def test_the_whole_plan_fits_together():
    steps = plan()
    assert [step.room for step in steps] == list(ROOMS)
    assert all(step.version for step in steps)


@pytest.mark.parametrize("room", ROOMS)
def test_a_plan_may_end_anywhere(room):
    assert plan(room)[-1].room == room


def test_a_room_that_does_not_exist_is_named():
    with pytest.raises(PlanError, match="no room 'cooking'"):
        plan("cooking")


def test_a_hole_is_named():
    steps = [Step("reading", ("capture",), ("page",), "1")]
    with pytest.raises(PlanError, match="reading needs capture"):
        check(steps)


def test_what_comes_later_does_not_count():
    later = [Step("coding", ("mention",), ("claim",), "1"), Step("grounding", ("path",), ("mention",), "1")]
    with pytest.raises(PlanError, match="coding needs mention"):
        check(later)
    check(list(reversed(later)))


def test_a_version_stands_as_long_as_the_code_does():
    assert page_version() == page_version()
    assert len({step.version for step in plan()}) == len(ROOMS)
