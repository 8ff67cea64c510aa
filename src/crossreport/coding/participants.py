"""Who takes part in a happening, in which role: syntax, the type's scheme, and what kind of actor it is."""

from typing import cast

from crossreport.coding.aims import aimed_at
from crossreport.coding.arguments import by_phrase, doers, is_passive, obliques, patients, subjects
from crossreport.coding.behind import by_of_last_harm, by_of_verb, by_phrase_of_last, done_right_behind
from crossreport.coding.capacity import COMMUNITY, DEEDS, as_fighters, could, tells
from crossreport.coding.deed_names import listed, names_a_deed
from crossreport.coding.described import takers
from crossreport.coding.document import Document, Word
from crossreport.coding.draft import Taking
from crossreport.coding.fates import dies_by_idiom
from crossreport.coding.labels_behind import label_behind
from crossreport.coding.mobs import as_mob
from crossreport.coding.negation import negated
from crossreport.coding.nouns import NAMELESS, actor, actors_of, any_of_kind, holds_only
from crossreport.coding.of_whom import only_a_label, role_of, stands_there
from crossreport.coding.owned import owners
from crossreport.coding.retelling import amount_of
from crossreport.coding.rival_sides import fallen_sides, rival_nouns, side_by_its_words
from crossreport.coding.singles import is_headline
from crossreport.coding.triggers import Found, who_must
from crossreport.model import Mention, Role
from crossreport.model.kinds import ARMED, SIDES
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.harm import harm
from crossreport.words.classes.motion import motion
from crossreport.words.classes.speech import speech
from crossreport.words.events import Scheme, ontology, triggers
from crossreport.words.families import ON_PERSONS, REMOTE
from crossreport.words.reporting import reporting

# Who opposes in "fighting against", who is hit in "strikes on": prepositions that give the other side.
_TARGET = ("against", "on", "at", "upon")


def participants(doc: Document, found: Found) -> list[Taking]:
    """Takings in reading order, each actor once a role."""
    scheme = ontology().types[found.type].scheme
    verb = found.trigger.pos == "verb" and not names_a_deed(doc, found.word)
    raw = _verb_roles(doc, found) if verb else _noun_roles(doc, found)
    if found.trigger.pos == "verb" and not verb:
        raw += [("target", noun) for noun in listed(doc, found.word)]
    if scheme == "parties" and not any(actors_of(doc, noun) for _, noun in raw):
        raw += [("party", noun) for noun in fallen_sides(doc, found.word)]
    if not any(role in ("target", "party") and any_of_kind(doc, noun, ARMED) for role, noun in raw):
        raw += [("target", noun) for noun in aimed_at(doc, found.word, found.type)]
    if not any(role in ("target", "party") and actors_of(doc, noun) for role, noun in raw):
        raw += [("target", noun) for noun in owners(doc, found)]
    takings: list[Taking] = []
    one_sided = doc.lemma(found.word) in arms().one_sided
    teller = label_behind(doc, found.word.sentence)
    between = _both_sides(doc, obliques(doc, found.word, "between", "among") or _between_of_verb(doc, found.word))
    rivals = rival_nouns(doc, found.word, found.type, between)
    for role, noun in raw:
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
    return _directed(kept) if one_sided else _turned(found.type, _settle(kept, scheme))


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


