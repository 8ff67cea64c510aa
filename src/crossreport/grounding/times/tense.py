"""Whether the verb that a time belongs to points ahead of the report ("will", "scheduled for").

In: a sentence with syntax, and an offset. Out: yes or no. "Said on Tuesday he would go on Thursday": Tuesday belongs to
"said", Thursday to "go". Without syntax the words before the time in its clause decide.
"""

import re
from functools import cache
from typing import Literal

from crossreport.grounding.numbers.words import alternatives
from crossreport.grounding.times.words import time_words
from crossreport.model import Sentence
from crossreport.words.closed_classes import closed_classes
from crossreport.words.function_words import IS

CLAUSE = 200  # characters before a time that are searched without syntax
_INSIDE_A_DATE = frozenset({"nummod", "flat", "compound", "appos", "amod", "det", "goeswith"})
Direction = Literal["ahead", "past", ""]


def direction_of(sentence: Sentence, text: str, start: int) -> Direction:
    """Where the verb of the time at page offset `start` puts it; "" if it does not say. `text` is the sentence's."""
    before = text[max(0, start - sentence.start - CLAUSE) : start - sentence.start]
    token = sentence.token_at(start)
    behind = text[start - sentence.start :]
    if (
        _called_for(before, behind)
        or _due(before)
        or _AHEAD_OF.search(before) is not None
        or (token is not None and _lasts(before) and _lasting(sentence, token))
    ):
        return "ahead"
    if token is None or all(one.head == -1 for one in sentence.tokens):
        return "ahead" if _clause_ahead(text[max(0, start - sentence.start - CLAUSE) : start - sentence.start]) else ""
    if not _names_deed(sentence, token) and _verb_ahead(sentence, token):
        return "ahead"
    return "past" if _verb_past(sentence, token) else ""


def _verb_past(sentence: Sentence, index: int) -> bool:
    """Whether the verb whose own time this is stands in a past tense ("fell on 5 June", not "extended to 5 June")."""
    here, steps = index, 0
    while sentence.tokens[here].rel.split(":")[0] in _INSIDE_A_DATE and steps < len(sentence.tokens):
        here, steps = sentence.tokens[here].head, steps + 1
    if {sentence.tokens[child].text.lower() for child in sentence.children(here)} & set(time_words().future.towards):
        return False
    verb = sentence.tokens[here].head
    if verb < 0 or sentence.tokens[verb].upos not in ("VERB", "AUX"):
        return False
    helpers = {sentence.tokens[child].text.lower() for child in sentence.children(verb)}
    return sentence.tokens[verb].xpos == "VBD" or bool(helpers & {"was", "were", "had", "has", "have", "did"})


def _names_deed(sentence: Sentence, index: int) -> bool:
    """ "Would condemn an August 21 gas attack": the day stands before what was done on it, and nobody arranges that."""
    here, steps = index, 0
    while sentence.tokens[here].rel.split(":")[0] in _INSIDE_A_DATE | {"nmod"} and steps < len(sentence.tokens):
        here, steps = sentence.tokens[here].head, steps + 1
        token = sentence.tokens[here]
        if here > index and token.upos == "NOUN" and token.lemma.lower() in closed_classes().deeds:
            return True
    return False


def _lasts(before: str) -> bool:
    """Whether the time ends what lasts till then ("the curfew lasts until Friday")."""
    words = before.lower().split()
    while words and words[-1] in ("early", "late", "next", "the", "at", "least"):
        words.pop()
    return bool(words) and words[-1] in ("until", "till", "by", "through")


def _lasting(sentence: Sentence, index: int) -> bool:
    """Whether the verb of what lasts till then stands in no past tense (as "held out until Friday" does)."""
    while index >= 0:
        token = sentence.tokens[index]
        if token.upos in ("VERB", "AUX"):
            helpers = {sentence.tokens[child].text.lower() for child in sentence.children(index)}
            ahead = "to" in helpers or bool(helpers & set(time_words().future.auxiliaries))
            past = token.xpos in ("VBD", "VBN") or bool(helpers & {"was", "were", "had", "has"})
            return ahead or not past
        index = token.head
    return False


def _called_for(before: str, behind: str) -> bool:
    """Whether the words right before a time call for what is held then ("called for a general strike on Friday")."""
    set_for = _SET_FOR.search(before) is not None and _OWNS.match(behind) is None
    return _calls().search(before) is not None or set_for


# "Has ordered an armed strike in the capital for Sunday"; "mourning for Sunday's dead" sets nothing.
_SET_FOR = re.compile(
    r"\b(?:called|convened|ordered|announced|declared|proclaimed|decreed)"
    r"(?:\s+[^\s.,;:]+){0,12}? for (?:next |this |the |coming )?$",
    re.I,
)
# "Ahead of Friday's vote", "on the eve of Sunday's march": what such a page waits for has not come.
_AHEAD_OF = re.compile(r"\b(?:ahead of|on the eve of|in the run-?up to)\s+(?:the\s+)?$", re.I)
_OWNS = re.compile(r"[\w ]{1,20}['’]s\b")


