"""Others whom the same deed hit, told behind: "… killed 12 soldiers. Three volunteers were also killed" is also 15.

In: the counts of a page in reading order and its happenings. Out: the same with a sum before the first of the two; both
become its parts (codebook: "killed of two groups: the sum with `of` naming both, and one figure each"). Adds only
people of two kinds, of whom the page says "also" and whose deaths one happening tells; "Twelve people … two children
were also killed" adds nothing, since the children may be among the twelve.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from crossreport.coding.counts.counting import Count
from crossreport.coding.counts.sums import addable, total_of
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.model import Counted, Quantity
from crossreport.model.measures import HARM

REACH = 3  # sentences back to those whom it hit first (probe pages of own writing)
_ANYBODY = frozenset({"people", "other"})
_UNARMED = frozenset({"civilians", "children", "women", "families"})


def with_others_hit(doc: Document, found: list[Count], drafts: Sequence[Draft]) -> list[Count]:
    """The counts, with a sum in front of two groups that one deed hit."""
    made = list(found)
    for count in found:
        if not _also(doc, count) or not addable(count) or count.measure not in HARM:
            continue
        first = next((other for other in reversed(made) if _beside(other, count, drafts)), None)
        if first is None:
            continue
        at, behind = made.index(first), made.index(count)
        whole = _sum(doc, first, count)
        made[behind] = replace(count, part=True, whole=whole.noun)
        made[at : at + 1] = [whole, replace(first, part=True, whole=whole.noun)]
    return made


def _also(doc: Document, count: Count) -> bool:
    verb = count.event
    return verb is not None and any(doc.text(kid) == "also" for kid in doc.kids(verb, "advmod"))


def _beside(other: Count, count: Count, drafts: Sequence[Draft]) -> bool:
    back = count.noun.sentence - other.noun.sentence
    if not 0 < back <= REACH or other.measure != count.measure or not addable(other):
        return False
    told = [draft for draft in drafts if draft.type in FORCE and other.event in draft.words]
    one_deed = any(count.event in draft.words for draft in told)
    kinds = {other.of.kind, count.of.kind}
    return one_deed and not kinds & _ANYBODY and not kinds <= _UNARMED and _noun(other) != _noun(count)


def _noun(count: Count) -> str:
    return count.of.text.lower().split()[-1].removesuffix("s")


def _sum(doc: Document, first: Count, count: Count) -> Count:
    noun: Word = first.event or first.noun
    span = doc.span([noun])
    low, best, high = total_of([first.value, count.value])
    bound = first.value.bound if first.value.bound != "exact" else count.value.bound
    value = Quantity(low, best, high, bound, span.quote, None, "sum")
    kind = first.of.kind if first.of.kind == count.of.kind else "people"
    return replace(first, span=span, value=value, noun=noun, of=Counted(f"{first.of.text} and {count.of.text}", kind))
