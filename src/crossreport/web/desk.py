"""The record on the reviewer's desk: what views read of it, and the judgements that they put into it.

One person sits at a desk: who, and the clock, are given. Others may write into the same record meanwhile: every view
first looks whether the journal or the events have moved on. Events are linked again in the background.
"""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from sqlalchemy import Engine, func, select

from crossreport.model import CodedPage, Event, Finding, Judgement, Linked, Rejection, SourceGroup, VoiceSays
from crossreport.pipeline.run import relink
from crossreport.record import open_record
from crossreport.record.codec import decode_page
from crossreport.record.corrections import things_of
from crossreport.record.database import connect
from crossreport.record.derive import PageEntry
from crossreport.record.judged import judged
from crossreport.record.search import Hit
from crossreport.record.tables import journal, linked, pages
from crossreport.web.filters import REPORTS, UNLISTED, Filters
from crossreport.web.kept import Made, keep, kept
from crossreport.web.ledger import Ledger
from crossreport.web.shelf import Shelf, Tell
from crossreport.web.slow import Slow
from crossreport.weighing import matrix

PATIENCE = 5.0  # seconds that a merge or a split waits for linking before it goes on without
SWIFT = 1.0  # seconds: a shelf that takes longer to make is made in the background
REST = 5  # times as long as making the shelf took, before it is made again for pages that are being read meanwhile
_KINDS: dict[str, Any] = {"event": Event, "source_group": SourceGroup, "finding": Finding}


