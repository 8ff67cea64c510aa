"""What a person said about single reports, figures and claims, put into effect: pages in, pages out.

The journal keeps what the machine gave. Here a rejected thing is left out, a corrected field holds the corrected value,
and the report says so in its reasons: who, when, why, and what the machine had. Where two judgements speak about one
field, or about the whole of one thing, the later one holds. A judgement whose subject is not here (its page was erased,
or is read otherwise now) does nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from crossreport.model import Claim, CodedPage, EventReport, Figure, Judgement, Reason
from crossreport.record.corrected_tolls import TOLLS, Toll, whole, with_toll
from crossreport.record.corrections import SAME, Thing, fields_of, in_words, read_value, things_of, value_of, with_value

KINDS: dict[type, str] = {EventReport: "report", Figure: "figure", Claim: "claim"}
T = TypeVar("T", EventReport, Figure, Claim)


class LeftOut(Struct, frozen=True):
    """A report, figure or claim that a person rejected; `why` names the person, the day and the reason."""

    subject: str
    kind: str
    page: str
    why: str


class Effect:
    """Standing judgements by what they are about."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._whole: dict[str, Judgement] = {}
        self._fields: dict[str, dict[str, tuple[Judgement, int]]] = defaultdict(dict)
        for one in sorted(judgements, key=lambda one: (one.at, one.id)):
            if one.blind is not None:
                continue
            for subject in one.subjects:
                if one.verdict in ("accept", "reject", "defer"):
                    self._whole[subject] = one
                elif one.verdict == "correct":
                    for at, (field, _) in enumerate(one.changes):
                        self._fields[subject][SAME.get(field, field)] = (one, at)

    def __bool__(self) -> bool:
        return bool(self._whole or self._fields)

    def rejected(self, subject: str) -> Judgement | None:
        """The judgement that takes the thing out, if one does."""
        held = self._whole.get(subject)
        return held if held is not None and held.verdict == "reject" else None

    def touches(self, coded: CodedPage) -> bool:
        """Whether anything is said about what was read from the page."""
        return any(thing.id in self._whole or thing.id in self._fields for thing in things_of(coded))

    def toll(self, report: str, measure: str, figures: Sequence[Figure]) -> tuple[Judgement, str] | None:
        """What a person said last of a report's toll, as JSON; None where one of its figures was judged later."""
        held = self._fields.get(report, {}).get(measure)
        if held is None or not held[0].values:
            return None
        when = (held[0].at, held[0].id)
        for figure in whole(report, measure, figures):
            said = [one for one, _ in self._fields.get(figure.id, {}).values()]
            said += [self._whole[figure.id]] if figure.id in self._whole else []
            if any((one.at, one.id) > when for one in said):
                return None
        return held[0], held[0].values[held[1]]

    def corrected(self, thing: T, figures: Sequence[Figure] = ()) -> tuple[T, list[Reason]]:
        """The thing as it is said to be, and who said so."""
        reasons = []
        if (held := self._whole.get(thing.id)) is not None and held.verdict == "accept":
            reasons.append(Reason("accepted", signed(held)))
        for field, (judgement, at) in sorted(self._fields.get(thing.id, {}).items()):
            thing, reason = _correct(thing, field, judgement, at, figures)
            reasons.append(reason)
        return thing, reasons


def signed(judgement: Judgement) -> str:
    """Who, when and why."""
    return f"by {judgement.by} on {judgement.at}: {judgement.why}"


def judged(pages: Sequence[CodedPage], judgements: Iterable[Judgement]) -> list[CodedPage]:
    """The pages as persons left them."""
    effect = Effect(judgements)
    return [_judged(coded, effect) if effect.touches(coded) else coded for coded in pages] if effect else list(pages)


