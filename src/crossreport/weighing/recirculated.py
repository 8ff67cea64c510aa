"""Shared passages in, findings on old news told again as new out.

Two signs: one sentence carries one figure on pages of different days; or one sentence tells a happening on two pages
that give it two different days. Copies of a whole page are not meant: those are source groups.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from crossreport.model import EventReport, Figure, Finding, Reason, content_id
from crossreport.weighing.copies import Copies
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.interval import reads

SMALL = 10  # numbers below recur by accident
SHOWN = 5  # pages that are named
COMPARED = 40  # pages of one passage that are compared; a crowd of copies adds nothing


def old_figures(corpus: Corpus, copies: Copies) -> list[Finding]:
    """A finding for each figure that stands in one sentence on pages of different origin or day."""
    found: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in sorted(corpus.figure.values(), key=lambda one: one.id):
        if not _tells_much(figure):
            continue
        for passage in sorted(copies.passages_at(figure.page, figure.span)):
            found[passage, figure.measure, figure.low, figure.best, figure.high].append(figure)
    findings: dict[str, Finding] = {}
    for figures in found.values():
        finding = _figure_finding(figures, corpus, copies)
        if finding is not None:
            findings.setdefault(finding.id, finding)
    return sorted(findings.values(), key=lambda finding: finding.id)


def _tells_much(figure: Figure) -> bool:
    """Whether a figure says something of its own: no "two", no "several hundred", no part of a figure beside it."""
    named = next((value for value in (figure.best, figure.low, figure.high) if value is not None), 0.0)
    standing = figure.cumulative or figure.event_report is None
    return standing and figure.part_of is None and figure.bound not in ("vague", "unreported") and named >= SMALL


def _figure_finding(figures: Sequence[Figure], corpus: Corpus, copies: Copies) -> Finding | None:
    by_page = {figure.page: figure for figure in reversed(figures)}
    pages = sorted(by_page, key=lambda page: (corpus.first_day(page) or "9999", page))
    if len({copies.home(page) for page in pages}) < 2:
        return None
    first = next(iter(pages))
    later = [page for page in pages if corpus.surely_later(page, first)]
    names = _outlets(pages, corpus)
    if later:
        rule, order = "told_again", f"first on {corpus.first_day(first)}, again by {corpus.first_day(later[-1])}"
    else:
        rule, order = "same_words", "the order of the pages is not certain"
    text = f"{len(pages)} pages ({names}) give {reads(by_page[first])} in the same words ({order}): one statement."
    members = tuple(sorted(by_page[page].id for page in pages))
    return _finding(members, text, Reason(rule, order, by_page[first].span))


def _outlets(pages: Sequence[str], corpus: Corpus) -> str:
    return ", ".join(dict.fromkeys(corpus.page[page].outlet or corpus.page[page].name for page in pages[:SHOWN]))


def redated(corpus: Corpus, copies: Copies) -> tuple[list[Finding], frozenset[str]]:
    """Findings on sentences that tell one kind of happening under two days, and the reports that came later."""
    by_passage: dict[tuple[int, str], dict[str, EventReport]] = defaultdict(dict)
    for report in sorted(corpus.report.values(), key=lambda one: one.id):
        if report.when is not None and report.when.earliest and report.when.latest:
            for passage in copies.telling(report):
                by_passage[passage, report.type.label].setdefault(report.page, report)
    findings: dict[str, Finding] = {}
    stale: set[str] = set()
    for reports in by_passage.values():
        for one, other in combinations(list(reports.values())[:COMPARED], 2):
            pair = _in_order(one, other, corpus)
            if pair is not None and _other_day(*pair):
                finding = _redated_finding(*pair, corpus)
                findings[finding.id] = finding
                stale.add(pair[1].id)
    return sorted(findings.values(), key=lambda finding: finding.id), frozenset(stale)


def _in_order(one: EventReport, other: EventReport, corpus: Corpus) -> tuple[EventReport, EventReport] | None:
    if corpus.surely_later(other.page, one.page):
        return one, other
    return (other, one) if corpus.surely_later(one.page, other.page) else None


def _other_day(first: EventReport, later: EventReport) -> bool:
    """Whether both give a day of their own; "~" is the day of the page, put there for want of another."""
    if first.when is None or later.when is None:
        return False
    if "~" in first.when.edtf or "~" in later.when.edtf:
        return False
    return (first.when.latest or "") < (later.when.earliest or "")


def _redated_finding(first: EventReport, later: EventReport, corpus: Corpus) -> Finding:
    days = f"{first.when.edtf if first.when else ''} and {later.when.edtf if later.when else ''}"
    names = _outlets([first.page, later.page], corpus)
    text = f"One sentence tells the same {first.type.label.replace('_', ' ')} under two days ({days}; {names})."
    return _finding((first.id, later.id), text, Reason("told_as_new", f"the later page moves it: {days}", later.span))


def _finding(members: tuple[str, ...], text: str, reason: Reason) -> Finding:
    return Finding(content_id("finding", "recirculated", *members), "recirculated", members, text, (reason,))
