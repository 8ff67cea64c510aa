"""How grave an event is, for its place in the brief: entries in, an order and two heaps out. It judges no truth."""

from collections.abc import Iterable, Sequence

from crossreport.brief.entries import Entry
from crossreport.brief.phrasebook import phrasebook
from crossreport.model.statuses import NOT_DONE
from crossreport.words.families import BY_RAIDERS, MEETINGS

DEAD, HURT, FORCE, DONE, SAID = range(5)
NONE = ("–", "–", "–")  # the cells of a figure without a number
INJURED = frozenset({"wounded", "killed and wounded together", "missing"})
FORCEFUL = BY_RAIDERS | {"siege_blockade", "weapons_seized_or_destroyed"}


def gravity(entry: Entry) -> int:
    """The dead first, then the hurt, other acts of force, what is done without force, and what is only said."""
    label = entry.event.type.label
    phrase = phrasebook().phrase(label)
    if phrase.spoken or label in MEETINGS:
        return SAID
    if entry.event.status in NOT_DONE:
        return DONE
    hurt = {row.measure for row in entry.toll_rows if row.high not in ("0",) and (row.low, row.best, row.high) != NONE}
    if phrase.fatal or (entry.event.killed is not None and "killed" in hurt):
        return DEAD
    if hurt & INJURED:
        return HURT
    return FORCE if phrase.violent or label in FORCEFUL else DONE


def is_lesser(entry: Entry) -> bool:
    """Whether no force is told of it, and one voice alone tells it, uncontradicted."""
    return gravity(entry) > FORCE and entry.event.voices.independent < 2 and not entry.contested


def parted(entries: Sequence[Entry], opened: Iterable[str]) -> tuple[list[Entry], list[Entry]]:
    """Entries to be read at once, and further ones to be folded; none of the events `opened` by a headline.

    Where nothing grave is reported nothing is folded: then the talks are the news.
    """
    led = set(opened)
    further = [entry for entry in entries if is_lesser(entry) and entry.event.id not in led]
    if all(is_lesser(entry) for entry in entries):
        further = []
    folded = {entry.event.id for entry in further}
    return [entry for entry in entries if entry.event.id not in folded], further
