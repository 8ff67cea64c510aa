"""The lexicon of reporting: which verbs give a voice, how they hedge, what kind of voice a noun is."""

from functools import cache
from typing import Literal

from msgspec import Struct

from crossreport.model import VoiceKind
from crossreport.words.loader import load

Hedge = Literal["quote", "claim", "accuse", "deny", "allege", "suspect"]


class StatusCues(Struct, frozen=True):
    """Lemmas that, governing a happening, give it this status."""

    verbs: frozenset[str]
    adjectives: frozenset[str]
    nouns: frozenset[str]
    auxiliaries: frozenset[str]


class Blame(Struct, frozen=True):
    """The words by which a deed is laid at somebody's door; the file says what each class is."""

    lay: frozenset[str]
    bear: frozenset[str]
    hold: frozenset[str]
    guilt: frozenset[str]
    answers: frozenset[str]
    signs: frozenset[str]
    asking: frozenset[str]
    at_first: frozenset[str]


class Reporting(Struct, frozen=True):
    """`words/data/reporting.yaml`; all lemmas in lower case."""

    verbs: dict[str, Hedge | None]
    clause_only: frozenset[str]
    nominal: frozenset[str]
    infinitive: frozenset[str]
    blaming: frozenset[str]
    blame: Blame
    final: frozenset[str]
    spoken: frozenset[str]
    stances: frozenset[str]
    judging: frozenset[str]
    naming: frozenset[str]
    rejecting: frozenset[str]
    claimed_nouns: frozenset[str]
    untrue: frozenset[str]
    withheld: frozenset[str]
    doing: frozenset[str]
    phrases: tuple[str, ...]
    hedges: dict[str, Hedge]
    report_nouns: frozenset[str]
    toll_nouns: frozenset[str]
    plain_reports: frozenset[str]
    saying_nouns: dict[str, Hedge | None]
    bodies: dict[str, frozenset[VoiceKind]]
    named_bodies: frozenset[str]
    own_heads: frozenset[str]
    led: frozenset[str]
    led_people: frozenset[str]
    titles: frozenset[str]
    kinds: dict[VoiceKind, frozenset[str]]
    kind_modifiers: dict[VoiceKind, frozenset[str]]
    status: dict[str, StatusCues]

    def denies(self, word: str) -> bool:
        """Whether a page's word of doubt is a form of a denying verb or noun."""
        return any(
            hedge == "deny" and word[:4] == lemma[:4]
            for lemma, hedge in (*self.verbs.items(), *self.saying_nouns.items())
        )

    def hedge_of_noun(self, lemma: str, text: str) -> str | None:
        """The page's word, if a noun of saying holds back ("claim", "denial")."""
        return text if self.saying_nouns.get(lemma) else None


@cache
def reporting() -> Reporting:
    """The shipped lexicon."""
    return load("reporting.yaml", Reporting)
