"""Who is held, and harmed when held: "took fifty prisoners" behind a fight, "two of them were shot" behind an arrest.

In: the joined drafts of a page in reading order; the foes take the place of the bare "prisoners", those held that of a
"them" that was taken for their captors, with a reason. Refuses prisoners of whom more is said, and captors who have
fought nobody or two foes just before.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import is_passive
from crossreport.coding.phrases.capacity import PRONOUNS
from crossreport.coding.phrases.nouns import actor
from crossreport.coding.settings.shared import inherited
from crossreport.model.kinds import ARMED
from crossreport.words.classes.harm import harm
from crossreport.words.events import ontology
from crossreport.words.families import SEIZURES, SHOOTING

NEAR = 1  # sentences between a fight and its prisoners
_BY_WHOEVER = frozenset({"prisoner_exchange_release", "investigation_trial"})
_DONE_TO = _BY_WHOEVER | SHOOTING | {"execution", "sexual_violence"}


def name_prisoners(doc: Document, ordered: list[Draft]) -> None:
    """Say of whose side the prisoners of a fight are."""
    for index, draft in enumerate(ordered):
        bare = [t for t in draft.takings if t.role == "target" and _bare(doc, t.noun)]
        doers = draft.ids("agent")
        if draft.type not in SEIZURES or len(bare) != 1 or len(doers) != 1:
            continue
        if any(t.role == "target" and actor(t.mention).kind in ARMED for t in draft.takings):
            draft.takings = [taking for taking in draft.takings if taking is not bare[0]]
            continue  # "stormed the base and took sixty prisoners", told as one deed
        foes = {
            actor(taking.mention).id: taking
            for other in ordered[:index]
            if other.type in FORCE and other.ids("agent", "party") & doers and _just_before(other, draft)
            for taking in other.takings
            if taking.role in ("target", "party") and actor(taking.mention).kind in ARMED
        }
        found = [taking for id_, taking in foes.items() if id_ not in doers]
        if len(found) == 1:
            foe = Taking("target", found[0].mention, bare[0].noun)
            draft.takings = [foe if taking is bare[0] else taking for taking in draft.takings]
            draft.reasons.append(inherited("target", "the foes fought right before", foe.mention))


def harm_the_held(doc: Document, ordered: list[Draft]) -> None:
    """ "Soldiers arrested six men. Two of them were shot": those held are hit, by those who hold them."""
    for index, draft in enumerate(ordered):
        held = next((other for other in reversed(ordered[:index]) if other.type in SEIZURES), None)
        if held is None or draft.type not in _DONE_TO or not _just_before(held, draft) or draft.ids("agent", "party"):
            continue
        captors = [taking for taking in held.takings if taking.role == "agent"]
        caught = [taking for taking in held.takings if taking.role == "target"]
        wrong = [t for t in draft.takings if t.role == "target" and _pronoun(t) and _among(t, captors)]
        if wrong and caught and is_passive(doc, draft.word):
            told = [Taking("target", taking.mention, wrong[0].noun) for taking in caught]
            doers = [] if draft.type in _BY_WHOEVER else captors  # who freed or judged them is not told
            draft.takings = [*doers, *told, *(taking for taking in draft.takings if taking not in wrong)]
            if all(actor(taking.mention).kind not in ARMED for taking in caught):
                draft.type = "attack_on_civilians" if draft.type == "armed_clash" else draft.type
                draft.scheme = ontology().types[draft.type].scheme
            draft.reasons.append(inherited("target", "those whom its doer held right before", caught[0].mention))


def _pronoun(taking: Taking) -> bool:
    return taking.mention.span.quote.lower().split()[-1] in PRONOUNS  # "one of them"


def _among(taking: Taking, others: list[Taking]) -> bool:
    return actor(taking.mention).id in {actor(other.mention).id for other in others}


def _bare(doc: Document, noun: Word) -> bool:
    return doc.lemma(noun) in harm().captives and not doc.kids(
        noun, "amod", "compound", "nmod", "nmod:poss", "acl:relcl"
    )


def _just_before(fight: Draft, draft: Draft) -> bool:
    last = max((word for word in fight.words if word < draft.words[0]), default=None)
    return last is not None and draft.words[0].sentence - last.sentence <= NEAR
