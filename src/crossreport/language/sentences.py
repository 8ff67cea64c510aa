"""A page's blocks to sentences: rules on full stops, quotes and capitals; blocks and blank lines bound them.

A title is one sentence. A block that holds the page's dateline begins behind it; a dateline with an agency in brackets
that is met elsewhere becomes a sentence of its own, and so does what was run together before it. No other guess is made
inside a passage without closing marks: it stays one sentence.
"""

import re
from collections.abc import Iterator
from typing import Final

from crossreport.language.lemma import verb
from crossreport.language.tokenise import TokenWords, token_words
from crossreport.model.page import Block, Page
from crossreport.words.reporting import reporting

_OPEN: Final = "\"“‘'(\\[«"
_CLOSE: Final = "\"”’')\\]»"
_STOP: Final = re.compile(
    rf"(?P<mark>[.!?…؟。]+(?:\s\.{{3}}(?=\s))?)(?P<close>[{_CLOSE}]*(?:\s?\[\d+\])*)(?P<gap>\s*)(?=(?P<open>[{_OPEN}]*)(?P<next>\S?))"
)
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
# "GOMA, Congo (Reuters) - ": no sentence runs into it or out of it.
_DATELINE: Final = re.compile(
    r"(?<!\S)[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,30}(?:[ /][A-ZÀ-Þ'’-]{2,30}){0,3}"
    r"(?:, [A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,2}){0,2}"
    r",?\s?\([A-Z][^()\n]{1,30}\)\s?(?:--|[–—]|-(?=\s))\s?(?=[\"“'‘]?[A-Z])"
)
_WORD_BEFORE: Final = re.compile(r"[^\s\"“”‘'’()\[\]«»—–]+$")
_WORD_AFTER: Final = re.compile(r"[\w'’-]+")
_ARTICLE: Final = re.compile(r"(?:al|el|an|ar|as|ash|at|ad)-[A-Z]")
_ASIDE: Final = re.compile(r"[^()\n]{1,40}\)\s+[A-Z]")  # a credit in brackets before the next sentence
_BEHIND_DATELINE: Final = re.compile(r"[\s:;,.)\]–—―-]*")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+$")
_WRAPPED: Final = range(60, 101)  # columns at which mail programs and treebanks wrap lines
_PLAIN: Final = re.compile(r"[a-z]{2,}")
_SHORTEST: Final = 3  # letters of a word that is no abbreviation
_SOON: Final = 40  # characters behind a question in which a verb of saying is looked for
_HOURS: Final = frozenset({"a.m", "p.m"})
_LONGEST_WORD: Final = 60  # characters looked back at for the word before a full stop


def page_sentences(page: Page) -> Iterator[tuple[int, int, int]]:
    """Start, end (in `page.text`) and block index of every sentence, in reading order."""
    for index, block in enumerate(page.blocks):
        start = _body_start(page, block)
        text = page.text[start : block.end]
        spans = [(0, len(text))] if block.kind == "title" else split_sentences(text)
        for first, last in spans:
            if trimmed := _trim(text, first, last):
                yield start + trimmed[0], start + trimmed[1], index


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence of a passage, without the white space between.

    >>> text = "Gen. Idris spoke. He left at 5 p.m. on Friday."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['Gen. Idris spoke.', 'He left at 5 p.m. on Friday.']
    """
    datelines = (at for match in _DATELINE.finditer(text) for at in match.span())
    cuts = sorted({*_stops(text), *datelines, *(match.start() for match in _BLANK_LINE.finditer(text)), len(text)})
    spans, start = [], 0
    for cut in cuts:
        if trimmed := _trim(text, start, cut):
            spans.append(trimmed)
        start = cut
    return spans


def split_passages(text: str) -> list[tuple[int, int]]:
    """Start and end of the passages of plain text, for text that was not read as a page.

    Blank lines bound them; so does the end of a line, except where lines are wrapped at a column.
    """
    spans, start = [], 0
    for line in _LINE.finditer(text):
        if _is_wrapped(text, line):
            continue
        spans.append((start, line.end()))
        start = line.end()
    return [(first, last) for first, last in spans if text[first:last].strip()]


def _is_wrapped(text: str, line: re.Match[str]) -> bool:
    following = text[line.end() : line.end() + 1]
    width = len(line.group().rstrip())
    return bool(following.strip()) and width > 0 and (width in _WRAPPED or following.islower())


def _body_start(page: Page, block: Block) -> int:
    dateline = page.dateline
    if dateline is None or not block.start <= dateline.start < block.end or dateline.end > block.end:
        return block.start
    behind = _BEHIND_DATELINE.match(page.text, dateline.end, block.end)
    return behind.end() if behind else dateline.end


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _stops(text: str) -> Iterator[int]:
    start = 0
    for match in _STOP.finditer(text):
        if match["next"] and _is_boundary(text, start, match):
            start = match.end("close")
            yield start


def _is_boundary(text: str, start: int, match: re.Match[str]) -> bool:
    if not match["gap"]:
        return _is_glued_boundary(text, match)
    following = _following(text, match)
    if match["next"].islower() and not match["open"] and _ends_before_small(text, start, match):
        return True
    if not _may_begin(text, match):
        return False
    if match["mark"] != ".":
        return not _goes_on(match, following)
    before = _WORD_BEFORE.search(text, max(start, match.start() - _LONGEST_WORD), match.start())
    return before is None or _ends_with(before.group(), following, match, not text[start : before.start()].strip())


def _ends_before_small(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence ends although the next begins with a small letter, as in careless text.

    A whole word in small letters before a full stop ends one unless it is an abbreviation; a question or a shout ends
    one unless a verb of saying follows soon ("What now? he asked").
    """
    if match["close"]:
        return False
    before = _WORD_BEFORE.search(text, max(start, match.start() - _LONGEST_WORD), match.start())
    word = before.group() if before else ""
    if match["mark"] == ".":
        return bool(_PLAIN.fullmatch(word)) and _is_whole(word)
    if set(match["mark"]) - set("!?") or not word[-1:].isalpha():
        return False
    soon = _WORD_AFTER.findall(text, match.end(), match.end() + _SOON)[:3]
    return not any(verb(each.lower(), "VBD") in reporting().verbs for each in soon)


