"""What people without arms or names are called: "students", "displaced people", where the page says more of them.

In: a taking. Out: its actor, of the same id and kind, under the page's own words. Plain people ("residents", "three
men") stay civilians, as the codebook counts them.
"""

from msgspec import structs

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Taking
from crossreport.coding.roles.described import is_age
from crossreport.coding.roles.sides_told import side_told_as
from crossreport.model import Actor
from crossreport.words.actor_nouns import actor_nouns, noun_classes
from crossreport.words.classes.folk import folk
from crossreport.words.closed_classes import closed_classes

_CIVILIANS = "civilians"
_DISPLACED, _DISPLACED_SHORT = "displaced people", frozenset({"idps", "idp"})
_MOST = 3  # words of such a name


def told_as(doc: Document, taking: Taking) -> Actor:
    """The actor, named as the page names such people."""
    who = side_told_as(doc, taking)
    head = doc.word_of(taking.mention)
    if who.name != _CIVILIANS or head is None:
        return who
    if doc.text(head) in _DISPLACED_SHORT:
        return structs.replace(who, name=_DISPLACED)
    if doc.token(head).upos != "NOUN":
        return who
    words = closed_classes()
    front = _in_front(doc, head)
    lemma = doc.lemma(head)
    plain = lemma in folk().anybody | words.plain_people | words.partitives | words.measures
    apart = any(doc.lemma(kid) in words.set_apart or doc.text(kid) in words.set_apart for kid in front)
    if plain and not (apart or any(_of_a_people(doc, kid) for kid in front)):
        return who
    name = _name(doc, [*front, head])
    return structs.replace(who, name=_DISPLACED if _displaced(doc, head, front) else name)


def _of_a_people(doc: Document, word: Word) -> bool:
    """ "Fulani men", "Kurdish civilians": which people they are of is why they are told of."""
    return noun_classes().get(doc.text(word)) == "community" or doc.text(word) in actor_nouns().peoples


def _displaced(doc: Document, head: Word, front: list[Word]) -> bool:
    """ "Displaced persons", "internally displaced people", "IDPs": one group under many names."""
    plain = doc.lemma(head) in folk().anybody | closed_classes().plain_people
    return plain and any(doc.text(kid) == "displaced" for kid in front)


def _in_front(doc: Document, head: Word) -> list[Word]:
    """The words right before the noun that say what these people are, not what became of them."""
    told = set(doc.kids(head, "amod", "compound"))
    first = head.token
    while first and (before := Word(head.sentence, first - 1)) in told:
        state = (
            doc.lemma(before) in closed_classes().plain_people and doc.text(before) not in closed_classes().set_apart
        )
        if doc.token(before).upos not in _TELLING or state or is_age(doc, before):
            break
        first -= 1
    return [Word(head.sentence, token) for token in range(first, head.token)]


_TELLING = frozenset({"ADJ", "NOUN", "VERB", "PROPN"})


def _name(doc: Document, words: list[Word]) -> str:
    """The words as a name, in lower case but for those that have their capital inside a sentence."""
    quote = doc.span(words).quote if len(words) <= _MOST else doc.token(words[-1]).text
    lowered = words[0].token == 0 and doc.token(words[0]).upos != "PROPN"
    return quote.lower() if quote.isupper() else quote[:1].lower() + quote[1:] if lowered else quote
