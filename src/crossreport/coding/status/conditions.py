"""Whether a happening stands under an "if", an "until" or a "stop from": then nobody says that it happened."""

from collections.abc import Mapping

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_verb
from crossreport.coding.phrases.governing import REACH, governors
from crossreport.coding.phrases.tenses import indefinite
from crossreport.coding.status.negation import NEGATION
from crossreport.words.classes.course import course
from crossreport.words.classes.speech import speech
from crossreport.words.closed_classes import closed_classes
from crossreport.words.function_words import DEFINITE, IS, POSSESSIVES, WILL
from crossreport.words.reporting import reporting


def conditional(doc: Document, word: Word) -> Word | None:
    """The "if" of a condition that the happening stands in."""
    for step in doc.path(word)[:REACH]:
        for kid in doc.kids(step, "mark"):
            if doc.text(kid) in ("if", "unless", "lest") or (doc.text(kid) == "whether" and _open(doc, word, step)):
                return kid
            if doc.text(kid) in ("until", "till", "once") and _now(doc, step):
                return kid
            if doc.text(kid) == "before" and (
                doc.token(step).xpos == "VBZ" or any(doc.text(be) in IS for be in doc.kids(step, "aux"))
            ):
                return kid
        if doc.rel(step) not in ("advcl", "conj", "obj", "xcomp", "nmod", "obl", "nsubj"):
            break
    if is_verb(doc, word) and _now(doc, word):  # "until the raids stop and the siege is lifted": trees part the two
        before = doc.words_of(word.sentence)[: word.token]
        return next((other for other in before if doc.text(other) in ("until", "till")), None)
    return None


def own_condition(doc: Document, word: Word) -> Word | None:
    """The "if" of the verb's own clause: what it says stays open, whatever the clause above demands or plans."""
    marks = doc.kids(word, "mark", "advmod") if is_verb(doc, word) else []
    if is_verb(doc, word) and (turned := _turned_round(doc, word)) is not None:
        return turned
    if is_verb(doc, word) and (whoever := _of_whoever(doc, word)) is not None:
        return whoever
    head = doc.parent(word)
    awaited = head is not None and doc.token(word).xpos in ("VBZ", "VBP") and doc.rel(word) == "advcl"
    awaited = awaited and head is not None and any(doc.text(kid) in _MODALS for kid in doc.kids(head, "aux"))
    open_ = (
        "if",
        "unless",
        "lest",
        *(("when", "once", "until", "before") if awaited else ()),
    )  # "will, when they disarm"
    return next((kid for kid in marks if doc.text(kid) in open_), None)


def _of_whoever(doc: Document, verb: Word) -> Word | None:
    """ "Any patrol that enters the town will be attacked", "police who beat marchers will be tried": an "if" of whom.

    Of those who are known ("the rebels who hold Goma will be driven out") it tells what they do.
    """
    noun = doc.parent(verb)
    done = any(doc.token(kid).xpos == "VBG" or doc.lemma(kid) == "have" for kid in (verb, *doc.kids(verb, "aux")))
    if noun is None or doc.token(verb).rel != "acl:relcl" or done or not _now(doc, verb) or _apart(doc, verb):
        return None
    while doc.rel(noun) in ("nmod", "conj") and (above := doc.parent(noun)) is not None:
        noun = above  # "any vehicle of the army that enters"
    whom = {doc.text(noun), *(doc.text(kid) for kid in doc.kids(noun, "det", "nmod:poss"))}
    head = doc.parent(noun)
    if head is None or doc.rel(noun) not in ("nsubj", "obj") or whom & (DEFINITE | POSSESSIVES) - _THOSE:
        return None
    named = doc.token(noun).xpos.startswith("NNP") or doc.token(noun).xpos == "PRP"
    coming = next((kid for kid in doc.kids(head, "aux") if doc.text(kid) in WILL | _MODALS), None)
    return None if named else coming


_THOSE = frozenset({"those"})


def _apart(doc: Document, clause: Word) -> bool:
    """Whether a comma parts a clause from its noun: then it tells something of them, not who is meant."""
    first = min(doc.subtree(clause), key=lambda word: word.token)
    return first.token > 0 and doc.text(Word(first.sentence, first.token - 1)) == ","


def _turned_round(doc: Document, verb: Word) -> Word | None:
    """ "Would have killed dozens had it gone off", "should they attack, …": an "if" told by the order of words."""
    nouns = [kid for kid in doc.kids(verb, "nsubj") if kid < verb]
    first = next((kid for kid in doc.kids(verb, "aux") if nouns and kid < nouns[0]), None)
    asks = any(doc.text(w) == "?" for w in doc.words_of(verb.sentence)[-2:])
    if first is None or doc.text(first) not in ("had", "should", "were") or asks:
        return None
    return first if doc.rel(verb) in ("advcl", "ccomp", "conj", "parataxis") else None


