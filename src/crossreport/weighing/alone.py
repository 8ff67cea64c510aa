"""A corroborated event in, what of it rests on one voice alone out.

Two who tell of an attack need not both name its doer or count its dead; the grade is that of the attack.
"""

from collections.abc import Iterator, Sequence

from crossreport.model import Reason
from crossreport.weighing.blame import told_doers
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling, Testimony, bloc_name
from crossreport.weighing.tolls import Count
from crossreport.words.spoken import spoken_name

TOLL, DOER, OUTCOME = "toll_by_one", "doer_by_one", "outcome_by_one"


def said_by_one(telling: Telling, found: Sequence[Count]) -> Iterator[Reason]:
    """A reason for the toll, for the doer, and for how a fight ended, that only one of the voices gives."""
    counting = sorted({one.bloc for one in found})
    if len(counting) == 1:
        counted = telling.blocs.get(counting[0])
        who = bloc_name(counted) if counted is not None else found[0].voice.spoken
        yield Reason(TOLL, f"corroborated on the event, its toll is the word of {who} alone")
    naming = [bloc for bloc in telling.blocs.values() if any(map(_named, bloc))]
    if len(naming) == 1:
        told = next(one for one in naming[0] if _named(one))
        doers = " and ".join(dict.fromkeys(spoken_name(actor.name) for actor in told_doers(told)))
        who = bloc_name(naming[0])
        yield Reason(DOER, f"corroborated on the event, its doer is named by {who} alone: {doers}")
    yield from _outcome(telling)


def _outcome(telling: Telling) -> Iterator[Reason]:
    """Where others tell of the fight, and one alone that it took the place, or that it was beaten back."""
    ends = lexicon().outcome_of
    if telling.event.type.label not in ends:
        return
    ending = [bloc for bloc in telling.blocs.values() if any(ends.get(one.report.type.label) for one in bloc)]
    if len(ending) == 1 < len(telling.blocs):
        says = f"corroborated on the fight, its outcome is the word of {bloc_name(ending[0])} alone"
        yield Reason(OUTCOME, says)


def _named(testimony: Testimony) -> bool:
    """Whether it names a doer, not only describes him."""
    return any(not actor.generic for actor in told_doers(testimony))
