"""An event's testimonies and claims in, who denies what of it out: that it happened, or only that they did it.

"The army denied responsibility" leaves the deed standing and contests its doer; "there was no such strike" contests
the deed. Only words say which: a bare "denied it" is taken to mean the deed.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from crossreport.model import Claim, Finding, Reason, Span, When, content_id
from crossreport.names import fold_name
from crossreport.weighing.blame import claimant, told_doers
from crossreport.weighing.lexicon import is_denial, lexicon
from crossreport.weighing.telling import Telling, Testimony, told
from crossreport.weighing.voices import ARMED, camp
from crossreport.words.reporting import reporting
from crossreport.words.spoken import capital, spoken_name, spoken_type

SHOWN = 10  # denials that an event shows; the rest repeats them
SOON = 14  # days behind a deed in which its denials come
REACH = 8  # words behind a denial in which it says what it denies


class Denial(NamedTuple):
    """Who denies, in which report or claim, and whether the deed or the doing of it."""

    member: str
    denier: str
    responsibility: bool
    span: Span
    says: str = ""  # in the page's words, where only a part of what is told is denied
    key: str = ""  # of the denier's voice: who speaks with one voice does not contradict himself


def denials(telling: Telling) -> list[Finding]:
    """A finding for each voice that denies what another asserts."""
    asserted = [testimony for testimony in telling.testimonies if testimony.asserts]
    if not asserted:
        return []
    findings: dict[str, Finding] = {}
    for denial in deniers(telling):
        others = [
            one for one in asserted if one.voice.key != denial.key and one.voice.spoken.lower() != denial.denier.lower()
        ]
        if others and denial.denier not in findings and len(findings) < SHOWN:
            findings[denial.denier] = _finding(telling, others[0], denial)
    return list(findings.values())


def _finding(telling: Telling, lead: Testimony, denial: Denial) -> Finding:
    if denial.says:
        text = f"{lead.voice.spoken} reported the {told(telling.event)}; {denial.denier} {denial.says}."
        members = (telling.event.id, *sorted((lead.report.id, denial.member)))
        return contradiction(members, text, _rule(telling, denial))
    what = "responsibility for it" if denial.responsibility else _what(telling, denial.member)
    text = f"{lead.voice.spoken} reported the {told(telling.event)}; {denial.denier} denied {what}."
    members = (telling.event.id, *sorted((lead.report.id, denial.member)))
    return contradiction(members, text, _rule(telling, denial))


def _rule(telling: Telling, denial: Denial) -> str:
    """What they contradict each other in: who denies that a town was taken says who holds it."""
    if denial.responsibility:
        return "responsibility"
    report = telling.corpus.report.get(denial.member)
    label = telling.event.type.label if report is None else report.type.label
    words = denial.says or denial.span.quote
    holding = report is not None or not lexicon().holding.isdisjoint(fold_name(words).split())
    return "outcome" if holding and label in {*lexicon().outcome_of, "territory_lost"} else "occurrence"


def _what(telling: Telling, member: str) -> str:
    """What is denied: the event itself, or another deed that it is said to be."""
    report = telling.corpus.report.get(member)
    if report is None or report.type.label == telling.event.type.label:
        return "it"
    return means_word(report.type.label)


def deniers(telling: Telling) -> Iterator[Denial]:
    """Each denial that is coded as a report; on other pages, each claim whose cue denies."""
    for testimony in telling.testimonies:
        if not testimony.asserts:
            yield _told_denial(testimony)
    denying = {testimony.report.page for testimony in telling.testimonies if not testimony.asserts}
    for report in telling.reports:
        if report.page in denying:
            continue  # the page's denial is coded: its claim is the same words
        for claim in telling.corpus.claims_about.get(report.id, []):
            if denies(claim) or _own_no(claim, telling):
                key = claimant(claim, telling).key
                yield Denial(claim.id, spoken_name(claim.speaker), _of_doing(claim), claim.span, key=key)
    for page in dict.fromkeys(report.page for report in telling.reports if report.page not in denying):
        for claim in telling.corpus.claims_at_large.get(page, []):
            if (denies(claim) or _own_no(claim, telling)) and speaks_of(claim, telling):
                yield _at_large(claim, telling)
    for claim in _elsewhere(telling):
        if denies(claim) or _denying(claim) or _own_no(claim, telling):
            yield _at_large(claim, telling)


def _told_denial(testimony: Testimony) -> Denial:
    """A denial that is coded as a report; where the page names no voice for it, it is the accused who speaks."""
    doers = told_doers(testimony) if testimony.rejected and not testimony.report.attribution else ()
    denier = spoken_name(doers[0].name) if doers else testimony.voice.spoken
    key = camp(doers[0]) if doers else testimony.voice.key
    return Denial(testimony.report.id, denier, of_responsibility(testimony.words), testimony.report.span, key=key)


def _at_large(claim: Claim, telling: Telling) -> Denial:
    says = " ".join(claim.says.split()).rstrip(".")
    says = says if says.startswith(claim.cue) else f"{claim.cue} “{says}”"
    key = claimant(claim, telling).key
    return Denial(claim.id, spoken_name(claim.speaker), _of_doing(claim), claim.span, says, key)


def _of_doing(claim: Claim) -> bool:
    """Whether a claim denies having done it: "denied any role", "we had no hand in it"."""
    return of_responsibility(f"{claim.cue} {claim.says}") or _NO_PART.search(claim.says) is not None


def _elsewhere(telling: Telling) -> Iterator[Claim]:
    """Claims of pages that tell no report of the event, on violence in its place, of no other day, soon after it."""
    place, when = telling.event.place, telling.event.when
    if place is None or when is None or when.earliest is None or when.latest is None:
        return
    first, pages = date.fromisoformat(when.earliest), {report.page for report in telling.reports}
    for claim in telling.corpus.loose_at.get(fold_name(place.name), []):
        day = telling.corpus.first_day(claim.page)
        if claim.page in pages or not day or not 0 <= (date.fromisoformat(day) - first).days <= SOON:
            continue
        days = [said for span, said in telling.corpus.times_in[claim.page] if claim.span.covers(span)]
        if days and speaks_of(claim, telling) and all(_meets(said, when) for said in days):
            yield claim


def _meets(one: When, other: When) -> bool:
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest


def _denying(claim: Claim) -> bool:
    """Whether the passage itself denies: "the town is ours, he said, denying reports that it was taken"."""
    return is_denial(claim.says)


def _own_no(claim: Claim, telling: Telling) -> bool:
    """Whether the doer's own side says that nothing such was done ("no drone was operated"); a witness's "no" is none,
    but "there was no encounter" is anybody's denial.

    Where the page names no doer, an armed side speaks for itself.
    """
    actor = telling.corpus.actor.get(claim.actor_id) if claim.actor_id is not None else None
    if _OURS.search(claim.says) is not None and _NO_PART.search(claim.says) is not None:
        return True
    if _none_such(claim, telling):
        return True
    if actor is None or (_NO.search(claim.says) is None and _NO_PART.search(claim.says) is None):
        return False
    doers = {camp(one) for side in telling.event.sides if side.role == "agent" for one in side.actors}
    return camp(actor) in doers if doers else actor.kind in ARMED


_NO = re.compile(
    r"^(?:that\s+)?(?:no|none|nobody|neither)\b(?!\s+(?:doubt|comment|longer))|\b(?:did|was|were|had|has|have)(?:\s+not|n['’]t)\b"
    r"(?!\s+(?:know|clear|verified|confirm|been able|yet|immediately|respond))|\bnever\b",
    re.IGNORECASE,
)


_DOING = "|".join(sorted(reporting().doing))
_FLOWN = (
    r"(?:carried out|carry out|conducted|conduct|launched|launch|flew|flown|fly|staged|mounted|made|fired)\s+no\s+"
    r"(?:\w+\s+){0,2}?(?:strikes?|raids?|missions?|operations?|sorties?|flights?|attacks?|bombings?|missiles?|shells?|shots?)"
)
_NO_PART = re.compile(rf"\b(?:no|not|never|nothing)\b(?:\W+\w+){{0,3}}?\W+(?:{_DOING})\b|\b{_FLOWN}\b", re.IGNORECASE)
_OURS = re.compile(r"^(?:that\s+)?(?:our|we)\b", re.IGNORECASE)


def _none_such(claim: Claim, telling: Telling) -> bool:
    """Whether it says that there was none of what the event is told as; "no fighting" denies no drone strike."""
    found = _no_such().search(claim.says)
    if found is None:
        return False
    word = (found["behind"] or found["before"]).casefold()
    groups = {lexicon().group_of.get(testimony.report.type.label, "") for testimony in telling.testimonies}
    return any(word in words for group, words in lexicon().happenings.items() if group in {"any", *groups})


@cache
def _no_such() -> re.Pattern[str]:
    """ "There was no encounter", "no attack took place": that nothing of the kind happened; not "no casualties"."""
    kinds = "|".join(sorted(frozenset().union(*lexicon().happenings.values())))
    before, behind = (
        r"\bthere\s+(?:was|were|had\s+been)\s+(?:never\s+)?(?:no|any)",
        r"(?:took\s+place|happened|occurred)",
    )
    return re.compile(
        rf"{before}\s+(?:\w+\s+)?(?P<behind>{kinds})\b|\bno\s+(?:\w+\s+)?(?P<before>{kinds})\s+{behind}\b",
        re.IGNORECASE,
    )


def speaks_of(claim: Claim, telling: Telling) -> bool:
    """Whether a denial that no report carries is of this event: it speaks of harm, and names the event's place, or the
    page tells no other violence; another place in its words makes it a denial of something else.
    """
    words = set(fold_name(claim.says).split())
    denied = _NO_PART.search(claim.says) is not None or _none_such(claim, telling)
    harm = denied or not words.isdisjoint(lexicon().harm)
    if telling.event.type.label not in lexicon().violent or not harm:
        return False
    place = telling.event.place
    if place is not None and fold_name(place.name) in fold_name(claim.says):
        return True
    told = telling.corpus.violent.get(claim.page, [])
    here = {report.id for report in telling.reports}
    others = {one.place.name for one in told if one.place is not None and one.id not in here}
    return all(one.id in here for one in told) and not any(fold_name(name) in fold_name(claim.says) for name in others)


def denies(claim: Claim) -> bool:
    """Whether the cue of the claim is a word of denial, or the stance is one ("called this a lie")."""
    return is_denial(claim.cue) or (claim.says.startswith(claim.cue) and is_denial(claim.says))


def of_responsibility(words: str) -> bool:
    """Whether a denial in `words` is of having done it: "denied any involvement", "rejected the blame".

    >>> of_responsibility("The army denied any role in the shelling."), of_responsibility("It denied the shelling.")
    (True, False)
    """
    found = fold_name(words).split()
    cues = (at for at, word in enumerate(found) if word in lexicon().denial_cues)
    return any(not reporting().doing.isdisjoint(found[at + 1 : at + 1 + REACH]) for at in cues)


def means_word(label: str) -> str:
    """A means as a sentence says it: "an air strike", "shelling"."""
    word = spoken_type(label)
    return word if word.endswith("ing") else f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def contradiction(members: tuple[str, ...], text: str, rule: str) -> Finding:
    """A finding on two accounts that cannot both be right."""
    said = capital(text)
    key = content_id("finding", "contradiction", rule, *members)
    return Finding(key, "contradiction", members, said, (Reason(rule, said),))
