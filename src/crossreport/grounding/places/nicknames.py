"""Names that the words around give to a ship, people or things: "the Liberian-flagged X", "men known as X", "X trucks".

In: a sighting in its text. Out: whether such words stand beside it. A village may be known as something, too.
"""

import re

from crossreport.grounding.places.find import Sighting
from crossreport.grounding.places.words import place_words
from crossreport.words.actor_nouns import noun_classes

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


# "Ural trucks", "Ford Ranger pickups": a make, whatever town it is named after.
_BEHIND = re.compile(r"(?:\s+[A-Z][\w-]*)?\s+(?P<noun>[a-z]+)\b")
_VEHICLES = frozenset({"truck", "trucks", "pickup", "pickups", "lorry", "lorries", "jeep", "jeeps", "van", "vans"}) | {
    "launcher",
    "launchers",
    "tanks",
    "rifle",
    "rifles",
    "motorcycles",
}
_MEN_OF = re.compile(r"(?i)\b(?:forces|fighters|gunmen|militiamen|supporters) (?:of|loyal to|under|led by) $")
_FORCES = frozenset({"forces", "militia", "group"})
_ALSO_ADJECTIVES = frozenset({"military", "paramilitary"})  # "the Tabaqa military airport"


def _is_force(noun: str) -> bool:
    """ "The Bahroun force": who fights under a name that no list has bears a person's name or its own."""
    return noun_classes().get(noun) in _FORCES and noun not in _ALSO_ADJECTIVES


def names_no_place(text: str, sighting: Sighting, *, filed: bool) -> bool:
    """Whether the words before the name say that it is a ship's, or people's if no place is `filed` under it."""
    before = text[max(0, sighting.full_start - REACH) : sighting.full_start]
    behind = _BEHIND.match(text, sighting.full_end)
    if _SHIP.search(before) or (behind is not None and behind["noun"] in _VEHICLES):
        return True
    if not filed and sighting.noun is None and (_MEN_OF.search(before) or (behind and _is_force(behind["noun"]))):
        return True
    known = _KNOWN.search(before)
    if known is None or filed:
        return False
    words = re.findall(r"[^\W\d_]+", known["who"] or known["also"] or "")
    return not any(place_words().kind_of(word.lower()) is not None for word in words[-3:])
