"""Statements printed without quotation marks: which sentences are whose, where the page opens them.

In: a page and its sayings. Out: the voice of every sentence of a statement that "The minister said:" or a headline
"Statement by the minister on …" opens. It ends where the page speaks of its speaker again, or opens another.
"""

from collections.abc import Iterable

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.naming import Chain
from crossreport.coding.voices.speaking import Saying
from crossreport.model import Actor
from crossreport.words.classes.speech import speech
from crossreport.words.function_words import ALL_QUOTES
from crossreport.words.reporting import reporting

_OWN = frozenset({"i", "we", "my", "our", "me", "us"})


def opens_speech(doc: Document, verb: Word) -> bool:
    """Whether a paragraph ends with the verb and a colon, and the next begins without a quotation mark."""
    here = verb.sentence
    behind = doc.words_of(here)[verb.token + 1 :]
    if not behind or doc.text(behind[-1]) != ":" or doc.lemma(verb) not in reporting().spoken:
        return False
    if any(doc.token(word).upos in ("VERB", "AUX") for word in behind) or here + 1 >= len(doc.sentences):
        return False
    apart = doc.sentences[here + 1].block != doc.sentences[here].block
    return apart and doc.text(doc.words_of(here + 1)[0]) not in ALL_QUOTES


def heading_speaker(doc: Document, sentence: int) -> Word | None:
    """Who makes the statement that a headline announces, if the page then speaks of itself as "I" or "we"."""
    words = doc.words_of(sentence)
    if sentence or not words or doc.lemma(words[0]) not in speech().headings or doc.text(words[-1]) == ".":
        return None
    own = any(doc.text(w) in _OWN for s in range(1, len(doc.sentences)) for w in doc.words_of(s))
    makers = [kid for kid in doc.kids(words[0], "nmod", "obl") if "by" in doc.cases(kid)]
    return makers[0] if own and makers else None


def speeches(doc: Document, sayings: Iterable[Saying]) -> dict[int, Chain]:
    """The voice of every sentence of such statements."""
    opened = {saying.cue.sentence: saying for saying in sayings if saying.opens}
    if not opened:
        return {}
    found: dict[int, Chain] = {}
    chain: Chain = ()
    for s in range(len(doc.sentences)):
        if s in opened:
            chain = opened[s].chain
        elif chain and _tells_of(doc, s, chain):
            chain = ()
        elif chain:
            found[s] = chain
    return found


def _tells_of(doc: Document, sentence: int, chain: Chain) -> bool:
    """Whether a sentence names the speaker, as whoever speaks does not."""
    span, last = doc.sentence_span(sentence), chain[-1]
    named = any(
        isinstance(mention.value, Actor) and mention.value.id == last.actor_id and span.covers(mention.span)
        for mention in doc.mentions
    )
    called = {last.speaker.casefold(), *([last.span.quote.casefold()] if last.span else [])}  # "the foreign secretary"
    return (named and not _in_own_name(doc, sentence)) or any(words in span.quote.casefold() for words in called)


def _in_own_name(doc: Document, sentence: int) -> bool:
    return any(doc.text(word) in _OWN for word in doc.words_of(sentence))
