"""When: expressions of time of a page, as EDTF with first and last day, precision and the rule that read them.

In: a page and its analysis. Out: mentions of kind "time", in reading order. The anchor of "Thursday" or "last month" is
the page's own date, whatever it is: a day, or an interval. A verb that points ahead ("will meet on Thursday") makes it
the next Thursday, and in reported speech each time belongs to its own verb: in "said on Tuesday he would leave on
Friday" Tuesday is past and Friday ahead. "Two days later" counts from the time told before it. Which event a time
belongs to is decided in coding.
"""

import re
from collections.abc import Iterator
from datetime import date

from crossreport.grounding.numbers.words import alternatives, plain
from crossreport.grounding.times.calendar import Context
from crossreport.grounding.times.entries import below_hour, day_of_entry, opens_entry
from crossreport.grounding.times.in_names import in_name, names_its_thing
from crossreport.grounding.times.read import Expression, read_expressions
from crossreport.grounding.times.resolve import Anchor, Resolved, resolve
from crossreport.grounding.times.sections import Post, posts, section_anchors
from crossreport.grounding.times.tale import anchor_in_tale, is_chronicle, names_year, of_the_tale, tale_of
from crossreport.grounding.times.tense import direction_of
from crossreport.grounding.times.titled import titled_anchor
from crossreport.grounding.times.words import time_words
from crossreport.model import Analysis, Mention, Page, Reason, Sentence, Span, When, content_id
from crossreport.model.when import POSTED
from crossreport.words.reporting import reporting

_NO_REFERENCE_OPS = frozenset(
    {"duration", "length_event", "clock", "running_year", "decade", "century", "fiscal_year", "school_year", "then"}
)


def ground_times(page: Page, analysis: Analysis) -> tuple[Mention, ...]:
    """Every expression of time in the page's sentences; `head` is the offset where the time itself begins.

    A mention without value was seen but says no day ("for four months", "two days after the siege"): its reasons tell.
    """
    told = (
        _mention(page, sentence, expression, resolved)
        for sentence, expression, resolved, _ in read_times(page, analysis)
    )
    return tuple(sorted([*told, *(_posted(page, post) for post in posts(page))], key=lambda mention: mention.span))


def _posted(page: Page, post: Post) -> Mention:
    """The line above a post: what it tells without a day was told on that day."""
    span, day = Span.of(page.text, post.start, post.end), post.day.isoformat()
    return Mention(
        id=content_id("mention", page.id, POSTED, span.start, span.end),
        page=page.id,
        kind="time",
        span=span,
        value=When(day, day, day, "day", POSTED, span),
        candidates=(),
        reasons=(Reason(POSTED, "the line above a post gives the day on which it was written", span),),
        head=span.start,
    )


def read_times(page: Page, analysis: Analysis) -> Iterator[tuple[Sentence, Expression, Resolved, Resolved]]:
    """Every expression in reading order, what it resolves to, and what its bare time does ("Friday" of "until Friday").

    Each may count from those before it.
    """
    read = [(sentence, _expressions(page, sentence)) for sentence in analysis.sentences]
    whole = titled_anchor(page, read, Anchor.of(page.published))
    chronicle = is_chronicle(whole, [expression for _, found in read for expression in found])
    sections = section_anchors(page, read, [_calendar_day(found) for _, found in read])
    reader = _Reader(page, whole, chronicle)
    for (sentence, expressions), own in zip(read, sections, strict=True):
        yield from reader.read(sentence, expressions, own)


_Days = tuple[date, date]


