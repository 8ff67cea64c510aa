"""Text in, language out. Decides on whole passages only: a line of names has no language."""

from crossreport.reading.draft import Draft

_LEAST_LETTERS = 80  # fewer letters than that, and names decide instead of grammar
_LEAST_FOREIGN = 5.0  # nats by which another language must beat English for a passage to go: 150 to 1
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "in", "a", "that", "was", "for", "on", "said", "by", "with", "is", "were"}
)
_ENGLISH_SHARE = 0.12  # of the words: running English has about 0.35, a headline at least this


def language_of(text: str) -> tuple[str, float]:
    """ISO 639-1 code, and by how much (in nats) that language beats English."""
    import py3langid

    ranked = [(str(code), float(score)) for code, score in py3langid.rank(text)]
    code, score = ranked[0]
    return code, score - next(mark for name, mark in ranked if name == "en")


def page_language(draft: Draft) -> str:
    """The language of what is kept; English function words outvote the model on short pages full of names."""
    kept = draft.kept()
    if any(_letters(p.text) >= _LEAST_LETTERS and _reads_english(p.words) for p in kept):
        return "en"
    text = " ".join(piece.text for piece in kept)
    return "en" if _reads_english(text.split()) else language_of(text)[0]


def mark_foreign(draft: Draft) -> None:
    """Drop the passages of an English page that are in another language."""
    for piece in draft.kept():
        if _letters(piece.text) < _LEAST_LETTERS:
            if _foreign_script(piece.text):
                piece.dropped = "not_english"
            continue
        if _reads_english(piece.words):
            continue
        code, margin = language_of(piece.text)
        if margin >= _LEAST_FOREIGN:
            piece.dropped = f"not_english:{code}"


def _reads_english(words: list[str]) -> bool:
    hits = sum(word.casefold() in _ENGLISH for word in words)
    return bool(words) and hits >= 2 and hits / len(words) >= _ENGLISH_SHARE


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _foreign_script(text: str) -> bool:
    """Whether most letters are of no Latin alphabet."""
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and sum(character > "\u024f" for character in letters) > 0.6 * len(letters)
