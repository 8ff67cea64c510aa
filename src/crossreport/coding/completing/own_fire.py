"""Whose fire it was that a side tells to have hit its foes: "twelve militants died in an air strike, the army said".

In: a draft of shelling or of an air strike without a doer, and the side whose voice tells it. Out: whether it was that
side's. Refuses where the foes are none, where another force is named in the sentence, or where the sentences right
before tell of another's fire: allies speak of each other's strikes, too.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import is_passive, subjects
from crossreport.coding.phrases.nouns import actors_of
from crossreport.model import Actor
from crossreport.model.kinds import ARMED_OR_STATE, GOVERNMENT
from crossreport.words.events import ontology, triggers
from crossreport.words.families import FIRE

_BEFORE = 2  # sentences back in which another's fire may be what is told on


def own_fire(doc: Document, draft: Draft, drafts: list[Draft], side: Actor) -> bool:
    """Whether the fire is the teller's own; who is hit has been found to be his foe."""
    if draft.type not in FIRE or not all(_by_fire_alone(doc, word) for word in draft.words):
        return False
    known = {*draft.ids("target", "victim"), side.id}
    for mention in doc.mentions:
        head, who = doc.word_of(mention), mention.value
        if not isinstance(who, Actor) or head is None or head.sentence != draft.word.sentence:
            continue
        if who.kind in ARMED_OR_STATE and not _of_side(who, side, known):
            return False
    return not any(
        0 <= draft.word.sentence - word.sentence <= _BEFORE and other.ids("agent", "party") - {side.id}
        for other in drafts
        if other is not draft and other.type in FORCE
        for word in other.words
        if word < draft.word
    )


def _of_side(who: Actor, side: Actor, known: set[str]) -> bool:
    """The side itself, its state, or those who are hit."""
    return who.id in known or ({who.kind, side.kind} <= GOVERNMENT and who.country == side.country)


def _by_fire_alone(doc: Document, word: Word) -> bool:
    """ "Were killed in an air strike", "air strikes have killed two": nobody has done it but the fire."""
    if doc.token(word).upos != "VERB" or is_passive(doc, word) or doc.lemma(word) in ontology().tolls["killed"].patient:
        return True
    return all(("noun", doc.lemma(noun)) in triggers() and not actors_of(doc, noun) for noun in subjects(doc, word))
