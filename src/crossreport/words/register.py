"""The register's index: the words of a text in, the entries that they may name out, longest first.

Romanisation does not matter: words are compared by `fold_word`, Arabic articles inside a name are skipped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from anyascii import anyascii
from msgspec import Struct

from crossreport.model.actor import Actor
from crossreport.words.actors import ActorEntry, Country, PersonEntry, Tables, tables
from crossreport.words.own_actors import own_entries

RefKind = Literal[
    "alias", "near", "loaded", "description", "country", "adjective", "capital", "region", "person", "surname"
]

_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile(r"['’‘`´ʿʾʼʻ]")
_DOTTED = re.compile(r"\b[A-Z](?:\.[A-Z])+\b\.?")  # "I.R.A.", "U.S."
_POSSESSIVE = re.compile(r"['’]s\b")
_FOLDS = tuple(
    (frozenset(letters), re.compile(pattern), sound)  # with the letters without which there is nothing to fold
    for letters, pattern, sound in (
        ("o", r"ou|oo", "u"),
        ("e", r"ee", "i"),
        ("ey", r"ae|ei|ey|ay", "ai"),
        ("q", r"q", "k"),
        ("", r"(.)\1+", r"\1"),
        ("h", r"(?<=[aeiou])h$", ""),
    )
)
_ARTICLES = frozenset({"al", "el"})
_SUN_ARTICLES = frozenset({"ash", "as", "an", "ar", "ad", "at", "az", "adh", "ath", "ul", "il", "ed", "es", "ez", "en"})
_HYPHENS = frozenset({"-", "–", "‑"})
_SKIPPED = frozenset({'"', "“", "”", "``", "''", "'s", "’s", "'", "’", "‘", "«", "»", "/"}) | _HYPHENS
_SHORT_CAPS = 6
_SHORT = 6  # letters up to which a lone word must be spelled as registered
_SPELLED: frozenset[RefKind] = frozenset({"country", "adjective", "capital", "region"})


class Ref(Struct, frozen=True):
    """One way to name an entry: `id` of the actor, country code or person; `caps` how its words must be written."""

    kind: RefKind
    id: str
    alias: str
    caps: tuple[str, ...]
    order: int


class Word(Struct, frozen=True):
    """A word of a text: its key, its spelling, whether it is an Arabic article, and where it comes from."""

    key: str
    text: str
    article: bool
    at: int = 0


_BREAK = Word("\x00", "", False)


class Hit(Struct, frozen=True):
    """Words `first` up to, not including, `last` name one of `refs`."""

    first: int
    last: int
    refs: tuple[Ref, ...]


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One key for the romanisations of a word.

    >>> fold_word("Houthi") == fold_word("Huthi"), fold_word("Qaeda") == fold_word("Qaida")
    (True, True)
    """
    key = _APOSTROPHES.sub("", anyascii(word)).lower()
    for letters, pattern, sound in _FOLDS:
        if not letters or not letters.isdisjoint(key):
            key = pattern.sub(sound, key)
    return key


@lru_cache(maxsize=65536)
def split_words(text: str) -> tuple[Word, ...]:
    """The words of a name; possessive endings gone."""
    plain = _APOSTROPHES.sub("", _POSSESSIVE.sub("", text))
    plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), plain)
    return tuple(
        Word(fold_word(one.group()), one.group(), is_article(one.group(), plain[one.end() : one.end() + 1] == "-"))
        for one in _WORD.finditer(plain)
    )


def word_row(tokens: Sequence[str]) -> list[Word]:
    """The words of a tokenised sentence; quotation marks and hyphens are passed over, other marks break a name."""
    row: list[Word] = []
    for at, token in enumerate(tokens):
        if token in _SKIPPED:
            continue
        hyphen = at + 1 < len(tokens) and tokens[at + 1] in _HYPHENS
        parts = split_words(token)
        if not parts:
            row.append(_BREAK)
        for part in parts:
            row.append(Word(part.key, part.text, part.article or is_article(part.text, hyphen), at))
    return row


