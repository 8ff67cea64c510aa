"""Where the register's names stand in a page's sentences, and which country the page is about."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from crossreport.grounding.phrases.tree import Tree
from crossreport.model.analysis import Sentence
from crossreport.model.kinds import PRESS
from crossreport.model.span import Span
from crossreport.words.actor_nouns import actor_nouns
from crossreport.words.function_words import HYPHENS
from crossreport.words.register import Ref, RefKind, Register, is_article, word_row

_WEIGHTS: dict[RefKind, int] = {"country": 2, "adjective": 2, "capital": 1, "region": 1}
_FOUGHT = 2  # a country with a war on its ground is likelier what a page is about
_TITLE = 3
_NAMES: frozenset[RefKind] = frozenset({"alias", "near", "loaded", "description"})
_SHORT = 3


class Found(Struct, frozen=True):
    """Tokens `first` up to, not including, `last` of a sentence name one of `refs`; `head` is their top token."""

    sentence: int
    first: int
    last: int
    head: int
    refs: tuple[Ref, ...]

    @property
    def kind(self) -> RefKind:
        """What the first reading names."""
        return self.refs[0].kind

    @property
    def named(self) -> bool:
        """Whether it names a group, an organisation or a state body."""
        return self.kind in _NAMES


def find(trees: Sequence[Tree], register: Register, dateline: Span | None = None) -> list[Found]:
    """Every register name of the page but those of its dateline, in reading order, the longest at each place."""
    return [found for tree in trees for found in _sentence(tree, register, dateline)]


def _sentence(tree: Tree, register: Register, dateline: Span | None) -> list[Found]:
    words = word_row([token.text for token in tree.tokens])
    capitals = sum(word.text.isupper() for word in words if word.text) * 2 > max(len(words), 8)
    found = []
    for hit in register.hits(words):
        start = tree.tokens[words[hit.first].at].start
        if dateline is not None and dateline.start <= start < dateline.end:
            continue
        refs = tuple(ref for ref in hit.refs if not (capitals and len(ref.alias) <= _SHORT))
        first, last = _with_article(tree, words[hit.first].at), words[hit.last - 1].at + 1
        if refs and not _inside_other(tree.sentence, first, last, refs):
            found.append(Found(tree.index, first, last, tree.top(first, last), refs))
    return found


def _with_article(tree: Tree, first: int) -> int:
    """Back over "al-" in front of a name that is registered without it."""
    if first >= 2 and tree.tokens[first - 1].text in HYPHENS and is_article(tree.tokens[first - 2].text, True):
        return first - 2
    return first


def _inside_other(sentence: Sentence, first: int, last: int, refs: Sequence[Ref]) -> bool:
    """Whether the words are only a part of a longer name of a person or a place ("Jordan" in "Michael Jordan")."""
    if any(ref.kind == "person" for ref in refs):
        return False
    for name in sentence.names:
        holds = name.first <= first and last <= name.last
        longer = first < name.last and name.first < last < name.last
        if name.label == "LOC" and longer and refs[0].kind in _NAMES:
            return True  # "the West" in "the West Bank"
        if name.label == "PER" and holds and name.last - name.first > last - first:
            return all(sentence.tokens[at].upos in ("PROPN", "PUNCT", "X") for at in range(name.first, name.last))
    return False


def count_countries(found: Sequence[Found], titles: frozenset[int], register: Register) -> Counter[str]:
    """How much a page speaks of each country."""
    counted: Counter[str] = Counter()
    for one in found:
        for code, weight in sorted(_countries(one, register).items()):
            fought = code in register.tables.countries and register.tables.countries[code].fought_over
            counted[code] += weight * (_FOUGHT if fought else 1) * (_TITLE if one.sentence in titles else 1)
    return counted


def _countries(one: Found, register: Register) -> dict[str, int]:
    found: dict[str, int] = {}
    for ref in one.refs:
        if ref.kind in _WEIGHTS:
            found[ref.id] = max(found.get(ref.id, 0), _WEIGHTS[ref.kind])
        elif ref.kind in ("alias", "description") and ref.id in register.actors:
            country = register.actors[ref.id].country
            if country is not None and register.actors[ref.id].kind not in PRESS:
                found[country] = max(found.get(country, 0), 1)
    return found


def tied(tree: Tree, first: int, last: int) -> str | None:
    """The tie that makes a name only a sponsor or a foe ("US-led", "anti-ISIS"), if one stands there."""
    words = actor_nouns()
    behind = last + 1 < len(tree.tokens) and tree.tokens[last].text in HYPHENS
    if behind and tree.lows[last + 1] in words.ties:
        return tree.lows[last + 1]
    if (
        last < len(tree.tokens)
        and tree.lows[last] in words.ties
        and tree.tokens[last].upos == "VERB"
        and tree.rel(last) == "amod"
        and tree.tokens[last].head > last  # not "terrorists affiliated with the front": it is said of them
    ):
        return tree.lows[last]
    before, hyphen, _ = tree.lows[first].partition("-")
    if hyphen and before in words.ties_before:
        return before
    after = tree.lows[last - 1].rpartition("-")[2]
    if "-" in tree.lows[last - 1] and after in words.ties:
        return after
    if first >= 2 and tree.tokens[first - 1].text in HYPHENS and tree.lows[first - 2] in words.ties_before:
        return tree.lows[first - 2]
    return None
