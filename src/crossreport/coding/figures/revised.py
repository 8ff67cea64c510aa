"""Tolls that a page itself replaces: "11, up from eight", "revising a toll of 20", "the toll rose to 11".

In: the counts of a page in reading order. Out: the same, an earlier toll made a part of the later, larger one that
takes it in. A toll that falls is left alone: which of two numbers then stands cannot be told from these words.
"""

import re
from collections.abc import Sequence

import msgspec

from crossreport.coding.counts.counting import Count
from crossreport.coding.counts.tallies import cumulative
from crossreport.coding.page.document import Document
from crossreport.model import Place
from crossreport.model.measures import TOLLS

MOST = 10  # times the earlier toll; a larger number counts something else
REACH = 3  # sentences between the two tolls
_REVISED = TOLLS | {"missing"}
_AROUND = 60  # characters beside a number in which it is said to be the earlier or the later one
_EARLIER_BEFORE = re.compile(
    r"\b(?:up from|rais(?:ed|ing) (?:it )?from"
    r"|(?:revis|rais|updat|increas|correct|replac)ing (?:an?|the|its|his|her|their) "
    r"(?:(?:earlier|initial|previous|first|provisional|official|preliminary) )?"
    r"(?:death )?(?:toll|count|figure|number|estimate|tally)(?: of dead)? (?:of|from)"
    r"|(?:earlier|initial|previous|first|provisional|preliminary) "
    r"(?:death )?(?:toll|count|figure|report|estimate|tally)s?"
    r"(?: (?:had|was|were|of|put|spoke|spoken|said|given|stood|at|that|the|toll|dead))+"
    r"|earlier,? [^.;]{1,40} had (?:put|given|spoken|said|counted|reported)(?: (?:of|that|the|its|toll|death|dead|at))*"
    r"|(?:initially|at first|had earlier|had first|first|earlier) (?:spoke|spoken|said|put|reported|gave|given|counted)"
    r"(?: (?:of|that|the|toll|death|dead|number|at))*"
    r"|(?:rose|risen|rising|climbed|rises|climbing|increased|jumped|grown|grew) (?:to [\w-]+ )?from"
    r") (?:(?:at least|about|some|only|the|around) )*$",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(
    r"(?i)(?:[^.;,\d]{0,40}\b"
    r"(?:at first|initially|earlier on(?! (?:\w*day|\d|the)\b)|in (?:an?|the) first report)\b|(?: dead)? first[.,;])"
)
_LATER_BEFORE = re.compile(
    r"\b(?:(?:toll|number|count|dead|deaths)\b[^.;,]{0,30}? (?:(?:has|have|had) )?"
    r"(?:since |later |now |then )?(?:rose|risen|rising|climbed|rises|increased|jumped|grown|grew) to"
    r"|(?:toll|number of dead)\b[^.;,]{0,40}? now(?: at| stands at| is| reads)?"
    r"|(?:later|now|since|then) (?:put|puts|raised|revised|updated|gave|gives|spoke of|counted|counts)"
    r"(?: (?:of|that|the|its|toll|death|dead|number|count|killed|at|to))*"
    r"|(?:rising|climbing|later|raised|revised|updated) to"
    r") (?:(?:at least|about|some|around|more than) )*$",
    re.IGNORECASE,
)


def with_revisions(doc: Document, found: list[Count]) -> list[Count]:
    """The counts, each toll that the page replaces a part of the one that replaces it."""
    made = list(found)
    for at, count in enumerate(found):
        if not _whole(count):
            continue
        ahead = doc.page.text[max(0, count.span.start - _AROUND) : count.span.start].replace("\n", " ")
        behind = doc.page.text[count.span.end : count.span.end + _AROUND].replace("\n", " ")
        if _EARLIER_BEFORE.search(ahead) or _EARLIER_BEHIND.match(behind):
            later = _larger(count, [*reversed(found[:at]), *found[at + 1 :]])
            if later is not None:
                made[at] = msgspec.structs.replace(count, part=True, whole=later.noun)
        elif _LATER_BEFORE.search(ahead) and not cumulative(doc, count, count.event or count.noun):
            for index in reversed(range(at)):
                earlier = made[index]
                if _whole(earlier) and earlier.measure == count.measure:
                    if _larger(earlier, [count]) is not None and not _elsewhere(doc, count, earlier):
                        made[index] = msgspec.structs.replace(earlier, part=True, whole=count.noun)
                    break
    return made


def _elsewhere(doc: Document, later: Count, earlier: Count) -> bool:
    """Whether the later toll's sentence names a place that the earlier one's does not: another happening's toll."""
    named = {later.place.sentence: set[str](), earlier.place.sentence: set[str]()}
    for mention in doc.mentions:
        at = doc.word_of(mention)
        if isinstance(mention.value, Place) and at is not None and at.sentence in named:
            named[at.sentence].add(mention.value.name)
    return not named[later.place.sentence] <= named[earlier.place.sentence]


def _whole(count: Count) -> bool:
    return count.measure in _REVISED and not count.part and count.number is not None


def _larger(count: Count, others: Sequence[Count]) -> Count | None:
    """The nearest toll of the same fate that is larger."""
    number = count.number or 0
    for other in others:
        near = abs(other.place.sentence - count.place.sentence) <= REACH
        larger = number < (other.number or 0) <= MOST * number
        if near and larger and _whole(other) and other.measure == count.measure:
            return other
    return None
