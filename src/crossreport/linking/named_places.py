"""A coded page in, what its text says of where its places lie out: "Barangay Beri, Calbiga", and what is named at all.

The gazetteer does not have every hamlet; the page that names it often says what it is a part of. A list of places
("in Adua, Beri and Calbiga") says nothing of the kind, nor does the name of the province behind that of a village.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import cast

from crossreport.linking.places import SITE_KINDS, Site, bare_name, distance_km, near_to
from crossreport.model import CodedPage, Mention, Page, Place
from crossreport.names import fold_name

FAR_KM = 120.0  # across a district; what is farther off is another place of a list
MANY = 12  # places: a page that names more is about none of them
MANY_WORDS = 40  # words with a capital: a longer page is about more than one place
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]{2,}(?: [A-Z][\w'’-]+){0,2}")
_COMMA = re.compile(r"[ \t]*,[ \t]*(?:in[ \t]+)?(?:the[ \t]+)?\Z")
_BY = re.compile(
    r"\s*,?\s*(?:(?:an?|the)\s+(?:[\w-]+\s+){1,2})?(?:(?:some|about|around|just|on|at|in)\s+)?(?:the\s+)?"
    r"(?:(?:near|outside|beside|nearby|close\s+to|not\s+far\s+from|next\s+to)\s+(?:the\s+)?(?:(?:town|city|village)\s+of\s+)?)?"
)
_LISTED = re.compile(r"(?:\s*,)?\s+(?:and|or|as well as)\s")

# A folded name: what it lies in, what lies in it, and near which towns it lies.
Chains = Mapping[str, tuple[frozenset[str], frozenset[str], frozenset[str]]]


def chains(coded: CodedPage) -> Chains:
    """By each folded name what the page says that it lies in, what lies in it, and what it lies near."""
    wholes: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, set[str]] = defaultdict(set)
    for run in _runs(coded):
        for place, whole in pairwise(run):
            if _may_hold(whole, place):
                part, outer = _folded(place), _folded(whole)
                wholes[part].add(outer)
                parts[outer].add(part)
    near = _near(coded)
    names = {*wholes, *parts, *near}
    return {name: (frozenset(wholes[name]), frozenset(parts[name]), frozenset(near[name])) for name in names}


def _near(coded: CodedPage) -> dict[str, set[str]]:
    """ "Kuchlak, near Quetta", "Gorom, some 15 km north of Djibo": the towns by which the page says where it lies."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairwise(_mentions(coded)):
        place, town = _place(one), near_to(_place(other))
        between = coded.page.text[one.span.end : other.span.start]
        if town is not None and place.kind in SITE_KINDS and _BY.fullmatch(between) and near_to(place) is None:
            found[_folded(place)].add(town)
    return found


def with_chains(sites: Iterable[Site], found: Chains) -> tuple[Site, ...]:
    """The places of a report with what its page says of where they lie."""
    nothing: tuple[frozenset[str], frozenset[str], frozenset[str]] = (frozenset(), frozenset(), frozenset())
    told = [
        one._replace(told_in=whole, told_parts=parts, told_near=near)
        for one in sites
        for whole, parts, near in [found.get(fold_name(one.name), nothing) if one.level == "site" else nothing]
    ]
    holders = frozenset(name for one in told for name in one.told_in)
    kept = [one for one in told if fold_name(one.name) not in holders]  # "in Kan Sein, Kadar Township" is in Kan Sein
    sole = sum(one.level == "site" for one in kept) < 2
    return tuple(one._replace(sole=sole) for one in kept)


def named(coded: CodedPage) -> frozenset[str]:
    """Folded names of the settlements that a page names; none of a page that names many."""
    found = {_folded(place) for one in _mentions(coded) if (place := _place(one)).kind in SITE_KINDS}
    return frozenset(found) if len(found) <= MANY else frozenset()


def capitalised(page: Page) -> frozenset[str]:
    """Folded words with a capital inside the page's sentences, and runs of them: a village that no gazetteer has may be
    among them; none of a page that has many.
    """
    found = {fold_name(one) for one in _CAPITAL.findall(page.text)}
    return frozenset(found) if len(found) <= MANY_WORDS else frozenset()


def _runs(coded: CodedPage) -> list[list[Place]]:
    """Places with nothing but commas between them, one behind the other; a list of places is none."""
    runs: list[list[Mention]] = []
    for one in _mentions(coded):
        before = runs[-1][-1].span.end if runs else -1
        if 0 <= before <= one.span.start and _COMMA.match(coded.page.text, before, one.span.start):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [[_place(one) for one in run] for run in runs if len(run) > 1 and not _is_list(run, runs, coded)]


def _is_list(run: Sequence[Mention], runs: Sequence[Sequence[Mention]], coded: CodedPage) -> bool:
    """Whether "and" and a further place follow: "in Adua, Beri and Calbiga"."""
    end = run[-1].span.end
    link = _LISTED.match(coded.page.text, end)
    return link is not None and any(other[0].span.start == link.end() for other in runs)


def _mentions(coded: CodedPage) -> list[Mention]:
    found = (one for one in coded.mentions if one.kind == "place" and isinstance(one.value, Place))
    return sorted(found, key=lambda one: (one.span.start, one.id))


def _place(one: Mention) -> Place:
    return cast(Place, one.value)


def _folded(place: Place) -> str:
    return fold_name(bare_name(place.name))


def _may_hold(whole: Place, part: Place) -> bool:
    """Whether `whole` can be the district or town that `part` lies in, and not its province, nor far away."""
    if whole.kind not in SITE_KINDS or part.kind not in SITE_KINDS or _folded(whole) == _folded(part):
        return False
    if whole.country and part.country and whole.country != part.country:
        return False
    if part.admin1 and fold_name(part.admin1) == _folded(whole):
        return False
    return (distance_km(_at(whole), _at(part)) or 0) <= FAR_KM


def _at(place: Place) -> tuple[float, float] | None:
    return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
