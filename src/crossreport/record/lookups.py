"""Questions to an open record that are answered without reading all of it: ids, lists, stretches of days, search."""

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import Engine, select

from crossreport.model import CodedPage, Judgement
from crossreport.names import fold_name
from crossreport.record import search, things
from crossreport.record.between import Between, between, count_events, newest_day
from crossreport.record.codec import decode_page
from crossreport.record.derive import PageEntry
from crossreport.record.search import Hit
from crossreport.record.tables import judgements, pages


class Lookups:
    """What a record is asked by id, by day and by word."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def named(self, beginning: str) -> list[str]:
        """Ids of reports, figures and claims that are `beginning`, or begin with it, with or without their kind."""
        with self._engine.connect() as connection:
            return things.named(connection, beginning)

    def page_of(self, thing: str) -> CodedPage | None:
        """The page, as the machine read it, from which the report, figure or claim of that id was read."""
        with self._engine.connect() as connection:
            row = connection.execute(things.page_entry(thing)).first()
        return decode_page(bytes(msgspec.json.decode(row.payload, type=PageEntry).coded)) if row else None

    def report_ids(self, page: str | None = None) -> list[str]:
        """Ids of all reports, or of those of the page of that name or id, by the pages' names; no page is read."""
        with self._engine.connect() as connection:
            return things.report_ids(connection, page)

    def first_reports(self, done: Collection[str], length: int) -> tuple[list[str], int]:
        """The first `length` reports that are not in `done`, in the order of `report_ids`, and how many there are."""
        with self._engine.connect() as connection:
            return things.first_reports(connection, done, length)

    def between(self, since: str | None, until: str | None) -> Between:
        """What may fall between two ISO days, both included, without reading the rest."""
        judgements = self.judgements()
        with self._engine.connect() as connection:
            return between(connection, since, until, judgements)

    def newest_day(self) -> str | None:
        """The newest day on which a page surely was written."""
        with self._engine.connect() as connection:
            return newest_day(connection)

    def outlets(self) -> set[str]:
        """The outlets that pages name."""
        with self._engine.connect() as connection:
            found = connection.execute(select(pages.c.outlet).where(pages.c.outlet.is_not(None)).distinct())
            return set(found.scalars())

    def unknown_sources(self, names: Iterable[str]) -> list[str]:
        """Of these names those that are neither an outlet, in any case, nor the id of a page, sorted."""
        outlets = {fold_name(outlet) for outlet in self.outlets()}
        with self._engine.connect() as connection:
            wanted = sorted(name for name in names if fold_name(name) not in outlets)
            held = set(connection.execute(select(pages.c.id).where(pages.c.id.in_(wanted))).scalars())
        return [name for name in wanted if name not in held]

    def count_events(self, since: str | None = None, until: str | None = None) -> int:
        """How many events may fall between two ISO days, both included; of no days, how many there are."""
        with self._engine.connect() as connection:
            return count_events(connection, since, until)

    def search(self, query: str, *, start: int = 0, length: int | None = None) -> list[Hit]:
        """Pages that hold every word of `query`, with the passages, the newest first; `length` of them from `start` on.

        Case, accents and the Arabic article do not matter; what stands in quotation marks must stand together.
        """
        return self.found(query, start=start, length=length)[1]

    def found(self, query: str, *, start: int = 0, length: int | None = None) -> tuple[int, list[Hit]]:
        """How many pages hold every word of `query`, and hits as `search` gives them."""
        keys = search.keys_of(query)
        if not keys:
            return 0, []
        with self._engine.connect() as connection:
            return search.count(connection, keys), search.hits(connection, keys, start, length)

    def judgements(self, *, superseded: bool = False, blind: str | None = None) -> list[Judgement]:
        """The judgements that stand, or all, by time and id; those of a round of blind coding only if it is named."""
        query = select(judgements.c.body)
        if not superseded:
            query = query.where(judgements.c.superseded_by.is_(None))
        with self._engine.connect() as connection:
            found = [msgspec.json.decode(body, type=Judgement) for body in connection.execute(query).scalars()]
        of_it = [judgement for judgement in found if judgement.blind == blind]
        return sorted(of_it, key=lambda judgement: (judgement.at, judgement.id))

    def replaced(self, *, blind: str | None = None) -> list[Judgement]:
        """The judgements that no longer stand: replaced or taken back; as `judgements` otherwise."""
        standing = {held.id for held in self.judgements(blind=blind)}
        return [held for held in self.judgements(superseded=True, blind=blind) if held.id not in standing]

    def blind_rounds(self) -> list[str]:
        """The names of the rounds of blind coding."""
        with self._engine.connect() as connection:
            bodies = connection.execute(select(judgements.c.body)).scalars()
            found = {msgspec.json.decode(body, type=Judgement).blind for body in bodies}
        return sorted(name for name in found if name is not None)
