"""Closed word classes of coding: which nouns measure others, which verbs hand on a doer, what becomes of people."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class ClosedClasses(Struct, frozen=True):
    """`words/data/closed_classes.yaml`; lemmas in lower case. The file says what each class is."""

    object_control: frozenset[str]
    partitives: frozenset[str]
    measures: frozenset[str]
    extensions: frozenset[str]
    occurrence: frozenset[str]
    particle_verbs: frozenset[str]
    only_done_to: frozenset[str]
    receiving: frozenset[str]
    done_to: frozenset[str]
    wars: frozenset[str]
    happenings: frozenset[str]
    works: frozenset[str]
    published: frozenset[str]
    supplies: frozenset[str]
    illness: frozenset[str]
    joining: frozenset[str]
    helping: frozenset[str]
    joint: frozenset[str]
    help: frozenset[str]
    accusations: frozenset[str]
    closing_in: frozenset[str]
    plain_people: frozenset[str]
    set_apart: frozenset[str]
    body_names: frozenset[str]
    next_to: frozenset[str]
    courtesy: frozenset[str]
    through: frozenset[str]
    summing_up: frozenset[str]
    recovering: frozenset[str]
    achieving: frozenset[str]
    one_more: frozenset[str]
    driving_out: frozenset[str]
    winning_back: frozenset[str]
    recurring: frozenset[str]
    pressing_on: frozenset[str]
    undergoing: frozenset[str]
    ending: frozenset[str]
    beginning: frozenset[str]
    stretches: frozenset[str]
    long_wars: frozenset[str]
    ranks: frozenset[str]
    grounds: frozenset[str]
    officers: frozenset[str]
    catching: frozenset[str]
    deeds: frozenset[str]
    counted: dict[str, frozenset[str]]
    fates: dict[str, frozenset[str]]

    def kind_of(self, lemma: str) -> str | None:
        """Whom a noun counts: "civilians", "children", …; None if the class does not know it."""
        return next((kind for kind, lemmas in self.counted.items() if lemma in lemmas), None)

    def fate_of(self, lemma: str) -> str | None:
        """The measure that a verb tells ("arrest": "detained"); None if it tells none."""
        return next((measure for measure, lemmas in self.fates.items() if lemma in lemmas), None)


@cache
def closed_classes() -> ClosedClasses:
    """The shipped classes."""
    return load("closed_classes.yaml", ClosedClasses)
