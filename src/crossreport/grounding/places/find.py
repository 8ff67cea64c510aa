"""A page's sentences in, sightings of names that may be places out, each with all that its sentence says about it.

Which sightings are places, and which places, is decided in `accept` and `choose`.
"""

import re
from itertools import pairwise

import msgspec
from msgspec import Struct

from crossreport.gazetteer import Gazetteer
from crossreport.gazetteer.sources import abbreviations, bare_abbreviation, country_words
from crossreport.grounding.places.context import Before, Behind, before, behind
from crossreport.grounding.places.items import Head, head_of
from crossreport.grounding.places.segment import Segment, name_of, segments
from crossreport.grounding.places.text import Chain, Word, chains, words_of
from crossreport.grounding.places.words import place_words
from crossreport.model import Analysis, NameLabel, Page, Sentence

_LIST = re.compile(r"^\s*(?:,|and|or|&|/|,\s*and|,\s*or|as well as|,?\s*and (?:in|the))\s*$")
_COMMA = re.compile(r"^\s*,\s*$")
_INSIDE = re.compile(
    r"^\s*,?\s*(?:[a-z][\w-]*\s+){0,3}(?:in|of|within|inside)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}(?:of\s+)?$"
)
_BEHIND_POSSESSIVE = re.compile(r"^['’]s?\s+(?:[\w-]+\s+){0,4}(?:of\s+)?$")


LONG_SHORT = 3  # letters from which an abbreviation in capitals needs neither points nor a comma ("NSW")


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
    attributive: bool = False  # stands before a noun and qualifies it ("US officials")
    blocked: str | None = None
    short: bool = False  # an abbreviation of a division ("La.", "N.S.W.")
    heads: Head | None = None  # the head of a list's item that it opens
    alone: bool = False  # is the whole sentence: the line or the words that head an item ("GROZNY. …")

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
    page: Page,
    sentence: Sentence,
    number: int,
    places: Gazetteer,
    countries: tuple[str, ...],
    persons: frozenset[str] = frozenset(),
) -> list[Sighting]:
    """The sightings of one sentence, in order; `persons` are family names of people whom the page names in full."""
    words = words_of(page.text, sentence.start, sentence.end)
    found = []
    for chain in chains(words):
        whole = _demonym_inside(words, chain, sentence)
        for segment in [whole] if whole else segments(words, chain, places, countries):
            for part in _by_model(words, _trimmed(words, segment, places), sentence):
                found.append(_sighting(sentence, number, words, _with_its_noun(words, part)))
    found = [_as_head(page.text, sighting) for sighting in found]
    return _share_kinds(page.text, [_as_person(sighting, persons) for sighting in found])


def _as_head(text: str, sighting: Sighting) -> Sighting:
    head = head_of(text, sighting.start, sighting.end)
    return msgspec.structs.replace(sighting, heads=head) if head else sighting


def _demonym_inside(words: tuple[Word, ...], chain: Chain, sentence: Sentence) -> Segment | None:
    """ "Datu Saudi Ampatuan": a chain that the model reads as one place, though a people's name stands inside of it."""
    inner = words[chain.first + 1 : chain.last - 1]
    if not any(word.text in place_words().demonyms for word in inner):
        return None
    bounds = (words[chain.first].start, words[chain.last - 1].end)
    read = {(sentence.tokens[one.first].start, sentence.tokens[one.last - 1].end, one.label) for one in sentence.names}
    return Segment(chain.first, chain.last, known=False) if (*bounds, "LOC") in read else None


def sighted(text: str, analysis: Analysis, start: int, end: int) -> Sighting:
    """The sighting of a name that is known to be a place and stands at these offsets."""
    number, sentence = next(
        ((here, one) for here, one in enumerate(analysis.sentences) if one.start <= start and end <= one.end), (0, None)
    )
    words = words_of(text, sentence.start, sentence.end) if sentence else words_of(text, start, end)
    inner = [here for here, word in enumerate(words) if start <= word.start and word.end <= end]
    name = " ".join(text[start:end].split())
    context = before(words, inner[0]) if inner else Before(0)
    tail = behind(words, inner[-1] + 1) if inner else Behind(0)
    possessive = bool(inner) and words[inner[-1]].possessive
    short = is_short(text, start, end)
    return Sighting(number, start, end, name, "LOC", True, context, tail, start, end, possessive, False, short=short)


