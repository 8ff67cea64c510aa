"""When a happening was: the time mention that the syntax ties to its trigger; and the day on which it was said.

What is not tied by syntax is taken over with a reason; nothing is filled in without one.
"""

import datetime as dt
import itertools
import re
from collections.abc import Set

from crossreport.coding.page.covered import in_week_covered
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.gaps import same_side
from crossreport.coding.settings.lasting_days import since_then, tells_begin
from crossreport.coding.settings.shared import under_voice
from crossreport.coding.settings.spoken_of import of_content
from crossreport.coding.settings.whose_day import (
    anothers_time,
    concluded,
    names_somebody,
    names_thing,
    of_bygone,
    of_saying,
    of_thing,
    of_what_came_before,
    timeless,
)
from crossreport.model import Mention, When
from crossreport.words.classes.harm import harm
from crossreport.words.classes.motion import motion
from crossreport.words.edtf import bounds, precision

_LENGTHS = frozenset({"ucdp_n_day_event"})


def time_of(doc: Document, word: Word, others: Set[Word] = frozenset(), statement: str | None = None) -> When | None:
    """The time tied to the trigger, the nearest in the tree first; the time of saying is not the time of doing.

    Nor is the time of one of the `others` under it or over it ("investigates a raid of Monday", "on Monday sentenced
    five over a raid").
    """
    best: tuple[int, int, Mention] | None = None
    since: When | None = None
    path = doc.path(word)
    own = set(doc.clause(word))
    for mention, at in doc.told_in(word.sentence, "time"):
        if not isinstance(mention.value, When):
            continue
        if statement is not None and of_content(doc, word, at, statement, others, time=True):
            continue
        if of_thing(doc, mention, at) or names_somebody(doc, mention) or anothers_time(doc, word, at, others):
            continue
        if _of_birth(doc, at) or names_thing(doc, word, at) or of_saying(doc, word, at):
            continue
        if (then := since_then(doc, word, mention, at)) is not None:
            since = since or then
            continue
        score = _time_tie(doc, word, at, path, own)
        if mention.value.rule in _LENGTHS and doc.parent(at) != word:
            score = min(score, 1)  # "handed out two-week rations on 10 May": how long they last, not when
        if score and (best is None or (score, -abs(at.token - word.token)) > best[:2]):
            best = (score, -abs(at.token - word.token), mention)
    if best is None:
        return since
    told = _paired(doc, best[2]) or _beginning(doc, best[2], word) or _sharper(doc, best[2])
    return in_week_covered(doc, told) if told is not None else None


def _of_birth(doc: Document, at: Word) -> bool:
    """ "A resident born in 1988": how old somebody is."""
    head = doc.parent(at)
    return head is not None and doc.text(head) == "born"


def _beginning(doc: Document, time: Mention, word: Word) -> When | None:
    """ "The worst since June 2021, when gunmen killed 132", "held it until May 2017, when …": what is told was then."""
    value, at = time.value, doc.word_of(time)
    if not isinstance(value, When) or "/" not in value.edtf or at is None:
        return None
    if not value.rule.startswith("ucdp_since") and value.rule not in _ENDS:
        return None
    behind = doc.page.text[time.span.end : time.span.end + len(", when ")].lstrip(",")
    near = [kid for step in doc.path(word)[:3] for kid in doc.kids(step, "advmod", "mark")]
    if not behind.startswith(" when ") or not any(doc.text(kid) == "when" for kid in near):
        return None
    first = _edge(time.span.quote, value) if value.rule in _ENDS else value.edtf.split("/")[0]
    earliest, latest = bounds(first)
    days = [dt.date.fromisoformat(day) for day in (earliest, latest) if day]
    return When(first, earliest, latest, precision(*days), "since_when", time.span) if len(days) == 2 else None


