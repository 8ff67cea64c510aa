"""The base form of a word by spelling rules and a table of exceptions (`words/data/lemmas.yaml`).

Lower case, except proper names, which keep their form, and "I". Contractions get the word that they stand for. A word
that no rule fits is its own base form.
"""

import re
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from crossreport.words.loader import load

_UNSEEN: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_VOWELS: Final = "aeiou"
_TAKES_E: Final = re.compile(r"(?:[^s]s|c|v|z|u|dg|[bcdfgkptz]l)$")  # before -ed, -ing: "accus", "announc", "settl"
_SHORT_SYLLABLE: Final = re.compile(r"(?:^|[^aeiou])[aeiouy][bdfgkmnprtv]$")  # "fil", "invad", "provok"
_ONE_SHORT_SYLLABLE: Final = re.compile(r"[^aeiou]+[aeiouy][bdgkmnprt]")
_UNSTRESSED: Final = re.compile(r"(?:[a-z]{2,}(?:e[nrlt]|o[nrlmt]|i[t]|a[lnm]|u[rms]|i[lm]))$")  # "enter", "visit"
_DOUBLED: Final = re.compile(r"([bdgmnprt])\1$")
_NO_SINGULAR: Final = ("children", "women")  # plural, whatever the tag
_KEEPS_DOUBLE: Final = frozenset({"add", "odd", "egg", "ebb", "err", "purr", "boycott", "butt", "inn", "watt"})


class Lemmas(Struct, frozen=True):
    """The exceptions: irregular forms, and stems at which the spelling rules go wrong."""

    verbs: dict[str, tuple[str, ...]]
    bare: frozenset[str]
    silent_e: frozenset[str]
    nouns: dict[str, str]
    same: frozenset[str]
    degrees: dict[str, str]
    adverb_degrees: dict[str, str]
    pronouns: dict[str, str]


@cache
def _lemmas() -> Lemmas:
    return load("lemmas.yaml", Lemmas)


@cache
def _irregular_verbs() -> dict[str, str]:
    return {form: base for base, forms in _lemmas().verbs.items() for form in forms}


@cache
def _past_only() -> frozenset[str]:
    """Irregular forms that are no verb's base form, as "found" and "felt" are."""
    return frozenset(form for form in _irregular_verbs() if form not in _BASES)


_BASES = frozenset({"found", "saw", "bound", "wound", "ground", "lay", "bore", "beat", "beset", "forecast"})


@lru_cache(maxsize=100_000)
def lemmatise(word: str, upos: str, xpos: str) -> str:
    """The base form of `word`, whose tags are Universal (`upos`) and Penn (`xpos`).

    >>> [lemmatise(*w) for w in (("Killed", "VERB", "VBD"), ("villages", "NOUN", "NNS"), ("fought", "VERB", "VBN"))]
    ['kill', 'village', 'fight']
    """
    word = _UNSEEN.sub("", word) or word
    low = word.lower()
    if upos in {"VERB", "AUX"}:
        return verb(low, xpos)
    if upos == "NOUN":
        return noun(low) if xpos != "NN" or low.endswith(_NO_SINGULAR) else low
    if upos == "PROPN":
        return _singular_name(word) if xpos == "NNPS" else word
    if upos in {"ADJ", "ADV"}:
        return _positive(low, xpos, upos)
    return _closed(word, low, upos, xpos)


def verb(low: str, xpos: str) -> str:
    """The infinitive of a verb form in lower case."""
    if xpos in {"VB", "VBP"} and low in _past_only():
        return _irregular_verbs()[low]  # "retook" tagged as present: a past form that is no base of another verb
    if xpos in {"VB", "VBP", "MD"} and low not in {"'m", "'re", "’m", "’re", "am", "are"} | _CONTRACTED:
        return low
    if low in {"'s", "’s", "s"}:
        return "be"
    if base := _irregular_verbs().get(low):
        return base
    if low in _lemmas().verbs or len(low) < 4:
        return low
    return _regular(low)


_CONTRACTED: Final = frozenset({"'ve", "’ve", "'ll", "’ll", "'d", "’d", "ca", "wo", "sha", "ai"})


def noun(low: str) -> str:
    """The singular of a noun in lower case; a noun that has none is left as it is."""
    lemmas = _lemmas()
    if low in lemmas.same:
        return low
    if single := lemmas.nouns.get(low):
        return single
    if low.endswith("men") and len(low) > 4:
        return low[:-2] + "an"
    if low.endswith("children"):
        return low[:-3]
    head, hyphen, last = low.rpartition("-")
    return head + hyphen + _singular(last) if last not in lemmas.nouns else head + hyphen + lemmas.nouns[last]


