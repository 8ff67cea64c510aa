"""Whether violence to come is a menace: done in one's own name to whoever does something, or if something is done.

In: a verb in the future. Out: whether it threatens. A named plan ("we will attack the town on Friday") is a plan.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import doers, is_passive, patients
from crossreport.words.classes.speech import speech
from crossreport.words.events import ontology, triggers
from crossreport.words.function_words import POSSESSIVES, SUBJECTS, WILL

_HARM = FORCE | {"looting_destruction", "killing", "execution", "abduction", "attack_on_civilians", "siege_blockade"}
_MILD = frozenset({"prisoner_exchange_release", "aid_delivery", "agreement", "visit_meeting", "sanction"})
_WHOEVER = frozenset(
    {"any", "every", "anyone", "anybody", "everyone", "everybody", "whoever", "whomever", "all", "those"}
)


def menaces(doc: Document, verb: Word) -> bool:
    """ "We will shoot anyone who pays", "any driver who pays will be shot", "it would burn the town if they came"."""
    things = {doc.lemma(noun) for noun in doc.kids(verb, "obj", "nsubj:pass")}
    meant = [each for each in triggers().get(("verb", doc.lemma(verb)), ()) if not each.object or things]
    types = {each.type for each in meant if not each.object or each.type not in _MILD or _asked(each.object, things)}
    if not types & _HARM or types & _MILD or doc.token(verb).upos != "VERB":
        return False
    suffers = patients(doc, verb)
    whoever = any(
        doc.text(w) in _WHOEVER and any(doc.rel(each) == "acl" for each in doc.subtree(noun))
        for noun in suffers
        for w in (noun, *doc.kids(noun, "det"))
    )
    if whoever or otherwise(doc, verb) or (is_passive(doc, verb) and _warned(doc, verb)):
        return True
    return _in_own_name(doc, verb) and any(
        doc.text(mark) in ("if", "unless") for clause in doc.kids(verb, "advcl") for mark in doc.kids(clause, "mark")
    )


def otherwise(doc: Document, verb: Word) -> bool:
    """ "Told them to leave, otherwise they would be attacked", "must pay or else be shot": what is menaced."""
    aux = {doc.text(kid) for kid in doc.kids(verb, "aux")}
    bare = aux <= {"be"} and (bool(aux) or doc.token(verb).xpos == "VB")  # "told them to pay or be shot"
    if not bare and not aux & WILL:
        return False
    or_else = any(doc.text(kid) in ("otherwise", "else") for kid in doc.kids(verb, "advmod", "cc", "mark", "fixed"))
    asked = next((step for step in doc.path(verb)[1:] if doc.lemma(step) in speech().warning), None)
    either = any(doc.text(kid) == "or" for kid in doc.kids(verb, "cc")) and doc.rel(verb) == "conj"
    return or_else or (either and asked is not None)


def _asked(classes: frozenset[str], things: set[str]) -> bool:
    """ "Strike a deal" is mild, "strike the port" is not."""
    named = classes.union(*(ontology().classes.get(name, frozenset()) for name in classes))
    return bool(named & things) or bool(classes & {"people", "actor", "person", "armed", "noun", "place", "civilians"})


def backed_by_menace(doc: Document, asking: Word) -> bool:
    """ "Told the teachers to stay away or they would be killed": a demand with harm behind it is a threat."""
    behind = [step for step in doc.subtree(asking) if step > asking and doc.token(step).upos == "VERB"]
    return any(otherwise(doc, step) and _harms(doc, step) for step in behind)


def _harms(doc: Document, verb: Word) -> bool:
    types = {each.type for each in triggers().get(("verb", doc.lemma(verb)), ())}
    return bool(types & _HARM) or doc.lemma(verb) in ontology().tolls["killed"].verbs or _suffers(doc, verb)


def _suffers(doc: Document, verb: Word) -> bool:
    """ "Or face death", "otherwise they will die", "or suffer the consequences"."""
    return doc.lemma(verb) in ("die", "suffer", "face", "regret", "pay", "perish", "punish")


def menacer(doc: Document, verb: Word) -> list[Word]:
    """Who warns of it, where the verb of warning governs the menace."""
    asked = next((step for step in doc.path(verb)[1:] if doc.lemma(step) in speech().warning), None)
    return doc.kids(asked, "nsubj") if asked is not None else []


def _warned(doc: Document, verb: Word) -> bool:
    """ "Warned the clans that their wells will be blown up": by whom, the warning leaves no doubt."""
    head = doc.parent(verb)
    told = head is not None and doc.lemma(head) in ("warn", "threaten", "caution") and doc.rel(verb) == "ccomp"
    return told and head is not None and bool(doc.kids(head, "obj", "iobj")) and not doers(doc, verb)


def _in_own_name(doc: Document, verb: Word) -> bool:
    """Whether whoever speaks will do it, by "we" or with "its fighters"."""
    return any(
        doc.text(noun) in SUBJECTS
        or any(doc.text(kid) in POSSESSIVES | {"our", "my"} for kid in doc.kids(noun, "nmod:poss"))
        for noun in (*doc.kids(verb, "nsubj"), *doers(doc, verb))
    )
