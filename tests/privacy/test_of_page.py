"""Whose names a page gives away, where the rooms take a person for a place, a place for a person, or neither."""

import re

import pytest

from crossreport.model import Actor, CodedPage, Dropped, Mention, Place, PlacePrecision, Span
from crossreport.privacy.of_page import Names, names_of
from tests.builders import capture_of, page_of

KNOWN, UNKNOWN, PERSON, PUBLIC = "settlement", "unresolved", "person", "public"


def value_of(words: str, kind: str) -> Place | Actor:
    if kind in (KNOWN, UNKNOWN):
        return Place(words, None, "SY", None, None, None, PlacePrecision(1, 1), (), None, kind)
    return Actor(f"person:{words}" if kind == PERSON else f"register:{words}", words, "person", None)


def names(text: str, mentioned: dict[str, str], left_out: str = "") -> Names:
    """The names of a page on which the rooms saw these words as that."""
    page = page_of(capture_of(text))
    mentions = tuple(
        Mention(f"m{hit.start()}", page.id, "person" if kind in (PERSON, PUBLIC) else "place",
                Span(*hit.span(), words), value_of(words, kind), (), (), hit.start())
        for words, kind in mentioned.items() for hit in re.finditer(re.escape(words), text)
    )  # fmt: skip
    dropped = tuple(
        Dropped(*hit.span(), "tail", left_out) for hit in re.finditer(re.escape(left_out), text) if left_out
    )
    page = type(page)(**{name: getattr(page, name) for name in page.__struct_fields__} | {"dropped": dropped})
    return names_of(CodedPage(page, mentions, (), (), (), "fake 1"), frozenset())


@pytest.mark.parametrize(
    "deed", ["fled at dawn", "was shot at his door", "recalled the night", "said that all was lost"]
)
def test_who_does_what_only_people_do_is_no_place_though_it_was_taken_for_one(deed: str) -> None:
    assert names(f"In Bara, Idriss {deed}.", {"Idriss": UNKNOWN, "Bara": KNOWN}).private == {"Idriss"}


def test_a_place_that_nobody_knows_stays_one_where_something_leads_to_it() -> None:
    found = names("Shells fell on Zalatan. Zalatan said goodbye to its dead near Zalatan.", {"Zalatan": UNKNOWN})
    assert "Zalatan" not in found.private
    assert names("Bara fled into the hills.", {"Bara": KNOWN}).private == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Drones struck the shops of Umm Rawaba on Tuesday. In Umm Rawaba eight died.",
        "They claimed to hold Abu Zabadan. The fight was in the village of Abu Zabadan.",
    ],
)
def test_a_town_whose_name_begins_like_a_form_of_address_is_none(text: str) -> None:
    known = {"Umm Rawaba": KNOWN} if "Umm" in text else {}
    assert names(text.replace("In Umm", "In the town of Umm"), known).private == frozenset()


def test_who_is_called_by_a_form_of_address_is_withheld_where_no_place_bears_the_name() -> None:
    assert names("Drones struck Bara. Abu Zabadan wept.", {"Bara": KNOWN}).private == {"Abu Zabadan"}
    aged = "The village of Umm Rawaba was hit. Umm Rawaba, 61, wept."
    assert "Umm Rawaba" in names(aged, {}).private


@pytest.mark.parametrize(
    ("text", "person", "place"),
    [
        ("Rebels burned a chapel in Kitaotao, Lanao del Norte on Sunday.", "Lanao del Norte", "Kitaotao"),
        ("Two died in Sitio Malinao on Sunday.", "Sitio Malinao", "Sunday"),
        ("Shelling hit Tina and Velyka Komysh in the east.", "Velyka Komysh", "Tina"),
        ("Shelling hit Nova Husarivka on Monday.", "Nova", "Husarivka"),
    ],
)
def test_what_goes_on_from_a_place_or_bears_its_words_is_one(text: str, person: str, place: str) -> None:
    assert names(text, {person: PERSON, place: KNOWN}).private == frozenset()


