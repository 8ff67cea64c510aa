"""A deed that was done cannot lie behind the day on which the page was written: its time is another's, or of last year.

"They arrested 60; their trial opens on Monday", "has threatened a second blockade from 15 September". Without the year
of the page nothing is done.
"""

import datetime as dt

import msgspec

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.coding.page.on_the_ground import SPEECH
from crossreport.model import Reason, When
from crossreport.model.statuses import TOLD
from crossreport.words.edtf import bounds

SLACK = dt.timedelta(days=1)  # a page of the evening is dated a day early or late
# Days ahead of the page from which "in March" is the March before, not one that is planned: the shortest such gap on
# the dev parts is 62, the longest of what was only arranged 12.
ANOTHER_YEAR = dt.timedelta(days=45)


def not_ahead(doc: Document, draft: Draft) -> None:
    """Takes from the draft a time that lies ahead of its page, or the year from one that names none."""
    when = draft.when
    if when is None or draft.status not in TOLD or not lies_ahead(doc, when):
        return
    before = _year_before(when) if lies_ahead(doc, when, ANOTHER_YEAR) and draft.scheme != SPEECH else None
    if before is not None and not lies_ahead(doc, before):
        draft.when = before
        draft.reasons.append(Reason("time", "of the year before: a deed that was done lies behind the page's day"))
    elif draft.type in FORCE or draft.scheme == SPEECH or _was_done(doc, draft.word):
        draft.when = None
        draft.reasons.append(Reason("time", f"{when.edtf} lies ahead of the page: not the day of what was done"))


def lies_ahead(doc: Document, when: When, days: dt.timedelta = SLACK) -> bool:
    """Whether a time begins more than so many days behind the last one on which the page can have been written."""
    latest = doc.page.published.latest
    if when.earliest is None or latest is None:
        return False
    return dt.date.fromisoformat(when.earliest) - dt.date.fromisoformat(latest) > days


def _was_done(doc: Document, word: Word) -> bool:
    """Whether a finite verb tells it in the past: "arrested", "have agreed", not "a summit on Monday"."""
    helped = {doc.text(kid) for kid in doc.kids(word, "aux", "aux:pass")}
    return doc.token(word).xpos == "VBD" or (
        doc.token(word).xpos == "VBN" and bool(helped & {"has", "have", "had", "was", "were"})
    )


def _year_before(when: When) -> When | None:
    """The same day or month a year earlier, of a time whose words name no year."""
    if when.span is None or any(
        part.isdigit() and len(part) == 4 for part in when.span.quote.replace(",", " ").split()
    ):
        return None
    if len(when.edtf) not in (len("2020-03"), len("2020-03-01")) or when.edtf.endswith("02-29"):
        return None
    edtf = f"{int(when.edtf[:4]) - 1:04}{when.edtf[4:]}"
    earliest, latest = bounds(edtf)
    return msgspec.structs.replace(when, edtf=edtf, earliest=earliest, latest=latest)
