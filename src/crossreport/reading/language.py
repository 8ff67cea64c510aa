"""Text in, language out: of a passage, and of a page by its passages. A line of names has no language of its own.

Decides between English and another language; which other one is said as the model has it, and nothing rests on it.
"""

from functools import lru_cache

from crossreport.reading.draft import Draft

_LEAST_LETTERS = 80  # of a passage whose language is asked for: fewer, and names decide instead of grammar
_LEAST_SHORT = 12  # letters of a page that has no longer passage
# Nats for each letter by which another language must beat English. Passages of 13 languages in Latin script have 1.0
# and more (corpus/languages.yaml), short and name-heavy ones too; English ones, lists of names included, up to 0.45.
_LEAST_FOREIGN = 0.7
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "in", "a", "that", "was", "for", "on", "said", "by", "with", "is", "were"}
)
_ONLY_ENGLISH = frozenset({"the", "and", "that", "said", "with", "were"})  # words of no other language in Latin script
_ENGLISH_SHARE = 0.12  # of the words: running English has about 0.35, a headline at least this
# A passage with this share, and two of the words that only English has, needs no closer look: 230 of 250 of FA-KES have
# it; of 35 in other languages (corpus/languages.yaml), those that quote English have up to 0.11, one has 0.31 and none.
_SURE_SHARE = 0.2
# A page in two languages is read if its English is at least half as much as the other, or a report by itself.
_ENOUGH_BESIDE = 0.5
_ENOUGH_ALONE = 600  # letters: three paragraphs; the English parts of a foreign page (terms, share lines) have fewer


def language_of(text: str) -> tuple[str, float]:
    """ISO 639-1 code, and by how much (in nats) that language beats English."""
    import py3langid

    ranked = [(str(code), float(score)) for code, score in py3langid.rank(text)]
    code, score = ranked[0]
    return code, score - next(mark for name, mark in ranked if name == "en")


def page_language(draft: Draft) -> str:
    """The language of what is kept: English where enough of it is, else the other language with most letters."""
    letters: dict[str, int] = {}
    kept = draft.kept()
    for piece in kept:
        code = passage_language(piece.text)
        if code is not None:
            letters[code] = letters.get(code, 0) + _letters(piece.text)
    if not letters:
        text = " ".join(piece.text for piece in kept)
        return _decided(text) or "en" if _letters(text) >= _LEAST_SHORT else "en"
    english = letters.pop("en", 0)
    other = sum(letters.values())
    if english >= _ENOUGH_ALONE or english >= _ENOUGH_BESIDE * other:
        return "en"
    return max(letters, key=lambda code: (letters[code], code))


@lru_cache(maxsize=1024)  # a page's passages are asked for its language, and again for theirs
def passage_language(text: str) -> str | None:
    """The language of a passage; None where it is too short, or too full of names, to tell."""
    if _letters(text) < _LEAST_LETTERS and not _foreign_script(text):
        return None
    return _decided(text)


def mark_foreign(draft: Draft) -> None:
    """Drop the passages of an English page that are in another language."""
    for piece in draft.kept():
        code = passage_language(piece.text)
        if code not in (None, "en"):
            piece.dropped = f"not_english:{code}" if _letters(piece.text) >= _LEAST_LETTERS else "not_english"


def _decided(text: str) -> str | None:
    words = text.split()
    if _surely_english(words):
        return "en"
    code, margin = language_of(text)
    if code == "en" or (_reads_english(words) and margin < _LEAST_FOREIGN * _letters(text)):
        return "en"
    if _foreign_script(text) or margin >= _LEAST_FOREIGN * _letters(text):
        return code
    return None


def _surely_english(words: list[str]) -> bool:
    plain = _plain(words)
    return len(_ONLY_ENGLISH.intersection(plain)) >= 2 and _share(plain) >= _SURE_SHARE


def _reads_english(words: list[str]) -> bool:
    plain = _plain(words)
    hits = sum(word in _ENGLISH for word in plain)
    return not _ONLY_ENGLISH.isdisjoint(plain) and hits >= 2 and _share(plain) >= _ENGLISH_SHARE


def _plain(words: list[str]) -> list[str]:
    return [word.casefold().strip(".,;:!?()\"'“”‘’") for word in words]


def _share(plain: list[str]) -> float:
    return sum(word in _ENGLISH for word in plain) / len(plain)


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _foreign_script(text: str) -> bool:
    """Whether most letters are of no Latin alphabet."""
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and sum(character > "\u024f" for character in letters) > 0.6 * len(letters)
