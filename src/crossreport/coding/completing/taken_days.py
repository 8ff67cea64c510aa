"""The day that a happening without one takes from its neighbours or from the page, with the reason."""

import datetime as dt
from functools import cache

import msgspec

from crossreport.coding.completing.coming import day_of_coming
from crossreport.coding.completing.story_days import (
    day_of_what_it_followed,
    days_between,
    only_day,
    story_day,
    told_aside,
    told_behind,
    told_near,
)
from crossreport.coding.page.covered import covered_days, of_whole_issue
from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.gaps import days_off, moved
from crossreport.coding.page.on_the_ground import LOCAL, NEIGHBOUR, SPEECH, is_lead
from crossreport.coding.phrases.tenses import in_perfect
from crossreport.coding.settings.lasting_days import lasted, since_told
from crossreport.coding.settings.named import opening_day
from crossreport.coding.settings.scenes import named_before, scene_day
from crossreport.coding.settings.shared import inherited
from crossreport.coding.settings.times import saying_time
from crossreport.coding.settings.whose_day import of_cause
from crossreport.coding.status.not_ahead import lies_ahead
from crossreport.model import Mention, Published, Quantity, Reason, When
from crossreport.model.statuses import SAID_DONE, TOLD
from crossreport.words.edtf import precision
from crossreport.words.function_words import IS, WAS
from crossreport.words.loader import load
from crossreport.words.reporting import reporting


def take_time(doc: Document, draft: Draft, before: list[Draft], after: list[Draft]) -> None:
    """Gives the draft a day told near it, the story's, the page's, or the days before it: the first that may be its."""
    if _goes_on(doc, draft, [*before, *after]):
        return
    counted = _counted(doc, draft, before)
    if counted is not None:
        _lend(draft, counted, "the day that was told before, counted from")
        return
    if _take_said_day(doc, draft, before, after) or _take_day_of_sentence(doc, draft, before):
        return
    if draft.status not in TOLD or _past_perfect(doc, draft):
        return
    followed = day_of_what_it_followed(doc, draft, before)
    if followed is not None:
        _lend(draft, _roughly(followed), "the day of the deed that it followed")
        return
    lead = is_lead(doc, draft)
    if _counted_from_nothing(doc, draft) or (not lead and _is_no_news(doc, draft)):
        return
    if not _take_day_above(doc, draft, before, lead=lead):
        _take_day_of_page(doc, draft, before, lead=lead)


def _lend(draft: Draft, when: When, why: str, line: Mention | None = None) -> None:
    """Give the draft a time that is told elsewhere, and say where."""
    draft.when, draft.when_inherited = when, True
    draft.reasons.append(inherited("time", why, line))


def _roughly(when: When) -> When:
    return msgspec.structs.replace(when, edtf=_about(when.edtf))


def _take_day_of_sentence(doc: Document, draft: Draft, before: list[Draft]) -> bool:
    """The day of what was told before it in its sentence. True if it has one, or is a cause that has its own."""
    for other in reversed(before):
        same = any(a.sentence == b.sentence for a in draft.words for b in other.words)
        if same and of_cause(doc, draft.word, set(other.words)) is not None:
            return True
        if draft.scheme == SPEECH != other.scheme and doc.token(other.word).upos == "NOUN":
            continue  # "condemned the killing of 3 May and called for an inquiry"
        if draft.type == "investigation_trial" and draft.status in ("ongoing", "planned") and other.type in LOCAL:
            continue  # "is investigating reports that 70 were killed on Tuesday"
        if other.when is not None and same and not other.when_inherited and not told_aside(doc, other, draft):
            _lend(draft, other.when, f"{other.span.quote!r} in the same sentence")
            return True
    return False


def _is_no_news(doc: Document, draft: Draft) -> bool:
    """Whether it is told as background, as done some time before or as going on; the last two take their days."""
    if draft.status in ("denied", "alleged") or _background(doc, draft) or _summed_up(doc, draft):
        return True
    if in_perfect(doc, draft.word):  # "has repeatedly struck" tells no day but in a lead, where it is the news
        if draft.type in LOCAL | {"investigation_trial"} and not _sum_of_years(doc, draft):
            _take_days_before(doc, draft)  # "have fled", "has been deployed"; but "has urged" may be years old
        return True
    if _now(doc, draft):
        _take_written_day(doc, draft, "the day on which the page was written: it goes on", "goes_on_at_report")
        return True
    return False


