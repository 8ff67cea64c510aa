"""Whether two drafts' places and times may be the same, or hold one another; what only says less is no difference."""

import datetime as dt
import re

from msgspec.structs import replace

from crossreport.coding.page.document import Word
from crossreport.coding.page.draft import Draft
from crossreport.model import Place, When
from crossreport.words.classes.terrain import terrain

LARGE = frozenset({"admin1", "country", "region"})
UMBRELLA = 3  # places from which on a lead sums up happenings that the page goes on to tell one by one


def names_of(draft: Draft) -> set[str]:
    """The names of its places."""
    return {place.name for place, _ in draft.places}


def finest(draft: Draft) -> list[Place]:
    """Its places but for those that hold another of them: "the Midan quarter of Aleppo" is the quarter."""
    places = [place for place, _ in draft.places]
    return [one for one in places if not any(holds(one, other) and not holds(other, one) for other in places)]


def apart_in_time(a: When | None, b: When | None) -> bool:
    """Whether two times have no day in common."""
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    first_a, last_a, first_b, last_b = map(dt.date.fromisoformat, (a.earliest, a.latest, b.earliest, b.latest))
    return last_a < first_b or last_b < first_a


def finer_time(one: When | None, two: When | None) -> When | None:
    """The first telling's time, or the day of a later one that lies in it: "last month … the attack was on 28 June"."""
    if one is None or two is None or one.precision not in _COARSE or two.precision not in ("day", "days"):
        return one or two
    if not (one.earliest and one.latest and two.earliest and two.latest) or "since" in one.rule:
        return one
    return two if one.earliest <= two.earliest and two.latest <= one.latest else one


_COARSE = ("week", "month")  # a longer time tells what goes on


def apart_by_weeks(a: When | None, b: When | None) -> bool:
    """Whether a week or more lies between two times."""
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    first_a, last_a, first_b, last_b = map(dt.date.fromisoformat, (a.earliest, a.latest, b.earliest, b.latest))
    return max(first_a - last_b, first_b - last_a) >= dt.timedelta(weeks=1)


def lasts(when: When) -> bool:
    """Whether a time covers months."""
    if not (when.earliest and when.latest):
        return False
    return dt.date.fromisoformat(when.latest) - dt.date.fromisoformat(when.earliest) >= _MONTHS


_MONTHS = dt.timedelta(days=60)


def same_day(a: When | None, b: When | None) -> bool:
    """Whether both are one single day."""
    return a is not None and b is not None and a.precision == b.precision == "day" and a.earliest == b.earliest


def apart_in_place(a: Draft, b: Draft) -> bool:
    """Whether both have places and none of them may be, or hold, one of the other's."""
    if not a.places or not b.places:
        return False
    summed = (sums_up(a, b) and not b.anaphoric) or (sums_up(b, a) and not a.anaphoric)
    if summed and len(a.numbers & b.numbers) < 2:  # as many dead and as many hurt: the same ones
        return True
    both = [(p, q) for p in finest(a) for q in finest(b)]
    if any(p.name == q.name or holds(p, q) or holds(q, p) for p, q in both):
        return False
    if len(a.numbers & b.numbers) > 1 and any(_unknown(p, q) or _unknown(q, p) for p, q in both):
        return False  # as many dead and as many hurt, at another quarter or one that no list has
    return not (_told_alike(a, b) and any(_in_its_division(p, q) or _in_its_division(q, p) for p, q in both))


def _unknown(place: Place, other: Place) -> bool:
    quarters = place.kind == other.kind == "district" and place.within is not None and place.within == other.within
    return quarters or (place.kind == "unresolved" and (not place.admin1 or place.admin1 == other.admin1))


def _told_alike(a: Draft, b: Draft) -> bool:
    """Whether one is a headline, or both count the same people: two fates alike, or one of several people."""
    same = a.numbers & b.numbers
    return a.lead or b.lead or len(same) > 1 or any(number >= SEVERAL for _, number in same)


SEVERAL = 3


def _in_its_division(town: Place, inner: Place) -> bool:
    """Whether a town's name is also that of the division in which the other lies: "Marib", for all that is of Marib."""
    plain = town.span is None or town.span.quote.split()[-1].lower() not in terrain().towns
    named = town.kind == inner.kind == "settlement" and town.name == town.admin1 and plain
    return named and (town.country, town.admin1) == (inner.country, inner.admin1)


def sums_up(whole: Draft, part: Draft) -> bool:
    """Whether `whole` lists places of which `part` tells only some."""
    fine = {place.name for place, _ in whole.places if place.kind not in LARGE}
    return len(fine) >= UMBRELLA and bool(part.places) and names_of(part) < fine


def named_division(place: Place) -> bool:
    """ "Sulu province", whatever the gazetteer took it for: its own words say that it is no village."""
    return place.span is not None and _PROVINCE.search(place.span.quote) is not None


_PROVINCE = re.compile(r"(?i)\b(?:province|region|governorate|oblast|department|county)$")


def is_site(place: Place) -> bool:
    """ "Y church", "the Z junction": what stands in or by a town, also where no list has it."""
    if place.kind == "facility":
        return True
    words = place.span.quote.split() if place.span is not None else []
    return place.kind == "unresolved" and len(words) > 1 and words[-1].islower() and words[-1] not in terrain().towns


def holds(outer: Place, inner: Place) -> bool:
    """Whether the outer place may hold the inner one."""
    if inner.within and inner.within == outer.name:
        return True
    if outer.kind in LARGE and inner.kind not in LARGE and not inner.admin1:
        return inner.country in (
            None,
            outer.country,
        )  # of which no list says where it lies: anywhere
    if outer.kind == "country":
        return outer.country == inner.country
    if outer.kind == "region":
        elsewhere = bool(outer.admin1 and inner.admin1) and outer.admin1 != inner.admin1
        return outer.country == inner.country and not elsewhere
    if outer.kind == "admin1":
        return outer.country == inner.country and inner.admin1 in (outer.admin1, outer.name)
    part = named_division(outer) or (
        inner.kind in ("district", "facility", "unresolved") and outer.kind == "settlement"
    )
    return part and (outer.country, outer.admin1) == (inner.country, inner.admin1)


def vague(draft: Draft) -> bool:
    """Whether the draft names provinces, regions or countries only."""
    return all(place.kind in LARGE or named_division(place) for place, _ in draft.places)


def placed_within(fine: Draft, whole: Draft) -> list[tuple[Place, Word]]:
    """The finer places; one of which no list says where it lies is in the one province that the other told."""
    outer = [place for place, _ in whole.places if place.kind == "admin1"]
    if len(outer) != 1 or len(whole.places) != 1:
        return fine.places
    return [(within(place, outer[0]), at) for place, at in fine.places]


def within(place: Place, province: Place) -> Place:
    """The place, in that province of its country if no list says where it lies."""
    unknown = place.kind == "unresolved" and not place.admin1 and place.country in (None, province.country)
    if not unknown:
        return place
    return replace(place, country=province.country, admin1=province.admin1 or province.name, within=province.name)
