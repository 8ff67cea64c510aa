"""What the lead tells in general, the body tells with its means, place and day: told twice, one happening.

In: a page's joined drafts, before settings are taken over. Out: the same, each happening of the lead joined with the
one of the body that tells it again. Refuses where several of the body may be meant, where another toll, doer or kind
of violence is told, and what the page tells side by side with it ("the strikes coincided with ground attacks").
"""

from crossreport.coding.joining.differing import conflict
from crossreport.coding.joining.merging import merge
from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import names_of, same_day
from crossreport.coding.page.families import FORCE
from crossreport.coding.page.on_the_ground import first_body_sentence
from crossreport.coding.phrases.nearness import bare, generic
from crossreport.words.closed_classes import closed_classes
from crossreport.words.families import DEADLY

# Of the place, the day, the toll, the doer, those who are hit, the things and a known noun, how many agree. Set on the
# train, dev, later and third pages: of the six pairs that it joins there, five are one happening told twice.
AGREE = 2


def lead_story(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those that tell the lead's happening again joined with it."""
    first = first_body_sentence(doc)
    body = [draft for draft in drafts if not draft.lead and draft.type in FORCE and draft.status == "happened"]
    for news in [draft for draft in body if draft.word.sentence <= first]:
        again = [
            draft
            for draft in body
            if draft.word.sentence > first and _again(news, draft) and not _next_to_it(doc, draft)
        ]
        if len(again) == 1:
            finer = names_of(news) < names_of(again[0])
            merge(news, again[0])
            if finer:
                news.places = again[0].places  # the quarter, and the town that both tell
            body.remove(again[0])
            drafts = [draft for draft in drafts if draft is not again[0]]
    return drafts


def _again(news: Draft, draft: Draft) -> bool:
    """Whether the draft may tell the lead's happening again, and enough of it agrees."""
    beside = draft.word.sentence in {word.sentence for word in news.words}
    if beside or draft.apart or draft.around or bare(draft) or not _one_kind(news, draft) or conflict(news, draft):
        return False
    return not _others(news, draft) and _agree(news, draft)


def _next_to_it(doc: Document, draft: Draft) -> bool:
    """ "Also hit …", "meanwhile other gunmen shot …", "a second blast": next to what was told, not it."""
    here = doc.words_of(draft.word.sentence)
    clause = doc.subtree(doc.clause_root(draft.word))  # "the army's third division said"
    told = [word for word in here if doc.rel(word) == "advmod" or word in clause]
    return any(doc.text(word) in closed_classes().next_to for word in told)


def _one_kind(news: Draft, draft: Draft) -> bool:
    """One type, or a word for any violence, or any death, and another for what it was."""
    return news.type == draft.type or any(one.open_means or one.type in DEADLY for one in (news, draft))


def _others(news: Draft, draft: Draft) -> bool:
    """Whether others are said to do it, or to die."""
    doers = [each.ids("agent", "party") for each in (news, draft)]
    named = all(doers) and not doers[0] & doers[1] and not (generic(news) or generic(draft))
    return named or _apart(_killed(news), _killed(draft))


def _agree(news: Draft, draft: Draft) -> bool:
    """Whether the place, the day or the toll is the same, and with it another of these, a doer or who is hit."""
    scene = [
        bool(names_of(news) & names_of(draft)),
        same_day(news.when, draft.when),
        bool(_killed(news) & _killed(draft)),
    ]
    rest = [
        bool(news.ids("agent", "party") & draft.ids("agent", "party")),
        bool(news.ids("target", "victim") & draft.ids("target", "victim")),
        draft.anaphoric or draft.retold,
        bool(news.things & draft.things),
    ]
    return any(scene) and sum(scene) + sum(rest) >= AGREE


def _killed(draft: Draft) -> set[float]:
    return {number for measure, number in draft.numbers if measure == "killed"}


def _apart(one: set[float], other: set[float]) -> bool:
    return bool(one) and bool(other) and not one & other
