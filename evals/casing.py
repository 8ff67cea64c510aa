"""Capitals for text that has none, as old wire copy comes: every letter upper case.

In: text in one case. Out: the same letters at the same offsets, each word in the case in which other corpora write it
behind the word before it; a word that they never wrote is taken for a name. Learned from the English training parts of
Universal Dependencies, FA-KES and local US news, whose texts never change: the same capitals come out on every day.
"""

import gzip
import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from crossreport.words.events import ontology
from evals.corpora import fa_kes_articles, find
from evals.tolls import gva

SURE = 2  # times that a word must have been seen beside its neighbour before the pair outvotes the word alone
LOCAL_PAGES = 1200
UNIVERSAL = ("data/ud_english/EWT/en_ewt-ud-train.conllu.gz", "data/ud_english/GUM/en_gum-ud-train.conllu.gz")
ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "al", "ally")
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[^\w\s]")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]")
_ENDS = frozenset(".!?")
_SHORTENED = frozenset(
    ["gen", "col", "lt", "maj", "capt", "sgt", "msgr", "dr", "mr", "mrs", "ms", "st", "jr", "no", "vs"]
)  # a full stop behind them ends nothing
LETTERS = 5  # an unknown word of so few letters without a vowel is an abbreviation
SKIPPED = frozenset({"of", "for", "and", "the", "to", "in", "de", "la", "del", "y"})


class Casing(Struct):
    """How often each word stood in which case, alone and beside a neighbour."""

    alone: dict[str, Counter[str]] = field(default_factory=dict)
    beside: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    lower: frozenset[str] = frozenset()

    def learn(self, text: str) -> None:
        """Count the words of a text that no sentence opens with."""
        before = "."
        for found in _TOKEN.finditer(text):
            word, low = found[0], found[0].lower()
            if before not in _ENDS and word[0].isalpha():
                self.alone.setdefault(low, Counter())[word] += 1
                self.beside.setdefault((before, low), Counter())[word] += 1
            elif before in _ENDS and word.islower():
                self.alone.setdefault(low, Counter())[word] += 1
            before = low

    def case(self, before: str, low: str) -> str:
        """The word as it is written behind `before`."""
        counts = self.beside.get((before, low))
        if counts is None or sum(counts.values()) < SURE:
            counts = self.alone.get(low)
        if counts:
            return max(sorted(counts), key=lambda form: counts[form])
        if low in self.lower or any(self._known(low, ending) for ending in ENDINGS):
            return low
        return low.capitalize()

    def _known(self, low: str, ending: str) -> bool:
        """Whether the word is a form of one that is written small."""
        if not low.endswith(ending):
            return False
        stem = low[: -len(ending)]
        return any(self._small(each) for each in (stem, stem + "e", f"{stem[:-1]}y"))

    def _small(self, stem: str) -> bool:
        counts = self.alone.get(stem)
        return stem in self.lower or (counts is not None and counts[stem] * 2 > sum(counts.values()))

    def restore(self, text: str) -> str:
        """The text with capitals; its length and offsets stay."""
        made = list(text.lower())
        if len(made) != len(text):
            return text
        starts, short = _spelled_out(text)
        before = last = "."
        for found in _TOKEN.finditer(text):
            low = found[0].lower()
            initial = len(low) == 1 and text[found.end() : found.end() + 1] == "."
            form = low.upper() if initial or self._abbreviation(low, short) else self.case(before, low)
            if (before in _ENDS and not _shortened(last)) or found.start() in starts:
                form = form[:1].upper() + form[1:]
            made[found.start() : found.end()] = list(form) if len(form) == len(low) else list(low)
            before, last = low, before
        return "".join(made)

    def _abbreviation(self, low: str, short: frozenset[str]) -> bool:
        counts = self.alone.get(low)
        small = counts is not None and counts[low] * 2 > sum(counts.values())
        bare = counts is None and 2 < len(low) <= LETTERS and low.isalpha() and not set(low) & set("aeiouy")
        return bare or (low in short and not small)


def _shortened(word: str) -> bool:
    return word in _SHORTENED or (len(word) == 1 and word.isalpha())


def _spelled_out(text: str) -> tuple[frozenset[int], frozenset[str]]:
    """Where the words of a name begin whose initials stand beside it in brackets, and those initials.

    >>> tuple(sorted(each) for each in _spelled_out("THE RIVER UNITY FRONT (RUF) SAID"))
    ([4, 10, 16], ['ruf'])
    """
    starts: set[int] = set()
    short: set[str] = set()
    for found in _BRACKETED.finditer(text):
        ahead = list(_TOKEN.finditer(text, max(0, found.start() - 120), found.start()))
        inside = list(_TOKEN.finditer(text, found.start() + 1, found.end() - 1))
        if len(inside) == 1:
            name, letters = _initials(ahead, inside[0][0].lower()), inside[0][0].lower()
        elif ahead:
            letters = ahead[-1][0].lower()
            name = _initials(inside, letters)
        else:
            continue
        if name:
            starts.update(name)
            short.add(letters)
    return frozenset(starts), frozenset(short)


def _initials(words: list[re.Match[str]], letters: str) -> list[int]:
    """Where the words begin, taken from the last one back, whose initials are `letters`; none if they are not."""
    if len(letters) < 2 or not letters.isalpha():
        return []
    left, found = letters, []
    for each in reversed(words):
        word = each[0].lower()
        if left and word[0] == left[-1]:
            left = left[:-1]
            found.append(each.start())
        elif word not in SKIPPED:
            break
        if not left:
            return sorted(found)
    return []


def learned() -> Casing:
    """Counts over the corpora that are here.

    Raises:
        Absent: one of them is not.
    """
    casing = Casing(lower=frozenset(word for words in ontology().classes.values() for word in words))
    for text in _texts():
        casing.learn(text)
    return casing


def _texts() -> Iterable[str]:
    for path in UNIVERSAL:
        with gzip.open(find(path), "rt", encoding="utf-8") as stream:
            yield from (line.removeprefix("# text = ") for line in stream if line.startswith("# text = "))
    yield from (article.text for article in fa_kes_articles().values())
    yield from (page.text for page in gva(LOCAL_PAGES, "dev"))
