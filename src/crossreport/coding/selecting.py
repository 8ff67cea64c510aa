"""Which drafts a coder would put in a table: what is told with company, not what is named in passing."""

import datetime as dt

from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.nouns import actor
from crossreport.model import Reason, When
from crossreport.model.kinds import ARMED_OR_STATE, PRESS, SIDES
from crossreport.model.measures import HARM
from crossreport.model.statuses import SAID_DONE
from crossreport.words.classes.arms import arms
from crossreport.words.families import MEETINGS
from crossreport.words.figures import toll_forms

# A span of more days is a standing condition ("since 2011"); calibrated on the FA-KES dev part.
STANDING_DAYS = 100
# Nobody meets, talks or agrees without being named.
_HOSTILE = SIDES | {"other", "person", "igo"}
# "We will fight on", "would train them": an intention without a place or another side is a claim.
_INTENDED = (FORCE - {"territory_lost"}) | {"training", "looting_destruction"}
# What "the attack" of a denial may mean; a denied air strike is no denial of the arson told beside it.
_ANY_ATTACK = frozenset({"attack_on_civilians", "armed_clash", "offensive"})
_NO_FIGHTERS = PRESS | {"civilians", "monitor", "ngo"}
_OF_FORCES = frozenset({"base", "checkpoint"})
_ONCE = frozenset({"territory_taken", "territory_lost", "execution", "killing", "chemical_attack"})  # no habit of years
STANDING = FORCE | {"protest", "arrest", "displacement_evacuation", "riot"}


def select(drafts: list[Draft]) -> list[Draft]:
    """The drafts that are events of the page, in reading order."""
    for draft in drafts:
        _clear_sides(draft)
        _retyped(draft)
    body = any(not draft.lead for draft in drafts)
    told = [draft for draft in drafts if _is_event(draft) and not (_headline(draft) and body) and not _stands(draft)]
    return [draft for draft in told if not _only_denied(draft, told)]


def _headline(draft: Draft) -> bool:
    """Whether a title alone tells it; a bullet under "Highlights" that the body does not take up is news by itself."""
    return draft.lead and not draft.brief


def why_not(draft: Draft, told: list[Draft], drafts: list[Draft]) -> tuple[str, Draft | None]:
    """In plain words why `select` left a draft of `drafts` out, and which of those that it kept, `told`, holds it."""
    alike = [other for other in told if other.type == draft.type]
    if _headline(draft) and any(not other.lead for other in drafts):
        return "the title or lead says it, and the text below is read for it", next(iter(alike), None)
    if draft.status == "denied" and (deed := next((other for other in told if _answers(draft, other)), None)):
        return "it denies a deed that the page tells, which stands as a claim on that deed", deed
    if _stands(draft):
        return f"a state that lasts more than {STANDING_DAYS} days, not something that happened on a day", None
    if not draft.takings and not draft.places:
        return "nobody who does or suffers it and no place are told beside it", next(iter(alike), None)
    return "too little is told beside it (who, to whom, where) for an event of its own", next(iter(alike), None)


def _answers(denial: Draft, deed: Draft) -> bool:
    return _only_denied(denial, [deed])


def _clear_sides(draft: Draft) -> None:
    """Nobody does it to themselves: where one actor stands on both sides, only the doer's side is kept."""
    doers = draft.ids("agent")
    twice = [t for t in draft.takings if t.role == "target" and getattr(t.mention.value, "id", None) in doers]
    for taking in twice:
        draft.takings.remove(taking)
        says = f"{taking.mention.span.quote!r} would stand on both sides; whom it was done to is not clear"
        draft.reasons.append(Reason("both_sides", says, taking.mention.span))


def _only_denied(draft: Draft, drafts: list[Draft]) -> bool:
    """A denial of a deed that the page also reports is a claim of the denier, no second event."""
    if draft.status != "denied":
        return False
    names = {place.name for place, _ in draft.places}
    own_deed = bool(names) and not draft.place_inherited and draft.type not in _ANY_ATTACK
    return any(
        other.type in FORCE
        and (other.type == draft.type or not own_deed)
        and other.status in SAID_DONE
        and not _of_other_days(draft, other)
        and (draft.place_inherited or not names or names & {place.name for place, _ in other.places})
        for other in drafts
    )


def _of_other_days(denial: Draft, deed: Draft) -> bool:
    """Whether a denial says of which day the deed was, and it is surely not that of a deed which has a day of its own:
    "we ambushed a patrol on 9 May; it is false that we killed the family on 8 May".
    """
    mine, other = denial.when, deed.when
    if mine is None or other is None or denial.when_inherited or deed.when_inherited:
        return False
    if not (mine.earliest and mine.latest and other.earliest and other.latest):
        return False
    return mine.latest < other.earliest or other.latest < mine.earliest


