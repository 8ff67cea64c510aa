"""Whose fire or bomb it was by who sent it and by where it came from, where nobody is the verb's doer.

"A mine laid by the group", "shells fired from positions held by the army", "rockets from its side of the line". In: a
trigger of fire from afar. Out: the nouns of those who sent it. Refuses a country's mere soil, from which anybody may
fire, and a holder who is hit himself: those who hold a place do not shell it.
"""

from collections.abc import Iterator

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Taking
from crossreport.coding.phrases.arguments import by_phrase
from crossreport.coding.phrases.nouns import NAMELESS, actor, actors_of, any_of_kind
from crossreport.model import Mention, Reason
from crossreport.model.kinds import ARMED, ARMED_OR_STATE
from crossreport.words.classes.arms import arms
from crossreport.words.events import ontology
from crossreport.words.families import BLASTS, SHOOTING

TIE = 2  # tokens from a holder to "held", its hyphen counted


def by_senders(doc: Document, word: Word, type_: str, takings: list[Taking]) -> tuple[list[Taking], list[Reason]]:
    """The takings of a deed from afar, with those who sent what struck, and why they are named."""
    if type_ not in BLASTS | SHOOTING or any(taking.role in ("agent", "party") for taking in takings):
        return takings, []
    hit = {actor(taking.mention).id for taking in takings}
    found: list[Taking] = []
    reasons: list[Reason] = []
    for noun, mention, rule, says in _senders(doc, word, type_):
        who = actor(mention)
        if who.kind not in ARMED_OR_STATE or who.id.startswith(NAMELESS) or who.id in hit:
            continue
        if all(actor(other.mention).id != who.id for other in found):
            found.append(Taking("agent", mention, noun))
            reasons.append(Reason(rule, f"{says} {who.name}", doc.span([noun])))
    known = len({actor(taking.mention).id for taking in found if taking.role == "agent"}) == 1
    return ([*found, *takings], reasons) if known else (takings, [])


def _senders(doc: Document, word: Word, type_: str) -> Iterator[tuple[Word, Mention, str, str]]:
    """Who is said to have sent it, else who stands where it came from."""
    scope = _scope(doc, word)
    sent = [
        (noun, mention, "agent:sender", "it was sent by")
        for verb in scope
        if doc.lemma(verb) in arms().sent
        and doc.token(verb).xpos in ("VBN", "VBD")
        and doc.rel(verb) in ("acl", "advcl")
        for noun in by_phrase(doc, verb)
        for mention in actors_of(doc, noun)
    ]
    came = [
        (noun, mention, "agent:origin", "it came from where there stands")
        for noun in scope
        if "from" in doc.cases(noun) and _starts_there(doc, noun, word if type_ in BLASTS else None)
        for mention in _there(doc, noun)
    ]
    yield from sent or came


def _scope(doc: Document, word: Word) -> list[Word]:
    """The words of the trigger's clause, and of the participles that tell of the arms in it."""
    return doc.clause(doc.clause_root(word)) if doc.rel(word) != "acl" else doc.clause(doc.path(word)[1])


def _starts_there(doc: Document, noun: Word, word: Word | None) -> bool:
    """Whether fire starts there: "from" may tell where people fled from, too."""
    head = doc.parent(noun)
    while head is not None and doc.rel(noun) in ("conj", "nmod") and "from" not in doc.cases(noun):
        noun, head = head, doc.parent(head)
    if head is None:
        return False
    weapons = arms().fire.union(ontology().means["shelling"], ontology().means["air_strike"])
    case = next((kid for kid in doc.kids(noun, "case") if doc.text(kid) == "from" and kid.token), None)
    beside = case is not None and doc.lemma(Word(case.sentence, case.token - 1)) in weapons  # hung on the verb
    return head == word or beside or doc.lemma(head) in arms().sent | arms().coming_from | weapons


def _there(doc: Document, noun: Word) -> list[Mention]:
    """Who stands where fire starts: whoever holds the ground, or has positions or a side there."""
    holders = list(_holders(doc, noun))
    if not holders and doc.lemma(noun) in arms().stands and not _of_a_border(doc, noun):
        holders = [*doc.kids(noun, "amod", "compound", "nmod:poss"), *_behind(doc, noun, "of")]
        holders = holders or [noun]
    if not holders and doc.token(noun).upos == "NOUN" and any_of_kind(doc, noun, ARMED):
        holders = [noun]  # "gunfire from the group's fighters"
    return [mention for holder in holders for mention in (doc.headed(holder, "actor") or actors_of(doc, holder))]


def _holders(doc: Document, noun: Word) -> Iterator[Word]:
    for step in (noun, *_behind(doc, noun, "of")):
        for kid in doc.kids(step, "amod", "acl", "acl:relcl", "compound"):
            if doc.lemma(kid) in arms().held or doc.text(kid) in arms().held:
                yield from by_phrase(doc, kid) or doc.kids(kid, "compound", "amod", "obl", "nsubj", "obl:unmarked")
                yield from (before for before in doc.kids(step, "compound", "amod") if _tied(before, kid))
    for control in doc.kids(noun, "nmod", "acl", "obl"):
        if doc.lemma(control) in ("control", "rule") and "under" in doc.cases(control):
            yield from [*_behind(doc, control, "of"), *doc.kids(control, "nmod:poss", "amod", "compound")]


def _tied(before: Word, held: Word) -> bool:
    """ "Houthi-held": the holder stands right before the tie."""
    return 0 < held.token - before.token <= TIE


def _behind(doc: Document, noun: Word, preposition: str) -> list[Word]:
    return [part for kid in doc.kids(noun, "nmod") if preposition in doc.cases(kid) for part in doc.expand(kid)]


def _of_a_border(doc: Document, noun: Word) -> bool:
    """ "From the Lebanese side of the border": a state's ground, not its men."""
    return any(doc.lemma(kid) in ("border", "frontier", "fence") for kid in _behind(doc, noun, "of"))
