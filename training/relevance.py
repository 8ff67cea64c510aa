"""Fits what tells reporting of conflict from other pages: `python -m training.relevance [--write]`.

A linear model over words that stand in lower case, so that no name of a place, party or outlet takes part: it must hold
for wars that it never saw. It learns from texts whose licences allow it: FA-KES pages of all outlets not held back
(CC BY 4.0), headlines that UCDP coded (CC BY 4.0), re3d (public domain, OGL, CC BY) and our own dev pages, against
Wikinews on diseases (GeoVirus, CC BY), reviews, questions and mail (UD EWT, CC BY-SA 4.0) and main texts of pages of
article_extraction (dev part) and htmldate_eval, less those that a first fit takes for reporting of conflict.
"""

import csv
import gzip
import json
import sys
import tarfile
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from crossreport.reading.extracted import by_resiliparse
from crossreport.reading.language import passage_language
from crossreport.reading.relevance import plain_words
from evals.articles import articles, is_dev
from evals.corpora import find
from evals.relevance import fa_kes_pages, geovirus, own_pages

OUT = Path(__file__).parents[1] / "src" / "crossreport" / "reading" / "weights" / "relevance.json"
LEAST_PAGES = 4  # pages that a word must stand in
STRENGTH = 10.0  # of the model's freedom (scikit-learn's C), not tuned
HEADLINES = 12  # of UCDP in one text
MOST_HEADLINES = 1200  # of each country: more would outweigh the pages
LEAST_HEADLINE = 30  # characters
NOISE = 0.9  # from which a page of no label is left out of the negatives


def positives() -> list[str]:
    """Texts that report conflict."""
    found = [text for text, held_back in fa_kes_pages() if not held_back]
    found += [text for name, text in own_pages("dev").items()]
    for path in sorted(find("data/re3d").glob("*/documents.json")):
        found += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return found + list(_headlines())


def _headlines() -> Iterator[str]:
    for name in ("ged_syria_v19_1", "ged_centralafrica_v23_1"):
        with gzip.open(find(f"data/ucdp_ged/{name}.csv.gz"), "rt", encoding="utf-8", newline="") as stream:
            told = {row["source_headline"] for row in csv.DictReader(stream)}
        heads = sorted(head for head in told if len(head) > LEAST_HEADLINE)
        for start in range(0, min(len(heads), MOST_HEADLINES), HEADLINES):
            yield "\n".join(heads[start : start + HEADLINES])


def negatives() -> list[str]:
    """Texts of which nearly none reports conflict."""
    found = [text for text, held_back in geovirus() if not held_back] + list(_everyday())
    found += [by_resiliparse(page.html) for name, page in articles().items() if is_dev(name)]
    wanted = json.loads(find("data/htmldate_eval/eval_default.json").read_text(encoding="utf-8"))
    names = {entry["file"] for entry in wanted.values()}
    with tarfile.open(find("data/htmldate_eval/tests_eval.tar.xz")) as archive:
        for member in archive:
            source = archive.extractfile(member) if Path(member.name).name in names else None
            if source is not None:
                found.append(by_resiliparse(source.read().decode("utf-8", "replace")))
    return [text for text in found if len(text) > 300 and passage_language(text) == "en"]


def _everyday() -> Iterator[str]:
    lines: list[str] = []
    with gzip.open(find("data/ud_english/EWT/en_ewt-ud-train.conllu.gz"), "rt", encoding="utf-8") as stream:
        for line in stream:
            if line.startswith("# newdoc id = "):
                if lines:
                    yield " ".join(lines)
                lines = []
                wanted = line.split(" = ")[1].startswith(("reviews", "answers", "email"))
            elif line.startswith("# text = ") and wanted:
                lines.append(line.removeprefix("# text = ").strip())


def fit(texts: list[list[str]], labels: Any) -> tuple[list[str], Any, float]:
    """Words, their weights, and the start."""
    from sklearn.linear_model import LogisticRegression

    pages = Counter(word for words in texts for word in set(words))
    words = sorted(word for word, count in pages.items() if count >= LEAST_PAGES)
    place = {word: at for at, word in enumerate(words)}
    rows = np.zeros((len(texts), len(words)), np.float32)
    for at, text in enumerate(texts):
        for word, count in Counter(text).items():
            if word in place:
                rows[at, place[word]] = 1 + np.log(count)
        rows[at] /= max(1e-9, float(np.linalg.norm(rows[at])))
    model = LogisticRegression(C=STRENGTH, max_iter=2000, class_weight="balanced").fit(rows, labels)
    said = model.predict_proba(rows)[:, 1]
    return words, np.concatenate([model.coef_[0], said]), float(model.intercept_[0])


def main() -> int:
    """Fit twice, the second time without what the first takes for mislabelled; report; write."""
    warnings.filterwarnings("ignore")
    good, other = positives(), negatives()
    texts = [plain_words(text) for text in (*good, *other)]
    labels = np.array([1] * len(good) + [0] * len(other))
    words, found, _ = fit(texts, labels)
    said = found[len(words) :]
    kept = [at for at in range(len(texts)) if labels[at] or said[at] < NOISE]
    print(
        f"{len(good)} that report, {len(other)} that do not, {len(texts) - len(kept)} of them left out as mislabelled"
    )
    words, found, start = fit([texts[at] for at in kept], labels[kept])
    weights = {word: round(float(weight), 3) for word, weight in zip(words, found, strict=False) if abs(weight) >= 0.02}
    ordered = sorted(weights, key=lambda word: -weights[word])
    print(len(weights), "words:", *ordered[:40], "…", *ordered[-25:])
    if "--write" in sys.argv:
        table = {"start": round(start, 4), "weights": weights}
        OUT.write_text(json.dumps(table, ensure_ascii=False, sort_keys=True, indent=0) + "\n", encoding="utf-8")
        print(f"{OUT.name}: {OUT.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
