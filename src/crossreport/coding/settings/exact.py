"""Of several places of one happening, those that say most exactly where it was."""

import re

from crossreport.coding.page.document import Document, Word
from crossreport.model import Place


def most_exact(doc: Document, places: list[tuple[Place, Word]]) -> list[tuple[Place, Word]]:
    """A settlement says more than the province or country that holds it: "Binnish … in Idlib" is Binnish."""
    rank = {
        "facility": 0,
        "district": 0,
        "settlement": 1,
        "unresolved": 1,
        "natural": 2,
        "region": 3,
        "admin1": 3,
        "country": 4,
    }
    if len(places) < 2:
        return places
    levels = [rank["region"] if _is_division(place) else rank.get(place.kind, 1) for place, _ in places]
    fine = [entry for entry, level in zip(places, levels, strict=True) if level <= max(min(levels), 1)]
    beside = [
        (place, at)
        for place, at in places
        if any(_listed(doc, at, other) for _, other in fine) and not any(_around(place, one) for one, _ in fine)
    ]
    return [entry for entry in places if entry in fine or entry in beside] or places


def _is_division(place: Place) -> bool:
    """A district or province that the gazetteer does not know is larger than a village that it does not know."""
    return place.kind == "unresolved" and place.span is not None and _DIVISION.search(place.span.quote) is not None


_DIVISION = re.compile(r"(?i)\b(?:district|province|county|region|territory|state|governorate|department|zone)$")


def _listed(doc: Document, one: Word, other: Word) -> bool:
    """Whether two places are coordinated: "in Kharkiv region and near the city of Sumy"."""
    for first, second in ((one, other), (other, one)):
        head = (doc.parent(first) or first) if doc.rel(first) == "compound" else first
        steps = doc.path(second)
        if head in steps and any(doc.rel(step) == "conj" for step in steps[: steps.index(head)]):
            return True
    return False


def _around(outer: Place, inner: Place) -> bool:
    """Whether the larger place may hold the smaller one: two provinces told side by side are both meant."""
    if outer.kind != "admin1" or inner.admin1 is None or inner.kind == "unresolved":
        return outer.country is None or inner.country is None or outer.country == inner.country
    return (outer.country, outer.admin1) == (inner.country, inner.admin1)
