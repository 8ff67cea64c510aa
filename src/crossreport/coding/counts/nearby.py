"""What became of those counted, by word order: the words right before and behind the number and its noun.

Crawled text lacks commas and headlines lack verbs' endings; then trees break, while word order still tells "killing at
least five", "15 killed, 20 injured" and "three women were among those killed".
"""

from msgspec import Struct

from crossreport.coding.page.document import Document, Word
from crossreport.model.measures import HARM
from crossreport.words.classes.harm import harm
from crossreport.words.figures import figure_words, patient_forms, state_forms, toll_forms

# Tokens looked at in front of a number and behind its noun; calibrated on the FA-KES dev part.
BEFORE, BEHIND = 6, 14


class Told(Struct, frozen=True):
    """A fate and the word that tells it. `apart` marks one among others who were hit ("were among the dead")."""

    measure: str
    word: Word
    apart: bool = False


class Place(Struct, frozen=True):
    """Where a counted phrase stands in its sentence: its number begins at `first`, its noun ends at `end`."""

    sentence: int
    first: int
    end: int


def near_fate(doc: Document, place: Place, claimed: set[Word], *, cross: bool = True) -> Told | None:
    """The fate told beside the number; `claimed` are words that tell it of a number before.

    With `cross`, the state behind may stand behind the next member of a list ("5 soldiers and 3 rebels dead").
    """
    front = front_fate(doc, place)
    if front is not None and front.word in claimed:
        front = None
    back = _behind(doc, place, cross=cross)
    if front is not None and back is not None:
        return back if back.apart or _of_another(doc, place, front, back) else front
    return front or back


def _of_another(doc: Document, place: Place, front: Told, back: Told) -> bool:
    """ "Child killed 9 civilians injured in …": the verb in front is the one child's, what stands behind is theirs."""
    near = front.word.token == place.first - 1 and back.word.token == place.end + 1
    one = front.word.token == 1 and doc.token(Word(place.sentence, 0)).xpos in ("NN", "NNP")
    return near and one and front.measure == "killed" and back.measure == "wounded"


def front_fate(doc: Document, place: Place) -> Told | None:
    """ "killing at least 5": a verb of harm right before the number, in the active voice."""
    for index in range(place.first - 1, max(-1, place.first - 1 - BEFORE), -1):
        text = doc.text_at(place.sentence, index)
        if text in toll_forms():
            return _active(doc, place.sentence, index)
        if text in ("lost", "losing") and doc.text_at(place.sentence, place.end) in figure_words().lost_forms:
            return Told("killed", Word(place.sentence, index))  # "the army lost 17 men and 30 were wounded"
        if text == "dead" and doc.text_at(place.sentence, index - 1) in ("shot", "shoot", "shooting"):
            return Told("killed", Word(place.sentence, index - 1))
        if text == "death" and doc.text_at(place.sentence, index - 1) == "to":
            if doc.text_at(place.sentence, index - 2) in harm().condemned:
                return None
            return Told("killed", Word(place.sentence, index))  # "hacked to death 12 farmers"
        if text not in figure_words().bridge or text == "and":
            return None
    return None


def _active(doc: Document, sentence: int, index: int) -> Told | None:
    words = figure_words()
    before = index - 1
    while doc.text_at(sentence, before) in words.perfect | {"also", "reportedly"}:
        before -= 1
    if doc.text_at(sentence, before) in words.auxiliary and not doc.text_at(sentence, index).endswith("ing"):
        return None
    word = Word(sentence, index)
    measure = "killed" if before_is_fatal(doc, word) else toll_forms()[doc.text_at(sentence, index)]
    other = index - 2 if doc.text_at(sentence, index - 1) in ("and", "or", "/") else index - 1
    return Told(_with(measure, toll_forms().get(doc.text_at(sentence, other))), word)


def before_is_fatal(doc: Document, word: Word) -> bool:
    """ "Fatally wounded" are the dead."""
    return doc.text_at(word.sentence, word.token - 1) in figure_words().fatally


def _with(measure: str, other: str | None) -> str:
    """ "killed and wounded" together count both."""
    return "killed_and_wounded" if {measure, other} == HARM else measure


def _behind(doc: Document, place: Place, *, cross: bool) -> Told | None:
    """ "5 soldiers were killed", "15 dead", "three were among those hurt": a state behind the counted noun."""
    words, passive, noun = figure_words(), False, False
    length = len(doc.sentences[place.sentence].tokens)
    for index in range(place.end + 1, min(length, place.end + 1 + BEHIND)):
        word = Word(place.sentence, index)
        text = doc.text_at(place.sentence, index)
        if text == "among":
            return _among(doc, word)
        if text in state_forms():
            return _state(doc, word, passive=passive, noun=noun)
        if text == "that" and doc.rel(word) == "mark":
            return None  # "both clinics reported that 35 people were killed"
        passive = passive or text in words.auxiliary
        noun = noun or (not passive and doc.token(word).upos in ("NOUN", "PROPN", "NUM"))
        if not _passable(doc, word, passive=passive) or not (cross or passive or _plain(doc, word)):
            return None
    return None


