"""Several local papers on one incident: which of their pages linking joins (gva_longtail, US gun violence).

    python -m evals.linking_gva [--part dev|test] [--incidents N] [--coded]

The data records each incident, so that what a perfect coder would read from a page is known: kind, day and town of
the incident, its toll, and those victims whose names stand on the page; a town or a name that the page does not give is
left out of its coding. By default these codings are linked, which measures linking alone; `--coded` links what our
rooms read from the same pages (slow). Pairs are pages of one incident; incidents alternate between dev and test by
their number. `copies` is the share of near-copies (80 % of the shorter page's five-word shingles are on the other) that
are in one source group.
"""

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from crossreport.linking import link
from crossreport.model import (
    Actor,
    CodedPage,
    Confidence,
    Counted,
    EventReport,
    EventType,
    Figure,
    Linked,
    Participant,
    Place,
    PlacePrecision,
    Scope,
    Span,
    When,
    content_id,
)
from evals.corpora import Absent, Article, find
from evals.linking import raw_page
from evals.rooms import Rooms, capture_of

INCIDENTS = 400  # of a part, spread over the file; in the gate
NEAR_COPY, SHINGLE = 0.8, 5
SURE = Confidence("high", 0.9)


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(find(f"data/gva_longtail/{name}.jsonl.gz"), "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def incidents(part: str, most: int) -> list[tuple[dict[str, Any], list[Article]]]:
    """Incidents of a part with their pages, single-page ones, too: they are what must stay apart."""
    pages: dict[str, list[Article]] = defaultdict(list)
    for row in _rows("documents"):
        article = Article(row["doc_id"], f"{row['title']}\n\n{row['text']}", row["dct"], "")
        pages[row["incident_id"]].append(article)
    found = sorted(_rows("incidents"), key=lambda row: int(row["incident_id"]))
    chosen = [row for row in found[part == "test" :: 2] if row["incident_id"] in pages]
    step = max(1, len(chosen) // most)
    return [(row, pages[row["incident_id"]]) for row in chosen[::step][:most]]


def gold_page(incident: dict[str, Any], article: Article) -> CodedPage:
    """A page as a perfect coder would code it."""
    page = raw_page(article)
    title = len(page.title or "")
    end = article.text.find("\n", title + 2)
    span = Span.of(article.text, title, len(article.text) if end < 0 else end)
    ident = content_id("event_report", page.id)
    low = article.text.casefold()
    people = tuple(
        Participant("target", Actor(f"person:{name}", name, "person", "US"), span, name)
        for one in incident["participants"]
        if one.get("Type") == "Victim" and (name := one.get("Name")) and name.split()[-1].casefold() in low
    )
    killed = incident["num_killed"]
    figures = (_figure(page.id, ident, killed, span),) if killed else ()
    report = EventReport(
        ident, page.id, EventType("attack_on_civilians", None, None, None), people, _place(incident, low),
        When(incident["date"], incident["date"], incident["date"], "day", "gold"), "happened", (),
        tuple(figure.id for figure in figures), SURE, span, (), evidence=(span,), core=True,
    )  # fmt: skip
    return CodedPage(page, (), (report,), figures, ())


def _place(incident: dict[str, Any], low: str) -> Place:
    state, town = incident["state"], re.sub(r"\s*\(.*", "", incident["city_or_county"] or "")
    if not town or town.casefold() not in low:
        return Place(state, None, "US", state, None, None, PlacePrecision(3, 4), (), None, "admin1")
    return Place(town, None, "US", state, None, None, PlacePrecision(1, 1), (), None)


def _figure(page: str, report: str, killed: int, span: Span) -> Figure:
    return Figure(
        content_id("figure", report), page, report, "killed", Counted("people", "people"), killed, killed, killed,
        str(killed), "exact", Scope(None, None), False, None, (), "happened", span, SURE,
    )  # fmt: skip


def score(linked: Linked, pages: Sequence[CodedPage], of: dict[str, str]) -> dict[str, float]:
    """Precision, recall and F1 over pairs of pages of one incident."""
    home = {report.id: coded.page.name for coded in pages for report in coded.reports}
    found: set[tuple[str, str]] = set()
    for event in linked.events:
        found.update(combinations(sorted({home[report] for report in event.reports}), 2))
    same = sum(len(list(combinations(group, 2))) for group in _groups(pages, of))
    right = sum(of[one] == of[other] for one, other in found)
    precision, recall = right / max(1, len(found)), right / max(1, same)
    return {"precision": precision, "recall": recall, "f1": 2 * right / max(1, len(found) + same)}


def _groups(pages: Sequence[CodedPage], of: dict[str, str]) -> list[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for coded in pages:
        groups[of[coded.page.name]].append(coded.page.name)
    return list(groups.values())


def copies_found(linked: Linked, pages: Sequence[CodedPage], of: dict[str, str]) -> tuple[int, int]:
    """Near-copies among pages of one incident that are in one source group, and how many there are."""
    grams = {coded.page.name: _grams(coded.page.text) for coded in pages}
    ident = {coded.page.name: coded.page.id for coded in pages}
    together = {pair for group in linked.source_groups for pair in combinations(sorted(group.pages), 2)}
    near = [
        (min(ident[one], ident[other]), max(ident[one], ident[other]))
        for group in _groups(pages, of)
        for one, other in combinations(group, 2)
        if len(grams[one] & grams[other]) >= NEAR_COPY * max(1, min(len(grams[one]), len(grams[other])))
    ]
    return sum(pair in together for pair in near), len(near)


def _grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def run(part: str, most: int, *, coded: bool) -> dict[str, float]:
    """All measures of a part."""
    chosen = incidents(part, most)
    of = {article.id: row["incident_id"] for row, articles in chosen for article in articles}
    if coded:
        pages = _coded([article for _, articles in chosen for article in articles])
    else:
        pages = [gold_page(row, article) for row, articles in chosen for article in articles]
    linked = link(pages)
    found, near = copies_found(linked, pages, of)
    return {**score(linked, pages, of), "copies": found / max(1, near), "near_copies": near, "pages": len(pages)}


def _coded(articles: Sequence[Article]) -> list[CodedPage]:
    rooms, found = Rooms(), []
    for article in articles:
        try:
            coded = rooms.try_code(capture_of(article.id, article.text), article.published)
        except Absent:  # a page in another language
            continue
        if coded is not None:
            found.append(coded)
    return found


def measure() -> dict[str, float]:
    """Gold codings of both parts."""
    found: dict[str, float] = {}
    for part in ("dev", "test"):
        scores = run(part, INCIDENTS, coded=False)
        found |= {f"{part}_f1": scores["f1"], f"{part}_copies": scores["copies"]}
    return found


def main() -> None:
    """Print the measures of a part."""
    parser = argparse.ArgumentParser(prog="evals.linking_gva")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--incidents", type=int, default=INCIDENTS)
    parser.add_argument("--coded", action="store_true", help="link what our rooms read")
    options = parser.parse_args()
    for name, value in run(options.part, options.incidents, coded=options.coded).items():
        print(f"{name} {value:.3f}")


if __name__ == "__main__":
    main()
