"""An event's testimonies and claims in, who denies what of it out: that it happened, or only that they did it.

"The army denied responsibility" leaves the deed standing and contests its doer; "there was no such strike" contests
the deed. Only words say which: a bare "denied it" is taken to mean the deed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs

from crossreport.model import Claim, EventReport, Finding, Reason, Span, content_id
from crossreport.model.kinds import ARMED_OR_STATE
from crossreport.names import fold_name
from crossreport.weighing.answers import accused, own_version
from crossreport.weighing.blame import blames_another, claimant, laid_on_another, told_doers
from crossreport.weighing.denial_words import (
    NO,
    NO_PART,
    OURS,
    THEIRS,
    denies,
    disputes_it,
    none_such,
    of_doing,
    of_responsibility,
    of_the_dead,
    own_none_such,
    says_no,
)
from crossreport.weighing.laying import laid_on
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.loose import (
    STEM,
    claimed_by_doer,
    elsewhere,
    of_another,
    of_another_day,
    right_behind,
    speaks_of,
)
from crossreport.weighing.telling import Telling, Testimony, told
from crossreport.weighing.voices import Voice, camp, own_voice, page_issuer, speaker_key
from crossreport.words.families import BY_RAIDERS
from crossreport.words.interceptions import is_interception
from crossreport.words.spoken import capital, spoken_name, spoken_type

SAID = "statement_"  # what is only said is not denied by who denies what it says
SHOWN = 10  # denials that an event shows; the rest repeats them


_OUTCOMES = frozenset({"territory_lost", "bodies_found"})  # what comes of a deed


class Denial(NamedTuple):
    """Who denies, in which report or claim, and whether the deed or the doing of it."""

    member: str
    denier: str
    responsibility: bool
    span: Span
    says: str = ""  # in the page's words, where only a part of what is told is denied
    key: str = ""  # of the denier's voice: who speaks with one voice does not contradict himself
    page: str = ""  # where he is quoted: rather another page than that one is contradicted


def denials(telling: Telling) -> list[Finding]:
    """A finding for each voice that denies what another asserts."""
    asserted = [testimony for testimony in telling.testimonies if testimony.asserts]
    if not asserted or telling.event.type.label.startswith(SAID):
        return []
    findings: dict[str, Finding] = {}
    stopped = {one.voice.key for one in asserted if is_interception(one.report)}
    for denial in deniers(telling):
        if denial.key in stopped and not denial.responsibility:
            continue  # who says that he shot the drones down does not deny that they came
        others = [
            one for one in asserted if one.voice.key != denial.key and one.voice.spoken.lower() != denial.denier.lower()
        ]
        own = [one for one in others if own_version(denial.span, denial.key, one, telling)]
        others = [one for one in others if one not in own and not _of_others(one, denial, telling)]
        if others and denial.denier not in findings and len(findings) < SHOWN:
            lead = min(others, key=lambda one: (one.report.page == denial.page, not accused(denial.span, one)))
            laid = _laid(denial, telling)
            answer = denial._replace(responsibility=True) if laid or any(map(told_doers, own)) else denial
            findings[denial.denier] = _finding(telling, lead, answer)
    return list(findings.values())


def _laid(denial: Denial, telling: Telling) -> bool:
    """Whether who denies goes on to say who did it: the deed he does not deny."""
    report = telling.corpus.report.get(denial.member)
    page = denial.page or (report.page if report is not None else "")
    return bool(page) and laid_on(page, denial.span.start, denial.span.end, denial.key, telling) is not None


def _of_others(one: Testimony, denial: Denial, telling: Telling) -> bool:
    """Whether a testimony holds others to have done what a side denies having done: both may be right."""
    doers = [actor for actor in told_doers(one) if not actor.generic]
    side = telling.corpus.actor.get(denial.key.removeprefix("actor:")) is not None or denial.key.startswith("state:")
    if not (denial.responsibility and doers and side) or accused(denial.span, one):
        return False
    return denial.key not in map(camp, doers)


def _finding(telling: Telling, lead: Testimony, denial: Denial) -> Finding:
    if denial.says:
        text = f"{lead.voice.spoken} reported the {_as_told(lead, telling)}; {denial.denier} {denial.says}."
        members = (telling.event.id, *sorted((lead.report.id, denial.member)))
        return contradiction(members, text, _rule(telling, denial))
    what = "responsibility for it" if denial.responsibility else _what(telling, denial.member)
    text = f"{lead.voice.spoken} reported the {told(telling.event)}; {denial.denier} denied {what}."
    members = (telling.event.id, *sorted((lead.report.id, denial.member)))
    return contradiction(members, text, _rule(telling, denial))


def _as_told(lead: Testimony, telling: Telling) -> str:
    """The event by the kind that the voice itself told it as, where that is another: "the clash", not "the killing"."""
    groups = {lexicon().group_of.get(label) for label in (lead.report.type.label, telling.event.type.label)}
    return told(structs.replace(telling.event, type=lead.report.type) if len(groups) > 1 else telling.event)


def _rule(telling: Telling, denial: Denial) -> str:
    """What they contradict each other in: who denies that a town was taken says who holds it."""
    if denial.responsibility or blames_another(telling, denial.key):
        return "responsibility"
    report = telling.corpus.report.get(denial.member)
    told_as = [one.report.type.label for one in telling.testimonies if one.asserts]
    labels = {telling.event.type.label, *told_as} if report is None else {report.type.label}
    words = denial.says or denial.span.quote
    holding = report is not None or not lexicon().holding.isdisjoint(fold_name(words).split())
    return "outcome" if holding and labels & {*lexicon().outcome_of, "territory_lost"} else "occurrence"


def _what(telling: Telling, member: str) -> str:
    """What is denied: the event itself, or another deed that it is said to be."""
    report = telling.corpus.report.get(member)
    if report is None or report.type.label == telling.event.type.label:
        return "it"
    words = " ".join(span.quote for span in report.evidence or (report.span,))
    told_as = lexicon().means.get(report.type.label)
    if told_as is not None and told_as.isdisjoint(re.findall(r"\w+", words.casefold())):
        return "it"  # "denied having bombed the prison": by aircraft or guns, it is the same deed
    return means_word(report.type.label)


def deniers(telling: Telling) -> Iterator[Denial]:
    """Each denial that is coded as a report; on other pages, each claim whose cue denies."""
    for testimony in telling.testimonies:
        if not testimony.asserts:
            yield _told_denial(testimony, telling)
        elif (own := own_none_such(testimony, telling)) is not None:
            speaker = own_voice(telling.corpus.page[testimony.report.page], telling.corpus)
            yield Denial(testimony.report.id, speaker.spoken, False, own, f"said “{own.quote}”", speaker.key)
    denying = {testimony.report.page for testimony in telling.testimonies if not testimony.asserts}
    for report in telling.reports:
        if report.page in denying:
            continue  # the page's denial is coded: its claim is the same words
        for claim in telling.corpus.claims_about.get(report.id, []):
            if _of_a_graver_deed(claim, telling) or _beside_it(claim, report, telling) or of_another(claim, telling):
                continue
            if of_the_dead(claim):
                continue
            if none_such(claim, telling) and not denies(claim):
                yield _at_large(claim, telling)  # "there was no encounter" denies no killing
            elif denies(claim) or _own_no(claim, telling):
                key = _denier_key(claim, telling)
                denier = spoken_name(claim.speaker)
                yield Denial(claim.id, denier, of_doing(claim), claim.span, key=key, page=claim.page)
            elif disputes_it(claim) and right_behind(claim, report, telling):
                yield _at_large(claim, telling)  # in its own words: what of it is disputed they alone say
    for page in dict.fromkeys(report.page for report in telling.reports if report.page not in denying):
        for claim in telling.corpus.claims_at_large.get(page, []):
            denied = (denies(claim) or _own_no(claim, telling)) and speaks_of(claim, telling)
            other = of_another(claim, telling) or of_another_day(claim, telling) or of_the_dead(claim)
            if denied and not other and not _of_harm_to_civilians(claim, telling):
                yield _at_large(claim, telling)
    for claim in elsewhere(telling):
        if of_another(claim, telling):
            continue
        if denies(claim) or says_no(claim) or _own_no(claim, telling):
            yield _at_large(claim, telling)


def _of_a_graver_deed(claim: Claim, telling: Telling) -> bool:
    """Whether a claim is about violence of which this is only an outcome: arms seized in a clash that is denied."""
    deadly = (lexicon().violent | lexicon().fights) - _OUTCOMES
    here = {report.id for report in telling.reports}
    others = (telling.corpus.report.get(name) for name in claim.about if name not in here)
    graver = any(other is not None and other.type.label in deadly for other in others)
    return telling.event.type.label not in deadly and graver


def _beside_it(claim: Claim, report: EventReport, telling: Telling) -> bool:
    """Whether "they deny it" stands beside a meeting or a withdrawal, not in its words: deeds are what is denied."""
    crowds = frozenset(lexicon().groups["street"])
    deeds = (lexicon().violent | lexicon().fights) - crowds | BY_RAIDERS
    spans = report.evidence or (report.span,)
    if telling.event.type.label in deeds:
        return _of_harm_to_civilians(claim, telling)
    return not any(span.meets(claim.span) for span in spans) or not _names(claim, report)


def _names(claim: Claim, report: EventReport) -> bool:
    """Whether a denial says what it denies by the word as which the report is told: a crowd shouts at an embassy that
    "they arm the rebels, which the ministry denies", and nobody denies that it shouted.
    """
    told_as = {word[:STEM] for word in fold_name(report.span.quote).split()}
    return any(word[:STEM] in told_as for word in fold_name(f"{claim.cue} {claim.says}").split())


def _of_harm_to_civilians(claim: Claim, telling: Telling) -> bool:
    """Whether it denies what was done to civilians where the event is a place that was taken or lost."""
    words = set(fold_name(claim.says).split())
    holding = telling.event.type.label in {*lexicon().outcome_of, "territory_lost"}
    return holding and bool(words & lexicon().civil) and not words & lexicon().holding


def _told_denial(testimony: Testimony, telling: Telling) -> Denial:
    """A denial that is coded as a report; where the page names no voice for it, it is the accused who speaks; where it
    names the one whose claim is denied, the page itself: "belies the claim of the army that nine surrendered".
    """
    said = [one.voice.key for one in telling.testimonies if one.asserts and one.report.page != testimony.report.page]
    page = telling.corpus.page[testimony.report.page]
    own = own_voice(page, telling.corpus)
    if testimony.voice.key in said and own.key != testimony.voice.key and not testimony.disowned:
        words = of_responsibility(testimony.words)
        return Denial(testimony.report.id, own.spoken, words, testimony.report.span, key=own.key)
    rejected = testimony.rejected and not testimony.report.attribution and not claimed_by_doer(testimony)
    doers = told_doers(testimony) if rejected else ()
    denier, key = (spoken_name(doers[0].name), camp(doers[0])) if doers else _who_denies(testimony, own)
    doing = (
        testimony.disowned
        or of_responsibility(testimony.words)
        or NO_PART.search(testimony.words) is not None
        or laid_on_another(testimony.report, telling) is not None
    )
    return Denial(testimony.report.id, denier, doing, testimony.report.span, key=key)


def _who_denies(testimony: Testimony, page: Voice) -> tuple[str, str]:
    """The voice of a denial; where the page would stand for somebody whom it names and nobody knows, those words."""
    chain = testimony.report.attribution
    if chain and testimony.voice.key == page.key and chain[-1].actor_id is None:
        return spoken_name(chain[-1].speaker), speaker_key(chain[-1].speaker)
    return testimony.voice.spoken, testimony.voice.key


def _at_large(claim: Claim, telling: Telling) -> Denial:
    says = " ".join(claim.says.split()).rstrip(".")
    says = says if says.startswith(claim.cue) else f"{claim.cue} “{says}”"
    key = _denier_key(claim, telling)
    return Denial(claim.id, spoken_name(claim.speaker), of_doing(claim), claim.span, says, key, claim.page)


def _denier_key(claim: Claim, telling: Telling) -> str:
    """The voice of a denial; one without a name is not the page's, which prints it beside what is denied; but on a
    side's own page it is that side's.
    """
    page, key = telling.corpus.page[claim.page], claimant(claim, telling).key
    theirs = key == telling.voice(own_voice(page, telling.corpus)).key and page_issuer(page, telling.corpus) is None
    return speaker_key(claim.speaker) if theirs else key


def _own_no(claim: Claim, telling: Telling) -> bool:
    """Whether the doer's own side says that nothing such was done ("no drone was operated"); a witness's "no" is none,
    but "there was no encounter" is anybody's denial.

    Where the page names no doer, an armed side speaks for itself.
    """
    actor = telling.corpus.actor.get(claim.actor_id) if claim.actor_id is not None else None
    if OURS.search(claim.says) is not None and NO_PART.search(claim.says) is not None:
        return True
    if none_such(claim, telling):
        return True
    if actor is None or (NO.search(claim.says) is None and NO_PART.search(claim.says) is None):
        return False
    if (
        actor.kind in ARMED_OR_STATE
        and THEIRS.search(claim.says) is not None
        and NO_PART.search(claim.says) is not None
    ):
        return True  # "it has no connection with it", whoever is thought to have done it
    doers = {camp(one) for side in telling.event.sides if side.role == "agent" for one in side.actors}
    return camp(actor) in doers if doers else actor.kind in ARMED_OR_STATE


def means_word(label: str) -> str:
    """A means as a sentence says it: "an air strike", "shelling"."""
    word = spoken_type(label)
    return word if word.endswith("ing") else f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def contradiction(members: tuple[str, ...], text: str, rule: str) -> Finding:
    """A finding on two accounts that cannot both be right."""
    said = capital(text)
    key = content_id("finding", "contradiction", rule, *members)
    return Finding(key, "contradiction", members, said, (Reason(rule, said),))
