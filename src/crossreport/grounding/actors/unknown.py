"""Groups that the register does not know: a capitalised group name of the page becomes an identity of its own."""

import msgspec

from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.phrase import modifies, noun_class
from crossreport.grounding.phrases.scene import Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.grounding.places.words import place_words
from crossreport.model.actor import Actor, ActorKind
from crossreport.model.analysis import Name
from crossreport.names import name_key
from crossreport.words.actor_nouns import actor_nouns, labels, word_set
from crossreport.words.actors import slug
from crossreport.words.calendar import calendar_names
from crossreport.words.events import ontology
from crossreport.words.function_words import HYPHENS

_SHORTEST, _LONGEST = 3, 7  # letters of an abbreviation in capitals


_SERVICES = frozenset({"police", "forces", "government", "ministry"})
_IN_FRONT, _BEHIND = ("compound", "amod", "flat"), ("appos", "flat", "nmod", "compound", "dep")
_QUARTERS = frozenset({"district", "either", "admin1", "region"})


def unknown(scene: Scene, tree: Tree, at: int, name: Name | None) -> tuple[int, int, Answer] | None:
    """Tokens and identity of an unregistered group headed at `at`."""
    if tree.lows[at] in word_set("arms_short"):
        return None  # an IED is nobody
    if name is not None:
        name = _without_members(tree, name)
    bounds = _bounds(scene, tree, at, name)
    if bounds is None or _is_nobody(scene, tree, at, *bounds):
        return None
    first, last = bounds
    written = " ".join(scene.text(tree.index, first, last).split())
    if not written[:1].isalpha() or len(written) < 3 or not written[:1].isupper():
        return None
    return first, last, identity(scene, tree, at, first, last, written, name)


def _bounds(scene: Scene, tree: Tree, at: int, name: Name | None) -> tuple[int, int] | None:
    """Where the group's name begins and ends: as the language room read it, else as its capitals say."""
    if name is not None and (name.label == "ORG" or group_name(tree, name)):
        return _of_read_name(scene, tree, at, name) if at == tree.top(name.first, name.last) else None
    if not _headed(scene, tree, at):
        return None
    first, last = _capitals(tree, at), _of_name(scene, tree, at)
    return (first, last) if any(_own(scene, tree, i) for i in range(first, last) if i != at) else None


def _of_read_name(scene: Scene, tree: Tree, at: int, name: Name) -> tuple[int, int] | None:
    first, last = name.first, name.last
    while first < last - 1 and tree.tokens[first].upos == "DET":
        first += 1
    while last - 1 > max(first, at) and not tree.tokens[last - 1].text[:1].isupper():
        last -= 1  # "Research an"
    first = _whole(scene, tree, _behind_verb(tree, first, at))
    last = max(last, _of_name(scene, tree, at) if _headed(scene, tree, at) else last)
    own = any(_own(scene, tree, i) for i in range(first, last) if i != at)
    return None if noun_class(tree, at) is not None and not own and last == at + 1 else (first, last)


def _is_nobody(scene: Scene, tree: Tree, at: int, first: int, last: int) -> bool:
    """Whether these tokens name nobody new: one who is known, a quarter, an office, a place, or common words."""
    if any(tree.index == one.sentence and one.first < last and first < one.last and one.named for one in scene.found):
        return True
    if last - first == 1 and (not _acting(tree, at) or _modifying(tree, at)):
        return True
    if _quarter(tree, at):
        return True
    if _office_of(tree, at) or _of_an_army(tree, at, first, last):
        return True  # "Light Infantry Battalion 120": whose it is, the description tells
    if all(tree.lows[i] in calendar_names() for i in range(first, last)):
        return True
    capitals = " ".join(scene.text(tree.index, first, last).split()).isupper()
    if first == 0 and capitals and last < len(tree.tokens) and tree.tokens[last].text in HYPHENS | {"—"}:
        return True  # "NYALA — Two air raids …": the place that heads an item
    return all(_common(tree, i) for i in range(first, last)) or _landmark(tree, first, last)


def _behind_verb(tree: Tree, first: int, at: int) -> int:
    """Where a name begins that was read together with the clause before it: "Our forces storm | Engineers' Depot"."""
    clause = [i for i in range(first, at) if tree.tokens[i].upos in ("VERB", "AUX") and tree.tokens[i].text.islower()]
    return clause[-1] + 1 if clause and clause[-1] + 1 < at else first


