"""What all judging commands share: who, when and why, the record, ids by their beginning, and linking again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from crossreport.cli.errors import Stop
from crossreport.cli.options import DEFAULT_RECORD, Day, record_option
from crossreport.cli.verify import must_exist

if TYPE_CHECKING:
    from crossreport.model import Judgement
    from crossreport.record import Record


def signed(*, supersedes: bool = True) -> Callable[[Any], Any]:
    """`--record`, `--by`, `--on`, `--why` and `--supersedes`."""
    options = [
        record_option(),
        click.option("--by", required=True, help="Who decided it."),
        click.option("--on", "at", type=Day(), required=True, help="The day of the decision (ISO); no clock is read."),
        click.option("--why", required=True, help="The reason."),
    ]
    if supersedes:
        options.append(
            click.option("--supersedes", metavar="JUDGEMENT", help="An earlier judgement that this one replaces.")
        )

    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def opened(where: str | None) -> "Record":
    """The record, which must exist."""
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    return open_record(address)


def own_round(record: "Record", blind: str | None, by: str) -> "list[Judgement]":
    """The standing judgements that a person may know of: in a round of blind coding only their own."""
    return [held for held in record.judgements(blind=blind) if blind is None or held.by == by]


def fitting(name: str, ids: Sequence[str], what: str) -> str:
    """The one id that is `name`, or begins with it, with or without its kind.

    Raises:
        Stop: none begins with it, or several do.
    """
    fits = [one for one in ids if one.startswith(name) or one.partition("-")[2].startswith(name)]
    if len(fits) != 1:
        raise Stop(f"{len(fits)} ids begin with {name!r}: give the id of one {what}")
    return fits[0]


def relinked(record: "Record", reports: Sequence[str] = ()) -> None:
    """Link all again, show the events that hold any of `reports`, and end with an error if linking failed."""
    from crossreport.pipeline.run import relink

    failures = relink(record)
    for event in record.linked().events:
        if not set(reports).isdisjoint(event.reports):
            click.echo(f"{event.id}  {len(event.reports)} reports")
    for failure in failures:
        raise click.ClickException(failure.says)


def keep(record: "Record", made: "list[Judgement]") -> None:
    """Keep judgements, all or none, and link all again unless they are blind.

    Raises:
        Stop: one of them cannot be kept.
    """
    try:
        record.judge_all(made)
    except ValueError as error:
        raise Stop(str(error)) from error
    for one in made:
        click.echo(f"judged: {one.id}")
    if all(one.blind is None for one in made):
        relinked(record)
