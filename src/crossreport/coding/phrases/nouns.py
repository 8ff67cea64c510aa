"""What a noun phrase stands for: which actors it names, and to which class of the ontology it belongs."""

import re

from msgspec import structs

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.bombers import is_bomber
from crossreport.coding.phrases.others import things_before
from crossreport.coding.phrases.pairs import calls_both
from crossreport.model import Actor, Mention
from crossreport.model.kinds import ARMED, ARMED_OR_STATE, GOVERNMENT, PRESS, SIDES
from crossreport.words.actor_nouns import actor_nouns, noun_classes, word_set
from crossreport.words.classes.arms import arms
from crossreport.words.classes.folk import folk
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers

# Heads that only measure or group what stands behind "of".

NAMELESS = "unidentified-armed-group"  # ids of gunmen of whom nobody says whose they are
_DOERS = ("er", "or", "ist", "man", "woman", "keeper", "ee")  # endings of what people are and do
SHORT = 3  # letters; "war" and "car" are no people
DEEP = 3  # noun phrases within one another in which an actor is looked for
UNARMED = frozenset({"civilians", "protesters"})


def _states_beside(doc: Document, noun: Word) -> list[Mention]:
    """ "US and British jets": the states whose forces they are beside the one that the noun stands for."""
    found = []
    for kid in doc.kids(noun, "amod", "compound"):
        for part in {*doc.expand(kid), *doc.kids(kid, "amod", "compound")}:
            found += [m for m in doc.headed(part, "actor") if actor(m).kind in GOVERNMENT]
    return sorted(found, key=lambda mention: mention.span.start)


def _allies(doc: Document, noun: Word, own: list[Mention], depth: int) -> list[Mention]:
    """The other sides that a noun stands for: "fighters of X and of Y", "the joint force" of two named before."""
    if not own or actor(own[0]).kind == "person" or depth > DEEP:
        return []
    both = any(reason.rule == "joint_form" for reason in own[0].reasons)
    meant = {m.value.id: m.value for m in doc.mentions if both and isinstance(m.value, Actor)}
    found = [structs.replace(own[0], value=meant[one]) for one in own[0].candidates if one in meant]
    for kid in doc.kids(noun, "nmod"):
        if "of" not in doc.cases(kid) or doc.token(noun).upos != "NOUN":
            continue
        first, *others = doc.expand(kid)
        if any(actor(m).id == actor(own[0]).id for m in actors_of(doc, first, depth + 1)):
            found += [m for part in others for m in actors_of(doc, part, depth + 1) if actor(m).kind in SIDES]
    return found


def any_of_kind(doc: Document, noun: Word, kinds: frozenset[str]) -> bool:
    """Whether the phrase names an actor of one of the kinds."""
    return any(actor(mention).kind in kinds for mention in actors_of(doc, noun))


def actors_of(doc: Document, noun: Word, depth: int = 0) -> list[Mention]:
    """The actors that a noun phrase names, by its head: its own mention, else one inside it.

    "Syrian army helicopters" names the army, "dozens of members of the Front" the Front, "warplanes" nobody.
    """
    users = _users(doc, noun, depth)
    if users or _for_or_against(doc, noun):
        return users
    own = doc.headed(noun, "actor", "person") or doc.covering(noun, "actor", "person")
    named = _called(doc, noun, own, depth)
    if named:
        return named
    if own:
        grounded = _men_of(doc, noun, depth) if depth <= DEEP else []
        grounded = grounded or _grounded(own)[:1] or (_behind(doc, noun, depth) if depth <= DEEP else [])
        allies = [*_allies(doc, noun, grounded, depth), *_groups_beside(doc, noun, grounded)]
        return [*_by_name(doc, noun, grounded), *allies, *_states_beside(doc, noun)]
    if depth > DEEP or doc.lemma(noun) in word_set("foes"):
        return []  # "the general's enemies" are not his men
    named = _named_kin(doc, noun)
    if named or (doc.lemma(noun) in _kin() and doc.token(noun).xpos == "NN"):
        return named  # "an ally of the government" is not the government
    if doc.lemma(noun) in closed_classes().partitives or doc.token(noun).upos in ("NUM", "DET", "PRON"):
        inner = _inside(doc, noun, {"of", "among"}, depth)
        if inner and not _follows(doc, noun, inner[0]):
            return inner
    for kid in doc.kids(noun, "nmod:poss", "compound", "amod", "flat", "appos", "acl", "nmod:desc"):
        beside_place = doc.rel(kid) == "appos" and doc.headed(noun, "place")  # "Orlivka (Republic of X)"
        if doc.rel(kid) == "acl" or beside_place or holds_only(doc, kid) or _for_or_against(doc, kid):
            continue
        inner = _grounded(doc.headed(kid, "actor", "person") or doc.covering(kid, "actor", "person"))
        if inner and not _only_theirs(doc, noun, kid, actor(inner[0])) and not _follows(doc, noun, inner[0]):
            return [*inner[:1], *_joint(doc, kid, actor(inner[0]))]
    inner = _behind(doc, noun, depth)
    extends = doc.lemma(noun) in closed_classes().extensions
    return inner or (_inside(doc, noun, {"of", "from", "by", "for"}, depth) if extends else [])


