"""Trees mended where the parser is known to err and word order decides: the speakers behind a list.

"… killing 30 civilians, two residents and a nurse told the agency": by itself, the list seems to go on to the nurse.
A verb of saying behind what it tells needs a speaker, and whoever stands between the last comma and the verb is it.
"""

from collections.abc import Sequence

import msgspec

from crossreport.model.analysis import Token
from crossreport.words.reporting import reporting

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})


def mend(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The same words; the last members of a list before a verb of saying without a subject become its subject."""
    mended = list(tokens)
    for verb, token in enumerate(tokens):
        speaker = _speaker(tokens, verb) if token.upos == "VERB" and token.xpos in _FINITE else None
        if speaker is not None:
            mended[speaker] = msgspec.structs.replace(tokens[speaker], head=verb, rel="nsubj")
    return tuple(mended)


def _speaker(tokens: Sequence[Token], verb: int) -> int | None:
    """The head of what stands between the last comma and the verb, if the tree makes it a list's member."""
    kids = [index for index, token in enumerate(tokens) if token.head == verb]
    if tokens[verb].lemma.lower() not in reporting().verbs or any(tokens[k].rel.startswith("nsubj") for k in kids):
        return None
    comma = max((index for index in range(verb) if tokens[index].text == ","), default=-1)
    told = any(tokens[k].rel in ("ccomp", "parataxis") and k < comma for k in kids)
    if not told or verb - comma < 2:
        return None
    outside = [index for index in range(comma + 1, verb) if not comma < tokens[index].head < verb]
    tops = [index for index in outside if tokens[index].rel != "punct" and tokens[index].head != verb]
    if len(tops) != 1 or tokens[tops[0]].rel not in ("conj", "appos") or tokens[tops[0]].upos not in _NOMINAL:
        return None
    return tops[0]
