"""Lengths of time as pages write them: words in, days out. What has that length, the rooms decide.

Refuses clocks, dates and "the first time"; a length without a number is taken for `SOME` of its unit.
"""

import re

from crossreport.words.numerals import count_of

DAYS_OF = {"hour": 1 / 24, "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30.4, "year": 365.25}
SOME = 3  # "for months": as many as UCDP takes for "the past months"
_LENGTH = re.compile(
    r"(?i)for (?:(?:at least|at most|up to|about|around|almost|nearly|well|over|some|roughly|just|more than|less than"
    r"|close to|under) )*(?:(?P<count>\w+) (?:\w+ )?)??(?P<unit>hour|day|night|week|fortnight|month|year)s?(?: now)?"
)


def length_of(words: str) -> tuple[float, str] | None:
    """How many days a length has, and the unit that it is counted in.

    >>> length_of("for at least two weeks"), length_of("for a year"), length_of("for ten days")
    ((14, 'week'), (365.25, 'year'), (10, 'day'))
    """
    found = _LENGTH.fullmatch(words.strip())
    if found is None:
        return None
    unit, count = found["unit"].lower(), count_of(found["count"] or "")
    return (SOME if count is None else count) * DAYS_OF[unit], unit
