"""The register of actors: codebook files in, one identity for every name, abbreviation and renaming out.

States come from one row each (`actors/countries.yaml`), groups and organisations from the files of `FILES`, public
figures from `actors/persons.yaml`. Which entry a passage means is decided in `grounding`, not here.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from anyascii import anyascii
from msgspec import Struct, field, structs

from crossreport.model.actor import Actor, ActorKind
from crossreport.model.kinds import STATELY
from crossreport.words.loader import load, load_file

FILES = ("mena", "africa", "asia_europe_americas", "orgs", "local", "further", "ucdp")
_SLUG = re.compile(r"[^a-z0-9]+")


class Period(Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """Days on which a description determines its actor; both included, None = open."""

    start: date | None = None
    end: date | None = None

    def covers(self, earliest: str | None, latest: str | None) -> bool:
        """Whether the interval of ISO dates lies inside; `earliest` must be known, an open `latest` is not held
        against it.
        """
        after = self.start is None or (earliest is not None and earliest >= self.start.isoformat())
        before = self.end is None or latest is None or latest <= self.end.isoformat()
        return after and before

    def meets(self, earliest: str | None, latest: str | None) -> bool:
        """Whether a day of the interval of ISO dates, open where None, may lie inside."""
        ended = self.end is not None and earliest is not None and earliest > self.end.isoformat()
        unborn = self.start is not None and latest is not None and latest < self.start.isoformat()
        return not ended and not unborn


class DatedName(Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """What an actor was called from `from` to `to`, both included."""

    name: str
    start: date | None = None
    end: date | None = None


class ActorEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One actor. `aliases` always mean it; `near` only where its country or another of its names is on the page.

    `loaded` are aliases of its friends or enemies; `descriptions` hold only in the period `described`, or, where there
    is none, on a page that gives one of the names.
    """

    name: str
    id: str = ""
    kind: ActorKind | None = None
    country: str | None = "inherit"
    source: str = ""
    parent: str | None = None
    generic: bool = False
    aliases: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    described: Period | None = None
    active: Period | None = None  # days on which a bare class noun ("the coalition") can mean it
    names: tuple[DatedName, ...] = ()
    ucdp: int | None = None  # id in the UCDP Actor Dataset
    stable: bool = False  # the canonical name holds on every day, `names` is for the record only
    apart: bool = False  # a government or force beside its country's own that fights it, or could, on its own account
    order: int = 0

    def name_on(self, day: str | None) -> str:
        """The name of the ISO day, the canonical one if no dated name covers it."""
        if day is None or self.stable:
            return self.name
        for dated in self.names:
            begun = dated.start is None or dated.start.isoformat() <= day
            if begun and (dated.end is None or day <= dated.end.isoformat()):
                return dated.name
        return self.name

    def actor(self, day: str | None = None, affiliation: str | None = None) -> Actor:
        """The identity that the record carries, under the name of `day`."""
        return Actor(self.id, self.name_on(day), self.kind or "other", self.country, self.generic, affiliation)


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """Entries that share country, kind and source."""

    actors: tuple[ActorEntry, ...]
    country: str | None = None
    kind: ActorKind = "other"
    source: str = ""


class Rows(Struct, frozen=True, forbid_unknown_fields=True):
    """A table as text: a row a line, fields divided by "|"."""

    rows: str

    def split(self, width: int) -> list[list[str]]:
        """Fields of every row, padded to `width`."""
        fields = [[cell.strip() for cell in line.split("|")] for line in self.rows.splitlines() if line.strip()]
        return [row + [""] * (width - len(row)) for row in fields]


