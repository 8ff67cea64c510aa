"""Roles that the verb and the noun of a happening give alike: who holds the ground, who stands where.

In: what was found and the roles known so far. Out: more of them. Which of them are people who can act, it does not ask.
"""

from typing import cast

from crossreport.coding.events.triggers import Found
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import by_phrase, obliques
from crossreport.coding.phrases.nouns import holds_only
from crossreport.model import Role
from crossreport.words.classes.arms import arms
from crossreport.words.events import ontology
from crossreport.words.families import REMOTE

# Who opposes in "fighting against", who is hit in "strikes on": prepositions that give the other side.
AT_WHOM = ("against", "on", "at", "upon")
RECEIVED = frozenset({"arms_or_funds_supplied", "aid_delivery", "statement_demand"})  # types that have a recipient
_FOR_GROUND = frozenset({"offensive", "territory_taken", "siege_blockade"})
_INTO = ("into", "inside", "to", "toward", "towards")  # the way into ground that somebody else holds


def holders_of_ground(doc: Document, found: Found, roles: list[tuple[Role, Word]]) -> list[tuple[Role, Word]]:
    """ "An assault on the rebel-held district": whoever holds the ground that is fought for is the target."""
    if found.type not in _FOR_GROUND | REMOTE:
        return []
    grounds = _grounds(doc, found, [noun for role, noun in roles if role == "target"])
    return [
        ("target", holder)
        for noun in grounds
        for step in (noun, *obliques(doc, noun, "of"), *doc.kids(noun, "appos"))
        for holder in (*_holders(doc, step), *_whose_stronghold(doc, step))
        if doc.headed(holder, "actor")
    ]


def _holders(doc: Document, ground: Word) -> list[Word]:
    """The "rebel" of "rebel-held", the army of "held by the army"."""
    return [
        holder
        for kid in doc.kids(ground, "amod", "acl")
        if doc.lemma(kid) in arms().held
        for holder in (
            by_phrase(doc, kid)
            or [*doc.kids(kid, "compound", "obl:unmarked", "amod", "nsubj", "obl"), *_tied(doc, ground)]
        )
    ]


def _whose_stronghold(doc: Document, noun: Word) -> list[Word]:
    """ "The group's stronghold", "a stronghold of the group"."""
    if doc.lemma(noun) not in arms().strongholds:
        return []
    return doc.kids(noun, "compound", "nmod:poss") + obliques(doc, noun, "of")


def _grounds(doc: Document, found: Found, targets: list[Word]) -> list[Word]:
    """What is fought for: what is aimed at, where the way in leads, and where it is told if nobody is the target."""
    if found.type not in _FOR_GROUND:
        return targets
    word, above = found.word, doc.parent(found.word)
    verbs = [word, *([above] if above is not None and doc.rel(word) == "obj" else [])]
    entered = [noun for verb in verbs for noun in obliques(doc, verb, *_INTO)]
    roads = [noun for road in targets for step in (road, *doc.kids(road, "acl")) for noun in obliques(doc, step, "to")]
    around = [] if any(doc.headed(noun, "actor") for noun in targets) else verbs
    return [*targets, *entered, *roads, *(noun for verb in around for noun in obliques(doc, verb, "in"))]


def _tied(doc: Document, noun: Word) -> list[Word]:
    """The "rebel" of "rebel-held", where the parser hung it on the noun itself."""
    return [kid for kid in doc.kids(noun, "compound", "amod", "nmod:poss") if holds_only(doc, kid)]


def own_roles(doc: Document, found: Found) -> list[tuple[Role, Word]]:
    """Those behind the prepositions that a user's own type names, each in the role that it gives them."""
    given = ontology().types[found.type].roles
    return [
        (cast(Role, role), noun)
        for preposition, role in given.items()
        if preposition != "object"
        for noun in obliques(doc, found.word, preposition)
    ]
