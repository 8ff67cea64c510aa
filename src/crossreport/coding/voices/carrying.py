"""What a sentence without a voice shows of whose telling it is: that it goes on with the one before it, counts further
parts of its toll, or is told again, with more of it, by the next.

In: a sentence of a page, and the words that its neighbour's voice covers. Out: whether it belongs to that voice.
Refuses what only the page itself tells: how things stand now, or have long been.
"""

from collections.abc import Iterable

from crossreport.coding.events.retelling import is_known
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.nouns import any_of_kind
from crossreport.model.kinds import ARMED
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.harm import harm
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers
from crossreport.words.function_words import IS
from crossreport.words.reporting import reporting

_PAST = frozenset({"was", "were", "had", "did"})
_FURTHER = frozenset({"another", "other", "further", "more"})
_OF_THEM = frozenset({"them", "those", "these"})
_OPENING = 8  # words in which the subject of a count stands


def narrates(doc: Document, s: int) -> bool:
    """Whether a sentence goes on telling what happened: "had cut the road"; not how it stands: "has seen clashes"."""
    verb = main_verb(doc, s)
    if verb is None or speaks(doc, s):
        return False
    helping = {doc.text(kid) for kid in doc.kids(verb, "aux", "aux:pass", "cop")}
    return bool(helping & _PAST) if helping else doc.token(verb).xpos == "VBD"


def speaks(doc: Document, s: int) -> bool:
    """Whether what a sentence tells is that somebody speaks, sees or judges: "a photographer saw empty streets"."""
    verb = main_verb(doc, s)
    words = reporting()
    return verb is not None and doc.lemma(verb) in {*words.verbs, *words.stances, *words.judging}


def main_verb(doc: Document, s: int) -> Word | None:
    """The word on which a sentence hangs."""
    return next((word for word in doc.words_of(s) if doc.token(word).rel == "root"), None)


def counts_on(doc: Document, s: int) -> bool:
    """ "Another two people were killed in X", "five of them died", "the toll included …": parts of a toll before it."""
    verb = main_verb(doc, s)
    subjects = [noun for noun in doc.kids(verb, "nsubj") if noun.token < _OPENING] if verb is not None else []
    counted = verb is not None and doc.lemma(verb) in course().holding_within
    return any(_part(doc, noun) or (counted and _toll(doc, noun)) for noun in subjects)


def _toll(doc: Document, noun: Word) -> bool:
    """ "The toll included two people killed by rockets", "the dead included …"."""
    return is_known(doc, noun) and doc.lemma(noun) in reporting().toll_nouns | harm().hurt


def _part(doc: Document, noun: Word) -> bool:
    below = doc.kids(noun, "nmod")
    those = [kid for kid in below if doc.text(kid) in _OF_THEM or _of_the_hurt(doc, kid)]
    if any("of" in doc.cases(kid) for kid in those):
        return True
    beside = [*doc.kids(noun, "det", "amod", "nummod"), noun]
    further = any(doc.text(each) in _FURTHER for each in beside)
    return further and any(doc.covering(each, "quantity") for each in beside)


def _of_the_hurt(doc: Document, noun: Word) -> bool:
    return is_known(doc, noun) and doc.lemma(noun) in harm().hurt


def told_on(doc: Document, s: int, content: Iterable[Word]) -> bool:
    """ "Air strikes killed five. The deaths occurred in X, Y said": the next voice tells the same, with more of it."""
    here = {doc.lemma(word) for word in doc.words_of(s) if doc.token(word).upos == "NOUN"}
    inside = set(content)
    for noun in sorted(inside):
        verb = doc.parent(noun)
        if doc.rel(noun) != "nsubj" or verb is None or verb not in inside or not is_known(doc, noun):
            continue
        helping = {doc.text(kid) for kid in doc.kids(verb, "aux", "aux:pass")}
        past = doc.token(verb).xpos in ("VBD", "VBN") and not helping & IS
        if past and (_deed_again(doc, noun, verb) or (doc.lemma(noun) in here and _hurt_again(doc, noun, verb))):
            return True
    return False


def they_went_on(doc: Document, s: int, content: Iterable[Word]) -> bool:
    """ "… soldiers came. They shot twelve men": those of whom it was told do the next deed, or suffer it."""
    verb = main_verb(doc, s)
    subject = next(iter(doc.kids(verb, "nsubj")), None) if verb is not None else None
    if verb is None or subject is None or subject.token >= _OPENING or not narrates(doc, s) or not _is_deed(doc, verb):
        return False
    if doc.text(subject) == "they":
        return True
    if any(doc.covering(word, "time") for word in doc.words_of(s)):
        return False
    told = {doc.lemma(word) for word in content if doc.token(word).upos in ("NOUN", "PROPN")}
    people = closed_classes().kind_of(doc.lemma(subject)) is not None or any_of_kind(doc, subject, ARMED)
    known = doc.definite(subject) and doc.lemma(subject) in told and people
    return known or _one_more(doc, subject, content)


def _one_more(doc: Document, subject: Word, content: Iterable[Word]) -> bool:
    """ "Three shells landed in X … Another shell hit a bus": of the fire that was told of."""
    fire = arms().fire.union(*(ontology().means[type_] for type_ in ("shelling", "air_strike")))
    another = doc.lemma(subject) in fire and any(doc.text(kid) == "another" for kid in doc.kids(subject, "det"))
    return another and any(doc.lemma(word) in fire for word in content)


def _is_deed(doc: Document, verb: Word) -> bool:
    return ("verb", doc.lemma(verb)) in triggers()


def _deed_again(doc: Document, noun: Word, verb: Word) -> bool:
    """ "The incident occurred", "the air strikes have been carried out"."""
    deed = ("noun", doc.lemma(noun)) in triggers() or doc.lemma(noun) in course().deeds
    return deed and doc.lemma(verb) in course().going_on


def _hurt_again(doc: Document, noun: Word, verb: Word) -> bool:
    """ "These civilians were targeted": those of whom it was told, and what was done to them."""
    people = doc.lemma(noun) in harm().hurt or closed_classes().kind_of(doc.lemma(noun)) is not None
    return people and bool(doc.kids(verb, "aux:pass"))
