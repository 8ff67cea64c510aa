"""What named or described speakers assert: verbatim content with speaker, cue and the voices between.

What only tells a coded happening or figure is no claim: the attribution of that record carries it.
"""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from crossreport.coding.denials.denying import blamed_before, denied_before, is_denial, points_back
from crossreport.coding.drafting.telling import goes_on_there
from crossreport.coding.events.retelling import named_again
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.naming import Chain
from crossreport.coding.status.status import presupposed
from crossreport.coding.voices.attribution import Voices, distinct
from crossreport.coding.voices.sayings import AMID
from crossreport.coding.voices.speaking import CONTRAST, Saying
from crossreport.model import Actor, Claim, Quantity, Span, content_id
from crossreport.model.kinds import PRESS
from crossreport.model.measures import CAPTIVES, LOSSES
from crossreport.words.classes.speech import speech
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import triggers
from crossreport.words.reporting import reporting

_MIN_WORDS = 4  # shorter contents are idioms ("said so")


# Figures that are recorded with who gives them: an assertion of nothing else is no claim beside them.
BEFALLING = LOSSES | CAPTIVES | {"displaced"}


def claims_of(
    doc: Document,
    voices: Voices,
    told: dict[Word, str],
    violent: frozenset[str],
    tolls: frozenset[Span] = frozenset(),
    doers: Mapping[str, tuple[Actor, ...]] = MappingProxyType({}),
) -> list[Claim]:
    """Claims in reading order. `told` maps the words of coded happenings to their report ids, `violent` are some;
    `tolls` are the passages of recorded figures of people, `doers` those of each report.
    """
    deeds = {word: id_ for word, id_ in told.items() if id_ in violent}
    found: list[Claim] = []
    for saying in voices.sayings:
        if doc.token(saying.cue).upos == "PUNCT":
            continue  # "Depot hit – governor": a headline is a title, the body holds what he asserts
        if _only_carries(voices, saying) or doc.lemma(saying.cue) in speech().counting_anew | {"put"}:
            continue  # "…, the sources said, the agency reported": the sources' claim names the agency
        words = _words(doc, voices, saying)
        if _asserts_nothing(doc, saying) or _fragment(doc, saying, words) or _hands_on(doc, saying):
            continue
        if doc.lemma(saying.cue) in reporting().blaming and any(w in told for w in words):
            continue  # the deed that somebody is accused of is recorded
        denied = denied_before(doc, voices, saying, told, doers) if is_denial(doc, saying) else ()
        meant = denied or blamed_before(doc, saying.cue, deeds)
        telling = _only_tells(doc, words, told) and not (_denies(saying) and _told_before(words, told))
        if is_denial(doc, saying) and (not words or words[0] > saying.cue):
            words = _from_cue(doc, saying)  # "denied that …": without its verb a denial reads as its contrary
        short = len(words) < _MIN_WORDS and not (is_denial(doc, saying) and points_back(doc, saying))
        if not meant and (telling or short or _only_counts(doc, words, tolls)):
            continue
        claim = _claim(doc, voices, saying, words, told)
        claim = msgspec.structs.replace(claim, about=claim.about or meant)
        if all(not other.span.covers(claim.span) for other in found):
            found.append(claim)
    going_on = _going_on(doc, voices, told, found)
    return _told_once(_joined(doc, sorted(found + going_on, key=lambda claim: claim.span)))


def _asserts_nothing(doc: Document, saying: Saying) -> bool:
    """ "Which describes itself as a charity", "described the moment it struck": a name, a telling, no assertion."""
    if doc.lemma(saying.cue) != "describe":
        return False
    objects = doc.kids(saying.cue, "obj")
    itself = any(doc.text(kid).endswith(("self", "selves")) for kid in objects)
    said = [*doc.kids(saying.cue, "obl", "advcl", "xcomp"), *(kid for noun in objects for kid in doc.kids(noun))]
    return itself or (bool(objects) and not any("as" in doc.cases(kid) for kid in said))


def _hands_on(doc: Document, saying: Saying) -> bool:
    """ "State television showed crowds", "the agency reported that …": what outlets and films tell is news, no view."""
    if doc.lemma(saying.cue) in speech().showing:
        return True
    return saying.chain[-1].kind in PRESS and doc.lemma(saying.cue) in speech().news


def _fragment(doc: Document, saying: Saying, words: list[Word]) -> bool:
    """Whether what stands beside "according to" is only the tail of a clause: it has lost who or what it tells of."""
    inside = set(words)
    if words and doc.text(words[0]) in _CUT:
        return True  # "and people panicking": its first half is elsewhere
    head = next((w for w in words if doc.parent(w) not in inside and doc.token(w).upos in ("VERB", "NOUN")), None)
    if not saying.phrase or head is None:
        return False
    tail = doc.rel(head) in ("conj", "acl", "advcl", "nmod") and doc.token(head).rel != "acl:relcl"
    return tail and not any(kid in inside for kid in doc.kids(head, "nsubj", "expl"))


