"""An event's tolls in, how one voice changed its count over time out: a revision, not a contradiction."""

from collections import defaultdict
from collections.abc import Sequence

from crossreport.model import Finding, Reason, content_id
from crossreport.weighing.interval import interval, reads
from crossreport.weighing.telling import Telling, told
from crossreport.weighing.tolls import Count, anybody, kin


def revisions(telling: Telling, found: Sequence[Count]) -> list[Finding]:
    """A toll series for each voice that gives different tolls on different days."""
    by_voice: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for one in found:
        by_voice[one.voice.key, kin(one)].append(one)
    series = (_revision(telling, counts) for _, counts in sorted(by_voice.items()))
    return [finding for finding in series if finding is not None]


def _revision(telling: Telling, counts: Sequence[Count]) -> Finding | None:
    ordered = sorted(counts, key=lambda one: (telling.corpus.first_day(one.figure.page), one.figure.id))
    steps: list[Count] = []
    for one in ordered:
        if _alike(one, ordered[0], telling) and all(_differs(one, other) for other in steps):
            steps.append(one)
    days = [telling.corpus.first_day(one.figure.page) for one in steps]
    if len(set(days)) < 2:
        return None
    names = list(dict.fromkeys(one.voice.name for one in steps))
    given = zip(steps, days, strict=True)
    said = "; ".join(
        f"{reads(one.figure)} ({f'{one.voice.name}, ' if len(names) > 1 else ''}{day})" for one, day in given
    )
    whose = names[0] if len(names) == 1 else "One side"
    text = f"{whose} on how many were killed in the {told(telling.event)}: {said}."
    members = (telling.event.id, *(one.figure.id for one in steps))
    reason = Reason("revised", "one voice counts again on a later day: no contradiction")
    return Finding(content_id("finding", "toll_series", *members), "toll_series", members, text, (reason,))


def _alike(one: Count, other: Count, telling: Telling) -> bool:
    kinds = {one.figure.of.kind, other.figure.of.kind}
    return len(kinds) == 1 or kinds <= anybody(telling.event)


def _differs(one: Count, other: Count) -> bool:
    """Whether the numbers differ: "28" and "at least 28" are one count put in two ways."""
    named = {one.figure.best, other.figure.best}
    return interval(one.figure) != interval(other.figure) and (len(named) > 1 or None in named)
