"""What a deed without a day of its own takes over: the day told near it, none told far above."""

from tests.coding.coded import code_text

PUBLISHED = "2021-06-25"


def test_a_day_told_far_above_is_not_its_own():
    text = (
        "Rebels shelled the town of Menaka on Monday. The market was closed. The mayor asked for calm. Schools have no "
        "roofs. Prices of rice are high. The rebels looted a depot in the village of Inekar."
    )
    (report,) = [one for one in code_text(text, PUBLISHED).reports if "looted" in one.span.quote]
    assert report.when is None or report.when.edtf.rstrip("~") != "2021-06-21"
    near = "Rebels shelled the town of Menaka on Monday. The market was closed. The rebels looted a depot there."
    (report,) = [one for one in code_text(near, PUBLISHED).reports if "looted" in one.span.quote]
    assert report.when is not None
    assert report.when.edtf.rstrip("~") == "2021-06-21"
