"""Peoples and kin named together before one noun: "between the Habar Gidir and Marehan clans", "Hema and Lendu groups".

In: a token of a page. Out: tokens and `Answer` of the first or the second of the two; the second, which the noun ends,
has the first among its candidates where the tree keeps that below the noun. Refuses names of the register, which are
actors of their own, and a single name.
"""

from collections.abc import Callable

from msgspec import structs

from crossreport.grounding.descriptions.joint import JOINT
from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.phrase import Phrase, noun_class, phrase
from crossreport.grounding.phrases.scene import Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.words.actor_nouns import ARMED_NOUNS, noun_classes, word_set

_LONGEST = 3  # words of one of the two names

Described = Callable[[Phrase], Answer | None]
Kin = tuple[int, int, Answer | None]


def kin(scene: Scene, tree: Tree, at: int, described: Described) -> Kin | None:
    """Whom token `at` names, if it heads one of two names that share the noun behind them; nobody inside a name."""
    found = _pair(scene, tree, at)
    if found is None:
        return _one(scene, tree, at)
    first, seam, noun = found
    one = _of(scene, tree, (first, seam), noun, described)
    other = _of(scene, tree, (seam + 1, noun), noun, described)
    if one is None or other is None or one[0] is None:
        return None
    if at != noun:
        return first, seam, (one if at == tree.top(first, seam) else None)
    if not tree.reaches(tree.top(first, seam), noun):
        return seam + 1, noun + 1, other
    together = Note(JOINT, f"named together with {one[0].name}")
    return seam + 1, noun + 1, (other[0], (*other[1], together), (one[0].id,))


def _one(scene: Scene, tree: Tree, at: int) -> Kin | None:
    """ "The Jaafar clan": people of one descent, who are no place's and no state's."""
    if tree.lemmas[at] not in word_set("descent") or tree.tokens[at].upos not in ("NOUN", "PROPN"):
        return None
    first = _names_back(tree, at)
    if not 0 < at - first <= _LONGEST or _taken(scene, tree, first, at):
        return None
    return first, at + 1, _descended(scene, tree, (first, at), at)


def _pair(scene: Scene, tree: Tree, at: int) -> tuple[int, int, int] | None:
    """The first token, the "and" and the shared noun of two names around token `at`."""
    noun = next((i for i in range(at, min(len(tree.tokens), at + 2 * _LONGEST + 2)) if _shared(tree, i)), None)
    if noun is None:
        return None
    start = _names_back(tree, noun)
    seam = start - 1
    if not 0 < noun - start <= _LONGEST or seam < 1 or tree.lows[seam] != "and":
        return None
    first = _names_back(tree, seam)
    if not 0 < seam - first <= _LONGEST or not first <= at:
        return None
    return None if _taken(scene, tree, first, noun) else (first, seam, noun)


def _taken(scene: Scene, tree: Tree, first: int, last: int) -> bool:
    """Whether a name is one of the register's, or a state's."""
    names = [scene.covering.get((tree.index, at)) for at in range(first, last)]
    return any(one is not None and (one.named or one.kind != "region") for one in names)


def _shared(tree: Tree, at: int) -> bool:
    """Whether a plural noun is one of kin, or of those who fight for a people."""
    token = tree.tokens[at]
    if token.upos not in ("NOUN", "PROPN") or not tree.lows[at].endswith(("s", "men")):
        return False
    return tree.lemmas[at] in word_set("lineages") or noun_class(tree, at) in ARMED_NOUNS


def _names_back(tree: Tree, end: int) -> int:
    """Where the capitalised words right before `end` begin."""
    start = end
    while start > 0 and tree.tokens[start - 1].text[:1].isupper() and tree.tokens[start - 1].upos in _NAMES:
        start -= 1
    return start


_NAMES = frozenset({"PROPN", "ADJ", "NOUN", "X"})


def _of(scene: Scene, tree: Tree, name: tuple[int, int], noun: int, described: Described) -> Answer | None:
    """The kin of one name; for fighters those of its people."""
    if tree.lemmas[noun] in word_set("lineages"):
        return _descended(scene, tree, name, noun)
    people = noun_classes().get(tree.lows[name[0]]) == "community" and name[1] - name[0] == 1
    one = phrase(scene, tree, noun, noun_class(tree, noun) or "group")
    if people:
        return described(structs.replace(one, noun="militia", names=(), words=(tree.lows[name[0]],)))
    return militia_of(scene, tree, *name) if noun_class(tree, noun) == "militia" else None


def militia_of(scene: Scene, tree: Tree, first: int, last: int) -> Answer:
    """ "Derashe militiamen": an armed people of which the page gives only the name."""
    title = " ".join(scene.text(tree.index, first, last).split())
    code = scene.focus
    value = Actor(f"militias:{code or 'XX'}:{title.lower()}", f"{title} militias", "identity_militia", code, True)
    return value, (Note("people", f"armed {title}"),), ()


def _descended(scene: Scene, tree: Tree, name: tuple[int, int], noun: int) -> Answer:
    title = " ".join(scene.text(tree.index, *name).split())
    code, lemma = scene.focus, tree.lemmas[noun]
    whole = f"{title} {lemma.removesuffix('s')}"
    people = noun_classes().get(title.lower()) == "community"
    key = title.lower() if people else whole.lower()
    value = Actor(f"community:{code or 'XX'}:{key}", whole, "civilians", code, True)
    return value, (Note("kin", f"people named by their {lemma}"),), ()
