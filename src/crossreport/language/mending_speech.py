"""Clauses of saying hung on whoever speaks: trees in, trees out, mended where word order or tense decides.

"The governor, N., said shells had killed six": a noun in front of a verb of saying is no subject of what is said.
"…, residents said, adding that …", "X said Y had fled, accusing Z of …": a participle of saying behind a comma belongs
to who spoke, not to whom was spoken of.
"Police confirmed that gunmen had fled, and said …": what is not in the past perfect any more goes on with the speaker.
"Ten miners died in a raid, the mayor said": the dead do not speak, but whoever stands behind the comma.
"""

from collections.abc import Iterator, Sequence

import msgspec

from crossreport.model.analysis import Token
from crossreport.words.events import ontology
from crossreport.words.reporting import reporting

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLAUSAL = frozenset({"VERB", "AUX", "SCONJ"})
_TOLD = frozenset({"ccomp", "conj", "parataxis"})


def with_speakers(tokens: Sequence[Token]) -> list[Token]:
    """The same words, with the subjects and participles of saying on the verb that says."""
    mended = list(tokens)
    for verb, token in enumerate(tokens):
        if token.upos == "VERB" and token.lemma.lower() in reporting().verbs:
            for mend in (_own_subject, _dead_speaker, _told_whom, _participle, _going_on, _behind_aside):
                for at, head, rel in list(mend(mended, verb)):
                    mended[at] = msgspec.structs.replace(mended[at], head=head, rel=rel)
    return mended


def _kids(tokens: Sequence[Token], head: int, *rels: str) -> list[int]:
    return [at for at, token in enumerate(tokens) if token.head == head and token.rel.partition(":")[0] in rels]


def _own_subject(tokens: Sequence[Token], verb: int) -> Iterator[tuple[int, int, str]]:
    """The noun in front of a verb of saying that was taken for a subject of what is said."""
    if tokens[verb].xpos not in _FINITE or _kids(tokens, verb, "nsubj"):
        return
    for told in _kids(tokens, verb, "ccomp"):
        early = [at for at in _kids(tokens, told, "nsubj") if at < verb < told]
        if early:
            yield early[-1], verb, "nsubj"


def _dead_speaker(tokens: Sequence[Token], verb: int) -> Iterator[tuple[int, int, str]]:
    """A subject that a clause in the past tells of, where another noun stands between the last comma and the verb."""
    comma = next((at for at in range(verb - 1, -1, -1) if tokens[at].text == ","), verb)
    phrase = range(comma + 1, verb)
    if tokens[verb].xpos not in _FINITE or not phrase or any(tokens[at].upos in _CLAUSAL for at in phrase):
        return
    speaker = next((at for at in phrase if tokens[at].head not in phrase and tokens[at].upos in _NOUNS), None)
    for subject in _kids(tokens, verb, "nsubj"):
        for told in _kids(tokens, subject, "acl"):
            past = tokens[told].xpos == "VBD" or tokens[told].lemma.lower() in ontology().tolls["killed"].patient
            if tokens[told].rel == "acl" and past and told < comma and speaker is not None:
                yield told, verb, "ccomp"
                yield subject, told, "nsubj"
                yield speaker, verb, "nsubj"


def _told_whom(tokens: Sequence[Token], verb: int) -> Iterator[tuple[int, int, str]]:
    """The "AFP" of "sources told AFP" that was taken for a second subject."""
    subjects = _kids(tokens, verb, "nsubj")
    if tokens[verb].lemma.lower() == "tell" and any(at < verb for at in subjects):
        yield from ((at, verb, "iobj") for at in subjects if at == verb + 1)


def _participle(tokens: Sequence[Token], verb: int) -> Iterator[tuple[int, int, str]]:
    """A ", adding that" behind what is said; the object that was taken for its subject."""
    if tokens[verb].xpos != "VBG":
        return
    for late in _kids(tokens, verb, "nsubj"):
        if late > verb:
            yield late, verb, "obj"
    if tokens[verb].rel not in ("advcl", "acl") or verb < 1 or tokens[verb - 1].text != ",":
        return
    deed = tokens[verb].head
    if tokens[verb].rel == "acl":  # "…, saying that" behind a noun is said by the clause's subject
        while deed >= 0 and tokens[deed].upos != "VERB":
            deed = tokens[deed].head
        if deed < 0 or deed > verb or tokens[verb].head == verb - 2:
            return
        yield verb, deed, "advcl"
    speaker = _saying_above(tokens, deed, verb)
    if speaker is not None:
        yield verb, speaker, "advcl"


def _going_on(tokens: Sequence[Token], verb: int) -> Iterator[tuple[int, int, str]]:
    """An "and said" that was joined to a deed told in the past perfect."""
    deed = tokens[verb].head
    if tokens[verb].rel != "conj" or tokens[verb].xpos != "VBD" or _kids(tokens, verb, "nsubj", "aux"):
        return
    if not any(tokens[at].lemma.lower() == "have" for at in _kids(tokens, deed, "aux")):
        return
    speaker = _saying_above(tokens, deed, verb)
    if speaker is not None:
        yield verb, speaker, "conj"


def _behind_aside(tokens: Sequence[Token], verb: int) -> Iterator[tuple[int, int, str]]:
    """A ", that …" behind "said in a report, citing witnesses" that was taken to say what the report is."""
    if tokens[verb].xpos not in _FINITE or _kids(tokens, verb, "ccomp"):
        return
    for that in range(verb + 1, len(tokens)):
        token, told = tokens[that], tokens[that].head
        if token.text.lower() != "that" or token.rel != "mark" or tokens[that - 1].text != ",":
            continue
        noun = tokens[told].head
        if tokens[told].rel.startswith("acl") and verb < noun < that and tokens[noun].head == verb:
            yield told, verb, "ccomp"
            return


def _saying_above(tokens: Sequence[Token], deed: int, behind: int) -> int | None:
    """The verb of saying that a deed is told by, if it stands before `behind`; None where that verb says itself."""
    at = deed
    for _ in range(len(tokens)):
        if at < 0:
            return None
        lemma = tokens[at].lemma.lower()
        if lemma in (reporting().verbs if at != deed else reporting().final | reporting().spoken):
            return at if at != deed and at < behind else None
        if tokens[at].rel.partition(":")[0] not in _TOLD:
            return None
        at = tokens[at].head
    return None
