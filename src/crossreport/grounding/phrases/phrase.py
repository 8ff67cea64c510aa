"""A noun phrase that denotes an actor: its head's class, its words, and the names inside it.

In: a tree and a head token. Out: `Phrase`. Decides nothing about who is meant.
"""

from itertools import pairwise

from msgspec import Struct

from crossreport.grounding.phrases.find import Found, tied
from crossreport.grounding.phrases.scene import Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.analysis import PLURAL
from crossreport.words.actor_nouns import ARMED_NOUNS, actor_nouns, noun_classes, word_set

_MODIFYING = frozenset({"compound", "amod", "flat"})
_MEMBERS = ARMED_NOUNS | {"forces", "air", "coalition"}
_TITLES = frozenset({"official", "source", "witness"})
_FORCES_OF = frozenset({"coalition", "task"})
_LINKS = frozenset({"nmod", "appos", "list", "parataxis", "dep", "conj"})


class Phrase(Struct, frozen=True):
    """Tokens `first` to `last` of a phrase around `head`; `words` are the lemmas in front of the head."""

    tree: Tree
    head: int
    first: int
    last: int
    noun: str
    lemma: str
    words: tuple[str, ...]
    names: tuple[Found, ...]  # names inside it that say whose it is
    sponsors: tuple[tuple[Found, str], ...]  # names tied to it only ("US-led"), with the tie
    plural: bool
    definite: bool

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of `words` stands in front of the head."""
        return not words.isdisjoint(self.words)

    def side(self, words: frozenset[str], before: frozenset[str]) -> bool:
        """Whether "pro-" or "anti-" (`before`) stands before one of `words`."""
        joined = [word for word in self.words if word not in ("-", "–")]
        return any(first in before and second in words for first, second in pairwise(joined))


_WINGED = frozenset({"jet", "plane", "bomber", "aircraft", "stealth", "airplane", "warplane"})  # beside "fighter"


def flies(tree: Tree, at: int) -> bool:
    """ "Stealth fighters", "fighter jets": aeroplanes, no people who fight."""
    return tree.lemmas[at] == "fighter" and bool(_WINGED & set(tree.lemmas[max(0, at - 1) : at + 2]))


def defends_air(tree: Tree, at: int) -> bool:
    """ "Air defence", "air defences", "air-defence crews": who shoots down what flies."""
    words = [word for word in tree.lows[max(0, at - 4) : at + 1] if word not in ("-", "–")]
    arm = word_set("air_defence")
    if words[-1] in arm:
        follows = tree.lemmas[at + 1] if at + 1 < len(tree.tokens) else ""
        return words[-2:-1] in (["air"], ["aerial"], ["missile"]) and follows not in word_set("air_defenders")
    return tree.lemmas[at] in word_set("air_defenders") and words[-3:-1] in (["air", one] for one in arm)


def noun_class(tree: Tree, at: int) -> str | None:
    """The class of an actor noun; None for any other word."""
    token = tree.tokens[at]
    if token.upos not in ("NOUN", "PROPN", "ADJ"):
        return None
    lemma = tree.lemmas[at]
    if lemma == "member" and at > 0 and tree.lows[at - 1] == "service":
        return "forces"
    if at > 0 and (
        (tree.lows[at - 1], lemma) == ("jet", "fighter")
        or (tree.lows[at - 1] == "air" and lemma in word_set("air_arms"))
    ):
        return "air"
    if lemma == "vehicle" and at > 0 and tree.lows[at - 1] == "aerial":
        return "air"  # "unmanned aerial vehicles"
    if defends_air(tree, at):
        return "forces"
    joint = _FORCES_OF | actor_nouns().security_words | word_set("joint_words")
    if lemma == "force" and at > 0 and tree.lows[at - 1] in joint:
        return "forces"
    if lemma == "service" and at > 0 and tree.lows[at - 1] in ("intelligence", "secret"):
        return "forces"
    if flies(tree, at):
        return None
    if lemma == "figure" and not any(tree.lemmas[i] in actor_nouns().figure_words for i in range(max(0, at - 2), at)):
        return None
    found = noun_classes().get(lemma) or noun_classes().get(tree.lows[at]) or _of_plural(tree, at)
    plural = token.xpos in PLURAL or tree.lows[at].endswith("s")
    if found is None or (lemma in actor_nouns().plural_only and not plural and token.upos != "ADJ"):
        return None
    above = modifies(tree, at)
    if above is not None and tree.lemmas[above] in actor_nouns().deeds | actor_nouns().things:
        return found
    if token.upos == "ADJ" and (tree.rel(at) in _MODIFYING or not tree.definite(tree.left(at), at)):
        return None
    return found


def _of_plural(tree: Tree, at: int) -> str | None:
    """A plural that was taken for a name ("Warplanes" at the head of a sentence)."""
    if tree.tokens[at].upos != "PROPN" or not tree.lows[at].endswith("s"):
        return None
    return noun_classes().get(tree.lows[at][:-1])


def modifies(tree: Tree, at: int) -> int | None:
    """The noun behind it that a token stands in front of as a modifier, alone or named together with another."""
    head = tree.tokens[at].head
    if tree.rel(at) == "conj" and 0 <= head < at:
        noun = modifies(tree, head)
        return noun if noun is not None and noun > at else None
    if head > at and tree.rel(at) in _MODIFYING and tree.tokens[head].upos in ("NOUN", "PROPN"):
        return head
    return None


def phrase(scene: Scene, tree: Tree, head: int, noun: str) -> Phrase:
    """The phrase of an actor noun."""
    left = _left(scene, tree, head)
    inside = _inside(scene, tree, left, head)
    names, sponsors = [], []
    for one in inside:
        tie = tied(tree, one.first, one.last)
        own = tie is not None and any(ref.alias.lower().startswith(tie) for ref in one.refs if ref.kind == "alias")
        if tie is not None and not own:  # "anti-Balaka" is itself a name
            sponsors.append((one, tie))
        elif _belongs(tree, one, head, noun):
            names.append(one)
    token = tree.tokens[head]
    return Phrase(
        tree=tree,
        head=head,
        first=tree.bare(_linked(tree, left, head, [*names, *(one for one, _ in sponsors)]), head),
        last=max(tree.right(head), head + 1),
        noun=noun,
        lemma=tree.lemmas[head],
        words=_words(tree, left, head),
        names=tuple(names),
        sponsors=tuple(sponsors),
        plural=token.xpos in PLURAL or tree.lows[head] in ("police", "people", "troops", "military"),
        definite=tree.definite(left, head),
    )


def _words(tree: Tree, left: int, head: int) -> tuple[str, ...]:
    """The words in front of a head; a plural right before it also in the singular ("the regimes helicopter")."""
    words = [tree.lows[at] if tree.tokens[at].xpos in PLURAL else tree.lemmas[at] for at in range(left, head)]
    if words and tree.tokens[head - 1].xpos in PLURAL:
        words.append(tree.lemmas[head - 1])
    return tuple(words)


def _left(scene: Scene, tree: Tree, head: int) -> int:
    """The phrase's left edge; a name that stands before it belongs to it, whatever the tagger took it for ("IS")."""
    left = tree.left(head)
    while left > 0 and tree.tokens[left].upos != "DET":
        name = scene.covering.get((tree.index, left - 1))
        if name is None or not name.named or tree.tokens[left - 1].upos in ("NOUN", "PROPN", "ADJ"):
            break
        left = name.first
    return left


def _linked(tree: Tree, left: int, head: int, inside: list[Found]) -> int:
    """Past words at the left edge that do not hang on the head ("Saturday local media")."""
    names = {at for one in inside for at in range(one.first, one.last)}
    starts = [one.first for one in inside if one.first < left]
    while left < head and left not in names and not tree.reaches(left, head):
        left += 1
    return min([left, *starts])


def _inside(scene: Scene, tree: Tree, left: int, head: int) -> list[Found]:
    found: list[Found] = []
    for at in range(left, head):
        one = scene.covering.get((tree.index, at))
        if one is not None and one.last <= head and (not found or found[-1] is not one):
            found.append(one)
    return found


def _belongs(tree: Tree, one: Found, head: int, noun: str) -> bool:
    """Whether a name in front of a noun modifies it: by the tree, or because only words of the phrase part them."""
    if tree.reaches(one.head, head):
        return True
    beside = all(tree.tokens[at].upos in ("ADJ", "NOUN", "PROPN", "PUNCT", "PART") for at in range(one.last, head))
    linked = tree.rel(one.head) in _LINKS or tree.reaches(head, one.head)
    if one.kind == "country":
        return False
    return beside and (noun in _MEMBERS or (noun in _TITLES and linked)) and one.kind != "capital"
