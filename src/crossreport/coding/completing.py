"""Fills what a happening lacks from its neighbours on the page, each time with the reason."""

import datetime as dt
from functools import cache

import msgspec

from crossreport.coding.claimed_doers import take_claimed_doers
from crossreport.coding.claiming import done_by
from crossreport.coding.coming import day_of_coming
from crossreport.coding.counted_days import count_days
from crossreport.coding.covered import covered_days
from crossreport.coding.document import Document, Word
from crossreport.coding.doing import hand_on_doers
from crossreport.coding.draft import Draft
from crossreport.coding.extents import apart_in_time, holds, vague, within
from crossreport.coding.families import FORCE
from crossreport.coding.finer import retold, take_finer_place, take_searched_place
from crossreport.coding.gaps import days_off, moved
from crossreport.coding.passing import MOVING
from crossreport.coding.retelling import coming_of, setting_of
from crossreport.coding.settings import block_of, inherited
from crossreport.coding.settings_places import places_of
from crossreport.coding.settings_times import saying_time, time_of
from crossreport.coding.whose_day import of_cause
from crossreport.model import Mention, Place, Reason, When
from crossreport.words.edtf import precision
from crossreport.words.loader import load
from crossreport.words.reporting import reporting

NEIGHBOUR = 2  # sentences over which a place or day still holds; calibrated on the FA-KES dev part
_SPEECH = "speaker"
# What is done on the ground happens where the page is telling about; statements, talks and visits may be anywhere.
LOCAL = FORCE | frozenset(
    [
        "siege_blockade",
        "looting_destruction",
        "weapons_seized_or_destroyed",
        "bodies_found",
        "displacement_evacuation",
        "abduction",
        "arrest",
        "sexual_violence",
        "protest",
        "riot",
        "aid_delivery",
        "deployment",
        "accident",
        "prisoner_exchange_release",
    ]
)


CLAIMED = "statement_confession_claim"  # the place of what is claimed


