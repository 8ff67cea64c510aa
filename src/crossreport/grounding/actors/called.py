"""Bodies whose name ends with a country's: "Mine-Free Yemen", "Save Mali", "Free Press Haiti" are never the state.

In: a country's name that stands for an actor. Out: the whole name's tokens and an identity of its own. Refuses one
capitalised quality that opens a sentence ("Neighbouring Turkey"), bearings, headlines, days, and what names somebody.
"""

from crossreport.grounding.actors.unknown import identity
from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.find import Found
from crossreport.grounding.phrases.phrase import noun_class
from crossreport.grounding.phrases.scene import Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.grounding.places.words import place_words
from crossreport.words.actor_nouns import actor_nouns
from crossreport.words.calendar import calendar_names
from crossreport.words.function_words import HYPHENS


def body_called_for(scene: Scene, tree: Tree, found: Found, at: int) -> tuple[int, int, Answer] | None:
    """The tokens and identity of the body whose name the country at `at` closes."""
    if found.kind != "country" or found.head != at or _is_headline(scene, tree):
        return None
    if found.first == 0 or not tree.tokens[found.first].text[:1].isupper():
        return None
    first = found.first
    while first > 0 and _goes_on(scene, tree, first - 1, at):
        first -= 1
    while first < found.first and not tree.tokens[first].text[:1].isalpha():
        first += 1
    words = [i for i in range(first, found.first) if tree.tokens[i].text[:1].isalpha()]
    if not any(tree.tokens[i].upos == "PROPN" or i > 0 for i in words) or (
        len(words) == 1 and not _named(tree, words[0], at)
    ):
        return None
    if all(noun_class(tree, i) is not None or tree.lows[i] in actor_nouns().not_names for i in words):
        return None  # "President of", "Army"
    written = " ".join(scene.text(tree.index, first, found.last).split())
    return first, found.last, identity(scene, tree, at, first, found.last, written, None)


def _is_headline(scene: Scene, tree: Tree) -> bool:
    """Whether the line is a title, whose capitals tell nothing."""
    return scene.page.blocks[tree.sentence.block].kind == "title"


def _goes_on(scene: Scene, tree: Tree, at: int, head: int) -> bool:
    """Whether a capitalised word, or a hyphen between two, belongs to the name that the country closes."""
    token = tree.tokens[at]
    if (tree.index, at) in scene.covering or tree.lows[at] in calendar_names() or not _hangs(tree, at, head):
        return False
    if token.text in HYPHENS:
        return at > 0 and tree.tokens[at - 1].text[:1].isupper()
    bearing = tree.lows[at].rpartition("-")[2] in place_words().directions
    return token.text[:1].isupper() and token.upos in ("PROPN", "ADJ", "NOUN", "VERB") and not bearing


def _hangs(tree: Tree, at: int, head: int) -> bool:
    """Whether a word hangs on the country, or on an object right in front of it: nobody says "homes Ukraine said"."""
    fronted = [kid for kid in tree.children[tree.tokens[head].head] if kid < head and tree.rel(kid) == "obj"]
    subject = tree.role(head) == "nsubj"
    return tree.reaches(at, head) or (subject and any(at == one or tree.reaches(at, one) for one in fronted))


def _named(tree: Tree, word: int, at: int) -> bool:
    """Whether one word in front is part of the name: not where only the sentence's beginning gives it its capital."""
    together = any(one.label == "ORG" and one.first <= word and at < one.last for one in tree.sentence.names)
    return together if word == 0 else tree.tokens[word].upos == "PROPN"
