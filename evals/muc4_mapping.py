"""Our records in MUC-4's terms: incidents with doers, things hit, victims and weapons, by `muc4.yaml`.

In: a page's event reports. Out: its templates, one an incident type. Of the sentences behind a record only the words
are read that make it another incident (arson, robbery); all else stands in the record. The keys are not read.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from crossreport.coding.page.document import Document, Word
from crossreport.model import EventReport, Participant, Thing
from evals.corpora import own_yaml
from evals.muc4_gold import SLOTS, Entity, Template, normal

RECENT = 61  # days before the page was written: two months, as the guidelines say
_NUMBER = re.compile(r"^[\W\d]+$")


class Mapping(Struct, frozen=True):
    """`muc4.yaml`."""

    incidents: dict[str, str]
    military: frozenset[str]
    statuses: frozenset[str]
    words: dict[str, frozenset[str]]
    organisations: frozenset[str]
    individuals: frozenset[str]
    bodies: frozenset[str]
    kinds: frozenset[str]
    titles: frozenset[str]
    no_doers: frozenset[str]
    pronouns: frozenset[str]
    hedges: frozenset[str]


@cache
def mapping() -> Mapping:
    """Our ontology in MUC-4's terms."""
    return own_yaml("muc4.yaml", Mapping)  # type: ignore[no-any-return]


def templates_of(doc: Document, reports: Iterable[EventReport]) -> list[Template]:
    """The page's templates, one an incident type."""
    found: dict[str, dict[str, set[str]]] = {}
    told: set[str] = set()
    for report in reports:
        incident = incident_of(doc, report)
        if incident is None or not recent(doc, report):
            continue
        told |= {incident} if told_in_particular(report) else set()
        slots = found.setdefault(incident, {slot: set() for slot in SLOTS})
        for slot, entity in entities(doc, report):
            if entity:
                slots[slot].add(entity)
    _fold(found)
    return [
        Template(incident, {slot: _whole(names) for slot, names in slots.items()})
        for incident, slots in found.items()
        if incident in told
    ]


def _fold(found: dict[str, dict[str, set[str]]]) -> None:
    """A killing of those who were kidnapped is told by the kidnapping alone, as MUC-4's keys have it."""
    if not {"attack", "kidnapping"} <= found.keys():
        return
    killed, taken = found["attack"]["Victim"], found["kidnapping"]["Victim"]
    if killed and killed <= taken and not found["attack"]["Target"]:
        for slot, names in found.pop("attack").items():
            found["kidnapping"][slot] |= names


def _whole(names: set[str]) -> tuple[Entity, ...]:
    """One entity a name, without those that are a part of another: a surname beside the whole name."""
    kept = [name for name in names if not any(f" {name} " in f" {other} " for other in names if other != name)]
    return tuple(frozenset({name}) for name in sorted(kept))


def incident_of(doc: Document, report: EventReport) -> str | None:
    """MUC-4's name for what the report tells; None for what it does not ask for."""
    incident = mapping().incidents.get(report.type.label)
    if incident is None or report.status not in mapping().statuses:
        return None
    if report.type.label in mapping().military and not _hits_civilians(report):
        return None
    lemmas = {doc.lemma(word) for word in evidence(doc, report)}
    return next((name for name, known in mapping().words.items() if lemmas & known), incident)


def told_in_particular(report: EventReport) -> bool:
    """Whether one incident is told, not violence in passing.

    It is what the page is about, or has a toll, a name, a thing that was hit, or a doer and a place.
    """
    named = any(one.role in ("target", "victim") and _is_named(one) for one in report.participants)
    done = any(one.role == "agent" for one in report.participants) and report.place is not None
    hit = any(one.role == "hit" for one in report.things)
    return report.core or bool(report.figures) or named or hit or done


def _is_named(one: Participant) -> bool:
    return one.actor.kind == "person" and not one.actor.generic


def recent(doc: Document, report: EventReport) -> bool:
    """Whether the incident may be as young as MUC-4's guidelines ask for."""
    written, happened = doc.page.published.earliest, report.when.latest if report.when else None
    if written is None or happened is None:
        return True
    return date.fromisoformat(written) - date.fromisoformat(happened) <= timedelta(days=RECENT)


def _hits_civilians(report: EventReport) -> bool:
    """Whether anybody or anything is hit that is no armed side's."""
    hit = [one.actor.kind for one in report.participants if one.role in ("target", "victim")]
    return any(kind in ("civilians", "person") for kind in hit) or any(one.role == "hit" for one in report.things)


