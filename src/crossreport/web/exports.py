"""The record in other formats: what each would leave out, and the file itself."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from crossreport.export.extras import MissingExtra
from crossreport.export.formats import FORMATS, Contents, NamesNeeded
from crossreport.web.desk import Desk
from crossreport.web.render import page

SUFFIXES = {
    "acled": "csv", "ucdp": "csv", "airwars": "csv", "membership": "csv", "polecat": "tsv", "gdelt": "tsv",
    "plover": "jsonl", "ftm": "jsonl", "parquet": "zip", "annotations": "jsonld", "prov": "json",
}  # fmt: skip


class Made(Struct, frozen=True):
    """A file that was made: `left_out` are reasons with how often; `failed` says why there is no file."""

    path: str
    total: int
    left_out: tuple[tuple[str, int], ...]
    failed: str = ""


def exports(request: Request) -> Response:
    """The formats, and, for one that was chosen, what it leaves out."""
    desk: Desk = request.app.state.desk
    name = request.query_params.get("format", "")
    made = _made(desk, name) if name in FORMATS else None
    return page(
        request,
        "exports.html.j2",
        formats=FORMATS.values(),
        chosen=FORMATS.get(name),
        made=made,
        rejected=sum(one.verdict == "reject" and not one.subjects[0].startswith("judgement-")
                     for one in desk.ledger().standing()),
    )  # fmt: skip


def download(request: Request) -> Response:
    """The file."""
    name = request.path_params["name"]
    if name not in FORMATS:
        raise HTTPException(404, "There is no such format.")
    made = _made(request.app.state.desk, name)
    if made is None:
        raise HTTPException(503, "The file is being made: try again in a while.")
    if made.failed:
        raise HTTPException(409, made.failed)
    named = f"crossreport-{name}.{SUFFIXES.get(name, name)}"
    return FileResponse(made.path, media_type="application/octet-stream", filename=named)


def _made(desk: Desk, name: str) -> Made | None:
    found: Made | None = desk.slow.get((desk.stamp(), "export", name), lambda: _make(desk, name))
    return found


def _make(desk: Desk, name: str) -> Made:
    chosen = FORMATS[name]
    record = desk.record
    contents = Contents(record.coded_pages(), record.linked(), record.capture, record.judgements())
    path = Path(desk.folder) / f"{desk.stamp()[0]}-{name}"
    try:
        with path.open("wb") as stream:
            left_out = chosen.write(stream, contents)
    except NamesNeeded as error:
        return Made("", 0, (), f"{error}: write it with crossreport export {name} --names")
    except MissingExtra as error:
        return Made("", 0, (), str(error))
    total: Sequence[object] = contents.linked.events if chosen.of == "events" else contents.pages
    reasons = Counter(left.why for left in left_out)
    return Made(str(path), len(total), tuple(sorted(reasons.items())))
