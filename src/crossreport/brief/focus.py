"""What a brief is about: some countries, places or actors out of all events. Names count in any romanisation."""

from collections.abc import Iterable

from msgspec import Struct

from crossreport.model import Event, EventReport
from crossreport.names.same import same_name
from crossreport.words.register import register, split_words


class Focus(Struct, frozen=True):
    """Countries (ISO 3166-1 alpha-2), places and actors asked for; an event must meet each kind that is asked for."""

    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked for: everything is in focus."""
        return not (self.countries or self.places or self.actors)

    def takes(self, event: Event, reports: Iterable[EventReport]) -> bool:
        """Whether the event, as any of its reports tells it, is what was asked for."""
        told = list(reports)
        places = [place for place in (event.place, *(place for r in told for place in (r.place, *r.places))) if place]
        if self.countries and not any(place.country in self.countries for place in places):
            return False
        names = {name for place in places for name in (place.name, place.admin1, place.within) if name}
        if self.places and not _any_same(self.places, names):
            return False
        taking_part = [actor for side in event.sides for actor in side.actors]
        taking_part += [taking.actor for report in told for taking in report.participants]
        actors = {actor.name for actor in taking_part}
        actors |= {taking.as_written for report in told for taking in report.participants}
        meant = {id_ for word in self.actors for id_ in _known_as(word)}
        return not self.actors or _any_same(self.actors, actors) or any(actor.id in meant for actor in taking_part)


def _known_as(word: str) -> frozenset[str]:
    """Ids of the actors whom the register calls so: "KLA" is the Kosovo Liberation Army, whatever a page wrote."""
    words = split_words(word)
    whole = [hit for hit in register().hits(words) if (hit.first, hit.last) == (0, len(words))]
    return frozenset(ref.id for hit in whole for ref in hit.refs if ref.kind in ("alias", "near"))


def _any_same(wanted: Iterable[str], names: Iterable[str]) -> bool:
    """Whether a name asked for is one of the names, or a part of one ("Front" of "Nusra Front")."""
    names = list(names)
    return any(word.casefold() in name.casefold() or same_name(word, name) for word in wanted for name in names)
