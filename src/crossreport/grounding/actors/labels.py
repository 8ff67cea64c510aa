"""Loaded words in and around a mention: which one the page used; never who is meant."""

from functools import cache

from crossreport.grounding.phrases.tree import Tree
from crossreport.words.actor_nouns import labels
from crossreport.words.function_words import HYPHENS

_REACH = 6  # tokens in front of a mention in which its markers stand


@cache
def _ties() -> frozenset[tuple[str, str]]:
    return frozenset((tie.rpartition("-")[0], tie.rpartition("-")[2]) for tie in labels().ties)


@cache
def _markers() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(marker.replace("-", " ").split()) for marker in (*labels().markers, *labels().praise))


def label(text: str, tree: Tree, first: int, last: int, loaded: frozenset[int] = frozenset()) -> str | None:
    """The page's loaded words for the mention of tokens `first` to `last`, joined as written; None if neutral.

    `loaded` are tokens that are known to be.
    """
    start = max(first - _REACH, tree.left(first))
    marked = sorted(at for at in range(start, last) if at in loaded or _loaded(tree, at, last))
    if not marked:
        return None
    runs: list[list[int]] = []
    for at in marked:
        if runs and all(tree.tokens[i].text in HYPHENS for i in range(runs[-1][-1] + 1, at)):
            runs[-1].append(at)
        else:
            runs.append([at])
    return ", ".join(text[tree.tokens[run[0]].start : tree.tokens[run[-1]].end] for run in runs)


def _loaded(tree: Tree, at: int, last: int) -> bool:
    low = tree.lows[at]
    if low in labels().words or low in labels().praise:
        return True
    words = [i for i in range(max(0, at - 3), min(last, at + 4)) if tree.tokens[i].text not in HYPHENS]
    here = words.index(at) if at in words else 0
    before = tree.lows[words[here - 1]] if here else ""
    after = tree.lows[words[here + 1]] if here + 1 < len(words) else ""
    if (low, after) in _markers() or (before, low) in _markers() or (low,) in _markers():
        return True
    return (low, after) in _ties() or (before, low) in _ties()
