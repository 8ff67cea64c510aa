"""A testimony in, the side for which it speaks out: as that side's voice, its own outlet, its officials or spokesmen.

A page of a side's own, with "our forces" and "the enemy", speaks for it also about deeds that name nobody of it.
"""

import re
from functools import cache

from crossreport.model import Actor, Attribution, Page
from crossreport.model.kinds import STATELY
from crossreport.names import fold_name
from crossreport.weighing.disputes import voice_is_party
from crossreport.weighing.lexicon import channels, is_newsroom, lexicon
from crossreport.weighing.telling import Telling, Testimony
from crossreport.weighing.voices import page_issuer
from crossreport.words.spelled import any_of

OWN_MARKS = 2  # times that a page must say "our forces" or "the enemy", outside quotations, to be a side's own
_NAMELESS = frozenset({"state", "civilians", "protesters", "rioters", "person", "media", "agency"})
_QUOTED = re.compile(r"[\"“”][^\"“”\n]{0,2000}[\"”“]")


def party_of(testimony: Testimony, telling: Telling) -> Actor | None:
    """The actor of the event's sides for whom the testimony speaks; None if it is no party to it."""
    known = voice_is_party(testimony.voice, telling)
    if known is not None:
        return known
    sides = [actor for side in telling.event.sides for actor in side.actors]
    chain = testimony.report.attribution
    if not chain:
        page = telling.corpus.page[testimony.report.page]
        own = next((actor for actor in sides if _is_its_outlet(page, actor)), None)
        return own or next((actor for actor in sides if _is_its_organ(page, actor, telling)), None)
    return next((actor for actor in sides if _is_its_official(chain[-1], actor, telling)), None)


def speaks_for_a_side(testimony: Testimony, telling: Telling) -> bool:
    """Whether the voice is one of a side of the war, whoever takes part in this deed."""
    chain = testimony.report.attribution
    if chain:
        return chain[-1].kind == "party"
    page = telling.corpus.page[testimony.report.page]
    own = fold_name(page.outlet or "") in channels() or is_organ(page.outlet or "")
    return own or page_issuer(page, telling.corpus) is not None or _is_own(page.text)


def _is_its_outlet(page: Page, actor: Actor) -> bool:
    """Whether the page is the actor's own: its outlet bears the actor's name, or it calls the actor "our forces"."""
    if fold_name(actor.name).split()[:1] in (["our"], ["we"]):
        return True
    outlet, name = fold_name(page.outlet or ""), fold_name(actor.name)
    return actor.kind not in _NAMELESS and not actor.generic and bool(name) and f" {name} " in f" {outlet} "


def _is_its_organ(page: Page, actor: Actor, telling: Telling) -> bool:
    """Whether an army, a police or their ministry publishes the page, and its state takes part where it happened."""
    place = telling.event.place
    theirs = actor.kind in STATELY and actor.country is not None and place is not None
    return theirs and place is not None and place.country == actor.country and is_organ(page.outlet or "")


@cache
def is_organ(outlet: str) -> bool:
    """Whether an outlet is a state's armed or security body, by its name; no newsroom is that reports on one.

    >>> is_organ("Ministry of Defence, Public Security, Law & Order"), is_organ("Army Times"), is_organ("River Post")
    (True, False, False)
    """
    words = fold_name(outlet)
    named, about = _any_of(lexicon().organs), _any_of(lexicon().about_organs)
    return bool(named.search(words)) and not is_newsroom(words) and not about.search(words)


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(map(fold_name, names))}\b")


def _is_its_official(voice: Attribution, actor: Actor, telling: Telling) -> bool:
    """Whether an official without a name of his own, or a security source, speaks for the state that takes part."""
    if actor.kind not in STATELY or actor.country is None:
        return False
    words = set(fold_name(voice.speaker).split())
    if not words.isdisjoint(lexicon().civic):
        return False
    person = telling.corpus.actor.get(voice.actor_id) if voice.actor_id is not None else None
    named = person is not None and not person.generic and not person.id.startswith("anonymous:")
    if named:
        return voice.kind == "official" and person is not None and person.country == actor.country
    place = telling.event.place
    official = voice.kind == "official" or bool(words & lexicon().officials)
    return official and not words & lexicon().bystanders and place is not None and place.country == actor.country


@cache
def _is_own(text: str) -> bool:
    """Whether the page says "our forces" or "the enemy" in its own words, as a side of a war does.

    >>> _is_own("Our fighters entered the town. The cowardly enemy fled."), _is_own("“Our forces” fled from the enemy.")
    (True, False)
    >>> _is_own("Soldiers of the Caliphate stormed the post of the crusader army."), _is_own("The soldiers fled.")
    (True, False)
    """
    return len(_marks().findall(_QUOTED.sub(" ", text))) >= OWN_MARKS


@cache
def _marks() -> re.Pattern[str]:
    """ "Our forces" and "the enemy"; what only a side calls its own ("soldiers of the Caliphate") or the other
    ("the crusader army").
    """
    words = lexicon()
    ours, enemies, praised, abused = (
        "|".join(map(re.escape, some)) for some in (words.our_own, words.their_enemy, words.praised, words.abused)
    )
    return re.compile(
        rf"\bour\s+(?:\w+\s+){{0,2}}(?:{ours})\b|\bthe\s+(?:\w+\s+){{0,2}}(?:{enemies})\b|\b(?:{praised}|{abused})\b",
        re.IGNORECASE,
    )
