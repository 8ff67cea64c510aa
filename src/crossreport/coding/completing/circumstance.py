"""Whose deed it was by the clause that tells how it came: "four were killed when gunmen burst into a wake".

In: the joined drafts of a page. Out: the same; harm without a doer has the armed subject of its "when" or "as" clause.
Refuses those who only come to it afterwards or leave, and those who are hit themselves.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.phrases.arguments import is_passive
from crossreport.coding.phrases.nouns import NAMELESS, actor, actors_of
from crossreport.coding.status.negation import negated
from crossreport.model import Mention, Reason
from crossreport.model.kinds import ARMED
from crossreport.words.classes.harm import harm

_HARM = frozenset({"attack_on_civilians", "killing", "armed_clash", "abduction", "execution", "looting_destruction"})
_HOW = frozenset({"when", "as", "after"})


def by_circumstance(doc: Document, drafts: list[Draft]) -> None:
    """Give harm that nobody is said to have done the armed subject of the clause that tells how it came."""
    for draft in drafts:
        if draft.type not in _HARM or draft.status != "happened" or draft.ids("agent", "party"):
            continue
        found = [(who, clause) for word in draft.words for clause in _how(doc, word) for who in _came(doc, clause)]
        if draft.toll_only and any(_told_before(doc, who) for who, _ in found):
            continue
        hit = draft.ids("target", "victim")
        doers = [(who, clause) for who, clause in found if actor(who).id not in hit]
        if doers and len(doers) == len(found) and len({actor(who).id for who, _ in doers}) == 1:
            who, clause = doers[0]
            draft.takings = [Taking("agent", who, clause), *draft.takings]
            says = f"named in the clause that tells how it came: {doc.token(clause).text!r}"
            draft.reasons.append(Reason("agent:circumstance", says, who.span))


def _how(doc: Document, word: Word) -> list[Word]:
    """The clauses beside a verb that tell how it came to that."""
    verbs = [word]
    head = doc.parent(word)
    if head is not None and doc.token(word).upos != "VERB" and doc.token(head).upos == "VERB":
        verbs.append(head)  # "suffered wounds when …"
    return [
        clause
        for verb in verbs
        for clause in doc.kids(verb, "advcl")
        if clause > verb and any(doc.text(mark) in _HOW for mark in doc.kids(clause, "mark", "advmod"))
    ]


def _came(doc: Document, clause: Word) -> list[Mention]:
    """The armed subject of such a clause, if he acts in it."""
    if doc.token(clause).upos != "VERB" or is_passive(doc, clause) or negated(doc, clause):
        return []
    if doc.lemma(clause) in harm().harmless or any(doc.text(kid) == "had" for kid in doc.kids(clause, "aux")):
        return []
    nouns = [other for kid in doc.kids(clause, "nsubj") if doc.token(kid).upos != "PRON" for other in doc.expand(kid)]
    return [m for noun in nouns for m in actors_of(doc, noun)[:1] if _armed(m)]


def _told_before(doc: Document, who: Mention) -> bool:
    """ "Five men died when the soldiers fired": soldiers, and a deed, of which the page has told; its toll, no deed."""
    head = doc.word_of(who)
    return head is not None and doc.definite(head)


def _armed(mention: Mention) -> bool:
    return actor(mention).kind in ARMED or actor(mention).id.startswith(NAMELESS)
