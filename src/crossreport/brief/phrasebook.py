"""The words in which the brief speaks: `data/phrases.yaml` as frozen types."""

from functools import cache
from importlib.resources import files

from msgspec import Struct

from crossreport.words.loader import load, parse


class Phrase(Struct, frozen=True):
    """How one event type is said; see the head of `data/phrases.yaml`."""

    title: str
    noun: str
    on: str
    verb: tuple[str, str, str, str] | None = None
    do: tuple[str, str, str] | None = None
    object: str | None = None
    alone: tuple[str, str, str] | None = None
    joint: tuple[str, str, str] | None = None
    plain: str | None = None
    unknown: str | None = None
    passive: bool = True
    violent: bool = False
    plural: bool = False
    fatal: bool = False
    spoken: bool = False
    hit: str | None = None
    ends: str | None = None
    members: bool = False
    toward: str | None = None


class Phrasebook(Struct, frozen=True):
    """All phrases, with what grammar needs to know about names."""

    types: dict[str, Phrase]
    articles: frozenset[str]
    plurals: frozenset[str]
    measures: dict[str, str]
    private_voices: dict[str, str]
    singulars: frozenset[str]
    common: frozenset[str]
    cut_short: dict[str, str]

    def phrase(self, label: str) -> Phrase:
        """The phrase of a type; one that a user added is said by its own name."""
        return self.types.get(label) or _by_name(label)


def _by_name(label: str) -> Phrase:
    """ "well_poisoning": "a well poisoning", which somebody carries out against somebody."""
    noun = label.replace("_", " ")
    article = "an" if noun[0] in "aeiou" else "a"
    done = ("carry out", "carried out", "carrying out")
    return Phrase(noun.capitalize(), f"{article} {noun}", "against", do=done, violent=False)


class _Denials(Struct, frozen=True):
    denial_cues: frozenset[str]


@cache
def denials() -> frozenset[str]:
    """The verbs with which a voice rejects what it tells, as weighing knows them."""
    return load("linking.yaml", _Denials).denial_cues


class _Enemies(Struct, frozen=True):
    their_enemy: frozenset[str]


@cache
def enemies() -> frozenset[str]:
    """What a side calls the other: no word of ours, not even for whose spokesman speaks."""
    return load("linking.yaml", _Enemies).their_enemy


@cache
def phrasebook() -> Phrasebook:
    """The shipped phrasebook, read once."""
    source = files("crossreport.brief").joinpath("data", "phrases.yaml")
    return parse(source.read_text(encoding="utf-8"), Phrasebook, name="phrases.yaml")
