"""How strongly the syntax ties a place to a trigger of its sentence: a number from 0 (not at all) to OWN."""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.settings.located import came_from
from crossreport.coding.settings.shared import under_voice
from crossreport.words.classes.arms import arms
from crossreport.words.classes.folk import folk
from crossreport.words.classes.motion import motion
from crossreport.words.events import ontology
from crossreport.words.figures import figure_words
from crossreport.words.function_words import PLACING, TOWARDS

_LOCAL = PLACING | {
    *("around", "outside", "inside", "over", "across", "into", "toward", "towards", "to", "between", "along"),
    *("through", "within", "against", "throughout", "north", "south", "east", "west"),
}

OWN = 9  # the tie of a place in the trigger's own clause; the places of other clauses then say nothing of it

_NOT_WHERE = frozenset({"from", "to", "toward", "towards"})


def tie_of_place(doc: Document, word: Word, at: Word, path: list[Word], own: set[Word], *, country: bool) -> int:
    """How strongly the syntax ties the place at `at` to the trigger: 0 = not at all."""
    if _where_it_was(doc, at, path):
        return OWN
    steps = doc.path(at)
    tie = _of_fire(doc, word, at, path)
    if tie is None and country and _of_a_side(doc, word, at, steps):
        return 0
    if tie is None:
        tie = _of_a_move(doc, word, at, path)
    if tie is None:
        tie = _of_somebody(doc, word, at, path)
    return _by_the_tree(doc, word, at, path, own) if tie is None else tie


def _where_it_was(doc: Document, at: Word, path: list[Word]) -> bool:
    """ "Arrived in X from Y, where rebels killed 12": at Y, on whatever the clause and the place were hung."""
    for step in path:
        where = next((kid for kid in doc.kids(step, "advmod", "mark") if doc.text(kid) == "where" and kid < step), None)
        if where is not None:
            words = doc.words_of(where.sentence)[at.token + 1 : where.token]
            return at < where and all(doc.token(one).upos in _OF_A_NAME for one in words)
    return False


_OF_A_NAME = frozenset({"PROPN", "PUNCT"})


def _of_fire(doc: Document, word: Word, at: Word, path: list[Word]) -> int | None:
    """The tie of a place that fire comes from, or that another voice tells; None of any other."""
    if came_from(doc, at) and _flies(doc, word, at):
        return 0  # "fired from the hill, landed in the quarter": it hit where it landed
    if under_voice(doc, at, word):
        return 0
    if came_from(doc, at) and any(doc.lemma(step) in arms().shelling for step in path[:2]):
        return 1  # "shelled the town from their camp at X, killing two"
    return None


def _of_a_side(doc: Document, word: Word, at: Word, steps: list[Word]) -> bool:
    """A bare country is mostly somebody's side; a "fight over routes to" it is fought elsewhere."""
    case = _case_on(doc, steps)
    return case is None or (case in TOWARDS and steps[1:2] not in ([], [word]) and _on_a_noun(doc, at))


def _of_a_move(doc: Document, word: Word, at: Word, path: list[Word]) -> int | None:
    """The tie of a place that somebody comes from, goes to or is brought to; None of any other."""
    steps = doc.path(at)
    if _case_on(doc, steps) in TOWARDS and word in steps and _by_another_verb(doc, steps[1 : steps.index(word)]):
        return 0  # "killed two before fleeing towards X", "killed six in Y and others fled to X"
    if _carried_off(doc, at, word):
        return 0  # "three were hurt and taken to X"
    if came_from(doc, at) and doc.lemma(word) in motion().arriving:
        return 0  # "600 soldiers arrived from X"
    if came_from(doc, at) and _of_doer(doc, steps, word):
        return 0  # "the raiders, who came from the forest, burned the farms"
    if TOWARDS & {*doc.cases(at)} and _on_purpose(doc, steps, path):
        return 0  # "looted shops and took men to carry the goods towards X"
    return 1 if _on_a_journey(doc, at, steps, word) else None


def _of_somebody(doc: Document, word: Word, at: Word, path: list[Word]) -> int | None:
    """The tie of a place that says who somebody is or what he has under him; None of any other."""
    steps = doc.path(at)
    if _of_their_standing(doc, steps, path):
        return 0
    if any(doc.rel(step) == "amod" and doc.lemma(step) in folk().seated for step in steps[1:2]):
        return 0  # "the X-based monitor"
    if any(doc.rel(step) == "acl" and doc.lemma(step) in folk().seated for step in steps):
        return 2  # "the militia, based in X, attacked Y"
    led = word in steps and any(_of_command(doc, step) for step in steps[1 : steps.index(word)])
    return 0 if led and not TOWARDS & {*doc.cases(at)} else None  # not "the road leading to X"


def _by_the_tree(doc: Document, word: Word, at: Word, path: list[Word], own: set[Word]) -> int:
    """The tie by how far apart the two hang; "from" and "to" say less about where than "in" does."""
    steps = doc.path(at)
    weaker = 1 if _case_on(doc, steps) in _NOT_WHERE else 0
    if word in steps and at in own:
        return OWN - weaker - (1 if steps.index(word) > 2 else 0)
    if word in steps:
        return 5 - weaker
    head = path[1] if len(path) > 1 else None
    inner = doc.rel(word) in _INNER
    if head is not None and head in steps and inner:
        return 7 - weaker if doc.clause_root(at) in (doc.clause_root(word), head) else 4 - weaker
    return 3 if inner and any(step in steps for step in path[2:4]) else 2


