"""Deeds and statements told as "we" in somebody's words: whose they are, where the speaker's side is known.

In: a draft with its voices. Out: its doer, added to its takings. Refuses for a speaker of no side: residents' "we".
"""

from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.phrases.arguments import is_passive
from crossreport.coding.phrases.capacity import DEEDS
from crossreport.coding.phrases.nouns import actor, actors_of
from crossreport.coding.status.menacing import menacer
from crossreport.coding.voices.speakers import Speakers
from crossreport.model import Actor, Mention, Reason
from crossreport.model.kinds import ARMED, ARMED_OR_STATE
from crossreport.words.closed_classes import closed_classes


def in_own_name(doc: Document, draft: Draft) -> None:
    """ "We call on …", said by a party: whoever speaks demands, threatens and refuses in the first person."""
    first = [noun for noun in doc.kids(draft.word, "nsubj") if doc.text(noun) in ("we", "i")]
    if not first or draft.ids("agent", "party") or not draft.chain or draft.chain[-1].actor_id is None:
        return
    if draft.scheme == "speaker":
        spoken = _mentions_of(doc, draft.chain[-1].actor_id)
    else:
        spoken = _side_of(doc, draft) if doc.text(first[0]) == "we" else []
    if spoken:
        draft.takings.insert(0, Taking("agent", spoken[0], first[0]))


def by_menacer(doc: Document, draft: Draft) -> None:
    """ "The group warned the drivers that they would be shot": who threatens with it will do it."""
    if draft.status != "threatened" or draft.ids("agent", "party") or draft.scheme != "agent_target":
        return
    if not is_passive(doc, draft.word):
        return
    sides = [m for noun in menacer(doc, draft.word) for m in actors_of(doc, noun)[:1] if actor(m).kind in ARMED]
    hit = draft.ids("target", "victim")
    for mention in sides[:1]:
        if actor(mention).id not in hit:
            draft.takings.insert(0, Taking("agent", mention, draft.word))
            draft.reasons.append(Reason("agent:menace", "who threatens with it will do it", mention.span))


def _side_of(doc: Document, draft: Draft) -> list[Mention]:
    """ "“We seized two rifles,” the army's spokesman said": the side that speaks, or for which an officer does."""
    if draft.type not in DEEDS - {"attack_repelled"} or draft.scheme != "agent_target" or is_passive(doc, draft.word):
        return []
    found = _mentions_of(doc, draft.chain[-1].actor_id or "")
    if found and actor(found[0]).kind == "person":
        found = spoken_for(doc, actor(found[0]))
    return [m for m in found if actor(m).kind in ARMED_OR_STATE and not actor(m).generic]


def spoken_for(doc: Document, who: Actor) -> list[Mention]:
    """Where the page names the body that somebody is an officer or a spokesman of."""
    body = Speakers(doc).speaks_for(who, closed_classes().officers)
    return _mentions_of(doc, who.affiliation or (body.id if body is not None else ""))


def _mentions_of(doc: Document, id_: str) -> list[Mention]:
    return [m for m in doc.mentions if isinstance(m.value, Actor) and m.value.id == id_]
