"""Stand-ins for names of parties: what the tree of a sentence is must not depend on whose name stands in it.

In: the words of a sentence. Out: the ranges that name a known actor or country, each with one word to be tagged in
its place; and, the other way, what was tagged with the names' own words put back. Who is meant is not decided here.
"""

from collections.abc import Sequence

from msgspec import Struct

from crossreport.language.model import Tagged
from crossreport.words.actor_nouns import actor_nouns, noun_classes
from crossreport.words.register import Hit, RefKind, register, word_row

_GROUP, _COUNTRY = "NATO", "Iraq"
_KINDS: dict[RefKind, str] = {"alias": _GROUP, "near": _GROUP, "country": _COUNTRY}
_SIDES = frozenset(
    {"state", "state_forces", "external_forces", "rebel_group", "political_militia", "identity_militia", "party"}
)
_HYPHENS = frozenset({"-", "–", "‑", "/"})
_BODIES = frozenset(
    ["army", "military", "navy", "police", "government", "force", "airforce", "regime", "authority", "administration"]
)
_SOME = frozenset({"rebel", "militant", "gunman", "militia", "civilians", "people"})  # nouns for some of many
_OPENERS = frozenset({".", ":", '"', "“"})
_ARTICLE = "the"
_MODIFIERS = frozenset({"compound", "amod", "nmod:desc"})


class StandIn(Struct, frozen=True):
    """`word` stands for the words `first` up to, not including, `last`.

    `article` says whether they begin with one, `size` how many there are without an abbreviation in brackets.
    """

    first: int
    last: int
    word: str
    article: bool
    size: int


def stand_ins(words: Sequence[str]) -> list[StandIn]:
    """The names of a sentence that one word can stand for, from left to right."""
    found: list[StandIn] = []
    row = word_row(words)
    shouted = sum(word.isupper() for word in words) * 2 > len(words)
    for hit in [] if shouted else register().hits(row):
        one = _stand_in(words, row[hit.first].at, row[hit.last - 1].at + 1, hit)
        if one is not None and (not found or found[-1].last <= one.first):
            found.append(one)
    return found


def _stand_in(words: Sequence[str], first: int, last: int, hit: Hit) -> StandIn | None:
    word = _KINDS.get(hit.refs[0].kind)
    if word == _GROUP and register().actors[hit.refs[0].id].kind not in _SIDES:
        return None
    if hit.refs[0].kind == "adjective":
        end = _bodies(words, last)
        word, last = (_GROUP, end) if end > last else (None, last)
    while last > first and words[last - 1].islower() and noun_classes().get(words[last - 1].removesuffix("s")) in _SOME:
        last -= 1
    inside = words[first:last]
    if word is None or not any(part[:1].isupper() for part in inside) or _tied(words, first, last):
        return None
    if word == _COUNTRY and inside[-1].isupper():
        return None  # "US", "UK" are adjectives, too
    if first > 0 and words[first - 1].lower() == _ARTICLE:
        first -= 1
    article = last - first > 1 and words[first].lower() == _ARTICLE
    if _capital_beside(words, first, last):
        return None
    return StandIn(first, _with_bracket(words, last), word, article, last - first)


def _with_bracket(words: Sequence[str], last: int) -> int:
    """The end of a name with the abbreviation that stands in brackets behind it."""
    bracketed = last + 2 < len(words) and words[last] == "(" and words[last + 2] == ")"
    return last + 3 if bracketed and words[last + 1][:1].isupper() else last


def _bodies(words: Sequence[str], at: int) -> int:
    """Where the nouns end that make a country's adjective a body of that state ("Syrian government forces")."""
    start = at
    while at < len(words) and words[at].lower().removesuffix("s") in _BODIES | actor_nouns().security_words:
        at += 1
    return at if at > start and words[at - 1].lower().removesuffix("s") in _BODIES else start


