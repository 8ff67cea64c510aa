"""Pages in, who speaks on them when they name nobody: outlet, credited agency, and which page came first."""

from collections.abc import Sequence

from crossreport.model import Page
from crossreport.names.agencies import agency_called


def credited_agencies(page: Page) -> frozenset[str]:
    """Agencies that the page credits by name, or that it belongs to; "Agencies" names none."""
    named = [credit.quote for credit in page.credits] + ([page.outlet] if page.outlet else [])
    return frozenset(agency for name in named if (agency := agency_called(name)) is not None)


def origin(pages: Sequence[Page]) -> str | None:
    """What the pages' common text comes from: the one credited agency, else the page that surely came first.

    None: no agency, and no page is earlier than all others beyond doubt. Being first is not proof of writing it.
    """
    if len(pages) == 1:
        return pages[0].outlet or pages[0].id
    agencies = sorted({agency for page in pages for agency in credited_agencies(page)})
    if len(agencies) == 1:
        return agencies[0]
    return _first_outlet(pages)


def _first_outlet(pages: Sequence[Page]) -> str | None:
    outlets = {page.outlet for page in pages}
    if len(outlets) == 1 and None not in outlets:
        return next(iter(outlets))
    dated = sorted((page.published.latest, page.id, page) for page in pages if page.published.latest)
    if not dated:
        return None
    latest, _, first = dated[0]
    others = [page.published.earliest for page in pages if page.id != first.id]
    if all(earliest is not None and earliest > latest for earliest in others):
        return first.outlet or first.id
    return None
