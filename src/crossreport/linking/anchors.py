"""Clusters in, the day that a page without a sure date shares with dated pages out, and its times read by that day.

A page that tells of an attack "on Wednesday" and may have been written in any of six weeks takes the week of the dated
page that tells of the same attack. What its words cannot say stays as wide as it was; the
page's own date is not touched.
"""

from collections.abc import Iterable
from datetime import date

from crossreport.linking.calendar_words import hint
from crossreport.linking.cluster import Cluster
from crossreport.linking.features import Features
from crossreport.linking.times import SEASON, Window
from crossreport.model import When

HALF_WEEK = 3  # days to each side in which a weekday is one day
ANCHORED = "day_of_linked_page"  # the rule of a time that was read by another page's day


def anchors(one: Cluster) -> list[tuple[str, int]]:
    """Pages of a cluster with the one day that its dated reports share, which the page's own words can mean."""
    windows = [member.hard.window for member in one.members if member.hard.window is not None]
    exact = {window.earliest for window in windows if window.exact}
    if len(exact) != 1:
        return []
    fits = {member.report.page for member in one.members if member.hard.window and exact <= member.hard.window.among}
    return [(page, min(exact)) for page in sorted(fits)]


def read_by(reports: Iterable[Features], day: int) -> list[Features]:
    """The reports of an anchored page, wide times read by the day that the page shares with a dated one."""
    return [_read(one, day) for one in reports]


def _read(one: Features, anchor: int) -> Features:
    window, when = one.hard.window, one.when
    if window is None or when is None or not window.among:
        return one
    own = hint(when.span.quote) if when.span is not None else None
    reach = SEASON if own is not None and own.dated else HALF_WEEK
    meant = frozenset(day for day in window.among if abs(day - anchor) <= reach)
    if not meant:
        return one
    if len(meant) > 1 or own is None:
        return one._replace(hard=one.hard._replace(window=window._replace(among=meant)))
    return _on(one, when, min(meant))


def _on(one: Features, when: When, day: int) -> Features:
    name = str(date.fromordinal(day))
    narrow = When(f"{name}~", name, name, "day", ANCHORED, when.span)
    return one._replace(
        hard=one.hard._replace(window=Window(day, day, exact=False, among=frozenset({day}))), when=narrow
    )