def _verb_roles(doc: Document, found: Found) -> list[tuple[Role, Word]]:
    word = found.word
    roles: list[tuple[Role, Word]] = []
    transitive = found.type == "abduction" and not is_passive(doc, word) and patients(doc, word)
    if found.trigger.patient and not transitive:  # "the forces disappeared two students" is done to the students
        roles += [("target", noun) for noun in (patients(doc, word) if is_passive(doc, word) else subjects(doc, word))]
        roles += [("agent", noun) for noun in by_phrase(doc, word) or _shooting(doc, word)]
        roles += [("agent", noun) for noun in obliques(doc, word, "to") if found.type == "territory_taken"]
        return roles
    if found.type in ON_PERSONS and is_headline(doc, word):
        return [("target", noun) for noun in doc.kids(word, "nsubj")]  # "Driver arrested."
    roles += [(_doer_role(doc, found), noun) for noun in doers(doc, word)]
    uses = found.type in REMOTE and doc.lemma(word) in arms().using
    if not uses:  # "used jets against a school": nobody hits the jets
        roles += [(_object_role(found), noun) for noun in patients(doc, word)]
    stood = is_passive(doc, word) and doc.lemma(word) not in arms().thrown  # "was hit at the crossing"
    aimed = [case for case in _TARGET if case != "at" or not stood]
    roles += [("target", noun) for noun in obliques(doc, word, *aimed)]
    roles += [("party", noun) for noun in obliques(doc, word, "with")]
    if found.type in ("territory_taken", "territory_lost", "displacement_evacuation", "weapons_seized_or_destroyed"):
        roles += [("target", noun) for noun in obliques(doc, word, "from")]
    if found.type in ("arms_or_funds_supplied", "defection_surrender", "aid_delivery", "statement_demand"):
        roles += [("recipient", noun) for noun in obliques(doc, word, "to")]
    if found.type == "bodies_found" and doc.lemma(word) in ("identify", "name"):
        roles += [("target", other) for noun in obliques(doc, word, "as") for other in doc.expand(noun)]
    if is_passive(doc, word) and not by_phrase(doc, word):
        roles += [("agent", noun) for noun in by_of_last_harm(doc, word)]
    roles += _own_roles(doc, found)
    roles += _through_object(doc, found)
    roles += _threatened(doc, found, roles)
    if found.type == "statement_demand":  # "said that the rebels must leave"
        roles += [("target", noun) for kid in doc.kids(word, "ccomp") for noun in who_must(doc, kid)]
    roles += _holders(doc, found, roles)
    if found.type == "deployment":  # own troops are nobody's target; where nobody sends them, they go
        sent: Role | None = "agent" if is_passive(doc, word) and not by_phrase(doc, word) else None
        roles = [(sent or role, noun) for role, noun in roles if sent or role != "target"]
    return [(role, noun) for role, noun in roles if role != "party" or _takes_part(found)]


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
    told += [noun for kid in doc.kids(word, "xcomp") for noun in [*patients(doc, kid), *obliques(doc, kid, *_TARGET)]]
    return [("target", noun) for noun in told if actors_of(doc, noun)]


def _holders(doc: Document, found: Found, roles: list[tuple[Role, Word]]) -> list[tuple[Role, Word]]:
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


def _explosive(doc: Document, nouns: list[Word]) -> bool:
    devices = ontology().means["explosion"]
    return any(doc.lemma(noun) in devices for noun in nouns)


def _own_roles(doc: Document, found: Found) -> list[tuple[Role, Word]]:
    """Those behind the prepositions that a user's own type names, each in the role that it gives them."""
    given = ontology().types[found.type].roles
    return [
        (cast(Role, role), noun)
        for preposition, role in given.items()
        if preposition != "object"
        for noun in obliques(doc, found.word, preposition)
    ]


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


