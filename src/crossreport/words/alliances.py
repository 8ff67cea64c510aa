"""Dated alliances of the register's actors: a member and a day in, the coalitions that it belonged to out.

Days may be given to the month or the year; a day inside such a month counts as covered. It decides nothing about who
acted: an attack by a member is not one by its alliance.
"""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from crossreport.words.actors import Rows
from crossreport.words.loader import load

_LAST = "~"  # sorts behind every digit: a month or a year ends with its last day


class Membership(Struct, frozen=True):
    """`member` belonged to `alliance` from `start` to `end`, ISO days, months or years, both included; "" is open."""

    alliance: str
    member: str
    start: str
    end: str
    source: str

    def covers(self, day: str | None) -> bool:
        """Whether the membership held on an ISO day; None asks whether it ever did."""
        return day is None or (self.start <= day and (not self.end or day <= self.end + _LAST))


@cache
def memberships() -> tuple[Membership, ...]:
    """Every membership, in the file's order."""
    return tuple(Membership(*row) for row in load("actors/alliances.yaml", Rows).split(5))


@cache
def _by_alliance() -> Mapping[str, tuple[Membership, ...]]:
    found: dict[str, tuple[Membership, ...]] = {}
    for one in memberships():
        found[one.alliance] = (*found.get(one.alliance, ()), one)
    return found


def members(alliance: str, day: str | None = None) -> tuple[str, ...]:
    """Ids of an alliance's members on a day, in the file's order."""
    return tuple(one.member for one in _by_alliance().get(alliance, ()) if one.covers(day))
