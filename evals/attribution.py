"""Who says what on PolNeAR's pages: cues found, the speaker's head, how much of the content.

    python -m evals.attribution [--part train|dev] [--pages N] [--errors N]

Counts an attribution as found where our cue word lies in its cue (or, where a corpus cue is a verb group, inside it).
PolNeAR also marks plans, hopes and beliefs, of which ours gives only those that assert something: recall is of all its
attributions and, apart, of those whose cue verb our lexicon knows. Cue, source and content are also counted as spans:
exact if letters and figures are the same (articles and punctuation aside), overlapping if they share one; F1 of all
attributions that have such a part. Our cue is one word and our source a name or a noun with what stands at it, where
the corpus marks verb groups and whole noun phrases: exact is low for that, too. Tune on train, report dev.
"""

import argparse
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from crossreport.coding.page.document import Document, Word
from crossreport.coding.voices.sayings import sayings_of
from crossreport.coding.voices.speaking import Saying
from crossreport.words.reporting import reporting
from evals.agreement import Rate
from evals.corpora import Absent, find
from evals.rooms import Rooms, capture_of

Ranges = tuple[tuple[int, int], ...]
_ARTICLE = re.compile(r"(?i)(?:the|an?)\s+")
GATE_PAGES = 20
_EVENT = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


class Relation(Struct, frozen=True):
    """One attribution of the corpus: offsets into the text; no source for passive ones."""

    cue: Ranges
    source: Ranges
    content: Ranges


class Score(Struct):
    """Sums over pages."""

    cues: Rate = field(default_factory=Rate)
    sources: Rate = field(default_factory=Rate)  # of the found ones that have a source
    letters: Rate = field(default_factory=Rate)  # of the content of the found ones
    spans: dict[str, Rate] = field(default_factory=dict)  # "source exact" and so on
    known: Rate = field(default_factory=Rate)  # found, of those with a cue of our lexicon
    missed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)


def articles(part: str) -> Iterator[tuple[str, str, list[Relation]]]:
    """Name, text and attributions of every page of a part, by name; the first annotation of a page counts."""
    with tarfile.open(find("data/polnear/polnear.tar.gz")) as archive:
        members = {member.name.removeprefix("./"): member for member in archive.getmembers() if member.isfile()}

        def read(name: str) -> str:
            stream = archive.extractfile(members[name])
            return stream.read().decode("utf-8") if stream else ""

        annotations: dict[str, str] = {}
        for name in sorted(members):
            if f"{part}/attributions/" in name and name.endswith(".ann"):
                annotations.setdefault(name.rsplit("/", 1)[1].rsplit("_", 1)[0], name)
        for page, annotation in annotations.items():
            text = next((name for name in members if name.endswith(f"{part}/text/{page}.txt")), None)
            if text is not None:
                yield page, read(text), relations(read(annotation))


def relations(annotation: str) -> list[Relation]:
    """The attributions of a brat file.

    >>> relations("T1\\tSource 0 3\\tShe\\nT2\\tCue 4 8\\tsaid\\nE1\\tCue:T2 Source:T1")
    [Relation(cue=((4, 8),), source=((0, 3),), content=())]
    """
    spans: dict[str, Ranges] = {}
    found = []
    for line in annotation.splitlines():
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 1:
            offsets = parts[1].split(" ", 1)[1].split(";")
            spans[parts[0]] = tuple((int(a), int(b)) for a, b in (each.split() for each in offsets))
        elif line.startswith("E"):
            roles: dict[str, Ranges] = {}
            for role, name in _EVENT.findall(line):
                roles[role] = roles.get(role, ()) + spans.get(name, ())
            found.append(Relation(roles.get("Cue", ()), roles.get("Source", ()), roles.get("Content", ())))
    return found


def score_page(score: Score, doc: Document, gold: list[Relation]) -> None:
    """Count one page."""
    sayings = sayings_of(doc)
    left = list(range(len(sayings)))
    hits = 0
    for name, size in _sizes(sayings, gold):
        score.spans.setdefault(name, Rate()).add(*size, 0)
    for relation in gold:
        index = next((i for i in left if _inside(doc, sayings[i].cue, relation.cue)), None)
        known = any(doc.lemma(word) in reporting().verbs for word in doc.words() if _inside(doc, word, relation.cue))
        score.known.add(known, known, known and index is not None)
        if index is None:
            score.missed.update([_text(doc, relation.cue)])
            continue
        left.remove(index)
        hits += 1
        _score_parts(score, doc, sayings[index], relation)
    score.cues.add(len(gold), len(sayings), hits)
    score.invented.update(doc.lemma(sayings[i].cue) for i in left)


