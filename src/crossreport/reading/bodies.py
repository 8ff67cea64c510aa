"""A line in; the body out that it names with its initials in brackets: "River Rights Observatory (RRO), Port Amal"."""

import re

from crossreport.reading.furniture import lexicon
from crossreport.words.initials import abbreviates

_NAMED = re.compile(r"(?P<name>[^().:;,]+) \((?P<short>[^\W\d_a-zß-ÿ]{3,10})\)(?:, [^\W\d_a-zß-ÿ][\w'’ -]{2,30})?")


def body_named(line: str) -> str | None:
    """The name without its initials, if they are the first letters of its words, some left out.

    >>> body_named("RIVER RIGHTS OBSERVATORY (RRO)")
    'RIVER RIGHTS OBSERVATORY'
    """
    found = _NAMED.fullmatch(" ".join(line.split()))
    if found is None:
        return None
    name, short = found.group("name"), found.group("short")
    ends = {word.casefold() for word in (name.split()[0], name.split()[-1])}
    known = bool(ends & (lexicon().outlet_words | lexicon().issuers))  # initials of its name in another language
    return name if known or abbreviates(short, name) else None
