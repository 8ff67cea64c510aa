"""Single words mended that a small parser hangs by chance on one side or the other, where their neighbours decide.

"Shot down a drone": the word between verb and object is the verb's particle, the noun its object.
"Detained the chief along with three aides": "along" belongs to "with", and both lead in the aides.
"Left 3,000 homeless": the number is whom the verb left so.
"Was hit and pronounced dead": the second verb shares the first one's passive; nobody else does it.
"Condemned him for closing the depot on 11 May": the day is the closing's, behind which it stands.
"Air defence shot down a drone": a past form in front of a particle, in a sentence without another verb, is the verb.
"Doctors in Goma": a plural that only opens the sentence is a common noun; "Blue" in "Blue Ridge" is a part of the name.
"…, the Emergency Room of the camp reports.": a saying behind the last comma, with no preposition before it.
"Said that reports of it were baseless": what is called so is the subject; what was claimed hangs on the claim.
"Between Dinka and Nuer youths": two sides, of which the first is named by its name alone.
"Jets bombed it, the group said, and called for an inquiry": a second act of speech behind the saying is the speaker's.
"In Goma, the capital of North Kivu, shelling by rebels killed two": the shelling kills, the capital is Goma's.
"A boat fired on a trawler": a subject with an article and a finite verb without "was" acts.
A name ends in no preposition.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from crossreport.language.lemma import lemmatise
from crossreport.model.analysis import Name, Token
from crossreport.words.calendar import calendar
from crossreport.words.reporting import reporting

_PARTICLES = frozenset({"down", "off", "out", "up"})
_WITH = frozenset({"along", "together"})
_LEAVING = frozenset({"leave", "make", "render"})
_DAY = frozenset({"on"})
_NO_END = frozenset({"ADP", "DET", "CCONJ"})


def with_words(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The same words; what the module says of particles, "along with", numbers left so, shared passives and days."""
    mended = [_retagged(at, token) for at, token in enumerate(tokens)]
    _verb_in_front(mended)
    _saying_at_the_end(mended)
    _day_in_front(mended)
    for at in range(len(mended)):
        _particle(mended, at)
        _along(mended, at)
        _left_so(mended, at)
        _passive(mended, at)
        _day_of_reason(mended, at)
        _deed_as_subject(mended, at)
        _acts(mended, at)
        _called_so(mended, at)
        _said_and_called(mended, at)
        _reported(mended, at)
        _pair(mended, at)
    return tuple(mended)


def trimmed(names: Sequence[Name], tokens: Sequence[Token]) -> tuple[Name, ...]:
    """The names, without a preposition or article at their end; none for a common noun that only opens the sentence."""
    return tuple(kept for name in names if (kept := _name_alone(name, tokens)) is not None)


def _retagged(at: int, token: Token) -> Token:
    """What the two kinds of tags disagree on, decided by the finer one."""
    if at == 0 and token.upos == "PROPN" and token.xpos == "NNS":
        return msgspec.structs.replace(token, upos="NOUN", lemma=lemmatise(token.text, "NOUN", "NNS"))
    if token.upos == "ADJ" and token.xpos == "NNP" and token.rel == "amod":
        return msgspec.structs.replace(token, upos="PROPN", rel="compound")
    return token


def _verb_in_front(mended: list[Token]) -> None:
    """The root "shot" in front of "down", if the sentence has no verb: what stood before it as its parts does it."""
    at = next((index for index, token in enumerate(mended) if token.rel == "root"), -1)
    if at < 1 or at + 2 >= len(mended) or any(token.upos in ("VERB", "AUX") for token in mended):
        return
    root, behind = mended[at], mended[at + 1]
    lemma = lemmatise(root.text, "VERB", "VBD")
    if root.upos != "NOUN" or behind.text.lower() not in _PARTICLES or behind.head < at or lemma == root.text.lower():
        return
    mended[at] = msgspec.structs.replace(root, upos="VERB", xpos="VBD", lemma=lemma)
    last = mended[at - 1]
    if last.head == at and last.rel in ("compound", "nmod"):
        mended[at - 1] = msgspec.structs.replace(last, rel="nsubj")
        for early in range(at - 1):
            if mended[early].head == at and mended[early].rel in ("det", "amod", "compound", "nummod", "case"):
                mended[early] = msgspec.structs.replace(mended[early], head=at - 1)


