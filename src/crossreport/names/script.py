"""A name in any script in, Latin letters out, with consonants as the press romanises them.

Arabic script is read by a table of our own, because a consonant key must know the article, ta marbuta and the
letters that stand for long vowels; every other script goes through anyascii.
"""

import re

from anyascii import anyascii

from crossreport.names.normalise import fold_text

_ARABIC_LETTER = re.compile("[\u0600-\u06ff]")
_HEBREW_LETTER = re.compile("[\u0590-\u05ff]")
_ARABIC = str.maketrans(
    {
        "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
        "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
        "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "پ": "p", "چ": "ch",
        "ژ": "zh", "ں": "n", "ے": "y", "ہ": "h", "ھ": "h", "ڤ": "v", "ۆ": "o", "ێ": "e", "ڕ": "r", "ڵ": "l",
    }
)  # fmt: skip
_ARTICLE = re.compile(r"(?<!\S)(?:ال)(?=\S{2})")
_FINAL_TA_MARBUTA = re.compile(r"ه(?!\S)")
_INITIAL_WAW = re.compile(r"(?<!\S)(?:ال)?و(?=\S)")
_INITIAL_YA = re.compile(r"(?<!\S)(?:ال)?ي(?=\S)")
_LATIN_ONLY = re.compile("^[\x00-\x7f]*$")


def vowelless(text: str) -> bool:
    """Whether `text` is in a script that leaves short vowels out."""
    return bool(_ARABIC_LETTER.search(text) or _HEBREW_LETTER.search(text))


def latin(text: str) -> str:
    """`text` in lower-case ASCII.

    >>> latin("الحسكة")
    'al hska'
    >>> latin("Авдіївка")
    'avdiivka'
    """
    folded = fold_text(text)
    if _LATIN_ONLY.match(folded):
        return folded
    if _ARABIC_LETTER.search(folded):
        folded = _INITIAL_YA.sub("ya", _INITIAL_WAW.sub("wa", _FINAL_TA_MARBUTA.sub("a", folded)))
        folded = _ARTICLE.sub("al ", folded).translate(_ARABIC)
    return anyascii(folded).casefold()
