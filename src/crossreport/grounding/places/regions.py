"""A page's chosen places in, the region that must hold each unresolved name out.

The nearest word counts: the sentence, what else is told of the name, the words that head its paragraph, the line above,
and only then the page. Where doers come from, the capital in which somebody speaks, and the place in the name of
a government or of a talk ("the X communiqué") hold nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator

from crossreport.gazetteer import Entry, Gazetteer
from crossreport.gazetteer.focus import only_by_forces
from crossreport.gazetteer.sources import capitals
from crossreport.grounding.places.accept import World
from crossreport.grounding.places.choose import Choice
from crossreport.grounding.places.words import place_words
from crossreport.model import Analysis, Page, Sentence
from crossreport.words.reporting import reporting

REGION_SHARE = 0.5  # of a page's resolved places that lie in one division, for that division to hold the unresolved
LINE = 60  # characters of a line that heads what follows
FROM_REACH = 60  # characters ahead of a name in which it is said that somebody comes from there
FAR_KM = 50.0  # from which on the town that a distance is counted from need not lie in the same division
SPEAKER_STEPS = 4  # nouns between a place and the speaker whom it describes ("an official of the hospital in X")

_OFF = re.compile(
    r"\b[1-9]\d{2,3} ?(?:km|kilomet(?:re|er)s|miles) (?:[a-z]+(?:-[a-z]+)? )?(?:of|from) (?:[a-z]+ ){0,3}$"
)
_FROM = re.compile(
    r"\bfrom (?:(?:the|its|nearby|neighbou?ring|adjacent|bordering) )*(?:[A-Z][\w'’-]* (?:\w+ of )?){0,3}$"
)
_IN = re.compile(r"\b(?:in|inside|within|across)\s+(?:the\s+)?(?:[a-z]+(?:-[a-z]+)*-?\s+)?$", re.IGNORECASE)
_QUALIFIES = frozenset({"compound", "amod", "nmod:unmarked", "nmod:desc"})
_DESCRIBES = frozenset({"nmod", "appos", "compound", "nmod:poss", "amod", "flat"})
_SPEAKS = frozenset({"nsubj", "obl:agent"})


class Regions:
    """What the page says about where its unresolved names lie."""

    def __init__(self, page: Page, analysis: Analysis, choices: list[Choice], places: Gazetteer, world: World) -> None:
        self._page, self._analysis, self._choices, self._places = page, analysis, choices, places
        telling = [choice for choice in choices if choice.best and not self._says_nothing(choice)]
        whole = _of_page(telling, places, world)
        listed = whole is not None and whole.kind != "country" and _is_list(page)
        whole = places.country(whole.country or "") if whole is not None and listed else whole
        abroad = whole is not None and whole.kind == "country" and only_by_forces(page, whole.country or "")
        self._of_page = None if abroad else whole
        self._sentences = self._told()
        self._lines = self._headings()
        self._beside = self._by_name()
        self._names: dict[str, Entry | None] = {}
        for choice in choices:
            if _name(choice) not in self._names:
                self._names[_name(choice)] = self._found(choice)

    def of(self, choice: Choice) -> Entry | None:
        """The region that holds the choice: what the text says, or the division of that country that it tells of."""
        said = choice.container
        if said is not None:
            near = self._near(choice) if said.kind == "country" else None
            return near if near is not None and near.country == said.country else said
        region = self._near(choice) or self._names.get(_name(choice))
        hint = choice.seen.sighting.hint
        return self._places.country(hint) if hint and (region is None or region.country != hint) else region

    def _near(self, choice: Choice) -> Entry | None:
        """The division of a sentence that tells of the name and of one known place: a name lies in one everywhere."""
        return self._beside.get(_name(choice))

    def _found(self, choice: Choice) -> Entry | None:
        """Where the words before a name put it that stands beside no known place, or beside several."""
        sentence = choice.seen.sighting.sentence
        here = self._sentences.get(sentence, frozenset())
        if len(here) > 1:
            return self._of_page if self._of_page in here else self._shared(here)
        return self._nation(sentence) or self._run_in(sentence) or self._line_above(sentence) or self._of_page

    def _nation(self, sentence: int) -> Entry | None:
        """The one country in which the sentence says that it was: "in Burkina Faso, gunmen raided X"."""
        found = {
            choice.best.entry.id: choice.best.entry
            for choice in self._choices
            if choice.seen.sighting.sentence == sentence and choice.best and choice.best.entry.kind == "country"
        }
        told = [
            choice
            for choice in self._choices
            if choice.seen.sighting.sentence == sentence and choice.best and choice.best.entry.id in found
        ]
        within = all(_IN.search(self._page.text[: one.seen.sighting.full_start][-FROM_REACH:]) for one in told)
        of_page = self._of_page
        if len(found) != 1 or not within:
            return None
        nation = next(iter(found.values()))
        return of_page if of_page is not None and of_page.country == nation.country else nation

    def _shared(self, here: frozenset[Entry]) -> Entry | None:
        """The country of several divisions, if it is one."""
        lands = {entry.country for entry in here}
        return self._places.country(lands.pop() or "") if len(lands) == 1 else self._of_page

    def _told(self) -> dict[int, frozenset[Entry]]:
        """The divisions, by sentence, of the places that the sentence tells of."""
        found: dict[int, set[Entry]] = {}
        for choice in self._choices:
            division = self._division(choice)
            if division is not None:
                found.setdefault(choice.seen.sighting.sentence, set()).add(division)
        return {number: frozenset(entries) for number, entries in found.items()}

    def _division(self, choice: Choice) -> Entry | None:
        entry = choice.best.entry if choice.best else choice.container
        if entry is None or not entry.country or entry.kind == "country" or self._says_nothing(choice):
            return None
        division = self._places.division(entry.country, entry.admin1) if entry.admin1 else None
        return division or (entry if entry.kind in ("region", "admin2") else None)

    def _says_nothing(self, choice: Choice) -> bool:
        sighting = choice.seen.sighting
        before = max(0, sighting.full_start - FROM_REACH)
        if _FROM.search(self._page.text, before, sighting.full_start):
            return True  # "youth from neighbouring X attacked Y"
        if _OFF.search(self._page.text, before, sighting.full_start) or (sighting.context.km or 0.0) > FAR_KM:
            return True  # "X, some 220 km north-east of the capital Y"
        sentence = self._analysis.sentences[sighting.sentence]
        entry = choice.best.entry if choice.best else None
        if entry is not None and entry.name.casefold() in place_words().seats:
            return True
        seat = entry is not None and capitals().get(entry.country or "") in (entry.name, entry.region)
        return _speaks_or_names(sentence, sighting.full_start, sighting.full_end, seat=seat)

    def _by_name(self) -> dict[str, Entry]:
        """For each unresolved name the one division of the first sentence that tells of it and of a known place."""
        found: dict[str, Entry] = {}
        for choice in self._choices:
            here = self._sentences.get(choice.seen.sighting.sentence, frozenset())
            if choice.best is None and len(here) == 1:
                found.setdefault(_name(choice), next(iter(here)))
        return found

    def _run_in(self, sentence: int) -> Entry | None:
        """The division that alone opens the paragraph: "North Kivu. Fighting was …", "3. 5 May, Goma. Gunmen …"."""
        sentences = self._analysis.sentences
        first = sentence
        while first > 0 and sentences[first - 1].block == sentences[sentence].block:
            first -= 1
        here = self._sentences.get(first, frozenset())
        if first == sentence or len(here) != 1:
            return None
        inside = [choice for choice in self._choices if choice.seen.sighting.sentence == first]
        alone = _opens_item(self._page.text, sentences[first]) or _only_places(
            self._page.text, sentences[first].start, sentences[first].end, inside
        )
        return next(iter(here)) if alone else None

    def _line_above(self, sentence: int) -> Entry | None:
        block = self._analysis.sentences[sentence].block
        above = [number for number in self._lines if number < block]
        return self._lines[max(above)] if above else None

    def _headings(self) -> dict[int, Entry]:
        """Block to the division or country that a line of nothing but places names, on a page with several of them."""
        found = {block: entry for block, entry in self._named_lines() if entry is not None}
        return found if len({entry.id for entry in found.values()}) > 1 else {}

    def _named_lines(self) -> Iterator[tuple[int, Entry | None]]:
        inside: dict[int, list[Choice]] = {}
        for choice in self._choices:
            inside.setdefault(self._analysis.sentences[choice.seen.sighting.sentence].block, []).append(choice)
        for number, choices in sorted(inside.items()):
            block = self._page.blocks[number]
            if block.end - block.start <= LINE and _only_places(self._page.text, block.start, block.end, choices):
                best = choices[0].best
                entry = best.entry if best else None
                if entry is not None and entry.kind != "country" and entry.country and entry.admin1:
                    entry = self._places.division(entry.country, entry.admin1)
                yield number, entry


def _name(choice: Choice) -> str:
    return choice.seen.sighting.name.casefold()


def _speaks_or_names(sentence: Sentence, start: int, end: int, *, seat: bool) -> bool:
    """Whether the place qualifies a noun that is no place ("the X talks"), or is the `seat` of who speaks.

    What an official of a province tells was done in it; what one in the capital tells may be anywhere.
    """
    inner = {here for here, token in enumerate(sentence.tokens) if start <= token.start and token.end <= end}
    top = next((here for here in sorted(inner) if sentence.tokens[here].head not in inner), None)
    if top is None:
        return False
    token = sentence.tokens[top]
    if token.rel in _QUALIFIES and token.head > top:
        return place_words().kind_of(sentence.tokens[token.head].text) is None
    for _ in range(SPEAKER_STEPS if seat else 0):
        above = token.head
        if above < 0 or token.rel not in _DESCRIBES:
            return False
        token = sentence.tokens[above]
        if token.rel in _SPEAKS and token.head >= 0:
            return sentence.tokens[token.head].lemma.lower() in reporting().verbs
    return False


def _only_places(text: str, start: int, end: int, choices: list[Choice]) -> bool:
    """Whether nothing but places and the words for their kinds stands in a line."""
    rest, at = "", start
    for choice in choices:
        rest += text[at : max(at, choice.seen.sighting.full_start)] + " "
        at = max(at, choice.seen.sighting.full_end)
    words = re.findall(r"[^\W\d_]+", rest + text[at:end])
    return all(
        place_words().kind_of(word.lower()) is not None or word.lower() in ("the", "of", "and") for word in words
    )


def _opens_item(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is the number or the day, with the place, that opens an item of a list."""
    verbs = any(token.upos in ("VERB", "AUX") for token in sentence.tokens)
    return not verbs and _DATED.match(text, sentence.start, sentence.end) is not None


