"""Whether a time is that of another happening of its sentence, or part of a name, and so says nothing of this one."""

from collections.abc import Set

from crossreport.coding.arguments import obliques
from crossreport.coding.document import Document, Word
from crossreport.coding.fates import single_measure
from crossreport.model import Mention, When

_CAUSE = frozenset({"over", "for", "following", "after", "about", "regarding", "concerning", "against"})
_MOURNING = frozenset({"condemn", "deplore", "denounce", "mourn", "decry", "lament", "commemorate", "remember", "bury"})
_EARLIER = frozenset({"after", "before", "since", "because", "until"})
_HARM = frozenset({"killed", "wounded"})
_ONE_DEED = ("in", "during", "by", "with", "of")


def names_somebody(doc: Document, time: Mention) -> bool:
    """ "The March 23 Movement", "the 19 April Movement": a day in a name is no day of what they do."""
    at = doc.word_of(time)
    if at is None:
        return False
    return any(
        mention.span.covers(time.span) and mention.span != time.span and mention.kind == "actor"
        for mention in doc.covering(at, "actor")
    )


def anothers_time(doc: Document, word: Word, at: Word, others: Set[Word]) -> bool:
    """Whether the time at `at` is that of one of the `others`, the sentence's happenings of other types."""
    steps = doc.path(at)
    if at < word and doc.lemma(steps[1] if len(steps) > 1 else at) in _MOURNING and steps[1] in doc.path(word)[1:]:
        return True  # "condemned on Wednesday the killing of two": nobody says when they were killed
    if word in steps:
        return _under_another(doc, word, steps[1 : steps.index(word)], others)
    return of_cause(doc, word, others) is not None and not _of_claimed(doc, word, at)


def _of_claimed(doc: Document, word: Word, at: Word) -> bool:
    """ "Claimed responsibility for the attack in the town on Friday": what stands behind the attack is its day."""
    head = doc.parent(word)
    return head is not None and doc.lemma(head) == "responsibility" and at.token > word.token


def _under_another(doc: Document, word: Word, between: list[Word], others: Set[Word]) -> bool:
    """ "Is investigating reports that 73 were killed on Tuesday", "prison terms for the riots of 9 May"."""
    own = {*doc.kids(word, "obj", "nsubj"), *obliques(doc, word, *_ONE_DEED)}
    if single_measure(doc, word) in _HARM:
        return False  # "died after gunmen attacked on Sunday"
    for index, step in enumerate(between):
        if step in own or not (step in others or single_measure(doc, step) in _HARM):
            continue
        clauses = [each for each in between[index:] if doc.rel(each) == "advcl"]
        marks = {doc.text(kid) for each in clauses for kid in doc.kids(each, "mark", "advmod")}
        if not clauses or (marks & _EARLIER and doc.token(step).upos == "VERB"):
            return True
    return False


def of_cause(doc: Document, word: Word, others: Set[Word]) -> Word | None:
    """The happening of which an earlier one is only the reason: "sentenced him over the killing of 50"."""
    if doc.token(word).upos != "NOUN" or doc.rel(word) not in ("obl", "nmod") or not _CAUSE & set(doc.cases(word)):
        return None
    return next((step for step in doc.path(word)[1:4] if step in others), None)


def of_thing(doc: Document, time: Mention, at: Word) -> bool:
    """ "A truce until Friday was agreed": how long it holds is not when it was agreed."""
    head = doc.parent(at)
    until = isinstance(time.value, When) and time.value.edtf.startswith("../")
    return until and head is not None and doc.token(head).upos == "NOUN"


def timeless(doc: Document, clause: Word, at: Word) -> bool:
    """ "Fired at the base, which houses the mission, on Thursday": what is so every day was not so on that one."""
    comma = any(doc.text(Word(at.sentence, index)) == "," for index in range(clause.token + 1, at.token))
    return comma and doc.token(clause).xpos in ("VBZ", "VBP") and not doc.kids(clause, "aux")
