"""People of two kinds hit by one deed, told side by side: "18 militants and three soldiers were killed" is also 21.

So are the dead of both sides of one fight, told in two clauses: "lost four soldiers while killing 17 rebels".
In: the counts of a page in reading order and its happenings. Out: the same with a sum before each such row; the row's
numbers become its parts (codebook: "killed of two groups: the sum with `of` naming both, and one figure each").
Numbers of different fates, parts of other numbers and unknown numbers are never added.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from crossreport.coding.counts.counting import FATES, Count, joined
from crossreport.coding.counts.singles import NEXT, RULE, top_of_row
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.phrases.arguments import is_verb
from crossreport.model import Counted, Quantity, Span
from crossreport.model.measures import TOLLS
from crossreport.words.booked import added
from crossreport.words.function_words import ADDING

_WHERE = frozenset({"in", "at", "near", "outside", "inside"})


def with_sums(doc: Document, found: list[Count], drafts: Sequence[Draft] = ()) -> list[Count]:
    """The counts, with a sum in front of every row of numbers that one word hits."""
    made: list[Count] = []
    for row in _rows(doc, _in_order(found), drafts):
        if len(row) < 2:
            made += row
            continue
        whole = _sum(doc, row)
        made.append(whole)
        made += [replace(count, part=True, whole=whole.noun) for count in row]
    return made


def _in_order(found: list[Count]) -> list[Count]:
    """A person by name is counted at the verb; among those whom it hits they stand where their noun stands."""
    made = list(found)
    for at, (before, count) in enumerate(pairwise(found)):
        if before.event is not None and before.event == count.event and count.noun < before.noun:
            made[at], made[at + 1] = count, before
    return made


def _rows(doc: Document, found: list[Count], drafts: Sequence[Draft]) -> list[list[Count]]:
    """Neighbours that may be added, in one list each."""
    rows: list[list[Count]] = [[count] for count in found[:1]]
    for before, count in pairwise(found):
        row = _adds(doc, before, count) and joined(doc, count, before)
        if (
            row
            or _coordinated(doc, before, count)
            or _named_together(doc, before, count)
            or _on_both_sides(doc, before, count, drafts)
        ):
            rows[-1].append(count)
        else:
            rows.append([count])
    return rows


def _adds(doc: Document, before: Count, count: Count) -> bool:
    between = {doc.text(Word(count.place.sentence, i)) for i in range(before.place.end + 1, count.place.first)}
    if not between & ADDING:
        return False
    same = before.measure == count.measure and before.event is not None and before.event == count.event
    return same and addable(before) and addable(count) and before.noun != count.noun


def _coordinated(doc: Document, before: Count, count: Count) -> bool:
    """ "Two fighters of the group and a soldier of the 9th", "six priests and their cook": one row, however long."""
    same = before.measure == count.measure and before.event is not None and before.event == count.event
    if not same or count.measure not in TOLLS or not (addable(before) and addable(count)):
        return False
    if before.place.first <= count.noun.token <= before.place.end or before.noun == count.noun:
        return False  # "a farmer and his son" is counted as two
    between = [Word(count.place.sentence, i) for i in range(before.place.end + 1, count.place.first)]
    if not {doc.text(word) for word in between} & ADDING:
        return False  # "four people, two nurses and a boy": who the four are
    if any(doc.headed(word, "place") and _WHERE & set(doc.cases(word)) for word in between):
        return False  # "five in X and six in Y"
    return doc.rel(count.noun) == "conj" and top_of_row(doc, before.noun) == top_of_row(doc, count.noun)


def addable(count: Count) -> bool:
    """Whether a count may be added to another: a known number of people hit, no part of another number."""
    closed = count.number is not None and count.value.bound not in ("up_to", "nearly")
    return closed and not count.part and count.measure in FATES and count.measure != "troops"


def _named_together(doc: Document, before: Count, count: Count) -> bool:
    """ "The mayor of X and his driver were killed": two single people whom one verb hits."""
    if before.event is None or before.event != count.event or not (addable(before) and addable(count)):
        return False
    ones = before.number == 1 and count.number == 1 and RULE in (before.value.rule, count.value.rule)
    if not ones or before.noun.sentence != count.noun.sentence or before.measure != count.measure:
        return False
    tied = doc.rel(count.noun) == "conj" and before.noun in doc.path(count.noun)
    return tied and any(doc.text(kid) == "and" for kid in doc.kids(count.noun, "cc"))


def _on_both_sides(doc: Document, before: Count, count: Count, drafts: Sequence[Draft]) -> bool:
    """ "Lost four soldiers while killing 17 rebels", "two died there and three more in hospital": of one happening."""
    a, b = before.event, count.event
    if a is None or b is None or a == b or a.sentence != b.sentence or before.measure != count.measure:
        return False
    if not (addable(before) and addable(count) and is_verb(doc, a) and is_verb(doc, b)):
        return False
    beside = doc.parent(b) == a and (doc.rel(b) == "conj" or _while(doc, b))
    own = [_set(doc, verb, other) for verb, other in ((a, b), (b, a))]
    told = {id(draft) for draft in drafts for word in (a, b) if word in draft.words}
    return beside and not all(own) and len(told) < 2 and _others(doc, before, count)


def _while(doc: Document, verb: Word) -> bool:
    return doc.rel(verb) == "advcl" and any(doc.text(kid) == "while" for kid in doc.kids(verb, "mark"))


def _set(doc: Document, verb: Word, other: Word) -> bool:
    """Whether the clause names a place or time of its own."""
    apart = set(doc.subtree(other)) if verb in doc.path(other) else set()
    return any(doc.headed(word, "place", "time") for word in doc.subtree(verb) if word not in apart)


def _others(doc: Document, before: Count, count: Count) -> bool:
    """Whether they are surely not the same people: of another kind, or "more", "another", "a third"."""
    words = {doc.text(word) for word in doc.subtree(count.noun)} | set(count.value.wording.lower().split())
    more = bool(words & ({"more", "another", "other", "others"} | set(NEXT)))
    fighters = {"combatants"} & {before.of.kind, count.of.kind}
    return more or (bool(fighters) and before.of.text.lower() != count.of.text.lower())


def _sum(doc: Document, row: list[Count]) -> Count:
    first, last = row[0], row[-1]
    start = min(count.span.start for count in row)
    span = Span.of(doc.page.text, start, max(doc.token(last.noun).end, last.span.end))
    if first.event is not None and any(_named(doc, count) for count in row):
        span = doc.span([first.event])  # a name never becomes the words of a figure
    values = [count.value for count in row]
    low, best, high = total_of(values)
    exact = all(value.bound == "exact" for value in values)
    bound = "exact" if exact else next(value.bound for value in values if value.bound != "exact")
    value = Quantity(low, best, high, bound, " ".join(span.quote.split()), None, "sum")
    noun = first.event or first.noun
    kinds = {count.of.kind for count in row}
    of = Counted(
        " and ".join(dict.fromkeys(count.of.text for count in row)), kinds.pop() if len(kinds) == 1 else "people"
    )
    place = replace(first.place, end=last.place.end)
    return replace(first, span=span, value=value, noun=noun, of=of, place=place, whole=None, part=False)


def _named(doc: Document, count: Count) -> bool:
    return (count.value.rule == RULE and doc.token(count.noun).xpos != "NN") or bool(doc.covering(count.noun, "person"))


def total_of(values: list[Quantity]) -> tuple[float | None, float | None, float | None]:
    """Low, best and high of all together; None where any of them is open."""
    low, best, high = (added([getattr(value, side) for value in values]) for side in ("low", "best", "high"))
    return low, best, high