def _tied(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a hyphen makes the name a part of a word ("US-led")."""
    return (first > 0 and words[first - 1] in _HYPHENS) or (last < len(words) and words[last] in _HYPHENS)


def _capital_beside(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the word may be a part of a longer name ("met Michael Jordan", "Bank of Syria Overseas")."""
    opens = first < 2 or words[first - 2] in _OPENERS  # a sentence's first word has its capital anyway
    before = not opens and words[first - 1][:1].isupper()
    return before or (last < len(words) and words[last][:1].isupper())


def replaced(words: Sequence[str], found: Sequence[StandIn]) -> list[str]:
    """The words with the stand-ins in the names' places."""
    short: list[str] = []
    at = 0
    for one in found:
        short += [*words[at : one.first], one.word]
        at = one.last
    return [*short, *words[at:]]


def frame(name: Sequence[str]) -> list[str]:
    """A sentence in which the name is seen alone; it stands at its beginning."""
    return [*name, "said", "so", "."]


def restored(tagged: Tagged, found: Sequence[StandIn], inner: Sequence[Tagged]) -> Tagged:
    """What was tagged, for all words; `inner` gives each name's own words as tagged in its frame."""
    if not found:
        return tagged
    spans = _spans(len(tagged.upos), found)
    tops = [first + (_top(inner[known], found[known]) if known is not None else 0) for first, known in spans]
    rows: list[_Row] = []
    for at, (first, known) in enumerate(spans):
        head = -1 if tagged.heads[at] < 0 else tops[tagged.heads[at]]
        said = tuple(labels[at] for labels in tagged.layers.values())
        outer = _Row(tagged.upos[at], tagged.xpos[at], head, tagged.rels[at], tagged.names[at], said)
        rows += [outer] if known is None else _inside(outer, first, found[known], inner[known], list(tagged.layers))
    return Tagged(
        upos=tuple(row.upos for row in rows),
        xpos=tuple(row.xpos for row in rows),
        heads=tuple(row.head for row in rows),
        rels=tuple(row.rel for row in rows),
        layers={name: tuple(row.layers[at] for row in rows) for at, name in enumerate(tagged.layers)},
    )


class _Row(Struct, frozen=True):
    upos: str
    xpos: str
    head: int
    rel: str
    name: str
    layers: tuple[str, ...]  # what each head says, the names' among them


def _spans(count: int, found: Sequence[StandIn]) -> list[tuple[int, int | None]]:
    """Of each of `count` tagged words: where it begins in the sentence, and which stand-in it is."""
    spans: list[tuple[int, int | None]] = []
    here, known = 0, 0
    while len(spans) < count:
        if known < len(found) and found[known].first == here:
            spans.append((here, known))
            here, known = found[known].last, known + 1
        else:
            spans.append((here, None))
            here += 1
    return spans


def _inside(outer: _Row, first: int, one: StandIn, own: Tagged, layers: Sequence[str]) -> list[_Row]:
    """The words of a name: its top hangs where the stand-in hung, the others as in the name's frame.

    Heads other than that of names say of each word what they said of the stand-in.
    """
    size, top = one.last - one.first, _top(own, one)
    names = _tags(one, "ORG" if one.word == _GROUP else outer.name.rpartition("-")[2])
    rows: list[_Row] = []
    for at in range(size):
        head, rel = first + top, "flat"
        if at == top:
            head, rel = outer.head, outer.rel
        elif at < one.article:
            head, rel = (outer.head if _modifies(outer, first + top) else head), "det"
        elif 0 <= own.heads[at] < size:
            head, rel = first + own.heads[at], own.rels[at]
        goes_on = tuple(each.replace("B-", "I-", 1) if at else each for each in outer.layers)
        said = tuple(names[at] if name == "names" else each for name, each in zip(layers, goes_on, strict=True))
        rows.append(_Row(own.upos[at], own.xpos[at], head, rel, names[at], said))
    return rows


def _modifies(outer: _Row, top: int) -> bool:
    """Whether a name stands in front of a noun whose article its own is ("the NATO spokesman")."""
    return outer.rel in _MODIFIERS and outer.head > top


def _tags(one: StandIn, label: str) -> list[str]:
    """BIO tags of a name's words, its article and the brackets around its abbreviation left out; "O" is no label."""
    if label == "O":
        return ["O"] * (one.last - one.first)
    name = [f"B-{label}"] + [f"I-{label}"] * (one.size - one.article - 1)
    bracket = ["O", f"B-{label}", "O"] if one.last - one.first > one.size else []
    return ["O"] * one.article + name + bracket


def _top(own: Tagged, one: StandIn) -> int:
    """The word of a name on which the others hang; its last one if there are several."""
    size = one.last - one.first
    tops = [at for at in range(one.article, size) if not 0 <= own.heads[at] < size]
    return tops[-1] if tops else size - 1
