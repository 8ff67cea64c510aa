"""Whether a number is a part of one given before: "including 5 children", "12 of them", "two of the dead"."""

from crossreport.coding.counts.nearby import Place, Told
from crossreport.coding.page.document import Document, Word
from crossreport.words.figures import figure_words

_LOOK = 5  # tokens between the opening word and its number ("including at least 12")


def is_part(doc: Document, place: Place, *, active: bool = False) -> bool:
    """Whether words beside the number make it a part: "including", "among them", "of whom", "of them".

    With `active`, a verb in front says what was done to them ("killed 12 of them"): then "of them" only points.
    """
    words = figure_words()
    for step in range(1, _LOOK + 1):
        text = doc.text_at(place.sentence, place.first - step)
        if text in words.including:
            return True
        if text == "of" and doc.text_at(place.sentence, place.first - step - 1) in words.partitive_pronouns:
            return doc.text_at(place.sentence, place.first - step - 2) in words.including  # "including those of two"
        if text in words.partitive_pronouns:
            return doc.text_at(place.sentence, place.first - step - 1) in ("among", "of")
        upos = doc.token(Word(place.sentence, max(0, place.first - step))).upos
        listed = text == "and" or (step > 1 and upos in ("NOUN", "ADJ"))
        if not listed and (text not in words.bridge or text == "of"):
            break
    return not active and _followed(doc, place)


def _followed(doc: Document, place: Place) -> bool:
    """ "12 of them", "of whom 3" behind the number."""
    if doc.text_at(place.sentence, place.end + 1) in figure_words().severity:
        return doc.text_at(place.sentence, place.first - 1) in (",", "and")
    if _among_behind(doc, place):
        return True
    for index in range(place.first, place.end + 2):
        if doc.text_at(place.sentence, index) == "of":
            return doc.text_at(place.sentence, index + 1) in figure_words().partitive_pronouns
    return False


def _among_behind(doc: Document, place: Place) -> bool:
    """ ", two of their leaders among them": told behind the number, before the next comma."""
    for index in range(place.end + 1, place.end + _LOOK + 1):
        text = doc.text_at(place.sentence, index)
        if text == "among":
            return doc.text_at(place.sentence, index + 1) in figure_words().partitive_pronouns
        if text in (",", ".", ";") or doc.token(Word(place.sentence, place.end)).upos == "VERB":
            return False
    return False


def of_the_hit(doc: Document, place: Place) -> Told | None:
    """ "32 of those killed", "two of the dead", "the dead included 5 children": a part of all who were hit."""
    for index in range(place.first, place.end + 2):
        if doc.text_at(place.sentence, index) == "of":
            found = _hit(doc, place.sentence, range(index + 1, index + 4))
            if found is not None:
                return found
    return _of_front(doc, place) or _breakdown(doc, place)


def _of_front(doc: Document, place: Place) -> Told | None:
    """ "Of the 22 dead, 15 were soldiers": the number behind is some of those in front."""
    index = place.first - 2
    measure = figure_words().hit_measure(doc.text_at(place.sentence, index))
    if measure is None or doc.text_at(place.sentence, index + 1) != ",":
        return None
    before = [doc.text_at(place.sentence, at) for at in range(max(0, index - _LOOK), index)]
    return Told(measure, Word(place.sentence, index), apart=True) if "of" in before else None


def _hit(doc: Document, sentence: int, places: range) -> Told | None:
    """The word for all who were hit, behind "those" or "the"."""
    opened = False
    for index in places:
        text = doc.text_at(sentence, index)
        measure = figure_words().hit_measure(text)
        if doc.text_at(sentence, index + 1) in figure_words().toll_heads:
            return None  # "the death toll was 40" is the whole
        if measure is not None and opened:
            return Told(measure, Word(sentence, index), apart=True)
        opened = opened or text in ("those", "the", "these")
        if text not in ("those", "the", "these", "people", "reported", "who", "were"):
            return None
    return None


def _breakdown(doc: Document, place: Place) -> Told | None:
    """ "Those killed included five women", "among the dead were two medics": the verb right before the number."""
    index = place.first - 1
    while doc.text_at(place.sentence, index) in figure_words().bridge - {"and"}:
        index -= 1
    if doc.text_at(place.sentence, index) not in figure_words().breakdown:
        return None
    for start in range(index - 1, max(-1, index - 5), -1):
        told = _hit(doc, place.sentence, range(start, index))
        if told is not None:
            return told
    return None
