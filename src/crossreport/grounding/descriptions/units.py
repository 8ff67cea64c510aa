"""Whose unit it is: the owner that its name gives, the maker of the page, the army of the page's country.

In: a phrase around a unit's designation. Out: `Answer`, the force that the unit is of. Never a rebel group for want of
better: numbered brigades and task forces are a state's unless the page gives them to somebody else, and where a country
has as many numbered rebels as soldiers, the unit stays under its own name with an open kind.
"""

from crossreport.grounding.descriptions.armed import Armed
from crossreport.grounding.descriptions.named_units import is_command, is_group_of_forces, is_short
from crossreport.grounding.descriptions.owner import Answer, Resolve
from crossreport.grounding.descriptions.voice import Voices
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.model.kinds import ARMED, GOVERNMENT
from crossreport.names import name_key
from crossreport.words.actor_nouns import word_set
from crossreport.words.actors import slug


class Units(Armed):
    """Resolves the designations of units."""

    def __init__(self, scene: Scene, resolve: Resolve) -> None:
        super().__init__(scene, resolve)
        self.voices = Voices(scene, resolve)

    def page_side(self) -> Actor | None:
        """The side whose page it is: its maker's, the one whose paper or channel it is."""
        maker = None if self.author is None else self._side(self.author[0])
        return maker or self.voices.side()

    def unit(self, one: Phrase, first: int, last: int) -> Answer:
        """Of which force the unit is that stands at `first` to `last`."""
        tree = one.tree
        written = " ".join(self.scene.text(tree.index, first, last).split())
        named = is_group_of_forces(tree.lows[first:last])  # "of Forces" says nothing of whose
        found = (None if named else self.owner(one)) or self._unit_before(written)
        if found is not None:
            return found
        country, note = self.country_of(one)
        if note.rule == "country_named" and country is not None:
            return self._army(one, country, note)
        own = self.page_side()
        if own is not None and own.kind not in GOVERNMENT:
            return self._of_rebels(own, one, written)
        if own is not None and own.kind == "state_forces":
            return own, (Note("unit", f"a unit, in a paper of {own.name}"),), ()
        state = country if own is None else self.scene.country(own.country)
        open_to_all = is_command(tree, last) or is_short(tree, first, last)
        if state is None or (own is None and (open_to_all or state.code in word_set("crowded"))):
            return self._open(written, None if state is None else state.code)
        return self.scene.actor(self.scene.register.actors[state.army]), (Note("unit", f"a unit of {state.name}"),), ()

    def _unit_before(self, written: str) -> Answer | None:
        """What the same designation stood for before: "the Second Brigade" after "the front's Second Brigade"."""
        for draft in reversed(self.scene.drafts):
            same = draft.value is not None and draft.value.kind in ARMED and draft.noun == "unit"
            if same and self.scene.text(draft.sentence, draft.first, draft.last).endswith(written):
                return draft.value, (Note("unit", f"the {written} told of before"),), draft.candidates
        return None

    def unit_again(self, tree: Tree, at: int) -> Answer | None:
        """ "The Division", "the battalion": the unit of that noun told of before."""
        nouns = word_set("unit_nouns") | word_set("commands")
        if tree.lemmas[at] not in nouns or not tree.definite(max(0, at - 1), at):
            return None
        for draft in reversed(self.scene.before(tree.index, at, len(self.scene.trees))):
            if (
                draft.noun == "unit"
                and tree.lemmas[at] in self.scene.trees[draft.sentence].lows[draft.first : draft.last]
            ):
                text = self.scene.text(draft.sentence, draft.first, draft.last)
                return draft.value, (Note("short_form", f"the {tree.lemmas[at]} named before: {text!r}"),), ()
        return None

    def _of_rebels(self, own: Actor, one: Phrase, written: str) -> Answer:
        """On a rebels' own page: theirs, where the heading names the unit; the army's by an army's words; else open."""
        country = self.scene.country(self.scene.focus)
        if one.has(word_set("unit_words") | word_set("army_words")) and country is not None:
            return self._army(one, country, Note("unit", f"a unit of {country.name}"))
        page = self.scene.page
        body = next((block.start for block in page.blocks if block.kind == "paragraph"), 0)
        if written.lower() in page.text[:body].lower():
            return own, (Note("unit", f"the heading of {own.name} names the unit"),), ()
        return self._open(written, None)

    def _open(self, written: str, code: str | None) -> Answer:
        """The unit under its own name: nothing says whose it is."""
        who = Actor(f"minted:{name_key(written) or slug(written)}", written, "other", code)
        return who, (Note("unit_unclear", "a unit of which the page does not say whose it is"),), ()
