"""Words in, whether they deny out: a deed, the doing of it, or that anything of the kind took place."""

import re
from collections.abc import Sequence
from functools import cache

from crossreport.model import Claim, Span
from crossreport.names import fold_name
from crossreport.weighing.lexicon import is_denial, lexicon
from crossreport.weighing.telling import Telling, Testimony
from crossreport.words.reporting import reporting

BEFORE, BEHIND = 300, 150  # characters before and behind the telling of a deed in which a page says what it was not
REACH = 8  # words behind a denial in which it says what it denies


def says_no(claim: Claim) -> bool:
    """Whether the passage itself denies: "the town is ours, he said, denying reports that it was taken"."""
    return is_denial(claim.says)


def denies(claim: Claim) -> bool:
    """Whether the cue of the claim is a word of denial, or the stance is one ("called this a lie")."""
    return is_denial(claim.cue) or (claim.says.startswith(claim.cue) and is_denial(claim.says))


def of_responsibility(words: str) -> bool:
    """Whether a denial in `words` is of having done it: "denied any involvement", "rejected the blame".

    >>> of_responsibility("The army denied any role in the shelling."), of_responsibility("It denied the shelling.")
    (True, False)
    """
    found = fold_name(words).split()
    cues = (at for at, word in enumerate(found) if word in lexicon().denial_cues)
    return any(not reporting().doing.isdisjoint(found[at + 1 : at + 1 + REACH]) for at in cues)


def of_the_dead(claim: Claim) -> bool:
    """Whether it says only who the dead were not: "those who died were no innocent farmers, but dissidents".

    That they died it does not deny.
    """
    return _DEAD_WERE.match(claim.says) is not None


_DEAD_WERE = re.compile(
    r"(?:that\s+)?(?:those\s+who\s+(?:died|were\s+killed)|those\s+killed|the\s+(?:dead|victims|slain|bodies))\b"
    r"[^.;,]*?\b(?:were|are|was)\s+(?:not|no|never|none)\b",
    re.IGNORECASE,
)


def disputes_it(claim: Claim) -> bool:
    """Whether somebody disputes what was said, and not only how many it hit."""
    cue, says = set(fold_name(claim.cue).split()), set(fold_name(claim.says).split())
    return bool(cue & lexicon().dispute_cues) and not says & lexicon().counted


NO = re.compile(
    r"^(?:that\s+)?(?:no|none|nobody|neither)\b(?!\s+(?:doubt|comment|longer))|\b(?:did|was|were|had|has|have)(?:\s+not|n['’]t)\b"
    r"(?!\s+(?:know|clear|verified|confirm|been able|yet|immediately|respond))|\bnever\b",
    re.IGNORECASE,
)


_DOING = "|".join(sorted(reporting().doing))
_FLOWN = (
    r"(?:carried out|carry out|conducted|conduct|launched|launch|flew|flown|fly|staged|mounted|made|fired)\s+no\s+"
    r"(?:\w+\s+){0,2}?(?:strikes?|raids?|missions?|operations?|sorties?|flights?|attacks?|bombings?|missiles?|shells?|shots?)"
)
_FORCE = "target|strike|attack|bomb|bombard|shell|hit|kill|harm|fire|aim"
_NEVER_DOES = rf"(?:do|does)(?:\s+not|n['’]t)\s+(?:\w+\s+){{0,2}}?(?:{_FORCE})\b"
_AND_DENIES = rf"(?:and|but)\s+(?:denies|denied|rejects|rejected)\s+any\s+(?:{_DOING})"
NO_PART = re.compile(
    rf"\b(?:no|not|never|nothing)\b(?:\W+\w+){{0,3}}?\W+(?:{_DOING})\b|\b(?:{_FLOWN}|{_NEVER_DOES}|{_AND_DENIES})\b",
    re.IGNORECASE,
)
THEIRS = re.compile(r"^(?:that\s+)?(?:it|they|its|their|his|her)\b", re.IGNORECASE)
OURS = re.compile(r"^(?:that\s+)?(?:our|we)\b", re.IGNORECASE)


