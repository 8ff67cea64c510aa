"""Pieces in; furniture marked with its reason. What no rule of `words/data/furniture.yaml` knows stays."""

import re
from functools import cache
from itertools import pairwise

from msgspec import Struct

from crossreport.reading.dateline import dateline_alone
from crossreport.reading.draft import Draft, Piece
from crossreport.reading.written_dates import is_date_line
from crossreport.words.loader import load

DEFAULT_MOST = 25
LEAST_ENTRIES = 3  # lines that begin with a day and tell more: so many are a timeline, which is text
# "June 10 – Shells hit the market": a day without a year, a dash or colon, words. Lists of other stories give the year.
_PUBLISHED = re.compile(r"(?i)(?:first |originally )?(?:published|posted)(?: on)?\b")
_ENTRY = re.compile(
    r"(?i)(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?) ?"
    r"(?:[-–—]+|:) ?\S+ \S+ \S"
)


class Rule(Struct, frozen=True):
    """Patterns of whole lines. `opens`: "headlines" or "comments", if such a line heads a list of them.

    A line in which `unless` is found is not matched.
    """

    reason: str
    patterns: tuple[str, ...]
    most: int = DEFAULT_MOST
    opens: str | None = None
    unless: str | None = None


class SpanRule(Struct, frozen=True):
    """A pattern of furniture within running text."""

    reason: str
    at: str
    pattern: str


class Furniture(Struct, frozen=True):
    """The lexicon `furniture.yaml`."""

    rules: tuple[Rule, ...]
    spans: tuple[SpanRule, ...]
    menu_words: frozenset[str]
    caption_verbs: frozenset[str]
    outlet_words: frozenset[str]
    not_outlets: frozenset[str]
    bearings: frozenset[str]
    issues: frozenset[str]
    frames: frozenset[str]
    issuers: frozenset[str]
    small_words: frozenset[str]


class Compiled(Struct, frozen=True):
    """A line rule, ready to match."""

    rule: Rule
    patterns: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None


def lexicon() -> Furniture:
    """The furniture patterns."""
    return load("furniture.yaml", Furniture)


@cache
def _compiled() -> tuple[Compiled, ...]:
    return tuple(
        Compiled(
            rule,
            tuple(re.compile(pattern, re.IGNORECASE) for pattern in rule.patterns),
            re.compile(rule.unless, re.IGNORECASE) if rule.unless else None,
        )
        for rule in lexicon().rules
    )


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u200b": " ", "\u200e": " "})


def straightened(line: str) -> str:
    """A line as the patterns see it."""
    return " ".join(line.translate(_STRAIGHT).split())


def rule_of(piece: Piece) -> Rule | None:
    """The first rule that knows the line as furniture."""
    line = straightened(piece.text)
    many = len(piece.words)
    for compiled in _compiled():
        if many > compiled.rule.most or (compiled.unless and compiled.unless.search(line)):
            continue
        if any(pattern.fullmatch(line) for pattern in compiled.patterns):
            return compiled.rule
    return None


def mark_furniture(draft: Draft, *, plain: bool = True) -> None:
    """Drop every line that a rule knows, every line without a letter or figure, and menus.

    One letter or figure alone is a sign of a plain page; in HTML it is main text that an element parts from the rest.
    """
    opened: dict[int, str] = {}
    told = False  # whether the report has begun
    _mark_timeline(draft)
    _mark_thread(draft)
    _mark_published(draft)
    for index, piece in enumerate(draft.pieces):
        if piece.dropped is not None:
            if piece.dropped == "not_main_text" and told and _heads_headlines(piece):
                opened[index] = "headlines"
            continue
        told |= piece.prose and not piece.heading
        rule = _drop_line(draft, piece, least=2 if plain else 1)
        if rule is not None and rule.opens:
            opened[index] = rule.opens
    _drop_opened(draft, opened)


