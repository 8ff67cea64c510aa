"""Errors for people: one line that names the input and says what to do, and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

USAGE = 2


class Stop(click.ClickException):
    """Nothing could be done at all: exit code 2."""

    exit_code = USAGE


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Errors of the rooms that a user can act on, as one line instead of a traceback."""
    from sqlalchemy.exc import SQLAlchemyError

    from crossreport.pipeline.plan import PlanError
    from crossreport.record import RecordError
    from crossreport.words.loader import WordsError

    try:
        yield
    except (RecordError, PlanError, WordsError) as error:
        raise Stop(str(error)) from error
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise Stop(f"the record cannot be used: {said}; check the file, the disk and the access rights") from error
    except OSError as error:
        named = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        raise Stop(named) from error
