"""States named by country, capital or adjective: when the name is an actor and when only a place.

"Turkey shelled …", "Damascus announced …", "Russian air strikes" act; "in Moscow", "the Turkish border" do not.
"""

from crossreport.grounding.descriptions.describer import Describer
from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.find import Found, tied
from crossreport.grounding.phrases.phrase import modifies, noun_class
from crossreport.grounding.phrases.scene import Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.analysis import PLURAL
from crossreport.words.actor_nouns import actor_nouns, word_set
from crossreport.words.actors import Country, slug
from crossreport.words.calendar import calendar_names

_AIMED = ("on", "against", "upon")


def state(scene: Scene, describer: Describer, tree: Tree, found: Found) -> Answer | None:
    """The state that a country's name, adjective or capital stands for here; None where it is a place or a quality."""
    country = scene.country(found.refs[0].id)
    if country is None:
        return None
    tie = tied(tree, found.first, found.last)
    if tie is not None:
        return _leader(scene, describer, tree, found, country) if tie == "led" else None
    above = tree.tokens[found.head].head
    quality = above > found.head and tree.lemmas[above] in word_set("adjectival")  # "US military airstrikes"
    deed = modifies(tree, above) if quality else modifies(tree, found.head)
    if deed is not None or tree.tokens[found.head].rel == "nmod:poss":
        deed = tree.tokens[found.head].head if deed is None else deed
        return None if _only_where(tree, found, country, deed) else doer(describer, tree, found, deed)
    if found.kind == "adjective" and not any(ref.kind == "country" for ref in found.refs):
        plural = tree.tokens[found.head].xpos in PLURAL and tree.tokens[found.head].upos != "ADJ"
        if plural and _wages(tree, found, country):
            return describer.state(
                country, Note("people_for_state", f"{found.refs[0].alias} as the doer of a deed of war")
            )
        return describer.pattern("people", country, Note("people_of", "people of a country")) if plural else None
    if found.kind == "capital" and found.first == 0 and tree.tokens[0].text.isupper():
        return None  # a dateline
    acts = _acts(tree, found.head, capital=found.kind == "capital")
    if acts is None:
        return None
    entry = scene.register.actors[country.government]
    rule = "metonym" if found.kind == "capital" else "state_named"
    return scene.actor(entry), (Note(rule, f"{found.refs[0].alias} {acts}"),), ()


def _leader(scene: Scene, describer: Describer, tree: Tree, found: Found, country: Country) -> Answer | None:
    """ "US-led air strikes": the coalition of that name if the register knows it, else the state that leads."""
    led = next((at for at in range(found.first, min(found.last + 2, len(tree.tokens))) if _leads(tree, at)), None)
    deed = -1 if led is None else tree.tokens[led].head
    if deed < 0 or tree.lemmas[deed] not in actor_nouns().deeds:
        return None
    for word in (found.refs[0].alias, country.name, country.adjective):
        entry = scene.register.actors.get(f"{slug(word)}-led-coalition")
        if entry is not None:
            return scene.actor(entry), (Note("leader_of_deed", f"{word}-led {tree.lemmas[deed]}"),), ()
    return describer.state(country, Note("leader_of_deed", f"leads the {tree.lemmas[deed]}"))


def _leads(tree: Tree, at: int) -> bool:
    return tree.lows[at].rpartition("-")[2] == "led" and tree.tokens[at].head >= 0


def _wages(tree: Tree, found: Found, country: Country) -> bool:
    """Whether a people stands for its state: the subject of a deed of war, of a country without fighting at home."""
    verb = tree.governor(found.head)
    deed = verb >= 0 and tree.lemmas[verb] in word_set("war_verbs")
    return deed and tree.role(found.head) == "nsubj" and not country.fought_over


def _only_where(tree: Tree, found: Found, country: Country, deed: int) -> bool:
    """Whether a name in front of a deed can as well tell where it was done ("Paris attacks", "Nigeria bombing")."""
    if tree.tokens[found.head].rel == "nmod:poss":
        return False
    adjective = any(ref.kind == "adjective" for ref in found.refs)
    if found.kind == "capital" or (country.fought_over and not adjective):
        return True
    aimed = [at for at in tree.children[deed] if tree.rel(at).startswith("nmod") and tree.case(at) in _AIMED]
    if any(tree.lows[at] not in calendar_names() for at in aimed):
        return False  # "the Ethiopian attack on the town" tells where by itself
    return country.fought_over and tree.lemmas[deed] in word_set("anybodys_deeds")