def _drop_line(draft: Draft, piece: Piece, least: int) -> Rule | None:
    """Drop a line that is furniture by itself; the rule that knows it, if one of the lexicon's does."""
    if not any(character.isalnum() for character in piece.text) or len(piece.text) < least:
        piece.dropped = "symbols"
    elif piece.entry:
        return None
    elif is_date_line(piece.text) or dateline_alone(draft.text, piece.start, piece.end):
        piece.dropped = "date_line"
    elif (rule := rule_of(piece)) is not None:
        piece.dropped = rule.reason
        return rule
    elif _is_menu(piece):
        piece.dropped = "menu"
    return None


def _heads_headlines(piece: Piece) -> bool:
    """Whether a line heads a list of other stories, whose items may have been kept without it ("More from X")."""
    rule = rule_of(piece)
    return rule is not None and rule.opens == "headlines"


def _mark_timeline(draft: Draft) -> None:
    entries = [piece for piece in draft.pieces if piece.dropped is None and _ENTRY.match(piece.text)]
    if len(entries) >= LEAST_ENTRIES:
        for piece in entries:
            piece.entry = True


def _mark_thread(draft: Draft) -> None:
    """ "2/9 Soldiers shot three miners": posts that count on are text where they are most of it, no row of pictures."""
    posts = [(piece, found) for piece in draft.pieces if (found := _POST.match(piece.text)) and piece.dropped is None]
    numbers = [int(found.group("nth")) for _, found in posts]
    long = sum(len(piece.words) for piece, _ in posts)
    if (
        len(posts) >= LEAST_ENTRIES
        and all(one < other for one, other in pairwise(numbers))
        and long * 2 > sum(len(piece.words) for piece in draft.kept())
    ):
        for piece, found in posts:
            piece.entry = True
            piece.cut(piece.start, piece.start + found.end(), "counter")


_POST = re.compile(r"[\[(]?(?P<nth>\d{1,2}) ?/ ?(?:\d{1,2}|[nNxX])?[\])]?[.:]?\s")


def _mark_published(draft: Draft) -> None:
    """The line above the report that says when the page was published, though it is no main text of an HTML page."""
    report = next((piece.start for piece in draft.kept() if piece.prose and not piece.heading), 0)
    title = next((piece.end for piece in draft.pieces if piece.heading == 1), report)
    for piece in draft.pieces:
        above = piece.start < report and piece.dropped == "not_main_text"
        own = piece.start >= title  # the day of the reader's visit stands above the title
        if above and (own or _PUBLISHED.match(piece.text)) and is_date_line(piece.text):
            piece.dropped = "date_line"


def _is_menu(piece: Piece) -> bool:
    """Whether most words of a line without a full stop are words of menus."""
    words = [word.casefold() for word in piece.words]
    if len(words) < 3 or piece.sentence:
        return False
    hits = sum(word in lexicon().menu_words for word in words)
    return hits >= 3 and hits >= 0.6 * len(words)


def _drop_opened(draft: Draft, opened: dict[int, str]) -> None:
    """What follows the heading of a list: headlines until the next paragraph, readers' comments to the end."""
    masses = [len(piece.words) if piece.dropped is None and piece.prose else 0 for piece in draft.pieces]
    for index, what in opened.items():
        after, all_of_it = sum(masses[index:]), sum(masses)
        if what == "comments" and after <= 0.4 * all_of_it:
            _drop_rest(draft.pieces[index + 1 :], "comments", stop_at_prose=False)
        elif what == "headlines":
            _drop_rest(draft.pieces[index + 1 :], "related", stop_at_prose=after > 0.4 * all_of_it)


def _drop_rest(pieces: list[Piece], reason: str, *, stop_at_prose: bool) -> None:
    for piece in pieces:
        if reason == "related" and piece.prose and (stop_at_prose or piece.sentence):
            return
        if piece.dropped is None:
            piece.dropped = reason
