"""The command `crossreport`."""

import click

from crossreport import __version__
from crossreport.cli.actors import actors
from crossreport.cli.agreement import agreement
from crossreport.cli.brief import brief
from crossreport.cli.compare import compare
from crossreport.cli.copy import copy
from crossreport.cli.coverage import coverage
from crossreport.cli.diff import diff
from crossreport.cli.erase import erase
from crossreport.cli.explain import explain
from crossreport.cli.export import export
from crossreport.cli.intake import intake
from crossreport.cli.judge import judge
from crossreport.cli.parse import parse
from crossreport.cli.places import places
from crossreport.cli.plan import plan
from crossreport.cli.read import read
from crossreport.cli.search import search
from crossreport.cli.serve import serve
from crossreport.cli.stamp import stamp
from crossreport.cli.verify import verify
from crossreport.cli.weigh import weigh


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="crossreport")
@click.option("--debug", is_flag=True, help="Log failures with their tracebacks on standard error.")
def main(debug: bool) -> None:
    """Turn raw, partisan conflict reporting into a sourced, auditable record.

    Start with: crossreport read FOLDER, then crossreport brief --html brief.html
    """
    if debug:
        import logging

        logging.basicConfig(format="%(name)s: %(message)s")
        logging.getLogger("crossreport").setLevel(logging.DEBUG)


COMMANDS = (
    *(
        read,
        actors,
        agreement,
        brief,
        compare,
        copy,
        coverage,
        diff,
        erase,
        explain,
        export,
        intake,
        judge,
        parse,
        plan,
    ),
    *(places, search, serve, stamp, verify, weigh),
)
for command in COMMANDS:
    main.add_command(command)

if __name__ == "__main__":
    main()
