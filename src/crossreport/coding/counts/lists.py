"""People listed one by one: "a man, a woman and a child", "a woman and her three children"."""

from crossreport.coding.counts.counted import lemmas_of
from crossreport.coding.counts.nearby import Place
from crossreport.coding.page.document import Document, Word
from crossreport.model import Mention, Quantity, content_id
from crossreport.model.analysis import PLURAL
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.function_words import ADDING, POSSESSIVES

_ONE = frozenset({"a", "an", "one", "another"})
_DEFINITE = frozenset({"the"})
_MODIFIERS = 3  # words between a determiner and its person ("an unidentified elderly man")


def person_list(doc: Document, place: Place, value: Quantity) -> tuple[int, float] | None:
    """Index of the list's last token and its sum; None if no list of single people begins here."""
    if not (value.rule == "singular" or (value.low == value.high == 1)):
        return None
    item = _item(doc, Word(place.sentence, place.first), first=True)
    total, items, end, joined = 0.0, 0, place.first, False
    while item is not None:
        end, total, items = item[0], total + item[1], items + 1
        behind = _behind_separator(doc, place.sentence, end)
        item = _item(doc, Word(place.sentence, behind), first=False)
        if item is not None and _another_part(doc, Word(place.sentence, end), Word(place.sentence, item[0])):
            item = None
        if item is not None:  # "the attacker, a father" is one person told twice
            joined = any(doc.text_at(place.sentence, index) in ADDING for index in range(end + 1, behind))
    return (end, total) if items > 1 and joined else None


def _another_part(doc: Document, before: Word, noun: Word) -> bool:
    """ "According to the mayor, three soldiers were killed": the mayor is not of the subject's row."""
    subject = doc.token(noun).rel in ("nsubj", "nsubj:pass")
    return subject and before not in doc.path(noun) and bool(doc.cases(before)) and not doc.cases(noun)


def single_people(doc: Document) -> list[Mention]:
    """Lists of people that no number opens ("a father, a mother and a son"), each as a mention of its first word."""
    found = []
    for word in doc.words():
        if doc.text(word) in _ONE | _DEFINITE | POSSESSIVES and not doc.covering(word, "quantity"):
            one = Quantity(1, 1, 1, "exact", doc.token(word).text, None, "singular")
            if person_list(doc, Place(word.sentence, word.token, word.token), one) is not None:
                span = doc.span([word])
                id_ = content_id("mention", doc.page.id, "quantity", span.start, span.end)
                found.append(Mention(id_, doc.page.id, "quantity", span, one, (), (), span.start))
    return found


def _behind_separator(doc: Document, sentence: int, end: int) -> int:
    index = end + 1
    while doc.text_at(sentence, index) in (",", "and", "with", "plus", "as", "well"):
        index += 1
    return index


def _item(doc: Document, start: Word, *, first: bool) -> tuple[int, float] | None:
    """One member of the list: index of its noun, and how many it is."""
    length = len(doc.sentences[start.sentence].tokens)
    if start.token >= length:
        return None
    index, value = start.token, 1.0
    text = doc.text(start)
    if text in POSSESSIVES:
        index += 1
    number = _number(doc, Word(start.sentence, index)) if text not in _ONE | _DEFINITE else None
    if number is not None:
        value, index = number[1], number[0] + 1
        if doc.text_at(start.sentence, index) == "of" and doc.text_at(start.sentence, index + 1) in POSSESSIVES:
            index += 2
    elif text in _ONE or text in _DEFINITE:
        index += 1
    elif text not in POSSESSIVES and (first or not is_person(doc, start)):
        return None
    return _noun(doc, start.sentence, index, value)


def _number(doc: Document, word: Word) -> tuple[int, float] | None:
    """The exact number that begins at the word, with its last token."""
    if word.token >= len(doc.sentences[word.sentence].tokens):
        return None
    for mention in doc.covering(word, "quantity"):
        value = mention.value
        if not isinstance(value, Quantity) or value.unit is not None or value.rule == "singular":
            continue
        if value.low is not None and value.low == value.high and doc.first_word(mention) == word:
            last = [w for w in doc.words_of(word.sentence) if doc.token(w).start < mention.span.end]
            return last[-1].token, value.low
    return None


def _noun(doc: Document, sentence: int, index: int, value: float) -> tuple[int, float] | None:
    """The person noun at or shortly behind the index; one person is told in the singular."""
    length = len(doc.sentences[sentence].tokens)
    index += _age(doc, sentence, index)
    for at in range(index, min(length, index + _MODIFIERS + 1)):
        word = Word(sentence, at)
        if is_person(doc, word) and not (at + 1 < length and is_person(doc, Word(sentence, at + 1))):
            plural = doc.token(word).xpos in PLURAL
            return None if plural and value == 1 else (at, value)
        if doc.token(word).upos not in ("ADJ", "NOUN", "PROPN"):
            return None
    return None


def _age(doc: Document, sentence: int, index: int) -> int:
    """How many tokens tell an age in front of the noun: "70-year-old"."""
    texts = [doc.text_at(sentence, at) for at in range(index, index + len(_AGED))]
    fits = all(wanted in ("", text) for wanted, text in zip(_AGED, texts, strict=True))
    return len(_AGED) if fits else 0


_AGED = ("", "-", "year", "-", "old")


def is_person(doc: Document, word: Word) -> bool:
    """A noun for one kind of person, and no family, crew or crowd."""
    if doc.token(word).upos not in ("NOUN", "PROPN"):
        return False
    names = lemmas_of(doc, word)
    if doc.token(word).xpos == "NN" and doc.headed(word, "person"):
        return True
    groups = {"family", "crew", "staff", "personnel", "police", "population", "people", "life", "other"}
    known = any(names & lemmas for lemmas in closed_classes().counted.values())
    known = known or any(names & ontology().classes[kind] for kind in ("people_noun", "person_noun", "kin"))
    return known and not names & groups
