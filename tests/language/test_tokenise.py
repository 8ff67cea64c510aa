import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossreport.language.tokenise import tokenise


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels didn't flee.", "The rebels did n't flee ."),
        ("Aleppo’s mayor can’t leave", "Aleppo ’s mayor ca n’t leave"),
        ("Gen. Adel met Mr. Omar in the U.S. on Sept. 3.", "Gen. Adel met Mr. Omar in the U.S. on Sept. 3 ."),
        ("Umm al-Tuyur fell; 1,100 died.", "Umm al - Tuyur fell ; 1,100 died ."),
        ("anti-government fighters", "anti-government fighters"),
        ("the Iran-backed militia", "the Iran - backed militia"),
        ("a 120mm mortar, 5km away at 8:00", "a 120 mm mortar , 5 km away at 8:00"),
        ("the city.The army", "the city . The army"),
        ("see https://example.org/a?b=1, now", "see https://example.org/a?b=1 , now"),
        ("“No,” he said…", "“ No , ” he said …"),
        ("They didnt leave", "They did nt leave"),
        ("No. 4 of them said no.", "No. 4 of them said no ."),
        ("$600-a-month", "$ 600 - a - month"),
        ("the 14th and 1990s", "the 14th and 1990s"),
        ("thats all theyve got, im told", "that s all they ve got , i m told"),
        ("the IM and its men", "the IM and its men"),
        ("example.com, news.example.org and list_2.pdf.", "example.com , news.example.org and list_2.pdf ."),
        ("They fled.The army came :-) ----==", "They fled . The army came :-) ----=="),
        ("militias' trucks", "militias ' trucks"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@given(st.text(max_size=200))
def test_every_visible_character_belongs_to_one_word(text: str) -> None:
    spans = tokenise(text)
    covered = [at for start, end in spans for at in range(start, end)]
    assert covered == [at for at, char in enumerate(text) if not char.isspace()]
