"""What a brief is about: some countries, places or actors out of all events. Names count in any romanisation."""

from collections.abc import Iterable

from msgspec import Struct

from crossreport.model import Event, EventReport
from crossreport.names.same import same_name


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
        actors = {actor.name for side in event.sides for actor in side.actors}
        actors |= {words for r in told for taking in r.participants for words in (taking.actor.name, taking.as_written)}
        return not self.actors or _any_same(self.actors, actors)


def _any_same(wanted: Iterable[str], names: Iterable[str]) -> bool:
    """Whether a name asked for is one of the names, or a part of one ("Front" of "Nusra Front")."""
    names = list(names)
    return any(word.casefold() in name.casefold() or same_name(word, name) for word in wanted for name in names)
