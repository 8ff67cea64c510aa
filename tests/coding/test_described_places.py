"""Places in a clause about the place of an event, and lands of which most was taken."""

import pytest

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels took Walikale, which lies between Goma and Kisangani.", "Walikale"),
        ("Rebels shelled most of Qalamun, through which a highway runs between Damascus and Homs.", "Qalamun"),
        ("The army shelled Binnish, a town between Idlib and Saraqib, on Monday.", "Binnish"),
        ("Gunmen attacked Sokoura, a village halfway between Bankass and Koro.", "Sokoura"),
        ("Shells hit Kupiansk, through which a railway runs from Kharkiv to Luhansk.", "Kupiansk"),
    ],
)
def test_what_is_named_to_say_where_a_place_lies_is_no_place_of_the_event(text: str, place: str) -> None:
    (report,) = code_text(text).reports
    assert [each.span.quote for each in report.places if each.span is not None] == [place]


@pytest.mark.parametrize("land", ["bastion", "redoubt", "foothold", "heartland"])
def test_whoever_seizes_a_bastion_takes_territory(land: str) -> None:
    (report,) = code_text(f"Rebels seized a key {land} of the army on Monday near Myawaddy.").reports
    assert report.type.label == "territory_taken"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Two car bombs killed at least 25 people including women and children in a government-held neighbourhood "
            "of Syrias central city of Homs Wednesday state news agency SANA reported.",
            "Homs",
        ),
        ("Rebels attacked the town of Toungoo Tuesday an army officer said.", "Toungoo"),
    ],
)
def test_a_weekday_ends_the_name_before_it(text: str, place: str) -> None:
    (report,) = code_text(text).reports
    assert [each.name for each in report.places] == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Two engineers from Turkey were abducted on Friday.", []),
        ("A building where mercenaries from Colombia and Georgia were stationed was hit on Monday, he said.", []),
        ("Troops from Eritrea shot nine farmers on Friday.", []),
        ("Four miners from China were killed by gunmen near Chami on Friday.", ["Chami"]),
        # where people fled from is where they were driven out
        ("Refugees from Sudan fled the fighting on Friday.", ["Sudan"]),
        ("Residents from Bama fled on Friday.", ["Bama"]),
    ],
)
def test_the_land_that_people_are_from_is_not_where_it_was(text: str, places: list[str]) -> None:
    (report, *_) = code_text(text, "2024-08-14").reports
    assert [each.name for each in report.places] == places


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "On Monday 70 rebels died in clashes between the army and rebels in a township bordering China.",
            set(),
        ),
        (
            "Activists in Idlib province said that 135 civilians were killed in air strikes on the province in parallel"
            " with an onslaught on Aleppo and its countryside.",
            {"Idlib"},
        ),
        (
            "Shells hit Konna on Monday. Five men were also wounded by shells in the village which lies more than 60"
            " kilometres from the city of Mopti.",
            {"Konna"},
        ),
        # must not change
        ("Shells hit a market in Aleppo on Monday alongside a school in Idlib.", {"Aleppo"}),
        ("Gunmen killed four herders in a village that lies ten kilometres from Mopti.", {"Mopti"}),
        ("Gunmen killed four soldiers in Tessalit, a town bordering the desert.", {"Tessalit"}),
    ],
)
def test_what_lies_beyond_or_beside_is_not_where_it_was(text, where):
    first = code_text(text).reports[0]
    named = {place.name.removesuffix(" province") for place in first.places}
    assert (named & where if where else not named) or named == where
