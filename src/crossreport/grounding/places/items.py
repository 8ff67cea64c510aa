"""Whether a name heads an item of a list as its place: "• Kwoji, Lau LGA, 5 May: …", "12 June - Kasoko (Beni)."

In: a page's text and where a name stands. Out: what else the item's head says: a day, a place that holds the name.
Only the form is looked at; the head ends in a colon, a full stop or a dash, and holds names, days and levels alone.
"""

import re
from typing import NamedTuple

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}"
    r"|\d{1,2}[/.]\d{1,2}|\d{4}-\d\d-\d\d)(?:,? \d{4}|[/.]\d{2,4})?"
)
_MARK = r"(?:[#(]?\d{1,3}[.)]\s+|[•▪◦‣*·–—-]\s*)"
_BOLD = r"(?:\*\*|__)"  # marks of Markdown round the head: "- **Kwoji, 5 May.** Raiders …"
_BEFORE = re.compile(rf"\s*(?P<mark>{_MARK})?{_BOLD}?(?:(?P<day>{_DAY})\s?[,:.–—-]\s?)?")
_WORD = r"[^\W\d_a-z][\w'’-]*"
_SMALL = r"(?:district|province|state|county|township|territory|region|commune|sector|de|del|la|al|of|el)"
_NAME = rf"{_WORD}(?: (?:{_WORD}|{_SMALL})){{0,4}}"
_BEHIND = re.compile(
    rf"(?: (?:LGA|{_SMALL}))?(?P<held>(?:, (?!{_DAY}){_NAME})+|\s?\((?!{_DAY}){_NAME}\))?(?:,? \(?(?P<day>{_DAY})\)?)?"
    rf"(?:{_BOLD}?[:.]{_BOLD}?\s|\s[–—-]\s)"
)


class Head(NamedTuple):
    """What else stands in the head of the item: a day; a place that holds the name."""

    dated: bool
    held: bool


def head_of(text: str, start: int, end: int) -> Head | None:
    """The head that the name opens, but for a mark and a day; None if it opens none, or one that says no more."""
    line = max(text.rfind("\n", 0, start), -1) + 1
    before = _BEFORE.fullmatch(text, line, start)
    behind = _BEHIND.match(text, end)
    if before is None or behind is None:
        return None
    head = Head(bool(before.group("day") or behind.group("day")), bool(behind.group("held")))
    return head if head.dated or (head.held and before.group("mark")) else None
