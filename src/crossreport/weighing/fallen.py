"""A figure of the killed in, on whose side they fell out, so that one side's dead are no rival count of the other's.

"More than 300 rebels were killed, and five soldiers" and "we lost six men and killed dozens of soldiers" hold four
tolls of two sides.
"""

import re
from typing import NamedTuple

from crossreport.model import Actor, Figure
from crossreport.model.kinds import ARMED_GROUPS, STATELY
from crossreport.names import fold_name
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.issuers import bare_office
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling
from crossreport.weighing.voices import camp, page_issuer
from crossreport.words.actors import branch_of

BEHIND = 60  # characters behind a number in which those are named whom it counts


class Side(NamedTuple):
    """`kin` is state or armed; `camp` is the side's own where it is named."""

    kin: str
    camp: str = ""
    actor: str = ""


def side_of(figure: Figure, corpus: Corpus) -> Side | None:
    """The side whose people a figure counts; None for civilians, "people" and whomever the page does not place."""
    counted = fold_name(counted_as(figure))
    if _of_both(counted):
        return None
    own = _own(figure, counted, corpus) or _of_speaker(figure, corpus) or _fought(figure, counted, corpus)
    if own is not None:
        return own
    actor = _actor(figure, counted, corpus) or _lost_or_left(figure, corpus)
    named = side_of_actor(actor) if actor is not None else None
    if named is not None:
        return named
    if _ENEMY_LOST.search(corpus.page[figure.page].text, max(0, figure.span.start - BEFORE), figure.span.start):
        return _enemy(figure, corpus)
    words = set(counted.split())
    if not words.isdisjoint(lexicon().their_enemy):
        return _enemy(figure, corpus)
    if (words & lexicon().ranks or "security forces" in counted) and not words & lexicon().irregulars:
        return Side("state")
    return Side("armed") if words & lexicon().irregulars or _of_irregulars(figure, corpus) else None


def _of_both(counted: str) -> bool:
    """Whether it counts the dead of both sides together: "five soldiers and eight militants"."""
    halves = [set(half.split()) for half in counted.split(" and ")]
    of_state = [bool(half & lexicon().ranks) and not half & lexicon().irregulars for half in halves]
    return any(of_state) and any(half & lexicon().irregulars for half in halves)


def side_of_actor(actor: Actor) -> Side | None:
    """The side that an actor stands for, by name where he has one; None for who does not fight."""
    kin = kin_of(actor)
    if not kin:
        return None
    return Side(kin) if actor.generic else Side(kin, camp(actor), actor.id)


def _lost_or_left(figure: Figure, corpus: Corpus) -> Actor | None:
    """Whom the page means by "them" in "killed nine of them"; who is named before "lost 40 men"."""
    text, at = corpus.page[figure.page].text, figure.span.start
    actors = corpus.actors_in.get(figure.page, ())
    them = _OF_THEM.match(text, figure.span.end)
    if them is not None:
        return next((actor for start, actor in actors if start == them.start("who")), None)
    start = max(
        (found.end() for found in _SENTENCE_END.finditer(text, max(0, at - SENTENCE), at)), default=at - SENTENCE
    )
    if _LOSES.search(text, max(0, start), at) is None:
        return None
    return next((actor for begins, actor in reversed(actors) if start <= begins < at), None)


_SENTENCE_END = re.compile(r"[.!?;]\s")
_OF_THEM = re.compile(r"\s+of\s+(?P<who>them|whom|these|those)\b", re.IGNORECASE)
_LOSES = re.compile(
    r"\b(?:lost|suffered|sustained|left)\s+(?:(?:at|more|less|fewer|least|about|some|over|nearly|than|up|to)\s+)*\Z",
    re.IGNORECASE,
)
_ENEMY_LOST = re.compile(
    r"\b(?:enemy|foe)\s+(?:(?:has|had|forces?|troops|side)\s+)*(?:lost|suffered|sustained|left)\s+(?:\w+\s+){0,3}\Z",
    re.IGNORECASE,
)