class Country(Struct, frozen=True):
    """A state with the words that stand for it and the ids of its government and forces."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    regions: tuple[str, ...]
    at_war: bool
    fought_over: bool
    government: str
    forces: str
    air_force: str
    army: str  # the same as `forces` where the army is not told apart

    @property
    def adjective(self) -> str:
        """ "Syrian"; the plain name where there is no adjective."""
        return self.adjectives[0] if self.adjectives else self.name


class PersonEntry(Struct, frozen=True):
    """A public figure: one canonical spelling; `affiliation` is the actor that the office acts for."""

    id: str
    name: str
    country: str
    office: str
    aliases: tuple[str, ...]
    affiliation: str


class Tables(Struct, frozen=True):
    """All that the register knows, by id or code."""

    actors: Mapping[str, ActorEntry] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    persons: Mapping[str, PersonEntry] = field(default_factory=dict)


def slug(name: str) -> str:
    """The id of a name.

    >>> slug("Médecins Sans Frontières")
    'medecins-sans-frontieres'
    """
    return _SLUG.sub("-", anyascii(name).lower()).strip("-")


def read_sections(path: Path) -> tuple[ActorEntry, ...]:
    """A user's own actors, in the layout of the register's files."""
    return complete(load_file(path, tuple[Section, ...]))


def complete(sections: Iterable[Section], start: int = 0) -> tuple[ActorEntry, ...]:
    """Entries with id, kind, country and source filled from their section."""
    entries = [(section, entry) for section in sections for entry in section.actors]
    return tuple(_complete(section, entry, start + at) for at, (section, entry) in enumerate(entries))


def _complete(section: Section, entry: ActorEntry, order: int) -> ActorEntry:
    return ActorEntry(
        name=entry.name,
        id=entry.id or slug(entry.name),
        kind=entry.kind or section.kind,
        country=section.country if entry.country == "inherit" else entry.country,
        source=entry.source or section.source,
        parent=entry.parent,
        generic=entry.generic,
        aliases=entry.aliases,
        near=entry.near,
        loaded=entry.loaded,
        descriptions=entry.descriptions,
        described=entry.described,
        active=entry.active,
        names=entry.names,
        ucdp=entry.ucdp,
        stable=entry.stable,
        apart=entry.apart,
        order=order,
    )


@cache
def countries() -> Mapping[str, Country]:
    """States by ISO 3166-1 alpha-2 code."""
    return {row[0]: _country(row) for row in load("actors/countries.yaml", Rows).split(10)}


@cache
def state_arms() -> Mapping[str, str]:
    """The ids of each state's government and forces to its code: who acts for one of them acts for the state."""
    return {
        arm: one.code for one in countries().values() for arm in (one.government, one.forces, one.air_force, one.army)
    }


@cache
def own_sides() -> frozenset[str]:
    """The ids of governments and forces in a country that are a side of their own, and no arm of its state."""
    return frozenset(entry.id for entry in entries().values() if entry.apart)


def side_of(actor: Actor) -> tuple[str, str]:
    """The side that an actor speaks or acts for: `state` and a country's code, as a state is one with all its arms, or
    `actor` and the id of an organisation.
    """
    if actor.affiliation is not None:
        state = state_arms().get(actor.affiliation)
        return ("actor", actor.affiliation) if state is None else ("state", state)
    state_kind = actor.kind in STATELY and actor.country is not None and not actor.generic
    if state_kind and actor.country is not None and actor.id not in own_sides():
        return "state", actor.country
    return "actor", actor.id


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _country(row: Sequence[str]) -> Country:
    key = slug(row[1])
    return Country(
        code=row[0],
        name=row[1],
        names=(row[1], *_list(row[2])),
        adjectives=_list(row[3]),
        capitals=_list(row[4]),
        regions=_list(row[8]),
        at_war="w" in row[9],
        fought_over="w" in row[9] or "g" in row[9],
        government=f"government-of-{key}",
        forces=f"armed-forces-of-{key}",
        air_force=f"air-force-of-{key}",
        army=f"army-of-{key}" if row[7] and row[7] != _forces_name(row) else f"armed-forces-of-{key}",
    )


def _forces_name(row: Sequence[str]) -> str:
    """What a country's armed forces are called."""
    adjectives = _list(row[3])
    return row[5] or f"{adjectives[0] if adjectives else row[1]} Armed Forces"


def _state_entries(row: Sequence[str]) -> list[ActorEntry]:
    """The government, the armed forces, the air force and, where it is told apart, the army of one country."""
    country = _country(row)
    kind: ActorKind = "state_forces"
    source = "Wikipedia: List of militaries by country"
    forces = _forces_name(row)
    long = tuple(name for name in _spoken_of(country, "{} armed forces", "armed forces of {}") if name != forces)
    long = (*long, *(name for name in (f"{country.adjective} Armed Forces",) if name != forces))
    army = [] if country.army == country.forces else [_army_entry(country, row[7])]
    plain_air = f"{country.adjective} Air Force"
    air_name = row[6] or plain_air
    return [
        ActorEntry(
            name=f"Government of {country.name}" if country.at_war else country.name,
            id=country.government,
            kind="state",
            country=country.code,
            source="ISO 3166-1",
            aliases=_spoken_of(country, "government of {}"),
        ),
        ActorEntry(forces, country.forces, kind, country.code, source, country.government, aliases=long),
        ActorEntry(air_name, country.air_force, kind, country.code, source, country.forces, aliases=(plain_air,)),
        *army,
    ]


