"""Reports, figures and claims by their ids: which there are, and the journal entry of the page that each is from."""

from typing import Any

from sqlalchemy import Connection, Select, or_, select, union_all

from crossreport.record.tables import claims, figures, journal, pages, reports

_OF_PERSONS = (reports, figures, claims)  # what persons judge


def named(connection: Connection, beginning: str) -> list[str]:
    """Ids that are `beginning`, or begin with it, with or without their kind."""
    if not beginning:
        return []
    found: set[str] = set()
    for table in _OF_PERSONS:
        kind = "report" if table is reports else table.name
        fits = or_(*(table.c.id.startswith(each, autoescape=True) for each in (beginning, f"{kind}-{beginning}")))
        found.update(connection.execute(select(table.c.id).where(fits)).scalars())
    return [beginning] if beginning in found else sorted(found)


def page_entry(thing: str) -> Select[Any]:
    """The payload of the journal entry of the page that the thing was read from."""
    of_it = union_all(*(select(table.c.page).where(table.c.id == thing) for table in _OF_PERSONS)).subquery()
    return (
        select(journal.c.payload).join(pages, pages.c.seq == journal.c.seq).where(pages.c.id.in_(select(of_it.c.page)))
    )