def _follows(doc: Document, noun: Word, whose: Mention) -> bool:
    """ "Supporters of X", "X loyalists": X, a person, is not they."""
    return doc.lemma(noun) in folk().following and actor(whose).kind == "person"


def _for_or_against(doc: Document, modifier: Word) -> bool:
    """ "Anti-X operations", "pro-X rallies": X is no doer of them."""
    before, hyphen, _ = doc.text(modifier).partition("-")
    return bool(hyphen) and before in actor_nouns().ties_before


def _joint(doc: Document, modifier: Word, first: Actor) -> list[Mention]:
    """ "Syrian and Russian raids": the other forces and states named in front of a noun with the first one."""
    named = [m for part in doc.expand(modifier)[1:] for m in _grounded(doc.headed(part, "actor"))]
    return [m for m in named if first.kind in ARMED_OR_STATE and actor(m).kind in ARMED_OR_STATE and m.value != first]


def _inside(doc: Document, noun: Word, cases: set[str], depth: int) -> list[Mention]:
    """The actors that the first phrase behind one of these prepositions names: "dozens of members of the Front"."""
    for kid in doc.kids(noun, "nmod", "obl"):
        if cases & set(doc.cases(kid)):
            inner = [found for part in doc.expand(kid) for found in actors_of(doc, part, depth + 1)]
            if inner:
                return inner
    return []


def _named_kin(doc: Document, noun: Word) -> list[Mention]:
    """ "An ally of the government, Russia began …": whom the name behind it says, not whose ally he is."""
    beside = doc.kids(noun, "appos") if doc.lemma(noun) in _kin() else []
    return [m for kid in beside for m in _grounded(doc.headed(kid, "actor")) if actor(m).kind in SIDES][:1]


def _kin() -> frozenset[str]:
    return word_set("kin") - {"side", "power"}  # "the Israeli side" is Israel


def _called(doc: Document, noun: Word, own: list[Mention], depth: int) -> list[Mention]:
    """ "The engineers A, B and C", "her companion A", "the nurse A and the driver B": whom the noun is said of."""
    known = _grounded(own)
    if doc.token(noun).upos != "NOUN" or depth > DEEP or any(actor(m).kind not in UNARMED for m in known):
        return []
    for kid in doc.kids(noun, "appos", "flat"):
        if kid > noun and (first := _persons(doc, kid)):
            others = [m for part in doc.expand(kid)[1:] for m in _persons(doc, part) or actors_of(doc, part, depth + 1)]
            return [*first, *(m for m in others if actor(m).kind == "person")]
    return []


def _persons(doc: Document, noun: Word) -> list[Mention]:
    return [m for m in _grounded(doc.headed(noun, "person", "actor")) if actor(m).kind == "person"][:1]


def _only_theirs(doc: Document, noun: Word, whose: Word, who: Actor) -> bool:
    """ "His driver" is not he, "its passengers" are not the bus line, "our compatriots" not the front that says so."""
    people = _is_people(doc, noun) or doc.lemma(noun) in closed_classes().plain_people
    if doc.token(whose).rel != "nmod:poss" or not people:
        return False
    pronoun = doc.token(whose).upos in ("PRON", "DET")
    theirs = doc.lemma(noun) in ontology().classes["troops"] | closed_classes().partitives | folk().own_men
    return who.kind == "person" or (pronoun and not theirs)


