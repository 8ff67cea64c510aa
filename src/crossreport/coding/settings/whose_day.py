"""Whether a time is that of another happening of its sentence, or part of a name, and so says nothing of this one."""

import re
from collections.abc import Set

from crossreport.coding.counts.fates import single_measure
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import obliques
from crossreport.model import Mention, When
from crossreport.model.measures import HARM
from crossreport.words.classes.course import course
from crossreport.words.classes.harm import harm
from crossreport.words.classes.speech import speech
from crossreport.words.function_words import DEFINITE, POSSESSIVES
from crossreport.words.reporting import reporting

_CAUSE = frozenset({"over", "for", "following", "after", "about", "regarding", "concerning", "against"})
_EARLIER = frozenset({"after", "before", "since", "because", "until"})
_ONE_DEED = ("in", "during", "by", "with", "of")


def names_somebody(doc: Document, time: Mention) -> bool:
    """ "The March 23 Movement", "the 19 April Movement": a day in a name is no day of what they do."""
    at = doc.word_of(time)
    if at is None:
        return False
    return any(
        mention.span.covers(time.span) and mention.span != time.span and not _set_before(doc, time, mention)
        for mention in doc.covering(at, "actor")
    )


def _set_before(doc: Document, time: Mention, actor: Mention) -> bool:
    """ "Last Tuesday troops killed ten": the day stands before a common noun and is no part of a name."""
    return time.span.start == actor.span.start and doc.page.text[time.span.end : actor.span.end].lstrip()[:1].islower()


def anothers_time(doc: Document, word: Word, at: Word, others: Set[Word]) -> bool:
    """Whether the time at `at` is that of one of the `others`, the sentence's happenings of other types."""
    steps = doc.path(at)
    if (
        at < word
        and doc.lemma(steps[1] if len(steps) > 1 else at) in speech().mourning
        and steps[1] in doc.path(word)[1:]
    ):
        return True  # "condemned on Wednesday the killing of two": nobody says when they were killed
    if _spoken_of(doc, word, at):
        return True
    if doc.lemma(word) in speech().probing and any(word < other < at for other in others):
        return True
    if word in steps:
        return _under_another(doc, word, steps[1 : steps.index(word)], others)
    return of_cause(doc, word, others) is not None and not _of_claimed(doc, word, at)


def _spoken_of(doc: Document, word: Word, at: Word) -> bool:
    """ "The attack was claimed by the group on Friday", "… has been condemned on Friday": then somebody spoke of it."""
    verb = doc.parent(at)
    if verb is None or doc.parent(word) != verb or word not in doc.kids(verb, "nsubj:pass"):
        return False
    return doc.lemma(verb) in speech().mourning | speech().taking_on


def _of_claimed(doc: Document, word: Word, at: Word) -> bool:
    """ "Claimed responsibility for the attack in the town on Friday": what stands behind the attack is its day."""
    head = doc.parent(word)
    return head is not None and doc.lemma(head) == "responsibility" and at.token > word.token


def _under_another(doc: Document, word: Word, between: list[Word], others: Set[Word]) -> bool:
    """ "Is investigating reports that 73 were killed on Tuesday", "prison terms for the riots of 9 May"."""
    own = {*doc.kids(word, "obj", "nsubj"), *obliques(doc, word, *_ONE_DEED)}
    if single_measure(doc, word) in HARM:
        return False  # "died after gunmen attacked on Sunday"
    for index, step in enumerate(between):
        if step in own or not (step in others or single_measure(doc, step) in HARM):
            continue
        clauses = [each for each in between[index:] if doc.rel(each) == "advcl"]
        marks = {doc.text(kid) for each in clauses for kid in doc.kids(each, "mark", "advmod")}
        if not clauses or (marks & _EARLIER and doc.token(step).upos == "VERB"):
            return True
    return False


def of_what_came_before(doc: Document, clause: Word) -> bool:
    """ "After the militia drove them out last month": a clause of what has a time of its own."""
    marks = {doc.text(kid) for kid in doc.kids(clause, "mark", "case")}
    return doc.token(clause).rel == "advcl" and bool(marks & _EARLIER)


def of_bygone(doc: Document, at: Word, above: list[Word]) -> bool:
    """ "The first strikes since the withdrawal in 2011": of what was then.

    `above` are the heads of the time that do not stand over the happening as well, itself among them.
    """
    return any("since" in doc.cases(step) and doc.token(step).upos == "NOUN" and at > step for step in above[1:])


