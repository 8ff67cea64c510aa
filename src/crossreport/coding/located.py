"""Which of the places tied to a happening only say where it was fired from, or where another of them lies."""

import re

from crossreport.coding.document import Document, Word
from crossreport.model import Place


def without_origins(doc: Document, places: list[tuple[Place, Word]]) -> list[tuple[Place, Word]]:
    """ "From positions in X they shelled Y" is at Y; a place that lies in X ("left X in Y") says nothing against X."""
    there = [at for place, at in places if not came_from(doc, at) and place.kind in _FINE]
    return [
        (place, at) for place, at in places if not came_from(doc, at) or all(at in doc.path(other) for other in there)
    ]


_FINE = frozenset({"settlement", "unresolved", "district", "facility"})


def came_from(doc: Document, at: Word) -> bool:
    """Whether "from" governs the place, or what stands in it: "from the direction of X"."""
    for step in doc.path(at):
        if doc.token(step).upos not in ("NOUN", "PROPN"):
            return False
        if "from" in doc.cases(step):
            return True
    return False


def without_bearings(doc: Document, places: list[tuple[Place, Word]]) -> list[tuple[Place, Word]]:
    """ "X, some 20 km north of Y", "X, near Y": Y only says where X lies."""
    located = {
        there
        for _, here in places
        for place, there in places
        if here < there and here.sentence == there.sentence and _bears(doc, here, place, there)
    }
    return [(place, at) for place, at in places if at not in located]


def _bears(doc: Document, here: Word, place: Place, there: Word) -> bool:
    start, end = doc.token(here).end, doc.token(there).start
    if place.span is not None and place.span.start > start:
        between = doc.page.text[start : place.span.start] + place.span.quote
        return _BEARING.match(between) is not None and end - start <= BEARING_REACH
    return False


BEARING_REACH = 70  # characters between two places, the second of which says where the first lies
_LENGTH = r"(?:\d[\d.,]*|an?|two|three|four|five|six|seven|eight|nine|ten|[\w-]+teen|[\w-]+ty|several|a few|some)"
_BEARING = re.compile(
    r"\s*[,(]\s?(?:(?:just|only|some|about|around|roughly|approximately|nearly|almost|over|less than|more than) )*"
    rf"(?:{_LENGTH}[ -]?(?:km|kms|kilomet(?:er|re)s?|mi|miles?|nautical miles?|met(?:er|re)s?|m|hours?)\b"
    r"|(?:to the )?(?:north|south)?-?(?:north|south|east|west)\b(?! of the country)"
    r"|near\b|close to\b|not far from\b|outside\b|next to\b)",
    re.IGNORECASE,
)
