"""A light cut of running text into sentences, for comparing passages and for the reach of a date clue.

The sentences of the analysis are the language room's; these never leave the reading room.
"""

import re

from crossreport.reading.draft import trim

_END = re.compile(r"""[.!?…]["'”’»)\]]*(?=\s+["'“‘(\[]?[A-Z0-9])|\n""")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|Prof|St|Rev|Hon|vs|No|Nos|Jan|Feb|Mar|Apr|Jun|"
    r"Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|[A-Z]|[A-Z]\.[A-Z]|U\.N|U\.S|U\.K|a\.m|p\.m)\.$"
)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """[start, end) of each sentence of a passage."""
    found, at = [], start
    for match in _END.finditer(text, start, end):
        if _ABBREVIATION.search(text[max(at, match.end() - 8) : match.end()]):
            continue
        found.append(trim(text, at, match.end()))
        at = match.end()
    found.append(trim(text, at, end))
    return [(first, last) for first, last in found if first < last]
