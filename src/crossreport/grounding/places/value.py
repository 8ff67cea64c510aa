"""A choice in, the `Place` with its precision out, by ACLED's and UCDP's rules (DESIGN section 4).

A district codes to its town and keeps its name; a name that is town and province at once keeps the town's point with
UCDP's higher level; what cannot be resolved stays, with the region that must hold it.
"""

from crossreport.gazetteer import Entry
from crossreport.grounding.places.accept import LONGEST_ACRONYM, TOWN_ANYWHERE
from crossreport.grounding.places.choose import Choice, Scored, holds
from crossreport.grounding.places.licence import OWN_LETTERS
from crossreport.model import Page, Place, PlaceCandidate, PlacePrecision, Reason, Span

CITY_STATE = 1.25  # a division with fewer people than this times its town is the town
NEAR_UP_TO = 25.0  # km; UCDP codes what is farther off as a fuzzy place
_LEVELS: dict[str, tuple[int, int]] = {
    "settlement": (1, 1),
    "district": (1, 1),
    "facility": (1, 1),
    "admin2": (2, 3),
    "admin1": (3, 4),
    "region": (3, 5),
    "natural": (2, 5),
    "country": (3, 6),
}
LIKE = 0.05  # difference of likeness up to which two candidates bear the name alike
RIVAL_TIMES = 10  # a place this many times as large as its namesake needs no more to be meant
_SMALL = frozenset({"settlement", "admin2", "district"})
_LINES = frozenset({"road", "border"})
_WIDE = frozenset({"area", "areas", "region", "zone", "countryside", "district", "districts"})
CITY_FROM = 100_000  # inhabitants from which a town has quarters that are named alone
_IN_TOWN = frozenset({"district", "either", "facility", "road"})


def place(page: Page, choice: Choice, region: Entry | None) -> tuple[Place, tuple[Reason, ...]]:
    """The value of a mention with its reasons. `region` must hold the place if nothing says more."""
    sighting = choice.seen.sighting
    span = Span.of(page.text, sighting.full_start, sighting.full_end)
    reasons = [Reason("place", choice.seen.why, Span.of(page.text, sighting.start, sighting.end))]
    town = _town(choice)
    if town is not None:
        return _in_town(choice, town, span), (*reasons, *_town_reasons(choice, town))
    if choice.best is None:
        return _unresolved(choice, region, span), (*reasons, _why_not(choice))
    value, said = _resolved(choice, choice.best, span)
    return value, (*reasons, Reason("chosen", _explain(choice)), *said)


def _town(choice: Choice) -> Entry | None:
    """The town in which the text puts a name that no place near that town bears."""
    container = choice.container
    if container is None or container.kind != "settlement":
        return None
    if choice.seen.sighting.kind not in _IN_TOWN and (choice.ranked or choice.seen.sighting.kind):
        return None
    sure = choice.best is not None and choice.best.hit.likeness == 1.0 and choice.seen.sighting.kind != "district"
    if choice.best is not None and (sure or holds(container, choice.best.entry)):
        return None
    return container


def _town_reasons(choice: Choice, town: Entry) -> tuple[Reason, ...]:
    if not choice.assumed:
        far = "" if _is_quarter(choice, town) else ", near which it lies"
        return (Reason("district", f"coded to its town, {town.name}{far}"),)
    noun = choice.seen.sighting.noun
    barred = (_why_not(choice),) if choice.barred else ()
    return (*barred, Reason("district", f"the text does not say where the {noun} is; it speaks of {town.name}"))


def _in_town(choice: Choice, town: Entry, span: Span) -> Place:
    sighting = choice.seen.sighting
    kind = "facility" if sighting.kind == "facility" or choice.assumed else "district"
    return Place(
        name=_full_name(choice) if kind == "facility" else spelt(sighting.name, town.name),
        geonameid=town.geonameid,
        country=town.country,
        admin1=town.region,
        lat=town.lat,
        lon=town.lon,
        precision=PlacePrecision(1, 1) if _is_quarter(choice, town) else PlacePrecision(2, 2),
        candidates=_candidates(choice.ranked),
        span=span,
        kind=kind,
        within=town.name,
    )


