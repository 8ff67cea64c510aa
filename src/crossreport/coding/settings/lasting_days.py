"""From when up to the report something goes on: "have besieged the town for three years", "since the war began in May".

In: a happening in a clause in the perfect that tells how long, or since what. Out: the days from then up to when the
page was written. Refuses what is over ("held it for three years", "had held it").
"""

import datetime as dt

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.phrases.tenses import in_perfect
from crossreport.model import Mention, When
from crossreport.words.classes.course import course
from crossreport.words.closed_classes import closed_classes
from crossreport.words.edtf import precision
from crossreport.words.lengths import length_of

RULE = "lasting_until_report"
_COARSE = {"month": 7, "year": 4}  # characters of an ISO day that are as fine as the unit
REACH = 3  # heads from the word to the verb in the perfect: "have been living under a siege"


def lasted(doc: Document, draft: Draft) -> When | None:
    """The time that the length in the happening's clause spans, up to when the page was written."""
    verb = next((step for step in doc.path(draft.word)[:REACH] if in_perfect(doc, step)), None)
    report = doc.page.published
    if verb is None or report.latest is None or report.earliest is None:
        return None
    clause = set(doc.clause(verb)) | set(doc.clause(draft.word))
    for mention, at in doc.told_in(draft.word.sentence, "time"):
        days = length_of(mention.span.quote) if mention.value is None and at in clause else None
        if days is not None:
            return _until(report.earliest, report.latest, *days)
    return None


def since_then(doc: Document, word: Word, time: Mention, at: Word) -> When | None:
    """ "Since the start of the raids on 3 May they have killed 40": what came since is of all the days since."""
    steps = doc.path(at)
    under = next((step for step in steps[1:] if "since" in doc.cases(step)), None)
    value, report = time.value, doc.page.published
    if under is None or under in doc.path(word) or not isinstance(value, When):
        return None
    head = doc.parent(under)
    if head is None or head not in doc.path(word)[:REACH] or not any(in_perfect(doc, step) for step in (head, word)):
        return None  # "since they lost the hill on Friday, they withdrew": a reason
    if value.earliest is None or report.latest is None or value.earliest >= report.latest or "/" in value.edtf:
        return None
    days = [dt.date.fromisoformat(day) for day in (value.earliest, report.latest)]
    return When(f"{value.edtf}/{report.latest}", value.earliest, report.latest, precision(*days), SINCE, time.span)


SINCE = "since_then"


def since_told(doc: Document, draft: Draft, drafts: list[Draft]) -> When | None:
    """ "Have fled since the operation began", "has since bombed the town": from the day told for that up to the report.

    None where the page gives no day for that.
    """
    verb = next((step for step in doc.path(draft.word)[:REACH] if in_perfect(doc, step)), None)
    report = doc.page.published
    if verb is None or report.latest is None or any(doc.text(kid) == "had" for kid in doc.kids(verb, "aux")):
        return None
    if any(doc.text(kid) == "since" for kid in doc.kids(verb, "advmod")):
        told = [
            each for each in drafts if each.word < draft.word and draft.word.sentence - max(each.words).sentence <= 1
        ]
    else:
        under = [kid for kid in doc.kids(verb, "advcl", "obl") if _begins(doc, kid)]
        below = {word for kid in under for word in doc.subtree(kid)}
        if not below:
            return None
        named = {doc.lemma(word).lower() for word in below if doc.token(word).upos == "NOUN"} - course().beginnings
        told = [each for each in drafts if below & set(each.words)] or [
            each for each in drafts if any(doc.lemma(word).lower() in named for word in doc.clause(each.word))
        ]
    days = [each.when for each in told if each is not draft and each.when and each.when.earliest]
    first = days[-1].earliest if days else None
    if first is None or not first < report.latest:
        return None
    begin, last = dt.date.fromisoformat(first), dt.date.fromisoformat(report.latest)
    return When(f"{first}/{report.latest}", first, report.latest, precision(begin, last), SINCE)


def _begins(doc: Document, kid: Word) -> bool:
    """Whether a clause or noun is that since which something goes on: "since the raids began", "since the start"."""
    if "since" in doc.cases(kid) and doc.lemma(kid) in course().beginnings:
        return True
    since = any(doc.text(mark) == "since" for mark in doc.kids(kid, "mark"))
    return since and doc.lemma(kid) in closed_classes().beginning | course().starting


def tells_begin(doc: Document, clause: Word) -> bool:
    """ "An offensive on X that began on 3 May", "the massacre, which took place on 15 March": no place does."""
    noun, lemma = doc.parent(clause), doc.lemma(clause)
    happens = lemma in closed_classes().beginning | course().occurring or (
        lemma == "take" and any(doc.text(k) == "place" for k in doc.kids(clause))
    )
    relative = any(doc.text(kid) in ("that", "which") for kid in doc.kids(clause, "nsubj", "nsubj:pass"))
    return happens and relative and noun is not None and not doc.headed(noun, "actor", "person")


def go_on_from(doc: Document, draft: Draft) -> None:
    """What began on a day and goes on is of all the days from then up to the report."""
    when, report = draft.when, doc.page.published
    if when is None or when.span is None or draft.when_inherited or draft.status != "ongoing" or not report.latest:
        return
    told = doc.told_in(draft.word.sentence, "time")
    at = next((at for mention, at in told if mention.span == when.span), None)
    if at is None or when.earliest is None or when.latest is None or not when.latest < report.latest:
        return
    if any(doc.lemma(step) in closed_classes().beginning for step in doc.path(at)[1:4]):
        days = [dt.date.fromisoformat(day) for day in (when.earliest, report.latest)]
        edtf = f"{when.edtf.split('/')[0]}/{report.latest}"
        draft.when = When(edtf, when.earliest, report.latest, precision(*days), SINCE, when.span)


def _until(earliest: str, latest: str, days: float, unit: str) -> When | None:
    last = dt.date.fromisoformat(latest)
    try:
        first = dt.date.fromisoformat(earliest) - dt.timedelta(days=round(days))
    except OverflowError:
        return None
    begin = first.isoformat()[: _COARSE.get(unit, 10)]
    return When(f"{begin}~/{latest}", first.isoformat(), latest, precision(first, last), RULE)
