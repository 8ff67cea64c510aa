"""One person without a number: "the commander was killed", "shot the boy dead" count one.

A name never becomes the words of a figure: the figure of a named person opens the verb that tells the fate.
"""

from crossreport.coding.counts.fates import found_so, hurt_measure, single_measure, suffers_hurt
from crossreport.coding.counts.lists import is_person
from crossreport.coding.counts.losses import to_death
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import doers, is_verb, patients
from crossreport.coding.phrases.nouns import agentive
from crossreport.model import Mention, Quantity, content_id
from crossreport.model.measures import CAPTIVES, HARM
from crossreport.words.events import ontology
from crossreport.words.numerals import UP_TO_TWELFTH

RULE = "one"
MEASURES = HARM | CAPTIVES


def told_ones(doc: Document) -> list[tuple[Mention, Word, str, Word]]:
    """A mention of one, the person's noun, the fate and its verb, for each verb that hits one person."""
    found: list[tuple[Mention, Word, str, Word]] = []
    for verb in doc.words():
        measure = _measure(doc, verb) if is_verb(doc, verb) else None
        if measure not in MEASURES or measure is None:
            continue
        for noun in [*_hit(doc, verb), *_pronouns(doc, verb)]:
            if _single(doc, noun) or noun in _pronouns(doc, verb) or _another(doc, noun) or _with_others(doc, noun):
                found.append((_mention(doc, noun, verb), noun, measure, verb))
    return found


def _measure(doc: Document, verb: Word) -> str | None:
    if suffers_hurt(doc, verb):
        return hurt_measure(doc, verb)
    return "killed" if to_death(doc, verb) else single_measure(doc, verb) or found_so(doc, verb)


def _hit(doc: Document, verb: Word) -> list[Word]:
    if doc.lemma(verb) in ontology().tolls["killed"].patient or suffers_hurt(doc, verb):
        return doers(doc, verb)
    if is_headline(doc, verb):
        return doc.kids(verb, "nsubj")
    whole = patients(doc, verb)
    whole += [kid for noun in whole for kid in doc.kids(noun, "conj") if kid not in whole]
    return [*whole, *(kid for kid in doc.kids(verb, "obl:unmarked") if _another(doc, kid))]


def is_headline(doc: Document, verb: Word) -> bool:
    """ "Teacher killed in Maiduguri": headlines leave out article and auxiliary."""
    own = doc.kids(verb, "nsubj", "obj", "aux", "ccomp", "xcomp", "det")
    return (
        len(own) == 1
        and doc.rel(own[0]) == "nsubj"
        and doc.token(verb).xpos in ("VBD", "VBN")
        and doc.token(verb).rel == "root"
        and not doc.kids(own[0], "det", "nmod:poss", "nummod")
    )


def _single(doc: Document, noun: Word) -> bool:
    """One person by name or by a noun in the singular, alone and not counted by a number."""
    if doc.covering(noun, "quantity") or doc.kids(noun, "nummod") or doc.token(noun).xpos not in ("NN", "NNP"):
        return False
    if any(doc.text(kid) in ("no", "any", "every", "each") for kid in doc.kids(noun, "det")):
        return False
    kin = doc.lemma(noun) in ontology().classes["kin"]
    return kin or is_person(doc, noun) or agentive(doc, noun) or bool(doc.headed(noun, "person"))


def _with_others(doc: Document, noun: Word) -> bool:
    """ "He and his driver were killed": one of those who died together, told of before by name or not."""
    others = [kid for kid in doc.kids(noun, "conj") if is_person(doc, kid) or doc.headed(kid, "person")]
    return doc.text(noun) in ("he", "she") and bool(others)


def top_of_row(doc: Document, noun: Word) -> Word:
    """The first of those with whom a noun stands in one row: "a priest, two nuns and a cook"."""
    while doc.rel(noun) == "conj" and (head := doc.parent(noun)) is not None and doc.token(head).upos in _NAMING:
        noun = head
    return noun


_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def _another(doc: Document, noun: Word) -> bool:
    """ "Two were killed and another wounded", "shot two and wounded a third": one more."""
    counted = doc.text(noun) in NEXT and any(doc.text(kid) == "a" for kid in doc.kids(noun, "det"))
    return (counted or doc.text(noun) == "another") and not doc.covering(noun, "quantity")


def one_more(doc: Document, noun: Word) -> bool:
    """ "A fourth soldier died", "an eighth died": beside those counted before, none of them."""
    return which(doc, noun) > 0 and any(doc.text(kid) in ("a", "an") for kid in doc.kids(noun, "det"))


def which(doc: Document, noun: Word) -> int:
    """Four for "a fourth soldier" and "a fourth"; 0 if nobody is counted so."""
    named = (doc.text(word) for word in (noun, *doc.kids(noun, "amod")))
    return next((UP_TO_TWELFTH[text] for text in named if text in NEXT), 0)


NEXT = frozenset(UP_TO_TWELFTH) - {"first"}


def _pronouns(doc: Document, verb: Word) -> list[Word]:
    """ "Killing him": the one told before in the sentence, whom no number counts."""
    return [kid for kid in doc.kids(verb, "obj") if doc.text(kid) in ("him", "her")]


def _mention(doc: Document, noun: Word, verb: Word) -> Mention:
    at = noun if doc.token(noun).xpos == "NN" and not doc.covering(noun, "person") else verb
    span = doc.span([at])
    one = Quantity(1, 1, 1, "exact", span.quote, None, RULE)
    id_ = content_id("mention", doc.page.id, "quantity", span.start, span.end)
    return Mention(id_, doc.page.id, "quantity", span, one, (), (), doc.token(at).start)
