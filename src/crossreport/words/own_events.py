"""The user's own event types and words: a YAML file in the layout of `events.yaml`, checked against what is shipped.

In: the text of a file. Out: types and classes of words. A new type says what tells it (`verbs`, `nouns`), who takes
part (`scheme`, `roles`), and, if other codebooks know it, its codes (or `like`: those of a shipped type). A type that
is shipped may only be given more words. A file with anything else in it is refused as a whole.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from crossreport.words.events import Scheme, TypeEntry, read_trigger, shipped
from crossreport.words.loader import WordsError, parse

POSITION = re.compile(r"object|[a-z]+")  # "object", or a preposition
ROLES = ("agent", "target", "party", "victim", "recipient", "mediator", "supporter")
_LABEL = re.compile(r"[a-z]+(_[a-z]+)*")


class OwnType(Struct, frozen=True, forbid_unknown_fields=True):
    """A type as the user's file holds it. `source` says where its words are from."""

    source: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    scheme: Scheme | None = None
    roles: dict[str, str] = {}
    like: str | None = None
    acled: tuple[str, str] | None = None
    plover: tuple[str, str | None] | None = None
    cameo: str | None = None


class OwnFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    types: dict[str, OwnType]
    classes: dict[str, frozenset[str]] = {}


def read_own(name: str, text: str) -> tuple[dict[str, TypeEntry], dict[str, frozenset[str]]]:
    """Types, new or with more words, and classes of a user's file.

    Raises:
        WordsError: the file is not what it should be; the message names it and says what is wrong.
    """
    found = parse(text, OwnFile, name=name)
    wrong = [f"{label}: {said}" for label, own in found.types.items() for said in _wrong(label, own)]
    if wrong or not found.types:
        raise WordsError(f"{name}: {'; '.join(wrong[:5]) or 'it holds no types'}")
    for label, own in found.types.items():
        for pos, lines in (("verb", own.verbs), ("noun", own.nouns)):
            for line in lines:
                read_trigger(line, pos, label, name=name)  # type: ignore[arg-type]
    return {label: _entry(label, own) for label, own in found.types.items()}, found.classes


def _wrong(label: str, own: OwnType) -> Iterator[str]:
    types = shipped().types
    if not _LABEL.fullmatch(label):
        yield "a type is called by small letters and underscores, like well_poisoning"
    if not own.source.strip():
        yield "no source; say where these words are from"
    if not own.verbs and not own.nouns:
        yield "it has no verbs and no nouns"
    if label in types and (own.scheme or own.roles or own.like or own.acled or own.plover or own.cameo):
        yield "it is a type of the codebook, which can only be given more verbs and nouns"
    if own.like is not None and own.like not in types:
        yield f"it is like {own.like!r}, which is no type of the codebook"
    for position, role in own.roles.items():
        if role not in ROLES or not POSITION.fullmatch(position):
            yield f"{position}: {role} is no role: write object or a preposition, and one of {', '.join(ROLES)}"
    known = {entry.acled for entry in types.values()}
    if own.acled is not None and own.acled not in known:
        yield f"{' / '.join(own.acled)} is no event and sub-event type of ACLED that the codebook knows"


def _entry(label: str, own: OwnType) -> TypeEntry:
    base = shipped().types.get(own.like or label)
    codes = (base.acled, base.plover, base.cameo) if base else (None, None, None)
    scheme = own.scheme or (base.scheme if base else "agent_target")
    given = (own.acled or codes[0], own.plover or codes[1], own.cameo or codes[2])
    return TypeEntry(*given, verbs=own.verbs, nouns=own.nouns, scheme=scheme, roles=own.roles)