def is_short(text: str, start: int, end: int) -> bool:
    """Whether a division's abbreviation stands here: with its points, or in capitals behind a comma."""
    name = text[start:end]
    if bare_abbreviation(name) not in abbreviations() or name.casefold() == name:
        return False
    behind_comma = text[:start].rstrip().endswith(",")
    return "." in text[start : end + 1] or (name.isupper() and (behind_comma or end - start >= LONG_SHORT))


def _share_kinds(text: str, found: list[Sighting]) -> list[Sighting]:
    """ "The villages of X, Y and Z" and "X, Y and Z provinces" say the kind of each."""
    shared = list(found)
    for here in range(1, len(shared)):
        left, right = shared[here - 1], shared[here]
        if left.context.noun and left.context.noun.endswith("s") and not right.kind and listed(text, left, right):
            context = msgspec.structs.replace(
                right.context,
                kind=left.context.kind,
                noun=left.context.noun,
                cue=left.context.cue,
                word=left.context.word,
            )
            shared[here] = msgspec.structs.replace(right, context=context)
    for here in range(len(shared) - 2, -1, -1):
        left, right = shared[here], shared[here + 1]
        if right.tail.noun and right.tail.noun.endswith("s") and not left.kind and listed(text, left, right):
            tail = msgspec.structs.replace(left.tail, kind=right.tail.kind, noun=right.tail.noun)
            shared[here] = msgspec.structs.replace(left, tail=tail)
    return shared