def is_article(word: str, hyphen: bool) -> bool:
    """Whether a word is the Arabic article: al, el, or an assimilated form in front of a hyphen."""
    low = word.lower()
    return low in _ARTICLES or (hyphen and low in _SUN_ARTICLES)


class Register:
    """Names to entries. Built once; looking up does not change it."""

    def __init__(self, known: Tables, extra: Iterable[ActorEntry] = ()) -> None:
        self.tables = known
        self.actors: dict[str, ActorEntry] = {**known.actors, **{entry.id: entry for entry in extra}}
        self._index: dict[tuple[str, ...], list[Ref]] = {}
        self._longest: dict[str, int] = {}
        for ref in _refs(self.actors.values(), known.countries.values(), known.persons.values()):
            self._add(ref)

    def _add(self, ref: Ref) -> None:
        words = split_words(ref.alias)
        if not words:
            return
        for key in _keys(words) | _bracketed(ref.alias):
            self._index.setdefault(key, []).append(ref)
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def actor_on(self, identity: str, day: str | None) -> Actor | None:
        """The actor of an id under the name of an ISO day (CODEBOOK.md: names by the day of the event)."""
        entry = self.actors.get(identity)
        return None if entry is None else entry.actor(day)

    def hits(self, words: Sequence[Word]) -> list[Hit]:
        """The longest names, from left to right, none inside another."""
        found, here = [], 0
        while here < len(words):
            hit = self._hit(words, here)
            if hit is not None:
                found.append(hit)
            here = hit.last if hit is not None else here + 1
        return found

    def _hit(self, words: Sequence[Word], here: int) -> Hit | None:
        longest = self._longest.get("al" if words[here].article else words[here].key, 0)
        longest = max(longest, self._longest.get(words[here].key[:-1], 0))
        if not longest:
            return None  # nothing begins with this word, as with most
        for key, last in reversed(list(_walk(words, here, longest))):
            refs = self._index.get(key, [])
            fitting = tuple(ref for ref in refs if _fits(ref, words[here:last]))
            if not fitting and key[-1].endswith("s"):
                single = self._index.get((*key[:-1], key[-1][:-1]), [])
                fitting = tuple(ref for ref in single if _fits(ref, words[here:last]))
            if fitting:
                return Hit(here, last, fitting)
        return None


def _keys(words: Sequence[Word]) -> set[tuple[str, ...]]:
    """An alias with its leading article as "al", later ones dropped; also without it if two words stay."""
    inner = tuple(word.key for word in words[1:] if not word.article)
    keys = {(("al" if words[0].article else words[0].key), *inner)}
    if words[0].article and len(inner) > 1:
        keys.add(inner)
    return keys


def _bracketed(alias: str) -> set[tuple[str, ...]]:
    """The key of "CPI (Maoist)" as a text has it: a bracket breaks a row of words."""
    before, bracket, inside = alias.rstrip(")").partition("(")
    if not bracket or not before.strip() or "(" in inside:
        return set()
    return {(*key, _BREAK.key, *(word.key for word in split_words(inside))) for key in _keys(split_words(before))}


