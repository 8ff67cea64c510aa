"""What named or described speakers assert: verbatim content with speaker, cue and the voices between."""

from crossreport.coding.arguments import is_passive, subjects
from crossreport.coding.attribution import Voices
from crossreport.coding.document import Document, Word
from crossreport.model import Attribution, Claim, Span, content_id
from crossreport.words.reporting import reporting

_MIN_WORDS = 4  # shorter contents are idioms ("said so")


def claims_of(doc: Document, voices: Voices, told: dict[Word, str]) -> list[Claim]:
    """Claims in reading order. `told` maps the words of coded happenings to their report ids."""
    found: list[Claim] = []
    for word in doc.words():
        if doc.lemma(word) not in reporting().verbs or doc.token(word).upos != "VERB":
            continue
        content = _content(doc, word)
        if content is None:
            continue
        claim = _claim(doc, voices, word, content, told)
        if claim is not None and all(not other.span.covers(claim.span) for other in found):
            found.append(claim)
    return found + _going_on(doc, voices, told, found)


def _content(doc: Document, verb: Word) -> list[Word] | None:
    """The words of the content clause: a complement behind the verb, or the clause that it interrupts."""
    if is_passive(doc, verb) or not subjects(doc, verb):
        return None
    words: list[Word] = []
    for kid in doc.kids(verb, "ccomp", "parataxis"):
        own = doc.subtree(kid)
        if doc.lemma(kid) not in reporting().verbs or len(own) > len(words):
            words = own if len(own) > len(words) else words
    if not words and doc.lemma(verb) not in reporting().clause_only:
        for kid in doc.kids(verb, "xcomp", "obj"):
            if doc.token(kid).upos in ("VERB", "NOUN", "ADJ") and len(doc.subtree(kid)) >= _MIN_WORDS:
                words = doc.subtree(kid)
    if not words and doc.rel(verb) == "parataxis":
        head = doc.parent(verb)
        inner = set(doc.subtree(verb))
        words = [w for w in doc.subtree(head) if w not in inner] if head is not None else []
    words = _trim(doc, words)
    return words if len(words) >= _MIN_WORDS else None


def _trim(doc: Document, words: list[Word]) -> list[Word]:
    """Without outer punctuation and "that"."""
    while words and (doc.token(words[0]).upos == "PUNCT" or doc.text(words[0]) == "that"):
        words = words[1:]
    while words and doc.token(words[-1]).upos == "PUNCT":
        words = words[:-1]
    return words


def _claim(doc: Document, voices: Voices, verb: Word, content: list[Word], told: dict[Word, str]) -> Claim | None:
    chain = voices.chain(content[len(content) // 2]) or voices.speaker_of(verb.sentence)
    own = voices.voices_of(verb)
    if not own:
        return None
    speaker = own[-1]
    via = tuple(voice for voice in chain if voice.speaker != speaker.speaker)
    span = doc.span(content)
    about = tuple(dict.fromkeys(told[w] for w in content if w in told))
    return _made(doc, voices, speaker.speaker, speaker.actor_id, via, speaker.cue, span, about)


def _made(
    doc: Document,
    voices: Voices,
    speaker: str,
    actor_id: str | None,
    via: tuple[Attribution, ...],
    cue: str,
    span: Span,
    about: tuple[str, ...],
) -> Claim:
    direct = voices.quoted(span.start, span.end)
    holds_quote = not direct and any(mark in span.quote for mark in '“"')
    return Claim(
        id=content_id("claim", doc.page.id, span, speaker),
        page=doc.page.id,
        speaker=speaker,
        actor_id=actor_id,
        via=via,
        mode="direct" if direct else "mixed" if holds_quote else "indirect",
        cue=cue,
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
        words = _trim(doc, doc.words_of(s))
        chain = voices.chain(words[len(words) // 2]) if words else ()
        if not chain:
            continue
        about = tuple(dict.fromkeys(told[w] for w in words if w in told))
        speaker = chain[-1]
        made.append(
            _made(doc, voices, speaker.speaker, speaker.actor_id, chain[:-1], speaker.cue, doc.span(words), about)
        )
    return made
