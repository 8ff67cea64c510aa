"""An event with its testimonies in, what a side owns up to against its own interest out; None for a boast.

Casualty recorders call harm confirmed only where the side that did it accepts that it did. That a side tells of its own
success, or of its enemy's crime, confirms nothing.
"""

import re

from crossreport.model import Actor, Figure
from crossreport.names import fold_name
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.partisans import party_of
from crossreport.weighing.telling import Telling, Testimony
from crossreport.weighing.voices import ARMED, camp

HARMED = frozenset({"civilians", "protesters", "rioters", "media", "agency", "ngo"})
_FIRM = frozenset({"happened", "ongoing", "ended"})


def admission(telling: Telling) -> str | None:
    """What is admitted, in words for a reader."""
    for testimony in telling.testimonies:
        if not testimony.asserts or testimony.report.status not in _FIRM:
            continue
        side = party_of(testimony, telling)
        if side is None:
            continue
        if _admits_harm(testimony, side, telling):
            return "the doer's own side admits the harm to civilians"
        if _admits_losses(testimony, side, telling):
            return "a side reports its own losses"
    return None


def _camps(telling: Telling, role: str) -> set[str]:
    return {camp(actor) for side in telling.event.sides if side.role == role for actor in side.actors}


def _admits_harm(testimony: Testimony, side: Actor, telling: Telling) -> bool:
    """Whether the doer's side says that its deed hit people who do not fight, and nobody who does."""
    label = testimony.report.type.label
    hit = [part.actor for part in testimony.report.participants if part.role in ("target", "victim")]
    unarmed = bool(hit) and all(actor.kind in HARMED for actor in hit)
    harmful = label in lexicon().violent or label == "sexual_violence"
    own = any(part.role == "agent" and camp(part.actor) == camp(side) for part in testimony.report.participants)
    return harmful and unarmed and own and not _takes_back(testimony, telling)


def _takes_back(testimony: Testimony, telling: Telling) -> bool:
    """Whether the passages that tell it, or the words before them, say no to anything: "we are not responsible",
    "without firing". So grave a word as "confirmed" wants a plain one.
    """
    text = telling.corpus.page[testimony.report.page].text
    spans = testimony.report.evidence or (testimony.report.span,)
    return any(_NO.search(text, max(0, span.start - BEFORE), span.end) is not None for span in spans)


BEFORE = 160  # characters before a passage: the sentence that leads to it
_NO = re.compile(r"(?i)\b(?:not|no|never|nobody|none|without|den(?:y|ies|ied|ying)|reject\w*|false|lies?)\b|n['’]t\b")


def _admits_losses(testimony: Testimony, side: Actor, telling: Telling) -> bool:
    """Whether the side that was hit counts dead of its own."""
    if side.kind not in ARMED or camp(side) in _camps(telling, "agent"):
        return False
    own = _words(testimony, "target", "victim", "party") | lexicon().ranks
    theirs = _words(testimony, "agent")
    return any(_counts(figure, own, theirs) for figure in telling.corpus.figures_of.get(testimony.report.id, []))


def _words(testimony: Testimony, *roles: str) -> frozenset[str]:
    """How those who fight are named in these roles: civilians who were hit are nobody's losses."""
    parts = [one for one in testimony.report.participants if one.role in roles and one.actor.kind in ARMED]
    return frozenset(word for part in parts for word in fold_name(part.as_written).split())


def _counts(figure: Figure, own: frozenset[str], theirs: frozenset[str]) -> bool:
    whom = set(fold_name(figure.of.text).split())
    return figure.measure in ("killed", "wounded") and bool(whom & own) and not whom & theirs and not figure.cumulative