def doer(describer: Describer, tree: Tree, found: Found, deed: int, *, shared: bool = False) -> Answer | None:
    """The state in front of the noun `deed` ("Russian air strikes", "Turkey's offensive"), if that is a deed.

    With `shared`, others that do it stand between ("Russian and government air strikes").
    """
    words = actor_nouns()
    country = describer.scene.country(found.refs[0].id)
    if country is None:
        return None
    lemma = tree.lemmas[deed] if deed >= 0 else ""
    if lemma in word_set("kin") and found.kind == "adjective":
        return describer.state(country, Note("kin", f"{found.refs[0].alias} {lemma}"))
    if lemma in word_set("held_things") and found.kind == "adjective":
        return describer.state_forces(country, Note("holder", f"{found.refs[0].alias} {lemma}"))
    if lemma not in words.deeds or deed < 0 or found.kind == "region":
        return None
    between = {tree.lemmas[at] for at in range(found.last, deed)}
    military = word_set("adjectival") & between
    others = [at for at in range(found.last, deed) if tree.lemmas[at] not in words.deeds | military]
    flown = any(noun_class(tree, at) == "air" for at in others)  # "a US drone strike"
    if not shared and any(noun_class(tree, at) not in (None, "air") for at in others):
        return None
    note = Note("doer_of_deed", f"{found.refs[0].alias} in front of {lemma!r}")
    if flown or lemma in words.air_deeds or not between.isdisjoint(words.air_deeds):
        return describer.air_arm(country, note)
    return describer.state_forces(country, note) if military else describer.state(country, note)


def _acts(tree: Tree, head: int, *, capital: bool) -> str | None:
    """By what the name acts or is addressed, in words; None if it is a place."""
    words = actor_nouns()
    role, at = tree.role(head), tree.governor(head)
    governor = tree.lemmas[at].removeprefix("re-") if at >= 0 else ""
    case = tree.case(head)
    if role.startswith("nsubj") and any(tree.rel(child) == "cop" for child in tree.children[at]) and at >= 0:
        return f"is {governor!r}" if governor in word_set("kin") else None
    if (
        role == "nsubj"
        and governor in word_set("having")
        and any(
            tree.rel(child) == "obj" and tree.lemmas[child] in word_set("states_have") for child in tree.children[at]
        )
    ):
        return "has what only a state has"
    if role == "nsubj":
        return f"is the subject of {governor!r}" if governor not in words.place_verbs else None
    if role in ("nsubj:pass", "obj", "iobj") and (not capital or governor in word_set("capital_objects")):
        return (
            f"is addressed by {governor!r}" if governor not in word_set("place_objects") | words.place_verbs else None
        )
    if case in ("on", "upon") and role.startswith("obl") and governor in ("call", "prevail"):
        return (
            f"is addressed by {governor!r}"
            if any(tree.rel(c) in ("xcomp", "advcl") for c in tree.children[at])
            else None
        )
    if role.partition(":")[0] in ("obl", "nmod"):
        allowed = words.metonym_preps if capital else words.party_preps
        if case not in allowed:
            return None
        return f"is a party ({case})" if _party(tree, at, case or "", governor) else None
    if role == "appos" and not capital:
        kin = governor in word_set("kin") or (at >= 0 and noun_class(tree, at) is not None)
        return f"stands beside {governor!r}" if kin else None
    return None


def _party(tree: Tree, at: int, case: str, governor: str) -> bool:
    """Whether a preposition makes a party: always "by" and "against", "from" and "on" only of a deed."""
    if case in ("by", "against", "including", "like", "except"):
        return True
    noun = at >= 0 and tree.tokens[at].upos == "NOUN"
    if case in ("between", "among", "with"):
        return not noun or governor in actor_nouns().deeds | actor_nouns().dealings
    return noun and governor in ("support", "aid", "pressure", "help", "weapon", "arm", "demand", "threat", "backing")