class _Reader:
    """What the times of a page have told so far, sentence by sentence, and what the next ones count from."""

    def __init__(self, page: Page, whole: Anchor, chronicle: bool) -> None:
        self.page, self.whole, self.chronicle = page, whole, chronicle
        self.section: Anchor | None = None
        self.told: _Days | None = None
        self.done: _Days | None = None  # told of a deed, not of somebody's saying or claiming
        self.tale: int | None = None  # the paragraph that tells of years long past

    def read(
        self, sentence: Sentence, expressions: list[Expression], own: Anchor | None
    ) -> Iterator[tuple[Sentence, Expression, Resolved, Resolved]]:
        """The times of a sentence, of which `own` is the anchor of its section if it stands in one."""
        anchor = own or self.whole
        if own != self.section:
            self.told = self.done = None
        self.section = own
        if any(opens_entry(self.page, sentence, one) for one in expressions) or below_hour(self.page, sentence):
            self.told = self.done = day_of_entry(self.page, sentence.start, anchor)  # an entry is told for itself
        before, dated = self.told, False
        for expression in expressions:
            if in_name(self.page, sentence, expression):
                says = "part of a name: what is called after a day was not done on it"
                named = Resolved(None, (Reason("named_after_day", says),))
                yield sentence, expression, named, named
                continue
            resolved, bare = self._resolved(sentence, expression, expressions, anchor, before, dated)
            yield sentence, expression, resolved, bare
            if not names_its_thing(self._text(sentence), expression):  # nothing else is of the year of "the 2016 pact"
                dated = self._take(sentence, expression, bare, before) or dated

    def _text(self, sentence: Sentence) -> str:
        return self.page.text[sentence.start : sentence.end]

    def _resolved(
        self,
        sentence: Sentence,
        expression: Expression,
        expressions: list[Expression],
        anchor: Anchor,
        before: _Days | None,
        dated: bool,
    ) -> tuple[Resolved, Resolved]:
        """What an expression resolves to, and what its bare time does."""
        text = self._text(sentence)
        way = direction_of(sentence, text, sentence.start + expression.core)
        reference = _reference(expression, text, (self.done if _same_day(expression) else None) or self.told)
        begun = self.told is not before and _tells_start(text, expression)
        in_tale = self.tale == sentence.block
        ways = (way == "ahead", way == "past")
        context = Context(date.min, *ways, reference, (), begun, dated, self.chronicle, in_tale)
        spoken = _speech_day(text, expression, expressions, anchor, context)
        if opens_entry(self.page, sentence, expression):
            context = context._replace(told=day_of_entry(self.page, sentence.start, anchor) or reference)
        lost = False
        if self.chronicle and (counted := anchor_in_tale(expression, reference)) is not None:
            anchor, lost = counted, counted.first is None
        resolved = resolve(expression, spoken or anchor, context)
        if spoken is not None:
            says = f"counted from the day of the speech, {spoken.first}"
            resolved = resolved._replace(reasons=(Reason("spoken_day", says),))
        if lost or (way != "ahead" and expression.op in ("later", "told") and _to_come(resolved, anchor)):
            says = "counts from another time, which the text does not settle"
            resolved = Resolved(None, (Reason("no_reference", says),))
        bare = resolve(expression._replace(edge=""), anchor, context) if expression.edge else resolved
        return resolved, bare

    def _take(self, sentence: Sentence, expression: Expression, bare: Resolved, before: _Days | None) -> bool:
        """Keep what the time tells for those behind it; whether it names a year of its own."""
        if self.chronicle and not of_the_tale(bare):
            return False
        saying = _of_saying(sentence, expression)
        if (self.told is before or not saying) and not (self.told and expression.edge == "since"):
            self.told = _told(expression, bare, self.told)  # "since Thursday" is the length of what goes on, told today
        self.tale = tale_of(sentence, expression, bare, self.whole, self.tale)
        if not saying:
            self.done = _told(expression, bare, self.done)
        return not expression.edge and names_year(expression)


def _calendar_day(expressions: list[Expression]) -> Resolved | None:
    """What the first expression of a sentence says by itself, if it names a day and a year."""
    first = expressions[0] if expressions else None
    if (
        first is None
        or first.op != "date"
        or first.edge
        or not any(value for name, value in first.words.items() if name.startswith("year"))
    ):
        return None
    return resolve(first, Anchor(None, None), Context(date.min, False, False, None, (), False, False, False))


def time_passages(page: Page, sentence: Sentence) -> list[tuple[int, int]]:
    """Where a sentence speaks of time, as offsets into it; numbers there count nothing."""
    return [(expression.start, expression.end) for expression in _expressions(page, sentence)]


