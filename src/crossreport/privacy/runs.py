"""Runs of words that are written as names: a text in, "Idrissa ag Mossa", "R.K. Sharma", "Umm Khalil" out.

Nothing is said of what they name; a word that only begins a sentence is a run, too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from crossreport.privacy.lexicon import lexicon

_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_][\w’'-]*")
_OWNER = re.compile(r"['’]s?$")
_QUOTES = "\"'“”‘’«»"


class Run(NamedTuple):
    """Words of a name in `text[start:end]`; the genitive's ending is left out."""

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join(self.words)


def runs(text: str) -> Iterator[Run]:
    """All runs of a text, in order; none goes beyond a line, a comma or a bracket."""
    held: list[re.Match[str]] = []
    pending: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        last = (pending or held)[-1] if held else None
        if last is not None and (text[last.end() : word.start()] != " " or _OWNER.search(last.group())):
            yield _run(held)
            held, pending = [], []
        if is_name(word.group()):
            held, pending = [*held, *pending, word], []
        elif held and word.group() in lexicon().particles:
            pending.append(word)
        elif held:
            yield _run(held)
            held, pending = [], []
    if held:
        yield _run(held)


def is_name(word: str) -> bool:
    """Whether a word is written as a name's: "Omar", "al-Sari", "R.K."; what is written "i-Phone" is, too."""
    first = word[:1].isupper()
    parts = re.split(r"[-'’]", word)
    return first or (len(parts) > 1 and len(parts[0]) <= 3 and parts[1][:1].isupper())


def _run(words: list[re.Match[str]]) -> Run:
    texts = [word.group() for word in words]
    last = _OWNER.sub("", texts[-1])
    cut = len(texts[-1]) - len(last)
    start = words[0].start()
    return Run(start, words[-1].end() - cut, (*texts[:-1], last))
