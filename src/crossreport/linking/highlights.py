"""A line without a day above a page's body in, the report of the body that it only announces out.

"• 38 people killed on the Djibo road", in a list of highlights or as a headline, tells what the body goes on to tell
with its day and its village: one happening, not a second one on the day of the page.
"""

from collections.abc import Iterable, Sequence

from crossreport.linking.factor import Factor
from crossreport.linking.features import Features, evidence
from crossreport.linking.lexicon import lexicon
from crossreport.linking.parties import best
from crossreport.linking.places import Site, compare_places
from crossreport.linking.times import WEEK
from crossreport.names import fold_name

STOPS = (".", "!", "?", "…", ".”", '."', "!”", "?”")
ANNOUNCED = frozenset({"flight", "damage", "detention", "siege"})  # besides violence: each only as what it is


def headed(one: Features, page: Sequence[Features]) -> tuple[Features, Features, Factor] | None:
    """The happening of the body that a line above it announces, with the line and why; None if it announces none."""
    if not _is_line(one):
        return None
    body = [other for other in page if other is not one and _announces(one, other)]
    told = min(body, key=lambda other: (one.toll != other.toll, other.report.span.start, other.report.id), default=None)
    return (told, one, Factor("retold", "a line above the page's body announces it")) if told is not None else None


def _is_line(one: Features) -> bool:
    """Whether a report stands in a line that is no sentence, and names no day."""
    day = one.hard.window
    return (day is None or day.news) and not any(span.quote.rstrip().endswith(STOPS) for span in evidence(one.report))


def _announces(line: Features, body: Features) -> bool:
    """Whether what a line says fits a happening below it, of a day not long before the page."""
    day = body.hard.window
    if day is None or day.news or not day.sharp or body.report.span.start < line.report.span.end or _is_line(body):
        return False
    if body.hard.mood != line.hard.mood or body.report.status != line.report.status:
        return False
    if line.written is not None and not -1 <= line.written.latest - day.latest <= WEEK:
        return False
    return _one_kind(line, body) and _doers_fit(line, body) and _tolls_fit(line, body) and _one_area(line, body)


def _one_kind(line: Features, body: Features) -> bool:
    groups = {line.hard.group, body.hard.group}
    return groups <= lexicon().force | lexicon().contested or (len(groups) == 1 and groups <= ANNOUNCED)


def _doers_fit(line: Features, body: Features) -> bool:
    mine, theirs = line.hard.agents | line.hard.parties, body.hard.agents | body.hard.parties
    return not mine or not theirs or best(mine, theirs) in ("same", "camp", "kind")


def _tolls_fit(line: Features, body: Features) -> bool:
    return line.toll is None or body.toll is None or line.toll.best == body.toll.best


def _one_area(line: Features, body: Features) -> bool:
    """Whether both name one place, the one names what the other lies in, or a word of it: "the Djibo road"."""
    if not line.hard.sites:
        return True
    where = compare_places(line.hard.sites, body.hard.sites)
    return where.name in NEAR or not _words(line.hard.sites).isdisjoint(_words(body.hard.sites))


NEAR = frozenset({"place_same", "place_same_name", "place_inside", "place_contains", "place_near", "place_same_region"})


def _words(sites: Iterable[Site]) -> set[str]:
    """The words of names of places, without those that only say what they are."""
    plain = {word for name in lexicon().place_classes | lexicon().small_places for word in name.split()}
    return {word for one in sites for word in fold_name(one.name).split() if len(word) > SHORT} - plain


SHORT = 3  # letters of a word that means nothing by itself
