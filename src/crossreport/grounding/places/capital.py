""" "The capital", "the Somali capital": the seat of government of the land that the page is about, or that is named.

Read only where a word puts something there ("in", "near", "shelled"), and where no name follows.
"""

import re
from collections.abc import Set

from crossreport.gazetteer import Entry, gazetteer
from crossreport.gazetteer.sources import capitals
from crossreport.grounding.places.find import country_of
from crossreport.grounding.places.words import place_words
from crossreport.model import Analysis, Mention, Page, Place, PlacePrecision, Reason, Span, content_id
from crossreport.words.actors import countries

_CAPITAL = re.compile(
    r"\b(?P<before>[A-Za-z]+) (?:the (?:(?P<of>[A-Z][\w-]+)(?:['’]s)? |country['’]s |nation['’]s )?"
    r"|(?P<whose>[A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s )(?P<noun>capital)\b"
    r"(?: city)?(?![\w-])(?!\s*,?\s*(?:of |['’]s? )?[A-Z])"
)


def capital_mentions(page: Page, analysis: Analysis, home: str | None, others: Set[int] = frozenset()) -> list[Mention]:
    """A mention of the word "capital" for each seat that it stands for; `home` is the country the page is about.

    `others` are the offsets of that word where it stands for a province's capital.
    """
    found = []
    for sentence in analysis.sentences:
        for match in _CAPITAL.finditer(page.text, sentence.start, sentence.end):
            country = _land(match, home)
            entry = _seat(country) if _put_there(match["before"]) and match.start("noun") not in others else None
            if entry is not None:
                says = f"{entry.name} is the capital of the country that is spoken of ({entry.country})"
                found.append(seat_mention(page, match.span("noun"), entry, says))
    return found


def _land(match: re.Match[str], home: str | None) -> str | None:
    """The country whose capital it is: the named one, else the page's own."""
    if match["whose"]:
        named = (iso for iso, land in sorted(countries().items()) if match["whose"] in (land.name, *land.names))
        return next(named, None)
    return country_of(match["of"]) if match["of"] else home


def _put_there(word: str) -> bool:
    lexicon = place_words()
    return word.casefold() in lexicon.inside | lexicon.beside | lexicon.path | lexicon.taken | {"of"}


def _seat(country: str | None) -> Entry | None:
    name = capitals().get(country or "")
    if not name:
        return None
    hits = [hit.entry for hit in gazetteer().exact(name) if hit.entry.country == country]
    towns = [entry for entry in hits if entry.kind == "settlement"]
    return max(towns, key=lambda entry: (entry.population, -entry.id), default=None)


def seat_mention(page: Page, at: tuple[int, int], entry: Entry, says: str) -> Mention:
    """The word "capital" as a mention of the town that it stands for."""
    span = Span.of(page.text, *at)
    value = Place(
        name=entry.name,
        geonameid=entry.geonameid,
        country=entry.country,
        admin1=entry.region,
        lat=entry.lat,
        lon=entry.lon,
        precision=PlacePrecision(1, 1),
        candidates=(),
        span=span,
        kind="settlement",
    )
    return Mention(
        id=content_id("mention", page.id, "place", span.start, span.end),
        page=page.id,
        kind="place",
        span=span,
        value=value,
        candidates=(),
        reasons=(Reason("capital", says),),
        head=span.start,
    )
