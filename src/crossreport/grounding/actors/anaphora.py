"""Short forms: "the group", "the army", "the rebels" in, the actor named before out; None where it is not certain."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from crossreport.grounding.actors.office import same_office, titled
from crossreport.grounding.actors.sayer import army_that_says, speaks
from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.local import item_opened, of_another_war, told_of
from crossreport.grounding.phrases.phrase import Phrase, noun_class
from crossreport.grounding.phrases.scene import Draft, Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.kinds import ARMED_GROUPS, BODIES, PRESS
from crossreport.words.actor_nouns import actor_nouns, labels, word_set
from crossreport.words.classes.course import course
from crossreport.words.reporting import reporting

_GROUPS = frozenset(
    {"group", "movement", "organisation", "organization", "faction", "alliance", "gang", "outfit"}
)  # no outlet, and never the speaker
_ARMED = frozenset({"militia", "gang", "guerrilla"})  # who bears arms, and no speaker's word for himself
_CAUSES = frozenset({"movement", "faction", "outfit", "organisation", "organization"})  # bodies with members and aims
_BODIES = ARMED_GROUPS | BODIES | PRESS | {"party", "other", "external_forces"}
_INSIDE = 3  # words from a name to the deed of that side: "US-led coalition air strikes"
_NEAR, _FAR = 3, 6  # sentences back; set on the seeds and fa_kes dev pages
_UNIONS = frozenset({"party", "rebel_group", "political_militia"})  # what a coalition may be beside foreign forces
_EMPTY = frozenset({"-", "the", "this", "these", "those", '"', "“", "”", "same", "latter", "former"})

Fits = Callable[[Draft], bool]


def short_form(scene: Scene, phrase: Phrase) -> Answer | None:
    """Whom "the group", "the army", "the minister" mean; None leaves the phrase to its own words."""
    numbers = {one.text.lower() for one in phrase.tree.tokens[: phrase.head] if one.upos == "NUM"}
    own = [word for word in phrase.words if _tells(word) and word not in numbers]
    sayer = army_that_says(scene, phrase) if phrase.definite and not own else None
    if sayer is not None:
        return sayer
    resisting = phrase.has(word_set("resisting")) and phrase.definite and not phrase.plural
    if resisting and not phrase.names and phrase.lemma in ("army", "force"):
        return _nearest(scene, phrase, lambda draft: _named(draft, ARMED_GROUPS), _NEAR)  # "the ethnic army"
    army = partial(_is_army, scene, told_of(scene, phrase.tree.index, phrase.head))
    backed = bool(phrase.sponsors) and not phrase.names and phrase.definite and not phrase.plural
    if backed and phrase.lemma in word_set("no_units"):
        sponsors = {ref.id for name, _ in phrase.sponsors for ref in name.refs}
        return _nearest(scene, phrase, partial(_backed_group, sponsors), _NEAR)
    if phrase.names or phrase.sponsors:
        return same_office(scene, phrase) if phrase.noun == "official" and phrase.definite else None
    if phrase.noun == "official" and own:
        return titled(scene, phrase)
    monitoring = phrase.lemma == "group" and phrase.has(frozenset({"monitoring", "rights", "monitor"}))
    if not phrase.plural and (phrase.noun == "monitor" or monitoring):
        return _only(scene, "monitor")
    if phrase.noun == "forces" and not own and phrase.tree.of(phrase.head) is None and not phrase.definite:
        return _nearest(scene, phrase, lambda draft: army(draft) and not _beside(phrase, draft), 0)
    if phrase.lemma == "officer" and phrase.plural and not own:
        return _nearest(scene, phrase, _is_police, 1)
    if phrase.noun == "gunman" and phrase.definite and phrase.plural and not own:
        return _attackers(scene, phrase)
    fighters = phrase.noun == "militant" and phrase.lemma in word_set("armed_shorts") and phrase.plural
    if fighters and not own and not phrase.definite and phrase.tree.of(phrase.head) is None:
        return _of_those_hit(scene, phrase)
    if not phrase.definite or own or phrase.tree.of(phrase.head) is not None:
        return None
    if phrase.noun == "forces" and phrase.plural and phrase.lemma in ("force", "forces"):
        return _same_forces(scene, phrase)
    rule = next(((fits, back) for applies, fits, back in _rules(scene, phrase, army) if applies), None)
    if rule is not None:
        return _by_rule(scene, phrase, *rule)
    if fighters or phrase.noun == "rebel":
        called = _called_so(scene, phrase)
        if called is not None:
            return called
    if fighters:
        return _fighters(scene, phrase, ARMED_GROUPS)
    if phrase.noun == "rebel" and phrase.plural and scene.focus not in word_set("crowded"):
        return _fighters(scene, phrase, frozenset({"rebel_group"}))
    return same_office(scene, phrase) if phrase.noun == "official" else None


def _rules(scene: Scene, phrase: Phrase, army: Fits) -> tuple[tuple[bool, Fits, int], ...]:
    """Which short form a phrase is, whom it may mean, and how many sentences back; the first that applies holds."""
    return (
        (
            phrase.lemma in word_set("body_shorts") and not phrase.plural,
            lambda d: (
                _named(d, _bodies(phrase.lemma))
                and not (phrase.lemma in word_set("no_units") and d.noun == "unit")
                and not (phrase.lemma in _GROUPS | _ARMED and _says_it(phrase.tree, d, phrase.head))
                and (phrase.lemma not in reporting().own_heads or _called(scene, d, phrase))
            ),
            _NEAR,
        ),
        (
            phrase.noun == "forces" and phrase.lemma in ("army", "military", "troop", "soldier"),
            army,
            _NEAR,
        ),
        (phrase.noun == "peacekeepers", lambda d: _named(d, frozenset({"external_forces"})), _FAR),
        (
            phrase.noun == "coalition",
            lambda d: (
                _named(d, frozenset({"external_forces"}))
                or (_named(d, _UNIONS) and _called(scene, d, phrase) and not _other_coalition(scene, phrase, d))
            ),
            _FAR,
        ),
        (
            phrase.lemma in word_set("press_shorts") and not phrase.plural,
            lambda d: _named(d, PRESS),
            _NEAR,
        ),
    )


def _by_rule(scene: Scene, phrase: Phrase, fits: Fits, back: int) -> Answer | None:
    """The nearest whom it may mean; behind a verb of saying, before all others, who spoke in the sentence before."""
    spoke = partial(_spoke_before, scene, phrase.tree, fits) if speaks(phrase.tree, phrase.head) else None
    going_on = _nearest(scene, phrase, spoke, 1) if spoke is not None else None
    found = going_on or _nearest(scene, phrase, fits, back) or _by_its_noun(scene, phrase)
    if found is not None and phrase.lemma == "military":
        return _whole(scene, found)
    himself = phrase.lemma in _GROUPS and not phrase.plural
    return found or (_nearest(scene, phrase, partial(_says_of_itself, phrase), 0) if himself else None)


def _whole(scene: Scene, found: Answer) -> Answer:
    """ "The military", after the air force or a battalion was told of: all the forces of that country."""
    value, notes, candidates = found
    country = None if value is None or value.kind != "state_forces" else scene.country(value.country)
    parts = () if country is None else (country.army, country.air_force)
    if value is None or country is None or value.id not in parts:
        return found
    return scene.by_id(country.forces), notes, candidates


def _beside(phrase: Phrase, draft: Draft) -> bool:
    """ "Russian and regime forces": whose name stands beside it is the other side, not what it means."""
    between = phrase.tree.lows[draft.last : phrase.head] if draft.sentence == phrase.tree.index else []
    return between[:1] == ["and"] and set(between[1:]) <= actor_nouns().state_words and len(between) > 1


def _backed_group(sponsors: set[str], draft: Draft) -> bool:
    """ "The Iran-backed group": a group named before, of another land than the one that backs it."""
    return _named(draft, ARMED_GROUPS) and draft.value is not None and draft.value.country not in sponsors


def _says_of_itself(phrase: Phrase, draft: Draft) -> bool:
    """ "The front said that the group …", where no other group is told of: the front itself."""
    return _named(draft, ARMED_GROUPS) and _says_it(phrase.tree, draft, phrase.head)


def _spoke_before(scene: Scene, tree: Tree, fits: Callable[[Draft], bool], draft: Draft) -> bool:
    """ "The monitor said the front had attacked. The group said …": who spoke last goes on, not whom it told of."""
    return draft.sentence < tree.index and fits(draft) and speaks(scene.trees[draft.sentence], draft.head)


def _tells(word: str) -> bool:
    """Whether a word in front of a noun says more of whom is meant than that they are armed."""
    plain = word in actor_nouns().armed_words - {"opposition", "rebel"} or word in labels().words
    return not plain and word not in _EMPTY


def _bodies(lemma: str) -> frozenset[str]:
    """The kinds of bodies that "the group", "the agency", "the union" may mean: outlets are no groups."""
    if lemma in _ARMED:
        return ARMED_GROUPS
    kinds = _BODIES if lemma in word_set("unions") else _BODIES - {"igo"}
    if lemma in _CAUSES:
        kinds -= {"external_forces", "identity_militia"}  # peacekeepers and herders are none
    return kinds - PRESS if lemma in _GROUPS else kinds


def _says_it(tree: Tree, draft: Draft, at: int) -> bool:
    """Whether the draft is, or is named inside, the speaker of the clause in which the noun stands."""
    if draft.sentence != tree.index:
        return False
    step = at
    for _ in range(len(tree.tokens)):
        head = tree.tokens[step].head
        if head < 0:
            return False
        if tree.rel(step) == "ccomp" and tree.lemmas[head] in reporting().spoken | reporting().final:
            above = draft.head
            while above >= 0 and above != head:
                if tree.tokens[above].head == head:
                    return tree.rel(above) == "nsubj"
                above = tree.tokens[above].head
            return False
        step = head
    return False


def _named(draft: Draft, kinds: frozenset[str]) -> bool:
    return draft.value is not None and draft.value.kind in kinds and (not draft.value.generic or draft.noun == "name")


def _is_army(scene: Scene, opened: str | None, draft: Draft) -> bool:
    """Whether soldiers can belong to it: a country's forces or army, or by its name; no police, staff or service."""
    if not _named(draft, frozenset({"state_forces"})) or draft.value is None:
        return False
    if opened is not None and draft.value.country not in (opened, None):
        return False  # "In Niger, the army …" is not the army of the paragraph before
    country = scene.country(draft.value.country)
    if country is not None and draft.value.id in (country.forces, country.army):
        return True
    words = set(re.split(r"[\s-]+", draft.value.name.lower()))
    return bool(words & word_set("army_names")) and not words & word_set("no_armies")


