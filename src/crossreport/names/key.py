"""A name in any romanisation or script in, one consonant key out; a key finds candidates, `same` decides.

The key drops what romanisations disagree about (articles, vowels, doubled letters, apostrophes, word breaks,
final h) and joins letters that stand for one sound: q/k, kh, gh/g, sh/ch/s, th/t, dh/d, ph/p/f, dj/zh/j.
It says nothing about whether two names mean one place.
"""

import re
from functools import lru_cache
from itertools import zip_longest

from crossreport.names.script import latin

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHE = re.compile("['’‘`´ʿʾʼʻʹʺ′]")
_ARTICLES = frozenset({"al", "el", "il", "ul"})
_SUN_ARTICLE = re.compile(r"[aeiu](?:sh|th|dh|[tdrzsn])$")  # ar-, as-, ash-, at-, ath-, ad-, adh-, az-, an-, ez-, …
_GLUED_SUN = re.compile(r"^[ae](sh|th|dh|[tdrzsn])\1")  # Arraqqah, Ezzor, Asshaykh
_GLUED_ARTICLE = re.compile(r"^[ae]l(?=[bcdfghjklmnpqrstvwxyz][a-z]{2})")
_ABU = re.compile(r"^(?:albu|abu|abou|aboo|bou|bu)$")

# One sound, many spellings; the order matters: longer ones first.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"x", "ks"),
        (r"tsch|tch|tsh|cz", "ch"),
        (r"sch|sh|ch|sz", "s"),
        (r"dzh|dj|zh|dg(?=[ei])", "j"),
        (r"kh", "x"),
        (r"gh", "g"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"hp|ph|p", "f"),
        (r"\bh(?=[tksln][aeiou])", ""),  # Burmese ht, hk, hs, hl, hn
        (r"ck|q|c(?![eiy])", "k"),
        (r"c", "s"),
        (r"tz", "ts"),
    )
)
_INITIAL_X = re.compile(r"^x(?=[aeiou])")
_DOUBLED = re.compile(r"(.)\1+")
_N_BEFORE_LABIAL = re.compile(r"n(?=[aeiou]?[bf])(?=[bf])")
_QAF = (("gh", "q"), ("q", "gh"))  # one sound in the Sudan, the Gulf and Persian ("Qazni", "Gadarif")
_FINAL_H = re.compile(r"(?<=[aeiouy])h$")
_VOWELS = re.compile(r"[aeiouyw]")
_INITIAL_SEMIVOWEL = re.compile(r"^(?:ou|w)(?=[aeiouy])")
_INITIAL_Y = re.compile(r"^[yij](?=[aeou])")


def words(text: str) -> list[str]:
    """The Latin words of a name, articles gone, `ezzor` opened to `zor`.

    >>> words("Deir ez-Zor"), words("Dayr az Zawr"), words("Deir Ezzor")
    (['deir', 'zor'], ['dayr', 'zawr'], ['deir', 'zor'])
    """
    found = _WORD.findall(_APOSTROPHE.sub("", latin(text)))
    kept = [word for word, after in zip_longest(found, found[1:]) if after is None or not is_article(word, after)]
    return [_GLUED_SUN.sub(r"\1", word) if len(word) > 4 else word for word in kept]


def is_article(word: str, following: str) -> bool:
    """Whether a folded Latin word before `following` is the Arabic article: al, el, ar before r…, ash before sh…"""
    return word in _ARTICLES or (bool(_SUN_ARTICLE.match(word)) and following.startswith(word[1:]))


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """One Latin word with one letter a sound; vowels still there.

    >>> sounds("khan"), sounds("sheikhoun")
    ('xan', 'seixoun')
    """
    heard = "b" if _ABU.match(word) else _INITIAL_X.sub("h", word)
    for pattern, sound in _SOUNDS:
        heard = pattern.sub(sound, heard)
    return _N_BEFORE_LABIAL.sub("m", _FINAL_H.sub("", _DOUBLED.sub(r"\1", heard)))


def _skeleton(word: str, *, first: bool) -> str:
    heard = sounds(word)
    if first:
        heard = _INITIAL_SEMIVOWEL.sub("W", heard)
        heard = _INITIAL_Y.sub("Y", heard)
        if heard[:1] in set("aeiouyw"):
            heard = "A" + heard[1:]
    return _VOWELS.sub("", heard)


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """The key of a name; two spellings of one name share it, and some other names too.

    >>> name_key("Tal Rifaat") == name_key("Tell Rif'at") == name_key("تل رفعت")
    True
    >>> name_key("Hodeidah") == name_key("al-Hudayda")
    True
    """
    return _key(words(text))


def _key(parts: list[str]) -> str:
    return "".join(_skeleton(word, first=here == 0) for here, word in enumerate(parts)).lower()


def key_variants(text: str) -> tuple[str, ...]:
    """The key, then further keys under which the name may be filed: a glued article opened ("Alnouman"), q for gh.

    >>> key_variants("Alzahra")[1] == name_key("al-Zahra")
    True
    """
    parts = words(text)
    opened = [_GLUED_ARTICLE.sub("", word) for word in parts]
    keys = [_key(parts), _key(opened), *(_key([word.replace(one, other) for word in parts]) for one, other in _QAF)]
    return tuple(dict.fromkeys(key for key in keys if key))
