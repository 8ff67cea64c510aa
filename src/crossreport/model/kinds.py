"""Kinds of actor by what they have in common: who fights, who acts for a state, who tells, who is harmed.

Rooms that ask "is this one of those who …" ask it of these, so that a new kind is sorted in one place.
"""

from crossreport.model.actor import ActorKind

Kinds = frozenset[ActorKind]

GOVERNMENT: Kinds = frozenset({"state", "state_forces"})
ARMIES: Kinds = frozenset({"state_forces", "external_forces"})
STATELY: Kinds = GOVERNMENT | ARMIES  # who acts for a state, its own or another
ARMED_GROUPS: Kinds = frozenset({"rebel_group", "political_militia", "identity_militia"})
ARMED: Kinds = ARMED_GROUPS | ARMIES
ARMED_OR_STATE: Kinds = ARMED | STATELY
SIDES: Kinds = ARMED_OR_STATE | {"party"}  # of a war
GROUPS: Kinds = SIDES - {"state"}  # that have members
PRESS: Kinds = frozenset({"media", "agency"})
BODIES: Kinds = frozenset({"igo", "ngo", "monitor"})  # that watch and help
CROWD: Kinds = frozenset({"civilians", "protesters", "rioters"})
