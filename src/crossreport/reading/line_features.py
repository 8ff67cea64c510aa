"""Lines of a page in; what can be measured on each of them, without a tag, as numbers out.

Nothing here knows a page's words: the features are lengths, shares, marks, hits in word lists, the same of the lines
around, and how much a line shares with the page's running text. `FEATURES` says in words what they mean.
"""

import math
import re
from collections import Counter
from functools import cache

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from crossreport.reading.draft import WORD, Piece
from crossreport.reading.furniture import rule_of
from crossreport.reading.written_dates import is_date_line
from crossreport.words.loader import load

Matrix = npt.NDArray[np.float64]

_STOP = re.compile(r"""[.!?…؟。！？।။]["'”’»)\]*]*$""")
_OPEN_END = re.compile(r"[,:;–—-]$")
_INNER_STOP = re.compile(r"""[.!?…؟।။]["'”’»)\]]*\s+(?=\S)|[。！？](?=\S)""")
# What heads a reader's comment: a name with "says", a day with a time, an age ("3 years ago").
_COMMENT_HEAD = re.compile(
    r"(?i)\b(?:says|said|wrote|writes|replied|reply|dit|a écrit|dijo|escribió|schreibt|schrieb|sagt|yazdı|disse|пишет|"
    r"написал)\s*:?$|"
    r"\b\d{1,2}[.:]\d\d\b.{0,12}$|"
    r"\b(?:\d+|an?) ?(?:s|sec|m|min|h|hr|d|w|y|mo|second|minute|hour|day|week|month|year)s? ago\b|"
    r"^(?:vor|il y a|hace|há|prije|před) \d+ |#\d{1,4}$"
)
_COMMA = re.compile(r"[,،、;]")
_QUOTE = re.compile(r"[\"“”„«»‘]")
_BARS = re.compile(r"[|•·»›→▸►◄«‹←]")
_ADDRESS = re.compile(r"https?://|www\.|\S+@\S+\.\w|^@\w|#\w")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_CODE = re.compile(r"[{}<>=\\]|\bfunction\b|\bvar ")
_BULLET = re.compile(r"[-–—•*·▪●]\s|\(?\d{1,3}[.)]\s")
_GROUPS = {
    "menu": "menu", "navigation": "menu", "share": "site", "newsletter": "site", "comment_form": "comments",
    "comments": "comments", "ad_notice": "site", "cookie_notice": "site", "copyright": "site", "contact": "site",
    "counter": "site", "related": "related", "inline_link": "related", "byline": "credit", "timestamp": "credit",
    "caption": "caption", "photo_id": "caption", "tags": "site", "boilerplate": "site",
}  # fmt: skip
_GROUP_NAMES = ("menu", "site", "comments", "related", "credit", "caption", "other")
_PROSE_WORDS = 10  # of a line that ends like a sentence
_FAR = 60.0  # lines beyond which a distance says no more
_WINDOWS = (1, 3, 8)

# What is measured on a line, with how a low and how a high value is told to a reader.
_OWN = {
    "words": ("few words", "many words"),
    "characters": ("a short line", "a long line"),
    "word_length": ("short words", "long words"),
    "full_stop": ("no full stop at its end", "a full stop at its end"),
    "open_end": ("no comma or colon at its end", "a comma or colon at its end"),
    "inner_stops": ("no sentences within it", "sentences within it"),
    "commas": ("no commas", "many commas"),
    "quotes": ("no quotation marks", "quotation marks"),
    "capitalised": ("few capitals", "many capitals"),
    "upper": ("no words in capitals", "words in capitals"),
    "digits": ("few figures", "many figures"),
    "symbols": ("few signs", "many signs"),
    "starts_small": ("no small letter at its start", "a small letter at its start"),
    "starts_figure": ("no figure at its start", "a figure at its start"),
    "function_words": ("few grammatical words", "many grammatical words"),
    "small_short": ("few short small words", "many short small words"),
    "bars": ("no bars or arrows", "bars or arrows"),
    "address": ("no address or hashtag", "an address or hashtag"),
    "year": ("no year", "a year"),
    "time": ("no time of day", "a time of day"),
    "code": ("no signs of programs", "signs of programs"),
    "date_line": ("more than a date", "a date and little else"),
    "phrase": ("no label of sites", "a label of sites"),
    "comment_head": ("no head of a comment", "the head of a comment"),
    "person": ("no words like I and you", "words like I and you"),
    "bullet": ("no bullet", "a bullet"),
    "again": ("it stands once on the page", "it stands again on the page"),
    "rule_menu": ("no words of menus", "words of menus"),
    "rule_site": ("no site notice", "a site notice"),
    "rule_comments": ("no comment form", "a comment form"),
    "rule_related": ("no announcement of other stories", "it announces other stories"),
    "rule_credit": ("no byline", "a byline or time stamp"),
    "rule_caption": ("no caption", "a caption or photo id"),
    "rule_other": ("no other furniture", "other words of furniture"),
}
_PLACE = {
    "place": ("high up on the page", "far down on the page"),
    "mass_before": ("little running text above", "much running text above"),
    "mass_after": ("little running text below", "much running text below"),
    "far_above": ("running text just above", "no running text just above"),
    "far_below": ("running text just below", "no running text just below"),
    "since_related": ("just below other stories", "far from other stories"),
    "since_comments": ("just below a comment form", "far from a comment form"),
    "since_credit": ("just below a byline or date", "far from a byline or date"),
    "until_site": ("just above a site notice", "far from a site notice"),
    "comments_above": ("no comments above", "comments above"),
    "comments_near": ("no comments around", "comments around"),
    "persons_near": ("few words like I and you around", "words like I and you around"),
    "topic": ("few words shared with the report", "many words shared with the report"),
    "lead": ("few words shared with the first paragraphs", "many words shared with the first paragraphs"),
    "like_neighbours": ("unlike the lines beside it", "built like the lines beside it"),
    "page_lines": ("a page of few lines", "a page of many lines"),
    "page_mass": ("a page of little running text", "a page of much running text"),
}
_AROUND = {
    "words": ("short lines", "long lines"),
    "full_stop": ("lines without full stops", "full sentences"),
    "function_words": ("lines of few grammatical words", "running text"),
    "capitalised": ("lines of few capitals", "lines full of capitals"),
    "rule": ("no furniture", "furniture"),
}


