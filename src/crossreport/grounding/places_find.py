"""A page's sentences in, sightings of names that may be places out, each with all that its sentence says about it.

Which sightings are places, and which places, is decided in `places_accept` and `places_choose`.
"""

import re

from msgspec import Struct

from crossreport.gazetteer import Gazetteer
from crossreport.gazetteer.sources import country_words
from crossreport.grounding.places_context import Before, Behind, before, behind
from crossreport.grounding.places_segment import Segment, name_of, segments
from crossreport.grounding.places_text import Word, chains, words_of
from crossreport.grounding.places_words import place_words
from crossreport.model import NameLabel, Page, Sentence

_LIST = re.compile(r"^\s*(?:,|and|or|&|/|,\s*and|,\s*or|as well as|,?\s*and (?:in|the))\s*$")
_COMMA = re.compile(r"^\s*,\s*$")
_INSIDE = re.compile(
    r"^\s*,?\s*(?:[a-z][\w-]*\s+){0,3}(?:in|of|within|inside)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}(?:of\s+)?$"
)
_BEHIND_POSSESSIVE = re.compile(r"^['’]s?\s+(?:[\w-]+\s+){0,4}(?:of\s+)?$")


class Sighting(Struct, frozen=True):
    """A name in a sentence. `label` is the model's view; `blocked` says why it cannot be a place."""

    sentence: int
    start: int
    end: int
    name: str
    label: NameLabel | None
    known: bool
    context: Before
    tail: Behind
    full_start: int
    full_end: int
    possessive: bool
    opens: bool  # opens its sentence
    blocked: str | None = None

    @property
    def kind(self) -> str | None:
        """The kind that the words around it say, if any; what follows the name counts before what precedes it."""
        return self.tail.kind or self.context.kind

    @property
    def noun(self) -> str | None:
        """The word that says the kind."""
        return self.tail.noun or self.context.noun

    @property
    def extent(self) -> str | None:
        """part, around, near or area."""
        return self.tail.extent or self.context.extent

    @property
    def part(self) -> str | None:
        """The words of the extent."""
        return self.tail.part or self.context.part

    @property
    def hint(self) -> str | None:
        """The country of a demonym that goes with the name."""
        return country_of(self.context.demonym) if self.context.demonym else None


def country_of(demonym: str) -> str | None:
    """ISO code of a demonym."""
    return next((iso for iso, words in sorted(country_words().items()) if demonym in words.demonyms), None)


def sightings(
    page: Page, sentence: Sentence, number: int, places: Gazetteer, countries: tuple[str, ...]
) -> list[Sighting]:
    """The sightings of one sentence, in order."""
    words = words_of(page.text, sentence.start, sentence.end)
    found = []
    for chain in chains(words):
        for segment in segments(words, chain, places, countries):
            trimmed = _trimmed(words, segment, places)
            if trimmed:
                found.append(_sighting(page, sentence, number, words, trimmed))
    return found


def _trimmed(words: tuple[Word, ...], segment: Segment, places: Gazetteer) -> Segment | None:
    """The segment without capitalised kind words at its end and directions at its beginning, if it is not a name so."""
    lexicon = place_words()
    first, last = segment.first, segment.last
    if segment.known and places.exact(name_of(words, first, last)) and last - first > 1:
        return segment
    while last - first > 1 and (lexicon.kind_of(words[last - 1].text) or words[last - 1].low in lexicon.around):
        last -= 1
        while last - first > 1 and words[last - 1].low in {"border", "military", "refugee", "international", "air"}:
            last -= 1
    while last - first > 1 and words[first].low in lexicon.directions:
        first += 1
    if (first, last) == (segment.first, segment.last):
        return segment
    return Segment(first, last, known=bool(places.exact(name_of(words, first, last))))


def _sighting(page: Page, sentence: Sentence, number: int, words: tuple[Word, ...], segment: Segment) -> Sighting:
    context = before(words, segment.first)
    tail = behind(words, segment.last)
    start, end = words[segment.first].start, words[segment.last - 1].end
    label, blocked = _model_view(sentence, start, end)
    return Sighting(
        sentence=number,
        start=start,
        end=end,
        name=name_of(words, segment.first, segment.last),
        label=label,
        known=segment.known,
        context=context,
        tail=tail,
        full_start=words[context.full].start,
        full_end=words[tail.full - 1].end,
        possessive=words[segment.last - 1].possessive,
        opens=segment.first == 0,
        blocked=blocked or _organisation(words, segment),
    )


def _model_view(sentence: Sentence, start: int, end: int) -> tuple[NameLabel | None, str | None]:
    """The label of the name that overlaps most, and whether a longer name of another kind swallows this one."""
    best: tuple[int, NameLabel | None, int, int] = (0, None, start, end)
    for name in sentence.names:
        first, last = sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end
        shared = min(end, last) - max(start, first)
        if shared > best[0]:
            best = (shared, name.label, first, last)
    _, label, first, last = best
    longer = label in {"PER", "ORG"} and (last - first) > (end - start) + 4
    return (
        label,
        f"inside the {'person' if label == 'PER' else 'organisation'} name that the model reads" if longer else None,
    )


def _organisation(words: tuple[Word, ...], segment: Segment) -> str | None:
    """Whether the name, or the chain that it hangs on with "of", is an organisation's."""
    lexicon = place_words()
    inner = [word.text for word in words[segment.first : segment.last]]
    if any(word in lexicon.organisation for word in inner):
        return "has a word of organisations in it"
    here = segment.first - 1
    while here >= 0 and words[here].low in {"of", "the", "and", "for", "in"}:
        here -= 1
    crossed = words[here + 1 : segment.first]
    if here >= 0 and crossed and crossed[0].low == "of" and words[here].text in lexicon.organisation:
        if all(word.gap == " " for word in words[here + 1 : segment.first + 1]):
            return f"part of the name that {words[here].text!r} opens"
    after = segment.last
    if after < len(words) and words[after].text in lexicon.organisation and words[after].gap == " ":
        return f"part of the name that {words[after].text!r} ends"
    return None


def listed(text: str, left: Sighting, right: Sighting) -> bool:
    """Whether two neighbours stand in one list; a missing comma between known names counts as one."""
    between = text[left.full_end : right.full_start]
    return bool(_LIST.match(between)) or (between == " " and left.known and right.known)


def comma(text: str, left: Sighting, right: Sighting) -> bool:
    """Whether they stand as "X, Y"."""
    return bool(_COMMA.match(text[left.full_end : right.full_start]))


def inside(text: str, left: Sighting, right: Sighting) -> bool:
    """Whether they stand as "X … in Y"."""
    return right.full_start >= left.full_end and bool(_INSIDE.match(text[left.full_end : right.full_start]))


def owned(text: str, left: Sighting, right: Sighting) -> bool:
    """Whether they stand as "X's … Y"."""
    between = text[left.end : right.start]
    return left.possessive and bool(_BEHIND_POSSESSIVE.match(between))
