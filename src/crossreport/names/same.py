"""Two names in; whether they are spellings of one name, how surely, and why. Never whether they are one place."""

import re
from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from crossreport.names.key import key_variants, sounds, words
from crossreport.names.normalise import fold_name
from crossreport.names.script import vowelless

# The shorter the key, the more names share it by accident, and the more the vowels must agree.
# Set on tests/names/cases.csv: every non-match there stays below, every match above.
VOWELS_NEEDED = {1: 0.81, 2: 0.81, 3: 0.58}
VOWELS_NEEDED_LONG = 0.45
VOWELS_UNWRITTEN = 0.25  # granted when one of the two is in a script without short vowels
LONG_KEY = 4
SHORT_KEY = 3  # consonants up to which s and sh are kept apart
_HUSH = re.compile(r"sh|sch|ch|sz")
# Consonants that romanisations take one for the other, beyond what the key joins.
_NEAR = frozenset(
    frozenset(pair)
    for pair in ("hg", "xh", "xk", "gk", "gj", "jk", "dz", "sz", "ts", "tz", "td", "bf", "fv", "bv", "js", "jz", "mn")
)
_LONG_VOWELS = tuple(
    (re.compile(pattern), vowel)
    for pattern, vowel in (
        (r"ee|ei|ey|ay|ai|ie|iy|y", "i"),
        (r"oo|ou|ow|aw|au|uw|w", "u"),
        (r"e", "a"),
        (r"o", "u"),
        (r"(.)\1+", r"\1"),
    )
)


class Sameness(Struct, frozen=True):
    """`score` from 0 to 1; `reason` names the rule that decided."""

    same: bool
    score: float
    reason: str

    def __bool__(self) -> bool:
        return self.same


@lru_cache(maxsize=65536)
def spoken(name: str) -> str:
    """A name with one letter a sound and three vowels, words closed up.

    >>> spoken("Deir ez-Zor") == spoken("Dayr az-Zawr")
    True
    >>> spoken("Kaheel") == spoken("Kahil")
    True
    """
    heard = "".join(sounds(word.replace("ee", "i").replace("oo", "u")) for word in words(name))
    for pattern, vowel in _LONG_VOWELS:
        heard = pattern.sub(vowel, heard)
    return heard


def same_name(first: str, second: str) -> Sameness:
    """Whether two names are spellings of one name.

    >>> same_name("Khan Sheikhoun", "Khān Shaykhūn").same
    True
    >>> same_name("Hama", "Homs").same
    False
    """
    if fold_name(first) == fold_name(second):
        return Sameness(same=True, score=1.0, reason="same letters")
    pairs = [(one, two) for one in key_variants(first) for two in key_variants(second)]
    if not pairs:
        return Sameness(same=False, score=0.0, reason="no letters to compare")
    vowels = _likeness(first, second)
    if vowelless(first) != vowelless(second):
        vowels = min(1.0, vowels + VOWELS_UNWRITTEN)
    letters = _letters(first, second)
    if min(len(one) for one, _ in pairs) <= SHORT_KEY and _hushes(first) != _hushes(second):
        return Sameness(same=False, score=round(0.4 * vowels, 4), reason="short, and one has sh where the other has s")
    verdicts = [_judge(one, two, vowels, letters) for one, two in pairs]
    return max(verdicts, key=lambda verdict: (verdict.same, verdict.score))


def _hushes(name: str) -> bool:
    return bool(_HUSH.search("".join(words(name))))


def _letters(first: str, second: str) -> float:
    """Likeness of the spellings themselves: between two that sound alike the nearer one is the likelier."""
    return Levenshtein.normalized_similarity("".join(words(first)), "".join(words(second)))


def _likeness(first: str, second: str) -> float:
    return Levenshtein.normalized_similarity(spoken(first), spoken(second))


def _judge(first: str, second: str, vowels: float, letters: float) -> Sameness:
    shorter = min(len(first), len(second))
    needed = VOWELS_NEEDED.get(shorter, VOWELS_NEEDED_LONG)
    if first == second:
        score = round(0.6 + 0.25 * vowels + 0.15 * letters, 4)
        if vowels >= needed:
            return Sameness(same=True, score=score, reason="same consonants")
        return Sameness(same=False, score=round(score / 2, 4), reason="same consonants, but too short or vowels differ")
    agreement = _agreement(first, second)
    score = round(0.5 * agreement + 0.4 * vowels, 4)
    alike = vowels >= (VOWELS_NEEDED[3] if shorter >= LONG_KEY else VOWELS_NEEDED[2])
    if shorter >= LONG_KEY - 1 and alike and _one_near_letter(first, second):
        return Sameness(same=True, score=score, reason="consonants differ in one sound that romanisations confuse")
    return Sameness(same=False, score=round(score / 2, 4), reason="consonants differ")


def _agreement(first: str, second: str) -> float:
    return Levenshtein.normalized_similarity(first, second)


def _one_near_letter(first: str, second: str) -> bool:
    if len(first) != len(second):
        return False
    differing = [frozenset((one, two)) for one, two in zip(first, second, strict=True) if one != two]
    return len(differing) == 1 and differing[0] in _NEAR
