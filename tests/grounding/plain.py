"""Pages of a sentence or two, with words but without syntax, or with a tree that the test writes."""

import re

from crossreport.model import Analysis, Block, Name, Page, Published, Sentence, Token


def page_of(text, earliest="2015-09-23", latest="same"):
    """A page written on a day, or between two; None = open."""
    latest = earliest if latest == "same" else latest
    edtf = earliest if earliest == latest else f"{earliest or '..'}/{latest or '..'}"
    return Page(
        "p",
        "c",
        "a.txt",
        None,
        None,
        "en",
        text,
        (Block(0, len(text), "paragraph"),),
        (),
        Published(edtf, earliest, latest),
    )


def analysis_of(text, trees=(), names=()):
    """One sentence a line. `trees` gives (head, rel, upos, xpos, lemma) by word index for the first line."""
    sentences = []
    for line in re.finditer(r"[^\n]+", text):
        words = list(re.finditer(r"\w+(?:['’-]\w+)*|[^\w\s]", line.group()))
        tokens = []
        for index, word in enumerate(words):
            head, rel, upos, xpos, lemma = dict(trees).get(index, (-1, "", "", "", word.group().lower()))
            start = line.start() + word.start()
            tokens.append(Token(start, start + len(word.group()), word.group(), lemma, upos, xpos, head, rel))
        labelled = tuple(Name(*name) for name in names) if not sentences else ()
        sentences.append(Sentence(line.start(), line.end(), 0, tuple(tokens), labelled))
    return Analysis("p", tuple(sentences), "test")
