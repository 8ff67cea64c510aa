"""A page in, sentence by sentence the words that are its own way of telling out: what a paraphrase cannot hide.

Names, numbers, function words and the words that half of all conflict news uses tell nothing about an origin: whoever
reports an attack has them. What is left (rice sacks, a puppet theatre, oxygen cylinders) is shared by chance in one or
two words, by retelling in many. Words of quotations are the speaker's and are left out.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from crossreport.linking.function_words import common_stems, function_words
from crossreport.linking.text import bodies, quotations, sentences
from crossreport.model import Page

LENGTH = 6  # letters of a stem: enough to keep "baker" from "basket", few enough to join "flooded" and "flooding"
SHORTEST = 3  # letters; shorter words are grammar
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_ENDINGS = ("edly", "ing", "ies", "ers", "ed", "es", "ly", "er", "s")


class Sentence(NamedTuple):
    """[start, end) in `Page.text`, its own stems, and the number of the shared passage that it is, if it is one."""

    start: int
    end: int
    stems: frozenset[str]
    passage: int | None = None


def stem(word: str) -> str:
    """A rough stem: "flooded", "flooding" and "floods" are one.

    >>> stem("flooded") == stem("floods"), stem("cylinder’s")
    (True, 'cylind')
    """
    bare = re.split(r"['’ʼ]", word.casefold())[0]
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST:
            bare = bare[: -len(ending)]
            break
    return bare[:LENGTH]


def plain_stems(text: str, start: int, end: int) -> set[str]:
    """Stems of the lower-case words of a stretch, its first word included; no function words."""
    found = set()
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        named = word[0].isupper() and match.start() != start
        if not named and len(word) >= SHORTEST and word.casefold() not in function_words():
            found.add(stem(word))
    return found


def own_stems(page: Page, passages: Sequence[tuple[int, int, int]] = ()) -> tuple[Sentence, ...]:
    """The sentences of the page's paragraphs that have stems of their own; `passages` are [start, end), number."""
    found = []
    shared = {(start, end): number for start, end, number in passages}
    for start, end in bodies(page):
        quoted = quotations(page.text, start, end)
        for first, last in sentences(page.text, start, end):
            own: set[str] = set()
            for at, until in _outside(first, last, quoted):
                own |= plain_stems(page.text, at, until)
            own -= common_stems()
            if own:
                found.append(Sentence(first, last, frozenset(own), shared.get((first, last))))
    return tuple(found)


def _outside(start: int, end: int, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of [start, end) lies in no stretch."""
    parts, at = [], start
    for first, last in stretches:
        if last > at and first < end:
            if first > at:
                parts.append((at, first))
            at = max(at, last)
    if at < end:
        parts.append((at, end))
    return parts
