"""Containers that a run has seen to their end, and what became of the inputs in them, by their names."""

from sqlalchemy import Connection, func, insert, select

from crossreport.model import Duplicate, Rejection
from crossreport.record.tables import duplicates, pages, rejections, shards


def note(connection: Connection, name: str, digest: str, how: str) -> None:
    """All of this container is accounted for, read in this way."""
    connection.execute(insert(shards).values(name=name, digest=digest, how=how))


def is_noted(connection: Connection, name: str, digest: str, how: str) -> bool:
    """Whether all of it was accounted for, read in this way."""
    same = (shards.c.name == name) & (shards.c.digest == digest) & (shards.c.how == how)
    return connection.execute(select(shards.c.name).where(same)).first() is not None


def within(connection: Connection, container: str) -> tuple[list[Duplicate], list[Rejection]]:
    """Inputs that were read, now or earlier, with the name of their page; and those rejected; both by name."""
    inside = f"{container}#"
    read = select(pages.c.name, pages.c.capture, pages.c.name).where(pages.c.name.startswith(inside, autoescape=True))
    again = (
        select(duplicates.c.name, duplicates.c.capture, func.coalesce(pages.c.name, duplicates.c.first))
        .outerjoin(pages, pages.c.capture == duplicates.c.capture)
        .where(duplicates.c.name.startswith(inside, autoescape=True))
    )
    refused = select(rejections.c.name, rejections.c.rule, rejections.c.says, rejections.c.capture).where(
        rejections.c.name.startswith(inside, autoescape=True)
    )
    found = [Duplicate(name, capture, name) for name, capture, _ in connection.execute(read)]
    found += [Duplicate(*row) for row in connection.execute(again) if row[0] != row[2]]
    rejected = [Rejection(*row) for row in connection.execute(refused)]
    return sorted(found, key=_by_name), sorted(rejected, key=lambda one: one.name)


def _by_name(one: Duplicate) -> tuple[str, str]:
    return one.name, one.capture
