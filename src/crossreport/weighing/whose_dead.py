"""An event's testimonies and tolls in, where two voices call the same dead fighters and people who do not fight out.

"Six terrorists were neutralised" and "soldiers shot six motorbike riders" agree on how many and on nothing else: whom
one voice "neutralised" is set against the dead of the other, though he may not have killed them. Unequal numbers are
set against one another only if by all accounts a state killed them, or an armed group soldiers, and neither voice
counts people of the other kind: each may have counted its own. Where fighters are not counted, whom a voice says was
hit stands against whom the other says was hit, unless one of them tells of both.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from crossreport.model import Actor, Finding, Participant
from crossreport.model.kinds import ARMED_GROUPS, ARMED_OR_STATE, STATELY
from crossreport.model.measures import NEUTRALISED
from crossreport.names import fold_name
from crossreport.weighing.denials import contradiction
from crossreport.weighing.fallen import counted_as
from crossreport.weighing.identified import identified
from crossreport.weighing.interval import interval, names_one, reads_of_whom
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling, Testimony, told
from crossreport.weighing.tolls import Count, counts, kin
from crossreport.weighing.voices import camp, page_issuer

AIR = "air_strike"
CIVIL = frozenset({"civilians", "children", "women"})
PERSONS = frozenset({"civilians", "protesters", "rioters", "media", "agency", "ngo", "person"})


def who_died(telling: Telling, found: Sequence[Count]) -> list[Finding]:
    """One contradiction for the first such pair: of tolls, else of those who are told to have been hit."""
    told_by = (_by_toll(telling, found), _by_target(telling, found), identified(telling, found))
    first = next((finding for findings in told_by for finding in findings), None)
    return [first] if first is not None else []


def _by_toll(telling: Telling, killed: Sequence[Count]) -> Iterator[Finding]:
    found = [*killed, *counts(telling, NEUTRALISED)]
    fighters = [one for one in found if kin(one) == "armed" or _of_hit_fighters(one, telling) or _enemies(one)]
    others = [one for one in killed if one.side is None and (_unarmed(one, telling) or _villagers(one))]
    soldiers = [one for one in found if kin(one) == "state"]
    pairs = [
        *product(fighters, others),
        *((one, other) for one, other in product(soldiers, others) if civil(other) or _folk(other, telling)),
    ]
    for one, other in pairs:
        rival = one.bloc != other.bloc and one.voice.key != other.voice.key
        counted = not (names_one(one.figure) or names_one(other.figure))
        if rival and (_same(one, other) or (counted and _of_one_kind(one, other, found, telling))):
            text = (
                f"On who was killed in the {told(telling.event)}: {one.voice.spoken} "
                f"counted “{reads_of_whom(one.figure)}”{_among(one, telling)}, "
                f"{other.voice.spoken} “{reads_of_whom(other.figure)}”{_among(other, telling)}."
            )
            members = (telling.event.id, *sorted((one.figure.id, other.figure.id)))
            yield contradiction(members, text, "victims")


def _same(one: Count, other: Count) -> bool:
    """Whether both name one number."""
    return interval(one.figure) == interval(other.figure) and one.figure.best is not None


def _of_one_kind(one: Count, other: Count, found: Sequence[Count], telling: Telling) -> bool:
    """Whether by all accounts a state killed them, or soldiers an armed group, and each voice counts its own kind of
    people alone.
    """
    doers = [actor for each in (one, other) for actor in _killers(each, telling)]
    mine = [each for each in found if each.bloc == one.bloc and each is not one]
    theirs = [each for each in found if each.bloc == other.bloc and each is not other]
    alone = not any(civil(each) for each in mine) and not any(each.side is not None for each in theirs)
    from_the_air = telling.event.type.label == AIR  # few but states have aircraft
    enemies = ARMED_GROUPS if kin(one) == "state" else STATELY
    by_enemies = (bool(doers) or (from_the_air and enemies is STATELY)) and all(
        actor.kind in enemies or (enemies is ARMED_GROUPS and _nameless(actor)) for actor in doers
    )
    civilians = (
        civil(other) or (kin(one) == "state" and _folk(other, telling)) or (_enemies(one) and _unarmed(other, telling))
    )
    return alone and by_enemies and civilians and interval(one.figure) is not None


def _enemies(one: Count) -> bool:
    """Whether it counts them in a word that a side has for its enemy alone: "ten occupiers"."""
    words = fold_name(counted_as(one.figure)).split()
    return one.side is None and not frozenset(lexicon().their_enemy).isdisjoint(words)


def _killers(one: Count, telling: Telling) -> list[Actor]:
    """Who, by its report, killed whom it counts: its doers; of a fight told without a direction those who are not of
    the side that it counts; where a side's own page names nobody, that side.
    """
    report = telling.corpus.report.get(one.figure.event_report or "")
    told = report.participants if report is not None else ()
    doers = [part.actor for part in told if part.role == "agent"]
    fought = [part.actor for part in told if part.role == "party" and part.actor.kind in ARMED_OR_STATE]
    doers = doers or [actor for actor in fought if kin(one) != "armed" or actor.kind not in ARMED_GROUPS]
    issuer = page_issuer(telling.corpus.page[one.figure.page], telling.corpus)
    own = issuer.actor if issuer is not None and kin(one) else None
    return doers or ([own] if own is not None and one.side is not None and one.side.camp != camp(own) else [])


def _of_hit_fighters(one: Count, telling: Telling) -> bool:
    """Whether those whom it counts, in words that say nothing on it, are told to have been hit as members of an armed
    group: "struck a hideout of the militants; ten criminals died".
    """
    if one.side is not None or one.figure.of.kind in CIVIL:
        return False
    report = telling.corpus.report.get(one.figure.event_report or "")
    hit = [part.actor for part in _hit(one, telling)]
    fought = any(part.role == "party" for part in report.participants) if report else False
    return bool(hit) and not fought and all(actor.kind in ARMED_GROUPS or _gunmen(actor) for actor in hit)


def _hit(one: Count, telling: Telling) -> list[Participant]:
    """Who was hit by the report of which it is a figure."""
    report = telling.corpus.report.get(one.figure.event_report or "")
    return [part for part in report.participants if part.role in ("target", "victim")] if report else []


def _gunmen(actor: Actor) -> bool:
    return actor.generic and actor.id.startswith("unidentified-armed-group")


def civil(one: Count) -> bool:
    """Whether its words say that they were people who do not fight: "12 passengers", not "12 people"."""
    words = fold_name(counted_as(one.figure)).split()
    plain = lexicon().anybody.issuperset(words) and one.figure.of.kind not in CIVIL
    return one.side is None and one.figure.of.kind != "combatants" and bool(words) and not plain


def _folk(one: Count, telling: Telling) -> bool:
    """Whether its report calls those who were hit people who do not fight: "opened fire on residents, killing 100"."""
    named = any(not lexicon().anybody.issuperset(fold_name(part.as_written).split()) for part in _hit(one, telling))
    return named and _unarmed(one, telling)


def _among(one: Count, telling: Telling) -> str:
    """ " among “residents”", where the count itself says no more than people."""
    if not lexicon().anybody.issuperset(fold_name(counted_as(one.figure)).split()):
        return ""
    hit = (part.as_written for part in _hit(one, telling))
    named = [" ".join(words.split()) for words in hit if not lexicon().anybody.issuperset(fold_name(words).split())]
    return f" among “{named[0]}”" if named else ""


def _nameless(actor: Actor) -> bool:
    """ "Armed men": of a kind that nobody names."""
    return actor.generic and actor.kind == "other"


def _villagers(one: Count) -> bool:
    """Whether it counts them as people who do not fight: "captured villagers", "nine civilians"."""
    return one.figure.of.kind in CIVIL or not lexicon().civil.isdisjoint(fold_name(counted_as(one.figure)).split())


def _unarmed(one: Count, telling: Telling) -> bool:
    """Whether those whom it counts are told to have been attacked as people who do not fight."""
    if one.figure.of.kind == "combatants":
        return False
    report = telling.corpus.report.get(one.figure.event_report or "")
    hit = [part.actor for part in report.participants if part.role in ("target", "victim")] if report else []
    enemies = frozenset(lexicon().their_enemy)
    foes = any(not enemies.isdisjoint(fold_name(actor.name).split()) for actor in hit)
    return bool(hit) and not foes and all(actor.kind in PERSONS for actor in hit)


def _by_target(telling: Telling, found: Sequence[Count]) -> Iterator[Finding]:
    counting = {one.bloc for one in found}
    armed = {one.bloc for one in found if kin(one) == "armed"}
    blocs = {name: [one for one in bloc if _hits(one, telling)] for name, bloc in telling.blocs.items()}
    fighters = [one for bloc in blocs.values() for one in bloc[:1] if all(map(_fighters, bloc))]
    others = [one for bloc in blocs.values() for one in bloc[:1] if all(map(_bystanders, bloc))]
    for one, other in product(fighters, others):
        counted = other.bloc not in counting and (one.bloc in armed or one.bloc not in counting)
        if counted and one.bloc != other.bloc and _one_doer(one, other) and one.voice.key != other.voice.key:
            text = (
                f"On who was hit in the {told(telling.event)}: {one.voice.spoken} told of “{_named(one)}”, "
                f"{other.voice.spoken} of “{_named(other)}”."
            )
            members = (telling.event.id, *sorted((one.report.id, other.report.id)))
            yield contradiction(members, text, "victims")


def _hits(one: Testimony, telling: Telling) -> bool:
    """Whether it tells, for itself, of somebody who was hit."""
    kinds = lexicon().violent | lexicon().fights
    return telling.stands_for(one) and one.report.type.label in kinds and bool(_targets(one))


def _targets(one: Testimony) -> list[Actor]:
    return [part.actor for part in one.report.participants if part.role in ("target", "victim")]


def _fighters(one: Testimony) -> bool:
    """Whether all that it says were hit are members of armed groups: a state's soldiers are nobody's disputed dead."""
    return all(actor.kind in ARMED_GROUPS for actor in _targets(one))


def _bystanders(one: Testimony) -> bool:
    """Whether it tells of an attack on people who do not fight; "clashes in which civilians died" is none, nor is one
    in which "people" died.
    """
    if one.report.type.label in lexicon().fights or not all(actor.kind in PERSONS for actor in _targets(one)):
        return False
    return not lexicon().anybody.issuperset(fold_name(_named(one)).split())


def _one_doer(one: Testimony, other: Testimony) -> bool:
    """Whether no armed group is told to have hit them: who attacks a group and who attacks a village may be two."""
    doers = [part.actor for each in (one, other) for part in each.report.participants if part.role == "agent"]
    return all(actor.kind in STATELY for actor in doers)


def _named(one: Testimony) -> str:
    words = [part.as_written for part in one.report.participants if part.role in ("target", "victim")]
    return " ".join(min(words, key=lambda word: (-len(word), word)).split())