def _plain(doc: Document, word: Word) -> bool:
    """Whether the word still belongs to the counted noun, not to the next member of a list."""
    return doc.text(word) not in ("and", "or", ",") and not doc.covering(word, "quantity")


def _passable(doc: Document, word: Word, *, passive: bool) -> bool:
    """Whether the state may still follow behind this word."""
    words = figure_words()
    text, upos = doc.text(word), doc.token(word).upos
    if (
        text in words.auxiliary | words.perfect | words.linking
        or upos in ("ADV", "AUX")
        or text in ("who", "that", "reported")
    ):
        return True
    if passive:
        return text in ("confirmed", "reportedly", "reported", "either", "identified") or upos == "ADV"
    inside = text in (",", "and", "or", "of", "including", "mostly", "them", "as", "well") or text in words.bridge
    return inside or upos in ("ADJ", "NOUN", "PROPN", "NUM", "DET")


def _among(doc: Document, word: Word) -> Told | None:
    """ "among the dead", "among those killed": the noun for all who were hit, within three words."""
    for index in range(word.token + 1, word.token + 4):
        measure = figure_words().hit_measure(doc.text_at(word.sentence, index))
        if measure is not None:
            return Told(measure, Word(word.sentence, index), apart=True)
    return None


def _state(doc: Document, word: Word, *, passive: bool, noun: bool) -> Told | None:
    """The state at `word`, unless the word is an active verb with an object of its own."""
    text = doc.text(word)
    if not passive and text not in patient_forms():
        if doc.text(Word(word.sentence, word.token - 1)) in figure_words().perfect:
            return None
        if takes_object(doc, word):
            return None
        if (
            noun
            and doc.token(word).upos == "ADJ"
            and doc.text_at(word.sentence, word.token + 1) in ("people", "civilians")
        ):
            return None
    measure = "killed" if before_is_fatal(doc, word) else state_forms()[text]
    return Told(_with(measure, _state_beside(doc, word)), word)


def with_hurt(doc: Document, noun: Word, measure: str) -> str:
    """ "Dozens of dead and wounded" count both; not "12 dead and wounded 20"."""
    joined = doc.text_at(noun.sentence, noun.token + 1) in ("and", "or", "/")  # not "the 33 wounded died"
    behind = doc.words_of(noun.sentence)[noun.token + 3 : noun.token + 4]
    counts_on = any(doc.covering(word, "quantity") or doc.token(word).upos in ("DET", "PRON") for word in behind)
    return _with(measure, _state_beside(doc, noun)) if joined and not counts_on else measure


def _state_beside(doc: Document, word: Word) -> str | None:
    """ "Killed and wounded", in headlines "killed, injured" and "killed injured"; not "killed, injured comrades"."""
    behind = doc.text_at(word.sentence, word.token + 1)
    joined = behind in ("and", "or", "/")
    at = Word(word.sentence, word.token + 1 + (joined or behind == ","))
    words = doc.words_of(at.sentence)[at.token + 1 : at.token + 2]
    ends = all(doc.token(each).upos in ("ADP", "SCONJ", "ADV", "PUNCT") for each in words)  # not "injured comrades"
    return state_forms().get(doc.text_at(at.sentence, at.token)) if joined or ends else None


def _to_death(doc: Document, word: Word) -> bool:
    return [doc.text_at(word.sentence, word.token + step) for step in (1, 2)] == ["to", "death"]


def takes_object(doc: Document, word: Word) -> bool:
    """Whether a participle is followed by whom it hits: "militants killed soldiers", but not "15 killed 20 injured"."""
    dead = (1 if doc.text_at(word.sentence, word.token + 1) == "dead" else 0) or 2 * _to_death(doc, word)
    following = Word(word.sentence, word.token + 1 + dead)  # "two gunmen shot dead a teacher"
    if following.token >= len(doc.sentences[word.sentence].tokens):
        return False
    if doc.covering(following, "quantity"):
        tail = [doc.text_at(word.sentence, word.token + step) for step in range(2, 5)]
        return not any(text in state_forms() for text in tail)
    return (
        doc.token(following).upos in ("DET", "NOUN", "PRON")
        and doc.rel(following) != "conj"
        and not doc.covering(following, "time", "place")
    )
