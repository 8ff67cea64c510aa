"""A page's figures in, findings on wholes and their parts out: whether the parts add up, and how nearly."""

from collections import defaultdict
from collections.abc import Sequence

from crossreport.model import CodedPage, Figure, Finding, Reason, content_id
from crossreport.weighing.interval import Interval, interval, reads
from crossreport.words.spoken import numeral

ROUNDING = 0.02  # of the whole: "at least 1,600" for parts that add up to 1,594
SIZEABLE = 20  # below, numbers add up by accident
CLOSE = 0.01  # of the whole
MOST_PARTS = 5
BREAKDOWNS = (frozenset({"civilians", "combatants"}), frozenset({"men", "women", "children"}))
NONE: frozenset[str] = frozenset()
HOLDERS = {kind: frozenset({"civilians"}) for kind in ("women", "children", "men")}  # civilians already
INFERRED = "the page does not call them parts: their sum and their order say so"


def arithmetic(coded: CodedPage) -> list[Finding]:
    """A finding for each whole whose parts add up to it, exceed it, or leave a gap though they name every group."""
    figures = {figure.id: figure for figure in coded.figures}
    parts: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(figures.values(), key=lambda one: (one.span.start, -_named(one), one.id)):
        if figure.part_of in figures and interval(figure) is not None and figure.id != figure.part_of:
            parts[figure.part_of].append(figure)
    checked = [_check(figures[whole], found) for whole, found in sorted(parts.items())]
    loose = [figure for figure in figures.values() if figure.part_of is None and figure.id not in parts]
    return [finding for finding in (*checked, *_unmarked(loose)) if finding is not None]


def _unmarked(figures: Sequence[Figure]) -> list[Finding | None]:
    """Figures in a row that add up to the one before them, though the page does not call them its parts."""
    found: list[Finding | None] = []
    ordered = sorted(figures, key=lambda one: (one.span.start, one.id))
    for at, whole in enumerate(ordered):
        if interval(whole) is None or _named(whole) < SIZEABLE:
            continue
        for last in range(at + 3, min(at + 2 + MOST_PARTS, len(ordered) + 1)):
            parts = ordered[at + 1 : last]
            if _adds_up(whole, parts):
                found.append(_check(whole, parts, inferred=True))
                break
    return found


def _adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    alike = all(part.measure == whole.measure and interval(part) is not None for part in parts)
    kinds = {(part.of.kind, part.of.text.casefold()) for part in parts}
    return alike and len(kinds) == len(parts) and abs(_named_sum(parts) - _named(whole)) <= CLOSE * _named(whole)


def _check(whole: Figure, parts: Sequence[Figure], *, inferred: bool = False) -> Finding | None:
    allowed = interval(whole)
    parts = _disjoint(whole, parts)
    if allowed is None or not parts:
        return None
    ranges = [found for part in parts if (found := interval(part)) is not None]
    total = Interval(sum(one.low for one in ranges), sum(one.high for one in ranges))
    if len(parts) == 1 and total.low <= allowed.high:
        return None
    rule, verdict = _verdict(whole, allowed, total, _named_sum(parts))
    if rule == "parts_missing" and not _is_full(parts):
        return None  # some groups of a whole, not its breakdown: nothing to add up
    text = f"{_sum(parts)} against “{reads(whole)}”: {verdict}."
    members = (whole.id, *(part.id for part in parts))
    reasons = (Reason(rule, verdict), *([Reason("inferred_parts", INFERRED)] if inferred else []))
    return Finding(content_id("finding", "arithmetic", *members), "arithmetic", members, text, reasons)


def _disjoint(whole: Figure, parts: Sequence[Figure]) -> list[Figure]:
    """Parts of the same measure; one of each kind of people counted, as a second one is a rival, not a further part."""
    seen: dict[tuple[str, str, str | None], Figure] = {}
    for part in parts:
        if part.measure == whole.measure:
            seen.setdefault((part.of.kind, part.of.text.casefold(), part.scope.place), part)
    kinds = {part.of.kind for part in seen.values()}
    return [part for part in seen.values() if not kinds & HOLDERS.get(part.of.kind, NONE)]


def _is_full(parts: Sequence[Figure]) -> bool:
    """Whether the parts are of all groups that a breakdown of people has."""
    kinds = {part.of.kind for part in parts}
    return any(whole <= kinds for whole in BREAKDOWNS)


def _named_sum(parts: Sequence[Figure]) -> float:
    return sum(_named(part) for part in parts)


def _named(figure: Figure) -> float:
    """The number that the words name, whatever their bound."""
    return next((value for value in (figure.best, figure.high, figure.low) if value is not None), 0.0)


def _verdict(whole: Figure, allowed: Interval, total: Interval, named: float) -> tuple[str, str]:
    if allowed.low <= named <= allowed.high:
        return "agrees", "the parts fit the whole"
    target = _named(whole)
    if abs(named - target) <= ROUNDING * target:
        return "agrees_rounded", "the parts add up to the whole within its rounding"
    if named < allowed.low and total.high >= allowed.low:
        return "agrees_open", "the parts reach the whole within their own bounds"
    if named < allowed.low:
        return "parts_missing", f"{numeral(allowed.low - named)} of the whole are not broken down"
    return "exceeds", "the parts are more than the whole"


def _sum(parts: Sequence[Figure]) -> str:
    named = [numeral(_named(part)) for part in parts]
    if len(named) == 1:
        return named[0]
    return f"{' + '.join(named)} = {numeral(_named_sum(parts))}"