@cache
def _says() -> frozenset[str]:
    """Forms of saying that are plurals, too: "reports", "claims"."""
    words = reporting()
    return frozenset(f"{lemma}s" for lemma in words.final & (words.report_nouns | words.claimed_nouns))


def _saying_at_the_end(mended: list[Token]) -> None:
    """The noun "reports" that ends a sentence becomes the verb of whoever stands between the last comma and it."""
    at = len(mended) - 2
    if at < 3 or mended[at].text not in _says() or mended[at].upos != "NOUN" or mended[-1].upos != "PUNCT":
        return
    comma = next((i for i in range(at - 1, 0, -1) if mended[i].text == ","), 0)
    first = comma + 1
    inside = range(first, at)
    if not comma or mended[first].upos != "DET" or any(not first <= mended[i].head <= at for i in inside):
        return
    joint = next((i for i in inside if mended[i].rel == "case"), at)
    who = joint - 1
    if who < first or not any(token.rel == "root" for token in mended[:comma]):
        return
    root = next(i for i, token in enumerate(mended) if token.rel == "root")
    for i in inside:
        if i != who and mended[i].head == at:
            mended[i] = msgspec.structs.replace(mended[i], head=who, rel="nmod" if i > who else mended[i].rel)
    mended[who] = msgspec.structs.replace(mended[who], head=at, rel="nsubj")
    lemma = lemmatise(mended[at].text, "VERB", "VBZ")
    mended[at] = msgspec.structs.replace(mended[at], upos="VERB", xpos="VBZ", lemma=lemma, head=root, rel="parataxis")
    mended[comma] = msgspec.structs.replace(mended[comma], head=at)


def _particle(mended: list[Token], at: int) -> None:
    token, verb = mended[at], mended[at - 1]
    if at == 0 or token.rel != "case" or token.text.lower() not in _PARTICLES or verb.upos != "VERB":
        return
    noun = mended[token.head]
    direct = noun.head == at - 1 and noun.rel == "obl"
    taken = any(other.head == at - 1 and other.rel == "obj" for other in mended)
    if not direct or taken or noun.lemma in _MEASURED or mended[at + 1].upos == "ADP":
        return
    mended[token.head] = msgspec.structs.replace(noun, rel="obj")
    mended[at] = msgspec.structs.replace(token, head=at - 1, rel="compound:prt")


_MEASURED = frozenset({"road", "street", "hill", "river", "coast", "stair", "slope", "valley"})  # "drove down the road"


def _along(mended: list[Token], at: int) -> None:
    token = mended[at]
    if token.text.lower() not in _WITH or token.rel != "advmod" or at + 1 >= len(mended) or token.head <= at:
        return
    if mended[at + 1].text.lower() == "with" and mended[at + 1].head == token.head:
        mended[at] = msgspec.structs.replace(token, rel="case", upos="ADP")


def _left_so(mended: list[Token], at: int) -> None:
    token = mended[at]
    so = mended[token.head]
    if token.upos != "NUM" or token.rel != "nummod" or so.upos != "ADJ" or so.rel != "xcomp" or token.head != at + 1:
        return
    if mended[so.head].lemma in _LEAVING and so.head < at:
        mended[at] = msgspec.structs.replace(token, head=so.head, rel="obj")


def _passive(mended: list[Token], at: int) -> None:
    token = mended[at]
    if token.rel != "conj" or token.xpos != "VBD" or token.head < 0 or mended[token.head].xpos != "VBN":
        return
    passive = any(other.head == token.head and other.rel == "aux:pass" for other in mended)
    kids = {other.rel: other.upos for other in mended if other.head == at}
    if (
        passive
        and kids.get("xcomp") == "ADJ"
        and kids.keys().isdisjoint({"nsubj", "nsubj:pass", "obj", "aux", "ccomp"})
    ):
        mended[at] = msgspec.structs.replace(token, xpos="VBN")


