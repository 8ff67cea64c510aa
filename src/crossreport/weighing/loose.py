"""An event and claims that no report carries in, which of them speak of this event out."""

import re
from collections.abc import Iterator
from datetime import date

from crossreport.model import Claim, EventReport, When
from crossreport.names import fold_name
from crossreport.weighing.denial_words import NO_PART, none_such
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling

SOON = 14  # days behind a deed in which its denials come
CLOSE_BY = 250  # characters from a deed to the words that there was none such
NEXT_DAY = 1  # … in which one that names no day is taken to be of it


def elsewhere(telling: Telling) -> Iterator[Claim]:
    """Claims of pages that tell no report of the event, on violence there, of its day, or of none soon after it."""
    place, when = telling.event.place, telling.event.when
    if place is None or when is None or when.earliest is None or when.latest is None:
        return
    first, pages = date.fromisoformat(when.earliest), {report.page for report in telling.reports}
    for claim in telling.corpus.loose_at.get(fold_name(place.name), []):
        day = telling.corpus.first_day(claim.page)
        if claim.page in pages or not day:
            continue
        days = [said for span, said in telling.corpus.times_in[claim.page] if claim.span.covers(span)]
        if not 0 <= (date.fromisoformat(day) - first).days <= (SOON if days else NEXT_DAY):
            continue
        if speaks_of(claim, telling) and all(_meets(said, when) for said in days):
            yield claim


def _meets(one: When, other: When) -> bool:
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest


def speaks_of(claim: Claim, telling: Telling) -> bool:
    """Whether a claim that no report carries, as a denial, is of this event: it speaks of harm, and names the event's
    place, or the page tells no other violence; another place in its words makes it one of something else.
    """
    words = set(fold_name(claim.says).split())
    denied = NO_PART.search(claim.says) is not None or none_such(claim, telling)
    harm = denied or not words.isdisjoint(lexicon().harm | lexicon().holding)
    if telling.event.type.label not in lexicon().violent or not harm:
        return False
    place = telling.event.place
    if place is not None and fold_name(place.name) in fold_name(claim.says):
        return True
    told = telling.corpus.violent.get(claim.page, [])
    if none_such(claim, telling) and _told_last(claim, telling):
        return True
    here = {report.id for report in telling.reports}
    others = {one.place.name for one in told if one.place is not None and one.id not in here}
    return all(one.id in here for one in told) and not any(fold_name(name) in fold_name(claim.says) for name in others)


def _told_last(claim: Claim, telling: Telling) -> bool:
    """Whether the event is the violence that the page told last before the claim, in its sentence or the one before."""
    told = telling.corpus.violent.get(claim.page, [])
    before = [one for one in told if one.span.end <= claim.span.start]
    last = max(before, key=lambda one: one.span.start, default=None)
    return last is not None and last in telling.reports and right_behind(claim, last, telling)


def right_behind(claim: Claim, report: EventReport, telling: Telling) -> bool:
    """Whether a claim stands in the sentence that tells the report, or in the next one."""
    between = telling.corpus.page[claim.page].text[report.span.end : claim.span.start]
    return 0 < len(between) <= CLOSE_BY and len(_SENTENCE_END.findall(between)) <= 1


_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s")