def left_out(pages: Sequence[CodedPage], judgements: Iterable[Judgement]) -> Iterator[LeftOut]:
    """What persons took out of these pages (as the machine read them), in the pages' order."""
    effect = Effect(judgements)
    if not effect:
        return
    for coded in pages:
        for thing in things_of(coded):
            kind = KINDS[type(thing)]
            if (judgement := effect.rejected(thing.id)) is not None:
                yield LeftOut(thing.id, kind, coded.page.name, f"rejected {signed(judgement)}")
            elif (judgement := _with_its_report(thing, effect)) is not None:
                yield LeftOut(thing.id, kind, coded.page.name, f"its report was rejected {signed(judgement)}")


def _with_its_report(thing: Thing, effect: Effect) -> Judgement | None:
    """A figure goes with the report that it speaks about, unless it was put to another one."""
    if not isinstance(thing, Figure):
        return None
    figure, _ = effect.corrected(thing)
    return effect.rejected(figure.event_report) if figure.event_report else None


def _judged(coded: CodedPage, effect: Effect) -> CodedPage:
    said: dict[str, list[Reason]] = defaultdict(list)  # of a report, by what was said of its figures and claims
    gone = {report.id for report in coded.reports if effect.rejected(report.id)}
    figures = _tolls(coded, effect, gone, _figures(coded, effect, gone, said))
    claims = []
    for claim in coded.claims:
        if effect.rejected(claim.id):
            continue
        now, reasons = effect.corrected(claim)
        claims.append(replace(now, about=tuple(name for name in now.about if name not in gone)))
        for name in now.about:
            said[name] += reasons
    reports = []
    for report in coded.reports:
        if report.id not in gone:
            told, reasons = effect.corrected(report, coded.figures)
            spoken = (*report.reasons, *reasons, *said[report.id])
            reports.append(replace(told, reasons=spoken, figures=_figures_of(report, figures)))
    return replace(coded, reports=tuple(reports), figures=figures, claims=tuple(claims))


def _figures(coded: CodedPage, effect: Effect, gone: set[str], said: dict[str, list[Reason]]) -> tuple[Figure, ...]:
    kept = []
    for figure in coded.figures:
        if effect.rejected(figure.id):
            continue
        now, reasons = effect.corrected(figure)
        if now.event_report not in gone:
            kept.append(now)
            said[now.event_report or ""] += reasons
    left = {figure.id for figure in kept}
    return tuple(figure if figure.part_of in left else replace(figure, part_of=None) for figure in kept)


def _tolls(coded: CodedPage, effect: Effect, gone: set[str], figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures, with what persons said of how many a report tells killed or wounded."""
    for report in coded.reports:
        for measure in TOLLS:
            held = effect.toll(report.id, measure, coded.figures) if report.id not in gone else None
            if held is not None:
                toll = msgspec.json.decode(held[1], type=Toll | None)
                figures = with_toll(report, measure, toll, held[0].id, figures)
    return figures


def _figures_of(report: EventReport, figures: Sequence[Figure]) -> tuple[str, ...]:
    """Its figures in their order without those that are gone or were put elsewhere; then what was put to it."""
    by_id = {figure.id: figure for figure in figures}
    held = [name for name in report.figures if name in by_id and by_id[name].event_report in (report.id, None)]
    return (*held, *(figure.id for figure in figures if figure.event_report == report.id and figure.id not in held))


def _correct(thing: T, field: str, judgement: Judgement, at: int, figures: Sequence[Figure] = ()) -> tuple[T, Reason]:
    words = judgement.changes[at][1]
    try:
        value = judgement.values[at] if judgement.values else read_value(thing, field, words)
        now = with_value(thing, field, value)
    except ValueError as error:
        return thing, Reason("correction_void", f"{field}: {words} ({error}), {signed(judgement)}")
    was = in_words(value_of(thing, field, figures)) if field in fields_of(thing) else "nothing"
    named = "" if isinstance(thing, EventReport) else f"{thing.id}, "
    return now, Reason("corrected", f"{named}{field}: {in_words(value)} for {was}, {signed(judgement)}")  # type: ignore[return-value]
