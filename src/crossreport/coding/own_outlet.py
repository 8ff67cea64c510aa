"""Whose page it is where no masthead says so: the one national outlet that sources "told" and that nobody introduces.

Others introduce an outlet ("the state news agency SANA", "told AFP" in a local paper); a newsroom calls itself by its
bare name. Worldwide agencies never count: their copy runs under other mastheads.
"""

import re
from collections import Counter
from collections.abc import Iterable

from crossreport.coding.document import Document, Word
from crossreport.coding.speaking import Saying
from crossreport.model import Actor, Attribution, Mention
from crossreport.words.reporting import reporting

_MEDIA = ("media", "agency")
_NEAR = 3  # words on either side of a name that may introduce it
_TELLINGS = 2  # sources that tell an outlet from which on the page may be its own; set on the FA-KES dev part
_STAFF = re.compile(r"(?i)['’]?s?\s+(?:correspondent|reporter)\b")
_STANDING = frozenset({"official", "state", "state-run", "semi-official", "pro-government", "independent", "local"})


def own_outlet(doc: Document, sayings: Iterable[Saying]) -> str | None:
    """The name of the outlet that the page itself is, as the page's sources tell it; None if none or several fit."""
    tellings: Counter[str | None] = Counter()
    for saying in sayings:
        outer = saying.chain[0]
        if len(saying.chain) > 1 and outer.kind in _MEDIA and _named_there(doc, outer):
            tellings[outer.actor_id] += _TELLINGS if _own_staff(doc, outer) else 1
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


def _named_there(doc: Document, outlet: Attribution) -> bool:
    """Whether the outlet is named where it is told: "he said" only hands on whom an earlier sentence told."""
    named = [m.span for m in doc.mentions if isinstance(m.value, Actor) and m.value.id == outlet.actor_id]
    return outlet.span is None or any(span.meets(outlet.span) for span in named)


def _own_staff(doc: Document, outlet: Attribution) -> bool:
    """ "Told SANA's correspondent": the outlet's people were there."""
    return outlet.span is not None and _STAFF.match(doc.page.text, outlet.span.end) is not None


def _introduced(doc: Document, mention: Mention) -> bool:
    """Whether words beside the name, or in it, say what it is."""
    word = doc.word_of(mention)
    if word is None:
        return False
    row = doc.words_of(word.sentence)
    near: list[Word] = row[max(0, word.token - _NEAR) : word.token + _NEAR]
    inside = [w for w in row if mention.span.start <= doc.token(w).start < mention.span.end]
    classes = (reporting().titles | _STANDING) - {"correspondent", "reporter"}
    return any(doc.lemma(w) in classes for w in {*near, *inside})
