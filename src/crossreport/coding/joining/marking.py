"""What the joining of drafts asks of the page: the numbers and things told with each, and what is its news.

In: a page's drafts before they are joined. Out: the same, marked.
"""

import datetime as dt

from crossreport.coding.counts.counting import Count, counts
from crossreport.coding.counts.running import counted_dead
from crossreport.coding.events.retelling import by_the_deed, is_known, of_the_place
from crossreport.coding.joining.aftermath import around, by_hand, of_those_told, tells_fates
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.coding.page.on_the_ground import first_body_sentence
from crossreport.coding.phrases.arguments import doers, is_verb, patients
from crossreport.coding.roles.described import SUFFERING
from crossreport.coding.settings.landmarks import only_near
from crossreport.model.measures import CAPTIVES, LOSSES
from crossreport.words.classes.folk import folk
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.families import REMOTE
from crossreport.words.things import things_in

COUNTED = LOSSES | CAPTIVES
SEIZED = frozenset({"abduction", "arrest", "prisoner_exchange_release"})
FRESH = 14  # days for which a lead's news may be old: of the dated core events of the dev gold, 97 in 100


def mark(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with their numbers, their things and the first day on which a lead's news may have happened."""
    for count in counts(doc):
        draft = _told_by(count, drafts)
        if draft is not None and count.value.best is not None and not count.part:
            draft.numbers.add((count.measure, count.value.best))
    first = first_body_sentence(doc)
    since = _since(doc)
    for draft in drafts:
        draft.part = doc.part(draft.word)
        draft.victims = _victims(doc, draft)
        draft.hits_new = not any(_known(doc, taking.noun) for taking in draft.takings if taking.role in SUFFERING)
        draft.near_only = only_near(doc, draft.places)
        draft.by_the_deed = draft.type in FORCE and is_verb(doc, draft.word) and by_the_deed(doc, draft.word)
        draft.things |= things_in(doc.sentence_span(draft.word.sentence).quote)
        draft.fates_only, draft.by_hand = tells_fates(doc, draft), by_hand(doc, draft.word)
        draft.around = around(doc, draft.word)
        draft.of_the_place = of_the_place(doc, draft.word)
        draft.of_those_told = of_those_told(doc, draft.word)
        draft.recovered = doc.lemma(draft.word) in closed_classes().recovering
        draft.munitions = _munitions(doc, draft)
        draft.nth = any(counted_dead(doc, word) for word in draft.words or [draft.word])
        draft.fresh = since if draft.word.sentence <= first else None
    return drafts


def _munitions(doc: Document, draft: Draft) -> set[str]:
    """What is said to fall, to be fired or to be dropped: the thing itself, no doer and nobody hit."""
    if draft.type not in REMOTE or not is_verb(doc, draft.word):
        return set()
    nouns = [*doers(doc, draft.word), *patients(doc, draft.word)]
    named = {doc.lemma(each) for noun in nouns for each in (noun, *doc.kids(noun, "compound", "amod"))}
    return named & ontology().classes["payloads"]


def _victims(doc: Document, draft: Draft) -> set[str]:
    """The nouns for whom it hits, but for words that fit anybody."""
    hit = {doc.lemma(taking.noun) for taking in draft.takings if taking.role in SUFFERING}
    return hit - folk().anybody


def _known(doc: Document, noun: Word) -> bool:
    """ "The guards", "Ahmed Ali": who may be one of those told before."""
    return is_known(doc, noun) or doc.token(noun).upos != "NOUN"


def _told_by(count: Count, drafts: list[Draft]) -> Draft | None:
    """The draft whose word tells what became of those who are counted, else the nearest in the sentence."""
    at = count.event or count.noun
    if count.measure not in COUNTED:
        return None
    near = [(draft, word) for draft in drafts for word in draft.words if word.sentence == at.sentence]
    fits = [(draft, word) for draft, word in near if word == at or draft.type in FORCE | SEIZED]
    found = min(fits, key=lambda each: (abs(each[1].token - at.token), each[1]), default=None)
    return found[0] if found is not None else None


def _since(doc: Document) -> str | None:
    known = doc.page.published.earliest
    return (dt.date.fromisoformat(known) - dt.timedelta(days=FRESH)).isoformat() if known else None
