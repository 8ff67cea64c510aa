"""What named or described speakers assert: verbatim content with speaker, cue and the voices between.

What only tells a coded happening or figure is no claim: the attribution of that record carries it.
"""

from crossreport.coding.attribution import Voices
from crossreport.coding.document import Document, Word
from crossreport.coding.naming import Chain
from crossreport.coding.sayings import Saying
from crossreport.model import Claim, Span, content_id
from crossreport.words.reporting import reporting

_MIN_WORDS = 4  # shorter contents are idioms ("said so")


def claims_of(doc: Document, voices: Voices, told: dict[Word, str]) -> list[Claim]:
    """Claims in reading order. `told` maps the words of coded happenings to their report ids."""
    found: list[Claim] = []
    for saying in voices.sayings:
        words = trim(doc, list(saying.content))
        if len(words) < _MIN_WORDS or not _asserts(doc, saying):
            continue
        claim = _claim(doc, voices, saying, words, told)
        if all(not other.span.covers(claim.span) for other in found):
            found.append(claim)
    return found + _going_on(doc, voices, told, found)


def _asserts(doc: Document, saying: Saying) -> bool:
    return not (doc.lemma(saying.cue) in reporting().clause_only and not doc.kids(saying.cue, "ccomp", "parataxis"))


def trim(doc: Document, words: list[Word]) -> list[Word]:
    """Without outer punctuation and "that"."""
    while words and (doc.token(words[0]).upos == "PUNCT" or doc.text(words[0]) == "that"):
        words = words[1:]
    while words and doc.token(words[-1]).upos == "PUNCT":
        words = words[:-1]
    return words


def _claim(doc: Document, voices: Voices, saying: Saying, words: list[Word], told: dict[Word, str]) -> Claim:
    outer = [v for v in voices.in_sentence(saying.cue) if v.speaker not in {o.speaker for o in saying.chain}]
    about = tuple(dict.fromkeys(told[w] for w in words if w in told))
    return _made(doc, voices, (*outer, *saying.chain), doc.span(words), about)


def _made(doc: Document, voices: Voices, chain: Chain, span: Span, about: tuple[str, ...]) -> Claim:
    direct = voices.quoted(span.start, span.end)
    holds_quote = not direct and any(mark in span.quote for mark in '“"')
    speaker = chain[-1]
    return Claim(
        id=content_id("claim", doc.page.id, span, speaker.speaker),
        page=doc.page.id,
        speaker=speaker.speaker,
        actor_id=speaker.actor_id,
        via=chain[:-1],
        mode="direct" if direct else "mixed" if holds_quote else "indirect",
        cue=speaker.cue,
        says=span.quote,
        about=about,
        span=span,
    )


def _going_on(doc: Document, voices: Voices, told: dict[Word, str], found: list[Claim]) -> list[Claim]:
    """Whole sentences inside a quotation whose speaker stands in a neighbouring sentence."""
    made = []
    for s, sentence in enumerate(doc.sentences):
        span = doc.sentence_span(s)
        if not voices.quoted(span.start + 1, max(span.start + 2, span.end - 2)) or len(sentence.tokens) < _MIN_WORDS:
            continue
        if any(other.span.meets(span) for other in found):
            continue
        words = trim(doc, doc.words_of(s))
        chain = voices.chain(words[len(words) // 2]) if words else ()
        if chain:
            about = tuple(dict.fromkeys(told[w] for w in words if w in told))
            made.append(_made(doc, voices, chain, doc.span(words), about))
    return made
