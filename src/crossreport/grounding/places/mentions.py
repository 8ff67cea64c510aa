"""A page's place names in, grounded places out: found, chosen among their namesakes, explained, with precision.

What is no place is left out without a mention; what is a place and cannot be resolved is kept as such.
"""

import re
from collections.abc import Sequence

import msgspec

from crossreport.gazetteer import Entry, Gazetteer, Hit
from crossreport.gazetteer import gazetteer as shipped
from crossreport.gazetteer.focus import countries_named, page_votes
from crossreport.grounding.places.accept import TOWN_ANYWHERE, Seen, World, accepted, candidates
from crossreport.grounding.places.alike import without_mere_likeness
from crossreport.grounding.places.behind import within_their_towns
from crossreport.grounding.places.beside import beside_the_known
from crossreport.grounding.places.choose import Choice, choose, holds
from crossreport.grounding.places.find import (
    Sighting,
    comma,
    country_of,
    family_names,
    inside,
    listed,
    owned,
    sighted,
    sightings,
)
from crossreport.grounding.places.regions import Regions
from crossreport.grounding.places.rows import in_rows
from crossreport.grounding.places.speaker_labels import speaker_labels
from crossreport.grounding.places.town import in_their_towns
from crossreport.grounding.places.value import candidate_labels, place
from crossreport.model import Analysis, Mention, Page, Sentence, Span, content_id


def ground_places(page: Page, analysis: Analysis, *, gazetteer: Gazetteer | None = None) -> tuple[Mention, ...]:
    """The page's places in reading order, each a `Mention` of kind "place" with a `Place` as its value."""
    places = gazetteer or shipped()
    world = World.of(page_votes(page, places=places), _cues(page.text, analysis), places)
    seen = _seen(page, analysis, places, world)
    choices = without_mere_likeness(choose(seen, _containers(page.text, seen), world))
    choices = _held_alike(in_their_towns(within_their_towns(page.text, choices)))
    regions = Regions(page, analysis, choices, places, world)
    return tuple(
        _mention(page, analysis.sentences[choice.seen.sighting.sentence], choice, regions.of(choice))
        for choice in choices
    )


def place_given(
    page: Page,
    analysis: Analysis,
    names: Sequence[tuple[int, int]],
    *,
    gazetteer: Gazetteer | None = None,
    abstain: bool = False,
) -> tuple[Choice, ...]:
    """Places for names that are known to be places, given by their offsets in reading order; one choice each.

    Demonyms stand for their countries. Without `abstain` every name that the gazetteer knows gets its likeliest place,
    and one that it does not know an assumed container: what the text names nearest to it.
    """
    places = gazetteer or shipped()
    world = World.of(page_votes(page, places=places), _cues(page.text, analysis), places)
    seen = []
    for start, end in names:
        found = sighted(page.text, analysis, start, end)
        country = places.country(country_of(found.name) or "")
        hits = (Hit(country, 1.0, "demonym"),) if country else candidates(found, places, world)
        seen.append(Seen(found, hits, "given"))
    choices = choose(seen, _containers(page.text, seen), world, abstain=abstain)
    return tuple(choices if abstain else beside_the_known(choices))


def _cues(text: str, analysis: Analysis) -> dict[int, frozenset[str]]:
    """The countries that each sentence or the one before it names."""
    named = [countries_named(text[sentence.start : sentence.end]) for sentence in analysis.sentences]
    return {here: named[here] | (named[here - 1] if here else frozenset()) for here in range(len(named))}


def _seen(page: Page, analysis: Analysis, places: Gazetteer, world: World) -> list[Seen]:
    found: list[Seen] = []
    persons = family_names(page.text, analysis.sentences)
    labels = speaker_labels(page.text)
    for number, sentence in enumerate(analysis.sentences):
        names = sightings(page, sentence, number, places, world.romanised, persons)
        kept = accepted(page.text, names, places, world)
        found += [seen for seen in kept if not _speaks(seen, labels) and not _is_money(page.text, seen)]
    return found


_BEFORE_SUM = re.compile(r"\s?[$€£]")


def _is_money(text: str, seen: Seen) -> bool:
    """ "US$413m", "$US 5": whose money it is."""
    start, end = seen.sighting.start, seen.sighting.end
    return _BEFORE_SUM.match(text, end) is not None or text[max(0, start - 1) : start] in {"$", "€", "£"}


