""" "The provincial capital", "the capital of the state": the seat of the province that was named last.

The gazetteer marks no seats of divisions. The town that bears the division's name is taken for it, else a town that is
several times as large as the next; where neither is there, nothing is read.
"""

import re
from collections.abc import Sequence

from crossreport.gazetteer import Entry, gazetteer
from crossreport.grounding.places.capital import seat_mention
from crossreport.model import Mention, Page, Place
from crossreport.names.normalise import fold_name

_DIVISIONS = r"(?:province|state|region|governorate|department|oblast|county)"
_KIND = rf"(?:provincial|regional|departmental|prefectural|{_DIVISIONS}(?:['’]?s)?)"
_END = r"\b(?: city)?(?![\w-])"
_NO_NAME = r"(?!\s*,?\s*(?:of |['’]s? )?[A-Z])"
_SEATS = (
    re.compile(rf"\b(?:the|its) {_KIND} (?P<noun>capital){_END}{_NO_NAME}"),
    re.compile(rf"\bthe (?P<noun>capital){_END} of (?:the|that|this) {_DIVISIONS}\b{_NO_NAME}"),
    re.compile(
        rf"\b{_DIVISIONS}(?:,? [A-Z][a-z]+)?,? (?:[a-z]+ )?where\b"
        rf"[^.;:]{{0,40}}?\bthe (?P<noun>capital){_END}{_NO_NAME}"
    ),
)
_OF_NAMED = re.compile(rf"\bthe (?:{_KIND} )?(?P<noun>capital){_END} of (?:the )?(?=[A-Z])")
_NAMED_BEFORE = re.compile(r"[A-Z][\w'’-]+(?:\s*,)?\s+$")  # "Maiduguri, the state capital": it has a name
REACH = 600  # characters behind a province's name in which "the provincial capital" is its own
LARGER = 3  # times the next town's inhabitants; smaller ratios name Leer and Mayadin for Bentiu and Deir ez-Zor


def division_seats(page: Page, places: Sequence[Mention]) -> list[Mention]:
    """A mention of the word "capital" for each seat of a division."""
    found = []
    for match in _matches(page.text):
        division = _division(match, places)
        entry = _seat(division) if division is not None and not _named(page.text, match) else None
        if entry is not None:
            says = f"{entry.name} is taken for the capital of {entry.region}, the province that was named last"
            found.append(seat_mention(page, match.span("noun"), entry, says))
    return found


def of_divisions(text: str) -> set[int]:
    """Where the word "capital" stands for a division's, whether its seat is known or not."""
    return {match.start("noun") for match in _matches(text)}


def _matches(text: str) -> list[re.Match[str]]:
    found = {match.start("noun"): match for one in (*_SEATS, _OF_NAMED) for match in one.finditer(text)}
    return [found[at] for at in sorted(found)]


def _named(text: str, match: re.Match[str]) -> bool:
    """Whether the town's own name stands right before: "Maiduguri, the state capital"."""
    the = text.rfind("the", 0, match.start("noun"))
    return _NAMED_BEFORE.search(text, max(0, the - 40), the) is not None if the >= 0 else False


def _division(match: re.Match[str], places: Sequence[Mention]) -> Place | None:
    """The province behind "of", else the last one named before."""
    divisions = [one for one in places if isinstance(one.value, Place) and one.value.kind == "admin1"]
    if match.re is _OF_NAMED:
        told = [one.value for one in divisions if one.span.start <= match.end() < one.span.end]
    else:
        at = match.start("noun")
        told = [one.value for one in divisions if at - REACH <= one.span.start < at]
    return told[-1] if told and isinstance(told[-1], Place) else None


def _seat(division: Place) -> Entry | None:
    here = gazetteer().identified(division.geonameid) if division.geonameid is not None else ()
    if not here or here[0].country is None or here[0].admin1 is None:
        return None
    towns = gazetteer().towns(here[0].country, here[0].admin1)
    own = next((town for town in towns if fold_name(town.name) == fold_name(here[0].name)), None)
    if own is not None or not towns:
        return own
    alone = len(towns) == 1 or towns[0].population >= LARGER * max(1, towns[1].population)
    return towns[0] if alone and towns[0].population else None
