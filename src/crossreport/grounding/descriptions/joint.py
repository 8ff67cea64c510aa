"""Several sides taken up as one: "the assault force" after "Afghan and coalition forces" means both.

In: a phrase of a page whose earlier actors are known. Out: `Answer` with the first side, and the other among its
candidates under the rule `JOINT`, which coding reads as taking part, too. Refuses sides that fight each other.
"""

from itertools import pairwise

from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Draft, Note, Scene
from crossreport.model.kinds import ARMED
from crossreport.words.actor_nouns import word_set

JOINT = "joint_form"
_BACK = 3  # sentences back; as far as any other short form is looked for
_BETWEEN = 6  # words from one side's noun to the other's
_ALLIES = ARMED - {"rebel_group"}


def joint_form(scene: Scene, phrase: Phrase) -> Answer | None:
    """The sides told of together before whom "the joint force" takes up."""
    if not phrase.definite or phrase.names or phrase.sponsors or phrase.lemma not in word_set("joint_heads"):
        return None
    words = word_set("joint_words") - (word_set("one_sided") if phrase.plural else frozenset())
    if phrase.tree.of(phrase.head) is not None or not phrase.has(words):
        return None
    here = phrase.tree.index
    for back in range(_BACK + 1):
        told = [one for one in scene.drafts if one.sentence == here - back and (back or one.head < phrase.head)]
        told.sort(key=lambda one: one.head)
        again = next((one for one in reversed(told) if one.candidates and _is_joint(one)), None)
        if again is not None and again.value is not None:
            return again.value, again.notes, again.candidates  # "the assault force … / the force also found …"
        pair = next(((a, b) for a, b in pairwise(told) if _together(scene, a, b)), None)
        if pair is not None and pair[0].value is not None and pair[1].value is not None:
            names = f"{pair[0].value.name} and {pair[1].value.name}"
            return pair[0].value, (Note(JOINT, f"both sides told of together before: {names}"),), (pair[1].value.id,)
    return None


def _is_joint(told: Draft) -> bool:
    """Whether a phrase before took two sides up as one."""
    return any(note.rule == JOINT for note in told.notes)


def _together(scene: Scene, first: Draft, second: Draft) -> bool:
    """Whether two sides are named as one doer: "Afghan and coalition forces", "the army and the police"."""
    if first.value is None or second.value is None or first.value.id == second.value.id:
        return False
    tree = scene.trees[first.sentence]
    between = tree.lows[first.head + 1 : second.head]
    joined = between.count("and") == 1 and len(between) <= _BETWEEN and "," not in between
    allied = {first.value.kind, second.value.kind} <= _ALLIES
    opposed = tree.case(first.head) in ("between", "among") or tree.case(second.head) in ("between", "among")
    verbs = any(tree.tokens[at].upos in ("VERB", "AUX") for at in range(first.head + 1, second.head))
    return joined and allied and not opposed and not verbs
