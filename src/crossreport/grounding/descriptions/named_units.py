"""Units of an army, by how they are called: "Third Division", "Battalion 410", "Apolo Task Force", "Sokola 2 Command".

In: a sentence, a head and the name that the tagger saw. Out: the tokens of the unit, or None. Whose it is, is not
decided here. Refuses brigades with a name but without a number: armed groups of their own are called so, too.
"""

import re
from itertools import pairwise

from crossreport.grounding.numbers.words import number_words
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.analysis import Name
from crossreport.words.actor_nouns import word_set

_NUMBERED = re.compile(r"\d{1,4}(?:st|nd|rd|th)?|[IVXL]+")
_TASK_FORCE = ("task", "force")
_GROUPINGS = frozenset({("group", "of"), ("grouping", "of")})
_IN_NAME = frozenset({"compound", "amod", "nummod", "flat", "nmod:desc"})


def unit_span(tree: Tree, at: int, name: Name | None) -> tuple[int, int] | None:
    """The tokens of a unit's designation headed at `at`, without an article."""
    if name is not None and name.label in ("ORG", "PER"):
        if at != tree.top(name.first, name.last):
            return None
        first, last = name.first, name.last
    elif name is None:
        first, last = at, at + 1
    else:
        return None
    if _called_unit(tree, at, last):
        return first, last  # "the UTAG unit"
    while first > 0 and _belongs(tree, first - 1, at):
        first -= 1
    while first < last - 1 and tree.tokens[first].upos == "DET":
        first += 1
    if last < len(tree.tokens) and last == at + 1 and _NUMBERED.fullmatch(tree.tokens[last].text):
        last += 1
    return (first, last) if designates(tree, first, last) else None


def _called_unit(tree: Tree, at: int, last: int) -> bool:
    """Whether an abbreviation in capitals stands right before "unit"."""
    short = last == at + 1 and tree.tokens[at].text.isupper() and last < len(tree.tokens)
    return short and tree.lows[last] in ("unit", "units") and tree.tokens[at].head == last


def is_short(tree: Tree, first: int, last: int) -> bool:
    """Whether nothing but capitals in front of "unit" calls it a unit."""
    return last == first + 1 and tree.tokens[first].text.isupper()


def _belongs(tree: Tree, at: int, head: int) -> bool:
    token = tree.tokens[at]
    if token.upos == "DET" or tree.rel(at) not in {rel.partition(":")[0] for rel in _IN_NAME}:
        return False
    return tree.reaches(at, head) and (token.text[:1].isupper() or bool(_NUMBERED.fullmatch(token.text)))


def designates(tree: Tree, first: int, last: int) -> bool:
    """Whether those words call a unit: a number with a unit's noun, a task force, a command."""
    lows = tree.lows[first:last]
    if not any(tree.tokens[at].text[:1].isupper() or tree.lows[at][:1].isdigit() for at in range(first, last)):
        return False
    if is_group_of_forces(lows):
        return True  # "the Dnepr Group of Forces"
    if _TASK_FORCE in pairwise(lows):
        return tuple(lows[:2]) != _TASK_FORCE or last - first > len(_TASK_FORCE)  # "Apolo Task Force"
    if not word_set("unit_nouns").isdisjoint(lows):
        return any(_number(tree, at) for at in range(first, last))
    return lows[-1] in word_set("commands") and last - first > 1 and "police" not in lows


def _number(tree: Tree, at: int) -> bool:
    return tree.lows[at] in number_words().ordinals or bool(_NUMBERED.fullmatch(tree.tokens[at].text))


def is_group_of_forces(lows: list[str]) -> bool:
    """ "Group of Forces", "grouping of troops", with a name in front or behind."""
    return any(tuple(lows[at : at + 2]) in _GROUPINGS for at in range(1, len(lows) - 1)) and lows[-1] not in (
        "of",
        "the",
    )


def is_command(tree: Tree, last: int) -> bool:
    """Whether the words call a command, such as any side may have; one of a region is an army's."""
    if is_group_of_forces(tree.lows[max(0, last - 4) : last]):
        return True
    return tree.lows[last - 1] in word_set("commands") and tree.lows[last - 2] not in word_set("quarters")