def _spoken_of(country: Country, *patterns: str) -> tuple[str, ...]:
    """A body by every name of its country, in any case: "armed forces of the DRC", "Cameroon Armed Forces"."""
    names = dict.fromkeys(name.removeprefix("the ") for name in country.names)
    return tuple(
        pattern.format(article + name)
        for pattern in patterns
        for name in names
        for article in (("", "the ") if pattern.endswith("{}") else ("",))
    )


def _army_entry(country: Country, name: str) -> ActorEntry:
    """The army as a part of the armed forces, with what its country's name makes of it."""
    spoken = {f"{word} {noun}" for word in country.adjectives[:1] for noun in ("Army", "army", "National Army")}
    aliases = tuple(sorted(spoken - {name}))
    source = "Wikipedia: List of militaries by country"
    return ActorEntry(name, country.army, "state_forces", country.code, source, country.forces, aliases=aliases)


def _relief_society(row: Sequence[str]) -> ActorEntry:
    """The Red Cross or Red Crescent society of a country: no part of the International Committee."""
    country = _country(row)
    own, other = ("Red Crescent", "Red Cross") if "c" in row[9] else ("Red Cross", "Red Crescent")
    called = dict.fromkeys(f"{word} {mark}" for word in (country.adjective, country.name) for mark in (own, other))
    name = f"{country.adjective} {own}"
    aliases = tuple(one for one in called if one != name)
    source = "Wikipedia: List of Red Cross and Red Crescent Societies"
    return ActorEntry(name, f"relief-society-of-{slug(country.name)}", "ngo", country.code, source, aliases=aliases)


@cache
def entries() -> Mapping[str, ActorEntry]:
    """All actors by id: states first, then the files; an entry written by hand adds to its generated one."""
    found: dict[str, ActorEntry] = {}
    for row in load("actors/countries.yaml", Rows).split(10):
        found.update({entry.id: entry for entry in _state_entries(row)})
    for at, name in enumerate(FILES):
        for entry in complete(load(f"actors/{name}.yaml", tuple[Section, ...]), start=(at + 1) * 10000):
            found[entry.id] = _with_generated(entry, found.get(entry.id))
    listed = {name for entry in found.values() for name in (entry.name, *entry.aliases)}
    for row in load("actors/countries.yaml", Rows).split(10):
        society = _relief_society(row)
        if listed.isdisjoint((society.name, *society.aliases)):
            found[society.id] = society
    return found


def _with_generated(entry: ActorEntry, generated: ActorEntry | None) -> ActorEntry:
    if generated is None or generated.order:
        return entry
    more = tuple(name for name in generated.aliases if name not in {*entry.aliases, *entry.near, entry.name})
    return structs.replace(entry, aliases=(*entry.aliases, *more))


@cache
def _umbrellas() -> Mapping[str, str]:
    """Armed groups by id, each with the id of the armed group that it is a part or branch of."""
    kinds = ("rebel_group", "political_militia", "identity_militia")
    armed = {name for name, entry in entries().items() if entry.kind in kinds}
    parents = ((name, entries()[name].parent) for name in sorted(armed))
    return {name: parent for name, parent in parents if parent is not None and parent in armed}


def branch_of(part: str, whole: str) -> bool:
    """Whether one armed group is a branch of the other, or of a branch of it.

    >>> branch_of("islamic-state-khorasan-province", "islamic-state"), branch_of("islamic-state", "al-qaeda")
    (True, False)
    """
    seen = {part}
    above = _umbrellas().get(part)
    while above is not None and above not in seen:
        if above == whole:
            return True
        seen.add(above)
        above = _umbrellas().get(above)
    return False


@cache
def persons() -> Mapping[str, PersonEntry]:
    """Public figures by id."""
    return {f"person:{slug(row[0])}": _person(row) for row in load("actors/persons.yaml", Rows).split(5)}


def _person(row: Sequence[str]) -> PersonEntry:
    government = countries()[row[1]].government if row[1] in countries() else ""
    return PersonEntry(f"person:{slug(row[0])}", row[0], row[1], row[2], _list(row[3]), row[4] or government)


@cache
def tables() -> Tables:
    """The register as shipped."""
    return Tables(entries(), countries(), persons())
