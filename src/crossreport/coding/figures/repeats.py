"""A number told again, in headline, lead and body, is one figure: the body's, as told first there."""

import msgspec

from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft
from crossreport.model import Figure
from crossreport.model.measures import CAPTIVES, TOLLS

Made = tuple[Figure, Draft | None]
LARGE = 20  # from here on, one page's equal numbers are the same people
_REPEATED = TOLLS | CAPTIVES
SMALL = 4  # up to here, equal numbers with different owners may well be different people


def once(doc: Document, made: list[Made]) -> list[Made]:
    """Each figure once; the body's come before a headline's own, so that the body leads an event."""
    blocks = enumerate(doc.page.blocks)
    titles = [(block.start, block.end) for n, block in blocks if block.kind == "title" or n in doc.summed_up]
    ordered = sorted(made, key=lambda pair: (_inside(titles, pair[0]), pair[0].span))
    kept: list[Made] = []
    renamed: dict[str, str] = {}
    for figure, draft in ordered:
        title = _inside(titles, figure)
        twin = next((i for i, other in enumerate(kept) if _same(other, (figure, draft), title=title)), None)
        if twin is None:
            kept.append((figure, draft))
            continue
        renamed[figure.id] = kept[twin][0].id
        if kept[twin][1] is None and draft is not None and not kept[twin][0].cumulative:
            kept[twin] = (kept[twin][0], draft)
    blurred = _blurred(titles, kept)
    renamed |= blurred
    return [(_relinked(figure, renamed), draft) for figure, draft in kept if figure.id not in blurred]


def _blurred(titles: list[tuple[int, int]], kept: list[Made]) -> dict[str, str]:
    """Figures that another says more exactly, with that one's id."""
    found = {}
    for pair in kept:
        title = _inside(titles, pair[0])
        clearer = next((other for other in kept if _says_clearer(other, pair, title=title)), None)
        if clearer is not None:
            found[pair[0].id] = clearer[0].id
    return found


def _says_clearer(clear: Made, blurred: Made, *, title: bool) -> bool:
    """ "Scores were killed … 47 people were killed", by one voice: what the vague word says less exactly.

    A number that another voice gives is that voice's own.
    """
    (one, owner), (other, same) = clear, blurred
    number, low = _number(one), other.low
    if one.measure not in _REPEATED or not (title or _speaker(one) == _speaker(other)):
        return False
    if other.bound != "vague" or one.bound in ("vague", "unreported") or owner is None or owner is not same:
        return False
    if one.measure != other.measure or one.part_of or other.part_of or number is None or low is None:
        return False
    fits = low <= number and (other.high is None or number <= other.high)
    alike = one.of.kind == other.of.kind or (other.of.kind == "people" and one.of.kind not in ("children", "women"))
    return fits and alike and one.cumulative == other.cumulative


def _relinked(figure: Figure, renamed: dict[str, str]) -> Figure:
    return msgspec.structs.replace(figure, part_of=renamed.get(figure.part_of or "", figure.part_of))


def _inside(titles: list[tuple[int, int]], figure: Figure) -> bool:
    return any(start <= figure.span.start < end for start, end in titles)


def _number(figure: Figure) -> float | None:
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)


def _same(a: Made, b: Made, *, title: bool) -> bool:
    """Whether the second says the same of the same people as the first."""
    (first, owner), (second, other) = a, b
    if _number(first) != _number(second) or "unreported" in (first.bound, second.bound):
        return False
    if (first.bound == "vague") != (second.bound == "vague"):
        return False  # "several people … three children"
    if first.measure != second.measure:
        return _vaguer(first, second)
    if not _kin(first.of.kind, second.of.kind) or bool(first.part_of) != bool(second.part_of):
        return title and _kin(first.of.kind, second.of.kind)
    if _number(first) is None:
        return owner is other and first.of.kind == second.of.kind
    if title:
        return True
    if first.measure in ("other", "troops", "territory", "money"):
        return _stem(first) == _stem(second)
    small = (_number(first) or 0) <= SMALL
    return owner is other if small or first.cumulative != second.cumulative else _near(first, second, owner, other)


def _near(first: Figure, second: Figure, owner: Draft | None, other: Draft | None) -> bool:
    """Larger numbers are the same unless both have an owner and a place of their own."""
    if first.bound != "vague" and (_number(first) or 0) >= LARGE:
        return True
    apart = owner is not None and other is not None and owner is not other
    return not apart or not first.scope.place or not second.scope.place or first.scope.place == second.scope.place


def _vaguer(first: Figure, second: Figure) -> bool:
    """The same number of the same people once without their fate ("destroyed 120 militants")."""
    loose = {"other", "troops"}
    number = _number(first) or 0
    return number > SMALL and bool({first.measure, second.measure} & loose) and _stem(first) == _stem(second)


def _speaker(figure: Figure) -> str | None:
    return figure.attribution[-1].speaker if figure.attribution else None


def _stem(figure: Figure) -> str:
    return figure.of.text.lower().split()[-1].removesuffix("s")


def _kin(a: str, b: str) -> bool:
    return a == b or "people" in (a, b) or "other" in (a, b) or {a, b} <= {"civilians", "children", "women"}
