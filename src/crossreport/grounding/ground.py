"""All mentions of one page: places first, then times, quantities and actors, in the page's order.

In: Page and Analysis. Out: Mentions sorted by passage, kind and id. Decides nothing but the country that the page is
mainly about, which helps actors that are named by their kind alone ("the army").
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from crossreport.gazetteer import gazetteer, page_countries
from crossreport.gazetteer.focus import only_by_forces
from crossreport.gazetteer.sources import capitals
from crossreport.grounding.actors.mentions import ground_actors
from crossreport.grounding.names_alike import with_names_alike
from crossreport.grounding.parts import in_parts
from crossreport.grounding.places.capital import capital_mentions
from crossreport.grounding.places.division_seat import division_seats, of_divisions
from crossreport.grounding.places.mentions import ground_places
from crossreport.grounding.quantities import ground_quantities
from crossreport.grounding.times.mentions import ground_times
from crossreport.model import Actor, Analysis, Mention, Page, Place, Reason
from crossreport.words.register import register

HOME_SHARE = 0.4  # of a page's words for countries, from which one is the country whose capital is "the capital"


def ground(page: Page, analysis: Analysis) -> tuple[Mention, ...]:
    """Who, where, when and how many on one page."""
    analysis = with_names_alike(analysis)
    found = [one for part in in_parts(page, analysis) for one in _who_and_where(*part)]
    found += [*ground_times(page, analysis), *ground_quantities(page, analysis)]
    return tuple(sorted(found, key=_order))


def _who_and_where(page: Page, analysis: Analysis) -> Iterator[Mention]:
    """Places and actors of a page, or of a part of it that tells of another country than the others."""
    named = dict(page_countries(page, analysis, places=gazetteer()))
    places = tuple(ground_places(page, analysis))
    focus = focus_country(places, named)
    home = focus if focus is not None and named.get(focus, 0.0) >= HOME_SHARE else None
    seats = capital_mentions(page, analysis, home, of_divisions(page.text)) + division_seats(page, places)
    here = None if home is not None and only_by_forces(page, home) else home
    places = tuple(at_home(one, here) for one in places) + tuple(seats)
    actors = ground_actors(page, analysis, focus_country=focus, places=places)
    yield from _without_actors(places, actors)
    yield from actors


def at_home(mention: Mention, home: str | None) -> Mention:
    """A place that no gazetteer knows and that nothing puts into a country, in the one that the page is about."""
    place = mention.value
    if home is None or not isinstance(place, Place) or place.kind != "unresolved" or place.country is not None:
        return mention
    says = f"nothing says in which country it lies: taken for {home}, which the page is about"
    value = replace(place, country=home)
    return replace(mention, value=value, reasons=(*mention.reasons, Reason("home", says, mention.span)))


def _without_actors(places: Sequence[Mention], actors: Sequence[Mention]) -> list[Mention]:
    """Without names that no gazetteer knows and that the register knows as somebody's ("KIA says")."""
    known = register()
    named = {
        (one.span.start, one.span.end)
        for one in actors
        if isinstance(one.value, Actor) and (one.value.id in known.actors or one.value.id in known.tables.persons)
    }
    return [one for one in places if not (_unresolved(one) and (one.span.start, one.span.end) in named)]


def _unresolved(mention: Mention) -> bool:
    return isinstance(mention.value, Place) and mention.value.kind == "unresolved"


def focus_country(places: Sequence[Mention], named: Mapping[str, float]) -> str | None:
    """The country that things happen in: by the share of the page's places, and of its words for countries (`named`).

    Countries and capitals are no places here: "Moscow" in a page about Syria is mostly a government.
    """
    inside = Counter(value.country for value in _values(places) if value.country and not _stands_for_a_state(value))
    share = {country: count / inside.total() for country, count in inside.items()}
    countries = sorted({*share, *named})
    return max(countries, key=lambda country: share.get(country, 0.0) + named.get(country, 0.0), default=None)


def _values(places: Sequence[Mention]) -> list[Place]:
    return [mention.value for mention in places if isinstance(mention.value, Place)]


def _stands_for_a_state(place: Place) -> bool:
    return place.kind == "country" or (place.kind == "settlement" and capitals().get(place.country or "") == place.name)


def _order(mention: Mention) -> tuple[int, int, str, str]:
    return mention.span.start, mention.span.end, mention.kind, mention.id
