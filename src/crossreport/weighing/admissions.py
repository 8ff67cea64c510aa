"""An event with its testimonies in, what a side owns up to against its own interest out; None for a boast.

Casualty recorders call harm confirmed only where the side that did it accepts that it did. That a side tells of its own
success, or of its enemy's crime, confirms nothing.
"""

import re

from crossreport.model import Actor, Figure
from crossreport.model.kinds import ARMED_OR_STATE, CROWD, PRESS, STATELY
from crossreport.model.measures import HARM
from crossreport.model.statuses import FIRM
from crossreport.names import fold_name
from crossreport.weighing.fallen import side_of
from crossreport.weighing.interval import reads
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.partisans import party_of
from crossreport.weighing.telling import Telling, Testimony
from crossreport.weighing.voices import camp

HARMED = CROWD | PRESS | {"ngo"}


def admission(telling: Telling) -> str | None:
    """What is admitted, in words for a reader."""
    for testimony in telling.testimonies:
        if not testimony.asserts or testimony.report.status not in FIRM:
            continue
        side = party_of(testimony, telling)
        if side is None:
            continue
        if _admits_harm(testimony, side, telling):
            return "the doer's own side admits the harm to civilians"
        losses = _admits_losses(testimony, side, telling)
        if losses is not None:
            return f"a side reports its own losses, “{reads(losses)}”, and these alone"
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


def _admits_losses(testimony: Testimony, side: Actor, telling: Telling) -> Figure | None:
    """The dead of its own that the side that was hit counts: no sum with its enemy's, nor its claims of those."""
    if side.kind not in ARMED_OR_STATE or camp(side) in _camps(telling, "agent"):
        return None
    own = _words(testimony, "target", "victim", "party") | lexicon().ranks
    theirs = _words(testimony, "agent")
    told = telling.corpus.figures_of.get(testimony.report.id, [])
    summed = {figure.part_of for figure in told if not _fell_with(figure, side, telling)}
    return next(
        (
            figure
            for figure in told
            if figure.id not in summed and _counts(figure, own, theirs) and _fell_with(figure, side, telling)
        ),
        None,
    )


def _fell_with(figure: Figure, side: Actor, telling: Telling) -> bool:
    """Whether whom it counts may be the side's own, by the page's words for them."""
    fallen = side_of(figure, telling.corpus)
    if fallen is None:
        return True
    return fallen.camp == camp(side) if fallen.camp else fallen.kin == ("state" if side.kind in STATELY else "armed")


def _words(testimony: Testimony, *roles: str) -> frozenset[str]:
    """How those who fight are named in these roles: civilians who were hit are nobody's losses."""
    parts = [one for one in testimony.report.participants if one.role in roles and one.actor.kind in ARMED_OR_STATE]
    return frozenset(word for part in parts for word in fold_name(part.as_written).split())


def _counts(figure: Figure, own: frozenset[str], theirs: frozenset[str]) -> bool:
    whom = set(fold_name(figure.of.text).split())
    return figure.measure in HARM and bool(whom & own) and not whom & theirs and not figure.cumulative