def _users(doc: Document, noun: Word, depth: int) -> list[Mention]:
    """ "A mine of the group", "the junta's Turkish drones", "an Antonov of the army": whoever uses them."""
    classes = ontology().classes
    if depth > DEEP or doc.lemma(noun) not in classes["aircraft"] | classes["weapon"]:
        return []
    behind = [kid for kid in doc.kids(noun, "nmod") if "of" in doc.cases(kid)]
    whose = [part for kid in (*doc.kids(noun, "nmod:poss"), *behind) for part in doc.expand(kid)]
    found = [mention for part in whose for mention in actors_of(doc, part, depth + 1)]
    return found if all(actor(m).kind in ARMED_OR_STATE for m in found) else []


def _groups_beside(doc: Document, noun: Word, own: list[Mention]) -> list[Mention]:
    """ "KNU and PDF fighters", "Hamas and Islamic Jihad militants": the group named in front with the noun's own."""
    rows = [doc.expand(kid) for kid in doc.kids(noun, "compound", "amod")]
    parts = [part for row in rows if len(row) > 1 for part in row]
    named = [m for part in parts for m in _grounded(doc.headed(part, "actor")) if actor(m).kind in ARMED]
    known = {actor(m).id for m in own}
    return [m for m in named if actor(m).id not in known and not actor(m).generic] if known else []


def _is_people(doc: Document, noun: Word) -> bool:
    """ "His driver" is not he."""
    classes = ontology().classes
    return doc.lemma(noun) in classes["people_noun"] | classes["person_noun"] or agentive(doc, noun)


def holds_only(doc: Document, word: Word) -> bool:
    """ "The Houthi-held port": the holder is named by the tie, the port is not he."""
    behind = doc.words_of(word.sentence)[word.token + 1 : word.token + 3]
    return len(behind) == 2 and doc.text(behind[0]) in ("-", "–") and doc.lemma(behind[1]) in arms().held


def _behind(doc: Document, noun: Word, depth: int) -> list[Mention]:
    """Whose a thing is by what follows it: "a helicopter belonging to the army", "drones operated by the army"."""
    for clause in doc.kids(noun, "acl"):
        lemma = doc.lemma(clause)
        led_in = "to" if lemma == "belong" else "by" if lemma in arms().handled else None
        owners = [part for kid in doc.kids(clause, "obl") if led_in in doc.cases(kid) for part in doc.expand(kid)]
        inner = [mention for owner in owners for mention in actors_of(doc, owner, depth + 1)]
        if inner:
            return inner
    return []


def _men_of(doc: Document, noun: Word, depth: int) -> list[Mention]:
    """ "Men of the 62nd Battalion": of an armed force, they are it."""
    men = doc.text(noun) in ("men", "man")
    behind = [kid for kid in doc.kids(noun, "nmod") if men and "of" in doc.cases(kid)]
    inner = [mention for kid in behind for mention in actors_of(doc, kid, depth + 1)]
    return [mention for mention in inner if actor(mention).kind in ARMED][:1]


def _by_name(doc: Document, noun: Word, own: list[Mention]) -> list[Mention]:
    """ "The al-Qaeda affiliate JNIM": the name beside a description says who is meant."""
    if not own or not actor(own[0]).generic:
        return own
    for kid in doc.kids(noun, "appos", "flat"):
        named = [m for m in _grounded(doc.headed(kid, "actor")) if not actor(m).generic]
        if kid > noun and named and actor(named[0]).kind in SIDES:
            return named[:1]
    return own


# Things through which an actor acts or is hit: "helicopters of the army", "positions of the rebels".


def _grounded(mentions: list[Mention]) -> list[Mention]:
    return [mention for mention in mentions if isinstance(mention.value, Actor)]


def actor(mention: Mention) -> Actor:
    """The actor of a grounded mention."""
    assert isinstance(mention.value, Actor)
    return mention.value


def complement(doc: Document, noun: Word) -> list[Word]:
    """The noun, and what it measures: "dozens of villages", "control of the town"."""
    found = [noun]
    for kid in doc.kids(noun, "nmod", "obl"):
        if {"of", "over", "on"} & set(doc.cases(kid)):
            found.extend(doc.expand(kid))
    return found


