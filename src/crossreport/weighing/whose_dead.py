"""An event's tolls in, where two voices count the same dead and call them fighters and civilians out.

"Six terrorists were neutralised" and "soldiers shot six motorbike riders" agree on how many and on nothing else. Only
equal numbers are set against one another: of unequal ones each side may have counted its own.
"""

from collections.abc import Sequence
from itertools import product

from crossreport.model import Finding
from crossreport.weighing.denials import contradiction
from crossreport.weighing.interval import interval, reads
from crossreport.weighing.telling import Telling, told
from crossreport.weighing.tolls import Count, kin

PERSONS = frozenset({"civilians", "protesters", "rioters", "media", "agency", "ngo", "person"})


def who_died(telling: Telling, found: Sequence[Count]) -> list[Finding]:
    """One contradiction for the first such pair."""
    fighters = [one for one in found if kin(one) == "armed"]
    others = [one for one in found if one.side is None and _unarmed(one, telling)]
    for one, other in product(fighters, others):
        if one.bloc != other.bloc and one.voice.key != other.voice.key and _same(one, other):
            text = (
                f"On who was killed in the {told(telling.event)}: {one.voice.spoken} counted “{_words(one)}”, "
                f"{other.voice.spoken} “{_words(other)}”."
            )
            members = (telling.event.id, *sorted((one.figure.id, other.figure.id)))
            return [contradiction(members, text, "victims")]
    return []


def _same(one: Count, other: Count) -> bool:
    """Whether both name one number."""
    return interval(one.figure) == interval(other.figure) and one.figure.best is not None


def _unarmed(one: Count, telling: Telling) -> bool:
    """Whether those whom it counts are told to have been attacked as people who do not fight."""
    if one.figure.of.kind == "combatants":
        return False
    report = telling.corpus.report.get(one.figure.event_report or "")
    hit = [part.actor for part in report.participants if part.role in ("target", "victim")] if report else []
    return bool(hit) and all(actor.kind in PERSONS for actor in hit)


def _words(one: Count) -> str:
    words, thing = reads(one.figure), one.figure.of.text.strip()
    return words if not thing or thing.casefold() in words.casefold() else f"{words} {thing}"
