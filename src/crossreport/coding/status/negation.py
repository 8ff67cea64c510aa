"""Whether a happening is negated, or what is claimed of it is rejected as untrue."""

from itertools import pairwise

from crossreport.coding.events.retelling import amount_of
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_verb
from crossreport.words.classes.course import course
from crossreport.words.classes.speech import speech
from crossreport.words.closed_classes import closed_classes
from crossreport.words.function_words import DEFINITE, INTERROGATIVES, NOBODY
from crossreport.words.reporting import reporting

NEGATION = frozenset(
    {"not", "n't", "never", "no", "nt", "without", "neither", "nor", "nobody", "none", "nothing", "no-one"}
)


def negated(doc: Document, word: Word) -> bool:
    """Whether a "not", "no" or "nobody" stands with the word or, of a noun, with the verb that it belongs to."""
    kids = [*doc.kids(word, "advmod", "det", "neg"), *(m for m in doc.kids(word, "mark") if doc.text(m) == "without")]
    if is_verb(doc, word):
        nouns = doc.kids(word, "nsubj", "obj")
        kids = kids + nouns + [det for noun in nouns for det in doc.kids(noun, "det")]
        kids += [kid for noun in nouns if _at_all(doc, noun) for kid in doc.kids(noun, "advmod")]
    if any(doc.text(kid) in NEGATION or doc.lemma(kid) in NEGATION for kid in kids):
        return True
    if any(doc.text(kid) == "nor" for kid in doc.kids(word, "cc")):
        return True  # "nor did they burn the clinic"
    if (top := amount_of(doc, word)) != word:
        return negated(doc, top)  # "no exchange of fire took place"
    head = doc.parent(word)
    if head is None or not is_verb(doc, head):
        return False
    if doc.rel(word) == "xcomp" and doc.lemma(head) in course().setting_out and negated(doc, head):
        return True  # "has not begun to bomb the town"
    if doc.rel(word) == "xcomp":  # "no one was reported hurt"
        whom = doc.kids(head, "nsubj:pass")
        return any(doc.text(kid) in NEGATION for noun in whom for kid in (noun, *doc.kids(noun, "det")))
    if doc.rel(word) in ("obj", "nsubj"):
        return any(doc.text(kid) in NEGATION for kid in doc.kids(head, "advmod"))
    either = any(doc.text(kid) in ("or", "nor") for kid in doc.kids(word, "cc"))  # "did not burn or loot"
    return either and doc.rel(word) == "conj" and not doc.kids(word, "nsubj", "aux") and negated(doc, head)


def _at_all(doc: Document, noun: Word) -> bool:
    """ "Not a single civilian", "not one of the villagers"; not "not only civilians"."""
    beside = [doc.text(kid) for kid in doc.kids(noun, "amod", "nummod", "det")]
    return doc.text(noun) == "one" or "one" in beside or "single" in beside


