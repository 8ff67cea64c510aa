"""What is told from within, so that its end is not in sight: under attack, in battle, regularly, as they fight on.

In: the word that tells a happening. Out: the word that puts the telling into its midst. Refuses what came under
attack at one time, and what is told by the day on which it began.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_passive, is_verb
from crossreport.coding.phrases.tenses import future, in_perfect, progressive, reported
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import triggers
from crossreport.words.families import ASSAULTS
from crossreport.words.function_words import WAS

_NOW = frozenset({"is", "are", "'s", "'re", "has", "have", "remains", "remain"})
_RECENT = frozenset({"last", "past", "recent", "this", "these"})


def in_the_midst(doc: Document, noun: Word) -> Word | None:
    """ "Is under attack", "were in talks, he said", "are taking part in an assault", "clashes have erupted"."""
    helping = {doc.text(kid) for kid in doc.kids(noun, "cop", "aux")}
    cases = set(doc.cases(noun))
    if doc.kids(noun, "cop") and {"under", "in"} & cases:
        told = bool(helping & _NOW) or (reported(doc, noun) and bool(helping & WAS))
        return noun if told else None
    verb = doc.parent(noun)
    if verb is None or not is_verb(doc, verb):
        return None
    if doc.rel(noun) == "obl" and "in" in cases and doc.lemma(verb) in course().taking_part and progressive(doc, verb):
        return verb
    perfect = in_perfect(doc, verb)
    out = doc.rel(noun) == "nsubj" and doc.lemma(verb) in arms().breaking_out and bool(_types(doc, noun) & ASSAULTS)
    down = any(doc.text(kid) in ("down", "off", "up") for kid in doc.kids(verb, "compound:prt", "compound", "advmod"))
    return verb if out and perfect and not down else None


def just_begun(doc: Document, noun: Word) -> Word | None:
    """ "Began an offensive two weeks ago", "the campaign that they started this month", "recently launched"."""
    if doc.lemma(noun) not in arms().campaigns or "offensive" not in _types(doc, noun):
        return None
    head = doc.parent(noun)
    verbs = [verb for verb in doc.kids(noun, "acl") if is_verb(doc, verb)]
    if head is not None and is_verb(doc, head) and doc.rel(noun) in ("obj", "nsubj:pass"):
        verbs.append(head)
    for verb in verbs:
        if doc.lemma(verb) not in closed_classes().beginning or future(doc, verb):
            continue
        if (found := _not_long_ago(doc, verb)) is not None:
            return found
    return None


def _not_long_ago(doc: Document, verb: Word) -> Word | None:
    for ago in (word for word in doc.subtree(verb) if doc.text(word) == "ago" and verb < word):
        if any(doc.lemma(inner) in ("day", "week", "month") for inner in doc.subtree(ago)):
            return ago
    for kid in doc.kids(verb, "advmod", "obl"):
        if doc.text(kid) == "recently":
            return kid
        if doc.lemma(kid) == "month" and any(doc.text(inner) == "this" for inner in doc.kids(kid, "det")):
            return kid
    return None


def regularly(doc: Document, verb: Word) -> Word | None:
    """ "Is regularly shelled", "has regularly been targeted": not "regularly attacked it until 2016"."""
    if not is_verb(doc, verb):
        return None
    helping = {doc.text(kid) for kid in doc.kids(verb, "aux", "aux:pass")}
    now = bool(helping & _NOW) or (not helping and doc.token(verb).xpos in ("VBP", "VBZ"))
    often = (kid for kid in doc.kids(verb, "advmod") if doc.text(kid) in closed_classes().recurring)
    return next(often, None) if now else None


def while_else(doc: Document, verb: Word) -> Word | None:
    """ "As rebels battled to retake the airport": what others did while the news happened, with its aim ahead."""
    if doc.rel(verb) != "advcl" or is_passive(doc, verb) or not _types(doc, verb) & ASSAULTS:
        return None
    as_ = next((mark for mark in doc.kids(verb, "mark") if doc.text(mark) in ("as", "while")), None)
    aim = any(any(doc.text(mark) == "to" for mark in doc.kids(kid, "mark")) for kid in doc.kids(verb, "xcomp", "advcl"))
    return as_ if aim and doc.kids(verb, "nsubj") else None


def lately(doc: Document, verb: Word) -> Word | None:
    """ "Has seen fighting in recent months", "have been subject to raids this week"."""
    for kid in doc.kids(verb, "obl"):
        recent = any(doc.text(inner) in _RECENT for inner in doc.kids(kid, "amod", "det"))
        if recent and doc.lemma(kid) in (closed_classes().stretches - {"night"}):
            return kid
    return None


def _types(doc: Document, word: Word) -> set[str]:
    pos = "noun" if doc.token(word).upos != "VERB" else "verb"
    return {trigger.type for trigger in triggers().get((pos, doc.lemma(word)), ())}
