"""Deeds that a sentence brings up only to disbelieve them, by the way it is built.

In: the word that tells a deed. Out: the word that takes it back: "as for what they published of our having …, it is a
lie", "those who spread that the town fell should stop", "knows nothing about the killing", "contrary to what they
publish, it has not fallen". Refuses what is only doubted.
"""

from itertools import pairwise

from crossreport.coding.page.document import Document, Word
from crossreport.coding.status.negation import NEGATION, is_untrue
from crossreport.words.classes.speech import speech
from crossreport.words.reporting import reporting

_ANYBODY = frozenset({"those", "anyone", "whoever", "people", "pages", "accounts", "channels"})
_REACH = 4  # heads from the deed to the people who spread it


def disbelieved(doc: Document, deed: Word) -> Word | None:
    """The word by which the sentence takes back what it brings up."""
    return _set_aside(doc, deed) or _spread_by(doc, deed) or _unknown(doc, deed)


def contrary(doc: Document, deed: Word) -> bool:
    """ "Contrary to reports, the town has not fallen", "No, it has not": an answer to somebody who said that it had."""
    words = [doc.text(word) for word in doc.words_of(deed.sentence)]
    return words[:2] == ["no", ","] or any(words[i : i + 2] == ["contrary", "to"] for i in range(len(words) - 1))


def _set_aside(doc: Document, deed: Word) -> Word | None:
    """ "As for what they published of our having beheaded them, it is a lie": trees hang the first part anywhere."""
    words = doc.words_of(deed.sentence)
    opening = [doc.text(word) for word in words[:2]]
    if opening not in (["as", "for"], ["as", "to"], ["as", "regards"]):
        return None
    behind = (word for word in words[deed.token + 1 :] if is_untrue(doc, word))
    subjects = ((word, doc.kids(word, "nsubj")) for word in behind)
    return next(
        (
            word
            for word, nouns in subjects
            if any(doc.text(n) in ("it", "this", "that", "these") and n > deed for n in nouns)
        ),
        None,
    )


def _spread_by(doc: Document, deed: Word) -> Word | None:
    """ "To those who spread that a faction attacked the airport": only those who spread it say so."""
    steps = doc.path(deed)[:_REACH]
    for below, verb in pairwise(steps):
        if doc.token(below).rel != "ccomp" or doc.rel(verb) != "acl":
            continue
        people = doc.parent(verb)
        saying = doc.lemma(verb) in speech().rumouring or (
            doc.lemma(verb) in reporting().verbs and doc.token(verb).xpos in ("VBP", "VB")
        )
        if saying and people is not None and doc.text(people) in _ANYBODY and doc.token(verb).rel == "acl:relcl":
            return verb
    return None


def _unknown(doc: Document, deed: Word) -> Word | None:
    """ "Knows nothing about the burning of the offices"."""
    for step in doc.path(deed)[:2]:
        head = doc.parent(step)
        if head is None or not {"about", "of"} & set(doc.cases(step)):
            continue
        verb = head if doc.lemma(head) in speech().knowing else doc.parent(head)
        if verb is None or doc.lemma(verb) not in speech().knowing:
            continue
        nothing = [kid for kid in doc.kids(verb, "obj") if doc.text(kid) in NEGATION]
        if nothing:
            return nothing[0]
    return None
