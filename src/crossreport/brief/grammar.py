"""Small English: articles, number, lists, capitals, numerals. Names in, words out; no event knows this file."""

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from crossreport.brief.phrasebook import phrasebook
from crossreport.gazetteer.focus import demonyms
from crossreport.model import Actor
from crossreport.model.kinds import CROWD
from crossreport.privacy.headings import is_plain_word
from crossreport.words.actor_nouns import actor_nouns
from crossreport.words.function_words import PLACING

UNSOUNDED = ("unar", "unid", "unk", "unn", "uns", "unu")  # un-, not the "yu" of union
PEOPLE = ("men", "women", "people", "children", "folk")  # ends of words for more than one of them
UNKNOWN = ("unidentified", "unknown", "unnamed", "unspecified")


def joined(items: Sequence[str], word: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`.

    >>> joined(["Binnish", "Armanaz", "Sarmin"])
    'Binnish, Armanaz and Sarmin'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def head_word(name: str) -> str:
    """The word that decides article and number: the last one before brackets, "of", "for", "in", "at".

    >>> head_word("Government of Syria"), head_word("Aleppo Division (SDF)")
    ('government', 'division')
    """
    words = name.split("(")[0].replace(",", " ").split()
    for index, word in enumerate(words):
        if index and word.lower() in PLACING - {"near"} | {"for"}:
            words = words[:index]
            break
    return words[-1].lower() if words else ""


def is_plural(actors: Sequence[Actor]) -> bool:
    """Whether a verb with these actors as subject is plural."""
    if len(actors) != 1:
        return len(actors) > 1
    actor = _described(actors[0])
    head = head_word(actor.name)
    crowd = actor.generic and actor.kind in CROWD
    if head in phrasebook().plurals or (crowd and not is_common(actor.name)):
        return True
    return is_plural_noun(head) and head in actor.name.split("(")[0].replace(",", " ").split()


def is_plural_noun(word: str) -> bool:
    """Whether a common noun, in small letters, is a plural in -s or of people: "workmen", not "headquarters".

    >>> is_plural_noun("peacekeepers"), is_plural_noun("workmen"), is_plural_noun("headquarters")
    (True, True, False)
    """
    plural = (word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))) or word.endswith(PEOPLE)
    return plural and word.islower() and len(word) > 3 and word not in phrasebook().singulars


DETERMINERS = ("the ", "a ", "an ", "his ", "her ", "its ", "their ", "our ", "one ", "some ", "several ", "another ")


MANY = ("s", "men", "people", "children", "youth")  # ends of words for more than one


def with_article(actor: Actor) -> str:
    """The actor's name as it stands inside a sentence.

    A description of one unnamed actor takes "a"; names such as "… Army" or "… of Syria" take "the".
    """
    actor = _described(actor)
    name = actor.name
    head = head_word(name)
    if name.lower().startswith(DETERMINERS):
        return name
    if actor.kind == "person" and not actor.generic and not is_common(name):
        return name
    if actor.generic or is_common(name):
        if is_plural([actor]) or head.endswith(MANY):
            return name
        known = head in phrasebook().articles and not any(word in name.lower() for word in UNKNOWN)
        return f"the {name}" if known else f"{indefinite(name)} {name}"
    return f"the {name}" if head in phrasebook().articles else name


def _described(actor: Actor) -> Actor:
    """The actor; a description of people without the capital that only began its sentence ("Driver arrested")."""
    first, _, rest = actor.name.partition(" ")
    plain = actor.generic and actor.kind == "civilians" and not any(letter.isupper() for letter in first[1:] + rest)
    plain = plain and is_plain_word(first) and first.lower().removesuffix("s") not in _peoples()
    return replace(actor, name=actor.name[:1].lower() + actor.name[1:]) if plain else actor


@cache
def _peoples() -> frozenset[str]:
    """Peoples, creeds and nations, which keep their capital everywhere."""
    return frozenset(actor_nouns().classes["community"]) | {word.lower() for word in demonyms()}


def is_common(name: str) -> bool:
    """Whether a name is a description, in small letters throughout; an Arabic article does not make it one."""
    return name.islower() and not name.startswith(("al-", "el-", "ar-", "as-", "at-", "an-"))


def indefinite(name: str) -> str:
    """`an` before a vowel as it sounds: an unknown group, but a United Nations official."""
    return "an" if name.lower().startswith(("a", "e", "i", "o", "umb", "und", "up", *UNSOUNDED)) else "a"
