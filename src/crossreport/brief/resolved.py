"""The last look before a brief is written: every sentence names records that are there, every passage re-reads.

One that does not stops the export: a brief with a sentence that nobody can check is worse than none.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.lines import Evidence
from crossreport.model import Span

if TYPE_CHECKING:
    from crossreport.brief.situation import Situation

Sentence = tuple[str, tuple[str, ...], tuple[Evidence, ...]]  # words, records, passages


class Unresolved(Exception):
    """A sentence of the brief does not resolve; the message names it."""


def check(situation: "Situation", catalogue: Catalogue) -> None:
    """Nothing, if every sentence resolves.

    Raises:
        Unresolved: a sentence names no record, one that is not there, or a passage that its page does not hold.
    """
    for words, records, evidence in sentences(situation):
        if not records:
            raise Unresolved(f"no record stands behind “{words}”")
        for record in records:
            if not catalogue.holds(record):
                raise Unresolved(f"{record} is not in the record, but a sentence says it: “{words}”")
        for one in evidence:
            _check_passages(words, one, catalogue)


def sentences(situation: "Situation") -> Iterator[Sentence]:
    """All that the brief says of the record, each with its records and passages."""
    s = situation
    for head in s.headlines:
        yield head.text, head.records, ()
    for entry in s.entries:
        for line in (entry.short, *entry.lines, *entry.versions):
            yield line.text, line.records, line.evidence
        for account in entry.accounts:
            yield account.says, account.records, account.evidence
        for number in entry.toll_rows:
            yield number.words, number.records, number.evidence
    for line in (*s.told, *(line for found in s.findings for line in found.lines)):
        yield line.text, line.records, line.evidence
    for toll in s.standing:
        yield toll.words, toll.records, toll.evidence
    for row in s.booked:
        yield row.words, row.records, row.evidence
    for claim in s.claims:
        yield claim.says, claim.records, claim.evidence


def _check_passages(words: str, one: Evidence, catalogue: Catalogue) -> None:
    page = catalogue.pages.get(one.page)
    if page is None:
        raise Unresolved(f"the page {one.page} behind “{words}” is not in the record")
    if not _reread(page.text, one.spans):
        raise Unresolved(f"a passage of {one.record} behind “{words}” is not what {page.name} says there")


def _reread(text: str, spans: Iterable[Span]) -> bool:
    return all(text[span.start : span.end] == span.quote for span in spans)