_CUT = frozenset({"and", "or", "but"})


def _told_once(claims: list[Claim]) -> list[Claim]:
    """A headline's claim that the speaker's next repeats is one: the fuller telling stays."""
    kept: list[Claim] = []
    for index, claim in enumerate(claims):
        own = _content(claim.says)
        later = [_content(each.says) for each in claims[index + 1 :] if each.speaker == claim.speaker]
        again = any(own and len(own & other) >= REPEATED * len(own) for other in later[:NEXT])
        if not again and not any(own and len(own) >= ENOUGH and own <= other for other in later):
            kept.append(claim)
    return kept


def _content(text: str) -> frozenset[str]:
    return frozenset(word.strip("\"“”'’.,;:!?()").lower() for word in text.split() if len(word) > LONG)


NEXT = 2  # claims behind one that may repeat it; this, the letters and the share are set on the FA-KES dev part
LONG = 3
REPEATED = 0.75
ENOUGH = 4  # long words of a claim from which on one that holds them all repeats it, however far below


def _joined(doc: Document, claims: list[Claim]) -> list[Claim]:
    """Sentences of one quotation that stand side by side are one claim."""
    made: list[Claim] = []
    for claim in claims:
        last = made[-1] if made else None
        if last and last.mode == claim.mode == "direct" and last.speaker == claim.speaker:
            between = doc.page.text[last.span.end : claim.span.start]
            if last.span.end <= claim.span.start and not between.strip(" .!?…\n") and "\n\n" not in between:
                made[-1] = _over(doc, last, claim)
                continue
        made.append(claim)
    return made


def _over(doc: Document, first: Claim, second: Claim) -> Claim:
    span = Span.of(doc.page.text, first.span.start, second.span.end)
    return msgspec.structs.replace(
        first,
        id=content_id("claim", doc.page.id, span, first.speaker),
        says=span.quote,
        span=span,
        about=tuple(dict.fromkeys((*first.about, *second.about))),
    )


def _only_carries(voices: Voices, saying: Saying) -> bool:
    """Whether what is said is hardly more than what somebody else is said to have said."""
    inside = [other for other in voices.sayings if other.cue in saying.content and other.cue != saying.cue]
    inner = {word for other in inside if not other.stance for word in other.content}
    return len(inner & set(saying.content)) >= CARRIED * len(saying.content)


CARRIED = 0.6  # share of what is said; calibrated on the own pages' dev part


def _own(doc: Document, voices: Voices, saying: Saying) -> list[Word]:
    """What is said, without what the speaker then adds: "…, he said, adding that …" are two claims."""
    behind = [other for other in voices.sayings if other.cue > saying.cue and other.cue.sentence == saying.cue.sentence]
    ends = [other.cue for other in behind] + [w for w in saying.content if doc.text(w) in CONTRAST and w > saying.cue]
    if not ends or not saying.content or saying.cue < saying.content[0]:
        return list(saying.content)
    return [w for w in saying.content if w < min(ends)]


def _words(doc: Document, voices: Voices, saying: Saying) -> list[Word]:
    """What is asserted; with the verb where the verb itself is the stance ("condemned the siege of the town")."""
    content = trim(doc, _own(doc, voices, saying))
    if not content or doc.kids(saying.cue, "ccomp", "parataxis") or saying.phrase:
        return content
    own = reporting().stances | reporting().blaming | reporting().judging
    if doc.lemma(saying.cue) in own and content[0] > saying.cue:
        return trim(doc, [w for w in doc.subtree(saying.cue) if saying.cue <= w <= content[-1]])
    return [] if doc.lemma(saying.cue) in reporting().clause_only and saying.cue < content[0] else content


def _from_cue(doc: Document, saying: Saying) -> list[Word]:
    """The words of a stance, from its verb on, without what goes on "amid" it: "denied this"."""
    words = [w for w in doc.subtree(saying.cue) if w >= saying.cue]
    amid = next((w for w in words if doc.text(w) in AMID), None)
    return trim(doc, [w for w in words if amid is None or w < amid])


def _denies(saying: Saying) -> bool:
    hedge = saying.chain[-1].hedge
    return hedge is not None and reporting().denies(hedge)


def _told_before(words: list[Word], told: dict[Word, str]) -> bool:
    """Whether the page tells what is denied elsewhere too, and not only as denied."""
    denied = {told[w] for w in words if w in told}
    return any(id_ in denied and word not in words for word, id_ in told.items()) or not denied


def _only_tells(doc: Document, words: list[Word], told: dict[Word, str]) -> bool:
    """Whether the words only tell what a coded happening or its toll already holds."""
    inside = set(words)
    heads = [w for w in words if doc.parent(w) not in inside and doc.token(w).upos in ("VERB", "NOUN", "ADJ", "AUX")]
    if any(presupposed(doc, w) for w in words if w in told):
        return False  # "we were not behind the massacre"
    about = [noun for head in heads[:1] for noun in doc.kids(head, "nsubj") if ("noun", doc.lemma(noun)) in triggers()]
    if any(named_again(doc, noun) for noun in about):
        return _only_lasts(doc, heads[0], told)  # "the attack had hit a depot": of a deed told before
    if any(head in told or _only_lasts(doc, head, told) for head in heads[:1]):
        return True
    return any(w in told for w in words) and any(doc.headed(w, "quantity") or _counted(doc, w) for w in words)


