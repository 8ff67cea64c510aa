"""The record: what was read, found and decided, kept so that nothing of it can be changed unseen.

In: captures with their coded pages, rejections, linked results, judgements. Out: the same, in an order that does not
depend on the order in which they came.
"""

import glob
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Engine, Row, func, insert, select

from crossreport.model import (
    Capture,
    CodedPage,
    Duplicate,
    Judgement,
    Linked,
    Rejection,
    digest,
)
from crossreport.record import containers, schema, together
from crossreport.record import journal as chain
from crossreport.record.codec import canonical, decode_page
from crossreport.record.database import IN_MEMORY, RecordError, connect, flush, is_sqlite, settle, writing
from crossreport.record.derive import CaptureMeta, Erasure, Original, PageEntry, TurnedAway, apply, put_page
from crossreport.record.erasing import erase
from crossreport.record.judged import LeftOut, left_out
from crossreport.record.judged import judged as put_into_effect
from crossreport.record.lookups import Lookups
from crossreport.record.stamp import Head
from crossreport.record.tables import (
    captures,
    duplicates,
    erasures,
    journal,
    judgements,
    meta,
    originals,
    pages,
    paths,
    rejections,
)
from crossreport.record.verify import Fault, faults_in

_REJECTIONS = select(rejections.c.name, rejections.c.rule, rejections.c.says, rejections.c.capture)


class PageState(Struct, frozen=True):
    """What the record knows of the reading of a capture: its name, last room, version of the rooms, given day."""

    page: str
    name: str
    through: str
    version: str
    published: str | None


def open_record(where: str | Path) -> "Record":
    """The record at a file path or database URL; made if it does not exist.

    Raises:
        RecordError: it cannot be opened, is some other database, or needs a newer Crossreport.
    """
    engine = connect(where)
    try:
        with engine.connect() as connection:
            current = schema.is_current(connection)
        if not current:
            _prepare(engine)
    except RecordError as error:
        engine.dispose()
        raise RecordError(f"{where}: {error}") from error
    except BaseException:
        engine.dispose()
        raise
    return Record(engine)


