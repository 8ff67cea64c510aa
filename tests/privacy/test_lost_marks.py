"""Names on pages that lost their marks, and words that only a headline writes large."""

import msgspec
import pytest

from crossreport.model import CodedPage
from crossreport.privacy.headline_words import only_heads
from crossreport.privacy.of_page import names_of
from crossreport.privacy.offices import holds_office
from tests.builders import capture_of, page_of
from tests.privacy.test_of_page import KNOWN, PERSON, names

BARE = "The army said it shelled the hills near the river on Sunday and took two villages there. " * 6


@pytest.mark.parametrize(
    "said",
    [
        "Troops killed Musa Danladi the emir of the group in the lake region.",
        "Troops killed Musa Danladi head of the northern brigade.",
        "They met Musa Danladi a commander in the north.",
        "Musa Danladi an army spokesman said the road was open.",
    ],
)
def test_an_office_behind_a_name_needs_no_comma_where_a_page_has_none(said: str) -> None:
    assert holds_office("Musa Danladi", f"{BARE}{said}")


@pytest.mark.parametrize(
    "said",
    [
        "Musa Danladi a teacher said the road was open.",
        "They told Musa Danladi the commander had fled.",
        "Soldiers shot Musa Danladi who met the governor of the state.",
    ],
)
def test_who_stands_by_an_office_on_such_a_page_holds_none(said: str) -> None:
    assert not holds_office("Musa Danladi", f"{BARE}{said}")


def test_with_commas_the_office_must_be_set_off() -> None:
    assert not holds_office(
        "Ade", "On Monday, in Jos, the police, who came late, told Ade the governor of the state fled."
    )


@pytest.mark.parametrize(
    ("name", "said", "holds"),
    [
        ("Bello", "Governor Umaru Bello said so. Bello spoke late.", True),
        ("Bello", "The governor's driver Umaru Bello fled.", False),
        ("Umar Bello", "The minister of health in the interim government Umar Bello resigned.", True),
        ("Umar Bello", "The minister of health and the nurse of the clinic Umar Bello resigned.", False),
    ],
)
def test_an_office_reaches_over_a_given_name_and_over_what_it_is_of(name: str, said: str, holds: bool) -> None:
    assert holds_office(name, said) is holds


@pytest.mark.parametrize(
    ("title", "body", "word", "heads"),
    [
        ("Raids kill 11 in the north Monitor", "The monitor said on Friday that planes came twice.", "Monitor", True),
        ("Army Kills Notorious Warlord in Kaya", "Troops killed the notorious warlord.", "Notorious Warlord", True),
        ("Rose killed in raid", "The toll rose. Rose Nduta, 17, was on her way.", "Rose", False),
        ("Danladi killed in raid", "He was on his way.", "Danladi", False),
    ],
)
def test_a_plain_word_that_only_the_headline_writes_large_names_nobody(
    title: str, body: str, word: str, heads: bool
) -> None:
    page = msgspec.structs.replace(page_of(capture_of(f"{title}\n\n{body}")), title=title)
    assert only_heads(word, page) is heads


def test_a_known_place_that_lost_its_apostrophe_is_no_person() -> None:
    found = names("Shells hit Gorom. Goroms market burned.", {"Gorom": KNOWN, "Goroms": PERSON})
    assert found.private == frozenset()


def test_who_has_the_last_name_of_an_official_is_that_official_unless_a_private_name_ends_so_too() -> None:
    official = "Governor Umaru Bello spoke. Then Bello left. "
    assert names(official, {"Umaru Bello": PERSON, "Bello": PERSON}).private == frozenset()
    found = names(
        f"{official}Hauwa Bello, 17, was shot.", {"Umaru Bello": PERSON, "Hauwa Bello": PERSON, "Bello": PERSON}
    )
    assert "Hauwa Bello" in found.private


def test_a_headline_said_again_ends_a_name_where_it_ends() -> None:
    title = "Raids kill two fighters Monitor"
    text = f"{title}\n\n{title} Chad-led raids killed two, it was said."
    page = msgspec.structs.replace(page_of(capture_of(text)), title=title)
    assert names_of(CodedPage(page, (), (), (), (), "fake 1"), frozenset()).private == frozenset()
