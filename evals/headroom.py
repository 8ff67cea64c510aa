"""What stands between our sides, places and days and the gold's: was the right answer on the page?

    python -m evals.headroom [--own] [--errors doer|target|sides|place|when] [--cause CAUSE]

For every matched event and role: right; nothing given where the gold names something; something given where the gold
names nothing; a wrong choice. What is wrong is counted apart by whether the page as grounded holds the right answer.
Then the fields by whether the pair stands in one sentence: pairs that do not are in part two happenings.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator

from msgspec import Struct

from crossreport.model import Actor, CodedPage, Place, When
from evals.agreement import compare, match
from evals.coded import CodedEvent, Coding
from evals.convert import coding_of
from evals.corpora import Absent, Article, fa_kes_articles
from evals.fa_kes import gold_codings
from evals.own import own_pages
from evals.rooms import Rooms, capture_of
from evals.same import plain, same_days, same_names

CAUSES = ("right", "missing", "wrong choice", "wrongly none", "wrongly given")
Names = tuple[str, ...]


class Candidates(Struct, frozen=True):
    """Names of everybody and every place that the page as grounded holds, and its times."""

    actors: Names
    places: Names
    times: Names


class Case(Struct, frozen=True):
    """One matched event with all that the page holds; `beside`: a sentence that tells ours holds the gold's cue."""

    page: str
    gold: CodedEvent
    ours: CodedEvent
    on_page: Candidates
    beside: bool


def candidates_of(coded: CodedPage) -> Candidates:
    """Every actor, place and time of a page."""
    actors, places, times = [], [], []
    for mention in coded.mentions:
        value = mention.value
        if isinstance(value, Actor):
            actors.append(value.name)
        elif isinstance(value, Place):
            places += [value.name, mention.span.quote]
        elif isinstance(value, When):
            times.append(value.edtf)
    taking = [each.actor.name for report in coded.reports for each in report.participants]
    times += [report.when.edtf for report in coded.reports if report.when]
    return Candidates(
        tuple(dict.fromkeys(actors + taking)),
        tuple(dict.fromkeys(places)),
        tuple(dict.fromkeys([*times, coded.page.published.edtf])),
    )


def cases(*, own: bool) -> Iterator[Case]:
    """Every matched event of FA-KES dev, or of the dev part of our own pages."""
    rooms = Rooms()
    pages: list[tuple[Article, Coding]]
    if own:
        pages = [(page.article, page.coding) for page in own_pages("dev").values()]
    else:
        articles = fa_kes_articles()
        pages = [(articles[name], gold) for name, gold in gold_codings().items()]
    for article, gold in pages:
        coded = rooms.try_code(capture_of(f"{article.id}.txt", article.text), None)
        if coded is None:
            continue
        ours, on_page = coding_of(coded), candidates_of(coded)
        for pair in match(gold.events, ours.events):
            wanted = gold.events[pair.gold]
            beside = any(plain(wanted.cue or "") in plain(span.quote) for span in coded.reports[pair.ours].evidence)
            yield Case(article.id, wanted, ours.events[pair.ours], on_page, beside)


def _cause(gold: Names, ours: Names, there: Names) -> str:
    if same_names(gold, ours):
        return "right"
    if not gold:
        return "wrongly given"
    if not same_names(gold, there):
        return "missing"
    return "wrong choice" if ours else "wrongly none"


def _when_cause(case: Case) -> str:
    gold, ours = case.gold.when, case.ours.when
    if same_days(gold, ours):
        return "right"
    if gold is None:
        return "wrongly given"
    if not any(same_days(gold, each) for each in case.on_page.times):
        return "missing"
    return "wrong choice" if ours else "wrongly none"


ROLES: dict[str, Callable[[Case], str]] = {
    "doer": lambda c: _cause(c.gold.agent or c.gold.party, c.ours.agent or c.ours.party, c.on_page.actors),
    "target": lambda c: _cause(c.gold.target, c.ours.target, c.on_page.actors),
    "sides": lambda c: _cause(c.gold.sides, c.ours.sides, c.on_page.actors),
    "place": lambda c: _cause(c.gold.place, c.ours.place, c.on_page.places),
    "when": _when_cause,
}


def main(arguments: list[str] | None = None) -> int:
    """Print the table, and with `--errors` every case that is not right."""
    options = _parser().parse_args(arguments)
    try:
        found = list(cases(own=options.own))
    except Absent as absent:
        print(f"skipped: {absent}")
        return 0
    print(f"{'role':8}" + "".join(f"{cause:>15}" for cause in CAUSES))
    for role, judge in ROLES.items():
        counts = Counter(judge(case) for case in found)
        print(f"{role:8}" + "".join(f"{counts[cause]:15}" for cause in CAUSES))
    for beside in (True, False):
        _fields([case for case in found if case.beside is beside], beside=beside)
    if options.errors:
        for case in found:
            cause = ROLES[options.errors](case)
            if cause != "right" and options.cause in (None, cause):
                _show(case, options.errors, cause)
    return 0


def _fields(found: list[Case], *, beside: bool) -> None:
    """What agrees in pairs that stand in one sentence, and in pairs that do not."""
    agreed = Counter(name for case in found for name, same in compare(case.gold, case.ours).items() if same)
    shares = "  ".join(f"{name} {agreed[name] / len(found):.2f}" for name in sorted(agreed))
    print(f"{len(found):4} pairs told {'in the sentence of' if beside else 'elsewhere than'} the gold's cue: {shares}")


def _show(case: Case, role: str, cause: str) -> None:
    gold, ours = case.gold, case.ours
    print(f"{case.page} {cause}: {gold.type} “{gold.cue}” = {ours.type} “{ours.quote}”")
    for name, event in (("gold", gold), ("ours", ours)):
        value = (
            f"agent={', '.join(event.agent)} target={', '.join(event.target)} party={', '.join(event.party)}"
            if role in ("doer", "target", "sides")
            else str(getattr(event, role))
        )
        print(f"    {name}: {value}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evals.headroom", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--own", action="store_true", help="the dev part of our own pages instead of FA-KES dev")
    parser.add_argument("--errors", choices=tuple(ROLES), help="list the cases of this role that are not right")
    parser.add_argument("--cause", choices=CAUSES[1:], help="of these only the ones with this cause")
    return parser


if __name__ == "__main__":
    sys.exit(main())
