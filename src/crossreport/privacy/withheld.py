"""Do no harm: which names a brief prints. Officials and commanders yes; victims, witnesses and detainees no.

A person is public if the record ties them to an organisation, or if pages give them a rank or an office. Every other
person's name is withheld wherever it stands: in sentences, titles, claims and in the text of the pages. Being quoted
makes nobody public. What the record itself holds is not changed.
"""

import re
from collections.abc import Iterator, Sequence

from crossreport.model import Actor, CodedPage, Mention, Participant
from crossreport.privacy.offices import holds_office
from crossreport.words.public_names import public_names

WITHHELD = "[name withheld]"
SOMEBODY = "a named person"


def is_public(actor: Actor) -> bool:
    """Whether an actor's name may be printed; a description ("a rebel commander") names nobody."""
    if actor.kind != "person" or actor.generic or actor.affiliation is not None:
        return True
    return actor.name.split(" ")[0].lower().rstrip(".") in public_names().titles


class Privacy:
    """The names to withhold in a set of pages; `persons` are the ids of those who bear them.

    A place that has a person's name in its own ("Yarmouk camp") keeps it.
    """

    def __init__(self, coded: Sequence[CodedPage], *, names: bool = False) -> None:
        actors = [] if names else [actor for page in coded for actor in _actors(page)]
        private = set() if names else {name for page in coded for name in _private_names(page)}
        ranked = {name for name in private if any(holds_office(name, page.page.text) for page in coded)}
        bearers = {actor.id for actor in actors if actor.name in ranked}
        ranked |= {name for page in coded for name in _names_of(page, bearers)}
        self.persons = frozenset(actor.id for actor in actors if not is_public(actor) and actor.id not in bearers)
        public = {name for page in coded for name in _public_names(page)} | ranked
        self.withheld = frozenset(private - public)
        parts = sorted(self.withheld, key=lambda name: (-len(name), name))
        self._pattern = _pattern(parts, _place_names(coded, parts)) if parts else None

    def mask(self, text: str) -> str:
        """The text with every withheld name replaced."""
        return self._pattern.sub(_replaced, text) if self._pattern else text

    def hides(self, text: str) -> bool:
        """Whether the text holds a withheld name."""
        return bool(self.ranges(text))

    def ranges(self, text: str) -> list[tuple[int, int]]:
        """Where withheld names stand in a page's text."""
        if self._pattern is None:
            return []
        return [match.span() for match in self._pattern.finditer(text) if match.group("name")]

    def actor(self, participant: Participant) -> Actor:
        """The actor to print: a private person becomes "a named person"."""
        actor = participant.actor
        if actor.id not in self.persons:
            return actor
        return Actor(actor.id, SOMEBODY, "person", actor.country, generic=True)


def _pattern(names: Sequence[str], places: Sequence[str]) -> re.Pattern[str]:
    """Withheld names as group "name"; a place's name that holds one is matched first and as no group."""
    after = "|".join(sorted(public_names().places))
    free = "|".join(rf"(?<!\w){re.escape(place)}(?!\w)" for place in places)
    name = rf"(?<!\w)(?P<name>{'|'.join(map(re.escape, names))})(?!\w)(?!\s+(?i:{after})\b)"
    return re.compile(f"{free}|{name}" if free else name)


def _replaced(match: re.Match[str]) -> str:
    return WITHHELD if match.group("name") else match.group()


def _place_names(coded: Sequence[CodedPage], names: Sequence[str]) -> list[str]:
    """Names of places that hold a withheld name and more."""
    found = {mention.span.quote for page in coded for mention in page.mentions if mention.kind == "place"}
    for report in (report for page in coded for report in page.reports):
        found |= {place.name for place in (report.place, *report.places) if place is not None}
    held = [place for place in found if any(name != place and name in place for name in names)]
    return sorted(held, key=lambda place: (-len(place), place))


def _names_of(page: CodedPage, bearers: set[str]) -> Iterator[str]:
    """The words by which the page names these persons."""
    for actor in _actors(page):
        if actor.id in bearers:
            yield actor.name
    for mention in page.mentions:
        if isinstance(mention.value, Actor) and mention.value.id in bearers:
            yield mention.span.quote
    for participant in (p for report in page.reports for p in report.participants):
        if participant.actor.id in bearers:
            yield participant.as_written


def _actors(page: CodedPage) -> Iterator[Actor]:
    yield from (m.value for m in page.mentions if m.kind == "person" and isinstance(m.value, Actor))
    yield from (p.actor for report in page.reports for p in report.participants)


def _private_names(page: CodedPage) -> Iterator[str]:
    yield from (actor.name for actor in _actors(page) if not is_public(actor))
    for mention in page.mentions:
        if mention.kind == "person" and _names_privately(mention):
            yield mention.span.quote
    for participant in (p for report in page.reports for p in report.participants):
        if not is_public(participant.actor) and _shares_a_name(participant.as_written, participant.actor.name):
            yield participant.as_written


def _names_privately(mention: Mention) -> bool:
    """Whether a mention's words are a private person's name, and no pronoun or description of one."""
    if isinstance(mention.value, Actor):
        return not is_public(mention.value) and _shares_a_name(mention.span.quote, mention.value.name)
    return all(word[:1].isupper() or "-" in word for word in mention.span.quote.split())


def _shares_a_name(words: str, name: str) -> bool:
    return bool({word for word in words.split() if word[:1].isupper() or "-" in word} & set(name.split()))


def _public_names(page: CodedPage) -> Iterator[str]:
    for actor in _actors(page):
        if is_public(actor):
            yield actor.name
    for mention in page.mentions:
        if mention.value is not None and (not isinstance(mention.value, Actor) or is_public(mention.value)):
            yield mention.span.quote  # a name that is also a town's or a group's hides nobody
