"""A figure in, the range in which it can be true out: "nearly 1,100" is below 1,100 but not far."""

import re
from typing import NamedTuple

from crossreport.model import Figure
from crossreport.words.spoken import numeral

NEARLY = 0.1  # "nearly N" and "about N" are taken to mean no more than a tenth away from N
INFINITE = float("inf")
COUNTING = frozenset({"1", "one", "single", "only", "sole", "exact", "exactly"})


class Interval(NamedTuple):
    """From `low` to `high`, both included."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high


def interval(figure: Figure) -> Interval | None:
    """The range of `figure`; None if it gives no number."""
    named = next((value for value in (figure.best, figure.high, figure.low) if value is not None), None)
    if named is None or figure.bound == "unreported":
        return None
    if figure.bound == "nearly":
        return Interval(named * (1 - NEARLY), named)
    if figure.bound == "about":
        return Interval(named * (1 - NEARLY), named * (1 + NEARLY))
    low = figure.low if figure.low is not None else 0.0
    high = figure.high if figure.high is not None else (named if figure.bound == "exact" else INFINITE)
    return Interval(low, high)


def names_one(figure: Figure) -> bool:
    """Whether it tells of one person and counts nobody: "a pilot", "his father", but not "one" or "only 1"."""
    words = frozenset(re.findall(r"\w+", figure.wording.casefold()))
    return figure.best == 1 and bool(words) and words.isdisjoint(COUNTING)


def adds(figure: Figure) -> bool:
    """Whether it counts only those who come on top of others: "nine more", "a further three".

    >>> import re; bool(_MORE.search("nine more")), bool(_MORE.search("more than nine"))
    (True, False)
    """
    return _MORE.search(" ".join(figure.wording.split())) is not None


_MORE = re.compile(r"\b(?:more|further|additional)\b(?!\s+than\b)", re.IGNORECASE)


def reads(figure: Figure) -> str:
    """A figure in its own words if they hold a number, else words and range."""
    wording = " ".join(figure.wording.split())
    wording = wording.replace('"', "") if wording.count('"') % 2 else wording  # no quotation mark without its fellow
    if wording:
        return wording
    found = interval(figure)
    return "an unnamed number" if found is None else f"{numeral(found.low)} to {numeral(found.high)}"


def reads_of_whom(figure: Figure) -> str:
    """A figure as `reads` has it, with whom or what it counts where its own words leave that out."""
    words, thing = reads(figure), figure.of.text.strip()
    return words if not thing or thing.casefold() in words.casefold() else f"{words} {thing}"
