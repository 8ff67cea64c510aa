"""Number expressions against the gold figures of FA-KES.

    python -m evals.quantities [--errors N] [--syntax]

A gold figure is found if its words stand in the page and a quantity that meets them has the same low, best and high.
Figures without any interval are found if a quantity without interval, or none, meets the words; sums over several
phrases ("a woman and her three children") are not asked for one expression and count as missed.
"""

import argparse
import re
import sys
from collections import Counter
from functools import cache
from typing import Any

import msgspec

from crossreport.grounding.quantities import ground_quantities
from crossreport.language.sentences import split_sentences
from crossreport.model import Analysis, Block, Mention, Page, Published, Quantity, Sentence, Token
from evals.corpora import Article, fa_kes_articles, find


def page_of(article: Article) -> Page:
    """The article as one block with its corpus date."""
    day = article.published[:10]
    block = Block(0, len(article.text), "paragraph")
    return Page(article.id, "c", article.id, None, None, "en", article.text, (block,), (), Published(day, day, day))


def plain_analysis(page: Page) -> Analysis:
    """Sentences and words without syntax."""
    sentences = []
    for found in re.finditer(r"[^\n]+", page.text):
        for start, end in split_sentences(found.group()):
            first, last = found.start() + start, found.start() + end
            words = re.finditer(r"\w+|[^\w\s]", page.text[first:last])
            tokens = tuple(
                Token(first + w.start(), first + w.end(), w.group(), w.group(), "", "", -1, "") for w in words
            )
            if tokens:
                sentences.append(Sentence(first, last, 0, tokens, ()))
    return Analysis(page.id, tuple(sentences), "none")


def analysed(page: Page, *, syntax: bool) -> Analysis:
    """The page with the language room's syntax, or without any."""
    if not syntax:
        return plain_analysis(page)
    analysis: Analysis = _analyser().analyse(page)
    return analysis


@cache
def _analyser() -> Any:
    from crossreport.language.analyser import Analyser

    return Analyser()


def verdict(figure: dict[str, Any], page: Page, mentions: tuple[Mention, ...]) -> str:
    """found, other (a different interval), none (no expression there) or absent (words not in the page)."""
    at = page.text.lower().find(figure["words"].lower())
    if at < 0:
        return "absent"
    meeting = [m for m in mentions if m.span.start < at + len(figure["words"]) and at < m.span.end]
    wanted = (figure["low"], figure["best"], figure["high"])
    values = [m.value for m in meeting if isinstance(m.value, Quantity)]
    if any((value.low, value.best, value.high) == wanted for value in values):
        return "found"
    if wanted == (0, 0, 0):  # "no injuries": held as unreported on purpose
        return "found" if any(value.bound == "unreported" for value in values) else "none"
    if wanted == (None, None, None):
        return "found" if not values else "other"
    return "other" if values else "none"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--syntax", action="store_true")
    args = parser.parse_args()
    gold = msgspec.json.decode(find("gold/fa_kes_dev.json").read_bytes())
    articles = fa_kes_articles()
    counts: Counter[str] = Counter()
    for identity, coded in gold.items():
        page = page_of(articles[identity])
        mentions = ground_quantities(page, analysed(page, syntax=args.syntax))
        counts["mentions"] += len(mentions)
        for figure in coded["figures"]:
            result = verdict(figure, page, mentions)
            counts[result] += 1
            if result != "found" and args.errors > 0:
                args.errors -= 1
                at = page.text.lower().find(figure["words"].lower())
                near = [m.span.quote for m in mentions if abs(m.span.start - at) < 60]
                sys.stdout.write(
                    f"{result}\t{figure['words']!r} {figure['low']} {figure['best']} {figure['high']}\t{near}\n"
                )
    asked = counts["found"] + counts["other"] + counts["none"]
    sys.stdout.write(f"found {counts['found']} of {asked} = {counts['found'] / max(1, asked):.3f}  {dict(counts)}\n")


if __name__ == "__main__":
    main()
