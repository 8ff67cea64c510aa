"""Two spellings of one sound key in, whether a reader could take one for the other out; stricter than `names.same`.

A gazetteer holds so many names that some always sound like the one looked for: consonants have to be the same, a
spoken w among them, the first one to the letter, and a short name has to be nearly the same as written.
"""

import re

from rapidfuzz.distance import Levenshtein

from crossreport.names.key import sounds, words
from crossreport.names.same import spoken
from crossreport.names.script import vowelless

SHORT = 5  # letters up to which a name has to be nearly the same as written
_SPOKEN_W = re.compile(r"(?:ouw|uw|oo|ou|u|w)(?=[aei])|(?<=[aeiou])v")
_GLUED_ARTICLE = re.compile(r"^[ae]l(?=[bcdfghjklmnpqrstvwxyz][a-z]{2})")
_VOWELS = re.compile(r"[aeiouyw]")
_SILENT = re.compile(r"h")
_CONFUSED = str.maketrans({"q": "k", "g": "k", "x": "k", "d": "t", "z": "s", "j": "y", "b": "f", "v": "w"})


def alike(name: str, spelling: str) -> bool:
    """Whether `spelling` is near enough to `name` for the one to stand for the other.

    >>> alike("Narla", "Narowal"), alike("Sweida", "Suwayda"), alike("Nakyal", "Nekiwala")
    (False, True, False)
    """
    if vowelless(name) or vowelless(spelling) or spoken(name) == spoken(spelling):
        return True  # a script without vowels has nothing more to compare
    if _skeleton(name) != _skeleton(spelling) or _first(name) != _first(spelling):
        return False
    return min(len("".join(words(one))) for one in (name, spelling)) > SHORT or _nearly(name, spelling)


def _skeleton(name: str) -> str:
    """The consonants, letters joined that romanisations take one for the other; W for a w that is spoken."""
    heard = (_SPOKEN_W.sub("W", sounds(_GLUED_ARTICLE.sub("", word))) for word in words(name))
    return _SILENT.sub("", _VOWELS.sub("", "".join(heard))).translate(_CONFUSED)


def _first(name: str) -> str:
    """The sound that a name opens with, any vowel as one."""
    opening = _GLUED_ARTICLE.sub("", "".join(words(name)[:1]))[:2]
    return _VOWELS.sub("A", sounds(opening)[:1] or opening[:1]).translate(_CONFUSED)


def _nearly(name: str, spelling: str) -> bool:
    return Levenshtein.distance("".join(words(name)), "".join(words(spelling))) <= 1
