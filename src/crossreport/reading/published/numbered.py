"""The clue of a release's number: "2010-09-CA-149", "No. 112/2024" in the page's head give its year or month."""

import re
from datetime import date

import numpy as np

from crossreport.reading.published.clue import Clue, Reading
from crossreport.reading.published.days import CERTAIN, FIRST, LAST, RARE, index_of, outside

_SERIAL = re.compile(
    r"(?<![\w/-])(?P<y1>(?:19|20)\d\d)[-/](?P<m>0[1-9]|1[0-2])[-/–](?:[A-Z]{1,5}[-/–])?\d{1,4}(?![\w/-])|"
    r"(?i:\b(?:no|nr|ref|number|release|statement|bulletin|communiqu[eé]|sitrep|issue)\b|n[°º]|#)[ .:]*"
    r"(?:[A-Z]{1,6}[-/ ])*(?:\d{1,4} ?[/–-] ?(?P<y2>(?:19|20)\d\d)|(?P<y3>(?:19|20)\d\d) ?[/–-] ?\d{1,4})(?![\w/-])"
)
_LATE = 7  # days after its month or year within which a release of that number may still come out


def number_clues(reading: Reading) -> list[Clue]:
    """At most one clue, of the first number above the report."""
    for passage in reading.passages:
        found = _SERIAL.search(passage.text) if passage.role == "head" else None
        if found is None:
            continue
        year, month = int(found["y1"] or found["y2"] or found["y3"]), int(found["m"] or 0)
        if not FIRST.year < year < LAST.year:
            continue
        first = date(year, month or 1, 1)
        last = date(year, 12, 31) if month in (0, 12) else date.fromordinal(date(year, month + 1, 1).toordinal() - 1)
        costs = outside(first, last, CERTAIN, CERTAIN)
        end = index_of(last)
        costs[end + 1 : end + 1 + _LATE] = RARE
        span = reading.span(passage, *found.span())
        told = f"{year}-{month:02d}" if month else str(year)
        says = f"The release's number {span.quote!r} is of {told}."
        return [Clue("release_number", span, says, costs.astype(np.int32))]
    return []
