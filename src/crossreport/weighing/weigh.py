"""Linked events in, the same events with voices, grade and toll out, and findings on how the sources relate.

Nothing is joined or parted here, and no source is believed more than another.
"""

from collections.abc import Mapping, Sequence

import msgspec

from crossreport.model import CodedPage, Event, Finding, Linked, Reason, Voices, content_id
from crossreport.weighing.alone import said_by_one
from crossreport.weighing.arithmetic import arithmetic
from crossreport.weighing.blame import asserting
from crossreport.weighing.copies import Copies
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.differing import figures_differ
from crossreport.weighing.disputes import disputes
from crossreport.weighing.grade import grade
from crossreport.weighing.interval import reads
from crossreport.weighing.partisans import party_of
from crossreport.weighing.recirculated import old_figures, redated
from crossreport.weighing.revisions import revisions
from crossreport.weighing.rivals import rivals
from crossreport.weighing.series import toll_series
from crossreport.weighing.status import agreed_status
from crossreport.weighing.telling import Telling, bloc_name, told, where_and_when
from crossreport.weighing.tolls import Count, counts, representative, toll
from crossreport.weighing.voices import camp
from crossreport.words.spoken import capital, spoken_type

LINKING = frozenset(
    {"judged", "joined", "dated_by_link", "kept_apart"}
)  # reasons of the room before; others are written anew at each weighing
TWO_SIDES = 2
SHOWN = 10  # altered tolls that are named


Settled = Mapping[str, tuple[Event, Sequence[Finding]]]


def weigh(pages: Sequence[CodedPage], linked: Linked, settled: Settled | None = None) -> Linked:
    """`linked` with every event weighed. Findings that were there stay; the order of `pages` is no matter.

    `settled` are events by id, with their own findings, of which nothing that they rest on has changed since they were
    weighed: they are taken as they are, unless their text turns out to be old news.
    """
    known = settled or {}
    corpus = Corpus(pages)
    copies = Copies(linked.source_groups, corpus)
    moved, stale = redated(corpus, copies)
    events, findings = [], [*linked.findings, *moved, *old_figures(corpus, copies), *toll_series(corpus)]
    for coded in corpus.pages:
        findings += arithmetic(coded)
    for event in linked.events:
        if event.id in known and stale.isdisjoint(event.reports):
            weighed, found = known[event.id]
        else:
            weighed, found = _weigh_event(Telling(event, corpus, copies), stale)
        events.append(weighed)
        findings += found
    findings += rivals(events, corpus)
    distinct = {finding.id: finding for finding in findings}
    return Linked(linked.source_groups, tuple(events), tuple(distinct[name] for name in sorted(distinct)))


def _weigh_event(telling: Telling, stale: frozenset[str]) -> tuple[Event, Sequence[Finding]]:
    found, altered = representative(counts(telling), telling)
    revised = revisions(telling, found)
    disputed = disputes(telling, found)
    old = bool(telling.reports) and all(report.id in stale for report in telling.reports)
    asserted = asserting(telling)
    graded, reasons = grade(telling, asserted, disputed, old)
    differ = list(figures_differ(telling, found)) if graded == "corroborated" else []
    noted = tuple(dict.fromkeys(differ))[:SHOWN]
    alone = said_by_one(telling, found) if graded == "corroborated" else ()
    reasons = (*reasons, *noted, *alone, *_altered(altered))
    event = telling.event
    weighed = msgspec.structs.replace(
        event,
        status=agreed_status(telling),
        grade=graded,
        voices=_voices(telling, len(asserted)),
        killed=toll(found, event),
        reasons=(*(reason for reason in event.reasons if reason.rule in LINKING), *reasons),
    )
    agreed = [_agreement(telling, len(asserted), found)] if graded == "corroborated" else []
    return weighed, [*disputed, *revised, *agreed]


def _altered(altered: Sequence[Count]) -> tuple[Reason, ...]:
    if not altered:
        return ()
    given = ", ".join(sorted({reads(one.figure) for one in altered})[:SHOWN])
    pages = len({one.figure.page for one in altered})
    return (Reason("altered_copies", f"{pages} copies of one text change its toll ({given}): not counted"),)


def _voices(telling: Telling, independent: int) -> Voices:
    pages = {report.page for report in telling.reports}
    return Voices(len(pages), len(telling.sources.roots()), independent)


def _what(telling: Telling) -> str:
    """The event; if not all tell it as of that kind, one event, and as what: an attack is no capture."""
    kinds: dict[str, None] = {}
    same = True
    for bloc in telling.blocs.values():
        labels = dict.fromkeys(one.report.type.label for one in bloc if one.asserts)
        same = same and (telling.event.type.label in labels or not labels)
        kinds |= labels
    if same:
        return f"the {told(telling.event)}"
    return f"one event{where_and_when(telling.event)} (told as {_listed([spoken_type(label) for label in kinds])})"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _count(names: Mapping[str, str], found: Sequence[Count]) -> str:
    """The number of killed that several voices give, and which, where not all do; empty if each gives its own."""
    giving: dict[tuple[float | None, ...], dict[str, str]] = {}
    for one in found:
        figure = one.figure
        if figure.best is not None and one.bloc in names:
            same = giving.setdefault((figure.low, figure.best, figure.high), {})
            same[one.bloc] = f"{figure.best:,.0f}" if figure.bound == "exact" else reads(figure).casefold()
    voices = max(giving.values(), key=lambda given: (len(given), sorted(given)), default={})
    if len(voices) < 2:
        return ""
    number = min(voices.values())
    if len(voices) == len(names):
        return f" and {number} killed"
    return f"; {_listed([name for bloc, name in names.items() if bloc in voices])} counted {number} killed"


def _opposed(telling: Telling) -> bool:
    """Whether only the two sides of it tell it: that they agree on the fight says nothing of what was done in it."""
    sides = [party_of(bloc[0], telling) for bloc in telling.blocs.values()]
    return len(sides) == len({camp(side) for side in sides if side is not None}) == TWO_SIDES


def _agreement(telling: Telling, independent: int, found: Sequence[Count]) -> Finding:
    names = {name: bloc_name(bloc) for name, bloc in telling.blocs.items()}
    tell = "two sides to it, both tell" if _opposed(telling) else "told independently"
    comma = ", " if _opposed(telling) else " "
    text = f"{_listed(list(names.values()))}{comma}{tell} of {_what(telling)}{_count(names, found)}."
    members = (telling.event.id, *sorted(report.id for report in telling.reports))
    reason = Reason("independent", f"{independent} voices share neither text nor source")
    return Finding(content_id("finding", "agreement", *members), "agreement", members, capital(text), (reason,))