def _only_lasts(doc: Document, verb: Word, told: dict[Word, str]) -> bool:
    """ "Clashes resumed near the town": the verb only says that the happening goes on."""
    lasts = doc.lemma(verb) in closed_classes().occurrence or any(
        goes_on_there(doc, noun, verb) for noun in doc.kids(verb, "nsubj")
    )
    return lasts and any(noun in told for noun in doc.kids(verb, "nsubj")) and not doc.kids(verb, "ccomp", "xcomp")


def _only_counts(doc: Document, words: list[Word], tolls: frozenset[Span]) -> bool:
    """ "76 children were among the dead": the subject or object of what is said is a recorded figure of people."""
    inside = set(words)
    head = next(
        (w for w in words if doc.parent(w) not in inside and doc.token(w).upos in ("VERB", "AUX", "NOUN")), None
    )
    if head is None or doc.kids(head, "ccomp"):
        return False
    nouns = [kid for kid in doc.kids(head, "nsubj", "obj") if kid in inside]
    if doc.rel(head) == "nsubj" or not nouns:
        nouns.append(head)
    near = [doc.token(w) for noun in nouns for w in (noun, *doc.kids(noun, "nummod", "amod", "det", "advmod"))]
    return any(toll.start <= token.start < toll.end for toll in tolls for token in near)


def _counted(doc: Document, word: Word) -> bool:
    """Whether a number counts people or things here, and no day or distance."""
    return any(
        isinstance(mention.value, Quantity) and mention.value.unit is None for mention in doc.covering(word, "quantity")
    )


def trim(doc: Document, words: list[Word]) -> list[Word]:
    """Without outer punctuation and "that"."""
    while words and (doc.token(words[0]).upos == "PUNCT" or doc.text(words[0]) == "that"):
        words = words[1:]
    while words and doc.token(words[-1]).upos == "PUNCT" and not _closes(doc, words):
        words = words[:-1]
    return words


def _closes(doc: Document, words: list[Word]) -> bool:
    """Whether the last mark closes a bracket or quotation that was opened inside."""
    texts = [doc.text(word) for word in words]
    opened = {")": "(", "”": "“", "]": "["}.get(texts[-1])
    if texts[-1] == '"':
        return texts.count('"') % 2 == 0
    return opened is not None and texts.count(opened) == texts.count(texts[-1])


def _claim(doc: Document, voices: Voices, saying: Saying, words: list[Word], told: dict[Word, str]) -> Claim:
    own = {voice.speaker for voice in saying.chain}
    wider = [each for each in voices.sayings if saying.cue in each.content and len(each.content) > len(saying.content)]
    wider.sort(key=lambda each: -len(each.content))
    outer = distinct(tuple(v for each in wider for v in each.chain if v.speaker not in own and not each.stance))
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
    """What a quotation goes on to say in sentences without a voice of their own, as one claim for each stretch."""
    made: list[Claim] = []
    stretch: list[Word] = []
    for s in range(len(doc.sentences) + 1):
        words = _quoted_sentence(doc, voices, s, found) if s < len(doc.sentences) else []
        if stretch and not (words and _goes_on(doc, voices, stretch, words)):
            made += _stretch(doc, voices, stretch, told)
            stretch = []
        stretch += words
    return made


def _quoted_sentence(doc: Document, voices: Voices, s: int, found: list[Claim]) -> list[Word]:
    span = doc.sentence_span(s)
    inside = voices.quoted(span.start + 1, max(span.start + 2, span.end - 2)) or voices.goes_on(s)
    if not inside or any(other.span.meets(span) for other in found):
        return []
    return trim(doc, doc.words_of(s))


def _goes_on(doc: Document, voices: Voices, stretch: list[Word], words: list[Word]) -> bool:
    """Whether the next quoted sentence belongs to the same stretch: next to it, by the same speaker."""
    last, first = stretch[-1], words[0]
    same_block = doc.sentences[last.sentence].block == doc.sentences[first.sentence].block
    return (
        first.sentence == last.sentence + 1
        and same_block
        and voices.asserting(stretch[0])[-1:] == voices.asserting(first)[-1:]
    )


def _stretch(doc: Document, voices: Voices, words: list[Word], told: dict[Word, str]) -> list[Claim]:
    chain = voices.asserting(words[0])
    if not chain or len(words) < _MIN_WORDS or _only_tells(doc, words, told):
        return []
    about = tuple(dict.fromkeys(told[w] for w in words if w in told))
    return [_made(doc, voices, chain, doc.span(words), about)]
