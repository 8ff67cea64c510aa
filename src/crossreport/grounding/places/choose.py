"""Accepted sightings of one page in, one place for each or none out, with every candidate's score and reasons.

One page, one sense: the places of a page lie together, in the countries that it is about. The choice is made twice;
the second time it knows the divisions and places that the first found.
"""

import math
from collections import Counter

import msgspec
from msgspec import Struct

from crossreport.gazetteer import Entry, Hit
from crossreport.grounding.places.accept import Seen, World
from crossreport.grounding.places.find import Sighting
from crossreport.grounding.places.licence import OWN_LETTERS, Nearby, forbidden, is_famous
from crossreport.grounding.places.prior import is_capital, of_its_country, rank
from crossreport.grounding.places.together import Named, support

# Weights set by hand on the dev pages of FA-KES, LGL and GeoVirus (evals/places.py), not fitted.
LIKENESS, PEOPLE, CAPITAL, FAMOUS = 2.0, 2.2, 1.0, 4.5
KIND_RIGHT, KIND_WRONG, HINT_RIGHT, HINT_WRONG = 1.2, -0.8, 1.5, -0.8
ABROAD = -1.5  # "X of northern Iraq" is in no other country
HELD, NOT_HELD, SHARED_DIVISION, SAME_SENTENCE = 2.5, -0.7, 1.0, 0.6
NEAR_KM, NEAR, FAR_KM, FAR = 60.0, 0.6, 250.0, 0.3
NAMED_DIVISION = 1.2
UNLIKE = -8.0  # for each unit that a romanisation is farther off than the nearest; evals/villages.py, dev part
TOGETHER = 3.0  # for a candidate beside which every other name of the page has its likeliest place
CHOSEN_FROM = 3.0  # a lower best score leaves the name unresolved
KEPT = 6  # candidates that go into the record
TOWN_KM = 12.0  # a district lies within this distance of its town


Neighbour = tuple[int, str | None, str | None, str, bool]  # row number, division, name, whether it is a division


class Scored(Struct, frozen=True):
    """A candidate with its score and what spoke for it."""

    hit: Hit
    score: float
    why: tuple[str, ...]
    located: bool = False  # whether the text or the page's other places say in which division it lies

    @property
    def entry(self) -> Entry:
        """The place."""
        return self.hit.entry


class Choice(Struct, frozen=True):
    """What a sighting was resolved to: `best` None = unresolved. `container` holds it, as the text says.

    `barred` says what forbids the likeliest candidate, `assumed` that the container is inferred and not said.
    """

    seen: Seen
    best: Scored | None
    ranked: tuple[Scored, ...]
    container: Entry | None = None
    barred: str | None = None
    assumed: bool = False


class Coherence(Struct, frozen=True):
    """Where the page's places lie: shares of divisions, and points."""

    divisions: dict[tuple[str | None, str | None], float]
    points: tuple[tuple[str, int, float, float], ...]  # name on the page, row number, latitude, longitude
    sentences: dict[int, frozenset[Neighbour]]
    chosen: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    members: dict[tuple[str | None, str | None], frozenset[int]] = {}
    placed: int = 0  # names with a place in a division
    own: dict[str, tuple[str | None, str | None]] = {}  # the division that each name's own place lies in
    together: dict[tuple[str, int], float] = {}  # how well a candidate goes with the other names', by name and id

    def share(self, entry: Entry, name: str) -> float:
        """The share of the other names' places that lie in the division of `entry`."""
        division = (entry.country, entry.admin1)
        own = self.own.get(name.casefold())
        others = self.placed - (own is not None)
        here = self.divisions.get(division, 0.0) * self.placed - (own == division)
        return here / others if others > 0 else 0.0

    def nearby(self, sentence: int, container: Entry | None, name: str) -> Nearby:
        """What the text says beside a name of the sentence."""
        own = self.own.get(name.casefold())
        elsewhere = frozenset(
            division for division, share in self.divisions.items() if round(share * self.placed) > (division == own)
        )
        others = frozenset((number, country) for number, country, *_ in self.sentences.get(sentence, ()))
        return Nearby(
            container, others, self.chosen, self.names, frozenset(self.divisions) if self.chosen else None, elsewhere
        )

    def beside(self, sentence: int, entry: Entry, name: str) -> bool:
        """Whether another name of the sentence has its place in the division of `entry`."""
        return any(
            number != entry.id and other != name and (country, admin1) == (entry.country, entry.admin1)
            for number, country, admin1, other, _ in self.sentences.get(sentence, ())
        )

    def names_division(self, sentence: int, entry: Entry) -> bool:
        """Whether the sentence names the division of `entry` itself."""
        return any(
            whole and number != entry.id and (country, admin1) == (entry.country, entry.admin1)
            for number, country, admin1, _, whole in self.sentences.get(sentence, ())
        )