class Record(Lookups):
    """An open record. Every method that writes is one transaction: a killed run leaves whole pages only."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # Pages

    def add_page(
        self,
        capture: Capture,
        coded: CodedPage,
        *,
        through: str = "coding",
        version: str = "",
        published: str | None = None,
    ) -> None:
        """Keep a capture and its coding; it takes the place of an earlier coding of the same capture.

        Raises:
            ValueError: the capture's id is not the hash of its bytes, or the coding holds what cannot be stored.
        """
        if digest(capture.data) != capture.id:
            raise ValueError(f"the id of {capture.name} is not the hash of its bytes")
        described = _described(capture)
        entry = PageEntry(described, through, version, published, msgspec.Raw(canonical(coded).encode()))
        payload = canonical(entry)
        with writing(self._engine) as connection:
            _keep_bytes(connection, capture)
            seq = chain.append(connection, "page", capture.id, payload)
            put_page(connection, seq, entry, coded)

    def state_of(self, capture: str) -> PageState | None:
        """How the capture of that id was read, None if it was not."""
        columns = (pages.c.id, pages.c.name, pages.c.through, pages.c.version, pages.c.published)
        with self._engine.connect() as connection:
            row = connection.execute(select(*columns).where(pages.c.capture == capture)).first()
        return PageState(*row) if row else None

    def coded_pages(self, *, through: str | None = None, judged: bool = True) -> list[CodedPage]:
        """All coded pages by name, as persons left them; `judged=False`: as the machine read them.

        `through` keeps those that this room saw last.
        """
        query = select(journal.c.payload).join(pages, pages.c.seq == journal.c.seq)
        if through is not None:
            query = query.where(pages.c.through == through)
        with self._engine.connect() as connection:
            found = [_coded(row) for row in connection.execute(query)]
        found.sort(key=lambda coded: (coded.page.name, coded.page.id))
        return put_into_effect(found, self.judgements()) if judged else found

    def left_out(self) -> list[LeftOut]:
        """Reports, figures and claims that persons rejected, by page, with who, when and why."""
        judgements = self.judgements()
        return list(left_out(self.coded_pages(judged=False), judgements)) if judgements else []

    def capture(self, capture: str) -> Capture | None:
        """The capture of that id with its bytes, None if the record does not hold it."""
        query = (
            select(journal.c.payload, captures.c.data)
            .join(pages, pages.c.seq == journal.c.seq)
            .join(captures, captures.c.id == pages.c.capture)
            .where(pages.c.capture == capture)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        described = msgspec.json.decode(row.payload, type=PageEntry).capture
        return _with_bytes(described, bytes(row.data))

    # What was not read

    def add_rejection(self, rejection: Rejection, capture: Capture | None = None) -> None:
        """Keep why an input was not read, with its bytes if it is a capture; the same reason twice adds nothing."""
        rejection = msgspec.structs.replace(rejection, capture=capture.id if capture else None)
        with self._engine.connect() as connection:
            row = connection.execute(_REJECTIONS.where(rejections.c.name == rejection.name)).first()
        if row is not None and Rejection(*row) == rejection:
            return
        described = _described(capture) if capture else None
        payload = canonical(TurnedAway(**msgspec.structs.asdict(rejection), described=described))
        with writing(self._engine) as connection:
            if capture is not None:
                _keep_bytes(connection, capture)
            seq = chain.append(connection, "rejection", rejection.capture or rejection.name, payload)
            apply(connection, seq, "rejection", payload)

    def rejections(self) -> list[Rejection]:
        """Inputs that were not read, by name."""
        with self._engine.connect() as connection:
            found = [Rejection(*row) for row in connection.execute(_REJECTIONS)]
        return sorted(found, key=lambda rejection: rejection.name)

    def rejected_capture(self, name: str) -> Capture | None:
        """The capture that was turned away under that name, None if intake had none or its bytes are gone."""
        query = (
            select(journal.c.payload, captures.c.data)
            .join(rejections, rejections.c.seq == journal.c.seq)
            .join(captures, captures.c.id == rejections.c.capture)
            .where(rejections.c.name == name)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        described = msgspec.json.decode(row.payload, type=TurnedAway).described if row else None
        return _with_bytes(described, bytes(row.data)) if row and described else None

    def add_duplicate(self, duplicate: Duplicate) -> None:
        """Keep that an input's bytes were read under another name; the same twice adds nothing."""
        same = (duplicates.c.name == duplicate.name) & (duplicates.c.capture == duplicate.capture)
        with self._engine.connect() as connection:
            if connection.execute(select(duplicates.c.name).where(same)).first() is not None:
                return
        payload = canonical(duplicate)
        with writing(self._engine) as connection:
            seq = chain.append(connection, "duplicate", duplicate.capture, payload)
            apply(connection, seq, "duplicate", payload)

    def duplicates(self) -> list[Duplicate]:
        """Inputs whose bytes were read under another name, with the name that the page has now."""
        query = select(duplicates.c.name, duplicates.c.capture, func.coalesce(pages.c.name, duplicates.c.first))
        joined = query.outerjoin(pages, pages.c.capture == duplicates.c.capture)
        with self._engine.connect() as connection:
            found = [Duplicate(*row) for row in connection.execute(joined)]
        others = [duplicate for duplicate in found if duplicate.name != duplicate.first]
        return sorted(others, key=lambda duplicate: (duplicate.name, duplicate.capture))

    # Where it came from

    def add_paths(self, given: Sequence[str]) -> None:
        """Remember where inputs were looked for, so that failures can be tried again."""
        with writing(self._engine) as connection:
            known = set(connection.execute(select(paths.c.path)).scalars())
            for path in sorted(set(given) - known):
                connection.execute(insert(paths).values(path=path))

    def paths(self) -> list[str]:
        """Where inputs were looked for, as it was given."""
        with self._engine.connect() as connection:
            return sorted(connection.execute(select(paths.c.path)).scalars())

    def add_shard(self, name: str, digest: str, how: str) -> None:
        """Note that all of a container is accounted for, read in this way; twice adds nothing."""
        if not self.has_shard(name, digest, how):
            with writing(self._engine) as connection:
                containers.note(connection, name, digest, how)

    def has_shard(self, name: str, digest: str, how: str) -> bool:
        """Whether all of that container was accounted for, read in this way."""
        with self._engine.connect() as connection:
            return containers.is_noted(connection, name, digest, how)

    def within(self, container: str) -> tuple[list[Duplicate], list[Rejection]]:
        """What became of the inputs in a container: those read, with the name of their page, and those rejected."""
        with self._engine.connect() as connection:
            return containers.within(connection, container)

    def add_original(self, original: Original) -> None:
        """Note that a whole input file is kept by its hash; twice adds nothing."""
        with self._engine.connect() as connection:
            if connection.execute(select(originals.c.id).where(originals.c.id == original.id)).first() is not None:
                return
        payload = canonical(original)
        with writing(self._engine) as connection:
            seq = chain.append(connection, "original", original.id, payload)
            apply(connection, seq, "original", payload)

    def originals(self) -> list[Original]:
        """The input files that are kept beside the record, by their hash."""
        with self._engine.connect() as connection:
            return [Original(*row) for row in connection.execute(select(originals).order_by(originals.c.id))]

    def sources(self) -> list[tuple[CaptureMeta, PageState]]:
        """How each capture that was read was had, and how far it was read, by name."""
        columns = (pages.c.id, pages.c.name, pages.c.through, pages.c.version, pages.c.published)
        query = select(journal.c.payload, *columns).join(pages, pages.c.seq == journal.c.seq)
        with self._engine.connect() as connection:
            found = [
                (msgspec.json.decode(payload, type=PageEntry).capture, PageState(*state))
                for payload, *state in connection.execute(query)
            ]
        return sorted(found, key=lambda pair: (pair[0].name, pair[0].id))

    # What all pages add up to

    def replace_linked(self, result: Linked, *, through: int = 0) -> None:
        """Put new events, source groups and findings in place of the former ones.

        `through` is the journal's last entry that linking heard of.
        """
        with writing(self._engine) as connection:
            together.replace(connection, result, through)

    def linked_state(self) -> tuple[int, str]:
        """The journal's last entry that linking heard of, and a sum that changes when events or findings do."""
        with self._engine.connect() as connection:
            return together.state(connection)

    def last_entry(self) -> int:
        """The number of the journal's last entry; 0 if it is empty."""
        with self._engine.connect() as connection:
            return connection.execute(select(func.max(journal.c.seq))).scalar() or 0

    def linked(self) -> Linked:
        """Events, source groups and findings of the last run, in the order in which linking gave them."""
        with self._engine.connect() as connection:
            return together.kept(connection)

    def links_file(self) -> Path | None:
        """Where linking may keep what it found, to find it sooner again; none beside a server or in memory.

        The file belongs to the record but is no part of it: it can be deleted at any time.
        """
        return self._beside("links")

    def lists_file(self) -> Path | None:
        """Where an app may keep lists that it made of a large record; as `links_file` otherwise."""
        return self._beside("lists")

    def _beside(self, kind: str) -> Path | None:
        name = self._engine.url.database
        return Path(f"{name}-{kind}") if is_sqlite(self._engine) and name not in (None, "", IN_MEMORY) else None

    # Judgements

    def judge(self, judgement: Judgement) -> None:
        """Add a person's decision. An earlier one is superseded, never changed.

        Raises:
            ValueError: the id is taken, or it supersedes a judgement that does not stand.
        """
        self.judge_all((judgement,))

    def judge_all(self, made: Sequence[Judgement]) -> None:
        """Add decisions, all or none, in this order.

        Raises:
            ValueError: an id is taken, or one supersedes a judgement that does not stand.
        """
        with writing(self._engine) as connection:
            for one in made:
                if connection.execute(select(judgements.c.id).where(judgements.c.id == one.id)).first():
                    raise ValueError(f"there is a judgement {one.id} already")
                if one.supersedes is not None and not _stands(connection, one.supersedes, one.blind):
                    raise ValueError(f"{one.supersedes} does not stand: nothing to supersede")
                payload = canonical(one)
                apply(connection, chain.append(connection, "judgement", one.id, payload), "judgement", payload)
        settle(self._engine)

    # Erasure

    def erase(self, erasure: Erasure) -> None:
        """Take a capture, its coding and all linked results out for good; that it was there, and why not now, stays.

        Raises:
            ValueError: the record holds no such capture.
        """
        if not self._holds(erasure.capture):
            raise ValueError(f"the record holds no capture {erasure.capture}")
        with writing(self._engine) as connection:
            erase(connection, erasure)
        flush(self._engine)
        for file in filter(None, (self.links_file(), self.lists_file())):
            for one in file.parent.glob(f"{glob.escape(file.name)}*"):  # with what a killed process left half written
                one.unlink(missing_ok=True)

    def _holds(self, capture: str) -> bool:
        with self._engine.connect() as connection:
            return connection.execute(select(captures.c.id).where(captures.c.id == capture)).first() is not None

    def erasures(self) -> list[Erasure]:
        """What was erased, by capture."""
        with self._engine.connect() as connection:
            return [Erasure(*row) for row in connection.execute(select(erasures).order_by(erasures.c.capture))]

    # Keeping it honest

    def head(self) -> str:
        """The last hash of the journal: it stands for all of it."""
        with self._engine.connect() as connection:
            return chain.head(connection)[1]

    def stamp(self) -> Head:
        """Number and hash of the last entry."""
        with self._engine.connect() as connection:
            return Head(*chain.head(connection))

    def holds(self, head: Head) -> bool:
        """Whether the entry of that number has that hash: all up to it is as it was then."""
        same = (journal.c.seq == head.entries) & (journal.c.hash == head.hash)
        with self._engine.connect() as connection:
            return (
                head == Head(0, chain.START)
                or connection.execute(select(journal.c.seq).where(same)).first() is not None
            )

    def has_entry(self, hashed: str) -> bool:
        """Whether the journal holds an entry of that hash."""
        with self._engine.connect() as connection:
            return connection.execute(select(journal.c.seq).where(journal.c.hash == hashed)).first() is not None

    def verify(self) -> list[Fault]:
        """All that is wrong with the record; empty if nothing is."""
        with self._engine.connect() as connection:
            return list(faults_in(connection))

    def rebuild(self) -> None:
        """Make all derived tables again from the journal."""
        with writing(self._engine) as connection:
            _rebuild(connection)

    def schema_version(self) -> int:
        """The version of the tables' shape."""
        with self._engine.connect() as connection:
            return int(connection.execute(select(meta.c.value).where(meta.c.key == "schema")).scalar_one())


