"""Text to words with their offsets, by the conventions of Universal Dependencies for English.

Clitics ("do|n't", "city|'s") and hyphens are words of their own; abbreviations keep their full stop. Every
character that is not white space belongs to exactly one word.
"""

import re
from functools import cache
from typing import Final

from msgspec import Struct

from crossreport.words.loader import load


class TokenWords(Struct, frozen=True):
    """`words/data/tokens.yaml`: abbreviations by class, prefixes that keep their hyphen, fused words."""

    titles: frozenset[str]
    months: frozenset[str]
    before_number: frozenset[str]
    inner: frozenset[str]
    final: frozenset[str]
    behind_hours: frozenset[str]
    prefixes: frozenset[str]
    fused: dict[str, int]
    starters: frozenset[str]
    short: frozenset[str]
    clipped: frozenset[str]

    @property
    def abbreviations(self) -> frozenset[str]:
        """All of them, lower case, without the full stop."""
        return self.titles | self.months | self.before_number | self.inner | self.final


@cache
def token_words() -> TokenWords:
    """The lexicon of this room's tokeniser and sentence splitter."""
    return load("tokens.yaml", TokenWords)


# Signs that belong to the letter or the symbol before them (accents, vowel signs), and signs that are not seen at all.
_SIGNS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0730-\u074a"
    "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09d7\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e\u1056-\u1059"
    "\u20d0-\u20f0\ufe00-\ufe0f"
)
_UNSEEN: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_PICTURE: Final = "\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_TONES: Final = "\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_WORD: Final = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"()]*[^\s<>"().,;:!?'’”\]]      # addresses
    | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+
    | [#@]\w+
    | (?<!\S)[:;=8][-'o]?[()DPp/\\|](?!\S)                     # :-)
    | [\w-]{{1,40}}(?:\.[\w-]{{1,40}}){{0,6}}
      \.(?:com|org|net|edu|gov|info|biz|pdf|docx?|xlsx?|pptx?|html?|php|jpe?g|png|txt|zip)\b
    | [a-z]{{2,40}}(?:\.[a-z]{{2,40}}){{2,6}}\b                      # bbc.co.uk, alt.peace.talks
    | (?:[A-Za-z]\.){{2,}}(?![a-z]{{2}})                           # U.S., a.m.
    | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d)
    | \d+(?:st|nd|rd|th)\b
    | \d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})(?!\d)
    | \d+(?:[.,]\d+)*[^\W\d_]?(?![^\W_])                       # 1,100  2.5  10k
    | \d+(?:[.,]\d+)*
    | \.\d+
    | [A-Za-z]+\.(?=\s|$)                                      # perhaps an abbreviation
    | [^\W\d_](?:[\w{_SIGNS}]|(?<=\w)['’](?=[^\W\d_])|[{_UNSEEN}]+(?=[^\W_]))*
    | [{_PICTURE}][{_TONES}]*(?:\u200d[{_PICTURE}][{_TONES}]*)*  # one picture, of one or several signs
    | [{_UNSEEN}]+
    | \.{{2,}} | [-*=_~]{{2,}} | ([<>$+])\1+ | [!?]{{2,}}
    | \S
    """,
    re.VERBOSE,
)
_CLITIC: Final = re.compile(r"(?i)(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))")
_UNIT: Final = re.compile(r"\d[\d.,]*[^\W\d_]")
_SHOUTED: Final = 4  # letters; shorter words in capitals are abbreviations ("IM"), not words that lack an apostrophe
_AHEAD: Final = 4  # characters looked at behind an abbreviation
_SCALED: Final = re.compile(r"\d[\d.,]*[smhkbMKB]")


def tokenise(text: str) -> list[tuple[int, int]]:
    """Start and end of every word of `text`.

    >>> [ "He didn't leave the U.S."[a:b] for a, b in tokenise("He didn't leave the U.S.") ]
    ['He', 'did', "n't", 'leave', 'the', 'U.S.']
    """
    raw = [piece for match in _WORD.finditer(text) for piece in _cut(text, *match.span())]
    return _rejoin(text, raw)


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    at = start + _inner_cut(text[start:end], text[end : end + _AHEAD].lstrip()[:1])
    return [(start, at), (at, end)] if at > start else [(start, end)]


def _inner_cut(word: str, following: str) -> int:
    """Where a run of characters falls into two words; 0 = nowhere."""
    if word[-1] == "." and word[:-1].isalpha():
        return 0 if _is_abbreviation(word[:-1], following) else len(word) - 1
    if _UNIT.fullmatch(word):
        return 0 if _SCALED.fullmatch(word) else len(word) - 1
    if (fused := token_words().fused.get(word.lower())) and not (word.isupper() and len(word) < _SHOUTED):
        return fused
    if "'" in word or "’" in word:
        clitic = _CLITIC.fullmatch(word)
        return clitic.end(1) if clitic else 0
    return 0


def _is_abbreviation(stem: str, following: str) -> bool:
    words, low = token_words(), stem.lower()
    if low in words.before_number and len(stem) > 1:
        return following.isdigit()
    return low in words.abbreviations or (len(stem) == 1 and stem.isalpha())


def _rejoin(text: str, raw: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Prefix, hyphen and word become one ("anti-government", "co-founder")."""
    words: list[tuple[int, int]] = []
    index = 0
    while index < len(raw):
        start, end = raw[index]
        if index + 2 < len(raw) and _is_prefixed(text, raw[index : index + 3]):
            end = raw[index + 2][1]
            index += 2
        words.append((start, end))
        index += 1
    return words


def _is_prefixed(text: str, three: list[tuple[int, int]]) -> bool:
    (start, end), hyphen, (rest, _) = three
    joined = hyphen[0] == end and rest == hyphen[1] and text[slice(*hyphen)] == "-"
    return joined and text[rest].isalpha() and text[start:end].lower() in token_words().prefixes
