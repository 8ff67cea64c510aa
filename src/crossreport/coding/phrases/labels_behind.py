"""The voice that stands beside what it tells without a verb: "Three dead in drone attack – governor", "The council: an
air strike brought down two houses", "500 people fled in two days (OCHA)".

In: a sentence. Out: the words of that voice; empty where something else stands there.
"""

from collections.abc import Iterable

from crossreport.coding.page.document import Document, Word
from crossreport.model import Actor
from crossreport.model.kinds import BODIES, PRESS
from crossreport.words.function_words import DASHES
from crossreport.words.reporting import reporting

_LONGEST = 5  # words of such a voice: "Ukraine's air force", "regional governor"
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "PART", "ADP", "DET"})
_IN_FRONT = _PHRASE | {"PUNCT", "PRON"}  # "Residents, through their church: …"
_OURS = frozenset({"we", "our"})  # whoever stands before "we" says it, whatever noun he goes by


def label_behind(doc: Document, sentence: int) -> list[Word]:
    """The words behind the mark, if they are a phrase of somebody who speaks in headlines."""
    words = doc.words_of(sentence)
    mark = next((w for w in reversed(words) if doc.text(w) in DASHES | {":"}), None)
    if mark is None or mark.token < 2 or doc.text(words[-1]) in (".", "!", "?"):
        return []
    voice = words[mark.token + 1 :]
    apart = doc.page.text[doc.token(mark).end : doc.token(mark).end + 1].isspace()
    if not 0 < len(voice) <= _LONGEST or not apart or any(doc.token(w).upos not in _PHRASE for w in voice):
        return []
    return voice if _speaks(doc, voice) else []


def label_in_front(doc: Document, sentence: int) -> list[Word]:
    """The words before the first colon, if they are a phrase of somebody who tells, and a clause stands behind it."""
    words = doc.words_of(sentence)
    mark = next((w for w in words if doc.text(w) == ":"), None)
    if mark is None or not 0 < mark.token <= _LONGEST_IN_FRONT:
        return []
    voice, behind = words[: mark.token], words[mark.token + 1 :]
    if all(len(doc.text(w)) == 1 for w in voice):
        return []  # "A: Our forces will advance": the letter of an answer is nobody's name
    capitals = all(doc.token(w).text.isupper() for w in voice)  # of a transcript: trees behind such a name often break
    if any(doc.token(w).upos not in _IN_FRONT for w in voice) or not any(capitals or _finite(doc, w) for w in behind):
        return []
    nouns = [w for w in voice if doc.token(w).upos in ("NOUN", "PROPN")]
    head = next((w for w in nouns if doc.parent(w) not in voice), nouns[0] if nouns else voice[0])
    ours = any(doc.text(w) in _OURS and doc.token(w).upos == "PRON" for w in behind)
    speaks = ours and bool(nouns) and not doc.covering(head, "place", "time", "quantity")
    return voice if speaks or _tells(doc, head) else []


def behind_label(doc: Document, mark: Word, others: Iterable[Word]) -> tuple[Word, ...]:
    """What such a voice tells: all behind its colon but the parts between semicolons in which somebody else speaks."""
    parts: list[list[Word]] = [[]]
    for word in doc.words_of(mark.sentence)[mark.token + 1 :]:
        if doc.text(word) == ";":
            parts.append([])
        parts[-1].append(word)
    cues = set(others)
    return tuple(word for part in parts if not cues.intersection(part) for word in part)


def _finite(doc: Document, word: Word) -> bool:
    return doc.token(word).xpos in ("VBD", "VBZ", "VBP")


def _tells(doc: Document, noun: Word) -> bool:
    """Whether a noun is of those who tell; groups and places in front of a colon are what an item is about."""
    kinds = reporting().kinds
    return any(doc.lemma(noun) in kinds[kind] for kind in ("official", "witness", "medic", "monitor", "agency"))


def label_in_brackets(doc: Document, sentence: int) -> list[Word]:
    """The words in brackets at the end of a sentence, if they name a body that counts; no initials of a name."""
    words = [w for w in doc.words_of(sentence) if doc.text(w) != "."]
    opened = next((w for w in reversed(words) if doc.text(w) == "("), None)
    if opened is None or doc.text(words[-1]) != ")" or opened.token < 2:
        return []
    voice = words[words.index(opened) + 1 : -1]
    before = doc.words_of(sentence)[opened.token - 1]
    named = doc.token(before).upos == "PROPN" and not doc.covering(before, "time", "place")
    if named or doc.covering(before, "actor", "person"):
        return []
    body = [w for w in voice if doc.text(w) not in ("source", "sources", ":")]
    fits = 0 < len(body) <= _LONGEST and all(doc.token(w).upos in _PHRASE for w in body)
    bodies = [m.value for w in body for m in doc.covering(w, "actor") if isinstance(m.value, Actor)] if fits else []
    return body if any(who.kind in _COUNTING for who in bodies) else []


_LONGEST_IN_FRONT = 8  # words of "The governor of the region, in a statement"
_COUNTING = BODIES | PRESS | {"external_forces"}


def _speaks(doc: Document, voice: list[Word]) -> bool:
    """Whether the last noun of the phrase is of those who tell: officials, police, an army, a monitor, witnesses."""
    last = next((w for w in reversed(voice) if doc.token(w).upos in ("NOUN", "PROPN")), None)
    if last is None:
        return False
    kinds = reporting().kinds.values()
    return any(doc.lemma(w) in nouns for w in voice for nouns in kinds) or bool(doc.covering(last, "actor", "person"))
