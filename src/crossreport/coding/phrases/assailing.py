"""Who is no plain victim by what stands behind his noun: "a man who threw a grenade", "…, doctors in the town said".

In: a noun said to be hit. Out: whether it is an assailant's, or a speaker's whom the tree hung on the deed.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_passive
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.folk import folk
from crossreport.words.events import ontology
from crossreport.words.function_words import RELATIVES
from crossreport.words.reporting import reporting

_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "CCONJ", "PART", "ADV"})


def assails(doc: Document, noun: Word) -> bool:
    """ "Shot dead a man who threw a grenade", "three men who attacked a post were killed": no plain civilians."""
    if doc.lemma(noun) not in folk().one_who:
        return False
    return any(_strikes(doc, clause) for clause in doc.kids(noun, "acl:relcl"))


def _strikes(doc: Document, verb: Word) -> bool:
    """Whether the noun's own clause tells that he himself strikes."""
    if is_passive(doc, verb) or not any(doc.text(kid) in RELATIVES for kid in doc.kids(verb, "nsubj")):
        return False
    if doc.lemma(verb) in course().seeking:
        return any(_violent(doc, kid) for kid in doc.kids(verb, "xcomp", "advcl"))
    return _violent(doc, verb)


def _violent(doc: Document, verb: Word) -> bool:
    things = {doc.lemma(kid) for kid in doc.kids(verb, "obj")}
    if doc.lemma(verb) in arms().hurling:
        return bool(things & (arms().hand_arms | set(ontology().means["explosion"])))
    return doc.lemma(verb) in arms().assaults


def says_behind(doc: Document, noun: Word) -> bool:
    """ "…, wounding nine, medical sources in the town said": who speaks at the end of the sentence is not hit."""
    row = doc.words_of(noun.sentence)
    at = noun.token - 1
    while at >= 0 and doc.token(row[at]).upos in _PHRASE:
        at -= 1
    if at < 0 or doc.text(row[at]) != ",":
        return False
    behind = next((word for word in row[noun.token + 1 :] if doc.token(word).upos not in _PHRASE), None)
    if behind is None or doc.token(behind).upos != "VERB" or doc.lemma(behind) not in reporting().final:
        return False
    told = any(kid > behind for kid in doc.kids(behind, "ccomp", "obj", "xcomp"))  # "…, farmers said that"
    return doc.token(behind).xpos in ("VBD", "VBZ", "VBP") and not told and not doc.kids(behind, "aux")
