"""Whom a lead's description means, where the page names him right below: "an official said … Adam Haroun told Radio X".

In: the page's joined drafts with their voices. Out: a draft that a described voice tells has the chain by which the
next sentences tell the same happening, if that names somebody whom the description fits. Voices of other kinds are
rivals, and stay out.
"""

from collections.abc import Iterable

from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft
from crossreport.coding.phrases.naming import Chain, is_named
from crossreport.coding.voices.attribution import Voices
from crossreport.model import Actor, Attribution
from crossreport.model.kinds import PRESS

NEXT = 2  # sentences behind the first telling in which its voice may be named; set on the FA-KES and real dev parts


def name_voices(doc: Document, voices: Voices, drafts: Iterable[Draft]) -> None:
    """Gives every draft of a described voice the chain that names it."""
    actors = {m.value.id: m.value for m in doc.mentions if isinstance(m.value, Actor)}
    for draft in drafts:
        if not draft.chain or draft.lead:
            continue
        below = sorted(w for w in draft.words if 0 < w.sentence - draft.word.sentence <= NEXT)
        fuller = (voices.chain(word) for word in below)
        draft.chain = next((chain for chain in fuller if chain and _names(draft.chain, chain, actors)), draft.chain)


def _names(told: Chain, fuller: Chain, actors: dict[str, Actor]) -> bool:
    """Whether the second chain may stand for the first, which only describes who speaks."""
    described, inner, outer = told[-1], fuller[-1], fuller[0]
    if _is(described, actors):
        return False
    if described.kind in PRESS:
        return len(told) == 1 and outer.kind in PRESS and _is(outer, actors)
    if described.speaker == inner.speaker:
        return len(fuller) > len(told)
    who = actors.get(inner.actor_id or "")
    person = who is not None and who.kind == "person" and is_named(who)
    return person and _one(described) and inner.kind in {described.kind, "witness", "anonymous"}


def _is(voice: Attribution, actors: dict[str, Actor]) -> bool:
    """Whether a voice has a name: one body, outlet or person."""
    who = actors.get(voice.actor_id or "")
    return who is not None and is_named(who)


def _one(voice: Attribution) -> bool:
    """Whether a description is of one person, or of sources, as which one may stand."""
    head = voice.speaker.split(" of ")[0].split(" in ")[0].split(" at ")[0].split(" from ")[0].lower()
    return not head.endswith("s") or head.endswith("sources")
