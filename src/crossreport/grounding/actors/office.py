"""Whom "the governor" or "the Turkish president" means: the person to whom the page or the register gives that office.

Nobody else: what a minister says is not put into the mouth of whoever was named last.
"""

from collections.abc import Iterator, Sequence

from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.phrase import Phrase, noun_class
from crossreport.grounding.phrases.scene import Draft, Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.words.actor_nouns import word_set

_FAR = 6  # sentences back over which a bare office takes up its holder; set on the fa_kes dev pages
_APPOSED = 8  # words between an office and the name that a comma parts from it
_BESIDE = frozenset({"appos", "flat", "nmod"})


def same_office(scene: Scene, phrase: Phrase) -> Answer | None:
    """The nearest person before who holds the office of a definite phrase; None leaves it to its own words."""
    if phrase.plural or not phrase.definite:
        return None
    country = next((r.id for f in phrase.names for r in f.refs if r.kind in ("adjective", "country")), None)
    if any(found.named for found in phrase.names) or (phrase.names and country is None):
        return None
    for who in _persons(scene.before(phrase.tree.index, phrase.head, _FAR)):
        offices = _offices(scene, who, phrase)
        if (country is None or who.country == country) and _holds(phrase.lemma, offices):
            return who, (Note("same_office", f"the {phrase.lemma} named before: {who.name}"),), ()
    return None


def titled(scene: Scene, phrase: Phrase) -> Answer | None:
    """ "The Foreign Secretary", where a page names one person under just this title, or the register does."""
    tree = phrase.tree
    if phrase.plural or phrase.names or phrase.sponsors or tree.of(phrase.head) is not None:
        return None
    if not (phrase.definite or tree.tokens[phrase.head].text[:1].isupper()):
        return None
    title = " ".join(tree.lows[at] for at in range(phrase.first, phrase.head + 1))
    if " " not in title:
        return None
    for draft in scene.before(tree.index, phrase.head, tree.index):
        who = draft.value
        if draft.noun == "name" and who is not None and who.kind == "person" and _titled_so(scene, draft, title):
            return who, (Note("same_office", f"the {title} named before: {who.name}"),), ()
    people = scene.register.tables.persons
    named = {one.refs[0].id for one in scene.found if one.kind == "person"}
    fit = sorted(one for one in named if one in people and title in _office_titles(people[one].office))
    if len(fit) != 1:
        return None
    entry = people[fit[0]]
    actor = Actor(entry.id, entry.name, "person", entry.country, False, entry.affiliation or None)
    return actor, (Note("same_office", f"the {title}: {entry.name}, {entry.office}"),), ()


def _office_titles(office: str) -> set[str]:
    """ "Foreign Secretary of X 2014-2016, mayor of Y": the titles in front of whose they are."""
    return {part.strip().lower().partition(" of ")[0] for part in office.split(",")}


def _titled_so(scene: Scene, draft: Draft, title: str) -> bool:
    """Whether the title stands right in front of a name or behind the comma after it."""
    tree = scene.trees[draft.sentence]
    size = len(title.split())
    front = tree.lows[max(0, draft.first - size) : draft.first]
    behind = tree.lows[draft.last : draft.last + size + 2]
    return title in (" ".join(front), " ".join(behind[1 : size + 1]), " ".join(behind[2:]))


def _persons(drafts: Sequence[Draft]) -> Iterator[Actor]:
    """Single persons named or spoken of before, the nearest first, each once."""
    seen: set[str] = set()
    for draft in drafts:
        who = draft.value
        if draft.noun not in ("name", "pronoun") or who is None or who.kind != "person" or draft.plural:
            continue
        if who.id not in seen:
            seen.add(who.id)
            yield who


def _offices(scene: Scene, who: Actor, phrase: Phrase) -> set[str]:
    """The office nouns that stand at any name of the person before the phrase, and those of the register."""
    here = (phrase.tree.index, phrase.head)
    named = [d for d in scene.drafts if d.value == who and d.noun == "name" and (d.sentence, d.head) < here]
    found = {lemma for draft in named for lemma in _at_name(scene.trees[draft.sentence], draft)}
    entry = scene.register.tables.persons.get(who.id)
    return found | (set(entry.office.lower().split()) if entry is not None else set())


def _at_name(tree: Tree, draft: Draft) -> Iterator[str]:
    """Lemmas of the office nouns in front of a name, beside it, or before the comma in front of it."""
    above = tree.tokens[draft.head].head
    places = [*range(tree.left(draft.first), draft.first), *tree.children[draft.head]]
    if above >= 0 and tree.rel(draft.head) in _BESIDE:
        places.append(above)
    if draft.first > 1 and tree.tokens[draft.first - 1].text == ",":
        places += _before_comma(tree, draft.first - 2)
    for at in places:
        if noun_class(tree, at) in ("official", "delegates"):
            yield tree.lemmas[at]


def _before_comma(tree: Tree, last: int) -> Iterator[int]:
    """The words of the phrase that ends at `last`, from right to left."""
    for at in range(last, max(-1, last - _APPOSED), -1):
        if tree.tokens[at].upos in ("VERB", "AUX", "SCONJ") or tree.tokens[at].text == ",":
            return
        yield at


def _holds(lemma: str, offices: set[str]) -> bool:
    """Whether an office noun can stand for one of the offices: itself, or a wider word ("the official")."""
    if lemma in ("official", "figure", "politician") and offices:
        return True
    if lemma in ("commander", "officer", "chief") and offices & (word_set("ranks") | {"commander", "chief"}):
        return True
    return any({lemma, office} <= kin for office in offices for kin in _kin()) or lemma in offices


def _kin() -> tuple[frozenset[str], ...]:
    return (word_set("speaking_offices"), word_set("leading_offices"), word_set("envoys"))