def _take_day_above(doc: Document, draft: Draft, before: list[Draft], *, lead: bool) -> bool:
    """The day of the scene, of the line above, or of the line that opens the item. True if there is one."""
    came = day_of_coming(doc, draft) or scene_day(doc, draft, before)
    came = came or (named_before(doc, draft, before) if lead else None)
    if came is not None:
        _lend(draft, came, "the day of the sentence before, which sets the scene")
        return True
    heading = doc.heading(draft.word)
    if heading is not None and heading.day is not None and isinstance(heading.day.value, When):
        _lend(draft, heading.day.value, "the line above, which is a day", heading.day)
        return True
    opened = opening_day(doc, draft.word) if draft.item is not None else None
    if opened is not None and isinstance(opened.value, When):
        _lend(draft, opened.value, "the line that opens the item", opened)
        return True
    return False


def _take_day_of_page(doc: Document, draft: Draft, before: list[Draft], *, lead: bool) -> None:
    """The day that the page is telling about, the days that it covers, its own day, or those before it."""
    story, covered = story_day(doc, draft, before, lead=lead), covered_days(doc)
    if covered is not None and of_whole_issue(doc, draft.word):
        _lend(draft, covered, "the days that the page says it covers")
    elif story is not None:
        _lend(draft, _roughly(story), "the day that the page is telling about")
    elif covered is not None:
        _lend(draft, covered, "the days that the page says it covers")
    elif lead or doc.post(draft.word) is not None:
        _take_page_day(doc, draft)
    elif (only := only_day(draft, before)) is not None:
        _lend(draft, _roughly(only), "the one day of all that the page has told before")
    else:
        _take_days_before(doc, draft)


def _take_said_day(doc: Document, draft: Draft, before: list[Draft], after: list[Draft]) -> bool:
    """The day on which it was said, or the one that the sentences around it give to what was said. True if so."""
    said = saying_time(doc, draft.word)
    if said is None or lies_ahead(doc, said) or draft.status not in SAID_DONE | {"denied"}:
        return False
    draft.when_inherited = True
    if (told := told_near(draft, before, said)) is not None:
        draft.when = msgspec.structs.replace(told, edtf=_about(told.edtf))
        draft.reasons.append(inherited("time", "the day that was told before, not the day on which it was said"))
    elif is_lead(doc, draft) and (told := told_behind(draft, after, said)) is not None:
        draft.when = told
        says = "the day that the sentences behind it tell, on which it was not said"
        draft.reasons.append(inherited("time", says))
    else:
        draft.when = msgspec.structs.replace(said, edtf=_about(said.edtf), rule=SAID)
        draft.reasons.append(inherited("time", "the day on which it was said"))
    return True


def _goes_on(doc: Document, draft: Draft, others: list[Draft]) -> bool:
    """What lasts: gives it the days up to the report, or the page's day. True if no other day is its own."""
    length = lasted(doc, draft) or since_told(doc, draft, others)
    if length is not None:
        draft.when, draft.when_inherited = length, True
        draft.reasons.append(inherited("time", "how long it has gone on when the page was written"))
        return True
    if not _standing(doc, draft):
        return False
    if draft.type == "siege_blockade" and draft.status == "ongoing" and not _describes(doc, draft):
        _take_written_day(doc, draft, "the day on which the page was written: it goes on", "goes_on_at_report")
    return True


def _counted(doc: Document, draft: Draft, before: list[Draft]) -> When | None:
    """ "The previous day two had died": counted from the day, told or taken over, of what was told right before."""
    own = {word for told in draft.words for word in doc.clause(doc.clause_root(told))}
    times = [m for m in doc.mentions if m.kind == "time" and m.value is None and doc.word_of(m) in own]
    days = next((days for time in times if (days := days_off(time.span.quote)) is not None), None)
    if days is None:
        return None
    for other in reversed(before):
        distance = draft.word.sentence - max(other.words).sentence
        if 0 < distance <= NEIGHBOUR and other.when is not None and other.scheme != SPEECH:
            day = None if other.when.rule == SAID else moved(other.when, days)
            to_come = day is not None and (day.earliest or "") > (doc.page.published.latest or "9")
            return None if to_come else day  # "freed two days later", counted from the day on which it was said
    return None


SAID = "said_that_day"


