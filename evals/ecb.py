"""Events across documents on ECB+, topics 1 to 35: MUC, B3, CEAFe and their mean (CoNLL F1).

    python -m evals.ecb [--part dev|test] [--ours] [--topics N]

Topics with odd numbers are dev, even ones test; sentences outside the list of checked ones are left out. With gold
mentions: `lemma` joins mentions of one head lemma in a topic (the usual baseline); `story` does so only within pages
that tell one story by the words they share. Crossreport links reports, not mentions, and codes conflict only: so with
`--ours` the pages go through all rooms, the trigger of each report is a mention, and its event the cluster; this is
scored against all gold mentions, most of which (rehabilitation, product launches) no type of the codebook covers.

`ECB+` is read from `$CROSSREPORT_ECB`, the folder into which `ecbplus.tar.gz` was unpacked, or from the archive itself.
"""

import argparse
import csv
import io
import math
import os
import re
import tarfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from crossreport.language.lemma import lemmatise
from crossreport.linking import link
from crossreport.model import CodedPage
from evals.corpora import find
from evals.rooms import Rooms, capture_of

LAST_TOPIC = 35
READ_TOPICS = 2  # whose pages the gate reads by all rooms: some ten seconds
STORY = 0.18  # cosine of two pages' words; set on the dev topics
PARTICLES = frozenset({"in", "into", "out", "off", "up", "down", "to", "on", "over", "away", "back", "at", "for", "of"})

Clusters = list[frozenset[str]]


class Mention(NamedTuple):
    """A gold mention: name, document, [start, end) in the document's text, words, and the name of its event."""

    name: str
    document: str
    start: int
    end: int
    words: str
    event: str


class Document(NamedTuple):
    """A document's text, made of its tokens, its gold mentions, and where its checked sentences lie."""

    name: str
    topic: int
    text: str
    mentions: tuple[Mention, ...]
    checked: tuple[tuple[int, int], ...]


@cache
def _files() -> dict[str, bytes]:
    folder = os.environ.get("CROSSREPORT_ECB")
    if folder:
        found = {}
        for root, _, names in os.walk(folder):
            for name in names:
                if name.endswith((".xml", ".csv")):
                    path = os.path.join(root, name)
                    found[os.path.relpath(path, folder)] = Path(path).read_bytes()
        return found
    with tarfile.open(find("data/ecbplus/ecbplus.tar.gz")) as archive:
        members = [one for one in archive if one.name.endswith((".xml", ".csv"))]
        return {one.name: stream.read() for one in members if (stream := archive.extractfile(one)) is not None}


