"""The day of the deeds told right before a happening of the same story."""

import datetime as dt

from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import holds, names_of
from crossreport.coding.page.families import FORCE
from crossreport.coding.page.on_the_ground import LOCAL, NEIGHBOUR, SPEECH
from crossreport.coding.settings.finer import retold
from crossreport.coding.settings.scenes import simple_past
from crossreport.coding.settings.shared import block_of
from crossreport.coding.settings.whose_day import of_what_came_before
from crossreport.model import When
from crossreport.model.statuses import SAID_DONE
from crossreport.words.classes.course import course


def told_near(draft: Draft, before: list[Draft], said: When) -> When | None:
    """An earlier day that the sentences right before gave to a happening of this kind, told of again by a speaker."""
    for index, other in reversed(list(enumerate(before))):
        distance = min(abs(a.sentence - b.sentence) for a in draft.words for b in other.words)
        if distance > NEIGHBOUR:
            return None
        if (
            distance
            and not _looks_back(other, before[:index])
            and _one_story(draft, other)
            and other.when is not None
            and not other.when_inherited
            and other.when.precision == "day"
        ):
            return other.when if (other.when.latest or "") < (said.earliest or "") else None
    return None


def told_behind(draft: Draft, after: list[Draft], said: When) -> When | None:
    """The day, in the week before a lead was said, that the sentences right behind it give to its happening."""
    for other in after:
        distance = other.word.sentence - draft.word.sentence
        if distance > NEIGHBOUR:
            return None
        told = _one_story(draft, other) or _same_place(draft, other)
        own = other.when if distance > 0 and not other.when_inherited and told else None
        if own is None or own.precision != "day" or own.earliest is None or own.latest is None or not said.earliest:
            continue
        if own.latest < said.earliest and days_between(own.earliest, said.earliest) <= WEEK and _meets(draft, other):
            return own
    return None


WEEK = 7  # days, the first and the last counted, for which a lead's news may be old


def _meets(draft: Draft, other: Draft) -> bool:
    """Whether the places and doers of two tellings allow that they are one."""
    doers, others = (_known(one) for one in (draft, other))
    if doers and others and not others & (doers | draft.ids("target")):
        return False  # whoever was beaten back attacked
    if not draft.places or not other.places:
        return True
    pairs = [(one, two) for one, _ in draft.places for two, _ in other.places]
    return any(one.name == two.name or holds(one, two) for one, two in pairs)


def _known(draft: Draft) -> set[str]:
    """Its doers but those of whom nothing is known: "the attackers" can be any."""
    return {one for one in draft.ids("agent", "party") if not one.startswith(NAMELESS)}


NAMELESS = "unidentified-armed-group"


def _looks_back(other: Draft, before: list[Draft]) -> bool:
    """Whether the page had told a later day before: "It was the second raid. On 2 May …" is not what goes on."""
    told = [
        draft for draft in before if not (draft.lead and draft.when_inherited)
    ]  # a headline tells no day of its own
    days = [draft.when.latest for draft in told if draft.when is not None and draft.when.precision == "day"]
    return any(day is not None and other.when is not None and day > (other.when.latest or "") for day in days)


def _one_story(draft: Draft, other: Draft) -> bool:
    """Whether two happenings may be parts of one: of one type, both violent, or both done in one place."""
    if other.type == draft.type or (other.type in FORCE and draft.type in FORCE):
        return True
    return {other.type, draft.type} <= LOCAL and bool(draft.places) and draft.places == other.places


def _same_place(draft: Draft, other: Draft) -> bool:
    """Whether both are done on the ground in places of the same names."""
    return {other.type, draft.type} <= LOCAL and bool(draft.places) and names_of(draft) == names_of(other)


def told_aside(doc: Document, other: Draft, draft: Draft) -> bool:
    """Whether the other is told in a relative clause, or one of what came before, that the draft does not stand in."""
    shared = set(doc.path(draft.word))
    beneath = [step for step in doc.path(other.word) if step not in shared]
    return any(doc.token(step).rel == "acl:relcl" or of_what_came_before(doc, step) for step in beneath)


