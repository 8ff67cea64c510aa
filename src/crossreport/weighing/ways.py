"""An event in, what its voices contradict each other about in how it came about out.

Whether what was fired hit or was stopped; whether a crash or a blast was an accident or somebody's deed; whether
captives were rescued, released or escaped. Words alone tell; what a voice leaves open contradicts nobody.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, product

from crossreport.model import Finding
from crossreport.names import fold_name
from crossreport.weighing.blame import told_doers
from crossreport.weighing.denials import contradiction
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.sayings import Saying, sayings
from crossreport.weighing.telling import Telling, told, where_and_when
from crossreport.words.interceptions import ACCIDENT, is_interception, rules_out_accident, stops_what_was_fired
from crossreport.words.spoken import spoken_names

FIRED = frozenset({"air", "fire"})  # groups of what is done from afar
RELEASE = "prisoner_exchange_release"


def ways(telling: Telling) -> list[Finding]:
    """At most one contradiction of each sort."""
    if telling.mood != "real" or len({report.page for report in telling.reports}) < 2:
        return []
    said = list(sayings(telling))
    found = (
        next(_landings(telling, said), None),
        next(_mishaps(telling, said), None),
        next(_freed(telling, said), None),
    )
    return [one for one in found if one is not None]


def _apart(one: Saying, other: Saying) -> bool:
    return one.bloc != other.bloc and one.voice.key != other.voice.key


def _landings(telling: Telling, said: Sequence[Saying]) -> Iterator[Finding]:
    """One tells that it hit, another that all of it was stopped."""
    if not any(lexicon().group_of.get(one.type.label) in FIRED for one in telling.reports):
        return
    stops = [one for one in said if _stopped(one)]
    hits = [one for one in said if _landed(one) and one.bloc not in {stop.bloc for stop in stops}]
    for hit, stop in product(hits, stops):
        if _apart(hit, stop):
            text = (
                f"On whether the {told(telling.event)} hit anything: {hit.voice.spoken} said that it did, "
                f"{stop.voice.spoken} that it was stopped or missed."
            )
            yield contradiction((telling.event.id, *sorted((hit.member, stop.member))), text, "landing")


def _stopped(one: Saying) -> bool:
    """Whether it says that what was fired did not hit, all of it."""
    if _any_of("in_part").search(one.words) is not None:
        return False
    return stops_what_was_fired(one.words) or _any_of("not_hit").search(one.words) is not None


def _landed(one: Saying) -> bool:
    """Whether it tells a deed from afar in a word that says that it hit."""
    if one.testimony is None or not one.testimony.asserts or is_interception(one.testimony.report):
        return False
    report = one.testimony.report
    words = set(fold_name(report.span.quote).split())
    hit = bool(words & lexicon().landed) and _any_of("not_hit").search(one.words) is None
    return hit and lexicon().group_of.get(report.type.label) in {*FIRED, "civ", "damage"}


def _mishaps(telling: Telling, said: Sequence[Saying]) -> Iterator[Finding]:
    """One says that nobody did it, another tells it as somebody's deed; in a fight a machine may break down, too."""
    if telling.event.type.label in lexicon().fights:
        return
    accidents = [one for one in said if _mishap(one)]
    deeds = [one for one in said if _deed(one) and one.bloc not in {mishap.bloc for mishap in accidents}]
    for mishap, deed in product(accidents, deeds):
        if _apart(mishap, deed) and deed.testimony is not None:
            doers = told_doers(deed.testimony)
            by = f" by {spoken_names(doers)}" if doers else ""
            text = (
                f"On what happened{where_and_when(telling.event)}: {mishap.voice.spoken} told of an accident, "
                f"{deed.voice.spoken} of an attack{by}."
            )
            yield contradiction((telling.event.id, *sorted((mishap.member, deed.member))), text, "cause")


def _mishap(one: Saying) -> bool:
    if rules_out_accident(one.words):
        return False
    coded = one.testimony is not None and one.testimony.asserts and one.testimony.report.type.label == ACCIDENT
    return coded or _any_of("mishap").search(one.words) is not None


def _deed(one: Saying) -> bool:
    """Whether it tells violence with a doer: a mere blast may be an accident or a deed."""
    if one.testimony is None or not one.testimony.asserts or one.testimony.report.type.label == ACCIDENT:
        return False
    group = lexicon().group_of.get(one.testimony.report.type.label)
    return group in {*FIRED, *lexicon().contested, "civ", "damage"} and bool(told_doers(one.testimony))


def _freed(telling: Telling, said: Sequence[Saying]) -> Iterator[Finding]:
    """One says that captives were rescued, another that they were released, or that they escaped."""
    if telling.event.type.label != RELEASE:
        return
    words: dict[tuple[str, str], str] = {}
    for one in said:  # "soldiers freed them. Four of their guards died in the raid"
        words[one.bloc, one.voice.key] = f"{words.get((one.bloc, one.voice.key), '')} {one.words}"
    known = [(one, found[0]) for one in said if len(found := _came_free(words[one.bloc, one.voice.key])) == 1]
    for (one, way), (other, other_way) in combinations(known, 2):
        if _apart(one, other) and way != other_way:
            text = (
                f"On how those who came free{where_and_when(telling.event)} did so: {one.voice.spoken} said that they "
                f"{_WAYS[way]}, {other.voice.spoken} that they {_WAYS[other_way]}."
            )
            yield contradiction((telling.event.id, *sorted((one.member, other.member))), text, "release")


_WAYS = {"rescued": "were rescued", "released": "were released", "escaped": "escaped"}


def _came_free(words: str) -> list[str]:
    return [way for way in lexicon().came_free if _way(way).search(words) is not None]


@cache
def _way(way: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon().came_free[way])})\b", re.IGNORECASE)


@cache
def _any_of(field: str) -> re.Pattern[str]:
    words: tuple[str, ...] = getattr(lexicon(), field)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
