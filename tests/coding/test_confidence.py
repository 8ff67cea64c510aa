"""Confidence is a share, and what the page ties to a happening raises it."""

from tests.coding.coded import code_text


def test_a_fully_told_happening_is_trusted_more_than_a_hinted_one():
    full = code_text("On Monday soldiers of the Malian army shelled the village of Diafarabe, killing nine villagers.")
    bare = code_text("There was shelling in Diafarabe, some said.")
    assert full.reports
    assert bare.reports
    assert all(0 < report.confidence.p < 1 for report in full.reports + bare.reports)
    assert all(full.reports[0].confidence.p > report.confidence.p for report in bare.reports)
