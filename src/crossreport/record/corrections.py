"""Fields that a person can correct, and what the words that are given for them mean.

In: a report, figure or claim, a field, words. Out: the value as JSON, and the thing with that value in place. A value
is resolved once, when it is given: it means the same wherever the record is opened. A corrected place or time keeps
the passage that the machine read it from.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, get_args

import msgspec
from msgspec.structs import replace

from crossreport.gazetteer import Entry, gazetteer
from crossreport.gazetteer.countries import country_code
from crossreport.model import Claim, CodedPage, EventReport, EventType, Figure, Place, PlacePrecision, When
from crossreport.record.codec import canonical
from crossreport.record.corrected_sides import ROLES, read_sides, read_voices, sides_of, with_sides
from crossreport.record.corrected_tolls import TOLLS, Toll, in_order, read_toll, said_toll, toll_of
from crossreport.words import edtf
from crossreport.words.events import ontology

Thing = EventReport | Figure | Claim


class Several(ValueError):
    """The words name several places; `offers` are what can be given for each, and how it is said."""

    def __init__(self, says: str, offers: tuple[tuple[str, str], ...]) -> None:
        super().__init__(says)
        self.offers = offers


FIELDS: dict[type, tuple[str, ...]] = {
    EventReport: ("type", "status", "place", "when", "agent", "target", "party", *TOLLS, "attribution", "core"),
    Figure: ("measure", "of", "of_kind", "low", "best", "high", "bound", "cumulative", "event_report", "status"),
    Claim: ("speaker", "mode"),
}
SAME = {"day": "when"}  # other names of a field
NONE = "none"  # how a person writes that there is no such value
_OPTIONAL = frozenset({"place", "when", *TOLLS, "low", "best", "high", "event_report"})
_EMPTY = frozenset({*ROLES, "attribution"})  # `none`: nobody, or the outlet's own voice
_NUMBERS = frozenset({"low", "best", "high"})
_YES_NO = {"yes": True, "no": False}
_LEVELS = {"country": (3, 6), "admin1": (3, 4), "admin2": (2, 3), "region": (3, 5), "natural": (2, 5)}
_NAMED = 5  # places of one name that an error lists
_OFFERED = 12  # and that a form lets choose from


def things_of(coded: CodedPage) -> tuple[Thing, ...]:
    """Reports, figures and claims of a page, in this order."""
    return (*coded.reports, *coded.figures, *coded.claims)


def fields_of(thing: Thing) -> tuple[str, ...]:
    """The fields of it that can be corrected."""
    return FIELDS[type(thing)]


def value_of(thing: Thing, field: str, figures: Iterable[Figure] = ()) -> str:
    """What the thing holds there, as JSON; `figures` are those of its page, for the tolls of a report."""
    held = {"of": "text", "of_kind": "kind"}
    if isinstance(thing, Figure) and field in held:
        return canonical(getattr(thing.of, held[field]))
    if isinstance(thing, EventReport) and field in ROLES:
        return canonical(msgspec.to_builtins(sides_of(thing, field)))
    if isinstance(thing, EventReport) and field in TOLLS:
        return canonical(toll_of(thing.id, field, figures))
    return canonical(getattr(thing, field))


def read_value(thing: Thing, field: str, words: str) -> str:
    """What `words` mean as a value of `field`, as JSON.

    Raises:
        ValueError: no such field, or the words are no value of it; says what can be given.
    """
    if field not in fields_of(thing):
        raise ValueError(f"{field!r} cannot be corrected here; fields of {thing.id}: {', '.join(fields_of(thing))}")
    words = words.strip()
    if words == NONE and field in _OPTIONAL | _EMPTY:
        return "null" if field in _OPTIONAL else "[]"
    value = canonical(_READERS.get(field, _plain)(words, thing, field))
    with_value(thing, field, value)
    return value


def with_value(thing: Thing, field: str, value: str) -> Thing:
    """The thing with a value, given as JSON, in the field.

    Raises:
        ValueError: the field cannot hold it.
    """
    try:
        return _put(thing, field, msgspec.json.decode(value))
    except msgspec.ValidationError as error:
        raise ValueError(f"{value} is no {field}: {_choices(thing, field) or error}") from error


def refuse_disorder(thing: Thing) -> None:
    """Refuse a figure whose low, best and high do not rise.

    Raises:
        ValueError: they do not; names them.
    """
    if isinstance(thing, Figure):
        in_order(thing.low, thing.best, thing.high)


def in_words(value: str) -> str:
    """A value, given as JSON, as a person would say it."""
    held = msgspec.json.decode(value)
    if isinstance(held, list) and held and "low" in held[0]:
        return " and ".join(said_toll(one) for one in held)
    if isinstance(held, dict) and "low" in held:
        return said_toll(held)
    if isinstance(held, list):
        return "; ".join(one["speaker"] if "speaker" in one else one["actor"]["name"] for one in held) or NONE
    if isinstance(held, dict):
        return str(held.get("label") or held.get("name") or held.get("edtf"))
    if isinstance(held, bool):
        return "yes" if held else "no"
    if isinstance(held, float) and held.is_integer():
        return str(int(held))
    return NONE if held is None else str(held)


def _put(thing: Thing, field: str, value: Any) -> Thing:
    if isinstance(thing, Figure) and field in ("of", "of_kind"):
        counted = {"text": value} if field == "of" else {"kind": value}
        return replace(thing, of=replace(thing.of, **msgspec.convert(counted, dict[str, str])))
    if isinstance(thing, EventReport) and field in ROLES:
        return replace(thing, participants=with_sides(thing, field, value))
    if isinstance(thing, EventReport) and field in TOLLS:
        msgspec.convert(value, Toll | None)  # it stands among the figures of the page
        return thing
    return replace(thing, **{field: msgspec.convert(value, _type_of(thing, field))})


def _type_of(thing: Thing, field: str) -> Any:
    return next(one.type for one in msgspec.structs.fields(thing) if one.name == field)


def _choices(thing: Thing, field: str) -> str:
    """What can be given, where that is a short list."""
    typed = field not in ("of", "of_kind", *TOLLS, *ROLES)
    words = [word for word in get_args(_type_of(thing, field)) if isinstance(word, str)] if typed else []
    return f"give one of {', '.join(words)}" if words else ""


def _plain(words: str, _thing: Thing, field: str) -> Any:
    if not words:
        raise ValueError(f"an empty {field} says nothing")
    return words


def _number(words: str, _thing: Thing, field: str) -> float:
    plain = words.replace(",", "")
    if not plain.replace(".", "", 1).isdecimal() or not plain.isascii():
        raise ValueError(f"{words!r} is no {field}: give a number, or {NONE} for an open end")
    return float(plain)


def _yes_no(words: str, _thing: Thing, field: str) -> bool:
    if words not in _YES_NO:
        raise ValueError(f"{words!r} is no {field}: give yes or no")
    return _YES_NO[words]


def _toll(words: str, _thing: Thing, field: str) -> Any:
    try:
        return read_toll(words)
    except ValueError as error:
        raise ValueError(f"{field}: {error}") from error


def _said(words: str, thing: Thing, field: str) -> Any:
    """Participants in a role, or voices; only reports have these fields."""
    assert isinstance(thing, EventReport)
    return read_voices(words, thing) if field == "attribution" else read_sides(words, thing, field)


def _type(words: str, _thing: Thing, _field: str) -> EventType:
    types = ontology().types
    if words not in types:
        raise ValueError(f"{words!r} is no type of the codebook: give one of {', '.join(sorted(types))}")
    return EventType(words, types[words].acled, types[words].plover, types[words].cameo)


def _when(words: str, thing: Thing, _field: str) -> When:
    """EDTF, level 0 or 1."""
    try:
        earliest, latest = edtf.bounds(words)
    except edtf.EdtfError as error:
        says = "write a day as 2015-09-23, a month as 2015-09, a stretch as 2015-09-21/2015-09-23"
        raise ValueError(f"{error}: {says}") from error
    length = edtf.precision(*(date.fromisoformat(day) if day else None for day in (earliest, latest)))
    held = getattr(thing, "when", None)
    return When(words, earliest, latest, length, "judged", held.span if held else None)


def _place(words: str, thing: Thing, _field: str) -> Place:
    """A place of the gazetteer by its GeoNames id, its name, or "name, country", or "name, country, kind"."""
    name, country, kind = (part.strip() for part in f"{words},,".split(",")[:3])
    code = country_code(country) if country else None
    if country and code is None:
        raise ValueError(f"{country!r} is no country; write its English name or ISO code")
    if words.isdecimal():
        found = gazetteer().identified(int(words))
    else:
        hits = gazetteer().exact(name)
        best = max((hit.likeness for hit in hits), default=0)
        found = tuple(hit.entry for hit in hits if hit.likeness == best and code in (None, hit.entry.country))
        found = tuple(entry for entry in found if kind in ("", entry.kind))
    if len(found) > 1:
        offers = tuple((str(one.geonameid), _described(one)) for one in found[:_OFFERED] if one.geonameid)
        raise Several(_which_place(words, found), offers)
    if not found:
        raise ValueError(_which_place(words, found))
    held = getattr(thing, "place", None)
    return _as_place(found[0], held.span if held else None)


def _which_place(words: str, found: tuple[Entry, ...]) -> str:
    if not found:
        return f"the gazetteer knows no place {words!r}: add it with crossreport places add, or give its GeoNames id"
    listed = [f"{one.geonameid or '-'} {_described(one)}" for one in found[:_NAMED]]
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return (
        f"{len(found)} places are called {words!r}: give the GeoNames id or the kind of one: {'; '.join(listed)}{more}"
    )


def _described(one: Entry) -> str:
    return f"{one.name}, {one.country} ({one.kind}, {one.region})"


def _as_place(entry: Entry, span: Any) -> Place:
    acled, ucdp = _LEVELS.get(entry.kind, (1, 1))
    precision = PlacePrecision(acled, ucdp)
    region = entry.name if entry.kind == "admin1" else entry.region
    return Place(
        entry.name, entry.geonameid, entry.country, region, entry.lat, entry.lon, precision, (), span, entry.kind
    )


_READERS: dict[str, Callable[[str, Thing, str], Any]] = {
    **dict.fromkeys(_NUMBERS, _number),
    **dict.fromkeys(("core", "cumulative"), _yes_no),
    **dict.fromkeys((*ROLES, "attribution"), _said),
    **dict.fromkeys(TOLLS, _toll),
    "type": _type,
    "when": _when,
    "place": _place,
}
