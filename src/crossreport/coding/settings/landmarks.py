"""Places that only say near what an unnamed place lies: "a rebel-held town northeast of X", "a village on the border
with Y". The page may name it later: "the bombardment struck the town of Z".

In: a place by its head word. Out: whether it is such a bearing. By word order, since trees hang bearings anywhere.
"""

import re
from functools import cache

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.extents import LARGE
from crossreport.model import Place
from crossreport.words.events import ontology

_SIDE = r"(?:to the )?(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:ern)?"
_BEARING = (
    r"(?:(?:located|situated|lying|just|some|about|around|only|right) )*"
    r"(?:(?:[\d.,]+|[a-z-]+) (?:km|kilomet(?:er|re)s?|miles?)(?: \([^)]{1,20}\))? )?"
    rf"(?:{_SIDE} of|near|close to|outside|not far from|from|bordering"
    r"|(?:on|at) the (?:[a-z]+ )?(?:outskirts|edge) of"
    r"|(?:on|near|along|at|close to) (?:the|its|their) (?:[a-z]+ )?(?:border|frontier) (?:with|of|to))"
)


@cache
def _unnamed() -> re.Pattern[str]:
    nouns = "|".join(sorted({"town", "village", "camp", *ontology().classes["place_noun"]} - {"border"}))
    return re.compile(rf"\b(?:an?|another|one) (?:[\w'-]+ ){{0,4}}?(?:{nouns}) {_BEARING} (?:the )?(?:\w+ ){{0,2}}$")


def only_near(doc: Document, places: list[tuple[Place, Word]]) -> bool:
    """Whether the places, but for provinces and countries that hold them, are landmarks of one without a name."""
    fine = [(place, at) for place, at in places if _is_landmark(doc, place)]
    return bool(fine) and all(place.kind in LARGE or (place, at) in fine for place, at in places)


def _is_landmark(doc: Document, place: Place) -> bool:
    if place.span is None:
        return False
    sentence = next((one for one in doc.sentences if one.start <= place.span.start < one.end), None)
    ahead = doc.page.text[sentence.start : place.span.start] if sentence is not None else ""
    return _unnamed().search(" ".join(ahead.split()) + " ") is not None
