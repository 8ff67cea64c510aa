import numpy as np
import pytest

from crossreport.language.hints import CLASSES, NOUNS, WIDTH, hints
from crossreport.language.tokenise import tokenise

COLUMNS = [f"{name}{rest}" for name in CLASSES for rest in ("", "+")] + list(NOUNS)


def marks(text: str) -> dict[str, set[str]]:
    words = [text[start:end] for start, end in tokenise(text)]
    return {word: {COLUMNS[at] for at in np.flatnonzero(row)} for word, row in zip(words, hints(words), strict=True)}


def test_groups_persons_and_places_are_marked_from_first_word_to_last():
    found = marks("M23 fought near Goma, said Bashar al-Assad in Santander de Quilichao.")
    assert "group" in found["M23"]
    assert "large_town" in found["Goma"]
    assert found["Bashar"] >= {"person"}
    assert "person+" in found["Assad"]
    assert "town" in found["Santander"]
    assert "town+" in found["Quilichao"]
    assert found["near"] == found["fought"] == set()


def test_a_name_before_a_clitic_is_known():
    assert "country" in marks("Syria's army")["Syria"]
    assert marks("Syria's army")["'s"] == set()


def test_sides_of_one_class_get_the_same_marks():
    one, other = marks("M23 shelled Goma."), marks("FARDC shelled Goma.")
    assert one["M23"] == other["FARDC"] == {"group"}


def test_words_in_small_letters_name_no_town():
    assert not any("town" in mark for mark in marks("they march on to mobile homes")["mobile"])


@pytest.mark.parametrize("words", [[], ["-"], ["'s", "."], ["\u200b", "🚀"], ["al", "-"]])
def test_odd_words_are_no_names(words: list[str]):
    assert hints(words).shape == (len(words), WIDTH)
