"""News time against TIMEX3: TempEval-3 train (columns) and the WikiWars training part.

    python -m evals.times FOLDER [--limit N] [--errors N]

FOLDER holds the unpacked `timex` corpus. Printed are relaxed extent F1 and value F1 as in TempEval-3: a gold time and a
read one match if they share a character; the value counts if it is the same TIMEX3 value. PRESENT_REF and FUTURE_REF
(words such as "now"), sets ("every week") and the document's own date are not asked for and not counted.
"""

import argparse
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from crossreport.grounding.quantities_words import plain
from crossreport.grounding.times import read_times
from crossreport.grounding.times_count import count_of
from crossreport.grounding.times_read import Expression
from crossreport.grounding.times_resolve import Resolved
from crossreport.grounding.times_words import unit_of
from crossreport.language.sentences import split_sentences
from crossreport.model import Analysis, Page, Published, Sentence, Token

UNITS = {
    "hours": "TH",
    "minutes": "TM",
    "days": "D",
    "nights": "D",
    "weeks": "W",
    "months": "M",
    "years": "Y",
    "decades": "DE",
    "weekends": "WE",
}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
SKIPPED = ("PRESENT_REF", "FUTURE_REF", "PAST_REF", "null", "")


class Gold(NamedTuple):
    """A TIMEX3: offsets into the text, its value, its words."""

    start: int
    end: int
    kind: str
    value: str


class Document(NamedTuple):
    """A text with its own date and its gold times."""

    name: str
    text: str
    day: str
    gold: tuple[Gold, ...]


def columns(path: Path) -> Document:
    """One document of TempEval-3 in CATENA columns."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    text, day, open_id = "", "", ""
    gold: list[Gold] = []
    for row in rows:
        if len(row) < 10:
            text += "\n" if text else ""
            open_id = ""
            continue
        word, timex, kind, value = row[0], row[7], row[8], row[9]
        if word.startswith("DCT_"):
            day = value[:10]
            continue
        word = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}.get(word, word)
        text += "" if not text or text[-1] in "\n($" or re.fullmatch(r"[.,;:%)?!]|['’]\w+|n't", word) else " "
        start = len(text)
        text += word
        if timex == "O":
            open_id = ""
        elif timex == open_id:
            gold[-1] = gold[-1]._replace(end=len(text))
        else:
            gold.append(Gold(start, len(text), kind, value))
            open_id = timex
    return Document(path.name, text, day, tuple(gold))


def timeml(path: Path) -> Document:
    """One document of TimeML."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    body, text = root.find("TEXT"), ""
    gold = []
    assert body is not None
    text += body.text or ""
    for node in body:
        start = len(text)
        text += "".join(node.itertext())
        if node.tag == "TIMEX3":
            gold.append(Gold(start, len(text), node.get("type") or "", node.get("value") or ""))
        text += node.tail or ""
    stamp = root.find("DCT/TIMEX3")
    assert stamp is not None
    return Document(path.name, text, (stamp.get("value") or "")[:10], tuple(gold))


def read(document: Document) -> list[tuple[Sentence, Expression, Resolved]]:
    """The expressions of a document, without syntax: tense is read from the words."""
    sentences = []
    for found in re.finditer(r"[^\n]+", document.text):
        for start, end in split_sentences(found.group()):
            first = found.start() + start
            words = re.finditer(r"\w+|[^\w\s]", document.text[first : found.start() + end])
            tokens = tuple(
                Token(first + w.start(), first + w.end(), w.group(), w.group(), "", "", -1, "") for w in words
            )
            if tokens:
                sentences.append(Sentence(first, found.start() + end, 0, tokens, ()))
    published = Published(document.day, document.day, document.day)
    page = Page("p", "c", document.name, None, None, "en", document.text, (), (), published)
    analysis = Analysis("p", tuple(sentences), "none")
    return [(sentence, expression, bare) for sentence, expression, _, bare in read_times(page, analysis)]