def group_name(tree: Tree, name: Name) -> bool:
    """Whether a name taken for a person's is a group's: it has a group's noun, or is an abbreviation in capitals."""
    words = tree.tokens[name.first : name.last]
    heads = word_set("armed_heads") | word_set("party_heads") | word_set("press_heads") | word_set("aid_heads")
    if any(tree.lows[at] in heads for at in range(name.first, name.last)):
        return True
    above = tree.tokens[tree.top(name.first, name.last)].head
    if 0 <= above == name.first - 1 and noun_class(tree, above) == "media":
        return True  # "the news website X"
    if named_for(tree, name) is not None:
        return True
    short = len(words) == 1 and words[0].text.isupper() and _SHORTEST <= len(words[0].text) <= _LONGEST
    return short and any(token.text[:1].islower() for token in tree.tokens)


def named_for(tree: Tree, name: Name) -> int | None:
    """The group's noun beside a person's name: "the armed group Juan Rojas", "the Juan Rojas front" are no person."""
    top, behind, before = tree.top(name.first, name.last), name.last, name.first - 1
    if name.label == "LOC":
        return None
    if behind < len(tree.tokens) and tree.lemmas[behind] in word_set("called_after"):
        lone = not any(tree.rel(kid) == "case" for kid in tree.children[top])
        return behind if tree.tokens[top].head == behind and tree.rel(top) in _IN_FRONT and lone else None
    if before >= 0 and tree.lemmas[before] in word_set("called_after") and tree.tokens[before].text.islower():
        return before if tree.tokens[top].head == before and tree.rel(top) in _BEHIND else None
    return None


def _headed(scene: Scene, tree: Tree, at: int) -> bool:
    """Whether a noun may head a group's name: a name by its tag, or with a capital and a name behind "of"."""
    if tree.lows[at] not in word_set("armed_heads") | word_set("party_heads") or _members(tree, at):
        return False
    return tree.tokens[at].upos == "PROPN" or _of_name(scene, tree, at) > at + 1


def _members(tree: Tree, at: int) -> bool:
    """ "Fighters of the Blue Ridge Brigade": a plural that opens the sentence, in front of a name of its own."""
    behind = at + 2
    while behind < len(tree.tokens) and tree.tokens[behind].upos == "DET":
        behind += 1
    begins = any(name.first == behind and name.label == "ORG" for name in tree.sentence.names)
    return at == 0 and tree.tokens[at].xpos == "NNS" and tree.lows[1:2] == ["of"] and begins


def _of_name(scene: Scene, tree: Tree, at: int) -> int:
    """The end of a name that goes on with "of": "Army of the Victorious Sect"; a country behind it ends the name."""
    here = at + 1
    if here >= len(tree.tokens) or tree.lows[here] != "of" or not tree.tokens[at].text[:1].isupper():
        return here
    end = here + 1
    while end < len(tree.tokens) and tree.lows[end] in ("the", "al", "-"):
        end += 1
    begun = end
    while end < len(tree.tokens) and tree.tokens[end].text[:1].isupper() and (tree.index, end) not in scene.covering:
        end += 1
    placed = any(one.label == "LOC" and one.first < end and begun < one.last for one in tree.sentence.names)
    return end if end > begun and not placed else here


def _of_an_army(tree: Tree, at: int, first: int, last: int) -> bool:
    unit = tree.lows[at] in word_set("army_parts") | word_set("dependent_forces")
    words = word_set("unit_words") | {"army"}  # "the Army Fourth Brigade"
    return unit and any(tree.lows[word] in words for word in range(first, last) if word != at)


def _office_of(tree: Tree, at: int) -> bool:
    """ "District Police Officer": a service in front of an office tells of which service the office is."""
    above = modifies(tree, at)
    return above is not None and noun_class(tree, at) in _SERVICES and noun_class(tree, above) == "official"


def _quarter(tree: Tree, at: int) -> bool:
    """ "The Taiba al-Ahamda neighbourhood": a name without a group's noun before a kind of place is the place's."""
    head = tree.tokens[at].head
    if head <= at or tree.tokens[at].rel not in ("compound", "nmod:poss") or noun_class(tree, at) is not None:
        return False
    return place_words().kind_of(tree.lows[head]) in _QUARTERS


def _landmark(tree: Tree, first: int, last: int) -> bool:
    """ "National Road", "the Rashid Bridge": nobody; "Army of the Hidden Valley" is somebody."""
    heads = word_set("armed_heads") | word_set("party_heads")
    return tree.lows[last - 1] in word_set("landmarks") and not any(tree.lows[at] in heads for at in range(first, last))


def _without_members(tree: Tree, name: Name) -> Name:
    """The group's own name where a sentence begins with its members ("Fighters of the Blue Ridge Brigade")."""
    first = name.first
    if name.last - first < 3 or tree.lows[first + 1] != "of":
        return name
    people = noun_class(tree, first) is not None or tree.lemmas[first] in ontology().classes["people_noun"]
    if tree.tokens[first].upos != "NOUN" or not people:
        return name
    first += 2
    while first < name.last - 1 and tree.tokens[first].upos == "DET":
        first += 1
    return msgspec.structs.replace(name, first=first) if first < name.last else name


