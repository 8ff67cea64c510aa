"""Types of happenings that are done where the page is telling about, and how far what it tells of one reaches."""

from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE

NEIGHBOUR = 2  # sentences over which a place or day still holds; calibrated on the FA-KES dev part

SPEECH = "speaker"

# What is done on the ground happens where the page is telling about; statements, talks and visits may be anywhere.
LOCAL = FORCE | {
    *("siege_blockade", "looting_destruction", "weapons_seized_or_destroyed", "bodies_found", "abduction", "arrest"),
    *("displacement_evacuation", "sexual_violence", "protest", "riot", "aid_delivery", "deployment", "accident"),
    "prisoner_exchange_release",
}


def is_lead(doc: Document, draft: Draft) -> bool:
    """Whether the page tells it in its headline or in the first two sentences of its text."""
    first = first_body_sentence(doc)
    return any(word.sentence <= first + 1 for word in draft.words)


def first_body_sentence(doc: Document) -> int:
    """The first sentence that is no headline."""
    for s, sentence in enumerate(doc.sentences):
        if doc.page.blocks[sentence.block].kind == "paragraph":
            return s
    return 0
