"""Words around counted people: what became of them, which number is a part, which toll is a tally."""

import re
from functools import cache

from msgspec import Struct

from crossreport.words.events import ontology
from crossreport.words.loader import load


class FigureWords(Struct, frozen=True):
    """`words/data/figures.yaml`; the file says what each class is."""

    transitive: dict[str, tuple[str, ...]]
    intransitive: dict[str, tuple[str, ...]]
    death_idioms: dict[str, tuple[str, ...]]
    of_nouns: dict[str, frozenset[str]]
    loss_heads: dict[str, frozenset[str]]
    giving: frozenset[str]
    rival: frozenset[str]
    falls_otherwise: frozenset[str]
    fatally: frozenset[str]
    blows: frozenset[str]
    states: dict[str, frozenset[str]]
    linking: frozenset[str]
    taken: dict[str, frozenset[str]]
    severity: frozenset[str]
    bodies: frozenset[str]
    lost: frozenset[str]
    hurt_verbs: frozenset[str]
    hurt_nouns: frozenset[str]
    leaving: frozenset[str]
    forcing: frozenset[str]
    rising: frozenset[str]
    lost_forms: frozenset[str]
    brought: frozenset[str]
    carried: frozenset[str]
    moved: frozenset[str]
    care: frozenset[str]
    limbs: frozenset[str]
    vitals: frozenset[str]
    left: frozenset[str]
    passage: frozenset[str]
    carry: frozenset[str]
    carriers: frozenset[str]
    toll_heads: frozenset[str]
    number_heads: frozenset[str]
    putting: frozenset[str]
    raising: frozenset[str]
    bridge: frozenset[str]
    auxiliary: frozenset[str]
    perfect: frozenset[str]
    including: frozenset[str]
    partitive_pronouns: frozenset[str]
    hit: dict[str, frozenset[str]]
    breakdown: frozenset[str]
    tally: tuple[str, ...]
    animals: frozenset[str]
    speakers: frozenset[str]
    households: frozenset[str]
    unsaid: frozenset[str]
    groups: frozenset[str]
    taken_places: frozenset[str]

    def of_noun(self, lemma: str) -> str | None:
        """The fate that a noun tells of those behind its "of"."""
        return next((measure for measure, nouns in self.of_nouns.items() if lemma in nouns), None)

    def hit_measure(self, text: str) -> str | None:
        """The measure of a noun for all who were hit ("the dead")."""
        return next((measure for measure, words in self.hit.items() if text in words), None)


@cache
def figure_words() -> FigureWords:
    """The shipped words."""
    return load("figures.yaml", FigureWords)


@cache
def tally_pattern() -> re.Pattern[str]:
    """What in a text says that a toll adds up many happenings."""
    return re.compile("|".join(figure_words().tally), re.IGNORECASE)


@cache
def toll_forms() -> dict[str, str]:
    """Past participles and other forms of the verbs that tell a fate of their object, with the measure."""
    found: dict[str, str] = {}
    for measure, lemmas in _transitive().items():
        for lemma in lemmas:
            for form in forms(lemma):
                found.setdefault(form, measure)
    return found


@cache
def state_forms() -> dict[str, str]:
    """Forms that tell a state behind those counted: "killed", "dead", "died", "kidnapped"."""
    found: dict[str, str] = {}
    for measure, lemmas in _transitive().items():
        for lemma in lemmas:
            found.setdefault(participle(lemma), measure)
    tolls = ontology().tolls
    for measure in ("killed", "wounded"):
        for word in tolls[measure].adjectives:
            found.setdefault(word, measure)
        for lemma in tolls[measure].patient:
            found.setdefault(participle(lemma), measure)
    return {**found, "slain": "killed", "missing": "missing"}


@cache
def patient_forms() -> frozenset[str]:
    """Past forms that need no "was": "died", "perished"."""
    return frozenset(participle(lemma) for lemma in ontology().tolls["killed"].patient)


def _transitive() -> dict[str, list[str]]:
    tolls, own = ontology().tolls, figure_words().transitive
    measures = ("killed", "wounded", *own)
    return {
        measure: [
            *(verb.split()[0] for verb in (tolls[measure].verbs if measure in tolls else ())),
            *own.get(measure, ()),
        ]
        for measure in dict.fromkeys(measures)
    }


def participle(lemma: str) -> str:
    """The regular past participle, with the doubled and irregular ones of these verbs.

    >>> participle("kill"), participle("injure"), participle("kidnap"), participle("slay")
    ('killed', 'injured', 'kidnapped', 'slain')
    """
    irregular = {"slay": "slain", "hurt": "hurt", "gun": "gunned", "die": "died", "flee": "fled"}
    if lemma in irregular:
        return irregular[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma + ("ped" if lemma == "kidnap" else "ed")


def forms(lemma: str) -> tuple[str, ...]:
    """Base, present, past and gerund.

    >>> forms("injure")
    ('injure', 'injures', 'injured', 'injuring')
    """
    stem = lemma[:-1] if lemma.endswith("e") else lemma + ("p" if lemma == "kidnap" else "")
    return lemma, lemma + "s", participle(lemma), stem + "ing"