NO_COHERENCE = Coherence({}, (), {})


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance on a sphere.

    >>> round(kilometres(36.2, 37.16, 35.93, 36.63))
    56
    """
    one, two = math.radians(lat), math.radians(other_lat)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(half))


def choose(seen: list[Seen], containers: dict[int, int], world: World, *, abstain: bool = True) -> list[Choice]:
    """One choice a sighting; `containers` says by index which sighting holds which.

    With `abstain` False the likeliest candidate is taken however badly it fits: for names that are known to be places.
    """
    together = _together(seen, world)
    choices = _round(seen, world, msgspec.structs.replace(NO_COHERENCE, together=together), [None] * len(seen))
    for last in (False, True):
        held = [choices[containers[here]].best if here in containers else None for here in range(len(seen))]
        found = msgspec.structs.replace(coherence(choices), together=together)
        choices = _round(seen, world, found, held, abstain=abstain or not last)
        choices = _as_divisions(choices, containers)
    return choices


def _together(seen: list[Seen], world: World) -> dict[tuple[str, int], float]:
    """How well each candidate of each name goes with the candidates of the page's other names."""
    names: dict[str, Named] = {}
    for one in seen:
        scored = [score(hit, one, world, NO_COHERENCE, None) for hit in one.hits]
        entries = tuple(found.entry for found in scored)
        key = one.sighting.name.casefold()
        names.setdefault(key, Named(key, entries, tuple(found.score for found in scored)))
    return support(list(names.values()), TOGETHER)


def _as_divisions(choices: list[Choice], containers: dict[int, int]) -> list[Choice]:
    """A name that holds settlements is the division where town and division share it: "Binnish in Idlib"."""
    changed = list(choices)
    for held, holder in containers.items():
        choice = changed[holder]
        if choice.best is None or choice.best.entry.kind != "settlement" or choice.seen.sighting.kind == "settlement":
            continue
        division = next(
            (one for one in choice.ranked if one.entry.kind == "admin1" and holds(one.entry, choice.best.entry)), None
        )
        if division and _needs_division(choices[held], choice.best.entry, division.entry):
            ranked = (division, *(one for one in choice.ranked if one is not division))
            changed[holder] = Choice(choice.seen, division, ranked, choice.container)
    return [_held_by(choice, changed, containers.get(here)) for here, choice in enumerate(changed)]


def _needs_division(held: Choice, town: Entry, division: Entry) -> bool:
    """Whether some place of the held name lies in the division, and none in the town."""
    if held.seen.sighting.kind == "settlement":
        return True
    inside = [one.entry for one in held.ranked if holds(division, one.entry)]
    return bool(inside) and not any(holds(town, entry) for entry in inside)


def _held_by(choice: Choice, choices: list[Choice], holder: int | None) -> Choice:
    best = choices[holder].best if holder is not None else None
    return msgspec.structs.replace(choice, container=best.entry if best else choice.container)


def coherence(choices: list[Choice]) -> Coherence:
    """Divisions and points of what has been chosen so far; a name counts once however often it stands."""
    named = {choice.seen.sighting.name: choice.best.entry for choice in choices if choice.best}
    entries = [entry for entry in named.values() if entry.kind != "country"]
    counts = Counter((entry.country, entry.admin1) for entry in entries if entry.admin1)
    total = sum(counts.values()) or 1
    points = tuple(
        (name.casefold(), entry.id, entry.lat, entry.lon)
        for name, entry in named.items()
        if entry.kind != "country" and entry.lat is not None and entry.lon is not None and entry.kind != "admin1"
    )
    shares: dict[tuple[str | None, str | None], float] = {division: count / total for division, count in counts.items()}
    members: dict[tuple[str | None, str | None], frozenset[int]] = {
        division: frozenset(entry.id for entry in entries if (entry.country, entry.admin1) == division)
        for division in counts
    }
    ids = frozenset(entry.id for entry in named.values())
    names = frozenset(entry.name for entry in named.values())
    own: dict[str, tuple[str | None, str | None]] = {
        name.casefold(): (entry.country, entry.admin1)
        for name, entry in named.items()
        if entry.kind != "country" and entry.admin1
    }
    return Coherence(shares, points, _by_sentence(choices), ids, names, members, counts.total(), own)


def _by_sentence(choices: list[Choice]) -> dict[int, frozenset[Neighbour]]:
    found: dict[int, set[Neighbour]] = {}
    for choice in choices:
        if choice.best and choice.best.entry.admin1:
            entry = choice.best.entry
            neighbour = (entry.id, entry.country, entry.admin1, choice.seen.sighting.name, entry.kind == "admin1")
            found.setdefault(choice.seen.sighting.sentence, set()).add(neighbour)
    return {sentence: frozenset(places) for sentence, places in found.items()}


