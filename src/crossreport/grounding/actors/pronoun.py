"""Pronouns: "it", "they", "her", "who" in, the actor named before out; None where it is not certain."""

from collections.abc import Sequence

from crossreport.grounding.actors.anaphora import others
from crossreport.grounding.actors.captors import captor
from crossreport.grounding.actors.nameless import nameless
from crossreport.grounding.actors.persons import last_person
from crossreport.grounding.actors.teller import rather, teller
from crossreport.grounding.actors.things import other_thing
from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.scene import Draft, Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.kinds import ARMED_OR_STATE, CROWD, SIDES
from crossreport.words.actor_nouns import word_set
from crossreport.words.function_words import RELATIVES
from crossreport.words.reporting import reporting

_SINGULAR = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "their", "them"})
_PART = frozenset({"part", "side"})  # "for their part", "on their side"
_COLLECTIVE = frozenset({"military", "police"})
_SHE_HE = frozenset({"he", "she", "his", "her", "him"})
_BELOW = frozenset({"obj", "obl", "nmod", "conj", "iobj"})  # how a possessed noun hangs on its clause
_CLIMB = 5  # steps from a possessor to the clause that a claim holds
_HUMANS = frozenset({"medics", "journalists", "activists", "civilians", "people", "gunman"})
_ONE = frozenset({"NN", "NNP"})
_NOT_THINGS = CROWD | {"person"}


def pronoun(scene: Scene, tree: Tree, at: int) -> Answer | None:
    """Whom a pronoun means; a value of None with a reason where it is not certain."""
    low, token = tree.lows[at], tree.tokens[at]
    if token.upos not in ("PRON", "DET") or token.rel.startswith("expl"):
        return None
    if low in RELATIVES and token.rel.startswith(("nsubj", "obj", "nmod:poss")):
        return _relative(scene, tree, at)
    if not _part_of_them(tree, at) and not token.rel.startswith(("nsubj", "nmod:poss", "obj", "obl")):
        return None
    if low == "it" and token.rel.startswith("nsubj") and _empty(tree, token.head):
        return None
    beside = _joined_owner(scene, tree, at) or _for_his_part(scene, tree, at) if token.rel == "nmod:poss" else None
    if beside is not None:
        return _points(beside, [beside])
    drafts = others(tree, at, scene.before(tree.index, at, 2))
    holder = captor(tree, at, drafts) if low in ("it", "they") else None
    if holder is not None:
        return holder.value, (Note("captor", "who is to free them has seized them"),), holder.candidates
    if low in _SHE_HE:
        return _she_or_he(scene, tree, at, drafts)
    own = _of_sayer(scene, tree, at, drafts) if low in ("its", "their") else None
    if own is not None and (low == "its" or _are_many(own)):
        return _points(own, [own])
    sayer = _sayer(tree, at) if low in ("it", "they") else _rejecter(tree, at) if low in ("its", "their") else None
    if sayer is not None:  # "the group said it had …" is of the group, known or not
        told = next((one for one in drafts if one.sentence == tree.index and _heads(tree, one, sayer)), None)
        return None if told is None or told.value is None or told.value.kind == "person" else _points(told, [told])
    if low in _SINGULAR and not token.rel.startswith("obj"):
        if other_thing(scene, tree, at):
            return None
        single = [d for d in drafts if _is_one(scene, d) and (d.value is None or d.value.kind not in _NOT_THINGS)]
        return _thing(scene, tree, at, _rather_one(scene, single))
    return _many(scene, tree, at, drafts) if low in _PLURAL else None


def _she_or_he(scene: Scene, tree: Tree, at: int, drafts: list[Draft]) -> Answer | None:
    """The last person, or a nearer one whom the page does not name."""
    single = [one for one in drafts if not one.plural]
    found = _subject_above(tree, at, single) or last_person(_central_first(scene, tree, single), None, _HUMANS)
    nearer = nameless(scene, tree, at, found)
    if nearer is not None:
        return nearer
    return None if found is None or found.value is None else _points(found, [found])