def belongs(doc: Document, noun: Word, classes: frozenset[str]) -> bool:
    """Whether the noun, or what it counts, is of one of the ontology's classes or is one of its lemmas."""
    counts = doc.lemma(noun) in closed_classes().measures or doc.token(noun).upos in ("NUM", "DET", "PRON")
    counted = complement(doc, noun)[1:] if counts else []
    things = things_before(doc, noun)
    meant = [things] if things is not None else counted or [_held_before(doc, noun) or noun]
    return any(_is(doc, word, name) for word in meant for name in classes)


def _is(doc: Document, word: Word, name: str) -> bool:
    lemma = doc.lemma(word)
    if name not in _TESTS and name in (lemma, doc.text(word)):
        return True
    if name == "operation" and any(doc.text(kid) == name for kid in doc.kids(word, "compound", "flat", "amod")):
        return True  # "launched Operation Iron Fist"
    members = ontology().classes.get(name)
    if members is not None:
        named = bool({lemma, doc.text(word), lemma.removesuffix("s")} & members)
        return named or (name == "weapon" and _model(doc, word))
    test = _TESTS.get(name)
    return test(doc, word) if test else False


def _model(doc: Document, word: Word) -> bool:
    """ "Four AK-47s", "two PKMs": arms called by their model, which no list of words holds."""
    named = doc.headed(word, "actor", "person", "place") or doc.covering(word, "actor", "person", "time")
    verb = doc.parent(word)
    shouted = verb is not None and doc.token(verb).text.isupper()  # a page in capitals throughout
    if named or shouted or not doc.kids(word, "nummod", "det"):
        return False
    name = "".join(doc.token(part).text for part in sorted({*doc.kids(word, "compound", "flat"), word}))
    return bool(_MODEL.fullmatch(name.removesuffix("s")))


_MODEL = re.compile(r"[A-Z]{1,5}-?[0-9]{1,4}[A-Z]?|[A-Z]{2,5}")  # "AK-47", "M16", "PKM", "RPG-7"
_MOVABLE = ("weapon", "vehicle", "aircraft", "money")  # no places, whatever name stands before them: "Bren guns"


def _place(doc: Document, word: Word) -> bool:
    named = [m for m in doc.headed(word, "actor", "person") if not _outlet(m) or not doc.covering(word, "place")]
    if named or any(doc.lemma(word) in ontology().classes[kind] for kind in _MOVABLE):
        return False
    return (
        bool(doc.covering(word, "place"))
        or doc.lemma(word) in ontology().classes["place_noun"]
        or _town_before(doc, word)
        or (
            any(
                doc.lemma(kid) in ontology().classes["place_noun"] or doc.headed(kid, "place")
                for kid in doc.kids(word, "compound", "flat", "nmod:poss", "appos")
            )
            and not doc.headed(word, "actor")
        )
    )


def _town_before(doc: Document, word: Word) -> bool:
    """Whether "it" as an object has a town or its name before it in the sentence: "the town fell, they entered it"."""
    if doc.text(word) != "it" or doc.token(word).rel != "obj":
        return False
    verb = doc.parent(word)
    if verb is not None and any({"to", "into"} & set(doc.cases(kid)) for kid in doc.kids(verb, "obl")):
        return False  # "seized a tanker and took it to the port"
    before = doc.words_of(word.sentence)[: word.token]
    return any(doc.lemma(noun) in ontology().classes["place_noun"] or doc.headed(noun, "place") for noun in before)


def _held_before(doc: Document, noun: Word) -> Word | None:
    """What "it" is that a sentence right behind overruns or holds: the last base or position that was attacked."""
    verb = doc.parent(noun)
    if doc.text(noun) != "it" or doc.rel(noun) != "obj" or verb is None or doc.lemma(verb) not in arms().taken_over:
        return None
    told = [*(doc.words_of(noun.sentence - 1) if noun.sentence else []), *doc.words_of(noun.sentence)[: noun.token]]
    hit = [word for word in told if doc.token(word).upos == "NOUN" and doc.rel(word) in ("obj", "nsubj:pass")]
    site = hit and (doc.lemma(hit[-1]) in ontology().classes["base"] or doc.lemma(hit[-1]) in arms().sites)
    return hit[-1] if site else None


def _outlet(mention: Mention) -> bool:
    """A newspaper or channel, many of which go by the name of a town."""
    return isinstance(mention.value, Actor) and mention.value.kind in PRESS