def _names() -> dict[str, tuple[str, str]]:
    around = {
        f"{name}_{side}_{width}": (f"{low} {side} it", f"{high} {side} it")
        for name, (low, high) in _AROUND.items()
        for width in _WINDOWS
        for side in ("above", "below")
    }
    return {**_OWN, **_PLACE, **around}


FEATURES = _names()


class FurnitureWords(Struct, frozen=True):
    """The lexicon `furniture_words.yaml`: by language, in small letters."""

    persons: frozenset[str]
    function_words: dict[str, frozenset[str]]
    phrases: dict[str, tuple[str, ...]]


@cache
def _function_words() -> tuple[frozenset[str], ...]:
    return tuple(load("furniture_words.yaml", FurnitureWords).function_words.values())


@cache
def _phrases() -> re.Pattern[str]:
    """Every label, at the beginning of a line or as the whole of it."""
    phrases = {
        each.casefold() for many in load("furniture_words.yaml", FurnitureWords).phrases.values() for each in many
    }
    return re.compile(
        "(?:" + "|".join(re.escape(each) for each in sorted(phrases, key=lambda p: (-len(p), p))) + r")(?!\w)"
    )


def features(lines: list[str]) -> Matrix:
    """One row a line, one column a key of `FEATURES`."""
    if not lines:
        return np.zeros((0, len(FEATURES)))
    words = [WORD.findall(line) for line in lines]
    common = _common(words)
    times = Counter(line.casefold() for line in lines)
    own = np.array([_own(line, each, common, times) for line, each in zip(lines, words, strict=True)], dtype=np.float64)
    return np.hstack([own, _places(lines, words, own), _around(own)])


def _common(words: list[list[str]]) -> frozenset[str]:
    """The grammatical words of the language whose list the page's words hit most often."""
    counted = Counter(word.casefold() for each in words for word in each)
    scored = [(sum(counted[word] for word in known), -at) for at, known in enumerate(_function_words())]
    return _function_words()[-max(scored)[1]]


def _own(line: str, words: list[str], common: frozenset[str], times: Counter[str]) -> list[float]:
    many = max(len(words), 1)
    size = max(len(line), 1)
    rest = words[1:]
    visible = sum(not c.isspace() for c in line) or 1
    first = line.lstrip("\"'“‘«([ ")[:1]
    rule = _group(line)
    persons = load("furniture_words.yaml", FurnitureWords).persons
    return [
        math.log1p(len(words)),
        math.log1p(len(line)),
        sum(map(len, words)) / many,
        _STOP.search(line) is not None,
        _OPEN_END.search(line) is not None,
        math.log1p(len(_INNER_STOP.findall(line))),
        len(_COMMA.findall(line)) / many,
        min(len(_QUOTE.findall(line)), 4),
        sum(word[0].isupper() for word in rest) / max(len(rest), 1),
        sum(len(word) > 1 and word.isupper() for word in words) / many,
        sum(c.isdigit() for c in line) / size,
        sum(not (c.isalnum() or c.isspace()) for c in line) / visible,
        first.islower(),
        first.isdigit(),
        sum(word.casefold() in common for word in words) / many,
        sum(len(word) <= 4 and word.islower() for word in words) / many,
        min(len(_BARS.findall(line)), 5),
        _ADDRESS.search(line) is not None,
        _YEAR.search(line) is not None,
        _TIME.search(line) is not None,
        min(len(_CODE.findall(line)), 5),
        len(words) <= 14 and is_date_line(line),
        _phrases().match(line.casefold().lstrip("+-–—•*·|>» ")) is not None,
        len(words) <= 14 and _COMMENT_HEAD.search(line) is not None,
        sum(word.casefold() in persons for word in words) / many,
        _BULLET.match(line) is not None,
        min(times[line.casefold()], 6),
        *(rule == name for name in _GROUP_NAMES),
    ]


