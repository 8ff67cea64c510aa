"""Of which country a passage is, on a page that tells of several: what its paragraph opens with ("In Mali, …").

In: a scene and a place in it. Out: a country code, or None where nothing opens the passage; then the page decides.
Also whether a group told of before belongs to another land's war, so that no nameless fighters here are its own.
"""

import re
from collections import Counter

from crossreport.grounding.phrases.scene import Draft, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.words.actor_nouns import noun_classes
from crossreport.words.function_words import DASHES

_LANDS, _MOST_ONE = 3, 0.5  # countries of a round-up's towns, and the largest share of one; set on own sentences
_HEAD = 8  # tokens up to the dash behind the town that heads an item: "PORT-AU-PRINCE -"
_OPENING = 3  # tokens in which a sentence's "In X," may begin: "Meanwhile, in X,"
_QUALITIES = 3  # nouns up to the one that a quality belongs to
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
    tree = scene.trees[sentence]
    return opened_with(scene, sentence, at) or datelined(scene, tree) or _lies_in(scene, tree)


def facing(scene: Scene, tree: Tree, head: int) -> str | None:
    """The country whose government is named in one breath: "a Syrian government delegation and the opposition"."""
    own = _top(tree, head)
    lands = {
        name.refs[0].id
        for name in scene.found
        if name.sentence == tree.index and name.kind in ("adjective", "country") and _governs(tree, name.head)
        for other in (_top(tree, name.head),)
        if (tree.rel(own) == "conj" and tree.tokens[own].head == other)
        or (tree.rel(other) == "conj" and tree.tokens[other].head == own)
    }
    return lands.pop() if len(lands) == 1 else None


def _top(tree: Tree, at: int) -> int:
    """The noun on which a word hangs as a quality: "delegation" of "Syrian government delegation"."""
    for _ in range(_QUALITIES):
        if tree.rel(at) not in ("compound", "amod") or tree.tokens[at].head < 0:
            return at
        at = tree.tokens[at].head
    return at


def _governs(tree: Tree, at: int) -> bool:
    """Whether the name stands with a noun for a government: "Syrian government", "the government of Syria"."""
    above = tree.tokens[at].head
    beside = [] if above < 0 else [other for other in tree.children[above] if tree.rel(other) == "compound"]
    return above >= 0 and any(noun_classes().get(tree.lemmas[other]) == "government" for other in (above, *beside))


def datelined(scene: Scene, tree: Tree) -> str | None:
    """The country of the town in capitals with a dash that opens the paragraph, where such heads are of many lands."""
    heads: dict[int, str] = {}
    for one in scene.trees:
        block = one.sentence.block
        if block not in heads and one.sentence.start == scene.page.blocks[block].start:
            code = _headed(scene, one)
            if code is not None:
                heads[block] = code
    return heads.get(tree.sentence.block) if len(set(heads.values())) > 1 else None


def _headed(scene: Scene, tree: Tree) -> str | None:
    """The country of X in "X - Gunmen attacked"."""
    dash = next((at for at in range(1, min(_HEAD, len(tree.tokens))) if tree.tokens[at].text in DASHES), None)
    if dash is None or not scene.text(tree.index, 0, dash).isupper():
        return None
    name = scene.covering.get((tree.index, 0))
    if name is not None and name.kind in ("capital", "country"):
        return name.refs[0].id
    return scene.place_countries.get(tree.tokens[0].start)


def _lies_in(scene: Scene, tree: Tree) -> str | None:
    """The one country of a sentence's towns, on a page whose towns lie in many countries."""
    lands = Counter(scene.place_countries.values())
    if len(lands) < _LANDS or max(lands.values()) > _MOST_ONE * lands.total():
        return None
    starts = [token.start for token in tree.tokens]
    here = {scene.place_countries[start] for start in starts if start in scene.place_countries}
    return here.pop() if len(here) == 1 else None


def of_another_war(scene: Scene, tree: Tree, draft: Draft) -> bool:
    """Whether an armed group told of in another paragraph, on other lands, fights in none of this paragraph's."""
    group = draft.value
    if group is None or group.country is None or group.generic:
        return False
    there = scene.trees[draft.sentence]
    if there.sentence.block == tree.sentence.block:
        return False
    here = _lands(scene, tree.sentence.block)
    if group.country in here or here & _lands(scene, there.sentence.block):
        return False
    lands = (scene.country(code) for code in here)
    return any(land is not None and land.fought_over for land in lands)  # talks abroad are of the same war


def _lands(scene: Scene, block: int) -> frozenset[str]:
    """The countries of a paragraph's towns, and those that it or the heading over it names."""
    over = block - 1 if block > 0 and scene.page.blocks[block - 1].kind == "subtitle" else block
    lands: set[str] = set()
    for tree in scene.trees:
        if tree.sentence.block in (block, over):
            starts = (token.start for token in tree.tokens)
            lands.update(scene.place_countries[start] for start in starts if start in scene.place_countries)
    for one in scene.found:
        if one.kind in ("country", "capital") and scene.trees[one.sentence].sentence.block in (block, over):
            lands.add(one.refs[0].id)
    return frozenset(lands)


def item_opened(scene: Scene, tree: Tree) -> int:
    """The sentence that opens the paragraph of a dated list in which a sentence stands ("On 7 June, …"); else 0."""
    block = tree.sentence.block
    first = next(one.index for one in scene.trees if one.sentence.block == block)
    dated = [one.index for one in scene.trees[: first + 1] if _DATED.match(" ".join(one.lows[:3]))]
    return first if first in dated and len(dated) > 1 else 0


_DATED = re.compile(r"on (?:the )?\d{1,2}(?:st|nd|rd|th)?\b")
