"""An event's testimonies and claims in, who holds whom to have done it out.

A voice names the doer by telling the deed with him, or by blaming him for a deed that the page tells without one:
"The mayor blamed the rebels" is a claim about the shelling told before it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from crossreport.model import Actor, Claim, EventReport, Span
from crossreport.model.kinds import ARMED_OR_STATE
from crossreport.names import fold_name
from crossreport.weighing.denial_words import NO_PART, denies, of_doing
from crossreport.weighing.laying import laid_on
from crossreport.weighing.lexicon import is_denial, lexicon
from crossreport.weighing.loose import elsewhere, speaks_of
from crossreport.weighing.telling import Telling, Testimony, spoken
from crossreport.weighing.voices import Voice, camp, origin
from crossreport.words.interceptions import doers_of
from crossreport.words.spoken import spoken_name


class Naming(NamedTuple):
    """Who names whom, in which report or claim; `bloc` is equal for one independent voice."""

    bloc: str
    spoken: str
    member: str
    doers: tuple[Actor, ...]


def told_doers(testimony: Testimony) -> tuple[Actor, ...]:
    """The doers that a report names; those only described where it names none."""
    told = doers_of(testimony.report)
    named = [actor for actor in told if not actor.generic]
    return tuple(sorted(named or told, key=lambda actor: actor.name))


def blamed(telling: Telling) -> Iterator[Naming]:
    """One for each claim about the event that blames somebody, in the order of the event's reports; one for each who is
    told to have claimed it, or to bear responsibility for it.

    Its bloc is that of the testimonies of the same voice, if there are any.
    """
    blocs = {testimony.voice.key: testimony.bloc for testimony in telling.testimonies}
    for claim in _claims(telling).values():
        if not _in_its_words(claim, telling) and not _behind_it(claim, telling):
            continue
        doer = _accused(claim, telling) or _charged(claim, telling)
        if doer is not None:
            voice = claimant(claim, telling)
            yield Naming(blocs.get(voice.key, voice.key), spoken_name(claim.speaker), claim.id, (doer,))
    yield from _responsible(telling, blocs)
    yield from _laid_on_others(telling, blocs)


def _in_its_words(claim: Claim, telling: Telling) -> bool:
    """Whether a claim stands in a passage that tells the event itself."""
    told = [one for one in telling.reports if one.page == claim.page and one.id in claim.about]
    return any(span.meets(claim.span) for one in told for span in one.evidence or (one.span,))


def _behind_it(claim: Claim, telling: Telling) -> bool:
    """Whether the deed that its page tells last before a claim, if it tells one, is this event: "residents
    blamed the militia" speaks of the abduction told right before, not of the battle told before that.
    """
    before = [one for one in telling.corpus.deeds.get(claim.page, []) if one.span.end <= claim.span.start]
    last = max(before, key=lambda one: (one.span.start, one.id), default=None)
    return last is None or last in telling.reports


def _laid_on_others(telling: Telling, blocs: Mapping[str, str]) -> Iterator[Naming]:
    """Whom those who deny a deed name for it in the same breath: "The massacre is the work of the army's agents"."""
    for testimony in telling.testimonies:
        if testimony.asserts:
            continue
        span, key = testimony.report.span, testimony.voice.key
        laid = laid_on(testimony.report.page, span.start, span.end, key, telling) or _work_of(testimony, telling)
        if laid is not None:
            yield Naming(testimony.bloc, testimony.voice.spoken, testimony.report.id, (laid,))
    for claim in _claims(telling).values():
        if denies(claim) or (of_doing(claim) and claim.actor_id is not None):
            voice = claimant(claim, telling)
            laid = laid_on(claim.page, claim.span.start, claim.span.end, voice.key, telling)
            if laid is not None:
                yield Naming(blocs.get(voice.key, voice.key), spoken_name(claim.speaker), claim.id, (laid,))


def _work_of(testimony: Testimony, telling: Telling) -> Actor | None:
    """Who is named beside the words behind a denial that somebody did it."""
    span = laid_on_another(testimony.report, telling)
    if span is None:
        return None
    named = [one for one in telling.corpus.actors_in.get(testimony.report.page, ()) if one[1].kind in ARMED_OR_STATE]
    behind = next((actor for start, actor in named if 0 <= start - span.end <= NAMED_WITHIN), None)
    before = next((actor for start, actor in reversed(named) if 0 <= span.start - start <= NAMED_WITHIN), None)
    doer = behind if re.fullmatch(WORK_OF, span.quote, re.IGNORECASE) else before
    return doer if doer is not None and camp(doer) != testimony.voice.key else None


def laid_on_another(report: EventReport, telling: Telling) -> Span | None:
    """The words right behind a denial that somebody did it: "they did this to their own people"."""
    text = telling.corpus.page[report.page].text
    for pattern in (_did(), re.compile(WORK_OF, re.IGNORECASE)):
        found = pattern.search(text, report.span.end, report.span.end + LAID_WITHIN)
        if found is not None and NO_PART.search(text, report.span.end, found.end()) is None:
            return Span(found.start(), found.end(), found.group())
    return None


LAID_WITHIN = 250  # characters behind a denial in which it goes on to say who did it: a sentence or two
NAMED_WITHIN = 60  # characters from there to who that is


def _responsible(telling: Telling, blocs: Mapping[str, str]) -> Iterator[Naming]:
    """Who claims the deed, and whom others hold responsible, on pages that tell no other violence.

    "The group claimed responsibility" is the group's word; "the army bears responsibility" that of who tells the page.
    """
    here = {testimony.report.id: testimony for testimony in telling.testimonies}
    pages = {testimony.report.page: testimony for testimony in here.values()}
    for page, testimony in sorted(pages.items()):
        if any(one.id not in here for one in telling.corpus.violent.get(page, [])):
            continue
        for report in telling.corpus.owned.get(page, []):
            doers = tuple(part.actor for part in report.participants if part.role == "agent" and not part.actor.generic)
            if len(doers) != 1 or (report.place is not None and not _same_place(report, telling)):
                continue
            if lexicon().accusing.isdisjoint(fold_name(report.span.quote).split()):
                key = camp(doers[0])
                yield Naming(blocs.get(key, key), spoken_name(doers[0].name), report.id, doers)
            elif camp(doers[0]) != testimony.voice.key:
                yield Naming(testimony.bloc, testimony.voice.spoken, report.id, doers)


def _same_place(report: EventReport, telling: Telling) -> bool:
    where = telling.event.place
    return where is None or report.place is None or report.place.country in (None, where.country)


def _claims(telling: Telling) -> dict[str, Claim]:
    """Claims about the event: those tied to its reports, and those at large, on whatever page, that speak of it."""
    corpus = telling.corpus
    found = {claim.id: claim for one in telling.reports for claim in corpus.claims_about.get(one.id, [])}
    pages = dict.fromkeys(report.page for report in telling.reports)
    loose = [claim for page in pages for claim in corpus.claims_at_large.get(page, []) if speaks_of(claim, telling)]
    return found | {claim.id: claim for claim in (*loose, *elsewhere(telling))}


def asserting(telling: Telling) -> list[str]:
    """The blocs that say that it happened: by telling it, or by naming somebody else for what they deny having done."""
    naming = {naming.bloc for naming in blamed(telling)}
    return [
        name for name, bloc in telling.blocs.items() if name in naming or any(testimony.asserts for testimony in bloc)
    ]


def blames_another(telling: Telling, key: str) -> bool:
    """Whether a voice says that somebody else did it: what it denies is then that its own side did."""
    return any(claimant(claim, telling).key == key and _elsewhere_blamed(claim) for claim in _claims(telling).values())


def _elsewhere_blamed(claim: Claim) -> bool:
    found = _did().search(claim.says) or re.search(WORK_OF, claim.says, re.IGNORECASE)
    return found is not None and NO_PART.search(claim.says) is None and not is_denial(claim.cue)


def claimant(claim: Claim, telling: Telling) -> Voice:
    """The voice of a claim."""
    return telling.voice(origin((*claim.via, spoken(claim)), telling.corpus.page[claim.page], telling.corpus))


def _accused(claim: Claim, telling: Telling) -> Actor | None:
    """The first actor behind a word of blame in the claim's passage; none where somebody blames himself, nor whom those
    who are accused had to do with: "accused them of supporting the rebels".
    """
    found = _blame().search(claim.span.quote)
    if found is None:
        return None
    behind = claim.span.start + found.end()
    named = telling.corpus.actors_in.get(claim.page, ())
    others = _OF_OTHERS.match(claim.span.quote, found.end())
    doer = None if others else next((actor for start, actor in named if behind <= start < claim.span.end), None)
    speaker = telling.corpus.actor.get(claim.actor_id) if claim.actor_id is not None else None
    return None if doer is not None and speaker is not None and camp(doer) == camp(speaker) else doer


def _charged(claim: Claim, telling: Telling) -> Actor | None:
    """The actor who, by the claim, committed what was done: "a militia had carried out the killings"."""
    doer = None if NO_PART.search(claim.says) is not None else _committed(claim.page, claim.span, telling)
    speaker = telling.corpus.actor.get(claim.actor_id) if claim.actor_id is not None else None
    own = speaker is not None and doer is not None and camp(doer) == camp(speaker)
    return None if own else doer


def charged(testimony: Testimony, telling: Telling) -> tuple[Actor, ...]:
    """Who, by a report that names no doer, did what it tells: "the group was behind Sunday's bombing of the church"."""
    report = testimony.report
    spans = report.evidence or (report.span,)
    found = (_committed(report.page, span, telling) for span in spans if NO_PART.search(span.quote) is None)
    doer = next((one for one in found if one is not None and camp(one) != testimony.voice.key), None)
    return () if doer is None else (doer,)


def _committed(page: str, span: Span, telling: Telling) -> Actor | None:
    """The last armed side that the passage names before its word for having done it."""
    found = _did().search(span.quote)
    if found is None:
        return None
    named, before = telling.corpus.actors_in.get(page, ()), span.start + found.start()
    doers = [actor for start, actor in named if span.start <= start < before and actor.kind in ARMED_OR_STATE]
    return doers[-1] if doers else None


@cache
def _did() -> re.Pattern[str]:
    """Words for having done what is spoken of: "had committed the massacre", "was behind Sunday's bombing"."""
    deed = r"(?:the|this|that|these|those|last|yesterday['’]s|\w+day['’]s)\b"
    did = r"(?:carried\s+out|committed|perpetrated|staged)"
    behind = rf"(?:{did}|(?:was|were|is|are)\s+(?:behind|responsible\s+for))\s+{deed}"
    return re.compile(rf"\b(?:{behind}|(?:did|have\s+done|had\s+done)\s+(?:this|that|it)\b)", re.IGNORECASE)


_OF_OTHERS = re.compile(r"(?i)\s+(?:them|him|her|it|us|me|you)\b")


@cache
def _blame() -> re.Pattern[str]:
    """Words behind which the accused stand: "blamed", "is the work of"."""
    return re.compile(rf"\b(?:{'|'.join(sorted(lexicon().blame_cues))})\b|{WORK_OF}", re.IGNORECASE)


WORK_OF = r"\b(?:is|was|were|are|been)\s+the\s+work\s+of\b"
