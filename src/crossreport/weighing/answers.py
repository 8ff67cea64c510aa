"""A denial and a testimony in, whether the testimony is what the denier says instead, or what he denies, out."""

import re

from crossreport.model import Span
from crossreport.names import fold_name
from crossreport.weighing.blame import told_doers
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling, Testimony
from crossreport.weighing.voices import camp

BREATH = 300  # characters behind a denial in which its side goes on to speak: two sentences
_LEADS = re.compile(r"(?:[A-Z][\w.]*\s+){0,3}$")  # ranks and titles between "spokesman" and a name


def own_version(denied: Span, denier: str, other: Testimony, telling: Telling) -> bool:
    """Whether a testimony is the denier's own version: told right behind the denial on the same page by an official
    of whom the page does not say whose he is, who speaks for the denier or lays the deed on others.

    "The army denied that it had shelled the school. Rebels did, an officer said": the officer is no second voice.
    """
    report, chain = other.report, other.report.attribution
    behind = denied.end <= report.span.start <= denied.end + BREATH
    if not behind or any(span.meets(denied) for span in report.evidence) or not chain:
        return False
    if chain[-1].kind not in ("official", "party") or other.voice.key.startswith(("state:", "office:")):
        return False
    if other.voice.key != denier and _is_side(other.voice.key, telling):
        return False
    doers = told_doers(other)
    if doers and denier not in map(camp, doers):
        return True
    return not doers and _speaks_for_somebody(other, telling)


def _is_side(key: str, telling: Telling) -> bool:
    """Whether a voice is that of an organisation: of a person of whom no more is known it is not."""
    actor = telling.corpus.actor.get(key.removeprefix("actor:"))
    return actor is not None and actor.kind != "person" and not actor.id.startswith("anonymous:")


def _speaks_for_somebody(other: Testimony, telling: Telling) -> bool:
    """Whether its speaker is called a spokesman, by a word of his own or right before his name."""
    voice = other.report.attribution[-1]
    before = telling.corpus.page[other.report.page].text[max(0, voice.span.start - BREATH) : voice.span.start]
    words = fold_name(f"{voice.span.quote} {_LEADS.sub('', before)[-20:]} {voice.speaker}").split()
    return not lexicon().mouthpieces.isdisjoint(words)


def accused(denied: Span, other: Testimony) -> bool:
    """Whether a denial names, as others write it, whom the testimony holds to have done it."""
    said = f" {fold_name(denied.quote)} "
    doers = [part for part in other.report.participants if part.role == "agent" and not part.actor.generic]
    return any(f" {fold_name(name)} " in said for part in doers for name in (part.as_written, part.actor.name))
