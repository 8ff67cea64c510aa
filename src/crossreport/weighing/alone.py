"""A corroborated event in, what of it rests on one voice alone out.

Two who tell of an attack need not both name its doer or count its dead; the grade is that of the attack.
"""

from collections.abc import Iterator, Sequence

from crossreport.model import Reason
from crossreport.weighing.blame import told_doers
from crossreport.weighing.telling import Telling, Testimony, bloc_name
from crossreport.weighing.tolls import Count
from crossreport.words.spoken import spoken_name

TOLL, DOER = "toll_by_one", "doer_by_one"


def said_by_one(telling: Telling, found: Sequence[Count]) -> Iterator[Reason]:
    """A reason for the toll, and one for the doer, that only one of the voices gives."""
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


def _named(testimony: Testimony) -> bool:
    """Whether it names a doer, not only describes him."""
    return any(not actor.generic for actor in told_doers(testimony))
