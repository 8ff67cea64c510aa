"""What goes with a capture when it is erased: the judgements on what was ever read from it.

They hold its words: what the machine had, what a person put in its place, and why. Merges and splits hold ids only, and
speak of other pages, too: they stay.
"""

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, delete, select

from crossreport.model import Judgement
from crossreport.record import journal as chain
from crossreport.record import search, together
from crossreport.record.codec import canonical, decode_page
from crossreport.record.corrections import things_of
from crossreport.record.derive import Erasure, PageEntry, apply
from crossreport.record.tables import captures, journal, judgements

_OF_EVENTS = ("merge", "split")


def erase(connection: Connection, erasure: Erasure) -> None:
    """Take a capture, what was read from it, the judgements on that and all linked results out."""
    names = judgements_on(connection, erasure.capture)
    payload = canonical(replace(erasure, judgements=names))
    seq = chain.append(connection, "erasure", erasure.capture, payload)
    chain.erase(connection, erasure.capture)
    chain.erase_judgements(connection, names)
    connection.execute(delete(captures).where(captures.c.id == erasure.capture))
    together.forget(connection)
    apply(connection, seq, "erasure", payload)
    search.forget(connection)


def judgements_on(connection: Connection, capture: str) -> tuple[str, ...]:
    """Ids of the judgements on reports, figures and claims of a capture, with those that took these back."""
    gone = set(_things_of(connection, capture))
    bodies = connection.execute(select(judgements.c.body)).scalars()
    held = [one for body in bodies if (one := msgspec.json.decode(body, type=Judgement)).verdict not in _OF_EVENTS]
    found: set[str] = set()
    while fresh := {one.id for one in held if gone.issuperset(one.subjects)} - found:
        found |= fresh
        gone |= fresh  # a judgement that takes one back has it for a subject
    return tuple(sorted(found))


def _things_of(connection: Connection, capture: str) -> list[str]:
    """Ids of all that was read from it, now or before."""
    of_it = (journal.c.kind == "page") & (journal.c.subject == capture) & journal.c.payload.is_not(None)
    payloads = connection.execute(select(journal.c.payload).where(of_it)).scalars()
    coded = (decode_page(bytes(msgspec.json.decode(one, type=PageEntry).coded)) for one in payloads)
    return [thing.id for page in coded for thing in things_of(page)]
