"""Whether sentence vectors of the shipped encoder tell a page retold from one reported anew, beside stems.

    python -m evals.paraphrases [--incidents N]

Retold: pages of the flood test in other words (`tests/weighing/floods.py`), and pages rewritten throughout
(`paraphrases.yaml`), of which hardly a word is kept. Anew: the flood test's independent reports of one deed, and
papers of gva_longtail on one shooting of which neither has a fifth of the other's five-word runs. A pair's score is
the mean, over the sentences of the page with fewer, of the best cosine in the other; for stems the share of the smaller
page's own stems that lie in sentences that are alike. Printed: retold pairs found where one in a hundred pairs told
anew is taken for retold, and by the rule of `linking/paraphrase.py`.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from crossreport.language.model import Model
from crossreport.linking.paraphrase import ALIKE, ALIKE_SHARE, STEMS, compare
from crossreport.linking.stems import own_stems
from crossreport.linking.text import bodies, sentences
from crossreport.model import Page
from evals.corpora import Article, own_yaml
from evals.linking import raw_page
from evals.linking_gva import incidents
from tests.weighing.floods import CLAIMS, flood, independent

INCIDENTS = 400
DRAWS = 7  # of each claim of the flood test
RUN, FEW = 5, 0.2  # papers that share more of their runs of words are copies in part
SHORT = 5  # words of a sentence that is left out
WRONG = 0.01  # of the pairs told anew

Pair = tuple[Page, Page]
Floats = NDArray[np.float32]


class _Rewritten(Struct, frozen=True):
    told: str
    retold: str


def main(arguments: list[str] | None = None) -> int:
    """Print what each sign finds."""
    parser = argparse.ArgumentParser(prog="evals.paraphrases", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--incidents", type=int, default=INCIDENTS)
    options = parser.parse_args(arguments)
    retold = {"flood": _flooded(), "rewritten": _rewritten()}
    anew = {"flood": _independent(), "gva": _papers(options.incidents)}
    every = [pair for pairs in (*retold.values(), *anew.values()) for pair in pairs]
    vectors = _Vectors(page for pair in every for page in pair)
    for name, score in (("vectors", vectors.score), ("stems", _by_stems)):
        against = sorted((score(*pair) for pairs in anew.values() for pair in pairs), reverse=True)
        bar = against[int(WRONG * len(against))]
        found = {kind: [pair for pair in pairs if score(*pair) > bar] for kind, pairs in retold.items()}
        new = {kind: sum(not _compared(*pair) for pair in pairs) for kind, pairs in found.items()}
        says = ", ".join(
            f"{kind} {len(found[kind])} of {len(retold[kind])} ({new[kind]} beside the rule)" for kind in found
        )
        print(f"{name:8} above {bar:.3f}: {says}; told anew {sum(one > bar for one in against)} of {len(against)}")
    for kind, pairs in (*retold.items(), *((f"anew {name}", pairs) for name, pairs in anew.items())):
        print(f"rule     {kind}: {sum(bool(_compared(*pair)) for pair in pairs)} of {len(pairs)}")
    return 0


def _flooded() -> list[Pair]:
    pages = [[flood(claim, "paraphrased", 13 * number + 1).page for number in range(DRAWS)] for claim in CLAIMS]
    return [pair for group in pages for pair in combinations(group, 2)]


def _independent() -> list[Pair]:
    pages = [[independent(claim, number).page for number in range(len(claim.tellings))] for claim in CLAIMS]
    return [pair for group in pages for pair in combinations(group, 2)]


def _rewritten() -> list[Pair]:
    stories: list[_Rewritten] = own_yaml("paraphrases.yaml", list[_Rewritten])
    return [(_page(f"{at}a", story.told), _page(f"{at}b", story.retold)) for at, story in enumerate(stories)]


def _page(name: str, text: str) -> Page:
    return raw_page(Article(name, f"What happened\n\n{text}", "2024-01-01", ""))


def _papers(most: int) -> list[Pair]:
    groups = [[raw_page(article) for article in pages] for _, pages in incidents("dev", most)]
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    return [(one, other) for one, other in pairs if _in_common(one.text, other.text) < FEW]


def _in_common(one: str, other: str) -> float:
    here, there = _runs(one), _runs(other)
    return len(here & there) / max(1, min(len(here), len(there)))


@cache
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _compared(one: Page, other: Page) -> Sequence[object]:
    return compare(own_stems(one), own_stems(other))


def _by_stems(one: Page, other: Page) -> float:
    """The share of the smaller page's stems that lie in sentences that are alike; 0 for fewer than `STEMS`."""
    mine, theirs = own_stems(one), own_stems(other)
    shared: set[str] = set()
    for here in mine:
        for there in theirs:
            common = here.stems & there.stems
            if len(common) >= max(ALIKE, ALIKE_SHARE * min(len(here.stems), len(there.stems))):
                shared |= common
    if len(shared) < STEMS:
        return 0.0
    sizes = [len(frozenset().union(*(sentence.stems for sentence in told))) for told in (mine, theirs)]
    return len(shared) / min(sizes)


class _Vectors:
    """Mean states of the sentences of pages, less the mean of all, of length one."""

    def __init__(self, pages: Iterable[Page]) -> None:
        model = Model()
        distinct = {page.id: page for page in pages}
        raw = {name: _states(model, page) for name, page in sorted(distinct.items())}
        mean = np.concatenate([rows for rows in raw.values() if len(rows)]).mean(axis=0)
        self._of = {name: _unit(rows - mean) for name, rows in raw.items() if len(rows)}

    def score(self, one: Page, other: Page) -> float:
        """Mean best cosine over the sentences of the page that has fewer."""
        if one.id not in self._of or other.id not in self._of:
            return 0.0
        likeness = self._of[one.id] @ self._of[other.id].T
        return float(likeness.max(axis=1 if likeness.shape[0] <= likeness.shape[1] else 0).mean())


def _states(model: Model, page: Page) -> Floats:
    rows = []
    for start, end in bodies(page):
        for first, last in sentences(page.text, start, end):
            words = re.findall(r"\w+|[^\w\s]", page.text[first:last])
            if len(words) >= SHORT and sum(map(model.size, words)) < 500:
                rows.append(model.encode(words).mean(axis=0))
    return np.array(rows, dtype=np.float32)


def _unit(rows: Floats) -> Floats:
    unit: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit


if __name__ == "__main__":
    sys.exit(main())
