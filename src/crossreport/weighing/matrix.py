"""A weighed event in, who says what of it out: one row for each independent voice, nothing merged between rows."""

from collections.abc import Iterable, Sequence

from crossreport.model import CodedPage, Event, EventReport, Figure, Linked, Stance, VoiceSays, content_id
from crossreport.model.statuses import NOT_DONE
from crossreport.weighing.copies import Copies
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.coverage import outlet_of
from crossreport.weighing.denial_words import of_responsibility
from crossreport.weighing.denials import Denial, deniers
from crossreport.weighing.interval import reads
from crossreport.weighing.partisans import party_of
from crossreport.weighing.telling import Telling, Testimony, bloc_name
from crossreport.words.spoken import spoken_name, spoken_type


def matrix(pages: Sequence[CodedPage], linked: Linked, events: Iterable[Event]) -> list[VoiceSays]:
    """The rows of `events`, event by event; voices that assert come first."""
    corpus = Corpus(pages)
    copies = Copies(linked.source_groups, corpus)
    rows: list[VoiceSays] = []
    for event in events:
        telling = Telling(event, corpus, copies)
        found = [_row(telling, bloc) for bloc in telling.blocs.values()]
        found += [_denier(telling, denial) for denial in _outside(telling)]
        rows += sorted(found, key=lambda row: (_ORDER.index(row.stance), row.voice, row.id))
    return rows


_ORDER: tuple[Stance, ...] = ("asserts", "alleges", "intends", "denies_responsibility", "denies")


def _row(telling: Telling, bloc: Sequence[Testimony]) -> VoiceSays:
    corpus, reports = telling.corpus, [testimony.report for testimony in bloc]
    figures = [figure for report in reports for figure in corpus.figures_of.get(report.id, []) if not figure.cumulative]
    parties = sorted({side.name for one in bloc if (side := party_of(one, telling)) is not None})
    return VoiceSays(
        content_id("voice_says", telling.event.id, *sorted(report.id for report in reports)),
        telling.event.id,
        bloc_name(bloc),
        tuple(sorted({outlet_of(corpus.page[report.page]) for report in reports})),
        _stance(bloc),
        parties[0] if parties else None,
        _distinct(spoken_type(report.type.label) for report in reports),
        _distinct(_actors(reports, ("agent", "party"))),
        _distinct(_actors(reports, ("target", "victim"))),
        _distinct(report.place.name for report in reports if report.place is not None),
        _distinct(report.when.edtf for report in reports if report.when is not None),
        _counted(figures, "killed"),
        _counted(figures, "wounded"),
        tuple(sorted(report.id for report in reports)),
        tuple(sorted({figure.id for figure in figures})),
        tuple(dict.fromkeys(span for report in reports for span in report.evidence or (report.span,))),
    )


def _stance(bloc: Sequence[Testimony]) -> Stance:
    statuses = {one.report.status for one in bloc if one.asserts}
    if not statuses:
        whole = all(of_responsibility(one.words) for one in bloc)
        return "denies_responsibility" if whole else "denies"
    if statuses <= {"alleged"}:
        return "alleges"
    return "intends" if statuses <= NOT_DONE else "asserts"


def _actors(reports: Iterable[EventReport], roles: Sequence[str]) -> list[str]:
    parts = (part for report in reports for part in report.participants)
    return [part.actor.name for part in parts if part.role in roles]


def _counted(figures: Iterable[Figure], measure: str) -> tuple[str, ...]:
    ones = (figure for figure in figures if figure.measure == measure and figure.part_of is None)
    return _distinct(f"{reads(figure)} {figure.of.text}".strip() for figure in ones)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _outside(telling: Telling) -> list[Denial]:
    """Denials that stand in a claim and not in a report: their voice has no row yet."""
    named = {testimony.voice.spoken for testimony in telling.testimonies if not testimony.asserts}
    claims = (denial for denial in deniers(telling) if denial.member not in telling.corpus.report)
    distinct: dict[str, Denial] = {}
    for denial in claims:
        if denial.denier not in named:
            distinct.setdefault(denial.denier, denial)
    return list(distinct.values())


def _denier(telling: Telling, denial: Denial) -> VoiceSays:
    event = telling.event
    ident = content_id("voice_says", event.id, denial.member)
    stance: Stance = "denies_responsibility" if denial.responsibility else "denies"
    nothing: tuple[str, ...] = ()
    side = next((actor.name for side in event.sides for actor in side.actors if _is(actor.name, denial.denier)), None)
    return VoiceSays(
        ident, event.id, denial.denier, nothing, stance, side, nothing, nothing, nothing, nothing, nothing, nothing,
        nothing, nothing, nothing, (denial.span,),
    )  # fmt: skip


def _is(name: str, speaker: str) -> bool:
    return spoken_name(name).casefold() == speaker.casefold()
