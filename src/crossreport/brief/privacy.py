"""Do no harm: which names a brief prints. Officials and commanders yes; victims, witnesses and detainees no.

A person is public if the record ties them to an organisation or a register knows them, or if a page quotes them for an
office or a party. Every other person's name is withheld wherever it stands: in sentences, titles, claims and in the
text of the pages. What the record itself holds is not changed.
"""

import re
from collections.abc import Iterator, Sequence

from crossreport.model import Actor, Attribution, CodedPage, Participant

WITHHELD = "[name withheld]"
PUBLIC_VOICES = frozenset({"official", "party", "agency", "monitor", "media", "outlet"})
MINTED = re.compile(r"[-:][0-9a-f]{12,}$")  # ids that a text minted, against the slugs of a register


def is_public(actor: Actor) -> bool:
    """Whether an actor's name may be printed."""
    return actor.kind != "person" or actor.affiliation is not None or not MINTED.search(actor.id)


class Privacy:
    """The names to withhold in a set of pages."""

    def __init__(self, coded: Sequence[CodedPage], *, names: bool = False) -> None:
        private = set() if names else {name for page in coded for name in _private_names(page)}
        public = {name for page in coded for name in _public_names(page)}
        self.withheld = frozenset(private - public)
        parts = sorted(self.withheld, key=lambda name: (-len(name), name))
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, parts)) + r")(?!\w)") if parts else None

    def mask(self, text: str) -> str:
        """The text with every withheld name replaced."""
        return self._pattern.sub(WITHHELD, text) if self._pattern else text

    def ranges(self, text: str) -> list[tuple[int, int]]:
        """Where withheld names stand in a page's text."""
        return [match.span() for match in self._pattern.finditer(text)] if self._pattern else []

    def actor(self, participant: Participant) -> Actor:
        """The actor to print: a private person becomes "a named person"."""
        actor = participant.actor
        if is_public(actor) or (actor.name not in self.withheld and participant.as_written not in self.withheld):
            return actor
        return Actor(actor.id, "a named person", "person", actor.country, generic=True)


def _voices(page: CodedPage) -> Iterator[Attribution]:
    for report in page.reports:
        yield from report.attribution
    for figure in page.figures:
        yield from figure.attribution
    for claim in page.claims:
        yield from claim.via


def _private_names(page: CodedPage) -> Iterator[str]:
    for mention in page.mentions:
        if mention.kind == "person" and not (isinstance(mention.value, Actor) and is_public(mention.value)):
            yield mention.span.quote
    for participant in (p for report in page.reports for p in report.participants):
        if not is_public(participant.actor):
            yield from {participant.actor.name, participant.as_written}


def _public_names(page: CodedPage) -> Iterator[str]:
    for mention in page.mentions:
        if mention.kind == "person" and isinstance(mention.value, Actor) and is_public(mention.value):
            yield from {mention.span.quote, mention.value.name}
        elif mention.kind in {"place", "actor"} and mention.value is not None:
            yield mention.span.quote  # a name that is also a town's or a group's hides nobody
    yield from (voice.speaker for voice in _voices(page) if voice.kind in PUBLIC_VOICES)
