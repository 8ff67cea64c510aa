"""The event ontology: codebook types with their names elsewhere, and the triggers that tell them.

A trigger is written in one line of `words/data/events.yaml`; its small grammar is explained there. What a class means
in a sentence is decided by the coding room; here it is only a word.
"""

import re
from functools import cache
from typing import Literal

import msgspec
from msgspec import Struct

from crossreport.words.loader import WordsError, load

Scheme = Literal["agent_target", "parties", "agent_place", "speaker"]
_CONDITION = re.compile(r"^(object|subject|with|content|unless|prep)=(?:([a-z]+):)?([\w|\-]+)$")


class Trigger(Struct, frozen=True):
    """One word, or compound, that tells an event, and what must stand beside it."""

    lemma: str
    particle: str | None
    pos: Literal["verb", "noun"]
    type: str
    object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    preposition: str | None = None
    prepositional: frozenset[str] = frozenset()
    content: frozenset[str] = frozenset()
    means: bool = False
    patient: bool = False
    weak: bool = False
    faced: bool = False


class TypeEntry(Struct, frozen=True):
    """A type of the codebook as the file holds it."""

    acled: tuple[str, str] | None
    plover: tuple[str, str | None] | None
    cameo: str | None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    scheme: Scheme = "agent_target"
    roles: dict[str, str] = {}  # what an own type calls whoever stands as the object, or behind a preposition


class TollWords(Struct, frozen=True):
    """How deaths, wounds and casualties are told."""

    verbs: tuple[str, ...]
    patient: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    lives: tuple[str, ...] = ()


class Ontology(Struct, frozen=True):
    """`words/data/events.yaml` as it stands."""

    types: dict[str, TypeEntry]
    tolls: dict[str, TollWords]
    light_verbs: tuple[str, ...]
    patient_light_verbs: tuple[str, ...]
    breaking: frozenset[str]
    lapsing: frozenset[str]
    means: dict[str, tuple[str, ...]]
    classes: dict[str, frozenset[str]]


def read_trigger(line: str, pos: Literal["verb", "noun"], type_: str, *, name: str = "events.yaml") -> Trigger:
    """One line of the lexicon as a trigger; `name` is the file that errors name.

    Raises:
        WordsError: it has no lemma, too many words, or a condition that is none.

    >>> read_trigger("break out subject=war", "verb", "armed_clash").particle
    'out'
    """
    words: list[str] = []
    fields: dict[str, object] = {}
    for part in line.split():
        condition = _CONDITION.match(part)
        if condition is not None:
            fields |= _condition(*condition.groups())
        elif "=" in part:
            raise WordsError(f"{name}: {part!r} of {line!r} is no condition; events.yaml explains them")
        elif part in _FLAGS:
            fields[part] = True
        else:
            words.append(part)
    if not words or (pos == "verb" and len(words) > 2):
        raise WordsError(f"{name}: trigger {line!r} of {type_} has no lemma or too many words")
    particle = words[1] if pos == "verb" and len(words) == 2 else None
    lemma = words[0] if pos == "verb" else " ".join(words)
    return Trigger(lemma=lemma, particle=particle, pos=pos, type=type_, **fields)  # type: ignore[arg-type]


_FLAGS = frozenset({"means", "patient", "weak", "faced"})


def _condition(kind: str, preposition: str | None, values: str) -> dict[str, object]:
    """The fields of a trigger that `object=troops|base` or `prep=on:place_noun` fills."""
    classes = frozenset(values.split("|"))
    if kind == "prep":
        return {"preposition": preposition, "prepositional": classes}
    return {"within" if kind == "with" else kind: classes}


@cache
def shipped() -> Ontology:
    """The shipped ontology, its classes with the nouns that WordNet holds to be of them."""
    own = load("events.yaml", Ontology)
    kinds = load("noun_kinds.yaml", dict[str, frozenset[str]])
    things = {word for name in (*_THINGS, "no_doer") for word in own.classes[name]}
    more = {name: own.classes[name] | (nouns - things) for name, nouns in kinds.items()}
    return msgspec.structs.replace(own, classes=own.classes | more)


_THINGS = ("building", "vehicle", "weapon", "aircraft", "payloads", "body", "care")


_own: tuple[dict[str, TypeEntry], dict[str, frozenset[str]]] = ({}, {})


def use_own_events(types: dict[str, TypeEntry], classes: dict[str, frozenset[str]]) -> None:
    """Join the user's types and classes to the shipped ones, for the pages that this process reads from now on."""
    global _own
    if (types, classes) != _own:
        _own = (types, classes)
        ontology.cache_clear()
        triggers.cache_clear()


@cache
def ontology() -> Ontology:
    """The shipped ontology with the user's types; of two triggers that ask for as much the user's wins."""
    base, (types, classes) = shipped(), _own
    if not types:
        return base
    merged = {label: _joined(label, entry) for label, entry in types.items()}
    merged |= {label: entry for label, entry in base.types.items() if label not in merged}
    both = {name: base.classes.get(name, frozenset()) | words for name, words in classes.items()}
    return msgspec.structs.replace(base, types=merged, classes=base.classes | both)


def _joined(label: str, own: TypeEntry) -> TypeEntry:
    known = shipped().types.get(label)
    if known is None:
        return own
    return msgspec.structs.replace(known, verbs=(*own.verbs, *known.verbs), nouns=(*own.nouns, *known.nouns))


@cache
def triggers() -> dict[tuple[str, str], tuple[Trigger, ...]]:
    """Triggers by (pos, last word of the lemma), most demanding first: more conditions win over fewer."""
    table: dict[tuple[str, str], list[Trigger]] = {}
    for type_, entry in ontology().types.items():
        for pos, lines in (("verb", entry.verbs), ("noun", entry.nouns)):
            for line in lines:
                trigger = read_trigger(line, pos, type_)  # type: ignore[arg-type]
                table.setdefault((pos, trigger.lemma.split()[-1]), []).append(trigger)
    return {key: tuple(sorted(found, key=_demand, reverse=True)) for key, found in table.items()}


_ANY = frozenset({"noun"})


def _demand(trigger: Trigger) -> tuple[int, int, bool]:
    conditions = (trigger.object, trigger.subject, trigger.within, trigger.prepositional, trigger.content)
    particle = 2 if trigger.particle else 0  # "shot dead" says more than "shot somebody"
    asked = particle + sum(bool(condition) for condition in conditions)
    asked -= 2 * (trigger.object == _ANY)  # "storm anything": asked last
    return (
        len(trigger.lemma.split()),
        asked,
        bool(trigger.prepositional),
    )  # "pulled out of talks"
