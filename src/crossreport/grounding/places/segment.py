"""Chains of capitalised words in, names that could be places out: the longest known ones, then what is left.

A name is cut out of a chain where a demonym, a title or a word that is never a place parts it. Known means that the
gazetteer files it under these letters; whether the name is a place here is not decided.
"""

from msgspec import Struct

from crossreport.gazetteer import Gazetteer
from crossreport.gazetteer.focus import country_of_possessive
from crossreport.grounding.places.text import Chain, Word
from crossreport.grounding.places.words import place_words

LONGEST = 6  # words of a name
CUTS_FROM = 15_000  # inhabitants from which a town abroad is read out of a longer run of capitals


class Segment(Struct, frozen=True):
    """Words `first` up to, not including, `last` name something; `known`: the gazetteer files it in these letters."""

    first: int
    last: int
    known: bool


def name_of(words: tuple[Word, ...], first: int, last: int) -> str:
    """The name as one string, with its own hyphens and single spaces."""
    parts = [words[first].text]
    for word in words[first + 1 : last]:
        parts += ["-" if word.gap in "-‑" else " ", word.text]
    return "".join(parts)


def segments(words: tuple[Word, ...], chain: Chain, places: Gazetteer, countries: tuple[str, ...]) -> list[Segment]:
    """The names of a chain, in order."""
    found: list[Segment] = []
    run = here = chain.first
    while here < chain.last:
        longest = _longest_known(words, here, chain.last, places, countries)
        inside = longest is not None and (run < here or longest < chain.last)
        if longest and inside and not _stands(name_of(words, here, longest), places, countries):
            longest = None
        if longest or _parts_names(words[here]):
            found += _rest(words, run, here, places, countries)
            if longest:
                known = bool(places.exact(name_of(words, here, longest)))
                found.append(Segment(here, longest, known=known))
            run = here = longest or here + 1
        else:
            here = _behind_article(words, here, chain.last)
    return found + _rest(words, run, chain.last, places, countries)


def _parts_names(word: Word) -> bool:
    lexicon = place_words()
    if country_of_possessive(word.text):
        return True
    return word.text in lexicon.never or word.text in lexicon.demonyms or word.text in lexicon.titles


def _behind_article(words: tuple[Word, ...], here: int, end: int) -> int:
    """The next word that may open a name: an article and its noun stay together."""
    step = 2 if words[here].low in place_words().articles and here + 1 < end else 1
    return here + step


def _longest_known(
    words: tuple[Word, ...], first: int, end: int, places: Gazetteer, countries: tuple[str, ...]
) -> int | None:
    """The end of the longest known name of at least two words (an article counts as none) that opens at `first`."""
    opener = words[first]
    if (
        _parts_names(opener)
        and opener.text not in place_words().demonyms
        and opener.low not in place_words().directions
    ):
        return None
    if not opener.capital and opener.low not in place_words().articles:
        return None
    for last in range(min(end, first + LONGEST), first + 1, -1):
        if _size(words, first, last) < 2 or not words[last - 1].capital or _ends_in_kind(words, first, last):
            continue
        if is_known(name_of(words, first, last), places, countries):
            return last
    return None


def _stands(name: str, places: Gazetteer, countries: tuple[str, ...]) -> bool:
    """Whether a known name may be cut out of a longer one: a hamlet abroad ("San Yang") cuts up no village's name."""
    hits = places.find(name, countries)
    return any(
        hit.entry.kind != "settlement" or hit.entry.country in countries or hit.entry.population >= CUTS_FROM
        for hit in hits
    )


def _ends_in_kind(words: tuple[Word, ...], first: int, last: int) -> bool:
    """ "Idlib Province" is Idlib with a kind word, even where a gazetteer files the two together."""
    return _size(words, first, last) == 2 and place_words().kind_of(words[last - 1].text) in {
        "settlement",
        "admin1",
        "either",
        "district",
    }


def _size(words: tuple[Word, ...], first: int, last: int) -> int:
    return sum(1 for word in words[first:last] if word.low not in place_words().articles)


def _rest(
    words: tuple[Word, ...], first: int, last: int, places: Gazetteer, countries: tuple[str, ...]
) -> list[Segment]:
    """What lies between known names: one name, or several where each word is a known place of the page's countries."""
    while last > first and not words[last - 1].capital:
        last -= 1
    if last <= first:
        return []
    parts = _at_articles(words, first, last)
    if len(parts) > 1:
        return [segment for part in parts for segment in _rest(words, *part, places, countries)]
    units = _units(words, first, last)
    if len(units) > 1 and all(_at_home(name_of(words, *unit), places, countries) for unit in units):
        return [Segment(*unit, known=True) for unit in units]
    return [Segment(first, last, known=bool(places.exact(name_of(words, first, last))))]


def _at_articles(words: tuple[Word, ...], first: int, last: int) -> list[tuple[int, int]]:
    """Arabic names that follow each other without a comma: a name has one article, and ends with its noun."""
    units = _units(words, first, last)
    parts: list[tuple[int, int]] = []
    open_at, closed = first, False
    for start, end in units:
        article = words[start].low in place_words().articles
        if start > open_at and closed and not place_words().kind_of(words[start].text):
            parts.append((open_at, start))
            open_at, closed = start, False
        closed = closed or (article and end - start > 1)
    return [*parts, (open_at, last)]


def _units(words: tuple[Word, ...], first: int, last: int) -> list[tuple[int, int]]:
    units: list[tuple[int, int]] = []
    here = first
    while here < last:
        end = min(_behind_article(words, here, last), last)
        while end < last and words[end].gap in "-‑":  # hyphened words are one name
            end += 1
        units.append((here, end))
        here = end
    return units


def is_known(name: str, places: Gazetteer, countries: tuple[str, ...]) -> bool:
    """Whether the gazetteer files the name, or another romanisation of it in the page's countries."""
    return bool(places.find(name, countries))


def _at_home(name: str, places: Gazetteer, countries: tuple[str, ...]) -> bool:
    return any(hit.entry.country in countries or hit.entry.kind == "country" for hit in places.exact(name))