class Desk:
    """An open record, its shelf, and one reviewer; `now` gives the moment of a judgement (ISO 8601).

    `tell` hears how many pages of how many are in the lists, while these are made for the first time.
    """

    def __init__(self, where: str, by: str, now: Callable[[], str], tell: Tell | None = None) -> None:
        self.where, self.by, self.now = where, by, now
        self.record = open_record(where)
        self.engine: Engine = connect(where)
        self.lock = threading.RLock()
        self._worker = ThreadPoolExecutor(1, "linking")
        self._linking: Future[list[Rejection]] | None = None
        self._making: Future[None] | None = None
        self._wanted = False
        self.slow = Slow()
        self._folder = TemporaryDirectory(prefix="crossreport-")
        file = self.record.lists_file()
        found = kept(file, self.engine) if file is not None else None
        if found is None:
            self._make(tell)
        else:
            self._take(*found)
            self._rested = time.monotonic()  # what was read since is looked at without delay
        if self._is_behind():
            self.relink(patience=0)

    def close(self) -> None:
        """Let go of the record when linking is done."""
        self.slow.close()
        self._folder.cleanup()
        self._worker.shutdown()
        self.record.close()
        self.engine.dispose()

    # The shelf and the ledger

    def shelf(self) -> Shelf:
        """The rows of the record as it is now, or, where that takes long, as it was a moment ago."""
        with self.lock:
            seq, events = self.stamp()
            if (seq, events) != (self._seq, self._events):
                if events == self._events and self._kinds_since(self._seq) <= {"judgement"}:
                    self._lay(seq)
                elif self._took < SWIFT:
                    self._make()
                elif time.monotonic() > self._rested and (self._making is None or self._making.done()):
                    self._making = self._worker.submit(self._make)
            return self._shelf

    def ledger(self) -> Ledger:
        """The judgements as they are now."""
        with self.lock:
            self.shelf()
            return self._ledger

    @property
    def folder(self) -> str:
        """Where files can be made; gone when the desk is closed."""
        return self._folder.name

    @property
    def seq(self) -> int:
        """The journal's last entry that the shelf knows."""
        return self._seq

    def stamp(self) -> tuple[int, str]:
        """The journal's last number, and what tells one linking from the next."""
        return self.record.last_entry(), self.record.linked_state()[1]

    def made_since(self, seq: int) -> list[Judgement]:
        """Judgements that came after that entry of the journal, in its order; blind ones stay blind."""
        with self.engine.connect() as connection:
            wanted = (journal.c.kind == "judgement") & (journal.c.seq > seq) & journal.c.payload.is_not(None)
            query = select(journal.c.payload).where(wanted).order_by(journal.c.seq)
            made = [msgspec.json.decode(one, type=Judgement) for one in connection.execute(query).scalars()]
        return [one for one in made if one.blind is None]

    def _make(self, tell: Tell | None = None) -> None:
        began = time.monotonic()
        seq, events = self.stamp()
        shelf = Shelf(self.engine, tell) if tell else Shelf(self.engine)
        made = Made(seq, events, time.monotonic() - began)
        file = self.record.lists_file()
        if file is not None and made.seconds >= SWIFT:
            keep(shelf, file, made, self.engine)
        self._take(shelf, made)

    def _take(self, shelf: Shelf, made: Made) -> None:
        """Work with this shelf from now on; what came into the record later is laid on it, or it is made again."""
        _count_first(shelf)
        with self.lock:
            self._shelf, self._ledger, self._events = shelf, Ledger(), made.events
            self._seq, self._took = 0, made.seconds
            self._lay(made.seq)
            self._rested = time.monotonic() + REST * made.seconds

    def _lay(self, seq: int) -> None:
        """Put the judgements since the last time on the shelf."""
        touched: set[str] = set()
        with self.engine.connect() as connection:
            wanted = (journal.c.kind == "judgement") & journal.c.seq.between(self._seq + 1, seq)
            query = select(journal.c.payload).where(wanted).order_by(journal.c.seq)
            for payload in connection.execute(query).scalars():
                touched |= self._ledger.add(msgspec.json.decode(payload, type=Judgement))
        if touched:
            self._shelf.lay(touched, self._ledger)
            fixed = {one for one in touched if any(said.verdict == "correct" for said in self._ledger.of(one))}
            fixed |= touched & self._shelf.corrected
            if fixed:
                self._shelf.correct(self.coded(self._shelf.pages_of(fixed), by=self._ledger), fixed)
        self._seq = seq

    def _kinds_since(self, seq: int) -> set[str]:
        with self.engine.connect() as connection:
            return set(connection.execute(select(journal.c.kind).where(journal.c.seq > seq).distinct()).scalars())

    def _is_behind(self) -> bool:
        """Whether a person decided something that linking has not heard of, as after a crash."""
        through, _ = self.record.linked_state()
        if not through:
            return False
        return any(one.verdict not in ("accept", "defer") for one in self.made_since(through))

    # What a view shows of one thing

    def coded(self, names: Iterable[str], *, by: Ledger | None = None) -> list[CodedPage]:
        """The pages of these ids, whole, by name: as the machine read them, or `by` a ledger as persons left them."""
        wanted = sorted(set(names))
        query = select(journal.c.payload).join(pages, pages.c.seq == journal.c.seq).where(pages.c.id.in_(wanted))
        with self.engine.connect() as connection:
            stored = list(connection.execute(query).scalars())
        found = [decode_page(bytes(msgspec.json.decode(one, type=PageEntry).coded)) for one in stored]
        found.sort(key=lambda coded: (coded.page.name, coded.page.id))
        if by is None:
            return found
        about = {one.id: one for coded in found for thing in things_of(coded) for one in by.of(thing.id)}
        return judged(found, about.values())

    def of_all(self, kind: str, names: Iterable[str]) -> list[Any]:
        """Events, source groups or findings of these ids."""
        query = select(linked.c.body).where((linked.c.kind == kind) & linked.c.id.in_(sorted(set(names))))
        with self.engine.connect() as connection:
            found = connection.execute(query.order_by(linked.c.position)).scalars()
            return [msgspec.json.decode(body, type=_KINDS[kind]) for body in found]

    def event(self, ident: str) -> Event | None:
        """The event of that id."""
        found = self.of_all("event", [ident])
        return found[0] if found else None

    def voices(self, event: Event, told: Sequence[CodedPage]) -> list[VoiceSays]:
        """What each independent voice says of an event whose pages are `told`."""
        groups = self.shelf().groups_of(coded.page.id for coded in told)
        return matrix(told, Linked(tuple(self.of_all("source_group", groups)), (event,), ()), [event])

    def search(self, query: str, start: int, length: int) -> tuple[int, list[tuple[CodedPage, Hit]]]:
        """How many pages hold every word of `query`, and some of them with the passages, the newest first."""
        total, hits = self.record.found(query, start=start, length=length)
        coded = {one.page.id: one for one in self.coded(hit.page for hit in hits)}
        return total, [(coded[hit.page], hit) for hit in hits if hit.page in coded]

    # Linking

    def relink(self, *, patience: float = PATIENCE) -> None:
        """Have all events linked again, in the background; waits a little for it."""
        with self.lock:
            self._wanted = True
            if self._linking is None or self._linking.done():
                self._linking = self._worker.submit(self._relinked)
            linking = self._linking
        if patience:
            wait([linking], patience)

    def _relinked(self) -> list[Rejection]:
        while True:
            with self.lock:
                self._wanted = False
            failures = relink(self.record)
            self._make()
            with self.lock:
                if not self._wanted:
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

    def count_pages(self) -> int:
        """How many pages the record holds."""
        with self.engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(pages)).scalar() or 0


def _count_first(shelf: Shelf) -> None:
    """Have counted what the first page shows, so that nobody waits for it."""
    filters = Filters.of({}, REPORTS, state="open")
    shelf.total("report", filters)
    for name in REPORTS:
        if name not in UNLISTED or name == "state":
            shelf.facet("report", filters, name)
