"""Whose page it is that says "we": the body that makes a statement, as its heading, opening or signature names it.

Only for pages that speak in the first person outside quotations; a newsroom's "told us" makes no side of it.
"""

from collections.abc import Callable, Iterator

from crossreport.grounding.actors_scene import Draft, Note, Scene
from crossreport.grounding.actors_tree import Tree
from crossreport.model.actor import Actor
from crossreport.words.actor_nouns import word_set
from crossreport.words.reporting import reporting

FIRST_PERSON = frozenset({"we", "our", "us"})
_QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})
_MAKERS = frozenset(
    {"rebel_group", "political_militia", "identity_militia", "external_forces", "state_forces", "state", "party"}
    | {"monitor", "ngo", "igo"}
)
_OPENING = 3  # sentences in which a statement names its maker
_CLOSING = 2  # sentences that can be its signature
_OURS = 2  # sentences of the page's own "we" from which on it is a statement; set on own pages
_OF = frozenset({"of", "by", "from", "for"})


def author(scene: Scene, resolve: Callable[[int, int], Draft | None]) -> tuple[Actor, Note] | None:
    """The maker of a page that speaks as "we", with the reason; None for any other page."""
    ours = sum(any(says_we(tree, at) for at in range(len(tree.tokens))) and not _told(tree) for tree in scene.trees)
    if ours < _OURS:
        return None
    for tree in scene.trees[:_OPENING]:
        for at in (*_of_heading(tree), *_announcing(tree)):
            found = _maker(tree, at, resolve)
            if found is not None:
                return found, Note("author", f"the page speaks as {found.name}, which its opening names")
    for tree in scene.trees[-_CLOSING:]:
        for at in _signing(tree):
            found = _maker(tree, at, resolve)
            if found is not None:
                return found, Note("author", f"the page is signed for {found.name}")
    return None


def says_we(tree: Tree, at: int) -> bool:
    """Whether the token is a "we", "us" or "our" outside of quotation marks."""
    if tree.lows[at] not in FIRST_PERSON or tree.tokens[at].upos not in ("PRON", "DET"):
        return False
    return sum(token.text in _QUOTES for token in tree.tokens[:at]) % 2 == 0


def _told(tree: Tree) -> bool:
    """Whether somebody else speaks in the sentence: "he told us", "we will win, said the minister"."""
    for at, token in enumerate(tree.tokens):
        if token.upos == "VERB" and tree.lemmas[at] in reporting().final | reporting().spoken:
            subjects = [kid for kid in tree.children[at] if tree.rel(kid) == "nsubj"]
            if subjects and not any(tree.lows[kid] in FIRST_PERSON for kid in subjects):
                return True
    return False


def _of_heading(tree: Tree) -> Iterator[int]:
    """Those behind "statement of", in a line without a verb of its own."""
    if any(token.upos in ("VERB", "AUX") and token.head < 0 for token in tree.tokens):
        return
    for at, token in enumerate(tree.tokens):
        behind = tree.rel(at) in ("nmod", "obl") and tree.case(at) in _OF and token.head >= 0
        if behind and tree.lemmas[token.head] in word_set("statements"):
            yield at


def _announcing(tree: Tree) -> Iterator[int]:
    """The subject of "informs", "condemns", in the present: news tells of statements in the past."""
    for at, token in enumerate(tree.tokens):
        if token.xpos in ("VBZ", "VBP") and tree.lemmas[at] in word_set("announcing"):
            yield from (kid for kid in tree.children[at] if tree.rel(kid) == "nsubj")


def _signing(tree: Tree) -> Iterator[int]:
    """The body of a "spokesman", "media office" or "command" in a last line without a verb."""
    if any(token.upos in ("VERB", "AUX") for token in tree.tokens):
        return
    for at in range(len(tree.tokens)):
        if tree.lemmas[at] in word_set("signatories"):
            yield at


def _maker(tree: Tree, at: int, resolve: Callable[[int, int], Draft | None]) -> Actor | None:
    """The body that a noun names or belongs to: "the Directorate of the Front"."""
    behind = [kid for kid in tree.children[at] if tree.rel(kid) in ("nmod", "appos", "compound")]
    for noun in (at, *behind):
        draft = resolve(tree.index, noun)
        who = None if draft is None else draft.value
        if who is not None and who.kind in _MAKERS and not who.generic:
            return who
    return None
