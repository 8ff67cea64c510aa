"""The words before and behind a name in, what they say about it out: prepositions, kind words, parts, distances.

"in the western countryside of Aleppo" says inside, around, western; "12 km north of Goma" says near, 12 km.
"""

import re
from typing import Literal

import msgspec
from msgspec import Struct

from crossreport.grounding.places.text import Word
from crossreport.grounding.places.words import place_words

Cue = Literal["inside", "beside", "path", "taken", "kind"]
Extent = Literal["part", "around", "near", "area"]
_PLAIN_GAP = re.compile(r"^[\s\"“”‘’'«»(]*$")
_NUMBER = re.compile(r"^\d[\d.]*$")
_KM = {"mile": 1.609, "miles": 1.609, "mi": 1.609, "m": 0.001, "metres": 0.001, "meters": 0.001, "yards": 0.0009}
_FILLERS = frozenset({"the", "a", "an", "its", "their", "his", "her"})
ADJECTIVES_BACK = 3  # words between a preposition and the noun of "in the besieged rebel-held town of X"


class Before(Struct, frozen=True):
    """`full` is the first word that belongs to the name's passage ("western countryside of X")."""

    full: int
    cue: Cue | None = None
    word: str | None = None  # the preposition or verb
    kind: str | None = None
    noun: str | None = None
    extent: Extent | None = None
    part: str | None = None  # the words of the extent
    km: float | None = None
    demonym: str | None = None
    seat: str | None = None  # "University of", "Port of": what stands in the place


class Behind(Struct, frozen=True):
    """`full` is the word behind the last one of the name's passage ("X province")."""

    full: int
    kind: str | None = None
    noun: str | None = None
    extent: Extent | None = None
    part: str | None = None


def before(words: tuple[Word, ...], first: int) -> Before:
    """What stands before word `first`."""
    lexicon = place_words()
    here = _skip(words, first, first)
    directions, opening, here = _directions(words, here, first)
    demonym, here = _demonym(words, here, first)
    found = Before(
        full=opening if directions else first, extent="part" if directions else None, part=directions, demonym=demonym
    )
    if here >= 0 and words[here].low == "of" and _plain(words, here, first):
        found, here = _of(words, here, found)
    elif here > 0 and words[here].low in {"from", "to"}:
        near = _near(words, here, found)
        if near:
            return near
    return _cue(words, here, first, found, lexicon.inside, lexicon.beside)


def _plain(words: tuple[Word, ...], here: int, upto: int) -> bool:
    """Whether only spaces and quotes stand between word `here` and word `upto`."""
    return here >= 0 and all(_PLAIN_GAP.match(word.gap) or word.gap in "-‑" for word in words[here + 1 : upto + 1])


def _skip(words: tuple[Word, ...], here: int, first: int) -> int:
    here -= 1
    while here >= 0 and words[here].low in _FILLERS and _plain(words, here, first):
        here -= 1
    return here if here < 0 or _plain(words, here, first) else -1


def _directions(words: tuple[Word, ...], here: int, first: int) -> tuple[str | None, int, int]:
    """The directions that end at word `here`, the word that they open at, and the word before them and an article."""
    lexicon = place_words()
    last = here
    while here >= 0 and _plain(words, here, first):
        joins = words[here].low in {"and", "or"} and here < last
        joined = joins and here > 0 and words[here - 1].low in lexicon.directions
        if joined or words[here].low in lexicon.directions or words[here].low == "far":
            here -= 1
        else:
            break
    said = " ".join(word.low for word in words[here + 1 : last + 1])
    opening = here + 1
    while here >= 0 and said and words[here].low in _FILLERS and _plain(words, here, first):
        here -= 1
    return (said or None), opening, here


def _demonym(words: tuple[Word, ...], here: int, first: int) -> tuple[str | None, int]:
    if here >= 0 and words[here].text in place_words().demonyms and _plain(words, here, first):
        return words[here].text, here - 1
    return None, here


def _of(words: tuple[Word, ...], here: int, found: Before) -> tuple[Before, int]:
    """Reads what stands before "of": a kind of place, a part, a direction, a distance."""
    lexicon = place_words()
    noun = here - 1
    if noun < 0:
        return found, here
    low = words[noun].low
    pair = f"{words[noun - 1].low} {low}" if noun else ""
    opening = noun - 1 if pair in lexicon.around or pair in lexicon.kinds else noun
    if low in lexicon.distance_units or low in lexicon.compass:
        return _away(words, noun, found)
    if low in lexicon.around or pair in lexicon.around:
        return _part_of(words, opening, noun, "around", found)
    kind = lexicon.kind_of(pair) or lexicon.kind_of(low)
    directed = noun > 0 and words[noun - 1].low in lexicon.directions
    if low in lexicon.parts and (kind is None or directed or low == "area"):
        return _part_of(words, opening, noun, "part", found)
    if kind is None:
        return found, here
    if words[noun].text in lexicon.seated:
        return _replace(found, kind="facility", noun=low, seat=words[noun].text, full=noun), noun - 1
    said = " ".join(word.low for word in words[opening : noun + 1])
    return _replace(found, kind=kind, noun=said, demonym=found.demonym or _demonym_near(words, opening)), opening - 1


