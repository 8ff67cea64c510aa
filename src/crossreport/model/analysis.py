"""A page's sentences with tokens, syntax and names."""

from typing import Literal

from msgspec import Struct

NameLabel = Literal["PER", "LOC", "ORG"]

PLURAL = frozenset({"NNS", "NNPS"})  # the `xpos` of nouns for several


class Token(Struct, frozen=True):
    """A word of a sentence. `start`/`end` count in `Page.text`; `head` is an index into the sentence, -1 = root."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    rel: str  # Universal Dependencies relation, with subtype ("nsubj:pass")


class Name(Struct, frozen=True):
    """Tokens `first` up to, not including, `last` of a sentence name somebody or something."""

    first: int
    last: int
    label: NameLabel


class Sentence(Struct, frozen=True):
    """`block` is the index of its `Page.blocks` entry; no sentence crosses a block."""

    start: int
    end: int
    block: int
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]

    def children(self, head: int) -> list[int]:
        """Indices of the tokens that hang on `head`, in order."""
        return [index for index, token in enumerate(self.tokens) if token.head == head]

    def subtree(self, head: int) -> list[int]:
        """`head` and all below it, in order."""
        found, agenda = {head}, [head]
        while agenda:
            here = agenda.pop()
            for child in self.children(here):
                if child not in found:
                    found.add(child)
                    agenda.append(child)
        return sorted(found)

    def token_at(self, offset: int) -> int | None:
        """Index of the token that covers the page offset."""
        return next((i for i, t in enumerate(self.tokens) if t.start <= offset < t.end), None)


class Analysis(Struct, frozen=True):
    """The sentences of one page, in reading order. `model` names weights and run-time versions."""

    page: str
    sentences: tuple[Sentence, ...]
    model: str
