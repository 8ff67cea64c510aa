"""The two sides of a fight that the page sets against each other, whoever they are: "between miners and villagers".

In: the trigger of a fight. Out: the nouns of its two sides, and a side under the page's own words for each that names
no force. Refuses places, persons, and words for anybody ("clashes between people").
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import patients, subjects
from crossreport.coding.phrases.capacity import COMMUNITY
from crossreport.coding.phrases.nouns import actor, actors_of
from crossreport.model import Actor, Mention, Reason, content_id
from crossreport.model.analysis import PLURAL
from crossreport.model.kinds import ARMED
from crossreport.words.classes.folk import folk
from crossreport.words.classes.harm import harm

_FIGHT = frozenset({"armed_clash", "riot"})
_LONGEST = 4  # words of such a side's name


def rival_nouns(doc: Document, word: Word, type_: str, between: list[Word]) -> frozenset[Word]:
    """The nouns of two sides set against each other by a fight's "between", or joined as subjects of its verb."""
    if type_ not in _FIGHT:
        return frozenset()
    nouns = between if doc.token(word).upos == "NOUN" or between else subjects(doc, word)
    return frozenset(nouns) if len(nouns) > 1 else frozenset()


def side_by_its_words(doc: Document, noun: Word) -> Mention | None:
    """A side named as the page names it; None for places, persons, things and anybody."""
    token = doc.token(noun)
    many = token.xpos in PLURAL or doc.lemma(noun) == "people"
    if token.upos not in ("NOUN", "PROPN") or doc.headed(noun, "place", "person", "time"):
        return None
    words = _words(doc, noun)
    if not many or (len(words) == 1 and doc.lemma(noun) in folk().anybody):
        return None
    span = doc.span(words)
    lands = [actor(m).country for m in doc.headed(noun, "actor") if isinstance(m.value, Actor)]
    code = lands[0] if lands else None
    name = " ".join(span.quote.split())
    value = Actor(f"{COMMUNITY}{code or 'XX'}:{name.lower()}", name, "identity_militia", code, generic=True)
    why = Reason("rival", "set against the other side of the fight", span)
    id_ = content_id("mention", doc.page.id, "rival", span)
    return Mention(id_, doc.page.id, "actor", span, value, (), (why,), token.start)


def _words(doc: Document, noun: Word) -> list[Word]:
    """The noun with the words right in front of it that say which people they are."""
    front = set(doc.kids(noun, "amod", "compound", "flat", "nmod:poss"))
    first = noun.token
    while first and Word(noun.sentence, first - 1) in front and noun.token - first < _LONGEST - 1:
        first -= 1
    return [Word(noun.sentence, at) for at in range(first, noun.token + 1)]


def fallen_sides(doc: Document, word: Word) -> list[Word]:
    """ "The fighting left nine soldiers and 20 rebels dead": the forces of which it killed some, if they are two."""
    while doc.rel(word) == "nmod" and "of" in doc.cases(word) and (above := doc.parent(word)) is not None:
        word = above  # "a night of street fighting left …"
    verb = doc.parent(word)
    if verb is None or doc.rel(word) not in ("nsubj", "csubj") or doc.lemma(verb) not in harm().leaving:
        return []
    under = [noun for kid in doc.kids(verb, "xcomp", "ccomp") for noun in doc.kids(kid, "nsubj")]
    nouns = [*patients(doc, verb), *(other for noun in under for other in doc.expand(noun))]
    sides = {actor(m).id: noun for noun in nouns for m in actors_of(doc, noun)[:1] if actor(m).kind in ARMED}
    return list(sides.values()) if len(sides) == 2 else []
