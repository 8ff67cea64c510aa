"""Coded pages and what they add up to in, the same pages with their source group out.

A page of the record is stored as it was read; which other pages share its origin changes with every run, so the group
is put on the page when it is handed out and never stored with it. A page that shares its text and also single passages
goes with those that share its text.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from crossreport.model import CodedPage, Linked, SourceGroup

STRENGTH = ("same_capture", "repost", "wire_copy", "paraphrase", "shared_passages", "single")


def group_of(groups: Sequence[SourceGroup]) -> dict[str, str]:
    """Page to the source group that it shares most with."""
    found: dict[str, SourceGroup] = {}
    for group in sorted(groups, key=lambda group: (STRENGTH.index(group.kind), -len(group.pages), group.id)):
        for page in group.pages:
            found.setdefault(page, group)
    return {page: group.id for page, group in found.items()}


def grouped(pages: Sequence[CodedPage], linked: Linked) -> list[CodedPage]:
    """`pages` in their order, each with its source group."""
    groups = group_of(linked.source_groups)
    return [replace(coded, page=replace(coded.page, source_group=groups.get(coded.page.id))) for coded in pages]
