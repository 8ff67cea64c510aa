"""`crossreport read`: pages into the record, and what they add up to."""

import gc
import os
from contextlib import ExitStack
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from crossreport.cli.errors import one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, PublishedDay, record_option
from crossreport.cli.own_words import own_options, own_words

if TYPE_CHECKING:
    from crossreport.engines.spark_pages import SparkPages
    from crossreport.pipeline.options import Options
    from crossreport.pipeline.outcome import Outcome, Summary
    from crossreport.pipeline.run import Engine
    from crossreport.record import Record

_COLLECT = gc.get_threshold()  # as Python collects garbage
LOADING = 1_000_000  # new objects between two searches for garbage while lexicons and model are loaded: they are none
ROOMS = ("intake", "reading", "language", "grounding", "coding", "linking", "weighing")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@record_option("The record to add to: a file or a postgresql:// URL; with --jsonl alone, nothing is kept.")
@click.option("--jsonl", metavar="FILE", help="Write the record as JSON Lines; - for standard output.")
@click.option(
    "--published", type=PublishedDay(), help="The day on which the pages were published, if you know it (ISO)."
)
@click.option("--stop-after", type=click.Choice(ROOMS), help="End the run at this room and write what there is.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes to read pages with.")
@click.option(
    "--engine",
    "runs_on",
    type=click.Choice(("local", "spark")),
    default="local",
    show_default=True,
    help="Where pages are read and linked.",
)
@click.option("--master", metavar="URL", default="local[*]", show_default=True, help="Spark's master, for that engine.")
@click.option("--fetch", is_flag=True, help="Fetch the addresses (http, https) among the paths; else they are refused.")
@click.option("--collector", metavar="NAME", help="Who gathered these inputs; kept with each page.")
@click.option("--originals", metavar="FOLDER", help="Keep every input file, byte for byte, in this folder by its hash.")
@click.option(
    "--relevance", is_flag=True, help="Drop pages that clearly report no conflict; each is counted, with its score."
)
@own_options
@click.option("--again", is_flag=True, help="Read pages anew that the record holds already.")
@click.option("--quiet", is_flag=True, help="No progress and no table: the closing lines only.")
def read(
    paths: tuple[str, ...],
    where: str | None,
    jsonl: str | None,
    published: str | None,
    stop_after: str | None,
    workers: int,
    runs_on: str,
    master: str,
    fetch: bool,
    collector: str | None,
    originals: str | None,
    relevance: bool,
    again: bool,
    quiet: bool,
    sources: Path | None,
    facts: Path | None,
    ontology: Path | None,
) -> None:
    """Read files, folders or standard input (-) and show the events with who says so.

    Pages are text, HTML or PDF; archives (WARC, WET, WACZ), JSON Lines, feeds and mail give one page after another.

    Exit code 1: at least one input was rejected; all others are in the record all the same.
    """
    from crossreport.cli.show import show_events, show_summary, warn_of_other_dates
    from crossreport.engines.local import engine
    from crossreport.pipeline.options import Options
    from crossreport.record import open_record

    gc.set_threshold(LOADING, *_COLLECT[1:])
    own = own_words(sources, facts, ontology)
    options = Options(published, stop_after, again, fetch, collector, originals, own, relevance)
    with one_line_errors(), ExitStack() as stack:
        sink = stack.enter_context(_sink(jsonl)) if jsonl else None
        record = stack.enter_context(open_record(where or (":memory:" if jsonl else DEFAULT_RECORD)))
        where_to = stack.enter_context(_spark(master)) if runs_on == "spark" else engine(workers)
        summary = _run(paths, options, record, where_to, quiet)
        if sink:
            _write(sink, summary, record, options)
        if not quiet and jsonl != "-":
            show_events(record, summary.seen)
        if published:
            warn_of_other_dates(record, summary.seen)
        show_summary(summary, to_stderr=jsonl == "-")
        if jsonl and where is None:
            click.echo("no record was kept, for --jsonl was given alone: add --record FILE to keep one", err=True)
    raise SystemExit(0 if summary.clean else 1)


def _run(paths: tuple[str, ...], options: "Options", record: "Record", engine: "Engine", quiet: bool) -> "Summary":
    from crossreport.cli.progress import Meter
    from crossreport.pipeline.run import run

    with Meter(silent=quiet) as meter:

        def progress(outcome: "Outcome") -> None:
            if gc.get_threshold() != _COLLECT:  # the first page has brought in what all of them need
                gc.freeze()
                gc.set_threshold(*_COLLECT)
            meter.step(outcome)

        return run(paths, options, record, progress=progress, passed=meter.passed, engine=engine)


def _spark(master: str) -> "SparkPages":
    """The engine, or a sentence that says what Spark lacks here."""
    import shutil
    from importlib.util import find_spec

    from crossreport.cli.errors import Stop
    from crossreport.engines.spark_pages import SparkPages

    if find_spec("pyspark") is None:
        raise Stop("the engine spark needs pyspark: pip install 'crossreport[spark]'")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise Stop("the engine spark needs Java 17 or newer: install it, or set JAVA_HOME")
    return SparkPages(master)


def _sink(jsonl: str) -> IO[bytes]:
    """The JSON Lines file, opened before any work is done: a bad path costs nothing."""
    if jsonl != "-" and not Path(jsonl).resolve().parent.is_dir():
        raise FileNotFoundError(2, "there is no such folder", str(Path(jsonl).resolve().parent))
    return click.open_file(jsonl, "wb")


def _write(sink: IO[bytes], summary: "Summary", record: "Record", options: "Options") -> None:
    from crossreport.export import jsonl

    if options.stop_after == "intake":
        jsonl.write_lines(sink, map(jsonl.capture_record, summary.captures))
        return
    jsonl.write(sink, record.coded_pages(), record.linked(), record.judgements())
    jsonl.write_lines(sink, map(jsonl.analysis_record, summary.analyses))
