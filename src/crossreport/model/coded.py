"""What the rooms hand on: the coding of one page, and what a set of pages adds up to."""

from msgspec import Struct

from crossreport.model.claim import Claim
from crossreport.model.event import Event, SourceGroup
from crossreport.model.figure import Figure
from crossreport.model.finding import Finding
from crossreport.model.mention import Mention
from crossreport.model.page import Page
from crossreport.model.report import EventReport


class CodedPage(Struct, frozen=True):
    """A page with everything that was read from it alone. `model` names weights and run-time versions."""

    page: Page
    mentions: tuple[Mention, ...]
    reports: tuple[EventReport, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    model: str = ""


class Linked(Struct, frozen=True):
    """Source groups, events and findings over a set of coded pages."""

    source_groups: tuple[SourceGroup, ...]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
