"""`crossreport plan`: the parts of a run, before it runs."""

import click

from crossreport.cli.errors import one_line_errors


@click.command()
@click.option("--stop-after", metavar="ROOM", help="End the plan at this room.")
def plan(stop_after: str | None) -> None:
    """Show the steps of a run with what each needs and gives."""
    from crossreport.pipeline.plan import plan as steps_of

    with one_line_errors():
        steps = steps_of(stop_after)
    for number, step in enumerate(steps, 1):
        click.echo(f"{number}  {step.room:<10} {step.version}  {', '.join(step.needs)} → {', '.join(step.gives)}")
