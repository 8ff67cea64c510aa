"""Whose page it is: by metadata, address, masthead, copyright line; None if nothing says so."""

import re

from msgspec import Struct

from crossreport.reading.dateline import Dateline
from crossreport.reading.draft import Draft
from crossreport.reading.headline import masthead
from crossreport.reading.letterhead import reference
from crossreport.reading.masthead import header_name, page_name, tab_name
from crossreport.reading.sources import Source, SourceKind, names_in, source_by_domain, source_by_name

_TOP = 8  # lines
_FILED = 3  # lines in which the number of a paper stands
_NAME_BEFORE = re.compile(
    r"(?<![\w.])(?!(?:The|By|Copyright|COPYRIGHT|Of|From|Source|Visit|Via|In|On|At|To|©)\b)[A-Z][\w'’&-]* $"
)
_NAME_AFTER = re.compile(
    r" (?!(?:All|Ltd|Limited|Inc|LLC|Co|Corp|Company|Corporation|Group|Media|News|Newspaper|Agency|Network|Online|"
    r"International|Publishing|Publications|Press|The|Terms|Contact|Privacy|Copyright|FZ|Editorial|Trust|Standards)\b)"
    r"[A-Z][a-z]"
)
_OUTLETS: tuple[SourceKind, ...] = (
    "state_media",
    "public",
    "private",
    "party_channel",
    "ngo",
    "monitor",
    "igo",
    "military",
    "agency",
)


class Metadata(Struct, frozen=True):
    """What an HTML page says about itself. `dates` are (rule, value as written)."""

    title: str | None = None
    site: str | None = None
    address: str | None = None
    language: str | None = None
    author: str | None = None
    dates: tuple[tuple[str, str], ...] = ()


def find_outlet(
    draft: Draft, name: str, title: str | None, metadata: Metadata, dateline: Dateline | None = None
) -> str | None:
    """The outlet's registered name, or its own name for itself where the register lacks it."""
    for address in (metadata.address or "", name):
        source = source_by_domain(address)
        if source:
            return source.name
    for said in (metadata.site, masthead(title or ""), masthead(metadata.title or "")):
        source = (source_by_name(said) or source_by_domain(said)) if said else None  # "… - RIVER.COM"
        if source:
            return source.name
    named = title if title is not None else metadata.title
    return (
        _by_copyright(draft)
        or _registered(tab_name(title, metadata.title))
        or _registered(header_name(draft, metadata.title))
        or _by_own_line(draft)
        or metadata.site
        or page_name(draft, named, dateline)
    )


def _registered(name: str | None) -> str | None:
    """A site's registered name, if it has one."""
    source = source_by_name(name) if name else None
    return source.name if source else name and name.removeprefix("The ")


def _by_own_line(draft: Draft) -> str | None:
    """The outlet whose name alone stands on one of the page's first lines."""
    lines = [piece for piece in draft.pieces[:_TOP] if piece.dropped in ("section_label", "menu", "byline")]
    sources = [source for piece in lines if (source := source_by_name(piece.text.removeprefix("By ")))]
    sources += [source for piece in draft.pieces[:_FILED] for source in _filed_by(piece.text)]
    return sources[0].name if sources else None


def _filed_by(line: str) -> list[Source]:
    """The registered source whose short name stands in the number of a paper: "No PR-118/2023-RIVER"."""
    parts = re.split(r"[./-]", reference(line) or "")
    return [source for part in parts if part.isalpha() and (source := source_by_name(part))]


def _whole_name(before: str, after: str) -> bool:
    """Whether a registered name is no part of a longer one ("Radio X" is not "X")."""
    return not _NAME_BEFORE.search(before) and not _NAME_AFTER.match(after)


def _by_copyright(draft: Draft) -> str | None:
    """The one outlet that copyright lines and house rules name."""
    passages = [(p.start, p.end) for p in draft.pieces if p.dropped in ("copyright", "boilerplate")]
    passages += [(c.start, c.end) for p in draft.pieces for c in p.cuts if c.reason in ("copyright", "boilerplate")]
    names = [
        draft.text[s:e]
        for start, end in sorted(passages)
        for s, e in names_in(draft.text, start, end, _OUTLETS)
        if _whole_name(draft.text[start:s], draft.text[e:end])
    ]
    sources = {source.name for source in map(source_by_name, names) if source}
    return sources.pop() if len(sources) == 1 else None
