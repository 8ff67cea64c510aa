"""One reference page: what the gold asks of it, line by line, and what of it our record meets."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from msgspec import Struct, field

from crossreport.language.sentences import split_sentences
from crossreport.model import Page
from evals.agreement import THRESHOLD, WEIGHTS
from evals.claims import ENOUGH, overlap
from evals.coded import CodedEvent, CodedFigure, Coding
from evals.corpora import own_yaml
from evals.listing import describe_event
from evals.record import PageRecord
from evals.rooms import Rooms, capture_of
from evals.same import group, interval, plain, same_days, same_name, same_names

Fields = dict[tuple[int, int], dict[str, bool]]

SHARE = THRESHOLD / sum(WEIGHTS.values())  # of the points asked for, as for coded pages
AGENT, PARTY = {"perpetrator", "speaker", "supporter"}, {"party", "mediator"}
_LINE_HEAD = 4  # letters from which a gold line is a beginning, not a whole line
_REPEAT = 80  # letters from which a line that comes twice is a repeat


class Line(Struct, frozen=True):
    """One thing asked: under which measure, whether it is met, and words for a reader."""

    measure: str
    met: bool
    says: str = ""


class PageCheck(Struct):
    """All that was asked of a page, and our events that match nothing."""

    lines: list[Line] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)


class SeedTables(Struct, frozen=True):
    """`seed_types.yaml`."""

    types: dict[str, tuple[str, ...]]
    measures: dict[str, tuple[str, ...]]


@cache
def _tables() -> SeedTables:
    tables: SeedTables = own_yaml("seed_types.yaml", SeedTables)
    return tables


def check_page(gold: dict[str, Any], record: PageRecord) -> PageCheck:
    """Everything about one page."""
    check = PageCheck()
    check.lines += _furniture(gold, record)
    check.lines += _whole(record)
    check.lines.append(_published(gold["published"], record.page["published"]))
    check.lines += [Line("spans", False, each) for each in record.broken] or [Line("spans", True)]
    coding = record.coding
    check.lines += _events(gold["events"], coding, check.struck)
    check.lines += _figures(gold.get("figures", []), coding)
    check.lines += _claims(gold.get("claims", []), record)
    return check


def _furniture(gold: dict[str, Any], record: PageRecord) -> Iterator[Line]:
    spans = list(_line_spans(record.text))
    for wanted in gold["drop"]:
        lines = [span for span in spans if _begins(record.text[slice(*span)].strip(), wanted)]
        for span in lines:
            yield Line("dropped", record.is_dropped(*span), f"still there: {record.text[slice(*span)].strip()[:80]}")
    for wanted in gold["keep"]:
        lines = [span for span in spans if wanted in record.text[slice(*span)]]
        kept = [span for span in lines if not record.is_dropped(*span)]
        yield Line("kept", bool(kept), f"lost: {wanted}")
        if lines and len(record.text[slice(*lines[0])].strip()) > _REPEAT:
            yield Line("kept_once", len(kept) == 1, f"kept {len(kept)} times: {wanted}")


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line)
        at += len(line)


def _begins(line: str, wanted: str) -> bool:
    return line == wanted or (len(wanted) >= _LINE_HEAD and line.startswith(wanted))


def _whole(record: PageRecord) -> list[Line]:
    """Nothing visible lies outside of blocks and dropped passages (blocks are no part of the record: read anew)."""
    page: Page = Rooms().read(capture_of(record.page["name"], record.text))
    covered = bytearray(len(page.text))
    ranges = [(each.start, each.end) for each in page.blocks] + [(each.start, each.end) for each in page.dropped]
    for start, end in ranges:
        covered[start:end] = b"\1" * (end - start)
    lost = sum(not covered[at] and not char.isspace() for at, char in enumerate(page.text))
    return [Line("nothing_lost", not lost, f"{lost} characters are neither kept nor dropped")]


def _published(gold: dict[str, Any], ours: dict[str, Any]) -> Line:
    wanted = str(gold["earliest"]), str(gold["latest"])
    earliest, latest = ours.get("earliest"), ours.get("latest")
    inside = bool(earliest and latest and wanted[0] <= earliest and latest <= wanted[1])
    if not inside and (honest := interval(gold.get("acceptable_without_that_knowledge", "").split(",")[0])):
        holds = (not earliest or earliest <= wanted[1]) and (not latest or latest >= wanted[0])
        inside = holds and earliest != latest and bool(not earliest or earliest >= honest[0].isoformat())
    return Line("published", inside, f"{ours.get('edtf')} for {wanted[0]}/{wanted[1]}")


def _events(gold: Sequence[dict[str, Any]], coding: Coding, struck: list[str]) -> Iterator[Line]:
    wanted = [_as_coded(each) for each in gold]
    fields = {
        (i, j): _compare(a, raw, b)
        for i, (a, raw) in enumerate(zip(wanted, gold, strict=True))
        for j, b in enumerate(coding.events)
    }
    pairs = _best_pairs(wanted, fields)
    for i, event in enumerate(wanted):
        ours = pairs.get(i)
        yield Line("events", ours is not None, describe_event(event) + _differences(fields, coding, i, ours))
        if event.core:
            yield Line("core_events", ours is not None)
        asked = set(_asked(event)) & {"type", "sides", "place"}
        right = ours is not None and all(fields[i, ours][name] for name in asked)
        yield Line("events_right", right)  # type, sides and place at once
        if event.core:
            yield Line("core_events_right", right)
        if ours is not None:
            yield from (Line(f"event_{name}", fields[i, ours][name]) for name in _asked(event))
    met = set(pairs.values())
    struck += [describe_event(event) for j, event in enumerate(coding.events) if j not in met]


def _differences(fields: Fields, coding: Coding, gold: int, ours: int | None) -> str:
    if ours is None:
        return ""
    wrong = [name for name, same in fields[gold, ours].items() if not same]
    return f"\n                 ≠ {', '.join(wrong)}: {describe_event(coding.events[ours])}" if wrong else ""


def _asked(gold: CodedEvent) -> list[str]:
    """The fields that the gold fills."""
    return ["group", "type", "sides", *(["place"] if gold.place else []), *(["when"] if gold.when else [])]


def _best_pairs(wanted: Sequence[CodedEvent], fields: Fields) -> dict[int, int]:
    """One-to-one, best share of what is asked first; sides or place must speak for a pair."""
    scores: dict[tuple[int, int], float] = {}
    for (i, j), same in fields.items():
        asked = _asked(wanted[i])
        told = same["sides"] or ("place" in asked and same["place"])
        if same["group"] and told:
            scores[i, j] = sum(WEIGHTS[name] * same[name] for name in asked) / sum(WEIGHTS[name] for name in asked)
    pairs: dict[int, int] = {}
    for (i, j), score in sorted(scores.items(), key=lambda each: (-each[1], each[0])):
        if score >= SHARE and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _compare(gold: CodedEvent, raw: dict[str, Any], ours: CodedEvent) -> dict[str, bool]:
    """As for coded pages; what the gold leaves open is not asked for."""
    types = _tables().types[raw["type"]]
    places = [*ours.place, *([ours.country] if ours.country else [])]
    return {
        "type": ours.type in types,
        "group": ours.type in types or any(group(each) == group(ours.type) == "fight" for each in types),
        "sides": same_names(gold.sides, ours.sides),
        "place": not gold.place or any(same_name(a, b) for a in gold.place for b in places),
        "when": gold.when is None or same_days(gold.when, ours.when),
        "status": gold.status == ours.status,
    }


def _as_coded(raw: dict[str, Any]) -> CodedEvent:
    roles: dict[str, list[str]] = raw.get("actors", {})
    place = raw.get("place") or []
    return CodedEvent(
        type=raw["type"],
        agent=tuple(name for role, names in roles.items() if role in AGENT for name in names),
        target=tuple(name for role, names in roles.items() if role not in AGENT | PARTY for name in names),
        party=tuple(name for role, names in roles.items() if role in PARTY for name in names),
        place=tuple(place if isinstance(place, list) else [part.strip() for part in place.split(",")]),
        when=str(raw["when"]) if raw.get("when") else None,
        status=raw.get("status", "happened"),
        said_by=tuple(raw.get("said_by") or ()),
        core=raw.get("core", False),
    )


def _figures(gold: Sequence[dict[str, Any]], coding: Coding) -> Iterator[Line]:
    left = list(coding.figures)
    for raw in gold:
        measures = _tables().measures.get(raw["measure"])
        if measures is None:  # "casualties unreported": must not have become a number
            yield Line("figures", all(figure.number != 0 for figure in coding.figures), "unreported became 0")
            continue
        wanted = CodedFigure(raw["measure"], raw.get("low"), raw.get("best"), raw.get("high"), str(raw.get("of")))
        said = f"{wanted.measure} [{wanted.low}, {wanted.best}, {wanted.high}] of {wanted.of}"
        candidates = [each for each in left if each.measure in measures and _values(each) & _values(wanted)]
        best = max(candidates, key=lambda each: (_triple(each) == _triple(wanted), _alike(each, wanted)), default=None)
        yield Line("figures", best is not None, said)
        if best is not None:
            left.remove(best)
            yield Line("figures_exact", _triple(best) == _triple(wanted), f"{_triple(best)} for {said}")


def _values(figure: CodedFigure) -> set[float]:
    return {float(each) for each in _triple(figure) if each is not None}


def _triple(figure: CodedFigure) -> tuple[float | None, ...]:
    return figure.low, figure.best, figure.high


def _alike(ours: CodedFigure, gold: CodedFigure) -> int:
    return len(set(plain(ours.of or "").split()) & set(plain(gold.of or "").split()))


def _claims(gold: Sequence[dict[str, Any]], record: PageRecord) -> Iterator[Line]:
    ours = [(each.speaker, f"{each.says} {_around(record.text, each.span.start)}") for each in record.claims]
    for raw in gold:
        met = any(same_name(raw["speaker"], who) and overlap(raw["says"], says) >= ENOUGH for who, says in ours)
        yield Line("claims", met, f"{raw['speaker']}: {raw['says']}")


def _around(text: str, at: int) -> str:
    """The sentence that holds the offset."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    return next((line[a:b] for a, b in split_sentences(line) if a <= at - start < b), "")
