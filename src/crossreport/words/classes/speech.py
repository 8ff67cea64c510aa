"""Words of telling: who says, shows, spreads, doubts, denies and judges."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class Speech(Struct, frozen=True, forbid_unknown_fields=True):
    """`words/data/classes/speech.yaml`, which says what each class is."""

    giving: frozenset[str]
    held_to_be: frozenset[str]
    naming: frozenset[str]
    movements: frozenset[str]
    news: frozenset[str]
    proven: frozenset[str]
    fearing: frozenset[str]
    knowing: frozenset[str]
    rumouring: frozenset[str]
    filmed: frozenset[str]
    pictures: frozenset[str]
    purporting: frozenset[str]
    perceiving: frozenset[str]
    ruling: frozenset[str]
    showing: frozenset[str]
    putting_out: frozenset[str]
    learning: frozenset[str]
    spread_by: frozenset[str]
    matching: frozenset[str]
    reality: frozenset[str]
    being_true: frozenset[str]
    proving: frozenset[str]
    scolding: frozenset[str]
    posted: frozenset[str]
    verdicts: frozenset[str]
    calling: frozenset[str]
    noticing: frozenset[str]
    narrating: frozenset[str]
    deploring: frozenset[str]
    taking_on: frozenset[str]
    ascribing: frozenset[str]
    holding: frozenset[str]
    told_of: frozenset[str]
    recording: frozenset[str]
    spotting: frozenset[str]
    speaking: frozenset[str]
    counts: frozenset[str]
    counting_anew: frozenset[str]
    giving_tolls: frozenset[str]
    emerging: frozenset[str]
    handing_on: frozenset[str]
    asked: frozenset[str]
    claiming: frozenset[str]
    dated: frozenset[str]
    headings: frozenset[str]
    talks: frozenset[str]
    holding_true: frozenset[str]
    allegedly: frozenset[str]
    confirming: frozenset[str]
    closing: frozenset[str]
    outlets: frozenset[str]
    mourning: frozenset[str]
    probing: frozenset[str]
    shares: frozenset[str]
    deeds: frozenset[str]
    warning: frozenset[str]
    foreseeing: frozenset[str]
    monitors: frozenset[str]
    monitoring: frozenset[str]
    offices: frozenset[str]
    for_news: frozenset[str]
    spokesmen: frozenset[str]


@cache
def speech() -> Speech:
    """The shipped classes."""
    return load("classes/speech.yaml", Speech)
