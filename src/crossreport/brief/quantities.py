"""Figures in words: the page's bound kept, the vague word quoted, never a sum, never a zero for silence."""

from collections import Counter

from crossreport.brief.grammar import joined
from crossreport.brief.phrasebook import phrasebook
from crossreport.model import Figure
from crossreport.words.spoken import numeral

BOUNDS = {
    "at_least": "at least {}",
    "more_than": "more than {}",
    "up_to": "up to {}",
    "nearly": "nearly {}",
    "about": "about {}",
    "exact": "{}",
}
AS_WRITTEN = frozenset({"other", "troops", "money", "territory"})  # measures whose unit only the page knows
SINGULAR = {"children": "child", "women": "woman", "men": "man"}
GROUPING = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "number", "tens", "handful", "couple"})
HURT = frozenset({"wounded", "injured", "killed", "dead", "hurt", "casualties", "victims"})
PEOPLE = frozenset({"", "people", "persons", "unknown", "unspecified", "other"})


def amount(figure: Figure) -> str:
    """`at least 31`, `between 60 and 80`, `“dozens”`."""
    if figure.bound == "unreported":
        return "no casualties reported"
    numbers = figure.low is not None and figure.high is not None and any(sign.isdigit() for sign in figure.wording)
    if figure.bound == "vague" and not numbers:
        return f"“{_vague(figure)}”"
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return f"between {numeral(figure.low)} and {numeral(figure.high)}"
    value = next((v for v in (figure.best, figure.low, figure.high) if v is not None), None)
    return BOUNDS.get(figure.bound, "{}").format(numeral(value)) if value is not None else f"“{figure.wording}”"


def _vague(figure: Figure) -> str:
    """The vague word without the "of" that leads to what is counted, as that is said anew."""
    words = " ".join(figure.wording.split())
    return (words[:1].lower() + words[1:]).removesuffix(" of")


def interval(figure: Figure) -> tuple[str, str, str]:
    """Low, best and high as table cells; an open end is a dash."""
    return cells(figure.low, figure.best, figure.high)


def cells(low: float | None, best: float | None, high: float | None) -> tuple[str, str, str]:
    """Numbers as table cells; None is a dash."""
    return tuple("–" if value is None else numeral(value) for value in (low, best, high))  # type: ignore[return-value]


def counted(figure: Figure) -> str:
    """Who is counted, in the record's neutral kind: `civilians`; empty for people in general."""
    kind = figure.of.kind.replace("_", " ")
    return "" if kind in PEOPLE else kind


def counted_or_told(figure: Figure) -> str:
    """Who is counted, for a table; of things the page's word."""
    things = figure.measure in AS_WRITTEN
    return counted(figure) or (" ".join(figure.of.text.split()) or "–" if things else "people")


def said(figure: Figure, parts: list[Figure]) -> str:
    """`at least 31 civilians, among them 12 children`."""
    if figure.bound == "unreported":
        return amount(figure)
    text = _of(figure)
    told = [part for part in parts if part.bound != "unreported"]
    sides = len({part.of.text for part in told}) > 1
    kinds = Counter(counted(part) for part in told)
    words = [
        (_of_part(part) if kinds[counted(part)] > 1 else "")  # two parts of one kind: the page's words tell them apart
        or _part(part, counted(figure))
        or (_of_part(part) if sides else "")
        for part in told
    ]
    named = [word for word in words if word]
    bare = [amount(part) for part, word in zip(told, words, strict=True) if not word]
    among = f", among them {joined(named)}" if named else ""
    if not bare:
        return text + among
    return f"{text}{among} ({joined(bare)} told as part of them or as an earlier count)"


def said_of_whom(figure: Figure, parts: list[Figure]) -> str:
    """A number with the page's own word for the people, quoted, as their kind alone would not tell whose dead they are:
    “9 soldiers”; empty if the page has no word for them.
    """
    return said(figure, parts).replace(_of(figure), words, 1) if (words := _of_part(figure)) else ""


def _part(part: Figure, whole: str) -> str:
    """A part with who it is; empty where no word tells it from its whole, people counted as `whole`."""
    who = counted(part)
    if part.measure in AS_WRITTEN or (who and who != whole):
        return _of(part)
    return "" if who else _of_part(part)


def _of(figure: Figure) -> str:
    """The amount with who is counted: `11 civilians`, `“scores” of combatants`; other things in the page's words."""
    if figure.measure in AS_WRITTEN:
        return f"“{_quoted(figure)}”"
    who = counted(figure)
    if not who:
        return amount(figure)
    if figure.best == 1 and figure.bound == "exact":
        return f"{amount(figure)} {SINGULAR.get(who, who.removesuffix('s'))}"
    return f"{amount(figure)} {_of_word(figure)}{who}"


def _of_word(figure: Figure) -> str:
    """The "of" that a vague word wants before who is counted: "dozens of", but "several"."""
    last = figure.wording.split()[-1].lower() if figure.wording.split() else ""
    return "of " if figure.bound == "vague" and last in GROUPING | {"of"} else ""


def _of_part(part: Figure) -> str:
    """A part in the page's words, quoted, for its noun may be loaded; empty if the page has no noun for it."""
    noun = " ".join(part.of.text.split())
    noun = "" if noun.lower() in HURT else noun  # "9 wounded" of the wounded says nothing of who they are
    plain = noun.replace(" ", "").replace("-", "").isalpha() and noun.lower() not in PEOPLE and noun not in part.wording
    return f"“{_quoted(part)}”" if plain else ""


def _quoted(figure: Figure) -> str:
    """The page's words for number and thing: "two schools", "dozens of houses"."""
    words, thing = " ".join(figure.wording.split()), " ".join(figure.of.text.split())
    if not thing or thing == words or thing.lower() in words.lower() or words.lower().endswith("others"):
        return words
    if figure.measure == "money" and thing.isupper() and not words.replace(",", "").replace(".", "").isdigit():
        return words  # "200,000 dollars" says its currency
    last = words.split()[-1].lower() if words else ""
    grouping = figure.bound == "vague" and last in GROUPING and not thing.lower().startswith("of ")
    return f"{words} of {thing}" if grouping else f"{words} {thing}"


def wording(figure: Figure) -> str:
    """The page's words for the number, to stand in quotes: white space folded, no quotation mark without its fellow."""
    words = " ".join(figure.wording.split())
    for mark in ('"', "“”"):
        if sum(words.count(sign) for sign in mark) % 2:
            words = words.translate({ord(sign): None for sign in mark})
    return words


def measure(figure: Figure) -> str:
    """The measure in words."""
    return phrasebook().measures.get(figure.measure, figure.measure)
