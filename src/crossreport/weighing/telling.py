"""An event's reports in, its testimonies out: who tells it on which page, and which of them are one voice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from crossreport.model import Attribution, Claim, Event, EventReport, Span
from crossreport.names import fold_name
from crossreport.weighing.copies import Copies, Sets
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.issuers import body
from crossreport.weighing.lexicon import is_denial, lexicon
from crossreport.weighing.voices import Voice, camp, own_voice, sole_office, voice_of
from crossreport.words.spoken import placed, spoken_day, spoken_name, spoken_type

MOST_CITED = 50  # reports of an event of which it is asked whom they cite


class Testimony(NamedTuple):
    """One report, the voice behind it, and the number of the independent voice that it belongs to."""

    report: EventReport
    voice: Voice
    bloc: str

    @property
    def asserts(self) -> bool:
        """Whether it says that the event took (or takes) place, and does not tell it only to reject it.

        "X denied any part in the strike that killed six" tells a strike, but not by the word of X.
        """
        chain = self.report.attribution
        telling = chain if self.report.status == "alleged" else chain[-1:]
        denied = self.report.status == "denied" or any(is_denial(voice.cue) for voice in telling)
        return not denied and not self.rejected

    @property
    def rejected(self) -> bool:
        """Whether its sentence rejects the report or charge as which it is told: "reports of a raid were baseless".

        An accusation that nobody is named for is rejected by any word of denial beside it.
        """
        alleged = self.report.status == "alleged" and not self.report.attribution and is_denial(self.words)
        span = self.report.span
        told = [one.quote for one in self.report.evidence if one.covers(span)] or [span.quote]
        return alleged or self.disowned or any(_rejection().search(words) is not None for words in told)

    @property
    def disowned(self) -> bool:
        """Whether its sentence tells it only to say who did not do it: "is not responsible for the shelling"."""
        span = self.report.span
        return any(_no_doer_of(span, one) for one in self.report.evidence if one.covers(span))

    @property
    def words(self) -> str:
        """The passages that tell it."""
        return " ".join(span.quote for span in self.report.evidence or (self.report.span,))


def _no_doer_of(deed: Span, told: Span) -> bool:
    """Whether the words before a deed say who did not do it: "is not responsible for the shelling"."""
    before = told.quote[: deed.start - told.start]
    return _NOT_HIS.search(before) is not None


_NOT_HIS = re.compile(
    r"\b(?:(?:is|are|was|were)\s+not\s+(?:responsible\s+for|involved\s+in|behind)|(?:has|had|have)\s+nothing\s+to\s+do\s+with|"
    r"(?:has|had|have|took)\s+no\s+(?:part|hand|role|share|connection|link|involvement)\s+(?:in|with|to))\s+"
    r"(?:[\w’'-]+\s+){0,4}\Z",
    re.IGNORECASE,
)


@cache
def _rejection() -> re.Pattern[str]:
    """ "Reports that … were baseless", "called the accusation a lie"."""
    charge = r"(?:report|accusation|allegation|claim|account|charge|rumou?r|suggestion)s?"
    stances = "|".join(sorted(lexicon().stances))
    return re.compile(
        rf"\b{charge}\b[^.;“”\"]*?\b(?:was|were|is|are|as)\s+(?:an?\s+)?(?:\w+ly\s+)?(?:{stances})\b", re.IGNORECASE
    )


class Telling:
    """An event with all that is said for and against it."""

    def __init__(self, event: Event, corpus: Corpus, copies: Copies) -> None:
        self.event = event
        self.corpus = corpus
        self.reports: list[EventReport] = [corpus.report[name] for name in event.reports if name in corpus.report]
        self._copies = copies

    @cached_property
    def sources(self) -> Sets:
        """Sets of pages that are one source for this event."""
        return self._copies.sources(self.reports)

    @cached_property
    def testimonies(self) -> list[Testimony]:
        """One for each report: copies and pages that carry one voice share a bloc."""
        voices = {report.id: self.voice(voice_of(report, self.corpus)) for report in self.reports}
        sets = self._copies.sources(self.reports)
        sets.join_alike((report.page, voices[report.id].key) for report in self.reports)
        for report, other in self._cited(voices):
            sets.join(report, other)
        return [Testimony(report, voices[report.id], sets.find(report.page)) for report in self.reports]

    def _cited(self, voices: Mapping[str, Voice]) -> Iterator[tuple[str, str]]:
        """Pages that have it from another outlet, with the page of that outlet that tells it in its own words: it is
        "the Sentinel" in its own masthead and "The Bamenda Sentinel" elsewhere.
        """
        own = [one for one in self.reports if not voices[one.id].via and voices[one.id].key.startswith("name:")]
        cited = [one for one in self.reports if voices[one.id].via and voices[one.id].key.startswith("name:")]
        yield from self._issued(voices)
        for report in cited[:MOST_CITED]:
            words = fold_name(voices[report.id].name).removeprefix("the ").split()
            for other in own[:MOST_CITED]:
                outlet = fold_name(self.corpus.page[other.page].outlet or "").removeprefix("the ").split()
                if outlet and words and other.page != report.page and outlet[-len(words) :] == words[-len(outlet) :]:
                    yield report.page, other.page

    def _issued(self, voices: Mapping[str, Voice]) -> Iterator[tuple[str, str]]:
        """Pages that have it from a body, as an agency of the UN, with that body's own page, whomever it asked."""
        pages = sorted({one.page for one in self.reports})
        outlets = {page: outlet for page in pages if (outlet := self.corpus.page[page].outlet) and body(outlet)}
        own = {page: self.voice(own_voice(self.corpus.page[page], self.corpus)).key for page in outlets}
        source_of = {key: page for page, key in reversed(own.items())}
        for report in self.reports:
            source = source_of.get(voices[report.id].key)
            if source is not None and report.page not in own:
                yield report.page, source

    @cached_property
    def camps(self) -> frozenset[str]:
        """The sides that take part."""
        return frozenset(camp(actor) for side in self.event.sides for actor in side.actors)

    def voice(self, found: Voice) -> Voice:
        """`found` as it speaks here: an outlet of a state is its voice at home and where that state takes part."""
        if found.official and self.event.place is not None and self.event.place.country is not None:
            return found._replace(key=f"state:{self.event.place.country}")
        office = sole_office(found.name, self._names) if found.via and found.key.startswith("name:") else None
        if office is not None:
            return found._replace(key=f"office:{office}")
        if found.owner is None:
            return found
        state = f"state:{found.owner}"
        at_home = self.event.place is not None and self.event.place.country == found.owner
        return found._replace(key=state) if at_home or state in self.camps else found

    @cached_property
    def _names(self) -> frozenset[str]:
        """Folded names of the place and of what it lies in."""
        place = self.event.place
        names = (place.name, place.within, place.admin1) if place is not None else ()
        return frozenset(fold_name(name) for name in names if name)

    @cached_property
    def blocs(self) -> dict[str, list[Testimony]]:
        """Testimonies by independent voice."""
        found: dict[str, list[Testimony]] = {}
        for testimony in self.testimonies:
            found.setdefault(testimony.bloc, []).append(testimony)
        return dict(sorted(found.items()))

    def stands_for(self, testimony: Testimony) -> bool:
        """Whether the voice says so itself: a page that also tells the rival version as an allegation does not share
        it.
        """
        if testimony.report.status != "alleged":
            return testimony.asserts
        firm = ("happened", "ongoing", "ended")
        return all(other.report.status not in firm for other in self.blocs[testimony.bloc])

    @property
    def mood(self) -> str:
        """real, intended, wished or supposed."""
        return lexicon().mood(self.event.status)


def spoken(claim: Claim) -> Attribution:
    """The speaker of a claim as a voice."""
    return Attribution(claim.speaker, claim.actor_id, "official", claim.cue, None, claim.span)


def bloc_name(bloc: Sequence[Testimony]) -> str:
    """What to call an independent voice: the name that most of its pages give, with how many pages carry it."""
    counts: dict[str, int] = {}
    for testimony in bloc:
        counts[testimony.voice.name] = counts.get(testimony.voice.name, 0) + 1
    name = min(counts, key=lambda one: (-counts[one], one))
    name = spoken_name(name)
    others = len({testimony.report.page for testimony in bloc}) - 1
    return f"{name} (and {others} more page{'s' if others > 1 else ''} with the same origin)" if others else name


def told(event: Event) -> str:
    """An event in a few words: type, place, time."""
    return f"{spoken_type(event.type.label)}{where_and_when(event)}"


def where_and_when(event: Event) -> str:
    """Its place and time, each with a blank before it; empty if neither is known."""
    where = f" {placed(event.place.name, event.place.kind)}" if event.place is not None else ""
    when = event.when
    day = spoken_day(when.earliest, when.latest, about="~" in when.edtf) if when is not None else ""
    return f"{where}{f' {day}' if day else ''}"
