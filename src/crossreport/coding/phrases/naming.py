"""How a voice is called and what kind of voice it is, by the words of its noun phrase and by its actor."""

import re
from itertools import takewhile
from typing import NamedTuple

from crossreport.coding.page.document import Document, Word
from crossreport.model import Actor, Attribution, VoiceKind
from crossreport.words.classes.speech import speech
from crossreport.words.function_words import DETERMINERS, PLACING
from crossreport.words.reporting import reporting

Chain = tuple[Attribution, ...]
_KIND_OF_ACTOR: dict[str, VoiceKind] = {
    "monitor": "monitor",
    "ngo": "monitor",
    "media": "media",
    "agency": "agency",
    "igo": "official",
    "state": "official",
    "state_forces": "official",
    "external_forces": "official",
    "rebel_group": "party",
    "political_militia": "party",
    "identity_militia": "party",
    "party": "party",
    "civilians": "witness",
    "protesters": "witness",
    "rioters": "witness",
}
_KEPT = ("det", "amod", "compound", "flat", "nmod:poss", "nummod", "nmod", "nmod:desc", "goeswith", "punct", "case")
_INSIDE = PLACING | {"for", "inside", "with", "'s"}


class Speaker(NamedTuple):
    """A voice without its cue."""

    name: str
    actor_id: str | None
    kind: VoiceKind


def is_named(who: Actor) -> bool:
    """Whether the actor is one organisation or person, not a kind of people."""
    return not who.generic and not who.id.startswith("anonymous:")


def actor_kind(who: Actor, described: VoiceKind | None) -> VoiceKind | None:
    """The kind of voice by the kind of actor; `described` where that says nothing."""
    return _KIND_OF_ACTOR.get(who.kind, described)


def modifiers(doc: Document, noun: Word) -> list[Word]:
    """What stands with a noun and may name its body: compounds, owners, appositions."""
    return doc.kids(noun, "compound", "nmod:poss", "amod", "flat", "appos", "nmod:desc")


def takes_sides(doc: Document, word: Word) -> bool:
    """ "A pro-rebel website", "anti-Houthi media": for or against a body, and not that body."""
    return doc.text(word).startswith(("pro-", "anti-")) or doc.before(word, 1) in ("pro", "anti")


def foreign(doc: Document, noun: Word) -> set[str]:
    """The peoples and lands by which a noun is told from others of its kind: "russian" of "the Russian governor"."""
    beside = (kid for kid in doc.kids(noun, "amod") if "-" not in doc.text(kid))
    return {doc.text(kid).lower() for kid in beside if doc.token(kid).text[:1].isupper()}


def noun_kind(doc: Document, noun: Word, *, head_only: bool = False) -> VoiceKind | None:
    """The kind of voice by the lexicon: the head decides, its adjectives where the head is only "source"."""
    kinds = reporting().kinds
    head = next((kind for kind, nouns in kinds.items() if doc.lemma(noun) in nouns), None)
    if head_only:
        return head
    beside = {doc.lemma(kid) for kid in modifiers(doc, noun)}
    if is_press_office(doc, noun):
        return "official"
    if doc.lemma(noun) in reporting().led and beside & reporting().led_people:
        return "witness"
    if head not in (None, "anonymous"):
        return head
    found = next((kind for kind, words in reporting().kind_modifiers.items() if beside & words), None)
    if found is None and head is None:
        found = next((kind for kind, words in kinds.items() if beside & words), None)
    return found or head


def of_no_body(doc: Document, noun: Word) -> bool:
    """ "Soldiers arrested two men, their relatives said": people of nobody who acts, as "their spokesman" is."""
    return noun_kind(doc, noun, head_only=True) in ("witness", "medic", "anonymous")


def monitors(doc: Document, noun: Word) -> bool:
    """ "A monitor", "an NGO", "an activist group": who counts and reports, and may be named below."""
    lemma = doc.lemma(noun)
    beside = {doc.lemma(kid) for kid in doc.kids(noun, "compound", "amod")}
    return lemma in speech().monitors or (
        lemma in ("group", "organisation", "organization") and bool(beside & speech().monitoring)
    )


def is_press_office(doc: Document, noun: Word) -> bool:
    """ "The ministry's press centre": an office that speaks for a body, and no outlet or place."""
    beside = {doc.lemma(kid) for kid in doc.kids(noun, "compound", "amod")}
    return (
        doc.text(noun) == doc.token(noun).text
        and doc.lemma(noun) in speech().offices
        and bool(beside & speech().for_news)
    )


def named_without_comma(doc: Document, noun: Word) -> list[Word]:
    """ "Member of the council Adam Haroun said": the name behind a title that nothing sets apart."""
    title = doc.token(noun).text[:1].isupper() and noun_kind(doc, noun, head_only=True) in ("official", "party")
    bodies = [kid for kid in doc.kids(noun, "nmod") if "of" in doc.cases(kid)]
    for kid in doc.kids(noun, "nmod", "flat", "appos") if title and bodies else []:
        behind = doc.words_of(noun.sentence)[kid.token :]
        name = list(takewhile(lambda word: doc.token(word).upos == "PROPN", behind))
        known = any(doc.covering(word, "actor", "place", "time") for word in name)
        if kid > bodies[0] and len(name) > 1 and not known and not doc.cases(kid):
            return name
    return []