def counted_as(figure: Figure) -> str:
    """The words for whom a figure counts, without whom they say did it: "18 residents by gang members"."""
    return _BY.split(figure.of.text, maxsplit=1)[0]


_BY = re.compile(r"\s+by\s+", re.IGNORECASE)


def _of_irregulars(figure: Figure, corpus: Corpus) -> bool:
    """Whether it counts members of what the page called terrorists before: "a terrorist team … members of the team"."""
    found = _MEMBERS.fullmatch(" ".join(figure.of.text.split()))
    if found is None:
        return False
    irregulars = "|".join(sorted(lexicon().irregulars))
    body = re.compile(rf"\b(?:{irregulars})\s+{re.escape(found['body'])}\b", re.IGNORECASE)
    return body.search(corpus.page[figure.page].text, 0, figure.span.start) is not None


_MEMBERS = re.compile(r"(?:members?|persons|men)\s+of\s+(?:the|this|that)\s+(?P<body>\w+)", re.IGNORECASE)


def _own(figure: Figure, counted: str, corpus: Corpus) -> Side | None:
    """The side whose own page it is, where it mourns its own: "26 of our comrades", "we lost six men"."""
    page = corpus.page[figure.page]
    before = page.text[max(0, figure.span.start - BEFORE) : figure.span.start]
    behind = page.text[figure.span.end : figure.span.end + OURS_WITHIN]
    ours = _LOST.search(before) is not None or _OURS.match(behind) is not None
    members = bool(lexicon().membership & set(counted.split())) and _ITS.match(behind) is not None
    if lexicon().mourned.isdisjoint(counted.split()) and not ours and not members:
        return None
    if ours and _OURS.match(behind) is not None and counted.split() == ["people"]:
        return None  # "six of our people": whom the side speaks for, fighters or not
    if not ours and not members and _martyrs_at_home(figure, counted, corpus):
        return None
    found = page_issuer(page, corpus)
    if found is None:
        return Side("state") if members and bare_office(page.outlet or "") else None
    if found.actor is None:
        return Side("state", f"state:{found.country}") if found.country else None
    kin = kin_of(found.actor)
    return Side(kin, camp(found.actor), found.actor.id) if kin else None


def _of_speaker(figure: Figure, corpus: Corpus) -> Side | None:
    """The side that says of itself that it lost them: "the army said that it had lost eight men"."""
    text = corpus.page[figure.page].text
    if _IT_LOST.search(text, max(0, figure.span.start - SENTENCE), figure.span.start) is None:
        return None
    report = corpus.report.get(figure.event_report or "")
    chain = figure.attribution or (report.attribution if report is not None else ())
    speaker = corpus.actor.get(chain[-1].actor_id or "") if chain else None
    kin = kin_of(speaker) if speaker is not None and not speaker.generic else ""
    return Side(kin, camp(speaker), speaker.id) if speaker is not None and kin else None


_IT_LOST = re.compile(r"\b(?:it|they)\b[^.;\n]*\b(?:lost|losing)\s*\Z", re.IGNORECASE)
SENTENCE = 160  # characters before a number in which its sentence says who lost them


def _enemy(figure: Figure, corpus: Corpus) -> Side | None:
    """Whose dead "25 of the enemy" are: of the side against those whose page it is, or who alone do what it tells."""
    told = [part for report in corpus.reports_on.get(figure.page, ()) for part in report.participants]
    own = page_issuer(corpus.page[figure.page], corpus)
    ours = {kin_of(own.actor)} if own is not None and own.actor is not None else set()
    ours = ours or {kin_of(part.actor) for part in told if part.role == "agent"} - {""}
    theirs = {kin_of(part.actor) for part in told} - {""} - ours
    if len(ours) != 1:
        return None
    return Side("state") if ours == {"armed"} else Side("armed") if theirs == {"armed"} else None


