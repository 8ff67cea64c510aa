"""What an earlier brief already told: the reports that it was made of, kept in its HTML file."""

import re
from pathlib import Path

from crossreport.model import Event

MARK = "crossreport-reports"
_MARKED = re.compile(rf'<meta name="{MARK}" content="([^"]*)">')


class NoBrief(Exception):
    """The file is no HTML brief of Crossreport; the message names it."""


def told_before(path: Path) -> frozenset[str]:
    """Ids of the reports that the brief at `path` was made of.

    Raises:
        NoBrief: the file is something else.
        OSError: it cannot be read.
    """
    found = _MARKED.search(path.read_text(encoding="utf-8", errors="replace"))
    if found is None:
        raise NoBrief(f"{path}: not an HTML brief of Crossreport; give the file that --html wrote")
    return frozenset(found.group(1).split())


def news(event: Event, before: frozenset[str]) -> str | None:
    """What of the event is new since then, in words; None if nothing is."""
    known = sum(report in before for report in event.reports)
    if known == 0:
        return "new since the last brief"
    return "told further since the last brief" if known < len(event.reports) else None