def _score_parts(score: Score, doc: Document, saying: Saying, relation: Relation) -> None:
    text = doc.page.text
    if relation.source:
        spans = [voice.span for voice in saying.chain]
        same = any(span.start < b and a < span.end for span in spans for a, b in relation.source)
        score.sources.add(1, 1, same)
    ours = {at for w in saying.content for at in range(doc.token(w).start, doc.token(w).end)}
    theirs = {at for a, b in relation.content for at in range(a, b) if not text[at].isspace()}
    score.letters.add(len(theirs), len(ours), len(ours & theirs))
    cue = doc.token(saying.cue)
    voices = {at for voice in saying.chain[:1] for at in range(voice.span.start, voice.span.end)}
    for name, one, ranges in (
        ("cue", set(range(cue.start, cue.end)), relation.cue),
        ("source", voices, relation.source),
        ("content", ours, relation.content),
    ):
        two = {at for a, b in ranges for at in range(a, b)}
        score.spans[f"{name} exact"].hits += bool(two) and _letters(text, one) == _letters(text, two)
        score.spans[f"{name} overlapping"].hits += bool(one & two)


def _sizes(sayings: list[Saying], gold: list[Relation]) -> Iterator[tuple[str, tuple[int, int]]]:
    """How many cues, sources and contents the gold has, and we."""
    ours = {
        "cue": len(sayings),
        "source": sum(bool(s.chain) for s in sayings),
        "content": sum(bool(s.content) for s in sayings),
    }
    for name, count in ours.items():
        for how in ("exact", "overlapping"):
            yield f"{name} {how}", (sum(bool(getattr(each, name)) for each in gold), count)


def _letters(text: str, offsets: set[int]) -> list[int]:
    """Offsets of letters and figures, without those of a leading article."""
    kept = sorted(at for at in offsets if text[at].isalnum())
    article = _ARTICLE.match(text, kept[0]) if kept else None
    return [at for at in kept if article is None or at >= article.end()]


def _inside(doc: Document, word: Word, ranges: Ranges) -> bool:
    token = doc.token(word)
    return any(a < token.end and token.start < b for a, b in ranges)


def _text(doc: Document, ranges: Ranges) -> str:
    return " … ".join(doc.page.text[a:b] for a, b in ranges).lower()


def score(part: str, pages: int) -> Score:
    """The sums over `pages` pages of a part, taken evenly from all its outlets."""
    from crossreport.grounding.ground import ground

    rooms, sums = Rooms(), Score()
    everything = list(articles(part))
    for name, text, gold in everything[:: max(1, len(everything) // pages)][:pages]:
        page = rooms.read(capture_of(f"{name}.txt", text))
        analysis = rooms.analyse(page)
        doc = Document(page, analysis, ground(page, analysis))
        kept = [each for each in gold if any(_kept(doc, cue) for cue in each.cue)]
        score_page(sums, doc, kept)
    return sums


def measure() -> dict[str, float]:
    """F1 on a fixed sample of dev, for the gate."""
    sums = score("dev", GATE_PAGES)
    values = {name.replace(" ", "_"): rate.f1 for name, rate in sums.spans.items()}
    return {**values, "cues": sums.cues.f1, "known_verbs": sums.known.recall, "content_letters": sums.letters.f1}


def _kept(doc: Document, cue: tuple[int, int]) -> bool:
    return any(block.start <= cue[0] < block.end for block in doc.page.blocks)


def main(arguments: list[str] | None = None) -> int:
    """Score and list."""
    parser = argparse.ArgumentParser(prog="evals.attribution", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--errors", type=int, default=0, help="list the N most frequent missed and invented cues")
    options = parser.parse_args(arguments)
    try:
        sums = score(options.part, options.pages)
    except Absent as absent:
        print(f"skipped: {absent}")
        return 0
    print(f"cues      {sums.cues}\n  of known verbs found {sums.known.recall:.3f} of {sums.known.gold}")
    print(f"sources   {sums.sources.recall:.3f} of {sums.sources.gold}\ncontent   {sums.letters}")
    for name, rate in sums.spans.items():
        print(f"{name:20}{rate}")
    if options.errors:
        print("missed   ", sums.missed.most_common(options.errors))
        print("invented ", sums.invented.most_common(options.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
