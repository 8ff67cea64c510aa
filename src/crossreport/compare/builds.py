"""Two builds of a record in, what came, went or changed between them out, by field and with the reasons.

A build is the record's JSON Lines as plain objects, with what is known of erasures. The same id is the same thing. A
report whose id changed (it was given another type) is found again by its page's bytes and its passage; an event by the
reports that it shares. Confidence is not compared: it moves with every fit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct, field

Line = dict[str, Any]
REPORT_FIELDS = ("type", "status", "place", "when", "participants", "attribution", "killed", "wounded", "span", "core")
EVENT_FIELDS = ("type", "sides", "place", "when", "status", "grade", "voices", "killed", "reports")
_TOLLS = ("killed", "wounded")  # of a report: taken from its figures
_NEEDED = {
    "page": ("id", "capture", "name", "outlet", "published"),
    "event_report": ("id", "page", "figures", "reasons", *(name for name in REPORT_FIELDS if name not in _TOLLS)),
    "figure": ("id", "measure", "low", "best", "high"),
    "event": ("id", "reasons", *EVENT_FIELDS),
    "judgement": ("verdict", "subjects", "by", "at", "why"),
}
OTHERWISE = "read otherwise"  # by other rooms, or with another day given
_JUDGED = frozenset({"corrected", "accepted", "judged"})  # rules of reasons that persons gave


class Build(Struct):
    """One build: its lines by kind and id, and what is known of captures that were erased."""

    pages: dict[str, Line] = field(default_factory=dict)
    reports: dict[str, Line] = field(default_factory=dict)
    figures: dict[str, Line] = field(default_factory=dict)
    events: dict[str, Line] = field(default_factory=dict)
    rejected: dict[str, str] = field(default_factory=dict)  # id of a report: who rejected it, when, why
    erased: dict[str, str] = field(default_factory=dict)  # capture: who erased it, when, why

    @property
    def captures(self) -> dict[str, Line]:
        """Pages by the hash of their bytes."""
        return {page["capture"]: page for page in self.pages.values()}


class Change(Struct, frozen=True):
    """A field that is otherwise now: as it was and as it is, in words."""

    field: str
    was: str
    now: str


class Difference(Struct, frozen=True):
    """A page, report or event that came, went or changed; `was` and `now` are its ids in the builds."""

    kind: Literal["page", "report", "event"]
    what: Literal["came", "gone", "changed"]
    was: str | None
    now: str | None
    says: str
    changes: tuple[Change, ...]
    reasons: tuple[str, ...]


def build_of(lines: Iterable[Line], erased: Mapping[str, str] | None = None) -> Build:
    """A build from the lines of a record; kinds that are not compared are passed over.

    Raises:
        ValueError: a line lacks what it is compared by; names the line and what it lacks.
    """
    build = Build(erased=dict(erased or {}))
    kept = {"page": build.pages, "event_report": build.reports, "figure": build.figures, "event": build.events}
    for number, line in enumerate(lines, start=1):
        kind = line.get("record")
        if lacks := [name for name in _NEEDED.get(str(kind), ("record",)) if name not in line]:
            raise ValueError(f"line {number} is no line of a record: it has no {lacks[0]}")
        if kind in kept:
            kept[kind][line["id"]] = line
        elif kind == "judgement" and line["verdict"] == "reject":
            says = f"rejected by {line['by']} on {line['at']}: {line['why']}"
            build.rejected |= dict.fromkeys(line["subjects"], says)
    return build


def differences(before: Build, after: Build) -> list[Difference]:
    """Pages, reports and events that differ; in each kind what went, what came, what changed."""
    reports = _same_reports(before, after)
    events = _same_events(before, after, reports)
    found = [
        *_pages(before, after),
        *_reports(before, after, reports),
        *_events(before, after, reports, events),
    ]
    kinds, order = ("page", "report", "event"), ("gone", "came", "changed")
    return sorted(found, key=lambda one: (kinds.index(one.kind), order.index(one.what), one.was or "", one.now or ""))


def _pages(before: Build, after: Build) -> Iterator[Difference]:
    old, new = before.captures, after.captures
    for capture in old.keys() - new.keys():
        why = after.erased.get(capture, "no longer in the record")
        yield Difference("page", "gone", old[capture]["id"], None, old[capture]["name"], (), (why,))
    for capture in new.keys() - old.keys():
        yield Difference("page", "came", None, new[capture]["id"], new[capture]["name"], (), ())
    for capture in old.keys() & new.keys():
        was, now = old[capture], new[capture]
        day = ("published", was["published"]["edtf"], now["published"]["edtf"])
        fields = (("name", was["name"], now["name"]), ("outlet", str(was["outlet"]), str(now["outlet"])), day)
        if changes := tuple(Change(*one) for one in fields if one[1] != one[2]):
            yield Difference("page", "changed", was["id"], now["id"], now["name"], changes, (OTHERWISE,))


def _reports(before: Build, after: Build, same: Mapping[str, str]) -> Iterator[Difference]:
    for name in before.reports.keys() - same.keys():
        report = before.reports[name]
        yield Difference("report", "gone", name, None, _tells(report), (), (_why_gone(report, before, after),))
    for name in after.reports.keys() - set(same.values()):
        report = after.reports[name]
        known = after.pages[report["page"]]["capture"] in before.captures
        back = name in before.rejected
        why = "its rejection was taken back" if back else OTHERWISE if known else "its page came"
        yield Difference("report", "came", None, name, _tells(report), (), (why,))
    for was, now in same.items():
        old, new = _with_toll(before.reports[was], before), _with_toll(after.reports[now], after)
        if changes := tuple(_changes(old, new, REPORT_FIELDS)):
            yield Difference("report", "changed", was, now, _tells(new), changes, _why_changed(old, new))


def _why_gone(report: Line, before: Build, after: Build) -> str:
    capture = before.pages[report["page"]]["capture"]
    if report["id"] in after.rejected:
        return after.rejected[report["id"]]
    if capture not in after.captures:
        return f"its page is gone: {after.erased.get(capture, 'no longer in the record')}"
    return OTHERWISE


def _why_changed(old: Line, new: Line) -> tuple[str, ...]:
    """What persons said in one build and not in the other; else that it was read otherwise."""
    said = [[one["says"] for one in line["reasons"] if one["rule"] in _JUDGED] for line in (old, new)]
    fresh = [says for says in said[1] if says not in said[0]]
    back = [f"taken back: {says}" for says in said[0] if says not in said[1]]
    return tuple(dict.fromkeys([*fresh, *back])) or (OTHERWISE,)


def _events(before: Build, after: Build, reports: Mapping[str, str], same: Mapping[str, str]) -> Iterator[Difference]:
    holding = {name: event for event in after.events.values() for name in event["reports"]}
    held = {name: event["id"] for event in before.events.values() for name in event["reports"]}
    former = {now: was for was, now in reports.items()}
    for name in before.events.keys() - same.keys():
        event = before.events[name]
        into = sorted({holding[reports[one]]["id"] for one in event["reports"] if reports.get(one) in holding})
        why = tuple(f"its reports are now in {other}" for other in into) or ("all its reports are gone",)
        yield Difference("event", "gone", name, None, _tells(event), (), why)
    for name in after.events.keys() - set(same.values()):
        event = after.events[name]
        out = sorted({held[former[one]] for one in event["reports"] if former.get(one) in held})
        why = tuple(f"its reports were in {other}" for other in out) or ("its reports came",)
        judged = tuple(one["says"] for one in event["reasons"] if one["rule"] in _JUDGED)
        yield Difference("event", "came", None, name, _tells(event), (), (*why, *judged))
    for was, now in same.items():
        old, new = before.events[was], after.events[now]
        old = {**old, "reports": sorted(reports.get(one, one) for one in old["reports"])}
        if changes := tuple(_changes(old, {**new, "reports": sorted(new["reports"])}, EVENT_FIELDS)):
            yield Difference("event", "changed", was, now, _tells(new), changes, _why_event(old, new, before, after))


def _why_event(old: Line, new: Line, before: Build, after: Build) -> tuple[str, ...]:
    gone = [f"{name}: {after.rejected[name]}" for name in old["reports"] if name in after.rejected]
    came = [f"{name}: its rejection was taken back" for name in new["reports"] if name in before.rejected]
    inside = [
        says
        for name in new["reports"]
        if name in before.reports
        for says in _why_changed(before.reports[name], after.reports[name])
        if says != OTHERWISE
    ]
    own = [says for says in _why_changed(old, new) if says != OTHERWISE]
    found = tuple(dict.fromkeys([*own, *gone, *came, *inside]))
    return found or ("its reports changed" if old["reports"] != new["reports"] else "weighed with other pages",)


def _same_reports(before: Build, after: Build) -> dict[str, str]:
    """Former id to present id."""
    same = {name: name for name in before.reports.keys() & after.reports.keys()}
    seats: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    for name in sorted(after.reports.keys() - same.keys()):
        seats[_seat(after.reports[name], after)].append(name)
    for name in sorted(before.reports.keys() - same.keys()):
        if found := seats.get(_seat(before.reports[name], before)):
            same[name] = found.pop(0)
    return same


def _seat(report: Line, build: Build) -> tuple[str, int, int]:
    return build.pages[report["page"]]["capture"], report["span"]["start"], report["span"]["end"]


def _same_events(before: Build, after: Build, reports: Mapping[str, str]) -> dict[str, str]:
    """Former id to present id: the same id, else whichever shares the most reports, each once."""
    same = {name: name for name in before.events.keys() & after.events.keys()}
    holding = {
        one: name for name, event in after.events.items() if name not in same.values() for one in event["reports"]
    }
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for name in before.events.keys() - same.keys():
        for one in before.events[name]["reports"]:
            if (other := holding.get(reports.get(one, ""))) is not None:
                shared[name, other] += 1
    for (was, now), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if was not in same and now not in same.values():
            same[was] = now
    return same


def _with_toll(report: Line, build: Build) -> Line:
    """The report with the figures on it, in words."""
    own = [build.figures[name] for name in report["figures"] if name in build.figures]
    tolls = {name: sorted(_range(one) for one in own if one["measure"] == name) for name in _TOLLS}
    return {**report, **tolls}


def _changes(old: Line, new: Line, fields: Sequence[str]) -> Iterator[Change]:
    for name in fields:
        was, now = _words(old[name]), _words(new[name])
        if was != now:
            yield Change(name, was, now)


def _tells(line: Line) -> str:
    place = (line["place"] or {}).get("name") or "no place"
    return f"{line['type']['label']}, {place}, {(line['when'] or {}).get('edtf') or 'no day'}"


def _words(value: Any) -> str:
    """A value as a person would say it; what differs must read differently."""
    if isinstance(value, list):
        return ", ".join(map(_words, value)) or "none"
    if not isinstance(value, dict):
        return "none" if value is None else str(value)
    if "by_voice" in value:
        voices = [f"{one['voice']}: {_range(one)}" for one in value["by_voice"]]
        return f"{_range(value)} ({'; '.join(voices)})"
    if "actors" in value:
        return f"{value['role']} {_words(value['actors'])}"
    if "actor" in value:
        return f"{value['role']} {value['actor']['name']}"
    if "independent" in value:
        return f"{value['pages']} pages, {value['source_groups']} source groups, {value['independent']} independent"
    if "quote" in value:
        return f"[{value['start']}:{value['end']}]"
    if "speaker" in value:
        return f"{value['speaker']} ({value['cue']})"
    if "geonameid" in value:
        return f"{value['name']} ({value['geonameid'] or value['country'] or 'unresolved'})"
    return str(value.get("label") or value.get("edtf") or value.get("name") or sorted(value.items()))


def _range(line: Line) -> str:
    low, best, high = ("–" if line[end] is None else f"{line[end]:g}" for end in ("low", "best", "high"))
    return low if low == best == high else f"{low}/{best}/{high}"
