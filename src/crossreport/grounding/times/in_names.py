"""Whether a date is part of a name: "the May 22 hospital", "the 17 February Brigade", "University of 20 August".

In: an expression of time in its sentence. Places, bodies and uprisings are called after days; what is told of them was
not done on that day. "The 4 April hospital bombing" and "the October 7 attack" are of their days all the same.
"""

import re

from crossreport.grounding.places.words import place_words
from crossreport.grounding.times.read import Expression
from crossreport.grounding.times.words import time_words
from crossreport.model import Page, Sentence, Token
from crossreport.words.events import triggers


def in_name(page: Page, sentence: Sentence, expression: Expression) -> bool:
    """Whether a day and month without a year name what stands beside them."""
    words = expression.words
    if expression.op != "date" or expression.edge or words.get("year") or words.get("of_year") or not words.get("day"):
        return False
    start, end = sentence.start + expression.core, sentence.start + expression.end
    return _before_its_noun(page, sentence, start, end) or _behind_its_noun(page, sentence, start)


def names_its_thing(text: str, expression: Expression) -> bool:
    """Whether a year alone tells which of several is meant: "signatories of the 2016 peace agreement"."""
    if expression.op != "year" or expression.edge:
        return False
    return bool(_OF_A_YEAR.search(text[: expression.start]) and _THING.match(text[expression.end :]))


_OF_A_YEAR = re.compile(r"(?i)\b(?:the|its|their|our|his|her|a) $")
_THING = re.compile(r"\s+[a-z]{3,}")


def _before_its_noun(page: Page, sentence: Sentence, start: int, end: int) -> bool:
    """ "The 22 May hospital", "near 6 October Bridge"; but "on 3 May hospital sources said" is told of that day."""
    behind = _row([token for token in sentence.tokens if token.start >= end], page, end)
    if not behind or not _called_after_days(behind[0]) or (len(behind) > 1 and _deed(behind[-1])):
        return False
    determined = re.search(r"(?i)\bthe $", page.text[sentence.start : start]) or page.text[start:end][:4] == "the "
    local = re.search(r"(?i)\b(?:in|at|near|outside|around|of|to|from) $", page.text[sentence.start : start])
    return bool(determined) or (bool(local) and behind[0].text[:1].isupper())


def _row(tokens: list[Token], page: Page, end: int) -> list[Token]:
    """The nouns right behind the date, one adjective of a kind before them passed over ("international airport")."""
    row: list[Token] = []
    for token in tokens:
        if page.text[end : token.start].strip(" "):
            break
        if not row and token.text.lower() in place_words().modifiers:
            end = token.end
            continue
        if token.upos not in ("NOUN", "PROPN"):
            break
        row.append(token)
        end = token.end
    return row


def _behind_its_noun(page: Page, sentence: Sentence, start: int) -> bool:
    """ "The University of 20 August": a capitalised noun of that kind with "of" behind."""
    match = re.search(r"(\w+) of (?:the )?$", page.text[sentence.start : start])
    head = match.start(1) + sentence.start if match else -1
    noun = next((token for token in sentence.tokens if token.start == head), None)
    return noun is not None and noun.text[:1].isupper() and _called_after_days(noun)


def _called_after_days(noun: Token) -> bool:
    words, low = place_words(), noun.text.lower()
    return (
        words.kind_of(low) is not None or low in words.streets | words.in_town or low in time_words().named_after_days
    )


def _deed(noun: Token) -> bool:
    return ("noun", noun.lemma.lower()) in triggers()
