"""An event's testimonies and tolls in, what voices say that the dead were, against what others count them as, out.

"None of the three was a member of our party" answers "three rebels were killed", and "there was no civilian in the
area" answers "eleven civilians died", whatever number either gives. Who says it is who says it on the page, not whose
word the deed is.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from crossreport.model import Finding, Span
from crossreport.weighing.denial_words import BEFORE
from crossreport.weighing.denials import contradiction
from crossreport.weighing.fallen import counted_as
from crossreport.weighing.interval import reads_of_whom
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling, Testimony, spoken, told
from crossreport.weighing.tolls import Count, kin
from crossreport.weighing.voices import Voice, origin

AFTER = 400  # characters behind the telling of a deed in which a page says who its dead were: two or three sentences


class Answer(NamedTuple):
    """Words on who the dead were, who says them, and for which report; `unarmed` if they were no fighters."""

    testimony: Testimony
    voice: Voice
    span: Span
    unarmed: bool


def identified(telling: Telling, found: Sequence[Count]) -> Iterator[Finding]:
    """A contradiction for each count of fighters, or of civilians, that another voice answers so."""
    for answer in _answers(telling):
        for one in found:
            if one.bloc != answer.testimony.bloc and one.voice.key != answer.voice.key and _denied(one, answer):
                text = (
                    f"On who was killed in the {told(telling.event)}: {one.voice.spoken} "
                    f"counted “{reads_of_whom(one.figure)}”, "
                    f"{answer.voice.spoken} said “{answer.span.quote}”."
                )
                members = (telling.event.id, *sorted((one.figure.id, answer.testimony.report.id)))
                yield contradiction(members, text, "victims")


def _denied(one: Count, answer: Answer) -> bool:
    if not answer.unarmed:
        return one.figure.of.kind in ("civilians", "children")
    return kin(one) == "armed" or _member(one)


def _member(one: Count) -> bool:
    """Whether a count is of "members" of whatever group, not of a state's men."""
    return one.side is None and bool(lexicon().membership & set(counted_as(one.figure).casefold().split()))


def _answers(telling: Telling) -> Iterator[Answer]:
    for testimony in telling.testimonies:
        if not telling.stands_for(testimony):
            continue
        page = telling.corpus.page[testimony.report.page]
        spans = testimony.report.evidence or (testimony.report.span,)
        begin, end = max(0, min(span.start for span in spans) - BEFORE), max(span.end for span in spans) + AFTER
        for pattern, unarmed in ((_no_fighters(), True), (_no_civilians(), False)):
            for words in pattern.finditer(page.text, begin, min(len(page.text), end)):
                span = Span(words.start(), words.end(), words.group())
                yield Answer(testimony, _speaker(testimony, span, telling), span, unarmed)


def _speaker(testimony: Testimony, span: Span, telling: Telling) -> Voice:
    """Whose words they are: those of who is quoted with them, else of who tells the deed."""
    page = telling.corpus.page[testimony.report.page]
    claims = [
        *telling.corpus.claims_about.get(testimony.report.id, []),
        *telling.corpus.claims_at_large.get(page.id, []),
    ]
    said = next((claim for claim in claims if claim.span.covers(span)), None)
    if said is None:
        return testimony.voice
    return telling.voice(origin((*said.via, spoken(said)), page, telling.corpus))


@cache
def _no_fighters() -> re.Pattern[str]:
    """ "Were not members of our front", "none of them was a fighter", "had no weapons", "the two are civilians"."""
    armed = "|".join(
        sorted(lexicon().irregulars | lexicon().membership | {"fighter", "fighters", "combatant", "combatants"})
    )
    civil = "|".join(sorted(lexicon().civil))
    article = r"(?:(?:a|an|our)\s+)?(?:\w+\s+)?"
    return re.compile(
        rf"\b(?:were|was)\s+(?:not|no|never)\s+{article}(?:{armed})\b"
        rf"|\b(?:none|neither)\s+of\s+(?:them|the\s+\w+)\s+(?:was|were|had\s+been)\s+{article}(?:{armed})\b"
        rf"|\b(?:are|were)\s+(?:all\s+)?(?:unarmed\s+)?(?:{civil})\b(?!\s+(?:killed|wounded|injured|hurt|among))",
        re.IGNORECASE,
    )


@cache
def _no_civilians() -> re.Pattern[str]:
    """ "There was no civilian in the area", "no civilians were harmed"."""
    return re.compile(
        r"\bthere\s+(?:was|were)\s+no\s+civilians?\b[^.;]{0,40}"
        r"|\bno\s+civilians?\s+(?:was|were|has|have|had)\s+(?:been\s+)?(?:killed|harmed|hurt|hit|wounded|injured|affected|targeted)\b",
        re.IGNORECASE,
    )