def _due(before: str) -> bool:
    """Whether what stands right before a time is due then ("are due to resume on Sunday"), whatever the tree says."""
    return _planned().search(before) is not None


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:is|are|remains?)\s+(?:(?:now|still|also|\w+ly)\s+)?"
        rf"(?:{alternatives(time_words().future.lemmas)})\w{{0,3}}\s+(?:to\s+(?:be\s+)?\w+|for)"
        r"(?:\s+(?!that\b|who\b|which\b|after\b|before\b|since\b)[\w'’-]+){0,6}\s+(?:on|at|from|this|next|by)\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


@cache
def _calls() -> re.Pattern[str]:
    words = time_words().future
    between = r"(?:(?!\b(?:on|after|before|since|that|who|which)\b)[\w'’-]+\s+){0,5}"
    return re.compile(
        rf"\b{alternatives(words.called)}\s+{between}{alternatives(words.held)}"
        rf"(?:\s+(?:in|across|at|of|against|over|to|through|by|outside)\s+(?:[\w'’-]+\s+){{0,4}}[\w'’-]+)?"
        rf"\s+(?:on|for|from|this|next|starting|beginning)\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(time_words().future.cues)}(?![\w-])", re.IGNORECASE)


def _clause_ahead(before: str) -> bool:
    clause = re.split(r"[;:“”\"()]|,\s+(?:who|which|and|but|while)\b|\bsaid\b|\bsays\b|\bafter\b|\bthat\b", before)[-1]
    planned_then = re.search(
        r"\b(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:scheduled|due|slated|expected|set|planned)\b", clause
    )
    return planned_then is None and _cues().search(clause) is not None


def _verb_ahead(sentence: Sentence, index: int) -> bool:
    """Climb from the time to its verb; look at the verb, its auxiliaries, and what it hangs on as an infinitive."""
    words, here, steps = time_words().future, index, 0
    while steps < len(sentence.tokens):
        token = sentence.tokens[here]
        planned = token.upos == "ADJ" or (token.upos == "VERB" and token.xpos != "VBD")  # "vowed on Tuesday" is past
        if planned and token.lemma.lower() in words.lemmas and not _sets_fire(sentence, here):
            return not _told_as_past(sentence, here)
        if token.upos in ("VERB", "AUX") or token.rel.startswith(("root", "ccomp", "advcl", "acl", "parataxis")):
            return _governed_ahead(sentence, here)
        if token.head < 0:
            return False
        here, steps = token.head, steps + 1
    return False


def _sets_fire(sentence: Sentence, index: int) -> bool:
    """ "Set fire to a house on 13 May": the one verb of plans whose past is written as its plain form."""
    token, children = sentence.tokens[index], [sentence.tokens[child] for child in sentence.children(index)]
    helped = any(child.rel.startswith(("aux", "cop")) for child in children)
    return token.lemma.lower() == "set" and not helped and any(child.rel == "obj" for child in children)


def _governed_ahead(sentence: Sentence, verb: int) -> bool:
    words = time_words().future
    children = [sentence.tokens[child] for child in sentence.children(verb)]
    helpers = {token.text.lower() for token in children if token.rel.startswith(("aux", "cop"))}
    perfect = any(token.lemma.lower() == "have" for token in children if token.rel.startswith("aux"))
    if helpers & set(words.auxiliaries):
        return not perfect
    if helpers & set(words.conditional):
        return not perfect
    head = sentence.tokens[verb].head
    if _arranged(sentence, verb, helpers):
        return True
    infinitive = any(token.text.lower() == "to" and token.rel == "mark" for token in children)
    planned = infinitive and head >= 0 and sentence.tokens[head].lemma.lower() in words.lemmas
    return planned and not _told_as_past(sentence, head)


def _arranged(sentence: Sentence, verb: int, helpers: set[str]) -> bool:
    """ "The trial opens on Monday", "a session to be held on Monday", "is to vote on Monday"."""
    token, children = sentence.tokens[verb], [sentence.tokens[child] for child in sentence.children(verb)]
    if token.xpos in ("VBZ", "VBP") and not helpers and token.lemma.lower() in time_words().future.arranged:
        return True
    infinitive = any(one.text.lower() == "to" and one.rel == "mark" for one in children)
    if infinitive and helpers & IS:
        return True
    if infinitive and "be" in helpers and token.rel.startswith("acl"):
        return True
    head = sentence.tokens[token.head] if 0 <= token.head < len(sentence.tokens) else None
    return infinitive and token.rel == "xcomp" and head is not None and head.text.lower() in IS


def _told_as_past(sentence: Sentence, verb: int) -> bool:
    """ "Was scheduled", "had planned": a plan that the page looks back on."""
    helpers = {sentence.tokens[child].text.lower() for child in sentence.children(verb)}
    return bool(helpers & {"was", "were", "had"})
