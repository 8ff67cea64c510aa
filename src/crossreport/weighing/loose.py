"""An event and claims that no report carries in, which of them speak of this event out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from crossreport.model import Claim, EventReport, When
from crossreport.names import fold_name
from crossreport.weighing.denial_words import NO_PART, none_such, of_doing
from crossreport.weighing.lexicon import is_denial, lexicon
from crossreport.weighing.telling import Telling, Testimony

STEM = 6  # letters that words of one deed begin with
SOON = 14  # days behind a deed in which its denials come
CLOSE_BY = 250  # characters from a deed to the words that there was none such
WEEK = 7  # … in which one that names no day is of the last violence told of its place
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
        days = days or _days_there(claim, telling)
        behind = (date.fromisoformat(day) - first).days
        soon = SOON if days else WEEK if _nothing_else(claim, telling) else NEXT_DAY
        if not 0 <= behind <= soon:
            continue
        if speaks_of(claim, telling) and all(_meets(said, when) for said in days):
            yield claim


def _days_there(claim: Claim, telling: Telling) -> list[When]:
    """The days on which the page of a claim that gives none tells violence at the event's place: it denies what others
    say of that, and tells it otherwise.
    """
    here = fold_name(telling.event.place.name) if telling.event.place is not None else ""
    told = telling.corpus.violent.get(claim.page, [])
    return [
        one.when for one in told if one.when is not None and one.place is not None and fold_name(one.place.name) == here
    ]


def _nothing_else(claim: Claim, telling: Telling) -> bool:
    """Whether the event is the last violence that any page tells of its place before the page of the claim."""
    day, when = telling.corpus.first_day(claim.page), telling.event.when
    latest = when.latest if when is not None else None
    if latest is None or telling.event.place is None:
        return False
    here, mine = fold_name(telling.event.place.name), {report.id for report in telling.reports}
    others = (one for one in telling.corpus.violent_at.get(here, ()) if one.id not in mine)
    return not any(
        one.when is not None and latest < (one.when.latest or "") and (one.when.earliest or "") <= day for one in others
    )


def of_another_day(claim: Claim, telling: Telling) -> bool:
    """Whether the words of a denial give days, none of which can be the event's."""
    days = [said for span, said in telling.corpus.times_in[claim.page] if claim.span.covers(span)]
    dated = [said for said in days if said.earliest and said.latest]
    when = telling.event.when
    return bool(dated) and when is not None and bool(when.earliest) and not any(_meets(said, when) for said in dated)


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
    harm = denied or of_doing(claim) or not words.isdisjoint(lexicon().harm | lexicon().holding)
    if telling.event.type.label not in lexicon().violent or not harm:
        return False
    place = telling.event.place
    if place is not None and fold_name(place.name) in fold_name(claim.says):
        return True
    told = telling.corpus.violent.get(claim.page, [])
    if (none_such(claim, telling) or is_denial(claim.cue) or of_doing(claim)) and _told_last(claim, telling):
        return not any(fold_name(name) in fold_name(claim.says) for name in _elsewhere(told, telling))
    here = {report.id for report in telling.reports}
    others = _elsewhere(told, telling)
    return all(one.id in here for one in told) and not any(fold_name(name) in fold_name(claim.says) for name in others)


def of_another(claim: Claim, telling: Telling) -> bool:
    """Whether a denial is of something else: it speaks of no bodies where bodies were found, or names first the place
    of other violence that the page tells ("denied that his men had gone to X").
    """
    words = fold_name(claim.says)
    if telling.event.type.label == "bodies_found" and lexicon().corpses.isdisjoint(words.split()):
        return True
    place = telling.event.place
    mine = words.find(fold_name(place.name)) if place is not None else -1
    found = [words.find(fold_name(name)) for name in _elsewhere(telling.corpus.violent.get(claim.page, []), telling)]
    return any(at >= 0 and (mine < 0 or at < mine) for at in found)


def claimed_by_doer(testimony: Testimony) -> bool:
    """Whether what is rejected is the doer's own claim: "the army's claim of having killed six is baseless"."""
    doers = [re.escape(part.as_written) for part in testimony.report.participants if part.role == "agent"]
    if not doers:
        return False
    claim = r"(?:claim|report|statement|account|announcement|propaganda)s?\b"
    theirs = rf"(?:{'|'.join(doers)})['’]?s?['’]?\s+(?:\w+\s+)?{claim}"
    return (
        re.search(rf"{theirs}|\b{claim}\s+(?:of|by)\s+(?:the\s+)?(?:{'|'.join(doers)})", testimony.words, re.I)
        is not None
    )


def _elsewhere(told: Sequence[EventReport], telling: Telling) -> set[str]:
    """Names of the places of other violence that the page tells."""
    here = {report.id for report in telling.reports}
    return {one.place.name for one in told if one.place is not None and one.id not in here}


def _told_last(claim: Claim, telling: Telling) -> bool:
    """Whether the event is the violence that the page told last before the claim, in its sentence or the one before."""
    told = telling.corpus.violent.get(claim.page, [])
    before = [one for one in told if one.span.end <= claim.span.start]
    last = max(before, key=lambda one: one.span.start, default=None)
    if last is None or last not in telling.reports or not right_behind(claim, last, telling):
        return False
    return bool(_in_common(claim, last)) or not any(_in_common(claim, other) for other in told)


def _in_common(claim: Claim, report: EventReport) -> set[str]:
    """Beginnings of words of harm that a claim and the telling of a deed share: "beheadings", "beheaded two"."""
    words = fold_name(" ".join(span.quote for span in report.evidence or (report.span,))).split()
    said = (word for word in fold_name(claim.says).split() if word in lexicon().harm)
    return {word[:STEM] for word in said} & {word[:STEM] for word in words}


def right_behind(claim: Claim, report: EventReport, telling: Telling) -> bool:
    """Whether a claim stands in the sentence that tells the report, or in the next one."""
    between = telling.corpus.page[claim.page].text[report.span.end : claim.span.start]
    return 0 < len(between) <= CLOSE_BY and len(_SENTENCE_END.findall(between)) <= 1


_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s")
