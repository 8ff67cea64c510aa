"""The roles that a verb gives to those around it: subject, object, and whoever stands behind its prepositions.

In: what was found. Out: roles with nouns. Who the nouns are, and whether they could do it, `participants` decides.
"""

from collections.abc import Iterator
from typing import cast

from crossreport.coding.counts.singles import is_headline
from crossreport.coding.events.triggers import Found, who_must
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import by_phrase, doers, is_passive, obliques, patients, subjects
from crossreport.coding.phrases.nouns import actor, actors_of
from crossreport.coding.roles.behind import by_of_last_harm, givers
from crossreport.coding.roles.described import takers
from crossreport.coding.roles.shared import AT_WHOM, RECEIVED, holders_of_ground, own_roles
from crossreport.model import Role
from crossreport.model.kinds import SIDES
from crossreport.words.classes.arms import arms
from crossreport.words.classes.harm import harm
from crossreport.words.classes.motion import motion
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.families import ON_PERSONS, REMOTE


def roles_of_verb(doc: Document, found: Found) -> list[tuple[Role, Word]]:
    """Roles and the nouns that have them; no noun is asked whom it names."""
    word = found.word
    transitive = found.type == "abduction" and not is_passive(doc, word) and patients(doc, word)
    if found.trigger.patient and not transitive:  # "the forces disappeared two students" is done to the students
        return _undergone(doc, found)
    if found.type == "arms_or_funds_supplied" and doc.lemma(word) in closed_classes().receiving:
        return [*(("recipient", noun) for noun in doers(doc, word)), *(("agent", noun) for noun in givers(doc, word))]
    if found.type in ON_PERSONS and is_headline(doc, word):
        return [("target", noun) for noun in doc.kids(word, "nsubj")]  # "Driver arrested."
    roles = [*_of_its_clause(doc, found), *_of_its_type(doc, found)]
    if is_passive(doc, word) and not by_phrase(doc, word):
        roles += [("agent", noun) for noun in by_of_last_harm(doc, word)]
    roles += own_roles(doc, found)
    roles += _through_object(doc, found)
    roles += _threatened(doc, found, roles)
    if found.type == "statement_demand":  # "said that the rebels must leave"
        roles += [("target", noun) for kid in doc.kids(word, "ccomp") for noun in who_must(doc, kid)]
    roles += holders_of_ground(doc, found, roles)
    if found.type == "deployment":  # own troops are nobody's target; where nobody sends them, they go
        sent: Role | None = "agent" if is_passive(doc, word) and not by_phrase(doc, word) else None
        roles = [(sent or role, noun) for role, noun in roles if sent or role != "target"]
    return [(role, noun) for role, noun in roles if role != "party" or _takes_part(found)]


def _undergone(doc: Document, found: Found) -> list[tuple[Role, Word]]:
    """ "The town fell to the rebels", "came under fire from gunmen": the subject is whom it is done to."""
    word = found.word
    roles: list[tuple[Role, Word]] = []
    roles += [("target", noun) for noun in (patients(doc, word) if is_passive(doc, word) else subjects(doc, word))]
    roles += [("agent", noun) for noun in by_phrase(doc, word) or _shooting(doc, word)]
    if found.type == "territory_taken":
        roles += [("agent", noun) for noun in [*obliques(doc, word, "to"), *_whose_hands(doc, word)]]
    return roles


def _whose_hands(doc: Document, verb: Word) -> list[Word]:
    """ "Fell into the hands of X", "has fallen under X's control": whoever has it now."""
    hands = [noun for noun in obliques(doc, verb, "into", "in", "under") if doc.lemma(noun) in motion().hands]
    return [other for noun in hands for other in obliques(doc, noun, "of") + doc.kids(noun, "nmod:poss")]


def _of_its_clause(doc: Document, found: Found) -> Iterator[tuple[Role, Word]]:
    """Subject, object and whoever stands behind "at", "against" and "with"."""
    word = found.word
    yield from ((_doer_role(doc, found), noun) for noun in doers(doc, word))
    uses = found.type in REMOTE and doc.lemma(word) in arms().using
    uses = uses or doc.lemma(word) in harm().causing  # "inflicted casualties on the army"
    if not uses:  # "used jets against a school": nobody hits the jets
        yield from ((_object_role(found), noun) for noun in patients(doc, word))
    stood = is_passive(doc, word) and doc.lemma(word) not in arms().thrown  # "was hit at the crossing"
    aimed = [case for case in AT_WHOM if case != "at" or not stood]
    yield from (("target", noun) for noun in obliques(doc, word, *aimed))
    yield from (("party", noun) for noun in obliques(doc, word, "with"))


