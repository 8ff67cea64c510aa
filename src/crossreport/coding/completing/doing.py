"""Whose deed it was where its own sentence names nobody: of the one force that acted on the ground just before.

"Fighters of the group stormed the village. Twelve people were taken away." In: the joined drafts of a page in reading
order; what is found goes into their takings, with a reason. Refuses wherever a second force, another place, another
cause or another time stands between the two: a wrong culprit is worse than none.
"""

from crossreport.coding.completing.closing_in import closing_in
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.phrases.arguments import is_passive
from crossreport.coding.phrases.capacity import COMMUNITY
from crossreport.coding.phrases.nouns import actor
from crossreport.coding.settings.shared import block_of, inherited
from crossreport.model import Actor
from crossreport.model.kinds import ARMED, ARMED_OR_STATE, STATELY
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.events import ontology, triggers
from crossreport.words.families import SEIZURES, SHOOTING

BEHIND = 2  # sentences behind a deed in which passives still tell what its doer did
# Deeds done by hand where the doer stands: raids, seizures, what is done to people there.
_ON_GROUND = frozenset(
    {"offensive", "territory_taken", "attack_on_civilians", "looting_destruction", "abduction", "arrest", "execution"}
    | {"killing", "sexual_violence", "displacement_evacuation", "weapons_seized_or_destroyed"}
)
_LEFT_OPEN = _ON_GROUND - {"offensive", "territory_taken", "displacement_evacuation"}
_STOPPED = frozenset({"siege_blockade"})  # behind which passives tell what those did who block the road
# Of these, the ones that a fight for the place leaves open: whose shots they were, nobody says.
_IN_FIGHT = frozenset({"attack_on_civilians", "killing", "weapons_seized_or_destroyed"})
_FIGHTS = frozenset({"offensive", "territory_taken"})
_BY_THEM = SHOOTING  # … behind which a "they" are its doers
_CAUSES = frozenset({"in", "by", "from", "during", "after", "amid", "following", "when", "under", "with"})
_TIMED = frozenset({"when", "after", "before", "as", "while", "since"})
_HIMSELF = frozenset({"he", "she", "they"})
_HAND = ARMED_OR_STATE  # a government is a side as its rebels are


def hand_on_doers(doc: Document, ordered: list[Draft]) -> None:
    """Give deeds without a doer the one that acted right before them."""
    for index, draft in enumerate(ordered):
        if draft.type in _LEFT_OPEN and draft.status == "happened" and not draft.ids("agent", "party"):
            before = _last_before(doc, draft, ordered[:index])
            taking = _one_doer(before) if before is not None else None
            if before is not None and taking is not None and _may_be_his(doc, draft, before, taking):
                draft.takings = [*draft.takings, Taking("agent", taking.mention, taking.noun)]
                draft.reasons.append(inherited("agent", f"{before.span.quote!r} just before", taking.mention))


def _last_before(doc: Document, draft: Draft, before: list[Draft]) -> Draft | None:
    """The deed told last, or what forces did on the spot that is none: "soldiers surrounded the house"."""
    told = _just_before(doc, draft, before)
    deed = told[-1] if told else None
    closed = closing_in(doc, draft.words[0], BEHIND)
    if closed is None or (deed is not None and closed.word < deed.words[-1]):
        return deed
    return closed


def _just_before(doc: Document, draft: Draft, before: list[Draft]) -> list[Draft]:
    """What the paragraph has told in the sentences right before, the last told last."""
    here = draft.words[0]
    told = [(max((word for word in other.words if word < here), default=other.word), other) for other in before]
    near = [
        (last, other)
        for last, other in told
        if block_of(doc, last) == block_of(doc, here) and here.sentence - last.sentence <= BEHIND
    ]
    return [other for _, other in sorted(near, key=lambda each: each[0]) if other.type != "bodies_found"]


def _one_doer(deed: Draft) -> Taking | None:
    """The doer of what was told last, if it is one and nobody fought with him."""
    doers = [taking for taking in deed.takings if taking.role in ("agent", "party")]
    who = actor(doers[0].mention) if len(doers) == 1 and doers[0].role == "agent" else None
    return doers[0] if who is not None and who.kind in _HAND and not who.id.startswith(COMMUNITY) else None


