"""Trees mended where the parser is known to err and word order decides, around a verb of saying behind what it tells.

"… killing 30 civilians, two residents and a nurse told the agency": by itself, the list seems to go on to the nurse.
Such a verb needs a speaker, and whoever stands between the last comma and the verb is it. "…, the spokesman said on
Monday": what stands behind the verb is the saying's day, not the deed's.
"Clashes broke out in Aden between A and B": the parties, which the parser may hang on the place, belong to the clashes.
"Gunmen shot dead a trader": the trader is the object, "dead" is what became of him.
"Fighters of the Front shelled Aden": a preposition leads in the noun behind it, never one behind the verb.
"Troops deployed in the north killed four": of two verbs without a subject between them, the first only tells of the
subject that it follows.
"By the state agency SONNA": a name right behind the noun that classes it is its own, no second of its kind.
"""

from collections.abc import Collection, Sequence

import msgspec
import numpy as np

from crossreport.language.decode import is_tree
from crossreport.language.mending_asides import with_asides
from crossreport.language.mending_fights import with_fights
from crossreport.language.mending_speech import with_speakers
from crossreport.language.mending_words import with_words
from crossreport.model.analysis import Name, Token
from crossreport.words.reporting import reporting

_BETWEEN = "between"
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MARKS = frozenset({",", '"', "”", "“", "''", "``"})
# What the parser makes of a speaker whom it takes for a part of what is told.
_ASTRAY = frozenset({"conj", "appos", "parataxis", "nsubj", "nsubj:pass", "obl:unmarked", "dep", "list"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_NOMINATIVE = frozenset({"it", "he", "she", "they", "we", "i"})
_HELD = frozenset({"believe", "suspect", "think", "say", "allege", "presume", "report", "accuse"})
_TWINS = frozenset({"nsubj", "obj", "obl", "nmod"})
_PARTICIPLE = frozenset({"VBN", "VBD"})
# Between a subject's participle and its verb none of these stands without beginning another clause.
_CLAUSE_MARKS = frozenset({"and", "but", "or", "that", "when", "after", "as", "while", "which", "who", ";", ":"})


def mend(tokens: Sequence[Token], names: Sequence[Name] = ()) -> tuple[Token, ...]:
    """The same words; the last members of a list before a verb of saying without a subject become its subject, and
    "between" phrases leave the places on which they hang. What would make the tree none is not mended.
    """
    tokens = _sound(_left_dead(_uncrossed(tokens)), tokens)
    tokens = _sound(with_words(_sound(_reduced(tokens), tokens)), tokens)
    tokens = _actives(_sound(_named(tokens), tokens))
    tokens = _sound(with_asides(tokens), tokens)
    tokens = _sound(_listed(tokens), tokens)
    tokens = _sound(with_speakers(tokens), tokens)
    tokens = _sound(with_fights(tokens), tokens)
    return tuple(_sound(_mended(tokens, names), tokens))


def _sound(mended: Sequence[Token], before: Sequence[Token]) -> Sequence[Token]:
    """The mended words if they form a tree, else those before."""
    heads = [token.head for token in mended]
    unchanged = heads == [token.head for token in before]
    return mended if unchanged or is_tree(np.array(heads, np.int64) + 1) else before


def _mended(tokens: Sequence[Token], names: Sequence[Name]) -> list[Token]:
    mended = _told(
        _off_places(tokens, {at for name in names if name.label == "LOC" for at in range(name.first, name.last)})
    )
    for verb, token in enumerate(tokens):
        speakers = _speakers(tokens, verb) if token.upos == "VERB" and token.xpos in _FINITE else []
        for speaker in speakers:
            head, rel = (verb, "nsubj") if speaker == speakers[0] else (speakers[0], "conj")
            mended[speaker] = msgspec.structs.replace(tokens[speaker], head=head, rel=rel)
        for late in _behind(tokens, verb) if token.upos == "VERB" and token.xpos in _FINITE else []:
            mended[late] = msgspec.structs.replace(tokens[late], head=verb)
    return mended


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


def _uncrossed(tokens: Sequence[Token]) -> list[Token]:
    """The words, with a preposition hung on the noun that it leads in, where its arc crosses that noun's."""
    mended = list(tokens)
    for case, token in enumerate(tokens):
        if token.rel != "case" or token.head <= case:
            continue
        led = next((at for at in range(case + 1, token.head) if _modifies_before(tokens[at], case)), None)
        if led is not None and not any(tokens[at].upos in ("VERB", "AUX") for at in range(case + 1, led)):
            mended[case] = msgspec.structs.replace(token, head=led)
    return mended


def _left_dead(tokens: Sequence[Token]) -> list[Token]:
    """The words, with "dead" of "shot dead a trader" said of the object that stands behind it."""
    mended = list(tokens)
    for at, token in enumerate(tokens):
        verb = token.head
        if token.text.lower() != "dead" or token.rel != "obj" or verb != at - 1:
            continue
        if any(other.head == verb and other.rel == "obj" for other in tokens[at + 1 :]):
            mended[at] = msgspec.structs.replace(token, rel="xcomp", upos="ADJ")
    return mended


def _reduced(tokens: Sequence[Token]) -> list[Token]:
    """The words, with "deployed" of "troops deployed there killed four" said of the troops, who are the killers."""
    mended = list(tokens)
    for verb, token in enumerate(tokens):
        if token.upos != "VERB" or token.xpos not in _PARTICIPLE or _has_subject(tokens, verb):
            continue
        first = next((at for at in range(verb) if _told_of_subject(tokens, at, verb)), None)
        if first is None:
            continue
        subject = next(at for at in range(first) if tokens[at].head == first and tokens[at].rel.startswith("nsubj"))
        mended[subject] = msgspec.structs.replace(tokens[subject], head=verb, rel="nsubj")
        mended[first] = msgspec.structs.replace(tokens[first], head=subject, rel="acl", xpos="VBN")
        if token.head == first or _must_be_passive(tokens, first, verb):
            mended[verb] = msgspec.structs.replace(token, head=tokens[first].head, rel=tokens[first].rel)
        for late in range(verb + 1, len(tokens)):
            if tokens[late].head == first:
                mended[late] = msgspec.structs.replace(tokens[late], head=verb)
        return mended
    return mended


def _named(tokens: Sequence[Token]) -> list[Token]:
    """The words, with a name hung on the common noun before it, where both were taken for the same of their verb."""
    mended = list(tokens)
    for at in range(1, len(tokens)):
        noun, name = tokens[at - 1], tokens[at]
        twins = noun.head == name.head and noun.rel == name.rel and noun.rel.partition(":")[0] in _TWINS
        if twins and noun.upos == "NOUN" and name.upos == "PROPN":
            mended[at] = msgspec.structs.replace(name, head=at - 1, rel="appos")
        tied = _tied(tokens, at) if noun.text in ("-", "–") else None
        if tied is not None:
            mended[at - 2] = msgspec.structs.replace(tokens[at - 2], head=tied, rel="compound")
    return mended


def _listed(tokens: Sequence[Token]) -> list[Token]:
    """The words, with "to the Army (KIA) and local residents" as a list, not as residents of that army."""
    mended = list(tokens)
    for joint, token in enumerate(tokens):
        last = token.head
        if token.rel != "cc" or token.text.lower() != "and" or last <= joint:
            continue
        early = [at for at in range(joint) if tokens[at].head == last and tokens[at].rel == "compound"]
        if not early or tokens[early[-1]].upos != "PROPN" or tokens[last].upos not in ("NOUN", "PROPN"):
            continue
        first = early[-1]
        mended[first] = msgspec.structs.replace(tokens[first], head=tokens[last].head, rel=tokens[last].rel)
        mended[last] = msgspec.structs.replace(tokens[last], head=first, rel="conj")
        for at in range(joint):
            if tokens[at].head == last and at != first and tokens[at].rel != "punct":
                mended[at] = msgspec.structs.replace(tokens[at], head=first)
    return mended


def _actives(tokens: Sequence[Token]) -> list[Token]:
    """The words, with "it" of "whom it accused" as the one who does: a pronoun has no passive without "was"."""
    mended = list(tokens)
    for at, token in enumerate(tokens):
        verb = token.head
        if token.rel != "nsubj:pass" or token.text.lower() not in _NOMINATIVE or at > verb:
            continue
        if not any(other.head == verb and other.rel.partition(":")[0] in ("aux", "cop") for other in tokens):
            mended[at] = msgspec.structs.replace(token, rel="nsubj")
            mended[verb] = msgspec.structs.replace(tokens[verb], xpos="VBD")
    return mended


def _tied(tokens: Sequence[Token], at: int) -> int | None:
    """The subject in front of which a "Houthi-run" stands, where its first half was taken for another subject."""
    first = tokens[at - 2] if at > 1 else None
    if first is None or first.rel != "nsubj":
        return None
    twins = [
        late for late in range(at + 1, first.head) if tokens[late].head == first.head and tokens[late].rel == "nsubj"
    ]
    inside = tokens[at : twins[0]] if twins else []
    plain = all(token.upos in ("NOUN", "PROPN", "ADJ", "VERB", "ADV") for token in inside)
    return twins[0] if twins and plain else None


def _has_subject(tokens: Sequence[Token], verb: int) -> bool:
    kids = {token.rel.partition(":")[0] for token in tokens if token.head == verb}
    return not kids.isdisjoint({"nsubj", "csubj", "aux", "cc", "mark"})


def _told_of_subject(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Whether a participle right behind its noun takes the subject from the verb, which nothing else leads in."""
    token, second = tokens[first], tokens[verb]
    beside = second.xpos == "VBD" and (second.head in (first, token.head) or token.head == verb)
    beside = beside or _must_be_passive(tokens, first, verb)
    if token.upos != "VERB" or token.xpos not in _PARTICIPLE or not beside or second.rel == "conj":
        return False
    kids = [at for at, other in enumerate(tokens) if other.head == first]
    subjects = [at for at in kids if tokens[at].rel.startswith("nsubj") and at < first]
    if len(subjects) != 1 or any(tokens[at].rel in ("aux", "obj", "aux:pass") for at in kids):
        return False
    if tokens[subjects[0]].upos not in ("NOUN", "PROPN", "NUM"):
        return False  # "the plane that slammed into"
    between = tokens[subjects[0] + 1 : first]
    inside = tokens[first + 1 : verb]
    return all(t.upos == "ADV" for t in between) and not any(t.text.lower() in _CLAUSE_MARKS for t in inside)


def _must_be_passive(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Whether a "believed to …" that cannot be what its noun does was given the verb of the clause as a modifier."""
    held = tokens[first].lemma.lower() in _HELD and tokens[first + 1].text.lower() in ("to", "of", "by")
    acts = any(token.head == verb and token.rel == "obj" for token in tokens)
    return held and acts and tokens[verb].rel.startswith("acl")


def _modifies_before(token: Token, case: int) -> bool:
    return token.upos in _NOMINAL and 0 <= token.head < case and token.rel.partition(":")[0] in ("nmod", "obl")


def _told(tokens: Sequence[Token]) -> list[Token]:
    """The words, with nobody as subject of a clause whose "that" stands behind him: "told the army that shells hit"."""
    mended = list(tokens)
    for that, token in enumerate(tokens):
        if token.rel != "mark" or token.text.lower() != "that":
            continue
        verb = tokens[token.head].head
        early = [at for at in range(max(verb, 0), that) if tokens[at].head == token.head and tokens[at].rel == "nsubj"]
        if verb >= 0 and tokens[verb].upos == "VERB" and len(early) == 1:
            mended[early[0]] = msgspec.structs.replace(tokens[early[0]], head=verb, rel="iobj")
    return mended


def _off_places(tokens: Sequence[Token], places: Collection[int]) -> list[Token]:
    """The words, with what "between" leads in hung on what happened in the place, not on the place."""
    mended = list(tokens)
    for case, token in enumerate(tokens):
        side = token.head
        if token.text.lower() != _BETWEEN or token.rel != "case" or not tokens[side].rel.startswith("nmod"):
            continue
        above = tokens[side].head
        while above in places and tokens[above].head >= 0:
            above = tokens[above].head
        if above != tokens[side].head and above < case:
            rel = "obl" if tokens[above].upos == "VERB" else "nmod"
            mended[side] = msgspec.structs.replace(tokens[side], head=above, rel=rel)
    return mended


def _speakers(tokens: Sequence[Token], verb: int) -> list[int]:
    """The heads of what stands between the last comma and the verb, if the tree makes them members of a list."""
    kids = [index for index, token in enumerate(tokens) if token.head == verb]
    if tokens[verb].lemma.lower() not in reporting().verbs or any(tokens[k].rel.startswith("nsubj") for k in kids):
        return []
    seam = _seam(tokens, verb)
    told = any(tokens[k].rel in ("ccomp", "parataxis") and k < seam for k in kids)
    told = told or (tokens[verb].rel == "parataxis" and tokens[verb].head < seam)
    if not told or verb - seam < 2:
        return []
    outside = [index for index in range(seam + 1, verb) if not seam < tokens[index].head < verb]
    tops = [index for index in outside if tokens[index].rel != "punct" and tokens[index].head != verb]
    listed = all(tokens[top].rel in _ASTRAY and tokens[top].upos in _NOMINAL for top in tops)
    return tops if listed else []


def _seam(tokens: Sequence[Token], verb: int) -> int:
    """The comma or quotation mark behind which the speaker is named; a comma right before the verb ends an aside."""
    marks = [index for index in range(verb) if tokens[index].text in _MARKS]
    if marks and marks[-1] == verb - 1:
        return marks[-3] if len(marks) > 2 else -1  # "…, the governor, Bala Musa, said"
    return marks[-1] if marks else -1
