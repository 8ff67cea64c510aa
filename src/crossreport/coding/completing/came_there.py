"""The village in which whoever did a lead's deed, or the deed itself, is said to have been right behind it.

"Gunmen stormed a village in the north. The attackers entered X on motorcycles": no deed of its own, but it says where.
"""

from crossreport.coding.events.passing import MOVING
from crossreport.coding.events.retelling import is_known
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import holds, vague
from crossreport.coding.page.on_the_ground import LOCAL, is_lead
from crossreport.coding.phrases.arguments import doers
from crossreport.coding.settings.finer import settled
from crossreport.coding.settings.shared import inherited
from crossreport.words.classes.folk import folk
from crossreport.words.closed_classes import closed_classes

TOLD_ON = 2  # sentences behind a lead in which its place is told


def take_their_place(doc: Document, draft: Draft) -> None:
    """A lead's province gives way to the one village in it to which the next sentences bring its doers."""
    if draft.type not in LOCAL - MOVING or draft.status != "happened" or not draft.places or not vague(draft):
        return
    if not is_lead(doc, draft):
        return
    last = draft.word.sentence
    for s in range(last + 1, min(len(doc.sentences), last + 1 + TOLD_ON)):
        there = [one for one in settled(doc, range(s, s + 1)) if any(holds(place, one[0]) for place, _ in draft.places)]
        there = [one for one in there if one[0].kind != "region"] or there
        if not there:
            continue
        if len({place.name for place, _ in there}) == 1 and _told_on(doc, draft, s, there[0][1]):
            draft.places = [there[0], *draft.places]
            quote = there[0][0].span.quote if there[0][0].span else ""
            draft.reasons.append(inherited("place", f"{quote!r}, where the sentence behind it brings its doers"))
        return


def _told_on(doc: Document, draft: Draft, s: int, at: Word) -> bool:
    """Whether the sentence tells of the doers or of the deed itself, and the place stands under its own verb."""
    main = [
        word for word in doc.words_of(s) if doc.token(word).rel in ("root", "conj") and doc.token(word).xpos == "VBD"
    ]
    for verb in main:
        subjects = [*doers(doc, verb), *doc.kids(verb, "nsubj")]
        if verb in doc.path(at) and any(_same(doc, draft, noun) for noun in subjects):
            return True
    return False


def _same(doc: Document, draft: Draft, noun: Word) -> bool:
    """ "They", "the attackers", "the blast"; "the gunmen" of whom the lead told as doing something."""
    if doc.text(noun) == "they" or not is_known(doc, noun):
        return doc.text(noun) == "they"
    lemma = doc.lemma(noun)
    return lemma in folk().by_the_deed | closed_classes().deeds | folk().unnamed or lemma in _subjects(
        doc, draft.word.sentence
    )


def _subjects(doc: Document, s: int) -> set[str]:
    """Who does something in a sentence; whoever is hit is no doer."""
    return {doc.lemma(word) for word in doc.words_of(s) if doc.token(word).rel == "nsubj"}
