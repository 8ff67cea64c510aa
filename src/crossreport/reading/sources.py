"""The register of outlets and agencies: who publishes, for whom. Finds them by name, alias and domain."""

import re
from functools import cache
from typing import Literal

import msgspec
from msgspec import Struct

from crossreport.reading.own_words import own_text, rebuilt
from crossreport.words.loader import WordsError, load, parse
from crossreport.words.spelled import any_of

SourceKind = Literal["agency", "state_media", "public", "private", "party_channel", "ngo", "monitor", "igo", "military"]


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """An outlet or agency. `side` says in a neutral phrase who owns or stands behind it; `source` who says so."""

    name: str
    kind: SourceKind
    side: str
    source: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@rebuilt
@cache
def register() -> tuple[Source, ...]:
    """All sources of `words/data/sources.yaml` and of the user's file, whose entries replace those of the same name.

    Raises:
        WordsError: the user's file is no list of sources, or gives one name or domain twice.
    """
    shipped = load("sources.yaml", tuple[Source, ...])
    own = own_text("sources")
    if own is None:
        return shipped
    added = parse(own.text, tuple[Source, ...], name=own.name)
    _check(added, own.name)
    names = {_key(source.name) for source in added}
    domains = {domain for source in added for domain in source.domains}
    kept = [
        msgspec.structs.replace(source, domains=tuple(d for d in source.domains if d not in domains))
        for source in shipped
        if _key(source.name) not in names
    ]
    return (*kept, *added)


def _check(added: tuple[Source, ...], file: str) -> None:
    """A user's sources: each with a name and a citation, no name and no domain twice."""
    seen: dict[str, str] = {}
    for source in added:
        if not source.name.strip() or not source.source.strip():
            raise WordsError(f"{file}: {source.name or 'an entry'}: name and source (who says so) are needed")
        for key in (_key(source.name), *source.domains):
            if key in seen:
                raise WordsError(f"{file}: {key!r} stands in {seen[key]!r} and in {source.name!r}: keep one")
            seen[key] = source.name


@rebuilt
@cache
def _by_key() -> dict[str, Source]:
    return {_key(name): source for source in register() for name in (source.name, *source.aliases)}


def _key(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.casefold().removeprefix("the ")))


def source_by_name(name: str) -> Source | None:
    """The source that is called so."""
    return _by_key().get(_key(name))


@rebuilt
@cache
def _by_domain() -> dict[str, Source]:
    return {domain: source for source in register() for domain in source.domains}


def source_by_domain(address: str) -> Source | None:
    """The source whose domain stands in a URL or file name."""
    lowered = address.casefold()
    hits = [domain for domain in _by_domain() if domain in lowered and _stands_alone(domain, lowered)]
    return _by_domain()[max(hits, key=lambda domain: (len(domain), domain))] if hits else None


def _stands_alone(domain: str, address: str) -> bool:
    return re.search(rf"(?<![a-z0-9-]){re.escape(domain)}(?![a-z0-9-])", address) is not None


@rebuilt
@cache
def _names_pattern(kinds: tuple[SourceKind, ...]) -> re.Pattern[str]:
    names = {name for source in register() if source.kind in kinds for name in (source.name, *source.aliases)}
    return re.compile(rf"(?<!\w)(?<!\w-){any_of(names)}(?![\w-])")


def names_in(text: str, start: int, end: int, kinds: tuple[SourceKind, ...]) -> list[tuple[int, int]]:
    """Places of registered names of these kinds, as written (capitals count)."""
    return [found.span() for found in _names_pattern(kinds).finditer(text, start, end)]