def _day_of_reason(mended: list[Token], at: int) -> None:
    token = mended[at]
    if token.rel != "advcl" or token.xpos != "VBG" or token.head >= at or token.head < 0:
        return
    if not any(other.head == at and other.rel == "mark" and other.text.lower() == "for" for other in mended):
        return
    for late in range(at + 1, len(mended)):
        if mended[late].text == ",":
            return
        day = mended[late].head == token.head and mended[late].rel.partition(":")[0] == "obl"
        if day and any(other.head == late and other.text.lower() in _DAY for other in mended):
            mended[late] = msgspec.structs.replace(mended[late], head=at)


_DEED_OF = frozenset({"by", "of", "on", "between", "in", "near"})


def _deed_as_subject(mended: list[Token], at: int) -> None:
    deed = mended[at]
    if deed.xpos != "VBG" or at < 2 or mended[at - 1].text != "," or deed.rel not in ("advcl", "acl"):
        return
    if at + 1 == len(mended) or mended[at + 1].text.lower() not in _DEED_OF:
        return
    if any(token.head == at and token.rel in ("obj", "mark") for token in mended):
        return
    verb = mended[deed.head].head if deed.rel == "acl" else deed.head
    subjects = [i for i, token in enumerate(mended) if token.head == verb and token.rel.startswith("nsubj")]
    acts = any(token.head == verb and token.rel == "obj" for token in mended)
    if verb < at or not acts or len(subjects) > 1 or (deed.rel == "acl" and [deed.head] != subjects):
        return
    if subjects and not _set_aside(mended, subjects[0], verb, at):
        return
    lemma = lemmatise(deed.text, "NOUN", "NN")
    mended[at] = msgspec.structs.replace(deed, upos="NOUN", xpos="NN", lemma=lemma, head=verb, rel="nsubj")
    for i, token in enumerate(mended):
        if token.head == at and token.rel.partition(":")[0] == "obl":
            mended[i] = msgspec.structs.replace(token, rel="nmod")


def _set_aside(mended: list[Token], aside: int, verb: int, deed: int) -> bool:
    """Whether "the capital of …" between two commas was hung on the place that it describes."""
    first = aside
    while first > 0 and mended[first - 1].text != ",":
        first -= 1
    place = next((i for i in range(first - 2, -1, -1) if mended[i].head == verb and mended[i].rel == "obl"), None)
    if aside > deed or place is None or mended[place].upos != "PROPN":
        return False
    mended[aside] = msgspec.structs.replace(mended[aside], head=place, rel="appos")
    return True


def _acts(mended: list[Token], at: int) -> None:
    token, verb = mended[at], mended[at].head
    if token.rel != "nsubj:pass" or verb < at or mended[verb].rel not in ("root", "conj", "ccomp", "parataxis"):
        return
    kids = {other.rel for other in mended if other.head == verb}
    article = any(other.head == at and other.rel == "det" for other in mended)
    aimed = mended[verb + 1].text.lower() in _AIMED if verb + 1 < len(mended) else False
    if article and aimed and kids.isdisjoint({"aux:pass", "aux", "cop", "obl:agent"}):
        mended[at] = msgspec.structs.replace(token, rel="nsubj")
        mended[verb] = msgspec.structs.replace(mended[verb], xpos="VBD")


_AIMED = frozenset({"on", "at", "upon"})


