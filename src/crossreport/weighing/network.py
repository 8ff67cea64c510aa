"""Source groups and attribution chains in, who takes text or word from whom out.

`copies`: a page is a copy of another's, or of a credited agency's text. `shares_text`: passages only. `credits`: a page
names an agency as its source. `cites`: it attributes a report to another medium or monitor. Where no credit and no day
says who was first, the link has no direction; being first is no proof of having written it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from crossreport.model import CodedPage, Linked, LinkKind, Reason, SourceGroup, SourceLink, Span, content_id
from crossreport.model.kinds import PRESS
from crossreport.names import fold_name
from crossreport.names.agencies import agency_called
from crossreport.weighing.copies import COPIES, RETOLD
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.coverage import outlet_of
from crossreport.weighing.lexicon import voice_name

CITED = PRESS | {"monitor", "outlet"}
CROWD = 12  # pages of one group: above, each is linked to the earliest only
SHOWN = 5  # passages that prove a link


class _Seen(NamedTuple):
    kind: LinkKind
    source: str
    taker: str
    directed: bool
    pages: tuple[str, ...]
    spans: tuple[Span, ...]
    why: str


def network(pages: Sequence[CodedPage], linked: Linked) -> list[SourceLink]:
    """Links between outlets, agencies and monitors, each once for its kind, with pages and passages."""
    corpus = Corpus(pages)
    by_link: dict[tuple[str, str, str, bool], list[_Seen]] = defaultdict(list)
    for seen in (*_texts(linked.source_groups, corpus), *_words(corpus)):
        key = (fold_name(seen.source), fold_name(seen.taker))
        if key[0] != key[1]:
            ends = key if seen.directed else tuple(sorted(key))
            by_link[seen.kind, ends[0], ends[1], seen.directed].append(seen)
    return [_link(found) for _, found in sorted(by_link.items())]


def _link(found: Sequence[_Seen]) -> SourceLink:
    first = found[0]
    source, taker = (first.source, first.taker) if first.directed else sorted((first.source, first.taker))
    pages = tuple(sorted({page for seen in found for page in seen.pages}))
    spans = tuple(dict.fromkeys(span for seen in found for span in seen.spans))[:SHOWN]
    reasons = tuple(dict.fromkeys(Reason(first.kind, seen.why) for seen in found))[:SHOWN]
    ident = content_id("source_link", first.kind, source, taker, first.directed)
    return SourceLink(ident, first.kind, source, taker, first.directed, pages, spans, reasons)


def _texts(groups: Sequence[SourceGroup], corpus: Corpus) -> Iterator[_Seen]:
    for group in groups:
        present = sorted((page for page in group.pages if page in corpus.page), key=lambda page: _age(page, corpus))
        if len(present) < 2:
            continue
        agency = agency_called(group.origin) if group.origin else None
        kind: LinkKind = "copies" if group.kind in COPIES or group.kind == RETOLD else "shares_text"
        if agency is not None and kind == "copies":
            for page in present:
                why = f"its text is that of {agency}, which a page of the group credits"
                yield _Seen(
                    kind, agency, outlet_of(corpus.page[page]), True, (page,), _proof(group, [page], corpus), why
                )
            continue
        pairs = combinations(present, 2) if len(present) <= CROWD else ((present[0], page) for page in present[1:])
        for one, other in pairs:
            yield _pair(kind, group, one, other, corpus)


def _pair(kind: LinkKind, group: SourceGroup, one: str, other: str, corpus: Corpus) -> _Seen:
    ordered = corpus.surely_later(other, one)
    why = "the taker's page is surely later" if ordered else "no credit and no day says who was first"
    names = outlet_of(corpus.page[one]), outlet_of(corpus.page[other])
    return _Seen(kind, *names, ordered, (one, other), _proof(group, [one, other], corpus), f"{group.kind}: {why}")


def _age(page: str, corpus: Corpus) -> tuple[str, str]:
    published = corpus.page[page].published
    return published.latest or "9999", page


def _proof(group: SourceGroup, pages: Sequence[str], corpus: Corpus) -> tuple[Span, ...]:
    for shared in group.shared:
        if set(pages) <= set(shared.pages):
            quotes = dict(zip(shared.pages, shared.quotes, strict=True))
            texts = [(corpus.page[page].text, quotes[page]) for page in pages]
            return tuple(
                Span.of(text, text.index(quote), text.index(quote) + len(quote))
                for text, quote in texts
                if quote in text
            )
    return ()


def _words(corpus: Corpus) -> Iterator[_Seen]:
    for coded in corpus.pages:
        taker = outlet_of(coded.page)
        for credit in coded.page.credits:
            agency = agency_called(credit.quote)
            if agency is not None:
                yield _Seen("credits", agency, taker, True, (coded.page.id,), (credit,), "the page credits it")
        for report in coded.reports:
            for voice in report.attribution:
                if voice.kind in CITED and voice.speaker:
                    name = voice_name(voice.speaker)
                    yield _Seen("cites", name, taker, True, (coded.page.id,), (voice.span,), "the page cites it")
