from hypothesis import given
from hypothesis import strategies as st

from crossreport.language.wordpiece import MAX_PIECES, UNKNOWN, WordPiece

VOCABULARY = [*(f"[unused{i}]" for i in range(200)), "rebel", "##s", "re", "##bel", "-", "al", "a", "##l"]


def test_the_longest_piece_wins_and_case_and_accents_do_not_matter() -> None:
    cut = WordPiece(VOCABULARY)
    assert cut("Rebels") == cut("rébels") == (200, 201)
    assert cut("al-rebel") == (205, 204, 200)


def test_what_the_vocabulary_lacks_is_unknown() -> None:
    cut = WordPiece(VOCABULARY)
    assert cut("") == cut("\u200b") == cut("مدينة") == (UNKNOWN,)
    assert cut("a" * 500) == (UNKNOWN,)


@given(st.text(max_size=60))
def test_any_word_has_pieces(word: str) -> None:
    assert 1 <= len(WordPiece(VOCABULARY)(word)) <= MAX_PIECES
