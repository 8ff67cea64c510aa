"""`crossreport serve`: the review app, for the browser of this machine."""

import datetime as dt
import getpass
import time
from contextlib import suppress

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, record_option
from crossreport.cli.verify import must_exist

PORT = 8765
EVERY = 2.0  # seconds between two words on how far the lists are


@click.command()
@record_option()
@click.option("--by", help="Who reviews; stands in every judgement.  [default: the name that you are logged in with]")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free one.")
def serve(where: str | None, by: str | None, port: int) -> None:
    """Review the record in a browser: queue, evidence, events, sources, search.

    It listens on this machine only, and opens with the address that it prints. Stop it with Ctrl-C.
    """
    try:
        import uvicorn

        from crossreport.web import Desk, Keys, application
    except ImportError as error:
        raise Stop(f"{error.name} is not installed: pip install 'crossreport[web]'") from error
    address = where or DEFAULT_RECORD
    must_exist(address)
    click.echo(f"Making the lists of {address} …", err=True)
    with one_line_errors():
        desk = Desk(address, (by or getpass.getuser()).strip(), _now, _Told())
    config = uvicorn.Config(
        "", host="127.0.0.1", port=port, log_level="error", access_log=False, proxy_headers=False, server_header=False
    )
    try:
        bound = config.bind_socket()
    except SystemExit as error:
        desk.close()
        raise Stop(f"port {port} is taken: name another with --port, or --port 0 for any that is free") from error
    keys = Keys.fresh(bound.getsockname()[1])
    config.app = application(desk, keys)
    click.echo(f"Review {address} as {desk.by}: http://127.0.0.1:{bound.getsockname()[1]}/?token={keys.token}")
    click.echo("Stop with Ctrl-C.")
    try:
        with suppress(KeyboardInterrupt):  # uvicorn stops in peace, then raises it once more
            uvicorn.Server(config).run(sockets=[bound])
    finally:
        desk.close()


class _Told:
    """Says every few seconds how many pages are in the lists; of a small record nothing."""

    def __init__(self) -> None:
        self._said = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        if time.monotonic() - self._said >= EVERY:
            self._said = time.monotonic()
            click.echo(f"  {done:,} of {total:,} pages; the lists are kept, the next time is faster", err=True)


def _now() -> str:
    """The moment in UTC, so that judgements of several machines come in one order."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