def _walk(words: Sequence[Word], here: int, longest: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Keys of one, two, … words from `here` on, with where each ends."""
    key: tuple[str, ...] = ("al" if words[here].article else words[here].key,)
    yield key, here + 1
    at = here + 1
    while at < len(words) and len(key) < longest:
        if not words[at].article:
            key = (*key, words[at].key)
            yield key, at + 1
        at += 1


def _fits(ref: Ref, words: Sequence[Word]) -> bool:
    """Whether the text writes the name with the capitals that the alias needs."""
    texts = [word.text for word in words if not word.article and word.text]
    if (
        len(ref.caps) == 1
        and texts
        and (ref.kind in _SPELLED or len(ref.alias) <= _SHORT)
        and not _spelled(ref, texts[-1])
    ):
        return False
    if len(texts) != len(ref.caps):
        texts = texts[-len(ref.caps) :]
    return all(_same_case(cap, text) for cap, text in zip(ref.caps, texts, strict=False))


def _spelled(ref: Ref, text: str) -> bool:
    """Whether one short word is the alias itself: folding makes "They" and "Thai" one key."""
    alias = _APOSTROPHES.sub("", anyascii(ref.alias)).lower()
    written = _APOSTROPHES.sub("", anyascii(text)).lower()
    bare = alias.rpartition(" ")[2].rpartition("-")[2]
    return written.removesuffix("s") in (bare, bare.removesuffix("s"))


def _same_case(cap: str, text: str) -> bool:
    if cap == "*":
        return True
    if cap == "A":
        return text[:1].isupper() or text[:1].isdigit()
    return text == cap or text == cap + "s" or (len(cap) > 3 and text == cap.capitalize())


def _caps(alias: str) -> tuple[str, ...]:
    """What the case of each word must be: the word itself for an abbreviation, "A" capital, "*" any."""
    words = [word for word in split_words(alias) if not word.article]
    marks = [_cap(word.text) for word in words]
    first = next((at for at, mark in enumerate(marks) if mark != "*"), None)
    return tuple(mark if mark != "A" or at == first or len(words) > 2 else "*" for at, mark in enumerate(marks))


def _cap(word: str) -> str:
    short = len(word) <= _SHORT_CAPS and not word[1:].islower() and not word.isdigit()
    if short and any(letter.isupper() for letter in word[1:]):  # "FSA", "LeT"
        return word
    return "A" if word[:1].isupper() else "*"


def _refs(actors: Iterable[ActorEntry], states: Iterable[Country], public: Iterable[PersonEntry]) -> Iterator[Ref]:
    states = list(states)
    governments = frozenset(country.government for country in states)
    for entry in actors:
        yield from _actor_refs(entry, plainly_named=entry.id not in governments)
    for country in states:
        yield from _country_refs(country)
    for person in public:
        for name in (person.name, *person.aliases):
            kind: RefKind = "person" if " " in name else "surname"
            yield Ref(kind, person.id, name, _caps(name), 0)


def _actor_refs(entry: ActorEntry, *, plainly_named: bool) -> Iterator[Ref]:
    guarded = set(entry.near)
    plain = [_bare(entry.name), *(dated.name for dated in entry.names), *entry.aliases]
    if not plainly_named:  # a state by its plain name is often a place
        plain = list(entry.aliases)
    kinds: tuple[tuple[RefKind, Iterable[str]], ...] = (
        ("alias", [name for name in plain if (name not in guarded and "(" not in entry.name) or name in entry.aliases]),
        ("near", [*entry.near, *([_bare(entry.name)] if "(" in entry.name else [])]),
        ("loaded", entry.loaded),
        ("description", entry.descriptions),
    )
    seen: set[str] = set()
    for kind, names in kinds:
        for name in names:
            if name not in seen and not (kind == "alias" and name in guarded):
                seen.add(name)
                yield Ref(kind, entry.id, name, _caps(name), entry.order)


def _bare(name: str) -> str:
    """A canonical name without the country that tells it from its namesakes."""
    return re.sub(r"\s*\([^)]*\)$", "", name)


def _country_refs(country: Country) -> Iterator[Ref]:
    words: tuple[tuple[RefKind, tuple[str, ...]], ...] = (
        ("country", country.names),
        ("adjective", country.adjectives),
        ("capital", country.capitals),
        ("region", country.regions),
    )
    for kind, names in words:
        for name in names:
            yield Ref(kind, country.code, name, _caps(name), 0)


@cache
def register() -> Register:
    """The register as shipped, with the user's own actors."""
    extra = own_entries()
    return Register(tables(), extra) if extra else shipped_register()


@cache
def shipped_register() -> Register:
    """The register as shipped, for what must not depend on a user's own lists."""
    return Register(tables())
