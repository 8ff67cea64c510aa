"""A speaker or an outlet in, the state whose medium it is out; None if it is nobody's, or nobody knows whose.

State television, whatever each page calls it, is one voice and the voice of its state. A named outlet or agency that a
state owns speaks for itself abroad, as long as its state has no part in what it tells; at home, and where the state is
a party, it is the state's voice.
"""

import re
from functools import cache

from crossreport.model import Actor
from crossreport.names import fold_name
from crossreport.weighing.lexicon import lexicon, state_outlets


def described(speaker: str, actor: Actor | None) -> str | None:
    """The country whose state medium is cited: "Syrian state television", "the regime's official TV channel"."""
    if actor is None or actor.country is None or actor.affiliation is not None or actor.kind != "media":
        return None
    words = speaker if actor.generic else f"{speaker} {actor.name}"
    return actor.country if _pattern().search(words) else None


def owner(outlet: str) -> str | None:
    """The country whose state owns the outlet or agency."""
    return state_outlets().get(fold_name(outlet))


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon().state_medium
    return re.compile(
        rf"(?<!islamic )\b(?:{'|'.join(words.owner)})(?:['’]?s)?\b.*\b(?:{'|'.join(words.medium)})\b", re.IGNORECASE
    )
