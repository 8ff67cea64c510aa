"""What one report tells, as a clause: doer, deed and target in neutral words, by type and status.

In: an `EventReport`'s participants and type. Out: a clause without time, place or voice. It refuses to name a doer that
the page does not name, and never says more than the codebook's type says.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from crossreport.brief.doubted import as_suspected, aside, blamed, owned_up
from crossreport.brief.grammar import is_plural, joined, with_article
from crossreport.brief.phrasebook import Phrase, phrasebook
from crossreport.model import Actor, EventReport, Role, Status
from crossreport.model.kinds import GROUPS
from crossreport.privacy import SOMEBODY, Privacy

BODIES = GROUPS | {"other"}
HITTING = "affecting"  # of a deed yet to come, or under way
DONE = frozenset({"happened", "alleged", "denied"})
FIGHT, ATTACK = "armed_clash", "attack_on_civilians"
UNARMED = frozenset({"civilians", "person", "media", "ngo", "agency"})
UNCLEAR = "with the other side unclear"  # the page's words name one actor as doer and target


class Deed(Struct, frozen=True):
    """A subject and its verb: base, past and -ing with everything that follows; how the frame is voiced."""

    subject: str
    plural: bool
    base: str
    past: str
    ing: str
    voice: str  # active | passive | nominal
    ended: str = ""


class Cast(Struct, frozen=True):
    """The actors of a report by what they do in the clause."""

    agents: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    parties: tuple[Actor, ...]
    asides: tuple[str, ...]


def clause(report: EventReport, privacy: Privacy) -> str:
    """The report as a clause, with the status in its verb."""
    cast = _cast(report, privacy)
    phrase = _phrase(report, cast.targets)
    if report.status == "happened" and not (cast.agents or cast.parties):
        hit = phrase.hit_one if phrase.hit_one and _is_one(cast.targets) else phrase.hit
        whole = hit.format(_affected(phrase, cast.targets)) if hit and cast.targets else phrase.plain
        if whole and (phrase.hit or not cast.targets):
            return told_apart(", ".join([whole, *cast.asides]))
    return told_apart(", ".join([by_status(_deed(phrase, cast), phrase, report.status), *cast.asides]))


def _phrase(report: EventReport, targets: Sequence[Actor]) -> Phrase:
    """The phrase of the report's type, narrowed by the page's words, with the preposition of who is hit."""
    passage = next((one.quote for one in report.evidence if one.covers(report.span)), "")
    fought = report.type.label == FIGHT and bool(targets) and all(actor.kind in UNARMED for actor in targets)
    label = ATTACK if fought and not _fighters(report) else report.type.label  # nobody fights a driver
    phrase = phrasebook().phrase(label, report.span.quote, passage)
    if blamed(report) or owned_up(report):
        phrase = replace(phrase, unknown=None)
    unaimed = phrase.on == "on" and bool(targets) and all(actor.kind == "civilians" for actor in targets)
    if not unaimed and phrase.on != HITTING:  # who is hit is not always the aim
        return phrase
    return replace(phrase, on="that hit" if report.status in DONE else HITTING)


def _fighters(report: EventReport) -> bool:
    """Whether another side that fights is told of as the target, or as one of two that fought."""
    return any(one.role in ("target", "party") and one.actor.kind not in UNARMED for one in report.participants)


def names(actors: Sequence[Actor], *, members: bool = False) -> str:
    """The actors as a noun phrase; with `members`, of an organisation only some of its members."""
    hidden = len({actor.id for actor in actors if actor.name == SOMEBODY})
    said = [f"members of {with_article(one)}" if members and _is_body(one) else with_article(one) for one in actors]
    if hidden > 1:
        said = [f"{hidden} named persons" if text == SOMEBODY else text for text in said]
    return joined(list(dict.fromkeys(said)))


def told_apart(text: str) -> str:
    """Two persons whose names are withheld: one is not the other.

    >>> told_apart("a named person abducted a named person")
    'one named person abducted another'
    """
    first, *rest = text.split(SOMEBODY)
    if len(rest) < 2:
        return text
    return f"{first}one named person{'another'.join(rest)}"


def _role(report: EventReport, privacy: Privacy, role: Role) -> tuple[Actor, ...]:
    found = [as_suspected(report, p, privacy.actor(p)) for p in report.participants if p.role == role]
    return tuple({actor.id: actor for actor in found}.values())


def _cast(report: EventReport, privacy: Privacy) -> Cast:
    """Fill the clause's places: a speaker acts if nobody else does, a recipient or victim is hit if nobody else is."""
    agents, targets = _role(report, privacy, "agent"), _role(report, privacy, "target")
    recipients, victims = _role(report, privacy, "recipient"), _role(report, privacy, "victim")
    speakers, parties = _role(report, privacy, "speaker"), _role(report, privacy, "party")
    agents = agents or (speakers if not parties else ())
    named = aside(report, names(agents), agents) if agents and report.status in DONE else ""
    agents, asides = (() if named else agents), ([named] if named else [])
    if not targets and recipients:
        targets, recipients = recipients, ()
    if not targets and victims:
        targets, victims = victims, ()
    if agents and targets and not parties:
        others = tuple(actor for actor in targets if not _is_among(actor, agents))
        asides += [UNCLEAR] if not others else []
        targets = others
    if recipients:
        asides.append(f"with {names(recipients)} as recipient")
    if victims and {actor.id for actor in victims} - {actor.id for actor in targets}:
        asides.append(f"with {names(victims)} among the victims")
    if agents and parties and {actor.id for actor in parties} - {actor.id for actor in agents + targets}:
        asides.append(f"with {names(parties)} taking part")
    for role, word in (("supporter", "supported by {}"), ("mediator", "mediated by {}")):
        helpers = _role(report, privacy, role)  # type: ignore[arg-type]  # the two are roles
        asides += [word.format(names(helpers))] if helpers else []
    return Cast(agents, targets, parties, tuple(asides))