def rejected(doc: Document, head: Word, below: Word) -> bool:
    """ "Rejected claims that …", "reports that … are dismissed", "false news that …": what is claimed is denied."""
    words = reporting()
    clause = doc.token(below).rel.split(":")[0] in ("acl", "ccomp", "csubj")
    if clause and is_untrue(doc, head) and (doc.lemma(head) in words.untrue or doc.token(below).rel == "csubj"):
        return True  # "spreads the lie that our drones hit the village", "it is not true that they did"
    if doc.lemma(head) in words.claimed_nouns and doc.token(below).rel.split(":")[0] in ("acl", "nmod", "ccomp"):
        return any({doc.lemma(kid), doc.text(kid)} & words.untrue for kid in doc.kids(head, "amod", "compound"))
    if (
        doc.lemma(head) in closed_classes().grounds
        and doc.lemma(below) in words.claimed_nouns
        and {"in", "to", "for"} & set(doc.cases(below))
    ):
        return any(doc.text(kid) in NEGATION for kid in doc.kids(head, "det"))  # "no truth in reports that"
    called = doc.token(below).rel in ("obj", "nsubj:pass") and doc.token(head).upos == "VERB"
    named = [part for kid in doc.kids(head, "xcomp", "advcl", "obl") for part in (kid, *doc.kids(kid, "amod"))]
    if called and any(doc.lemma(part) in words.untrue for part in named):
        return True  # "called reports of a massacre unfounded", "dismissed the strike as a lie", "… fake news"
    untrue = called and any(doc.lemma(kid) in words.untrue for kid in doc.subtree(below))
    if untrue and doc.lemma(head) in speech().calling:
        return True  # "called the report of a massacre pure fabrication": trees hang the predicate anywhere
    claims = [kid for kid in doc.kids(head, "obj") if doc.lemma(kid) in words.claimed_nouns and kid < below]
    if claims and doc.lemma(head) in words.rejecting and doc.token(below).rel == "ccomp":
        return True  # "rejects the army's claim that its men burned the town", the clause hung on the verb
    if doc.lemma(below) not in words.claimed_nouns:
        return doc.token(below).rel == "nsubj" and doc.lemma(head) in words.untrue  # "the fall of the town is a lie"
    parted = [kid for kid in doc.kids(head, "ccomp") if not doc.kids(kid, "nsubj")]  # "reports were untrue, he said"
    if doc.lemma(head) in speech().proving:  # "rumours that the town had fallen proved to be false"
        parted += doc.kids(head, "xcomp", "obj", "obl")
    untrue = doc.token(below).rel in ("nsubj", "nsubj:outer") and any(is_untrue(doc, x) for x in (head, *parted))
    return untrue or (doc.token(below).rel in ("obj", "nsubj:pass") and doc.lemma(head) in words.rejecting)


def rejected_account(doc: Document, verb: Word) -> Word | None:
    """ "Rejects reports in the press according to which it fled", "denied what rebels published about the shelling":
    the verb that rejects the account of a clause.
    """
    spread = _spread(doc, verb)
    if spread is not None:
        return spread
    which = [kid for kid in doc.kids(verb, "obl") if doc.text(kid) == "which"]
    marked = any(doc.text(mark) == "according" for mark in doc.kids(verb, "mark"))
    if not which or not (marked or any(case.startswith("according") for kid in which for case in doc.cases(kid))):
        return None
    words = reporting()
    told = next((step for step in doc.path(verb)[1:] if doc.lemma(step) in words.claimed_nouns), None)
    head = doc.parent(told) if told is not None and doc.rel(told) == "obj" else None
    return head if head is not None and doc.lemma(head) in words.rejecting else None


def _spread(doc: Document, deed: Word) -> Word | None:
    """ "Denied what rebels published about the shelling", "no truth to what they say of it": what rejects the words."""
    tells, words = doc.parent(deed), reporting()
    if tells is None or doc.rel(deed) != "obl" or not _ON_IT & {*doc.cases(deed)}:
        return None
    what = doc.parent(tells) if doc.token(tells).rel == "acl:relcl" else None
    bare = next((kid for kid in doc.kids(tells, "obj") if doc.text(kid) == "what"), None)
    account = what is not None and (doc.text(what) == "what" or doc.lemma(what) in words.claimed_nouns)
    head = doc.parent(what) if account and what is not None else doc.parent(tells) if bare is not None else None
    if head is None:
        return None
    rejects = doc.lemma(head) in words.rejecting and not negated(doc, head)
    baseless = doc.lemma(head) in closed_classes().grounds and any(
        doc.text(kid) in NEGATION for kid in doc.kids(head, "det")
    )
    return head if rejects or baseless else None


_ON_IT = frozenset({"about", "on", "of", "regarding", "concerning"})