def complete(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts with inherited places and days, and with the page's main happenings marked."""
    ordered = sorted(drafts, key=lambda draft: draft.words[0])
    _take_setting(doc, ordered)
    for index, draft in enumerate(ordered):
        if not draft.places and (draft.type in LOCAL or draft.type == CLAIMED):
            _take_place(doc, draft, ordered[:index], ordered[index + 1 :])
        if draft.when is None and not count_days(draft, ordered, exact=True) and draft.gap is None:
            _take_time(doc, draft, ordered[:index], ordered[index + 1 :])
    for index, draft in enumerate(ordered):
        if draft.when is None and draft.gap is not None and not count_days(draft, ordered, exact=False):
            _take_time(doc, draft, ordered[:index], ordered[index + 1 :])
    for index, draft in enumerate(ordered):
        take_finer_place(draft, ordered[index + 1 :])
        take_searched_place(doc, draft, ordered)
    hand_on_doers(doc, ordered)
    ordered = take_claimed_doers(doc, ordered)
    for draft in ordered:
        _drop_years(doc, draft)
    _mark_core(doc, ordered)
    return ordered


def _take_setting(doc: Document, drafts: list[Draft]) -> None:
    """ "Gunmen killed five. The incident happened on Sunday in X": the next sentence gives day and place."""
    for s in range(1, len(doc.sentences)):
        verb = setting_of(doc, s) or coming_of(doc, s)
        told = [draft for draft in drafts if any(word.sentence == s - 1 for word in draft.words)]
        if verb is None or any(word.sentence == s for draft in drafts for word in draft.words):
            continue
        deeds = [draft for draft in told if draft.type in LOCAL and draft.status in ("happened", "alleged")]
        if len(deeds) != 1:
            continue
        deed, when, places = deeds[0], time_of(doc, verb), places_of(doc, verb)
        if deed.when is not None and apart_in_time(deed.when, when):
            continue
        deed.when = deed.when or when
        if places and vague(deed):
            provinces = [place for place, _ in deed.places if place.kind == "admin1"]
            deed.places = [(within(place, provinces[0]) if provinces else place, at) for place, at in places]


def _drop_years(doc: Document, draft: Draft) -> None:
    """A time that counts from a page of no known day is no time: it only says when the page may have been written."""
    when, page = draft.when, doc.page.published
    if when is None or (when.span is not None and "~" not in when.edtf):
        return
    if _days(page.earliest, page.latest) > MOST_DAYS and _days(when.earliest, when.latest) > MOST_DAYS:
        draft.when = None
        says = f"the page's own date is known only as {page.edtf}: no time is told that counts from it"
        draft.reasons.append(Reason("time", says))


MOST_DAYS = 180  # of the days on which a page may have been written, for its news to have one


def _days(earliest: str | None, latest: str | None) -> int:
    """The days of an interval; an open one has more than any."""
    if earliest is None or latest is None:
        return 10**6
    return (dt.date.fromisoformat(latest) - dt.date.fromisoformat(earliest)).days + 1


def _take_place(doc: Document, draft: Draft, before: list[Draft], after: list[Draft]) -> None:
    own = done_by(draft.ids("agent"), draft.word.sentence, before) if draft.type == CLAIMED else None
    if own is not None and own.places and not own.place_inherited:
        draft.places, draft.place_inherited = own.places[:1], True
        draft.reasons.append(inherited("place", f"{own.span.quote!r}, which its doers claim"))
        return
    for other in [*reversed(before), *after]:
        distance = min(abs(a.sentence - b.sentence) for a in draft.words for b in other.words)
        if other in after and distance:
            return
        if draft.item != other.item or _elsewhere(doc, draft, other) or _fled_to(doc, other, draft):
            continue
        if other.places and not other.place_inherited and distance <= NEIGHBOUR and other.scheme != _SPEECH:
            draft.places = other.places[:1]
            draft.place_inherited = True
            draft.reasons.append(inherited("place", f"{other.span.quote!r} nearby"))
            return


def _fled_to(doc: Document, other: Draft, draft: Draft) -> bool:
    """Whether the other's place is only where people fled or were taken: those who attack them are not there."""
    if other.type != "displacement_evacuation" or draft.type in MOVING or not other.places:
        return False
    return any(set(doc.cases(word)) & _REACHED for _, word in other.places)


_REACHED = frozenset({"to", "into", "towards", "toward", "for"})


def _elsewhere(doc: Document, draft: Draft, other: Draft) -> bool:
    """Whether the draft's own paragraph names a place: then another paragraph's place is not its own."""
    return block_of(doc, other.word) != block_of(doc, draft.word) and names_place(doc, draft.word)


def names_place(doc: Document, word: Word) -> bool:
    """Whether the word's paragraph names a town, quarter or site."""
    block = block_of(doc, word)
    start, end = doc.page.blocks[block].start, doc.page.blocks[block].end
    return any(
        start <= mention.span.start < end
        and isinstance(mention.value, Place)
        and mention.value.kind in SETTLED
        and not _treated_there(doc, mention)
        for mention in doc.mentions
    )


def _treated_there(doc: Document, mention: Mention) -> bool:
    """ "Died in hospital in X", "the hospital in X said": nobody was hit there."""
    at = doc.first_word(mention)
    if at is None:
        return False
    before = range(max(0, at.token - CARE_REACH), at.token)
    return any(doc.lemma(Word(at.sentence, index)) in _CARE for index in before)


CARE_REACH = 3  # tokens between "hospital" and its town
_CARE = frozenset({"hospital", "clinic", "morgue", "mortuary", "medic", "doctor"})


SETTLED = frozenset({"settlement", "district", "facility", "unresolved"})


def _take_time(doc: Document, draft: Draft, before: list[Draft], after: list[Draft]) -> None:
    if _standing(doc, draft):
        return
    counted = _counted(doc, draft, before)
    if counted is not None:
        draft.when, draft.when_inherited = counted, True
        draft.reasons.append(inherited("time", "the day that was told before, counted from"))
        return
    said = saying_time(doc, draft.word)
    if said is not None and draft.status in ("happened", "alleged", "ongoing", "denied"):
        told = _told_near(draft, before, said)
        if told is not None:
            draft.when, draft.when_inherited = msgspec.structs.replace(told, edtf=_about(told.edtf)), True
            draft.reasons.append(inherited("time", "the day that was told before, not the day on which it was said"))
            return
        told = _told_behind(draft, after, said) if _is_lead(doc, draft) else None
        if told is not None:
            draft.when, draft.when_inherited = told, True
            draft.reasons.append(
                inherited("time", "the day that the sentences behind it tell, on which it was not said")
            )
            return
        draft.when = msgspec.structs.replace(said, edtf=_about(said.edtf), rule=SAID)
        draft.when_inherited = True
        draft.reasons.append(inherited("time", "the day on which it was said"))
        return
    for other in reversed(before):
        same = any(a.sentence == b.sentence for a in draft.words for b in other.words)
        reason = same and of_cause(doc, draft.word, set(other.words)) is not None
        if reason:
            return
        if other.when is not None and same and not other.when_inherited and not _aside(doc, other, draft):
            draft.when, draft.when_inherited = other.when, True
            draft.reasons.append(inherited("time", f"{other.span.quote!r} in the same sentence"))
            return
    if draft.status not in ("happened", "ongoing", "alleged", "denied", "ended") or _past_perfect(doc, draft):
        return
    lead = _is_lead(doc, draft)
    if _counted_from_nothing(doc, draft):
        return
    if not lead and (draft.status in ("denied", "alleged") or _perfect(doc, draft) or _background(doc, draft)):
        return
    came = day_of_coming(doc, draft)
    if came is not None:
        draft.when, draft.when_inherited = came, True
        draft.reasons.append(inherited("time", "the day on which the sentence before says that they came"))
        return
    story, covered = _story_day(doc, draft, before, lead=lead), covered_days(doc)
    if story is not None:
        draft.when, draft.when_inherited = msgspec.structs.replace(story, edtf=_about(story.edtf)), True
        draft.reasons.append(inherited("time", "the day that the page is telling about"))
    elif covered is not None:
        draft.when, draft.when_inherited = covered, True
        draft.reasons.append(inherited("time", "the days that the page says it covers"))
    elif lead:
        _take_page_day(doc, draft)
    else:
        _take_days_before(doc, draft)


def _counted(doc: Document, draft: Draft, before: list[Draft]) -> When | None:
    """ "The previous day two had died": counted from the day, told or taken over, of what was told right before."""
    own = {word for told in draft.words for word in doc.clause(doc.clause_root(told))}
    times = [m for m in doc.mentions if m.kind == "time" and m.value is None and doc.word_of(m) in own]
    days = next((days for time in times if (days := days_off(time.span.quote)) is not None), None)
    if days is None:
        return None
    for other in reversed(before):
        distance = draft.word.sentence - other.words[-1].sentence
        if 0 < distance <= NEIGHBOUR and other.when is not None and other.scheme != _SPEECH:
            day = None if other.when.rule == SAID else moved(other.when, days)
            to_come = day is not None and (day.earliest or "") > (doc.page.published.latest or "9")
            return None if to_come else day  # "freed two days later", counted from the day on which it was said
    return None


def _told_near(draft: Draft, before: list[Draft], said: When) -> When | None:
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


def _told_behind(draft: Draft, after: list[Draft], said: When) -> When | None:
    """The day, in the week before a lead was said, that the sentences right behind it give to its happening."""
    for other in after:
        distance = other.word.sentence - draft.word.sentence
        if distance > NEIGHBOUR:
            return None
        own = other.when if distance > 0 and not other.when_inherited and _one_story(draft, other) else None
        if own is None or own.precision != "day" or own.earliest is None or own.latest is None or not said.earliest:
            continue
        if own.latest < said.earliest and _days(own.earliest, said.earliest) <= WEEK and _meets(draft, other):
            return own
    return None


SAID = "said_that_day"
WEEK = 7  # days, the first and the last counted, for which a lead's news may be old


def _meets(draft: Draft, other: Draft) -> bool:
    """Whether the places and doers of two tellings allow that they are one."""
    doers, others = draft.ids("agent", "party"), other.ids("agent", "party")
    if doers and others and not doers & others:
        return False
    if not draft.places or not other.places:
        return True
    pairs = [(one, two) for one, _ in draft.places for two, _ in other.places]
    return any(one.name == two.name or holds(one, two) for one, two in pairs)


def _looks_back(other: Draft, before: list[Draft]) -> bool:
    """Whether the page had told a later day before: "It was the second raid. On 2 May …" is not what goes on."""
    days = [draft.when.latest for draft in before if draft.when is not None and draft.when.precision == "day"]
    return any(day is not None and other.when is not None and day > (other.when.latest or "") for day in days)


def _one_story(draft: Draft, other: Draft) -> bool:
    """Whether two happenings may be parts of one: of one type, both violent, or both done in one place."""
    if other.type == draft.type or (other.type in FORCE and draft.type in FORCE):
        return True
    return {other.type, draft.type} <= LOCAL and bool(draft.places) and draft.places == other.places


def _aside(doc: Document, other: Draft, draft: Draft) -> bool:
    """Whether the other is told in a relative clause that the draft does not stand in."""
    shared = set(doc.path(draft.word))
    beneath = [step for step in doc.path(other.word) if step not in shared]
    return any(doc.token(step).rel == "acl:relcl" for step in beneath)


def _story_day(doc: Document, draft: Draft, before: list[Draft], *, lead: bool) -> When | None:
    """The day of the nearest deed told before it in its paragraph, or in one right above if both tell one story.

    In a lead only a deed of the same paragraph with a day of its own comes before the page's day.
    """
    here = block_of(doc, draft.word)
    for other in reversed(before):
        above = here - block_of(doc, other.word)
        if above > STORY or draft.item != other.item:
            return None
        dated = other.when is not None and other.when.precision in ("day", "days")
        if not dated or other.status in ("planned", "called_for") or _aside(doc, other, draft):
            continue
        if (other.scheme == _SPEECH) != (draft.scheme == _SPEECH):
            continue  # the day of a statement is not the day of a deed, nor the other way round
        goes_on = retold(draft, other) or (not above and (_goes_on(draft, other) or _narrated(doc, draft, other)))
        if lead and (other.when_inherited or not goes_on):
            continue
        if not above or ((_goes_on(draft, other) or retold(draft, other)) and not _looks_back(other, before)):
            return other.when
    return None


def _narrated(doc: Document, draft: Draft, other: Draft) -> bool:
    """Whether the next sentence goes on telling in the simple past: "burnt houses on Sunday. They entered X"."""
    follows = doc.token(draft.word).xpos == "VBD" and draft.word.sentence - other.word.sentence == 1
    return follows and {draft.type, other.type} <= LOCAL


STORY = 2  # paragraphs over which a story told by its deeds goes on; calibrated on the FA-KES dev part


def _goes_on(draft: Draft, other: Draft) -> bool:
    """Whether a deed of another paragraph belongs to the draft's story: the same place, or none of its own."""
    own = {place.name for place, _ in draft.places}
    meets = draft.place_inherited or not own or bool(own & {place.name for place, _ in other.places})
    return meets and _one_story(draft, other)


def _perfect(doc: Document, draft: Draft) -> bool:
    """ "Has repeatedly struck" tells no day but in a lead, where it is the news."""
    return any(doc.text(kid) in ("has", "have") for kid in doc.kids(draft.word, "aux"))


def _background(doc: Document, draft: Draft) -> bool:
    """ "Gunmen regularly rob traders": what goes on, or once was, has not the day that the page tells about."""
    return any(doc.text(kid) in _adverbs() for kid in doc.kids(draft.word, "advmod"))


@cache
def _adverbs() -> frozenset[str]:
    return load("background.yaml", dict[str, frozenset[str]])["adverbs"]


def _past_perfect(doc: Document, draft: Draft) -> bool:
    """ "Had seized" lies before the day that is told about, nobody says how long; not in what somebody says."""
    head = doc.parent(draft.word)
    if head is not None and doc.rel(draft.word) in ("ccomp", "conj") and doc.lemma(head) in reporting().verbs:
        return False  # "said that they had seized it"
    return any(doc.text(kid) == "had" for kid in doc.kids(draft.word, "aux"))


def _counted_from_nothing(doc: Document, draft: Draft) -> bool:
    """ "Freed two days later": not the page's day, though nobody says from when it counts."""
    own = set(doc.clause(draft.word))
    return any(
        mention.kind == "time"
        and mention.value is None
        and doc.word_of(mention) in own
        and mention.reasons
        and mention.reasons[0].rule == "no_reference"
        for mention in doc.mentions
    )


def _standing(doc: Document, draft: Draft) -> bool:
    """A siege that lasts, "a deal brokered by X": what only describes has no day of the news."""
    if draft.type == "siege_blockade" and (draft.status == "ongoing" or doc.token(draft.word).upos == "NOUN"):
        return True
    described = doc.token(draft.word).rel in ("acl", "acl:relcl", "amod")
    return described and draft.type not in LOCAL and not _is_lead(doc, draft)


def _take_page_day(doc: Document, draft: Draft) -> None:
    published = doc.page.published
    if published.earliest is None or published.latest is None:
        return
    exact = published.earliest == published.latest
    edtf = _about(published.latest) if exact else f"{published.earliest}/{published.latest}"
    days = [dt.date.fromisoformat(day) for day in (published.earliest, published.latest)]
    draft.when = When(edtf, published.earliest, published.latest, precision(*days), "lead_news_of_the_day")
    draft.when_inherited = True
    draft.reasons.append(inherited("time", "the day on which the page was written: news in its lead"))


def _take_days_before(doc: Document, draft: Draft) -> None:
    """A deed without any day further down: the days right before the report (UCDP), never the page's own day."""
    published = doc.page.published
    if published.earliest is None or published.latest is None:
        return
    first = dt.date.fromisoformat(published.earliest) - dt.timedelta(days=RECENT)
    last = dt.date.fromisoformat(published.latest)
    edtf = f"{first.isoformat()}/{published.latest}"
    draft.when = When(edtf, first.isoformat(), published.latest, precision(first, last), "ucdp_days_before_report")
    draft.when_inherited = True
    draft.reasons.append(inherited("time", "the days right before the page was written: it gives none for this"))


RECENT = 3  # days before the report in which what a page tells without a day has happened (UCDP GED codebook 19.1)


def _about(edtf: str) -> str:
    return edtf if edtf.endswith("~") or "/" in edtf else edtf + "~"


def _is_lead(doc: Document, draft: Draft) -> bool:
    first = _first_body_sentence(doc)
    return any(word.sentence <= first + 1 for word in draft.words)


def _first_body_sentence(doc: Document) -> int:
    for s, sentence in enumerate(doc.sentences):
        if doc.page.blocks[sentence.block].kind == "paragraph":
            return s
    return 0


def _mark_core(doc: Document, drafts: list[Draft]) -> None:
    first = _first_body_sentence(doc)
    for draft in drafts:
        draft.core = any(word.sentence <= first + 1 for word in draft.words)
