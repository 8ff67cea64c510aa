"""Who takes part in a happening, in which role: syntax, the type's scheme, and what kind of actor it is."""

from crossreport.coding.events.crowds import turned_about
from crossreport.coding.events.triggers import Found
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Taking
from crossreport.coding.phrases.arguments import obliques
from crossreport.coding.phrases.capacity import COMMUNITY, DEEDS, as_fighters, could, tells
from crossreport.coding.phrases.deed_names import listed, names_a_deed
from crossreport.coding.phrases.labels_behind import label_behind, label_in_front
from crossreport.coding.phrases.nouns import actor, actors_of, any_of_kind
from crossreport.coding.roles.aims import aimed_at
from crossreport.coding.roles.described import takers
from crossreport.coding.roles.mobs import as_mob
from crossreport.coding.roles.of_noun import between_of_verb, both_sides, roles_of_noun
from crossreport.coding.roles.of_verb import roles_of_verb
from crossreport.coding.roles.of_whom import stands_there
from crossreport.coding.roles.owned import owners
from crossreport.coding.roles.rival_sides import fallen_sides, rival_nouns, side_by_its_words
from crossreport.model import Mention, Role
from crossreport.model.kinds import ARMED
from crossreport.words.classes.arms import arms
from crossreport.words.events import Scheme, ontology


def participants(doc: Document, found: Found) -> list[Taking]:
    """Takings in reading order, each actor once a role."""
    scheme = ontology().types[found.type].scheme
    takings: list[Taking] = []
    one_sided = doc.lemma(found.word) in arms().one_sided
    teller = label_behind(doc, found.word.sentence) + label_in_front(doc, found.word.sentence)
    between = both_sides(doc, obliques(doc, found.word, "between", "among") or between_of_verb(doc, found.word))
    rivals = rival_nouns(doc, found.word, found.type, between)
    for role, noun in _roles(doc, found, scheme):
        for mention in _sides_of(doc, noun, role, scheme, rival=noun in rivals):
            if role == "agent" and found.type in DEEDS and stands_there(doc, noun):
                continue
            if noun in teller or doc.word_of(mention) in teller or (role == "agent" and _blows_himself_up(doc, noun)):
                continue
            who = as_fighters(doc, mention, found.type, role)
            who = as_mob(doc, found.word, found.type, who) if role == "agent" else who
            taking = Taking(role if one_sided else _fit(role, scheme), who, noun)
            if all(t.mention.value != mention.value or t.role != taking.role for t in takings):
                takings.append(taking)
    kept = [t for t in takings if could(t, found.type) and not (tells(doc, t) and found.type in DEEDS)]
    if found.trigger.faced:
        kept = turned_about(kept)
    return _directed(kept) if one_sided else _turned(found.type, _settle(kept, scheme))


def _roles(doc: Document, found: Found, scheme: Scheme) -> list[tuple[Role, Word]]:
    """What syntax gives; where it gives no other side, whom the page shows in other ways."""
    verb = found.trigger.pos == "verb" and not names_a_deed(doc, found.word)
    roles = roles_of_verb(doc, found) if verb else roles_of_noun(doc, found)
    if found.trigger.pos == "verb" and not verb:
        roles += [("target", noun) for noun in listed(doc, found.word)]
    if scheme == "parties" and not any(actors_of(doc, noun) for _, noun in roles):
        roles += [("party", noun) for noun in fallen_sides(doc, found.word)]
    if not any(role in ("target", "party") and any_of_kind(doc, noun, ARMED) for role, noun in roles):
        roles += [("target", noun) for noun in aimed_at(doc, found.word, found.type)]
    if not any(role in ("target", "party") and actors_of(doc, noun) for role, noun in roles):
        roles += [("target", noun) for noun in owners(doc, found)]
    return roles


def _turned(type_: str, takings: list[Taking]) -> list[Taking]:
    """ "The alliance was founded", "the front was renamed": with nobody else, who changes does so himself."""
    if type_ not in _OF_ITSELF or any(taking.role != "target" for taking in takings):
        return takings
    return [Taking("agent", taking.mention, taking.noun) for taking in takings]


def _sides_of(doc: Document, noun: Word, role: Role, scheme: Scheme, *, rival: bool) -> list[Mention]:
    """Who takes part by a noun; of a fight's two sides each, under the page's own words if it is no force."""
    named = takers(doc, noun, role, scheme)
    if not rival or any(actor(mention).kind != "civilians" for mention in named):
        return named
    own = side_by_its_words(doc, noun) if not any(actor(m).id.startswith(COMMUNITY) for m in named) else None
    return [own] if own is not None else named


def _blows_himself_up(doc: Document, noun: Word) -> bool:
    """ "A suicide terrorist": one man, whoever sent him; the label makes him no group's."""
    return doc.token(noun).xpos == "NN" and any(
        doc.text(kid) == "suicide" for kid in doc.kids(noun, "compound", "amod")
    )


def _fit(role: Role, scheme: Scheme) -> Role:
    """What a role of the syntax is called in the type's scheme."""
    if scheme == "parties" and role in ("agent", "target"):
        return "party" if role == "agent" else role
    return role


def _directed(takings: list[Taking]) -> list[Taking]:
    """Ruling 2: where one side is known to have attacked, it is the agent and the other the target."""
    other: Role = "target" if any(t.role == "agent" for t in takings) else "agent"
    return [Taking(other, t.mention, t.noun) if t.role == "party" else t for t in takings]


def _settle(takings: list[Taking], scheme: Scheme) -> list[Taking]:
    """Two sides that fight or talk are parties; one alone with a target keeps its direction."""
    if scheme == "parties":
        return [Taking("party", t.mention, t.noun) if t.role in ("agent", "target", "party") else t for t in takings]
    agents = {actor(t.mention).id for t in takings if t.role == "agent"}
    return [t for t in takings if t.role != "target" or actor(t.mention).id not in agents]


_OF_ITSELF = frozenset({"group_change"})
