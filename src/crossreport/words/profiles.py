"""Codebook profiles: what ACLED, Airwars, PITF or UCDP would enter for a stored claim of a number.

In: a claim with its literal interval, bound and wording (a `Quantity` or a `Figure`). Out: the figures under a named
profile, with a note that says by which rule. The claim is never changed, and a claim that nothing was reported never
becomes a zero. The rules and their sources are `words/data/profiles.yaml`.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, Protocol

from msgspec import Struct

from crossreport.words.loader import load

ProfileName = Literal["literal", "acled", "airwars", "pitf", "ucdp"]


class Countable(Protocol):
    """What a profile reads: a `Quantity` and a `Figure` both have it."""

    @property
    def low(self) -> float | None:
        """The least that the words say; None = open."""

    @property
    def best(self) -> float | None:
        """The number that the words say."""

    @property
    def high(self) -> float | None:
        """The most that the words say; None = open."""

    @property
    def bound(self) -> str:
        """The model's `Bound`."""

    @property
    def wording(self) -> str:
        """The words."""


class Coded(Struct, frozen=True):
    """A claim under a profile. `note` names profile and rule; `fields` the columns that it stands in."""

    profile: str
    low: float | None
    best: float | None
    high: float | None
    note: str
    fields: tuple[str, ...]


class WordRule(Struct, frozen=True):
    """What a profile makes of certain words: fixed figures, the literal interval, or its figure for "unknown"."""

    words: tuple[str, ...]
    note: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    literal: bool = False
    unknown: bool = False
    plural: bool = False  # also for a bare plural ("children were killed"): two or more, and no more is said


class Profile(Struct, frozen=True):
    """One codebook; `profiles.yaml` says what the parts are for."""

    style: Literal["literal", "single", "range", "triple"]
    source: str
    words: tuple[WordRule, ...]
    otherwise: str
    unknown_in_war: int = 0
    unknown_elsewhere: int = 0
    families: int = 0
    combined: bool = False
    fill: bool = False


@cache
def profiles() -> dict[str, Profile]:
    """All profiles by name."""
    return load("profiles.yaml", dict[str, Profile])


def apply(
    profile: ProfileName, claim: Countable, *, measure: str = "killed", war_zone: bool | None = None, families: int = 0
) -> Coded:
    """What the codebook would enter for the claim.

    `measure` is the claim's; "killed_and_wounded" stays one field except where the codebook spreads it, and the note
    says so. `war_zone` decides ACLED's figure for an unknown number; not known, both are given and none is best.
    `families` counts "and his family" beside the number (Airwars adds two persons each to the least).
    """
    book = profiles()[profile]
    fields = _fields(book, measure)
    if claim.bound == "unreported":
        return Coded(profile, None, None, None, f"{profile}: nothing reported, which is not zero", fields)
    rule = _rule_for(book, claim)
    low, best, high = _by_words(book, rule, claim, war_zone) if rule else _by_interval(book, claim)
    if families and book.families:
        low = (low or 0) + families * book.families
        high = max(low, high) if high is not None else None
    return Coded(profile, low, best, high, _note(profile, book, rule, fields), fields)


def _fields(book: Profile, measure: str) -> tuple[str, ...]:
    if measure == "killed_and_wounded" and book.combined:
        return ("killed", "wounded")
    return (measure,)


def _note(profile: str, book: Profile, rule: WordRule | None, fields: tuple[str, ...]) -> str:
    spread = "; one claim of killed and wounded together, entered in both fields" if len(fields) > 1 else ""
    return f"{profile}: {rule.note if rule else book.otherwise}{spread}"


def _rule_for(book: Profile, claim: Countable) -> WordRule | None:
    """The first entry whose words the wording holds. A wording with a number of its own needs no entry."""
    if claim.bound != "vague" and claim.best is not None:
        return None
    wording = " ".join(claim.wording.lower().split())
    for rule in book.words:
        if any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", wording) for word in rule.words):
            return rule
    bare_plural = claim.bound == "vague" and claim.low == 2 and claim.best is None and claim.high is None
    return next((rule for rule in book.words if rule.plural), None) if bare_plural else None


Interval = tuple[float | None, float | None, float | None]


def _by_words(book: Profile, rule: WordRule, claim: Countable, war_zone: bool | None) -> Interval:
    if rule.literal:
        return claim.low, claim.best, claim.high
    if not rule.unknown:
        return rule.low, rule.best, rule.high
    if war_zone is None:
        return float(book.unknown_elsewhere), None, float(book.unknown_in_war)
    figure = float(book.unknown_in_war if war_zone else book.unknown_elsewhere)
    return figure, figure, figure


def _by_interval(book: Profile, claim: Countable) -> Interval:
    """The claim's own interval in the codebook's style."""
    given = [value for value in (claim.low, claim.best, claim.high) if value is not None]
    if book.style == "single":
        conservative = claim.low if claim.low is not None else claim.best
        return conservative, conservative, conservative
    if book.style == "range":
        low = claim.low if claim.low is not None else claim.best
        high = claim.high if claim.high is not None or claim.bound in ("at_least", "more_than") else claim.best
        return low, None, high
    if book.fill and claim.best is not None:
        return min(given), claim.best, max(given)
    return claim.low, claim.best, claim.high


def airwars_range(
    tolls: Iterable[Coded], *, named: int = 0, doubtful_doubles: int = 0, disputed: int = 0
) -> tuple[float | None, float | None]:
    """Least and most killed in one incident, over all tolls reported for it, as Airwars assesses.

    The highest toll reported sets the most. Named victims set the least, even against a lower toll. Possible double
    mentions and persons of disputed status count in the most only.

    >>> airwars_range([Coded("airwars", 11, None, 11, "", ("killed",))], named=15)
    (15.0, 15.0)
    """
    known = list(tolls)
    lows = [toll.low for toll in known if toll.low is not None]
    tops = [toll.high if toll.high is not None else toll.low for toll in known]
    highs = [top for top in tops if top is not None]
    low = float(max(min(lows, default=0), named)) if lows or named else None
    if low is None and not highs:
        return None, None
    high = max([*highs, low or 0]) + doubtful_doubles + disputed
    return low, float(high)