def _may_be_his(doc: Document, draft: Draft, deed: Draft, taking: Taking) -> bool:
    who = actor(taking.mention)
    fits = deed.type in _ON_GROUND | _BY_THEM | _STOPPED and deed.status == "happened" and _fits(doc, draft, deed, who)
    if deed.type not in _ON_GROUND | _STOPPED and not _they_do(doc, draft):
        return False
    names = {place.name for place, _ in draft.places} & {place.name for place, _ in deed.places}
    there = draft.place_inherited or not draft.places or bool(names)
    told = _told_bare(doc, draft) or (_they_do(doc, draft) and draft.words[0].sentence - deed.words[-1].sentence <= 1)
    return fits and there and told and not _others_between(doc, deed, draft, who)


def _they_do(doc: Document, draft: Draft) -> bool:
    """ "They also took away six men", of whom the page has not said for sure who they are."""
    word = draft.words[0]
    return any(doc.text(kid) == "they" for kid in doc.kids(word, "nsubj")) and not is_passive(doc, word)


def _fits(doc: Document, draft: Draft, deed: Draft, who: Actor) -> bool:
    """Whether such a deed is one that this doer does to these people behind that other deed."""
    hit = [actor(taking.mention) for taking in draft.takings]
    if any(each.id == who.id or (each.kind in ARMED and not _foes(each, who, draft)) for each in hit):
        return False
    if draft.type == "arrest" and who.kind not in STATELY:
        return False
    fought = deed.type in _FIGHTS and draft.type in _IN_FIGHT
    return not fought or doc.lemma(draft.words[0]) in arms().close_up


def _foes(hit: Actor, who: Actor, draft: Draft) -> bool:
    """Whether those who are caught are of the other camp: a state's men in the hands of its rebels, or they in its."""
    return draft.type in SEIZURES and (hit.kind in STATELY) != (who.kind in STATELY)


def _told_bare(doc: Document, draft: Draft) -> bool:
    """Whether it is a passive with no other cause, time or place of its own."""
    word = draft.words[0]
    if doc.token(word).upos != "VERB" or doc.rel(word) == "acl" or not is_passive(doc, word):
        return False
    verbs = [word, *([head] if (head := doc.parent(word)) is not None and doc.rel(word) == "conj" else [])]
    for verb in verbs:
        if any(doc.text(kid) in course().otherwise for kid in doc.kids(verb, "advmod", "aux")):
            return False
        clauses = doc.kids(verb, "advcl")
        timed = [c for c in clauses if any(doc.text(mark) in _TIMED for mark in doc.kids(c, "mark", "advmod"))]
        if any(doc.text(kid) not in _HIMSELF for c in timed for kid in doc.kids(c, "nsubj") or [c]):
            return False  # "when a bomb went off"; but "when he drew a pistol" only says why they shot him
        if any(_causes(doc, noun, hurts=verb == word and draft.type not in SEIZURES) for noun in doc.kids(verb, "obl")):
            return False
    return True


def _causes(doc: Document, noun: Word, *, hurts: bool) -> bool:
    """ "In clashes", "by a mine", "in a drone attack"; a truck is a means of killing, not of taking away."""
    if not _CAUSES & set(doc.cases(noun)):
        return False
    lemma = doc.lemma(noun)
    deed = any(trigger.lemma == lemma for trigger in triggers().get(("noun", lemma), ()))
    means = hurts and any(lemma in kind for kind in ontology().means.values())
    return deed or means or "by" in doc.cases(noun)


def _others_between(doc: Document, deed: Draft, draft: Draft, who: Actor) -> bool:
    """Whether another force is named between the two: it may have done it."""
    first, last = deed.words[-1], draft.words[0]
    caught = {taking.mention.value for taking in draft.takings if taking.role == "target"}
    for mention in doc.mentions:
        head, value = doc.word_of(mention), mention.value
        if head is None or not isinstance(value, Actor) or not first < head or head.sentence > last.sentence:
            continue
        hit = any(value == taking.mention.value for taking in deed.takings if taking.role == "target")
        if value.kind in ARMED and value.id != who.id and not hit and value not in caught:
            return True
    return False
