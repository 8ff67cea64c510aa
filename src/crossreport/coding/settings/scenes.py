"""Day and place of the sentence right before, where that tells no happening: "On 16 May soldiers entered X. They …".

In: a happening without a day or a place of its own. Out: what its paragraph set as the scene since the last deed told.
"""

import datetime as dt
from collections.abc import Iterator

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.on_the_ground import LOCAL, NEIGHBOUR
from crossreport.coding.settings.finer import on_the_way
from crossreport.coding.settings.places import places_of
from crossreport.coding.settings.seats import of_office
from crossreport.coding.settings.times import time_of
from crossreport.model import Place, When
from crossreport.model.statuses import SAID_DONE
from crossreport.words.classes.motion import motion
from crossreport.words.function_words import WAS
from crossreport.words.reporting import reporting

_DONE = SAID_DONE | {"denied"}


def scene_day(doc: Document, draft: Draft, before: list[Draft]) -> When | None:
    """The one day of the nearest sentence that sets the scene."""
    dated = {word.sentence for other in before if other.when and not other.when_inherited for word in other.words}
    for verb in _setters(doc, draft, before, dated):
        when = time_of(doc, verb)
        if when is not None and when.precision in ("day", "days"):
            return when
    return None


def named_before(doc: Document, draft: Draft, before: list[Draft]) -> When | None:
    """The one day that the sentence right before a lead names, whatever it tells of it.

    "No rebel was in X on Friday. The army fired on villagers." Not one on which it was only said, nor the day of a deed
    that the sentence tells.
    """
    here = draft.word.sentence
    if draft.type not in LOCAL or draft.status not in _DONE or here < 1 or not simple_past(doc, draft.word):
        return None
    if doc.sentences[here - 1].block != doc.sentences[here].block:
        return None
    if any(word.sentence == here - 1 for other in before for word in other.words if _has_day(doc, other, word)):
        return None
    named = [
        mention.value
        for mention, at in doc.told_in(here - 1, "time")
        if isinstance(mention.value, When) and not any(_says(doc, step) for step in doc.path(at)[1:2])
    ]
    days = {day.earliest for day in named}
    sure = all(day.precision == "day" and day.earliest == day.latest for day in named)
    return named[0] if len(days) == 1 and sure and _lately(doc, named[0]) else None


def _has_day(doc: Document, other: Draft, word: Word) -> bool:
    """Whether a deed of the sentence has a day of its own, and not in passing."""
    aside = any(doc.token(step).rel == "acl:relcl" for step in doc.path(word))
    return other.when is not None and not other.when_inherited and not aside and other.type != UNSORTED


def _says(doc: Document, word: Word) -> bool:
    return doc.lemma(word) in reporting().verbs


def _lately(doc: Document, day: When) -> bool:
    """Whether it is a day of the week before the page was written."""
    earliest, latest = doc.page.published.earliest, doc.page.published.latest
    if earliest is None or latest is None or day.earliest is None:
        return False
    first = dt.date.fromisoformat(earliest) - dt.timedelta(days=RECENT)
    return first.isoformat() <= day.earliest <= latest


UNSORTED = "other"  # the type of what has no type of its own: "violated the truce on Friday" is the deed told behind it
RECENT = 7  # days before it was written for which a page's lead may tell without naming the day again


def scene_places(doc: Document, draft: Draft, before: list[Draft]) -> list[tuple[Place, Word]]:
    """The places of the nearest sentence that sets the scene, without those that somebody only left or fled to."""
    placed = {word.sentence for other in before if other.places and not other.place_inherited for word in other.words}
    for verb in _setters(doc, draft, before, placed):
        there = [
            (place, at)
            for place, at in places_of(doc, verb)
            if place.kind != "country" and not of_office(doc, at)
            if doc.lemma(verb) in motion().getting_there or not on_the_way(doc, at)
        ]
        if there:
            return there
    return []


def _setters(doc: Document, draft: Draft, before: list[Draft], own: set[int]) -> Iterator[Word]:
    """Main verbs in the simple past of the paragraph's sentences right before that tell no happening.

    Back to the last sentence of the `own`, those with a happening that has a day or place of its own.
    """
    if draft.type not in LOCAL or draft.status not in _DONE or not simple_past(doc, draft.word):
        return
    told = {word.sentence for other in before for word in other.words}
    here = draft.word.sentence
    for s in range(here - 1, max(-1, here - 1 - NEIGHBOUR), -1):
        if s in own or doc.sentences[s].block != doc.sentences[here].block:
            return
        for verb in doc.words_of(s) if s not in told else ():
            main = doc.token(verb).rel == "root" and doc.token(verb).xpos == "VBD"
            if main and doc.lemma(verb) not in reporting().verbs:
                yield verb


def simple_past(doc: Document, word: Word) -> bool:
    """Whether it is told in the simple past or passive, by itself or under who says so."""
    finite = doc.token(word).xpos == "VBD" or (
        doc.token(word).xpos == "VBN" and any(doc.text(kid) in WAS for kid in doc.kids(word, "aux"))
    )
    return finite and not any(doc.text(kid) in ("had", "has", "have") for kid in doc.kids(word, "aux"))
