"""Of which country a passage is, on a page that tells of several: what its paragraph opens with ("In Mali, …").

In: a scene and a place in it. Out: a country code, or None where nothing opens the passage; then the page decides.
"""

import re
from collections import Counter

from crossreport.grounding.actors_scene import Scene
from crossreport.grounding.actors_tree import Tree

_LANDS, _MOST_ONE = 3, 0.5  # countries of a round-up's towns, and the largest share of one; set on own sentences
_OPENING = 3  # tokens in which a sentence's "In X," may begin: "Meanwhile, in X,"
_BACK = 3  # sentences for which an opening holds unless another country is told of; set on own sentences


def opened_with(scene: Scene, sentence: int, at: int) -> str | None:
    """The country that the sentence, or one shortly before it, opens with; any other named in between ends it."""
    here = scene.trees[sentence]
    for back in range(_BACK + 1):
        if sentence - back < 0:
            return None
        tree = scene.trees[sentence - back]
        if scene.page.blocks[tree.sentence.block].kind != scene.page.blocks[here.sentence.block].kind:
            return None
        code = _opening(scene, tree, at if not back else len(tree.tokens))
        if code is not None:
            return code
        if any(one.sentence == tree.index and one.kind == "country" for one in scene.found):
            return None
    return None


def _opening(scene: Scene, tree: Tree, before: int) -> str | None:
    """X of "In X, …" at the head of a sentence, in front of token `before`."""
    for at in range(min(_OPENING, len(tree.tokens))):
        if tree.lows[at] not in ("in", "across"):
            continue
        first = at + 1
        name = scene.covering.get((tree.index, first))
        if name is None and first + 1 < len(tree.tokens):
            name = scene.covering.get((tree.index, first + 1))  # "in neighbouring Niger"
        if name is None or name.kind != "country" or name.last > before:
            return None
        return name.refs[0].id
    return None


def abroad_opened(scene: Scene, tree: Tree) -> str | None:
    """The country, not the page's, of the town that a sentence opens with: whose army acts there, nobody says."""
    for at in range(min(_OPENING, len(tree.tokens) - 1)):
        if tree.lows[at] not in ("in", "near", "at"):
            continue
        code = scene.place_countries.get(tree.tokens[at + 1].start)
        return code if code not in (None, scene.focus) and scene.counts[code or ""] else None
    return None


def told_of(scene: Scene, sentence: int, at: int) -> str | None:
    """The country that the passage opens with; in a round-up, the one of the sentence's towns."""
    return opened_with(scene, sentence, at) or _lies_in(scene, scene.trees[sentence])


def _lies_in(scene: Scene, tree: Tree) -> str | None:
    """The one country of a sentence's towns, on a page whose towns lie in many countries."""
    lands = Counter(scene.place_countries.values())
    if len(lands) < _LANDS or max(lands.values()) > _MOST_ONE * lands.total():
        return None
    starts = [token.start for token in tree.tokens]
    here = {scene.place_countries[start] for start in starts if start in scene.place_countries}
    return here.pop() if len(here) == 1 else None


def item_opened(scene: Scene, tree: Tree) -> int:
    """The sentence that opens the paragraph of a dated list in which a sentence stands ("On 7 June, …"); else 0."""
    block = tree.sentence.block
    first = next(one.index for one in scene.trees if one.sentence.block == block)
    dated = [one.index for one in scene.trees[: first + 1] if _DATED.match(" ".join(one.lows[:3]))]
    return first if first in dated and len(dated) > 1 else 0


_DATED = re.compile(r"on (?:the )?\d{1,2}(?:st|nd|rd|th)?\b")