def _is_event(draft: Draft) -> bool:
    if draft.scheme == "speaker":
        return (bool(draft.takings) or draft.voiced) and draft.status in ("happened", "alleged")
    if draft.type == "ceasefire_halt" and (halted := _is_truce(draft)) is not None:
        return halted
    if draft.type in MEETINGS and not draft.takings:
        return _own_place(draft) and _own_day(draft)
    bare = draft.place_inherited or not draft.places
    if draft.status == "planned" and draft.type in _INTENDED and bare and len(draft.ids()) < 2:
        return False
    if draft.toll_only:
        return _is_deed_of_dead(draft)
    if draft.weak:
        sure = draft.when is not None and draft.when.earliest == draft.when.latest and draft.when.edtf[-1:] != "~"
        opened = draft.item is not None and bool(draft.places) and sure  # "9 June, Lalo. Drone strike on a depot."
        return bool(draft.takings) or _own_place(draft) or opened
    robbed = draft.type == "looting_destruction" and bool(draft.chain)  # "600 cattle were carried off, the group said"
    return bool(draft.takings) or bool(draft.places) or robbed


def _own_place(draft: Draft) -> bool:
    return bool(draft.places) and not draft.place_inherited


def _own_day(draft: Draft) -> bool:
    return draft.when is not None and not draft.when_inherited


def _is_truce(draft: Draft) -> bool | None:
    """Whether fighting was halted; None if the rest of the draft must say so."""
    halting = {actor(t.mention).kind for t in draft.takings if t.role == "agent"}
    if halting and not halting & _HOSTILE:
        return False  # charities and schools that suspend their work halt no fighting
    return True if _own_day(draft) and draft.status == "happened" else None  # "came into force on 27 February"


def _is_deed_of_dead(draft: Draft) -> bool:
    """Whether deaths without a word for the deed are one: "eight died in X on Saturday"."""
    hurt = toll_forms().get(draft.span.quote.lower()) == "wounded"
    told_apart = _own_place(draft) and (bool(draft.takings) or (_own_day(draft) and not hurt and not draft.aside))
    return bool(draft.ids("agent")) or (told_apart and not _days(draft.when, 10))


def _stands(draft: Draft) -> bool:
    """Wars, crises and what has gone on since years ago are figures or nothing."""
    if draft.status == "planned" or draft.type not in STANDING or not _days(draft.when, STANDING_DAYS):
        return False
    if draft.type in _ONCE and draft.when is not None and len(draft.when.edtf) == len("2022"):
        return False  # "which withdrew its last troops in 2022"
    if draft.ids("agent") and (draft.status == "ongoing" or draft.type != "armed_clash"):
        return (
            False  # "has carried out raids since 2012": its own doer; not "in the war troops fight rebels since 2011"
        )
    return all(place.kind in ("country", "region", "admin1") for place, _ in draft.places) or draft.place_inherited


def _days(when: When | None, limit: int) -> bool:
    """Whether the time is longer than `limit` days, or open."""
    if when is None:
        return False
    if when.earliest is None or when.latest is None:
        return when.latest is None  # "had fled by Tuesday" is no standing condition
    return (dt.date.fromisoformat(when.latest) - dt.date.fromisoformat(when.earliest)).days > limit


def _retyped(draft: Draft) -> None:
    """An "attack" of which only civilians are said to be the victims is one on civilians, whatever it is called."""
    kinds = {actor(t.mention).kind for t in draft.takings if t.role in ("target", "victim")}
    if draft.type == "attack_on_civilians" and draft.boasted and draft.toll_only and "civilians" not in kinds:
        draft.type = "armed_clash"
        draft.reasons.append(Reason("victims", "told in words that are used of fighters only"))
    hurt = any(measure in HARM for measure, _ in draft.numbers)
    raided = draft.weak or (kinds == {"civilians"} and hurt and draft.span.quote.lower() in arms().village_raids)
    if draft.type == "offensive" and raided and kinds and kinds <= _NO_FIGHTERS:
        draft.type = "attack_on_civilians"
        draft.reasons.append(Reason("victims", "only civilians are said to be hit: an attack on civilians"))
    laid = draft.type == "armed_clash" and draft.ids("agent") and not draft.ids("party")
    if laid and kinds and kinds <= _NO_FIGHTERS and not draft.things & _OF_FORCES:
        draft.type = "attack_on_civilians"
        draft.reasons.append(Reason("victims", "only civilians are said to be ambushed: an attack on civilians"))
    if (
        draft.type == "attack_on_civilians"
        and draft.ids("agent")
        and kinds
        and kinds <= ARMED_OR_STATE
        and not draft.toll_only
    ):
        draft.type = "armed_clash"
        draft.reasons.append(Reason("victims", "only an armed side is said to be hit: no attack on civilians"))