def _round(
    seen: list[Seen], world: World, found: Coherence, held: list[Scored | None], *, abstain: bool = True
) -> list[Choice]:
    choices = []
    for here, one in enumerate(seen):
        holder = held[here]
        container = holder.entry if holder else None
        ranked = sorted(
            (score(hit, one, world, found, container) for hit in one.hits),
            key=lambda scored: (-scored.score, -scored.entry.population, scored.entry.id),
        )
        choice = _picked(one, ranked, world, found.nearby(one.sighting.sentence, container, one.sighting.name))
        choices.append(choice if abstain else _likeliest(choice, ranked))
    return _one_sense(choices)


def _likeliest(choice: Choice, ranked: list[Scored]) -> Choice:
    """The likeliest candidate where nothing was chosen."""
    if choice.best is not None or not ranked:
        return choice
    return msgspec.structs.replace(choice, best=ranked[0], barred=None)


def _picked(one: Seen, ranked: list[Scored], world: World, near: Nearby) -> Choice:
    """The likeliest candidate that nothing forbids; a mere sound does not stand in for a barred one."""
    barred = None
    for scored in ranked:
        if scored.score < CHOSEN_FROM:
            break
        why = forbidden(scored.hit, one, world, near)
        if why is None and not (barred and scored.hit.likeness <= OWN_LETTERS):
            if near.container and _elsewhere(scored, near.container):
                break
            ahead = (scored, *(other for other in ranked if other is not scored))
            return Choice(one, scored, ahead[:KEPT], near.container)
        barred = barred or why
    return Choice(one, None, tuple(ranked[:KEPT]), near.container, barred)


def _elsewhere(best: Scored, container: Entry) -> bool:
    """The text says in which place it lies, and what only sounds like the name lies in another."""
    if best.hit.likeness > OWN_LETTERS or container.country != best.entry.country or best.entry.kind == "admin1":
        return False
    if container.admin1 is None or container.kind == "region":
        return False
    return best.entry.admin1 != container.admin1


def _one_sense(choices: list[Choice]) -> list[Choice]:
    """The same name is the same place all over a page, unless its kind words differ: the surest choice wins."""
    surest: dict[tuple[str, str | None], Choice] = {}
    for choice in choices:
        key = _sense(choice)
        if choice.best and (key not in surest or choice.best.score > (surest[key].best or choice.best).score):
            surest[key] = choice
    return [_follow(choice, surest.get(_sense(choice))) for choice in choices]


def _sense(choice: Choice) -> tuple[str, str | None]:
    kind = choice.seen.sighting.kind
    return choice.seen.sighting.name.casefold(), kind if kind in {"admin1", "either", "natural", "facility"} else None


def _follow(choice: Choice, leader: Choice | None) -> Choice:
    if leader is None or leader is choice or choice.container is not None:
        return choice
    return Choice(choice.seen, leader.best, leader.ranked, choice.container)


def score(hit: Hit, seen: Seen, world: World, found: Coherence, container: Entry | None) -> Scored:
    """How well a candidate fits the name, the words around it and the page."""
    entry, sighting = hit.entry, seen.sighting
    abroad = entry.country not in world.romanised
    parts = [
        (LIKENESS * hit.likeness, hit.how),
        (UNLIKE * _farther(hit, seen), "another is spelled more like it"),
        of_its_country(entry, seen, world),
        (PEOPLE * math.log10(entry.population + 10) / 7 * _trust(hit), "population" if entry.population else ""),
        (_rank(hit, seen), entry.kind),
        (CAPITAL if is_capital(entry, seen) and _own_letters(hit) else 0.0, "capital"),
        (FAMOUS if abroad and is_famous(entry, sighting.name) else 0.0, "known all over the world by the name"),
        _kind(entry, sighting.kind, sighting.noun, at_home=entry.country in world.focus, known=bool(world.focus)),
        _hint(entry, sighting.hint),
        _held(entry, container),
        (SHARED_DIVISION * found.share(entry, sighting.name), "with the page's other places"),
        _neighbourhood(entry, sighting.name, found),
        _sentence(entry, sighting, found),
        (TOGETHER * found.together.get((sighting.name.casefold(), entry.id), 0.0), "near the page's other names"),
    ]
    why = tuple(f"{words} {value:+.2f}" for value, words in parts if words and abs(value) >= 0.05)
    return Scored(hit, round(sum(value for value, _ in parts), 4), why, _located(entry, sighting, found, container))


def _located(entry: Entry, sighting: Sighting, found: Coherence, container: Entry | None) -> bool:
    """Whether something besides the name and the country speaks for this place."""
    if container is not None and container.kind != "country" and holds(container, entry):
        return True
    others = found.members.get((entry.country, entry.admin1), frozenset()) - {entry.id}
    return (
        bool(others)
        or found.beside(sighting.sentence, entry, sighting.name)
        or _nearest(entry, sighting.name, found) <= NEAR_KM
    )


