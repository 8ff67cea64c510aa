"""Types of the codebook by what they have in common: who is taken, what is fired, where ground changes hands.

Which words tell a type stands in `words/data/events.yaml`. Which types may be two words for one deed is no question of
these: the coding room's `families` says so.
"""

SEIZURES = frozenset({"abduction", "arrest"})
ON_THINGS = frozenset({"looting_destruction", "weapons_seized_or_destroyed"})
BY_RAIDERS = SEIZURES | {"looting_destruction", "sexual_violence"}
SLAYING = frozenset({"execution", "killing"})
ON_PERSONS = SEIZURES | SLAYING
DEADLY = frozenset({"attack_on_civilians", "killing"})
SHOOTING = DEADLY | {"armed_clash"}
ASSAULTS = frozenset({"armed_clash", "offensive"})
ATTACKS = frozenset({"attack_on_civilians", "offensive"})  # on whomever
FIRE = frozenset({"air_strike", "shelling"})
BLASTS = FIRE | {"explosion"}
REMOTE = BLASTS | {"chemical_attack"}  # what is done from afar
GROUND = frozenset({"territory_lost", "territory_taken"})
RAIDED = frozenset({"arrest", "weapons_seized_or_destroyed"})
CROWDS = frozenset({"protest", "riot"})
TALKS = frozenset({"mediation", "negotiation_talks", "visit_meeting"})
MEETINGS = TALKS | {"agreement"}
