"""The words in which the brief speaks: `data/phrases.yaml` and `data/narrower.yaml` as frozen types."""

from functools import cache
from importlib.resources import files

from msgspec import Struct
from msgspec.structs import replace

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
    hit_one: str | None = None
    ends: str | None = None
    members: bool = False
    toward: str | None = None
    quoted: bool = False


Said = str | tuple[str, ...] | None


class Narrower(Struct, frozen=True):
    """A word of the page that says which of a type's deeds is meant, and what then replaces the type's phrase."""

    type: str
    set: dict[str, Said]
    heard: tuple[str, ...] = ()
    passage: tuple[str, ...] = ()

    def fits(self, label: str, heard: str, passage: str) -> bool:
        """Whether the word by which the page tells the deed, or one of the passage that tells it, begins so."""
        return label == self.type and (_begins(heard, self.heard) or _begins(passage, self.passage))


def _begins(text: str, beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in text.lower().split()) if beginnings else False


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

    def phrase(self, label: str, heard: str = "", passage: str = "") -> Phrase:
        """The phrase of a type, narrowed by the page's words; one that a user added is said by its own name."""
        found = self.types.get(label) or _by_name(label)
        for rule in narrower():
            if rule.fits(label, heard, passage):
                found = replace(found, **rule.set)
        return replace(found, noun=found.noun + f" (“{heard}”)") if found.quoted and heard else found


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
    return parse(_text("phrases.yaml"), Phrasebook, name="phrases.yaml")


@cache
def narrower() -> tuple[Narrower, ...]:
    """The shipped rules that narrow a phrase, read once."""
    return parse(_text("narrower.yaml"), tuple[Narrower, ...], name="narrower.yaml")


def _text(name: str) -> str:
    return files("crossreport.brief").joinpath("data", name).read_text(encoding="utf-8")
