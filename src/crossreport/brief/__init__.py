"""The situation report in which every sentence opens its source."""

from collections.abc import Sequence
from pathlib import Path

from crossreport.model import CodedPage, Linked, Rejection


def write_brief(
    coded: Sequence[CodedPage],
    linked: Linked,
    rejections: Sequence[Rejection],
    *,
    html: Path | None = None,
    markdown: Path | None = None,
    since: str | None = None,
    until: str | None = None,
    title: str | None = None,
    names: bool = False,
) -> None:
    """Write the brief of these records to `html` and `markdown`.

    `since` and `until` are ISO days, both included. `names` prints the names of private persons (victims, witnesses,
    detainees), which are withheld otherwise. The same records give the same bytes; there is no clock in the file.

    Raises:
        OSError: a file cannot be written.
    """
    from crossreport.brief import render
    from crossreport.brief.situation import situation
    from crossreport.brief.window import Window

    report = situation(coded, linked, rejections, window=Window(since, until), title=title, names=names)
    for path, text in ((html, render.html), (markdown, render.markdown)):
        if path is not None:
            path.write_text(text(report), encoding="utf-8", newline="\n")


__all__ = ["write_brief"]