def _fought(figure: Figure, counted: str, corpus: Corpus) -> Side | None:
    """Whose dead "twenty enemies" are where the report names whom those fought whose page it is: an armed group's, too.

    Who is a party by that word alone does not count: whom it means is what is asked.
    """
    if frozenset(lexicon().their_enemy).isdisjoint(counted.split()):
        return None
    report, own = corpus.report.get(figure.event_report or ""), page_issuer(corpus.page[figure.page], corpus)
    if report is None or own is None or own.actor is None:
        return None
    foes = [
        part.actor
        for part in report.participants
        if kin_of(part.actor)
        and camp(part.actor) != camp(own.actor)
        and frozenset(lexicon().their_enemy).isdisjoint(fold_name(part.as_written).split())
    ]
    foes = [actor for actor in foes if not actor.generic] or foes
    if len({kin_of(actor) for actor in foes}) != 1:
        return None
    return side_of_actor(foes[0]) if len(set(map(camp, foes))) == 1 else Side(kin_of(foes[0]))


def kin_of(actor: Actor) -> str:
    """state or armed; empty for who does not fight."""
    return "state" if actor.kind in STATELY else "armed" if actor.kind in ARMED_GROUPS else ""


_LOST = re.compile(r"\b(?:we\s+(?:(?:have|had)\s+)?(?:lost|mourn)|on\s+our\s+(?:own\s+)?side)\b[^.;]*$", re.IGNORECASE)
_OURS = re.compile(r"\s+of\s+our\b", re.IGNORECASE)


def _martyrs_at_home(figure: Figure, counted: str, corpus: Corpus) -> bool:
    """Whether "nine martyrs" may be its civilians: of a deed that is no fight, and of which no armed target is told."""
    report = corpus.report.get(figure.event_report or "")
    words = set(counted.split())
    if report is None or report.type.label in lexicon().fights or not words <= MARTYRS:
        return False
    return not any(kin_of(part.actor) for part in report.participants if part.role in ("target", "victim"))


MARTYRS = frozenset({"martyr", "martyrs"})
_ITS = re.compile(r"\s+of\s+(?:its|his)\b", re.IGNORECASE)  # "four of its members", on the page of a ministry
BEFORE, OURS_WITHIN = 40, 12  # characters around a number in which a side says that it counts its own


def _actor(figure: Figure, counted: str, corpus: Corpus) -> Actor | None:
    """Whom the words behind the number name, by the page's own reading of them."""
    for start, words, actor in corpus.named_in.get(figure.page, ()):
        if figure.span.start <= start <= figure.span.end + BEHIND and words and words in counted:
            return actor
    return None


def apart(one: Side | None, other: Side | None, telling: Telling) -> bool:
    """Whether two counts are surely of the dead of two sides."""
    if one is None or other is None:
        return False
    if one.kin != other.kin:
        return True
    if not one.camp or not other.camp or one.camp == other.camp:
        return False
    if branch_of(one.actor, other.actor) or branch_of(other.actor, one.actor):
        return False
    mine, theirs = (_roles(each.camp, telling) for each in (one, other))
    return bool(mine and theirs) and (mine.isdisjoint(theirs) or mine == theirs == {"party"})


def of_the_doers(side: Side | None, telling: Telling) -> bool:
    """Whether a count is of the side that did a deed which is no fight: "the police killed four of the culprits"."""
    if side is None or telling.event.type.label in lexicon().fights:
        return False
    doers = [actor for each in telling.event.sides if each.role == "agent" for actor in each.actors]
    kins = {kin_of(actor) or ("armed" if actor.id.startswith("unidentified-armed-group") else "") for actor in doers}
    return kins == {side.kin}


def _roles(name: str, telling: Telling) -> set[str]:
    return {side.role for side in telling.event.sides for actor in side.actors if camp(actor) == name}