def _called(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Whether the noun is in the name as the page wrote it: "the Coalition" after "the Syrian Coalition"."""
    return phrase.lemma in scene.trees[draft.sentence].lows[draft.first : draft.last]


def _other_coalition(scene: Scene, phrase: Phrase, draft: Draft) -> bool:
    """Whether the page spoke of "the coalition" before it named an armed group that has the noun in its name, too."""
    if draft.value is None or draft.value.kind == "party" or phrase.noun != "coalition":
        return False
    first = min((d.sentence, d.first) for d in scene.drafts if d.value is not None and d.value.id == draft.value.id)
    told = [(t.index, at) for t in scene.trees for at, low in enumerate(t.lows) if low == phrase.lemma]
    return any(place < first for place in told)


def _by_its_noun(scene: Scene, phrase: Phrase) -> Answer | None:
    """ "The Front", far behind "the Front for the Defence of …": the only body of the page whose name has the noun."""
    if not phrase.tree.tokens[phrase.head].text[:1].isupper() or phrase.plural:
        return None
    named: dict[str, Draft] = {}
    for draft in scene.before(phrase.tree.index, phrase.head, phrase.tree.index):
        called = _named(draft, _BODIES) and _called(scene, draft, phrase)
        if called and draft.value is not None and not _other_coalition(scene, phrase, draft):
            named.setdefault(draft.value.id, draft)
    if len(named) != 1:
        return None
    (draft,) = named.values()
    return draft.value, (Note("short_form", f"the only {phrase.lemma} of that name on the page"),), draft.candidates


def _is_police(draft: Draft) -> bool:
    return draft.value is not None and draft.value.kind == "state_forces" and "police" in draft.value.name.lower()


def _kind(draft: Draft, kinds: frozenset[str]) -> bool:
    return draft.value is not None and draft.value.kind in kinds and draft.noun != "pronoun"


def _nearest(scene: Scene, phrase: Phrase, fits: Callable[[Draft], bool], back: int) -> Answer | None:
    told = others(phrase.tree, phrase.head, scene.before(phrase.tree.index, phrase.head, back))
    fitting = [draft for draft in told if draft.value is not None and fits(draft)]
    for draft in sorted(fitting, key=lambda one: (-one.sentence, _aside(scene.trees[one.sentence], one.head))):
        if draft.value is not None:
            text = scene.text(draft.sentence, draft.first, draft.last)
            return draft.value, (Note("short_form", f"the {phrase.lemma} named before: {text!r}"),), draft.candidates
    return None


def _aside(tree: Tree, at: int) -> bool:
    """Whether a noun stands in a relative clause ("X, which broke with Y, …") that tells of another one."""
    step = at
    for _ in range(len(tree.tokens)):
        head = tree.tokens[step].head
        if head < 0:
            return False
        if tree.tokens[step].rel == "acl:relcl":
            return True
        step = head
    return False


def _fighters(scene: Scene, phrase: Phrase, kinds: frozenset[str]) -> Answer | None:
    """ "The militants", "the rebels": the armed group told of right before, if it is the only one."""
    told = scene.before(phrase.tree.index, phrase.head, _NEAR)
    near = [d for d in told if _kind(d, kinds) and not of_another_war(scene, phrase.tree, d)]
    if phrase.lemma in word_set("jihadist_words") | {"jihadist", "jihadi"}:
        near = [d for d in near if d.noun != "militia"]  # "militias" are said of those who fight them, too
    doers = {d.value.id for d in near if d.value is not None and _acts_above(phrase.tree, phrase.head, d)}
    near = [d for d in near if d.value is not None and d.value.id not in doers]
    named = {d.value.id: d.value for d in near if d.value is not None and not d.value.generic}
    parents = {entry.parent for one in named if (entry := scene.register.actors.get(one)) is not None}
    if len(set(named) - parents) > 1:
        return None
    return _nearest(scene, phrase, lambda d: d in near, _NEAR)


def _same_forces(scene: Scene, phrase: Phrase) -> Answer | None:
    """ "Kurdish forces … the forces said": those called so right before, if they are one side's."""
    told = others(phrase.tree, phrase.head, scene.before(phrase.tree.index, phrase.head, 1))
    same = [d for d in told if d.value is not None and scene.trees[d.sentence].lemmas[d.head] == phrase.lemma]
    if len({draft.value.id for draft in same if draft.value is not None}) != 1:
        return None
    return _nearest(scene, phrase, lambda draft: draft in same, 1)


def _called_so(scene: Scene, phrase: Phrase) -> Answer | None:
    """ "X militants … the militants": of the one group, told of before, whose men the page calls by that noun."""
    ids = scene.called.get(phrase.lemma, frozenset())
    if not phrase.plural or len(ids) != 1:
        return None
    told = scene.before(phrase.tree.index, phrase.head, phrase.tree.index)
    free = [one for one in others(phrase.tree, phrase.head, told) if not _acts_above(phrase.tree, phrase.head, one)]
    draft = next((one for one in free if one.value is not None and one.value.id in ids), None)
    if draft is None or draft.value is None:
        return None
    says = f"the page calls the men of {draft.value.name} {phrase.tree.lows[phrase.head]}, and no others"
    return draft.value, (Note("called_so", says),), ()


def _acts_above(tree: Tree, at: int, draft: Draft) -> bool:
    """Whether the draft is the subject of a verb over the noun: who takes ground "from the militants" is not one."""
    step = tree.tokens[at].head if draft.sentence == tree.index else -1
    while step >= 0:
        if tree.governor(draft.head) == step and tree.role(draft.head).startswith("nsubj"):
            return tree.governor(at) != step or not tree.role(at).startswith("nsubj")
        step = tree.tokens[step].head
    return False


def _attackers(scene: Scene, phrase: Phrase) -> Answer | None:
    """ "The assailants": those told of before, if they are not a group, else the one armed group told of before."""
    named: dict[str, Draft] = {}
    opens = item_opened(scene, phrase.tree)
    for draft in scene.before(phrase.tree.index, phrase.head, _FAR):
        if draft.sentence < opens:
            break  # "On 7 June …": another incident, others attacked
        if of_another_war(scene, phrase.tree, draft):
            continue
        if draft.noun == "gunman" and draft.value is not None:
            return draft.value, (Note("short_form", "the gunmen told of before"),), draft.candidates
        if _kind(draft, ARMED_GROUPS) and draft.value is not None and not draft.value.generic:
            named.setdefault(draft.value.id, draft)
    if len(named) != 1:
        return None
    (draft,) = named.values()
    text = scene.text(draft.sentence, draft.first, draft.last)
    return draft.value, (Note("short_form", f"the only armed group told of before: {text!r}"),), draft.candidates


def _of_those_hit(scene: Scene, phrase: Phrase) -> Answer | None:
    """ "Struck the group's posts, killing 12 militants", "Its attack failed. 12 militants died": the one group's."""
    tree, verb = phrase.tree, phrase.tree.governor(phrase.head)
    if verb < 0:
        return None
    beside = tree.role(phrase.head) == "obj" and tree.rel(verb) in ("advcl", "conj")
    fallen = tree.role(phrase.head) == "nsubj:pass" and tree.lemmas[verb] in word_set("harming")
    back = 0 if beside else 1
    others_told = tree.lows[0] == "in" or tree.lows[0] in course().another
    if not (beside or fallen) or (fallen and others_told):
        return None  # "In X, 12 militants were killed": of whatever fight is told there
    before = [draft for draft in scene.before(tree.index, verb, back) if _kind(draft, ARMED_GROUPS)]
    named = {draft.value.id: draft for draft in before if draft.value is not None}
    doers = {
        draft.value.id
        for draft in before
        if draft.value is not None and draft.sentence == tree.index and tree.role(draft.head).startswith("nsubj")
    }
    draft = next(iter(named.values()), None)
    if len(named) != 1 or doers or draft is None or draft.value is None or draft.value.generic:
        return None
    text = scene.text(draft.sentence, draft.first, draft.last)
    where = "in the same sentence" if beside else "right before"
    return draft.value, (Note("short_form", f"of those hit {where}: {text!r}"),), draft.candidates


def _only(scene: Scene, kind: str) -> Answer | None:
    """The one actor of a kind that the page names, before or after."""
    named = sorted(
        {
            ref.id
            for found in scene.found
            for ref in found.refs
            if ref.id in scene.register.actors and scene.register.actors[ref.id].kind == kind and ref.kind == "alias"
        }
    )
    if len(named) != 1:
        return None
    actor = scene.by_id(named[0])
    return None if actor is None else (actor, (Note("only_one", f"the only {kind} that the page names"),), ())


def others(tree: Tree, at: int, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without whoever does it to the pronoun or noun, under any name."""
    doers = [one for one in drafts if acts_on(tree, at, one)]
    selves = {one.value.id for one in doers if one.value is not None}
    return [one for one in drafts if one not in doers and (one.value is None or one.value.id not in selves)]


def _whose_men(tree: Tree, at: int) -> int:
    """The noun that is harmed in "had killed two of its commanders": nobody kills his own; else the word itself."""
    noun = tree.tokens[at].head
    if tree.tokens[at].rel != "nmod:poss" or tree.lows[at] not in ("its", "their") or noun < 0:
        return at
    if any(tree.lows[kid] == "own" for kid in tree.children[noun]):
        return at
    counted = tree.tokens[noun].head >= 0 and tree.tokens[tree.tokens[noun].head].upos == "NUM"
    if tree.rel(noun) == "nmod" and counted:
        noun = tree.tokens[noun].head
    verb = tree.tokens[noun].head
    return noun if verb >= 0 and tree.lemmas[verb] in word_set("harming") else at


def acts_on(tree: Tree, at: int, draft: Draft) -> bool:
    """Whether the draft is the subject of the verb that the pronoun or noun is the object or the doer of.

    Nobody shoots "them" himself, and no fighters are shot by "the group" that they are of.
    """
    arguments = ("obj", "iobj", "obl:agent")
    part = tree.rel(at) == "nmod" and tree.lows[at] == "them"  # "killing four of them"
    noun = tree.tokens[at].head if part else _whose_men(tree, at)
    verb = tree.tokens[noun].head
    if draft.sentence != tree.index or tree.tokens[noun].rel not in arguments or verb < 0:
        return False
    above = ("conj", "advcl", "xcomp")
    while tree.rel(verb) in above and not any(tree.rel(kid) == "nsubj" for kid in tree.children[verb]):
        verb = tree.tokens[verb].head
    doer = _of_deed(tree, draft.head)
    return tree.governor(doer) == verb and tree.role(doer).startswith("nsubj")


def _of_deed(tree: Tree, at: int) -> int:
    """The deed or arms in front of which a side's name stands: in "US-led strikes hit the group", it is who hits."""
    step, things = at, actor_nouns().deeds | actor_nouns().things
    for _ in range(_INSIDE):
        head = tree.tokens[step].head
        if head <= step or tree.rel(step) not in ("amod", "compound", "nmod", "obl"):
            return step if step != at and (tree.lemmas[step] in things or noun_class(tree, step) == "air") else at
        step = head
    return at