def _speaks(seen: Seen, labels: tuple[tuple[int, int], ...]) -> bool:
    """Whether a name is that of who speaks in a transcript; a country or large town heads its part of the page."""
    large = any(hit.entry.kind in {"country", "admin1"} or hit.entry.population >= TOWN_ANYWHERE for hit in seen.hits)
    return not large and any(start <= seen.sighting.start < end for start, end in labels)


def _containers(text: str, seen: list[Seen]) -> dict[int, int]:
    """Which sighting the text puts into which other: "X in Y", "X, Y", "Y's X"; a list shares its last one's."""
    holders: dict[int, int] = {}
    alike = in_rows(text, seen)
    for here in range(len(seen) - 1):
        left, right = seen[here].sighting, seen[here + 1].sighting
        if left.sentence != right.sentence or _names_talk(right) or (here in alike and here + 1 in alike):
            continue
        if owned(text, left, right):
            holders[here + 1] = here
        elif inside(text, left, right) or (comma(text, left, right) and _could_hold(seen[here], seen[here + 1])):
            holders[here] = here + 1
        elif comma(text, left, right) and not seen[here].hits and _is_division(seen[here + 1]):
            holders[here] = here + 1  # a village that no list has: "X, Y Province"
    for here in range(len(seen) - 2, -1, -1):
        if here not in holders and here + 1 in holders and _same_list(text, seen[here], seen[here + 1]):
            holders[here] = holders[here + 1]
    return holders


def _names_talk(sighting: Sighting) -> bool:
    """ "In violation of the X communiqué": a name that only qualifies a noun, which no word calls a place."""
    return sighting.attributive and sighting.kind is None and sighting.extent is None


def _could_hold(held: Seen, holder: Seen) -> bool:
    """Whether "X, Y" may mean X in Y: some Y is a division or country with some X in it."""
    upper = [hit.entry for hit in holder.hits if hit.entry.kind in {"country", "admin1"} and hit.likeness > 0.9]
    return any(
        one.country == hit.entry.country and (one.kind == "country" or one.admin1 == hit.entry.admin1)
        for one in upper
        for hit in held.hits
        if hit.entry.kind not in {"country", one.kind}
    )


def _is_division(holder: Seen) -> bool:
    """Whether the text itself calls a name a province, or it is a country's."""
    kinds = {hit.entry.kind for hit in holder.hits[:1]}
    return kinds == {"country"} or (holder.sighting.kind == "admin1" and bool(holder.hits))


def _same_list(text: str, left: Seen, right: Seen) -> bool:
    return left.sighting.sentence == right.sighting.sentence and listed(text, left.sighting, right.sighting)


def _held_alike(choices: list[Choice]) -> list[Choice]:
    """An unresolved name lies everywhere on the page where the text once said that it lies, and nowhere else."""
    said: dict[str, Entry] = {}
    for choice in choices:
        if choice.best is None and choice.container is not None:
            said.setdefault(choice.seen.sighting.name.casefold(), choice.container)
    return [_alike(choice, said.get(choice.seen.sighting.name.casefold())) for choice in choices]


def _alike(choice: Choice, holder: Entry | None) -> Choice:
    if holder is None or choice.container is not None:
        return choice
    if choice.best is None:
        return choice if choice.ranked else msgspec.structs.replace(choice, container=holder)
    if holds(holder, choice.best.entry) or choice.best.entry.kind in {"country", "admin1"}:
        return choice
    barred = f"the page says that the name lies in {holder.name}"
    return msgspec.structs.replace(choice, best=None, container=holder, barred=barred)


def _mention(page: Page, sentence: Sentence, choice: Choice, region: Entry | None) -> Mention:
    value, reasons = place(page, choice, region)
    sighting = choice.seen.sighting
    span = Span.of(page.text, sighting.full_start, sighting.full_end)
    return Mention(
        id=content_id("mention", page.id, "place", span.start, span.end),
        page=page.id,
        kind="place",
        span=span,
        value=value,
        candidates=candidate_labels(choice),
        reasons=reasons,
        head=_head(sentence, span),
    )


def _head(sentence: Sentence, span: Span) -> int:
    """The page offset of the word in the passage that hangs on a word outside of it."""
    inner = [here for here, token in enumerate(sentence.tokens) if span.start <= token.start and token.end <= span.end]
    for here in inner:
        if sentence.tokens[here].head not in inner:
            return sentence.tokens[here].start
    return span.start
