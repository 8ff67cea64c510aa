"""Which of the places tied to a happening only say where it was fired from, or where another of them lies."""

import re

from crossreport.coding.page.document import Document, Word
from crossreport.model import Place
from crossreport.model.analysis import PLURAL
from crossreport.words.actor_nouns import FIGHTERS, noun_classes
from crossreport.words.events import ontology, triggers


def without_origins(doc: Document, places: list[tuple[Place, Word]]) -> list[tuple[Place, Word]]:
    """ "From positions in X they shelled Y" is at Y; a place that lies in X ("left X in Y") says nothing against X."""
    places = [(place, at) for place, at in places if place.kind != "country" or not _home(doc, at)]
    whose = {at for _, at in places if _of_office(doc, at) or _of_one(doc, at)}
    if any(place.kind in _FINE and at not in whose and _stands_in(doc, at) for place, at in places):
        places = [(place, at) for place, at in places if at not in whose]
    there = [at for place, at in places if place.kind in _FINE and not came_from(doc, at) and not _goes_to(doc, at)]
    return [
        (place, at) for place, at in places if not came_from(doc, at) or all(at in doc.path(other) for other in there)
    ]


def _of_office(doc: Document, at: Word) -> bool:
    """ "The mayor of X was shot in Y": of what he is mayor, beside where it was done."""
    head = doc.parent(at)
    titled = head is not None and doc.rel(at) == "nmod" and "of" in doc.cases(at)
    return titled and head is not None and noun_classes().get(doc.lemma(head)) == "official"


def _of_one(doc: Document, at: Word) -> bool:
    """ "A doctor from X was abducted in Y": where somebody is from, beside where it was done."""
    head = doc.parent(at)
    if head is None or doc.rel(at) != "nmod" or "from" not in doc.cases(at) or doc.lemma(head) in _UPROOTED:
        return False
    people = bool(doc.headed(head, "person", "actor")) or doc.lemma(head) in ontology().classes["people_noun"]
    return people and doc.token(head).upos == "NOUN"


def _stands_in(doc: Document, at: Word) -> bool:
    """Whether "in", "at" or "near" leads the place in, or the noun that says what it is."""
    return any(_IN & {*doc.cases(step)} for step in doc.path(at)[:2])


_IN = frozenset({"in", "at", "near", "on", "outside", "inside"})
_FINE = frozenset({"settlement", "unresolved", "district", "facility", "region", "natural"})  # a road is a region


def _goes_to(doc: Document, at: Word) -> bool:
    """ "Withdrew from X to Y" was in X."""
    return any("to" in doc.cases(step) for step in doc.path(at)[:2])


def _home(doc: Document, at: Word) -> bool:
    """ "Mercenaries from Colombia", "a peacekeeper from Nepal": whose people they are, not where they are."""
    name = at
    while doc.rel(name) == "conj" and "from" not in doc.cases(name) and doc.parent(name) is not None:
        name = doc.parent(name) or name
    people = doc.parent(name)
    if people is None or doc.rel(name) != "nmod" or "from" not in doc.cases(name):
        return False
    human = doc.headed(people, "actor") or doc.lemma(people) in ontology().classes["people_noun"]
    return bool(human) and doc.lemma(people) not in _UPROOTED | ontology().classes["displaced"]


_UPROOTED = frozenset({"asylum-seeker", "people", "family"})  # beside those whom the ontology calls displaced


def came_from(doc: Document, at: Word) -> bool:
    """Whether "from" governs the place, or what stands in it: "from the direction of X"; not a deed there, of which
    something came: "the toll from the shelling of X".
    """
    for step in doc.path(at):
        deed = step != at and ("noun", doc.lemma(step)) in triggers()
        if doc.token(step).upos not in ("NOUN", "PROPN") or deed:
            return False
        if "from" in doc.cases(step) or any("from" in doc.cases(kid) for kid in _names_before(doc, step)):
            return step == at or not _fighters(doc, step)  # "under fire from gunmen near X"
    return False


def _fighters(doc: Document, noun: Word) -> bool:
    """Whether the noun is for people who fight: where they are, it may be as well."""
    return doc.token(noun).xpos in PLURAL and noun_classes().get(doc.lemma(noun)) in FIGHTERS | {"forces", "gunman"}


def _names_before(doc: Document, word: Word) -> list[Word]:
    """ "From Greater X": what qualifies the name, on which the parser may hang the preposition."""
    return [kid for kid in doc.kids(word, "compound", "amod") if kid < word and doc.token(kid).upos == "PROPN"]


