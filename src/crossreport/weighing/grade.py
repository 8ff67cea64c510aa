"""An event with its voices and disputes in, a grade with its reasons out, in the terms of casualty recorders.

Airwars' words (confirmed, fair, weak, contested, discounted) stand beside the grade as a reason of their own; they are
computed from voices alone and say nothing about the quality of a single source.
"""

from collections.abc import Iterator, Sequence

from crossreport.model import Actor, Finding, Grade, Reason
from crossreport.model.kinds import ARMED_OR_STATE, STATELY
from crossreport.weighing.admissions import admission
from crossreport.weighing.disputes import voice_is_party
from crossreport.weighing.partisans import party_of, speaks_for_a_side
from crossreport.weighing.telling import Telling, Testimony, bloc_name
from crossreport.weighing.voices import camp, own_voice
from crossreport.words.spoken import capital, spoken_name

FLOOD_PAGES = 10  # pages of one origin from which on the crowd itself is news
FLOOD_SHARE = 5  # pages a source
SHOWN = 12  # voices that are named in the reasons


def grade(
    telling: Telling, asserted: Sequence[str], disputed: Sequence[Finding], recirculated: bool
) -> tuple[Grade, tuple[Reason, ...]]:
    """The grade of an event that the voices `asserted` assert, and why it has it."""
    found = _grade(telling, len(asserted), disputed, recirculated)
    return found, tuple(_reasons(telling, asserted, found, disputed, recirculated))


def _grade(telling: Telling, voices: int, disputed: Sequence[Finding], recirculated: bool) -> Grade:
    if voices == 0 or recirculated:
        return "discounted"
    if telling.mood != "real":
        return "planned"
    if disputed:
        return "contested"
    return "corroborated" if voices > 1 else "single_source"


def _reasons(
    telling: Telling, asserted: Sequence[str], found: Grade, disputed: Sequence[Finding], recirculated: bool
) -> Iterator[Reason]:
    blocs = list(telling.blocs.values())
    telling_it = [telling.blocs[name] for name in asserted]
    named = f": {_list(telling_it)}" if telling_it else ""
    yield Reason("voices", f"{_many(len(telling_it), 'independent voice')}{named}")
    if not telling_it:
        yield Reason("denied_only", "it is known as denied only")
    if recirculated:
        yield Reason("recirculated", "its only text appeared earlier about another day")
    for bloc in blocs:
        yield from _collapsed(bloc, telling)
    yield from _party_voices(telling)
    for finding in disputed:
        yield Reason(f"contradiction_{finding.reasons[0].rule}", finding.says)
    yield from _flood(telling)
    yield Reason("airwars", _airwars(telling, found))


def _list(blocs: Sequence[Sequence[Testimony]]) -> str:
    names = [bloc_name(bloc) for bloc in blocs[:SHOWN]]
    more = f" and {len(blocs) - SHOWN} more" if len(blocs) > SHOWN else ""
    return "; ".join(names) + more


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _collapsed(bloc: Sequence[Testimony], telling: Telling) -> Iterator[Reason]:
    pages = {testimony.report.page for testimony in bloc}
    if len(pages) < 2:
        return
    keys = {testimony.voice.key for testimony in bloc}
    if len(keys) == 1:
        names = list(dict.fromkeys(testimony.voice.spoken for testimony in bloc))
        whose = names[0] if len(names) == 1 else f"one side: {'; '.join(names[:SHOWN])}"
        yield Reason("one_voice", f"{len(pages)} pages give the word of {whose}")
    elif len({telling.sources.find(page) for page in pages}) > 1:
        yield Reason("one_source", f"{len(pages)} pages have it from one another: one voice, whoever prints it")
    else:
        yield Reason("one_text", f"{len(pages)} pages tell it in one text: one voice, whoever prints it")


def _party_voices(telling: Telling) -> Iterator[Reason]:
    seen: set[str] = set()
    for testimony in telling.testimonies:
        side = party_of(testimony, telling)
        if side is not None and testimony.voice.key not in seen:
            seen.add(testimony.voice.key)
            yield Reason("party_voice", f"{_as_party(testimony, telling)}: {_party_says(testimony, side)}")


def _as_party(testimony: Testimony, telling: Telling) -> str:
    """Who speaks as a party: a page that has it from officials without a name is none itself."""
    chain, voice = testimony.report.attribution, testimony.voice
    own = telling.voice(own_voice(telling.corpus.page[testimony.report.page], telling.corpus))
    if chain and voice.key == own.key and voice_is_party(voice, telling) is None:
        return f"{capital(voice.spoken)} gives the word of a party to it ({chain[-1].speaker})"
    return f"{capital(voice.spoken)} is a party to it"


def _party_says(testimony: Testimony, side: Actor) -> str:
    """Whether a party tells its own deed or its enemy's; whom it names, where it is left open whose they are."""
    doers = [part.actor for part in testimony.report.participants if part.role == "agent"]
    if not doers:
        return "it names no doer"
    if any(_own(actor, side) for actor in doers):
        return "it tells its own deed"
    named = " and ".join(sorted({spoken_name(actor.name) for actor in doers}))
    return f"it speaks about its enemy, {named}" if all(_opposed(one, side) for one in doers) else f"it names {named}"


def _own(doer: Actor, side: Actor) -> bool:
    """Whether the doers are the side's own: "the security forces" of a country are its state's."""
    unnamed = doer.generic and doer.kind in STATELY and side.kind in STATELY
    return camp(doer) == camp(side) or (unnamed and doer.country in (None, side.country))


def _opposed(doer: Actor, side: Actor) -> bool:
    """Whether one is a state and the other an armed group, or both are states or groups of their own."""
    if any(actor.kind not in ARMED_OR_STATE for actor in (doer, side)):
        return False
    return (doer.kind in STATELY) != (side.kind in STATELY) or not (doer.generic or doer.id.startswith("minted:"))


def _flood(telling: Telling) -> Iterator[Reason]:
    pages = {report.page for report in telling.reports}
    sources = telling.sources.roots()
    for root, members in sorted(sources.items()):
        if len(members) >= FLOOD_PAGES and len(pages) >= FLOOD_SHARE * len(sources):
            outlets = {telling.corpus.page[page].outlet or page for page in members}
            yield Reason(
                "copies_flood",
                f"{len(members)} pages of {len(outlets)} outlets repeat one text (among them {root}): counted once",
            )


def _airwars(telling: Telling, found: Grade) -> str:
    if found == "planned":
        return "not graded: it has not happened"
    if found in ("contested", "discounted"):
        return found
    admitted = admission(telling)
    if admitted is not None:
        return f"confirmed: {admitted}"
    blocs = [bloc for bloc in telling.blocs.values() if any(one.asserts for one in bloc)]
    parties = [_party_camps(bloc, telling) for bloc in blocs]
    outside = [
        bloc
        for bloc, party in zip(blocs, parties, strict=True)
        if not party and not any(speaks_for_a_side(one, telling) for one in bloc)
    ]
    if len(outside) > 1:
        return "fair: two or more voices that are no party to it"
    if outside:
        return "weak: a single voice that is no party to it"
    if len(set().union(*parties)) > 1 and len(blocs) > 1:
        return "fair: two sides to it both report it"
    if any(parties):
        return "weak: parties to it are the only voices"
    return "weak: told by a side of the war alone"


def _party_camps(bloc: Sequence[Testimony], telling: Telling) -> set[str]:
    return {camp(side) for one in bloc if (side := party_of(one, telling)) is not None}
