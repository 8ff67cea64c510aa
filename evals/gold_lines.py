"""The gold lines of a page of the corpus: one line for each event, figure and claim.

    1! attack_on_civilians; Katiba Macina -> civilians; @ Koulikare, Dily (Koulikoro, ML); 2021-05-03;
       said AFP > local councillor; killed 9 herders; wounded 4+
    f1 killed 12 people; on 1; said army; @ Dily; 2021-05-03; in f2; cumulative
    s1 army spokesman (via AFP): The column came under fire first.

`!` is the codebook's `core`. Sides: `A, B -> C` doer and target, `A <> B` parties. Fields may come in any order.
"""

import re

from msgspec import Struct, structs

from evals.coded import CodedClaim, CodedEvent, CodedFigure
from evals.markup import Fault

STATUSES = frozenset(
    ["happened", "ongoing", "planned", "threatened", "called_for", "alleged", "denied", "hypothetical"]
)
MEASURES = frozenset(
    [
        "killed",
        "wounded",
        "killed_and_wounded",
        "displaced",
        "detained",
        "abducted",
        "missing",
        "troops",
        "vehicles",
        "area",
        "other",
    ]
)
Bounds = tuple[float | None, float | None, float | None]
VAGUE: dict[str, Bounds] = {  # the codebook's
    "dozens": (24, None, 99),
    "scores": (40, None, 99),
    "hundreds": (200, None, 999),
    "tens": (20, None, 99),
    "several_dozen": (36, None, 99),
    "several": (3, None, 9),
    "thousands": (2000, None, 9999),
    "millions": (2_000_000, None, None),
}
_EVENT = re.compile(r"(?P<ref>\d+)(?P<core>!?) (?P<type>[a-z_]+)")
_FIGURE = re.compile(r"(?P<ref>f\d+) (?P<measure>[a-z_]+) (?P<rest>.+)")
_CLAIM = re.compile(r"(?P<ref>s\d+) (?P<speaker>[^:(]+?)(?: \(via (?P<via>[^)]+)\))?: (?P<says>.+)")
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}[~?]?(?:/\d{4}(?:-\d\d){0,2}[~?]?)?")
_PLACE = re.compile(r"@ ?(?P<names>[^()]*?) ?(?:\((?:(?P<admin>[^()]+), )?(?P<country>[A-Z]{2})\))?")
_NUMBER = re.compile(r"(?P<mark>[~<=]|<=)?(?P<n>[\d.]+)(?P<plus>\+)?(?:-(?P<to>[\d.]+))?")
_TRIPLE = re.compile(r"(?P<low>[\d.]*)/(?P<best>[\d.]*)/(?P<high>[\d.]*)")


class Amount(Struct, frozen=True):
    """A number as coded; `counted` where the coder counted ("a mother and her two sons")."""

    low: float | None
    best: float | None
    high: float | None
    of: str | None = None
    word: str | None = None
    counted: bool = False
    said_by: tuple[str, ...] = ()


class EventLine(Struct, frozen=True):
    """An event without what its marks say: the tolls have no words yet."""

    ref: str
    event: CodedEvent
    suspected: bool = False
    killed: Amount | None = None
    wounded: Amount | None = None


class FigureLine(Struct, frozen=True):
    """A figure beside those of the events; `on` the event, `part_of` the whole it belongs to."""

    ref: str
    figure: CodedFigure
    amount: Amount
    on: str | None = None
    part_of: str | None = None


class ClaimLine(Struct, frozen=True):
    """A claim."""

    ref: str
    claim: CodedClaim


GoldLine = EventLine | FigureLine | ClaimLine


def read_line(line: str) -> GoldLine:
    """One gold line.

    Raises:
        Fault: it is none.
    """
    if claim := _CLAIM.fullmatch(line):
        via = _chain(claim["via"] or "")
        return ClaimLine(claim["ref"], CodedClaim(claim["speaker"], claim["says"], via))
    head, *fields = (part.strip() for part in line.split(";"))
    if event := _EVENT.fullmatch(head):
        return _event_line(event, fields)
    if figure := _FIGURE.fullmatch(head):
        return _figure_line(figure, fields)
    raise Fault(f"neither event nor figure nor claim: {line}")


