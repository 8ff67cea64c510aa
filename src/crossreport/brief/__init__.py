"""The situation report in which every sentence opens its source."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crossreport.model import CodedPage, Linked, Rejection

if TYPE_CHECKING:
    from crossreport import record
    from crossreport.brief.leftout import Beyond


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
    pdf: Path | None = None,
    countries: Sequence[str] = (),
    places: Sequence[str] = (),
    actors: Sequence[str] = (),
    previous: Path | None = None,
    rejected: "Sequence[record.LeftOut]" = (),
    beyond: "Beyond | None" = None,
    one_page: bool = False,
) -> None:
    """Write the brief of these records to `html`, `markdown` and `pdf`.

    `since` and `until` are ISO days, both included. `countries` (ISO 3166-1 alpha-2), `places` and `actors` keep events
    with these only. `previous` is an earlier HTML brief: what is new since then is marked. The names of private persons
    (victims, witnesses, detainees) are withheld unless `names` asks for them. The same records give the same bytes;
    there is no clock in the file.

    `one_page` writes what fits on one page of A4: the headlines with their ids, what differs most, the map.

    `rejected` is what persons took out of the record: it is counted with the reasons. `beyond` counts what the record
    holds besides, if only a part of it was given.

    Raises:
        OSError: a file cannot be read or written.
        Unresolved: a sentence does not resolve to the records; nothing is written then.
        NoBrief: `previous` is no HTML brief.
        NoBrowser: there is no browser to print the PDF.
    """
    from crossreport.brief import pdf as printing
    from crossreport.brief import render
    from crossreport.brief.focus import Focus
    from crossreport.brief.leftout import NOTHING
    from crossreport.brief.previous import told_before
    from crossreport.brief.situation import situation
    from crossreport.brief.whole import put
    from crossreport.brief.window import Window

    if pdf is not None:
        printing.browser()
    focus = Focus(tuple(countries), tuple(places), tuple(actors))
    before = told_before(previous) if previous is not None else None
    window = Window(since, until)
    report = situation(
        coded,
        linked,
        rejections,
        window=window,
        title=title,
        names=names,
        focus=focus,
        before=before,
        rejected=rejected,
        beyond=beyond or NOTHING,
    )
    page, plain = (render.page_html, render.page_markdown) if one_page else (render.html, render.markdown)
    for path, text in ((html, page), (markdown, plain)):
        if path is not None:
            put(path, text(report).encode())
    if pdf is not None:
        printing.write(page(report), pdf)


__all__ = ["write_brief"]