def _whole(scene: Scene, tree: Tree, first: int) -> int:
    """Back over capitalised words in front that belong to the name ("Regional Directorate of …")."""
    while first > 1:
        token = tree.tokens[first - 1]
        if token.upos not in ("PROPN", "ADJ") or not token.text[:1].isupper() or not token.head >= first:
            return first
        if (tree.index, first - 1) in scene.covering or tree.lows[first - 1] in calendar_names():
            return first
        first -= 1
    return first


def _modifying(tree: Tree, at: int) -> bool:
    """Whether a single word only modifies a noun behind it that names no actor."""
    head = tree.tokens[at].head
    return tree.tokens[at].rel in ("amod", "compound") and head > at and noun_class(tree, head) is None


def _acting(tree: Tree, at: int) -> bool:
    """Whether a single word stands where somebody acts, is acted on, or is named beside an actor noun."""
    head = tree.tokens[at].head
    beside = head >= 0 and noun_class(tree, head) is not None
    agent = tree.case(at) in ("by", "with", "against", "between", "like")
    return beside or agent or tree.role(at).startswith(("nsubj", "obj", "iobj")) or tree.tokens[at].rel == "nmod:poss"


def _own(scene: Scene, tree: Tree, at: int) -> bool:
    """Whether a capitalised word is a group's own, not a country's or one that any force could carry."""
    words = actor_nouns()
    shared = words.security_words | words.state_words | words.armed_words | words.rebel_words
    plain = tree.lows[at] in shared or tree.lows[at] in labels().words or not tree.tokens[at].text[:1].isupper()
    return not plain and (tree.index, at) not in scene.covering and tree.tokens[at].upos == "PROPN"


def _common(tree: Tree, at: int) -> bool:
    """Whether a word names nobody: a loaded word, an actor noun, a deed."""
    known = tree.lows[at] in labels().words or tree.lemmas[at] in actor_nouns().deeds
    return known or noun_class(tree, at) is not None or tree.lows[at] in actor_nouns().not_names


def identity(scene: Scene, tree: Tree, at: int, first: int, last: int, written: str, name: Name | None) -> Answer:
    """An identity of the page's own for a name that the register does not know."""
    kind = _kind(tree, at, first, last, None if name is None else named_for(tree, name))
    country = _country(scene, tree, first, last)
    actor = Actor(f"minted:{name_key(written) or slug(written)}", written, kind, country)
    return actor, (Note("minted", "a group that the register does not know, named by the page"),), ()


def _capitals(tree: Tree, at: int) -> int:
    first = at
    while first > 0 and _goes_on(tree, first - 1):
        first -= 1
    return first


def _goes_on(tree: Tree, at: int) -> bool:
    """Whether a name goes on to the left over this word: no day or month does."""
    token = tree.tokens[at]
    return (token.upos == "PROPN" and tree.lows[at] not in calendar_names()) or token.text in ("-", "al", "Al")


def _is_told(tree: Tree, at: int) -> bool:
    """ "The spokesman told X that …": an unknown name with no body's noun whom people tell things is an outlet."""
    verb = tree.tokens[at].head
    told = verb >= 0 and tree.lemmas[verb] == "tell" and tree.rel(at) in ("iobj", "obj")
    says = told and any(tree.rel(kid) in ("ccomp", "parataxis") for kid in tree.children[verb])
    return says and noun_class(tree, at) is None and tree.tokens[at].upos == "PROPN"


def _kind(tree: Tree, at: int, first: int, last: int, group: int | None) -> ActorKind:
    words = {tree.lows[i] for i in range(first, last)}
    if words & word_set("press_heads") or _is_told(tree, at):
        return "media"
    if words & word_set("party_heads"):
        return "party"
    beside = noun_class(tree, tree.tokens[at].head) if tree.tokens[at].head >= 0 else None
    if words & word_set("armed_heads") or beside in ("rebel", "militant", "militia"):
        return "rebel_group"
    if beside == "gunman" and tree.rel(at) in ("appos", "flat", "compound"):
        return "political_militia"  # "the gang X"
    if group is not None and _fighting_group(tree, group):
        return "rebel_group"
    return "ngo" if words & word_set("aid_heads") else "other"


def _fighting_group(tree: Tree, at: int) -> bool:
    """ "The armed group X", "the X front": who is called a group and no more may be anybody."""
    armed = any(tree.lemmas[kid] in actor_nouns().armed_words for kid in tree.children[at] if kid < at)
    return armed or tree.lemmas[at] in word_set("armed_heads")


def _country(scene: Scene, tree: Tree, first: int, last: int) -> str | None:
    for at in range(max(0, first - 2), last):
        found = scene.covering.get((tree.index, at))
        if found is not None and found.kind in ("adjective", "country"):
            return found.refs[0].id
    return scene.focus
