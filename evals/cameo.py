"""UniversalPetrarch's gold sentences coded as source, target and CAMEO root.

    python -m evals.cameo [--errors]

Each sentence is read as a page of its own, with its record's day. A coded event becomes one line a source and a target
by `cameo.yaml`: parties stand on both sides; of what is alleged or called for, the speaker is the source; where no
target is told, the country of the place is one. A line is right if the sentence's gold has one, not yet taken, of the
same source, target and root (the first two digits). Of source and target the first three letters count (the country, or
IGO); where the gold has no country ("---"), the role behind them. `dyad` leaves the root out, `root` the actors. A gold
sentence without events makes every line of ours wrong.

UniversalPetrarch's own validation asks for the three codes as strings, on parses given with the sentences and with the
dictionaries of the Phoenix project, which were written beside such sentences; F1 .812 is told of it on these 78 records
and .788 of PETRARCH2 on 54 of them. Ours has neither the trees nor the dictionaries, and the looser comparison.
"""

import argparse
import re
import sys
import xml.etree.ElementTree as Xml
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from msgspec import Struct

from crossreport.export.regions import iso3
from crossreport.model import Actor, CodedPage, EventReport
from evals.agreement import Rate
from evals.corpora import Absent, find, own_yaml
from evals.rooms import Rooms, capture_of

GOLD = "data/petrarch_gold/PETR2_GSR_validation.xml"
NOBODY = "---"
_RECORD = re.compile(r"<Sentence\b[^>]*?\bdate=\"(\d+)\"[^>]*?\bid=\"([^\"]+)\".*?</Sentence>", re.DOTALL)
_CODING = re.compile(r"<EventCoding\b[^>]*>")
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)


class Line(Struct, frozen=True, order=True):
    """Source, target, CAMEO root."""

    source: str
    target: str
    root: str


class Mapping(Struct, frozen=True):
    """`cameo.yaml`."""

    material: frozenset[str]
    said: dict[str, str]
    offered: dict[str, str]
    types: dict[str, str]
    roles: dict[str, str]
    kinds: dict[str, str]


class Record(Struct, frozen=True):
    """One gold sentence; `day` is ISO, None where the record's is none."""

    id: str
    day: str | None
    text: str
    lines: tuple[Line, ...]


@cache
def mapping() -> Mapping:
    """Our record in CAMEO's terms."""
    return own_yaml("cameo.yaml", Mapping)  # type: ignore[no-any-return]


def records() -> list[Record]:
    """The gold sentences that have a text; the file is no well-formed XML, so its records are taken one by one."""
    text = find(GOLD).read_text(encoding="utf-8")
    found = (_record(match) for match in _RECORD.finditer(text))
    return [record for record in found if record.text]


def _record(match: re.Match[str]) -> Record:
    date, body = match[1], match[0]
    day = f"{date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == 8 else None
    text = _TEXT.search(body)
    codings = (
        Xml.fromstring(each if each.endswith("/>") else f"{each}</EventCoding>") for each in _CODING.findall(body)
    )
    lines = [
        Line(known(each.attrib["sourcecode"]), known(each.attrib["targetcode"]), each.attrib["eventcode"][:2])
        for each in codings
        if "eventcode" in each.attrib
    ]
    return Record(match[2], day, " ".join(text[1].split()) if text else "", tuple(lines))


def known(code: str) -> str:
    """What of a CAMEO actor code is compared.

    >>> known("PSEGZA"), known("---REB"), known("---")
    ('PSE', '---REB', '---')
    """
    return code[:6] if code.startswith(NOBODY) else code[:3]


def code_of(actor: Actor) -> str:
    """An actor as CAMEO would write him, as far as is compared."""
    if actor.kind == "igo":
        return "IGO"
    return iso3(actor.country) or f"{NOBODY}{mapping().kinds[actor.kind]}"


def lines_of(coded: CodedPage) -> Iterator[Line]:
    """Every source and target of every report, each once."""
    actors = {value.id: value for mention in coded.mentions if isinstance(value := mention.value, Actor)}
    seen: dict[Line, None] = {}
    for report in coded.reports:
        seen.update(dict.fromkeys(_lines(report, actors)))
    yield from seen


def _lines(report: EventReport, actors: dict[str, Actor]) -> Iterator[Line]:
    root = (report.type.cameo or mapping().types.get(report.type.label, ""))[:2]
    if not root:
        return
    sides = _sides(report)
    changed = (mapping().said if root in mapping().material else mapping().offered).get(report.status)
    if changed is not None:
        speakers = [code_of(actors[each.actor_id]) for each in report.attribution[:1] if each.actor_id in actors]
        accused = sides["source"] if report.status == "alleged" else sides["target"]
        sides = {"source": speakers or sides["source"], "target": accused, "both": sides["both"]}
        root = changed
    where = iso3(report.place.country) if report.place else ""  # CAMEO takes the country of the place for one unnamed
    pairs = product(sides["source"] or [NOBODY], sides["target"] or [where or NOBODY])
    if sides["both"]:
        everybody = [*sides["source"], *sides["both"], *sides["target"]]
        pairs = product(everybody, everybody)
    lines = (Line(a, b, root) for a, b in pairs if a != b or not sides["both"])
    yield from (line for line in lines if {line.source, line.target} != {NOBODY})


def _sides(report: EventReport) -> dict[str, list[str]]:
    sides: dict[str, list[str]] = {"source": [], "target": [], "both": []}
    for one in report.participants:
        side = sides[mapping().roles[one.role]]
        if (code := code_of(one.actor)) not in side:
            side.append(code)
    return sides


def hits(gold: Iterable[Line], ours: Iterable[Line], *fields: str) -> int:
    """How many lines agree in the fields, each counted once."""
    a, b = (Counter(tuple(getattr(line, name) for name in fields) for line in side) for side in (gold, ours))
    return sum((a & b).values())


FIELDS = {"full": ("source", "target", "root"), "dyad": ("source", "target"), "root": ("root",)}


def score(*, errors: bool = False) -> dict[str, Rate]:
    """Rates over all records: whole lines, the two actors alone, the root alone."""
    rates, rooms = {name: Rate() for name in FIELDS}, Rooms()
    for record in records():
        coded = rooms.try_code(capture_of(f"{record.id}.txt", record.text), record.day)
        ours = list(lines_of(coded)) if coded else []
        for name, fields in FIELDS.items():
            rates[name].add(len(record.lines), len(ours), hits(record.lines, ours, *fields))
        if errors and sorted(record.lines) != sorted(ours):
            sys.stdout.write(f"{record.id}: {record.text}\n  gold {_said(record.lines)}\n  ours {_said(ours)}\n")
    return rates


def _said(lines: Iterable[Line]) -> str:
    return ", ".join(f"{line.source} {line.root} {line.target}" for line in lines) or "nothing"


def measure() -> dict[str, float]:
    """F1 of the three comparisons, for the gate."""
    return {f"{name}_f1": rate.f1 for name, rate in score().items()}


def main(arguments: list[str] | None = None) -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(prog="evals.cameo", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="list every sentence that differs")
    options = parser.parse_args(arguments)
    try:
        rates = score(errors=options.errors)
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0
    for name, rate in rates.items():
        sys.stdout.write(f"{name:6}{rate}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
