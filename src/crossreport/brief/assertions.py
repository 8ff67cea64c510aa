"""Beside the events: tolls that stand alone, claims with their speakers, and what weighing found."""

from collections.abc import Sequence

from msgspec import Struct

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.dates import dated
from crossreport.brief.lines import Evidence, Line
from crossreport.brief.passages import sentence_round
from crossreport.brief.quantities import AS_WRITTEN, cells, counted_or_told, measure, wording
from crossreport.brief.sentences import Composer
from crossreport.brief.voices import neutral, with_determiner
from crossreport.model import Attribution, Claim, Figure, Finding
from crossreport.privacy import SOMEBODY

FINDINGS = {
    "contradiction": "Contradictions",
    "arithmetic": "Sums that do not add up",
    "sums": "Sums that add up",
    "recirculated": "Old material told as new",
    "toll_series": "How reported tolls moved",
    "planned_then_happened": "Announced, then reported",
    "agreement": "Agreements between voices",
}


FEW = 5  # words: a claim of fewer is told with its sentence


class Standing(Struct, frozen=True):
    """A toll that belongs to no single event."""

    measure: str
    words: str
    of: str
    low: str
    best: str
    high: str
    scope: str
    cumulative: bool
    voice: str
    records: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Asserted(Struct, frozen=True):
    """What one speaker asserts, in the page's own words."""

    speaker: str
    via: str
    mode: str
    says: str
    records: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Found(Struct, frozen=True):
    """The findings of one kind."""

    kind: str
    title: str
    lines: tuple[Line, ...]


def standing_tolls(catalogue: Catalogue, composer: Composer) -> tuple[Standing, ...]:
    """Cumulative figures, and figures that are tied to no report; copies of one text once; things and money last."""
    found: dict[tuple[str, ...], tuple[bool, Standing]] = {}
    for figure in catalogue.figures.values():
        if figure.cumulative or figure.id not in catalogue.tied:
            key = (catalogue.group(figure.page), figure.measure, figure.wording, figure.of.text)
            found.setdefault(key, (figure.measure in AS_WRITTEN, _standing(figure, composer)))
    return tuple(row for _, row in sorted(found.values(), key=_order))


def _order(row: tuple[bool, Standing]) -> tuple[bool, bool, str, str, str, str]:
    things, told = row
    return things, not told.cumulative, told.measure, told.scope, told.voice, told.words


def _standing(figure: Figure, composer: Composer) -> Standing:
    low, best, high = cells(figure.low, figure.best, figure.high)
    scope = ", ".join(part for part in (figure.scope.place, dated(figure.scope.when or "")) if part)
    return Standing(
        measure=measure(figure),
        words=composer.privacy.mask(wording(figure)),
        of=composer.privacy.mask(counted_or_told(figure)),
        low=low,
        best=best,
        high=high,
        scope=composer.privacy.mask(scope) or "not said",
        cumulative=figure.cumulative,
        voice=composer.privacy.mask(composer.voice.short(figure.page, figure.attribution)),
        records=(figure.id,),
        evidence=composer.evidence([figure.id]),
    )


def claims(catalogue: Catalogue, composer: Composer) -> tuple[Asserted, ...]:
    """Every claim, by page and place on it; a claim that a copy repeats once."""
    found: dict[tuple[str, str], Asserted] = {}
    for one in catalogue.coded:
        for claim in sorted(one.claims, key=lambda c: (c.span, c.id)):
            key = (catalogue.group(claim.page), " ".join(claim.says.split()))
            found.setdefault(key, _asserted(claim, composer))
    return tuple(found.values())


def _asserted(claim: Claim, composer: Composer) -> Asserted:
    own = [voice for voice in claim.via if voice.speaker == claim.speaker]
    via = [voice for voice in claim.via if voice.speaker != claim.speaker]
    return Asserted(
        speaker=composer.voice.speaker(own[0]) if own else _speaker(claim, composer),
        via=composer.privacy.mask(_via(claim.page, via, composer)),
        mode=claim.mode,
        says=composer.privacy.mask(_says(claim, composer)),
        records=(claim.id,),
        evidence=composer.evidence([claim.id]),
    )


def _says(claim: Claim, composer: Composer) -> str:
    """The claim in the page's words; with its sentence, where so few words ("denied it") say nothing by themselves."""
    page = composer.catalogue.pages.get(claim.page)
    if page is not None and len(claim.says.split()) < FEW:
        return sentence_round(page.text, claim.span.start, claim.span.end)
    return " ".join(claim.says.split())


def _speaker(claim: Claim, composer: Composer) -> str:
    """The claim's speaker: as a known actor, as a voice of the same page, or with its name withheld."""
    known = composer.catalogue.voice_of(claim.page, claim.speaker)
    if known is not None:
        return composer.voice.speaker(known)
    hidden = claim.actor_id in composer.privacy.persons or composer.privacy.hides(claim.speaker)
    return SOMEBODY if hidden else with_determiner(" ".join(neutral(claim.speaker.split())))


def _via(page: str, voices: Sequence[Attribution], composer: Composer) -> str:
    names = [composer.catalogue.label(page), *(composer.voice.speaker(v) for v in voices)]
    return " ← ".join(dict.fromkeys(names))


def findings(catalogue: Catalogue, composer: Composer) -> tuple[Found, ...]:
    """What weighing saw, by kind."""
    found = []
    for kind, title in FINDINGS.items():
        ones = sorted((f for f in catalogue.linked.findings if _section(f) == kind), key=lambda f: (f.says, f.id))
        if ones:
            found.append(Found(kind, title, tuple(_finding(one, catalogue, composer) for one in ones)))
    return tuple(found)


def _section(finding: Finding) -> str:
    """The heading of a finding: sums that fit are none that do not."""
    fits = finding.kind == "arithmetic" and any(reason.rule.startswith("agrees") for reason in finding.reasons)
    return "sums" if fits else finding.kind


def _finding(finding: Finding, catalogue: Catalogue, composer: Composer) -> Line:
    members: list[str] = []
    for member in finding.members:
        event = catalogue.events.get(member)
        members += event.reports if event else [member]
    return Line(composer.privacy.mask(finding.says), (finding.id,), composer.evidence(members))
