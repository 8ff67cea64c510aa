"""What coding weighed on a page: every happening that its words may tell, kept or not, and what spoke for and against.

In: a page with its syntax and mentions. Out: one `Considered` a happening, in reading order. It decides nothing; it
runs what `code` runs and keeps what that throws away.
"""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from crossreport.coding.coder import drafted, report_of
from crossreport.coding.drafting.confidence import features, probability, weights
from crossreport.coding.events.triggers import fits
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.selecting import select, why_not
from crossreport.coding.voices.attribution import Voices
from crossreport.model import Analysis, EventReport, Mention, Page
from crossreport.words.events import Trigger, triggers

Fate = Literal["kept", "unlikely", "no_event"]


class Rival(Struct, frozen=True):
    """Another type that the same word tells elsewhere; `fits` whether what it asks for stands beside the word here."""

    type: str
    asks: str
    fits: bool


class Considered(Struct, frozen=True):
    """A happening as it was drafted: kept, too unlikely for the record, or no event of its own.

    `p` is the share of right reports among those like it, from `factors`: log-odds by feature, strongest first.
    `why` says why it is no event of its own, `held` is the id of the report that tells it, if one does.
    """

    report: EventReport
    fate: Fate
    p: float
    floor: float
    factors: tuple[tuple[str, float], ...]
    rivals: tuple[Rival, ...]
    why: str | None = None
    held: str | None = None


def considered(page: Page, analysis: Analysis, mentions: Sequence[Mention]) -> list[Considered]:
    """Every happening that the page may tell."""
    doc = Document(page, analysis, mentions)
    told = drafted(doc, Voices(doc))
    every = list(told)
    selected = select(told)
    return [_considered(doc, draft, selected, every) for draft in sorted(every, key=lambda draft: draft.word)]


def _considered(doc: Document, draft: Draft, selected: list[Draft], every: list[Draft]) -> Considered:
    p, floor = probability(draft), weights().floor
    known = weights().weights
    shares = [(name, known.get(name, 0.0) * value) for name, value in features(draft).items()]
    factors = sorted((share for share in shares if share[1]), key=lambda share: (-abs(share[1]), share[0]))
    rivals = _rivals(doc, draft.word, draft.type)
    report = report_of(doc, draft)
    if any(draft is one for one in selected):
        return Considered(report, "kept" if p >= floor else "unlikely", p, floor, tuple(factors), rivals)
    why, holder = why_not(draft, selected, every)
    held = report_of(doc, holder).id if holder is not None and probability(holder) >= floor else None
    return Considered(report, "no_event", p, floor, tuple(factors), rivals, why, held)


def _rivals(doc: Document, word: Word, type_: str) -> tuple[Rival, ...]:
    """Other types of the word, each once, the fitting ones first."""
    pos = "verb" if doc.token(word).upos == "VERB" else "noun"
    found: dict[str, Rival] = {}
    for trigger in triggers().get((pos, doc.lemma(word)), ()):
        rival = Rival(trigger.type, asked(trigger), fits(doc, word, trigger))
        if trigger.type != type_ and (trigger.type not in found or rival.fits > found[trigger.type].fits):
            found[trigger.type] = rival
    return tuple(sorted(found.values(), key=lambda rival: (not rival.fits, rival.type)))


def asked(trigger: Trigger) -> str:
    """A trigger as its line of `events.yaml` says it.

    >>> from crossreport.words.events import read_trigger
    >>> asked(read_trigger("break out subject=war", "verb", "armed_clash"))
    'break out subject=war'
    """
    named = {"object": trigger.object, "subject": trigger.subject, "unless": trigger.unless, "with": trigger.within}
    parts = [f"{name}={'|'.join(sorted(words))}" for name, words in named.items() if words]
    if trigger.preposition:
        parts.append(f"prep={trigger.preposition}:{'|'.join(sorted(trigger.prepositional))}")
    return " ".join([trigger.lemma, *([trigger.particle] if trigger.particle else []), *parts])