def timex_value(expression: Expression, resolved: Resolved) -> str:
    """What TIMEX3 would write for an expression."""
    words = expression.words
    if expression.op in ("past", "coming", "duration", "length_event") or (words.get("unit") and resolved.when is None):
        return _duration(words)
    if expression.name in ("ucdp_recently", "ucdp_past_few_days"):
        return "PAST_REF"
    when = resolved.when
    if when is None or when.earliest is None or when.latest is None:
        return ""
    first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    if words.get("phase") and expression.op in ("month", "relative_month"):
        return f"{first:%Y-%m}"
    if words.get("phase") and expression.op in ("year", "relative_year"):
        return f"{first:%Y}"
    if expression.op in ("week", "relative_month", "relative_year", "told", "weekend") or (last - first).days == 6:
        return _unit_value(expression, first)
    if expression.op in ("decade", "century"):
        return when.edtf.rstrip("X") if "/" not in when.edtf else f"{first.year // 10}"
    if expression.op == "season":
        return f"{first.year}-{SEASONS.get(when.edtf[-2:], '')}"
    if first == last:
        part = (words.get("part") or "").lower()
        return first.isoformat() + PARTS.get(part, "")
    return when.edtf.rstrip("~").split("/")[0]


def _unit_value(expression: Expression, first: date) -> str:
    told = plain(expression.words.get("told") or "")
    if expression.op == "relative_month" or told == "month":
        return f"{first:%Y-%m}"
    if expression.op == "relative_year" or told == "year":
        return f"{first:%Y}"
    if told in ("day", "night", "morning", "afternoon", "evening"):
        return first.isoformat() + PARTS.get(told, "")
    week = first.isocalendar()
    return f"{week.year}-W{week.week:02d}" + ("-WE" if expression.op == "weekend" else "")


def _duration(words: Mapping[str, str | None]) -> str:
    unit = unit_of(words.get("unit") or words.get("one_unit") or "")
    named = words.get("n")
    count = count_of(named) if named else None
    vague = named is None or any(w in plain(named).split() for w in ("few", "several", "some", "number", "couple"))
    short = UNITS.get(unit, "")
    if not short:
        return ""
    number = "X" if vague or count is None else f"{count:g}"
    if not named and plain(words.get("unit") or "") != unit:
        number = "1"
    return f"PT{number}{short[1]}" if short in ("TH", "TM") else f"P{number}{short}"


def score(documents: Iterator[Document], errors: int) -> None:
    counts: Counter[str] = Counter()
    shown = 0
    for document in documents:
        gold = [one for one in document.gold if one.value not in SKIPPED and one.kind != "SET"]
        ignored = [one for one in document.gold if one not in gold]
        found = [(sentence.start + e.core, sentence.start + e.end, e, r) for sentence, e, r in read(document)]
        found = [one for one in found if not any(i.start < one[1] and one[0] < i.end for i in ignored)]
        used: set[int] = set()
        counts["gold"] += len(gold)
        counts["read"] += len(found)
        for one in gold:
            match = next(
                (i for i, f in enumerate(found) if f[0] < one.end and one.start < f[1] and i not in used), None
            )
            text = document.text[one.start : one.end]
            if match is None:
                shown = _show(shown, errors, "missed", document, text, one.value)
                continue
            used.add(match)
            counts["matched"] += 1
            value = timex_value(found[match][2], found[match][3])
            if value == one.value or (value == "PAST_REF" and one.value in ("P1D", "PXD")):
                counts["value"] += 1
            else:
                shown = _show(
                    shown, errors, "value", document, f"{text} ({found[match][2].name})", f"{one.value} read as {value}"
                )
        for index, extra in enumerate(found):
            if index not in used:
                shown = _show(shown, errors, "extra", document, document.text[extra[0] : extra[1]], extra[2].name)
    for name in ("matched", "value"):
        p, r = counts[name] / max(1, counts["read"]), counts[name] / max(1, counts["gold"])
        sys.stdout.write(f"{name:8} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}  {dict(counts)}\n")


def _show(shown: int, limit: int, kind: str, document: Document, text: str, value: str) -> int:
    if shown < limit:
        sys.stdout.write(f"{kind}\t{document.name}\t{document.day}\t{text!r}\t{value}\n")
    return shown + 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=10**6)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    te3 = sorted((args.folder / "te3_col" / "TempEval3-train_COL").glob("*.col"))[: args.limit]
    wars = sorted((args.folder / "wikiwars" / "trainingset" / "tml").glob("*.tml"))[: args.limit]
    sys.stdout.write("TempEval-3 train\n")
    score((columns(path) for path in te3), args.errors)
    sys.stdout.write("WikiWars training\n")
    score((timeml(path) for path in wars), args.errors)


if __name__ == "__main__":
    main()
