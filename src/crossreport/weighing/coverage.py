"""Weighed events in, who told each of them when and who was silent out.

Silence is a claim about an outlet, so it is made narrowly: an outlet counts as silent on an event only if a page of it
is surely written in the `WINDOW` days from the event's last day on and not before another outlet told it, tells
something of the same country, and no page of it tells the event, nor violence on its days in one of its places or in
none, which may be its version, nor denies it, nor so much as names its place. A set of pages is never all that an
outlet printed; the sentence says so.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import permutations
from typing import NamedTuple

from crossreport.model import (
    CodedPage,
    Coverage,
    Event,
    EventReport,
    Finding,
    Linked,
    Page,
    Place,
    Reason,
    Silence,
    Teller,
    When,
    content_id,
)
from crossreport.model.statuses import TOLD
from crossreport.names import fold_name
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import told
from crossreport.weighing.voices import page_name
from crossreport.words.spoken import capital, spoken_day, spoken_name

WINDOW = 3  # days behind an event in which daily outlets tell it if they ever do
SHOWN = 8  # outlets that the sentence names
WIDEST = 31  # days; an event dated more loosely has no days on which somebody could be silent


class _Dated(NamedTuple):
    day: str
    outlet: str
    page: str


def coverage(pages: Sequence[CodedPage], linked: Linked) -> list[Coverage]:
    """One `Coverage` for each event that is told as a deed, in the order of `linked.events`."""
    corpus = Corpus(pages)
    published, violent, denying, naming = (
        _published(corpus),
        _violent(corpus),
        _denying(linked, corpus),
        _naming(corpus),
    )
    copying = _copying(linked, corpus)
    return [
        _cover(
            event,
            corpus,
            published,
            violent,
            [*denying.get(event.id, ()), *_namers(event, naming), *_copyists(event, corpus, copying)],
        )
        for event in linked.events
        if event.status in TOLD
    ]


def outlet_of(page: Page) -> str:
    """What to call who printed the page: its outlet, else the host or file that it came from."""
    return page.outlet or page_name(page.name)


def _published(corpus: Corpus) -> dict[str, list[_Dated]]:
    """Country to the pages of one sure day that tell something of it, by day."""
    found: dict[str, set[_Dated]] = defaultdict(set)
    for coded in corpus.pages:
        published = coded.page.published
        if published.earliest is None or published.earliest != published.latest:
            continue
        for report in coded.reports:
            if report.place is not None and report.place.country is not None:
                found[report.place.country].add(_Dated(published.earliest, outlet_of(coded.page), coded.page.id))
    return {country: sorted(dated) for country, dated in found.items()}


def _cover(
    event: Event,
    corpus: Corpus,
    published: dict[str, list[_Dated]],
    violent: Mapping[str, Sequence[EventReport]],
    speaking: Iterable[str],
) -> Coverage:
    tellers = _tellers(event, corpus)
    window, country = _window(event, tellers), event.place.country if event.place is not None else None
    there = {one.page for one in published.get(country or "", ())}
    version = _in_other_form(event, corpus, violent, there)
    silent = _silent(window, country, [*(one.outlet for one in tellers), *version, *speaking], published)
    reasons = tuple(_reasons(event, window, country, tellers))
    says = _says(event, tellers, silent)
    return Coverage(
        content_id("coverage", event.id), event.id, window, country, tuple(tellers), tuple(silent), says, reasons
    )


def _tellers(event: Event, corpus: Corpus) -> list[Teller]:
    by_outlet: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    for report in event.reports:
        page = corpus.page[corpus.report[report].page]
        key = fold_name(outlet_of(page))
        names[key] = min(names.get(key, outlet_of(page)), outlet_of(page))
        by_outlet[key][page.id].append(report)
    first_pages = {key: min(told, key=lambda page: _order(corpus.page[page])) for key, told in by_outlet.items()}
    order = sorted(first_pages, key=lambda key: (_order(corpus.page[first_pages[key]]), key))
    return [
        _teller(
            names[key],
            corpus.page[first_pages[key]],
            tuple(sorted(by_outlet[key][first_pages[key]])),
            [corpus.page[first_pages[other]] for other in order if other != key],
            corpus.page[first_pages[order[0]]],
        )
        for key in order
    ]


def _order(page: Page) -> tuple[str, str, str]:
    published = page.published
    return published.latest or "9999", published.earliest or "9999", page.id


def _teller(outlet: str, page: Page, reports: tuple[str, ...], others: Sequence[Page], first: Page) -> Teller:
    earliest, latest = page.published.earliest, page.published.latest
    beaten = any(_surely_before(other, page) for other in others)
    sure = not beaten and all(_not_after(page, other) for other in others)
    low, high = _lag(first, page)
    return Teller(outlet, page.id, reports, earliest, latest, low, high, not beaten, sure)


def _surely_before(one: Page, other: Page) -> bool:
    latest, earliest = one.published.latest, other.published.earliest
    return latest is not None and earliest is not None and latest < earliest


def _not_after(one: Page, other: Page) -> bool:
    latest, earliest = one.published.latest, other.published.earliest
    return latest is not None and earliest is not None and latest <= earliest


def _lag(first: Page, page: Page) -> tuple[int | None, int | None]:
    if first.id == page.id:
        return 0, 0
    here, there = first.published, page.published
    if not (here.earliest and here.latest and there.earliest and there.latest):
        return None, None
    return max(0, _days(here.latest, there.earliest)), max(0, _days(here.earliest, there.latest))


def _days(one: str, other: str) -> int:
    return date.fromisoformat(other).toordinal() - date.fromisoformat(one).toordinal()


def _window(event: Event, tellers: Sequence[Teller]) -> tuple[str, str] | None:
    when = event.when
    if when is None or when.earliest is None or when.latest is None or _days(when.earliest, when.latest) > WIDEST:
        return None
    known = [teller.latest for teller in tellers if teller.latest is not None]
    if not known:
        return None
    start = max(when.latest, min(known))
    return start, (date.fromisoformat(start) + timedelta(days=WINDOW)).isoformat()


def _silent(
    window: tuple[str, str] | None,
    country: str | None,
    speaking: Sequence[str],
    published: dict[str, list[_Dated]],
) -> list[Silence]:
    if window is None or country is None:
        return []
    dated = published.get(country, [])
    first = bisect_left(dated, window[0], key=lambda one: one.day)
    last = bisect_right(dated, window[1], key=lambda one: one.day)
    told = {fold_name(outlet) for outlet in speaking}
    found: dict[str, list[_Dated]] = defaultdict(list)
    for one in dated[first:last]:
        if fold_name(one.outlet) not in told:
            found[fold_name(one.outlet)].append(one)
    return [
        Silence(min(one.outlet for one in ones), tuple(sorted({one.page for one in ones})))
        for _, ones in sorted(found.items())
    ]


def _violent(corpus: Corpus) -> dict[str, list[EventReport]]:
    """Reports of violence by the folded name of each of their places; under "" those that name none, and under "in X"
    those in the province X.
    """
    found: dict[str, list[EventReport]] = defaultdict(list)
    for report in corpus.report.values():
        if report.type.label in lexicon().violent | lexicon().fights and report.status in TOLD:
            for name in _names(report) | {f"in {name}" for name in _provinces(report)} or {""}:
                found[name].append(report)
    return found


def _places(report: EventReport) -> tuple[Place, ...]:
    return report.places or ((report.place,) if report.place is not None else ())


def _names(report: EventReport) -> set[str]:
    """The places of a report and the towns that they lie in: a village on no map stands beside its town."""
    places = [place for place in _places(report) if place.kind not in WIDE]
    return {fold_name(name) for place in places for name in (place.name, place.within) if name}


def _provinces(report: EventReport) -> set[str]:
    return {fold_name(place.admin1) for place in _places(report) if place.admin1}


def _in_other_form(
    event: Event, corpus: Corpus, violent: Mapping[str, Sequence[EventReport]], there: Collection[str]
) -> list[str]:
    """Outlets that tell of violence on its days where the event was, in the province as a whole, or, on a page of
    `there`, without a place: it may be their version of it.
    """
    if event.place is None or event.type.label not in lexicon().violent | lexicon().fights:
        return []
    told = [corpus.report[name] for name in event.reports if name in corpus.report]
    names = {fold_name(event.place.name), *(name for one in told for name in _names(one) | _provinces(one))}
    if event.place.kind in AREAS:
        names.add(f"in {fold_name(event.place.name)}")
    reports = [report for name in sorted(names) for report in violent.get(name, ())]
    reports += [report for report in violent.get("", ()) if report.page in there]
    return [outlet_of(corpus.page[report.page]) for report in reports if _near(event.when, report.when)]


def _denying(linked: Linked, corpus: Corpus) -> dict[str, list[str]]:
    """Event to the outlets that carry a claim against it, or that tell it of another day or place: who prints a denial,
    or may mean the same deed, is not silent.
    """
    claims = {claim.id: claim.page for coded in corpus.pages for claim in coded.claims}
    events = {event.id: event for event in linked.events}
    found: dict[str, list[str]] = defaultdict(list)
    for finding in linked.findings:
        rivals = [events[member] for member in finding.members if member in events] if _is_rivalry(finding) else []
        for one, other in permutations(rivals, 2):
            found[one.id] += [outlet_of(corpus.page[corpus.report[name].page]) for name in other.reports]
        for member in finding.members:
            if member in claims:
                found[finding.members[0]].append(outlet_of(corpus.page[claims[member]]))
    return found


def _is_rivalry(finding: Finding) -> bool:
    return finding.kind == "contradiction" and finding.reasons[0].rule in ("time", "place")


def _naming(corpus: Corpus) -> dict[str, set[str]]:
    """The outlets that name a place, by its folded name, an area as "in X": they may tell in other words what happened
    there.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for coded in corpus.pages:
        for mention in coded.mentions:
            if isinstance(mention.value, Place) and mention.value.kind != "country":
                area = "in " if mention.value.kind in WIDE | AREAS else ""
                for name in {mention.span.quote, mention.value.name}:
                    found[f"{area}{fold_name(name)}"].add(outlet_of(coded.page))
    return found