def _called_so(mended: list[Token], at: int) -> None:
    """The noun behind a "that" is the subject of a "were baseless" that hangs on the same verb without one."""
    noun = mended[at]
    plural = noun.text in _says() and mended[at - 1].text.lower() == "that"  # no verb without a subject
    if noun.rel != "ccomp" or not (noun.upos == "NOUN" or plural) or noun.head < 0:
        return
    noun = msgspec.structs.replace(noun, upos="NOUN", lemma=lemmatise(noun.text, "NOUN", "NNS"))
    for late in range(at + 1, len(mended)):
        token = mended[late]
        kids = {other.rel for other in mended if other.head == late}
        if token.head == noun.head and token.rel == "ccomp" and "cop" in kids and "nsubj" not in kids:
            mended[at] = msgspec.structs.replace(noun, head=late, rel="nsubj")
            for mark in range(at):
                if mended[mark].head == at and mended[mark].rel == "mark":
                    mended[mark] = msgspec.structs.replace(mended[mark], head=late)
            return


def _said_and_called(mended: list[Token], at: int) -> None:
    token = mended[at]
    if token.rel != "conj" or token.upos != "VERB" or token.lemma not in reporting().stances | reporting().verbs.keys():
        return
    told = mended[token.head]
    saying = told.head
    if (
        not told.rel.startswith("ccomp")
        or not token.head < saying < at
        or mended[saying].lemma not in reporting().verbs
    ):
        return
    if not any(other.head == at and other.rel.partition(":")[0] == "nsubj" for other in mended):
        mended[at] = msgspec.structs.replace(token, head=saying)


def _reported(mended: list[Token], at: int) -> None:
    """A clause that lacks nothing behind "that" is no relative clause: "claims of the side that the army shelled X"."""
    token = mended[at]
    if token.text.lower() != "that" or token.rel != "obl:unmarked" or mended[token.head].rel != "acl:relcl":
        return
    verb = token.head
    kids = {other.rel for other in mended if other.head == verb}
    if not {"nsubj", "obj"} <= kids:
        return
    noun = mended[verb].head
    while mended[noun].rel == "nmod" and mended[noun].lemma not in reporting().claimed_nouns:
        noun = mended[noun].head
    if mended[noun].lemma in reporting().claimed_nouns:
        mended[at] = msgspec.structs.replace(token, rel="mark", upos="SCONJ")
        mended[verb] = msgspec.structs.replace(mended[verb], head=noun, rel="acl")


def _pair(mended: list[Token], at: int) -> None:
    case = mended[at]
    last = case.head
    if case.text.lower() != "between" or case.rel != "case" or last <= at or mended[last].upos != "NOUN":
        return
    names = [i for i in range(at + 1, last) if mended[i].upos == "PROPN" and mended[i].rel in ("compound", "conj")]
    joint = next((i for i in range(at + 1, last) if mended[i].rel == "cc" and mended[i].text.lower() == "and"), None)
    if joint is None or len(names) < 2 or not names[0] < joint < names[1] or mended[names[0]].head != last:
        return
    first, above = names[0], mended[last]
    mended[first] = msgspec.structs.replace(mended[first], head=above.head, rel=above.rel)
    mended[last] = msgspec.structs.replace(above, head=first, rel="conj")
    mended[joint] = msgspec.structs.replace(mended[joint], head=last)
    mended[at] = msgspec.structs.replace(case, head=first)


def _name_alone(name: Name, tokens: Sequence[Token]) -> Name | None:
    first, last = name.first, name.last
    while last > first and tokens[last - 1].upos in _NO_END:
        last -= 1
    if last - first > 1 and first and tokens[first - 1].upos == "ADP" and _is_time(tokens[first]):
        first += 1
    if last == first or (first == 0 and last == 1 and tokens[0].xpos == "NNS"):
        return None
    return Name(first, last, name.label)


def _is_time(token: Token) -> bool:
    return any(token.text.casefold() in names for names in calendar()) and token.text[:1].isupper()


def _day_in_front(mended: list[Token]) -> None:
    """ "On Monday FARDC soldiers attacked": the day in front is the verb's, no part of its subject's name."""
    if len(mended) < 4 or mended[0].rel != "case" or mended[0].head != 1 or not _is_time(mended[1]):
        return
    subject = mended[mended[1].head]
    if mended[1].rel == "compound" and subject.rel.startswith("nsubj") and subject.head >= 0:
        mended[1] = msgspec.structs.replace(mended[1], head=subject.head, rel="obl")
