"""Who the dead were, told in a list behind their number, are parts of it; those beside it are not."""

import pytest

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Four people, two nurses, a driver and a boy, were killed when a shell hit a bus in Taiz.", 4),
        ("Seven people, four soldiers and three policemen, were killed in an ambush near Gao.", 7),
        ("Gunmen killed nine people, five teachers and four pupils, in Tillaberi on Sunday.", 9),
    ],
)
def test_the_list_behind_a_number_is_of_its_parts(text, whole):
    figures = code_text(text, "2024-03-14").figures
    assert [figure.best for figure in figures if not figure.part_of] == [whole]
    assert any(figure.part_of for figure in figures)


def test_two_groups_are_no_parts_of_the_first():
    figures = code_text("Six soldiers and two civilians were killed near Gao.", "2024-03-14").figures
    assert [figure.best for figure in figures if not figure.part_of] == [8]