def family_names(text: str, sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The last words of the names of persons that have more than one word, without articles."""
    found = set()
    for sentence in sentences:
        for name in sentence.names:
            if name.label == "PER":
                words = words_of(text, sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end)
                if len(words) > 1 and words[-1].capital:
                    found |= {words[-1].low, words[-1].low.removesuffix("s")}
        found |= _titled(words_of(text, sentence.start, sentence.end))
    return frozenset(found)


def _titled(words: tuple[Word, ...]) -> set[str]:
    """The word that directly follows a title: "President Mithal"."""
    titles = place_words().titles
    return {
        after.low
        for title, after in pairwise(words)
        if title.text in titles and after.capital and after.gap == " " and after.text not in titles
    }


def _as_person(sighting: Sighting, persons: frozenset[str]) -> Sighting:
    last = sighting.name.rpartition("-")[2].rpartition(" ")[2].casefold()
    if (
        sighting.blocked
        or " " in sighting.name
        or not {last, last.removesuffix("s")} & persons
        or sighting.kind
        or sighting.context.cue == "inside"
    ):
        return sighting
    return msgspec.structs.replace(sighting, blocked="the page names a person so")


def _by_model(words: tuple[Word, ...], segment: Segment, sentence: Sentence) -> list[Segment]:
    """Where the gazetteer does not know the whole, the places that the model reads inside of it."""
    if segment.known or segment.last - segment.first < 2:
        return [segment]
    parts = []
    for name in sentence.names:
        start, end = sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end
        inner = [
            here for here in range(segment.first, segment.last) if start <= words[here].start and words[here].end <= end
        ]
        if name.label == "LOC" and inner:
            parts.append(Segment(inner[0], inner[-1] + 1, known=False))
    return parts or [segment]


def _with_its_noun(words: tuple[Word, ...], segment: Segment) -> Segment:
    """ "The Gulf of Aden" is no town: a capitalised noun of nature and "of" belong to the name behind them."""
    first = segment.first - 2
    if first < 0 or words[first + 1].low != "of" or not words[first].capital:
        return segment
    natural = place_words().kind_of(words[first].text) == "natural" and words[first].low in _WATERS
    return Segment(first, segment.last, known=True) if natural else segment


_WATERS = frozenset({"gulf", "bay", "sea", "strait", "straits"})


def _trimmed(words: tuple[Word, ...], segment: Segment, places: Gazetteer) -> Segment:
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


def _sighting(sentence: Sentence, number: int, words: tuple[Word, ...], segment: Segment) -> Sighting:
    context = before(words, segment.first)
    tail = behind(words, segment.last)
    start, end = words[segment.first].start, words[segment.last - 1].end
    label, blocked = _model_view(sentence, start, end)
    if context.seat is not None:  # "University of X" stands in X
        label, blocked = "LOC", None
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
        alone=segment.first == 0 and segment.last == len(words),
        attributive=_attributive(sentence, start, end),
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


_ATTRIBUTES = frozenset({"compound", "amod", "nmod:unmarked", "nmod:poss", "nmod:desc"})


def _attributive(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name qualifies a noun behind it: a country so named is a belonging, not a place."""
    inner = {here for here, token in enumerate(sentence.tokens) if start <= token.start and token.end <= end}
    for here in sorted(inner):
        token = sentence.tokens[here]
        if token.head not in inner:
            return token.rel in _ATTRIBUTES and token.head > here and token.rel != "nmod:poss"
    return False


def _organisation(words: tuple[Word, ...], segment: Segment) -> str | None:
    """Whether the name, or the chain that it hangs on with "of", is an organisation's."""
    lexicon = place_words()
    inner = [word.text for word in words[segment.first : segment.last]]
    if any(word in lexicon.organisation for word in inner) and not (segment.known and len(inner) > 1):
        return "has a word of organisations in it"
    after = segment.last
    opener = _opener(words, segment.first)
    if opener:
        return f"part of the name that {opener!r} opens"
    if not segment.known and _arms(words, after):
        return "names a weapon"
    if after < len(words) and words[after].low == "of" and inner[-1] in lexicon.realms:
        return "opens the long name of a country"
    if _people(words, segment):
        return "names a people, a clan or a group"
    names_place = segment.known and after < len(words) and lexicon.kind_of(words[after].text)
    if after < len(words) and words[after].text in lexicon.organisation and words[after].gap == " " and not names_place:
        return f"part of the name that {words[after].text!r} ends"
    return None


def _people(words: tuple[Word, ...], segment: Segment) -> bool:
    """ "The X and Y clans", "the land of the X": no village has the article, and no list of clans is one of places."""
    lexicon, first, after = place_words(), segment.first, segment.last
    for word in words[after : after + 4]:
        if word.low in lexicon.peoples:
            return True
        if word.low in _COMMUNITIES and _of_people(words, first):
            return True
        if not (word.capital or word.low in ("and", "sub")):
            break
    if segment.known or first == 0 or words[first - 1].low != "the" or after - first > 1:
        return False
    named = after < len(words) and (words[after].capital or lexicon.kind_of(words[after].text) is not None)
    return not named and first > 1 and words[first - 2].low == "of"


_COMMUNITIES = frozenset({"community", "communities", "section", "sections"})
_OF_PEOPLE = frozenset({"of", "from", "by", "against", "with", "among"})


def _of_people(words: tuple[Word, ...], first: int) -> bool:
    """ "Between X and Y communities", "a camp of the X community"; but "in the X community" is in a village."""
    here = first - 1
    while here > 0 and (words[here].capital or words[here].low == "and"):
        here -= 1
    if here < 0:
        return False
    article = here > 0 and words[here].low == "the"
    return words[here - article].low == "between" or (article and words[here - 1].low in _OF_PEOPLE)


def _arms(words: tuple[Word, ...], after: int) -> bool:
    """Whether a noun of weapons follows directly, or behind other such nouns and what qualifies them."""
    lexicon = place_words()
    for word in words[after : after + 4]:
        if word.gap not in {" ", "-"} or word.capital:
            return False
        if word.low in lexicon.weapons:
            return True
        if word.low not in lexicon.arming:
            return False
    return False


def _opener(words: tuple[Word, ...], first: int) -> str | None:
    """The organisation's word in front of "of X", "of X and the Y"; none if more than such links stand between."""
    here = first - 1
    while here >= 0 and words[here + 1].gap == " ":
        if words[here].text in place_words().organisation:
            return words[here].text if words[here + 1].low == "of" else None
        if not (words[here].low in {"of", "the", "and"} or words[here].capital):
            return None
        here -= 1
    return None


def listed(text: str, left: Sighting, right: Sighting) -> bool:
    """Whether two neighbours stand in one list; a missing comma between known names counts as one."""
    between = text[left.full_end : right.full_start]
    plural = left.context.noun is not None and left.context.noun.endswith("s")
    return bool(_LIST.match(between)) or (between == " " and ((left.known and right.known) or plural))


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
