"""One person without a number: "a child was killed" counts one.

In: a sentence with its syntax. Out: readings of rule `singular` for a singular noun that denotes a person, stands
behind "a", "an" or "another", and is near a word of harm. Without syntax the nearest words decide.
"""

import re
from functools import cache

from crossreport.grounding.numbers.read import Reading
from crossreport.grounding.numbers.words import alternatives, number_words
from crossreport.model import Page, Sentence

REACH = 40  # characters between the person and a word of harm, where the text has no syntax


@cache
def _person() -> re.Pattern[str]:
    nouns = alternatives(number_words().person_nouns)
    return re.compile(
        rf"(?<![\w-])(?P<head>an?|another)(?:(?!\s+(?:an?|the|another|who|which|that|of|and|in|by|to|with|for|from)\b)\s+[\w'’-]+){{0,3}}?\s+{nouns}(?![\w'’-])",
        re.IGNORECASE,
    )


@cache
def _harm() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(number_words().harm_words)}(?![\w-])", re.IGNORECASE)


def read_singulars(page: Page, sentence: Sentence) -> list[Reading]:
    """Each single person in a context of harm, as a reading of one."""
    text = page.text[sentence.start : sentence.end]
    found = []
    for match in _person().finditer(text):
        if _harmed(sentence, text, match):
            one = 1.0
            found.append(Reading(match.start(), match.end(), match.start("head"), one, one, one, "exact", "singular"))
    return found


def _harmed(sentence: Sentence, text: str, match: re.Match[str]) -> bool:
    noun = sentence.token_at(sentence.start + match.end() - 1)
    if noun is None or all(token.head == -1 for token in sentence.tokens):
        following = re.match(r"\s+([a-z]+)", text[match.end() :])
        if following and following[1] not in number_words().function_words | number_words().harm_words:
            return False  # "a militant headquarters"
        near = text[max(0, match.start() - REACH) : match.end() + REACH]
        return _harm().search(near) is not None
    return _governed(sentence, noun)


def _governed(sentence: Sentence, noun: int) -> bool:
    """Whether a word of harm governs the noun as the one who suffers, directly or through a list."""
    harm = number_words().harm_words
    here = noun
    while sentence.tokens[here].rel.split(":")[0] in ("conj", "appos") and sentence.tokens[here].head >= 0:
        here = sentence.tokens[here].head
    token = sentence.tokens[here]
    if sentence.tokens[noun].rel.startswith(("compound", "nmod:poss")):
        return False
    if token.head < 0:
        return any(sentence.tokens[child].text.lower() in harm for child in sentence.children(here))
    governor = sentence.tokens[token.head]
    if token.rel == "nsubj" and governor.upos == "VERB":
        return governor.lemma.lower() in ("die", "perish", "succumb")
    words = {governor.text.lower(), governor.lemma.lower()}
    if token.rel.startswith("nmod") and governor.head >= 0:  # "claimed the life of a woman"
        words.add(sentence.tokens[governor.head].lemma.lower())
    words |= {sentence.tokens[child].text.lower() for child in sentence.children(here)}
    return bool(words & harm)
