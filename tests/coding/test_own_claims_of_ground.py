"""A side's own headline and what it took: a depot holds nothing, and a clause is no group's name."""

from tests.coding.coded import code_text, names

TEXT = (
    "Our brave forces storm Miners' Depot, remnants of the old regime flee\n"
    "The Rapid Support Forces took control of large parts of the Miners' Depot in Kadaro on Tuesday, a commander said."
)


def test_a_depot_that_is_taken_is_no_side_and_a_clause_is_no_name():
    everybody = set().union(*(names(report) for report in code_text(TEXT, "2023-08-23").reports))
    assert not any(name.startswith("Our brave") for name in everybody)
    (taken,) = [one for one in code_text(TEXT, "2023-08-23").reports if one.type.label == "territory_taken"]
    assert "Miners' Depot" not in names(taken, "target")
