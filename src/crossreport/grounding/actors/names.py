"""Names that are no actors, and names that only repeat one: places, headings, abbreviations that the page explains.

In: a page's scene and its places. Out: whether a name that the tagger took for a person or a body is nobody, and which
actor an abbreviation in brackets stands for.
"""

from collections.abc import Sequence

from crossreport.grounding.actors.unknown import unknown
from crossreport.grounding.descriptions.owner import Answer, Resolve
from crossreport.grounding.phrases.find import Found
from crossreport.grounding.phrases.phrase import noun_class
from crossreport.grounding.phrases.scene import Choice, Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.analysis import Name
from crossreport.model.kinds import GOVERNMENT
from crossreport.model.mention import Mention
from crossreport.words.actor_nouns import actor_nouns, word_set
from crossreport.words.events import ontology
from crossreport.words.initials import opens

_SHORTEST, _LONGEST = 2, 8  # letters of an abbreviation
_SERVICES = frozenset({"forces", "police", "government"})
_HEADING = 4  # tokens up to which a sentence without a verb is a heading


class Names:
    """What the page says of its names outside the sentence at hand."""

    def __init__(self, scene: Scene, places: Sequence[Mention]) -> None:
        self.scene = scene
        self._spots = [(one.span.start, one.span.end) for one in places]
        self._places = {" ".join(one.span.quote.split()).lower() for one in places}
        self._people = self._persons()
        for tree in scene.trees:
            for name in tree.sentence.names:
                if name.label == "LOC":
                    self._places.add(self._text(tree, name))
        self._glossed: dict[str, tuple[int, int]] = {}  # the noun in front of an abbreviation in brackets
        self._short = {short: found for tree in scene.trees for short, found in self._explained(tree)}

    def _text(self, tree: Tree, name: Name) -> str:
        return " ".join(self.scene.text(tree.index, name.first, name.last).split()).lower()

    def _persons(self) -> frozenset[str]:
        """Words of the page's full names of persons: "Gul" alone is then no place and no body."""
        full = [
            self._text(tree, name).split()
            for tree in self.scene.trees
            for name in tree.sentence.names
            if name.label == "PER" and name.last - name.first > 1
        ]
        return frozenset(words[-1] for words in full)

    def _explained(self, tree: Tree) -> list[tuple[str, Answer]]:
        """ "Sudanese Armed Forces (SAF)": the name in front of an abbreviation in brackets says what it means."""
        found: list[tuple[str, Answer]] = []
        for at in range(1, len(tree.tokens) - 2):
            short = tree.tokens[at + 1].text
            if tree.tokens[at].text != "(" or tree.tokens[at + 2].text != ")" or not _abbreviates(short):
                found.extend(self._or_short(tree, at))
                continue
            before = self.scene.covering.get((tree.index, at - 1))
            choice = self.scene.choose(before) if before is not None and before.named else None
            if choice is not None:
                note = Note("abbreviation", f"{short} stands in brackets behind {choice.entry.name}")
                found.append((short, (self.scene.actor(choice.entry), (note,), ())))
            elif before is None:
                new = self._new(tree, at, short)
                found.extend(new)
                if not new and noun_class(tree, at - 1) in _SERVICES:
                    self._glossed.setdefault(short, (tree.index, at - 1))
        return found

    def _or_short(self, tree: Tree, at: int) -> list[tuple[str, Answer]]:
        """ "The Ghost Valley Brigade, or GVB, …": the abbreviation that the page gives to a group of its own."""
        short = tree.tokens[at + 2].text
        told = tree.tokens[at].text == "," and tree.lows[at + 1] == "or" and _abbreviates(short)
        return self._new(tree, at, short) if told else []

    def _new(self, tree: Tree, at: int, short: str) -> list[tuple[str, Answer]]:
        """ "Ghost Valley Brigade (GVB)": an abbreviation of a group that only the page names."""
        name = next((one for one in tree.sentence.names if one.last == at), None)
        minted = None if name is None else unknown(self.scene, tree, tree.top(name.first, name.last), name)
        if minted is None or minted[2][0] is None or not opens(minted[2][0].name, short):
            return []
        note = Note("abbreviation", f"{short} stands in brackets behind {minted[2][0].name}")
        return [(short, (minted[2][0], (note,), ()))]

    def again(self, tree: Tree, name: Name, at: int, resolve: Resolve) -> Answer | None:
        """The actor of an abbreviation that the page explains, by a name or by a description ("security forces")."""
        if name.last - name.first > 1 or at != name.first:
            return None
        short = tree.tokens[at].text
        known, noun = self._short.get(short), self._glossed.get(short)
        draft = None if known is not None or noun is None else resolve(*noun)
        if draft is None or draft.value is None or draft.value.kind not in GOVERNMENT:
            return known
        return draft.value, (Note("abbreviation", f"{short} stands in brackets behind {draft.value.name}"),), ()

    def shortened(self, tree: Tree, first: int, last: int) -> Answer | None:
        """ "The Lions" after "the Freedom Lions of X": the one actor of the page in whose name these capitals stand."""
        words = tree.lows[first:last]
        if not all(_tells(tree, at) for at in range(first, last)):
            return None
        fit: dict[str, Choice] = {}
        for one in self.scene.found:
            if not one.named or one.last - one.first <= len(words) or (one.sentence, one.first) > (tree.index, first):
                continue
            whole = self.scene.trees[one.sentence].lows[one.first : one.last]
            if any(whole[at : at + len(words)] == words for at in range(len(whole))):
                choice = self.scene.choose(one)
                fit.update({choice.entry.id: choice} if choice is not None else {})
        if len(fit) != 1:
            return None
        (choice,) = fit.values()
        return self.scene.actor(choice.entry), (Note("short_form", f"a part of the name {choice.entry.name}"),), ()

    def of_a_town(self, tree: Tree, found: Found) -> bool:
        """ "Hamas outskirts", on a page about Hama whose apostrophes are gone: a town of the page, no actor's name."""
        low = tree.lows[found.first]
        single = found.named and found.last == found.first + 1 and low.endswith("s") and low[:-1] in self._places
        head = tree.tokens[found.head].head
        return single and head > found.head and tree.tokens[head].upos in ("NOUN", "ADJ")

    def family(self, tree: Tree, name: Name) -> bool:
        """Whether one word repeats the last word of a person's full name on the page."""
        return name.last - name.first == 1 and self._text(tree, name) in self._people

    def nobody(self, tree: Tree, name: Name) -> bool:
        """Whether a name of the tagger's is a place, or a heading by itself."""
        if name.label not in ("PER", "ORG"):
            return False
        text = self._text(tree, name)
        words = range(name.first, name.last)
        if all(tree.lows[at] in actor_nouns().not_names and noun_class(tree, at) is None for at in words):
            return True
        if text in self._people and name.last - name.first == 1:
            return False
        if any(tree.lows[at] in _organised() for at in range(name.first, name.last)):
            return False
        return (
            self._sited(tree, name)
            or text in self._places
            or self._spot(tree, name)
            or _heading(tree, name)
            or self._beside(tree, name)
        )

    def _sited(self, tree: Tree, name: Name) -> bool:
        """ "The Abu Shouk camp", "the mayor of Bouca": what a site or a local office is called after is a place."""
        top = tree.top(name.first, name.last)
        head = tree.tokens[top].head
        if name.label != "PER" or head < 0:
            return False
        sites = ontology().classes["place_noun"] | ontology().classes["site_noun"]
        before = tree.rel(top) == "compound" and head == name.last and tree.lemmas[head] in sites
        local = tree.rel(top) == "nmod" and tree.case(top) == "of" and tree.lemmas[head] in word_set("local_offices")
        return before or local

    def _spot(self, tree: Tree, name: Name) -> bool:
        start, end = tree.tokens[name.first].start, tree.tokens[name.last - 1].end
        return any(left <= start and end <= right for left, right in self._spots)

    def _beside(self, tree: Tree, name: Name) -> bool:
        """Whether a name is listed with a place, behind a preposition of place ("on X and Y")."""
        top = tree.top(name.first, name.last)
        if tree.rel(top) != "conj" or name.label != "PER":
            return False
        first = tree.tokens[top].head
        spot = first >= 0 and any(left <= tree.tokens[first].start < right for left, right in self._spots)
        return spot and tree.case(top) in ("in", "on", "at", "near", "of", "from", "to", "around", "between")


def _tells(tree: Tree, at: int) -> bool:
    """Whether a word of a name can stand for it alone: with a capital, and no word of armies, states or arms."""
    words = actor_nouns()
    common = words.state_words | words.security_words | words.armed_words | words.rebel_words
    return tree.tokens[at].text[:1].isupper() and noun_class(tree, at) is None and tree.lows[at] not in common


def _organised() -> frozenset[str]:
    """Words by which a name is a body's even if it holds a place ("Aleppo Media Center")."""
    return word_set("armed_heads") | word_set("party_heads") | word_set("press_heads") | word_set("aid_heads")


def _abbreviates(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and text.isalnum() and sum(letter.isupper() for letter in text) > 1


def _heading(tree: Tree, name: Name) -> bool:
    """Whether a sentence is little more than the name, without a verb."""
    words = [at for at, token in enumerate(tree.tokens) if token.upos != "PUNCT"]
    verbs = any(tree.tokens[at].upos in ("VERB", "AUX") for at in words)
    return not verbs and len(words) <= _HEADING and len(words) - (name.last - name.first) <= 1