@cache
def _checked() -> dict[str, set[int]]:
    table = next(data for name, data in _files().items() if name.endswith("coreference_sentences.csv"))
    found: dict[str, set[int]] = defaultdict(set)
    for row in csv.DictReader(io.StringIO(table.decode("utf-8"))):
        found[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    return found


def documents(part: str, topics: int = LAST_TOPIC) -> list[Document]:
    """The documents of a part's first `topics` topics."""
    found = []
    for name, data in sorted(_files().items()):
        match = re.search(r"((\d+)_\d+ecb(?:plus)?)\.xml$", name)
        if match is None or int(match.group(2)) > LAST_TOPIC or int(match.group(2)) % 2 != (part == "dev"):
            continue
        found.append(_document(match.group(1), int(match.group(2)), data))
    chosen = sorted({one.topic for one in found})[:topics]
    return [one for one in found if one.topic in chosen]


def _document(name: str, topic: int, data: bytes) -> Document:
    root = ElementTree.fromstring(data)
    text, at, sentence_of = _text(root, skip_first=name.endswith("plus"))
    checked = _checked().get(name, set())
    event_of = _events(root, name)
    mentions = []
    for one in root.iterfind("Markables/*"):
        tokens = [anchor.get("t_id", "") for anchor in one.iterfind("token_anchor")]
        if not one.tag.startswith(("ACTION", "NEG_ACTION")) or not tokens or any(token not in at for token in tokens):
            continue
        if sentence_of[tokens[0]] not in checked:
            continue
        ident = f"{name}/{one.get('m_id')}"
        start, end = at[tokens[0]][0], at[tokens[-1]][1]
        mentions.append(Mention(ident, name, start, end, text[start:end], event_of.get(one.get("m_id", ""), ident)))
    spans = tuple(at[token] for token, sentence in sentence_of.items() if sentence in checked)
    return Document(name, topic, text, tuple(mentions), spans)


def _text(root: ElementTree.Element, *, skip_first: bool) -> tuple[str, dict[str, tuple[int, int]], dict[str, int]]:
    """The text with one line a sentence, where each token stands in it, and in which sentence."""
    at: dict[str, tuple[int, int]] = {}
    sentence_of: dict[str, int] = {}
    text, last = "", -1
    for token in root.iterfind("token"):
        sentence = int(token.get("sentence", "0"))
        if skip_first and sentence == 0:
            continue  # the address of the page
        word = token.text or ""
        text += "" if not text else "\n\n" if sentence != last else "" if re.match(r"[.,;:!?%)']", word) else " "
        last = sentence
        at[token.get("t_id", "")] = (len(text), len(text) + len(word))
        sentence_of[token.get("t_id", "")] = sentence
        text += word
    return text, at, sentence_of


def _events(root: ElementTree.Element, document: str) -> dict[str, str]:
    found = {}
    for relation in root.iterfind("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF"
        event = relation.get("note", "") if across else f"{document}/{relation.get('r_id')}"
        for source in relation.iterfind("source"):
            found[source.get("m_id", "")] = event
    return found


# Clusterings


def by_event(found: Iterable[Document]) -> Clusters:
    """The gold clusters."""
    return _grouped((mention.name, mention.event) for one in found for mention in one.mentions)


def by_lemma(found: Iterable[Document]) -> Clusters:
    """One cluster for each head lemma of a topic."""
    return _grouped((mention.name, (one.topic, head(mention.words))) for one in found for mention in one.mentions)


def by_story(found: Sequence[Document]) -> Clusters:
    """One cluster for each head lemma of a story."""
    story = stories(found)
    return _grouped((mention.name, (story[one.name], head(mention.words))) for one in found for mention in one.mentions)


def _grouped(named: Iterable[tuple[str, object]]) -> Clusters:
    groups: dict[object, set[str]] = defaultdict(set)
    for name, key in named:
        groups[key].add(name)
    return [frozenset(group) for group in groups.values()]


def head(words: str) -> str:
    """The base form of a mention's head: its last word, or the one before a particle."""
    listed = [word for word in words.casefold().split() if word.isalpha()] or [words.casefold()]
    while len(listed) > 1 and listed[-1] in PARTICLES:
        listed.pop()
    word = listed[-1]
    tag = "VBG" if word.endswith("ing") else "VBZ" if word.endswith("s") else "VBD"
    return lemmatise(word, "VERB", tag)


def stories(found: Sequence[Document]) -> dict[str, str]:
    """Document to the first document of its story: pages of a topic whose words are alike, linked on average."""
    words = {one.name: Counter(re.findall(r"[a-z]{3,}|\d{2,}", one.text.casefold())) for one in found}
    spread = Counter(word for counts in words.values() for word in counts)
    vectors = {
        name: {word: (1 + math.log(count)) * math.log(len(found) / spread[word]) for word, count in counts.items()}
        for name, counts in words.items()
    }
    topics: dict[int, list[str]] = defaultdict(list)
    for one in found:
        topics[one.topic].append(one.name)
    return {name: min(group) for names in topics.values() for group in _joined(names, vectors) for name in group}


def _joined(names: Sequence[str], vectors: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    near = {(one, other): _cosine(vectors[one], vectors[other]) for one, other in combinations(sorted(names), 2)}
    groups = [[name] for name in sorted(names)]
    while len(groups) > 1:
        mean, one, other = max(
            (sum(near[min(a, b), max(a, b)] for a in first for b in second) / (len(first) * len(second)), here, there)
            for (here, first), (there, second) in combinations(enumerate(groups), 2)
        )
        if mean < STORY:
            break
        groups[one] += groups.pop(other)
    return groups


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    dot = sum(weight * other.get(word, 0.0) for word, weight in one.items())
    size = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return dot / size if size else 0.0


def by_ours(found: Sequence[Document]) -> Clusters:
    """Our events over the pages: the trigger of each report, named by the gold mention on it if there is one."""
    rooms = Rooms()
    pages = [page for one in found if (page := rooms.try_code(capture_of(one.name, one.text))) is not None]
    of = {one.name: one for one in found}
    name = {
        report: _name(start, end, of[page.page.name])
        for page in pages
        for report, start, end in _triggers(page)
        if any(first <= start < last for first, last in of[page.page.name].checked)
    }
    groups = (frozenset(name[report] for report in event.reports if report in name) for event in link(pages).events)
    return [group for group in groups if group]


def _triggers(page: CodedPage) -> Iterator[tuple[str, int, int]]:
    for report in page.reports:
        yield report.id, report.span.start, report.span.end


def _name(start: int, end: int, document: Document) -> str:
    touched = [one for one in document.mentions if one.start < end and start < one.end]
    return min(touched, key=lambda one: (one.start, one.name)).name if touched else f"{document.name}@{start}"


# Scores


def muc(key: Clusters, response: Clusters) -> tuple[float, float]:
    """Recall and precision by links (Vilain et al. 1995)."""

    def recall(ones: Clusters, others: Clusters) -> float:
        home = {name: number for number, group in enumerate(others) for name in group}
        parts = [len({home.get(name, name) for name in group}) for group in ones]
        links = sum(len(group) - 1 for group in ones)
        return sum(len(group) - part for group, part in zip(ones, parts, strict=True)) / links if links else 0.0

    return recall(key, response), recall(response, key)


def b_cubed(key: Clusters, response: Clusters) -> tuple[float, float]:
    """Recall and precision by mentions (Bagga and Baldwin 1998)."""

    def recall(ones: Clusters, others: Clusters) -> float:
        home = {name: group for group in others for name in group}
        total = sum(len(group) for group in ones)
        found = sum(len(group & home.get(name, frozenset())) / len(group) for group in ones for name in group)
        return found / total if total else 0.0

    return recall(key, response), recall(response, key)


def ceaf_e(key: Clusters, response: Clusters) -> tuple[float, float]:
    """Recall and precision by the best one-to-one alignment of clusters (Luo 2005)."""
    import numpy
    from scipy.optimize import linear_sum_assignment

    home: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(response):
        for name in group:
            home[name].append(number)
    alike = numpy.zeros((len(key), len(response)))
    for row, group in enumerate(key):
        for column in {number for name in group for number in home[name]}:
            other = response[column]
            alike[row, column] = 2 * len(group & other) / (len(group) + len(other))
    rows, columns = linear_sum_assignment(-alike)
    total = float(alike[rows, columns].sum())
    return total / max(1, len(key)), total / max(1, len(response))


SCORES: dict[str, Callable[[Clusters, Clusters], tuple[float, float]]] = {
    "muc": muc, "b_cubed": b_cubed, "ceaf_e": ceaf_e,
}  # fmt: skip


def scores(key: Clusters, response: Clusters) -> dict[str, float]:
    """F1 of each score, and their mean."""
    found = {}
    for name, score in SCORES.items():
        recall, precision = score(key, response)
        found[name] = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
    return {**found, "conll": sum(found.values()) / len(found)}


def measure() -> dict[str, float]:
    """CoNLL F1 with gold mentions; with our own, on the first topics, as whole pages have to be read for it."""
    read = documents("dev", READ_TOPICS)
    found = {"dev_ours": scores(by_event(read), by_ours(read))["conll"]}
    for part in ("dev", "test"):
        pages = documents(part)
        found[f"{part}_lemma"] = scores(by_event(pages), by_lemma(pages))["conll"]
        found[f"{part}_story"] = scores(by_event(pages), by_story(pages))["conll"]
    return found


def main() -> None:
    """Print the scores of a part."""
    parser = argparse.ArgumentParser(prog="evals.ecb")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--ours", action="store_true", help="our own mentions and events")
    parser.add_argument("--topics", type=int, default=LAST_TOPIC, help="only the first topics of the part")
    options = parser.parse_args()
    pages = documents(options.part, options.topics)
    gold = by_event(pages)
    print(f"{len(pages)} pages, {sum(map(len, gold))} mentions of {len(gold)} events")
    if options.ours:
        names = {mention.name for one in pages for mention in one.mentions}
        ours = {name for group in by_ours(pages) for name in group}
        print(f"our mentions in checked sentences: {len(ours)}, {len(ours & names)} of them gold mentions")
    systems = {"lemma": by_lemma, "story": by_story} | ({"ours": by_ours} if options.ours else {})
    for name, system in systems.items():
        print(name, "  ".join(f"{score} {value:.3f}" for score, value in scores(gold, system(pages)).items()))


if __name__ == "__main__":
    main()