def _is_whole(word: str) -> bool:
    """Whether a word in small letters is none that is written with a full stop."""
    words = token_words()
    return word in words.short if len(word) < _SHORTEST else word not in words.abbreviations | words.clipped


def _is_glued_boundary(text: str, match: re.Match[str]) -> bool:
    """A full stop whose space is missing: "the city.The army", but not "U.S.Army", "example.Com" or "1.5"."""
    at, after = match.start(), match.end()
    if len(match["mark"]) != 1 or not match["next"].isupper():
        return False
    opened = after + len(match["open"])
    runs_on = text[opened + 1 : opened + 2].islower() or text[opened + 1 : opened + 2].isspace()
    before = _WORD_BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
    return runs_on and (_is_glued_end(before.group(), bool(match["close"])) if before else text[at - 1] in "”’\"')]")


def _is_glued_end(word: str, closed: bool) -> bool:
    if any(sign in word for sign in ".@/:") or word.lower() in token_words().titles:
        return False
    return closed or (len(word) > 1 and (word[-1].islower() or word[-1].isdigit()))


def _following(text: str, match: re.Match[str]) -> str:
    word = _WORD_AFTER.match(text, match.end() + len(match["open"]))
    return word.group() if word else ""


def _may_begin(text: str, match: re.Match[str]) -> bool:
    """Whether what follows can begin a sentence: a capital, a digit, an article of an Arabic name."""
    char, at = match["next"], match.end() + len(match["open"])
    if char.islower():
        aside = match["open"].endswith("(") and _ASIDE.match(text, at)
        return bool(aside or _ARTICLE.match(text, at))
    return char not in ".,;:!?)]%&" and not (char in "-–—" and match["mark"] != ".")


def _goes_on(match: re.Match[str], following: str) -> bool:
    """An ellipsis before a number goes on; a question or shout always ends."""
    return match["mark"] in {"..", "...", "....", "…"} and following[:1].isdigit()


def _ends_with(word: str, following: str, match: re.Match[str], first: bool) -> bool:
    """Whether a sentence may end with `word` and its full stop before the word `following`."""
    words = token_words()
    stem, starts = word.lower(), following.lower() in words.starters and not following.isupper()
    if first and (word.isdigit() or (len(word) == 1 and word.isalpha())):
        return False  # the number of a list
    if match["close"] and stem not in words.titles:
        return True
    if stem in words.titles:
        return False
    return _abbreviation_ends(words, word, following, starts or following in {"A", "I"})


def _abbreviation_ends(words: TokenWords, word: str, following: str, starts: bool) -> bool:
    stem, number = word.lower(), following[:1].isdigit()
    if stem in words.months or stem in words.before_number:
        return not number and (starts or stem in {"no", "mar", "sun", "art", "ed", "fig"})
    if stem in words.inner and not word.isupper():
        return False
    if stem in _HOURS:
        return following[:1].isupper() and following.lower().rstrip(".") not in words.behind_hours
    if stem in words.final or re.fullmatch(r"(?:[a-z]\.)+[a-z]", stem):
        return starts
    if len(word) == 1 and word.isalpha() and word != "I":
        return starts  # an initial
    return True
