"""What every corpus becomes: the words of a sentence with the labels that its annotators gave, if any.

One naming convention for all of them, that of Universal NER: the bare name of a person, place or organisation.
Titles ("Governor"), generic nouns behind a place ("province") and articles stand outside.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

LABELS = ("PER", "LOC", "ORG")
TAGS = ("O", *(f"{edge}-{label}" for label in LABELS for edge in "BI"))
Span = tuple[int, int, str]  # first word, end word, label


class Syntax(Struct, frozen=True):
    """Tags and tree of a sentence; `heads` count from 1, 0 = root."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    rels: tuple[str, ...]


class Sample(Struct, frozen=True):
    """One sentence. `names` is None where nobody annotated them; `source` names the corpus, for the card.

    `layers` holds further labels of words by the head that learns them (triggers, sources, cues).
    """

    words: tuple[str, ...]
    source: str
    names: tuple[str, ...] | None = None
    syntax: Syntax | None = None
    layers: dict[str, tuple[str, ...]] = {}


def tags_of(spans: Iterable[Span], length: int) -> tuple[str, ...]:
    """Spans as BIO tags; of spans that overlap the longest counts."""
    tags = ["O"] * length
    for first, last, label in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if first < last <= length and all(tag == "O" for tag in tags[first:last]):
            tags[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)
    return tuple(tags)


def spans_of(tags: Sequence[str]) -> list[Span]:
    """BIO tags as spans; an I- tag without its beginning begins a span."""
    spans: list[Span] = []
    for at, tag in enumerate(tags):
        if tag == "O":
            continue
        goes_on = tag[0] == "I" and spans and spans[-1][1] == at and spans[-1][2] == tag[2:]
        if goes_on:
            first, _, label = spans.pop()
            spans.append((first, at + 1, label))
        else:
            spans.append((at, at + 1, tag[2:]))
    return spans


def bare(words: Sequence[str], span: Span, titles: frozenset[str]) -> Span | None:
    """A span cut to the capitalised name that it holds, without titles in front; None if it holds none."""
    first, last, label = span
    while first < last and (not _opens(words[first]) or words[first].lower().rstrip(".") in titles):
        first += 1
    while first < last and not _opens(words[last - 1]):
        last -= 1
    return (first, last, label) if first < last else None


def _opens(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or any(char.isupper() for char in word)