def _of_its_type(doc: Document, found: Found) -> Iterator[tuple[Role, Word]]:
    """Whoever stands behind "from", "to" and "as", for the types that have such a one."""
    word = found.word
    if found.type in ("territory_taken", "territory_lost", "displacement_evacuation", "weapons_seized_or_destroyed"):
        yield from (("target", noun) for noun in obliques(doc, word, "from"))
    if found.type in RECEIVED | {"defection_surrender"}:
        yield from (("recipient", noun) for noun in obliques(doc, word, "to"))
    if found.type == "bodies_found" and doc.lemma(word) in ("identify", "name"):
        yield from (("target", other) for noun in obliques(doc, word, "as") for other in doc.expand(noun))


def _shooting(doc: Document, verb: Word) -> list[Word]:
    """ "Came under fire from gunmen": who stands behind "from", wherever the parser hangs it."""
    fire = [noun for noun in obliques(doc, verb, "under") if doc.lemma(verb) == "come"]
    behind = [other for noun in fire for other in obliques(doc, noun, "from")]
    return behind + (obliques(doc, verb, "from") if fire else [])


def _doer_role(doc: Document, found: Found) -> Role:
    """Ruling 2: whoever repels an attack is its target; so is whose vehicle hits a mine."""
    verb = found.word
    armed = _explosive(doc, obliques(doc, verb, "with"))  # "hit the truck with a mine"
    hit = doc.lemma(verb) in arms().setting_off and _explosive(doc, doc.kids(verb, "obj")) and not armed
    over = doc.lemma(verb) in motion().running_over and _explosive(
        doc, obliques(doc, verb, "over", "into", "onto", "on")
    )
    return "target" if found.type == "attack_repelled" or (found.type == "explosion" and (hit or over)) else "agent"


def _threatened(doc: Document, found: Found, roles: list[tuple[Role, Word]]) -> list[tuple[Role, Word]]:
    """ "Threatened to shell X", "issued an ultimatum to X": whom the threat is for, where nobody is its object."""
    if found.type != "statement_threat" or any(role == "target" and actors_of(doc, noun) for role, noun in roles):
        return []
    word = found.word
    told = doc.kids(word, "iobj") + obliques(doc, word, "to")
    told += [noun for kid in doc.kids(word, "obj") for noun in obliques(doc, kid, "to")]
    told += [noun for kid in doc.kids(word, "xcomp") for noun in [*patients(doc, kid), *obliques(doc, kid, *AT_WHOM)]]
    return [("target", noun) for noun in told if actors_of(doc, noun)]


def _explosive(doc: Document, nouns: list[Word]) -> bool:
    devices = ontology().means["explosion"]
    return any(doc.lemma(noun) in devices for noun in nouns)


def _object_role(found: Found) -> Role:
    own = ontology().types[found.type].roles.get("object")
    if own is not None:
        return cast(Role, own)
    if found.type == "attack_repelled":
        return "agent"
    if found.type in ("training", "arms_or_funds_supplied", "statement_demand"):
        return "recipient" if found.type != "statement_demand" else "target"
    return "target"


def _takes_part(found: Found) -> bool:
    """ "clashed with" and "met with" name the other side, "attacked with" a tool."""
    return ontology().types[found.type].scheme == "parties" or found.type in (
        "offensive",
        "group_change",
        "prisoner_exchange_release",
    )


def _through_object(doc: Document, found: Found) -> list[tuple[Role, Word]]:
    """Those behind an object: "stormed the hideouts of the rebels", "repelled an attack by the group"."""
    roles: list[tuple[Role, Word]] = []
    whose: Role = _object_role(found) if found.type == "attack_repelled" else "target"
    for noun in patients(doc, found.word):
        if actors_of(doc, noun) or any(m.value for m in takers(doc, noun, "target", "agent_target")):
            continue  # "informers of the gang" are not the gang
        behind = [(whose, other) for other in obliques(doc, noun, "of", "by", "from") + doc.kids(noun, "nmod:poss")]
        hit: Role = "target"
        behind += [(hit, other) for other in obliques(doc, noun, "against")]
        behind = [(role, w) for role, w in behind if not doc.headed(w, "place")]  # "the village of X (Republic of Y)"
        roles += [
            (role, w) for role, w in behind if any(actor(m).kind in SIDES | {"civilians"} for m in actors_of(doc, w))
        ]
    return roles
