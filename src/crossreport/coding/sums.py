"""People of two kinds hit by one deed, told side by side: "18 militants and three soldiers were killed" is also 21.

In: the counts of a page in reading order. Out: the same with a sum before each such row; the row's numbers become its
parts (codebook: "killed of two groups: the sum with `of` naming both, and one figure each"). Numbers of different
fates, parts of other numbers and unknown numbers are never added.
"""

from itertools import pairwise

from msgspec.structs import replace

from crossreport.coding.counting import FATES, Count, joined
from crossreport.coding.document import Document, Word
from crossreport.coding.singles import RULE
from crossreport.model import Counted, Quantity, Span

JOINING = frozenset({"and", "with", "plus", "well"})  # "rose from 20 to 31" and "seven, one critically" add nothing


def with_sums(doc: Document, found: list[Count]) -> list[Count]:
    """The counts, with a sum in front of every row of numbers that one word hits."""
    made: list[Count] = []
    for row in _rows(doc, found):
        if len(row) < 2:
            made += row
            continue
        whole = _sum(doc, row)
        made.append(whole)
        made += [replace(count, part=True, whole=whole.noun) for count in row]
    return made


def _rows(doc: Document, found: list[Count]) -> list[list[Count]]:
    """Neighbours that may be added, in one list each."""
    rows: list[list[Count]] = [[count] for count in found[:1]]
    for before, count in pairwise(found):
        if _adds(doc, before, count) and joined(doc, count, before):
            rows[-1].append(count)
        else:
            rows.append([count])
    return rows


def _adds(doc: Document, before: Count, count: Count) -> bool:
    between = {doc.text(Word(count.place.sentence, i)) for i in range(before.place.end + 1, count.place.first)}
    if not between & JOINING:
        return False
    same = before.measure == count.measure and before.event is not None and before.event == count.event
    known = before.number is not None and count.number is not None
    plain = not before.part and not count.part and count.measure in FATES and count.measure != "troops"
    parted = before.value.bound in ("up_to", "nearly") or count.value.bound in ("up_to", "nearly")
    return same and known and plain and not parted and before.noun != count.noun


def _sum(doc: Document, row: list[Count]) -> Count:
    first, last = row[0], row[-1]
    start = min(count.span.start for count in row)
    span = Span.of(doc.page.text, start, max(doc.token(last.noun).end, last.span.end))
    if first.event is not None and any(_named(doc, count) for count in row):
        span = doc.span([first.event])  # a name never becomes the words of a figure
    values = [count.value for count in row]
    low, best, high = (_total([getattr(value, side) for value in values]) for side in ("low", "best", "high"))
    exact = all(value.bound == "exact" for value in values)
    bound = "exact" if exact else next(value.bound for value in values if value.bound != "exact")
    value = Quantity(low, best, high, bound, " ".join(span.quote.split()), None, "sum")
    noun = first.event or first.noun
    kinds = {count.of.kind for count in row}
    of = Counted(" and ".join(count.of.text for count in row), kinds.pop() if len(kinds) == 1 else "people")
    place = replace(first.place, end=last.place.end)
    return replace(first, span=span, value=value, noun=noun, of=of, place=place, whole=None, part=False)


def _named(doc: Document, count: Count) -> bool:
    return (count.value.rule == RULE and doc.token(count.noun).xpos != "NN") or bool(doc.covering(count.noun, "person"))


def _total(numbers: list[float | None]) -> float | None:
    """The sum; None if any end is open."""
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
