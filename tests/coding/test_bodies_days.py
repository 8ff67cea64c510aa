"""On which days people were killed whose bodies were found or buried on a day that the page gives."""

import pytest

from tests.coding.coded import code_text

PUBLISHED = "2021-06-09"  # a Wednesday


def day_of(text):
    reports = code_text(text, PUBLISHED).reports
    return next(report.when.edtf for report in reports if report.type.label not in ("bodies_found",))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a village chief in Janiuay in the Philippines. He was buried on Sunday.",
        "Militiamen massacred 12 people in Moussa, Congo. Volunteers buried the dead on Sunday.",
        "Bandits killed nine farmers in Giwa, Nigeria. Troops recovered the corpses on Sunday.",
        "Soldiers shot dead five villagers near Momauk, Myanmar. The bodies were found on Sunday in a ditch.",
    ],
)
def test_who_was_found_dead_on_sunday_was_killed_by_then(text):
    assert day_of(text) == "2021-06-03/2021-06-06"


def test_a_killing_with_a_day_of_its_own_keeps_it():
    text = "Militants shot dead six labourers in Turbat, Pakistan, on Saturday. Their bodies were recovered on Sunday."
    assert day_of(text) == "2021-06-05"


def test_the_day_on_which_somebody_tells_of_the_bodies_is_not_theirs():
    text = "Gunmen killed a teacher in Cali, Colombia. Police said on Sunday that they had recovered his body."
    assert "bodies" not in str(code_text(text, PUBLISHED).reports[0].when.rule)
