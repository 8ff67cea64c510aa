"""`crossreport diff`: two builds of a record, and what came, went or changed between them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.judging import opened

if TYPE_CHECKING:
    from crossreport.compare.builds import Build, Difference

LINES = (".jsonl", ".ndjson")
_WRITE = "crossreport export jsonl"


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--json", "json_file", metavar="FILE", help="Write the differences as JSON Lines; - for stdout.")
def diff(before: str, after: str, json_file: str | None) -> None:
    """Show what differs from A to B: pages, reports and events that went, came or changed, with the reasons.

    A and B are records (a file or a postgresql:// URL) or JSON Lines that `crossreport export jsonl` wrote (.jsonl).
    Ids are stable: the same thing has the same id in both. Exit code 0 whether or not anything differs.
    """
    import msgspec

    from crossreport.compare.builds import differences

    with one_line_errors():
        found = differences(_build(before), _build(after))
        if json_file:
            with click.open_file(json_file, "wb") as stream:
                stream.writelines(msgspec.json.encode(one) + b"\n" for one in found)
    if json_file != "-":
        _show(found)


def _build(name: str) -> "Build":
    from crossreport.compare.builds import build_of
    from crossreport.export import jsonl

    if name.endswith(LINES):
        try:
            return build_of(_lines(Path(name)))
        except ValueError as error:
            raise Stop(f"{name}: {error}: write it with {_WRITE}") from error
    with opened(name) as record:
        lines = jsonl.lines(record.coded_pages(), record.linked(), record.judgements())
        erased = {one.capture: f"erased by {one.by} on {one.at}: {one.why}" for one in record.erasures()}
        return build_of(map(_plain, lines), erased)


def _plain(line: object) -> dict[str, Any]:
    import msgspec

    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(line))
    return plain


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    import msgspec

    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            try:
                yield msgspec.json.decode(line, type=dict[str, Any])
            except msgspec.DecodeError as error:
                raise Stop(f"{path}: line {number} is no JSON object ({error}): write it with {_WRITE}") from error


def _show(found: "list[Difference]") -> None:
    for one in found:
        name = f"{one.was} → {one.now}" if one.was and one.now and one.was != one.now else one.now or one.was
        click.echo(f"{one.what} {one.kind} {name}: {one.says}")
        for change in one.changes:
            click.echo(f"    {change.field}: {change.was} → {change.now}")
        for why in one.reasons:
            click.echo(f"    because: {why}")
    counted = Counter((one.kind, one.what) for one in found)
    for kind in ("page", "report", "event"):
        sums = ", ".join(f"{counted[kind, what]} {what}" for what in ("gone", "came", "changed"))
        click.echo(f"{kind}s: {sums}")
