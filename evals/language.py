"""Tags, trees and names against treebanks, name corpora and conflict sentences of our own.

    python -m evals.language [--full] [--errors conflict_dev]

Gold words: UPOS, UAS and LAS (universal relations, punctuation counted). Raw text: the same as F1 over words, and
sentences, as the CoNLL 2018 shared task counts. Names: F1 of exact spans with their type. Without `--full` a fixed
sample is read: the gate's. The conflict sentences (`corpus/names/conflict_*.yaml`) are ours; rules and the names head
were tuned on the dev part (every third), never on the test part.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct, field

from crossreport.language.analyser import Analyser
from crossreport.model.analysis import Sentence
from evals.corpora import ROOT, Absent, data_root, find
from evals.language_raw import Raw, documents, parsed
from training.language.name_corpora import marked_lists, re3d
from training.language.sample import Sample, spans_of
from training.language.treebanks import FREE_GENRES, ewt, gum, lines

NAMES = ROOT / "corpus" / "names"
CONFLICTS = ("conflict_1.yaml", "conflict_2.yaml")
SAMPLED = 4  # the gate reads every fourth sentence or document
LABELS = ("PER", "LOC", "ORG")
NEWS = frozenset({"news", "interview"})
RAW: dict[str, tuple[str, frozenset[str]]] = {  # file, and the genres that are read
    "ewt": ("EWT/en_ewt", frozenset()),
    "gum": ("GUM/en_gum", FREE_GENRES),
    "gum_news": ("GUM/en_gum", NEWS),
    "lines": ("LinES/en_lines", frozenset()),
}
CULTURES = {
    "arabic": ("syria", "yemen", "sudan", "iraq_libya"),
    "slavic": ("ukraine",),
    "hausa": ("nigeria_niger",),
    "burmese": ("myanmar",),
    "spanish": ("colombia",),
    "sahel_congo": ("sahel", "congo"),
    "horn": ("horn",),
    "persian": ("afghanistan_pakistan_kashmir",),
}


class Trees(Struct):
    """Counts over words with gold trees."""

    right: Counter[str] = field(default_factory=Counter)
    words: int = 0

    def add(self, sample: Sample, ours: Sentence) -> None:
        """Count one sentence."""
        tree = sample.syntax
        if tree is None:
            return
        for token, upos, head, rel in zip(ours.tokens, tree.upos, tree.heads, tree.rels, strict=True):
            arc = token.head + 1 == head
            self.words += 1
            self.right["upos"] += token.upos == upos
            self.right["uas"] += arc
            self.right["las"] += arc and token.rel.split(":")[0] == rel.split(":")[0]

    def share(self, name: str) -> float:
        """Right of all words."""
        return self.right[name] / max(1, self.words)


class Found(Struct):
    """Counts over names, by label; "any" counts all, "span" whatever the label."""

    right: Counter[str] = field(default_factory=Counter)
    both: Counter[str] = field(default_factory=Counter)

    def add(self, sample: Sample, ours: Sentence) -> list[str]:
        """Count one sentence; what is wrong, in words."""
        if sample.names is None:
            return []
        gold = set(spans_of(sample.names))
        own = {(name.first, name.last, name.label) for name in ours.names}
        for label in LABELS:
            kinds = [{span for span in spans if span[2] == label} for spans in (gold, own)]
            self.right[label] += len(kinds[0] & kinds[1])
            self.both[label] += len(kinds[0]) + len(kinds[1])
        self.right["any"] += len(gold & own)
        self.both["any"] += len(gold) + len(own)
        self.right["span"] += len({s[:2] for s in gold} & {s[:2] for s in own})
        self.both["span"] += len(gold) + len(own)
        said = [("missed", span) for span in sorted(gold - own)] + [("invented", span) for span in sorted(own - gold)]
        return [f"{what} {label} {' '.join(sample.words[first:last])}" for what, (first, last, label) in said]

    def f1(self, label: str = "any") -> float:
        """F1 of a label."""
        return 2 * self.right[label] / max(1, self.both[label])


_CHOSEN: list[Path] = []  # the folder of other weights, if any


@cache
def analyser() -> Analyser:
    """The weights, loaded once."""
    return Analyser(weights=_CHOSEN[0] if _CHOSEN else None)


def read(sample: Sample) -> Sentence:
    """Our analysis of a sentence whose words are given."""
    spans, at = [], 0
    for word in sample.words:
        spans.append((at, at + len(word)))
        at += len(word) + 1
    return analyser().sentence(sample.words, spans)


def conflicts(part: str) -> dict[str, list[Sample]]:
    """The conflict sentences of a part, by war."""
    return {war: samples for file in CONFLICTS for war, samples in marked_lists(NAMES / file, "conflict", part).items()}


def treebanks() -> dict[str, list[Sample]]:
    """Test parts; GUM's freely licensed documents only."""
    data = find("data/ud_english").parent
    return {"ewt": ewt(data, "test"), "gum": gum(data, "test", FREE_GENRES), "lines": lines(data, "test")}


