"""Whose deed it was by what it was a part of: "the sorties destroyed two depots", "were killed in the strikes".

In: the joined drafts of a page in reading order. Out: the same; harm without a doer that is told as done in, or by,
"the strikes" has the one doer of those strikes, told before. Refuses strikes of which several were told with other
doers, deeds of another kind, and doers who are hit themselves.
"""

from crossreport.coding.events.retelling import is_known
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import subjects
from crossreport.coding.phrases.nouns import NAMELESS, actor
from crossreport.model import Reason
from crossreport.model.kinds import ARMED_OR_STATE
from crossreport.model.statuses import DONE
from crossreport.words.classes.arms import arms
from crossreport.words.events import ontology, triggers
from crossreport.words.families import ON_THINGS

BACK = 5  # sentences back to the deed; set on probe pages of own writing
_HARM = FORCE | ON_THINGS
_WITHIN = frozenset({"in", "during", "by", "from", "amid", "through"})


def by_the_strikes(doc: Document, ordered: list[Draft]) -> None:
    """Give harm without a doer the doer of the deed in which it was done."""
    for index, draft in enumerate(ordered):
        if draft.type not in _HARM or draft.status not in DONE or draft.ids("agent", "party"):
            continue
        noun = next((noun for word in draft.words for noun in _in_what(doc, word)), None)
        taking = _doer_of(doc, noun, ordered[:index]) if noun is not None else None
        if noun is None or taking is None or actor(taking.mention).id in draft.ids("target", "victim"):
            continue
        draft.takings = [Taking("agent", taking.mention, noun), *draft.takings]
        says = f"done in {doc.text(noun)!r}, which were {actor(taking.mention).name}'s"
        draft.reasons.append(Reason("agent:within", says, taking.mention.span))


def _in_what(doc: Document, word: Word) -> list[Word]:
    """The deeds told before in or by which it was done, or itself; "the attack of 15 January" may be another one."""
    steps = [word]
    while (head := doc.parent(steps[-1])) is not None and doc.rel(steps[-1]) in _CHAIN and len(steps) < len(_CHAIN):
        steps.append(head)  # "resulted in killing"
    nouns = [kid for step in steps for kid in doc.kids(step, "obl") if _WITHIN & set(doc.cases(kid))]
    nouns += [noun for step in steps if doc.token(step).upos == "VERB" for noun in subjects(doc, step)]
    nouns += [word] if doc.token(word).upos == "NOUN" else []
    devices = ontology().means["explosion"]  # "the bomb" is none of the deeds
    deeds = [noun for noun in nouns if ("noun", doc.lemma(noun)) in triggers() and doc.lemma(noun) not in devices]
    return [noun for noun in deeds if is_known(doc, noun) and not doc.kids(noun, "nmod", "acl", "nummod")]


_CHAIN = ("advcl", "conj", "xcomp", "obl")


def _doer_of(doc: Document, noun: Word, before: list[Draft]) -> Taking | None:
    """The one doer of the deeds of that name told before, near enough; None where several have done them."""
    lemma = doc.lemma(noun)
    types = {trigger.type for trigger in triggers()["noun", lemma]} & _HARM
    found: dict[str, Taking] = {}
    for draft in before:
        fits = draft.type in (FORCE if lemma in arms().any_attack else types) and draft.part == doc.part(noun)
        told = any(word < noun and noun.sentence - word.sentence <= BACK for word in draft.words)
        if not (fits and told) or draft.status not in DONE:
            continue
        doers = [taking for taking in draft.takings if taking.role in ("agent", "party")]
        found.update({actor(taking.mention).id: taking for taking in doers})
    if len(found) != 1:
        return None
    (taking,) = found.values()
    who = actor(taking.mention)
    return taking if who.kind in ARMED_OR_STATE and not who.id.startswith(NAMELESS) else None