def _singular_name(word: str) -> str:
    """ "Houthis" to "Houthi": the letters that the singular shares keep their case."""
    single = noun(word.lower())
    return word[: len(single)] if word.lower().startswith(single) else word


def _singular(low: str) -> str:
    if len(low) < 3 or not low.endswith("s") or low.endswith(("ss", "us")) or low[0].isdigit() or low[-2].isdigit():
        return low
    if low.endswith(("'s", "’s")):
        return low[:-2]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "tzes")):
        return low[:-2]
    return low[:-1]


def _regular(low: str) -> str:
    for ending, restore in (("ing", _stem), ("ed", _stem)):
        if low.endswith(ending) and any(char in _VOWELS + "y" for char in low[: -len(ending)]):
            return restore(low[: -len(ending)], low)
    if low.endswith("s") and not low.endswith("ss"):
        return _third_person(low)
    return low


def _third_person(low: str) -> str:
    if low.endswith("ies"):
        return low[:-3] + "y" if len(low) > 4 else low[:-1]
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes", "tzes")) and low not in {"aches", "axes"}:
        return low[:-2]
    return low[:-1]


def _stem(stem: str, low: str) -> str:
    """A verb from what stands before -ed or -ing."""
    lemmas = _lemmas()
    if low.endswith("eed"):
        return low[:-1]
    if low.endswith("ied"):
        return low[:-1] if len(low) == 4 else low[:-3] + "y"
    if _ONE_SHORT_SYLLABLE.fullmatch(stem):
        return stem + "e"  # without the e its last letter would be doubled
    if stem in lemmas.bare or stem in lemmas.verbs:
        return stem
    if stem + "e" in lemmas.silent_e or stem + "e" in lemmas.verbs:
        return stem + "e"
    bare = _without_prefix(stem)
    if bare and bare in lemmas.bare:
        return stem
    if bare and bare + "e" in lemmas.silent_e:
        return stem + "e"
    if _DOUBLED.search(stem) and stem not in _KEEPS_DOUBLE:
        return stem[:-1]
    return stem + "e" if _wants_e(stem) else stem


_PREFIX: Final = re.compile(r"(?:re|un|dis|mis|over|under|out|pre|de|co|en|in)-?(?=[a-z]{3})")


def _without_prefix(stem: str) -> str:
    match = _PREFIX.match(stem)
    return stem[match.end() :] if match else stem.rpartition("-")[2] if "-" in stem else ""


def _wants_e(stem: str) -> bool:
    if _TAKES_E.search(stem):
        return not stem.endswith(("ss", "zz", "tz"))
    if stem.endswith(("at", "ut")):
        return not stem.endswith(("eat", "oat", "out"))
    if stem.endswith(("th", "w", "x", "y")) or (_UNSTRESSED.search(stem) and not stem.endswith("ir")):
        return False
    return bool(_SHORT_SYLLABLE.search(stem)) or stem.endswith(("rg", "ag", "ieg"))


def _positive(low: str, xpos: str, upos: str) -> str:
    lemmas = _lemmas()
    if xpos not in {"JJR", "JJS", "RBR", "RBS"}:
        return low
    if upos == "ADV" and low in lemmas.adverb_degrees:
        return lemmas.adverb_degrees[low]
    if low in lemmas.degrees:
        return lemmas.degrees[low]
    stem = low[:-2] if low.endswith("er") else low[:-3] if low.endswith("est") else ""
    return _adjective(stem) if len(stem) > 2 else low


def _adjective(stem: str) -> str:
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if _DOUBLED.search(stem):
        return stem[:-1]
    takes_e = re.search(r"(?:[^aeiou][aeiou][dfkmnprtv]|[bcdfgkptz]l|a[rn]g|c|[aeiou]v|[iou]s|[ai]r|u|sh?rew)$", stem)
    return stem + "e" if takes_e and not stem.endswith(("ow", "ew", "eap", "air", "ear")) else stem


def _closed(word: str, low: str, upos: str, xpos: str) -> str:
    """Words of the closed classes, and everything else: numbers, marks, signs."""
    if upos == "PRON" and low == "i":
        return "I"
    if upos == "PRON" and low == "her" and xpos == "PRP":
        return "she"
    if upos in {"PRON", "DET"}:
        return _lemmas().pronouns.get(low, low)
    if upos == "PART":
        return _PARTICLES.get(low, low)
    if upos == "NUM" and low.replace(",", "").isdigit():
        return low.replace(",", "")
    return word if upos in {"PUNCT", "SYM", "NUM", "X"} else low


_PARTICLES: Final = {
    **dict.fromkeys(("n't", "n’t", "nt"), "not"),
    **dict.fromkeys(("’s", "’", "'", "s"), "'s"),
    **dict.fromkeys(("na", "ta"), "to"),
}