def _demonym_near(words: tuple[Word, ...], opening: int) -> str | None:
    """ "northern Syrian city of X": the demonym up to three words before the noun."""
    for back in range(opening - 1, max(-1, opening - 4), -1):
        if not _plain(words, back, opening):
            return None
        if words[back].text in place_words().demonyms:
            return words[back].text
    return None


def _part_of(words: tuple[Word, ...], opening: int, noun: int, extent: Extent, found: Before) -> tuple[Before, int]:
    directions, full, here = _directions(words, opening - 1, opening)
    said = " ".join(filter(None, (directions, *(word.low for word in words[opening : noun + 1]))))
    bare = extent == "part" and not directions and words[noun].low not in place_words().compass
    if bare and words[noun].low.endswith("s"):  # "the areas of X and Y": the places themselves
        return _replace(found, kind=found.kind, noun=None), opening - 1
    full = found.full if bare else (full if directions else opening)
    return _replace(found, extent="area" if bare else extent, part=said, full=full), here


def _away(words: tuple[Word, ...], noun: int, found: Before) -> tuple[Before, int]:
    """ "north of X", "12 km north of X", "10 miles of X"."""
    lexicon = place_words()
    unit = noun
    while unit >= 0 and (words[unit].low in lexicon.directions or words[unit].low in {"to", "the"}):
        unit -= 1
    km, full = _distance(words, _outside(words, unit))
    if km is None:
        full = unit + 1
        while full < noun and words[full].low in {"to", "the"}:
            full += 1
        full = min(full, noun)
    said = " ".join(word.text for word in words[full : noun + 1])
    return _replace(found, extent="near", part=f"{said} of", km=km, full=full), full - 1


def _outside(words: tuple[Word, ...], unit: int) -> int:
    """ "250 km (155 miles) north": the unit before a bracket that closes behind the unit."""
    closed = unit + 1 < len(words) and ")" in words[unit + 1].gap
    if unit < 0 or not closed:
        return unit
    while unit > 0 and "(" not in words[unit].gap:
        unit -= 1
    return unit - 1


def _distance(words: tuple[Word, ...], unit: int) -> tuple[float | None, int]:
    if unit > 0 and words[unit].low in place_words().distance_units and _NUMBER.match(words[unit - 1].text):
        return round(float(words[unit - 1].text.rstrip(".")) * _KM.get(words[unit].low, 1.0), 1), unit - 1
    return None, unit + 1


def _near(words: tuple[Word, ...], here: int, found: Before) -> Before | None:
    """ "12 km from X", "close to X", "next to X"."""
    before_it = words[here - 1].low
    if words[here].low == "to" and before_it in {"close", "next", "adjacent"}:
        return _replace(found, extent="near", part=f"{before_it} to", cue="beside", word=f"{before_it} to")
    if words[here].low == "from" and before_it in {*place_words().distance_units, "away"}:
        km, full = _distance(words, here - 2 if before_it == "away" else here - 1)
        if km is not None:
            return _replace(found, extent="near", part=f"{km:g} km from", km=km, full=full, cue="beside", word="from")
    return None


def _cue(
    words: tuple[Word, ...], here: int, first: int, found: Before, inside: frozenset[str], beside: frozenset[str]
) -> Before:
    lexicon = place_words()
    reach = ADJECTIVES_BACK if found.noun or found.part else 0
    for back in range(here, max(-1, here - reach - 1), -1):
        if not _plain(words, back, first):
            break
        low = words[back].low
        if low in inside:
            return _replace(found, cue="inside", word=low)
        if low in beside:
            nearby = found.extent is None and low not in {"by", "off", "along", "behind", "around"}
            extent, part = ("near", low) if nearby else (found.extent, found.part)
            return _replace(found, cue="beside", word=low, extent=extent, part=part)
        if low in lexicon.path or low in lexicon.taken:
            return _replace(found, cue="path" if low in lexicon.path else "taken", word=low)
    return _replace(found, cue="kind", word=found.noun) if found.kind or found.extent in {"near", "around"} else found


def behind(words: tuple[Word, ...], last: int) -> Behind:
    """What stands behind the name that ends before word `last`."""
    lexicon = place_words()
    here = last
    directions: list[str] = []
    while here < len(words) and words[here].low in lexicon.directions and words[here].gap in " -":
        directions.append(words[here].low)
        here += 1
    for size in (2, 1):
        noun = _noun(words, here, size)
        if noun is None:
            continue
        if noun in lexicon.around:
            return Behind(here + size, extent="around", part=" ".join([*directions, noun]))
        kind = lexicon.kind_of(noun)
        if directions and kind != "admin1":
            continue
        if kind and not words[last - 1].possessive:
            return Behind(here + size, kind=kind, noun=noun)
    return Behind(last)


def _noun(words: tuple[Word, ...], here: int, size: int) -> str | None:
    """One or two words that directly follow, as a noun of the lexicon; a modifier may stand before it."""
    if here + size > len(words) or any(word.gap not in {" ", "-"} for word in words[here : here + size]):
        return None
    low = " ".join(word.low for word in words[here : here + size])
    lexicon = place_words()
    if low in lexicon.around or lexicon.kind_of(low):
        return low
    if size == 2 and words[here].low in lexicon.modifiers and lexicon.kind_of(words[here + 1].low):
        return low
    return None


def _replace(found: Before, **changes: object) -> Before:
    return msgspec.structs.replace(found, **changes)
