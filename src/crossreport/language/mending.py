"""Trees mended where the parser is known to err and word order decides, around a verb of saying behind what it tells.

"… killing 30 civilians, two residents and a nurse told the agency": by itself, the list seems to go on to the nurse.
Such a verb needs a speaker, and whoever stands between the last comma and the verb is it. "…, the spokesman said on
Monday": what stands behind the verb is the saying's day, not the deed's.
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
        speakers = _speakers(tokens, verb) if token.upos == "VERB" and token.xpos in _FINITE else []
        for speaker in speakers:
            head, rel = (verb, "nsubj") if speaker == speakers[0] else (speakers[0], "conj")
            mended[speaker] = msgspec.structs.replace(tokens[speaker], head=head, rel=rel)
        for late in _behind(tokens, verb) if token.upos == "VERB" and token.xpos in _FINITE else []:
            mended[late] = msgspec.structs.replace(tokens[late], head=verb)
    return tuple(mended)


def _behind(tokens: Sequence[Token], verb: int) -> list[int]:
    """What stands behind a verb of saying at the end of its sentence and hangs on what is said before it."""
    kids = [index for index, token in enumerate(tokens) if token.head == verb]
    speakers = [k for k in kids if tokens[k].rel == "nsubj" and k < verb]
    told = any(tokens[k].rel in ("ccomp", "parataxis") and k < verb for k in kids)
    if tokens[verb].lemma.lower() not in reporting().verbs or not speakers or not told:
        return []
    if any(token.upos in ("VERB", "AUX") for token in tokens[verb + 1 :]):
        return []
    begins = min(speakers)
    return [
        index
        for index in range(verb + 1, len(tokens))
        if 0 <= tokens[index].head < begins and tokens[index].rel.partition(":")[0] in ("obl", "advmod")
    ]


def _speakers(tokens: Sequence[Token], verb: int) -> list[int]:
    """The heads of what stands between the last comma and the verb, if the tree makes them members of a list."""
    kids = [index for index, token in enumerate(tokens) if token.head == verb]
    if tokens[verb].lemma.lower() not in reporting().verbs or any(tokens[k].rel.startswith("nsubj") for k in kids):
        return []
    comma = max((index for index in range(verb) if tokens[index].text == ","), default=-1)
    told = any(tokens[k].rel in ("ccomp", "parataxis") and k < comma for k in kids)
    if not told or verb - comma < 2:
        return []
    outside = [index for index in range(comma + 1, verb) if not comma < tokens[index].head < verb]
    tops = [index for index in outside if tokens[index].rel != "punct" and tokens[index].head != verb]
    listed = all(tokens[top].rel in ("conj", "appos") and tokens[top].upos in _NOMINAL for top in tops)
    return tops if listed else []
