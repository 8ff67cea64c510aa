"""Claims: one speaker and, in content words, one gist."""

import re
from collections.abc import Sequence

from evals.coded import CodedClaim
from evals.same import plain, same_name

ENOUGH = 0.3  # share of the gist's content words; gists are a coder's own words
_SHORT = 3  # letters from which a word carries meaning
_STOP = re.compile(
    "about|after|again|against|all|also|and|any|are|been|before|being|but|can|could|did|does|for|from|had|has|have|her|"
    "him|his|how|into|its|more|most|nor|not|only|other|our|out|over|said|say|says|she|should|some|such|than|that|the|"
    "their|them|then|there|these|they|this|those|through|under|was|were|what|when|where|which|while|who|will|with|would"
)


def content_words(text: str) -> frozenset[str]:
    """The stems, roughly, of the words that carry meaning."""
    return frozenset(_stem(word) for word in plain(text).split() if len(word) >= _SHORT and not _STOP.fullmatch(word))


def overlap(gist: str, words: str) -> float:
    """Share of the gist's content words that `words` hold."""
    wanted = content_words(gist)
    return len(wanted & content_words(words)) / len(wanted) if wanted else 0.0


def match_claims(gold: Sequence[CodedClaim], ours: Sequence[CodedClaim]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, those with most words in common first."""
    scored = [
        (overlap(a.says or "", b.says or ""), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(ours)
        if same_name(a.speaker or "", b.speaker or "")
    ]
    pairs: list[tuple[int, int]] = []
    for score, i, j in sorted(scored, key=lambda each: -each[0]):
        if score >= ENOUGH and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|s|ly)$", "", word)[:7] if len(word) > 4 else word