def without_owners(doc: Document, places: list[tuple[Place, Word]]) -> list[tuple[Place, Word]]:
    """ "Marib's Sirwah district" is Sirwah; "Kabul's Shash Darak quarter" is in Kabul too."""
    kept, towns = [], []
    for place, at in places:
        owned = [one for one, there in places if doc.token(at).rel == "nmod:poss" and _owns(doc, at, there)]
        if not owned:
            kept.append((place, at))
        elif all(one.kind in ("district", "facility") for one in owned):
            towns.append((place, at))
    return kept + towns


def _owns(doc: Document, owner: Word, there: Word) -> bool:
    return there != owner and doc.parent(owner) in (there, doc.parent(there))


def without_bearings(doc: Document, places: list[tuple[Place, Word]]) -> list[tuple[Place, Word]]:
    """ "X, some 20 km north of Y", "X, a farming town near Y": Y only says where X lies."""
    located = {
        there
        for first, here in places
        for place, there in places
        if here < there and here.sentence == there.sentence and _bears(doc, first, place)
    }
    named = any(_DISTANT.match(place.span.quote) is None for place, _ in places if place.span is not None)
    return [
        (place, at)
        for place, at in places
        if at not in located and not (named and place.span is not None and _DISTANT.match(place.span.quote))
    ]


def described(doc: Document, at: Word, places: list[tuple[Place, Word]]) -> bool:
    """Whether a name stands in a clause about one of the places: "took X, through which a road runs from Y to Z"."""
    steps = doc.path(at)
    there = [steps.index(word) for _, word in places if word in steps and word != at]
    return any(doc.token(step).rel.startswith("acl") for last in there for step in steps[:last])


def only_bearing(doc: Document, place: Place, at: Word) -> bool:
    """Whether a place of the text only says where the one before it lies."""
    told = [(one.value, there) for one, there in doc.told_in(at.sentence, "place") if isinstance(one.value, Place)]
    return any(here < at and _bears(doc, first, place) for first, here in told)


def _bears(doc: Document, first: Place, second: Place) -> bool:
    if first.span is None or second.span is None or not 0 < second.span.start - first.span.end <= BEARING_REACH:
        return False
    between = doc.page.text[first.span.end : second.span.start] + second.span.quote
    return any(pattern.match(between) is not None for pattern in (_BEARING, _EDGE, _SEAT))


_DISTANT = re.compile(r"\d[\d.,]* ?(?:km|kms|kilomet(?:er|re)s?|mi|miles?)\b", re.IGNORECASE)  # "5 km from X"
_EDGE = re.compile(r"\s*,?\s?(?:on|at|in) the (?:[a-z]+ )?(?:outskirts|edges?|suburbs) of\b", re.IGNORECASE)
# "X, the seat of Y district", "X, on the border with Y": the larger place, or the neighbouring one.
_SEAT = re.compile(
    r"\s*[,(]\s?(?:(?:which|that) is )?(?:(?:the |a )?(?:[a-z]+ )?"
    r"(?:headquarters?|capital|seat|chief town|main (?:town|city)|(?:largest|biggest) (?:town|city)|centre|center) of"
    r"|(?:on|near|along|at|close to|next to) the (?:[A-Za-z]+ )?(?:border|frontier) (?:with|of))\b",
)
BEARING_REACH = 70  # characters between two places, the second of which says where the first lies
_LENGTH = r"(?:\d[\d.,]*|an?|two|three|four|five|six|seven|eight|nine|ten|[\w-]+teen|[\w-]+ty|several|a few|some)"
_BEARING = re.compile(
    r"(?:\s*[,(]\s?(?:(?:which|that) (?:lies|is) |located |situated |lying |an? [a-z][a-z -]{2,40}? )?"
    r"|\s+an? [a-z][a-z -]{2,40}? )"  # crawled text has lost its commas: "took X a town outside Y"
    r"(?:(?:just|only|some|about|around|roughly|approximately|nearly|almost|over|less than|more than) )*"
    rf"(?:{_LENGTH}[ -]?(?:km|kms|kilomet(?:er|re)s?|mi|miles?|nautical miles?|met(?:er|re)s?|m|hours?)\b"
    r"|(?:to the )?(?:north|south)?-?(?:north|south|east|west)\b(?! of the country)"
    r"|(?:just |right )?(?:below|above|beneath|opposite|across from|downstream from|upstream from)\b"
    r"|(?:midway |halfway |half-way )?between\b"
    r"|bordering\b|which borders\b|adjoining\b|near\b|close to\b|not far from\b|outside\b|next to\b)",
    re.IGNORECASE,
)
