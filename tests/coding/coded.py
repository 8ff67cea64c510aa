"""Codes a text of our own as if it were a page, through the real rooms."""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.language.analyser import Analyser
from crossreport.model import Block, CodedPage, EventReport, Page, Published

T = TypeVar("T")


@cache
def analyser() -> Analyser:
    return Analyser()


def page_of(text: str, published: str | None = "2016-10-18") -> Page:
    blocks, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(offset, offset + len(line), "paragraph"))
        offset += len(line) + 1
    when = Published(published, published, published) if published else Published("../..", None, None)
    return Page("page-test", "sha256:00", "test.txt", None, None, "en", text, tuple(blocks), (), when)


@cache
def code_text(text: str, published: str | None = "2016-10-18") -> CodedPage:
    page = page_of(text, published)
    analysis = analyser().analyse(page)
    return code(page, analysis, ground(page, analysis))


def names(report: EventReport, *roles: str) -> set[str]:
    return {p.actor.name for p in report.participants if not roles or p.role in roles}


def types(coded: CodedPage) -> list[str]:
    return [report.type.label for report in coded.reports]


def some(found: Iterable[T]) -> list[T]:
    """What was found, of which a test looks at each: of nothing, anything would hold."""
    listed = list(found)
    assert listed, "nothing to look at"
    return listed