def _noun_roles(doc: Document, found: Found) -> list[tuple[Role, Word]]:
    word = found.word
    roles: list[tuple[Role, Word]] = []
    for kid in _in_front(doc, word):
        labelled = only_a_label(doc, kid) and not _moves_on(doc, found)
        if (found.means is None or kid != found.means) and not labelled:
            tried = doc.rel(kid) == "nmod" and doc.lemma(word) in harm().trials and not any_of_kind(doc, kid, ARMED)
            roles.append(("target" if tried else "agent", kid))
    behind = by_phrase(doc, word) or by_phrase_of_last(doc, word) or done_right_behind(doc, word)
    behind = behind or by_of_verb(doc, word)
    roles += [("agent", noun) for noun in behind]
    if "under" in doc.cases(word):
        roles += [("target", noun) for noun in doc.kids(word, "nsubj", "nsubj:pass")]
    between = _both_sides(doc, obliques(doc, word, "between", "among") or _between_of_verb(doc, word))
    roles += [("party", noun) for noun in between]
    roles += [("party", noun) for noun in obliques(doc, word, "with")]
    head = doc.parent(word)
    if head is None or doc.lemma(head) != "blame":  # "blamed the attack on the army" makes it no target
        roles += [("target", noun) for noun in obliques(doc, word, *_TARGET)]
    roles += [(role_of(doc, found, noun), noun) for noun in obliques(doc, word, "of")]
    if found.type in ("arms_or_funds_supplied", "aid_delivery", "statement_demand"):
        roles += [("recipient", noun) for noun in obliques(doc, word, "to")]
    roles += _own_roles(doc, found)
    roles += _holders(doc, found, roles)
    for kid in doc.kids(word, "acl", "acl:relcl"):
        if doc.lemma(kid) in ("target", "hit", "strike", "involve", "pit", "attack"):
            roles += [("target", noun) for noun in patients(doc, kid)]
        elif doc.lemma(kid) in speech().ascribing:
            roles += [("agent", noun) for noun in obliques(doc, kid, "to", "on")]
        elif doc.lemma(kid) in course().done_by:
            roles += [("agent", noun) for noun in doers(doc, kid)]
    if not any(role in ("agent", "party") and actors_of(doc, noun) for role, noun in roles):
        roles += _held_for(doc, word)
        lent = _light_roles(doc, word)
        own = _OWNING | {"announce"} if found.type in _ANNOUNCED else _OWNING
        telling = (found.type in DEEDS and _told_of(doc, word, own)) or _judged(doc, word)
        roles += [(role, noun) for role, noun in lent if not (telling and role == "agent")]
    known = [role for role, noun in roles if any_of_kind(doc, noun, ARMED)]
    laid = doc.lemma(word) not in arms().one_sided or "agent" in known  # who dies in an ambush has not laid it
    if ontology().types[found.type].scheme == "parties" and known and laid and not between:
        roles += _other_side(doc, word)
    return roles


def _gunmen(doc: Document, noun: Word) -> bool:
    return any(actor(m).id.startswith(NAMELESS) for m in actors_of(doc, noun))


def _other_side(doc: Document, word: Word) -> list[tuple[Role, Word]]:
    """ "Four militants were killed in an encounter with troops": the verb tells the side that "with" does not."""
    verb = doc.parent(word)
    of = {*doc.cases(word), *(doc.text(mark) for mark in doc.kids(word, "mark"))}
    if verb is not None and "of" in of and doc.rel(verb) == "obl" and not doc.headed(verb, "actor"):
        word, verb = verb, doc.parent(verb)  # "took the town after three days of fighting with troops"
    if verb is None or doc.rel(word) != "obl" or doc.token(verb).upos != "VERB" or negated(doc, verb):
        return []
    if any(trigger.type == "territory_lost" for trigger in triggers().get(("verb", doc.lemma(verb)), ())):
        return []  # "withdrew after hours of fighting" is more than the fighting
    cases = set(doc.cases(word))
    lent = _lent(doc, verb, word) if "in" in cases or "during" in cases else []
    if cases & {"after", "following"}:
        lent = [("agent", noun) for noun in (patients(doc, verb) if is_passive(doc, verb) else doers(doc, verb))]
    return [("party", noun) for _, noun in lent if any_of_kind(doc, noun, ARMED) or _gunmen(doc, noun)]


def _told_of(doc: Document, word: Word, owning: frozenset[str]) -> bool:
    """ "Reported the abduction", "blamed the attack": whoever tells of a deed has not done it; "claimed it" has."""
    while doc.rel(word) == "conj" and (first := doc.parent(word)) is not None and doc.token(first).upos == "NOUN":
        word = first  # "documented 211 killings and 97 kidnappings"
    head = doc.parent(word)
    if head is not None and doc.rel(word) == "obl" and "with" in doc.cases(word):
        return False  # "responded with air strikes"
    cared = head is not None and (doc.lemma(head) in harm().caring or doc.text(head) in ("wounded", "injured"))
    return cared or (head is not None and doc.lemma(head) in reporting().verbs and doc.lemma(head) not in owning)


