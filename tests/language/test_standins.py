import pytest

from crossreport.language import Analyser
from crossreport.language.standins import replaced, stand_ins
from crossreport.language.tokenise import tokenise
from crossreport.model import Sentence


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenise(text)]


def sentence(analyser: Analyser, text: str) -> Sentence:
    return analyser.sentence(words(text), tokenise(text))


def seen(text: str) -> str:
    return " ".join(replaced(words(text), stand_ins(words(text))))


def test_names_of_any_length_are_one_word_to_the_parser() -> None:
    short = seen("The Houthis shelled a camp of Jaysh al-Islam.")
    assert short == seen("The Rapid Support Forces (RSF) shelled a camp of the Myanmar military.")
    assert short == "NATO shelled a camp of NATO ."


def test_parts_of_other_names_and_ties_stay() -> None:
    for text in ("He met Michael Jordan.", "US-led forces left.", "They left the West Bank.", "Two Syrian men left."):
        assert seen(text).split() == words(text)


def test_fighters_of_a_group_stay_fighters() -> None:
    assert seen("Suspected Boko Haram insurgents fled.") == "Suspected NATO insurgents fled ."


def test_the_tree_does_not_depend_on_who_is_named(analyser: Analyser) -> None:
    names = [("Ansar Allah", 2), ("the Southern Transitional Council", 4), ("the Ukrainian army", 3), ("JNIM", 1)]
    shapes = set()
    for name, size in names:
        first = name[0].upper() + name[1:]
        tokens = sentence(analyser, f"{first} denied a claim that it had killed 15 villagers near Bor.").tokens
        outside = [(token.text, token.rel, max(-2, token.head - size)) for token in tokens[size:]]
        tops = [token.rel for token in tokens[:size] if token.head >= size]
        shapes.add((tuple(outside), tuple(tops)))
    assert len({tuple((text, rel) for text, rel, _ in outside) for outside, _ in shapes}) == 1
    assert {tops for _, tops in shapes} == {("nsubj",)}


def test_an_article_belongs_to_the_noun_that_a_name_modifies(analyser: Analyser) -> None:
    tokens = sentence(analyser, "The Kremlin spokesman spoke.").tokens
    assert tokens[0].head == 2


def test_an_explained_abbreviation_hangs_on_its_name(analyser: Analyser) -> None:
    found = sentence(analyser, "The Kachin Independence Army (KIA) took the post.")
    named = [" ".join(t.text for t in found.tokens[n.first : n.last]) for n in found.names]
    assert named == ["Kachin Independence Army", "KIA"]
    assert found.tokens[5].head == 3


def test_sides_leave_the_place_on_which_the_parser_hangs_them(analyser: Analyser) -> None:
    text = "Clashes broke out in Maiduguri, Nigeria, between the Nigerian army and Boko Haram on Monday."
    tokens = sentence(analyser, text).tokens
    army = next(token for token in tokens if token.text == "army")
    assert tokens[army.head].text == "broke"


def test_whoever_is_told_is_no_subject_of_what_he_is_told(analyser: Analyser) -> None:
    tokens = sentence(analyser, "A source told the Malian army that shells hit the market.").tokens
    army = next(token for token in tokens if token.text == "army")
    assert tokens[army.head].text == "told"
