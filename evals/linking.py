"""How linking and weighing do on coded pages: which reports they join, which texts they take for copies, how fast.

`python -m evals.linking events|joins|copies`. `events` joins the gold coding of the FA-KES dev pages (so that errors of
the coding room are no part of it) and scores the joins against pairs that were judged by hand; `joins` shows them.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from msgspec import Struct

from crossreport.linking import link
from crossreport.model import (
    Actor,
    Attribution,
    Block,
    CodedPage,
    Confidence,
    Counted,
    EventReport,
    EventType,
    Figure,
    Page,
    Participant,
    Place,
    PlacePrecision,
    Published,
    Scope,
    Span,
    When,
    content_id,
)
from crossreport.weighing import weigh
from evals.corpora import Article, fa_kes_articles, find, own_yaml

SURE = Confidence("high", 0.9)
STATES = {
    "syria": "SY", "russia": "RU", "turkey": "TR", "iraq": "IQ", "iran": "IR", "israel": "IL", "united states": "US",
    "lebanon": "LB", "jordan": "JO", "saudi arabia": "SA", "france": "FR", "germany": "DE", "kazakhstan": "KZ",
}  # fmt: skip
ADJECTIVES = {"syrian": "SY", "russian": "RU", "turkish": "TR", "iraqi": "IQ", "lebanese": "LB", "israeli": "IL"}
GENERIC = re.compile(r"unspecified|armed groups|militants|rebels|civilians|residents|people|fighters|groups", re.I)


def actor(name: str) -> Actor:
    """A gold name as an actor; kind and country guessed from its words."""
    low = name.casefold()
    country = next((code for word, code in (STATES | ADJECTIVES).items() if word in low), None)
    generic = bool(GENERIC.search(name))
    if "opposition" in low or "rebel" in low or "militant" in low or "front" in low or "brigade" in low:
        return Actor(low, name, "rebel_group", country, generic)
    if low in STATES or "government" in low:
        return Actor(low, name, "state", country, False)
    if re.search(r"army|armed forces|air force|aerospace|police|border guard|coalition", low):
        return Actor(low, name, "external_forces" if "coalition" in low else "state_forces", country, False)
    if re.search(r"civilian|residents|people|children|women|protesters|displaced", low):
        return Actor(low, name, "civilians", None, True)
    return Actor(low, name, "other", country, generic)


def place(name: str | None, event: Mapping[str, Any]) -> Place | None:
    """A gold place; without a name the province or the country."""
    country, admin = event["country"], event["admin"]
    kind = "settlement" if name and name != admin else ("admin1" if admin else "country")
    shown = name or admin or country
    if shown is None:
        return None
    if shown.casefold() in STATES:
        kind = "country"
    part = re.search(r"\b(?:outskirts|suburbs?|districts?|neighbou?rhood) of (\w[\w ]+)$", shown)
    if part:
        holder = part.group(1)
        return Place(shown, None, country, admin, None, None, PlacePrecision(1, 1), (), None, "district", holder)
    if " province" in shown or "countryside" in shown or re.fullmatch(r"(northern|eastern) \w+", shown):
        kind = "admin1" if admin else "region"
        shown = admin or shown
    return Place(shown, None, country, admin, None, None, PlacePrecision(1, 1), (), None, kind)


def when(edtf: str | None) -> When | None:
    """A gold time as bounds; None if it is no date."""
    if not edtf:
        return None
    first, slash, last = str(edtf).partition("/")
    bounds = [_bound(first, end=False), _bound(last if slash else first, end=True)]
    return When(str(edtf), bounds[0], bounds[1], "day" if bounds[0] == bounds[1] else "days", "gold")


def _bound(part: str, *, end: bool) -> str | None:
    numbers = [int(number) for number in part.strip("~?%").split("-") if number.isdigit()]
    if not numbers:
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    month = 0 if month > 12 else month  # a season: the year
    if day:
        return str(date(year, month, day))
    if not end:
        return str(date(year, month or 1, 1))
    following = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return str(following - timedelta(days=1))


def raw_page(article: Article) -> Page:
    """An article as a page: title and one paragraph a line."""
    text = article.text
    title = text.partition("\n")[0]
    blocks = [Block(0, max(1, len(title)), "title")]
    for match in re.finditer(r"[^\n]*\S[^\n]*", text[len(title) :]):
        blocks.append(Block(len(title) + match.start(), len(title) + match.end(), "paragraph"))
    day = article.published
    ident = content_id("page", article.id)
    published = Published(day, day, day)
    return Page(ident, ident, article.id, article.outlet, title, "en", text, tuple(blocks), (), published)


def coded_page(article: Article, gold: Mapping[str, Any]) -> CodedPage:
    """An article with its gold coding."""
    page = raw_page(article)
    reports, figures = [], []
    for number, event in enumerate(gold["events"]):
        report, toll = _report(page, number, event)
        reports.append(report)
        figures += toll
    figures += [_cumulative(page, number, one) for number, one in enumerate(gold["figures"]) if one.get("cumulative")]
    return CodedPage(page, (), tuple(reports), tuple(figures), ())


def _span(page: Page, words: str) -> Span:
    at = max(0, page.text.find(words))
    start = max(page.text.rfind(". ", 0, at) + 2, page.text.rfind("\n", 0, at) + 1, 0)
    ends = [end for end in (page.text.find(". ", at), page.text.find("\n", at)) if end > at]
    return Span.of(page.text, min(start, at), min(ends, default=len(page.text)))


def _voices(names: Sequence[str], span: Span) -> tuple[Attribution, ...]:
    return tuple(Attribution(name, None, "media", "said", None, span) for name in names)


def _report(page: Page, number: int, event: Mapping[str, Any]) -> tuple[EventReport, list[Figure]]:
    span = _span(page, event["cue"])
    ident = content_id("event_report", page.id, number)
    people = tuple(
        Participant(role, actor(name), span, name) for role in ("agent", "target", "party") for name in event[role]
    )
    places = tuple(found for name in (event["place"] or [None]) if (found := place(name, event)) is not None)
    voices = _voices(event["said_by"], span)
    figures = []
    if event["killed"]:
        figures.append(_figure(page, ident, event["killed"], "killed", span, voices, None, False))
    return EventReport(
        ident, page.id, EventType(event["type"], None, None, None), people, places[0] if places else None,
        when(event["when"]), event["status"], voices, tuple(figure.id for figure in figures), SURE, span, (),
        places=places, evidence=(span,), core=bool(event["core"]),
    ), figures  # fmt: skip


def _cumulative(page: Page, number: int, one: Mapping[str, Any]) -> Figure:
    span = _span(page, one["words"])
    scope = Scope(one.get("where"), one.get("when"))
    return _figure(page, None, one, one["measure"], span, _voices(one["said_by"], span), scope, True, number)


def _figure(
    page: Page, report: str | None, told: Mapping[str, Any], measure: str, span: Span,
    voices: tuple[Attribution, ...], scope: Scope | None, cumulative: bool, number: int = 0,
) -> Figure:  # fmt: skip
    measures = ("killed", "wounded", "missing", "detained", "displaced", "troops", "territory", "money")
    bound = "vague" if told["best"] is None else "exact" if told["high"] is not None else "at_least"
    return Figure(
        content_id("figure", page.id, report, number, told["words"]), page.id, report,
        measure if measure in measures else "other",  # type: ignore[arg-type]
        Counted(told["of"], "people"), told["low"], told["best"], told["high"], told["words"],
        bound,  # type: ignore[arg-type]
        scope or Scope(None, None), cumulative, None, voices, "happened", span, SURE,
    )  # fmt: skip


def gold_pages() -> list[CodedPage]:
    """The FA-KES dev pages with gold coding."""
    rows = fa_kes_articles()
    gold = json.loads(find("gold/fa_kes_dev.json").read_text(encoding="utf-8"))
    return [coded_page(rows[unit], coding) for unit, coding in sorted(gold.items())]


def report_line(coded: CodedPage, report: EventReport) -> str:
    """One report in a line for a reader."""
    sides = " ".join(f"{part.role[0]}:{part.actor.name}" for part in report.participants)
    where = report.place.name if report.place else "-"
    day = report.when.edtf if report.when else "-"
    return f"{coded.page.outlet}/{coded.page.name} {report.type.label} | {where} | {day} | {report.status} | {sides}"


def show_events() -> None:
    """Print the events of more than one report, and close pairs that were left apart."""
    pages = gold_pages()
    linked = weigh(pages, link(pages))
    home = {report.id: coded for coded in pages for report in coded.reports}
    report = {one.id: one for coded in pages for one in coded.reports}
    for event in linked.events:
        if len(event.reports) > 1:
            print(
                f"\n{event.id} {event.type.label} {event.grade} {event.voices} {event.killed and event.killed.by_voice}"
            )
            for name in event.reports:
                print("   ", report_line(home[name], report[name]))
            for reason in event.reasons:
                print("      -", reason.rule, reason.says)
    for finding in linked.findings:
        print(finding.kind, "|", finding.says)
    print(len(report), "reports", len(linked.events), "events")


class Pairs(Struct, frozen=True):
    """Pairs of reports that are, and are not, one happening."""

    same: tuple[tuple[str, str], ...]
    different: tuple[tuple[str, str], ...]


def judged_pairs() -> tuple[set[tuple[str, str]], set[tuple[str, str]], set[tuple[str, str]]]:
    """Judged same, judged different, and joined pairs of the gold reports."""
    judged: Pairs = own_yaml("linking_pairs.yaml", Pairs)
    pages = gold_pages()
    name = {one.id: f"{coded.page.name}#{at}" for coded in pages for at, one in enumerate(coded.reports)}
    joined = {
        _pair(name[one], name[other]) for event in link(pages).events for one, other in combinations(event.reports, 2)
    }
    return {_pair(*pair) for pair in judged.same}, {_pair(*pair) for pair in judged.different}, joined


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def score_events() -> None:
    """Recall of the judged pairs, wrong joins, and joins that nobody has judged yet."""
    same, different, joined = judged_pairs()
    right, wrong, unknown = joined & same, joined & different, joined - same - different
    print(f"judged same: {len(same)}, joined {len(right)}: recall {len(right) / len(same):.3f}")
    print(f"judged different: {len(different)}, joined {len(wrong)}: {sorted(wrong)}")
    print(f"joined and not judged: {len(unknown)}: {sorted(unknown)}")
    print(f"missed: {sorted(same - joined)}")


def measure() -> dict[str, float]:
    """F1 over the judged pairs of gold reports, and the share of judged different ones that stay apart."""
    same, different, joined = judged_pairs()
    right = len(joined & same)
    wrong = len(joined & different)
    return {"pairs_f1": 2 * right / (right + wrong + len(same)), "kept_apart": 1 - wrong / len(different)}


def show_copies() -> None:
    """Source groups over all FA-KES dev pages, by text alone, with one shared passage each."""
    pages = [CodedPage(raw_page(article), (), (), (), ()) for article in fa_kes_articles().values()]
    started = time.perf_counter()
    groups = link(pages).source_groups
    print(f"{len(pages)} pages in {time.perf_counter() - started:.2f} s: {Counter(group.kind for group in groups)}")
    outlet = {coded.page.id: f"{coded.page.outlet} {coded.page.published.edtf}" for coded in pages}
    for group in groups:
        if group.kind != "single":
            print(f"{group.kind} from {group.origin}: {', '.join(outlet[page] for page in group.pages)}")
            print("    " + " | ".join(group.shared[0].quotes[:2]) if group.shared else "    (whole text)")


def main(arguments: Sequence[str]) -> None:
    """Run the evaluation that is named."""
    {"events": score_events, "joins": show_events, "copies": show_copies}[arguments[0]]()


if __name__ == "__main__":
    main(sys.argv[1:])
