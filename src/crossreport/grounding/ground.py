"""All mentions of one page: places first, then times, quantities and actors, in the page's order.

In: Page and Analysis. Out: Mentions sorted by passage, kind and id. Decides nothing but the country that the page is
mainly about, which helps actors that are named by their kind alone ("the army").
"""

from collections import Counter
from collections.abc import Sequence

from crossreport.model import Analysis, Mention, Page, Place


def ground(page: Page, analysis: Analysis) -> tuple[Mention, ...]:
    """Who, where, when and how many on one page."""
    from crossreport.grounding.actors import ground_actors
    from crossreport.grounding.places import ground_places
    from crossreport.grounding.quantities import ground_quantities
    from crossreport.grounding.times import ground_times

    places = tuple(ground_places(page, analysis))
    found = (
        *places,
        *ground_times(page, analysis),
        *ground_quantities(page, analysis),
        *ground_actors(page, analysis, focus_country=focus_country(places)),
    )
    return tuple(sorted(found, key=_order))


def focus_country(places: Sequence[Mention]) -> str | None:
    """The country that most places of the page lie in; countries named as such only count if no other place does."""
    values = [mention.value for mention in places if isinstance(mention.value, Place)]
    inside = Counter(value.country for value in values if value.country and value.kind != "country")
    whole = Counter(value.country for value in values if value.country and value.kind == "country")
    counts = inside or whole
    return min(counts, key=lambda country: (-counts[country], -whole[country], country), default=None)


def _order(mention: Mention) -> tuple[int, int, str, str]:
    return mention.span.start, mention.span.end, mention.kind, mention.id