def phrase_of(doc: Document, noun: Word) -> list[Word]:
    """The noun phrase without relative clauses, appositions and what a comma or an article cuts off."""
    words = {noun}
    for kid in doc.kids(noun):
        rel = doc.token(kid).rel
        if rel not in _KEPT or rel in ("punct", "case"):
            continue
        if doc.rel(kid) == "nmod" and rel == "nmod" and not set(doc.cases(kid)) & _INSIDE:
            continue
        if doc.rel(kid) == "nmod" and doc.covering(kid, "time"):
            continue
        words.update(w for w in doc.subtree(kid))
    return _contiguous(doc, noun, sorted(words))


def _contiguous(doc: Document, noun: Word, words: list[Word]) -> list[Word]:
    """Those of `words` that touch the head without a gap, a comma or a second article between."""
    have, sentence = {w.token for w in words}, noun.sentence
    first = last = noun.token
    while first - 1 in have and doc.text(Word(sentence, first - 1)) not in (",", ";", ":"):
        if in_adverbial(doc, Word(sentence, first - 1)):
            break
        first -= 1
        if doc.text(Word(sentence, first)) in DETERMINERS and doc.before(Word(sentence, first), 1) not in ("of", "for"):
            break
    length = len(doc.words_of(sentence))
    while last + 1 < length and (last + 1 in have or _glued(doc, Word(sentence, last + 1))):
        if _cuts_off(doc, Word(sentence, last + 1)):
            break
        last += 1
    return [Word(sentence, i) for i in range(first, last + 1)]


def _cuts_off(doc: Document, word: Word) -> bool:
    """A comma, a bracket or a dash; the hyphen of "Saint-Marc" holds the name together."""
    return doc.text(word) in (",", ";", ":", "(", "[") or (doc.text(word) == "-" and not _touches(doc, word))


def _glued(doc: Document, word: Word) -> bool:
    """Whether a hyphen ties the word to the one before, or is that hyphen."""
    hyphen = "-" in (doc.text(word), doc.text(Word(word.sentence, word.token - 1)))
    return hyphen and _touches(doc, word)


def _touches(doc: Document, word: Word) -> bool:
    return doc.token(word).start == doc.token(Word(word.sentence, word.token - 1)).end


def in_adverbial(doc: Document, word: Word) -> bool:
    """Whether the word ends a day or place of the words before ("on Monday | activists said")."""
    for mention in doc.covering(word, "time", "place"):
        first = doc.first_word(mention)
        if first is not None and first.token > 0:
            before = Word(first.sentence, first.token - 1)
            inside = mention.kind == "place" and doc.covering(word, "actor", "person")
            if not inside and doc.token(before).upos == "ADP" and doc.text(before) not in ("of", "for"):
                return True
    return False


def by_words(doc: Document, words: list[Word]) -> str:
    """A description as the page has it, without its article."""
    start = 1 if len(words) > 1 and doc.text(words[0]) in DETERMINERS else 0
    quote = " ".join(doc.span(words[start:]).quote.split())
    if (
        quote.isupper()
        and len(quote) > _INITIALS
        and all(doc.token(word).upos == "NOUN" or _common(doc, word) for word in words[start:])
    ):
        return quote.lower()  # "SPOKESMAN: We hold the town"
    return quote[:1].lower() + quote[1:] if words[start].token == 0 and _common(doc, words[start]) else quote


_INITIALS = 5  # letters of an abbreviation that a page may call a body by: "NGO", "OCHA"


def _common(doc: Document, word: Word) -> bool:
    """Whether a word that begins a sentence has its capital only from there."""
    known = (*reporting().kinds.values(), *reporting().kind_modifiers.values())
    if doc.token(word).upos in ("DET", "PRON", "NUM"):
        return True
    return doc.token(word).upos in ("NOUN", "ADJ") and any(doc.lemma(word) in words for words in known)


def owned_name(voice: Attribution) -> bool:
    """Whether a voice that no register lists has a name as only bodies have: "Lawyers' Circle", "People's Council"."""
    return voice.actor_id is None and _OWNED.fullmatch(voice.speaker) is not None


_OWNED = re.compile(r"(?:[A-Z][\w-]* )*[A-Z][\w-]*(?:['’]s|s['’])(?: [A-Z][\w-]*)+")


def words_for(voice: Attribution) -> set[str]:
    """What a voice was called: its name, and the words that the page had for it ("the UN refugee agency")."""
    return {*voice.speaker.lower().split(), *(voice.span.quote.lower().split() if voice.span else ())}


def is_of(body: Actor, word: Word, doc: Document) -> bool:
    """Whether the body's name holds the word itself: "the coalition" of the "Saudi-led coalition"."""
    return doc.lemma(word) in body.name.lower().split()