def _is_quarter(choice: Choice, town: Entry) -> bool:
    """Whether a name that no list has is of a part of the town: what lies "in" a small one may be a village far off."""
    if choice.assumed:
        return False
    said = choice.seen.sighting.noun
    return town.population >= CITY_FROM or (said is not None and said not in _WIDE)


def _full_name(choice: Choice) -> str:
    """The name with the noun that makes it a road, a border or a facility."""
    sighting = choice.seen.sighting
    if sighting.context.seat:
        return f"{sighting.context.seat} of {sighting.name}"
    name = spelt(sighting.name)
    return f"{name} {sighting.tail.noun}" if sighting.tail.noun else name


def spelt(name: str, known: str = "") -> str:
    """A name in capitals as running text would write it; short ones may be abbreviations, unless `known` is the name.

    >>> spelt("CAMP MITHAL"), spelt("UAE"), spelt("KUTUM", "Kutum")
    ('Camp Mithal', 'UAE', 'Kutum')
    """
    if name.isupper() and name == known.upper():
        return known
    return name.title() if name.isupper() and (len(name) > LONGEST_ACRONYM or " " in name) else name


def _unresolved(choice: Choice, region: Entry | None, span: Span) -> Place:
    holder = region or choice.container
    known = holder is not None and holder.kind != "country"
    return Place(
        name=spelt(choice.seen.sighting.name),
        geonameid=None,
        country=holder.country if holder else None,
        admin1=_division(holder),
        lat=None,
        lon=None,
        precision=PlacePrecision(3, 4 if known else 6),
        candidates=_candidates(choice.ranked),
        span=span,
        kind="unresolved",
        within=holder.name if holder else None,
    )


def _division(entry: Entry | None) -> str | None:
    if entry is None:
        return None
    return entry.name if entry.kind == "admin1" else entry.region


def _why_not(choice: Choice) -> Reason:
    if not choice.ranked:
        return Reason("unresolved", "the gazetteer knows no place of this name; a GeoNames country file may")
    best = choice.ranked[0]
    if choice.barred:
        return Reason("unresolved", f"not the likeliest of the name, {_label(best.entry)}: {choice.barred}")
    return Reason("unresolved", f"the likeliest, {_label(best.entry)}, fits too badly ({best.score:.2f}): {_why(best)}")


def _resolved(choice: Choice, best: Scored, span: Span) -> tuple[Place, tuple[Reason, ...]]:
    sighting = choice.seen.sighting
    entry = _division_meant(choice, best)
    kind, name = _kind_and_name(choice, entry)
    level, said = _precision(choice, entry, kind)
    value = Place(
        name=name,
        geonameid=entry.geonameid,
        country=entry.country,
        admin1=_division(entry),
        lat=entry.lat,
        lon=entry.lon,
        precision=level,
        candidates=_candidates(choice.ranked),
        span=span,
        kind=kind,
        within=entry.within or (entry.name if name != entry.name and sighting.extent != "part" else None),
    )
    return value, said


def _division_meant(choice: Choice, best: Scored) -> Entry:
    """ "Idlib countryside" is the province outside the town where both bear the name."""
    if choice.seen.sighting.extent != "around" or best.entry.kind != "settlement":
        return best.entry
    return _twin(choice, best.entry) or best.entry


def _kind_and_name(choice: Choice, entry: Entry) -> tuple[str, str]:
    sighting = choice.seen.sighting
    if entry.kind == "country" and (sighting.extent in {"part", "around"}):
        return (
            "region",
            f"{sighting.part} {entry.name}"
            if sighting.extent == "part"
            and sighting.context.part
            and not sighting.context.part.endswith(("parts", "part", "areas"))
            else f"{sighting.part} of {entry.name}",
        )
    if sighting.tail.kind in _LINES:
        return "region", _full_name(choice)
    if sighting.context.seat and entry.kind in {"settlement", "admin1"}:
        return "facility", _full_name(choice)
    if sighting.tail.kind in {"facility", "natural"} and entry.kind not in {
        "facility",
        "natural",
        "region",
        "district",
    }:
        return sighting.tail.kind, _full_name(choice)
    if entry.kind == "admin2":
        return ("settlement" if sighting.kind == "settlement" else "region"), entry.name  # "the village of X", its seat
    return entry.kind, entry.name


