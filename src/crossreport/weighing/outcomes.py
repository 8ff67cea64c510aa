"""An event's testimonies in, what its voices contradict each other about in how a fight ended out.

One says that the attacker took the place, another that he was repelled or fell back; or one that he was repelled, and
the attacker himself that it cost the defenders many lives, of which they tell nothing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crossreport.model import Actor, EventReport, Finding, Span, When
from crossreport.model.kinds import ARMED_GROUPS, STATELY
from crossreport.names import fold_name
from crossreport.weighing.blame import told_doers
from crossreport.weighing.denials import contradiction
from crossreport.weighing.interval import reads_of_whom
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling, Testimony, told
from crossreport.weighing.tolls import Count
from crossreport.weighing.voices import camp
from crossreport.words.spoken import spoken_names

MANY = 10  # dead of the defenders from which on the attacker's account is not that of an attack that failed
LOST = "territory_lost"


def outcomes(telling: Telling, found: Sequence[Count]) -> list[Finding]:
    """One finding on who holds the place, else one on what a repelled attack cost those who repelled it."""
    holding = next(_holders(telling), None) or next(_costs(telling, found), None)
    return [holding] if holding is not None else []


def _holders(telling: Telling) -> Iterator[Finding]:
    asserted = [testimony for testimony in telling.testimonies if telling.stands_for(testimony)]
    takers = [one for one in asserted if lexicon().outcome_of.get(one.report.type.label) == "attacker"]
    blocs = {one.bloc for one in takers}
    for one in takers:
        for other in takers:
            if one.bloc != other.bloc and _taken_from(other, one):
                yield _holding(telling, one, other)
    for taken in takers:
        for held in asserted:
            if _two_voices(held, taken) and _held(held, taken, telling, also_takes=held.bloc in blocs):
                yield _holding(telling, taken, held)


def _two_voices(one: Testimony, other: Testimony) -> bool:
    """Whether they are independent voices, or a page tells the one account and whose the other is."""
    named = (one.voice.via or other.voice.via) and one.voice.key != other.voice.key
    return one.bloc != other.bloc or (bool(named) and one.report.page == other.report.page)


def _taken_from(other: Testimony, one: Testimony) -> bool:
    """Whether the side that says that it took a place is the one from which another says that it was taken."""
    theirs = not told_doers(one) or one.voice.key in map(camp, told_doers(one))
    lost = [part.actor for part in other.report.participants if part.role == "target"]
    return theirs and one.voice.key in map(camp, lost) and one.voice.key not in map(camp, told_doers(other))


def _held(held: Testimony, taken: Testimony, telling: Telling, *, also_takes: bool) -> bool:
    """Whether one says that the taker was repelled, or fell back from what it never says that he took."""
    if lexicon().outcome_of.get(held.report.type.label) == "defender":
        return True
    doers = told_doers(taken) or told_doers(held)  # of a capture without a doer the one who attacked there
    takers = {camp(actor) for actor in doers if not actor.generic}
    if also_takes or not takers:
        return False
    if _gives_up(held.report, takers) or _fell_back(held, [one for one in doers if not one.generic], telling):
        return True
    fallen_back = telling.corpus.given_up.get(held.report.page, ())
    return any(_gives_up(one, takers) and _there_then(one, held.report) for one in fallen_back)


def _gives_up(report: EventReport, takers: set[str]) -> bool:
    lost = [part.actor for part in report.participants if part.role == "agent"]
    return report.type.label == LOST and report.status == "happened" and any(camp(actor) in takers for actor in lost)


def _fell_back(held: Testimony, takers: Sequence[Actor], telling: Telling) -> bool:
    """Whether the passages of one deed say that its doer fell back: "the army fought and the terrorists retreated"."""
    spans = held.report.evidence or (held.report.span,)
    subjects = (
        _subject(span, found.start(), held, telling) for span in spans for found in _falling().finditer(span.quote)
    )
    return any(subject is not None and _is_one_of(subject, takers) for subject in subjects)


def _subject(span: Span, at: int, held: Testimony, telling: Telling) -> Actor | None:
    """The last side named in the passage before a word at `at`."""
    named = telling.corpus.actors_in.get(held.report.page, ())
    before = [actor for start, actor in named if span.start <= start < span.start + at]
    return before[-1] if before else None


def _is_one_of(subject: Actor, takers: Sequence[Actor]) -> bool:
    """Whether it is one of them, or a description that fits them and not who fought them."""
    if not subject.generic:
        return camp(subject) in map(camp, takers)
    kind = ARMED_GROUPS if subject.kind in ARMED_GROUPS else STATELY if subject.kind in STATELY else frozenset()
    return all(actor.kind in kind for actor in takers)


@cache
def _falling() -> re.Pattern[str]:
    words = sorted(lexicon().fallen_back, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _there_then(one: EventReport, other: EventReport) -> bool:
    """Whether two reports of a page are of one place and of times that meet."""
    if one.place is None or other.place is None or fold_name(one.place.name) != fold_name(other.place.name):
        return False
    return _meet(one.when, other.when)


def _meet(one: When | None, other: When | None) -> bool:
    if one is None or other is None or not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest


def _holding(telling: Telling, taken: Testimony, held: Testimony) -> Finding:
    place = telling.event.place.name if telling.event.place is not None else "the place"
    takers = told_doers(taken)
    by = f"{spoken_names(takers)} took it" if takers else "it was taken"
    text = (
        f"On who holds {place}: {taken.voice.spoken} said that {by}, {held.voice.spoken} that {_ended(held, takers)}."
    )
    return contradiction((telling.event.id, *sorted((taken.report.id, held.report.id))), text, "outcome")


def _ended(held: Testimony, takers: Sequence[Actor]) -> str:
    if lexicon().outcome_of.get(held.report.type.label) == "attacker":
        return f"{spoken_names(told_doers(held))} took it" if told_doers(held) else "it was taken from them"
    if lexicon().outcome_of.get(held.report.type.label) != "defender":
        return f"{spoken_names(takers or told_doers(held))} fell back"
    attackers = told_doers(held)
    return f"{f'an attack by {spoken_names(attackers)}' if attackers else 'the attack'} was repelled"


def _costs(telling: Telling, found: Sequence[Count]) -> Iterator[Finding]:
    """A repelled attack of which the attacker's own voice tells many dead of the defenders."""
    for held in telling.testimonies:
        if lexicon().outcome_of.get(held.report.type.label) != "defender" or not telling.stands_for(held):
            continue
        attackers = [actor for actor in told_doers(held) if not actor.generic]
        own = [one for one in found if one.bloc == held.bloc and _of_defenders(one, attackers)]
        for one in found:
            theirs = one.voice.key in map(camp, attackers) and one.bloc != held.bloc
            if theirs and not own and _of_defenders(one, attackers) and (one.figure.low or 0) >= MANY:
                yield _cost(telling, held, one)


def _of_defenders(one: Count, attackers: Sequence[Actor]) -> bool:
    """Whether a count is surely not of the attackers' own dead, but of those who fought them."""
    if one.side is None or not attackers or one.side.camp in map(camp, attackers):
        return False
    kinds = {"state" if actor.kind in STATELY else "armed" for actor in attackers}
    return bool(one.side.camp) or one.side.kin not in kinds


def _cost(telling: Telling, held: Testimony, one: Count) -> Finding:
    text = (
        f"On how the {told(telling.event)} ended: {held.voice.spoken} said that it was repelled, "
        f"{one.voice.spoken} counted “{reads_of_whom(one.figure)}” among the killed."
    )
    return contradiction((telling.event.id, *sorted((held.report.id, one.figure.id))), text, "outcome")
