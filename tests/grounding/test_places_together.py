"""The names of a page choose their places together; a name by itself is no witness in its own case."""

from crossreport.gazetteer import gazetteer
from crossreport.grounding.places.find import is_short
from crossreport.grounding.places.mentions import place_given
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


def test_a_country_that_nothing_else_tells_of_yields_to_the_state_of_a_far_country() -> None:
    text = "Jurors in Atlanta heard the U.S. attorney on Monday. Georgia has asked for more time."
    assert _placed(text, "Atlanta", "Georgia")[1] == ("US", "Georgia")
    text = "Nigeria closed its border in Sokoto and Katsina on Monday, and Niger complained."
    assert _placed(text, "Nigeria", "Niger")[1] == ("NE", None)  # a neighbour, though a state bears the name


def test_a_country_by_its_name_alone_yields_to_the_town_among_its_neighbours() -> None:
    text = "Deputies from Elkhart and Grapeland in Texas closed the road to Palestine, Anderson County said."
    assert _placed(text, "Elkhart", "Grapeland", "Texas", "Palestine", "Anderson County")[3] == ("US", "Texas")
    assert _placed("Envoys of Egypt spoke of Palestine on Monday.", "Egypt", "Palestine")[1] == ("PS", None)


def test_divisions_in_a_row_hold_none_of_each_other() -> None:
    text = "Recalls were ordered in California, Kansas, Oregon, Washington, West Virginia and Wyoming."
    names = ("California", "Kansas", "Oregon", "West Virginia", "Wyoming")
    assert [region for _, region in _placed(text, *names)] == list(names)
    pair = _placed("A shop burned in Lancaster, Pennsylvania.", "Lancaster", "Pennsylvania")
    assert pair[0] == ("US", "Pennsylvania")


def test_a_small_namesake_of_the_capital_in_its_own_country_is_not_the_capital() -> None:
    text = "Senators in Washington wrote to a U.S. paper in Peoria."
    assert _placed(text, "Washington", "U.S.", "Peoria")[0] == ("US", "Washington, D.C.")


def test_a_county_of_a_country_s_name_says_nothing_of_the_country() -> None:
    text = "Byesville and Guernsey County will pay for the road to Cambridge."
    assert _placed(text, "Byesville", "Guernsey County", "Cambridge")[1] == ("US", "Ohio")


def test_an_unlisted_name_is_assumed_beside_what_the_text_names_nearest() -> None:
    text = "Shells fell on Qurbatulla and on Binnish, and in Paris envoys met."
    spans = [(text.index(name), text.index(name) + len(name)) for name in ("Qurbatulla", "Binnish", "Paris")]
    page = Page("p", "c", "n", None, None, "en", text, (Block(0, len(text), "p"),), (), Published("..", None, None))
    first, second, _ = place_given(page, Analysis("p", (), "none"), spans, gazetteer=gazetteer())
    assert first.best is None
    assert first.assumed
    assert second.best is not None
    assert first.container == second.best.entry
    kept = place_given(page, Analysis("p", (), "none"), spans, gazetteer=gazetteer(), abstain=True)[0]
    assert (kept.best, kept.container, kept.assumed) == (None, None, False)
