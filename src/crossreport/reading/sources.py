"""The register of outlets and agencies: who publishes, for whom. Finds them by name, alias and domain."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from crossreport.words.loader import load

SourceKind = Literal["agency", "state_media", "public", "private", "party_channel", "ngo", "monitor", "igo", "military"]


class Source(Struct, frozen=True):
    """An outlet or agency. `side` says in a neutral phrase who owns or stands behind it; `source` who says so."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None
    kind: SourceKind
    side: str
    source: str


@cache
def register() -> tuple[Source, ...]:
    """All sources of `words/data/sources.yaml`."""
    return load("sources.yaml", tuple[Source, ...])


@cache
def _by_key() -> dict[str, Source]:
    return {_key(name): source for source in register() for name in (source.name, *source.aliases)}


def _key(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.casefold().removeprefix("the ")))


def source_by_name(name: str) -> Source | None:
    """The source that is called so."""
    return _by_key().get(_key(name))


def source_by_domain(address: str) -> Source | None:
    """The source whose domain stands in a URL or file name."""
    known = {domain: source for source in register() for domain in source.domains}
    lowered = address.casefold()
    hits = [d for d in known if re.search(rf"(?<![a-z0-9-]){re.escape(d)}(?![a-z0-9-])", lowered)]
    return known[max(hits, key=lambda d: (len(d), d))] if hits else None


@cache
def _names_pattern(kinds: tuple[SourceKind, ...]) -> re.Pattern[str]:
    names = {name for source in register() if source.kind in kinds for name in (source.name, *source.aliases)}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?<!\w-)(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])")


def names_in(text: str, start: int, end: int, kinds: tuple[SourceKind, ...]) -> list[tuple[int, int]]:
    """Places of registered names of these kinds, as written (capitals count)."""
    return [found.span() for found in _names_pattern(kinds).finditer(text, start, end)]
