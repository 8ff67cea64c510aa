"""Names that the words in front give to a ship or to people: "the Liberian-flagged X", "men known locally as X".

In: a sighting in its text. Out: whether such words stand before it. A village may be known as something, too.
"""

import re

from crossreport.grounding.places_find import Sighting
from crossreport.grounding.places_words import place_words

REACH = 80  # characters before a name that can say what it is of
_SHIP = re.compile(
    r"(?:-flagged(?: [a-z]+){0,2}|\b(?:ship|vessel|tanker|bulk carrier|freighter|trawler|frigate|corvette|warship|"
    r"MV|MT|M/V|M/T|USS|HMS))\s+(?:the\s+)?[\"“'‘]?$"
)
_KNOWN = re.compile(
    r"(?P<who>[^.;:]*?),?\s+(?:(?:\w+ly|also|now|better)\s+)?(?:known|referred to)(?:\s+\w+)?\s+as"
    r"\s+(?:the\s+)?[\"“'‘]?$"
    r"|(?P<also>[^.;:]*?),?\s+(?:dubbed|nicknamed|calling themselves|who call themselves)\s+(?:the\s+)?[\"“'‘]?$"
)


def names_no_place(text: str, sighting: Sighting, *, filed: bool) -> bool:
    """Whether the words before the name say that it is a ship's, or people's if no place is `filed` under it."""
    before = text[max(0, sighting.full_start - REACH) : sighting.full_start]
    if _SHIP.search(before):
        return True
    known = _KNOWN.search(before)
    if known is None or filed:
        return False
    words = re.findall(r"[^\W\d_]+", known["who"] or known["also"] or "")
    return not any(place_words().kind_of(word.lower()) is not None for word in words[-3:])