def _subject_above(tree: Tree, at: int, drafts: Sequence[Draft]) -> Draft | None:
    """ "A was named by B, though he …", "A was decorated by B for his …": the subject of the clause, not whom it names.

    Only where somebody else is named between; who says something may tell of others.
    """
    clause = tree.tokens[at].head
    while clause >= 0 and tree.tokens[clause].upos not in ("VERB", "AUX") and tree.rel(clause) in _BELOW:
        clause = tree.tokens[clause].head
    if clause >= 0 and tree.tokens[at].rel.startswith("nsubj"):
        clause = tree.tokens[clause].head if tree.rel(clause) == "advcl" else -1
    if clause < 0 or tree.lemmas[clause] in reporting().spoken | reporting().final:
        return None
    subjects = [kid for kid in tree.children[clause] if tree.rel(kid) == "nsubj" and kid < at]
    here = [one for one in drafts if one.sentence == tree.index and one.value is not None]
    people = [one for one in here if one.value is not None and one.value.kind == "person" and one.head in subjects]
    return people[0] if len(people) == 1 else None


def _many(scene: Scene, tree: Tree, at: int, drafts: list[Draft]) -> Answer | None:
    """ "They", "them": those told of in the plural, as far as the verb allows; nobody where several spoke at once."""
    low, token = tree.lows[at], tree.tokens[at]
    several = _said_by_several(tree, at, drafts)
    if several:
        return None, (Note("pronoun_unclear", "said by several at once"),), several
    told_before = token.rel == "nsubj" and _had(tree, token.head) and tree.rel(token.head) != "ccomp"
    if told_before and (taken := _seized_before(scene, tree)):
        done_to = [one for one in drafts if one.sentence == tree.index - 1 and one.head in taken]
        why = Note("pronoun_unclear", "what those seized had done before")
        return _points(done_to[0], done_to) if done_to else (None, (why,), ())
    many = [d for d in drafts if d.plural or (d.value and d.value.generic and d.value.kind != "person")]
    if tree.rel(at) == "obj":  # "witnesses said that the gunmen took them away": nobody tells so of himself
        many = [d for d in many if not _only_tells(tree, d)] or many
    if tree.rel(at) == "obj" or _part_of_them(tree, at):  # "stopped six traders and shot them"
        done_to = [d for d in many if d.sentence == tree.index and tree.role(d.head) in ("obj", "nsubj:pass")]
        many = done_to or many
    elif _of_captives(tree, at):
        many = [d for d in many if scene.trees[d.sentence].role(d.head) in ("obj", "nsubj:pass")]
    if low == "they" and (said := teller(tree, at, drafts)) is not None:
        return _sayer_or(scene, tree, at, said, (many, drafts))
    groups = _groups_beside(tree, many, drafts)
    return _thing(scene, tree, at, groups or many) or _of_themselves(tree, at, drafts)


