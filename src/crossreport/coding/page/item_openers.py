"""What opens an item of a list: "12 June - Kasoko (Beni).", "• Kwoji, Lau LGA, 5 May: …", "3) Masisi / Bihito:".

In: a page's blocks and mentions. Out: for each block that begins so, its place, its day and all places of the opening.
Refuses openings that hold anything but places, days, hours and numbers, and those that only a comma sets off.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crossreport.coding.page.headings import LARGE, LINKS, without_mentions
from crossreport.model import Mention, Page, Place, Span, When

LONGEST = 90  # characters of an opening; set on lists of our own writing
_PART = re.compile(r"(?:(?!\s[-–—>]\s|[:.;](?:\*\*|__)?(?:\s|$)|,\s|\s?/\s|\s?\(|\)).)+", re.DOTALL)
_BETWEEN = re.compile(r"(?:[-–—>:.;,/()\s]|\*\*|__)+")
_NUMBER = re.compile(r"[\W_]*(?:#?\(?\d{1,3}[.)]\s+)?(?=\w)")
_ENDS = re.compile(r"[:.]|\s[-–—]\s")
_DOWNWARD = re.compile(r"/|\s[-–—>]\s")  # "Masisi / Kitchanga": the smaller behind the larger; elsewhere it comes first
DATES = frozenset(
    {
        *("date", "day_and_month", "days_of_month", "days_of_months", "weekday", "date_numeric", "date_iso"),
        *("date_dotted", "date_in_words", "ucdp_night_between"),
    }
)


class Opening(NamedTuple):
    """The place and the day that open a block, and every place of the opening, which ends at `end`."""

    place: Mention | None
    day: Mention | None
    places: tuple[Mention, ...]
    end: int


def openings(page: Page, mentions: Iterable[Mention]) -> dict[int, Opening]:
    """The opening of every block that has one."""
    told = [one for one in mentions if isinstance(one.value, (Place, When))]
    found = {}
    for number, block in enumerate(page.blocks):
        end = min(block.end, block.start + LONGEST)
        here = [one for one in told if block.start <= one.span.start and one.span.end <= end]
        if block.kind == "paragraph" and any(isinstance(one.value, Place) for one in here):
            one = _opening(page.text, Span(block.start, block.end, ""), here)
            if one is not None:
                found[number] = one
    return found


def _opening(text: str, block: Span, told: list[Mention]) -> Opening | None:
    places: list[tuple[Mention, bool]] = []
    days: list[Mention] = []
    end = None
    for start, stop, between in _parts(text, block):
        inside = [one for one in told if start <= one.span.start and one.span.end <= stop]
        if not _only_these(text, start, stop, inside):
            break
        down = _DOWNWARD.search(between) is not None
        places += [(one, down) for one in inside if isinstance(one.value, Place)]
        days += [one for one in inside if isinstance(one.value, When) and one.value.rule in DATES]
        after = _BETWEEN.match(text, stop, block.end)
        if after is not None and _ENDS.search(after.group()) and after.end() < block.end:
            end = after.end()
            kept = len(places), len(days)
    if end is None:
        return None
    places, days = places[: kept[0]], days[: kept[1]]
    same = {one.value.edtf for one in days if isinstance(one.value, When)}
    if not places:
        return None
    return Opening(_finest(places), days[0] if len(same) == 1 else None, tuple(one for one, _ in places), end)


def _parts(text: str, block: Span) -> Iterator[tuple[int, int, str]]:
    """The parts of the opening with what stands before each."""
    number = _NUMBER.match(text, block.start, block.end)
    at, between = number.end() if number else block.start, ""
    while part := _PART.match(text, at, min(block.end, block.start + LONGEST)):
        yield part.start(), part.end(), between
        gap = _BETWEEN.match(text, part.end(), block.end)
        if gap is None:
            return
        at, between = gap.end(), gap.group()


def _only_these(text: str, start: int, stop: int, inside: list[Mention]) -> bool:
    """Whether a part holds nothing but its mentions, hours, numbers and words that link them."""
    words = re.findall(r"[^\W\d_]+", without_mentions(text, start, stop, inside))
    return (bool(inside) or stop - start <= 2) and {word.lower() for word in words} <= LINKS


def _finest(places: list[tuple[Mention, bool]]) -> Mention:
    """Of "Kwoji, Lau LGA" and of "Lau / Kwoji" the village."""
    fine = [one for one in places if isinstance(one[0].value, Place) and one[0].value.kind not in LARGE] or places
    chosen = fine[0][0]
    for one, down in fine[1:]:
        chosen = one if down else chosen
    return chosen
