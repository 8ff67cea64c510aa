"""The sentences that tell a report in, the things that they name out: a market, a checkpoint, the Harbour Depot.

Two sides name each other's deeds in their own words, but the market that was hit stays a market. A thing alone never
decides: it only counts beside a place and a day.
"""

import re
from collections.abc import Iterable
from functools import cache

from crossreport.linking.lexicon import lexicon
from crossreport.model import Block, Page, Span
from crossreport.names import fold_name
from crossreport.words.things import kinds_in

_NAMED = r"((?:[A-Z][\w'’ʼ-]*[ \t]+)+)({})\b"
HEADLINE_SHARE = 0.6  # of a passage's words with a capital: there, a capital names nothing
_LONG = re.compile(r"[^\W\d_]{4,}")


@cache
def _named_things() -> re.Pattern[str]:
    known = sorted(lexicon().thing_of, key=lambda form: (-len(form), form))
    heads = "|".join(form for form in known if " " not in form and lexicon().thing_of[form] in lexicon().fixed)
    capital = "|".join(f"{head[0].upper()}{head[1:]}" for head in heads.split("|"))
    return re.compile(_NAMED.format(f"{heads}|{capital}"))


def things(page: Page, spans: Iterable[Span], places: Iterable[str]) -> frozenset[str]:
    """Kinds of thing that the passages name; a word that belongs to a place's name is none."""
    found: set[str] = set()
    for passage in _passages(page, spans):
        found |= kinds_in(_without(passage, places))
    return frozenset(found)


def named_things(page: Page, spans: Iterable[Span]) -> frozenset[str]:
    """Things with a name of their own: "harbour depot". Headlines, which capitalise at will, are left out."""
    found: set[str] = set()
    for passage in _passages(page, spans):
        if not _capitalised(passage):
            found |= {name for match in _named_things().finditer(passage) if (name := _name(match))}
    return frozenset(found)


def _passages(page: Page, spans: Iterable[Span]) -> list[str]:
    return [span.quote for span in spans if not _is_title(span, page.blocks)] or [span.quote for span in spans]


def _is_title(span: Span, blocks: Iterable[Block]) -> bool:
    return any(block.kind != "paragraph" and block.start <= span.start < block.end for block in blocks)


def _without(passage: str, places: Iterable[str]) -> str:
    for place in places:
        passage = re.sub(re.escape(place), " ", passage, flags=re.IGNORECASE)
    return passage


def _capitalised(passage: str) -> bool:
    words = _LONG.findall(passage)
    return not words or sum(word[0].isupper() for word in words) >= HEADLINE_SHARE * len(words)


def _name(match: re.Match[str]) -> str | None:
    """The word before the thing and the thing; an article or a word that only begins a sentence names nothing."""
    before = match.group(1).split()[-1]
    if fold_name(before) in lexicon().no_names:
        return None
    return f"{fold_name(before)} {match.group(2).casefold()}"
