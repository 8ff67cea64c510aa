"""Reports, figures and claims by their ids: which there are, and the journal entry of the page that each is from."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, union_all

from crossreport.record.tables import claims, figures, journal, pages, reports

AT_ONCE = 500  # ids in one query: below what any database takes
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


def report_ids(connection: Connection, page: str | None = None) -> list[str]:
    """Ids of all reports by the names of their pages; `page` is the name or id of the only one."""
    query = select(reports.c.id).join(pages, pages.c.id == reports.c.page)
    if page is not None:
        query = query.where(or_(pages.c.id == page, pages.c.name == page))
    ordered = query.order_by(pages.c.name, pages.c.id, reports.c.position)
    return list(connection.execute(ordered).scalars())


def first_reports(connection: Connection, done: Collection[str], length: int) -> tuple[list[str], int]:
    """The first `length` reports that are not in `done`, as `report_ids` orders them, and how many there are."""
    ordered = connection.execute(select(pages.c.id).order_by(pages.c.name, pages.c.id)).scalars().all()
    total = connection.execute(select(func.count()).select_from(reports)).scalar_one()
    among = select(func.count()).select_from(reports)
    judged = sum(connection.execute(among.where(reports.c.id.in_(some))).scalar_one() for some in batches(done))
    found: list[str] = []
    for at in range(0, len(ordered), length):
        some = ordered[at : at + length]
        rows = connection.execute(
            select(reports.c.page, reports.c.position, reports.c.id).where(reports.c.page.in_(some))
        )
        place = {page: number for number, page in enumerate(some)}
        found += [row.id for row in sorted(rows, key=lambda row: (place[row.page], row.position)) if row.id not in done]
        if len(found) >= length:
            break
    return found[:length], total - judged


def batches(names: Iterable[str]) -> Iterator[list[str]]:
    """The names in their order, so many at a time as a query takes."""
    ordered = sorted(names)
    yield from (ordered[at : at + AT_ONCE] for at in range(0, len(ordered), AT_ONCE))
