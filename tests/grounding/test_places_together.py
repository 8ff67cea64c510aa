"""The names of a page choose their places together; a name by itself is no witness in its own case."""

from crossreport.gazetteer import gazetteer
from crossreport.grounding.places import place_given
from crossreport.grounding.places_find import is_short
from crossreport.model import Analysis, Block, Page, Published


def _placed(text: str, *names: str, abstain: bool = False) -> list[tuple[str | None, str | None]]:
    page = Page("p", "c", "n", None, None, "en", text, (Block(0, len(text), "p"),), (), Published("..", None, None))
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    choices = place_given(page, Analysis("p", (), "none"), spans, gazetteer=gazetteer(), abstain=abstain)
    return [
        (choice.best.entry.country, choice.best.entry.region) if choice.best else (None, None) for choice in choices
    ]


def test_a_small_town_beats_its_namesakes_where_its_neighbours_are_named() -> None:
    text = "Deputies from Pineville and Ball met in Alexandria, officials of Rapides Parish said."
    placed = _placed(text, "Pineville", "Ball", "Alexandria", "Rapides Parish")
    assert {region for _, region in placed} == {"Louisiana"}


def test_a_famous_town_stays_where_nothing_speaks_for_its_namesake() -> None:
    assert _placed("Ministers met in Alexandria; Egypt was the host.", "Alexandria") == [("EG", "Alexandria")]


def test_a_state_that_shares_its_name_with_a_country_is_told_by_its_towns() -> None:
    text = "U.S. marshals in Valdosta, Macon and Savannah were warned; all of Georgia was on alert."
    assert _placed(text, "Valdosta", "Macon", "Savannah", "Georgia")[3] == ("US", "Georgia")
    text = "Troops left Gori for Tbilisi and Zugdidi, and all of Georgia was on alert."
    assert _placed(text, "Gori", "Tbilisi", "Zugdidi", "Georgia")[3][0] == "GE"


def test_an_abbreviation_is_a_division_only_with_its_points_or_behind_a_comma() -> None:
    text = "He left Monroe, La., for Mobile, AL and asked AL why. La Paz"
    assert [is_short(text, here, here + 2) for here in (16, 33, 46, 54)] == [True, True, False, False]
    assert _placed(text, "Monroe", "La")[0] == ("US", "Louisiana")