def concluded(doc: Document, step: Word) -> bool:
    """ "Ratified an agreement signed on 19 May": of the agreement, whatever is done with it later."""
    return doc.rel(step) == "acl" and doc.token(step).xpos == "VBN" and doc.lemma(step) in course().concluding


def of_cause(doc: Document, word: Word, others: Set[Word]) -> Word | None:
    """The happening of which an earlier one is only the reason: "sentenced him over the killing of 50"."""
    if doc.token(word).upos != "NOUN" or doc.rel(word) not in ("obl", "nmod") or not _CAUSE & set(doc.cases(word)):
        return None
    return next((step for step in doc.path(word)[1:4] if step in others), None)


def done_before(doc: Document, word: Word, when: When | None) -> When | None:
    """ "Those abducted in X were freed on Friday": the day is that of what came of it; the deed was done by then.

    The time as it is where the deed is told in no clause about those to whom something happens later.
    """
    if when is None or when.latest is None or when.rule == BY_THEN or not _told_of_somebody(doc, word):
        return when
    below = set(doc.subtree(word))
    if any(at in below for _, at in doc.told_in(word.sentence, "time")):
        return when
    noun = doc.parent(word)
    while noun is not None and doc.rel(noun) in ("nmod", "conj"):
        noun = doc.parent(noun)
    later = doc.parent(noun) if noun is not None else None
    if later is None or noun is None or not doc.rel(noun).startswith(("nsubj", "obj")):
        return when
    had = any(doc.text(kid) == "had" for kid in doc.kids(word, "aux"))
    if not had and doc.lemma(later) not in harm().afterwards:
        return when
    return When(f"../{when.latest}", None, when.latest, when.precision, BY_THEN)


BY_THEN = "by_then"


def _told_of_somebody(doc: Document, word: Word) -> bool:
    """Whether the word is "kidnapped" in "a teacher kidnapped in X" or "attacked" in "men who had attacked X"."""
    passive = doc.token(word).rel == "acl" and doc.token(word).xpos == "VBN"
    return passive or doc.token(word).rel == "acl:relcl"


def of_thing(doc: Document, time: Mention, at: Word) -> bool:
    """ "A truce until Friday was agreed": how long it holds is not when it was agreed."""
    head = doc.parent(at)
    until = isinstance(time.value, When) and time.value.edtf.startswith("../")
    return until and head is not None and doc.token(head).upos == "NOUN"


def names_thing(doc: Document, word: Word, at: Word) -> bool:
    """ "Killed three signatories of the 2016 peace agreement": the year tells which agreement, not when they died.

    What a deed was done in or by is of its year ("died in the 2014 war", "the 2019 blast killed six").
    """
    noun = doc.parent(at)
    if noun is None or noun == word or not dated_by_name(doc, noun, at):
        return False
    part = doc.rel(noun) in ("nsubj", "obj") or bool({*_ONE_DEED, "at"} & set(doc.cases(noun)))
    return not (part and doc.parent(noun) == word)


def of_saying(doc: Document, word: Word, at: Word) -> bool:
    """ "In a statement of 25 November it denied the attack", "in a report released on Friday": said then, not done."""
    head = doc.parent(at)
    issued = head is not None and head != word and doc.rel(head) == "acl" and doc.token(head).xpos == "VBN"
    noun = doc.parent(head) if issued and head is not None else head
    if noun is None or noun == word or doc.lemma(noun) not in speech().dated:
        return False
    if doc.rel(at) not in (("obl", "advmod") if issued else ("nmod",)):
        return False
    said = doc.parent(noun)
    return said is not None and said != word and doc.rel(word) != "conj" and doc.lemma(said) in reporting().verbs


def dated_by_name(doc: Document, noun: Word, at: Word) -> bool:
    """ "The 2016 peace agreement": a year between a noun and the word that makes it a known one."""
    year = at < noun and doc.rel(at) in ("nummod", "compound", "amod") and _YEAR.fullmatch(doc.text(at)) is not None
    known = [kid for kid in doc.kids(noun, "det", "nmod:poss") if kid < at and doc.text(kid) in DEFINITE | POSSESSIVES]
    return year and bool(known)


_YEAR = re.compile(r"(?:19|20)\d\d")


def timeless(doc: Document, clause: Word, at: Word) -> bool:
    """ "Fired at the base, which houses the mission, on Thursday": what is so every day was not so on that one."""
    comma = any(doc.text(Word(at.sentence, index)) == "," for index in range(clause.token + 1, at.token))
    return comma and doc.token(clause).xpos in ("VBZ", "VBP") and not doc.kids(clause, "aux")