def _judged(doc: Document, word: Word) -> bool:
    """ "Described the verdict as a sham", "welcomed the agreement": who judges it has no part in it by that."""
    head = doc.parent(word)
    return head is not None and doc.rel(word) == "obj" and doc.lemma(head) in reporting().judging


def _in_front(doc: Document, word: Word) -> list[Word]:
    """Modifiers of an event noun that may name its doer: "Russian and regime strikes", "the Saudi-led bombing"."""
    found = []
    for kid in doc.kids(word, "nmod:poss", "compound", "amod", "nmod:desc"):
        leads = doc.lemma(kid) == "lead" and doc.rel(kid) == "amod"
        found += [other for below in doc.kids(kid) for other in doc.expand(below)] if leads else doc.expand(kid)
    return found


def _moves_on(doc: Document, found: Found) -> bool:
    """ "A jihadist counterattack", "repelled a militant attack": who fights for ground is a side, if labelled."""
    return found.type == "attack_repelled" or (found.type == "offensive" and doc.lemma(found.word) != "attack")


def _both_sides(doc: Document, nouns: list[Word]) -> list[Word]:
    """ "Between the army, backed by militias, and the rebels": word order finds the rebels that syntax lost."""
    if len(nouns) != 1:
        return nouns
    inner = [part for kid in doc.kids(nouns[0], "nmod") for part in doc.kids(kid, "conj") if actors_of(doc, part)]
    if inner:
        return [*nouns, inner[-1]]  # "between dissidents of the Estado Mayor Central and the ELN"
    behind = doc.words_of(nouns[0].sentence)[nouns[0].token + 2 :]
    seam = next((w for w in behind if doc.text(w) == "and" and doc.before(w, 1) == ","), None)
    if seam is None or any(doc.token(w).upos == "AUX" for w in behind if w < seam):
        return nouns
    near = [w for w in behind if 0 < w.token - seam.token <= NEAR]
    return nouns + next(([w] for w in near if doc.headed(w, "actor")), [])


def _between_of_verb(doc: Document, word: Word) -> list[Word]:
    """ "Clashes continued between the army and rebels": the verb holds what belongs to its subject."""
    top = amount_of(doc, word)
    head = doc.parent(top)
    subject = doc.token(top).rel in ("nsubj", "nsubj:pass") and head is not None and doc.token(head).upos == "VERB"
    behind = obliques(doc, top, "between", "among") if top != word else []
    return behind + (obliques(doc, head, "between", "among") if subject and head is not None else [])


_OWNING = frozenset({"claim"})  # verbs by which a deed is told as one's own
_ANNOUNCED = frozenset({"arrest", "territory_taken", "offensive", "deployment"})  # announced by those who do it
_OF_ITSELF = frozenset({"group_change"})
_FOR_GROUND = frozenset({"offensive", "territory_taken", "siege_blockade"})
_PART = frozenset({"of", "to", "in"})  # prepositions that make a deed part of what is done: "a wave of attacks"
NEAR = 6  # words behind an "and" in which the other side is named; calibrated on the own pages' dev part


def _light_roles(doc: Document, word: Word) -> list[tuple[Role, Word]]:
    """The doer that a light verb lends its event noun, through coordination and "of" ("a series of raids")."""
    for step in doc.path(word):
        head = doc.parent(step)
        if head is None:
            return []
        if doc.rel(step) in ("nmod", "conj", "compound") and doc.token(head).upos in ("NOUN", "PROPN", "NUM"):
            if doc.rel(step) == "nmod" and doc.lemma(head) in speech().told_of:
                return []  # "pursue the perpetrators of the murder"
            if doc.rel(step) == "nmod" and not _PART & set(doc.cases(step)):
                return []  # "received the wounded from the attack", "a march against the abduction"
            announced = by_phrase(doc, head) + doc.kids(head, "nmod:poss")
            if announced and doc.rel(step) == "nmod":
                return [("agent", noun) for noun in announced]
            continue
        if doc.lemma(head) == "responsible" and "for" in doc.cases(step):
            return [("agent", noun) for noun in subjects(doc, head)]
        if doc.token(head).upos != "VERB" or negated(doc, head):
            return []  # "no soldiers took part in the abduction"
        return _lent(doc, head, step)
    return []