_ENDS = ("before", "until")
_FINE = ((re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b|day\b"), 10), (re.compile(r"\b[A-Z][a-z]{2,}"), 7))


def _edge(quote: str, value: When) -> str:
    """The day, month or year that an "until" or "before" names, as fine as its words."""
    if value.latest is None:
        return ""
    last = dt.date.fromisoformat(value.latest) + dt.timedelta(days=value.rule == "before")
    words = quote.split(maxsplit=1)[-1]
    return last.isoformat()[: next((size for fine, size in _FINE if fine.search(words)), 4)]


def _paired(doc: Document, one: Mention) -> When | None:
    """Both days of "on Thursday and Friday", "on 3 and on 5 May"; weekdays follow one another."""
    for other in doc.mentions:
        if other is one or other.kind != "time":
            continue
        first, second = sorted((one, other), key=lambda mention: mention.span)
        if first.span.end > second.span.start:
            continue
        a, b = first.value, second.value
        if not isinstance(a, When) or not isinstance(b, When) or {a.precision, b.precision} != {"day"}:
            continue
        if a.earliest and b.latest and _PAIR.fullmatch(doc.page.text[first.span.end : second.span.start]):
            return _both(dt.date.fromisoformat(a.earliest), dt.date.fromisoformat(b.latest), b)
    return None


def _both(first: dt.date, last: dt.date, told: When) -> When | None:
    if first > last and told.rule == "weekday":  # "Wednesday and Thursday", written on a Wednesday
        first -= dt.timedelta(days=7)
    if not 0 < (last - first).days < 7:
        return None
    days = (first.isoformat(), last.isoformat())
    return When("/".join(days), *days, precision(first, last), told.rule, told.span)


_PAIR = re.compile(r",? (?:and|and again|and then)(?: on| early on| late on)? ")


def _sharper(doc: Document, vague: Mention) -> When | None:
    """The day beside the time, if one is set beside it in apposition: "on 6 May, barely a week ago"."""
    value = vague.value
    if not isinstance(value, When) or value.precision == "day":
        return value if isinstance(value, When) else None
    for other in doc.mentions:
        if other.kind == "time" and isinstance(other.value, When) and other.value.precision == "day":
            first, second = sorted((other.span, vague.span), key=lambda span: span.start)
            if first.end <= second.start and _APPOSED.fullmatch(doc.page.text[first.end : second.start]):
                return other.value
    return value


_APPOSED = re.compile(r"\s?[,(–—-]\s?(?:(?:just|only|barely|some|about|almost|nearly|or|on|in)\s)?")


def _time_tie(doc: Document, word: Word, at: Word, path: list[Word], own: set[Word]) -> int:
    if under_voice(doc, at, word) or not same_side(doc, at, word):
        return 0
    steps = doc.path(at)
    if of_bygone(doc, at, [step for step in steps if step not in path]):
        return 0
    if word in steps:
        below = steps[: steps.index(word)]
        aside = [step for step in below if doc.token(step).rel == "acl:relcl" and not timeless(doc, step, at)]
        if any(not _came_to_do_it(doc, step) and not tells_begin(doc, step) for step in aside):
            return 0  # "fighters of X, which cut its ties in July, fired": July is not the firing's
        if any(doc.token(step).rel == "acl" and doc.lemma(step) in harm().sought for step in below):
            return 0  # "captured a man wanted for a murder in 2020"
        if any(concluded(doc, step) and doc.parent(step) != word for step in below[1:]):
            return 0
        return 9 if at in own else 4
    if _of_person(doc, steps, path) or _of_another_time(doc, steps, path):
        return 0
    if len(path) > 1 and path[1] in steps and doc.clause_root(at) in (doc.clause_root(word), path[1]):
        return 7
    if doc.clause_root(at) == doc.clause_root(word):
        return 6
    shared = next((step for step in path if step in steps), None)
    if shared is not None and doc.rel(word) in ("advcl", "xcomp", "conj", "acl", "obl", "nmod", "obj"):
        return 5
    return 2 if shared is not None and steps.index(shared) <= 3 else 0


def _came_to_do_it(doc: Document, clause: Word) -> bool:
    """ "Killed by troops who entered the village on 1 March": the coming of the doers is of the day of the deed."""
    noun = doc.parent(clause)
    came = doc.token(clause).xpos == "VBD" and doc.lemma(clause) in motion().bursting_in and not doc.kids(clause, "aux")
    return came and noun is not None and (doc.rel(noun) == "obl:agent" or "by" in doc.cases(noun))


def _of_another_time(doc: Document, steps: list[Word], path: list[Word]) -> bool:
    """ "After the militia drove them out last month they countered by killing 17": the month is that clause's own."""
    for step in steps:
        if step in path:
            return False
        if of_what_came_before(doc, step):
            return True
    return False


def _of_person(doc: Document, steps: list[Word], path: list[Word]) -> bool:
    """ "The president, who was in X on Monday, …": that day is what is told of him."""
    for clause, noun in itertools.pairwise(steps):
        if noun in path and doc.token(clause).rel != "acl:relcl":
            return False
        if doc.token(clause).rel == "acl:relcl" and doc.covering(noun, "person"):
            return True
    return False


def saying_time(doc: Document, word: Word) -> When | None:
    """The time of the act of saying in the same sentence, for what is told without a time of its own."""
    for mention, at in doc.told_in(word.sentence, "time"):
        if not isinstance(mention.value, When) or mention.value.precision != "day":
            continue
        if under_voice(doc, at, word):
            return mention.value
    return None
