"""Types that may be two words for one deed, and what counts as force.

Not the deeds that only some can do: those are in `capacity`.
"""

from crossreport.words.families import SEIZURES, TALKS

# Types that may be two words for one deed: an "attack" that turns out to be shelling.
GROUPS: tuple[frozenset[str], ...] = (
    frozenset({"armed_clash", "offensive", "attack_repelled", "territory_taken", "territory_lost"}),
    frozenset(
        {"air_strike", "shelling", "explosion", "chemical_attack", "attack_on_civilians", "killing", "execution"}
    ),
    SEIZURES,
    TALKS,
    frozenset({"ceasefire_halt", "agreement", "prisoner_exchange_release"}),
    frozenset({"deployment", "training", "arms_or_funds_supplied"}),
    frozenset({"displacement_evacuation"}),
    frozenset(
        {
            "statement_threat",
            "statement_demand",
            "statement_refusal",
            "statement_accusation",
            "statement_confession_claim",
        }
    ),
)
FORCE = GROUPS[0] | GROUPS[1]


def kin(a: str, b: str) -> bool:
    """Whether two types may be two words for one deed."""
    return any(a in group and b in group for group in GROUPS)
