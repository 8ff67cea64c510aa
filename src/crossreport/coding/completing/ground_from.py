"""From whom ground was taken, where another deed beside it shows: "recaptured the town after the front had seized it".

In: the drafts of a page in reading order. Out: the same; a taking of ground without a target has for it the one force
that the page tells beside it to have held the place, to have left it, or to have been fought or beaten there by those
who took it. Refuses where two such forces or a third one stand beside it: a wrong holder is worse than none.
"""

from collections.abc import Iterator

from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.extents import names_of
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.nouns import NAMELESS, actor
from crossreport.coding.settings.shared import inherited
from crossreport.model import Actor
from crossreport.model.kinds import ARMED_OR_STATE
from crossreport.model.statuses import DONE
from crossreport.words.classes.arms import arms

_TAKEN, _LOST = "territory_taken", "territory_lost"
_BEATEN = FORCE | {"abduction", "arrest", "weapons_seized_or_destroyed", "attack_repelled", "defection_surrender"}
_NEAR = 1  # sentences


def name_holders(doc: Document, ordered: list[Draft]) -> None:
    """Give takings of ground the force from which it was taken."""
    for draft in ordered:
        doers = _forces(draft, "agent")
        if draft.type != _TAKEN or draft.status not in DONE or not doers or draft.ids("target", "party"):
            continue
        beside = [other for other in ordered if other is not draft and _is_beside(draft, other)]
        found = [(taking, other) for other in beside for taking in _holder(doc, draft, other, set(doers))]
        ids = {actor(taking.mention).id for taking, _ in found}
        if len(ids) != 1 or _third(doc, draft, ids | set(doers)):
            continue
        taking, other = found[0]
        draft.takings.append(Taking("target", taking.mention, taking.noun))
        draft.reasons.append(inherited("target", f"{other.span.quote!r} beside it", taking.mention))


def _forces(draft: Draft, *roles: str) -> dict[str, Taking]:
    """The named armed sides that take part in one of the roles."""
    found = {actor(each.mention).id: each for each in draft.takings if each.role in roles}
    return {
        key: each
        for key, each in found.items()
        if actor(each.mention).kind in ARMED_OR_STATE and not key.startswith(NAMELESS)
    }


def _is_beside(draft: Draft, other: Draft) -> bool:
    """Whether it is told in the same paragraph, in the same sentence or the next to it, as what was done."""
    near = min(abs(one.sentence - two.sentence) for one in draft.words for two in other.words) <= _NEAR
    return near and other.block == draft.block and other.status in DONE and not other.apart


def _holder(doc: Document, draft: Draft, other: Draft, doers: set[str]) -> Iterator[Taking]:
    """The force that held the ground, as the other deed shows."""
    agents = _forces(other, "agent")
    here = _same_place(draft, other)
    if other.type == _LOST or (other.type == _TAKEN and here and _had_held(doc, draft, other)):
        yield from (each for key, each in agents.items() if key not in doers and here)
    elif other.type in _BEATEN and other.type != _TAKEN and here:
        against = _forces(other, "target") if doers & set(agents) else {}
        if other.type == "armed_clash" and doers & set(_forces(other, "party")):
            against = _forces(other, "party")
        yield from (each for key, each in against.items() if key not in doers)


def _had_held(doc: Document, draft: Draft, other: Draft) -> bool:
    """Whether those who took it in the other deed held it: they took it before, or won it back afterwards."""
    later = draft.words[0] < other.words[0]
    if any(doc.text(kid) == "had" for kid in doc.kids((other if later else draft).word, "aux")):
        later = not later
    return not later or doc.lemma(other.word) in arms().winning_back


def _same_place(draft: Draft, other: Draft) -> bool:
    return other.place_inherited or not other.places or bool(names_of(draft) & names_of(other))


def _third(doc: Document, draft: Draft, known: set[str]) -> bool:
    """Whether the sentence names another force that could have held it; voices only tell."""
    sentences = {word.sentence for word in draft.words}
    for mention in doc.mentions:
        head = doc.word_of(mention)
        if head is None or head.sentence not in sentences or not isinstance(mention.value, Actor):
            continue
        voice = any(one.span.start <= mention.span.start < one.span.end for one in draft.chain)
        if mention.value.kind in ARMED_OR_STATE and mention.value.id not in known and not voice:
            return True
    return False
