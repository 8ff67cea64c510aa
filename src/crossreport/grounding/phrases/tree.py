"""A sentence's tree with what the grounding of actors asks of it: children, ancestors, noun phrases."""

from functools import cached_property

from crossreport.model.analysis import Sentence, Token
from crossreport.words.function_words import ALL_QUOTES, HYPHENS

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
_LEFT = _NOMINAL | {"PART", "SYM", "DET"}
_FLAT = frozenset({"flat", "compound", "goeswith"})
_CLIMB = 4


class Tree:
    """Wraps one sentence; token indices throughout."""

    def __init__(self, sentence: Sentence, index: int) -> None:
        self.sentence = sentence
        self.index = index
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for at, token in enumerate(self.tokens):
            if 0 <= token.head < len(self.tokens) and token.head != at:
                self.children[token.head].append(at)

    @cached_property
    def lows(self) -> list[str]:
        """Spellings, lower case."""
        return [token.text.lower() for token in self.tokens]

    @cached_property
    def lemmas(self) -> list[str]:
        """Lemmas, lower case."""
        return [token.lemma.lower() for token in self.tokens]

    def rel(self, at: int) -> str:
        """The relation without its subtype."""
        return self.tokens[at].rel.partition(":")[0]

    def reaches(self, at: int, target: int) -> bool:
        """Whether `target` is `at` or one of its next ancestors."""
        for _ in range(_CLIMB):
            if at == target:
                return True
            at = self.tokens[at].head
            if at < 0:
                return False
        return False

    def top(self, first: int, last: int) -> int:
        """The token of a range that hangs on something outside it."""
        for at in range(first, last):
            if not first <= self.tokens[at].head < last and self.tokens[at].upos in _NOMINAL:
                return at
        return last - 1

    def case(self, at: int) -> str | None:
        """The preposition of a noun, the one of its first conjunct if it has none of its own."""
        for _ in range(_CLIMB):
            for child in self.children[at]:
                if self.tokens[child].rel == "case" and self.tokens[child].upos in ("ADP", "SCONJ", "VERB"):
                    return self.lows[child]
            if self.rel(at) != "conj":
                return None
            at = self.tokens[at].head
        return None

    def role(self, at: int) -> str:
        """The relation of a noun to its verb; a conjunct has that of its first."""
        for _ in range(_CLIMB):
            if self.rel(at) != "conj":
                break
            at = self.tokens[at].head
        return self.tokens[at].rel

    def governor(self, at: int) -> int:
        """What a noun hangs on, past its conjuncts; -1 at the root."""
        for _ in range(_CLIMB):
            if self.rel(at) != "conj":
                break
            at = self.tokens[at].head
        return self.tokens[at].head

    def left(self, head: int) -> int:
        """Where the noun phrase of `head` begins, read from right to left over words that can stand in one."""
        at = head
        while at > 0 and self._joins(at - 1):
            at -= 1
            if self.tokens[at].upos == "DET" and self.tokens[at].rel == "det":
                break
        return at

    def _joins(self, at: int) -> bool:
        token = self.tokens[at]
        if token.upos in _LEFT or token.text in HYPHENS or token.text in ALL_QUOTES:
            return True
        beside_hyphen = self.near_hyphen(at)
        return (token.rel.startswith("amod") and token.upos == "VERB") or beside_hyphen

    def near_hyphen(self, at: int) -> bool:
        """Whether a hyphen stands beside a word."""
        before = at > 0 and self.tokens[at - 1].text in HYPHENS
        return before or (at + 1 < len(self.tokens) and self.tokens[at + 1].text in HYPHENS)

    def right(self, head: int) -> int:
        """Where the name of `head` ends: behind the words that are flat on it."""
        last = head
        while last + 1 < len(self.tokens) and self._flat_on(last + 1, head):
            last += 1
        return last + 1

    def _flat_on(self, at: int, head: int) -> bool:
        token = self.tokens[at]
        if token.text in HYPHENS and at + 1 < len(self.tokens):
            return self._flat_on(at + 1, head)
        return self.rel(at) in _FLAT and self.reaches(at, head) and token.head <= at

    def bare(self, first: int, head: int) -> int:
        """`first` without determiners, numbers and quotes."""
        numbers = [at for at in range(first, head) if self.tokens[at].upos == "NUM"]
        first = numbers[-1] + 1 if numbers else first
        while first < head and (
            self.tokens[first].upos in ("DET", "NUM", "PART", "PUNCT") or self.tokens[first].text in ALL_QUOTES
        ):
            first += 1
        return first

    def definite(self, first: int, head: int) -> bool:
        """Whether "the", "this" or "these" opens the phrase."""
        return any(self.lows[at] in ("the", "this", "these", "those", "that") for at in range(first, head))

    def of(self, head: int) -> int | None:
        """The noun behind "of" that hangs on `head`."""
        conjuncts = [child for child in self.children[head] if child > head and self.rel(child) == "conj"]
        first = self.tokens[head].head if self.rel(head) == "conj" else head
        for owner in (head, first):
            for child in self.children[owner] if owner >= 0 else ():
                # "the army and rebels of X": X is the last conjunct's, whatever it was hung on
                between = any(one < child for one in conjuncts)
                if child > head and not between and self._owned(child):
                    return child
        return None

    def _owned(self, child: int) -> bool:
        return self.rel(child) == "nmod" and self.case(child) in ("of", "from", "belonging")
