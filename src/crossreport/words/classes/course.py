"""Words for the course of things: planned, tried, begun, done, gone on, done again."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class Course(Struct, frozen=True, forbid_unknown_fields=True):
    """`words/data/classes/course.yaml`, which says what each class is."""

    set_for: frozenset[str]
    being_set: frozenset[str]
    due: frozenset[str]
    setting: frozenset[str]
    attempts: frozenset[str]
    seeking: frozenset[str]
    trying: frozenset[str]
    promising: frozenset[str]
    meant: frozenset[str]
    not_yet: frozenset[str]
    treating: frozenset[str]
    lacking: frozenset[str]
    looking_for: frozenset[str]
    aims: frozenset[str]
    rules: frozenset[str]
    ways_to: frozenset[str]
    causes: frozenset[str]
    stances: frozenset[str]
    calming: frozenset[str]
    demanding: frozenset[str]
    starting: frozenset[str]
    opening: frozenset[str]
    setting_out: frozenset[str]
    changing_hands: frozenset[str]
    reopening: frozenset[str]
    concluding: frozenset[str]
    alongside: frozenset[str]
    taking_place: frozenset[str]
    occurring: frozenset[str]
    beginnings: frozenset[str]
    going_on: frozenset[str]
    doing: frozenset[str]
    done_by: frozenset[str]
    carried_out: frozenset[str]
    perpetrating: frozenset[str]
    sharing: frozenset[str]
    taking_part: frozenset[str]
    masterminding: frozenset[str]
    pressing: frozenset[str]
    known_for: frozenset[str]
    leading: frozenset[str]
    plotting: frozenset[str]
    including: frozenset[str]
    practices: frozenset[str]
    habitually: frozenset[str]
    often: frozenset[str]
    ahead: frozenset[str]
    lasting_states: frozenset[str]
    sent_on_foot: frozenset[str]
    breaching: frozenset[str]
    breaking: frozenset[str]
    truces: frozenset[str]
    afterwards: frozenset[str]
    ensuing: frozenset[str]
    reply: frozenset[str]
    otherwise: frozenset[str]
    another: frozenset[str]
    more: frozenset[str]
    other: frozenset[str]
    elsewhere: frozenset[str]
    earlier: frozenset[str]
    next: frozenset[str]
    episodes: frozenset[str]
    incidents: frozenset[str]
    deeds: frozenset[str]
    series: frozenset[str]
    alike: frozenset[str]
    unrest: frozenset[str]
    still_open: frozenset[str]
    together: frozenset[str]
    holding: frozenset[str]
    holding_within: frozenset[str]


@cache
def course() -> Course:
    """The shipped classes."""
    return load("classes/course.yaml", Course)
