"""The roles that a noun of a happening gives to those around it, and those that the verb above lends it.

In: what was found. Out: roles with nouns. Who the nouns are, and whether they could do it, `participants` decides.
"""

from collections.abc import Iterator

from crossreport.coding.counts.fates import dies_by_idiom
from crossreport.coding.events.retelling import amount_of
from crossreport.coding.events.triggers import Found
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import by_phrase, doers, is_passive, obliques, patients, subjects
from crossreport.coding.phrases.capacity import DEEDS
from crossreport.coding.phrases.nouns import NAMELESS, actor, actors_of, any_of_kind
from crossreport.coding.roles.behind import by_of_verb, by_phrase_of_last, doers_of_own_verb, done_right_behind
from crossreport.coding.roles.of_whom import only_a_label, role_of
from crossreport.coding.roles.shared import AT_WHOM, RECEIVED, holders_of_ground, own_roles
from crossreport.coding.status.negation import negated
from crossreport.model import Role
from crossreport.model.kinds import ARMED
from crossreport.words.classes.arms import arms
from crossreport.words.classes.course import course
from crossreport.words.classes.harm import harm
from crossreport.words.classes.speech import speech
from crossreport.words.events import ontology, triggers
from crossreport.words.reporting import reporting


def roles_of_noun(doc: Document, found: Found) -> list[tuple[Role, Word]]:
    """Roles and the nouns that have them."""
    word = found.word
    between = both_sides(doc, obliques(doc, word, "between", "among") or between_of_verb(doc, word))
    roles = [*_ahead_of_noun(doc, found), *_behind_noun(doc, found, between)]
    roles += own_roles(doc, found)
    roles += holders_of_ground(doc, found, roles)
    roles += _in_clauses(doc, word)
    if not any(role in ("agent", "party") and actors_of(doc, noun) for role, noun in roles):
        roles += _held_for(doc, word)
        lent = _light_roles(doc, word)
        own = _OWNING | _PROCLAIMING if found.type in _ANNOUNCED else _OWNING
        telling = (found.type in DEEDS and _told_of(doc, word, own)) or _judged(doc, word)
        roles += [(role, noun) for role, noun in lent if not (telling and role == "agent")]
    known = [role for role, noun in roles if any_of_kind(doc, noun, ARMED)]
    laid = doc.lemma(word) not in arms().one_sided or "agent" in known  # who dies in an ambush has not laid it
    if ontology().types[found.type].scheme == "parties" and known and laid and not between:
        roles += _other_side(doc, word)
    return roles


def _ahead_of_noun(doc: Document, found: Found) -> Iterator[tuple[Role, Word]]:
    """ "The army's raid", "rebel shelling"; "their trial" is one of them."""
    for kid in _in_front(doc, found.word):
        labelled = only_a_label(doc, kid) and not _moves_on(doc, found)
        if (found.means is None or kid != found.means) and not labelled:
            on_trial = doc.rel(kid) == "nmod" and doc.lemma(found.word) in harm().trials
            yield ("target" if on_trial and not any_of_kind(doc, kid, ARMED) else "agent"), kid


def _behind_noun(doc: Document, found: Found, between: list[Word]) -> Iterator[tuple[Role, Word]]:
    """Whoever stands behind the prepositions of the noun: by, between, with, on, of, to."""
    word = found.word
    by = by_phrase(doc, word) or by_phrase_of_last(doc, word) or done_right_behind(doc, word) or by_of_verb(doc, word)
    yield from (("agent", noun) for noun in by)
    if "under" in doc.cases(word):
        yield from (("target", noun) for noun in doc.kids(word, "nsubj", "nsubj:pass"))
    yield from (("party", noun) for noun in (*between, *obliques(doc, word, "with")))
    head = doc.parent(word)
    if head is None or doc.lemma(head) != "blame":  # "blamed the attack on the army" makes it no target
        yield from (("target", noun) for noun in obliques(doc, word, *AT_WHOM))
    yield from ((role_of(doc, found, noun), noun) for noun in obliques(doc, word, "of"))
    if found.type in RECEIVED:
        yield from (("recipient", noun) for noun in obliques(doc, word, "to"))