def _is_one(actors: Sequence[Actor]) -> bool:
    """Whether it is a single person."""
    return len(actors) == 1 and actors[0].kind == "person" and not is_plural(actors)


def _is_body(actor: Actor) -> bool:
    """Whether an actor is one armed organisation, and no description of people."""
    return actor.kind in BODIES and not actor.generic


def _affected(phrase: Phrase, targets: Sequence[Actor]) -> str:
    """Who suffers it; of an organisation that somebody defects to, all of it."""
    return names(targets, members=phrase.members and (phrase.fatal or phrase.verb is not None))


def _is_among(actor: Actor, others: Sequence[Actor]) -> bool:
    """Whether an actor is one of the others, by identity or by the name that is printed."""
    named = {other.name for other in others if other.name != SOMEBODY}
    return actor.name in named or actor.id in {other.id for other in others}


def _deed(phrase: Phrase, cast: Cast) -> Deed:
    if cast.agents:
        return _active(phrase, cast.agents, cast.targets)
    if cast.parties:
        return _joint(phrase, cast.parties, cast.targets)
    if cast.targets and phrase.verb and phrase.passive:
        base, _past, _ing, participle = phrase.verb
        plural = is_plural(cast.targets) or (phrase.members and _is_body(cast.targets[0]))
        be = "were" if plural else "was"
        by = f" by {phrase.unknown}" if phrase.unknown else ""
        return Deed(
            _affected(phrase, cast.targets), plural, base, f"{be} {participle}{by}", f"{participle}{by}", "passive"
        )
    subject = phrase.noun + _on(phrase, cast.targets)
    if phrase.spoken:
        return Deed(subject, phrase.plural, "be made", "was made", "being made", "nominal")
    return Deed(subject, phrase.plural, "take place", "took place", "taking place", "nominal")


def _on(phrase: Phrase, targets: Sequence[Actor]) -> str:
    return f" {phrase.on} {_affected(phrase, targets)}" if targets else ""


