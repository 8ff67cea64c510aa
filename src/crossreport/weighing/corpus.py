"""Coded pages in, look-ups over them out, so that weighing finds a report's page, figures, claims and voices."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from crossreport.model import Actor, Claim, CodedPage, EventReport, Figure, Mention, Page, Place, Span, When
from crossreport.names import fold_name
from crossreport.weighing.lexicon import lexicon

BEFORE = 160  # characters before what is said in which the sentence may name its place: "asked about the town, he said"
AUTHOR = "author"  # grounding's rule for the "we" of whoever made the page
CONFESSION = "statement_confession_claim"


class Corpus:
    """Distinct pages, sorted by id, and what is on them."""

    def __init__(self, pages: Sequence[CodedPage]) -> None:
        distinct = {coded.page.id: coded for coded in pages}
        self.pages: list[CodedPage] = [distinct[name] for name in sorted(distinct)]

    @cached_property
    def page(self) -> dict[str, Page]:
        """Page by id."""
        return {coded.page.id: coded.page for coded in self.pages}

    @cached_property
    def report(self) -> dict[str, EventReport]:
        """Report by id."""
        return {report.id: report for coded in self.pages for report in coded.reports}

    @cached_property
    def reports_on(self) -> dict[str, tuple[EventReport, ...]]:
        """By page, its reports."""
        return {coded.page.id: coded.reports for coded in self.pages}

    @cached_property
    def figure(self) -> dict[str, Figure]:
        """Figure by id."""
        return {figure.id: figure for coded in self.pages for figure in coded.figures}

    @cached_property
    def figures_of(self) -> dict[str, list[Figure]]:
        """Figures of a report, in the order of the page."""
        found: dict[str, dict[str, Figure]] = defaultdict(dict)
        for report in self.report.values():
            for name in report.figures:
                if name in self.figure:
                    found[report.id][name] = self.figure[name]
        for figure in self.figure.values():
            if figure.event_report is not None:
                found[figure.event_report][figure.id] = figure
        return {
            name: sorted(figures.values(), key=lambda one: (one.span.start, one.id)) for name, figures in found.items()
        }

    @cached_property
    def claims_about(self) -> dict[str, list[Claim]]:
        """Claims that tell a report."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for coded in self.pages:
            for claim in sorted(coded.claims, key=lambda one: one.id):
                for report in claim.about:
                    found[report].append(claim)
        return dict(found)

    @cached_property
    def claims_at_large(self) -> dict[str, list[Claim]]:
        """By page, the claims that tell none of its reports."""
        found: dict[str, list[Claim]] = {}
        for coded in self.pages:
            loose = [claim for claim in coded.claims if not claim.about]
            found[coded.page.id] = sorted(loose, key=lambda one: (one.span.start, one.id))
        return found

    @cached_property
    def loose_at(self) -> dict[str, list[Claim]]:
        """By folded name of a place, the claims that tell no report of their page and name it, or whose sentence does.

        A village that is on no map may have been taken for a person.
        """
        found: dict[str, list[Claim]] = defaultdict(list)
        for coded in self.pages:
            named = [one for one in coded.mentions if isinstance(one.value, Place) or one.kind == "person"]
            for claim in self.claims_at_large[coded.page.id]:
                for name in sorted(
                    {name for one in named if _speaks_in(claim, one, coded.page) for name in _names(one)}
                ):
                    found[name].append(claim)
        return dict(found)

    @cached_property
    def times_in(self) -> dict[str, tuple[tuple[Span, When], ...]]:
        """By page, the days that it names, in the order of the page."""
        return {
            coded.page.id: tuple((one.span, one.value) for one in coded.mentions if isinstance(one.value, When))
            for coded in self.pages
        }

    @cached_property
    def violent(self) -> dict[str, list[EventReport]]:
        """By page, the reports of violence."""
        found: dict[str, list[EventReport]] = defaultdict(list)
        for report in self.report.values():
            if report.type.label in lexicon().violent:
                found[report.page].append(report)
        return dict(found)

    @cached_property
    def violent_at(self) -> dict[str, list[EventReport]]:
        """By folded name of its place, the reports of violence."""
        found: dict[str, list[EventReport]] = defaultdict(list)
        for reports in self.violent.values():
            for report in reports:
                if report.place is not None:
                    found[fold_name(report.place.name)].append(report)
        return dict(found)

    @cached_property
    def deeds(self) -> dict[str, list[EventReport]]:
        """By page, the reports of deeds: of what was done, not of what was only said."""
        found: dict[str, list[EventReport]] = defaultdict(list)
        for report in self.report.values():
            if not report.type.label.startswith("statement_"):
                found[report.page].append(report)
        return dict(found)

    @cached_property
    def given_up(self) -> dict[str, list[EventReport]]:
        """By page, the reports of somebody falling back or losing a place, in the order of their ids."""
        found: dict[str, list[EventReport]] = defaultdict(list)
        for name in sorted(self.report):
            if self.report[name].type.label == "territory_lost":
                found[self.report[name].page].append(self.report[name])
        return dict(found)

    @cached_property
    def owned(self) -> dict[str, list[EventReport]]:
        """By page, the reports of somebody owning up to a deed, or being held to have done it."""
        found: dict[str, list[EventReport]] = defaultdict(list)
        for name in sorted(self.report):
            if self.report[name].type.label == CONFESSION and self.report[name].status == "happened":
                found[self.report[name].page].append(self.report[name])
        return dict(found)

    @cached_property
    def actor(self) -> dict[str, Actor]:
        """Every actor that any page knows, by id; of unlike copies the one with an affiliation."""
        found: dict[str, Actor] = {}
        for coded in self.pages:
            actors = [participant.actor for report in coded.reports for participant in report.participants]
            actors += [mention.value for mention in coded.mentions if isinstance(mention.value, Actor)]
            for actor in sorted(actors, key=lambda one: (one.id, one.affiliation or "~", one.name)):
                found.setdefault(actor.id, actor)
        return found

    @cached_property
    def author(self) -> dict[str, Actor]:
        """By page, the body whose own it is, where its "we" means one."""
        found: dict[str, Actor] = {}
        for coded in self.pages:
            for one in coded.mentions:
                if isinstance(one.value, Actor) and any(reason.rule == AUTHOR for reason in one.reasons):
                    found.setdefault(coded.page.id, one.value)
        return found

    @cached_property
    def named_in(self) -> dict[str, tuple[tuple[int, str, Actor], ...]]:
        """By page, where actors are named, in what words (folded), and who, in the order of the page."""
        return {
            coded.page.id: tuple(
                (one.span.start, fold_name(one.span.quote), one.value)
                for one in coded.mentions
                if isinstance(one.value, Actor)
            )
            for coded in self.pages
        }

    @cached_property
    def actors_in(self) -> dict[str, tuple[tuple[int, Actor], ...]]:
        """By page, where actors are named and who, in the order of the page."""
        return {
            coded.page.id: tuple((one.span.start, one.value) for one in coded.mentions if isinstance(one.value, Actor))
            for coded in self.pages
        }

    def first_day(self, page: str) -> str:
        """The earliest day on which the page can have been written; empty if nothing is known."""
        published = self.page[page].published
        return published.earliest or published.latest or ""

    def surely_later(self, page: str, than: str) -> bool:
        """Whether `page` was written after `than`, whatever days their dates stand for."""
        earliest, latest = self.page[page].published.earliest, self.page[than].published.latest
        return earliest is not None and latest is not None and earliest > latest


def _speaks_in(claim: Claim, mention: Mention, page: Page) -> bool:
    """Whether a mention stands in what is said, or before it in its sentence."""
    if claim.span.covers(mention.span):
        return True
    between = page.text[mention.span.end : claim.span.start]
    return 0 < len(between) <= BEFORE and mention.span.end <= claim.span.start and not _SENTENCE_END.search(between)


_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s|\n\s*\n")


def _names(mention: Mention) -> set[str]:
    written = {fold_name(mention.span.quote)}
    return written | {fold_name(mention.value.name)} if isinstance(mention.value, Place) else written