_DATED = re.compile(r"(?:[(#]?\d{1,2}[.)]\s+)?\d{1,2}(?:[./]\d{1,2}\b| [A-Z][a-z]+)")


def _is_list(page: Page) -> bool:
    """Whether the page goes item by item, each with a place of its own: most of its places hold no other."""
    items = [block for block in page.blocks if _ITEM.match(page.text, block.start, block.end)]
    return len(items) >= LEAST_ITEMS


_ITEM = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+(?=[A-Z]|\d{1,2} [A-Z])")
LEAST_ITEMS = 4  # numbered paragraphs of a list of incidents


def _may_hold(entry: Entry, world: World) -> bool:
    """No seat of international bodies, nor what lies in a country that the page does not speak of, holds its places."""
    if world.focus and entry.country is not None and entry.country not in world.focus:
        return False
    return entry.name.casefold() not in place_words().seats


def _of_page(choices: list[Choice], places: Gazetteer, world: World) -> Entry | None:
    """The division, else the country, that holds what the page leaves unresolved."""
    entries = [choice.best.entry for choice in choices if choice.best and choice.best.entry.kind != "country"]
    entries = [entry for entry in entries if _may_hold(entry, world)]
    counts = Counter((entry.country, entry.admin1) for entry in entries if entry.country and entry.admin1)
    if counts:
        (country, admin1), count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= 2 and count / len(entries) >= REGION_SHARE and country and admin1:
            return places.division(country, admin1)
    nations = Counter(entry.country for entry in entries if entry.country)
    heard = sorted({*nations, *([next(iter(world.focus))] if world.focus else [])})
    said = {iso: nations[iso] / max(1, nations.total()) + world.focus.get(iso, 0.0) for iso in heard}
    best = max(said, key=lambda iso: said[iso], default=None)
    return places.country(best) if best else None