def _rank(hit: Hit, seen: Seen) -> float:
    own = rank(hit.entry, seen)
    return own if _own_letters(hit) or hit.entry.kind == "country" else min(0.0, own)


def _trust(hit: Hit) -> float:
    """Size speaks for a name in its own letters; among places that only sound like it, it says little."""
    return 1.0 if _own_letters(hit) else 0.5


def _own_letters(hit: Hit) -> bool:
    return hit.likeness > OWN_LETTERS


def _farther(hit: Hit, seen: Seen) -> float:
    """By how much another place that sounds like the name is spelled more like it."""
    if _own_letters(hit):
        return 0.0
    return hit.unlike - min(other.unlike for other in seen.hits if not _own_letters(other))


_FITS: dict[str, frozenset[str]] = {
    "settlement": frozenset({"settlement"}),
    "district": frozenset({"district", "settlement"}),
    "either": frozenset({"admin2", "district", "admin1"}),
    "admin1": frozenset({"admin1"}),
    "region": frozenset({"region", "admin1", "natural"}),
    "facility": frozenset({"facility"}),
    "natural": frozenset({"natural"}),
}


def _kind(entry: Entry, kind: str | None, noun: str | None, *, at_home: bool, known: bool) -> tuple[float, str]:
    if kind not in _FITS:
        return 0.0, ""
    if not at_home:  # "X district", on a page about another country than that of a city X
        city = known and kind in {"district", "either"} and entry.kind == "settlement"
        return (KIND_WRONG, f"does not fit {noun!r}") if city else (0.0, "")
    if noun and noun.startswith("village") and entry.population > 100_000:
        return KIND_WRONG, "too large for a village"
    fits = entry.kind in _FITS[kind]
    if kind in {"facility", "natural"}:
        return (KIND_RIGHT if fits else 0.0), f"is a {noun}"
    return (KIND_RIGHT, f"fits {noun!r}") if fits else (KIND_WRONG, f"does not fit {noun!r}")


def _hint(entry: Entry, iso: str | None) -> tuple[float, str]:
    if iso is None:
        return 0.0, ""
    return (
        (HINT_RIGHT, "the adjective names its country")
        if entry.country == iso
        else (HINT_WRONG, "another country's adjective")
    )


def _held(entry: Entry, container: Entry | None) -> tuple[float, str]:
    if container is None or container.id == entry.id:
        return 0.0, ""
    if holds(container, entry):
        return HELD, f"lies in {container.name}"
    unit = container.kind in {"country", "admin1"}
    abroad = unit and entry.country is not None and entry.country != container.country
    return (ABROAD if abroad else NOT_HELD), f"not in {container.name}"


def holds(container: Entry, entry: Entry) -> bool:
    """Whether one place holds another, as far as the gazetteer can tell."""
    if container.country != entry.country or entry.kind == "country":
        return False
    if container.kind == "country":
        return True
    if container.kind == "admin1":
        return container.admin1 == entry.admin1 and entry.kind != "admin1"
    if entry.within is not None and entry.within == container.name:
        return True
    return entry.kind not in {"admin1", "admin2"} and _apart(container, entry) <= TOWN_KM


def _apart(one: Entry, two: Entry) -> float:
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return math.inf
    return kilometres(one.lat, one.lon, two.lat, two.lon)


def _sentence(entry: Entry, sighting: Sighting, found: Coherence) -> tuple[float, str]:
    if entry.kind == "country" or entry.admin1 is None:
        return 0.0, ""
    if entry.kind != "admin1" and found.names_division(sighting.sentence, entry):
        return NAMED_DIVISION, "the sentence names its division"
    if found.beside(sighting.sentence, entry, sighting.name):
        return SAME_SENTENCE, "in the division of another place of the sentence"
    return 0.0, ""


def _nearest(entry: Entry, name: str, found: Coherence) -> float:
    """Kilometres to the nearest place that another name of the page has."""
    if entry.lat is None or entry.lon is None:
        return math.inf
    return min(
        (
            kilometres(entry.lat, entry.lon, lat, lon)
            for other, number, lat, lon in found.points
            if number != entry.id and other != name.casefold()
        ),
        default=math.inf,
    )


def _neighbourhood(entry: Entry, name: str, found: Coherence) -> tuple[float, str]:
    if entry.kind == "admin1" and found.share(entry, name) > 0:
        return NEAR, "holds another place of the page"
    if entry.lat is None or entry.lon is None or entry.kind in {"country", "admin1"}:
        return 0.0, ""
    apart = _nearest(entry, name, found)
    if apart <= NEAR_KM:
        return NEAR, f"{apart:.0f} km from another place of the page"
    return (FAR, f"{apart:.0f} km from another place of the page") if apart <= FAR_KM else (0.0, "")