def _active(phrase: Phrase, agents: Sequence[Actor], targets: Sequence[Actor]) -> Deed:
    forms, tail = _forms(phrase, targets)
    base, past, ing = (form + tail for form in forms)
    some = phrase.members and not phrase.verb  # whoever defects, not whoever arrests
    plural = is_plural(agents) or (some and _is_body(agents[0]))
    ended = f"{phrase.ends}{tail}" if phrase.ends else ""
    return Deed(names(agents, members=some), plural, base, past, ing, "active", ended)


def _forms(phrase: Phrase, targets: Sequence[Actor]) -> tuple[Sequence[str], str]:
    """The verb's forms and what follows them."""
    if targets and phrase.verb:
        return phrase.verb[:3], f" {_affected(phrase, targets)}"
    if phrase.alone and (not targets or not phrase.do):
        return phrase.alone, _on(phrase, targets)
    forms = phrase.do or ("carry out", "carried out", "carrying out")
    thing = phrase.noun if phrase.object is None else phrase.object
    return forms, f" {thing}{_on(phrase, targets)}"


def _joint(phrase: Phrase, parties: Sequence[Actor], targets: Sequence[Actor]) -> Deed:
    if phrase.joint and len(parties) > 1:
        base, past, ing = phrase.joint
        return Deed(names(parties), True, base, past, ing, "active")
    return _active(phrase, parties, targets)


def by_status(deed: Deed, phrase: Phrase, status: Status) -> str:
    """The clause with its status said in plain words."""
    if deed.voice == "nominal":
        return _nominal(deed, status)
    if deed.voice == "passive":
        return _passive(deed, phrase, status)
    be, s = ("are", "") if deed.plural else ("is", "s")
    return {
        "happened": f"{deed.subject} {deed.past}",
        "ongoing": f"{deed.subject} {be} {deed.ing}",
        "planned": f"{deed.subject} plan{s} to {deed.base}",
        "threatened": f"{deed.subject} threatened to {deed.base}",
        "called_for": f"{deed.subject} {'were' if deed.plural else 'was'} called on to {deed.base}",
        "alleged": f"{deed.subject} allegedly {deed.past}",
        "denied": f"{deed.subject} {deed.past}",
        "hypothetical": f"{deed.subject} might {deed.base}",
        "ended": f"{deed.subject} {deed.ended or 'stopped ' + deed.ing}",
    }[status]


def _nominal(deed: Deed, status: Status) -> str:
    be, was, has = ("are", "were", "have") if deed.plural else ("is", "was", "has")
    return {
        "happened": f"{deed.subject} {deed.past}",
        "ongoing": f"{deed.subject} {be} under way",
        "planned": f"{deed.subject} {be} planned",
        "threatened": f"{deed.subject} {was} threatened",
        "called_for": f"{deed.subject} {was} called for",
        "alleged": f"{deed.subject} allegedly {deed.past}",
        "denied": f"{deed.subject} {deed.past}",
        "hypothetical": f"{deed.subject} might {deed.base}",
        "ended": f"{deed.subject} {has} ended",
    }[status]


def _passive(deed: Deed, phrase: Phrase, status: Status) -> str:
    be, was = ("are", "were") if deed.plural else ("is", "was")
    thing = f"{phrase.noun}{' ' + phrase.on} {deed.subject}"
    return {
        "happened": f"{deed.subject} {deed.past}",
        "ongoing": f"{deed.subject} {be} being {deed.ing}",
        "planned": f"{deed.subject} {be} to be {deed.ing}",
        "threatened": f"{thing} was threatened",
        "called_for": f"{thing} was called for",
        "alleged": f"{deed.subject} {was} allegedly {deed.ing}",
        "denied": f"{deed.subject} {deed.past}",
        "hypothetical": f"{deed.subject} might be {deed.ing}",
        "ended": f"{deed.subject} {be} no longer being {deed.ing}",
    }[status]