def _summed_up(doc: Document, draft: Draft) -> bool:
    """ "Rights groups have criticised the attacks", "has faced an offensive": a noun under a perfect."""
    word = draft.word
    if doc.token(word).upos not in ("NOUN", "PROPN"):
        return False
    verb = next((step for step in doc.path(word)[1:] if doc.token(step).upos == "VERB"), None)
    return verb is not None and in_perfect(doc, verb)


def _now(doc: Document, draft: Draft) -> bool:
    """ "As the army is making progress", "the operation is underway", "said that it was looking into it"."""
    if draft.status != "ongoing":
        return False
    steps = doc.path(draft.word)[:2]
    verb = next((step for step in steps if doc.kids(step, "aux", "cop")), None)
    if verb is None:
        return any(doc.token(step).xpos in ("VBZ", "VBP") for step in steps)
    helpers, head = {doc.text(kid) for kid in doc.kids(verb, "aux", "cop")}, doc.parent(verb)
    if helpers & WAS:
        return head is not None and doc.rel(verb) == "ccomp" and doc.lemma(head) in reporting().verbs
    return bool(helpers & IS)


def _sum_of_years(doc: Document, draft: Draft) -> bool:
    """ "Has cost the lives of 200,000": what only a whole war comes to."""
    counts = [one.value for word in doc.clause(draft.word) for one in doc.covering(word, "quantity")]
    return any(isinstance(one, Quantity) and (one.best or one.low or 0) >= WAR_SUM for one in counts)


WAR_SUM = 100_000  # people from which a count is a war's and no deed's; set on the dev parts


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
        and days_off(mention.span.quote) != 0
        for mention in doc.mentions
    )


def _standing(doc: Document, draft: Draft) -> bool:
    """A siege that lasts, "a deal brokered by X": what only describes has no day of the news."""
    if draft.type == "siege_blockade" and (draft.status == "ongoing" or doc.token(draft.word).upos == "NOUN"):
        return True
    return not is_lead(doc, draft) and (
        (_describes(doc, draft) and draft.type not in LOCAL) or _of_what_something_is(doc, draft)
    )


def _of_what_something_is(doc: Document, draft: Draft) -> bool:
    """ "The area was the scene of fierce battles", "Raqqa is the target of a major operation": nobody says when."""
    head = doc.parent(draft.word)
    if doc.token(draft.word).upos != "NOUN" or doc.rel(draft.word) != "nmod" or head is None:
        return False
    said_of = doc.rel(head) in ("appos", "parataxis") or bool(doc.kids(head, "cop"))
    return said_of and doc.token(head).upos == "NOUN" and "of" in doc.cases(draft.word)


def _describes(doc: Document, draft: Draft) -> bool:
    """ "Madaya, a town besieged by troops", "a deal brokered by X"."""
    return doc.token(draft.word).rel in ("acl", "acl:relcl", "amod")


def _written(doc: Document, draft: Draft) -> When | Published:
    """When the draft's passage was written: its post's day, else the page's."""
    post = doc.post(draft.word)
    return post.value if post is not None and isinstance(post.value, When) else doc.page.published


def _take_page_day(doc: Document, draft: Draft) -> None:
    _take_written_day(doc, draft, "the day on which the page was written: news in its lead", "lead_news_of_the_day")


def _take_written_day(doc: Document, draft: Draft, says: str, rule: str) -> None:
    published = _written(doc, draft)
    if published.earliest is None or published.latest is None:
        return
    exact = published.earliest == published.latest
    edtf = _about(published.latest) if exact else f"{published.earliest}/{published.latest}"
    days = [dt.date.fromisoformat(day) for day in (published.earliest, published.latest)]
    draft.when = When(edtf, published.earliest, published.latest, precision(*days), rule)
    draft.when_inherited = True
    draft.reasons.append(inherited("time", says))


def _take_days_before(doc: Document, draft: Draft) -> None:
    """A deed without any day further down: the days right before the report (UCDP), never the page's own day."""
    published = _written(doc, draft)
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


def drop_years(doc: Document, draft: Draft) -> None:
    """A time that counts from a page of no known day is no time: it only says when the page may have been written."""
    when, page = draft.when, doc.page.published
    if when is None or (when.span is not None and "~" not in when.edtf):
        return
    if days_between(page.earliest, page.latest) > MOST_DAYS and days_between(when.earliest, when.latest) > MOST_DAYS:
        draft.when = None
        says = f"the page's own date is known only as {page.edtf}: no time is told that counts from it"
        draft.reasons.append(Reason("time", says))


MOST_DAYS = 180  # of the days on which a page may have been written, for its news to have one
