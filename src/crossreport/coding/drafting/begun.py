"""A draft as it begins: one trigger with its type, its takers, and the place, time and voices around it."""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.gaps import gap_of
from crossreport.coding.settings.places import places_of
from crossreport.coding.settings.times import time_of
from crossreport.coding.voices.attribution import Voices
from crossreport.model import Span
from crossreport.words.events import ontology


def begun(doc: Document, voices: Voices, word: Word, type_: str, takings: list[Taking]) -> Draft:
    """The draft of one trigger with what its own words give."""
    sentence = doc.sentence_span(word.sentence)
    token = doc.token(word)
    return Draft(
        word=word,
        type=type_,
        scheme=ontology().types[type_].scheme,
        span=Span.of(doc.page.text, token.start, token.end),
        takings=takings,
        places=places_of(doc, word),
        when=time_of(doc, word),
        chain=voices.chain(word),
        evidence=[sentence],
        words=[word],
        lead=_is_title(doc, word) or doc.sentences[word.sentence].block in doc.summed_up,
        brief=doc.sentences[word.sentence].block in doc.summed_up,
        block=doc.sentences[word.sentence].block,
        item=doc.item(word),
        aside=doc.token(word).rel == "acl:relcl",
        reduced=doc.token(word).rel == "acl",
        gaps={word: gap} if (gap := gap_of(doc, word)) is not None else {},
    )


def _is_title(doc: Document, word: Word) -> bool:
    block = doc.page.blocks[doc.sentences[word.sentence].block]
    return block.kind == "title"