def _of_their_standing(doc: Document, steps: list[Word], path: list[Word]) -> bool:
    """ "Militants of the group (outlawed in X)", "natives of X": what somebody is, wherever he is."""
    return any(
        (doc.lemma(step) in folk().outlawed and doc.rel(step) in ("acl", "amod", "acl:relcl"))
        or (doc.lemma(step) in folk().natives and step != steps[0])
        for step in steps
        if step not in path or doc.rel(step) == "appos"
    )


def _of_command(doc: Document, step: Word) -> bool:
    """ "The chief, who was in charge of operations in X", "responsible for raids in X": what he does there."""
    return doc.rel(step) in ("acl", "amod") and doc.lemma(step) in folk().in_command


def _carried_off(doc: Document, at: Word, word: Word) -> bool:
    """Whether somebody is brought to the place behind what befell him: to hospital, to the morgue."""
    head = doc.parent(at)
    if head is None or not {*doc.cases(at)} & {"to", "into"}:
        return False
    brings = figure_words().brought | figure_words().carried
    return head.sentence == word.sentence and word < head and doc.lemma(head) in brings and doc.lemma(word) != "force"


def _of_doer(doc: Document, steps: list[Word], word: Word) -> bool:
    """Whether the place is told of who does it: "youth from X raided Y", "taken by men who came from X"."""
    if word not in steps or doc.lemma(word) in motion().departing:
        return False
    below = steps[1 : steps.index(word)]
    if any("from" in doc.cases(step) and _owned(doc, step) for step in below):
        return False  # "abducted by soldiers from his home in X", however the parser hangs it
    return any(doc.token(step).rel == "nsubj" or (doc.rel(step) == "obl" and "by" in doc.cases(step)) for step in below)


def _owned(doc: Document, noun: Word) -> bool:
    """ "His shop", "their homes": what belongs to those who are hit, not to the men who came from "their base"."""
    owners = {doc.text(kid) for kid in doc.kids(noun, "nmod")}
    return bool(owners & {"his", "her"}) or ("their" in owners and doc.lemma(noun) in motion().homes)


def _on_a_journey(doc: Document, at: Word, steps: list[Word], word: Word) -> bool:
    """Whether the place ends the way of what is hit: "a bus bound for X", "traders travelling from X to Y"."""
    if not _WAYS & {*doc.cases(at)} or word in steps[1:2]:
        return False
    upto = steps[1 : steps.index(word)] if word in steps else steps[1:]
    head = next((step for step in upto if doc.token(step).upos != "PROPN"), None)
    if head is None:
        return False
    if doc.lemma(head) in motion().journeys:
        return True
    apart = doc.rel(head) in ("acl", "amod", "acl:relcl", "advcl")
    return apart and doc.lemma(head) in motion().travelling and not _is_road(doc, doc.parent(head))


def _is_road(doc: Document, noun: Word | None) -> bool:
    """ "On the road leading to X": nothing else says where."""
    return noun is not None and doc.lemma(noun) in motion().roads


_WAYS = frozenset({"from", "to", "toward", "towards", "for", "into"})


def _on_purpose(doc: Document, steps: list[Word], path: list[Word]) -> bool:
    """Whether the place is the goal of another verb that only tells what for."""
    apart = [step for step in steps if step not in path]
    return any(
        doc.token(step).rel in ("advcl", "xcomp") and any(doc.text(kid) == "to" for kid in doc.kids(step, "mark"))
        for step in apart
    )


def _on_a_noun(doc: Document, at: Word) -> bool:
    """Whether what the place is the goal of is itself only what is done over: no "tens of thousands of troops to"."""
    steps = doc.path(at)
    top = next((step for step in steps if doc.rel(step) != "nmod"), at)
    return top != at and doc.rel(top) == "obl" and doc.token(top).upos == "NOUN"


def _by_another_verb(doc: Document, between: list[Word]) -> bool:
    verbs = [step for step in between if doc.token(step).upos == "VERB"]
    away = motion().escaping | motion().departing
    return any(
        doc.token(verb).rel == "advcl" or (doc.token(verb).rel == "conj" and doc.lemma(verb) in away) for verb in verbs
    )


_INNER = frozenset({"obj", "nsubj", "obl", "nmod", "conj", "xcomp", "advcl", "acl"})


def _flies(doc: Document, word: Word, at: Word) -> bool:
    """Whether what is told is fired, and the place behind its "from" is where it was fired."""
    between = range(min(word.token, at.token), max(word.token, at.token) + 1)
    return any(_fired(doc, Word(word.sentence, index)) for index in between)


def _fired(doc: Document, word: Word) -> bool:
    lemma = doc.lemma(word)
    return lemma in arms().fired or lemma in ontology().classes["gunshots"] or lemma in arms().shellfire


def _case_on(doc: Document, steps: list[Word]) -> str | None:
    for step in steps[:3]:
        for case in doc.cases(step):
            if case.split()[0] in _LOCAL:
                return case.split()[0]
    return None
