"""The page's figures: each number with its measure, whom it counts, its bounds, its event and its voices."""

import datetime as dt

import msgspec

from crossreport.coding.attribution import Voices
from crossreport.coding.counting import Count, counts
from crossreport.coding.document import Document, Word
from crossreport.coding.draft import Draft
from crossreport.coding.settings import places_of, time_of
from crossreport.coding.status import status_of
from crossreport.model import Confidence, Figure, Quantity, Scope, When, content_id
from crossreport.words.closed_classes import closed_classes

# A toll over more days than this is a tally of a campaign, not of one happening.
# Calibrated on the FA-KES dev part: single happenings span at most three days there.
CUMULATIVE_DAYS = 10


def figures_of(doc: Document, voices: Voices, drafts: list[Draft]) -> list[tuple[Figure, Draft | None]]:
    """Figures in reading order, each with the draft that it belongs to (None: it stands alone)."""
    found = counts(doc)
    by_noun: dict[Word, str] = {}
    made: list[tuple[Figure, Draft | None]] = []
    for count in sorted(found, key=lambda c: (c.part_of is not None, c.mention.span)):
        draft = _owner(doc, count, drafts)
        figure = _figure(doc, voices, count, draft, by_noun)
        by_noun[count.noun] = figure.id
        made.append((figure, None if figure.cumulative else draft))
    return _once(sorted(made, key=lambda pair: pair[0].span))


def _carried(doc: Document, count: Count, value: Quantity) -> Quantity:
    """ "At least 12 civilians and 20 fighters": the bound holds for both."""
    head = doc.parent(count.noun)
    if value.bound != "exact" or doc.rel(count.noun) != "conj" or head is None:
        return value
    for mention in doc.mentions:
        first = mention.value
        at = doc.word_of(mention)
        if (
            isinstance(first, Quantity)
            and at is not None
            and doc.parent(at) == head
            and first.bound in ("at_least", "more_than")
        ):
            return msgspec.structs.replace(value, high=None, bound=first.bound)
    return value


def _once(made: list[tuple[Figure, Draft | None]]) -> list[tuple[Figure, Draft | None]]:
    """The same number for the same fate told again (headline, lead, body) is one figure: the body's is kept."""
    kept: list[tuple[Figure, Draft | None]] = []
    for figure, draft in made:
        twin = next(
            (i for i, (other, host) in enumerate(kept) if _same(other, figure) and _compatible(host, draft)), None
        )
        if twin is None:
            kept.append((figure, draft))
        elif kept[twin][1] is None and draft is not None:
            kept[twin] = (figure, draft)
    return kept


def _same(a: Figure, b: Figure) -> bool:
    """Whether two figures say the same of the same people."""
    numbers = (a.measure, a.low, a.best, a.high) == (b.measure, b.low, b.best, b.high)
    return (
        numbers
        and (a.of.kind == b.of.kind or "people" in (a.of.kind, b.of.kind))
        and a.part_of is None
        and b.part_of is None
    )


def _compatible(a: Draft | None, b: Draft | None) -> bool:
    return a is None or b is None or a is b


def _figure(doc: Document, voices: Voices, count: Count, draft: Draft | None, by_noun: dict[Word, str]) -> Figure:
    value = count.mention.value
    assert isinstance(value, Quantity)
    value = _carried(doc, count, value)
    told = count.event or count.noun
    when = time_of(doc, told)
    status = status_of(doc, told)[0]
    cumulative = _cumulative(doc, count, when)
    scope = _scope(doc, told, draft, when, cumulative)
    whole = by_noun.get(count.part_of) if count.part_of is not None else None
    return Figure(
        id=content_id("figure", doc.page.id, count.mention.span, count.measure, count.of.text),
        page=doc.page.id,
        event_report=None,
        measure=count.measure,
        of=count.of,
        low=value.low,
        best=value.best,
        high=value.high,
        wording=value.wording,
        bound=value.bound,
        scope=scope,
        cumulative=cumulative,
        part_of=whole,
        attribution=voices.chain(told) or (draft.chain if draft is not None and not cumulative else ()),
        status=status if status in ("planned", "denied", "alleged", "threatened", "hypothetical") else "happened",
        span=count.mention.span,
        confidence=Confidence("medium", 0.6),
    )


def _scope(doc: Document, told: Word, draft: Draft | None, when: When | None, cumulative: bool) -> Scope:
    places = places_of(doc, told) or (draft.places if draft is not None and not cumulative else [])
    time = when or (draft.when if draft is not None and not cumulative else None)
    return Scope(places[0][0].name if places else None, time.edtf if time else None)


def _cumulative(doc: Document, count: Count, when: When | None) -> bool:
    if when is not None and when.earliest and when.latest:
        days = (dt.date.fromisoformat(when.latest) - dt.date.fromisoformat(when.earliest)).days
        if days > CUMULATIVE_DAYS:
            return True
    if when is not None and when.earliest and when.latest is None:
        return True
    clause = doc.clause(doc.clause_root(count.event or count.noun))
    if any(
        doc.lemma(word) in closed_classes().wars and doc.rel(word) in ("nsubj", "obl", "obj", "nmod") for word in clause
    ):
        return count.measure in ("killed", "wounded", "displaced", "killed_and_wounded")
    return any(doc.text(word) == "since" for word in clause) and count.measure in ("killed", "wounded", "displaced")


def _owner(doc: Document, count: Count, drafts: list[Draft]) -> Draft | None:
    """The happening that the number belongs to: the one told by its own word, else one in its clause."""
    for word in (count.event, count.noun):
        if word is None:
            continue
        for draft in drafts:
            if word in draft.words:
                return draft
    path = set(doc.path(count.event or count.noun))
    for draft in drafts:
        if path & set(draft.words):
            return draft
    near = [d for d in drafts if any(w.sentence == count.noun.sentence for w in d.words)]
    if count.measure in ("killed", "wounded", "killed_and_wounded", "missing") and near:
        return near[0]
    return None
