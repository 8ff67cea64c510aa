"""Do no harm: which names a brief or an export prints. Officials and commanders yes; victims, witnesses, detainees no.

A name is withheld wherever it stands: in sentences, titles, claims and in the text of the pages. Being quoted makes
nobody public. `of_page` says how a name is told from a place's, a group's and an outlet's.
"""

import re
from collections.abc import Sequence

from crossreport.model import Actor, CodedPage, Participant
from crossreport.privacy.headings import spellings
from crossreport.privacy.lexicon import either, lexicon
from crossreport.privacy.of_page import MINTED, PERSON, is_guess, is_public, names_of
from crossreport.words.public_names import public_names

WITHHELD = "[name withheld]"
SOMEBODY = "a named person"


class Privacy:
    """The names to withhold in a set of pages; `persons` are the ids of those who bear them.

    A place, group or outlet that has a person's name in its own ("Yarmouk camp") keeps it.
    """

    def __init__(self, coded: Sequence[CodedPage], *, names: bool = False) -> None:
        outlets = frozenset(one.page.outlet for one in coded if one.page.outlet)
        found = [] if names else [names_of(one, outlets) for one in coded]
        private = {name for one in found for name in one.private}
        ranked = {name for one in found for name in one.ranked}
        nobody = {name for one in found for name in one.nobody}
        actors = [] if names else [actor for one in coded for actor in _actors(one)]
        bearers = {actor.id for actor in actors if actor.name in ranked}
        ranked |= {name for one in coded for name in _names_of(one, bearers)}
        public = {name for one in found for name in one.public} | ranked
        self.withheld = frozenset(private - public - outlets)
        self.persons = frozenset(
            actor.id
            for actor in actors
            if actor.kind == "person" and not actor.generic and actor.id not in bearers and actor.name not in nobody
            if actor.name in self.withheld or not is_public(actor)
        )
        parts = sorted(self.withheld, key=lambda name: (-len(name), name))
        self._pattern = _pattern(parts, _free(coded, outlets, parts)) if parts else None

    @property
    def count(self) -> int:
        """How many names are withheld; a surname is none beside the full name."""
        return sum(not any(one != name and _holds(one, name) for one in self.withheld) for name in self.withheld)

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
        return [match.span("name") for match in self._pattern.finditer(text) if match.group("name")]

    def actor(self, participant: Participant) -> Actor:
        """The actor to print: a private person becomes "a named person"."""
        actor = participant.actor
        if actor.id not in self.persons:
            return actor
        return Actor(actor.id, SOMEBODY, "person", actor.country, generic=True)


def _pattern(names: Sequence[str], free: Sequence[str]) -> re.Pattern[str]:
    """Withheld names as group "name"; what holds one in a longer name is matched first and as no group."""
    behind = rf"(?i:{either(public_names().places)})\b|(?:[a-z][\w-]*\s+){{0,2}}?(?:{either(lexicon().groups)})\b(?!-)"
    kept = "|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in free)
    forms = "|".join(r"\s+".join(map(_written, form.split())) for name in names for form in _whole_and_cut(name))
    name = rf"(?<![\w])(?P<name>{forms})(?!\w)(?!\s+(?:{behind}))"
    return re.compile(f"{kept}|{name}" if kept else name)


def _whole_and_cut(name: str) -> tuple[str, ...]:
    """A name, and as much of it as a speaker's name that was cut at a hyphen shows ("a cousin of Tarek al")."""
    cut = name.rpartition("-")[0]
    return (name, cut) if " " in cut else (name,)


def _written(word: str) -> str:
    """A word of a name in and outside of capitals, as a pattern."""
    return f"(?:{'|'.join(map(re.escape, spellings(word)))})"


def _replaced(match: re.Match[str]) -> str:
    return WITHHELD if match.group("name") else match.group()


def _free(coded: Sequence[CodedPage], outlets: frozenset[str], names: Sequence[str]) -> list[str]:
    """Names of places, groups and outlets that hold a withheld name and more."""
    named = (m for one in coded for m in one.mentions if m.kind == "place" and m.value is not None)
    found = {m.span.quote for m in named if not is_guess(m.span.quote, m.value)} | outlets
    for report in (report for one in coded for report in one.reports):
        places = (place for place in (report.place, *report.places) if place is not None)
        found |= {place.name for place in places if not is_guess(place.name, place)}
        actors = (p.actor for p in report.participants if p.actor.kind != "person" and not p.actor.generic)
        found |= {actor.name for actor in actors if not is_guess(actor.name, actor)}
    told = [m for one in coded for m in one.mentions if isinstance(m.value, Actor)]
    found |= {m.span.quote for m in told if _names_no_private(m.value) and not is_guess(m.span.quote, m.value)}
    held = [one for one in found if any(name != one and _holds(one, name) for name in names)]
    return sorted(held, key=lambda one: (-len(one), one))


def _names_no_private(value: object) -> bool:
    """Whether an actor is a group that the register knows, or a person whom it or an affiliation makes public."""
    if not isinstance(value, Actor) or value.generic or value.id.startswith(MINTED):
        return False
    return is_public(value) and (value.kind != "person" or not value.id.startswith(PERSON) or bool(value.affiliation))


def _holds(longer: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", longer) is not None


def _names_of(one: CodedPage, bearers: set[str]) -> set[str]:
    """The words by which a page names these persons."""
    found = {actor.name for actor in _actors(one) if actor.id in bearers}
    found |= {m.span.quote for m in one.mentions if isinstance(m.value, Actor) and m.value.id in bearers}
    found |= {p.as_written for report in one.reports for p in report.participants if p.actor.id in bearers}
    return found


def _actors(one: CodedPage) -> list[Actor]:
    told = [m.value for m in one.mentions if m.kind == "person" and isinstance(m.value, Actor)]
    return [*told, *(p.actor for report in one.reports for p in report.participants)]