def _armed(doc: Document, word: Word) -> bool:
    if noun_classes().get(doc.lemma(word)) == "delegates":
        return False  # whoever sends them
    meant = [actor(m) for m in actors_of(doc, word)]
    if any(one.kind in ARMED or one.kind == "state" or one.id.startswith(NAMELESS) for one in meant):
        return True
    return doc.lemma(word) in ontology().classes["troops"]


def _civilians(doc: Document, word: Word) -> bool:
    return any_of_kind(doc, word, UNARMED)


def _people(doc: Document, word: Word) -> bool:
    classes = ontology().classes
    if doc.lemma(word) in classes["people_noun"] | classes["person_noun"]:
        return True
    if doc.lemma(word) in classes["vehicle"] | classes["building"] | classes["weapon"] | classes["position"]:
        return False
    if doc.headed(word, "actor", "person") or doc.covering(word, "actor", "person"):
        return True
    if doc.token(word).upos == "PROPN" and not doc.covering(word, "place") and _counted(doc, word):
        return True  # "nine Rohingya", "thousands of Yazidis"
    counted = doc.token(word).upos == "NUM" or doc.lemma(word) in closed_classes().partitives
    return counted and bool(doc.covering(word, "quantity"))


def _counted(doc: Document, word: Word) -> bool:
    head = doc.parent(word)
    of_many = head is not None and doc.rel(word) == "nmod" and doc.lemma(head) in ontology().classes["many"]
    return of_many or bool(doc.kids(word, "nummod"))


def _unarmed(doc: Document, word: Word) -> bool:
    """People who are nobody's fighters: families flee, soldiers withdraw."""
    return _people(doc, word) and not _armed(doc, word)


def _person(doc: Document, word: Word) -> bool:
    if doc.headed(word, "person") or doc.covering(word, "person"):
        return True
    one = doc.token(word).xpos in ("NN", "NNP")
    return one and doc.lemma(word) in ontology().classes["person_noun"] and not doc.lemma(word).endswith("s")


def _noun(doc: Document, word: Word) -> bool:
    return doc.token(word).upos in ("NOUN", "PROPN", "NUM", "PRON") and not doc.headed(word, "time")


def _addressee(doc: Document, word: Word) -> bool:
    """Whoever can be told, asked or warned: people, a side, a state by its name, a body ("firms", "the assembly")."""
    body = doc.token(word).upos == "NOUN" and doc.lemma(word) in ontology().classes["body_noun"]
    named = bool(actors_of(doc, word)) or (
        doc.token(word).upos in ("NOUN", "PROPN") and bool(doc.covering(word, "place"))
    )
    return body or named or _people(doc, word) or agentive(doc, word)


def _event(doc: Document, word: Word) -> bool:
    return ("noun", doc.lemma(word)) in triggers() and not doc.headed(word, "actor", "person")


def _aerial(doc: Document, word: Word) -> bool:
    """ "Jets", "the air force", "a naval air squadron": who does it from the air."""
    if doc.lemma(word) in ontology().classes["aircraft"]:
        return not is_bomber(doc, word)
    return doc.lemma(word) in arms().air_units and any(
        doc.text(kid) == "air" for kid in doc.kids(word, "compound", "amod")
    )


_TESTS = {
    "place": _place,
    "actor": lambda doc, word: bool(actors_of(doc, word)),
    "both": calls_both,
    "armed": _armed,
    "state": lambda doc, word: any(actor(m).kind in ("state", "igo") for m in actors_of(doc, word)),
    "civilians": _civilians,
    "people": _people,
    "one": lambda doc, word: doc.token(word).xpos in ("NN", "NNP") and (_people(doc, word) or agentive(doc, word)),
    "unarmed": _unarmed,
    "person": _person,
    "event": _event,
    "addressee": _addressee,
    "aerial": _aerial,
    "carries_bomb": is_bomber,
    "noun": _noun,
}


def agentive(doc: Document, noun: Word) -> bool:
    """Whether a common noun ends like one for people ("tax collector"), and is none of the things that do, too."""
    lemma = doc.lemma(noun)
    ends = doc.token(noun).upos == "NOUN" and len(lemma) > SHORT and lemma.endswith(_DOERS)
    things = ontology().classes
    return ends and not any(lemma in things[kind] for kind in ("no_doer", "vehicle", "weapon", "aircraft"))
