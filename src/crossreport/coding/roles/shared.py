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


def holders_of_ground(doc: Document, found: Found, roles: list[tuple[Role, Word]]) -> list[tuple[Role, Word]]:
    """ "An assault on the rebel-held district": whoever holds the ground that is fought for is the target."""
    if found.type not in _FOR_GROUND | REMOTE:
        return []
    held = [noun for role, noun in roles if role == "target"]
    return [
        ("target", holder)
        for noun in held
        for step in (noun, *obliques(doc, noun, "of"))
        for kid in doc.kids(step, "amod", "acl")
        if doc.lemma(kid) in arms().held
        for holder in (
            by_phrase(doc, kid)
            or [*doc.kids(kid, "compound", "obl:unmarked", "amod", "nsubj", "obl"), *_tied(doc, step)]
        )
        if doc.headed(holder, "actor")
    ]


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
