"""Clues in, two more out: how long after its latest dated fact a page can be, and the end of what the tables know.

Reports name what is fresh: a page is seldom many years younger than the youngest thing that it can name. That chooses
among stretches that other clues leave, but ends none: a page can name nothing but what is old. Neither clue speaks
where nothing else bounds the page from below.
"""

from datetime import date
from functools import cache

import numpy as np

from crossreport.reading.own_words import rebuilt
from crossreport.reading.published.clue import Clue
from crossreport.reading.published.days import (
    LAST,
    RARE,
    TOLERANCE,
    Costs,
    day_at,
    index_of,
    lag_since,
    outside,
    stepped,
)
from crossreport.reading.published.facts import facts

# Years from the latest fact that bounds a page from below to the page, on 108 FA-KES dev pages read without their
# headers: a quarter within one, half within 2.3, nine in ten within 5.3; other wars are longer, hence the wide steps.
# Never more than TOLERANCE, with what the other guesses at a page's age cost: none of them ends a stretch.
_SINCE_FACT = ((366 * 3, 0), (366 * 5, 1), (366 * 7, 2), (366 * 9, 3))
_GUESSES = frozenset({"named_year", "copyright_year"})
_MOST_TERMS = 4
_FLOORS = frozenset(
    {
        "name_exists",
        "war_begun",
        "named_date",
        "named_year",
        "in_office",
        "former_office",
        "event_begun",
        "dated_event",
        "dated_death",
        "duration",
        "photo_id",
        "situation",
        "war_goes_on",
    }
)


def age_clues(clues: list[Clue]) -> list[Clue]:
    """The clues from the latest of the days before which the other clues leave none; none without such a day."""
    floors = [floor for clue in clues if clue.rule in _FLOORS and (floor := _floor(clue.costs))]
    if not floors:
        return []
    first = day_at(max(floors))
    starts = sorted({index_of(first), *(i for clue in clues for i in _edges(clue.costs) if i > index_of(first))})
    costs = np.minimum(stepped(lag_since(starts), _SINCE_FACT, TOLERANCE), _spared(clues)).astype(np.int32)
    costs[: index_of(first)] = 0
    found = [
        Clue("age", None, f"The latest fact that bounds the page is of {first}: seldom written years after.", costs)
    ]
    end = max(known_until(), date(min(first.year + 1, LAST.year), 12, 31))
    says = f"The tables of facts end with {end.year}: the page is taken to be no younger."
    return [*found, Clue("known_until", None, says, outside(None, end, 0, RARE))]


def _spared(clues: list[Clue]) -> Costs:
    """What each day may still cost by a guess at the page's age."""
    guessed = sum((clue.costs for clue in clues if clue.rule in _GUESSES), np.zeros_like(clues[0].costs))
    return np.clip(TOLERANCE - guessed, 0, TOLERANCE).astype(np.int32)


def _floor(costs: Costs) -> int:
    """Index of the first day that a clue leaves, if it rules out all days before it; else 0."""
    left = np.flatnonzero(costs < RARE)
    return int(left[0]) if len(left) and costs[0] >= RARE else 0


def _edges(costs: Costs) -> list[int]:
    """Where the stretches begin that a clue leaves, where it leaves several: two terms of one person."""
    left = costs < RARE
    begins = np.flatnonzero(left[1:] & ~left[:-1]) + 1
    return [int(i) for i in begins] if 1 < len(begins) <= _MOST_TERMS else []


@rebuilt
@cache
def known_until() -> date:
    """The last day of the last year in which a fact of the tables begins or ends."""
    years = [day.year for fact in facts() for day in (fact.first, fact.last) if day is not None]
    return date(min(max(years), LAST.year), 12, 31)
