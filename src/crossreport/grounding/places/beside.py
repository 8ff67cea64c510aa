"""Choices in, the same with a container for each name that no list has: the place that the text names nearest to it.

Who writes of a hamlet writes of its town: of the unlisted names of LGL and GeoVirus more than half lie within 161 km of
it. It is an assumption (`Choice.assumed`), for those who must have a point; the record does not make it.
"""

from collections.abc import Sequence

import msgspec

from crossreport.gazetteer import Entry
from crossreport.grounding.places.choose import Choice

# Small places first: what lies in a division may lie anywhere in it.
_RANKS = (
    frozenset({"settlement", "admin2", "district", "facility"}),
    frozenset({"admin1", "region", "natural"}),
    frozenset({"country"}),
)


def beside_the_known(choices: Sequence[Choice]) -> list[Choice]:
    """The choices in their order; a name that the text itself puts into a place stays there."""
    return [_beside(choices, here) for here in range(len(choices))]


def _beside(choices: Sequence[Choice], here: int) -> Choice:
    choice = choices[here]
    said = choice.container
    if choice.best is not None or (said is not None and said.kind != "country" and said.lat is not None):
        return choice
    nearest = next((found for kinds in _RANKS if (found := _nearest(choices, here, kinds)) is not None), None)
    return msgspec.structs.replace(choice, container=nearest, assumed=True) if nearest is not None else choice


def _nearest(choices: Sequence[Choice], here: int, kinds: frozenset[str]) -> Entry | None:
    """The place of such a kind that stands fewest names away, the one before the name first."""
    for away in range(1, len(choices)):
        for there in (here - away, here + away):
            best = choices[there].best if 0 <= there < len(choices) else None
            if best is not None and best.entry.kind in kinds and best.entry.lat is not None:
                return best.entry
    return None