def _held_for(doc: Document, word: Word) -> list[tuple[Role, Word]]:
    """ "Blamed the group for the bombing", "convicted of the killing", "the attack was attributed to the group"."""
    noun = word
    while (head := doc.parent(noun)) is not None and doc.rel(noun) in ("conj", "compound") and head < noun:
        noun = head
    if head is not None and doc.lemma(head) == "responsibility" and "for" in doc.cases(noun):
        taken = doc.parent(head)
        owns = (
            taken is not None
            and doc.rel(head) == "obj"
            and doc.lemma(taken) in speech().taking_on
            and not negated(doc, taken)
        )
        return [("agent", other) for other in subjects(doc, taken)] if owns and taken is not None else []
    if head is None or doc.token(head).upos != "VERB":
        return []
    if doc.lemma(head) in speech().holding and doc.rel(noun) == "obl" and {"for", "of", "over"} & set(doc.cases(noun)):
        return [("agent", other) for other in patients(doc, head)]
    if doc.lemma(head) in speech().ascribing and noun in patients(doc, head):
        return [("agent", other) for other in obliques(doc, head, "to", "on")]
    return []


_AMID = frozenset({"in", "during", "amid"})  # not "after fighting" or "while fighting": these are deeds of their own


def _rel(doc: Document, noun: Word) -> str:
    """The relation of an event noun; "died in fighting" is one, though the tree makes a clause of it."""
    opens = {doc.text(kid) for kid in doc.kids(noun, "mark", "case")}
    clause = doc.rel(noun) == "advcl" and doc.token(noun).xpos == "VBG" and bool(opens & _AMID)
    return "obl" if clause and not doc.kids(noun, "obj", "nsubj") else doc.rel(noun)


def _lent(doc: Document, verb: Word, noun: Word) -> list[tuple[Role, Word]]:
    lemma = doc.lemma(verb)
    rel = _rel(doc, noun)
    passive_subject = doc.token(noun).rel == "nsubj:pass"
    if rel == "obj" or passive_subject:
        if lemma in ontology().patient_light_verbs:
            return [("target", other) for other in doers(doc, verb)]
        if lemma in reporting().nominal and lemma != "announce":
            return []  # who documents or reports deeds did none of them; who announces one does
        if lemma in ontology().light_verbs:
            lent: list[tuple[Role, Word]] = [("agent", other) for other in doers(doc, verb)]
            lent += [("party", other) for other in obliques(doc, verb, "with")]
            return lent + [("target", other) for other in obliques(doc, verb, *_TARGET)]
        return []
    if rel == "obl" and lemma in ("engage", "participate", "take", "clash", "fight"):
        return [("agent", other) for other in subjects(doc, verb)]
    if rel == "obl" and lemma in harm().under_fire and "under" in doc.cases(noun):
        return [("target", other) for other in subjects(doc, verb)]
    if rel in ("obl",) and {"in", "by", "during", "with"} & set(doc.cases(noun)):
        if lemma == "lose" or lemma in ontology().tolls["killed"].patient or dies_by_idiom(doc, verb) == "subject":
            return [
                ("target", other) for other in doers(doc, verb)
            ]  # "soldiers died", "the army lost men in an ambush"
        if doc.rel(noun) != "obl":
            return []  # "pulled back in fighting" may be a clause: it lends nothing
        lent = [("target", other) for other in patients(doc, verb)]
        return lent + [("agent", other) for other in doers(doc, verb) if other != noun]
    if rel == "nsubj" and doc.lemma(verb) in (
        "target",
        "hit",
        "strike",
        "kill",
        "pound",
        "wound",
        "injure",
        "destroy",
        "rock",
    ):
        return [("target", other) for other in patients(doc, verb)]
    return []
