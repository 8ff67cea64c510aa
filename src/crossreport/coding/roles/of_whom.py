"""Who stands behind the "of" of an event noun, and what can do nothing: "the air strikes of X", "the killing of X".

In: a trigger and the noun behind its "of". Out: his role. And whether a noun is only a building or a base.
"""

from crossreport.coding.events.triggers import Found
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.nouns import actor, actors_of, any_of_kind
from crossreport.model import Actor, Role
from crossreport.model.kinds import ARMED
from crossreport.words.actor_nouns import labels
from crossreport.words.classes.arms import arms
from crossreport.words.classes.motion import motion
from crossreport.words.events import ontology
from crossreport.words.families import REMOTE

_NAMING = frozenset({"government", "forces"})  # what a label in front of a deed must stand for to name a side
_GROUND = ("building", "base", "site_noun")
_PEOPLE = ("group", "troops", "people_noun", "body_noun", "civilian_noun", "protester")  # "a crowd", "the garrison"


def stands_there(doc: Document, noun: Word) -> bool:
    """ "A blast at a police station that killed five": the station, though the police's, has done nothing."""
    classes, lemma = ontology().classes, doc.lemma(noun)
    people = any(lemma in classes[kind] for kind in _PEOPLE)
    return doc.token(noun).upos == "NOUN" and not people and any(lemma in classes[kind] for kind in _GROUND)


def role_of(doc: Document, found: Found, noun: Word) -> Role:
    """The role of whom an event noun's "of" names."""
    if found.type in ("statement_threat", "statement_demand", "offensive", "visit_meeting", "negotiation_talks"):
        return "agent" if ontology().types[found.type].scheme != "parties" else "party"
    if found.type in REMOTE and doc.lemma(found.word) in ontology().classes["weapon"] and any_of_kind(doc, noun, ARMED):
        return "agent"  # "a landmine of the group"; "the bombing of the group" hits it
    if found.type in REMOTE and (
        _flies(doc, noun) or (doc.lemma(found.word) in arms().salvos and _is_force(doc, noun))
    ):
        return "agent"  # "the air strikes of Russian warplanes", "the fire of the army"
    if found.type == "attack_on_civilians" and _is_named_force(doc, noun):
        return "agent"  # "the massacres of the Rapid Support Forces"
    if found.type == "territory_taken" and doc.lemma(found.word) in motion().hands:
        return "agent"  # "areas now in the hands of the group"
    if found.type == "defection_surrender" or (found.type == "territory_lost" and any_of_kind(doc, noun, ARMED)):
        return "agent"
    return "target"


def _flies(doc: Document, noun: Word) -> bool:
    return doc.lemma(noun) in ontology().classes["aircraft"]


def _is_force(doc: Document, noun: Word) -> bool:
    """Whether the noun itself is a force, not a thing or a place of one."""
    return any(isinstance(m.value, Actor) and m.value.kind in ARMED for m in doc.headed(noun, "actor"))


def _is_named_force(doc: Document, noun: Word) -> bool:
    """Whether the noun is the proper name of an armed force or a state, not some of its people."""
    named = [actor(m) for m in actors_of(doc, noun)] if doc.token(noun).upos == "PROPN" else []
    return any(not who.generic and (who.kind in ARMED or who.kind == "state") for who in named)


def only_a_label(doc: Document, kid: Word) -> bool:
    """ "A terrorist attack" judges the deed and names nobody; "the terrorists' attack" and "regime raids" do."""
    judges = doc.text(kid) in labels().words and labels().words[doc.text(kid)] not in _NAMING
    return doc.rel(kid) in ("amod", "compound", "conj") and judges
