"""Codes and dates as the app says them: a codebook's label, a status, an EDTF date in; plain words out.

A type is called what the brief calls it, so that a list, a brief and a correction speak of one thing by one name.
"""

import re
from functools import cache
from typing import get_args

from crossreport.brief.dates import dated
from crossreport.brief.phrasebook import phrasebook
from crossreport.model import Status
from crossreport.words.events import ontology

_CODE = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
_MOMENT = re.compile(r"\b(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?(?![\d-])")
RULES = {  # names of rules that do not read as words
    "airwars": "Airwars would grade it",
    "contradiction_outcome": "they contradict each other",
    "contradiction_landing": "they contradict each other",
    "contradiction_cause": "they contradict each other",
    "contradiction_release": "they contradict each other",
    "contradiction_doer": "they contradict each other",
}


def told(value: object) -> str:
    """A code as words: "single_source" is "single source"."""
    return RULES.get(str(value), str(value).replace("_", " "))


def typed(label: str) -> str:
    """A type of the codebook by its name.

    >>> typed("attack_repelled"), typed("well_poisoning")
    ('attack repelled', 'well poisoning')
    """
    title = phrasebook().phrase(label).title
    return title[:1].lower() + title[1:]


def worded(text: str) -> str:
    """A sentence with codes and ISO days said in words; what only looks like a code stays.

    >>> worded("both attack_repelled on 2016-09-14, from some_file.txt")
    'both attack repelled on 14 September 2016, from some_file.txt'
    >>> worded("joined by R. Haddad on 2026-01-01T00:04:00Z")
    'joined by R. Haddad on 1 January 2026, 00:04 UTC'
    """
    said = _CODE.sub(lambda found: _code(found.group()), text)
    said = _MOMENT.sub(lambda found: f"{dated(found.group(1))}, {found.group(2)} UTC", said)
    return _DAY.sub(lambda found: dated(found.group()), said)


def _code(word: str) -> str:
    return typed(word) if word in ontology().types else word.replace("_", " ") if word in _codes() else word


@cache
def _codes() -> frozenset[str]:
    return frozenset({*get_args(Status), "single_source"})
