"""A report's doers in, how surely the page holds them to be the doers out: suspected, blamed by somebody, or owning up.

A brief that says "the group attacked farmers" where the page says "suspected members of the group", or where a governor
blames the group, says more than anybody did.
"""

import re

from msgspec.structs import replace

from crossreport.brief.grammar import head_word, is_plural, with_article
from crossreport.model import Actor, EventReport, Participant
from crossreport.model.kinds import STATELY

CLAIMED = "agent:claimed"  # coding's rule for a doer who is named only by who blames him, or by himself
BLAMED = "is blamed for it"
GROUPS = frozenset({"group", "groups", "militia", "militias", "faction", "factions"})
WIDE = frozenset({"unidentified", "unknown", "armed"})


def blamed(report: EventReport) -> bool:
    """Whether the page tells the deed without a doer, and somebody blames the one who is coded for it."""
    return any(reason.rule == CLAIMED and reason.says.endswith(BLAMED) for reason in report.reasons)


def owned_up(report: EventReport) -> bool:
    """Whether the page tells the deed without a doer, and somebody claims it."""
    return any(reason.rule == CLAIMED and not reason.says.endswith(BLAMED) for reason in report.reasons)


def aside(report: EventReport, doers: str, actors: tuple[Actor, ...]) -> str:
    """`for which the group is blamed`, `which the group claims`; empty where the page names the doer itself."""
    plural = is_plural(actors)
    if blamed(report):
        return f"for which {doers} {'are' if plural else 'is'} blamed"
    return f"which {doers} claim{'' if plural else 's'}" if owned_up(report) else ""


def as_suspected(report: EventReport, one: Participant, actor: Actor) -> Actor:
    """The actor, called suspected where the page calls it so.

    >>> bool(_SUSPECTED.search("killed by suspected ")), bool(_SUSPECTED.search("the suspected armed "))
    (True, True)
    """
    if actor.name.split()[0].lower() in WIDE or not _suspected(report, one):
        return actor
    body = not actor.generic or head_word(actor.name) in GROUPS
    people = "forces" if actor.kind in STATELY else "members"  # "suspected government strikes" are no member's
    name = f"{people} of {with_article(actor)}" if body else actor.name
    return replace(actor, name=f"suspected {name}", generic=True)


def _suspected(report: EventReport, one: Participant) -> bool:
    if _OPENS.match(one.as_written):
        return True
    for span in (*report.evidence, report.span):
        before, behind = span.quote[: one.span.start - span.start], span.quote[one.span.end - span.start :]
        if span.covers(one.span) and (_SUSPECTED.search(before) or _BELIEVED.match(behind)):
            return True
    return False


_OPENS = re.compile(r"(?:the\s+)?(?:suspected|alleged|presumed)\b", re.IGNORECASE)
_BELIEVED = re.compile(
    r"(?:,?\s+who\s+(?:are|were|is|was))?\s+(?:believed|suspected|thought|alleged)\s+to\s+(?:be|belong|have\s+been)\b",
    re.IGNORECASE,
)
_SUSPECTED = re.compile(r"\b(?:suspected|alleged|presumed|believed\s+to\s+be)\s+(?:[\w’'-]+\s+){0,2}\Z", re.IGNORECASE)
