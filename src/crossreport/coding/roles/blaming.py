"""At whose door a page lays a deed: "blamed X", "held X responsible", "X was behind it", "the work of X".

In: a page. Out: the words by which somebody is held to have done it, the nouns for him, and the noun for the deed if
there is one. Refuses what is denied, doubted ("may be"), or only said at first.
"""

from collections.abc import Iterator

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_passive, obliques, patients, subjects
from crossreport.coding.status.negation import negated
from crossreport.words.reporting import reporting

Blame = tuple[Word, list[Word], list[Word]]  # where it is laid, whom it is laid on, what for

_ON = ("on", "to", "upon", "at", "with")


def laid_at(doc: Document) -> Iterator[Blame]:
    """Every blame that stands, in reading order."""
    for word in doc.words():
        if doc.token(word).upos in ("VERB", "ADJ", "NOUN") and not _taken_back(doc, word):
            for whom, deed in (laid(doc, word), _bears(doc, word), _is_behind(doc, word), _signed(doc, word)):
                if whom:
                    yield word, whom, deed
                    break


def _taken_back(doc: Document, word: Word) -> bool:
    """Whether it is denied, asked, doubted, or only said at first."""
    above, words = doc.path(word), reporting().blame
    first = any(doc.text(kid) in words.at_first for step in above for kid in doc.kids(step, "advmod") if kid < word)
    maybe = reporting().status["hypothetical"].auxiliaries | reporting().status["planned"].auxiliaries
    doubted = any(doc.text(kid) in maybe for kid in doc.kids(word, "aux"))
    asked = words.asking | reporting().rejecting | {"doubt"}
    return first or doubted or negated(doc, word) or any(doc.lemma(step) in asked for step in above[1:])


def laid(doc: Document, verb: Word) -> tuple[list[Word], list[Word]]:
    """ "Blamed X for it", "pinned the blame on X", "attributed it to X", "held X responsible", "blame fell on X"."""
    lemma, words = doc.lemma(verb), reporting().blame
    if doc.token(verb).upos != "VERB":
        return [], []
    things = patients(doc, verb)
    if lemma == "fall" and any(doc.lemma(noun) in words.guilt for noun in subjects(doc, verb)):
        guilt = subjects(doc, verb)
        return obliques(doc, verb, "on", "upon"), [part for noun in guilt for part in obliques(doc, noun, "for")]
    if lemma in words.lay:
        on = obliques(doc, verb, *_ON)
        guilt = [noun for noun in things if doc.lemma(noun) in words.guilt]
        if guilt:
            return on, [*obliques(doc, verb, "for"), *(part for noun in guilt for part in obliques(doc, noun, "for"))]
        if on and lemma not in ("lay", "put", "place", "pin"):
            return on, things
        return (things, obliques(doc, verb, "for")) if lemma == "blame" else ([], [])
    if lemma in words.hold and any(
        doc.lemma(kid) in words.answers for kid in doc.kids(verb, "xcomp", "obj", "amod", "ccomp")
    ):
        answers = [kid for kid in doc.kids(verb, "xcomp", "amod", "ccomp") if doc.lemma(kid) in words.answers]
        held = [noun for noun in things if doc.lemma(noun) not in words.answers]
        held += [noun for kid in answers for noun in doc.kids(kid, "nsubj")]
        return held, [part for kid in [verb, *answers] for part in obliques(doc, kid, "for")]
    if lemma in reporting().blaming - words.lay and not is_passive(doc, verb):
        return things, obliques(doc, verb, "of", "over", "in")
    return [], []


def _bears(doc: Document, verb: Word) -> tuple[list[Word], list[Word]]:
    """ "X bears the responsibility for it", said by others."""
    words = reporting().blame
    guilt = [noun for noun in doc.kids(verb, "obj") if doc.lemma(noun) in words.guilt]
    if doc.lemma(verb) not in words.bear or not guilt:
        return [], []
    return subjects(doc, verb), [part for noun in guilt for part in obliques(doc, noun, "for")]


def _is_behind(doc: Document, word: Word) -> tuple[list[Word], list[Word]]:
    """ "X was behind the attack", "X is believed to be responsible": said by others; the side's own word is a claim."""
    behind = "behind" in doc.cases(word) and bool(doc.kids(word, "cop"))
    answers = doc.lemma(word) == "responsible" and doc.token(word).upos == "ADJ"
    head = doc.parent(word)
    if not (behind or answers) or doc.rel(word) in ("amod", "acl"):
        return [], []
    if head is not None and doc.rel(word) == "xcomp" and doc.lemma(head) in reporting().blame.hold:
        return [], []
    whom = subjects(doc, word) or (doc.kids(head, "nsubj") if head is not None and doc.rel(word) == "xcomp" else [])
    return whom, [word] if behind else obliques(doc, word, "for")


def _signed(doc: Document, word: Word) -> tuple[list[Word], list[Word]]:
    """ "The attack bore the hallmarks of X", "it is thought to be the work of X"."""
    if doc.lemma(word) not in reporting().blame.signs or doc.token(word).upos != "NOUN":
        return [], []
    head = doc.parent(word)
    whose = [*obliques(doc, word, "of"), *doc.kids(word, "nmod:poss")]
    if head is not None and doc.lemma(head) in ("bear", "carry", "have", "show") and doc.rel(word) == "obj":
        return whose, subjects(doc, head)
    if doc.kids(word, "cop"):
        passive = doc.kids(head, "nsubj") if head is not None and doc.rel(word) in ("xcomp", "ccomp") else []
        return whose, doc.kids(word, "nsubj") or passive
    return [], []