def _namers(event: Event, naming: Mapping[str, Collection[str]]) -> Collection[str]:
    if event.place is None:
        return ()
    area = "in " if event.place.kind in WIDE | AREAS else ""
    return naming.get(f"{area}{fold_name(event.place.name)}", ())


def _copying(linked: Linked, corpus: Corpus) -> dict[str, set[str]]:
    """Page to the outlets with whose pages it shares text: who prints a part of what tells it may have told it all."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in linked.source_groups:
        outlets = {outlet_of(corpus.page[page]) for page in group.pages if page in corpus.page}
        for page in group.pages if len(outlets) > 1 else ():
            found[page] |= outlets
    return found


def _copyists(event: Event, corpus: Corpus, copying: Mapping[str, Collection[str]]) -> list[str]:
    pages = {corpus.report[name].page for name in event.reports if name in corpus.report}
    return [outlet for page in sorted(pages) for outlet in copying.get(page, ())]


def _near(one: When | None, other: When | None) -> bool:
    """Whether two times come within a day of each other."""
    if one is None or other is None or not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return _days(min(one.latest, other.latest), max(one.earliest, other.earliest)) <= ONE_DAY


WIDE = frozenset({"country", "region"})  # places that hold too much to be the place of one deed
AREAS = frozenset({"admin1", "admin2"})
ONE_DAY = 1  # by which two outlets' days for one deed differ


def _reasons(
    event: Event, window: tuple[str, str] | None, country: str | None, tellers: Sequence[Teller]
) -> Iterator[Reason]:
    if window is None:
        yield Reason("no_window", "the event or its pages have no day, or too wide a one: nobody is called silent")
    elif country is None:
        yield Reason("no_country", "the event's country is not known: nobody is called silent")
    else:
        yield Reason(
            "window",
            f"silent: a page on {country} of one sure day from {window[0]} to {window[1]}, and none that tells it; "
            "among the pages of this record only",
        )
    if event.grade == "discounted":
        yield Reason("discounted", "the event is discounted: silence on it may be care")
    if not any(teller.sure for teller in tellers):
        yield Reason("order_unknown", "the days of the pages do not say who was first")


def _says(event: Event, tellers: Sequence[Teller], silent: Sequence[Silence]) -> str:
    first = [teller for teller in tellers if teller.sure] or [teller for teller in tellers if teller.first]
    named = _list([teller.outlet for teller in first])
    verb = "told first" if any(teller.sure for teller in first) else "may have told first"
    if len(tellers) == 1:
        verb = "alone told"
    text = f"{capital(named)} {verb} of the {told(event)}{_on(first)}"
    later = [teller for teller in tellers if not teller.first]
    if later:
        lags = dict.fromkeys(_behind(teller) for teller in later)
        groups = [(lag, [teller.outlet for teller in later if _behind(teller) == lag]) for lag in lags]
        text += "; " + ", ".join(f"{_list(outlets)} {lag}" for lag, outlets in groups)
    if silent:
        text += f"; {_list([one.outlet for one in silent])} printed nothing of it among the pages here"
    return f"{text}."


def _on(first: Sequence[Teller]) -> str:
    days = {teller.latest for teller in first if teller.earliest == teller.latest and teller.latest}
    day = next(iter(days), None)
    return f" (in a page of {spoken_day(day, day)[3:]})" if len(days) == 1 and len(first) == 1 else ""


def _behind(teller: Teller) -> str:
    if teller.lag_low is None:
        return "on a day not known"
    days = str(teller.lag_low) if teller.lag_low == teller.lag_high else f"{teller.lag_low} to {teller.lag_high}"
    return f"{days} day{'' if days == '1' else 's'} later"


def _list(names: Sequence[str]) -> str:
    shown = [spoken_name(name) for name in names[:SHOWN]]
    if len(names) > SHOWN:
        shown.append(f"{len(names) - SHOWN} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "nobody"
