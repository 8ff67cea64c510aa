"""A report in, whether it tells that what was fired at a place was stopped in the air out, and who fired it.

"All drones were shot down over the town" tells the attack that another account says hit it. Of a drone that was brought
down nobody says here that it was sent to attack: place, day and doer must agree before anything is joined.
"""

import re
from functools import cache

from msgspec import Struct

from crossreport.model import Actor, EventReport, Span
from crossreport.words.loader import load

ACCIDENT = "accident"
REPELLED = "attack_repelled"
_TOLD_AS = {"weapons_seized_or_destroyed", REPELLED}
_WITHIN = 60  # characters between the word for what was fired and that it was stopped


class _Words(Struct, frozen=True):
    projectiles: tuple[str, ...]
    stopped: tuple[str, ...]
    foiled: tuple[str, ...]
    no_mishap: tuple[str, ...]


def is_interception(report: EventReport) -> bool:
    """Whether the words that tell it say that a drone, missile or rocket was stopped."""
    if report.type.label not in _TOLD_AS:
        return False
    return any(_tells(report.span, told) for told in report.evidence or (report.span,))


def doers_of(report: EventReport) -> tuple[Actor, ...]:
    """Who did it: of "the army shot down the rebels' drones" the rebels, whose deed it was; of an accident nobody, but
    of "the army hit it by mistake" the army.
    """
    if report.type.label == ACCIDENT and not _is_a_deed(report):
        return ()
    role = "target" if report.type.label != REPELLED and is_interception(report) else "agent"
    return tuple(part.actor for part in report.participants if part.role == role)


def _is_a_deed(report: EventReport) -> bool:
    """Whether the words that tell an accident own to a deed that was not meant so, or deny that it was one."""
    return any(rules_out_accident(told.quote) for told in report.evidence or (report.span,))


def rules_out_accident(words: str) -> bool:
    """Whether a passage owns to a deed that was not meant so, or denies that it was an accident.

    >>> rules_out_accident("The army hit it by mistake."), rules_out_accident("An engine failed.")
    (True, False)
    """
    return _no_mishap().search(words) is not None


@cache
def _no_mishap() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('linking.yaml', _Words).no_mishap)})\b", re.IGNORECASE)


def stops_what_was_fired(words: str) -> bool:
    """Whether a passage says that something that was fired was stopped.

    >>> stops_what_was_fired("Air defences shot down all nine drones."), stops_what_was_fired("They burned two drones.")
    (True, False)
    """
    return _stopping().search(words) is not None


def _tells(trigger: Span, told: Span) -> bool:
    """Whether the word that tells the report is that of the stopping, not of another deed of the sentence."""
    start = trigger.start - told.start
    end = start + len(trigger.quote)
    return any(found.start() <= end and start <= found.end() for found in _stopping().finditer(told.quote))


@cache
def _stopping() -> re.Pattern[str]:
    words = load("linking.yaml", _Words)
    fired = "|".join(sorted(map(re.escape, words.projectiles), key=len, reverse=True))
    stopped = "|".join(words.stopped)
    gap = rf"[^.;!?]{{0,{_WITHIN}}}?"
    foiled = rf"(?:{'|'.join(words.foiled)})\b{gap}\b(?:{fired})[ -](?:attack|strike|raid|assault|barrage)s?"
    either = rf"(?:{stopped})\b{gap}\b(?:{fired})|(?:{fired})\b{gap}\b(?:{stopped})|{foiled}"
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
