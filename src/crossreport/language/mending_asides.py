"""Asides closed by a comma: what stands behind it belongs to the clause that the aside interrupts. Trees in, trees out.

"They handed over 96 soldiers, captured in A, to the Red Cross on Monday": handed over on Monday, not captured.
Two places or days of one kind that only follow each other ("hit in A, in B and in C") are a list, and stay.
"""

from collections.abc import Iterator, Sequence

import msgspec

from crossreport.model.analysis import Token

_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_OBJECTS = frozenset({"obj", "obl"})
_LATE = frozenset({"obl", "advmod"})


def with_asides(tokens: Sequence[Token]) -> list[Token]:
    """The same words, with what stands behind an aside on the verb in front of it."""
    mended = list(tokens)
    for verb, late in [pair for at in range(len(tokens)) for pair in _astray(tokens, at)]:
        mended[late] = msgspec.structs.replace(tokens[late], head=verb)
    return mended


def _astray(tokens: Sequence[Token], aside: int) -> Iterator[tuple[int, int]]:
    """The interrupted verb with each word behind the aside's second comma that was hung on the aside's verb."""
    noun = tokens[aside].head
    if not tokens[aside].rel.startswith("acl") or tokens[aside].upos != "VERB" or not 0 <= noun < aside:
        return
    verb = tokens[noun].head
    told = 0 <= verb < noun and tokens[verb].upos == "VERB" and tokens[noun].rel.partition(":")[0] in _OBJECTS
    opens = [at for at in range(noun + 1, aside) if tokens[at].text == ","]
    first = opens[-1] + 1 if opens else aside
    if (
        not told
        or not opens
        or any(tokens[at].upos in _NOUNS and tokens[at].head != aside for at in range(first, aside))
    ):
        return
    closes = next((at for at in range(aside + 1, len(tokens)) if tokens[at].text == ","), None)
    if closes is None or closes == aside + 1:
        return
    later = [at for at in range(closes + 1, len(tokens)) if tokens[at].head == aside]
    leads = [at for at in later if tokens[at].rel.partition(":")[0] in _LATE and _begins(tokens, at) > closes]
    if not leads or _begins(tokens, leads[0]) != closes + 1 or tokens[closes + 1].upos != "ADP":
        return
    if leads != [at for at in later if tokens[at].rel != "punct"] or _goes_on(tokens, aside, closes):
        return
    yield from ((verb, at) for at in leads)


def _begins(tokens: Sequence[Token], head: int) -> int:
    """The first word of a phrase."""
    below = {head}
    for _ in range(2):  # "on" and "May" of "on May 30", "the" of "to the Red Cross"
        below |= {at for at, token in enumerate(tokens) if token.head in below and token.rel != "punct"}
    return min(below)


def _goes_on(tokens: Sequence[Token], aside: int, closes: int) -> bool:
    """Whether the phrase behind the comma is led in as the one right in front of it is: "in A, in B and in C"."""
    lead = tokens[closes + 1].text.lower()
    before = [at for at in range(aside + 1, closes) if tokens[at].upos == "ADP"]
    return bool(before) and tokens[before[-1]].text.lower() == lead