def _prepare(engine: Engine) -> None:
    with writing(engine) as connection:
        if schema.prepare(connection):
            _rebuild(connection)


def _rebuild(connection: Connection) -> None:
    schema.recreate_derived(connection)
    for entry in list(chain.entries(connection)):
        if entry.payload is not None:
            apply(connection, entry.seq, entry.kind, entry.payload)


def _stands(connection: Connection, name: str, blind: str | None) -> bool:
    held = (judgements.c.id == name) & judgements.c.superseded_by.is_(None)
    body = connection.execute(select(judgements.c.body).where(held)).scalar()
    return body is not None and msgspec.json.decode(body, type=Judgement).blind == blind


def _keep_bytes(connection: Connection, capture: Capture) -> None:
    if connection.execute(select(captures.c.id).where(captures.c.id == capture.id)).first() is None:
        connection.execute(insert(captures).values(id=capture.id, data=capture.data))


def _with_bytes(described: CaptureMeta, data: bytes) -> Capture:
    return msgspec.convert({**msgspec.structs.asdict(described), "data": data}, Capture)


def _described(capture: Capture) -> CaptureMeta:
    kept = {name: getattr(capture, name) for name in CaptureMeta.__struct_fields__}
    return CaptureMeta(**kept)


def _coded(row: Row[Any]) -> CodedPage:
    return decode_page(bytes(msgspec.json.decode(row.payload, type=PageEntry).coded))
