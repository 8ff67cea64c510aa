"""The dateline's day beside the day of publication: clues in, the same clues out, made to agree where they can.

Agencies date by the day of filing; papers and sites bring the text out on it or within two days. A day without a year
has its year from the day of publication. Days further apart stay as they are: two days for one page.
"""

import numpy as np
from msgspec import Struct

from crossreport.reading.published.clue import Clue
from crossreport.reading.published.days import CERTAIN, Costs, day_at, stepped

_PUBLISHED = (
    "metadata_published",
    "metadata_zone",
    "metadata_published_only",
    "metadata_time_only",
    "header_date",
    "container_published",
    "markup_date",
    "address_date",
)
_APART = 2  # days from filing to publication that are usual
_SAME_STORY = 60  # days: so far back a dateline without a year is still that of this text, brought out again
_FEW = 2  # days that a clue may leave and still state a day


class _Stated(Struct, frozen=True):
    clue: Clue
    day: int  # index


def filed(clues: list[Clue]) -> list[Clue]:
    """The clues, the dateline's day put beside the first stated day of publication that it does not share."""
    dateline = next((clue for clue in clues if clue.rule == "dateline"), None)
    stated = _stated(clues)
    if dateline is None or stated is None:
        return clues
    days = [int(i) for i in np.flatnonzero(dateline.costs == 0)]
    if stated.day in days or not days:
        return clues
    near = min(days, key=lambda day: (abs(stated.day - day), day))
    lag = stated.day - near
    if abs(lag) > _APART:
        return [_of_year(clue, near) if clue is dateline and 0 < lag <= _SAME_STORY else clue for clue in clues]
    later = f"{day_at(stated.day)}, the day of publication by another clue"
    says = (
        f"{dateline.says[:-1]}; {later}, is {abs(lag)} day{'s' * (abs(lag) > 1)} {'after' if lag > 0 else 'before'} it."
    )
    told = Clue(dateline.rule, dateline.span, says, _allowed(dateline.costs, stated.day))
    swapped = {id(dateline): told}
    if lag < 0:  # a stamp before the filing is of another time zone: either day
        clue = stated.clue
        swapped[id(clue)] = Clue(clue.rule, clue.span, clue.says, _allowed(clue.costs, near))
    return [swapped.get(id(clue), clue) for clue in clues]


def _stated(clues: list[Clue]) -> _Stated | None:
    """The first clue, in the order of their worth, that states a day of publication."""
    for rule in _PUBLISHED:
        for clue in clues:
            left = np.flatnonzero(clue.costs == 0)
            if clue.rule == rule and 0 < len(left) <= _FEW:
                return _Stated(clue, int(left[-1]))
    return None


def _allowed(costs: Costs, day: int) -> Costs:
    changed = costs.copy()
    changed[day] = 0
    return changed


def _of_year(clue: Clue, day: int) -> Clue:
    """The dateline on one day alone: the last such day before publication."""
    since = np.abs(np.arange(len(clue.costs), dtype=np.int32) - day)
    return Clue(clue.rule, clue.span, clue.says, np.maximum(clue.costs, stepped(since, ((_APART, 0),), 2 * CERTAIN)))