def _precision(choice: Choice, entry: Entry, kind: str) -> tuple[PlacePrecision, tuple[Reason, ...]]:
    sighting = choice.seen.sighting
    acled, ucdp = _LEVELS["admin2" if entry.kind == "admin2" else kind]
    if sighting.kind in _LINES:
        return PlacePrecision(2, 5), (Reason("precision", f"a {sighting.noun} has no point"),)
    if kind == "facility" and entry.kind == "settlement":
        return PlacePrecision(2, 2), (Reason("precision", f"coded to {entry.name}, which it is named after"),)
    if kind == "facility" and entry.kind == "admin1":
        return PlacePrecision(2, 4), (Reason("precision", f"somewhere in {entry.name}"),)
    if sighting.extent and entry.kind != "country":
        return _of_extent(choice, entry, acled, ucdp)
    twin = _twin(choice, entry)
    if twin and sighting.kind is None:
        return PlacePrecision(acled, 4), (
            Reason("precision", f"also the name of {_label(twin)}; UCDP takes the higher"),
        )
    return _by_name_alone(choice, entry, PlacePrecision(acled, ucdp))


def _by_name_alone(choice: Choice, entry: Entry, level: PlacePrecision) -> tuple[PlacePrecision, tuple[Reason, ...]]:
    """A small place for which only its name and country speak: coarser where other places share the name."""
    best = choice.best
    if best is None or best.located or entry.kind not in _SMALL or entry.population >= TOWN_ANYWHERE:
        return level, ()
    alone = "nothing but the name and the country speaks for it"
    rivals = [other for other in choice.ranked if other.entry.id != entry.id and _rivals(other, best)]
    if rivals:
        said = f"{alone}, and {_label(rivals[0].entry)} shares the name"
        return PlacePrecision(3, 6), (Reason("precision", said),)
    if best.hit.likeness <= OWN_LETTERS:
        return PlacePrecision(max(level.acled, 2), max(level.ucdp, 2)), (Reason("precision", alone),)
    return level, (Reason("precision", alone),)


def _rivals(other: Scored, best: Scored) -> bool:
    """Whether the name may as well mean the other: same country, another division, not a tenth of the size."""
    one, two = other.entry, best.entry
    apart = one.country == two.country and one.admin1 != two.admin1 and one.kind in _SMALL
    return apart and other.hit.likeness >= best.hit.likeness - LIKE and RIVAL_TIMES * one.population >= two.population


def _of_extent(choice: Choice, entry: Entry, acled: int, ucdp: int) -> tuple[PlacePrecision, tuple[Reason, ...]]:
    sighting = choice.seen.sighting
    reason = (Reason("precision", f"the text says {sighting.part!r}"),)
    if entry.kind in {"admin1", "admin2", "region"}:
        return PlacePrecision(2, ucdp), reason
    far = sighting.context.km is not None and sighting.context.km > NEAR_UP_TO
    return PlacePrecision(max(acled, 2), 5 if far else max(ucdp, 2)), reason


def _twin(choice: Choice, entry: Entry) -> Entry | None:
    """The division that bears the town's name and is more than the town."""
    if entry.kind != "settlement":
        return None
    others = (
        other.entry for other in choice.ranked if other.entry.kind == "admin1" and other.entry.country == entry.country
    )
    twin = next((other for other in others if other.admin1 == entry.admin1), None)
    return twin if twin and twin.population > CITY_STATE * entry.population else None


def _explain(choice: Choice) -> str:
    best = choice.ranked[0]
    return f"{_label(best.entry)}, on the list {best.entry.source!r}: {_why(best)}"


def _why(scored: Scored) -> str:
    return ", ".join(scored.why)


def _label(entry: Entry) -> str:
    return ", ".join(filter(None, (f"{entry.name} ({entry.kind})", entry.region, entry.country)))


def _candidates(ranked: tuple[Scored, ...]) -> tuple[PlaceCandidate, ...]:
    return tuple(
        PlaceCandidate(one.entry.geonameid, one.entry.name, one.entry.country, one.entry.region, one.score, _why(one))
        for one in ranked
    )


def candidate_labels(choice: Choice) -> tuple[str, ...]:
    """The candidates in words, for the mention."""
    return tuple(_label(one.entry) for one in choice.ranked)
