"""A small folder of pages and archives, always the same, and what an undisturbed run makes of it."""

import os
import tempfile
from pathlib import Path

from crossreport.export import jsonl
from crossreport.pipeline.options import Options
from crossreport.pipeline.run import run
from crossreport.record import Record, open_record
from evals import containers as made

PAGES = 6


def folder() -> Path:
    """Texts, an archive with a copy and a picture in it, and what cannot be read."""
    where = Path(tempfile.mkdtemp(prefix="torture-"))
    for number in range(PAGES):
        (where / f"{number}.txt").write_text(made.text(number), encoding="utf-8")
    picture = made.warc_record(9, b"\x89PNG....", media="image/png")
    records = [made.warc_record(1), picture, made.warc_record(2), made.warc_record(1)]
    (where / "news.warc.gz").write_bytes(made.zipped(records))
    (where / "void.txt").write_bytes(b"")
    return where


def read(inputs: Path, where: Path) -> None:
    """One run of it into a record, as `crossreport read` does it, with the export at its end."""
    with open_record(where) as record:
        run([inputs], Options(), record)
        part = where.with_suffix(".part")
        with part.open("wb") as stream:
            jsonl.write(stream, record.coded_pages(), record.linked(), record.judgements())
        os.replace(part, where.with_suffix(".jsonl"))


def told(where: Path) -> tuple[object, ...]:
    """All that a record holds, in a form that can be compared."""
    with open_record(where) as record:
        return contents(record)


def contents(record: Record) -> tuple[object, ...]:
    """Pages, links, rejections, duplicates and the faults of a record."""
    pages = [(coded.page.name, coded.page.capture, len(coded.reports)) for coded in record.coded_pages()]
    return pages, record.linked(), record.rejections(), record.duplicates(), record.verify()
