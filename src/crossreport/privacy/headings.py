"""Names in lines of capitals: private names and the runs of a page in, the forms they have there out.

"SAMIR OBEID KILLED IN STRIKE" over a page that speaks of "Obeid, 34, a trader" names him in full, and hides where his
name begins and ends. The words before his are taken for his, as long as no page or list of plain words has them in
small letters: rather a word too many is withheld than a name printed. What capitals hold of a name in full
("AMINATA'S LAST LESSON") is withheld, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from crossreport.privacy.lexicon import lexicon
from crossreport.privacy.runs import Run, runs
from crossreport.words.loader import load
from crossreport.words.public_names import public_names

CAPITALS = 3  # letters from which a word in capitals is a heading's or a dateline's, not an initial
LONGEST = 3  # words of a name before its last
SHORTEST = 3  # letters of a part of a name that is withheld by itself
STEM = 6  # letters of a rough stem of `newsroom_stems.yaml`
_ENDINGS = ("", "s", "es", "d", "ed", "ing")


class _Stems(Struct, frozen=True):
    """`newsroom_stems.yaml`: words of grammar and reporting, and rough stems of common words."""

    function: frozenset[str]
    stems: frozenset[str]


def in_capitals(run: Run) -> bool:
    """Whether all letters of a run are capitals, and it is no initial."""
    letters = [letter for word in run.words for letter in word if letter.isalpha()]
    return len(letters) >= CAPITALS and all(letter.isupper() for letter in letters)


def named_in_capitals(private: Iterable[str], text: str, known: Sequence[tuple[int, int]]) -> set[str]:
    """What lines in capitals hold of private names: whole names before a known last one, parts of known names, and
    names behind "FAMILY OF", "FUNERAL OF".

    `known` are the stretches that the register or the gazetteer names.
    """
    lasts: set[str] = set()
    parts: set[str] = set()
    for name in private:
        words = [word.upper() for word in name.split() if not is_function_word(word)]
        (lasts if len(words) == 1 else parts).update(words)
    said = {word for word in text.split() if word.islower()}
    found: set[str] = set()
    for run in filter(in_capitals, runs(text)):
        if any(start < run.end and run.start < end for start, end in known) and len(run.words) == 1:
            continue
        found.update(_whole(run, lasts, said, known))
        found.update(_of_somebody(run, said, known))
        found.update(word for word in run.words if word in parts and _is_part(word))
    return found


def spellings(word: str) -> tuple[str, ...]:
    """A word of a name as it stands in and outside of capitals: OBEID, Obeid; AL-SARI, Al-Sari, al-Sari."""
    if not word.isupper() or len(word) < SHORTEST:
        return tuple(dict.fromkeys((word, word.upper())))
    head, dash, rest = word.title().partition("-")
    lower = (word.lower(),) if word.lower() in lexicon().particles else ()
    return tuple(dict.fromkeys((word, word.title(), f"{head.lower()}{dash}{rest}" if dash else word, *lower)))


def _whole(run: Run, lasts: set[str], said: set[str], known: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Runs of the words before a private last name, and that name."""
    for at, word in enumerate(run.words):
        first = at
        while word in lasts and first > max(0, at - LONGEST) and _is_free(run, first - 1, said, known):
            first -= 1
        if first < at:
            yield " ".join(run.words[first : at + 1])


def _of_somebody(run: Run, said: set[str], known: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The words behind "FAMILY OF" up to a plain one, if they are two or more."""
    for at in range(1, len(run.words)):
        if run.words[at] != "OF" or run.words[at - 1].lower() not in lexicon().of_persons:
            continue
        end = at + 1
        while end < min(len(run.words), at + 2 + LONGEST) and _is_free(run, end, said, known):
            end += 1
        if end > at + 2:
            yield " ".join(run.words[at + 1 : end])


def _is_free(run: Run, at: int, said: set[str], known: Sequence[tuple[int, int]]) -> bool:
    """Whether a word of a run can be one of a name that nobody knows."""
    word = run.words[at]
    start = run.start + sum(len(one) + 1 for one in run.words[:at])
    return not _is_plain(word, said) and not any(begin < start + len(word) and start < end for begin, end in known)


def _is_part(word: str) -> bool:
    return len(word) >= SHORTEST and word.lower() not in lexicon().persons | lexicon().particles


def is_function_word(word: str) -> bool:
    """Whether a word is one of grammar ("the"), which by itself is nobody's name."""
    return word.lower() in load("newsroom_stems.yaml", _Stems).function


def is_plain_word(word: str) -> bool:
    """Whether a word is in a list of common words of English news."""
    return _is_plain(word, set())


def _is_plain(word: str, said: set[str]) -> bool:
    """Whether a word is one of the language: small on this page, or in a list of common words."""
    small = word.lower().rstrip(".")
    if small in said or small in _common() or small in public_names().titles | public_names().offices:
        return True
    return any(small.removesuffix(end)[:STEM] in _stems() for end in _ENDINGS if small.endswith(end))


@cache
def _common() -> frozenset[str]:
    words = lexicon()
    return words.persons | words.openers | words.joiners | words.groups | words.place_before | words.place_verbs


@cache
def _stems() -> frozenset[str]:
    words = load("newsroom_stems.yaml", _Stems)
    return words.stems | words.function