def none_such(claim: Claim, telling: Telling) -> bool:
    """Whether it says that there was none of what the event is told as; "no fighting" denies no drone strike."""
    return _none_such(claim.says, telling.testimonies)


def own_none_such(testimony: Testimony, telling: Telling) -> Span | None:
    """Where its page says, in its own words where it tells it, that there was none of what others tell it as."""
    page = telling.corpus.page[testimony.report.page]
    spans = testimony.report.evidence or (testimony.report.span,)
    begin, end = max(0, min(span.start for span in spans) - BEFORE), max(span.end for span in spans)
    others = [one for one in telling.testimonies if one.bloc != testimony.bloc]
    same = lexicon().group_of.get(testimony.report.type.label)
    unlike = [one for one in others if lexicon().group_of.get(one.report.type.label) != same]
    said = [claim.span for claim in telling.corpus.claims_about.get(testimony.report.id, [])]
    said += [claim.span for claim in telling.corpus.claims_at_large.get(page.id, [])]
    for found in _no_such().finditer(page.text, begin, min(len(page.text), end + BEHIND)):
        span = Span(found.start(), found.end(), found.group())
        denied = _none_such(span.quote, unlike) or _in_their_words(found, others)
        if denied and not any(claim.covers(span) for claim in said):
            return span
    return None


def _in_their_words(found: re.Match[str], others: Sequence[Testimony]) -> bool:
    """Whether others tell it by the very word: "killed in a shoot-out", and there was no shoot-out."""
    word = re.escape(_happening(found))
    return any(re.search(rf"\b{word}\b", one.words, re.IGNORECASE) for one in others)


def _none_such(words: str, testimonies: Sequence[Testimony]) -> bool:
    found = _no_such().search(words)
    if found is None:
        return False
    word = _happening(found)
    groups = {lexicon().group_of.get(testimony.report.type.label, "") for testimony in testimonies}
    if not groups:
        return False
    if any(word in kind for group, kind in lexicon().happenings.items() if group in {"any", *groups}):
        return True
    return any(re.search(rf"\b{re.escape(word)}\b", one.words, re.IGNORECASE) for one in testimonies)  # by its own word


def _happening(found: re.Match[str]) -> str:
    """What there was none of."""
    return next(word for word in found.groups() if word).casefold()


@cache
def _no_such() -> re.Pattern[str]:
    """ "There was no encounter", "no attack took place", "it is false that there was a combat", "a fake encounter":
    that nothing of the kind happened; not "no casualties".
    """
    kinds = "|".join(sorted(frozenset().union(*lexicon().happenings.values())))
    stances, sham = ("|".join(sorted(words)) for words in (lexicon().stances, lexicon().sham))
    untrue = rf"it\s+is\s+(?:not\s+true|(?:an?\s+)?(?:{stances}))\s+that\s+there\s+(?:was|were)\s+(?:an?|any)"
    before, behind = (
        r"\bthere\s+(?:was|were|had\s+been)\s+(?:never\s+)?(?:no|any)",
        r"(?:took\s+place|happened|occurred)",
    )
    return re.compile(
        rf"{before}\s+(?:\w+\s+)?(?P<behind>{kinds})\b|\bno\s+(?:\w+\s+)?(?P<before>{kinds})\s+{behind}\b"
        rf"|\b{untrue}\s+(?:\w+\s+)?(?P<untrue>{kinds})\b|\b(?:{sham})\s+(?P<sham>{kinds})\b",
        re.IGNORECASE,
    )


def of_doing(claim: Claim) -> bool:
    """Whether a claim denies having done it: "denied any role", "we had no hand in it"."""
    return of_responsibility(f"{claim.cue} {claim.says}") or NO_PART.search(claim.says) is not None
