"""Copies of sentences as bad pages write them: without commas, without apostrophes, in small or in capital letters,
without the last full stop."""

from random import Random

import msgspec

from training.language.sample import Sample, Syntax

_STOPS = frozenset({".", "!", "?", "…"})
_APOSTROPHES = str.maketrans("", "", "'’‘")


def without_commas(sample: Sample) -> Sample | None:
    """The sentence without its commas, as FA-KES prints it; None where nothing can be taken away safely."""
    kept = [at for at, word in enumerate(sample.words) if word != ","]
    tree = sample.syntax
    leaning = tree is not None and any(tree.heads[at] > 0 and sample.words[tree.heads[at] - 1] == "," for at in kept)
    if not kept or len(kept) == len(sample.words) or leaning:
        return None
    names = None if sample.names is None else tuple(sample.names[at] for at in kept)
    if names and any(tag[0] == "I" and (at == 0 or names[at - 1][2:] != tag[2:]) for at, tag in enumerate(names)):
        return None
    return Sample(tuple(sample.words[at] for at in kept), sample.source, names, tree and _picked(tree, kept))


def _picked(tree: Syntax, kept: list[int]) -> Syntax:
    place = {-1: -1, 0: 0} | {old + 1: new + 1 for new, old in enumerate(kept)}
    return Syntax(
        tuple(tree.upos[at] for at in kept),
        tuple(tree.xpos[at] for at in kept),
        tuple(place[tree.heads[at]] for at in kept),
        tuple(tree.rels[at] for at in kept),
    )


def without_apostrophes(sample: Sample) -> Sample | None:
    """The sentence with "Syria's" written "Syria s": the mark gone, the clitic a word of its own."""
    words = tuple(word.translate(_APOSTROPHES) or word for word in sample.words)
    return msgspec.structs.replace(sample, words=words) if words != sample.words else None


def in_small_letters(sample: Sample) -> Sample:
    """The sentence in lower case."""
    return msgspec.structs.replace(sample, words=tuple(word.lower() for word in sample.words))


def in_capitals(sample: Sample) -> Sample:
    """The sentence as a headline in capitals."""
    return msgspec.structs.replace(sample, words=tuple(word.upper() for word in sample.words))


def in_title_case(sample: Sample) -> Sample:
    """The sentence as a headline, every word with a capital."""
    return msgspec.structs.replace(sample, words=tuple(word[:1].upper() + word[1:] for word in sample.words))


def shortened(sample: Sample) -> Sample | None:
    """The sentence without its last mark, as headlines have none; None if a word hangs on it."""
    last, tree = len(sample.words) - 1, sample.syntax
    if last < 1 or sample.words[last] not in _STOPS or (tree is not None and last + 1 in tree.heads):
        return None
    return Sample(
        sample.words[:last],
        sample.source,
        sample.names and sample.names[:last],
        tree and _picked(tree, list(range(last))),
    )


def noisy(samples: list[Sample], share: float, seed: int) -> list[Sample]:
    """Worse copies of a share of the sentences, each in one way."""
    ways = (without_commas, without_commas, without_apostrophes, in_small_letters, in_capitals)
    drawn = Random(seed)
    copies = [drawn.choice(ways)(sample) for sample in samples if drawn.random() < share]
    return [copy for copy in copies if copy is not None]