def called_untrue(doc: Document, deed: Word) -> Word | None:
    """ "Told them that claims that his guards had looted it were baseless": the word behind the clause that denies it.

    By the order of the words: with one "that" behind another, trees take the claims for a verb.
    """
    words = doc.words_of(deed.sentence)
    that = {word for word in words[1:] if doc.text(word) == "that" and word < deed}
    claims = [w for w, behind in pairwise(words) if behind in that and doc.lemma(w) in reporting().claimed_nouns]
    for untrue in words[deed.token + 1 :]:
        verb = next((kid for kid in doc.kids(untrue, "cop", "aux") if deed < kid), None)
        if verb is not None and is_untrue(doc, untrue):
            opening = any(claim == words[0] or doc.token(words[claim.token - 1]).xpos == "POS" for claim in claims)
            if opening and not doc.kids(untrue, "nsubj"):
                return untrue  # "Claims that the army killed them are a lie, he said", "the rebels' claim that …"
            above = {doc.parent(untrue), untrue}
            return untrue if any(claim in above or doc.parent(claim) == untrue for claim in claims) else None
    return None


def is_untrue(doc: Document, word: Word) -> bool:
    """ "Is false", "is a lie", "is not true", "nor is it true"."""
    denied = refuted(doc, word)
    facts = any(doc.lemma(kid) in speech().reality for kid in doc.kids(word, "obl", "obj"))
    if doc.lemma(word) in speech().matching and denied and facts:
        return True  # "do not correspond to reality"
    grounds = [kid for kid in doc.kids(word, "obj") if doc.lemma(kid) in closed_classes().grounds]
    refused = any(doc.text(kid) in NEGATION for ground in grounds for kid in doc.kids(ground, "det"))
    if grounds and ((doc.lemma(word) == "have" and (denied or refused)) or doc.lemma(word) == "lack"):
        return True  # "has no basis in truth", "lack any foundation"
    return bool({doc.lemma(word), doc.text(word)} & reporting().untrue) or (
        doc.lemma(word) in speech().being_true and denied
    )


def refuted(doc: Document, word: Word) -> bool:
    """ "Is not true", "nor is it true", "neither was it so": trees take the word that opens it for any part at all."""
    if any(doc.text(kid) in NEGATION for kid in doc.kids(word, "advmod")):
        return True
    verb = next(iter(doc.kids(word, "cop")), None)
    opening = [kid for kid in doc.kids(word) if doc.text(kid) in ("nor", "neither")]
    subjects = doc.kids(word, "expl", "nsubj", "csubj")
    return verb is not None and any(kid < verb and any(verb < noun for noun in subjects) for kid in opening)


def unseen(doc: Document, word: Word) -> bool:
    """ "None of the villagers saw a dead rebel", "nobody reported that they had killed him": nobody tells of it.

    What is known ("the attack", "the dead") or asked for ("who burned it") stays told.
    """
    for below, head in pairwise(doc.path(word)):
        if doc.lemma(head) in speech().noticing and is_verb(doc, head):
            clause = doc.rel(below) in ("ccomp", "xcomp") and not _asks(doc, below)
            return (clause or (doc.rel(below) == "obj" and not _known(doc, below))) and _by_none(doc, head)
        if doc.token(below).rel in ("acl:relcl", "parataxis", "advcl") or _known(doc, below):
            return False
    return False


def _by_none(doc: Document, verb: Word) -> bool:
    """Whether the subject is "nobody", "none of the …", "no witness"."""
    nouns = doc.kids(verb, "nsubj")
    return any(doc.text(kid) in NOBODY for noun in nouns for kid in (noun, *doc.kids(noun, "det")))


def _known(doc: Document, noun: Word) -> bool:
    """ "The attack", "his body": there is one; not so "the body of a rebel"."""
    if any(doc.text(det) in ("a", "an", "any") for kid in doc.kids(noun, "nmod") for det in doc.kids(kid, "det")):
        return False
    marks = doc.kids(noun, "det", "nmod:poss")
    return any(doc.text(kid) in DEFINITE or doc.token(kid).rel == "nmod:poss" for kid in marks)


def _asks(doc: Document, clause: Word) -> bool:
    return any(doc.text(kid) in INTERROGATIVES for kid in doc.kids(clause))
