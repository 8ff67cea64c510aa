"""What stands from the day it is laid until it is told that it is over: a siege, a truce.

In: the word that tells it, and its type. Out: whether it still stands. Refuses sieges that are only told as they were
laid ("encircled the town") or as they ended, and truces whose keeping nobody tells.
"""

import datetime as dt

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_verb
from crossreport.model import When
from crossreport.words.closed_classes import closed_classes

_AROUND = frozenset({"by", "amid", "despite", "under"})  # "shortages caused by the siege"; not "after", "during"
RECENT = dt.timedelta(days=31)  # what ended before that is over


def stands_still(doc: Document, word: Word, type_: str, when: When | None) -> bool:
    """Whether a siege or a truce is told as one that stands."""
    if _long_over(doc, when):
        return False
    if type_ == "siege_blockade":
        return _besieged(doc, word) or _under_it(doc, word) or _shut_in(doc, word)
    return type_ == "ceasefire_halt" and _kept(doc, word)


def _long_over(doc: Document, when: When | None) -> bool:
    day = doc.page.published.earliest
    if day is None or when is None or when.latest is None:
        return False
    return dt.date.fromisoformat(when.latest) < dt.date.fromisoformat(day) - RECENT


def _besieged(doc: Document, word: Word) -> bool:
    """ "Has been under siege", "are besieged", "a town besieged by rebels"."""
    if (
        doc.token(word).rel in ("acl", "advcl", "amod")
        and doc.token(word).xpos == "VBN"
        and not doc.kids(word, "aux:pass")
    ):
        return True
    verb = next(
        (step for step in doc.path(word) if doc.token(step).upos in ("VERB", "AUX") or doc.kids(step, "cop")), word
    )
    texts = {doc.text(kid) for kid in doc.kids(verb, "aux", "aux:pass", "cop")} | {doc.text(verb)}
    return bool(texts & {"is", "are", "has", "have", "remains", "remain"})


def _under_it(doc: Document, noun: Word) -> bool:
    """ "A base under siege by rebels", "live under siege", "battled to break the siege": its end is only an aim."""
    if is_verb(doc, noun):
        return False
    head = doc.parent(noun)
    if head is None:
        return False
    if "under" in doc.cases(noun):
        return not is_verb(doc, head) or doc.token(head).xpos in ("VBP", "VBZ", "VBG") or _of_a_place(doc, noun)
    if doc.rel(noun) in ("obl", "nmod") and _AROUND & set(doc.cases(noun)):
        return not any(doc.lemma(step) in closed_classes().ending for step in doc.path(noun)[1:3])
    aim = doc.token(head).xpos == "VB" and any(doc.text(kid) == "to" for kid in doc.kids(head, "mark"))
    return aim and doc.rel(noun) == "obj" and doc.lemma(head) in closed_classes().ending


def _of_a_place(doc: Document, noun: Word) -> bool:
    """ "Blew himself up at a base under siege": right behind the noun that is under it."""
    under = next(kid for kid in doc.kids(noun, "case") if doc.text(kid) == "under")
    before = doc.before(under, 1)
    return before != "" and under.token > 0 and doc.token(Word(under.sentence, under.token - 1)).upos == "NOUN"


def _shut_in(doc: Document, verb: Word) -> bool:
    """ "The forces encircling the town", "prevent residents from leaving": by participle or present."""
    if not is_verb(doc, verb):
        return False
    who = doc.parent(verb)
    round_it = doc.rel(verb) == "acl" and doc.token(verb).xpos == "VBG"
    return (round_it and who is not None and not is_verb(doc, who)) or (
        doc.token(verb).xpos in ("VBP", "VBZ") and bool(doc.kids(verb, "nsubj"))
    )


def _kept(doc: Document, word: Word) -> bool:
    """ "Have had a truce for two years", "the halt was holding", "a ceasefire is in force"."""
    head = doc.parent(word)
    if head is None or is_verb(doc, word):
        return False
    helping = {doc.text(kid) for kid in doc.kids(head, "aux", "cop")}
    if doc.rel(word) == "obj" and doc.lemma(head) == "have":
        return bool({"has", "have"} & helping) or doc.token(head).xpos in ("VBP", "VBZ")
    if doc.rel(word) != "nsubj":
        return False
    going = doc.token(head).xpos in ("VBG", "VBZ", "VBP") and doc.lemma(head) in ("hold", "last")
    stretch = doc.lemma(head) == "hold" and "have" in {doc.lemma(kid) for kid in doc.kids(head, "aux")}
    force = doc.lemma(head) in ("force", "place", "effect") and "in" in doc.cases(head) and bool(helping & {"is"})
    return going or stretch or force
