"""An analysis in, the same out with the names that the page itself shows to be none, or others.

What the page calls a village once ("Kyo Htee village") is that village in its other sentences, too; a single name
behind "a" or "an" ("an Antonov") is a make or a sort of thing, not somebody; a weekday ends no name ("in Kano Monday
police said"), and what "the city of" leads to is no body.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from crossreport.grounding.places.words import place_words
from crossreport.model import Analysis, Name, Sentence
from crossreport.names import fold_name
from crossreport.words.calendar import calendar

_CALLED = frozenset({"settlement", "district", "either", "admin1", "facility"})  # kinds of place that a noun makes


def with_names_alike(analysis: Analysis) -> Analysis:
    """The analysis with such names called places, or left out."""
    known = {fold_name(name) for sentence in analysis.sentences for name in _called_places(sentence)}
    sentences = tuple(_settled(sentence, known) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences) if sentences != analysis.sentences else analysis


def _called_places(sentence: Sentence) -> Iterator[str]:
    """Names right before a noun of places, or behind it and "of": "Kyo Htee village", "the village of Kyo Htee"."""
    for name in sentence.names:
        end = name.last - (name.last - name.first > 1 and _calls(sentence.tokens[name.last - 1].text))
        behind = sentence.tokens[end] if end < len(sentence.tokens) else None
        if (behind is not None and _calls(behind.text)) or _called_before(sentence, name):
            yield _text(sentence, replace(name, last=end))


def _called_before(sentence: Sentence, name: Name) -> bool:
    before = sentence.tokens[max(name.first - 2, 0) : name.first]
    return len(before) == 2 and before[1].text == "of" and _calls(before[0].text)


def _calls(noun: str) -> bool:
    return noun.islower() and place_words().kind_of(noun) in _CALLED


def _settled(sentence: Sentence, known: set[str]) -> Sentence:
    names = tuple(name for name in (_relabelled(sentence, one, known) for one in sentence.names) if name is not None)
    return replace(sentence, names=names) if names != sentence.names else sentence


def _relabelled(sentence: Sentence, name: Name, known: set[str]) -> Name | None:
    name = _without_day(sentence, name)
    if name.label == "ORG" and _called_before(sentence, name):
        return replace(name, label="LOC")
    if name.label != "PER":
        return name
    before = sentence.tokens[name.first - 1].text if name.first else ""
    if name.last - name.first == 1 and before in ("a", "an") and not _followed_by_noun(sentence, name):
        return None
    if before in place_words().titles or fold_name(_text(sentence, name)) not in known:
        return name
    return replace(name, label="LOC")


def _without_day(sentence: Sentence, name: Name) -> Name:
    """A name as far as the weekday that it has swallowed, but for days that have names: "Bloody Sunday"."""
    for at in range(name.first + 1, name.last):
        word, before = (sentence.tokens[each].text for each in (at, at - 1))
        if word[:1].isupper() and word.lower() in calendar().weekdays and len(word) > _SHORT and before not in _OF_DAYS:
            return replace(name, last=at)
    return name


_SHORT = 4  # letters: "Sat", "Sun" and "Mon" are words of names, too
_OF_DAYS = frozenset({"Bloody", "Black", "Good", "Holy", "Ash", "Palm", "Easter", "Red", "Blue", "Super", "Giving"})


def _followed_by_noun(sentence: Sentence, name: Name) -> bool:
    return name.last < len(sentence.tokens) and sentence.tokens[name.last].upos in ("NOUN", "PROPN")


def _text(sentence: Sentence, name: Name) -> str:
    return " ".join(token.text for token in sentence.tokens[name.first : name.last])