@pytest.mark.parametrize("text", ["In Bara and Idriss, who sold tea, was shot.", "They met in Bara, Idriss said."])
def test_a_person_behind_a_place_is_withheld(text: str) -> None:
    assert names(text, {"Idriss": PERSON, "Bara": KNOWN}).private == {"Idriss"}


def test_abbreviations_and_labels_of_the_page_are_no_names() -> None:
    assert names("The SHO of Hangu left.\nComments (4)", {"SHO": PERSON, "Comments": PERSON}).private == frozenset()


def test_who_comments_below_a_page_is_withheld() -> None:
    comment = "Patrick M. 3 hours ago: They killed my uncle.\nBala: God help us."
    found = names(f"Beni: three killed.\n2 comments\n{comment}", {"Beni": KNOWN}, comment)
    assert found.private == {"Patrick M", "Bala"} or found.private == {"Patrick M.", "Bala"}


def test_a_byname_of_whom_a_page_may_name_is_no_secret() -> None:
    found = names("Wilner Jean alias Ti Lapli spoke. Ti Lapli left.", {"Wilner Jean": PUBLIC, "Ti Lapli": PERSON})
    assert "Ti Lapli" not in found.private


def test_a_word_that_a_body_or_an_officer_bears_is_withheld_in_the_whole_name_only() -> None:
    text = "General Aref Baloch raided Tump and took Sami Baloch, a student. The Baloch Student League met the Baloch."
    found = names(text, {"Sami Baloch": PERSON, "Aref Baloch": PERSON, "Baloch": PERSON})
    assert "Sami Baloch" in found.private
    assert "Aref Baloch" not in found.private


def test_an_age_in_words_makes_a_private_person() -> None:
    assert "Grace" in names("Grace was seven when they came.", {}).private


def test_a_capital_that_speaks_and_the_labels_of_a_list_of_places_are_nobody() -> None:
    assert (
        "Damascus"
        not in names("Two soldiers died in Homs, according to Damascus.", {"Damascus": PERSON, "Homs": KNOWN}).private
    )
    listed = "* Siraha: A mine killed two.\n* Kailali: A school was burnt.\n* Bara: Four men were taken.\n"
    assert not names(listed, {"Siraha": PERSON, "Kailali": PERSON, "Bara": KNOWN}).private
    spoken = "* Siraha: We fled.\n* Kailali: They shot at us.\n* Idriss: I saw it.\n"
    assert names(spoken, {"Siraha": PERSON, "Kailali": PERSON, "Idriss": PERSON}).private


@pytest.mark.parametrize("words", ["was the mother of Lahore", "said her son Lahore, 12, was killed"])
def test_a_victim_who_is_called_as_a_town_is_withheld(words: str) -> None:
    text = f"In Bara, a woman who {words}."
    assert "Lahore" in names(text, {"Lahore": PERSON, "Bara": KNOWN}).private


def test_a_form_of_address_with_the_last_name_of_an_officer_is_theirs() -> None:
    text = "Prime Minister Pierre Lafortune left on Monday. Mr Lafortune was abroad. Mr Rosier, a driver, was shot."
    seen = names(text, {"Pierre Lafortune": PERSON, "Mr Lafortune": PERSON, "Mr Rosier": PERSON})
    assert "Mr Lafortune" in seen.ranked
    assert "Mr Rosier" in seen.private


def test_no_word_of_grammar_is_withheld_for_a_name_that_was_read_too_long() -> None:
    text = "THE TOWN AT NIGHT\nDoctor Marceau of the General said so. The wounded slept. MARCEAU WEPT."
    private = names(text, {"Doctor Marceau of the General": PERSON}).private
    assert "Doctor Marceau" in private
    assert not {name for name in private if name.casefold() in ("the", "of", "general")}
