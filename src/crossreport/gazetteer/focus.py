"""A page in, the countries that it is about out, with weights that sum to 1; an empty list if it names none.

Votes come from country names, demonyms, capitals and well-known towns in the kept text; the head of a page
counts double. A vote is not a place: "Syrian" votes for Syria and grounds nothing.
"""

import re
from collections import defaultdict
from functools import cache

from crossreport.gazetteer.sources import capitals, countries, country_words
from crossreport.gazetteer.store import Gazetteer
from crossreport.model import Analysis, Page

COUNTRY, DEMONYM, CAPITAL, TOWN = 1.0, 0.7, 0.4, 0.5  # set by eye on dev pages of FA-KES, not fitted
HEAD_BLOCKS, HEAD_TIMES = 2, 2.0
TOWN_FROM = 20_000  # inhabitants of a town that may vote
TOWN_SHARE = 0.8  # of all people in places of the name that must live in one country
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w’'\-]*(?:\s+[^\W\d_a-z][\w’'\-]+)?")


@cache
def _register() -> tuple[re.Pattern[str], dict[str, tuple[str, float]]]:
    votes: dict[str, tuple[str, float]] = {}
    for iso, capital in capitals().items():
        if len(capital) > 3:
            votes[capital] = (iso, CAPITAL)
    for iso, words in country_words().items():
        votes.update({demonym: (iso, DEMONYM) for demonym in words.demonyms})
    for row in countries():
        votes.update({name: (row.country or "", COUNTRY) for name in (row.name, *row.names)})
    longest_first = sorted(votes, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), votes


def demonyms() -> frozenset[str]:
    """Every demonym, as written."""
    return frozenset(word for words in country_words().values() for word in words.demonyms)


def page_countries(
    page: Page, analysis: Analysis | None = None, *, places: Gazetteer | None = None
) -> list[tuple[str, float]]:
    """ISO codes with weights, heaviest first. `places` lets well-known towns vote too.

    `analysis` is not needed and only taken so that callers may pass what they have.
    """
    scores: dict[str, float] = defaultdict(float)
    for number, block in enumerate(page.blocks):
        times = HEAD_TIMES if number < HEAD_BLOCKS else 1.0
        text = page.text[block.start : block.end]
        for iso, vote in _votes(text, places):
            scores[iso] += vote * times
    total = sum(scores.values())
    return [
        (iso, round(score / total, 4)) for iso, score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    ]


def _votes(text: str, places: Gazetteer | None) -> list[tuple[str, float]]:
    pattern, register = _register()
    found = [register[match.group()] for match in pattern.finditer(text)]
    if places is None:
        return found
    for match in _CAPITALISED.finditer(text):
        iso = _town(match.group(), places) or _town(match.group().split()[0], places)
        if iso:
            found.append((iso, TOWN))
    return found


def _town(name: str, places: Gazetteer) -> str | None:
    """The one country in which people would look for a town of the name."""
    _, register = _register()
    if name in register or len(name) < 4:
        return None
    people: dict[str, int] = defaultdict(int)
    for hit in places.exact(name):
        if hit.entry.kind == "settlement" and hit.entry.country:
            people[hit.entry.country] += hit.entry.population
    if not people:
        return None
    iso = max(sorted(people), key=lambda country: people[country])
    return iso if people[iso] >= max(TOWN_FROM, TOWN_SHARE * sum(people.values())) else None
