"""Groups called by letters and a number that the register does not know: "the gang G-9", "RNF-7 fighters".

In: a token in capitals. Out: the tokens of the name and the group's own identity. Refuses where nothing on the page
sets the name beside an armed group's noun, and what is a weapon, an aircraft or a vehicle ("F-16 fighters").
"""

import re

from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.phrase import noun_class
from crossreport.grounding.phrases.scene import Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor, ActorKind
from crossreport.words.actors import slug
from crossreport.words.events import ontology

_LETTERS = re.compile(r"[A-Z]{1,5}")
_NUMBER = re.compile(r"\d{1,3}")
_LONG = 3  # tokens: letters, hyphen, number
_ARMED: dict[str, ActorKind] = {
    "gunman": "political_militia",
    "militia": "political_militia",
    "rebel": "rebel_group",
    "militant": "rebel_group",
}
_TIES = frozenset({"flat", "appos", "compound", "nmod", "conj"})


def numbered(scene: Scene, tree: Tree, at: int) -> tuple[int, int, Answer] | None:
    """Tokens and identity of a group with such a name that begins at `at`."""
    name = _name(tree, at)
    if name is None or (tree.index, at) in scene.covering or _is_a_thing(name):
        return None
    kind = next((kind for one in (tree, *scene.trees) for kind in _beside(one, name)), None)
    if kind is None:
        return None
    actor = Actor(f"minted:{slug(name)}", name, kind, scene.focus)
    return at, at + _LONG, (actor, (Note("minted", "a group that the register does not know, named by the page"),), ())


def _name(tree: Tree, at: int) -> str | None:
    parts = tree.tokens[at : at + _LONG]
    if (
        len(parts) < _LONG
        or parts[1].text != "-"
        or not (parts[0].end == parts[1].start and parts[1].end == parts[2].start)
    ):
        return None
    fits = _LETTERS.fullmatch(parts[0].text) and _NUMBER.fullmatch(parts[2].text)
    return "".join(part.text for part in parts) if fits else None


def _is_a_thing(name: str) -> bool:
    classes = ontology().classes
    return any(name.lower() in classes[kind] for kind in ("weapon", "aircraft", "vehicle"))


def _beside(tree: Tree, name: str) -> list[ActorKind]:
    """The kinds of group by whose nouns a sentence calls the name."""
    found: list[ActorKind] = []
    for at in range(len(tree.tokens)):
        head = tree.tokens[at].head
        if _name(tree, at) == name and head >= 0 and tree.rel(at) in _TIES:
            kind = _ARMED.get(noun_class(tree, head) or "")
            found += [kind] if kind is not None else []
    return found
