"""Whose page it is where no masthead says so: the outlet credited in a dateline or byline, else the one national outlet
that sources "told" and that nobody introduces.

Others introduce an outlet ("the state news agency SANA", "told AFP" in a local paper); a newsroom calls itself by its
bare name. Worldwide agencies never count without a credit: their copy runs under other mastheads.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from crossreport.coding.page.document import Document, Word
from crossreport.coding.voices.speaking import Saying
from crossreport.model import Actor, Attribution, Mention
from crossreport.model.kinds import PRESS
from crossreport.words.classes.speech import speech
from crossreport.words.reporting import reporting

_NEAR = 3  # words on either side of a name that may introduce it
_TELLINGS = 2  # sources that tell an outlet from which on the page may be its own; set on the FA-KES dev part
_STAFF = re.compile(r"(?i)['’]?s?\s+(?:correspondent|reporter)\b")
_DATELINE = re.compile(r"\b[A-Z]{3,}[\w ,./-]*\($")  # "GOMA, Jan 4 ("
_DATED = re.compile(r"^,?\s+(?:\w+day,?\s+)?(?:\d{1,2}\s+\w{3,9}|\w{3,9}\s+\d{1,2},?)\s+\d{4}\b")
_BEFORE = 60  # letters ahead of a credit in which its town and day stand


def own_outlet(doc: Document, sayings: Iterable[Saying]) -> str | None:
    """The name of the outlet that the page itself is, as the page's sources tell it; None if none or several fit."""
    tellings: Counter[str | None] = Counter()
    for saying in sayings:
        outer = saying.chain[0]
        if len(saying.chain) > 1 and outer.kind in PRESS and _named_there(doc, outer):
            tellings[outer.actor_id] += _TELLINGS if _own_staff(doc, outer) else 1
    credited = _credited(doc, {id_ for id_ in tellings if id_})
    if credited is not None:
        return credited.name
    told = {id_ for id_, times in tellings.items() if times >= _TELLINGS}
    found: dict[str, Actor] = {}
    introduced: set[str] = set()
    for mention in doc.mentions:
        who = mention.value
        if isinstance(who, Actor) and who.id in told and who.country is not None and not who.generic:
            found[who.id] = who
            if _introduced(doc, mention):
                introduced.add(who.id)
    bare = [who for id_, who in found.items() if id_ not in introduced]
    return bare[0].name if len(bare) == 1 else None


def _credited(doc: Document, told: set[str]) -> Actor | None:
    """The outlet among those told that stands in a dateline, "MOGADISHU (Radio X)", or in front of the page's day."""
    text = doc.page.text
    for mention in doc.mentions:
        who, word = mention.value, doc.word_of(mention)
        if not isinstance(who, Actor) or who.id not in told or word is None:
            continue
        ahead, behind = text[max(0, mention.span.start - _BEFORE) : mention.span.start], text[mention.span.end :]
        line = _DATELINE.search(ahead) is not None and behind.startswith(")")
        first = doc.first_word(mention)
        before = doc.words_of(word.sentence)[first.token - 1 : first.token] if first is not None else []
        governed = any(doc.token(w).upos in ("VERB", "ADP", "DET") for w in before)
        if line or (_DATED.match(behind) is not None and not governed):
            return who
    return None


def _named_there(doc: Document, outlet: Attribution) -> bool:
    """Whether the outlet is named where it is told: "he said" only hands on whom an earlier sentence told."""
    named = [m.span for m in doc.mentions if isinstance(m.value, Actor) and m.value.id == outlet.actor_id]
    return outlet.span is None or any(span.meets(outlet.span) for span in named)


def _own_staff(doc: Document, outlet: Attribution) -> bool:
    """ "Told SANA's correspondent": the outlet's people were there."""
    return outlet.span is not None and _STAFF.match(doc.page.text, outlet.span.end) is not None


def _introduced(doc: Document, mention: Mention) -> bool:
    """Whether words at the name, or in it, say what it is: nouns and adjectives that touch it."""
    word = doc.word_of(mention)
    if word is None:
        return False
    row = doc.words_of(word.sentence)
    inside = [w for w in row if mention.span.start <= doc.token(w).start < mention.span.end]
    first, last = (inside[0].token, inside[-1].token) if inside else (word.token, word.token)
    near: list[Word] = []
    for side in (row[max(0, first - _NEAR) : first][::-1], row[last + 1 : last + 1 + _NEAR]):
        near += takewhile(lambda w: doc.token(w).upos in ("NOUN", "PROPN", "ADJ", "PUNCT"), side)
    classes = (reporting().titles | speech().outlets) - {"correspondent", "reporter"}
    return any(doc.lemma(w) in classes for w in {*near, *inside})