def _in_clauses(doc: Document, word: Word) -> Iterator[tuple[Role, Word]]:
    """ "A raid that hit the army", "an attack attributed to the group", "mines laid by the rebels"."""
    own = doers_of_own_verb(doc, word)
    yield from (("agent", noun) for noun in own)
    for kid in doc.kids(word, "acl", "acl:relcl"):
        if doc.lemma(kid) in ("target", "hit", "strike", "involve", "pit", "attack"):
            yield from (("target", noun) for noun in patients(doc, kid))
        elif doc.lemma(kid) in speech().ascribing and not own:
            yield from (("agent", noun) for noun in obliques(doc, kid, "to", "on"))
        elif doc.lemma(kid) in course().done_by:
            yield from (("agent", noun) for noun in doers(doc, kid))


def _gunmen(doc: Document, noun: Word) -> bool:
    return any(actor(m).id.startswith(NAMELESS) for m in actors_of(doc, noun))


def _other_side(doc: Document, word: Word) -> list[tuple[Role, Word]]:
    """ "Four militants were killed in an encounter with troops": the verb tells the side that "with" does not."""
    verb = doc.parent(word)
    of = {*doc.cases(word), *(doc.text(mark) for mark in doc.kids(word, "mark"))}
    if verb is not None and "of" in of and doc.rel(verb) == "obl" and not doc.headed(verb, "actor"):
        word, verb = verb, doc.parent(verb)  # "took the town after three days of fighting with troops"
    if verb is None or _rel(doc, word) != "obl" or doc.token(verb).upos != "VERB" or negated(doc, verb):
        return []
    if any(trigger.type == "territory_lost" for trigger in triggers().get(("verb", doc.lemma(verb)), ())):
        return []  # "withdrew after hours of fighting" is more than the fighting
    cases = set(doc.cases(word)) | of
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


def both_sides(doc: Document, nouns: list[Word]) -> list[Word]:
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


def between_of_verb(doc: Document, word: Word) -> list[Word]:
    """ "Clashes continued between the army and rebels": the verb holds what belongs to its subject."""
    top = amount_of(doc, word)
    head = doc.parent(top)
    subject = doc.token(top).rel in ("nsubj", "nsubj:pass") and head is not None and doc.token(head).upos == "VERB"
    behind = obliques(doc, top, "between", "among") if top != word else []
    return behind + (obliques(doc, head, "between", "among") if subject and head is not None else [])


_OWNING = frozenset({"claim"})  # verbs by which a deed is told as one's own


_ANNOUNCED = frozenset({"arrest", "territory_taken", "offensive", "deployment", "siege_blockade"})  # by those who do it
_PROCLAIMING = frozenset({"announce", "declare", "proclaim", "decree"})


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
            and doc.lemma(taken) in speech().taking_on | reporting().blame.bear
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
            return lent + [("target", other) for other in obliques(doc, verb, *AT_WHOM)]
        return []
    if rel == "obl" and lemma in ("engage", "participate", "take", "clash", "fight"):
        return [("agent", other) for other in subjects(doc, verb)]
    if rel == "obl" and lemma in harm().under_fire and "under" in doc.cases(noun):
        return [("target", other) for other in subjects(doc, verb)]
    opens = {*doc.cases(noun), *(doc.text(mark) for mark in doc.kids(noun, "mark"))}
    if rel == "obl" and {"in", "by", "during", "with"} & opens:
        if lemma == "lose" or lemma in ontology().tolls["killed"].patient or dies_by_idiom(doc, verb) == "subject":
            return [
                ("target", other) for other in doers(doc, verb)
            ]  # "soldiers died", "the army lost men in an ambush"
        harmed = lemma in {*ontology().tolls["killed"].verbs, *ontology().tolls["wounded"].verbs}
        if doc.rel(noun) != "obl" and not (harmed and is_passive(doc, verb)):
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