def awaits_proof(doc: Document, word: Word) -> Word | None:
    """The "if" of "if confirmed, his death would be a blow": it has been said, and nobody knows yet."""
    above = doc.parent(word) if doc.rel(word) == "nsubj" else None
    for head in (word, above):
        for clause in doc.kids(head, "advcl") if head is not None else []:
            found = next((kid for kid in doc.kids(clause, "mark") if doc.text(kid) == "if"), None)
            if found is not None and doc.text(clause) in speech().proven and not doc.kids(clause, "nsubj"):
                return found
    return None


_MODALS = frozenset({"will", "would", "shall", "can", "could", "may", "might", "must", "should"})


def _open(doc: Document, word: Word, asked: Word) -> bool:
    """ "Whether it was shot down" leaves the deed open, "whether the raid killed anybody" not the raid."""
    brought = doc.rel(word) == "nmod" and doc.lemma(asked) in course().outcomes and asked in doc.path(word)
    return word == asked or brought or (doc.rel(word) == "obj" and indefinite(doc, word))


def _now(doc: Document, verb: Word) -> bool:
    """Whether a clause is in the present: "until the siege is lifted" tells of no lifting."""
    forms = [verb, *doc.kids(verb, "aux", "cop")]
    return any(doc.token(form).xpos in ("VBZ", "VBP") for form in forms)


def supposed(doc: Document, word: Word) -> Word | None:
    """ "Seizing the port will cut the road", "a fall of the town could lead to killings": what would come of it.

    The word that says so. Of a noun that has its day ("the fall of the town on Monday could …") or that is said to take
    place it tells nothing, and what "will not go unpunished" has been done.
    """
    head = doc.parent(word)
    if head is None or (is_verb(doc, word) and doc.token(word).xpos != "VBG"):
        return None
    modals = {doc.text(kid): kid for kid in doc.kids(head, "aux")}
    if doc.token(word).xpos == "VBG" and is_verb(doc, word):
        will = None if any(doc.text(kid) in NEGATION for kid in doc.kids(head, "advmod")) else modals.get("will")
        ahead = doc.rel(word) in ("csubj", "nsubj") and word < head
        return (_modal(modals) or will) if ahead else None
    if not is_verb(doc, head):
        return None
    if doc.lemma(head) == "lead" and doc.rel(word) == "obl" and "to" in doc.cases(word):
        return _modal({text: kid for text, kid in modals.items() if text != "would"})
    happens = doc.lemma(head) in closed_classes().occurrence | closed_classes().beginning
    past = any(doc.lemma(kid) in ("have", "be") for kid in modals.values()) or bool(doc.kids(head, "cop"))
    if doc.token(word).rel != "nsubj" or happens or past or _dated(doc, word):
        return None
    some = any(doc.text(kid) in ("a", "an", "any", "another") for kid in doc.kids(word, "det"))
    taking = "would" in modals and doc.lemma(word) in course().changing_hands
    return _modal(modals) if some or taking else None


def _modal(modals: Mapping[str, Word]) -> Word | None:
    return next((modals[text] for text in ("would", "could", "might", "may") if text in modals), None)


def _dated(doc: Document, noun: Word) -> bool:
    return any(doc.covering(kid, "time") for kid in doc.subtree(noun))


def held_off(doc: Document, word: Word) -> bool:
    """ "Stop them from fleeing", "warned against letting them flee": it is not to happen."""
    for step in doc.path(word)[:2]:
        marks = {doc.text(kid) for kid in doc.kids(step, "mark", "case")}
        head = doc.parent(step)
        if doc.token(step).xpos == "VBG" and "against" in marks:
            return True
        if "from" in marks and head is not None and doc.lemma(head) in reporting().status["hypothetical"].verbs:
            return True
    return False


def feared(doc: Document, word: Word) -> Word | None:
    """ "Residents fear that soldiers will attack the village": the verb of those who fear it; it is no plan."""
    for head, below in governors(doc, word):
        afraid = doc.lemma(head) in speech().fearing or doc.text(head) in ("afraid", "worried", "concerned")
        ahead = {doc.text(kid) for kid in doc.kids(below, "aux")} & {"will", "would", "may", "might", "could", "'ll"}
        if afraid and ahead and doc.token(below).rel.split(":")[0] in ("ccomp", "acl", "advcl"):
            return head
    return None
