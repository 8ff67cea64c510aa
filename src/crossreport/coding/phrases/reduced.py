"""What a bare participle behind a comma says of the noun before it: "freed the nurse, abducted three days earlier".

The tree often makes such a participle a second verb of the subject, whose deed it then would be. In: a verb. Out: the
noun of which it is said, or None where it has an object, a subject or a conjunction of its own, or where the noun
before it cannot suffer it. So also without a comma right behind a number: "the ministry gave 30 killed".
"""

from crossreport.coding.page.document import Document, Word
from crossreport.words.classes.harm import harm
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology

_HUNG = frozenset({"conj", "advcl", "parataxis", "dep", "ccomp", "xcomp"})
_OWN = ("obj", "iobj", "nsubj", "csubj", "aux", "cc", "mark", "ccomp", "xcomp", "conj", "expl")


def said_of_object(doc: Document, word: Word) -> Word | None:
    """The object of the verb above of which a bare participle is said."""
    token = doc.token(word)
    if (counted := _counted(doc, word)) is not None:
        return counted
    if token.xpos not in ("VBN", "VBD") or doc.rel(word) not in _HUNG or doc.before(word, 1) != ",":
        return None
    head = doc.parent(word)
    own = [kid for kid in doc.kids(word, *_OWN) if doc.text(kid) != "dead"]  # "shot dead"
    if head is None or head > word or doc.token(head).upos != "VERB" or own:
        return None
    things = [noun for noun in doc.kids(head, "obj") if head < noun < word]
    if len(things) != 1 or any(things[0] < kid < word for kid in doc.kids(head, "conj", "advcl")):
        return None
    noun = next((kid for kid in doc.kids(things[0], "nmod") if doc.lemma(things[0]) in harm().remains), things[0])
    suffers = closed_classes().only_done_to | (harm().taken if _captive(doc, word) else frozenset())
    if doc.lemma(word) in suffers and _is_somebody(doc, noun):
        return noun
    return noun if doc.lemma(word) in closed_classes().done_to and doc.token(word).xpos == "VBN" else None


def _counted(doc: Document, word: Word) -> Word | None:
    """ "The ministry gave 30 killed", "put the toll at 21 killed": the number that it is said of, right before it.

    Whoever counts the dead killed nobody; a second verb of his own would not stand bare behind its object.
    """
    head, number = doc.parent(word), Word(word.sentence, word.token - 1) if word.token else None
    bare = doc.token(word).xpos == "VBN" and doc.rel(word) in _COMPLEMENT and not doc.kids(word, *_OWN_VERB)
    if head is None or number is None or not bare or doc.lemma(word) not in closed_classes().only_done_to:
        return None
    noun = number if doc.parent(number) == head and head < number else None
    if noun is None or doc.token(head).upos != "VERB" or doc.rel(noun) not in ("obj", "obl"):
        return None
    counts = doc.token(noun).upos == "NUM" or bool(doc.kids(noun, "nummod"))
    return noun if counts and (doc.rel(noun) == "obj" or _AT & set(doc.cases(noun))) else None


_COMPLEMENT = frozenset({"xcomp", "advcl", "obj", "dep"})
_OWN_VERB = ("obj", "iobj", "nsubj", "csubj", "aux", "mark", "ccomp", "expl")
_AT = frozenset({"at", "of", "as", "to"})


def _captive(doc: Document, word: Word) -> bool:
    after = doc.words_of(word.sentence)[word.token + 1 : word.token + 2]
    return any(doc.lemma(one) in ("hostage", "captive", "prisoner") for one in after)


def _is_somebody(doc: Document, noun: Word) -> bool:
    classes = ontology().classes
    people = classes["people_noun"] | classes["person_noun"] | classes["civilian_noun"] | classes["troops"]
    named = doc.headed(noun, "person") or (doc.headed(noun, "actor") and not doc.headed(noun, "place"))
    return bool(named) or doc.lemma(noun) in people or doc.token(noun).upos == "PROPN"