def evidence(doc: Document, report: EventReport) -> list[Word]:
    """The words of the clauses that tell the report."""
    found: dict[Word, None] = {}
    for span in (report.span, *report.evidence):
        for word in doc.words():
            token = doc.token(word)
            if token.start < span.end and span.start < token.end:
                found.update(dict.fromkeys(doc.clause(doc.clause_root(word))))
    return list(found)


def entities(doc: Document, report: EventReport) -> Iterator[tuple[str, str]]:
    """Slot and name of everything that fills a slot."""
    for one in report.participants:
        if one.role == "agent":
            yield from doers(one, called(doc, one), whole(doc, one))
        elif one.role in ("target", "victim") and _is_named(one):
            yield "Victim", person(one)
    for thing in report.things:
        yield "Target" if thing.role == "hit" else "Weapon", thing_name(doc, thing)


def thing_name(doc: Document, thing: Thing) -> str:
    """The noun with the nouns before it; of a thing that was hit with what it is like, too ("public bus")."""
    words = [word for word in doc.words() if thing.span.start <= doc.token(word).start < thing.span.end]
    named = ("NOUN", "PROPN") if thing.role == "means" else ("NOUN", "PROPN", "ADJ", "VERB", "ADP", "PART", "PUNCT")
    kept = [doc.token(word) for word in words if doc.token(word).upos in named or doc.lemma(word) in mapping().kinds]
    kept = [token for token in kept if normal(token.text) not in mapping().hedges | mapping().pronouns]
    if not kept:
        return ""
    return normal(doc.page.text[kept[0].start : kept[-1].end])


def whole(doc: Document, one: Participant) -> str:
    """The page's words for somebody with what stands before them: the "heavily" of "heavily armed men"."""
    if one.as_written.lower() in mapping().pronouns:
        return "" if one.actor.generic else one.actor.name
    words = [word for word in doc.words() if one.span.start <= doc.token(word).start < one.span.end]
    first = words[0] if words else None
    while first is not None and first.token and first.token - 1 in _before(doc, words):
        first = Word(first.sentence, first.token - 1)
    return doc.page.text[doc.token(first).start : one.span.end] if first is not None else one.as_written


def _before(doc: Document, words: list[Word]) -> set[int]:
    """Adverbs and adjectives of the words, by index."""
    return {
        kid.token
        for word in words
        for kid in doc.kids(word, "amod", "advmod")
        if doc.token(kid).upos in ("ADJ", "ADV", "VERB")
    }


def called(doc: Document, one: Participant) -> str:
    """What the page calls the organisation that somebody is known to belong to ("the rebels"); empty if nothing."""
    if one.actor.generic or one.actor.kind not in mapping().organisations:
        return ""
    names = [m.span.quote for m in doc.mentions if m.kind == "actor" and m.value == one.actor]
    named = [normal(name) for name in names]
    said = [
        name for name in named if name and not set(name.split()) & (_forms(mapping().individuals) | mapping().pronouns)
    ]
    said = [name for name in said if set(name.split()) - mapping().bodies]
    return min(said, key=lambda name: (len(name), name), default="")


def person(one: Participant) -> str:
    """A person's whole name as the page has it, without titles."""
    words = normal(one.actor.name).split()
    while len(words) > 1 and words[0] in mapping().titles:
        words = words[1:]
    return " ".join(words)


def doers(one: Participant, organisation: str, written: str) -> Iterator[tuple[str, str]]:
    """The words for a doer as an individual, an organisation or both ("Red Sun guerrillas")."""
    if _is_named(one):
        yield "PerpInd", person(one)
        return
    kept = [word for word in normal(written).split() if not _NUMBER.match(word) and word not in mapping().hedges]
    if not kept or kept[-1] in mapping().no_doers:
        return
    if set(kept) & _forms(mapping().individuals):
        yield "PerpInd", " ".join(kept)
        if organisation:
            yield "PerpOrg", organisation
    elif one.actor.kind in ("person", "civilians"):
        yield "PerpInd", " ".join(kept)
    elif one.actor.kind in mapping().organisations:
        bare = not set(kept) - mapping().bodies
        yield "PerpOrg", organisation if bare else " ".join(kept)


@cache
def _forms(lemmas: frozenset[str]) -> frozenset[str]:
    irregular = {each.removesuffix("man") + "men" for each in lemmas if each.endswith("man")}
    return frozenset({*lemmas, *(f"{each}s" for each in lemmas), *irregular})
