"""The child process that takes pages apart: a task and a page on stdin, what was found on stdout.

HTML gives two messages, the page's pieces and metadata by lxml, then its main text and day by trafilatura and htmldate;
so the first is there even if the second never comes. A PDF gives one. The parsers see nothing but the page: no network,
no files of the user's, little memory.
"""

import sys
from collections.abc import Iterator

import msgspec

from crossreport.reading.draft import Draft
from crossreport.reading.messages import BROKEN, OK, read_message, write_message
from crossreport.reading.outlet import Metadata

# Address space of the child, in bytes. Its libraries take 0.3 GB, the largest page that intake lets through another.
MEMORY = 2 * 1024**3
_CAUSE = 200  # characters of an error that are worth telling


class Extracted(msgspec.Struct, frozen=True):
    """What the libraries found in a page; `wider` its pieces with what is hidden, where the main text is among that."""

    text: str | None
    date: str | None
    wider: tuple[Draft, Metadata] | None = None


def main() -> None:
    """Serve pages until stdin ends."""
    _limit_memory()
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    while (task := read_message(source)) is not None and (data := read_message(source)) is not None:
        try:
            for part in answer(task.decode(), data):
                write_message(answers, OK + part)
        except (Exception, MemoryError) as error:
            said = f"{type(error).__name__}: {error}".splitlines()[0][:_CAUSE]
            write_message(answers, BROKEN + said.encode("utf-8", "replace"))


def answer(task: str, data: bytes) -> Iterator[bytes]:
    """The messages that answer one task; the same here as in the child."""
    if task == "pdf":
        from crossreport.reading.pdf import text_layer

        yield msgspec.json.encode(text_layer(data))
        return
    from crossreport.reading.html import draft_of_html

    html = data.decode("utf-8")
    drafted = draft_of_html(html)
    yield msgspec.json.encode(drafted)
    main = main_text(html)
    wider = None if main is None or shows(drafted[0].text, main) else draft_of_html(html, shown_by_scripts=True)
    yield msgspec.json.encode(Extracted(main, page_date(html), wider))


def shows(text: str, main: str) -> bool:
    """Whether the text that stands on a page at once holds its main text: some pages hide theirs until a script ran."""
    from crossreport.reading.extracted import LOST, runs_of

    known = runs_of(main)
    return (known & runs_of(text)).total() >= LOST * known.total()


def page_date(html: str) -> str | None:
    """The day of publication that htmldate finds in markup and text, as an ISO day."""
    from htmldate import find_date

    try:
        found = find_date(html, original_date=True, min_date="1995-01-01", max_date="2035-12-31")
    except (ValueError, TypeError, AttributeError, RecursionError, MemoryError, OverflowError):
        return None
    return str(found) if found else None


def main_text(html: str) -> str | None:
    """The main text of a page, one line a block; None if there is none (see `extracted.py`)."""
    from crossreport.reading.extracted import choose_text

    return choose_text(html)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
