"""How long the review app takes for each of its views on a large made-up record: milliseconds for whole answers.

    python -m evals.review_scale [--reports 100000] [--record FILE]

The pages are those of `evals.linking_scale`; the events are grouped by town, type and day, for linking is not what is
measured here. With `--record` the record is kept there and used again. Each view is asked for once right after the
app has opened, and then twice more: `first` is the first answer, `again` the faster of the others, each on the clock
and, in brackets, as time of the processor, which other work on the machine does not lengthen.
"""

import argparse
import asyncio
import itertools
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import httpx
import msgspec

from crossreport.model import Capture, CodedPage, Event, Linked, Side, SourceGroup, Voices, content_id, digest
from crossreport.model.event import Grade
from crossreport.record import open_record
from crossreport.web import Desk, Keys, application
from evals.linking_scale import made_pages

OWN = "http://127.0.0.1:8765"
KEYS = Keys("token", "session", frozenset({"127.0.0.1:8765"}))
HEADERS = {"host": "127.0.0.1:8765", "authorization": "Bearer token"}
VIEWS = (
    "/queue",
    "/queue?page=1500",
    "/queue?outlet=Outlet+7&type=shelling",
    "/queue?words=Town+12",
    "/events",
    "/events?country=SY&grade=corroborated&page=20",
    "/map",
    "/timeline",
    "/actors",
    "/search?q=Town+12+2014",
    "/judgements",
)


Taken = tuple[float, float]  # milliseconds on the clock, and of the processor


def filled(path: Path, reports: int) -> None:
    """A record of that many made-up reports."""
    pages = []
    with open_record(path) as record:
        for coded in made_pages(reports):
            data = coded.page.text.encode()
            capture = Capture(digest(data), coded.page.name, "text/plain", data, "utf-8", "utf-8")
            coded = msgspec.structs.replace(coded, page=msgspec.structs.replace(coded.page, capture=capture.id))
            record.add_page(capture, coded)
            pages.append(coded)
        record.replace_linked(_grouped(pages), through=record.last_entry())


def _grouped(pages: Sequence[CodedPage]) -> Linked:
    told = defaultdict(list)
    for coded in pages:
        for report in coded.reports:
            told[report.place, report.type.label, report.when.earliest if report.when else ""].append(report)
    events = []
    for reports in told.values():
        first, names = reports[0], tuple(report.id for report in reports)
        grade: Grade = "corroborated" if len(reports) > 1 else "single_source"
        sides = tuple(Side(part.role, (part.actor,)) for part in first.participants)
        events.append(
            Event(content_id("event", *names), names, first.type, sides, first.place, first.when, "happened", grade,
                  Voices(len(names), len(names), len(names)), None, ()),
        )  # fmt: skip
    groups = (SourceGroup(content_id("group", coded.page.id), (coded.page.id,), "single", None, ()) for coded in pages)
    return Linked(tuple(groups), tuple(events), ())


def _now() -> Taken:
    return time.perf_counter(), time.process_time()


def _since(began: Taken) -> Taken:
    return (time.perf_counter() - began[0]) * 1000, (time.process_time() - began[1]) * 1000


async def _asked(desk: Desk, views: Sequence[str]) -> dict[str, tuple[Taken, Taken]]:
    transport = httpx.ASGITransport(application(desk, KEYS))
    found = {}
    async with httpx.AsyncClient(transport=transport, base_url=OWN, headers=HEADERS) as client:
        for view in views:
            taken = []
            for _ in range(3):
                began = _now()
                answer = await client.get(view)
                taken.append(_since(began))
                assert answer.status_code == 200, f"{view}: {answer.status_code}"
            found[view] = taken[0], min(taken[1:])
        found |= await _decided(client, desk)
    return found


async def _decided(client: httpx.AsyncClient, desk: Desk) -> dict[str, tuple[Taken, Taken]]:
    """A decision and the page that comes after it: what a reviewer waits for at each key."""
    taken = []
    for row in desk.shelf().select("SELECT id FROM report LIMIT 5"):
        began = _now()
        answer = await client.post("/judge", data={"report": row[0], "verdict": "accept", "back": "/queue"})
        assert answer.status_code == 303, answer.text
        await client.get(answer.headers["location"])
        taken.append(_since(began))
    return {"accept, then the queue": (taken[0], min(taken[1:]))}


def timed(path: Path) -> dict[str, tuple[Taken, Taken]]:
    """Milliseconds for each view: the first answer, and the faster of two more."""
    clock = itertools.count()
    Path(f"{path}-lists").unlink(missing_ok=True)
    began = _now()
    Desk(str(path), "R. Haddad", lambda: f"{time.time_ns()}-{next(clock)}").close()
    first = _since(began)
    began = _now()
    desk = Desk(str(path), "R. Haddad", lambda: f"{time.time_ns()}-{next(clock)}")
    again = _since(began)
    try:
        event = desk.shelf().select("SELECT id FROM event ORDER BY reports DESC LIMIT 1")[0][0]
        page = desk.shelf().select("SELECT id FROM page LIMIT 1")[0][0]
        views = (*VIEWS, f"/event/{event}", f"/page/{page}")
        return {"to open": (first, again)} | asyncio.run(_asked(desk, views))
    finally:
        desk.close()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--record", type=Path, help="where to keep the record")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.record or Path(folder) / "record.db"
        if not path.exists():
            filled(path, given.reports)
        for view, (first, again) in timed(path).items():
            print("{:7.0f} ms ({:6.0f}) first {:7.0f} ms ({:6.0f}) again ".format(*first, *again), view)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:9.0f} MB at most")


if __name__ == "__main__":
    main()
