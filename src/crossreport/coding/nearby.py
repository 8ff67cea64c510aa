"""What became of those counted when the parse does not say: the words right before and behind the number.

Crawled text often lacks its commas and apostrophes; then trees break, while word order still tells "killing at least
five" and "three women were among those killed".
"""

from crossreport.coding.document import Document, Word
from crossreport.model import Measure
from crossreport.words.events import ontology

BEFORE, BEHIND = 4, 6  # tokens looked at; calibrated on the FA-KES dev part
_BRIDGE = frozenset(
    [
        "at",
        "least",
        "more",
        "than",
        "about",
        "around",
        "some",
        "up",
        "to",
        "as",
        "many",
        "nearly",
        "almost",
        "over",
        "another",
        "of",
        "the",
        "a",
        "an",
        "other",
        "others",
        "people",
        "were",
        "was",
        "are",
        "been",
        "be",
        "have",
        "has",
        "had",
        "among",
        "those",
        "also",
        "reported",
        "confirmed",
        "and",
        "including",
    ]
)


def near_fate(doc: Document, first: Word, noun: Word) -> tuple[Measure, Word] | None:
    """The measure told next to the number whose words begin at `first` and whose counted noun is `noun`."""
    before = _scan(doc, range(first.token - 1, max(-1, first.token - 1 - BEFORE), -1), noun, active=True)
    length = len(doc.sentences[noun.sentence].tokens)
    behind = _scan(doc, range(noun.token + 1, min(length, noun.token + 1 + BEHIND)), noun, active=False)
    return before or behind


def _scan(doc: Document, places: range, noun: Word, *, active: bool) -> tuple[Measure, Word] | None:
    for index in places:
        word = Word(noun.sentence, index)
        measure = told(doc, word, active=active)
        if measure is not None:
            return measure, word
        token = doc.token(word)
        if token.upos == "VERB" or (
            token.text.lower() not in _BRIDGE and token.upos not in ("ADJ", "ADV", "ADP", "NUM")
        ):
            return None
    return None


def told(doc: Document, word: Word, *, active: bool) -> Measure | None:
    """Killed or wounded, if the word tells it: in front of a number a verb ("killing 5"), behind it a state."""
    lemma, text, xpos = doc.lemma(word), doc.text(word), doc.token(word).xpos
    for measure in ("killed", "wounded"):
        words = ontology().tolls[measure]
        transitive = lemma in {verb.split()[0] for verb in words.verbs}
        if active and transitive and xpos.startswith("VB"):
            return measure  # type: ignore[return-value]
        state = text in words.adjectives or lemma in words.patient or (transitive and xpos in ("VBN", "VBD", "JJ"))
        if not active and state:
            return measure  # type: ignore[return-value]
    return None


def introduces_part(doc: Document, first: Word) -> bool:
    """Whether the number is given as a part: "including five", "among them two"."""
    words = [doc.text(Word(first.sentence, i)) for i in range(max(0, first.token - 3), first.token)]
    return bool(words) and (
        words[-1] in ("including", "among", "includes", "included") or words[-2:] == ["among", "them"]
    )