def _groups_beside(tree: Tree, many: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """ "The front mined the town before they left": sides named in the sentence, where no others in it are many."""
    if any(one.sentence == tree.index for one in many):
        return []
    here = [one for one in drafts if one.sentence == tree.index and one.noun == "name"]
    named = [one for one in here if one.value is not None and not one.value.generic]
    return [one for one in named if one.value is not None and one.value.kind in ARMED_OR_STATE]


def _only_tells(tree: Tree, draft: Draft) -> bool:
    """Whether the draft is of those in the sentence who saw it or speak for others."""
    if draft.sentence != tree.index or tree.lemmas[draft.head] not in word_set("onlookers"):
        return False
    verb = tree.governor(draft.head)
    return verb >= 0 and tree.role(draft.head) == "nsubj" and _says(tree.lemmas[verb], denies=False)


def _part_of_them(tree: Tree, at: int) -> bool:
    """ "Killed three of them"."""
    return tree.tokens[at].rel == "nmod" and tree.lows[at] == "them" and tree.case(at) in ("of", "among")


def _central_first(scene: Scene, tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """ "Police arrested A, a guard of B. He …": of an earlier sentence, whoever only tells whose somebody is, last."""
    nested = [
        one
        for one in drafts
        if one.sentence < tree.index and scene.trees[one.sentence].role(one.head) in ("nmod", "nmod:poss", "compound")
    ]
    return sorted(drafts, key=lambda one: (-one.sentence, one in nested))


def _of_captives(tree: Tree, at: int) -> bool:
    """ "They were released", "they received food and were handed over": said of those whom others hold or freed."""
    verb = tree.tokens[at].head
    if verb < 0 or not tree.rel(at).startswith("nsubj"):
        return False
    clauses = [verb, *(kid for kid in tree.children[verb] if tree.rel(kid) == "conj")]
    passive = [one for one in clauses if any(tree.tokens[kid].rel == "aux:pass" for kid in tree.children[one])]
    shared = [one for one in clauses if verb in passive and tree.tokens[one].xpos == "VBN"]
    return any(tree.lemmas[one] in word_set("of_captives") for one in (*passive, *shared))


def _sayer_or(
    scene: Scene, tree: Tree, at: int, said: Draft, told: tuple[Sequence[Draft], Sequence[Draft]]
) -> Answer | None:
    """ "The army said they shot four gunmen": the army, or who was told of before; nobody where both may have."""
    many, drafts = told
    sides = [d for d in drafts if d.value is not None and d.value.kind in ARMED_OR_STATE]  # "the Houthis" are many, too
    before = [one for one in (*many, *sides) if one.sentence < tree.index]
    acting = [one for one in before if scene.trees[one.sentence].role(one.head).startswith("nsubj")]
    if any(one.sentence == tree.index for one in many):
        return _thing(scene, tree, at, many)
    nearest = max(acting, key=lambda one: one.sentence, default=None)
    chosen = said if nearest is None else rather(tree, at, said, nearest)
    if chosen is not None:
        return _points(chosen, [chosen])
    ids = [one.value.id for one in (said, nearest) if one is not None and one.value is not None]
    return None, (Note("pronoun_unclear", "who says it may have done it, or those told of before"),), tuple(sorted(ids))


def _had(tree: Tree, verb: int) -> bool:
    """Whether a verb is in the past perfect: what was done before the deed that was just told."""
    return any(tree.lows[kid] == "had" and tree.rel(kid) == "aux" for kid in tree.children[verb])


def _seized_before(scene: Scene, tree: Tree) -> frozenset[int]:
    """Those arrested or killed in the main clause of the sentence before: "Police arrested six men. They had …"."""
    if tree.index == 0:
        return frozenset()
    told = scene.trees[tree.index - 1]
    root = next((at for at, token in enumerate(told.tokens) if token.head < 0), None)
    if root is None or told.lemmas[root] not in word_set("seizing"):
        return frozenset()
    return frozenset(kid for kid in told.children[root] if told.tokens[kid].rel in ("obj", "nsubj:pass"))


def _sayer(tree: Tree, at: int) -> int | None:
    """The noun that says the clause of which the pronoun is the subject; of "they", only where it denies the clause."""
    clause = tree.tokens[at].head
    if not tree.tokens[at].rel.startswith("nsubj") or clause < 0:
        return None
    said = tree.tokens[clause].head
    claimed = tree.rel(clause) == "acl" and said >= 0 and tree.lemmas[said] in reporting().claimed_nouns
    if claimed:  # "rejects the accusation that they shelled the town"
        said = tree.tokens[said].head
    elif tree.rel(clause) != "ccomp":
        return None
    if said < 0 or not _says(tree.lemmas[said], denies=claimed or tree.lows[at] == "they"):
        return None
    nouns = [
        kid for kid in tree.children[said] if tree.rel(kid) == "nsubj" and tree.tokens[kid].upos in ("NOUN", "PROPN")
    ]
    return nouns[0] if len(nouns) == 1 else None


def _of_sayer(scene: Scene, tree: Tree, at: int, drafts: Sequence[Draft]) -> Draft | None:
    """ "X's general staff said its forces had …": who opens the clause that is said with "its" is of the speaker."""
    noun = tree.tokens[at].head
    if noun < 0 or tree.tokens[at].rel != "nmod:poss" or not tree.rel(noun).startswith("nsubj"):
        return None
    clause = tree.tokens[noun].head
    said = tree.tokens[clause].head if clause >= 0 and tree.rel(clause) == "ccomp" else -1
    if said < 0 or not _says(tree.lemmas[said], denies=False):
        return None
    ones = _ONE if tree.lows[at] == "its" else _ONE | {"NNPS", "NNS"}
    tellers = [kid for kid in tree.children[said] if tree.rel(kid) == "nsubj" and tree.tokens[kid].xpos in ones]
    owners = [kid for one in tellers for kid in tree.children[one] if tree.tokens[kid].rel == "nmod:poss"]
    here = [one for one in drafts if one.sentence == tree.index and one.value is not None and one.noun != "pronoun"]
    told = [one for place in (*tellers, *owners) for one in here if _heads(tree, one, place)]
    side = next((one for one in told if one.value is not None and one.value.kind in ARMED_OR_STATE), None)
    return side or next((state for one in owners if (state := _state(scene, tree, one)) is not None), None)


def _are_many(draft: Draft) -> bool:
    """Whether a side says "their" of itself, by its name: "X said their men …"; "the army's" may be of others."""
    return draft.plural or (draft.noun == "name" and draft.value is not None and draft.value.kind in ARMED_OR_STATE)


def _state(scene: Scene, tree: Tree, at: int) -> Draft | None:
    """The state whose staff, ministry or centre speaks, where only its country has a name."""
    name = scene.covering.get((tree.index, at))
    country = None if name is None or name.kind != "country" else scene.country(name.refs[0].id)
    if country is None:
        return None
    value = scene.actor(scene.register.actors[country.government])
    return Draft(tree.index, at, at + 1, at, value, (Note("country_named", country.name),))


def _said_by_several(tree: Tree, at: int, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """ "X and Y said their men …": ids of the bodies that say the clause together, whose "they" then are."""
    clause = tree.governor(at)
    while clause >= 0 and tree.rel(clause) != "ccomp":
        clause = tree.tokens[clause].head
    said = tree.tokens[clause].head if clause >= 0 else -1
    if said < 0 or not _says(tree.lemmas[said], denies=False):
        return ()
    first = [kid for kid in tree.children[said] if tree.rel(kid) == "nsubj"]
    heads = {*first, *(kid for one in first for kid in tree.children[one] if tree.rel(kid) == "conj")}
    told = [d for d in drafts if d.sentence == tree.index and d.head in heads and d.value is not None]
    ids = sorted({d.value.id for d in told if d.value is not None and d.value.kind != "person"})
    return tuple(ids) if len(ids) > 1 else ()


def _heads(tree: Tree, draft: Draft, at: int) -> bool:
    """Whether a draft is of the noun, or of a part of its name ("LPC-NPA")."""
    return draft.head == at or (tree.rel(draft.head) == "flat" and tree.tokens[draft.head].head == at)


def _rejecter(tree: Tree, at: int) -> int | None:
    """ "The front rejects the army's claim that two of its men surrendered": whose is said of who rejects it."""
    step = at
    for _ in range(_CLIMB):
        step = tree.tokens[step].head
        if step < 0:
            return None
        noun = tree.tokens[step].head
        if tree.rel(step) == "acl" and noun >= 0 and tree.lemmas[noun] in reporting().claimed_nouns:
            verb = tree.tokens[noun].head
            if verb < 0 or not _says(tree.lemmas[verb], denies=True):
                return None
            return next((kid for kid in tree.children[verb] if tree.rel(kid) == "nsubj"), None)
    return None


def _says(lemma: str, *, denies: bool) -> bool:
    words = reporting()
    return (
        words.verbs.get(lemma) == "deny"
        or lemma in words.rejecting
        or (not denies and lemma in words.spoken | words.final)
    )


def _joined_owner(scene: Scene, tree: Tree, at: int) -> Draft | None:
    """ "The army and its auxiliaries": the owner is whom the noun is joined to."""
    noun = tree.tokens[at].head
    first = tree.tokens[noun].head if noun >= 0 and tree.rel(noun) == "conj" else -1
    if first < 0 or tree.lows[at] not in _SINGULAR | _PLURAL:
        return None
    here = [one for one in scene.drafts if one.sentence == tree.index and one.head == first and one.value is not None]
    return next((one for one in here if one.value is not None and one.value.kind in SIDES | {"other"}), None)


def _for_his_part(scene: Scene, tree: Tree, at: int) -> Draft | None:
    """ "The rebels, for their part, said …": the owner is who says it."""
    part = tree.tokens[at].head
    if part < 0 or tree.lemmas[part] not in _PART or tree.case(part) not in ("for", "on") or tree.tokens[part].head < 0:
        return None
    tellers = [kid for kid in tree.children[tree.tokens[part].head] if tree.rel(kid) == "nsubj" and kid < at]
    heads = {*tellers, tree.tokens[part].head}  # the tree may hang it on the noun itself
    here = [one for one in scene.drafts if one.sentence == tree.index and one.value is not None and one.head < at]
    return next((one for one in here if any(_heads(tree, one, head) for head in heads)), None)


def _is_one(scene: Scene, draft: Draft) -> bool:
    """Whether "it" may stand for the phrase: "the military said it …", but not "the soldiers said it …"."""
    tree = scene.trees[draft.sentence]
    common = tree.tokens[draft.head].xpos == "NNS" and tree.tokens[draft.head].text.islower()
    plural = draft.plural or common  # "paramilitary groups" is a name of the register's, too
    return not plural or tree.lemmas[draft.head] in _COLLECTIVE


def _rather_one(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Without "police" and the like, which are many to most writers, where something else can be "its" owner."""
    single = [one for one in drafts if not one.plural]
    said = {one.sentence for one in single if scene.trees[one.sentence].role(one.head).startswith("nsubj")}
    return single if said & {one.sentence for one in drafts if one.plural} else drafts


def _of_themselves(tree: Tree, at: int, drafts: Sequence[Draft]) -> Answer | None:
    """ "Al-Shabaab said they attacked …": a group that tells of itself, where nobody else fits."""
    clause = tree.tokens[at].head
    if clause < 0 or not tree.rel(clause).startswith("ccomp") or not tree.tokens[at].rel.startswith("nsubj"):
        return None
    said = tree.tokens[clause].head
    tellers = [one for one in drafts if one.sentence == tree.index and tree.tokens[one.head].head == said]
    sides = [one for one in tellers if tree.role(one.head).startswith("nsubj") and one.value is not None]
    own = [one for one in sides if one.value is not None and one.value.kind in ARMED_OR_STATE]
    return _points(own[0], own) if own and len(sides) == 1 else None


def _relative(scene: Scene, tree: Tree, at: int) -> Answer | None:
    clause = tree.tokens[at].head
    if tree.tokens[at].rel.startswith("nmod") and clause >= 0:
        clause = tree.tokens[clause].head
    while clause >= 0 and not tree.tokens[clause].rel.startswith("acl"):
        clause = tree.tokens[clause].head if tree.rel(clause) == "conj" else -1
    if clause < 0:
        return None
    noun = tree.tokens[clause].head
    if tree.lows[at] == "which" and _behind_place(tree, at, noun):
        return None  # "fighters near Derna, which the army retook"
    draft = next((d for d in scene.drafts if d.sentence == tree.index and d.head == noun and d.value is not None), None)
    if draft is None or draft.value is None:
        return None
    return draft.value, (Note("relative", f"stands for {tree.tokens[noun].text!r}"),), draft.candidates


def _behind_place(tree: Tree, at: int, noun: int) -> bool:
    """Whether the name of a place that is not the noun itself stands right before a relative."""
    last = at - 1 if at > 0 and tree.tokens[at - 1].text == "," else at
    return any(one.label == "LOC" and one.last == last and not one.first <= noun for one in tree.sentence.names)


def _thing(scene: Scene, tree: Tree, at: int, drafts: Sequence[Draft]) -> Answer | None:
    """Subjects go before others; a place nearer than any actor means abstention."""
    controller = _controlled(tree, at, drafts)
    if controller is not None:
        return _points(controller, [controller])
    rivals = _rivals(tree, at, drafts)
    if len(rivals) > 1:
        return None, (Note("pronoun_unclear", "both sides of the clause above it fit"),), rivals
    if _place_before(scene, tree, at) and not any(one.sentence == tree.index for one in drafts):
        return None
    for back in (0, 1, 2):
        here = [one for one in drafts if tree.index - one.sentence == back]
        subjects = [
            one
            for one in here
            if scene.trees[one.sentence].role(one.head).startswith("nsubj") and one.noun != "pronoun"
        ]
        if back:
            subjects.sort(key=lambda one: not _of_root(scene, one))
        subjects = subjects or [one for one in here if scene.trees[one.sentence].role(one.head).startswith("nsubj")]
        for pool in (subjects, here):
            if pool:
                return _points(pool[0], pool)
    return None


def _controlled(tree: Tree, at: int, drafts: Sequence[Draft]) -> Draft | None:
    """ "Urged the government to end its attacks", "helped the army in its advance": the object's, who is to act."""
    helped = _helped(tree, at)
    if helped:
        return next((one for one in drafts if one.sentence == tree.index and one.head in helped), None)
    verb = tree.governor(at)
    while verb >= 0 and tree.rel(verb) in ("conj", "obj", "obl", "nmod"):
        verb = tree.tokens[verb].head
    if verb < 0 or tree.rel(verb) not in ("xcomp", "advcl") or tree.tokens[verb].head < 0:
        return None
    if tree.lemmas[tree.tokens[verb].head] not in word_set("control_verbs"):
        return None
    objects = {child for child in tree.children[tree.tokens[verb].head] if tree.rel(child) == "obj" and child < verb}
    return next((one for one in drafts if one.sentence == tree.index and one.head in objects), None)


def _helped(tree: Tree, at: int) -> frozenset[int]:
    """The objects of a verb of helping or driving out, of whom "in its advance", "from their bases" behind it is."""
    noun = tree.tokens[at].head
    verb = (
        tree.tokens[noun].head if noun >= 0 and tree.tokens[at].rel == "nmod:poss" and tree.rel(noun) == "obl" else -1
    )
    if verb < 0 or tree.lemmas[verb] not in word_set("of_its_object") or tree.case(noun) not in ("in", "from", "out"):
        return frozenset()
    return frozenset(kid for kid in tree.children[verb] if tree.rel(kid) == "obj" and kid < at)


def _rivals(tree: Tree, at: int, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """ "The army fired on the rebels as they advanced": ids of the clause's two sides, where either may be meant."""
    verb = tree.tokens[at].head
    if tree.tokens[at].rel != "nsubj" or verb < 0 or tree.rel(verb) != "advcl":
        return ()
    parts = set(tree.children[tree.tokens[verb].head])
    beside = [one for one in drafts if one.sentence == tree.index and one.head in parts and one.head < at]
    sides = {one.value.id for one in beside if one.value is not None and one.value.kind in ARMED_OR_STATE}
    return tuple(sorted(sides))


def _of_root(scene: Scene, draft: Draft) -> bool:
    """Whether a draft is the subject of its sentence's main clause."""
    tree = scene.trees[draft.sentence]
    verb = tree.governor(draft.head)
    return verb >= 0 and tree.tokens[verb].head < 0


def _empty(tree: Tree, verb: int) -> bool:
    """Whether "it" only opens a clause ("it is clear that", "it was reported that")."""
    if verb < 0 or tree.tokens[verb].upos != "VERB":
        return True
    rels = {tree.tokens[child].rel for child in tree.children[verb]}
    return bool(rels & {"csubj", "csubj:pass", "csubj:outer"}) or ("aux:pass" in rels and "ccomp" in rels)


def _place_before(scene: Scene, tree: Tree, at: int) -> bool:
    """Whether a place that is no actor stands before the pronoun in its sentence."""
    heads = {draft.head for draft in scene.drafts if draft.sentence == tree.index}
    named = [name for name in tree.sentence.names if name.label == "LOC" and name.last <= at]
    return any(heads.isdisjoint(range(name.first, name.last)) for name in named)


def _points(chosen: Draft, pool: Sequence[Draft]) -> Answer:
    others = sorted(
        {one.value.id for one in pool if one.value is not None and chosen.value is not None}
        - {chosen.value.id if chosen.value else ""}
    )
    if others and chosen.noun == "pronoun":
        return None, (Note("pronoun_unclear", "more than one actor before it fits"),), tuple(others)
    name = "" if chosen.value is None else chosen.value.name
    return chosen.value, (Note("pronoun", f"the nearest that fits: {name}"),), tuple(others)