def measure(*, full: bool = False, weights: Path | None = None) -> dict[str, float]:
    """Every measure; names on our own sentences even where the corpora are absent. `weights`: others than ours."""
    if weights:
        _CHOSEN[:] = [weights]
        analyser.cache_clear()
    values = measure_conflicts()
    try:
        step = 1 if full else SAMPLED
        values |= measure_words(step) | measure_raw(step)
        found, _ = names(re3d(data_root() / "data", "test"))
        values["re3d_names"] = found.f1()
    except Absent as absent:
        print(absent)
    return values


def measure_words(step: int) -> dict[str, float]:
    """Gold words of the treebanks, and the names of those that have any."""
    values: dict[str, float] = {}
    for bank, samples in treebanks().items():
        trees, found = Trees(), Found()
        for sample in samples[::step]:
            ours = read(sample)
            trees.add(sample, ours)
            found.add(sample, ours)
        values |= {f"{bank}_{name}": trees.share(name) for name in ("upos", "uas", "las")}
        if found.both["any"]:
            values |= {f"{bank}_names": found.f1()} | {f"{bank}_{label.lower()}": found.f1(label) for label in LABELS}
    return values


def measure_raw(step: int) -> dict[str, float]:
    """Documents of the treebanks from raw text; news by itself, and LinES' words, come out of whole runs alone."""
    values: dict[str, float] = {}
    for bank, (file, genres) in RAW.items():
        if step > 1 and bank in ("gum_news", "lines"):
            continue
        path = find(f"data/ud_english/{file}-ud-test.conllu.gz")
        chosen = [gold for name, gold in documents(path) if not genres or name.split("_")[1] in genres]
        raw = Raw()
        for gold in chosen[:: step * 2 if bank == "ewt" and step > 1 else step]:
            raw.add(gold, parsed(analyser(), gold.text))
        values |= {f"{bank}_raw_{name}": raw.f1(name) for name in ("sentences", "words", "upos", "uas", "las")}
    return values


def names(samples: Iterable[Sample]) -> tuple[Found, list[str]]:
    """Counts and errors over sentences."""
    found, errors = Found(), []
    for sample in samples:
        wrong = found.add(sample, read(sample))
        errors += [f"{' '.join(sample.words)}\n    {'; '.join(wrong)}"] if wrong else []
    return found, errors


def measure_conflicts() -> dict[str, float]:
    """Names of our own conflict sentences, whole and by culture; as written, and as bad pages write them."""
    values: dict[str, float] = {}
    for part in ("dev", "test"):
        wars = conflicts(part)
        found, _ = names(sample for samples in wars.values() for sample in samples)
        values |= {f"conflict_{part}": found.f1(), f"conflict_{part}_spans": found.f1("span")}
        values |= {f"conflict_{part}_{label.lower()}": found.f1(label) for label in LABELS}
    for culture, its in CULTURES.items():
        values[f"names_{culture}"] = names(s for war in its for s in wars[war])[0].f1()
    lower = [Sample(tuple(w.lower() for w in s.words), s.source, s.names) for each in wars.values() for s in each]
    values["conflict_test_lower_case"] = names(lower)[0].f1()
    return values


def main(arguments: Sequence[str] | None = None) -> None:
    """Print every measure, or the errors of one part of the conflict sentences."""
    parser = argparse.ArgumentParser(prog="evals.language", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--full", action="store_true", help="whole test sets instead of the gate's sample")
    parser.add_argument("--weights", type=Path, help="a folder of other weights")
    parser.add_argument("--errors", action="store_true", help="the dev part of the conflict sentences, name by name")
    options = parser.parse_args(arguments)
    if options.errors:
        print(*names(s for each in conflicts("dev").values() for s in each)[1], sep="\n")
        return
    for name, value in measure(full=options.full, weights=options.weights).items():
        print(f"{name:28} {100 * value:6.2f}")


if __name__ == "__main__":
    main()