def _group(line: str) -> str | None:
    rule = rule_of(Piece(0, len(line), line)) if len(line) < 1200 else None
    return None if rule is None else _GROUPS.get(rule.reason, "other")


def _places(lines: list[str], words: list[list[str]], own: Matrix) -> Matrix:
    column = {name: at for at, name in enumerate(_OWN)}
    many = len(lines)
    counts = np.array([len(each) for each in words], dtype=np.float64)
    stops = own[:, column["full_stop"]] > 0
    prose = (counts >= _PROSE_WORDS) & stops | (counts >= 25) & (own[:, column["function_words"]] > 0.15)
    mass = np.where(prose, counts, 0.0)
    total = max(mass.sum(), 1.0)
    before = np.cumsum(mass) - mass
    credit = (own[:, column["rule_credit"]] + own[:, column["date_line"]]) > 0
    topic, lead = _shared(words, prose)
    return np.column_stack(
        [
            np.arange(many) / many,
            before / total,
            (total - before - mass) / total,
            _since(prose),
            _since(prose[::-1])[::-1],
            _since(own[:, column["rule_related"]] > 0),
            _since(own[:, column["rule_comments"]] > 0),
            _since(credit),
            _since((own[:, column["rule_site"]] > 0)[::-1])[::-1],
            np.log1p(np.cumsum(own[:, column["comment_head"]])),
            _both(own[:, column["comment_head"]], 8),
            _both(own[:, column["person"]], 8),
            topic,
            lead,
            _alike(counts, own[:, column["full_stop"]]),
            np.full(many, math.log1p(many)),
            np.full(many, mass.sum() / max(counts.sum(), 1.0)),
        ]
    )


def _since(marked: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Lines since the last marked one before each, up to `_FAR`, as a logarithm."""
    found = np.empty(len(marked))
    last = -_FAR
    for at, mark in enumerate(marked):
        found[at] = math.log1p(min(at - last, _FAR))
        if mark:
            last = float(at)
    return found


def _shared(words: list[list[str]], prose: npt.NDArray[np.bool_]) -> tuple[list[float], list[float]]:
    """The share of a line's longer words that other running text, and that the first running text, has as well."""
    longer = [[word.casefold() for word in each if len(word) > 3] for each in words]
    told = Counter(word for each, runs in zip(longer, prose, strict=True) if runs for word in set(each))
    firsts = [at for at, runs in enumerate(prose) if runs][:4]
    opening = {word for at in firsts for word in longer[at]}
    topic, lead = [], []
    for at, each in enumerate(longer):
        own = int(prose[at])
        topic.append(sum(told[word] > own for word in each) / len(each) if each else 0.0)
        lead.append(sum(word in opening for word in each) / len(each) if each and at not in firsts else 0.0)
    return topic, lead


def _alike(counts: npt.NDArray[np.float64], stops: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """How many of the two lines above and two below have about as many words and the same kind of end."""
    found = np.zeros(len(counts))
    for shift in (1, 2):
        near = (np.abs(counts[shift:] - counts[:-shift]) <= 3) & (stops[shift:] == stops[:-shift])
        found[shift:] += near
        found[:-shift] += near
    return found


def _around(own: Matrix) -> Matrix:
    column = {name: at for at, name in enumerate(_OWN)}
    rules = own[:, [column[f"rule_{name}"] for name in _GROUP_NAMES]].sum(axis=1) + own[:, column["phrase"]]
    measured = [own[:, column[name]] for name in _AROUND if name != "rule"] + [rules]
    return np.column_stack(
        [_mean(values, width, side) for values in measured for width in _WINDOWS for side in (-1, 1)]
    )


def _both(values: npt.NDArray[np.float64], width: int) -> npt.NDArray[np.float64]:
    """The mean of the values on both sides."""
    return (_mean(values, width, -1) + _mean(values, width, 1)) / 2


def _mean(values: npt.NDArray[np.float64], width: int, side: int) -> npt.NDArray[np.float64]:
    """The mean of the `width` values before (side -1) or behind (side 1) each; missing ones count as 0."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    low = np.maximum(at - width, 0) if side < 0 else at + 1
    high = at if side < 0 else np.minimum(at + 1 + width, len(values))
    return np.asarray((sums[high] - sums[low]) / width, dtype=np.float64)
