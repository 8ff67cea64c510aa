"""Two fates told one after the other, of which only the last says in what: both are of the one attack."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "type_", "doer"),
    [
        (
            "In Kherson, a woman was killed and three people were injured in a Russian artillery attack on the "
            "Korabelnyi district this morning, the governor said.",
            "shelling",
            {"Russia"},
        ),
        (
            "In Gaza City, ten people were killed and 25 wounded in an Israeli air strike on a school in the Zeitoun "
            "neighbourhood on Monday.",
            "air_strike",
            {"Israel"},
        ),
        (
            "In North Darfur, eleven people were killed and 20 wounded in shelling of El Fasher on Sunday.",
            "shelling",
            set(),
        ),
        (
            "In Zamfara, six people died and ten were hurt in a raid on the village of Anka on Sunday.",
            "attack_on_civilians",
            set(),
        ),
    ],
)
def test_both_fates_are_of_the_attack_that_is_told_behind(text: str, type_: str, doer: set[str]) -> None:
    coded = code_text(text, "2024-08-14")
    (report,) = coded.reports
    assert report.type.label == type_
    assert names(report, "agent") == doer
    assert {figure.measure for figure in coded.figures} == {"killed", "wounded"}


@pytest.mark.parametrize(
    "text",
    [
        "In Kharkiv, two people were killed on Monday and three were injured in a drone strike on Odesa on Tuesday.",
        "In Omdurman a trader was shot dead and four people were wounded in an air strike on Nyala on Monday.",
        "Police killed two men in Cali and five were wounded in a bomb attack in Toribio on Sunday.",
    ],
)
def test_deaths_with_a_place_of_their_own_are_of_another_deed(text: str) -> None:
    assert len(code_text(text, "2024-08-14").reports) == 2
