"""An event's tolls in, who says that a side lost nobody, and who counts its dead, out: "we had no losses", "none of its
fighters was hurt", "they returned safely", beside "seven terrorists were killed".

A toll of nobody is no figure: it contradicts those who count that side's dead, and nobody else.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from crossreport.model import Actor, Finding, Page
from crossreport.weighing.blame import claimant
from crossreport.weighing.denials import contradiction
from crossreport.weighing.fallen import Side, kin_of, side_of_actor
from crossreport.weighing.interval import interval, reads
from crossreport.weighing.lexicon import is_denial, lexicon
from crossreport.weighing.telling import Telling, Testimony, told
from crossreport.weighing.tolls import Count
from crossreport.weighing.voices import Voice, page_issuer


class Spared(NamedTuple):
    """The side that lost nobody, by whose word, and the words."""

    side: Side
    voice: Voice
    bloc: str
    member: str
    words: str


def spared(telling: Telling, found: Sequence[Count]) -> Iterator[Finding]:
    """A contradiction for each toll of a side that lost nobody by another voice."""
    for said in _sayings(telling):
        for one in found:
            if _rival(said, one):
                text = (
                    f"On how many were killed in the {told(telling.event)}: {one.voice.spoken} gave "
                    f"“{reads(one.figure)}”, {said.voice.spoken} {said.words}."
                )
                members = (telling.event.id, *sorted((one.figure.id, said.member)))
                yield contradiction(members, text, "number")


def _rival(said: Spared, one: Count) -> bool:
    ranged = interval(one.figure)
    if one.side is None or ranged is None or ranged.low < 1:
        return False
    one_side = said.side.kin == one.side.kin and (
        not said.side.camp or not one.side.camp or said.side.camp == one.side.camp
    )
    return one_side and one.bloc != said.bloc and one.voice.key != said.voice.key


def _sayings(telling: Telling) -> Iterator[Spared]:
    for page, testimonies in _by_page(telling).items():
        text = telling.corpus.page[page].text
        for match in _nobody_fell().finditer(text):
            testimony = _of_deed(match.start(), page, testimonies, telling)
            start, end = _sentence(text, match.start(), match.end())
            if testimony is None or _about_others(text[start:end], match.group()):
                continue
            voice = _voice(match.start(), page, testimony, telling)
            side = _whose(match, (start, end), telling.corpus.page[page], _side_of(voice, telling), telling)
            if side is not None:
                yield Spared(side, voice, testimony.bloc, testimony.report.id, _said(match.group()))


def _said(words: str) -> str:
    words = _BEFORE_NONE.sub("", " ".join(words.split()))
    verb = "denied that" if _ANY.match(words) else "said"
    return f"{verb} “{words}”"


_BEFORE_NONE = re.compile(r"\A(?:wounded|injured|hurt)\b.*?(?=\b(?:none|nobody|no one)\b)", re.IGNORECASE)
_ANY = re.compile(r"any\b", re.IGNORECASE)


def _side_of(voice: Voice, telling: Telling) -> Side | None:
    """The side for which a voice speaks, if it does for one."""
    if voice.key.startswith("state:"):
        return Side("state", voice.key)
    if voice.official:
        return Side("state")  # of whichever state: "the spokesman of the General Staff"
    actor = telling.corpus.actor.get(voice.actor or "")
    return side_of_actor(actor) if actor is not None else None


def _by_page(telling: Telling) -> dict[str, list[Testimony]]:
    found: dict[str, list[Testimony]] = {}
    for testimony in telling.testimonies:
        found.setdefault(testimony.report.page, []).append(testimony)
    return dict(sorted(found.items()))


def _of_deed(at: int, page: str, testimonies: Sequence[Testimony], telling: Telling) -> Testimony | None:
    """The testimony in whose passage it stands, else the one of the last deed that is told before it."""
    for one in testimonies:
        if any(span.start <= at < span.end for span in one.report.evidence or (one.report.span,)):
            return one
    deadly = lexicon().violent | lexicon().fights
    before = [one for one in telling.corpus.deeds.get(page, ()) if one.span.start < at and one.type.label in deadly]
    last = max(before, key=lambda one: (one.span.start, one.id), default=None)
    return next((one for one in testimonies if last is not None and one.report.id == last.id), None)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    before = max((found.end() for found in _END.finditer(text, 0, start)), default=0)
    behind = _END.search(text, end)
    return before, behind.start() + 1 if behind is not None else len(text)


_END = re.compile(r"[.!?][\"”’]?\s+(?=[“\"]?[A-Z])|\n\s*\n")


def _about_others(sentence: str, match: str) -> bool:
    """Whether nobody fell among people who do not fight, or "any soldier was hit" stands without a denial."""
    if _ANY.match(match) and not is_denial(sentence):
        return True
    return _CIVIL.search(sentence) is not None


_CIVIL = re.compile(r"(?i)\bcivilians?\b|\bpopulation\b|\bresidents\b|\bpolic(?:y|ies)\b")


def _voice(at: int, page: str, testimony: Testimony, telling: Telling) -> Voice:
    """Who says so: the speaker of the words, else who tells the deed."""
    corpus = telling.corpus
    claims = [*corpus.claims_at_large.get(page, ()), *corpus.claims_about.get(testimony.report.id, ())]
    speaking = next((one for one in claims if one.span.start <= at < one.span.end), None)
    return claimant(speaking, telling) if speaking is not None else testimony.voice


def _whose(
    match: re.Match[str], sentence: tuple[int, int], page: Page, speaker: Side | None, telling: Telling
) -> Side | None:
    """Whom the words say was spared: "ours" are those of whose page it is, "the militia's" those who are named, "no
    soldier" is of a state.
    """
    issuer = page_issuer(page, telling.corpus)
    own = side_of_actor(issuer.actor) if issuer is not None and issuer.actor is not None else None
    if own is None and issuer is not None and issuer.country:
        own = Side("state", f"state:{issuer.country}")
    own = own or speaker
    words = page.text[match.start() : match.end() + BEHIND]
    if (
        _OURS.search(words.split(".")[0]) is not None
        or _OURS.search(page.text[sentence[0] : match.start()]) is not None
    ):
        return own
    named = _named(match, sentence, page, telling)
    if named is not None:
        return side_of_actor(named)
    told = page.text[sentence[0] : match.end()].casefold() if _HURT.match(match.group()) else match.group().casefold()
    spoken = set(re.findall(r"\w+", told))
    if (spoken & lexicon().ranks or "security forces" in told) and not spoken & lexicon().irregulars:
        return own if own is not None and own.kin == "state" else Side("state")
    return own


def _named(match: re.Match[str], sentence: tuple[int, int], page: Page, telling: Telling) -> Actor | None:
    """The side named right behind the words ("on the side of the army"), else the last one before them."""
    named = [one for one in telling.corpus.actors_in.get(page.id, ()) if sentence[0] <= one[0] < sentence[1]]
    sides = [(start, actor) for start, actor in named if kin_of(actor)]
    within = [actor for start, actor in sides if match.start() <= start < match.end()]
    behind = [actor for start, actor in sides if match.end() <= start <= match.end() + BEHIND]
    before = [actor for start, actor in sides if start < match.start()]
    if within:
        return within[0]
    if behind and _SIDE_OF.match(page.text, match.end()):
        return behind[0]
    return before[-1] if before else None


_HURT = re.compile(r"(?:wounded|injured|hurt)\b", re.IGNORECASE)  # "two guards were hurt and none was killed"
BEHIND = 40  # characters behind the words in which they say on whose side
_SIDE_OF = re.compile(r"\s+(?:on\s+the\s+(?:side|part)\s+of|among|in\s+the\s+ranks\s+of|of|to|for)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:our|ours|we|us)\b", re.IGNORECASE)


@cache
def _nobody_fell() -> re.Pattern[str]:
    """Words for a side's having lost nobody, less those that say only that nothing was reported."""
    losses = r"(?:(?:human|combat|own|any|military)\s+)*(?:losses|loss|casualties|casualty|fatalities|dead)"
    unsaid = (
        r"(?!\s+(?:(?:were|was|are|have\s+been|had\s+been)\s+)?(?:\w+\s+)?(?:reported|known|confirmed|given|disclosed))"
    )
    hit = r"(?:killed|hurt|harmed|hit|wounded|injured|lost|martyred)"
    was = r"(?:was|were|has\s+been|have\s+been|had\s+been)"
    fell = rf"(?:{was}\s+{hit}|died|fell|perished)"
    ranks = "|".join(sorted(lexicon().ranks | lexicon().irregulars, key=lambda word: (-len(word), word)))
    forms = (
        rf"(?:no|zero|without|neither)\s+{losses}\b{unsaid}",
        r"neither\s+human\s+nor\s+material\s+(?:losses|damage)",
        rf"(?:none|not\s+one|no\s+one)\s+(?:of|on|in)\s+(?:\w+\s+){{1,4}}?{fell}",
        rf"(?:wounded|injured|hurt)\b[^.;]{{0,30}}?\b(?:none|nobody|no\s+one)\s+(?:of\s+them\s+)?{fell}",
        rf"(?:no|any)\s+(?:single\s+)?(?:{ranks})\s+(?:\w+\s+){{0,3}}?{fell}",
        rf"lost\s+(?:nobody|no\s+(?:one|man|men|{ranks}))",
        r"(?:returned|withdrew|came\s+back|went\s+back)\s+(?:[\w-]+\s+){0,4}?(?:safely|unharmed|unhurt|intact)",
    )
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)
