"""A page's sightings in, those out that stand in a row of equals: "Kansas, Kentucky, Nevada and Ohio".

Such a row names divisions of one country side by side, and none of them lies in the next, though towns of the names do.
Two names alone may be a town and its division ("Kansas, Ohio"); they are no row.
"""

from crossreport.grounding.places.accept import Seen
from crossreport.grounding.places.find import listed

ROW = 3  # names that make a row


def in_rows(text: str, seen: list[Seen]) -> frozenset[int]:
    """The indices of the sightings that stand in such a row."""
    found: set[int] = set()
    first = 0
    for here in range(1, len(seen) + 1):
        if here < len(seen) and _beside(text, seen[here - 1], seen[here]) and _one_country(seen[first : here + 1]):
            continue
        if here - first >= ROW:
            found |= set(range(first, here))
        first = here
    return frozenset(found)


def _beside(text: str, left: Seen, right: Seen) -> bool:
    return left.sighting.sentence == right.sighting.sentence and listed(text, left.sighting, right.sighting)


def _one_country(row: list[Seen]) -> bool:
    """Whether some country has a first-order division of each of the names."""
    lands = [
        {hit.entry.country for hit in one.hits if hit.entry.kind == "admin1" and hit.likeness == 1.0} for one in row
    ]
    return bool(set.intersection(*lands))
