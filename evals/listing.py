"""One page for a reader: its text once, what was missed, what was invented, what is wrong in a pair."""

import argparse
import textwrap
from collections.abc import Iterable

from evals.agreement import Pair, match_figures
from evals.claims import match_claims
from evals.coded import CodedClaim, CodedEvent, CodedFigure, Coding, Toll
from evals.corpora import Article

WIDTH = 150


def show_page(article: Article, gold: Coding, ours: Coding, pairs: list[Pair], only: str | None = None) -> None:
    """Print the page and every difference; `only` restricts the events to a type."""
    print("=" * WIDTH)
    print(f"{article.id}  {article.outlet}  {article.published}")
    for line in article.text.splitlines():
        print(textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="  "))
    met_gold, met_ours = {pair.gold for pair in pairs}, {pair.ours for pair in pairs}
    _list(
        "MISSED", (describe_event(e) for i, e in enumerate(gold.events) if i not in met_gold and only in (None, e.type))
    )
    _list(
        "INVENTED",
        (describe_event(e) for i, e in enumerate(ours.events) if i not in met_ours and only in (None, e.type)),
    )
    wrong = [pair for pair in sorted(pairs, key=lambda each: each.gold) if pair.wrong]
    _list("WRONG", (_pair(gold.events[p.gold], ours.events[p.ours], p.wrong) for p in wrong))
    right = sum(not pair.wrong for pair in pairs)
    print(f"  RIGHT    {right} of {len(pairs)} pairs in every field")
    _list_figures(gold, ours)
    _list_claims(gold, ours)


def listing_options(parser: argparse.ArgumentParser) -> None:
    """What every scorer of pages can list: `--show`, `--errors`, `--type`."""
    parser.add_argument("--show", nargs="+", metavar="PAGE", help="list these pages whole")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list the first N pages with errors")
    parser.add_argument("--type", metavar="TYPE", help="in listings, only events of this type")


def saving_options(parser: argparse.ArgumentParser) -> None:
    """What a scorer of pages can keep or take up instead of running the rooms: `--save`, `--against`."""
    parser.add_argument("--save", metavar="FILE", help="write our coding in the gold's form")
    parser.add_argument("--against", metavar="FILE", help="score this coding instead of running the rooms")


def _list(head: str, lines: Iterable[str]) -> None:
    for line in lines:
        print(f"  {head:9}{line}")


def describe_event(event: CodedEvent) -> str:
    """One line: type, sides, place, day, status, voices, tolls, the passage."""
    sides = " ".join(
        f"{role}={', '.join(names)}"
        for role, names in (("agent", event.agent), ("target", event.target), ("party", event.party))
        if names
    )
    parts = [
        ("*" if event.core else "") + event.type,
        sides,
        f"@ {', '.join(event.place) or '–'}",
        f"on {event.when or '–'}",
        event.status if event.status != "happened" else "",
        f"by {' > '.join(event.said_by)}" if event.said_by else "",
        f"killed {_toll(event.killed)}" if event.killed else "",
        f"wounded {_toll(event.wounded)}" if event.wounded else "",
        f"“{_short(event.cue or event.quote)}”" if event.cue or event.quote else "",
    ]
    return " | ".join(part for part in parts if part)


def _pair(gold: CodedEvent, ours: CodedEvent, wrong: list[str]) -> str:
    shown = [f"{name}: {_value(gold, name)} ≠ {_value(ours, name)}" for name in wrong if name != "group"]
    lines = [f"{gold.type} “{_short(gold.cue)}” = “{_short(ours.quote)}”", *shown]
    return "\n             ".join(lines)


def _value(event: CodedEvent, name: str) -> str:
    if name == "killed":
        return _toll(event.killed)
    if name == "agent":
        return ", ".join(event.agent or event.party) or "–"
    value = getattr(event, name)
    return (", ".join(value) if isinstance(value, tuple) else str(value or "")) or "–"


def _list_figures(gold: Coding, ours: Coding) -> None:
    pairs = match_figures(gold, ours)
    met_gold, met_ours = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    _list("figure –", (_figure(each) for each in gold.figures if id(each) not in met_gold))
    _list("figure +", (_figure(each) for each in ours.figures if id(each) not in met_ours))


def _list_claims(gold: Coding, ours: Coding) -> None:
    pairs = match_claims(gold.claims, ours.claims)
    met_gold, met_ours = {i for i, _ in pairs}, {j for _, j in pairs}
    _list("claim –", (_claim(each) for i, each in enumerate(gold.claims) if i not in met_gold))
    _list("claim +", (_claim(each) for j, each in enumerate(ours.claims) if j not in met_ours))


def _figure(figure: CodedFigure) -> str:
    numbers = _interval(figure.low, figure.best, figure.high)
    return f"{figure.measure} {numbers} of {figure.of} “{_short(figure.words)}”"


def _claim(claim: CodedClaim) -> str:
    return f"{claim.speaker}: {_short(claim.says, 110)}"


def _toll(toll: Toll | None) -> str:
    return _interval(toll.low, toll.best, toll.high) if toll else "–"


def _interval(low: float | None, best: float | None, high: float | None) -> str:
    return "[" + ", ".join("–" if each is None else f"{each:g}" for each in (low, best, high)) + "]"


def _short(text: str | None, width: int = 90) -> str:
    return textwrap.shorten(" ".join((text or "").split()), width, placeholder=" …")
