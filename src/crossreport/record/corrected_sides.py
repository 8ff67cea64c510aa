"""What a person writes for who did it, to whom, and who says so, as values of a report.

In: a report and words ("Houthis; Army of Yemen", "official: governor of Taiz"). Out: participants, or voices, as
JSON holds them. An actor is one of the report's own, one of the register by its id, name or alias, or civilians.
What a person adds stands on the passage of the report's deed: nobody wrote it on the page.
"""

from collections.abc import Iterator
from typing import Any, get_args

import msgspec

from crossreport.model import Actor, Attribution, EventReport, Participant, VoiceKind
from crossreport.names import fold_name
from crossreport.words.register import register

ROLES = ("agent", "target", "party")
DIVIDES = ";"  # between several actors or voices
JUDGED = "according to"  # the cue of a voice that a person named
_CIVILIANS = "civilians"
_KINDS: dict[str, VoiceKind] = {
    **dict.fromkeys(("state", "state_forces", "external_forces", "igo", "party", "person"), "official"),
    **dict.fromkeys(("rebel_group", "political_militia", "identity_militia"), "party"),
    **dict.fromkeys(("monitor", "ngo"), "monitor"),
    "media": "media",
    "agency": "agency",
    "civilians": "witness",
}


def sides_of(report: EventReport, role: str) -> list[Participant]:
    """Who has this role."""
    return [taking for taking in report.participants if taking.role == role]


def read_sides(words: str, report: EventReport, role: str) -> list[Any]:
    """The participants that the words name, in this role."""
    found = [_participant(part, report, role) for part in _parts(words)]
    return [msgspec.to_builtins(one) for one in found]


def with_sides(report: EventReport, role: str, held: list[Any]) -> tuple[Participant, ...]:
    """All participants, those of this role replaced.

    Raises:
        ValueError: one of those given is in another role.
    """
    given = msgspec.convert(held, tuple[Participant, ...])
    if any(one.role != role for one in given):
        raise ValueError(f"these are no participants in the role {role}")
    return (*given, *(taking for taking in report.participants if taking.role != role))


def read_voices(words: str, report: EventReport) -> list[Any]:
    """The voices that the words name, outermost first."""
    return [msgspec.to_builtins(_voice(part, report)) for part in _parts(words)]


def _parts(words: str) -> list[str]:
    parts = [part.strip() for part in words.split(DIVIDES)]
    if not all(parts):
        raise ValueError(f"{words!r} names nobody in a place: write names with {DIVIDES!r} between them")
    return parts


def _participant(words: str, report: EventReport, role: str) -> Participant:
    for taking in report.participants:
        if words in (taking.actor.id, taking.actor.name, taking.as_written):
            return msgspec.structs.replace(taking, role=role)
    return Participant(role, actor_of(words, report), report.span, words)  # type: ignore[arg-type]


def actor_of(words: str, report: EventReport) -> Actor:
    """The actor of the register that bears this id, name or alias on the report's day.

    Raises:
        ValueError: none does, or several do; says how to name one.
    """
    if words.lower() == _CIVILIANS:
        country = report.place.country if report.place is not None else None
        return Actor(f"{_CIVILIANS}:{country or 'XX'}", _CIVILIANS, "civilians", country, generic=True)
    day = report.when.earliest if report.when is not None else None
    found = dict.fromkeys(_named(words))
    if len(found) != 1:
        held = f": give the id of one of {', '.join(sorted(found))}" if found else ""
        add = "" if found else " (crossreport actors list shows them; crossreport actors add takes your own)"
        raise ValueError(f"{len(found)} actors of the register are called {words!r}{held}{add}")
    identity = next(iter(found))
    actor = register().actor_on(identity, day)
    if actor is not None:
        return actor
    person = register().tables.persons[identity]
    return Actor(person.id, person.name, "person", person.country, False, person.affiliation or None)


def _named(words: str) -> Iterator[str]:
    tables, wanted = register().tables, fold_name(words)
    if words in tables.actors or words in tables.persons:
        yield words
        return
    for entry in tables.actors.values():
        if wanted in {fold_name(name) for name in (entry.name, *entry.aliases)}:
            yield entry.id
    for person in tables.persons.values():
        if wanted == fold_name(person.name):
            yield person.id


def _voice(words: str, report: EventReport) -> Attribution:
    """ "official: governor of Taiz", or a name whose kind the report or the register tells."""
    for voice in report.attribution:
        if words in (voice.speaker, voice.actor_id):
            return voice
    kind, colon, name = (part.strip() for part in words.partition(":"))
    if colon and kind in get_args(VoiceKind) and name:
        return Attribution(name, None, kind, JUDGED, None, report.span)  # type: ignore[arg-type]
    try:
        actor = actor_of(words, report)
    except ValueError as error:
        kinds = ", ".join(get_args(VoiceKind))
        raise ValueError(f"{error}; or write KIND: NAME, with a kind of {kinds}") from error
    return Attribution(actor.name, actor.id, _KINDS.get(actor.kind, "official"), JUDGED, None, report.span)
