"""Words of arms and force: what is fired, laid, flown and held, and by what verbs."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class Arms(Struct, frozen=True, forbid_unknown_fields=True):
    """`words/data/classes/arms.yaml`, which says what each class is."""

    by_hand: frozenset[str]
    close_up: frozenset[str]
    assaults: frozenset[str]
    hand_arms: frozenset[str]
    hurling: frozenset[str]
    sending: frozenset[str]
    sent: frozenset[str]
    fired: frozenset[str]
    thrown: frozenset[str]
    coming_from: frozenset[str]
    laying: frozenset[str]
    made_safe: frozenset[str]
    equipping: frozenset[str]
    making: frozenset[str]
    fire: frozenset[str]
    salvos: frozenset[str]
    shellfire: frozenset[str]
    shelling: frozenset[str]
    flights: frozenset[str]
    blows: frozenset[str]
    not_flown: frozenset[str]
    rounds: frozenset[str]
    flying: frozenset[str]
    bringing_down: frozenset[str]
    down_only: frozenset[str]
    unmanned: frozenset[str]
    employing: frozenset[str]
    using: frozenset[str]
    setting_off: frozenset[str]
    devices: frozenset[str]
    hitting: frozenset[str]
    raiding: frozenset[str]
    seizing: frozenset[str]
    support: frozenset[str]
    searching: frozenset[str]
    village_raids: frozenset[str]
    captures: frozenset[str]
    taken_over: frozenset[str]
    held: frozenset[str]
    strongholds: frozenset[str]
    handled: frozenset[str]
    air_units: frozenset[str]
    units: frozenset[str]
    stands: frozenset[str]
    sites: frozenset[str]
    barriers: frozenset[str]
    putting_up: frozenset[str]
    winning_back: frozenset[str]
    besieged: frozenset[str]
    blasts: frozenset[str]
    any_attack: frozenset[str]
    campaigns: frozenset[str]
    breaking_out: frozenset[str]
    one_sided: frozenset[str]
    locked: frozenset[str]


@cache
def arms() -> Arms:
    """The shipped classes."""
    return load("classes/arms.yaml", Arms)
