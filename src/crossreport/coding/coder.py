"""One page's syntax and mentions in; its event reports, figures and claims out."""

from collections.abc import Sequence

import msgspec

from crossreport.coding.claims import BEFALLING, claims_of
from crossreport.coding.completing.completing import complete
from crossreport.coding.counts.shares import mark_shares, share_out, without_totals
from crossreport.coding.denials.belied import belie
from crossreport.coding.denials.custody import disown
from crossreport.coding.drafting.confidence import confidence_of, probability, weights
from crossreport.coding.drafting.drafting import drafts_of
from crossreport.coding.events.suffering import holders_spared, own_dead
from crossreport.coding.events.things import things_of
from crossreport.coding.figures.figures import figures_of
from crossreport.coding.joining.absorbing import absorb
from crossreport.coding.joining.joining import join
from crossreport.coding.joining.labelled import take_labelled
from crossreport.coding.joining.lead_story import lead_story
from crossreport.coding.joining.marking import mark
from crossreport.coding.joining.one_scene import one_scene
from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.nouns import actor
from crossreport.coding.roles.people_told import told_as
from crossreport.coding.roles.two_sides import name_the_two
from crossreport.coding.selecting import select
from crossreport.coding.status.fact_checks import rule_out
from crossreport.coding.voices.attribution import Voices
from crossreport.coding.voices.named_voices import name_voices
from crossreport.model import (
    Analysis,
    CodedPage,
    EventReport,
    EventType,
    Figure,
    Mention,
    Page,
    Participant,
    Place,
    Span,
    content_id,
)
from crossreport.words.events import ontology


def code(page: Page, analysis: Analysis, mentions: Sequence[Mention]) -> CodedPage:
    """Codes one page after the codebook.

    Every report, figure and claim carries the passages that tell it; nothing is read from outside the page.
    """
    doc = Document(page, analysis, mentions)
    voices = Voices(doc)
    likely = [draft for draft in candidates(doc, voices) if probability(draft) >= weights().floor]
    return record(doc, voices, likely, analysis.model)


def candidates(doc: Document, voices: Voices) -> list[Draft]:
    """Every happening that the page may tell, likely or not, each once, in reading order."""
    return own_dead(holders_spared(doc, select(drafted(doc, voices))))


def drafted(doc: Document, voices: Voices) -> list[Draft]:
    """Every happening as drafted, each once and with its setting, before it is judged whether it is an event."""
    drafts = drafts_of(doc, voices)
    take_labelled(doc, drafts)
    name_the_two(doc, drafts)
    disown(doc, voices, drafts)
    belie(doc, voices, drafts)
    rule_out(doc, drafts)
    joined = share_out(lead_story(doc, join(mark_shares(doc, mark(doc, absorb(doc, drafts))))))
    told = one_scene(doc, without_totals(complete(doc, joined)))
    name_voices(doc, voices, told)
    return told


def record(doc: Document, voices: Voices, drafts: list[Draft], model: str) -> CodedPage:
    """The coded page of these happenings, with the figures and claims of the whole page."""
    page = doc.page
    figures = figures_of(doc, voices, drafts)
    ids = {id(draft): _report_id(page, draft) for draft in drafts}
    linked = [_with_report(figure, ids.get(id(draft)) if draft else None) for figure, draft in figures]
    sentences = frozenset(word.sentence for draft in drafts for word in draft.words)
    reports = tuple(_report(doc, draft, ids[id(draft)], linked, sentences) for draft in drafts)
    told = {word: ids[id(draft)] for draft in drafts for word in draft.words}
    violent = frozenset(ids[id(draft)] for draft in drafts if draft.type in FORCE)
    tolls = frozenset(figure.span for figure in linked if figure.measure in BEFALLING)
    doers = {
        ids[id(draft)]: tuple(actor(taking.mention) for taking in draft.takings if taking.role in ("agent", "party"))
        for draft in drafts
    }
    claims = claims_of(doc, voices, told, violent, tolls, doers)
    return CodedPage(page, doc.mentions, reports, tuple(linked), tuple(claims), model)


def _report_id(page: Page, draft: Draft) -> str:
    return content_id("report", page.id, draft.span, draft.type)


def _with_report(figure: Figure, report: str | None) -> Figure:
    return msgspec.structs.replace(figure, event_report=report)


def report_of(doc: Document, draft: Draft) -> EventReport:
    """The report that a draft makes, without its figures."""
    return _report(doc, draft, _report_id(doc.page, draft), [])


def _report(
    doc: Document, draft: Draft, id_: str, figures: list[Figure], told: frozenset[int] = frozenset()
) -> EventReport:
    entry = ontology().types[draft.type]
    return EventReport(
        id=id_,
        page=doc.page.id,
        type=EventType(draft.type, entry.acled, entry.plover, entry.cameo),
        participants=_participants(doc, draft),
        place=_as_written(draft.places[0][0]) if draft.places else None,
        when=draft.when,
        status=draft.status,
        attribution=draft.chain,
        figures=tuple(figure.id for figure in figures if figure.event_report == id_),
        confidence=confidence_of(draft),
        span=draft.span,
        reasons=tuple(draft.reasons),
        places=tuple(_as_written(place) for place, _ in draft.places),
        evidence=tuple(sorted(draft.evidence)),
        core=draft.core,
        things=things_of(doc, draft, told),
    )


def _as_written(place: Place) -> Place:
    """The codebook keeps place names as the page has them; the gazetteer's id says which place is meant."""
    if place.span is None or place.kind in ("country", "admin1", "region") or place.span.quote.islower():
        return place  # "the capital" is called by its name
    return msgspec.structs.replace(place, name=place.span.quote)


def _participants(doc: Document, draft: Draft) -> tuple[Participant, ...]:
    found: list[Participant] = []
    for taking in draft.takings:
        span: Span = taking.mention.span
        participant = Participant(taking.role, told_as(doc, taking), span, span.quote)
        if all(
            (p.role, p.actor.id, p.actor.name) != (taking.role, participant.actor.id, participant.actor.name)
            for p in found
        ):
            found.append(participant)
    return tuple(found)
