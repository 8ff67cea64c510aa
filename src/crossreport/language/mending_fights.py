"""What a fight did hung on the fight: trees in, trees out, mended where a clause of deaths stands behind its sides.

"Clashes with troops that killed 40 people": the clashes killed them; the parser hangs the clause on the noun that
stands nearest. Refuses "who", which asks for people, and sides that fight no fight ("an attack on troops that had …").
"""

from collections.abc import Sequence

import msgspec

from crossreport.model.analysis import Token
from crossreport.words.classes.harm import harm
from crossreport.words.events import triggers

_OF_THINGS = frozenset({"that", "which"})
_WITH = frozenset({"with", "between", "among"})


def with_fights(tokens: Sequence[Token]) -> list[Token]:
    """The same words, with the clauses of what a fight did on the fight."""
    mended = list(tokens)
    for verb, token in enumerate(tokens):
        fight = _fight(tokens, verb)
        if fight is not None:
            mended[verb] = msgspec.structs.replace(token, head=fight)
    return mended


def _fight(tokens: Sequence[Token], verb: int) -> int | None:
    """The fight before whose sides' clause the verb stands; None if it is no such verb."""
    token = tokens[verb]
    if token.rel != "acl:relcl" or token.lemma not in harm().leaving or not 0 <= token.head < verb:
        return None
    asked = any(
        other.head == verb and other.rel == "nsubj" and other.text.lower() in _OF_THINGS
        for other in tokens[token.head : verb]
    )
    side = token.head
    while tokens[side].rel == "conj":
        side = tokens[side].head
    joined = any(other.head == side and other.text.lower() in _WITH for other in tokens[:side])
    above = tokens[side].head
    if not (asked and joined and tokens[side].rel == "nmod" and 0 <= above < side):
        return None
    fights = any(trigger.type == "armed_clash" for trigger in triggers().get(("noun", tokens[above].lemma), ()))
    return above if fights else None
