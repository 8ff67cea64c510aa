"""The place of a happening that names none: a roundup's dateline, the line that opens an item.

And which mentions are no places but governments that speak, or parts of a name.
"""

import re

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.item_openers import DATES
from crossreport.coding.settings.shared import block_of
from crossreport.model import Mention, Place, When
from crossreport.words.classes.harm import harm


def block_dateline(doc: Document, word: Word) -> list[tuple[Place, Word]]:
    """ "KUFA - A bomber …", "2) Masisi / Bihito camp, 18/01.": the place that opens a paragraph of a roundup."""
    opening = doc.openings.get(block_of(doc, word)) if doc.item(word) is not None else None
    if opening is not None and opening.place is not None:
        return _placed(doc, [opening.place])
    block = doc.page.blocks[block_of(doc, word)]
    first = _first_of_block(doc, word)
    for mention, at in doc.told_in(first, "place"):
        if not isinstance(mention.value, Place):
            continue
        lead = doc.page.text[block.start : mention.span.start].strip(" *-•–—\t")
        behind = doc.page.text[mention.span.end : mention.span.end + DATELINE_REACH].lstrip(" ,")
        if not lead and behind[:1] in ("-", "–", "—", ":"):
            return [(mention.value, at)]
    return _opening(doc, first) if first < word.sentence else []


def opening_places(doc: Document, word: Word) -> set[int]:
    """Where the places begin that open the word's paragraph: they say where, whatever the syntax ties them to."""
    opening = doc.openings.get(block_of(doc, word)) if doc.item(word) is not None else None
    told = {one.span.start for one in opening.places} if opening is not None else set()
    return told | {place.span.start for place, _ in block_dateline(doc, word) if place.span is not None}


def _placed(doc: Document, mentions: list[Mention]) -> list[tuple[Place, Word]]:
    told = [(one.value, doc.word_of(one)) for one in mentions]
    return [(place, at) for place, at in told if isinstance(place, Place) and at is not None]


def opening_day(doc: Document, word: Word) -> Mention | None:
    """The day that opens the word's item."""
    opening = doc.openings.get(block_of(doc, word))
    if opening is not None and opening.day is not None:
        return opening.day
    first = _first_of_block(doc, word)
    if first == word.sentence or not _is_opening(doc, first):
        return None
    days = [
        one
        for one, _ in doc.told_in(first, "time")
        if isinstance(one.value, When) and one.value.precision in ("day", "days") and one.value.rule in DATES
    ]
    return days[0] if len({one.value.edtf for one in days if isinstance(one.value, When)}) == 1 else None


def _first_of_block(doc: Document, word: Word) -> int:
    """The sentence that opens the word's paragraph."""
    first = word.sentence
    while first > 0 and doc.sentences[first - 1].block == doc.sentences[word.sentence].block:
        first -= 1
    return first


def _is_opening(doc: Document, s: int) -> bool:
    words = doc.words_of(s)
    return len(words) <= OPENING and not any(doc.token(word).upos in ("VERB", "AUX") for word in words)


def _opening(doc: Document, s: int) -> list[tuple[Place, Word]]:
    """ "GROZNY, rebel channel.": the place of the line without a verb that opens an item."""
    if not _is_opening(doc, s):
        return []
    named = [(one.value, at) for one, at in doc.told_in(s, "place") if isinstance(one.value, Place)]
    fine = [(place, at) for place, at in named if place.kind not in ("region", "admin1", "country")]
    return (fine or named)[-1:]


OPENING = 16  # tokens of the line that opens an item
DATELINE_REACH = 3  # characters between a roundup's place and its dash


def stands_for_government(doc: Document, at: Word, word: Word) -> bool:
    """Whether the place stands for its government ("Moscow sees a chance"): the subject of a verb it does."""
    head = doc.parent(at)
    active = doc.token(at).rel == "nsubj" and head is not None and doc.token(head).upos == "VERB"
    return active and (head != word or doc.lemma(word) not in harm().befalling)


def is_actor_part(doc: Document, at: Word) -> bool:
    """Whether the place is part of an actor's or a person's name."""
    return any(not _is_community(one.span.quote) for one in doc.covering(at, "actor", "person"))


def is_issued(doc: Document, place: Mention) -> bool:
    """ "WASHINGTON (Agency) - …": the city of issue, wherever in a paragraph the header of a report has ended up."""
    text = doc.page.text
    return place.span.quote.isupper() and _ISSUED.match(text, place.span.end) is not None


_ISSUED = re.compile(r"(?:,[^.()]{1,30})?\s*\((?:[A-Z][\w.&’'-]*\s?){1,4}\)\s*(?:[-–—:]\s*)?[“\"‘']?[A-Z]")


def _is_community(quote: str) -> bool:
    """ "The X community" is hit as a place and as its people."""
    return quote.endswith(" community") and quote[:1].isupper()
