"""Whose the thing is that is hit: "a camp for displaced people", "a lorry of the Red Cross", "a clinic run by X".

In: the trigger of a deed on things. Out: nouns for those whose the thing is, or who are in it. Refuses places, and
things of which the page only tells where they are or who holds the ground.
"""

from collections.abc import Iterator

from crossreport.coding.events.triggers import Found
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import obliques, patients
from crossreport.coding.phrases.nouns import actor, actors_of
from crossreport.model.kinds import ARMED, PRESS
from crossreport.words.classes.folk import folk
from crossreport.words.families import REMOTE

_ON_THINGS = REMOTE | {"looting_destruction", "attack_on_civilians", "offensive"}
_OWNING = {
    "belong": ("to",),
    "own": ("by",),
    "run": ("by",),
    "operate": ("by",),
    "use": ("by",),
}
_OWNERS = ARMED | PRESS | {"igo", "ngo", "party", "civilians", "person"}
_AIMED = ("on", "at", "against", "upon", "into", "onto")


def owners(doc: Document, found: Found) -> list[Word]:
    """Nouns for those whose thing is hit."""
    if found.type not in _ON_THINGS:
        return []
    things = patients(doc, found.word) if found.trigger.pos == "verb" else []
    things += obliques(doc, found.word, *_AIMED)
    whose = [noun for thing in things for noun in _whose(doc, thing)]
    return [noun for noun in whose if _is_owner(doc, noun)]


def _whose(doc: Document, thing: Word) -> Iterator[Word]:
    if doc.token(thing).upos != "NOUN" or actors_of(doc, thing) or doc.lemma(thing) in folk().following:
        return
    yield from obliques(doc, thing, "of", "for") + doc.kids(thing, "nmod:poss")
    for clause in doc.kids(thing, "acl", "acl:relcl"):
        yield from obliques(doc, clause, *_OWNING.get(doc.lemma(clause), ()))


def _is_owner(doc: Document, noun: Word) -> bool:
    """Whether it is people or a body; of a state's ground nobody is hit by that."""
    named = actors_of(doc, noun)[:1]
    return bool(named) and actor(named[0]).kind in _OWNERS and not doc.headed(noun, "place")
