"""A sentence's text in, its words and its chains of capitalised words out; no lexicon of places is asked here.

Chains are read from the text and not from tokens, because tokenisers part "al-Qasr" and "U.S." in their own ways.
"""

import re

from msgspec import Struct

from crossreport.grounding.places.words import place_words

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘ʿ`´][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s)?$")
_LINK = re.compile(r"^(?: |-|‑| ?– ?(?=$)|\u00a0)$")
_AYN, _VOWELS = frozenset({" '", " ‘", " ʿ", " ʻ", " `"}), frozenset("AEIOU")  # "Nad 'Ali"
_HYPHENS = "-‑"


class Word(Struct, frozen=True):
    """`start`/`end` count in the page and leave a possessive 's out; `gap` is what stands before the word."""

    start: int
    end: int
    text: str
    gap: str
    possessive: bool = False

    @property
    def low(self) -> str:
        """In lower case."""
        return self.text.casefold()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter or with one behind an apostrophe ("‘Ayn")."""
        return self.text[:1].isupper()


class Chain(Struct, frozen=True):
    """Words `first` up to, not including, `last` of the sentence: capitalised, joined by spaces and hyphens."""

    first: int
    last: int


def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of `text[start:end]` with page offsets."""
    found: list[Word] = []
    behind = start
    for match in _WORD.finditer(text, start, end):
        whole = match.group()
        bare = _POSSESSIVE.sub("", whole)
        last = match.start() + len(bare)
        found.append(Word(match.start(), last, bare, text[behind : match.start()], bare != whole))
        behind = match.end()
    return tuple(found)


def chains(words: tuple[Word, ...]) -> list[Chain]:
    """Maximal chains, in order; a lower-case article or particle belongs to one only with a capital behind it."""
    found: list[Chain] = []
    here = 0
    while here < len(words):
        last = _chain_end(words, here)
        if last > here:
            found.append(Chain(here, last))
            here = last
        else:
            here += 1
    return found


def _chain_end(words: tuple[Word, ...], first: int) -> int:
    end = first
    here = first
    while here < len(words):
        word = words[here]
        linked = _LINK.match(word.gap) or (word.gap in _AYN and word.text[0] in _VOWELS)
        if here > first and (not linked or words[here - 1].possessive):
            break
        if word.capital:
            end = here + 1
        elif not _leads_on(words, here, opening=here == first):
            break
        here += 1
    return end


def _leads_on(words: tuple[Word, ...], here: int, *, opening: bool) -> bool:
    """Whether a lower-case word is an article or particle in front of a capitalised one."""
    if here + 1 >= len(words):
        return False
    word, following = words[here], words[here + 1]
    if not _LINK.match(following.gap):
        return False
    hyphened = following.gap in _HYPHENS
    if not opening and word.gap in _HYPHENS and (hyphened or word.low in place_words().links):
        return following.capital  # Port-au-Prince, Sar-e Pul
    if word.low in place_words().hyphened and hyphened:
        return following.capital
    if word.low not in place_words().particles or (opening and word.low not in {"al", "el"}):
        return False
    return following.capital or (not opening and _leads_on(words, here + 1, opening=False))