def amount(words: str) -> Amount:
    """`9`, `9+` (at least), `~9` (about), `<9` (nearly), `<=9` (up to), `7-9`, `=3` (counted), `24//99`, `dozens`.

    Raises:
        Fault: it is no number.
    """
    numeral, _, rest = words.partition(" ")
    of, _, voices = rest.partition(" / ")
    word = numeral.split("_")[-1] if numeral in VAGUE else None
    low, best, high = VAGUE.get(numeral) or _bounds(numeral)
    return Amount(low, best, high, of.strip() or None, word, numeral.startswith("="), _chain(voices))


def _bounds(numeral: str) -> Bounds:
    if triple := _TRIPLE.fullmatch(numeral):
        low, best, high = (float(triple[name]) if triple[name] else None for name in ("low", "best", "high"))
        return low, best, high
    number = _NUMBER.fullmatch(numeral)
    if number is None:
        raise Fault(f"no number: {numeral}")
    n = float(number["n"])
    if number["to"]:
        return n, None, float(number["to"])
    bounds: dict[str, Bounds] = {"~": (None, n, None), "<": (None, n, n), "<=": (None, None, n)}
    return bounds.get(number["mark"] or "", (n, n, None if number["plus"] else n))


def _event_line(head: re.Match[str], fields: list[str]) -> EventLine:
    line = EventLine(head["ref"], CodedEvent(head["type"], core=bool(head["core"])))
    for field in fields:
        line = _with_field(line, field)
    return line


def _with_field(line: EventLine, field: str) -> EventLine:
    event = line.event
    if (common := _common(field)) is not None:
        return structs.replace(line, event=structs.replace(event, **common))
    if field in STATUSES:
        return structs.replace(line, event=structs.replace(event, status=field))
    if field == "suspected":
        return structs.replace(line, suspected=True)
    if field.startswith(("killed ", "wounded ")):
        name, _, words = field.partition(" ")
        return structs.replace(line, **{name: amount(words)})
    if "->" in field:
        agent, _, target = field.partition("->")
        return structs.replace(line, event=structs.replace(event, agent=_names(agent), target=_names(target)))
    if "<>" in field:
        party = tuple(name for side in field.split("<>") for name in _names(side))
        return structs.replace(line, event=structs.replace(event, party=party))
    raise Fault(f"unknown field {field!r} of event {line.ref}")


def _common(field: str) -> dict[str, object] | None:
    """Fields that events and figures share: place, day, voices."""
    if field.startswith("said "):
        return {"said_by": _chain(field.removeprefix("said "))}
    if _DAY.fullmatch(field):
        return {"when": field}
    if place := _PLACE.fullmatch(field):
        return {"place": _names(place["names"]), "admin": place["admin"], "country": place["country"]}
    return None


def _figure_line(head: re.Match[str], fields: list[str]) -> FigureLine:
    number = amount(head["rest"])
    figure = CodedFigure(head["measure"], number.low, number.best, number.high, number.of)
    line = FigureLine(head["ref"], figure, number)
    for field in fields:
        line = _with_figure_field(line, field)
    return line


def _with_figure_field(line: FigureLine, field: str) -> FigureLine:
    if field == "cumulative":
        return structs.replace(line, figure=structs.replace(line.figure, cumulative=True))
    if field.startswith("on "):
        return structs.replace(line, on=field.removeprefix("on "))
    if field.startswith("in "):
        return structs.replace(line, part_of=field.removeprefix("in "))
    common = _common(field)
    if common is None:
        raise Fault(f"unknown field {field!r} of figure {line.ref}")
    names = common.pop("place", ())
    where = {"where": names[0] if names else common.pop("country", None)} if isinstance(names, tuple) else {}
    kept = {name: value for name, value in common.items() if name in {"said_by", "when"}}
    return structs.replace(line, figure=structs.replace(line.figure, **kept, **(where if field[0] == "@" else {})))


def _names(words: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in words.split(",") if name.strip())


def _chain(words: str) -> tuple[str, ...]:
    """Voices, outermost first."""
    return tuple(name.strip() for name in words.split(">") if name.strip())
