"""An event's testimonies in, what each voice says of it out: the passages that tell it, and the words right beside.

That a missile was stopped, that a crash was an accident and how captives came free is seldom said in the words that are
coded: it stands in the next sentence, in a claim, or in a report of its own that the page gives beside the event's.
Words that the page gives to another voice are that voice's. Nothing is weighed here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from crossreport.model import Claim, EventReport, Span
from crossreport.weighing.blame import claimant
from crossreport.weighing.telling import Telling, Testimony
from crossreport.weighing.voices import Voice, voice_of

BESIDE = 250  # characters behind a passage in which the next sentence must end


class Saying(NamedTuple):
    """Words of a voice about the event, in which report or claim; `bloc` is equal for one independent voice."""

    bloc: str
    voice: Voice
    member: str
    words: str
    testimony: Testimony | None = None  # whose own passages these are


def sayings(telling: Telling) -> Iterator[Saying]:
    """What is said of the event, testimony by testimony: its passages, then what stands beside them."""
    blocs = {testimony.voice.key: testimony.bloc for testimony in telling.testimonies}
    for testimony in telling.testimonies:
        if telling.stands_for(testimony):
            yield Saying(testimony.bloc, testimony.voice, testimony.report.id, testimony.words, testimony)
        for voice, member, words in _beside(testimony, telling):
            own = voice.key == testimony.voice.key
            yield Saying(testimony.bloc if own else blocs.get(voice.key, voice.key), voice, member, words)


def _beside(testimony: Testimony, telling: Telling) -> Iterator[tuple[Voice, str, str]]:
    """Claims and reports of the next sentence, by their voices; else that sentence, by the testimony's."""
    report, corpus = testimony.report, telling.corpus
    told = max(report.evidence or (report.span,), key=lambda span: span.end)
    behind = _next_sentence(corpus.page[report.page].text, told)
    if behind is None:
        return
    claims = [one for one in _claims(report, telling) if one.span.meets(behind)]
    others = [
        one
        for one in corpus.reports_on.get(report.page, ())
        if one.id not in telling.event.reports and any(span.meets(behind) for span in one.evidence or (one.span,))
    ]
    for claim in claims:
        yield claimant(claim, telling), claim.id, claim.span.quote
    for other in others:
        if not _elsewhere(other, report):
            yield telling.voice(voice_of(other, corpus)), other.id, behind.quote
    if not claims and not others:
        yield testimony.voice, report.id, behind.quote


def _claims(report: EventReport, telling: Telling) -> list[Claim]:
    found = (*telling.corpus.claims_at_large.get(report.page, ()), *telling.corpus.claims_about.get(report.id, ()))
    return list({claim.id: claim for claim in found}.values())


def _elsewhere(other: EventReport, report: EventReport) -> bool:
    """Whether its own words place it somewhere else: what is only taken over from the page tells nothing."""
    where = other.place
    if where is None or report.place is None or where.span is None or where.name == report.place.name:
        return False
    return any(span.covers(where.span) for span in other.evidence or (other.span,))


def _next_sentence(text: str, told: Span) -> Span | None:
    """The sentence right behind a passage, in its paragraph or at the head of the next."""
    begins = re.compile(r"[\s”\"’.!?]*").match(text, told.end)
    start = begins.end() if begins is not None else told.end
    ends = re.compile(r"[.!?](?=[\s”\"’]|\Z)").search(text, start, start + BESIDE)
    return Span(start, ends.end(), text[start : ends.end()]) if ends is not None else None
