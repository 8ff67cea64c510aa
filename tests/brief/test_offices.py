"""An office in the page's own words makes a name public; a bystander of an office stays withheld."""

import msgspec
import pytest

from crossreport.model import Actor, CodedPage, Mention, Span
from crossreport.privacy import WITHHELD, Privacy
from crossreport.privacy.offices import holds_office
from tests.brief.hand import records

NAME = "Samir Obeid"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("police spokesman Samir Obeid said that calm had returned", True),
        ("Its spokesperson, Samir Obeid, gave no number", True),
        ("The Minister of Water, Samir Obeid, blamed the rebels", True),
        ("Minister of Water Samir Obeid blamed the rebels", True),
        ("Samir Obeid, assistant to the President, wrote", True),
        ("said Samir Obeid, the head of the harbour authority", True),
        ("But Samir Obeid, deputy defence chief of the front, denied it", True),
        ("the army's commander in the east, Brigadier Samir Obeid, said", True),
        ("the minister's driver, Samir Obeid, was wounded", False),
        ("Samir Obeid, a teacher who met the minister, was killed", False),
        ("Samir Obeid, head of a family of seven, was killed", False),
        ("Samir Obeid, a head teacher in the town, was killed", False),
        ("detained Samir Obeid, identified as a security chief of the cartel", False),
        ("He had met the minister. Samir Obeid fled on foot", False),
        ("a shopkeeper, Samir Obeid, was shot dead", False),
        ("Samir Obeid, son of the mayor, was abducted", False),
    ],
)
def test_an_office_names_who_bears_it_and_nobody_beside(text: str, named: bool) -> None:
    assert holds_office(NAME, text) is named


def page_of(text: str, *mentions: tuple[str, str]) -> CodedPage:
    """A page of this text with persons and places as mentioned."""
    coded = records()[0][0]
    found: list[Mention] = []
    for kind, quote in mentions:
        start = text.index(quote)
        value = Actor(f"person:{quote.split()[-1]}", NAME, "person", None) if kind == "person" else None
        span = Span.of(text, start, start + len(quote))
        found.append(Mention(f"m{len(found)}", coded.page.id, kind, span, value, (), (), start))  # type: ignore[arg-type]
    page = msgspec.structs.replace(coded.page, text=text)
    return msgspec.structs.replace(coded, page=page, mentions=tuple(found), reports=(), figures=(), claims=())


def test_a_public_person_is_named_by_the_surname_too() -> None:
    text = "Police spokesman Samir Obeid spoke first. Later Obeid left."
    privacy = Privacy([page_of(text, ("person", NAME), ("person", "Obeid left"[:5]))])
    assert privacy.mask(text) == text


def test_a_place_keeps_the_name_that_it_has_of_a_person() -> None:
    text = "Shells hit Obeid camp and the Obeid district. Samir Obeid, a baker, fled."
    privacy = Privacy([page_of(text, ("person", NAME), ("place", "Obeid camp"))])
    assert privacy.mask("Obeid camp") == "Obeid camp"
    assert privacy.mask(text) == text.replace(NAME, WITHHELD)


def test_a_private_name_before_the_word_for_a_place_is_the_places() -> None:
    privacy = Privacy([page_of("Samir Obeid, a baker, fled.", ("person", NAME))])
    assert privacy.mask("near Samir Obeid square") == "near Samir Obeid square"
    assert privacy.mask("near Samir Obeid in the square") == f"near {WITHHELD} in the square"
