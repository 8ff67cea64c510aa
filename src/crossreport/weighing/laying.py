"""A denial in, whom its sentence or the next two hold to have done it instead, out.

"The army denied it and accused the rebels of the massacre", "which it attributed to the rebels", "the perpetrators came
from the militia", "it said that the rebels had killed them": who denies so does not deny that it happened.
"""

import re
from functools import cache

from crossreport.model import Actor
from crossreport.model.kinds import ARMED_OR_STATE
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling
from crossreport.weighing.voices import camp

REACH = 2  # sentences behind the one of a denial in which it goes on to say who did it (invented probes of eight wars)
BEFORE, BEHIND = 90, 60  # characters around a side's name in which its sentence says that it did it


def laid_on(page: str, start: int, end: int, denier: str, telling: Telling) -> Actor | None:
    """The side on which a denial that stands from `start` to `end` lays the deed; None if it names no other side."""
    text = telling.corpus.page[page].text
    first, last = _stretch(text, start, end)
    for at, words, actor in telling.corpus.named_in.get(page, ()):
        if not first <= at < last or actor.kind not in ARMED_OR_STATE or camp(actor) == denier:
            continue
        before = _of_one_sentence(text[max(first, at - BEFORE) : at])[-1]
        behind = _of_one_sentence(text[at + len(words) : min(last, at + len(words) + BEHIND)])[0]
        if _by_it().search(before) and not _NOT.search(before):
            return actor
        if _it_did().match(behind) and not _NOT.search(before) and not _DENIES.search(before):
            return actor
    return None


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """From the beginning of the denial's sentence to the end of the second one behind it, in its paragraph."""
    first = max((found.end() for found in _END.finditer(text, 0, start)), default=0)
    ends = [found.start() + 1 for found in _END.finditer(text, end)]
    paragraph = text.find("\n\n", end)
    last = ends[REACH] if len(ends) > REACH else len(text)
    return first, min(last, paragraph) if paragraph >= 0 else last


def _of_one_sentence(text: str) -> list[str]:
    return _END.split(text)


_END = re.compile(r"[.!?][\"”’]?\s+(?=[“\"]?[A-Z])")
_NOT = re.compile(r"\b(?:not|never|nor)\b(?:\W+\w+){0,4}\W*\Z", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?)\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE)
_THOSE = r"(?:them|it|this|that|these|those|him|her|everybody|everyone|themselves)"


@cache
def _deeds() -> str:
    return "|".join(sorted(lexicon().laid_deeds, key=lambda word: (-len(word), word)))


@cache
def _by_it() -> re.Pattern[str]:
    """Words before the name of who is held to have done it."""
    men = r"(?:(?:fire|shells?|bombs?|members|soldiers|fighters|men|troops|units|elements|agents)\s+(?:of|from)\s+)?"
    blame = "|".join(sorted(lexicon().blame_cues))
    forms = (
        rf"(?:{blame})",
        r"attribut(?:e|es|ed|ing)(?:\s+\w+){0,3}?\s+to",
        r"(?:hold|holds|held|holding)",  # "held the rebels responsible"
        rf"(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?(?:{_deeds()})\s+by",
        r"(?:caused|committed|perpetrated|orchestrated|staged)\s+by",
        r"work\s+of",
        rf"(?:perpetrators|culprits|killers|attackers|responsible|who\s+did\s+{_THOSE})\s+"
        r"(?:were|are|was|is|came\s+from|come\s+from|belong(?:s|ed)?\s+to|had\s+come\s+from)(?:\s+members\s+of)?",
        r"(?:it|this|that)\s+(?:was|is|had\s+been)",  # "it was the rebels who shot them"
    )
    return re.compile(rf"\b(?:{'|'.join(forms)})\s+(?:(?:the|a|an|by)\s+)*{men}(?:(?:the|a|an)\s+)?\Z", re.IGNORECASE)


@cache
def _it_did() -> re.Pattern[str]:
    """Words behind the name of who is held to have done it: "had killed them", "were behind it"."""
    had = r"(?:(?:had|have|has|themselves|itself|who|that|then|instead)\s+)*"
    hit = "|".join(sorted(lexicon().civil | lexicon().harm))
    what = rf"(?:{_THOSE}|(?:the|these|those)\s+(?:\w+\s+)?(?:{hit}))"
    return re.compile(
        rf"[\w’'-]*\s+(?:{had}(?:{_deeds()}|did|done|committed|staged)\s+{what}\b"
        r"|(?:was|were|is|are|had\s+been)\s+(?:behind|responsible|to\s+blame|the\s+(?:culprits?|perpetrators?|killers?))\b)",
        re.IGNORECASE,
    )
