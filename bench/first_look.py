"""What a cheap look at each sentence before the encoder could save: `python -m bench.first_look [--pages N]`.

A sentence without a word of the ontology's triggers, of reporting, of number and without quotation marks can give no
report, figure or claim, so it would need no syntax. Prints the share of words in such sentences, what is lost with
them, and what an oracle could skip that knows which sentences give nothing. FA-KES dev pages.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

os.environ.setdefault("OMP_NUM_THREADS", "1")

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.grounding.numbers.words import number_words
from crossreport.language import Analyser
from crossreport.language.lemma import lemmatise
from crossreport.model import Page, Span
from crossreport.reading import read_page
from crossreport.words.events import triggers
from crossreport.words.reporting import reporting
from evals.corpora import Absent, fa_kes_sample
from evals.rooms import capture_of

_READINGS = (("VERB", "VBD"), ("VERB", "VBZ"), ("VERB", "VBG"), ("VERB", "VBN"), ("NOUN", "NNS"))
_VAGUE = frozenset({"dozens", "hundreds", "scores", "several", "many", "some", "few", "dozen"})
_SAYING = frozenset({"according", "reportedly", "allegedly", '"', "“", "”"})


@cache
def telling() -> frozenset[str]:
    """Lemmas that may tell something."""
    happening = {lemma.split()[-1].split("-")[-1] for _, lemma in triggers()}
    return frozenset(happening | set(reporting().verbs) | set(number_words().cardinals) | _VAGUE | _SAYING)


@cache
def tells(word: str) -> bool:
    """Whether a word, in any of its readings, is one of these or a numeral."""
    low = word.lower()
    forms = {low, *(lemmatise(low, upos, xpos) for upos, xpos in _READINGS)}
    return any(char.isdigit() for char in word) or not telling().isdisjoint(forms)


def coded_spans(page: Page, analyser: Analyser, counts: Counter[str]) -> None:
    """Count words and what is coded, in all sentences and in those that would be skipped."""
    analysis = analyser.analyse(page)
    coded = code(page, analysis, ground(page, analysis))
    spans: list[tuple[str, Span]] = [("reports", one.span) for one in coded.reports]
    spans += [("claims", one.span) for one in coded.claims] + [("figures", one.span) for one in coded.figures]
    counts.update(name for name, _ in spans)
    for sentence in analysis.sentences:
        size = len(sentence.tokens)
        inside = [name for name, span in spans if span.start < sentence.end and sentence.start < span.end]
        counts["words"] += size
        counts["words of an oracle"] += 0 if inside else size
        if not any(tells(token.text) for token in sentence.tokens):
            counts["words skipped"] += size
            counts.update(f"{name} lost" for name in inside)


def told(counts: Counter[str]) -> Iterator[str]:
    """The lines of the result."""
    yield f"words in sentences that hold no telling word: {counts['words skipped'] / counts['words']:.1%}"
    yield f"words in sentences that gave nothing: {counts['words of an oracle'] / counts['words']:.1%}"
    for name in ("reports", "figures", "claims"):
        yield f"{name} lost: {counts[f'{name} lost']} of {counts[name]}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.first_look")
    parser.add_argument("--pages", type=int, default=60)
    wanted = parser.parse_args(arguments).pages
    try:
        articles = fa_kes_sample(wanted)
    except Absent as absent:
        print(f"skipped: {absent}")
        return 0
    analyser, counts = Analyser(), Counter[str]()
    for article in articles:
        page = read_page(capture_of(f"{article.id}.txt", article.text))
        if isinstance(page, Page):
            coded_spans(page, analyser, counts)
    print("\n".join(told(counts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
