"""The record on the reviewer's desk: what views read of it, and the judgements that they put into it.

One person sits at a desk: who, and the clock, are given. Judgements go into the record's journal; a merge or a split
also has all events linked again, in the background where that takes long.
"""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

import msgspec
from sqlalchemy import Engine, func, select

from crossreport.linking import contradicted
from crossreport.model import (
    CodedPage,
    Event,
    Finding,
    Judgement,
    Linked,
    Rejection,
    SourceGroup,
    VoiceSays,
    content_id,
)
from crossreport.model.judgement import Verdict
from crossreport.pipeline.run import relink
from crossreport.record import open_record
from crossreport.record import search as words
from crossreport.record.codec import decode_page
from crossreport.record.database import connect
from crossreport.record.derive import PageEntry
from crossreport.record.tables import journal, linked, pages
from crossreport.web.shelf import Shelf
from crossreport.weighing import matrix

PATIENCE = 5.0  # seconds that a view waits for linking before it goes on without
REST = 5  # times as long as making the shelf took, before it is made again for pages that are being read meanwhile
_KINDS: dict[str, Any] = {"event": Event, "source_group": SourceGroup, "finding": Finding}


class Refused(Exception):
    """A judgement that cannot be made; the message says why and what to do."""


class Desk:
    """An open record, its shelf, and one reviewer; `now` gives the moment of a judgement (ISO 8601)."""

    def __init__(self, where: str, by: str, now: Callable[[], str]) -> None:
        self.where, self.by = where, by
        self._now = now
        self._record = open_record(where)
        self._engine: Engine = connect(where)
        self._lock = threading.RLock()
        self._worker = ThreadPoolExecutor(1, "linking")
        self._linking: Future[list[Rejection]] | None = None
        self._make()

    def close(self) -> None:
        """Let go of the record when linking is done."""
        self._worker.shutdown()
        self._record.close()
        self._engine.dispose()

    # The shelf

    def shelf(self) -> Shelf:
        """The rows of the record as it is now."""
        with self._lock:
            seq, events = self._stamp()
            if (seq, events) != (self._seq, self._events):
                kinds = self._kinds_since(self._seq)
                if events == self._events and kinds <= {"judgement"}:
                    self._lay(seq)
                elif time.monotonic() > self._rested:
                    self._make()
            return self._shelf

    def _make(self) -> None:
        began = time.monotonic()
        with self._lock:
            seq, self._events = self._stamp()
            self._shelf = Shelf(self._engine)
            self._lay(seq)
            ended = time.monotonic()
            self._rested = ended + REST * (ended - began)

    def _lay(self, seq: int) -> None:
        self._shelf.lay(self._record.judgements())
        self._seq = seq

    def _stamp(self) -> tuple[int, tuple[Any, ...]]:
        """The journal's last number, and what tells one linking from the next."""
        with self._engine.connect() as connection:
            last = connection.execute(select(func.max(journal.c.seq))).scalar() or 0
            told = select(func.count(), func.min(linked.c.id), func.max(linked.c.id))
            return last, tuple(connection.execute(told).one())

    def _kinds_since(self, seq: int) -> set[str]:
        with self._engine.connect() as connection:
            return set(connection.execute(select(journal.c.kind).where(journal.c.seq > seq).distinct()).scalars())

    # What a view shows of one thing

    def coded(self, names: Iterable[str]) -> list[CodedPage]:
        """The pages of these ids, whole, by name."""
        wanted = sorted(set(names))
        query = select(journal.c.payload).join(pages, pages.c.seq == journal.c.seq).where(pages.c.id.in_(wanted))
        with self._engine.connect() as connection:
            stored = list(connection.execute(query).scalars())
        found = [decode_page(bytes(msgspec.json.decode(one, type=PageEntry).coded)) for one in stored]
        return sorted(found, key=lambda coded: (coded.page.name, coded.page.id))

    def of_all(self, kind: str, names: Iterable[str]) -> list[Any]:
        """Events, source groups or findings of these ids."""
        query = select(linked.c.body).where((linked.c.kind == kind) & linked.c.id.in_(sorted(set(names))))
        with self._engine.connect() as connection:
            found = connection.execute(query.order_by(linked.c.position)).scalars()
            return [msgspec.json.decode(body, type=_KINDS[kind]) for body in found]

    def event(self, ident: str) -> Event | None:
        """The event of that id."""
        found = self.of_all("event", [ident])
        return found[0] if found else None

    def voices(self, event: Event, told: Sequence[CodedPage]) -> list[VoiceSays]:
        """What each independent voice says of an event whose pages are `told`."""
        marks = ", ".join("?" * len(told))
        query = f"SELECT DISTINCT source_group FROM grouped WHERE page IN ({marks}) ORDER BY 1"
        groups = [row[0] for row in self._shelf.select(query, *(coded.page.id for coded in told))]
        return matrix(told, Linked(tuple(self.of_all("source_group", groups)), (event,), ()), [event])

    def search(self, query: str, start: int, length: int) -> tuple[int, list[tuple[CodedPage, words.Hit]]]:
        """How many pages hold every word of `query`, and some of them with the passages."""
        keys = words.keys_of(query)
        if not keys:
            return 0, []
        with self._engine.connect() as connection:
            wanted = words.pages_with(connection, keys)
        found = self.coded(wanted[start : start + length])
        return len(wanted), [
            (coded, words.Hit(coded.page.id, coded.page.name, words.passages(coded.page.text, keys))) for coded in found
        ]

    # Judgements

    def judgements(self, *, superseded: bool = False) -> list[Judgement]:
        """The judgements that stand, or all."""
        return self._record.judgements(superseded=superseded)

    def judge(
        self,
        verdict: Verdict,
        subjects: Sequence[str],
        why: str,
        *,
        supersedes: str | None = None,
        apart: Sequence[str] = (),
        changes: Sequence[tuple[str, str]] = (),
    ) -> Judgement:
        """Put a judgement of the person at this desk, made now, into the journal.

        Raises:
            Refused: no reason was given, or it contradicts one that stands.
        """
        if not why.strip():
            raise Refused("A judgement needs a reason: say why.")
        with self._lock:
            at = self._now()
            named, aside, fixed = tuple(subjects), tuple(apart), tuple(changes)
            ident = content_id("judgement", verdict, named, aside, fixed, self.by, at, why, supersedes)
            made = Judgement(ident, verdict, named, self.by, at, why, supersedes, aside, fixed)
            for held in contradicted(made, self._record.judgements()):
                raise Refused(
                    f"{held.by} said the opposite on {held.at} ({held.why}). Take that judgement back first: {held.id}"
                )
            try:
                self._record.judge(made)
            except ValueError as error:
                raise Refused(str(error)) from error
        return made

    def undo(self, ident: str, why: str) -> Judgement:
        """Take a judgement back; that it was made stays in the journal."""
        standing = {held.id: held for held in self._record.judgements()}
        if ident not in standing:
            raise Refused("That judgement does not stand: it was taken back or superseded before.")
        made = self.judge("reject", [ident], why, supersedes=ident)
        if standing[ident].verdict in ("merge", "split"):
            self.relink()
        return made

    # Linking

    def relink(self) -> None:
        """Have all events linked again; waits a little, then goes on without."""
        with self._lock:
            self._linking = self._worker.submit(self._relinked)
        wait([self._linking], PATIENCE)

    def _relinked(self) -> list[Rejection]:
        failures = relink(self._record)
        self._make()
        return failures

    def linking(self) -> str:
        """What to tell of linking: that it is under way, or that it failed; empty if all is well."""
        if self._linking is None:
            return ""
        if not self._linking.done():
            return "Events are being linked again; lists still show them as they were."
        if error := self._linking.exception():
            return f"Linking failed ({error}); events are as they were."
        return " ".join(failure.says for failure in self._linking.result())
