"""Lines that are nothing but a place or a day, under which a bulletin or a list tells what happened there or then.

In: a page's blocks and mentions. Out: for each block the place and the day above it. One such line alone heads nothing:
it may be the page's own day or where its outlet sits.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crossreport.model import Mention, Page, Place, When
from crossreport.words.columns import field_of, is_form

LONGEST = 60  # characters of a line that heads others
NAME = 3  # words of a name behind a day
LEAST = 2  # different places, or days, that head a page's lines
LARGE = ("region", "admin1", "country")
_WORDS = frozenset(
    {"in", "at", "the", "of", "and", "on", "city", "area", "direction", "sector", "axis", "front", "zone"}
)
_LEVELS = frozenset({"region", "province", "state", "governorate", "county", "district", "territory", "department"})
LINKS = (
    _WORDS
    | _LEVELS
    | {"lga", "township", "commune", "municipality", "village", "town", "near", "north", "south", "east", "west"}
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?(?:h|hrs|[ap]\.?m\.?|gmt|utc))?", re.IGNORECASE)


class Heading(NamedTuple):
    """What stands above a block: the line's block, its place, its day."""

    block: int
    place: Mention | None
    day: Mention | None
    labelled: bool = False  # "Location: Banibangou": of a form, of which one says where all of it was


def headings(page: Page, mentions: Iterable[Mention]) -> dict[int, Heading]:
    """The heading of every block below one; empty for a page without."""
    form = is_form(page.text[block.start : block.end] for block in page.blocks)
    found = [
        one for block in range(len(page.blocks)) if (one := _heading(page, block, mentions, form=form)) is not None
    ]
    places = {one.place.value.name for one in found if one.place is not None and isinstance(one.place.value, Place)}
    days = {one.day.value.edtf for one in found if one.day is not None and isinstance(one.day.value, When)}
    kept = [
        one._replace(
            place=one.place if len(places) >= LEAST or one.labelled else None,
            day=one.day if len(days) >= LEAST or one.labelled else None,
        )
        for one in found
    ]
    kept = [one for one in kept if one.place or one.day]
    return dict(_spread(kept, _other_parts(page, kept), len(page.blocks)))


def _spread(found: list[Heading], others: frozenset[int], blocks: int) -> Iterator[tuple[int, Heading]]:
    """Each block with what heads it. Under days, or under places, as the first line has it, the others are set anew."""
    by_days = bool(found) and found[0].day is not None
    at = {one.block: one for one in found}
    now: Heading | None = None
    for block in range(found[0].block if found else blocks, blocks):
        one = at.get(block)
        if one is not None and now is not None:
            outer = one.day if by_days else one.place
            kept = now if outer is None or one.labelled else Heading(block, None, None)
            one = Heading(block, one.place or kept.place, one.day or kept.day, one.labelled)
        now = one or (None if block in others else now)
        if now is not None:
            yield block, now


def _heading(page: Page, block: int, mentions: Iterable[Mention], *, form: bool) -> Heading | None:
    """The block as a heading, if it is one."""
    here = page.blocks[block]
    field = field_of(page.text[here.start : here.end]) if form else None
    labelled = field is not None and field[1] in ("place", "day")
    if here.kind != "paragraph" or here.end - here.start > LONGEST * (1 + labelled):
        return None
    inside = [one for one in mentions if here.start <= one.span.start and one.span.end <= here.end]
    places = [one for one in inside if isinstance(one.value, Place)]
    days = [one for one in inside if isinstance(one.value, When) and one.value.precision == "day"]
    if not places and not days:
        return None
    if labelled:
        return Heading(block, _finest(places), next(iter(days), None), labelled)
    rest = without_mentions(page.text, here.start, here.end, [*places, *days])
    words = re.findall(r"[^\W\d_]+|\d+", rest)
    if (
        not ({word.lower() for word in words} <= _WORDS | _LEVELS or (days and _is_name(words)))
        or len({one.value.edtf for one in days if isinstance(one.value, When)}) > 1
    ):
        return None
    return Heading(block, _finest(places), days[0] if days else None)


def _is_name(words: list[str]) -> bool:
    """ "26 April - Komanda": the name of a place that neither a list nor the model knows."""
    return len(words) <= NAME and all(word[0].isupper() for word in words)


def _other_parts(page: Page, found: list[Heading]) -> frozenset[int]:
    """ "UN" below "MARIB" and "TAIZ": where the heads of a digest are in capitals, such a line ends the part above."""
    capitals = [one for one in found if _in_capitals(page, one.block)]
    if len(capitals) < LEAST or len(capitals) < len(found):
        return frozenset()
    known = {one.block for one in found}
    return frozenset(block for block in range(len(page.blocks)) if block not in known and _in_capitals(page, block))


def _in_capitals(page: Page, block: int) -> bool:
    here = page.blocks[block]
    line = page.text[here.start : here.end].strip()
    return len(line) <= LONGEST and line.isupper() and line[:1].isalpha() and not line.endswith((".", "!", "?"))


def without_mentions(text: str, start: int, end: int, mentions: list[Mention]) -> str:
    """The line without the mentions, as far as they do not overlap, and without hours."""
    for one in sorted(mentions, key=lambda mention: -mention.span.start):
        cut = min(one.span.end, end)
        text, end = text[: one.span.start] + " " + text[cut:], end - (cut - one.span.start) + 1
    return _CLOCK.sub(" ", text[start:end])


def _finest(places: list[Mention]) -> Mention | None:
    """Of "Jowhar, Middle Shabelle" the town."""
    fine = [one for one in places if isinstance(one.value, Place) and one.value.kind not in LARGE]
    return next(iter([*fine, *places]), None)