def _expressions(page: Page, sentence: Sentence) -> list[Expression]:
    persons = [
        (sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end)
        for name in sentence.names
        if name.label == "PER"
    ]
    return [
        expression
        for expression in read_expressions(page.text[sentence.start : sentence.end])
        if not any(
            start < sentence.start + expression.end and sentence.start + expression.core < end and end - start > 3
            for start, end in persons
            if expression.op in ("month", "weekday", "season")
        )
    ]


def _speech_day(
    text: str, expression: Expression, expressions: list[Expression], anchor: Anchor, context: Context
) -> Anchor | None:
    """The day of the speech for "yesterday" inside its quotation ("he said on Monday: 'They came yesterday.'")."""
    if expression.op not in ("offset", "offset_range") or not _quoted(text, expression.core):
        return None
    if re.search(rf"\b{alternatives(time_words().speech_words)}\b", text, re.IGNORECASE) is None:
        return None
    days = set()
    for other in expressions:
        if other.op in ("weekday", "date", "offset") and not other.edge and not _quoted(text, other.core):
            when = resolve(other, anchor, context._replace(ahead=False)).when
            days.add((when.earliest, when.latest) if when else (None, None))
    day = days.pop() if len(days) == 1 else (None, None)
    if day[0] is None or day[0] != day[1]:
        return None
    return Anchor(date.fromisoformat(day[0]), date.fromisoformat(day[0]))


def _quoted(text: str, offset: int) -> bool:
    """Whether the offset lies between quotation marks that open in this sentence."""
    before = text[:offset]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def _of_saying(sentence: Sentence, expression: Expression) -> bool:
    """Whether a time belongs to an act of saying ("police said on Tuesday"): the day of the deed goes on being told."""
    at = sentence.start + expression.core
    here = next((n for n, token in enumerate(sentence.tokens) if token.start <= at < token.end), None)
    while here is not None and here >= 0 and sentence.tokens[here].upos != "VERB":
        here = sentence.tokens[here].head
    if here is None or here < 0:
        return False
    lemma = sentence.tokens[here].lemma.lower()
    return lemma in reporting().verbs or lemma in reporting().stances


def _to_come(resolved: Resolved, anchor: Anchor) -> bool:
    """Whether the days lie behind the page's own: "freed two days later", counted from "a group said on Tuesday"."""
    first = resolved.when.earliest if resolved.when else None
    return first is not None and anchor.last is not None and first > anchor.last.isoformat()


def _same_day(expression: Expression) -> bool:
    """ "On the same day", "earlier in the day": when the thing before was done, not when somebody spoke of it."""
    way = plain(expression.words.get("way") or "").removeprefix("very ")
    return expression.name == "later_in_day" or (expression.op == "told" and way in ("same", "that"))


def _tells_start(text: str, expression: Expression) -> bool:
    """Whether the words before a length say that it began."""
    begin = rf"\b{alternatives(time_words().begin_words)}\b"
    return expression.op == "length_event" and re.search(begin, text[: expression.start], re.IGNORECASE) is not None


def _reference(expression: Expression, text: str, told: tuple[date, date] | None) -> tuple[date, date] | None:
    """The time told before, unless the words go on to name an event to count from ("a day after the raid")."""
    way = (expression.words.get("way") or "").lower()
    if way in ("after", "before") and text[expression.end :].lstrip()[:1].isalnum():
        return None
    return told


def _told(expression: Expression, resolved: Resolved, told: tuple[date, date] | None) -> tuple[date, date] | None:
    when = resolved.when
    if when is None or when.earliest is None or when.latest is None or expression.op in _NO_REFERENCE_OPS:
        return told
    return date.fromisoformat(when.earliest), date.fromisoformat(when.latest)


def _mention(page: Page, sentence: Sentence, expression: Expression, resolved: Resolved) -> Mention:
    span = Span.of(page.text, sentence.start + expression.start, sentence.start + expression.end)
    when = resolved.when
    if when is not None:
        when = type(when)(when.edtf, when.earliest, when.latest, when.precision, when.rule, span)
    return Mention(
        id=content_id("mention", page.id, "time", span.start, span.end),
        page=page.id,
        kind="time",
        span=span,
        value=when,
        candidates=(),
        reasons=tuple(Reason(reason.rule, reason.says, span) for reason in resolved.reasons),
        head=sentence.start + expression.core,
    )