def story_day(doc: Document, draft: Draft, before: list[Draft], *, lead: bool) -> When | None:
    """The day of the nearest deed told before it in its paragraph, or in one right above if both tell one story.

    In a lead only a deed with a day of its own, with which it goes on, comes before the page's day.
    """
    here = block_of(doc, draft.word)
    for other in reversed(before):
        above = here - block_of(doc, other.word)
        apart = draft.word.sentence - other.words[-1].sentence
        if above > STORY or draft.item != other.item or apart > REACH:
            return None
        dated = other.when is not None and other.when.precision in ("day", "days")
        if not dated or other.status in ("planned", "called_for") or told_aside(doc, other, draft):
            continue
        if (other.scheme == SPEECH) != (draft.scheme == SPEECH):
            continue  # the day of a statement is not the day of a deed, nor the other way round
        same = _goes_on(draft, other) or _narrated(doc, draft, other) if not above else _told_on(doc, draft, other)
        goes_on = retold(draft, other) or same
        if lead and (other.when_inherited or not goes_on):
            continue
        if not above or ((goes_on or _goes_on(draft, other)) and not _looks_back(other, before)):
            return other.when
    return None


def day_of_what_it_followed(doc: Document, draft: Draft, before: list[Draft]) -> When | None:
    """ "Afterwards residents marched", "in the pursuit that followed four were killed": the day of the deed before."""
    if not _follows(doc, draft):
        return None
    for other in reversed(before):
        apart = draft.word.sentence - max(other.words).sentence
        if apart > NEIGHBOUR or other.item != draft.item:
            return None
        if apart and other.type in LOCAL and other.status in SAID_DONE and other.when is not None:
            return other.when if other.when.precision != "year" and not other.when_inherited else None
    return None


def _follows(doc: Document, draft: Draft) -> bool:
    for step in doc.path(draft.word)[:3]:
        if any(doc.text(kid) in course().afterwards for kid in doc.kids(step, "advmod")):
            return True
        for noun in doc.kids(step, "obl"):
            told = {doc.lemma(kid) for kid in doc.kids(noun, "acl:relcl", "amod")}
            if told & course().ensuing or (
                "in" in doc.cases(noun) and doc.lemma(noun) in course().reply and not doc.kids(noun, "nmod")
            ):
                return True
    return False


def only_day(draft: Draft, before: list[Draft]) -> When | None:
    """The day of every deed told before it, if they have one in common: the page tells one story."""
    deeds = [
        other for other in before if other.type in LOCAL and other.status in SAID_DONE and other.item == draft.item
    ]
    days = [other.when for other in deeds if other.when is not None and not other.when_inherited]
    if draft.type not in LOCAL or len({(day.earliest, day.latest) for day in days}) != 1:
        return None
    there = draft.place_inherited or not draft.places or any(_meets_in_place(draft, other) for other in deeds)
    return days[0] if there and days[0].precision in ("day", "days") else None


def _meets_in_place(draft: Draft, other: Draft) -> bool:
    pairs = [(one, two) for one, _ in draft.places for two, _ in other.places]
    return any(one.name == two.name or holds(one, two) or holds(two, one) for one, two in pairs)


def _narrated(doc: Document, draft: Draft, other: Draft) -> bool:
    """Whether the next sentence goes on telling in the simple past: "burnt houses on Sunday. They entered X"."""
    follows = doc.token(draft.word).xpos == "VBD" and draft.word.sentence - other.word.sentence == 1
    return follows and {draft.type, other.type} <= LOCAL


def _told_on(doc: Document, draft: Draft, other: Draft) -> bool:
    """Whether the next paragraph goes on with the deed: "killed five on Tuesday. The gunmen also stole goats"."""
    here = draft.place_inherited or not draft.places
    follows = draft.word.sentence - max(other.words).sentence == 1 and simple_past(doc, draft.word)
    unplaced = {draft.type, other.type} <= LOCAL and not draft.places
    return here and follows and (unplaced or _goes_on(draft, other)) and _meets(draft, other)


# Sentences over which a day goes on being told: right for 71 of 90 up to here, for 4 of 16 beyond (real dev pages).
REACH = 3
STORY = 2  # paragraphs over which a story told by its deeds goes on; calibrated on the FA-KES dev part


def _goes_on(draft: Draft, other: Draft) -> bool:
    """Whether a deed of another paragraph belongs to the draft's story: the same place, or none of its own."""
    own = {place.name for place, _ in draft.places}
    meets = draft.place_inherited or not own or bool(own & {place.name for place, _ in other.places})
    return meets and _one_story(draft, other)


def days_between(earliest: str | None, latest: str | None) -> int:
    """The days of an interval; an open one has more than any."""
    if earliest is None or latest is None:
        return 10**6
    return (dt.date.fromisoformat(latest) - dt.date.fromisoformat(earliest)).days + 1
