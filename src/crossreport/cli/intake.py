"""`crossreport intake`: where every input went, and those that failed once more."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

from crossreport.cli.errors import one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, record_option
from crossreport.cli.verify import must_exist

if TYPE_CHECKING:
    from crossreport.record import Record


@click.group()
def intake() -> None:
    """The inputs of a record: what was read, what was not and why."""


@intake.command()
@record_option()
@click.option("--rule", "rules", multiple=True, help="List inputs that were rejected by this rule only.")
@click.option("--all", "everything", is_flag=True, help="List what was read, too.")
@click.option("--jsonl", metavar="FILE", help="Write every input with its facts as JSON Lines; - for standard output.")
def report(where: str | None, rules: tuple[str, ...], everything: bool, jsonl: str | None) -> None:
    """Count and list all inputs that this record was ever given: inputs = read + rejected + duplicate."""
    from crossreport.export.inputs import input_records
    from crossreport.export.jsonl import write_lines
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), ExitStack() as stack:
        record = stack.enter_context(open_record(address))
        found = input_records(record)
        if jsonl:
            write_lines(stack.enter_context(click.open_file(jsonl, "wb")), found)
        if jsonl != "-":
            _show(found, rules, everything)
            if not rules:
                _show_doubts(record)
            for erasure in record.erasures():
                click.echo(f"erased: {erasure.capture} on {erasure.at} by {erasure.by}: {erasure.why}")


def _show(found: list[dict[str, Any]], rules: tuple[str, ...], everything: bool) -> None:
    listed = [one for one in found if everything or one["outcome"] != "read"]
    for one in listed:
        if not rules or one["rule"] in rules:
            rule = f" [{one['rule']}]" if one["rule"] else ""
            click.echo(f"{one['outcome']}: {one['name']}: {one['says']}{rule}")
    by_rule: dict[str, int] = {}
    for one in found:
        if one["outcome"] == "rejected":
            by_rule[one["rule"]] = by_rule.get(one["rule"], 0) + 1
    for rule, count in sorted(by_rule.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{count:8,} rejected: {rule}")
    counts = [f"{sum(one['outcome'] == name for one in found):,} {name}" for name in ("read", "rejected", "duplicate")]
    click.echo(f"{len(found):,} inputs = {' + '.join(counts)}")


def _show_doubts(record: "Record") -> None:
    """Pages without a sure day, and sentences that were taken for furniture: what a person should look at."""
    from crossreport.cli.doubts import doubts

    for heading, lines in doubts(record.coded_pages()):
        click.echo(f"{heading}: {len(lines):,}")
        for line in lines[:MOST_NAMED]:
            click.echo(f"  {line}")
        if len(lines) > MOST_NAMED:
            click.echo(f"  … and {len(lines) - MOST_NAMED:,} more")


MOST_NAMED = 20  # doubts of one kind that are listed


@intake.command()
@record_option()
@click.option("--rule", "rules", multiple=True, help="Try only inputs that were rejected by this rule.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes to read pages with.")
@click.option("--fetch", is_flag=True, help="Fetch the addresses among them.")
@click.option("--quiet", is_flag=True, help="No progress: the closing lines only.")
def retry(where: str | None, rules: tuple[str, ...], workers: int, fetch: bool, quiet: bool) -> None:
    """Try the rejected inputs once more, and nothing else.

    Pages whose bytes the record keeps are read from there; other inputs are looked for where they were given: run it in
    the same folder. Pictures and the like of archives are left out unless named by --rule.

    Exit code 1: some failed again.
    """
    from crossreport.cli.progress import Meter
    from crossreport.cli.show import show_summary
    from crossreport.engines.local import engine
    from crossreport.pipeline.options import Options
    from crossreport.pipeline.retry import retry as try_again
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        with Meter(silent=quiet) as meter:
            summary = try_again(record, Options(fetch=fetch), rules=rules, progress=meter.step, engine=engine(workers))
        show_summary(summary)
    raise SystemExit(0 if summary.clean else 1)
